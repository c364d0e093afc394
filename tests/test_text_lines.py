"""Lines: the text of each, the way back to the source, and what is no line of text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model import Span
from graph.text.lines import Line, join, read_lines
from graph.text.markup import mask
from graph.text.normalise import normalise

PIECES = [
    *"第条一总则（）(),;、。 \t\n\r\f\u3000\u200b\ue003#*-|>[]<!&\\aZ19.",
    "<!--",
    "-->",
    "\r\n",
]
texts = st.lists(st.sampled_from(PIECES), max_size=80).map("".join)


def read(text: str) -> list[Line]:
    """Return the lines of a text."""
    return list(read_lines(text).lines)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("甲\n乙\r\n丙\r丁\f戊\u2028己", ["甲", "乙", "丙", "丁", "戊", "己"]),
        ("  甲 乙\u3000\n\n\u3000\u3000丙", ["甲 乙", "丙"]),
        ("\ufeff甲\n\u200b\n\ue003\n", ["甲"]),
        ("---\n***\n======\n……\n甲", ["甲"]),
        ("甲\n:::tip\n乙\n:::", ["甲", "乙"]),
        ("", []),
    ],
)
def test_splits(text: str, lines: list[str]) -> None:
    """Every kind of line end splits; empty, invisible and ornamental lines are left out."""
    assert [line.text for line in read(text)] == lines


@pytest.mark.parametrize(
    ("text", "level", "bullet", "words"),
    [
        ("## 第一章", 2, False, "第一章"),
        ("###  标题  ", 3, False, "标题"),
        ("####### 七个", 0, False, "####### 七个"),
        ("- （一）甲", 0, True, "（一）甲"),
        ("-（一）甲", 0, True, "（一）甲"),
        ("-5度以下", 0, False, "-5度以下"),
        ("• 甲", 0, True, "甲"),
        ("> > 甲", 0, False, "甲"),
        ("> ## **甲**", 2, False, "甲"),
        ("**甲**乙", 0, False, "甲乙"),
    ],
)
def test_reads_the_first_column(text: str, level: int, bullet: bool, words: str) -> None:  # noqa: FBT001
    """Headings, list marks and quotation marks of Markdown are structure, not text."""
    (line,) = read(text)
    assert (line.level, line.bullet, line.text) == (level, bullet, words)


def test_leaves_tables_out() -> None:
    """Rows that follow one another are one table; the text between two of them is a line."""
    text = "甲\n| a | b |\n|---|---|\n| 1 | 2 |\n乙\n\n| c |\n"
    found = read_lines(text)
    assert [line.text for line in found.lines] == ["甲", "乙"]
    assert [text[span.start : span.end][:5] for span in found.tables] == ["| a |", "| c |"]


def test_tells_where_the_invisible_stands() -> None:
    """Runs of invisible characters are reported; a byte-order mark and markup are not."""
    found = read_lines("\ufeff甲\u200b\u200b乙**丙**\ue003")
    assert found.invisible == (Span(start=2, end=4), Span(start=10, end=11))


@given(texts)
def test_leads_back_to_the_source(text: str) -> None:
    """The source at the pieces of a line is its text, and lines follow one another."""
    last = 0
    form = normalise(mask(text))
    for line in read(text):
        assert line.text == line.text.strip() != ""
        assert "".join(form[p.start : p.start + p.length] for p in line.pieces) == line.text
        assert [p.offset for p in line.pieces] == [
            sum(q.length for q in line.pieces[:i]) for i in range(len(line.pieces))
        ]
        assert line.start >= last
        last = line.end


@given(texts, st.integers(0, 90), st.integers(0, 90))
def test_cuts_and_joins(text: str, start: int, end: int) -> None:
    """A part of joined lines reads as the part of their text, and leads to the same characters."""
    lines = read(text)
    if not lines:
        return
    line = join(lines)
    assert line.text == "".join(one.text for one in lines)
    passage = line.passage(start, end)
    assert (passage.text if passage else "") == line.text[start:end].strip()
    if passage:
        form = normalise(mask(text))
        spans = passage.locate(0, len(passage.text))
        assert "".join(form[span.start : span.end] for span in spans) == passage.text
    for length in range(1, len(line.text) + 1):
        assert normalise(mask(text))[line.offset(length) - 1] == line.text[length - 1]


@pytest.mark.parametrize(
    ("text", "running"),
    [
        ("国家监察 委员会领导 地方监察委员会", "国家监察委员会领导地方监察委员会"),
        ("县委，  派驻机构", "县委，派驻机构"),
        ("修改为：“第三条 消防局领导消防队", "修改为：“第三条 消防局领导消防队"),
        ("“第三条之一 消防局 领导消防队", "“第三条之一 消防局领导消防队"),
        ("A 股 B 股", "A 股 B 股"),
    ],
)
def test_running_text_has_no_stray_spaces(text: str, running: str) -> None:
    """A space between Han characters is no text, except behind a number; offsets stay true."""
    (line,) = read(text)
    passage = line.running()
    assert passage is not None
    assert passage.text == running
    assert "".join(text[p.start : p.start + p.length] for p in passage.pieces) == running
