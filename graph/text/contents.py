"""Tables of contents: headings that the text repeats further down.

The second time a run of headings comes to its first one, the document begins; what stands before is
contents.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graph.text.entries import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.text.entries import Entry

_TITLES: Final = frozenset(("目录", "目次"))
_SHORTEST: Final = 3
"""So many headings in a row are contents even without the word 目录, if they come again."""


def contents(entries: Sequence[Entry]) -> range:
    """Return which entries are the table of contents; an empty range if there is none."""
    for opens in (_is_heading, _is_marked_number):
        start = next((i for i, entry in enumerate(entries) if opens(entry)), None)
        found = range(0) if start is None else _contents_from(entries, start)
        if found:
            return found
    return range(0)


def _contents_from(entries: Sequence[Entry], start: int) -> range:
    """Return the contents that begin at an entry, if any do."""
    titled = entries[start].marker is None and entries[start].heading in _TITLES
    first = start + titled
    end = first
    while end < len(entries) and _lists(entries[end]):
        if end > first and _same(entries[end], entries[first]):
            return range(start, end)
        end += 1
    long_enough = end > first and (titled or end - first >= _SHORTEST)
    if long_enough and any(_same(entry, entries[first]) for entry in entries[end:]):
        return range(start, end)
    return range(start, first)


def _is_heading(entry: Entry) -> bool:
    return entry.kind is Kind.HEADING


def _is_marked_number(entry: Entry) -> bool:
    """Tell whether an entry is a number that Markdown makes a heading (## 二、回避)."""
    return entry.marker is not None and bool(entry.line.level)


def _lists(entry: Entry) -> bool:
    """Tell whether an entry can be a line of contents: a heading, or a number and no sentence."""
    if entry.kind is Kind.HEADING:
        return True
    return entry.marker is not None and not entry.line.text.endswith(("。", "；", "："))


def _same(one: Entry, other: Entry) -> bool:
    """Tell whether two entries bear the same number, or the same heading without one."""
    if one.marker is None or other.marker is None:
        return one.marker is other.marker and bool(one.heading) and one.heading == other.heading
    return (one.marker.style, one.marker.number) == (other.marker.style, other.marker.number)
