"""Departments named together by their fields of work (审计、财政等部门; 监督检查、审查调查部门)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from graph.reading import lexemes as lx
from graph.reading.group import Group
from graph.reading.joints import ITEM_KINDS
from graph.reading.mentions import BODY, Mention
from graph.reading.places import Places

NOUN_KINDS: Final = frozenset((lx.GAP, lx.NOUN, lx.STANDING, lx.TITLE_OPEN, lx.PEOPLE, lx.LEVEL))
_CLASSES: Final = frozenset(("Institution", "Department", "Organ", "Unit", "Organisation"))
_SHORT_NOUN: Final = 3
LONGEST_ITEM: Final = 10
MOST_CONJUNCTS: Final = 40
_TWO: Final = 2
_SHORT_FIELD: Final = 8
_PLAIN: Final = frozenset((lx.GAP, lx.NOUN, lx.STANDING))
_FIELD_KINDS: Final = _PLAIN | {lx.VERB, lx.TRIGGER}
_VERBS: Final = frozenset((lx.VERB, lx.TRIGGER))
_ACTING: Final = frozenset((lx.MODAL, lx.TOWARD, lx.OVER, lx.BY, lx.TAKE))
_WITH_FIELDS: Final = frozenset(("Government", "Organ"))  # 公安机关交通管理、…等部门


@dataclass(slots=True, eq=False)
class Fields(Places):
    """The lists whose items are fields, also where a field is a verb as well."""

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

    def placed(
        self, position: int, mentions: list[Mention], pending: list[tuple[int, int]]
    ) -> int | None:
        """Read 被巡视地区、单位（的有关部门）; return the index after it."""
        if self.kinds[position] != lx.GENERIC or not pending or mentions:
            return None
        token = self.chunks[position].tokens[0]
        unit = Mention(self.passage, token.start, token.end, (token,), token.lexeme.body_kind)
        placed = self.territories(pending, unit)
        if not placed:
            return None
        owned = self.mention(position + 2) if self.kinds[position + 1] == lx.OF else None
        if owned is not None:
            placed = [replace(owned, tokens=place.tokens + owned.tokens) for place in placed]
        mentions += placed
        pending.clear()
        return position + (1 if owned is None else 3)

    def field_end(self, position: int) -> int | None:
        """Return the end of a body and a field of its work, where they stand for a department.

        国务院水利、…部门; a field with a verb in it (教育, 食品监督管理) only in a list that a
        department closes.
        """
        mention = self.mention(position)
        if mention is None or mention.kind not in _WITH_FIELDS:
            return None
        first = self.kinds[position + 1]
        if first == lx.TRIGGER:
            return position + 2 if self._row_of_departments(position + 1) else None
        if first not in _PLAIN and not (
            first == lx.VERB and self.chunks[position + 1].has("nominalVerb")
        ):
            return None  # 由A组织水利、…等部门
        end = position + 2
        while self.kinds[end] in _FIELD_KINDS:
            end += 1
        if self.kinds[end] not in (lx.AND, lx.WITH, lx.ETCETERA):
            return None
        if self.chunks[end - 1].end - self.chunks[position + 1].start > _SHORT_FIELD:
            return None
        if end == position + 2 and self.kinds[position + 1] in _PLAIN:
            return None if self.kinds[end] == lx.WITH else end
        return end if self._closes_with_department(end) else None

    def _row_of_departments(self, index: int) -> bool:
        """Say whether verbs in a row name the departments that act (监督检查、审查调查部门应当)."""
        position = index
        while self.kinds[position] in _VERBS and self.kinds[position + 1] == lx.AND:
            trigger = self.chunks[position].tokens[0].lexeme.trigger
            if trigger is not None and not trigger.compounds:
                return False
            position += 2
        last = self._last_field(position) if position > index else None
        return last is not None and self.kinds[position + 1] in _ACTING

    def _closes_with_department(self, joint: int) -> bool:
        """Say whether nothing but fields stands before a department (、民政等部门)."""
        position, names = joint, False
        while self.kinds[position] in _FIELD_KINDS or self.kinds[position] in (lx.AND, lx.WITH):
            names = names or self.kinds[position] in _PLAIN
            position += 1
        if self.kinds[position] == lx.ETCETERA:
            position += 1
        closing = self.chunks[position] if position < len(self.chunks) else None
        head = closing.tokens[-1].lexeme if closing is not None else None
        bare = closing is not None and closing.kind in (lx.GENERIC, BODY)
        return names and bare and head is not None and head.body_kind == "Department"

    def _labels(self, shared: Mention) -> bool:
        """Say whether a name after 等 is only what those before it are called together."""
        heads = [token.lexeme for token in shared.tokens if token.lexeme.body_kind]
        return len(heads) == 1 and len(shared.tokens) > 1 and shared.tokens[-1].lexeme.generic

    def enumeration_end(
        self, position: int, mentions: list[Mention], pending: list[tuple[int, int]]
    ) -> int | None:
        """Pass 等（单位）; a head after it is shared by all enumerated (公安、民政等部门)."""
        following = self.chunks[position + 1] if position + 1 < len(self.chunks) else None
        if following is None:
            return position + 1 if mentions else None
        shared = following.mention
        generic = following.kind == lx.GENERIC or (
            shared is not None
            and len(shared.tokens) == 1
            and (shared.tokens[0].lexeme.generic or shared.kind in _CLASSES)
        )
        if pending:
            head = following.tokens[-1]
            if generic and head.lexeme.is_in("sharedHead"):
                spans = [s for s in (*self.dropped, *pending) if self.lacks_head(s)]
                mentions += self.of_each_level(spans, [self.headed(span, head) for span in spans])
            elif shared is not None and self._labels(shared) and head.lexeme.is_in("sharedHead"):
                spans = [s for s in (*self.dropped, *pending) if self.lacks_head(s)]
                named = [self.with_head(span, shared) for span in spans]
                mentions += self.of_each_level(spans, named)
                return position + 2  # 公安、交通等行政管理部门
            elif not mentions:
                return None
            return position + (2 if generic else 1)
        if shared is not None and not generic and self._labels(shared):
            return position + 2  # 高等院校、科研院所等第三方机构
        if shared is not None and not generic:
            if mentions and mentions[-1].kind == shared.kind:
                return position + 2  # 财政经济委员会等专门委员会
            closes = len(shared.tokens) > 1 and shared.tokens[0].lexeme.kind == lx.GENERIC
            rest = shared.tokens[1:] if closes else shared.tokens
            mentions[:] = [
                replace(mention, tokens=mention.tokens + rest, kind=shared.kind)
                for mention in mentions
            ]
            return position + 2
        short = following.end - following.start <= _SHORT_NOUN
        if generic or (following.kind in NOUN_KINDS and short):
            return position + 2
        return position + 1
