"""Clauses that only say when something is done, or leave room for another rule."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graph.reading import lexemes as lx
from graph.reading.mentions import BODY
from graph.reading.turned import TurnedVerbs

if TYPE_CHECKING:
    from graph.reading.group import Group

_ANOTHER_RULE: Final = "另有规定"
_WHEN: Final = ("时", "过程中")
_THINGS: Final = frozenset((lx.GAP, lx.NOUN))
_PREDICATE: Final = frozenset((lx.MODAL, lx.OF))
_TIMES: Final = frozenset((lx.ADVERB, lx.GAP, lx.NOUN, lx.STANDING, lx.VERB, lx.OF))


class Occasions(TurnedVerbs):
    """What tells a clause that states nothing itself."""

    __slots__ = ()

    def at_work(self, group: Group, end: int) -> bool:
        """Say whether what follows the bodies is when they do something (A履行职责时，)."""
        if self.kinds[end] != lx.COMMA or self.kinds[group.end] == lx.OF:
            return False
        return self.text.endswith(_WHEN, 0, self.chunks[end].start)

    def _counted(self, group: Group, index: int) -> bool:
        """Say whether the clause only says how many they are (成员不得少于二人)."""
        alone = len(group.mentions) == 1 and group.mentions[0].kind == "Post"
        after = self.skip(index, lx.MODAL, lx.ADVERB)
        counts = after < len(self.chunks) and self.chunks[after].has("counting")
        return alone and group.mentions[0].owner() is None and counts

    def excepted(self, index: int) -> bool:
        """Say whether the clause only leaves room for another rule (B另有规定的除外)."""
        end = self.clause_end(index)
        stop = self.chunks[end].start if end < len(self.chunks) else len(self.text)
        return _ANOTHER_RULE in self.text[self.chunks[index - 1].end : stop]

    def says_when(self, index: int) -> bool:
        """Say whether the clause that goes on at `index` is only a time (A闭会期间，B可以…)."""
        end = self.clause_end(index)
        if self.kinds[end] != lx.COMMA or not self.chunks[end - 1].has("period"):
            return False
        return all(kind in _TIMES for kind in self.kinds[index:end])

    def no_subject(self, group: Group, end: int) -> int | None:
        """Return the index after a clause whose bodies do nothing.

        A闭会期间，; A另有规定的除外; A发生变更的，; A不得少于二人.
        """
        only = self.says_when(end) or self.excepted(group.end) or self.changes(end)
        if only or self._counted(group, end):
            return self.clause_end(end)
        return self.besides_things(group)

    def changes(self, index: int) -> bool:
        """Say whether the clause only says that the bodies change (联络机构发生变更的，)."""
        end = self.clause_end(index)
        verbs = self.kinds[index : end - 1]
        closes = self.kinds[end - 1 : end + 1] == [lx.OF, lx.COMMA] and self.subject is not None
        plain = bool(verbs) and all(kind in (lx.VERB, lx.ADVERB) for kind in verbs)
        return closes and plain and self.chunks[end - 2].has("changing")

    def besides_things(self, group: Group) -> int | None:
        """Pass 以及A报请审批的案件, the second of the things that a verb before them acts on.

        Return the index after them.
        """
        before, end = group.start - 1, self.clause_end(group.end)
        if self.kinds[group.start : group.start + 1] != [BODY]:
            before = group.start + 1  # 案件以及B
        joined = self.kinds[before] in (lx.AND, lx.WITH) and self.kinds[before - 1] in _THINGS
        if not joined or self.kinds[end - 1] not in _THINGS:
            return None
        clause = self.kinds[group.end : end - 1]
        if lx.OF not in clause or lx.TRIGGER not in clause[: clause.index(lx.OF)]:
            return None
        if clause.index(lx.OF) < len(clause) - 1 or clause[0] in _PREDICATE:
            return None
        start = before
        while self.kinds[start] not in lx.MARKS:
            start -= 1
        if not any(kind in (lx.TRIGGER, lx.VERB) for kind in self.kinds[start + 1 : before]):
            return None
        self.objects.append(group)
        return end
