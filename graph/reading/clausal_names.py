"""Bodies named by what a clause says of them: 作出决定的机关, 被指定的监察机关, 有权决定的上级机关.

Such a clause states nothing between two bodies; it picks the body out, and the whole of it is the
name. Who is only described by what they do or are (使用农药的单位) has no name, and stays so.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from graph.reading import lexemes as lx
from graph.reading.arguments import NounPhrases
from graph.reading.group import Group
from graph.reading.mentions import BODY, Mention

_CLASSES: Final = frozenset(("Unit", "Enterprise", "School", "Organisation", "Association"))
_AUTHORITIES: Final = frozenset(("Organ", "Department"))
_CHARGED: Final = frozenset(("Organ", "Department", "Institution", "Office"))
_LONGEST_NAME: Final = 24
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
        if self.kinds[end] in (lx.AND, lx.WITH) and self.kinds[end + 1] == BODY:
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
        vague = first.kind in _CLASSES or first.quantifier or self._is_somebody(first) or brought
        if vague or length > _LONGEST_NAME or not _SAYING.issuperset(self.kinds[index:closing]):
            head.described = True
            return head
        head.mentions[0] = self.prefixed(first, index, closing + 1)
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
