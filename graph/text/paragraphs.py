"""The inside of an article: its paragraphs (款), their items (项) and sub-items (目).

A stem (…以下情况：) owns the items behind it. An item is recognised by the style of its number:
the style of the list before it makes it a sibling, a new style a child. A plain line behind an
item is the next paragraph of the article, unless the list goes on after it: then it is a further
paragraph of that item.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from graph.model import ProvisionKind
from graph.text.draft import Draft
from graph.text.entries import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.text.entries import Entry
    from graph.text.markers import Marker, Style


def paragraphs(entries: Sequence[Entry]) -> list[Draft]:
    """Return the paragraphs of an article, or of whatever holds running text.

    `entries` are those of the article, its label first; a label without words makes no paragraph.
    """
    markers = [_item_marker(entry) for entry in entries]
    composer = _Composer(entries, markers)
    for index, (entry, marker) in enumerate(zip(entries, markers, strict=True)):
        if marker:
            composer.add_item(entry, marker)
        else:
            composer.add_paragraph(index, entry)
    return composer.found


def _item_marker(entry: Entry) -> Marker | None:
    """Return the number of an item; that of an article counts nothing inside it."""
    return None if entry.kind is Kind.ARTICLE else entry.marker


class _Composer:
    """The paragraphs found so far, and the list items that are still open, outermost first."""

    def __init__(self, entries: Sequence[Entry], markers: Sequence[Marker | None]) -> None:
        self.entries = entries
        self.found: list[Draft] = []
        self.lists: list[tuple[Style, Draft]] = []
        self.loose = False  # inside a list without numbers
        # Of each style, the places where its numbers stand, with the numbers.
        self.items: dict[Style, list[tuple[int, int]]] = {}
        for index, marker in enumerate(markers):
            if marker:
                self.items.setdefault(marker.style, []).append((index, marker.number))

    def add_item(self, entry: Entry, marker: Marker) -> None:
        """Hang an item under its stem, beside its siblings or under the item that it divides."""
        self.loose = False
        if any(style is marker.style for style, _ in self.lists):
            while self.lists.pop()[0] is not marker.style:
                pass
        if not self.found:
            start, end = entry.line.start, entry.line.end
            self.found.append(Draft(kind=ProvisionKind.PARAGRAPH, start=start, end=end))
        if not self.lists:
            self._number_lost_items(marker.number)
        kind = ProvisionKind.SUBITEM if self.lists else ProvisionKind.ITEM
        item = Draft.of(kind, entry, passage=entry.line.running(entry.rest))
        siblings = self._open_children()
        if self.lists and siblings and siblings[-1].kind is ProvisionKind.PARAGRAPH:
            # A further paragraph of the item above announces the sub-items.
            siblings = siblings[-1].children
        siblings.append(item)
        self.lists.append((marker.style, item))

    def add_paragraph(self, index: int, entry: Entry) -> None:
        """Add running text where it belongs: to an open item, a loose list, or the article."""
        passage = entry.line.running(entry.rest)
        label = entry.kind is Kind.ARTICLE
        if passage is None and (label or not entry.heading):
            return
        paragraph = Draft(
            kind=ProvisionKind.PARAGRAPH,
            start=passage.pieces[0].start if passage and label else entry.line.start,
            end=entry.line.end,
            heading="" if label else entry.heading,
            passage=passage,
        )
        if self._is_lost_item(index):
            style, before = self.lists.pop()
            paragraph.kind, paragraph.number = before.kind, (before.number or 0) + 1
            self._open_children().append(paragraph)
            self.lists.append((style, paragraph))
            return
        owner = self._owner(index)
        if owner:
            while self.lists[-1][1] is not owner:
                self.lists.pop()
            owner.children.append(paragraph)
            return
        self.loose = not self.lists and self._in_loose_list(entry)
        if self.loose:
            paragraph.kind = ProvisionKind.ITEM
            self.found[-1].children.append(paragraph)
            return
        self.lists.clear()
        self.found.append(paragraph)

    def _open_children(self) -> list[Draft]:
        """Return the children of the innermost open item, or of the last paragraph."""
        return self.lists[-1][1].children if self.lists else self.found[-1].children

    def _next_number(self, style: Style, index: int) -> tuple[int, int] | None:
        """Return place and number of the next item of a style behind a place."""
        places = self.items[style]
        later = bisect_right(places, (index, 0))
        return places[later] if later < len(places) else None

    def _owner(self, index: int) -> Draft | None:
        """Return the open item that a plain line belongs to.

        That is one that is nothing but a heading (二、定义), or one whose list goes on with the
        next number.
        """
        for style, item in reversed(self.lists):
            if item.heading and item.passage is None:
                return item
            following = self._next_number(style, index)
            if following and item.number is not None and following[1] == item.number + 1:
                return item
        return None

    def _is_lost_item(self, index: int) -> bool:
        """Tell whether a line is the item that is missing between the ones before and behind it."""
        if not self.lists or not self.entries[index].line.text.endswith("；"):
            return False
        style, item = self.lists[-1]
        return self._next_number(style, index) == (index + 1, (item.number or 0) + 2)

    def _in_loose_list(self, entry: Entry) -> bool:
        """Tell whether a line is an item without a number: …： / …； / …。 or a Markdown list."""
        stem = self.found[-1] if self.found else None
        if stem is None or stem.passage is None or not stem.passage.text.endswith("："):
            return False
        if not stem.children:
            return entry.line.bullet or entry.line.text.endswith("；")
        before = stem.children[-1].passage
        goes_on = before is not None and before.text.endswith("；")
        return self.loose and (entry.line.bullet or goes_on)

    def _number_lost_items(self, number: int) -> None:
        """Number the lines before the first numbered item, if just as many stand behind the stem.

        …： / …； / （二）… shows that the first item has lost its number.
        """
        lost = number - 1
        if lost < 1:
            return
        items = self.found[-1].children
        if not items and len(self.found) > lost:
            stem, lines = self.found[-lost - 1], self.found[-lost:]
            if stem.passage is None or not stem.passage.text.endswith("：") or stem.children:
                return
            del self.found[-lost:]
            stem.children = items = lines
        if len(items) == lost and all(item.number is None for item in items):
            for position, item in enumerate(items, start=1):
                item.kind, item.number = ProvisionKind.ITEM, position
