"""Which numbers of a document are its articles, and which lines are headings that lost theirs.

Most regulations number 第一条. Decisions and older rules are outlines (一、（一）1.): there the
outermost number takes the place of the article. After `outlined` the rest need not ask.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from graph.text.entries import CLOSING, LONGEST_HEADING, Entry, Kind, is_short, markers_of
from graph.text.markers import Style
from graph.text.normalise import close_up

if TYPE_CHECKING:
    from collections.abc import Sequence

_LONGEST_LOST_HEADING: Final = 20


def outlined(entries: Sequence[Entry]) -> list[Entry]:
    """Return the entries with every article marked as one, and every heading as a heading."""
    if any(entry.kind is Kind.ARTICLE for entry in entries):
        return _with_lost_headings(entries)
    style = _article_style(entries)
    if style is None:
        return list(entries)
    above = Style.HAN if style is Style.DIGIT else None
    return [_promoted(entry, style, above) for entry in entries]


def _article_style(entries: Sequence[Entry]) -> Style | None:
    """Return the style of number that stands for articles in a text without 第X条."""
    if any(markers_of(entries, Style.HAN)):
        # 一、执行机构 / 1. … 8. … / 二、执行管辖 / 9. …: numbered through, the digits are articles.
        return Style.DIGIT if _numbered_through(entries) else Style.HAN
    for style in (Style.HAN_BRACKETS, Style.DIGIT):
        if any(markers_of(entries, style)):
            return style
    return None


def _numbered_through(entries: Sequence[Entry]) -> bool:
    """Tell whether 1., 2., 3., … run on through more than one 一、, and those are headings only."""
    digits: list[int] = []
    holders: set[int] = set()
    points = 0
    for entry in entries:
        if entry.marker is None:
            continue
        if entry.marker.style is Style.HAN:
            if entry.line.text[-1] in CLOSING and not entry.heading:
                return False
            points += 1
        elif entry.marker.style is Style.DIGIT:
            digits.append(entry.marker.number)
            holders.add(points)
    return len(holders) > 1 and digits == list(range(1, len(digits) + 1))


def _promoted(entry: Entry, style: Style, above: Style | None) -> Entry:
    """Return an entry of an outline as the article or chapter that it stands for."""
    if entry.marker is None or entry.kind is not Kind.ITEM:
        return entry
    heading = entry.heading or close_up(entry.words)
    if entry.marker.style is above:
        return replace(entry, kind=Kind.HEADING, heading=heading, rest=len(entry.line.text))
    if entry.marker.style is not style:
        return entry
    if entry.line.level:
        return replace(entry, kind=Kind.ARTICLE, heading=heading, rest=len(entry.line.text))
    return replace(entry, kind=Kind.ARTICLE)


def _with_lost_headings(entries: Sequence[Entry]) -> list[Entry]:
    """Mark as headings 一、 before an article, and a bare line there that lost its number."""
    marked: list[Entry] = []
    article, divisions = Kind.ARTICLE, (Kind.ARTICLE, Kind.HEADING)
    body = False
    for entry, following in zip(entries, [*entries[1:], None], strict=True):
        before_article = following is not None and following.kind is article
        if before_article and (_titles(entry) or (body and _lost_number(entry))):
            heading = entry.heading or close_up(entry.words)
            marked.append(replace(entry, kind=Kind.HEADING, heading=heading))
        else:
            marked.append(entry)
        body = body or entry.kind in divisions
    return marked


def _lost_number(entry: Entry) -> bool:
    """Tell whether a line without number can only be a heading."""
    plain = entry.kind is Kind.PLAIN and not entry.quoted
    return plain and is_short(entry.line.text, _LONGEST_LOST_HEADING)


def _titles(entry: Entry) -> bool:
    """Tell whether a line is 一、 with a heading behind it."""
    if entry.kind is not Kind.ITEM or entry.marker is None or entry.marker.style is not Style.HAN:
        return False
    text = entry.line.text
    return bool(entry.line.level) or (len(text) <= LONGEST_HEADING and text[-1] not in "。；：")
