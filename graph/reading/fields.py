"""Departments named together by their fields of work (审计、财政等部门; 监督检查、审查调查部门)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from graph.reading import lexemes as lx
from graph.reading.group import Group
from graph.reading.joints import ITEM_KINDS, Joints
from graph.reading.mentions import BODY

if TYPE_CHECKING:
    from graph.reading.mentions import Mention

LONGEST_ITEM: Final = 10
MOST_CONJUNCTS: Final = 40
_TWO: Final = 2


@dataclass(slots=True, eq=False)
class Fields(Joints):
    """The lists whose items are fields, also where a field is a verb as well."""

    def mention(self, index: int) -> Mention | None:
        """Return the mention at `index`, if a body stands there."""
        return self.chunks[index].mention if self.kinds[index] == BODY else None

    def fields(self, index: int) -> Group | None:
        """Read departments named by fields that are verbs as well (审计、财政等部门)."""
        spans: list[tuple[int, int]] = []
        position = index
        if self.kinds[index - 1] in (lx.GAP, lx.NOUN, lx.STANDING) or self._acts(index):
            return None
        for _ in range(MOST_CONJUNCTS):
            end = position
            while self.kinds[end] in ITEM_KINDS:
                end += 1
            if end == position and spans and (last := self._last_field(position)) is not None:
                named = [self.headed(span, last.tokens[-1]) for span in spans]
                return Group(mentions=[*named, last], start=index, end=position + 1)
            if end == position or self.kinds[end] not in (lx.AND, lx.ETCETERA):
                return None
            spans.append((position, end))
            if self.chunks[end - 1].end - self.chunks[position].start > LONGEST_ITEM:
                return None
            if self.kinds[end] == lx.ETCETERA:
                break
            position = end + 1
        head = self.chunks[end + 1].tokens[-1] if end + 1 < len(self.chunks) else None
        if head is None or self.kinds[end + 1] != lx.GENERIC or len(spans) < _TWO:
            return None
        if not head.lexeme.is_in("sharedHead"):
            return None
        mentions = [self.headed(span, head) for span in spans]
        return Group(mentions=mentions, start=index, end=end + 2)

    def _last_field(self, index: int) -> Mention | None:
        """Return the last of several departments named by fields (监督检查、审查调查部门)."""
        mention = self.mention(index)
        if mention is None or mention.quantifier or len(mention.tokens) == 1:
            return None
        plain = not any(token.lexeme.body_kind for token in mention.tokens[:-1])
        verb = mention.tokens[0].lexeme.kind in (lx.TRIGGER, lx.VERB)
        shared = mention.tokens[-1].lexeme.is_in("sharedHead")
        return mention if plain and verb and shared else None

    def _acts(self, index: int) -> bool:
        """Say whether a verb acts on the field after it, and names none (会同财政、公安等部门)."""
        trigger = self.chunks[index].tokens[0].lexeme.trigger
        return trigger is not None and not trigger.compounds and self.kinds[index + 1] in ITEM_KINDS
