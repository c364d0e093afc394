"""Where the verbs of a clause stand in a row, and where the 的 stands that closes it."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from graph.reading import lexemes as lx
from graph.reading.clausal_names import CLAUSE_ENDS, LONGEST_CLAUSE, ClausalNames
from graph.reading.mentions import BODY

if TYPE_CHECKING:
    from graph.ontology import Trigger


_BEFORE_FIELDS: Final = frozenset(("BringsAlong", "Creates", "Tells"))


@dataclass(slots=True, eq=False)
class Closings(ClausalNames):
    """Noun phrases, and what is looked up of the clauses in them."""

    _closings: list[int] = field(default_factory=list, init=False)
    _ends: list[int] = field(default_factory=list, init=False)

    def _note_ends(self) -> None:
        """Note where a relative clause can close, and where clauses end."""
        kinds, count = self.kinds, len(self.chunks)
        own = kinds[:count]
        self._closings = [
            index
            for index, kind in enumerate(own)
            if kind == lx.OF
            and kinds[index + 1] in (BODY, lx.GENERIC)
            and not self._quantifies(index - 1)
        ]
        self._ends = [index for index, kind in enumerate(own) if kind in CLAUSE_ENDS]
        self._ends += range(count, len(kinds))

    def _quantifies(self, index: int) -> bool:
        """Say whether a quantifier alone stands before 的 (有关的专门委员会)."""
        tokens = self.chunks[index].tokens
        return (
            self.kinds[index] == lx.GAP
            and len(tokens) == 1
            and tokens[0].lexeme.is_in("quantifier")
        )

    def trigger(self, index: int) -> Trigger | None:
        """Return the lexical entry of the trigger at `index`, if one stands there."""
        if self.kinds[index] != lx.TRIGGER:
            return None
        return self.chunks[index].tokens[0].lexeme.trigger

    def sends(self, index: int) -> bool:
        """Say whether the chunk at `index` is a verb of sending out (派驻)."""
        trigger = self.trigger(index)
        return trigger is not None and "Sends" in trigger.frames

    def triggers_from(self, index: int) -> list[int]:
        """Return the indices of the coordinated triggers from `index` on (派驻或者派出)."""
        found: list[int] = []
        position = index
        while self.kinds[position] in (lx.TRIGGER, lx.ADVERB, lx.AND, lx.WITH):
            if self.kinds[position] == lx.TRIGGER:
                if found and self.sends(position) and self.kinds[position + 1] == lx.PRONOUN:
                    break  # 办理派出它的A…
                if found and self._brings(found[-1]) and self.fields(position) is not None:
                    break  # 会同审计、财政等部门, 设立监督检查、审查调查部门
                found.append(position)
            elif self.kinds[position] != lx.ADVERB and self.kinds[position + 1] not in (
                lx.TRIGGER,
                lx.ADVERB,
            ):
                break
            position += 1
        return found

    def _brings(self, index: int) -> bool:
        trigger = self.trigger(index)
        return trigger is not None and bool(trigger.frames & _BEFORE_FIELDS)

    def relative_end(self, index: int, *, last: bool = False) -> int | None:
        """Return the index of the 的 that closes a clause opened before `index`.

        Where a body follows it.

        The first such 的, or with `last` the last one of the clause that a body follows.
        """
        if not self._ends:
            self._note_ends()
        closings = self._closings
        number = bisect_left(closings, index)
        if number == len(closings):
            return None
        stop = min(self._ends[bisect_left(self._ends, index)], index + LONGEST_CLAUSE)
        found: int | None = None
        while number < len(closings) and closings[number] < stop:
            position = closings[number]
            if not last:
                return position
            if self.kinds[position + 1] == BODY:
                found = position
            number += 1
        return found
