"""Verbs with the arguments around them.

Who does what the verb says, and whom it makes do what follows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graph.model import Modality
from graph.reading import lexemes as lx
from graph.reading.call import Call
from graph.reading.causing import Causing
from graph.reading.clausal_names import RELATIVE_FRAMES
from graph.reading.frames import constructions
from graph.reading.mentions import BODY

if TYPE_CHECKING:
    from graph.ontology import Trigger
    from graph.reading.group import Group

_NEAR: Final = 2
_TIMES: Final = "次"
_WANTED: Final = frozenset(("advises", "urges"))


class Verbs(Causing):
    """The constructions of verbs."""

    __slots__ = ()

    def verb(self, index: int) -> int:
        """Read coordinated verbs (指导、协调) with the arguments before and after them."""
        indices = self.nps.triggers_from(index)
        after = indices[-1] + 1
        if (arranged := self.arranges(index)) is not None:
            return arranged
        row = self.suspects(indices)
        row = self.recalls(indices) if row is None else row
        if row is not None:
            return row
        if (noun := self._only_noun(indices)) is not None:
            return noun
        if len(indices) > 1 and (opening := self.opens_relative(indices)):
            indices, after = indices[:opening], indices[opening]  # 通知移送案件的B
        after = self.shared_object(index, self._past_count(after))
        asked = self.chunks[index - 1].has("requesting") or self._wrongful(index)
        if asked or self._exemplifies(after) or self._in_list(index):
            return after  # 对…、支持B发展等情形; 申请成立B
        describes = self.kinds[after] == lx.OF and self.kinds[index - 1] != lx.OF
        if describes and self.nps.sends(index) and "to" in self.phrases:
            return self._sent_to(index, after)
        if describes and not self._meanwhile(after):
            self._given_in_item(index, after)
            self.drop_addressee(index)
            if self._of_people(index, after):
                self.set_subject(None)  # A任命的人员，应当V
            return after + 1  # V的N: the verb only describes the noun
        if self._observed(index, after):
            return after
        if self._inside_phrase(index) or self._names_only(index, after):
            return after
        sent = self.nps.group(index) if self._sent_by_pronoun(index, after) else None
        if sent is not None:  # 派出它的B
            self.objects.append(sent)
            return sent.end
        before = self.objects[-1] if self.objects else None
        if before is not None and before.end == index and self._received(before):
            return after  # 收到B反馈意见: a noun, read with its verb
        last = self.nps.trigger(indices[-1])
        if last is not None and self._submitted_to(last, after):
            return self.submission(indices[-1])  # 决定提请A审议
        if self._equated_by(index, after):
            return after  # 是管理档案的机构
        object_ = self.all_posts(indices, self.argument(after, governed=True))
        if object_ is None and self._is_noun(index, indices[-1]):
            return after
        end = after if object_ is None else max(object_.end, object_.stop)
        if object_ is not None and self._describes_subject(index, object_):
            self.set_subject(object_)
            return end
        self._apply_each(indices, end, object_)
        self.takes_passed(object_ or self.phrases.get("over"), indices)
        self.predicated = True
        unnamed = object_ is None and self._makes_others_do(indices[-1], after)
        if unnamed or (object_ is not None and self._makes_class_do(indices, object_)):
            self.pivot = index
        if object_ is None:
            return after
        self.objects.append(object_)
        self._make_do(indices, object_)
        if self.kinds[object_.end] == lx.BETWEEN:
            self.phrases["between"] = object_
        return end

    def _apply_each(self, indices: list[int], end: int, object_: Group | None) -> None:
        """Apply each of the verbs that nobody else does to what they govern."""
        index, first = indices[0], self.nps.trigger(indices[0])
        last = self.nps.trigger(indices[-1])
        wanted = last is not None and bool(_WANTED.intersection(last.expresses))
        proposes = first is not None and "Proposes" in first.frames and wanted
        for position in indices:
            trigger = self.nps.trigger(position)
            if trigger is None or (proposes and index < position < indices[-1]):
                continue  # 提出协助要求: what is proposed
            if not self._done_by_others(trigger, position):
                self._apply(trigger, index, end, object_)
            submits = "Submits" in trigger.frames and "reportsTo" in trigger.expresses
            submits = submits and position != indices[-1]
            if submits and object_ is not None and object_.whole:  # 报请或者会同B
                self.state(trigger, self.acting(), object_.mentions, (index, end), "报请B…")

    def _only_noun(self, indices: list[int]) -> int | None:
        """Return the index after the first of several verbs, where that is a noun.

        听取报告、组织B视察; 评估报告交由B处理; 将报告交B.
        """
        index = indices[0]
        if len(indices) == 1:
            return None
        if self.hears_report(indices):
            return index + 2
        said = self.chunks[index]
        taken = self.kinds[index - 1] == lx.TAKE and (said.has("report") or said.has("decision"))
        return index + 1 if taken or self.hands_on_report(indices) else None

    def _of_people(self, index: int, of: int) -> bool:
        """Say whether people whom the subject V are what the clause is about."""
        subject = self.subject
        about = self.kinds[of + 1 : of + 4] == [lx.PEOPLE, lx.COMMA, lx.MODAL]
        opens = subject is not None and self.opens(subject.start)
        return about and opens and subject is not None and subject.end == index

    def _describes_subject(self, index: int, object_: Group) -> bool:
        """Say whether the verb only describes who acts (不具备审理条件的B，可以委托A)."""
        noun = self.kinds[object_.start] in (lx.GAP, lx.NOUN)
        described = noun and self.kinds[object_.start + 1 : object_.start + 3] == [lx.OF, BODY]
        closes = self.kinds[object_.end : object_.end + 2] == [lx.COMMA, lx.MODAL]
        start = index
        while self.kinds[start - 1] in (lx.ADVERB, lx.VERB, lx.MODAL) and start > 0:
            start -= 1
        opens = start == 0 or self.kinds[start - 1] in (lx.STOP, lx.SEMICOLON)
        return described and closes and opens and start < index

    def _past_count(self, index: int) -> int:
        """Return the index after what says how often, where that stands there (听取一次B的汇报)."""
        return index + (self.kinds[index] == lx.NUMBER and self.nps.form(index).endswith(_TIMES))

    def _equated_by(self, index: int, after: int) -> bool:
        """Say whether the verb and its object only describe what somebody is (是V N的B)."""
        while self.kinds[index - 1] in (lx.ADVERB, lx.VERB):
            index -= 1
        noun = self.skip(after, lx.GAP, lx.NOUN)
        relative = noun > after and self.kinds[noun] == lx.OF
        return relative and self.kinds[index - 1] == lx.COPULA

    def _observed(self, index: int, after: int) -> bool:
        """Read 保证B的决议的V, where the verb is a noun: who sees to it carries them out."""
        trigger, laid_down = self.nps.trigger(index), self.objects[-1] if self.objects else None
        if trigger is None or "Follows" not in trigger.frames or laid_down is None:
            return False
        closes = self.kinds[index - 1] == lx.OF and self.kinds[after] in lx.BREAKS
        if not closes or laid_down.tail != "decision" or self.clause_changed(laid_down, index):
            return False
        if self.kinds[laid_down.start - 1] == lx.OVER:
            return False
        extent = (laid_down.start, after)
        self.state(trigger, self.acting(), laid_down.mentions, extent, "保证B的决定的V")
        return True

    def _submitted_to(self, trigger: Trigger, after: int) -> bool:
        """Say whether who decides on what is submitted stands after the verb (not 向B提交N)."""
        if "Submits" not in trigger.frames:
            return "reportsTo" in trigger.expresses and self._decides(after)
        if "Hands" not in trigger.frames:
            return True
        group = self.argument(after) if "to" not in self.phrases else None
        return group is not None and not group.tail

    def _decides(self, after: int) -> bool:
        """Say whether who is told decides (上报B批准)."""
        group = self.argument(after)
        verb = None if group is None else self.nps.trigger(self.skip(group.end, lx.ADVERB))
        return verb is not None and "Ratifies" in verb.frames

    def submission(self, index: int) -> int:
        """Read 报A批准; see `Phrases`."""
        raise NotImplementedError

    def _given_in_item(self, index: int, of: int) -> None:
        """Read an item that is a noun phrase about a matter of the body that the list is about.

        （五）A交办的其他事项: A gives them out; （二）A报请审理的案件: A submits them.
        """
        giver, taker = self.subject, self.carried.subject
        noun = self.chunks[of + 1 : of + 3]
        if giver is None or giver.end != index or not taker:
            return
        if not any(chunk.has("matter") for chunk in noun):
            return
        extent, declared = (giver.start, of + 2), Modality.DECLARATION
        indices = self.nps.triggers_from(index)
        submits = self.nps.trigger(indices[0])
        for position in indices:
            trigger = self.nps.trigger(position)
            if trigger is None:
                continue
            if trigger.frames & {"Entrusts", "Submits"} or "assigns" in trigger.expresses:
                self.state(trigger, giver.mentions, taker, extent, "A交办的事项", modality=declared)
            elif submits is not None and "Submits" in submits.frames:
                self.state(
                    trigger, taker, giver.mentions, extent, "A报请V的案件", modality=declared
                )

    def _sent_to(self, index: int, of: int) -> int:
        """Read A向C派出的B: what the clause says, and B as the subject of what follows."""
        head, place = self.argument(of + 1), self.phrases.pop("to")
        trigger, acting = self.nps.trigger(index), self.acting()
        if head is None or trigger is None:
            return of + 1
        extent, declared = (place.start - 1, head.end), Modality.DECLARATION
        self.state(trigger, acting, head.mentions, extent, "A向C V的B", modality=declared)
        for relation in trigger.place:
            self.record(
                relation, head.mentions, place.mentions, extent, "A向C V的B", trigger.name,
                modality=declared,
            )  # fmt: skip
        self.set_subject(head)
        return head.end

    def _sent_by_pronoun(self, index: int, after: int) -> bool:
        trigger = self.nps.trigger(index)
        relative = trigger is not None and trigger.frames & RELATIVE_FRAMES
        return bool(relative) and self.kinds[after] == lx.PRONOUN and self.kinds[after + 1] == lx.OF

    def _apply(self, trigger: Trigger, start: int, end: int, object_: Group | None) -> None:
        """Try the frames of `trigger` in order, until one states something."""
        over, to = self.phrases.get("over"), self.phrases.get("to")
        begin = start if over is None else min(start, over.start - 1)
        begin = begin if to is None else min(begin, to.start - 1)
        placed = "BelongsTo" in trigger.frames and self.kinds[start - 1] == lx.COMMA
        near = self.created is not None and _near(self.kinds[self.created.end : start])
        if placed and near:
            self.set_subject(self.created)  # 成立B，为C的工作机构，设在D
        call = Call(
            trigger=trigger,
            actor=self.sent_out(over) or self._actor(trigger, start),
            object=object_,
            over=over,
            to=to,
            extent=(start, end),
            wide=(begin, end),
        )
        for construction in constructions(trigger.frames):
            if construction(self, call):
                return


def _near(between: list[str]) -> bool:
    """Say whether no more than one clause stands between."""
    return between.count(lx.COMMA) <= _NEAR
