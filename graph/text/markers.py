"""The numbers that open a line: 第二编, 第三章, 第十四条之一, 一、, （三）, 2., （4）, ⑤.

A marker is recognised by its form alone. Whether it opens a provision here, or only cites one at
the head of a line, is for `graph.text.compose` to say.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from graph.text.numerals import NUMERAL_CHARACTERS, find_number

if TYPE_CHECKING:
    from collections.abc import Sequence


class Style(StrEnum):
    """The ways in which a line is numbered."""

    PART = "第一编"
    SUBPART = "第一分编"
    CHAPTER = "第一章"
    SECTION = "第一节"
    ARTICLE = "第一条"
    HAN = "一、"
    HAN_BRACKETS = "（一）"
    DIGIT = "1."
    DIGIT_BRACKETS = "（1）"
    CIRCLED = "①"


HEADINGS: Final = (Style.PART, Style.SUBPART, Style.CHAPTER, Style.SECTION)
"""What divides a document above its articles, outermost first."""

DIVIDING: Final = (*HEADINGS, Style.ARTICLE)
"""What may not stand inside an article."""


@dataclass(slots=True, kw_only=True)
class Marker:
    """A number at the head of a line.

    `label` is the number as written without what separates it from the text, `end` the offset in
    the line at which the text behind it begins. `separated` tells that white space or the end of
    the line stands between.
    """

    style: Style
    number: int
    label: str
    end: int
    suffix: int | None = None
    separated: bool = True


_N: Final = f"[{NUMERAL_CHARACTERS}]"
# 第十四条, 第三十九　条, 第一百二十条之二, 第二分编, and 弟四十五条 of a scanned page. Groups:
# number, unit, number of the suffix, white space behind.
_UNIT: Final = re.compile(
    rf"""
    [第弟笫]\s* (?P<number> (?:{_N}\s*){{1,12}} ) (?P<unit> 分编|编|部分|章|节|条 )
    (?: \s*之\s* (?P<suffix> {_N}{{1,3}} ) )? (?P<space> \s* )
    """,
    re.VERBOSE,
)
# 一、 十二． with the mark of an outline behind it; 一般 has none. Group: number.
_HAN: Final = re.compile(r"(?P<number>[一二三四五六七八九十百廿卅〇零]{1,6})\s?[、．.]\s*")
# （一） (12) （（七）: but not items that are only cited, （一）项 or （一）、（二）. Group:
# number.
_BRACKETS: Final = re.compile(
    rf"""
    （{{1,2}}\s* (?P<number> {_N}(?:\s?{_N}){{0,6}} ) \s*）
    (?! \s* (?: [、，至和或及]\s*（ | 项(?!目) | 款(?!项) ) ) \s*
    """,
    re.VERBOSE,
)
# 1. １． 12、 but not 1.5 and not 2010年. Group: number.
_DIGIT: Final = re.compile(r"(?P<number>[0-9０-９]{1,3})\s?[.．、](?![0-9０-９])\s*")
_CIRCLED: Final = re.compile(r"[①-⑳]\s*")
# 第五条第二款, 第五条、第六条, 第五条规定: cited, whether or not white space stands between.
_CITED: Final = re.compile(
    rf"第\s*{_N}+\s*[款项目]|[、，。；：）》”]|的?规定的?|[和或及至]第|所[称列述]的?"
)
# 第五条的, 第五条和, 第五条中, 第五条以下: cited, if nothing stands between.
_JOINED: Final = re.compile("[和或及至到与的之中]|以[内外上下前后]")

_STYLES: Final = {
    "编": Style.PART,
    "部分": Style.PART,
    "分编": Style.SUBPART,
    "章": Style.CHAPTER,
    "节": Style.SECTION,
    "条": Style.ARTICLE,
}
_DIGITS: Final = frozenset("0123456789０１２３４５６７８９")


def find_marker(line: str) -> Marker | None:
    """Return the number that opens a line, or `None`.

    >>> marker = find_marker("第十四条之一　派出机关")
    >>> marker.style.name, marker.number, marker.suffix, marker.label
    ('ARTICLE', 14, 1, '第十四条之一')
    >>> find_marker("（三）监督").number, find_marker("（三）项") is None
    (3, True)
    >>> find_marker("1.5米") is None
    True
    """
    reader = _READERS.get(line[0]) if line else None
    return reader(line) if reader else None


def is_cited(line: str, end: int, *, separated: bool) -> bool:
    """Tell whether the words behind a number read as if it were only cited.

    Args:
        line: the line with the number.
        end: where in it the words behind the number begin.
        separated: whether white space stands between; then 和, 中 and the like may open a sentence.

    >>> is_cited("第六条规定的期限", 3, separated=False), is_cited("第六条 中央", 4, separated=True)
    (True, False)
    """
    if _CITED.match(line, end):
        return True
    return not separated and _JOINED.match(line, end) is not None


def next_articles(markers: Sequence[Marker | None]) -> list[int]:
    """Return for every line the number of the next article behind it, 0 if there is none."""
    behind, number = [], 0
    for marker in reversed(markers):
        behind.append(number)
        if marker and marker.style is Style.ARTICLE:
            number = marker.number
    return behind[::-1]


def _read_unit(line: str) -> Marker | None:
    match = _UNIT.match(line)
    number = find_number(match["number"]) if match else None
    if match is None or not number:
        return None
    suffix = find_number(match["suffix"]) if match["suffix"] else None
    return Marker(
        style=_STYLES[match["unit"]],
        number=number,
        suffix=suffix,
        label=line[: match.start("space")],
        end=match.end(),
        separated=bool(match["space"]) or match.end() == len(line),
    )


def _read_han(line: str) -> Marker | None:
    return _simple(_HAN.match(line), Style.HAN)


def _read_brackets(line: str) -> Marker | None:
    match = _BRACKETS.match(line)
    in_digits = match is not None and match["number"][0] in _DIGITS
    return _simple(match, Style.DIGIT_BRACKETS if in_digits else Style.HAN_BRACKETS)


def _read_digit(line: str) -> Marker | None:
    return _simple(_DIGIT.match(line), Style.DIGIT)


def _read_circled(line: str) -> Marker | None:
    match = _CIRCLED.match(line)
    if match is None:
        return None
    number = ord(line[0]) - ord("①") + 1
    return Marker(style=Style.CIRCLED, number=number, label=line[0], end=match.end())


def _simple(match: re.Match[str] | None, style: Style) -> Marker | None:
    """Return the marker of a match whose group `number` is all there is to read."""
    number = find_number(match["number"]) if match else None
    if match is None or not number:
        return None
    return Marker(style=style, number=number, label=match[0].rstrip(), end=match.end())


_READERS: Final = {
    "（": _read_brackets,
    **dict.fromkeys("第弟笫", _read_unit),
    **dict.fromkeys("一二三四五六七八九十百廿卅〇零", _read_han),
    **dict.fromkeys(_DIGITS, _read_digit),
    **dict.fromkeys("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳", _read_circled),
}
