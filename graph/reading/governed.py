"""Bodies that a plain verb governs: what it tells of them (实行A领导, 确保B对C进行监督)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graph.reading import lexemes as lx
from graph.reading import tails
from graph.reading.entries import EMPOWERING, INSTRUCTING
from graph.reading.mentions import BODY
from graph.reading.occasions import Occasions
from graph.reading.openings import SPANS_OF_TIME
from graph.reading.state import CLAUSE_STARTS

if TYPE_CHECKING:
    from graph.reading.group import Group

_GOVERNORS: Final = frozenset((lx.VERB, lx.LIGHT, lx.TRIGGER, lx.ACCEPT, lx.COPULA))
_PASSED: Final = frozenset((lx.ADVERB, lx.GAP, lx.NOUN, lx.STANDING, lx.LEVEL))
_LISTED: Final = frozenset((BODY, lx.AND, lx.WITH, lx.PEOPLE, lx.GENERIC, lx.PRONOUN))


class Governed(Occasions):
    """The bodies that are objects of a verb that states no relation by itself."""

    __slots__ = ()

    def _acted_on(self, group: Group, index: int, end: int) -> int:
        """Take bodies that a plain verb before `index` governs; return the index after them."""
        self.objects.append(group)
        verb = self.chunks[index - 1]
        if verb.has("governs"):
            return self._governed_by(group)
        if verb.has("ensuring") and not group.tail:
            self.causee, self.helped = group, False  # 确保B对C进行监督: B does it
        if verb.has(INSTRUCTING) and self.kinds[group.end] in (lx.TRIGGER, lx.LIGHT):
            extent = (index - 1, group.end)
            self.record("assigns", self.acting(), group.mentions, extent, "A V B做", INSTRUCTING)
        if verb.has(EMPOWERING) and self._exercises(group.end):
            extent = (index - 1, group.end)
            self.record("supports", self.acting(), group.mentions, extent, "A V B做", EMPOWERING)
        if verb.has("receiving"):
            self._received_from(group)
        if verb.has("finding"):
            self.inspected = group  # 发现B违法的，应当提出建议
        if verb.has("charge") and group.tail == tails.GIVEN:
            self.given(group, self.acting(), index - 1)
        return end

    def _exercises(self, index: int) -> bool:
        """Say whether bodies before `index` are to exercise their powers (保证B行使职权)."""
        verb = self.skip(index, lx.ADVERB, lx.MODAL)
        return verb < len(self.chunks) and self.chunks[verb].has("exercising")

    def _governed_by(self, group: Group) -> int:
        """Read 实行A和B双重领导: they lead the subject."""
        indices = self.nps.triggers_from(self.skip(group.end, lx.ADVERB, lx.OF))
        if indices and self.kinds[indices[-1] + 1 : indices[-1] + 4] == [lx.BELOW, lx.OF, BODY]:
            return self._responsible_under(group, indices)
        for position in indices:
            trigger = self.nps.trigger(position)
            if trigger is not None and "ActsOn" in trigger.frames:
                extent = (group.start - 1, indices[-1] + 1)
                self.state(trigger, group.mentions, self.acting(), extent, "实行A V")
        return indices[-1] + 1 if indices else max(group.stop, group.end)

    def _responsible_under(self, group: Group, indices: list[int]) -> int:
        """Read 实行A领导下的B负责制: A leads B."""
        head = self.argument(indices[-1] + 3)
        for position in indices:
            trigger = self.nps.trigger(position)
            if trigger is not None and head is not None and "ActsOn" in trigger.frames:
                extent = (group.start - 1, head.end)
                self.state(trigger, group.mentions, head.mentions, extent, "实行A V")
        return indices[-1] + 4

    def _received_from(self, group: Group) -> None:
        """收到B反馈的N: B passes it on to who acts."""
        position = self.skip(group.end, lx.ADVERB)
        trigger = self.nps.trigger(position)
        if trigger is not None and "Tells" in trigger.frames:
            extent = (group.start - 1, position + 1)
            self.state(trigger, group.mentions, self.acting(), extent, "收到A V的…")

    def _governed(self, index: int) -> bool:
        """Say whether the body at `index` is the object or predicate noun of a verb."""
        noun = self.kinds[index - 1] in (lx.GAP, lx.NOUN)
        timed = noun and self.kinds[index - 2] in (lx.VERB, lx.TRIGGER)
        if timed and self.text.endswith(SPANS_OF_TIME, 0, self.chunks[index].start):
            return False  # 审理期间人民法院可以
        before = index - 1
        if self.kinds[before] == lx.NUMBER and self.kinds[before - 1] == lx.VERB:
            return True  # 召开一次联席会议
        item = self.carried.subject is not None and not self.explicit and self.opens(before)
        if item and self.kinds[before] == lx.GAP and self.chunks[before].has("framework"):
            return True  # （三）规定各部的职责
        while self.kinds[before] in _PASSED:
            before -= 1
        if self.kinds[before] in _GOVERNORS or self._equated(before, index + 1):
            return True
        joint = before
        while self.kinds[joint] in (*_PASSED, lx.GAP, lx.STANDING):
            joint -= 1
        goes_on = joint < index - 1 and self.kinds[joint] in (lx.AND, lx.WITH)
        if goes_on and self.objects and self.objects[-1].end == joint:
            return True  # 约谈A、B以及反洗钱工作直接负责人
        listed = self.kinds[index - 1] == lx.AND
        while self.kinds[before] in (*_PASSED, lx.OF, lx.AND):
            before -= 1
        if self.kinds[before] == lx.COPULA:
            return True
        while listed and self.kinds[before] in (*_PASSED, *_LISTED):
            before -= 1
        return listed and self.kinds[before] in _GOVERNORS and self.kinds[before + 1] != lx.AND

    def _equated(self, before: int, after: int) -> bool:
        """Say whether the body closes a clause that says what somebody is (是A…的B，)."""
        if self.kinds[before] != lx.OF or self.kinds[after] not in CLAUSE_STARTS:
            return False
        while self.kinds[before] not in (*CLAUSE_STARTS, lx.COPULA):
            before -= 1
        return self.kinds[before] == lx.COPULA
