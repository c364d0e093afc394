"""Coordinated bodies: A、B和C, A的B, A及其B, and heads that are shared by what stands before them.

A list may hold more than bodies. Modifiers that share the head of the last conjunct become bodies
of their own (省、自治区、直辖市人民政府; 公安、民政等部门); people and other nouns between bodies
are passed over.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from graph.reading import lexemes as lx
from graph.reading.field_rows import MOST_CONJUNCTS
from graph.reading.fields import NOUN_KINDS
from graph.reading.group import Group
from graph.reading.mentions import BODY, Mention
from graph.reading.possession import Possession
from graph.reading.siblings import (
    is_catch_all,
    of_each,
    of_same_government,
    of_same_rank,
    of_siblings,
    posts_of_same_owner,
)

if TYPE_CHECKING:
    from collections.abc import Callable

_MARGIN: Final = [lx.STOP] * 64
_JOINTS: Final = frozenset((lx.AND, lx.WITH))
_BEHIND_LISTS: Final = frozenset((lx.MODAL, lx.TRIGGER, lx.VERB, lx.LIGHT, lx.ADVERB, lx.STOP))
_SHORT_CLAUSE: Final = 4
_CLASSES: Final = frozenset(("Enterprise", "Unit", "Organisation", "Association", "School"))
_NEW_ROWS: Final = ("以及", "及", "及其")
_OWN_UNIT: Final = ("本单位", "本部门")
_ITS: Final = ("其", "它", "它们")


@dataclass(slots=True, eq=False)
class Coordination(Possession):
    """The coordinated bodies of one sentence; `antecedent` resolves a pronoun at a chunk index."""

    antecedent: Callable[[int], list[Mention] | None]

    def __post_init__(self) -> None:
        """Note the kinds of the chunks, with full stops around.

        So that looking beyond the end is safe.
        """
        self.kinds = [chunk.kind for chunk in self.chunks]
        self.kinds += _MARGIN

    def relative_conjunct(self, index: int) -> Group | None:
        """Read a conjunct with a relative clause of its own; see `relatives`."""
        raise NotImplementedError

    def relative_end(self, index: int, *, last: bool = False) -> int | None:
        """Return the index of the 的 that closes a relative clause; see `relatives`."""
        raise NotImplementedError

    def owned_relative(self, index: int, owners: list[Mention]) -> Group | None:
        """Read V的B after 其, where the owners do it (A或者其授权的B); see `relatives`."""
        raise NotImplementedError

    def pronoun(self, index: int) -> Group | None:
        """Read what a pronoun names, or the body after it (本单位党组); see `arguments`."""
        raise NotImplementedError

    def coordination(self, index: int) -> Group | None:
        """Read the list that starts at `index`; None if no body is in it."""
        self.dropped, self.levels = [], []
        alone = self.kinds[index] == BODY and self.kinds[index + 1] in _BEHIND_LISTS
        if alone and self.field_end(index) is None:
            mention, end = self.possessed(index)
            return Group(mentions=[mention], start=index, end=end)
        mentions: list[Mention] = []
        pending: list[tuple[int, int]] = []
        position, end = index, index
        for _ in range(MOST_CONJUNCTS):
            read = self._conjunct(position, mentions, pending)
            if read is None:
                break
            position = read
            if mentions and not pending:
                end = position
            following = self._after_joint(position, mentions)
            if following is None and self.kinds[position] == lx.ETCETERA:
                end = self.enumeration_end(position, mentions, pending) or end
                position = end
                following = self._after_enumeration(end, mentions, pending)
            if following is None:
                break
            position = following
        return Group(mentions=mentions, start=index, end=end) if mentions else None

    def _after_enumeration(
        self, position: int, mentions: list[Mention], pending: list[tuple[int, int]]
    ) -> int | None:
        """Return the index of a body that goes on with the list (公安、民政等部门和B)."""
        closed = self.kinds[position - 1] in (BODY, lx.GENERIC)
        following = self._after_joint(position, mentions) if mentions and closed else None
        if following is None or self.kinds[following] != BODY:
            return None
        pending.clear()
        self.dropped, self.levels = [], []
        return following

    def _conjunct(
        self, position: int, mentions: list[Mention], pending: list[tuple[int, int]]
    ) -> int | None:
        """Read one conjunct into `mentions`, or, if it is a bare modifier, into `pending`."""
        conjunct = self.relative_conjunct(position) if mentions else None
        if conjunct is not None:
            pending.clear()
            mentions += conjunct.mentions
            return conjunct.end
        if (field_end := self.field_end(position)) is not None:
            pending.append((position, field_end))  # 国务院环境保护、水利等部门
            return field_end
        if self.kinds[position] == BODY:
            self.inside = ()
            mention, after = self.possessed(position)
            if self.inside:  # A和B中C
                mentions[:] = [self.with_inside(one, mention.kind) for one in mentions]
            mention = self.joined(mention, pending)
            if pending and (placed := self.territories(pending, mention)):
                mentions += placed
                pending.clear()
                return after
            mentions += self.of_others(mention, pending)
            if is_catch_all(mention) and self.kinds[position - 1] in _JOINTS:
                pending.clear()
                return after  # 以及其他组织: no body of its own
            mention = of_same_rank(of_each(mention, mentions), mentions)
            mention = of_same_government(mention, mentions)
            mentions += of_siblings(mention, mentions)
            self._take(mention, mentions, pending, position)
            return after
        if self.kinds[position - 1] == lx.AND_ITS and self.kinds[position] == lx.TRIGGER:
            return self._whom_they(position, mentions)
        if (its := self._its(position, mentions, pending)) is not None:
            return its
        if mentions and (row := self.field_posts(position)) is not None:
            mentions += row.mentions
            return row.end  # A和监督检查、审查调查部门主要负责人
        if mentions and self.kinds[position] == lx.TRIGGER and self.kinds[position + 1] == BODY:
            return self._compound_conjunct(position, mentions, pending)
        if (placed_end := self.placed(position, mentions, pending)) is not None:
            return placed_end
        bare = self.kinds[position] == lx.GENERIC and bool(mentions)
        if bare and (also := self.also(position, mentions)) is not None:
            mentions.append(also)
            return position + 1
        if mentions and (short := self._short_clause(position)) is not None:
            return self._conjunct(short, mentions, pending)  # 、所管辖的B
        item = self.item_end(position)
        if item is None:
            closing = self.relative_end(position) if mentions else None
            if closing is None:
                return None
            pending.clear()  # 法律、法规授权的组织
            return closing + 2
        if self.kinds[item] == lx.OF and self.mention(item + 1) is not None:
            # 省、自治区的人民政府: the modifiers before 的 share what follows
            if not self.is_level(item - 1):
                return self._qualified(position, item, mentions, pending)
            pending.append((position, item))
            owned, after = self.possessed(item + 1)
            mentions += [self.levelled(span, owned, owned.tokens) for span in pending]
            self.levels = [*map(self._tokens, pending)]
            pending.clear()
            return after
        pending.append((position, item))
        return item

    def _take(
        self,
        mention: Mention,
        mentions: list[Mention],
        pending: list[tuple[int, int]],
        position: int,
    ) -> None:
        """Add a body, and those that the modifiers before it name with its head."""
        shared = self.sharing(mention, pending)
        mention = of_same_government(mention, shared)
        self.dropped = [] if shared else [*self.dropped, *pending]
        self.with_party_group(mention, mentions, position)
        mentions += shared or self._classes(mention, pending)
        beside = shared
        if not shared and not pending and self.form(position - 1) not in _NEW_ROWS:
            beside = mentions  # 省人民政府A部门或者B部门
        governed = self.of_same_governments(mention, beside)
        for post in governed or posts_of_same_owner(mention, mentions):
            mentions += [post] if shared or governed else self.distributed(post)
        own = [] if shared or pending else self.level_of(mention)
        pending.clear()
        self.levels = own or self.levels or self.level_of(mention)

    def _classes(self, mention: Mention, pending: list[tuple[int, int]]) -> list[Mention]:
        """Return the classes that bare nouns before another class name (机关、团体、企业)."""
        alone = len(mention.tokens) == 1 and not mention.quantifier and mention.anchor is None
        if not alone or mention.kind not in _CLASSES:
            return []
        bare = [s for s, end in pending if end == s + 1 and self.kinds[s] == lx.GENERIC]
        return [self.bare(index, mention) for index in bare if self.kinds[index + 1] == lx.AND]

    def _its(
        self, position: int, mentions: list[Mention], pending: list[tuple[int, int]]
    ) -> int | None:
        """Read A或者其B, A或者它的B; return the index after it."""
        if not mentions or pending or self.kinds[position] != lx.PRONOUN:
            return None
        if self.form(position) in _OWN_UNIT and self.kinds[position + 1] == lx.OF:
            return position + 1  # A和本单位的指导: which unit, is not said
        if self.form(position) in _OWN_UNIT and self.kinds[position + 1] == BODY:
            own = self.pronoun(position)  # A和本单位B
            mentions += own.mentions if own is not None else []
            return None if own is None else own.end
        verb = position + 2 if self.kinds[position + 1] == lx.ADVERB else position + 1
        if self.kinds[verb] == lx.TRIGGER and self.form(position) in _ITS:
            return self._whom_they(verb, mentions)  # A和它所产生的B
        joint = position + 1 if self.kinds[position + 1] == lx.OF else position
        owned = self.mention(joint + 1) if self.form(position) in _ITS else None
        if owned is None:
            return None
        owned = replace(owned, anchor=mentions[-1])
        mentions += [*of_siblings(owned, mentions), owned]
        return joint + 2

    def _whom_they(self, index: int, mentions: list[Mention]) -> int | None:
        """Read V的B after A或者其, A及其; return the index after it."""
        last = mentions[-1].tokens[-1]
        owners = [owner for owner in mentions if owner.tokens[-1] == last]
        group = self.owned_relative(index, owners)
        if group is None:
            return None
        mentions += group.mentions
        return group.end

    def _qualified(
        self, position: int, joint: int, mentions: list[Mention], pending: list[tuple[int, int]]
    ) -> int | None:
        """Read A或者N的B, where N describes B (所在地的区人民政府); return the index after it."""
        if not mentions or pending or any(k not in NOUN_KINDS for k in self.kinds[position:joint]):
            return None
        owned, after = self.possessed(joint + 1)
        opening = self.chunks[position].tokens
        if joint == position + 1 and all(one.lexeme.is_in("quantifier") for one in opening):
            written = self.passage.text[self.chunks[position].start : self.chunks[position].end]
            mentions.append(replace(owned, quantifier=written))
        else:
            mentions.append(self.prefixed(owned, position, joint))
        return after

    def _compound_conjunct(
        self, position: int, mentions: list[Mention], pending: list[tuple[int, int]]
    ) -> int | None:
        """Read a conjunct whose name begins with a verb (专职监事、派出监事)."""
        opening = self.chunks[position]
        trigger = opening.tokens[0].lexeme.trigger
        if trigger is None or not trigger.compounds:
            return None
        mention, after = self.possessed(position + 1)
        mentions.append(self.prefixed(mention, position, position + 1))
        pending.clear()
        return after

    def _short_clause(self, position: int) -> int | None:
        """Return the index of the body in 所管辖的B."""
        if self.kinds[position] not in (lx.ADVERB, lx.VERB, lx.TRIGGER):
            return None
        closing = self.relative_end(position)
        if closing is None or closing - position >= _SHORT_CLAUSE:
            return None
        return closing + 1 if self.kinds[closing + 1] == BODY else None

    def _after_joint(self, position: int, mentions: list[Mention]) -> int | None:
        """Return the index of the next conjunct, if a conjunction stands at `position`."""
        if self.kinds[position] == lx.STANDING and self.kinds[position + 1] == lx.AND_ITS:
            position += 1  # A领导班子及其成员
        kind = self.kinds[position]
        if kind == lx.COMMA and self.kinds[position - 1] == lx.NUMBER:
            counted = self.kinds[position + 1 : position + 3] == [BODY, lx.NUMBER]
            return position + 1 if counted else None  # 主任一人，副主任若干人
        if kind == lx.COMMA and self.kinds[position + 1] == lx.WITH:
            form = self.chunks[position + 1].tokens[0].lexeme.form
            return position + 2 if form in ("以及", "及") and mentions else None
        if kind == lx.AND_ITS and mentions:
            owned = self.mention(position + 1)
            if owned is None and self.kinds[position + 1] == lx.GENERIC:
                owned = self.bare(position + 1, mentions[-1])
                self.kinds[position + 1] = BODY
            if owned is None:
                return position + 1 if self.kinds[position + 1] == lx.TRIGGER else None
            self.chunks[position + 1].mention = replace(owned, anchor=mentions[-1])
            return position + 1
        if kind not in _JOINTS or (kind == lx.WITH and self.is_preposition(position)):
            return None
        if (
            kind == lx.WITH
            and self.kinds[position - 1] == lx.PEOPLE
            and self.form(position) == "与"
        ):
            return None  # 指导职工与B签订合同
        following = position + 1
        return following + 1 if self.kinds[following] == lx.WITH else following
