"""Verbs that make somebody act: whom they make act, and who does what follows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graph.reading import lexemes as lx
from graph.reading import tails
from graph.reading.created import Created
from graph.reading.verbal_nouns import PREDICATE_PLACES

if TYPE_CHECKING:
    from graph.ontology import Trigger
    from graph.reading.group import Group
    from graph.reading.mentions import Mention

_ANSWERING: Final = frozenset(("reportsTo", "accountableTo"))
_OR: Final = ("或者", "或")
_HEADING: Final = frozenset(("leads", "coordinates"))
_UPWARD: Final = _ANSWERING | {"carriesOut"}


class Causing(Created):
    """Who is made to do something, and who acts therefore."""

    __slots__ = ()

    def _done_by_others(self, trigger: Trigger, index: int) -> bool:
        """Say whether what the verb says is what the verb before it makes others do (指导组建B).

        Or whether it only proposes what the verb after it says (提议组织B).
        """
        if "advises" in trigger.expresses and "to" not in self.phrases:
            proposed = self.kinds[index - 1] not in (lx.GAP, lx.NOUN, lx.STANDING)
            return proposed and self.kinds[index + 1] == lx.TRIGGER
        before = self.nps.trigger(index - 1)
        makes = before is not None and "Causes" in before.frames and "Assists" not in before.frames
        if not makes or before is None:
            return False
        urged = "urges" in before.expresses and "to" not in self.phrases  # 责令退回N
        done = {"Creates", "Appoints", "Tells"} if urged else {"Creates", "Appoints"}
        return bool(trigger.frames & done)

    def _makes_others_do(self, index: int, after: int) -> bool:
        """Say whether somebody who is no body is made to do what follows (指导行业设立B)."""
        trigger = self.nps.trigger(index)
        if trigger is not None and "Tells" in trigger.frames and self.kinds[after] == lx.PEOPLE:
            told = self.skip(after + 1, lx.ADVERB, lx.MODAL)  # 告知当事人向B反映
            return self.kinds[told] == lx.TOWARD and self.kinds[index + 1] not in (lx.AND, lx.OF)
        if trigger is None or "Causes" not in trigger.frames:
            return False
        if "Assists" in trigger.frames and self.kinds[after] != lx.PEOPLE:
            return False
        if self.kinds[index - 1] not in PREDICATE_PLACES:
            return False
        return self.kinds[after] in (lx.GAP, lx.NOUN, lx.PEOPLE, lx.VERB, lx.GENERIC)

    def _makes_class_do(self, indices: list[int], object_: Group) -> bool:
        """Say whether a class that a clause alone picks out is made to do what follows."""
        makers = (self.nps.trigger(position) for position in indices)
        return object_.described and any(t is not None and "Causes" in t.frames for t in makers)

    def _make_do(self, indices: list[int], object_: Group) -> None:
        """Let the object of 督促, 协助, 组织 be the one who does what follows."""
        causing = [
            trigger
            for position in indices
            if (trigger := self.nps.trigger(position)) is not None
            and trigger.frames & {"Causes", "Convenes"}
        ]
        if not causing and self.nps.sends(indices[-1]) and not object_.tail:
            acts = self.kinds[object_.end] in (lx.TRIGGER, lx.VERB)
            self.causee, self.helped = (object_, False) if acts else (self.causee, self.helped)
            return  # 派出B协助C: B does it
        told = self.nps.trigger(indices[-1])
        urging = self.nps.trigger(object_.end)
        tells = told is not None and "informs" in told.expresses and not object_.tail
        if tells and urging is not None and "Causes" in urging.frames:
            self.causee, self.helped = object_, False  # 通知B督促C做: B does it
            return
        if self.chunks[indices[-1]].has("ensuring") and not object_.tail:
            self._ensure(indices[-1], object_)
            self.causee, self.helped = object_, False  # 保障B对C进行监督
            return
        if self._made_to_follow(indices, object_):
            return
        if causing and not object_.tail and not object_.described:
            self.causee = object_
            self.helped = all("Assists" in trigger.frames for trigger in causing)
            self.convened = not any("urges" in trigger.expresses for trigger in causing)
            self.phrases.clear()

    def _made_to_follow(self, indices: list[int], object_: Group) -> bool:
        """Read 督促B对C的决定的落实, where 落实 is a noun: B carries out what C has laid down."""
        end = self.clause_end(object_.end)
        noun = self.nps.trigger(end - 1)
        closes = self.kinds[object_.end] == lx.OVER and self.kinds[end - 2] == lx.OF
        if not closes or noun is None or "Follows" not in noun.frames:
            return False
        over = self.nps.group(object_.end + 1)
        if over is not None and self.nps.tail(over, governed=True) == "decision":
            extent = (indices[0], end)
            self.state(noun, object_.mentions, over.mentions, extent, "督促B对C的决定的V")
        return True

    def _ensure(self, index: int, object_: Group) -> None:
        """Read A保障B做: A supports B, who does what follows."""
        trigger = self.nps.trigger(index)
        follows = self.kinds[self.skip(object_.end, lx.ADVERB)]
        does = follows in (lx.VERB, lx.LIGHT, lx.OVER, lx.TRIGGER)
        if self.kinds[index - 1] in (lx.GAP, lx.NOUN, lx.WITH):
            return  # 医疗保障行政部门
        if trigger is None or "supports" not in trigger.expresses or not does or object_.described:
            return
        extent = (index, object_.end)
        self.state(trigger, self.acting(), object_.mentions, extent, "A V B做")

    def _actor(self, trigger: Trigger, index: int) -> list[Mention] | None:
        """Return who does what the verb at `index` says.

        The one made to do it, where there is one.
        """
        if self.pivot >= 0 and lx.COMMA not in self.kinds[self.pivot : index]:
            return None  # 推动行业设立B: who acts is no body
        acting = self.acting()
        acts = _ANSWERING | _HEADING if self.made_up() else _ANSWERING
        within = "partOf" in trigger.inverse and self.kinds[index - 1] == lx.COMMA  # 成立B，下设C
        helps = "Assists" in trigger.frames and "supports" in trigger.expresses
        helps = helps or ("manages" in trigger.expresses and self._opens_clause(index))
        if (set(trigger.expresses) & acts or within or helps) and self.just_created(index):
            return self.created.mentions if self.created is not None else acting
        answers = bool(set(trigger.expresses) & _ANSWERING)
        if "Hears" in trigger.frames and self.owner is not None:
            answers = self.chunks[self.owner.stop - 1].entry("Paper") is not None  # B的审计报告
        if acting is None and answers and self.owner and self.owner.tail != tails.PEOPLE:
            return self.owner.mentions  # B的案件查办…向A报告
        if acting is None and self.proposer is not None:
            return self.proposer.mentions
        if "Appoints" in trigger.frames and (meeting := self.electing(index)) is not None:
            return meeting
        if "Hears" in trigger.frames and self.namer is not None:
            return self.namer.mentions  # B由A任免，任免前应当征求C意见
        if self.causee is None:
            return acting
        same_clause = not self.clause_changed(self.causee, index)
        if self.kinds[index - 1] == lx.AND and self.nps.form(index - 1) in _OR:
            return acting  # 责令B改正或者建议C…
        if self.helped:
            return [*self.causee.mentions, *(acting or ())] if same_clause else acting
        upward = not self.convened and set(trigger.expresses) & _UPWARD
        if self.appointed or same_clause or upward:
            return self.causee.mentions
        return acting

    def _opens_clause(self, index: int) -> bool:
        """Say whether the verb at `index` opens a clause (设立B，统一管理C)."""
        while self.kinds[index - 1] == lx.ADVERB:
            index -= 1
        return self.kinds[index - 1] == lx.COMMA
