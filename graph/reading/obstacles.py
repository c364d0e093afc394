"""Why a verb of the lexicon gave nothing: what stands in its way, as far as its clause shows it."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from graph.reading import lexemes as lx
from graph.reading.mentions import BODY

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from graph.reading.group import Group
    from graph.reading.mentions import Chunk
    from graph.reading.predications import Predication

_BETWEEN: Final = frozenset((lx.TRIGGER, lx.ADVERB, lx.AND, lx.WITH))
_BRINGING: Final = frozenset((lx.OVER, lx.TOWARD, lx.FOR, lx.BY, lx.UNDER, lx.ACCEPT, lx.AT))
_ACTING: Final = frozenset((BODY, lx.PRONOUN))


class Obstacle(StrEnum):
    """What keeps a verb from stating something; the values are stable.

    `NAME`: it belongs to the name of a body; `DESCRIBES`: it only describes what follows 的;
    `THING`: a thing of a body is meant, not the body; `CLASS`: its object is a class of bodies that
    a clause describes; `NOBODY_ACTS`: no body stands before it; `NO_OTHER`: no body stands where
    its object would; `NO_FRAME`: its bodies do not stand as its frames want them.
    """

    NAME = "name"
    DESCRIBES = "describes"
    THING = "thing"
    CLASS = "class"
    NOBODY_ACTS = "nobody-acts"
    NO_OTHER = "no-other"
    NO_FRAME = "no-frame"


@dataclass(frozen=True, slots=True, kw_only=True)
class Idle:
    """A verb of the lexicon that gave nothing: the word, its lexical entry, what is in its way."""

    text: str
    entry: str
    obstacle: Obstacle


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Surroundings:
    """What is known of a sentence, once it was read.

    Attributes:
        text: the passage.
        chunks: the chunks of the sentence.
        found: what was found in it.
        groups: the arguments that were read in it, by the index of the chunk at which each starts.
        carried: whether a body of an earlier sentence, or of the stem of the list, could act in it.
    """

    text: str
    chunks: Sequence[Chunk]
    found: Sequence[Predication]
    groups: Mapping[int, Group]
    carried: bool


def idle_verbs(sentence: Surroundings) -> Mapping[int, Idle]:
    """Return the verbs of a sentence that gave nothing, each by the index of its chunk."""
    search = _Search(sentence)
    idle: dict[int, Idle] = {}
    for index, chunk in enumerate(sentence.chunks):
        trigger = chunk.tokens[0].lexeme.trigger if chunk.kind == lx.TRIGGER else None
        if trigger is not None and (trigger.name, index) not in search.busy:
            idle[index] = Idle(
                text=sentence.text[chunk.start : chunk.end],
                entry=trigger.name,
                obstacle=search.obstacle(index),
            )
    return idle


class _Search:
    """Looks for what is in the way of a verb; what it needs to know is looked up once."""

    def __init__(self, sentence: Surroundings) -> None:
        self.kinds = [chunk.kind for chunk in sentence.chunks]
        self.groups = sentence.groups
        self.busy = frozenset(_busy(sentence))
        self.inside = {
            index: Obstacle.NAME if index < group.end else Obstacle.THING
            for start, group in sorted(sentence.groups.items(), reverse=True)
            for index in range(start, max(group.end, group.stop))
        }
        acting = (index for index, kind in enumerate(self.kinds) if kind in _ACTING)
        self.first = -1 if sentence.carried else next(acting, len(self.kinds))
        self.brought, self.following = self._brought(), self._following()

    def obstacle(self, index: int) -> Obstacle:
        """Return what is in the way of the verb at `index`."""
        inside = self.inside.get(index)
        if inside is not None:
            return inside
        if index + 1 < len(self.kinds) and self.kinds[index + 1] == lx.OF:
            return Obstacle.DESCRIBES
        return Obstacle.NOBODY_ACTS if index < self.first else self._without_object(index)

    def _without_object(self, index: int) -> Obstacle:
        """Say what is wrong with the object of a verb, if that is what keeps it."""
        group = self.groups.get(self.following[index])
        if group is None:
            return Obstacle.NO_FRAME if self.brought[index] else Obstacle.NO_OTHER
        if group.described:
            return Obstacle.CLASS
        return Obstacle.NO_FRAME if group.whole else Obstacle.THING

    def _brought(self) -> list[bool]:
        """Say for each index whether a preposition brings it a body of its clause (对B进行V)."""
        brought, now = [], False
        for kind, following in zip(self.kinds, [*self.kinds[1:], lx.STOP], strict=True):
            brought.append(now)
            now = kind not in lx.MARKS and (now or (kind in _BRINGING and following in _ACTING))
        return brought

    def _following(self) -> list[int]:
        """Say for each index where the argument after its verbs would begin."""
        following, begin = [], len(self.kinds)
        for index in range(len(self.kinds) - 1, -1, -1):
            following.append(begin)
            if self.kinds[index] not in _BETWEEN:
                begin = index
        return following[::-1]


def _busy(sentence: Surroundings) -> Iterator[tuple[str, int]]:
    """Yield the lexical entries that gave something, each with the indices of its chunks."""
    starts = [chunk.start for chunk in sentence.chunks]
    for one in sentence.found:
        first, last = bisect_left(starts, one.start), bisect_left(starts, one.end)
        yield from ((one.entry, index) for index in range(first, last))
