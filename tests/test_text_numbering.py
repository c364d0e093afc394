"""Ids and numbers: every provision has an id of its own, and what is amiss with numbers is told."""

from __future__ import annotations

import pytest

from graph.model import Document, FindingKind
from graph.text import parse
from tests.factories import make_source


def document(text: str) -> Document:
    """Return the one document of a text."""
    (found,) = parse(make_source(text))
    return found


def articles(*numbers: str) -> str:
    """Return articles with these numbers."""
    return "".join(f"第{number}条 甲领导乙。\n" for number in numbers)


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        (articles("一", "二"), ["article/1", "article/2"]),
        (
            articles("一", "二", "二", "二"),
            ["article/1", "article/2", "article/2~2", "article/2~3"],
        ),
        (articles("十", "十一"), ["article/10", "article/11"]),
        ("第一条 甲。\n第一条之一 乙。\n第二条 丙。", ["article/1", "article/1-1", "article/2"]),
        (
            "第一章 甲\n第一条 甲。\n第二章 乙\n第一节 丙\n第二条 乙。",
            ["chapter/1", "article/1", "chapter/2", "chapter/2/section/1", "article/2"],
        ),
        ("第一编 甲\n第一章 乙\n第一条 甲。", ["part/1", "part/1/chapter/1", "article/1"]),
        ("第一条 甲。\n附则\n第二条 乙。", ["article/1", "chapter/unnumbered-1", "article/2"]),
    ],
)
def test_gives_ids(text: str, ids: list[str]) -> None:
    """An id is the path of numbers; articles stand alone; what comes twice is told apart."""
    found = [one.id for one in document(text).walk() if "paragraph" not in one.id]
    assert found == ids


def test_gives_ids_to_repeated_items() -> None:
    """Items with the same number are told apart under the same paragraph, and reported."""
    found = document("规则\n第一条 甲：\n（一）乙；\n（一）丙。")
    assert [one.id for one in found.walk()][2:] == [
        "article/1/paragraph/1/item/1",
        "article/1/paragraph/1/item/1~2",
    ]
    assert [one.kind for one in found.findings] == [FindingKind.NUMBERING_REPEATED]


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        (articles("一", "三"), ["Article 3 follows 1: 2 cannot be found."]),
        (articles("一", "五"), ["Article 5 follows 1: 2 to 4 cannot be found."]),
        (articles("一", "二", "一"), ["Article 1 comes behind Article 2: the numbers run back."]),
        (articles("九", "十"), []),
        ("第一条 甲。\n第一条之一 乙。\n第二条 丙。", []),
        (
            "第一条 甲。\n第一条之二 乙。\n第一条之一 丙。",
            ["Article 1 comes behind Article 1: the numbers run back."],
        ),
        ("第二章 甲\n第一条 甲。", ["Chapter 2 is the first: 1 cannot be found."]),
        (
            "第一章 甲\n第一条 甲。\n第三章 乙\n第二条 乙。",
            ["Chapter 3 follows 1: 2 cannot be found."],
        ),
        ("第一编 甲\n第一章 甲\n第一条 甲。\n第二编 乙\n第二章 乙\n第二条 乙。", []),
        ("第一编 甲\n第一章 甲\n第一条 甲。\n第二编 乙\n第一章 乙\n第二条 乙。", []),
        ("第一条 甲：\n（一）乙；\n（三）丙。", ["Item 3 follows 1: 2 cannot be found."]),
        ("第一条 甲。\n附件\n（二）乙。", []),
        (
            "第一章 甲\n第一条 甲。\n公园管理\n第二条 乙。\n第三章 丙\n第三条 丙。",
            ["公园管理 has lost its number; it is Chapter 2."],
        ),
    ],
)
def test_tells_what_is_amiss(text: str, messages: list[str]) -> None:
    """Gaps, repetitions and lost numbers are findings; suffixes, extracts and parts are not."""
    kinds = (FindingKind.NUMBERING_GAP, FindingKind.NUMBERING_REPEATED)
    assert [one.message for one in document(text).findings if one.kind in kinds] == messages


def test_points_at_the_number() -> None:
    """A finding names the provision and quotes its number, marks of Markdown inside or not."""
    text = "规则\n第一条 甲。\n**第三　条** 乙。"
    (finding,) = document(text).findings
    assert finding.provision == "article/3"
    assert [text[span.start : span.end] for span in finding.spans] == ["第三　条"]


def test_writes_labels_without_spaces() -> None:
    """A label is the number as written, without the white space in it."""
    labels = [one.label for one in document("第 一 条 甲：\n(一) 乙。").walk() if one.label]
    assert labels == ["第一条", "（一）"]
