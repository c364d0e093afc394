"""Why a verb of the lexicon gave nothing: what stands in its way, as far as its clause shows it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from graph.reading import lexemes as lx
from graph.reading.phrases import BODY

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from graph.reading.coordination import Group
    from graph.reading.phrases import Chunk
    from graph.reading.predications import Predication

_BETWEEN: Final = frozenset((lx.TRIGGER, lx.ADVERB, lx.AND, lx.WITH))
_BRINGING: Final = frozenset((lx.OVER, lx.TOWARD, lx.FOR, lx.BY, lx.UNDER, lx.ACCEPT, lx.AT))
_ACTING: Final = frozenset((BODY, lx.PRONOUN))
_CLAUSE_MARKS: Final = frozenset((lx.COMMA, lx.SEMICOLON, lx.STOP, lx.COLON))


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


def idle_verbs(sentence: Surroundings, indices: Iterable[int]) -> Iterator[Idle]:
    """Yield the verbs that gave nothing among the chunks at some indices of a sentence."""
    search = _Search(sentence)
    for index in indices:
        chunk = sentence.chunks[index]
        trigger = chunk.tokens[0].lexeme.trigger if chunk.kind == lx.TRIGGER else None
        if trigger is None or any(
            one.entry == trigger.name and one.start <= chunk.start and chunk.end <= one.end
            for one in sentence.found
        ):
            continue
        yield Idle(
            text=sentence.text[chunk.start : chunk.end],
            entry=trigger.name,
            obstacle=search.obstacle(index),
        )


class _Search:
    """Looks for what is in the way of a verb."""

    def __init__(self, sentence: Surroundings) -> None:
        self.kinds = [chunk.kind for chunk in sentence.chunks]
        self.carried = sentence.carried
        self.groups = sentence.groups

    def obstacle(self, index: int) -> Obstacle:
        """Return what is in the way of the verb at `index`."""
        for start, group in self.groups.items():
            if start <= index < group.end:
                return Obstacle.NAME
            if group.end <= index < group.stop:
                return Obstacle.THING
        if self._kind(index + 1) == lx.OF:
            return Obstacle.DESCRIBES
        if not self.carried and not _ACTING.intersection(self.kinds[:index]):
            return Obstacle.NOBODY_ACTS
        return self._without_object(index)

    def _without_object(self, index: int) -> Obstacle:
        """Say what is wrong with the object of a verb, if that is what keeps it."""
        following = index + 1
        while self._kind(following) in _BETWEEN:
            following += 1
        group = self.groups.get(following)
        if group is None:
            return Obstacle.NO_FRAME if self._is_brought(index) else Obstacle.NO_OTHER
        if group.described:
            return Obstacle.CLASS
        return Obstacle.NO_FRAME if group.whole else Obstacle.THING

    def _is_brought(self, index: int) -> bool:
        """Say whether a preposition brings the verb a body of its clause (对B进行V)."""
        for before in range(index - 1, -1, -1):
            if self.kinds[before] in _CLAUSE_MARKS:
                return False
            if self.kinds[before] in _BRINGING and self.kinds[before + 1] in _ACTING:
                return True
        return False

    def _kind(self, index: int) -> str:
        return self.kinds[index] if index < len(self.kinds) else lx.STOP
