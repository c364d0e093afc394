"""The tree: what stands under which heading, the preamble, the attachments."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.text import parse
from tests.factories import make_source

if TYPE_CHECKING:
    from graph.model import Provision


def shape(text: str) -> str:
    """Return the tree of a text in short: first letters of kinds, numbers, (children)."""
    (document,) = parse(make_source(text))
    return " ".join(_short(root) for root in document.provisions)


def _short(provision: Provision) -> str:
    number = "" if provision.number is None else str(provision.number)
    heading = f"[{provision.heading}]" if provision.heading else ""
    children = " ".join(_short(child) for child in provision.children)
    name = provision.kind.value[:2] + number + heading
    return f"{name}({children})" if children else name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("第一条 甲。", "ar1(pa)"),
        ("根据法律，制定本规则。\n第一条 甲。", "pr(pa) ar1(pa)"),
        ("序言\n甲。\n乙。\n第一条 甲。", "pr[序言](pa pa) ar1(pa)"),
        ("为了管理，制定本法。\n总纲\n甲。\n第一条 甲。", "pr[总纲](pa pa) ar1(pa)"),
        ("序言\n第一章 总则\n第一条 甲。", "pr[序言] ch1[总则](ar1(pa))"),
        (
            "第一章 总则\n第一条 甲。\n第二章 乙\n第一节 丙\n第二条 乙。\n第三章 丁\n第三条 丙。",
            "ch1[总则](ar1(pa)) ch2[乙](se1[丙](ar2(pa))) ch3[丁](ar3(pa))",
        ),
        (
            "第一编 甲\n第一分编 乙\n第一章 丙\n第一条 甲。\n第二编 丁\n第二章 戊\n第二条 乙。",
            "pa1[甲](pa1[乙](ch1[丙](ar1(pa)))) pa2[丁](ch2[戊](ar2(pa)))",
        ),
        ("## 第一编 甲\n第一条 甲。\n## 附则\n第二条 乙。", "pa1[甲](ar1(pa)) pa[附则](ar2(pa))"),
        ("第一编 甲\n第一条 甲。\n附则\n第二条 乙。", "pa1[甲](ar1(pa) ch[附则](ar2(pa)))"),
        ("第一章 甲\n本章适用于乙。\n第一条 甲。", "ch1[甲](pa ar1(pa))"),
        ("第一条 甲。\n附件：印章式样\n一、乙。", "ar1(pa) at[印章式样](pa(it1))"),
        ("第一条 甲。\n附件一\n印章式样\n乙。\n附件二\n丙。", "ar1(pa) at[印章式样](pa) at(pa)"),
        (
            "第一章 甲\n第一条 甲。\n附件\n第一部分 乙\n第三条 丙。\n丁。",
            "ch1[甲](ar1(pa)) at[第一部分 乙](pa(it3) pa)",
        ),
        ("第一条 甲。\n附件\n乙是丙。\n第一部分 丁\n（一）戊。", "ar1(pa) at(pa pa(it1))"),
    ],
)
def test_builds(text: str, expected: str) -> None:
    """Headings gather what follows by their rank; preamble and attachments stand beside them."""
    assert shape(text) == expected
