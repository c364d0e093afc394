"""Frames of what others have given out, handed in, or have under their jurisdiction.

And what tells that a verb does not act on the bodies after it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graph.model import Modality
from graph.reading import lexemes as lx
from graph.reading import tails
from graph.reading.clausal_names import ADDRESSING
from graph.reading.entries import EXAMINING
from graph.reading.mentions import BODY
from graph.reading.offices import Offices

if TYPE_CHECKING:
    from graph.reading.call import Call
    from graph.reading.group import Group

_PREDICATE: Final = frozenset((lx.COMMA, lx.ADVERB, lx.MODAL, lx.AND))
_CASES: Final = (tails.MATTER, tails.SUBMITTED)
_HANDED_IN: Final = (tails.SUBMITTED, "report")

_ADVICE: Final = ("建议", "意见")
BRINGING: Final = frozenset(("Appoints", "Creates", "Sends"))
_ADVISING: Final = frozenset(("Proposes",))
_TELLING: Final = frozenset(("Tells",))


class Cases(Offices):
    """The frames of cases and papers."""

    __slots__ = ()

    def takes_cases(self, call: Call) -> bool:
        """Read A V B管辖的案件."""
        if self._examines_report(call):
            return True
        for source in (call.over, call.object):
            if source is None or source.tail not in _CASES:
                continue
            if self.kinds[source.end] == lx.STANDING and self.chunks[source.end].has("doneWork"):
                continue  # 处理B工作中的事项
            noun = self.chunks[source.stop - 1]
            handed_in = not noun.has("matter") or noun.has("report")  # 草案, 材料, 有关情况
            if source.tail == tails.SUBMITTED and handed_in:
                return self._examines(call, source)
            self.state(call.trigger, call.actor, source.mentions, call.wide, "A V B管辖的案件")
            return True
        return False

    def _examines_report(self, call: Call) -> bool:
        """Read A审查B的报告: B reports to A."""
        source, (start, end) = call.object, call.extent
        if source is None or source.tail != "report" or self.kinds[source.end] != lx.OF:
            return False
        noun = self.chunks[source.stop - 1]
        account = noun.entry("Account") or noun.tokens[-1].lexeme.trigger  # 的（工作）报告
        if account is None or not any(chunk.has(EXAMINING) for chunk in self.chunks[start:end]):
            return False
        if "reportsTo" not in account.expresses:
            return False
        self.state(account, source.mentions, call.actor, call.wide, "A审议B的工作报告")
        return True

    def _examines(self, call: Call, source: Group) -> bool:
        """Read A审查B提交的草案: no case of theirs, but what they hand in."""
        start, end = call.extent
        if not any(chunk.has(EXAMINING) for chunk in self.chunks[start:end]):
            return False
        actor, submits = call.actor, source.mentions
        self.record("approves", actor, submits, call.wide, "A V B提交的…", EXAMINING)
        return True

    def takes_passed(self, source: Group | None, verbs: list[int]) -> None:
        """Read 办理B移送的案件: B passes it on to who acts."""
        tells = any(self.does_to(index, _TELLING) for index in verbs)
        advice = source is not None and self.chunks[source.stop - 1].has("advice")
        if source is None or tells or (source.tail != tails.PASSED and not advice):
            return
        start = verbs[0]
        for position in range(source.end, source.stop):
            trigger = self.nps.trigger(position)
            described = source.tail == tails.PASSED or self.kinds[position + 1] == lx.OF
            passes = _TELLING if described else frozenset()
            passes = passes if source.tail == tails.PASSED else passes | _ADVISING
            if trigger is not None and trigger.frames & passes:
                self.state(
                    trigger, source.mentions, self.acting(), (start, source.stop),
                    "办理A移送的案件",
                    modality=Modality.DECLARATION,
                )  # fmt: skip

    def told_of(self, over: Group) -> None:
        """Read A对B反馈的N（有异议）: B has let A know."""
        verb = self.skip(over.end, lx.ADVERB)
        trigger, hearing = self.nps.trigger(verb), self.subject
        if trigger is None or hearing is None or self.kinds[verb + 1] != lx.OF or over.described:
            return
        if over.start - 1 != self.skip(hearing.end, lx.MODAL, lx.ADVERB):
            return
        proposes = "Proposes" in trigger.frames and self.chunks[over.stop - 1].has("advice")
        if proposes or ("Tells" in trigger.frames and "informs" in trigger.expresses):
            extent = (over.start - 1, over.stop)
            self.state(
                trigger, over.mentions, hearing.mentions, extent, "A对B反馈的N",
                modality=Modality.DECLARATION,
            )  # fmt: skip

    def takes_given(self, call: Call) -> bool:
        """Read 办理B交办的事项: B gives it to who acts."""
        object_ = call.object
        if object_ is None or object_.tail != tails.GIVEN:
            return False
        stated = self.given(object_, call.actor, call.extent[0])
        return stated or "TakesCases" in call.trigger.frames

    def reviews(self, call: Call) -> bool:
        """Read A V B提交的…, and 由B提出，A V."""
        source = call.over or call.object
        if source is None and self.drafted and self.proposer and self.subject is not None:
            proposer = self.proposer.mentions  # 由B提出申请，A批准
            self.state(call.trigger, call.actor, proposer, call.extent, "由B提出，A V")
            self._proposed_to(call)
            return True
        laid_down = source is not None and source.tail == "decision"  # 批准B作出的决定
        if laid_down and "Ratifies" not in call.trigger.frames:
            return False
        if source is None or (source.tail not in _HANDED_IN and not laid_down):
            return False
        account = self.chunks[source.stop - 1].entry("Account")
        if account is not None:
            self.state(account, source.mentions, call.actor, call.wide, "A审议B的工作报告")
            return True
        self.state(call.trigger, call.actor, source.mentions, call.wide, "A V B提交的…")
        return True

    def _proposed_to(self, call: Call) -> None:
        """State that B advises A, where B of 由B提出建议，A V makes a proposal."""
        subject, agent = self.subject, self.proposer
        if subject is None or agent is None or self.kinds[subject.start - 1] != lx.COMMA:
            return
        proposes = self.nps.trigger(subject.start - 2)
        said = self.text.endswith(_ADVICE, 0, self.chunks[subject.start - 2].end)
        if said and proposes is not None and "advises" in proposes.expresses:
            extent = (agent.start, call.extent[1])
            self.state(proposes, agent.mentions, subject.mentions, extent, "提出建议，报B决定")

    def does_to(self, index: int, frames: frozenset[str]) -> bool:
        """Say whether a verb of one of the frames stands at `index`."""
        verb = self.nps.trigger(index) if self.kinds[index] == lx.TRIGGER else None
        return verb is not None and bool(verb.frames & frames)

    def another_has(self, call: Call, group: Group) -> bool:
        """Say whether another verb after a conjunction has the bodies (组织查处或者转交B)."""
        between = range(call.extent[0] + 1, group.start)
        joints = [index for index in between if self.kinds[index] in (lx.AND, lx.WITH)]
        joined = joints and self.kinds[joints[0] - 1] in (lx.TRIGGER, lx.VERB)
        own = bool(joints) and joints[0] > call.extent[0] + 1
        return bool(joined) and own and self.does_to(joints[-1] + 1, ADDRESSING)

    def among_things(self, group: Group) -> bool:
        """Say whether the row of the bodies is closed by what is built or bought (B等设施)."""
        end = self.clause_end(group.end)
        row = lx.ETCETERA in self.kinds[group.end - 2 : end]
        return row and any(chunk.has("facility") for chunk in self.chunks[group.end - 1 : end])

    def sees_mended(self, call: Call) -> bool:
        """Read A对B进行检查，发现问题的，责令改正; B不V的，A责令改正: A urges B."""
        inspected, (start, end) = self.inspected, call.extent
        fault = self.at_fault
        if fault is not None and fault.mentions is not call.actor:
            inspected = fault
        if inspected is None or "urges" not in call.trigger.expresses:
            return False
        mended = self.skip(end, lx.ADVERB)  # 责令限期改正
        if self.kinds[start - 1] not in _PREDICATE or self.kinds[mended] != lx.VERB:
            return False
        if self.kinds[mended + 1] not in lx.BREAKS or self.agent is not None:
            return False
        if inspected is not fault and not self._only_one():
            return False
        self.state(call.trigger, call.actor, inspected.mentions, call.extent, "V（B）")
        return True

    def _only_one(self) -> bool:
        """Say whether no other body has been spoken of since one was inspected."""
        return bool(self.objects) and self.objects[-1] is self.inspected

    def _besides_people(self, over: Group) -> bool:
        """Say whether people that the last of the bodies has are meant beside the others."""
        several = len(over.mentions) > 1 and over.tail == tails.PEOPLE and not over.described
        return several and self.kinds[over.end] in (lx.TRIGGER, lx.VERB)

    def looked_into(self, index: int) -> bool:
        """Say whether what the verb at `index` says is what the verb of its clause inspects."""
        start = index
        while self.kinds[start - 1] not in lx.MARKS and start > 0:
            start -= 1
        for position in range(start, index - 1):
            trigger = self.nps.trigger(position)
            if trigger is not None and "supervises" in trigger.expresses:
                return self.kinds[position + 1] == BODY and self.kinds[index - 1] == lx.AND
        return False

    def names_doing(self, over: Group, verb: int) -> bool:
        """Say whether 对B的V opens the clause, which is only what the clause is about."""
        opens = self.kinds[over.start - 2] in lx.MARKS
        between = self.kinds[over.end : verb]
        plain = all(kind in (lx.OF, lx.VERB, lx.TRIGGER, lx.AND) for kind in between)
        return opens and plain and between[:1] == [lx.OF]

    def undergoes(self, over: Group) -> bool:
        """Say whether others do to the bodies what is meant (对B的选聘进行监督)."""
        noun = self.nps.trigger(over.end + 1) if self.kinds[over.end] == lx.OF else None
        named = noun is not None and bool(noun.frames & BRINGING)
        return named and self.kinds[over.end + 2] == lx.LIGHT
