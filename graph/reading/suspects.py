"""Rows that are one object, though commas part them and people stand in them.

Whose misconduct is inspected or taken up (监督检查A，B，C等的涉嫌违纪问题), who is to be recalled
(提出A，B和C的罢免案), which posts are filled (选举A、B，C、D).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from graph.reading import lexemes as lx
from graph.reading.entries import ACCEPTING
from graph.reading.frames import Frames

if TYPE_CHECKING:
    from graph.reading.group import Group
    from graph.reading.mentions import Mention

_ENDS: Final = frozenset((lx.SEMICOLON, lx.STOP, lx.COLON))
_ROW_ENDS: Final = _ENDS | {lx.COMMA}
_BREAKS: Final = frozenset((lx.MODAL, lx.BY, lx.SUBMIT, lx.TAKE, lx.VIA, lx.TOWARD, lx.LIGHT))
_PREDICATES: Final = frozenset((lx.TRIGGER, lx.VERB, lx.LIGHT))
_MOTION: Final = "案"
_SUSPECTED: Final = "suspected"


class Suspects(Frames):
    """The verbs whose object is a row of those whose misconduct it is about."""

    __slots__ = ()

    def suspects(self, indices: list[int]) -> int | None:
        """Read the rest of a row after the verbs; return the index after it."""
        entry = None
        for position in indices:
            trigger = self.nps.trigger(position)
            if trigger is not None and "supervises" in trigger.expresses:
                entry = trigger
        if entry is None:
            return None
        after = indices[-1] + 1
        end = self._suspected_at(after)
        if end is None:
            return None
        self._all_of_row(indices[0], after, end, "supervises", entry.name)
        return end

    def accepts(self, index: int) -> int | None:
        """Read 受理反映A，B等涉嫌违纪问题的检举控告: their cases are taken up."""
        reports = self.nps.trigger(index + 1)
        if not self.chunks[index].has(ACCEPTING) or reports is None:
            return None
        end = self._suspected_at(index + 2)
        if end is None:
            return None
        self._all_of_row(index, index + 2, end, "handlesCasesOf", ACCEPTING)
        return end

    def recalls(self, indices: list[int]) -> int | None:
        """Read 提出A，B和C的罢免案: whoever moves it has a part in naming them."""
        moves = self.nps.trigger(indices[-1])
        if moves is None or "Proposes" not in moves.frames:
            return None
        start = position = indices[-1] + 1
        while self.kinds[position] not in _ENDS and self.kinds[position] not in _BREAKS:
            named = self.nps.trigger(position + 1) if self.kinds[position] == lx.OF else None
            if named is not None and "Appoints" in named.frames and self._motion(position + 2):
                return self._recalled(start, position, named.name)
            if self.kinds[position] in (lx.TRIGGER, lx.VERB):
                return None
            position += 1
        return None

    def all_posts(self, indices: list[int], first: Group | None) -> Group | None:
        """Return the object with the posts that follow it after commas (选举A、B，C、D)."""
        fills = self.nps.trigger(indices[-1])
        if first is None or fills is None or "Appoints" not in fills.frames:
            return first
        row, end = [*first.mentions], first.end
        while self.kinds[end] == lx.COMMA and self._are_posts(row):
            more = self.argument(end + 1)
            if more is None or more.described or not self._are_posts(more.mentions):
                break
            if self.kinds[more.end] not in _ROW_ENDS:
                break
            row += more.mentions
            end = more.end
        return first if end == first.end else replace(first, mentions=row, end=end, stop=end)

    def _are_posts(self, bodies: list[Mention]) -> bool:
        return bool(bodies) and all(body.kind == "Post" for body in bodies)

    def _motion(self, index: int) -> bool:
        chunk = self.chunks[index] if index < len(self.chunks) else None
        return chunk is not None and self.text[chunk.start : chunk.end] == _MOTION

    def _recalled(self, start: int, end: int, entry: str) -> int:
        position = self.skip(start, lx.OVER)
        while position < end:
            group = self.argument(position)
            if group is not None and group.mentions and not group.described:
                extent = (start - 1, end + 2)
                construction = "提出对B的V案"
                self.record("appoints", self.acting(), group.mentions, extent, construction, entry)
                position = max(group.end, position + 1)
            while position < end and self.kinds[position] != lx.COMMA:
                position += 1
            position += 1
        self.predicated = True
        return end + 3

    def _suspected_at(self, index: int) -> int | None:
        """Return where the row that begins at `index` comes to the misconduct, if it does."""
        position = index
        while self.kinds[position] not in _ENDS:
            if self.chunks[position].has(_SUSPECTED):
                return position
            if self.kinds[position] == lx.COMMA and self.kinds[position + 1] in _PREDICATES:
                return None
            plain = self.kinds[position] in (lx.TRIGGER, lx.VERB)
            closes = self.kinds[position + 1] in (lx.OF, lx.TRIGGER, lx.VERB)
            if self.kinds[position] in _BREAKS or (plain and not closes):
                return None
            position += 1
        return None

    def _all_of_row(self, verb: int, start: int, end: int, relation: str, entry: str) -> None:
        position = start
        while position < end:
            group = self.argument(position)
            named = group is not None and group.mentions and not group.described
            if group is not None and named and self.kinds[group.end] != lx.TRIGGER:  # A管理的干部
                bodies: list[Mention] = [one for one in group.mentions if one.kind != "Post"]
                extent = (verb, end)
                self.record(relation, self.acting(), bodies, extent, "A V B的涉嫌…问题", entry)
                position = max(group.end, position + 1)
            while position < end and self.kinds[position] != lx.COMMA:
                position += 1
            position += 1
        self.predicated = True
