"""How a name begins: what only counts or picks bodies, and what ends a clause before one."""

from __future__ import annotations

from typing import Final

from graph.reading import lexemes as lx
from graph.reading.compounds import Compounds

_AMOUNTS: Final = frozenset("一二三四五六七八九十两若干数0123456789名个以上下至")
_COUNTED: Final = ("人", "名", "人以上", "名以上")
_PARTICLES: Final = frozenset(("到", "交", "先交", "请", "持", "了"))
_OWN_HEADS: Final = frozenset((lx.HEAD, lx.GENERIC))
_TIMES: Final = frozenset("后前时")
SPANS_OF_TIME: Final = ("后", "期间", "过程中", "日内", "月内", "年内")


class Openings(Compounds):
    """What stands before a name."""

    __slots__ = ()

    def _counts(self, index: int) -> bool:
        """Say whether the token closes an amount (主席1人)."""
        before = self.tokens[index - 1] if index else None
        return (
            before is not None
            and self.last == index - 2
            and self.tokens[index].lexeme.form in _COUNTED
            and all(c in _AMOUNTS for c in self.text[before.start : before.end])
        )

    def _is_territory(self, index: int) -> bool:
        """Say whether a place that a relative word tells apart stands before `index`."""
        opening = self.start
        placed = opening is not None and opening == index - 2 and self.last is None
        return (
            placed
            and self.kinds[index - 2] == lx.RELATIVE
            and self.lexemes[index - 1].is_in("territory")
        )

    def _is_lone(self, index: int) -> bool:
        """Say whether a level names its body here: nothing is joined to it (报中央批准)."""
        joints = (lx.AND, lx.WITH, lx.OF)
        lone = self.lexemes[index].is_in("lone") and self._kind(index + 1) not in joints
        lone = lone or (self.lexemes[index].is_in("lone") and self._beside_named(index + 1))
        return lone and (index == 0 or self.kinds[index - 1] not in (lx.AND, lx.WITH))

    def _beside_named(self, index: int) -> bool:
        """Say whether 、 and a body with a head of its own follow (中央、省委)."""
        if self._kind(index) != lx.AND or self._kind(index + 1) not in _OWN_HEADS:
            return False
        named = self.lexemes[index + 1]
        alone = self._kind(index + 1) == lx.HEAD or named.alone
        return alone and not named.is_in("partyGroupUnit")

    def _quantifies(self, index: int) -> bool:
        """Say whether the token only says how many or which of the bodies (各级, 三名以上)."""
        kind = self.kinds[index]
        if kind == lx.QUANTIFIER:
            return True
        if kind != lx.GAP or self._kind(index + 1) == lx.LEVEL:
            return False  # 两省一市人民政府
        written = self._written(index)
        return all(c in _AMOUNTS for c in written) and any(c not in "上下至" for c in written)

    def _ends_clause(self, index: int) -> bool:
        """Say whether the word ends a clause before the name (提起公诉后人民法院, 审理期间法院)."""
        if index == 0 or self.kinds[index] not in (lx.GAP, lx.NOUN):
            return False
        word = self._written(index)
        when = word in _TIMES or (len(word) > 1 and word.endswith(SPANS_OF_TIME))
        return when and self.kinds[index - 1] in (lx.VERB, lx.TRIGGER)

    def _only_leads_in(self, index: int) -> bool:
        """Say whether a word only leads in a name (先交B)."""
        return index > 0 and self.kinds[index] == lx.GAP and self._written(index) in _PARTICLES
