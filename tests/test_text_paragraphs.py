"""The inside of an article: paragraphs, items, sub-items, and whose the lines between them are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.text.compose import read_entries
from graph.text.lines import read_lines
from graph.text.paragraphs import paragraphs

if TYPE_CHECKING:
    from graph.text.draft import Draft


def inside(text: str) -> str:
    """Return the paragraphs of a first article in short: `p` `i` `s`, number, (children)."""
    entries = read_entries(read_lines("第一条 " + text).lines)
    return " ".join(_short(draft) for draft in paragraphs(entries))


def _short(draft: Draft) -> str:
    number = "" if draft.number is None else str(draft.number)
    children = " ".join(_short(child) for child in draft.children)
    return f"{draft.kind.value[0]}{number}" + (f"({children})" if children else "")


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        pytest.param("甲。", "p", id="one"),
        pytest.param("甲。\n乙。", "p p", id="two"),
        pytest.param("甲：\n（一）乙；\n（二）丙。", "p(i1 i2)", id="list"),
        pytest.param(
            "甲：\n（一）乙；\n（二）丙。\n丁。", "p(i1 i2) p", id="paragraph-behind-list"
        ),
        pytest.param("甲：\n（一）乙。\n丙：\n（一）丁。", "p(i1) p(i1)", id="list-starts-again"),
        pytest.param(
            "甲：\n（一）乙：\n1.丙；\n2.丁。\n（二）戊。", "p(i1(s1 s2) i2)", id="sub-items"
        ),
        pytest.param(
            "甲：\n1.乙：\n（1）丙；\n①丁。\n2.戊。", "p(i1(s1(s1)) i2)", id="three-styles"
        ),
        pytest.param(
            "甲：\n（一）乙。\n丙。\n（二）丁。", "p(i1(p) i2)", id="paragraph-of-an-item"
        ),
        pytest.param(
            "甲：\n（一）乙。\n丙：\n1.丁；\n2.戊。\n（二）己。",
            "p(i1(p(s1 s2)) i2)",
            id="it-has-a-list-itself",
        ),
        pytest.param("甲：\n（一）乙；\n丙；\n（三）丁。", "p(i1 i2 i3)", id="lost-number"),
        pytest.param("甲：\n（一）乙；\n丙。\n（三）丁。", "p(i1) p(i3)", id="gap"),
        pytest.param("甲：\n乙；\n丙；\n丁。\n戊。", "p(i i i) p", id="list-without-numbers"),
        pytest.param("甲：\n- 乙\n- 丙。\n丁。", "p(i i) p", id="markdown-list"),
        pytest.param("甲：\n乙；\n丙；\n（三）丁。", "p(i1 i2 i3)", id="first-numbers-lost"),
        pytest.param(
            "甲：\n乙是乙。\n丙是丙。\n（三）丁。", "p(i1 i2 i3)", id="definitions-without-numbers"
        ),
        pytest.param("甲：\n乙是乙。\n（三）丁。", "p p(i3)", id="too-few-for-lost-numbers"),
        pytest.param("甲；\n乙；\n丙。", "p p p", id="no-stem"),
        pytest.param("甲。\n乙。\n（二）丙。", "p p(i2)", id="no-stem-before-lost-numbers"),
        pytest.param(
            "甲：\n（一）乙：\n1.丙。\n丁。\n（二）戊。",
            "p(i1(s1 p) i2)",
            id="paragraph-behind-sub-items",
        ),
        pytest.param("\n（一）乙；\n（二）丙。", "p(i1 i2)", id="no-paragraph-before"),
        pytest.param("【职责】甲。\n【例外】乙。", "p p", id="headings"),
    ],
)
def test_builds(text: str, shape: str) -> None:
    """Stems own their items, styles of numbers make the depth, interrupted lists go on."""
    assert inside(text) == shape


def test_keeps_headings_of_paragraphs() -> None:
    """A heading in brackets is no text; an article's is kept there, a paragraph's with it."""
    entries = read_entries(read_lines("第一条 【职责】甲。\n【例外】乙。").lines)
    found = paragraphs(entries)
    assert entries[0].heading == "职责"
    assert [(draft.heading, draft.passage and draft.passage.text) for draft in found] == [
        ("", "甲。"),
        ("例外", "乙。"),
    ]


def test_gives_points_their_text() -> None:
    """The text behind a point that is only a heading belongs to it."""
    entries = read_entries(
        read_lines("第一条 甲。\n附件\n一、定义\n乙是丙。\n二、职责\n丁。").lines
    )
    (holder,) = paragraphs(entries[2:])
    assert _short(holder) == "p(i1(p) i2(p))"
