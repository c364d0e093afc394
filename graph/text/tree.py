"""The tree of a document: preamble, parts, chapters, sections, articles, attachments."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from graph.model import ProvisionKind
from graph.text.draft import Draft
from graph.text.entries import LONGEST_HEADING, Entry, Kind, markers_of
from graph.text.markers import HEADINGS, Style
from graph.text.paragraphs import paragraphs

if TYPE_CHECKING:
    from collections.abc import Sequence

_RANKS: Final = {style: rank for rank, style in enumerate(HEADINGS)}
_KINDS: Final = {
    Style.PART: ProvisionKind.PART,
    Style.SUBPART: ProvisionKind.PART,
    Style.CHAPTER: ProvisionKind.CHAPTER,
    Style.SECTION: ProvisionKind.SECTION,
}
_DIVISIONS: Final = (Kind.HEADING, Kind.ARTICLE, Kind.ATTACHMENT)
_OPENINGS: Final = frozenset(("序言", "前言", "引言", "导言", "总纲", "序"))
"""Headings under which, before the first article, the preamble stands."""

_LEVEL_OF_PARTS: Final = 2
"""The level at which Markdown files set the parts of a code, below the title."""


def build(entries: Sequence[Entry], preamble: Sequence[Entry]) -> list[Draft]:
    """Return the tree of a document.

    Args:
        entries: the document from its first heading or article on.
        preamble: the prose before that.
    """
    return _Builder(entries).build(preamble)


class _Builder:
    """Walks the entries once; `open` are the headings that still gather what follows."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.entries = entries
        self.roots: list[Draft] = []
        self.open: list[tuple[int, Draft]] = []
        self.has_parts = any(markers_of(entries, Style.PART))

    def build(self, preamble: Sequence[Entry]) -> list[Draft]:
        """Return the roots of the tree."""
        index = self._preamble(preamble)
        while index < len(self.entries):
            entry = self.entries[index]
            if entry.kind is Kind.ATTACHMENT:
                index = self._attachment(index)
                continue
            end = self._next_division(index + 1)
            if entry.kind is Kind.ARTICLE:
                article = Draft.of(ProvisionKind.ARTICLE, entry)
                article.children = paragraphs(self.entries[index:end])
                self._gather([article])
            else:
                start = index
                if entry.kind is Kind.HEADING:
                    self._open_heading(entry)
                    start += 1
                self._gather(paragraphs(self.entries[start:end]))
            index = end
        return self.roots

    def _preamble(self, prose: Sequence[Entry]) -> int:
        """Build the preamble from the prose and what stands under 序言; return where it ends."""
        opening = self.entries[0] if self.entries else None
        if opening is None or opening.kind is not Kind.HEADING or opening.heading not in _OPENINGS:
            opening = None
        end = self._next_division(1) if opening else 0
        children = paragraphs([*prose, *self.entries[bool(opening) : end]])
        if not opening and not children:
            return 0
        starts = [child.start for child in children] + ([opening.line.start] if opening else [])
        ends = [child.end for child in children] + ([opening.line.end] if opening else [])
        self.roots.append(
            Draft(
                kind=ProvisionKind.PREAMBLE,
                start=min(starts),
                end=max(ends),
                heading=opening.heading if opening else "",
                children=children,
            )
        )
        return end

    def _next_division(self, start: int) -> int:
        """Return where the next heading, article or attachment begins."""
        for index in range(start, len(self.entries)):
            if self.entries[index].kind in _DIVISIONS:
                return index
        return len(self.entries)

    def _open_heading(self, entry: Entry) -> None:
        """Add a heading under the ones above it; what follows is gathered under it."""
        style = entry.marker.style if entry.marker else Style.CHAPTER
        if entry.marker is None and self.has_parts and entry.line.level == _LEVEL_OF_PARTS:
            style = Style.PART
        # 一、 above articles is a chapter.
        style = style if style in _RANKS else Style.CHAPTER
        rank = _RANKS[style]
        while self.open and self.open[-1][0] >= rank:
            self.open.pop()
        draft = Draft.of(_KINDS[style], entry)
        self._gather([draft])
        self.open.append((rank, draft))

    def _gather(self, drafts: list[Draft]) -> None:
        """Put provisions under the innermost open heading."""
        (self.open[-1][1].children if self.open else self.roots).extend(drafts)

    def _attachment(self, index: int) -> int:
        """Build an attachment from all that comes before the next one; return where that is."""
        entry = self.entries[index]
        end = index + 1
        while end < len(self.entries) and self.entries[end].kind is not Kind.ATTACHMENT:
            end += 1
        inside = [_running(one) for one in self.entries[index + 1 : end]]
        draft = Draft.of(ProvisionKind.ATTACHMENT, entry)
        draft.label = entry.line.text[: entry.rest].strip()
        draft.heading = entry.words.strip()
        if not draft.heading and inside and _is_title(inside[0]):
            draft.heading = inside[0].line.text
            draft.end = inside.pop(0).line.end
        draft.children = paragraphs(inside)
        self.open.clear()
        self.roots.append(draft)
        return end


def _running(entry: Entry) -> Entry:
    """Return an entry as it counts inside an attachment: no headings and no articles there."""
    if entry.kind is Kind.HEADING:
        return replace(entry, kind=Kind.PLAIN, marker=None, rest=0, heading="")
    return replace(entry, kind=Kind.ITEM) if entry.kind is Kind.ARTICLE else entry


def _is_title(entry: Entry) -> bool:
    text = entry.line.text
    plain = entry.kind is Kind.PLAIN and entry.marker is None
    return plain and len(text) <= LONGEST_HEADING and text[-1] not in "。；："
