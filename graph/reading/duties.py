"""Relations that a noun names, and somebody carries out.

对B的V由A负责, B的V由A会同C进行: A does to B what the noun says; 对B负有V责任 likewise.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graph.reading import lexemes as lx
from graph.reading.verbs import Verbs

if TYPE_CHECKING:
    from graph.reading.group import Group
    from graph.reading.mentions import Mention

_NAMED: Final = frozenset(("ActsOn", "Appoints"))
_BETWEEN: Final = frozenset(
    (lx.OF, lx.TRIGGER, lx.VERB, lx.ADVERB, lx.AND, lx.WITH, lx.STANDING, lx.COMMA)
)
_BEGINS: Final = frozenset((lx.COMMA, lx.STOP, lx.SEMICOLON))
_CARRYING_OUT: Final = frozenset(("Charges", "Convenes", "Decides"))


class Duties(Verbs):
    """What is done to a body by whoever carries out the noun."""

    __slots__ = ()

    def carried_out(self, agents: Group, start: int, index: int) -> int | None:
        """Read 对B的V由A负责 and B的V由A进行, where 由 stands at `start` and its verb at `index`.

        Return the index after it, None where that is not said.
        """
        if self.kinds[index + 1] not in lx.MARKS or not self._carries_out(index):
            return None
        over = self.phrases.get("over")
        undergoing = over or self.owner or self.subject
        if undergoing is None or undergoing.described:
            return None
        if (theirs := self._its_doing(agents, start, index)) is not None:
            return theirs
        between = range(undergoing.end, start)
        if self.kinds[undergoing.end] not in (lx.OF, lx.STANDING) or any(
            self.kinds[position] not in _BETWEEN for position in between
        ):
            return None
        if self.kinds[undergoing.end : start].count(lx.COMMA) > 1:
            return None
        stated = False
        for position in between:
            trigger = self.chunks[position].entry("ActsOn") or self.nps.trigger(position)
            if trigger is not None and trigger.frames & _NAMED:
                extent = (undergoing.start, index + 1)
                self.state(trigger, agents.mentions, undergoing.mentions, extent, "B的V由A负责")
                stated = True
        if not stated:
            return None
        self.predicated = True
        self.phrases.pop("over", None)
        return index + 1

    def work_done(self, agents: Group, start: int, index: int) -> int | None:
        """Read B…，业务工作由A指导, where 由 stands at `start`: B is what the sentence is about.

        Return the index after the verbs, the first of which stands at `index`.
        """
        noun, before = self.chunks[start - 1], self.kinds[start - 2]
        created = self.created.mentions if self.created is not None else None
        whose = self.subject.mentions if self.subject is not None else self.carried.subject
        if noun.kind != lx.STANDING or not noun.has("doneWork") or before not in _BEGINS:
            return None
        verbs = self.nps.triggers_from(index)
        whose = created or whose
        if not whose or not verbs or self.kinds[verbs[-1] + 1] not in lx.MARKS:
            return None
        if self._with_same(agents.mentions, whose):
            return None
        for position in verbs:
            trigger = self.nps.trigger(position)
            if trigger is not None and "ActsOn" in trigger.frames:
                extent = (start - 1, verbs[-1] + 1)
                self.state(trigger, agents.mentions, whose, extent, "B的V由A负责")
        self.predicated = True
        return verbs[-1] + 1

    def _with_same(self, agents: list[Mention], others: list[Mention]) -> bool:
        """Say whether one of the bodies is among both."""
        return not {a.written() for a in agents}.isdisjoint(b.written() for b in others)

    def _its_doing(self, agents: Group, start: int, index: int) -> int | None:
        """Read ，其V由A决定, where 其 is the subject; return the index after it."""
        noun, subject = self.nps.trigger(start - 1), self.subject
        if self.kinds[start - 2] != lx.PRONOUN or noun is None or subject is None:
            return None
        if self.kinds[start - 3] != lx.COMMA or not noun.frames & _NAMED:
            return None
        extent = (start - 2, index + 1)
        self.state(noun, agents.mentions, subject.mentions, extent, "B的V由A负责")
        self.predicated = True
        return index + 1

    def _carries_out(self, index: int) -> bool:
        """Say whether the word at `index` says that a noun is carried out (负责, 进行, 组织)."""
        if self.kinds[index] == lx.LIGHT:
            return True
        trigger = self.nps.trigger(index)
        return trigger is not None and bool(trigger.frames & _CARRYING_OUT)

    def owes(self, index: int) -> int | None:
        """Read 对B负有V责任, 对B履行V职责: who acts V B; return the index after it."""
        over = self.phrases.get("over")
        if over is None or not over.whole or over.described:
            return None
        duty = self.skip(index + 1, lx.ADVERB)
        trigger = self.chunks[duty].entry("Obliges") if duty < len(self.chunks) else None
        if trigger is None or self.kinds[duty + 1] not in lx.MARKS:
            return None
        extent = (over.start - 1, duty + 1)
        self.state(trigger, self.acting(), over.mentions, extent, "对B负有V责任")
        self.predicated = True
        return duty + 1
