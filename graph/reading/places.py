"""Bodies that a party or an agency has at a place: A在某地的B, A在京派出机构."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from graph.reading import lexemes as lx
from graph.reading.joints import Joints
from graph.reading.mentions import BODY, Mention

_PAIR: Final = 2


@dataclass(slots=True, eq=False)
class Places(Joints):
    """The names in which a place stands between a body and the one it has there."""

    def mention(self, index: int) -> Mention | None:
        """Return the mention at `index`, if a body stands there."""
        return self.chunks[index].mention if self.kinds[index] == BODY else None

    def local(self, mention: Mention, position: int) -> tuple[Mention, int] | None:
        """Read what goes on at `position` as a place and a body there.

        Return the body with its whole name and the index after it, or None if none is named.
        """
        kinds = self.kinds[position : position + 3]
        if kinds[0] != lx.AT:
            return None
        if kinds[1] == BODY:
            return self._outpost(mention, position + 1)
        if kinds[1] not in (lx.GAP, lx.NOUN) or kinds[2] != lx.OF:
            return None
        owned = self.mention(position + 3)
        if owned is None:
            return None
        place = tuple(t for chunk in self.chunks[position : position + 2] for t in chunk.tokens)
        tokens = mention.tokens + place + owned.tokens
        return replace(mention, end=owned.end, tokens=tokens, kind=owned.kind), position + 4

    def _outpost(self, mention: Mention, index: int) -> tuple[Mention, int] | None:
        """Read A在京派出机构, where the place is the short word of the office's name."""
        office = self.mention(index)
        if office is None or len(office.tokens) != _PAIR or office.tokens[0].lexeme.kind != lx.GAP:
            return None
        place, head = office.tokens
        belongs = head.lexeme.trigger is not None and "NounOf" in head.lexeme.trigger.frames
        if place.end - place.start > 1 or not belongs:
            return None
        tokens = mention.tokens + self.chunks[index - 1].tokens + office.tokens
        return replace(mention, end=office.end, tokens=tokens, kind=office.kind), index + 1
