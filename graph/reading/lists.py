"""What follows on what was said: the items of a list on its stem, a thing on who made it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graph.reading import lexemes as lx
from graph.reading import tails
from graph.reading.arguments import LISTED
from graph.reading.group import Group
from graph.reading.mentions import BODY
from graph.reading.prepositions import Prepositions

if TYPE_CHECKING:
    from graph.reading.mentions import Mention
    from graph.reading.predications import Listing


_LEAST_NAME: Final = 3
_OTHERS: Final = ("其他", "其它")


class Lists(Prepositions):
    """The stem of a list and its items, and the things that a sentence goes on about."""

    __slots__ = ()

    def list_item(self) -> None:
        """Read an item that names the bodies a stem speaks of (由下列人员组成：（一）主任；)."""
        group = self.argument(0)
        if group is None or not group.mentions or group.described:
            return
        parts, end = [group], self.skip(max(group.end, group.stop), lx.NUMBER)
        things = any(listing.things for listing in self.carried.listings)
        joints = (lx.AND, lx.WITH) if things else (lx.COMMA,)
        while self.kinds[end] in joints and self.kinds[end + 1] not in lx.MARKS:
            more = self.argument(end + 1)  # A的N和B的N; A，各B
            if more is None or not more.mentions or more.described:
                break
            parts.append(more)
            end = max(more.end, more.stop)
        if self.kinds[end] not in lx.MARKS and not self._closes_with_others(end):
            return
        for listing in self.carried.listings:
            for part in parts:
                if part.whole or (listing.things and part.tail == tails.THING):
                    self._item(listing, part, (0, end))

    def _closes_with_others(self, index: int) -> bool:
        """Say whether only others follow (A、B和其他由C任命的人员)."""
        joined = self.kinds[index] in (lx.AND, lx.WITH) and self.kinds[index + 1] == lx.GAP
        if not joined:
            return False
        return self.text[self.chunks[index + 1].start : self.chunks[index + 1].end] in _OTHERS

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

    def made_by(self, index: int) -> Group | None:
        """Return who made the thing that the clause at `index` is about, if it was just said."""
        chunk, makers = self.chunks[index], self.carried.makers
        thing = self.text[chunk.start : chunk.end]
        if chunk.kind not in (lx.GAP, lx.NOUN) or not makers or len(thing) < _LEAST_NAME:
            return None
        if thing not in self.carried.made:
            return None
        end = index + 1
        return Group(mentions=makers, start=index, end=end, tail=tails.THING, stop=end)

    def given_next(self, index: int) -> int | None:
        """Read 行使A授予的职权: A has given it to who acts; return the index after it."""
        group = self.argument(index + 1, governed=True) if self.kinds[index + 1] == BODY else None
        if group is None or group.tail != tails.GIVEN:
            return None
        self.objects.append(group)
        self.given(group, self.acting(), index)
        return group.stop

    def joins_given(self, index: int) -> bool:
        """Say whether a matter that a body has given out is joined to the noun at `index`."""
        joint = index + 2 if self.kinds[index + 1] == lx.OF else index + 1
        if self.kinds[joint] != lx.WITH or self.kinds[joint + 1] != BODY:
            return False
        group = self.argument(joint + 1, governed=True)
        return group is not None and group.tail == tails.GIVEN

    def made(self) -> str:
        """Return what the subject did, in the words of the sentence; see `Carried`."""
        if self.subject is None:
            return self.carried.made if self.owner is not None else ""
        return self.text[self.chunks[self.subject.end - 1].end : self.chunks[-1].end]

    def makers(self) -> list[Mention] | None:
        """Return who did it; see `Carried`."""
        if self.subject is not None:
            return self.subject.mentions
        return self.carried.makers if self.owner is not None else None
