"""Verbs with the arguments around them: who does what the verb says, and whom it makes do what follows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graph.reading import lexemes as lx
from graph.reading.frames import FRAMES, Call, Frames

if TYPE_CHECKING:
    from graph.ontology import Trigger
    from graph.reading.coordination import Group
    from graph.reading.phrases import Mention

_ANSWERING: Final = frozenset(("reportsTo", "accountableTo"))
_UPWARD: Final = _ANSWERING | {"carriesOut"}


class Verbs(Frames):
    """The constructions of verbs."""

    def verb(self, index: int) -> int:
        """Read coordinated verbs (指导、协调) with the arguments before and after them."""
        indices = self.nps.triggers_from(index)
        after = indices[-1] + 1
        describes = self.nps.kind(after) == lx.OF and self.nps.kind(index - 1) != lx.OF
        if describes and not self._meanwhile(after):
            return after + 1  # V的N: the verb only describes the noun
        sent = self.nps.group(index) if self._sent_by_pronoun(index, after) else None
        if sent is not None:  # 派出它的B
            self.objects.append(sent)
            return sent.end
        first = self.nps.trigger(index)
        if first is not None and "Submits" in first.frames:
            return self.submission(index)
        object_ = self.argument(after, governed=True)
        end = after if object_ is None else max(object_.end, object_.stop)
        for position in indices:
            trigger = self.nps.trigger(position)
            if trigger is not None:
                self._apply(trigger, index, end, object_)
        self.predicated = True
        if object_ is None:
            return after
        self.objects.append(object_)
        self._make_do(indices, object_)
        if self.nps.kind(object_.end) == lx.BETWEEN:
            self.phrases["between"] = object_
        return end

    def submission(self, index: int) -> int:
        """Read 报A批准; see `Phrases`."""
        raise NotImplementedError

    def _sent_by_pronoun(self, index: int, after: int) -> bool:
        return self.nps.sends(index) and self.nps.kind(after) == lx.PRONOUN

    def _meanwhile(self, index: int) -> bool:
        """Say whether 的 at `index` belongs to V的同时, which states what V does."""
        after = self.chunks[index + 1] if index + 1 < len(self.chunks) else None
        return after is not None and after.tokens[0].lexeme.form == "同时"

    def _make_do(self, indices: list[int], object_: Group) -> None:
        """Let the object of 督促, 协助, 组织 be the one who does what follows."""
        causing = [
            trigger
            for position in indices
            if (trigger := self.nps.trigger(position)) is not None
            and trigger.frames & {"Causes", "Convenes"}
        ]
        if causing and not object_.tail and not object_.described:
            self.causee = object_
            self.helped = all("supports" in trigger.expresses for trigger in causing)
            self.phrases.clear()

    def _actor(self, trigger: Trigger, index: int) -> list[Mention] | None:
        """Return who does what the verb at `index` says: the one made to do it, where there is one."""
        acting = self.acting()
        if acting is None and self.owner is not None and set(trigger.expresses) & _ANSWERING:
            return self.owner.mentions  # B的案件查办…向A报告
        if self.causee is None:
            return acting
        same_clause = not self.clause_changed(self.causee, index)
        if self.helped:
            return [*self.causee.mentions, *(acting or ())] if same_clause else acting
        if self.appointed or same_clause or set(trigger.expresses) & _UPWARD:
            return self.causee.mentions
        return acting

    def _apply(self, trigger: Trigger, start: int, end: int, object_: Group | None) -> None:
        """Try the frames of `trigger` in order, until one states something."""
        over, to = self.phrases.get("over"), self.phrases.get("to")
        begin = min([start, *(group.start - 1 for group in (over, to) if group is not None)])
        call = Call(
            trigger=trigger,
            actor=self._actor(trigger, start),
            object=object_,
            over=over,
            to=to,
            extent=(start, end),
            wide=(begin, end),
        )
        for frame, construction in FRAMES:
            if frame in trigger.frames and construction(self, call):
                return
