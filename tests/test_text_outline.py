"""Articles and headings: which numbers they are in outlines, and which lines lost theirs."""

from __future__ import annotations

import pytest

from graph.text.compose import read_entries
from graph.text.entries import Kind
from graph.text.lines import read_lines
from graph.text.outline import outlined

SHORT = {
    Kind.HEADING: "h",
    Kind.ARTICLE: "a",
    Kind.ITEM: "i",
    Kind.PLAIN: "p",
    Kind.ATTACHMENT: "x",
}


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        pytest.param("第一条 甲：\n一、乙；\n二、丙。", "aii", id="articles"),
        pytest.param("一、甲。\n（一）乙。\n1.丙。\n二、丁。", "aiia", id="points"),
        pytest.param("（一）甲。\n（二）乙：\n1.丙。", "aai", id="brackets"),
        pytest.param("1.甲。\n2.乙：\n（1）丙。", "aai", id="digits"),
        pytest.param("一、机构\n1.甲。\n2.乙。\n二、职责\n3.丙。", "haaha", id="numbered-through"),
        pytest.param("## 一、机构\n1.甲。\n## 二、职责\n2.乙。", "haha", id="marked-and-through"),
        pytest.param("一、机构\n1.甲。\n2.乙。\n二、职责\n1.丙。", "aiiai", id="starting-again"),
        pytest.param("一、甲。\n1.乙。\n二、丙。\n2.丁。", "aiai", id="through-but-sentences"),
        pytest.param("甲。\n乙。", "pp", id="nothing-numbered"),
        pytest.param("## 一、机构\n第一条 甲。\n## 二、职责\n第二条 乙。", "haha", id="chapters"),
        pytest.param("一、机构\n第一条 甲。\n二、职责\n第二条 乙。", "haha", id="plain-chapters"),
        pytest.param("第一条 甲：\n一、乙；\n第二条 丙。", "aia", id="items-before-an-article"),
        pytest.param("第一条 甲。\n公园管理\n第二条 乙。", "aha", id="lost-number"),
        pytest.param("第一条 甲。\n公园管理。\n第二条 乙。", "apa", id="sentence"),
        pytest.param("甲规则\n第一条 甲。", "pa", id="title"),
    ],
)
def test_finds_articles(text: str, kinds: str) -> None:
    """The outermost number is the article; what stands above or between is a heading."""
    entries = outlined(read_entries(read_lines(text).lines))
    assert "".join(SHORT[entry.kind] for entry in entries) == kinds


def test_takes_headings_from_the_text() -> None:
    """The words behind a number that becomes a heading are the heading, not the text."""
    (point, *_) = outlined(read_entries(read_lines("## 一、健全　机制\n甲。").lines))
    assert (point.kind, point.heading, point.words) == (Kind.ARTICLE, "健全 机制", "")
