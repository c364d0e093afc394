"""Lines in which several articles or items stand one after another, taken apart.

Some sources turned the ends of lines into spaces (…。 第二条 …), or lost one (…处分。第四十二条…,
…器具；（三）…). A number inside a line is taken for the head of a provision only if it is the next
one due.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from graph.text.markers import Style, find_marker, is_cited, next_articles
from graph.text.numerals import NUMERAL_CHARACTERS, find_number

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.text.lines import Line
    from graph.text.markers import Marker

_N: Final = f"[{NUMERAL_CHARACTERS}]"
# …。 第二条 …, …： （一）…: a page whose line ends became spaces.
_RUN_TOGETHER: Final = re.compile(rf"[。；：] +(?:第{_N}{{1,7}}[条章节编] |（{_N}{{1,3}}）)")
_SENTENCE_GAP: Final = re.compile("(?<=[。；：]) +")
# … 第二章 组织设置 第六条 …: a heading between articles of such a page. Group: the heading.
_HEADING_BEFORE_ARTICLE: Final = re.compile(
    rf"(?:^| )(?P<heading>第{_N}{{1,4}}[编章节] [^，。；：]{{1,30}}?) (?=第{_N}{{1,7}}条 )"
)
# …处分。第四十二条…: the next article on the line of the last. Groups: number, space behind.
_ARTICLE: Final = re.compile(rf"(?<=。)第({_N}{{1,7}})条(?P<space> ?)")
# …制度。第二章市容责任: the next heading at the end of the line of an article.
_HEADING: Final = re.compile(rf"(?<=。)第{_N}{{1,4}}[编章节][^，。；：]{{2,30}}")
# …下列情形：（一）…；（二）…。: a list on one line. Group: number.
_ITEM: Final = re.compile(rf"(?<=[：；。])（({_N}{{1,3}})）(?!项(?!目)|款)")
_NUMBERED: Final = (Style.HAN_BRACKETS, Style.DIGIT_BRACKETS)


def separate(lines: Sequence[Line]) -> list[Line]:
    """Return the lines, those with several provisions in them split where each begins."""
    return with_markers(lines)[0]


def with_markers(lines: Sequence[Line]) -> tuple[list[Line], list[Marker | None]]:
    """Return the lines as `separate` does, and for each the number that opens it, if one does."""
    apart: list[Line] = []
    opened: list[Marker | None] = []
    markers = [find_marker(line.text) for line in lines]
    behind = next_articles(markers)
    last = 0
    for line, marker, following in zip(lines, markers, behind, strict=True):
        text = line.text
        starts: list[int] = []
        if marker and marker.style is Style.ARTICLE:
            last = marker.number
        if " " in text and _RUN_TOGETHER.search(text):
            starts = [gap.end() for gap in _SENTENCE_GAP.finditer(text)]
            starts = sorted({*starts, *_headings_between(text)})
        elif "。第" in text:
            inner = list(_articles(text, last, following))
            last += len(inner)
            starts = [*inner, *_heading(text, following)]
        elif "；（" in text:
            starts = _items(text, marker)
        if starts:
            parts = list(_split(line, starts))
            apart += parts
            opened += [find_marker(part.text) for part in parts]
        else:
            apart.append(line)
            opened.append(marker)
    return apart, opened


def _headings_between(text: str) -> Iterator[int]:
    """Yield where in a line of many articles a heading begins, and the article behind it."""
    for match in _HEADING_BEFORE_ARTICLE.finditer(text):
        yield match.start("heading")
        yield match.end()


def _articles(text: str, last: int, behind: int) -> Iterator[int]:
    """Yield where in a line the articles begin that follow the `last` one in number.

    Without white space after the number it must be the one that is missing before the next line's
    (`behind`).
    """
    for match in _ARTICLE.finditer(text):
        missing = behind == last + 2 and not is_cited(text, match.end(), separated=False)
        if find_number(match[1]) == last + 1 and (match["space"] or missing):
            yield match.start()
            last += 1


def _heading(text: str, behind: int) -> list[int]:
    """Return where a heading begins that ends the line, if an article is still to come."""
    match = _HEADING.fullmatch(text, text.rfind("。") + 1) if behind else None
    return [match.start()] if match else []


def _items(text: str, marker: Marker | None) -> list[int]:
    """Return where in a line the items begin that follow one another in number, if two do."""
    last = marker.number if marker and marker.style in _NUMBERED else 0
    starts = []
    for match in _ITEM.finditer(text):
        if find_number(match[1]) == last + 1:
            starts.append(match.start())
            last += 1
    return starts if last > 1 else []


def _split(line: Line, starts: Sequence[int]) -> Iterator[Line]:
    """Yield the parts of a line that begin at its own start and at the given offsets."""
    for start, end in zip([0, *starts], [*starts, len(line.text)], strict=True):
        part = line.part(start, end)
        if part:
            yield part if start else replace(part, level=line.level, bullet=line.bullet)
