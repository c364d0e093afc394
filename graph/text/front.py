"""What stands before the first heading or article, sorted into title, history and preamble.

A preamble is prose: the notice that publishes a regulation, the reasons of a decision. Titles,
signatures, numbers of orders and the acts in brackets are not; they are metadata, or nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from graph.text.entries import Kind, is_bare
from graph.text.metadata import is_dated, is_title, names_act
from graph.text.normalise import close_up

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.text.entries import Entry
    from graph.text.lines import Line


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """The parts of the front matter; `title` is `None` where no line can be one."""

    title: str | None
    history: tuple[Line, ...]
    preamble: tuple[Entry, ...]


_PROSE_ENDS: Final = frozenset("。：；！？”")
_CONTINUES: Final = ("关于", "和", "及", "与", "若干", "法律", "实施")
"""What the second line of a title begins with."""

_DIGITS: Final = re.compile("[0-9０-９号]")
_LONGEST_HISTORY: Final = 2000
"""No line that tells of acts is longer, in characters."""


def read_front(entries: Sequence[Entry]) -> Front:
    """Sort the entries before the first heading or article."""
    titles = _title_entries(entries)
    preamble: list[Entry] = []
    history: list[Line] = []
    for index, entry in enumerate(entries):
        if index in titles:
            continue
        if _is_prose(entry):
            preamble.append(entry)
        elif len(entry.line.text) <= _LONGEST_HISTORY:
            history.append(entry.line)
    title = close_up("".join(entries[index].words for index in titles)).strip("《》")
    return Front(title=title or None, history=tuple(history), preamble=tuple(preamble))


def _title_entries(entries: Sequence[Entry]) -> range:
    """Return which entries make up the title: what Markdown marks most, or the last that can."""
    marked = [i for i, one in enumerate(entries) if one.line.level and not one.marker]
    if marked:
        index = min(marked, key=lambda i: entries[i].line.level)
        return range(index, index + 1)
    titles = [i for i, one in enumerate(entries) if not one.marker and is_title(one.words)]
    if titles:
        start = titles[-1]
        while (
            start and entries[start].words.startswith(_CONTINUES) and _titular(entries[start - 1])
        ):
            start -= 1
        return range(start, titles[-1] + 1)
    return range(1) if entries and _titular(entries[0]) else range(0)


def _titular(entry: Entry) -> bool:
    """Tell whether a line can be a part of a title: bare, and no date or number of an order."""
    text = entry.line.text
    bare = is_bare(text) and text[0] != "（" and not _DIGITS.search(text)
    return bare and entry.kind is Kind.PLAIN


def _is_prose(entry: Entry) -> bool:
    """Tell running text from titles, signatures, dates and acts."""
    text = entry.line.text
    if entry.line.level or text[-1] not in _PROSE_ENDS or is_bare(text):
        return False
    if text[0] == "（" and entry.marker is None and text.rstrip("。")[-1] == "）":
        return False
    return not (is_dated(text) and names_act(text))
