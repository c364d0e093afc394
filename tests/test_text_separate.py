"""Lines with several provisions in them: where they are split, and where they are not."""

from __future__ import annotations

import pytest

from graph.text.lines import read_lines
from graph.text.separate import separate


def split(text: str) -> list[str]:
    """Return the lines of a text after splitting."""
    return [line.text for line in separate(read_lines(text).lines)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "第一条 甲。 第二条 乙： （一）丙； （二）丁。 戊。",
            ["第一条 甲。", "第二条 乙：", "（一）丙；", "（二）丁。", "戊。"],
            id="line-ends-became-spaces",
        ),
        pytest.param(
            "第一条 甲。 第二章 职责 第二条 乙。",
            ["第一条 甲。", "第二章 职责", "第二条 乙。"],
            id="with-a-heading",
        ),
        pytest.param("第一条 甲。第二条 乙。", ["第一条 甲。", "第二条 乙。"], id="next-article"),
        pytest.param(
            "第一条 甲：\n（一）乙。第二条 丙。",
            ["第一条 甲：", "（一）乙。", "第二条 丙。"],
            id="behind-an-item",
        ),
        pytest.param(
            "第一条甲。第二条乙。\n第三条丙。",
            ["第一条甲。", "第二条乙。", "第三条丙。"],
            id="missing-one",
        ),
        pytest.param(
            "第一条 甲。第二章职责\n第二条 乙。",
            ["第一条 甲。", "第二章职责", "第二条 乙。"],
            id="heading",
        ),
        pytest.param(
            "甲应当：（一）乙；（二）丙。",
            ["甲应当：", "（一）乙；", "（二）丙。"],
            id="list-on-one-line",
        ),
        pytest.param("（二）甲；（三）乙；", ["（二）甲；", "（三）乙；"], id="next-item"),
    ],
)
def test_splits(text: str, expected: list[str]) -> None:
    """A number inside a line opens a provision if it is the next one due."""
    assert split(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("第一条 甲。第三条 乙。", id="not-the-next"),
        pytest.param("第一条 甲。第二条规定的期限，由乙定。", id="cited"),
        pytest.param("第一条甲。第二条规定的期限。\n第三条乙。", id="cited-where-one-is-missing"),
        pytest.param("甲。 乙。", id="space-behind-a-sentence"),
        pytest.param("第一条 甲。第二章职责", id="heading-behind-the-last-article"),
        pytest.param("甲；（二）项规定的乙；（三）项", id="items-cited"),
        pytest.param("甲：（一）乙。", id="a-single-item"),
        pytest.param("甲；（二）乙；（四）丙。", id="no-list"),
    ],
)
def test_leaves_whole(text: str) -> None:
    """Citations, odd spaces and stray numbers split nothing."""
    assert split(text) == text.split("\n")


def test_keeps_the_look_of_the_first_part() -> None:
    """Level and list mark of a line are those of its first part only."""
    lines = separate(read_lines("- （一）甲；（二）乙。").lines)
    assert [line.bullet for line in lines] == [True, False]
