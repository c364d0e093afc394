"""Bodies with a relative clause: 派驻C的B, 派出它的B, A派出的B, 由A管理的B, 实行…的单位.

The clause belongs to the name, and it states something as well: that goes to `on_relative`.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final, Protocol

from graph.reading import lexemes as lx
from graph.reading import tails
from graph.reading.clausal_names import RELATIVE_FRAMES, ClausalNames
from graph.reading.group import Group
from graph.reading.mentions import BODY

if TYPE_CHECKING:
    from graph.ontology import Trigger
    from graph.reading.mentions import Mention

_DESCRIBING: Final = RELATIVE_FRAMES | {"BelongsTo"}  # A设在C的B
_OFFICES: Final = frozenset(("Department", "Institution", "Organ", "Office", "Post"))
_LONGEST_CLAUSE: Final = 24
_CLAUSE_ENDS: Final = frozenset((lx.COMMA, lx.SEMICOLON, lx.STOP, lx.COLON, lx.MODAL))
_PREDICATE_STARTS: Final = frozenset(
    (
        lx.MODAL, lx.BY, lx.UNDER, lx.TOWARD, lx.OVER, lx.ACCEPT, lx.LIGHT, lx.TRIGGER, lx.VERB,
        lx.COMMA, lx.COPULA,
    )
)  # fmt: skip
_CHARGED_STARTS: Final = _PREDICATE_STARTS | {lx.STANDING, lx.AT, lx.BASIS, lx.FOR, lx.TAKE}


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
class ClausalPhrases(ClausalNames):
    """Noun phrases that may have relative clauses; what those state goes to `on_relative`."""

    on_relative: OnRelative
    _closings: list[int] = field(default_factory=list, init=False)
    _ends: list[int] = field(default_factory=list, init=False)

    def _note_ends(self) -> None:
        """Note where a relative clause can close, and where clauses end."""
        kinds, count = self.kinds, len(self.chunks)
        own = kinds[:count]
        self._closings = [
            index
            for index, kind in enumerate(own)
            if kind == lx.OF and kinds[index + 1] in (BODY, lx.GENERIC)
        ]
        self._ends = [index for index, kind in enumerate(own) if kind in _CLAUSE_ENDS]
        self._ends += range(count, len(kinds))

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
                found.append(position)
            elif self.kinds[position] != lx.ADVERB and self.kinds[position + 1] not in (
                lx.TRIGGER,
                lx.ADVERB,
            ):
                break
            position += 1
        return found

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
        stop = min(self._ends[bisect_left(self._ends, index)], index + _LONGEST_CLAUSE)
        found: int | None = None
        while number < len(closings) and closings[number] < stop:
            position = closings[number]
            if not last:
                return position
            if self.kinds[position + 1] == BODY:
                found = position
            number += 1
        return found

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
        closing = triggers[-1] + 1
        if self.kinds[closing] != lx.OF or self.kinds[closing + 1] != BODY:
            return None
        head = self.coordination(closing + 1)
        if head is None:
            return None
        subject = Group(mentions=[mention], start=index, end=index + 1)
        heads = _described(head.mentions)
        self.on_relative(triggers, subject, None, heads, (index, closing))
        return head

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
        position = subject.end
        while self.kinds[position] == lx.ADVERB:
            position += 1
        first = self.trigger(position)
        if self.chunks[position].has("charge") if position < len(self.chunks) else False:
            return self._in_charge(subject, position)
        if first is None or not first.frames & _DESCRIBING:
            return None
        if (office := self._some_office(subject, position)) is not None:
            return office
        if "Sends" in first.frames and (
            self.kinds[subject.start - 1] == lx.TOWARD or self.kinds[position + 1] == lx.AT
        ):
            return None  # A向C派出的B: C sends nobody; A委派到C的: whom, is not said
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
        governed = governed or (before == lx.TRIGGER and "BelongsTo" in first.frames)
        unfinished = following == lx.COMMA and "Sends" not in first.frames
        if not governed and (following not in _PREDICATE_STARTS or unfinished):
            return None
        if not closed and "Causes" in first.frames and following != lx.MODAL:
            return None  # A协助C的B做…: what follows is done by B
        if self._heads_noun(head):
            return None
        triggers = self.triggers_from(position)
        inner = self._inner(triggers, closing)
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
            else:
                last = self.trigger(closing - 1)
                head.described = last is None or "ComposedOf" not in last.frames
            return head  # 由二人以上组成的B: any B
        triggers = self.triggers_from(index)
        inner = self._inner(triggers, closing) if triggers else None
        if not triggers or (inner is None and self.only_names(triggers, closing)):
            return self.named_by(index, closing, head)
        if inner is not None and inner.described:
            inner = None
        first = 1 if self.kinds[closing + 1] == lx.GENERIC else len(head.mentions)
        described, others = head.mentions[:first], head.mentions[first:]
        if inner is not None and inner.pronoun:
            described = _before_relative(head.mentions)  # 产生它的A和上一级B
        self.on_relative(triggers, None, inner, described, (index, closing))
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

    def _some_office(self, subject: Group, position: int) -> Group | None:
        """Read A指定的部门: some office, picked out by the clause alone."""
        end = self.triggers_from(position)[-1] + 3
        if self.kinds[end - 2 : end] != [lx.OF, lx.GENERIC]:
            return None
        return Group(mentions=subject.mentions, start=subject.start, end=end, described=True)

    def _in_charge(self, subject: Group, position: int) -> Group | None:
        """Read A负责…的部门, an office of A named by what it has in charge."""
        end = position
        while self.kinds[end] not in _CLAUSE_ENDS and end < position + _LONGEST_CLAUSE:
            end += 1
        closing = [
            index
            for index in range(position, end - 1)
            if self.kinds[index] == lx.OF and self.kinds[index + 1] in (lx.GENERIC, BODY)
        ]
        if not closing:
            return None
        head = self.chunks[closing[0] + 1]
        if head.tokens[-1].lexeme.body_kind not in _OFFICES:
            return None
        after = end = closing[0] + 2
        others: list[Mention] = []
        if self.kinds[after] in (lx.AND, lx.WITH) and self.kinds[after + 1] == BODY:
            listed = self.coordination(after + 1)
            more = listed and (self.with_relative(listed) or listed)
            others = more.mentions if more is not None else []
            after = end = more.end if more is not None else end
        while self.kinds[after] in (lx.ADVERB, lx.AND, lx.GENERIC):
            after += 1
        if self.kinds[after] not in _CHARGED_STARTS:
            return None
        last = subject.mentions[-1]
        prefix = self.passage.text[self.chunks[subject.end].start : head.start]
        mention = replace(
            last, start=head.start, end=head.end, tokens=head.tokens,
            kind=head.tokens[-1].lexeme.body_kind, quantifier="",
        )  # fmt: skip
        offices = [
            replace(mention, prefix=owner.written() + prefix)
            if owner.tokens[-1] == last.tokens[-1]
            else owner
            for owner in subject.mentions
        ]
        return Group(mentions=[*offices, *others], start=subject.start, end=end)

    def _heads_noun(self, head: Group) -> bool:
        """Say whether the head is not the bodies but a noun after them (A派出B的企业名单)."""
        if self.kinds[head.end] not in (lx.GAP, lx.NOUN):
            return False
        return tails.classify(self.chunks, self.kinds, head.end, governed=False).name in (
            tails.THING,
            tails.OTHER,
            tails.PEOPLE,
        )

    def _inner(self, triggers: list[int], closing: int) -> Group | None:
        """Return the object inside a relative clause."""
        start = triggers[-1] + 1
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
        if mention.party_group() > 0:
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
            kind = tokens[-1].lexeme.body_kind or mention.kind
            mention = replace(mention, end=tokens[-1].end, tokens=tokens, kind=kind)  # noqa: PLW2901
        described.append(mention)
    return described
