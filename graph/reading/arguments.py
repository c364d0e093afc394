"""Noun phrases: which bodies an argument of a verb names.

`NounPhrases.group` reads an argument from a chunk on: a list of bodies, a pronoun, a body described
by what stands before 的, and, by way of `relatives`, bodies with a relative clause (派出它的机关,
由A管理的单位).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Final

from graph.reading import lexemes as lx
from graph.reading import tails
from graph.reading.coordination import Coordination
from graph.reading.fields import NOUN_KINDS
from graph.reading.group import Group
from graph.reading.mentions import BODY, Mention

LISTED: Final = ("下列", "以下")
_LONGEST_SHORT: Final = 4
_CLAUSE_OPENERS: Final = frozenset((lx.LIGHT, lx.VERB, lx.TRIGGER))
_NAMING: Final = frozenset((BODY, lx.GENERIC))
_ABOUT: Final = "对于"
_OTHERS: Final = ("其他", "其它")
_OWN: Final = "本"
_MEANWHILE: Final = "同时"
_POINTING: Final = ("上述", "前述")


@dataclass(slots=True, eq=False)
class NounPhrases(Coordination):
    """The noun phrases of one sentence; what was read at an index is kept in `seen`."""

    seen: dict[int, Group | None] = field(default_factory=dict)
    _reaching: list[bool] = field(default_factory=list, init=False)

    def group(self, index: int, barrier: int | None = None) -> Group | None:
        """Read the argument at `index` that ends before `barrier`; None if it names no body."""
        if barrier is not None:
            outer, self.barrier = self.barrier, barrier
            group = self.read(index)
            self.barrier = outer
            return group if group is not None and group.end <= barrier else None
        if index not in self.seen:
            self.seen[index] = self.read(index)
        return self.seen[index]

    def tail(self, group: Group, *, clauses: bool = True, governed: bool = False) -> str:
        """Say what follows the bodies in the same argument, and set `group.tail` and `group.stop`.

        Without `clauses` a verb after the bodies is their predicate, never part of a noun phrase.
        """
        if group.stop >= 0:
            return group.tail
        position = group.end
        if self.kinds[position] == lx.AND_ITS and self.kinds[position + 1] == lx.PEOPLE:
            position += 2  # A及其工作人员
        if not clauses and self.kinds[position] in (lx.TRIGGER, lx.VERB, lx.ADVERB):
            group.stop = position
            return ""
        meanwhile = self.kinds[position : position + 2] == [lx.OF, lx.ADVERB]
        if meanwhile and self.form(position + 1) == _MEANWHILE:
            group.stop = position
            return ""  # 在报告A的同时，报告B
        group.tail, group.stop = tails.classify(
            self.chunks, self.kinds, position, governed=governed
        )
        return group.tail

    def reaches(self, index: int) -> bool:
        """Say whether a noun that may name a body stands in the clause, from `index` on."""
        if not self._reaching:
            reaching = False
            for chunk in reversed(self.chunks):
                reaching = chunk.kind in _NAMING or (reaching and chunk.kind not in lx.MARKS)
                self._reaching.append(reaching)
            self._reaching.reverse()
            self._reaching += [False] * (len(self.kinds) - len(self.chunks))
        return self._reaching[index]

    def read(self, index: int) -> Group | None:
        """Read the argument at `index` anew."""
        kind = self.kinds[index]
        if kind == lx.ADVERB and self.kinds[index + 1] in (lx.OF, BODY):
            # 必要的机构, 相应机构: the adverb only describes
            return self.read(index + (2 if self.kinds[index + 1] == lx.OF else 1))
        if kind == lx.ADVERB and (closing := self._short_relative(index)) is not None:
            return self.read(closing + 1)  # 所管理的B
        if self._is_listed(index):
            things = self.kinds[index] in (lx.GAP, lx.NOUN)
            return Group(mentions=[], start=index, end=index + 1, listed=True, things=things)
        if kind == lx.PRONOUN:
            return self.pronoun(index)
        if kind in (lx.TRIGGER, lx.VERB, lx.UNDER, lx.BY, lx.LIGHT):
            return self.fields(index) or self.headed_by_clause(index)
        if kind == lx.MODAL:
            return self.headed_by_clause(index) if self.chunks[index].has("picksOut") else None
        if kind == lx.WITH and self.kinds[index - 1] == lx.TRIGGER:
            return self._related(index)
        if kind == lx.BASIS:
            return self._modified(index) if self.chunks[index].has("about") else None
        if kind == lx.OVER and self.kinds[index - 1] == lx.TRIGGER:
            return self._modified(index) if self.form(index) == _ABOUT else None
        if kind in NOUN_KINDS:
            if not self.reaches(index):
                return None
            if self._is_other(index):
                return self.headed_by_clause(index + 1)
            if (row := self._located_row(index)) is not None:
                row.start = index
                return row
            if self.chunks[index].has("former") and self.kinds[index + 1] in _CLAUSE_OPENERS:
                return self._formerly(index)
            verb = self.kinds[index + 1] in (lx.VERB, lx.TRIGGER)
            of_level = self.is_level(index) and verb and not self.acts(index + 1)
            if of_level and (fields := self.fields(index)) is not None:
                return fields  # 市纪检监察、政法、审计机关
            opening = self.chunks[index]
            counts = len(opening.tokens) == 1 and self.kinds[index + 2] == BODY
            counts = counts and opening.has("quantifier")
            if (counts or opening.has("about")) and self.kinds[index + 1] == lx.OF:
                self._quantified(index)
                if self.kinds[index + 2] == BODY:
                    return self.coordination(index + 2)
            group = self.coordination(index)
            if group is None:
                return self._modified(index)
            return self.with_relative(group) or group
        if kind == lx.GENERIC and self.kinds[index + 1] == lx.AND:  # 机关、团体、企业
            row = self.coordination(index)
            named = row is not None and row.mentions[0].start == self.chunks[index].start
            return row if named else None
        if kind != BODY:
            return None
        if self.kinds[index + 1 : index + 4] == [lx.AND, lx.VERB, lx.OF] and self._has_seat(index):
            seated = self.coordination(index + 4)
            return seated and replace(seated, start=index)
        row = self._located_row(index + 1)
        if row is not None:
            row.start = index
            return row
        group = self.coordination(index)
        return None if group is None else self.with_relative(group) or group

    def _has_seat(self, index: int) -> bool:
        """Say whether a name says where another body has its seat (驻在C、有管辖权的B)."""
        return self.chunks[index].has("seated") and self.kinds[index + 4] == BODY

    def _located_row(self, index: int) -> Group | None:
        """Read 所在地的市、县A, bodies of several levels at a place that is said before them."""
        located = self.kinds[index : index + 2] == [lx.GAP, lx.OF]
        if not located or not self.chunks[index].has("location"):
            return None
        named = self.kinds[index + 2] in NOUN_KINDS and self.kinds[index + 3] == lx.AND
        return self.coordination(index + 2) if named else None

    def _is_other(self, index: int) -> bool:
        """Say whether 其他 stands before a clause that picks out who is meant (其他负有N的部门)."""
        return self.form(index) in _OTHERS and self.kinds[index + 1] in _CLAUSE_OPENERS

    def _formerly(self, index: int) -> Group | None:
        """Read 原作出决定的B, a body named by what it did before."""
        group = self.headed_by_clause(index + 1)
        if group is not None and group.mentions and group.mentions[0].prefix:
            head = group.mentions[0]
            opening = self.passage.text[self.chunks[index].start : self.chunks[index].end]
            start = self.chunks[index].start
            group.mentions[0] = replace(head, prefix=opening + head.prefix, start=start)
            group.start = index
        return group

    def _quantified(self, index: int) -> None:
        """Let 有关的机关 be the body that 有关机关 is, 三分之一以上的代表 be 代表."""
        chunk = self.chunks[index + 2] if index + 2 < len(self.chunks) else None
        if chunk is None or chunk.kind not in (BODY, lx.GENERIC):
            return
        quantifier = self.passage.text[self.chunks[index].start : self.chunks[index].end]
        if chunk.mention is not None and not chunk.mention.quantifier:
            chunk.mention = replace(chunk.mention, quantifier=quantifier)
        elif chunk.mention is None:
            token = chunk.tokens[0]
            chunk.mention = Mention(
                self.passage, token.start, token.end, (token,), token.lexeme.body_kind, quantifier
            )
            self.kinds[index + 2] = BODY

    def _is_listed(self, index: int) -> bool:
        """Say whether 下列机构, 以下人员, 下列事项 stands here and a list follows."""
        if index >= len(self.chunks):
            return False
        kind, tokens = self.kinds[index], self.chunks[index].tokens
        if tokens[0].lexeme.form not in LISTED:
            if kind != lx.PEOPLE or not any(token.lexeme.form in LISTED for token in tokens):
                return False  # 国家权力机关下列工作人员
        elif kind in (lx.GAP, lx.NOUN):
            if not self.chunks[index].has("matter"):
                return False  # 下列要求
        elif kind not in (BODY, lx.PEOPLE, lx.GENERIC):
            return False
        end = index
        while self.kinds[end] not in (lx.COLON, lx.STOP, lx.SEMICOLON):
            end += 1
        return self.kinds[end] == lx.COLON

    def _short_relative(self, index: int) -> int | None:
        """Return the index of 的 in 所V的."""
        for position in range(index + 1, index + _LONGEST_SHORT):
            if self.kinds[position] == lx.OF:
                return position
            if self.kinds[position] not in (lx.ADVERB, lx.TRIGGER, lx.VERB):
                break
        return None

    def headed_by_clause(self, index: int) -> Group | None:
        """Read a body with a relative clause before it; see `relatives`."""
        raise NotImplementedError

    def with_relative(self, subject: Group) -> Group | None:
        """Read A V的B as B; see `relatives`."""
        raise NotImplementedError

    def pronoun(self, index: int) -> Group | None:
        """Read 其 or 它 with what stands after it; None where it means no body."""
        if self.kinds[index + 1] == lx.ADVERB and self.form(index + 1) == "所":
            return None  # 其所代表的N: who does it, not a body that is spoken of
        antecedents = self.antecedent(index)
        if (placed := self._located(index)) is not None:
            return placed
        if antecedents and (theirs := self._whom_they_chose(index, antecedents)) is not None:
            return theirs
        joint = index + 1 if self.kinds[index + 1] == lx.OF and index + 1 < self.barrier else index
        if self.kinds[index + 1 : index + 3] == [lx.ADVERB, lx.OF] and index + 2 < self.barrier:
            joint = index + 2  # 其共同的B
        following = self.mention(joint + 1)
        if joint > index and following is not None and antecedents:
            group = self.coordination(joint + 1)  # 它的B
            if group is not None:
                group.mentions[:1] = [replace(following, anchor=owner) for owner in antecedents]
                group.start = index
            return group
        following = self.mention(index + 1)
        if not antecedents and following is not None:
            group = self.coordination(index + 1)
            if group is not None and self.form(index).startswith(_OWN):  # 本单位党组
                group.mentions[0] = self.prefixed(group.mentions[0], index, index + 1)
            return group
        if not antecedents:
            return None
        if following is not None:  # 其B
            group = self.coordination(index + 1)
            if group is not None:
                owned = [replace(following, anchor=owner) for owner in antecedents]
                group.mentions[:1] = (
                    owned if group.mentions[0].tokens == following.tokens else owned[:1]
                )
                group.start = index
            return group
        end = index + 1
        pointing = self.chunks[index].tokens[0].lexeme.form in _POINTING
        if pointing and self.kinds[end] in (*NOUN_KINDS, lx.GENERIC):
            end += 1  # 上述场所
        return Group(mentions=antecedents, start=index, end=end, pronoun=True)

    def _whom_they_chose(self, index: int, antecedents: list[Mention]) -> Group | None:
        """Read 其V的B, 它所V的B, 本单位V的B, where who is spoken of does it (罢免本单位选出的B)."""
        relative = self.kinds[index + 1] == lx.ADVERB and self.form(index + 1) == "所"
        verb = index + 2 if relative else index + 1
        before = self.chunks[index - 1].tokens[0].lexeme.trigger if index else None
        if self.kinds[verb] != lx.TRIGGER or (before is not None and "Ratifies" in before.frames):
            return None  # 批准其设立的B
        group = self.owned_relative(verb, antecedents)
        return None if group is None or group.end > self.barrier else replace(group, start=index)

    def _located(self, index: int) -> Group | None:
        """Read 其所在地的B, 其登记的B by that name, and 其所属的B, 其所在的B as B.

        其所在单位 only a person tells apart.
        """
        noun = index + 1
        first = self.chunks[noun].tokens[0].lexeme if noun < len(self.chunks) else None
        if first is None:
            return None
        if self.kinds[noun] == BODY and first.is_in("workplace"):
            group = self.coordination(noun)
            if group is None:
                return None
            words = group.mentions[0].tokens[1:]
            if words and words[0].lexeme.kind == lx.LEVEL:
                return replace(group, start=index)  # 其所在市党委
            rest = group.mentions[1:]  # 其所在单位、主管部门
            return replace(group, mentions=rest or group.mentions, start=index, described=not rest)
        named = noun + 1 if self.kinds[noun + 1] != lx.OF else noun + 2
        doing = self.kinds[noun : noun + 2] == [lx.VERB, lx.OF]
        place = first.is_in("location") and self.kinds[noun] != BODY
        belongs = first.is_in("belonging") or first.is_in("workplace")
        place = place or (belongs and self.kinds[noun + 1] == lx.OF)  # 其所属的B, 其所在的B
        if not (doing or place) or self.kinds[named] != BODY:
            return None
        group = self.coordination(named)
        if group is None:
            return None
        if not belongs:
            group.mentions[0] = self.prefixed(group.mentions[0], noun, named)
        group.start = index
        return group

    def _related(self, index: int) -> Group | None:
        """Read 与N相关的B, where what it has to do with picks B out (设立与其业务对口的机构)."""
        position = index + 1
        while self.kinds[position] in (lx.PRONOUN, lx.GAP, lx.NOUN, lx.ADVERB, lx.STANDING):
            position += 1
        if self.kinds[position] != lx.OF or self.kinds[position + 1] != BODY:
            return None
        group = self.coordination(position + 1)
        if group is not None:
            group.mentions[0] = self.prefixed(group.mentions[0], index, position)
            group.start = index
        return group

    def _modified(self, index: int) -> Group | None:
        """Read N的B, where what stands before 的 describes B (内部专门的监督机构, 省管理的企业)."""
        position = index + 1
        if self.chunks[index].has("matter"):
            return None  # 移送案件的法庭审理
        while self.kinds[position] in (lx.ADVERB, lx.GAP, lx.NOUN):
            position += 1
        if self.kinds[position] == lx.TRIGGER and position == index + 1:
            position += 1
        if self.kinds[position] != lx.OF or self.kinds[position + 1] != BODY:
            return None
        group = self.coordination(position + 1)
        if group is None:
            return None
        group.mentions[0] = self.prefixed(group.mentions[0], index, position)
        group.start = index
        return group
