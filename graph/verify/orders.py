"""In which order a construction has the one who acts, the one acted on, and the verb.

A statement whose two bodies were exchanged still quotes true words. What gives it away is that the
words then stand in an order that the construction it claims does not have: 「总局领导分局」 states
that the first leads the second, 「由总局领导」 that who stands before is the one who is led.

An order is a row of things that follow one another; between two of them anything may stand:

    A  who acts: the subject of what the verb expresses (the object, where the lexical entry
       expresses the relation the other way round)
    B  who is acted on
    V  any form of the lexical entry
    对 a word that stands for itself, `|` between alternatives

What has a `?` may be missing from the evidence: it is then named in the antecedent. Close behind a
verb or a word that stands for itself a pronoun (其, 它, 该…, 本…) may stand in the place of A or B,
if the body was named before it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

_ACTIVE: Final = ("?A V B",)
_OVER: Final = ("?A 对|向 B V", "对|向 B A V")
# Nothing in the order tells who is who: the body left out was named before, or somewhere.
_EITHER: Final = ("?A ?B", "?B ?A")

ORDERS: Final[Mapping[str, tuple[str, ...]]] = {
    "A V B": _ACTIVE,
    "A V B与C": _ACTIVE,
    "A V B做": _ACTIVE,
    "A V B担任C": _ACTIVE,
    "A V B提交的…": ("?A V B", "?A 对 B V"),
    "A V B的决定": ("?A V B", "?A B 的"),
    "A V B管辖的案件": ("?A V B", "?A 对 B V", "对 B A V"),
    "A V的B": ("A V B",),
    "A与B V": _EITHER,  # what is done with one another
    "A之间V": _EITHER,
    "A会同B": _EITHER,
    "A所属的B": ("B V A",),
    "A的V对象是：": ("?A B",),
    "A、B组成C": ("A V B",),
    "A决定B的V": ("?A B V", "?A V B"),
    "A审议B的工作报告": ("?B A V", "?B 对 A V"),
    "B的人选由A决定": ("?B V 由 A",),
    "保证B的决定的V": ("?A B V",),
    "受A V的B": ("受|被 A V B",),
    "坚持A的V": ("?B 坚持 A V",),
    "根据B的提名": ("A ?B", "?B A"),
    "由A V的B": ("由 A V B",),
    "由A与B V": _EITHER,
    "由A提名，B V": ("?B ?A V",),
    "向B提出报告": ("?A 向|对 B V",),
    "互相V": _EITHER,
    "实行A V": ("?B 实行|实施|执行 A V", "实行|实施|执行 A V B"),
    "A与B是V的关系": ("A 与|和|同 B V",),
    "A主持B的工作": (*_ACTIVE, "?A B V"),
    "会议由A主持": ("?B 由 A V",),
    "A交办的事项": ("?B A V",),
    "A听取B的报告": (*_ACTIVE, "?A B V"),
    "A向C V的B": ("A V B",),
    "A报请V的案件": ("?A ?B V",),
    "A担任B成员": ("A B V", "A 担任|兼任|任 B", "?B A 担任|兼任|任"),
    "A担任B的职务": ("A B",),
    "A是B V下的C": ("B 是|为 A V",),
    "A是B的N": ("A 是|为|作为 B",),
    "A的职务由B担任": ("B 由 A",),
    "A组织B": _ACTIVE,
    "A组织B协作": _ACTIVE,
    "A组成B": _ACTIVE,
    "B…时，A V": ("B A V",),
    "A负责B的V工作": ("A B V",),
    "A（向C）V B": _ACTIVE,
    "A（在C）V B": _ACTIVE,
    "A（将…）V B": _ACTIVE,
    "B的N是A": ("?B V A",),
    "B的决定，A V": ("B A V", "A 对 B V"),
    "V C的B": ("V B A", "?B V A"),
    "V（B）": _EITHER,
    "V（向B）": _EITHER,
    "为B V": ("?A 为|对|于|向 B V", "?A V 为|对|于|向 B", "?A 对|于|向 B V"),
    "予以V": ("B A V",),
    "以A V为主": ("B 以 A V", "B V 以 A"),
    "办理A交办的事项": ("?B A V",),
    "受A V": ("?B 受|接受|被|归口 A V",),
    "向B V": _OVER,
    "向B提出建议": ("?A 向|对|就|发现 B V",),
    "在A V下": ("在 A V ?B", "?B 在 A V"),
    "对B V": _OVER,
    "提出建议，报B决定": ("?A V B",),
    "督促B对C的决定的V": ("A 对 B V",),
    "服从A的V": ("?B 服从 A V",),
    "对B负有V责任": ("?A 对 B V",),
    "B的V由A负责": ("?B V 由 A", "?B 由 A V"),
    "对B（进行）V": ("?A 对 B V", "对 B A V"),
    "报A备案": ("?A B V",),
    "报A批准": ("?B A V",),
    "报请B…": _ACTIVE,
    "提出对B的V案": ("?A 对 B V", "?A 提出 B V"),
    "提请A任免": ("B 提请|报 A V", "提请|报 A V B", "B 由 A 提请 V", "A 提请 V B"),
    "收到A V的…": ("B A V",),
    "根据B的要求V": ("A B V", "B A V"),
    "根据B的要求": ("?B A V", "A V ?B"),
    "由A V": ("?B 由 A V", "由 A V B"),
    "由B提出，A V": _EITHER,
    "由B组成": ("B 由 A V", "由 A V B", "B 由 V A"),
    "相互V": _EITHER,
    "经A批准": ("?B 经|征得 A V", "经|征得 A V ?B"),
    "（应B要求）予以V": ("?B A V", "A B V"),
    "按照B的部署": ("?A B V", "B V ?A"),
    "A与B共同V": _EITHER,
    "A与B建立机制": _EITHER,
    "A撤销B的职务": _ACTIVE,
    "由A提名，B通过": ("?B A V",),
    "为B提供N": ("?A 为 B V",),
    "B由A决定": ("?B 由 A V", "?A V B"),
    "A提出N，由B决定": ("?B 由 A V",),
    "到A V新的B": ("A V B",),
    "接受V": ("?B A 接受 V",),
    "A是B V的N": ("?B 是|为 A V",),
    "A要求B提供N": _EITHER,
    "A V B的涉嫌…问题": _ACTIVE,
    "A参加B": _ACTIVE,
    "A参加（B）": ("?B A V",),
    "由A参加的B": ("由 A V B",),
    "提出B的人选": ("?A B V",),
    "提请A协助": ("?B A V",),
    "报请A指定": ("?B A V",),
    "办理A移送的案件": ("?B A V",),
    "A由B担任职务": ("?B 由 A", "?B A", "由 A B"),
    "B向A V，A V（向B）": _EITHER,
    "A对B反馈的N": ("B 对 A V",),
    "退回B做": ("?A V B",),
    "提请B处置": ("?A 提请|报请 B V", "?A B V", "?A V B"),
    "报A提请B批准": ("?A V B",),
    "根据B提出的报告": ("?B 根据|依据|按照|依照 A V",),
    "在B中发挥V作用": ("?A 在 B V",),
}
"""The orders of each construction of the grammar, for a relation between who acts and on whom."""


def orders(construction: str) -> tuple[str, ...] | None:
    """Return the orders of a construction, or None if the grammar has none of that name.

    Of one whose name ends in ： the verb stands in the stem; the evidence is an item of its list.
    """
    rows = ORDERS.get(construction)
    if rows is None and construction.endswith("：") and construction[:-1] in ORDERS:
        return _EITHER
    return rows


PLACE_ORDERS: Final = ("?B V A", "V B A", "V A 在|于 B")
"""The orders for where the one acted on is (`stationedAt`): A is who is there, B the place."""
