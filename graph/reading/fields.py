"""Departments named together by their fields of work (审计、财政等部门; 监督检查、审查调查部门)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from graph.reading import lexemes as lx
from graph.reading.field_rows import CLASSES, LONGEST_ITEM, VERBS, FieldRows, is_field
from graph.reading.joints import ITEM_KINDS
from graph.reading.mentions import BODY, Mention
from graph.reading.sharing import past_bracket
from graph.reading.siblings import NATIONAL

NOUN_KINDS: Final = frozenset((lx.GAP, lx.NOUN, lx.STANDING, lx.TITLE_OPEN, lx.PEOPLE, lx.LEVEL))
_UNITS: Final = frozenset(("Enterprise", "School"))
_SHORT_NOUN: Final = 3
_TWO: Final = 2
SOME: Final = ("有关", "相关")
_SHORT_FIELD: Final = 8
_PLAIN: Final = frozenset((lx.GAP, lx.NOUN, lx.STANDING))
_FIELD_KINDS: Final = _PLAIN | {lx.VERB, lx.TRIGGER}
_ACTING: Final = frozenset((lx.MODAL, lx.TOWARD, lx.OVER, lx.BY, lx.TAKE))
_ON_OTHERS: Final = frozenset(("Tells", "Causes"))
_WITH_FIELDS: Final = frozenset(("Government", "Organ"))  # 公安机关交通管理、…等部门


@dataclass(slots=True, eq=False)
class Fields(FieldRows):
    """The lists whose items are fields, also where a field is a verb as well."""

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
        joint = position + 1 + (self.kinds[position + 1] == lx.OF)
        owned = self.mention(joint)
        if joint == position + 1 and owned is not None and owned.quantifier not in SOME:
            owned = None  # 被巡视地区、单位有关部门
        if owned is not None:  # 被巡视地区的有关部门 is 被巡视地区有关部门
            inner = self.chunks[joint].tokens if owned.quantifier in SOME else owned.tokens
            placed = [replace(owned, tokens=place.tokens + inner) for place in placed]
        mentions += placed
        pending.clear()
        return position + 1 if owned is None else joint + 1

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
        alone = self.kinds[end : end + 2] == [lx.ETCETERA, lx.GENERIC]  # 国务院环境保护等部门
        alone = alone and self.chunks[end + 1].tokens[-1].lexeme.body_kind == "Department"
        return end if alone or self._closes_with_department(end) else None

    def _row_of_departments(self, index: int) -> bool:
        """Say whether verbs in a row name the departments that act (监督检查、审查调查部门应当)."""
        position = index
        while self.kinds[position] in VERBS and self.kinds[position + 1] == lx.AND:
            trigger = self.chunks[position].tokens[0].lexeme.trigger
            if trigger is not None and not trigger.compounds:
                return False
            position += 2
        last = self.last_field(position) if position > index else None
        return last is not None and self.kinds[position + 1] in _ACTING

    def _closes_with_department(self, joint: int, *, names: bool = False) -> bool:
        """Say whether nothing but fields stands before a department (、民政等部门)."""
        position = joint
        while self.kinds[position] in _FIELD_KINDS or self.kinds[position] in (lx.AND, lx.WITH):
            names = names or self.kinds[position] in _PLAIN
            position += 1
        if self.kinds[position] == lx.ETCETERA:
            position += 1
        closing = self.chunks[position] if position < len(self.chunks) else None
        head = closing.tokens[-1].lexeme if closing is not None else None
        bare = closing is not None and closing.kind in (lx.GENERIC, BODY)
        own = closing is not None and closing.mention is not None and is_field(closing.mention)
        return (names or own) and bare and head is not None and head.body_kind == "Department"

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
            and (shared.tokens[0].lexeme.generic or shared.kind in CLASSES)
        )
        if pending:
            head = following.tokens[-1]
            if generic and self.shares(head.lexeme, pending):
                spans = [s for s in (*self.dropped, *pending) if self.lacks_head(s)]
                named = [self.headed(span, head) for span in spans]
                mentions += _each_of(self.of_each_level(spans, named))
            elif shared is not None and self.labels(shared) and head.lexeme.is_in("sharedHead"):
                spans = [s for s in (*self.dropped, *pending) if self.lacks_head(s)]
                named = [self.with_head(span, shared) for span in spans]
                mentions += _each_of(self.of_each_level(spans, named))
                return position + 2  # 公安、交通等行政管理部门
            elif not mentions:
                return None
            return position + (2 if generic else 1)
        if shared is not None and not generic and self.labels(shared):
            return position + 2  # 高等院校、科研院所等第三方机构
        if shared is not None and not generic:
            if mentions and mentions[-1].kind == shared.kind:
                return position + 2  # 财政经济委员会等专门委员会
            closes = len(shared.tokens) > 1 and shared.tokens[0].lexeme.kind == lx.GENERIC
            first = shared.tokens[0].lexeme.body_kind
            if closes and first in _UNITS and mentions and mentions[-1].kind != first:
                return position + 2  # 工会、企业家协会等企业代表组织
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

    def item_end(self, position: int) -> int | None:
        """Return the index after a short noun phrase that is a conjunct without a head."""
        nominal = self.kinds[position] == lx.VERB and self.chunks[position].has("nominalVerb")
        nominal = nominal or self._doubled(position) or self._among_fields(position)
        if not nominal and self.kinds[position] not in (*NOUN_KINDS, lx.GENERIC):
            return None
        end = position
        while self.kinds[end] in ITEM_KINDS and not self._tells(end):
            end += 1
        if self.kinds[end] not in (lx.AND, lx.WITH, lx.ETCETERA, lx.OF):
            return None
        end = self.joined_end(end)
        last = self.chunks[end - 1]
        if last.has("decision") and not last.has("nominalVerb"):
            return None  # 党的理论和路线方针政策、党中央决策部署
        length = self.chunks[end - 1].end - self.chunks[position].start
        return end if length <= LONGEST_ITEM else None

    def _among_fields(self, index: int) -> bool:
        """Say whether a verb in a row is the field of a department (公安、审计、税务等部门)."""
        if self.kinds[index] != lx.TRIGGER or self.kinds[index - 1] != lx.AND:
            return False
        alone = self.kinds[index + 1] in (lx.AND, lx.WITH, lx.ETCETERA)
        return alone and self._closes_with_department(index + 1, names=True)

    def _doubled(self, index: int) -> bool:
        """Say whether two verbs in a row are the field of a department (财政、合作交流等部门)."""
        if self.kinds[index - 1] != lx.AND or self.kinds[index : index + 2] != [
            lx.TRIGGER,
            lx.VERB,
        ]:
            return False
        closes = self.kinds[index + 2 : index + 4] == [lx.ETCETERA, lx.GENERIC]
        return closes and self.chunks[index + 3].tokens[-1].lexeme.body_kind == "Department"

    def _tells(self, index: int) -> bool:
        """Say whether a verb that acts on what follows stands at `index` (情况通报B, 本市推动B)."""
        trigger = self.chunks[index].tokens[0].lexeme.trigger
        acts = trigger is not None and trigger.frames & _ON_OTHERS
        return bool(acts) and self.kinds[index] == lx.TRIGGER

    def also(self, position: int, mentions: list[Mention]) -> Mention | None:
        """Return what a bare noun at the end of a list names (有关机关和单位, A有关部门、机构)."""
        last = mentions[-1]
        if mentions[0].quantifier:
            return self.bare(position, mentions[0])
        some = len(last.tokens) > _TWO and last.tokens[-2].lexeme.form in SOME
        if not some or last.tokens[-1].lexeme.kind != lx.GENERIC:
            return None
        token = self.chunks[position].tokens[0]
        tokens, kind = (*last.tokens[:-1], token), token.lexeme.body_kind
        return replace(last, end=token.end, tokens=tokens, kind=kind)

    def bare(self, position: int, first: Mention) -> Mention:
        """Return the body that a bare noun names beside another one."""
        token = self.chunks[position].tokens[0]
        kind = token.lexeme.body_kind
        return replace(first, start=token.start, end=token.end, tokens=(token,), kind=kind)

    def of_same_governments(self, mention: Mention, shared: list[Mention]) -> list[Mention]:
        """Return the last of 县级以上人民政府农业农村、林业草原主管部门, of the same governments.

        `shared` are the departments before it that share its head.
        """
        own = not is_field(mention) or mention.written().startswith(NATIONAL)
        if own or not shared or shared[-1].kind != "Department":
            return []
        return _given(mention, _governments(shared))


def _each_of(named: list[Mention]) -> list[Mention]:
    """Give every field the governments that the first has (市、县人民政府财政、税务等部门)."""
    owners = _governments(named)
    if not owners or not _governments(named[:1]):
        return named
    return [each for one in named for each in (_given(one, owners) if is_field(one) else [one])]


def _given(mention: Mention, owners: dict[tuple[lx.Token, ...], str]) -> list[Mention]:
    return [
        replace(mention, tokens=owner + mention.tokens, quantifier=quantifier)
        for owner, quantifier in owners.items()
    ]


def _governments(named: list[Mention]) -> dict[tuple[lx.Token, ...], str]:
    """Return the governments or levels that departments are named after, with the quantifiers."""
    owners: dict[tuple[lx.Token, ...], str] = {}
    for mention in named:
        heads = [
            number
            for number, token in enumerate(mention.tokens[:-1])
            if token.lexeme.body_kind == "Government"
        ]
        first = mention.tokens[0].lexeme.kind == lx.LEVEL
        level = len(mention.tokens) - len(past_bracket(mention.tokens[1:])) if first else 0
        owner = heads[-1] + 1 if heads else level
        if owner:
            owners.setdefault(mention.tokens[:owner], mention.quantifier)
    return owners
