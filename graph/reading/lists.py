"""Lists: the stem that speaks of what follows, and the items that name the bodies it speaks of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.reading import lexemes as lx
from graph.reading.arguments import LISTED
from graph.reading.prepositions import Prepositions
from graph.reading.topics import ENDS

if TYPE_CHECKING:
    from graph.reading.group import Group
    from graph.reading.mentions import Mention
    from graph.reading.predications import Listing


class Lists(Prepositions):
    """The stem of a list and its items, in one sentence or in several."""

    def list_item(self) -> None:
        """Read an item that names the bodies a stem speaks of (由下列人员组成：（一）主任；)."""
        group = self.argument(0)
        if group is None or not group.mentions or group.described:
            return
        end = self.skip(max(group.end, group.stop), lx.NUMBER)
        if self.kinds[end] not in ENDS or not group.whole:
            return
        for listing in self.carried.listings:
            self._item(listing, group, (0, end))

    def listing_topic(self) -> list[Mention] | None:
        """Return A of A可以采取下列措施，B应当配合：, whose the items are."""
        subject, before = self.subject, self.previous
        if subject is None or before is None:
            return None
        listed = any(
            chunk.tokens[0].lexeme.form in LISTED
            for chunk in self.chunks[before.end : subject.start]
        )
        return before.mentions if listed else None

    def colon(self, index: int) -> int:
        """Read the bodies that a stem and its list name in one sentence (由下列人员组成：A，B)."""
        position = index + 1
        while self.listings:
            group = self.argument(position)
            if group is None or not group.mentions:
                break
            position = self.skip(group.end, lx.NUMBER)
            for listing in self.listings:
                self._item(listing, group, (group.start, position))
            if self.kinds[position] not in (lx.COMMA, lx.SEMICOLON):
                break
            position += 1
        return position

    def _item(self, listing: Listing, group: Group, extent: tuple[int, int]) -> None:
        sides = (listing.fixed, group.mentions)
        subject, object_ = reversed(sides) if listing.from_items else sides
        self.record(listing.relation, subject, object_, extent, listing.construction, listing.entry)
