"""Bodies with a relative clause: 派驻C的B, 派出它的B, A派出的B, 由A管理的B, 实行…的单位.

The clause belongs to the name, and it states something as well: that goes to `on_relative`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Protocol

from graph.reading import lexemes as lx
from graph.reading import tails
from graph.reading.clausal_names import (
    OFFICES,
    PREDICATE_STARTS,
    RELATIVE_FRAMES,
)
from graph.reading.closings import Closings
from graph.reading.entries import ATTENDING
from graph.reading.group import Group
from graph.reading.mentions import BODY
from graph.reading.sharing import party_body

if TYPE_CHECKING:
    from graph.ontology import Trigger
    from graph.reading.mentions import Mention

_NOUNS: Final = frozenset((lx.GAP, lx.NOUN, lx.PEOPLE))
_DESCRIBING: Final = RELATIVE_FRAMES | {"BelongsTo"}  # A设在C的B


class OnRelative(Protocol):
    """Takes what a relative clause states."""

    def __call__(
        self,
        triggers: list[int],
        subject: Group | None,
        inner: Group | None,
        head: list[Mention],
        extent: tuple[int, int],
    ) -> None:
        """Record that `subject` (or `head`) does what `triggers` say to `head` (or `inner`)."""


@dataclass(slots=True, eq=False, kw_only=True)
class ClausalPhrases(Closings):
    """Noun phrases that may have relative clauses; what those state goes to `on_relative`."""

    on_relative: OnRelative

    def relative_conjunct(self, index: int) -> Group | None:
        """Read a conjunct with a relative clause of its own: A或者B委托的C."""
        mention = self.mention(index)
        if mention is not None and self.kinds[index + 1 : index + 4] == [lx.VERB, lx.OF, BODY]:
            return self._picked_out(index, index + 3)
        triggers = (
            [] if self.kinds[index + 1] in (lx.AND, lx.WITH) else self.triggers_from(index + 1)
        )
        first = self.trigger(triggers[0]) if triggers else None
        if mention is None or first is None or not first.frames & RELATIVE_FRAMES:
            return None
        closing, opening = triggers[-1] + 1, index
        if self.kinds[closing] != lx.OF or self.kinds[closing + 1] != BODY:
            return None
        while self.kinds[opening] in (BODY, lx.GAP, lx.AND, lx.WITH):
            opening -= 1
        if "Sends" in first.frames and self.kinds[opening] == lx.TOWARD:
            return None  # A向C、D派出的B
        head = self.coordination(closing + 1)
        if head is None:
            return None
        subject = Group(mentions=[mention], start=index, end=index + 1)
        heads = _described(head.mentions)
        self.on_relative(triggers, subject, None, heads, (index, closing))
        return head

    def owned_relative(self, index: int, owners: list[Mention]) -> Group | None:
        """Read V的B after 其, where the owners do it (A或者其授权的B, A及其派出的B)."""
        triggers = self.triggers_from(index)
        first, closing = self.trigger(index), triggers[-1] + 1
        if first is None or not first.frames & _DESCRIBING:
            return None
        while "BelongsTo" in first.frames and self.kinds[closing] in (lx.GAP, lx.NOUN):
            closing += 1  # 及其设在地方的B
        if self.kinds[closing] != lx.OF:
            return None
        subject = Group(mentions=owners, start=index, end=index)
        if "BelongsTo" in first.frames or self.kinds[closing + 1] == lx.GENERIC:
            if self.chunks[closing + 1].tokens[-1].lexeme.body_kind not in OFFICES:
                return None
            named = self.offices_of(subject, closing + 1)[1]
            end = closing + 2
        else:
            head = self.coordination(closing + 1) if self.kinds[closing + 1] == BODY else None
            if head is None:
                return None
            named, end = head.mentions, head.end
        states = "BelongsTo" not in first.frames
        for number, owner in enumerate(owners if states else ()):
            own = replace(subject, mentions=[owner])
            one = named if self.kinds[closing + 1] == BODY else [named[number]]
            self.on_relative(triggers, own, None, one, (index, closing))
        return Group(mentions=named, start=index, end=end)

    def _picked_out(self, index: int, position: int) -> Group | None:
        """Read a conjunct that a clause picks out and that states nothing (A和B确定的C)."""
        head = self.coordination(position)
        if head is None:
            return None
        head.mentions[0] = self.prefixed(head.mentions[0], index, position - 1)
        head.start = index
        return head

    def with_relative(self, subject: Group) -> Group | None:
        """Read A V（N）的B as B, where a predicate still follows."""
        position = self._past_place(subject.end)
        first = self.trigger(position)
        if self.chunks[position].has("charge") if position < len(self.chunks) else False:
            return self.in_charge(subject, position)
        if first is None or not first.frames & _DESCRIBING:
            return None
        if (office := self._some_office(subject, position)) is not None:
            return office
        if "Sends" in first.frames and self.kinds[subject.start - 1] == lx.TOWARD:
            return None  # A向C派出的B: C sends nobody
        if subject.start and self.chunks[subject.start - 1].has("origin"):
            return None  # 从A选任的B: others choose them
        closing = self.relative_end(position, last="Sends" in first.frames)
        if closing is None or closing >= self.barrier or self.kinds[closing + 1] != BODY:
            return None
        if lx.BY in self.kinds[position:closing]:
            return None  # A任命或者由B选举的C
        head = self.coordination(closing + 1)
        if head is None:
            return None
        after = head.end
        while self.kinds[after] in (lx.ADVERB, lx.STANDING, lx.OF, lx.GAP, lx.NOUN):
            after += 1
        following = self.kinds[after]
        closed = self.triggers_from(position)[-1] + 1 == closing  # A V的B is no sentence
        before = self.kinds[subject.start - 1]
        governed = closed or before in (lx.VERB, lx.OVER, lx.FOR)
        owns = self.kinds[closing - 1] == lx.STANDING  # 领导A管理领导班子的B
        governed = governed or (before == lx.TRIGGER and (owns or "BelongsTo" in first.frames))
        unfinished = following == lx.COMMA and "Sends" not in first.frames
        if not governed and (following not in PREDICATE_STARTS or unfinished):
            return None
        if not closed and "Causes" in first.frames and following != lx.MODAL:
            return None  # A协助C的B做…: what follows is done by B
        if self._heads_noun(head) or self._approved_of(first, head):
            return None
        triggers = self.triggers_from(position)
        inner = self._inner(triggers, closing)
        if inner is None and self.kinds[triggers[-1] + 1] == lx.AT:
            return None  # A委派到N的B: whom, is not said
        heads = _described(head.mentions)
        if triggers[-1] + 1 < closing and inner is None:
            # A管理领导班子的B…: the clause has an object of its own, its head is the first body
            heads = [mention.first_body() for mention in heads]
        if inner is not None and inner.described:
            inner = None
        self.on_relative(triggers, subject, inner, heads, (subject.start, closing))
        head.start = subject.start
        return head

    def headed_by_clause(self, index: int) -> Group | None:
        """Read a body with a relative clause that has no subject before it."""
        kind = self.kinds[index]
        if self.sends(index) and self.kinds[index + 1] == BODY:
            after = self.kinds[index + 2]
            joined = after in (lx.AND, lx.WITH) and self.relative_end(index + 2) is not None
            if after != lx.OF and not joined:
                return None  # a verb here: where it is part of a name, the name has it
        closing = self.relative_end(index + 1 if kind == lx.MODAL else index)
        head = None
        if closing is not None:
            head = self.charged(index, closing) or self.clause_head(closing + 1)
        if closing is None or head is None:
            return None
        head.start = index
        if kind in (lx.UNDER, lx.BY):
            if kind == lx.UNDER and self.kinds[index + 1] == lx.TRIGGER:
                return self.named_by(index, closing, head)  # 被指定的B
            subject = self.group(index + 1, closing)
            triggers = self.triggers_from(subject.end) if subject is not None else []
            if triggers:
                self.on_relative(triggers, subject, None, head.mentions, (index, closing))
            elif subject is not None and self.chunks[subject.end].has(ATTENDING):
                self.on_relative([subject.end], subject, None, head.mentions, (index, closing))
            else:
                last = self.trigger(closing - 1)
                head.described = last is None or "ComposedOf" not in last.frames
            return head  # 由二人以上组成的B: any B
        if self.sends(index) and lx.BY in self.kinds[index:closing]:
            return None  # 派驻B由派出它的A领导
        triggers = self.triggers_from(index)
        inner = self._inner(triggers, closing) if triggers else None
        told = self.kinds[index - 1] in (lx.VIA, lx.TOWARD, lx.SUBMIT)
        if told and inner is None and index + 1 == closing and self._entrusted(index):
            return self.named_by(index, closing, head)  # 向指定管辖的B报告
        if not triggers or (inner is None and self.only_names(triggers, closing)):
            return self.named_by(index, closing, head)
        if inner is not None and inner.described:
            inner = None
        first = 1 if self.kinds[closing + 1] == lx.GENERIC else self._before_beside(head)
        described, others = head.mentions[:first], head.mentions[first:]
        if inner is not None and inner.pronoun:
            described = _before_relative(head.mentions)  # 产生它的A和上一级B
        heads = _described(described) if inner is not None else described
        self.on_relative(triggers, None, inner, heads, (index, closing))
        head.another = inner is not None and inner.pronoun
        if inner is not None and not inner.pronoun:
            verbs = self.chunks[triggers[-1]].end
            opening = self.passage.text[self.chunks[index].start : verbs]
            head.mentions = [
                replace(mention, prefix=f"{opening}{place.written()}的")
                for place in inner.mentions
                for mention in described
            ] + others
        return head

    def _entrusted(self, index: int) -> bool:
        trigger = self.trigger(index)
        return trigger is not None and "assigns" in trigger.expresses

    def _before_beside(self, head: Group) -> int:
        """Return how many of the bodies stand before 与, which a clause before does not reach."""
        for position in range(head.start, head.end):
            if self.kinds[position] == lx.WITH and self.form(position) in lx.BESIDE:
                here = self.chunks[position].start
                return sum(mention.start < here for mention in head.mentions)
        return len(head.mentions)

    def _past_place(self, index: int) -> int:
        """Return the index of the verb in A（在N）派出的B."""
        while self.kinds[index] == lx.ADVERB:
            index += 1
        if self.kinds[index] != lx.AT:
            return index
        verb = index + 1
        while self.kinds[verb] in (lx.GAP, lx.NOUN, lx.AND, lx.ETCETERA, lx.LEVEL):
            verb += 1
        first = self.trigger(verb)
        places = first is not None and first.frames & {"Sends", "Creates"}
        return verb if places and self.kinds[verb + 1] == lx.OF else index

    def _some_office(self, subject: Group, position: int) -> Group | None:
        """Read A指定的部门: an office without a name of its own, which has that of the clause."""
        triggers = self.triggers_from(position)
        closing = triggers[-1] + 1
        if self.kinds[closing : closing + 2] != [lx.OF, lx.GENERIC]:
            return None
        group = Group(mentions=subject.mentions, start=subject.start, end=closing + 2)
        verb, before = self.trigger(triggers[0]), self.kinds[subject.start - 1]
        inner = verb is not None and "Creates" in verb.frames  # 批准企业设立的机关
        inner = inner and before in (lx.TRIGGER, lx.VERB)
        if inner or self.chunks[closing + 1].tokens[-1].lexeme.body_kind not in OFFICES:
            group.described = True
            return group
        owners, offices = self.offices_of(subject, closing + 1)
        for owner, office in zip(owners, offices, strict=True):
            own = replace(subject, mentions=[owner])
            self.on_relative(triggers, own, None, [office], (subject.start, closing))
        others = [mention for mention in subject.mentions if mention not in owners]
        group.mentions = [*others, *offices]
        return group

    def _heads_noun(self, head: Group) -> bool:
        """Say whether the head is not the bodies but a noun after them (A派出B的企业名单)."""
        if self.kinds[head.end] not in (lx.GAP, lx.NOUN):
            return False
        return tails.classify(self.chunks, self.kinds, head.end, governed=False).name in (
            tails.THING,
            tails.OTHER,
            tails.PASSED,
            tails.PEOPLE,
        )

    def _approved_of(self, first: Trigger, head: Group) -> bool:
        """Say whether what is approved is not the bodies but what they have (A核定的B的人数)."""
        of_theirs = self.kinds[head.end] == lx.OF and self.kinds[head.end + 1] in _NOUNS
        return of_theirs and "Ratifies" in first.frames

    def _inner(self, triggers: list[int], closing: int) -> Group | None:
        """Return the object inside a relative clause."""
        start = triggers[-1] + 1
        place = self.mention(start)
        if place is not None and self.kinds[start + 1 : closing] == [lx.AND, lx.VERB]:
            return Group(mentions=[place], start=start, end=start + 1)  # 设在C、有管辖权的B
        if self.kinds[start] == lx.AT:
            start += 1  # 派驻到C的B
        return self.group(start, closing) if start < closing else None


def _before_relative(heads: list[Mention]) -> list[Mention]:
    """Return the bodies before one with a relative name of its own (上一级B)."""
    for number, mention in enumerate(heads):
        if number and mention.tokens[0].lexeme.kind == lx.RELATIVE:
            return heads[:number]
    return heads


def _described(heads: list[Mention]) -> list[Mention]:
    """Return the bodies that a relative clause before the list describes.

    Not those after one with a full name of its own, and of a body within a body (A V的B的C) the
    outer one.
    """
    described: list[Mention] = []
    for number, mention in enumerate(heads):
        if number and mention.tokens[0].lexeme.kind in (lx.KNOWN, lx.RELATIVE):
            break
        if mention.party_group() > 0 or party_body(mention) > 0:
            mention = mention.first_body()  # noqa: PLW2901 - A管理的企业党委: the enterprise
        cut = [i for i, token in enumerate(mention.tokens) if token.lexeme.kind == lx.OF]
        if not cut and mention.start == mention.tokens[0].start:
            joints = [
                i
                for i, (token, after) in enumerate(
                    zip(mention.tokens, mention.tokens[1:], strict=False)
                )
                if after.start > token.end
            ]
            cut = [joints[0] + 1] if joints else []
        if cut:
            tokens = mention.tokens[: cut[0]]
            if len(tokens) > 1 and tokens[-1].lexeme.is_in("belonging"):
                tokens = tokens[:-1]  # A设立的B所属的C: B
            kind = tokens[-1].lexeme.body_kind or mention.kind
            mention = replace(mention, end=tokens[-1].end, tokens=tokens, kind=kind)  # noqa: PLW2901
        described.append(mention)
    return described
