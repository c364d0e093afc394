"""Rows of departments that verbs name by their fields of work (审计、财政等部门)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from graph.reading import lexemes as lx
from graph.reading.group import Group
from graph.reading.joints import ITEM_KINDS
from graph.reading.places import Places

if TYPE_CHECKING:
    from graph.reading.mentions import Mention

CLASSES: Final = frozenset(("Institution", "Department", "Organ", "Unit", "Organisation"))
LONGEST_ITEM: Final = 12
MOST_CONJUNCTS: Final = 40
_TWO: Final = 2
OTHERS: Final = ("其他", "其他有关", "其他相关")
_PLACES: Final = "省市县区州旗"
VERBS: Final = frozenset((lx.VERB, lx.TRIGGER))


@dataclass(slots=True, eq=False)
class FieldRows(Places):
    """The rows whose fields are verbs as well."""

    def fields(self, index: int) -> Group | None:
        """Read departments named by fields that are verbs as well (审计、财政等部门)."""
        spans: list[tuple[int, int]] = []
        position = index
        if self.kinds[index - 1] in (lx.GAP, lx.NOUN, lx.STANDING) or self.acts(index):
            return None
        for _ in range(MOST_CONJUNCTS):
            end = position
            while self.kinds[end] in ITEM_KINDS:
                end += 1
            if end == position and spans and (last := self.last_field(position)) is not None:
                named = [self.headed(span, self._head_of(last)) for span in spans]
                row = Group(mentions=[*named, last], start=index, end=position + 1)
                return self._and_others(row)
            if end == position or self.kinds[end] not in (lx.AND, lx.ETCETERA):
                return None
            spans.append((position, end))
            if self.chunks[end - 1].end - self.chunks[position].start > LONGEST_ITEM:
                return None
            if self.kinds[end] == lx.ETCETERA:
                break
            position = end + 1
        closing = self.chunks[end + 1] if end + 1 < len(self.chunks) else None
        if closing is None or len(spans) < _TWO:
            return None
        head, whole = closing.tokens[-1], closing.mention
        if head.lexeme.kind == lx.CLOSE:
            head = closing.tokens[0]  # 组织、信访等部门（单位）
            whole = whole and replace(whole, end=head.end, tokens=closing.tokens[:1])
        if not self.shares(head.lexeme, spans):
            return None
        label = whole if whole is not None and len(whole.tokens) > 1 else None
        if label is not None and label.kind == "Department" and self.labels(label):
            # 教育、城市建设等综合管理部门
            mentions = [self.with_head(span, label) for span in spans]
        elif closing.kind == lx.GENERIC or (whole is not None and len(whole.tokens) == 1):
            mentions = [self.headed(span, head) for span in spans]
        else:
            return None
        return self._and_others(Group(mentions=mentions, start=index, end=end + 2))

    def last_field(self, index: int) -> Mention | None:
        """Return the last of several departments named by fields (监督检查、审查调查部门)."""
        mention = self.mention(index)
        if mention is None or mention.quantifier:
            return None
        if len(mention.tokens) == 1:
            head = mention.tokens[0].lexeme.ends_in  # 政法、审计机关
            return mention if head is not None and mention.kind == "Organ" else None
        plain = not any(token.lexeme.body_kind for token in mention.tokens[:-1])
        verb = mention.tokens[0].lexeme.kind in (lx.TRIGGER, lx.VERB)
        verb = verb or (self.chunks[index - 2].has("nominalVerb") and is_field(mention))
        shared = mention.tokens[-1].lexeme.is_in("sharedHead")
        return mention if plain and verb and shared else None

    def field_posts(self, index: int) -> Group | None:
        """Read departments named by fields that are verbs, and their posts, inside a list.

        监督检查、审查调查部门主要负责人.
        """
        spans, position = [], index
        while self.kinds[position] in VERBS and self.kinds[position + 1] == lx.AND:
            if self.acts(position):
                return None
            spans.append((position, position + 1))
            position += 2
        last = self.mention(position) if spans else None
        if last is None or last.quantifier or last.tokens[0].lexeme.kind not in VERBS:
            return None
        head = last.tokens[1].lexeme if len(last.tokens) > 1 else None
        if head is None or not head.is_in("sharedHead"):
            return None
        named = [self.levelled(span, last, last.tokens[1:]) for span in spans]
        return Group(mentions=[*named, last], start=index, end=position + 1)

    def _head_of(self, mention: Mention) -> lx.Token:
        """Return the head that fields before share: 部门, or 机关 of 审计机关."""
        last = mention.tokens[-1]
        head = last.lexeme.ends_in if len(mention.tokens) == 1 else None
        return last if head is None else lx.Token(last.end - len(head.form), last.end, head)

    def _and_others(self, row: Group) -> Group:
        """Read those after 和 as well, of one level (市政法、审计机关和信访等部门)."""
        joint, first = row.end, row.mentions[0].tokens[0]
        level = (first,) if first.lexeme.kind == lx.LEVEL else ()
        named = [row.mentions[0], *(_of_level(one, level) for one in row.mentions[1:])]
        row = Group(mentions=named, start=row.start, end=joint)
        if self.kinds[joint] != lx.WITH:
            return row
        more = self.fields(joint + 1)
        others = self.mention(joint + 1)
        if others is not None and (others.quantifier in OTHERS or others.kind in CLASSES):
            return Group(mentions=[*row.mentions, others], start=row.start, end=joint + 2)
        if more is None:
            return row
        named += [_of_level(one, level) for one in more.mentions]
        return Group(mentions=named, start=row.start, end=more.end)

    def acts(self, index: int) -> bool:
        """Say whether a verb acts on the field after it, and names none (会同财政、公安等部门)."""
        trigger = self.chunks[index].tokens[0].lexeme.trigger
        return trigger is not None and not trigger.compounds and self.kinds[index + 1] in ITEM_KINDS

    def labels(self, shared: Mention) -> bool:
        """Say whether a name after 等 is only what those before it are called together."""
        heads = [token.lexeme for token in shared.tokens if token.lexeme.body_kind]
        return len(heads) == 1 and len(shared.tokens) > 1 and shared.tokens[-1].lexeme.generic


def _of_level(mention: Mention, level: tuple[lx.Token, ...]) -> Mention:
    """Return the department of the level that the first of a row has (市公安、财政等部门)."""
    own = mention.tokens[0].lexeme.kind == lx.LEVEL
    return mention if own else replace(mention, tokens=level + mention.tokens)


def is_field(mention: Mention) -> bool:
    """Say whether a department has a field of work and no owner."""
    before = [token.lexeme for token in mention.tokens[:-1]]
    in_one_word = mention.tokens[-1].lexeme.ends_in is not None  # 财政部门
    if (
        (not before and not in_one_word)
        or mention.kind != "Department"
        or mention.quantifier
        or mention.anchor
    ):
        return False
    if any(word.kind in (lx.LEVEL, lx.RELATIVE) or word.body_kind for word in before):
        return False
    text = mention.passage.text
    return not any(text[token.end - 1] in _PLACES for token in mention.tokens[:-1])  # 上街区规划…
