"""Several regulations in one file: where one ends and the next begins.

A document begins at a title behind which the articles start again from the first. Articles that
start again without a title are a matter of numbering, not a new document.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graph.text.entries import Kind
from graph.text.markers import Style
from graph.text.metadata import is_title

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.text.entries import Entry

_AMENDING: Final = ("决定", "决议", "修正案")
"""A document with such a title may be followed by the full text of what it amends."""


def divide(entries: Sequence[Entry]) -> list[Sequence[Entry]]:
    """Return the entries of each document."""
    starts = [0]
    last = -1  # the last article, or point of a decision, of the document at hand
    amending = False
    for index, entry in enumerate(entries):
        if entry.kind is Kind.ARTICLE and entry.marker:
            if last >= 0 and entry.marker.number == 1 and not entry.marker.suffix:
                title = _title_between(entries, last + 1, index)
                if title is not None:
                    starts.append(title)
            last, amending = index, False
        elif last < 0 and entry.line.text.endswith(_AMENDING) and is_title(entry.line.text):
            amending = True
        elif amending and entry.marker and entry.marker.style is Style.HAN:
            # A decision numbers its points 一、.
            last = index
    ends = [*starts[1:], len(entries)]
    return [entries[start:end] for start, end in zip(starts, ends, strict=True)]


def _title_between(entries: Sequence[Entry], start: int, end: int) -> int | None:
    """Return the first line there that Markdown marks as a title, or else the first that can be."""
    candidates = [
        index for index in range(start, end) if not (entries[index].marker or entries[index].quoted)
    ]
    marked = [i for i in candidates if entries[i].line.level and entries[i].kind is Kind.PLAIN]
    titles = [i for i in candidates if is_title(entries[i].words)]
    return next(iter(marked or titles), None)
