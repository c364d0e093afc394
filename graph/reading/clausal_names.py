"""Bodies named by what a clause says of them: 作出决定的机关, 被指定的监察机关, 有权决定的上级机关.

Such a clause states nothing between two bodies; it picks the body out, and the whole of it is the
name. Who is only described by what they do or are (使用农药的单位) has no name, and stays so.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from graph.reading import lexemes as lx
from graph.reading.arguments import NounPhrases
from graph.reading.group import Group
from graph.reading.mentions import BODY, Mention

_CLASSES: Final = frozenset(("Unit", "Enterprise", "School", "Organisation", "Association"))
_AUTHORITIES: Final = frozenset(("Organ", "Department"))
OFFICES: Final = frozenset(("Department", "Institution", "Organ", "Office", "Post"))
_CHARGED: Final = frozenset(("Organ", "Department", "Institution", "Office"))
_LONGEST_NAME: Final = 24
LONGEST_CLAUSE: Final = 24
CLAUSE_ENDS: Final = frozenset((lx.COMMA, lx.SEMICOLON, lx.STOP, lx.COLON, lx.MODAL))
PREDICATE_STARTS: Final = frozenset(
    (
        lx.MODAL, lx.BY, lx.UNDER, lx.TOWARD, lx.OVER, lx.ACCEPT, lx.LIGHT, lx.TRIGGER, lx.VERB,
        lx.COMMA, lx.COPULA,
    )
)  # fmt: skip
_CHARGED_STARTS: Final = PREDICATE_STARTS | {lx.STANDING, lx.AT, lx.BASIS, lx.FOR, lx.TAKE}
_SAYING: Final = frozenset(
    (
        lx.GAP, lx.NOUN, lx.VERB, lx.TRIGGER, lx.ADVERB, lx.AND, lx.WITH, lx.LIGHT, lx.MODAL,
        lx.UNDER, lx.STANDING, lx.PEOPLE, lx.OF, lx.PRONOUN, lx.LEVEL, lx.GENERIC, BODY,
    )
)  # fmt: skip
ADDRESSING: Final = frozenset(("Tells", "Hands", "Submits", "Entrusts", "Causes", "Hears"))
RELATIVE_FRAMES: Final = frozenset(
    ("Sends", "ActsOn", "Entrusts", "Creates", "Appoints", "Ratifies", "Yields")
)


@dataclass(slots=True, eq=False)
class ClausalNames(NounPhrases):
    """Noun phrases that may be named by a clause."""

    def clause_head(self, index: int, kinds: frozenset[str] = _AUTHORITIES) -> Group | None:
        """Return what the clause that closes before `index` describes: bodies, or 机关, 部门.

        A noun that alone names no body is one of those `kinds`.
        """
        if self.kinds[index] == BODY:
            return self.coordination(index)
        if self.kinds[index] != lx.GENERIC:
            return None
        token = self.chunks[index].tokens[0]
        if token.lexeme.body_kind not in kinds:
            return None
        kind, end = token.lexeme.body_kind, self.chunks[index].end
        mention = Mention(self.passage, token.start, end, self.chunks[index].tokens, kind)
        others: list[Mention] = []
        end = index + 1
        if self.kinds[end : end + 2] == [lx.AND, lx.GENERIC]:  # V的机关、单位
            other = self.chunks[end + 1].tokens[0]
            if other.lexeme.body_kind == "Unit" and self.kinds[end + 2] != lx.AND:
                start, after = other.start, self.chunks[end + 1].end
                others = [Mention(self.passage, start, after, self.chunks[end + 1].tokens, "Unit")]
                end += 2
        elif self.kinds[end] in (lx.AND, lx.WITH) and self.kinds[end + 1] == BODY:
            more = self.coordination(end + 1)  # V的机关或者B
            others, end = (more.mentions, more.end) if more is not None else (others, end)
        return Group(mentions=[mention, *others], start=index, end=end)

    def charged(self, index: int, closing: int) -> Group | None:
        """Return the institution of 负责…的机构, which its duty names."""
        if not self.chunks[index].has("charge"):
            return None
        return self.clause_head(closing + 1, _CHARGED)

    def named_by(self, index: int, closing: int, head: Group) -> Group:
        """Name the first of the bodies in `head` by the clause from `index` to 的 at `closing`."""
        first = head.mentions[0]
        length = self.chunks[closing].end - self.chunks[index].start
        opening = self.chunks[index].tokens[0].lexeme.trigger
        brought = opening is not None and "Creates" in opening.frames  # 组建新的B
        placed = any(token.lexeme.is_in("workplace") for token in first.tokens)
        vague = (
            (first.kind in _CLASSES and not placed)
            or first.quantifier
            or self._is_somebody(first)
            or brought
        )
        if vague or length > _LONGEST_NAME or not _SAYING.issuperset(self.kinds[index:closing]):
            head.described = True
            return head
        head.mentions[0] = self.prefixed(first, index, closing + 1)
        for number, other in enumerate(head.mentions[1:], start=1):
            if other.kind == "Unit" and other.tokens[0].lexeme.generic:  # V的机关、单位
                head.mentions[number] = replace(other, prefix=head.mentions[0].prefix)
        head.start = index
        return head

    def only_names(self, triggers: list[int], closing: int) -> bool:
        """Say whether the verbs of a clause with no body in it only pick out whom they describe."""
        if triggers[-1] + 1 < closing:
            return True
        entries = (self.chunks[index].tokens[0].lexeme.trigger for index in triggers)
        return not any(entry is not None and entry.frames & RELATIVE_FRAMES for entry in entries)

    def _is_somebody(self, mention: Mention) -> bool:
        """Say whether a post is only that of whoever does what is said (申请游行的负责人)."""
        return len(mention.tokens) == 1 and mention.tokens[0].lexeme.is_in("leaderNoun")

    def in_charge(self, subject: Group, position: int) -> Group | None:
        """Read A负责…的部门, an office of A named by what it has in charge."""
        end = position
        while self.kinds[end] not in CLAUSE_ENDS and end < position + LONGEST_CLAUSE:
            end += 1
        closing = [
            index
            for index in range(position, end - 1)
            if self.kinds[index] == lx.OF and self.kinds[index + 1] in (lx.GENERIC, BODY)
        ]
        if not closing:
            return None
        head = self.chunks[closing[0] + 1]
        if head.tokens[-1].lexeme.body_kind not in OFFICES:
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
        owners, offices = self.offices_of(subject, closing[0] + 1)
        rest = [mention for mention in subject.mentions if mention not in owners]
        mentions = [*rest, *offices, *others]
        return Group(mentions=mentions, start=subject.start, end=end)

    def offices_of(self, subject: Group, index: int) -> tuple[list[Mention], list[Mention]]:
        """Return whose office the noun at `index` is, and the office of each.

        It is that of the last body of `subject`, and of those that share its head; the clause
        between is part of the name.
        """
        head, last = self.chunks[index], subject.mentions[-1]
        clause = self.passage.text[self.chunks[subject.end].start : head.start]
        kind = head.tokens[-1].lexeme.body_kind
        office = replace(
            last, start=head.start, end=head.end, tokens=head.tokens, kind=kind, quantifier=""
        )
        owners = [owner for owner in subject.mentions if owner.tokens[-1] == last.tokens[-1]]
        return owners, [replace(office, prefix=owner.written() + clause) for owner in owners]
