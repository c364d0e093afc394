"""Frames in which others hand something over, or are heard: reports, powers, help, papers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graph.model import Modality
from graph.reading import lexemes as lx
from graph.reading.entries import HELP
from graph.reading.joining import Joining
from graph.reading.mentions import BODY

if TYPE_CHECKING:
    from graph.reading.call import Call
    from graph.reading.group import Group
    from graph.reading.mentions import Mention

_ABOVE: Final = frozenset(("leads", "manages", "supervises", "guides"))
_HEARD: Final = (("informs", "notice"), ("reportsTo", "report"), ("advises", "proposal"))


class Hearing(Joining):
    """The frames of what comes from others."""

    __slots__ = ()

    def hears(self, call: Call) -> bool:
        """Read A听取B的报告（意见）: B reports to A, or advises A."""
        if self._who_holds_is_open(call):
            return False
        if call.object is None:
            return self._hears_other(call)
        after, stated = call.object.end, False
        chunks = self.chunks[after : self.clause_end(after)]
        for relation, noun in _HEARD:
            if relation not in call.trigger.inverse or not any(c.has(noun) for c in chunks):
                continue
            extent = (call.extent[0], self.clause_end(after))
            for heard in (call.object, *self._more(after)):
                self.record(
                    relation, heard.mentions, call.actor, extent, "A听取B的报告", call.trigger.name
                )
            stated = True
            break
        return stated

    def _who_holds_is_open(self, call: Call) -> bool:
        """Say whether it is open who holds a post (A主席人选，应当征求B意见): A hears nothing."""
        subject = self.subject
        if subject is None or call.actor is not subject.mentions:
            return False
        if any(mention.kind != "Post" for mention in subject.mentions):
            return False
        noun = self.skip(subject.end, lx.OF)
        if noun == subject.end:
            return any(chunk.entry("Candidacy") for chunk in self.chunks[noun : subject.stop])
        trigger = self.nps.trigger(noun)
        return trigger is not None and bool(trigger.frames & {"Appoints", "ActsOn"})

    def _hears_other(self, call: Call) -> bool:
        """Read A领导B，定期听取工作汇报: B reports to A."""
        start, end = call.extent
        close = self.clause_end(end)
        last = self.objects[-1] if self.objects else None
        alone = self.chunks[close - 1].has("report") and lx.OF not in self.kinds[end:close]
        if last is None or not alone or not last.whole or not self._only_other():
            return False
        led = self.found[-1] if self.found else None
        if led is None or led.object != last.mentions or led.subject != call.actor:
            return False
        if led.relation not in _ABOVE or "reportsTo" not in call.trigger.inverse:
            return False
        extent = (start, close)
        self.record(
            "reportsTo", last.mentions, call.actor, extent, "A听取B的报告", call.trigger.name
        )
        return True

    def _only_other(self) -> bool:
        """Say whether one body alone besides the subject is named; see `Addressing`."""
        raise NotImplementedError

    def _more(self, start: int) -> list[Group]:
        """Return the bodies of further conjuncts of an object (A的汇报和B的汇报)."""
        found = []
        for index in range(start, self.clause_end(start)):
            if self.kinds[index] == lx.WITH and self.kinds[index + 1] == BODY:
                group = self.argument(index + 1)
                if group is not None and self.kinds[group.end] == lx.OF:
                    found.append(group)
        return found

    def given(self, givers: Group, actor: list[Mention] | None, start: int) -> bool:
        """Read A交办的事项 after the verb at `start`: A gives it to who acts."""
        stated = False
        for position in range(givers.end, givers.stop):
            trigger = self.nps.trigger(position)
            if trigger is not None and "Entrusts" in trigger.frames:
                self.state(
                    trigger, givers.mentions, actor, (start, givers.stop), "办理A交办的事项",
                    modality=Modality.DECLARATION,
                )  # fmt: skip
                stated = True
        return stated

    def _helps(self, call: Call, served: Group) -> bool:
        """Read 为B提供…的保障: what is provided is a help to B."""
        end = self.clause_end(call.extent[1])
        noun = self.chunks[end - 1]
        trigger = noun.tokens[-1].lexeme.trigger
        entry = HELP if noun.has(HELP) else ""
        if trigger is not None and "supports" in trigger.expresses:
            entry = trigger.name
        if served.described or served.tail or not entry:
            return False
        extent = (served.start - 1, end)
        self.record("supports", call.actor, served.mentions, extent, "为B提供N", entry)
        return True

    def _asked_for(self, call: Call) -> bool:
        """Read A要求B提供材料: B hands them to A."""
        start, end = call.extent
        asked, asking = self.causee, self.topic()
        if call.to is not None or asked is None or asked.end != self.skip_back(start):
            return False
        verb = self.nps.trigger(asked.start - 1)
        if verb is None or asking is asked.mentions:
            return False
        if "urges" not in verb.expresses and (verb.expresses or "Submits" not in verb.frames):
            return False
        close = self.clause_end(end)
        help_ = self.chunks[close - 1].tokens[-1].lexeme.trigger
        if help_ is not None and "supports" in help_.expresses:
            self.state(help_, asked.mentions, asking, (asked.start - 1, close), "A要求B提供N")
            return True
        handed = any(c.has("material") or c.has("matter") for c in self.chunks[end:close])
        if not handed:
            return False
        extent = (asked.start - 1, close)
        self.state(call.trigger, asked.mentions, asking, extent, "A要求B提供N")
        return True
