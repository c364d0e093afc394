"""Frames of what others have given out, handed in, or have under their jurisdiction.

And what tells that a verb does not act on the bodies after it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graph.reading import lexemes as lx
from graph.reading import tails
from graph.reading.clausal_names import ADDRESSING
from graph.reading.entries import EXAMINING
from graph.reading.offices import Offices

if TYPE_CHECKING:
    from graph.reading.call import Call
    from graph.reading.group import Group

_CASES: Final = (tails.MATTER, tails.SUBMITTED)
_HANDED_IN: Final = (tails.SUBMITTED, "report")


class Cases(Offices):
    """The frames of cases and papers."""

    def takes_cases(self, call: Call) -> bool:
        """Read A V B管辖的案件."""
        for source in (call.over, call.object):
            if source is None or source.tail not in _CASES:
                continue
            noun = self.chunks[source.stop - 1]
            handed_in = not noun.has("matter") or noun.has("report")  # 草案, 材料, 有关情况
            if source.tail == tails.SUBMITTED and handed_in:
                return self._examines(call, source)
            self.state(call.trigger, call.actor, source.mentions, call.wide, "A V B管辖的案件")
            return True
        return False

    def _examines(self, call: Call, source: Group) -> bool:
        """Read A审查B提交的草案: no case of theirs, but what they hand in."""
        start, end = call.extent
        if not any(chunk.has(EXAMINING) for chunk in self.chunks[start:end]):
            return False
        actor, submits = call.actor, source.mentions
        self.record("approves", actor, submits, call.wide, "A V B提交的…", EXAMINING)
        return True

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
            return True
        if source is None or source.tail not in _HANDED_IN:
            return False
        account = self.chunks[source.stop - 1].entry("Account")
        if account is not None:
            self.state(account, source.mentions, call.actor, call.wide, "A审议B的工作报告")
            return True
        self.state(call.trigger, call.actor, source.mentions, call.wide, "A V B提交的…")
        return True

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
