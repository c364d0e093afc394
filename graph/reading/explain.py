"""How an article was read: its clauses with their words, their bodies, and what was made of them.

`explain` reads a document once more and keeps, for one article, what the reader otherwise forgets:
into which words each clause was cut and what each was taken for, which bodies were found, which
construction and which lexical entry made which statement, which verb made none and why.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from typing import TYPE_CHECKING

from graph.reading import evidence
from graph.reading.mentions import BODY
from graph.reading.obstacles import Surroundings, idle_verbs
from graph.reading.phrases import chunk
from graph.reading.words import word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from graph.model import Document, Modality, Passage, Provision, ReadClause, Role, Span
    from graph.reading.group import Group
    from graph.reading.mentions import Chunk, Mention
    from graph.reading.names import Namer
    from graph.reading.obstacles import Idle
    from graph.reading.predications import Predication
    from graph.reading.reader import Reader
    from graph.reading.trace import Trace, TracedSentence
    from graph.reading.words import Word


class Origin(StrEnum):
    """Where a body is named, seen from a clause; the values are stable.

    `CLAUSE`: in the clause itself; `SENTENCE`: in an earlier clause of the sentence; `PASSAGE`: in
    an earlier sentence of the paragraph or item; `ABOVE`: in another one, as the stem of a list.
    """

    CLAUSE = "clause"
    SENTENCE = "sentence"
    PASSAGE = "passage"
    ABOVE = "above"


class Outcome(StrEnum):
    """What became of what a construction found; the values are stable.

    `STATED`: it is a statement of the article; `AGAIN`: the article has made it before; `SUPPOSED`:
    the clause only supposes it (…的，); `ONESELF`: both of its bodies are one.
    """

    STATED = "stated"
    AGAIN = "again"
    SUPPOSED = "supposed"
    ONESELF = "oneself"


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a construction found in a clause.

    Attributes:
        subject: the name of the subject.
        relation: the local name of the relation.
        object: the name of the object.
        modality: how it is stated.
        conditions: the conditions that stand with it.
        construction: the frame of the grammar.
        entry: the lexical entry, by local name.
        words: the words that the construction looked at.
        subject_origin: where the subject is named.
        object_origin: where the object is named.
        outcome: what became of it.
    """

    subject: str
    relation: str
    object: str
    modality: Modality
    conditions: tuple[str, ...]
    construction: str
    entry: str
    words: str
    subject_origin: Origin
    object_origin: Origin
    outcome: Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A clause as it was read.

    Attributes:
        text: its words.
        spans: where they stand in the source.
        role: what it was read as.
        words: its words one by one, without marks.
        bodies: the bodies found in it, by name; one described by a clause (…的单位) is not named.
        found: what the constructions found in it.
        idle: the verbs of the lexicon in it that gave nothing.
    """

    text: str
    spans: tuple[Span, ...]
    role: Role
    words: tuple[Word, ...]
    bodies: tuple[str, ...]
    found: tuple[Found, ...]
    idle: tuple[Idle, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageExplanation:
    """A paragraph or item: its provision and its clauses."""

    provision: Provision
    clauses: tuple[Clause, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """An article, or the preamble, with its paragraphs and items."""

    document: Document
    article: Provision
    passages: tuple[PassageExplanation, ...]

    @property
    def statements(self) -> int:
        """How many statements the article makes."""
        return sum(
            found.outcome is Outcome.STATED
            for passage in self.passages
            for clause in passage.clauses
            for found in clause.found
        )


def explain(document: Document, article: Provision, reader: Reader) -> Explanation:
    """Read a document and explain how one of its articles was read.

    Args:
        document: the document.
        article: one of `document.articles()`.
        reader: who reads.
    """
    explainer = _Explainer(reader.trace(document))
    return Explanation(
        document=document, article=article, passages=tuple(explainer.passages(article))
    )


class _Explainer:
    """Explains passages of one document; what an article has stated is kept in `stated`."""

    def __init__(self, trace: Trace) -> None:
        self.namer: Namer = trace.namer
        self.sentences: dict[int, list[TracedSentence]] = {}
        for sentence in trace.sentences:
            self.sentences.setdefault(id(sentence.passage), []).append(sentence)
        self.clauses: dict[str, list[ReadClause]] = {}
        for clause in trace.reading.clauses:
            self.clauses.setdefault(clause.provision, []).append(clause)
        self.stated: set[tuple[str, str, str, Modality]] = set()

    def passages(self, article: Provision) -> Iterator[PassageExplanation]:
        """Explain the passages of an article, in the order of the text."""
        for provision in article.walk():
            if provision.passage is not None:
                yield PassageExplanation(
                    provision=provision,
                    clauses=tuple(self._passage(provision.passage, self.clauses[provision.id])),
                )

    def _passage(self, passage: Passage, clauses: Sequence[ReadClause]) -> Iterator[Clause]:
        bounds = [(clause.start, clause.end) for clause in clauses]
        sentences = [
            _Sentence(traced, self.namer) for traced in self.sentences.get(id(passage), ())
        ]
        found: dict[int, list[Found]] = {}
        for sentence in sentences:
            for predication in sentence.predications:
                place = _place(predication, bounds)
                start = bounds[place][0]
                found.setdefault(place, []).extend(
                    self._found(predication, passage, start, sentence.start)
                )
        starts = [sentence.start for sentence in sentences]
        for number, (clause, (start, end)) in enumerate(zip(clauses, bounds, strict=True)):
            sentence = sentences[bisect_right(starts, start) - 1]
            indices = sentence.between(start, end)
            here = found.get(number, [])
            yield Clause(
                text=passage.text[start:end],
                spans=clause.spans,
                role=clause.role,
                words=tuple(sentence.words(indices)),
                bodies=tuple(dict.fromkeys(chain(sentence.bodies(indices), _named(here)))),
                found=tuple(here),
                idle=tuple(sentence.idle(indices)),
            )

    def _found(
        self, predication: Predication, passage: Passage, clause: int, sentence: int
    ) -> Iterator[Found]:
        """Yield what a predication says of its bodies, in the clause that starts at `clause`."""
        supposed = evidence.is_hypothetical(passage.text, predication)
        for subject, object_ in predication.pairs():
            names = tuple(self.namer.body(one, predication.organ) for one in (subject, object_))
            key = (names[0], predication.relation, names[1], predication.settled)
            if supposed:
                outcome = Outcome.SUPPOSED
            elif names[0] == names[1] and not predication.another:
                outcome = Outcome.ONESELF
            else:
                outcome = Outcome.AGAIN if key in self.stated else Outcome.STATED
                self.stated.add(key)
            yield Found(
                subject=names[0],
                relation=predication.relation,
                object=names[1],
                modality=predication.settled,
                conditions=predication.conditions,
                construction=predication.construction,
                entry=predication.entry,
                words=passage.text[predication.start : predication.end],
                subject_origin=_origin(subject, passage, clause, sentence),
                object_origin=_origin(object_, passage, clause, sentence),
                outcome=outcome,
            )


class _Sentence:
    """A sentence as it was read, asked for its words by the indices of its chunks."""

    def __init__(self, traced: TracedSentence, namer: Namer) -> None:
        self.namer = namer
        self.read = traced.sentence
        self.start = traced.tokens[0].start
        self.chunks: Sequence[Chunk] = (
            chunk(traced.tokens, traced.passage) if self.read is None else self.read.chunks
        )
        self.starts = [one.start for one in self.chunks]
        self.text = traced.passage.text
        groups = {} if self.read is None else self.read.nps.seen
        self.groups: dict[int, Group] = {
            index: group for index, group in groups.items() if group is not None
        }
        self.verbs = idle_verbs(
            Surroundings(
                text=self.text,
                chunks=self.chunks,
                found=self.predications,
                groups=self.groups,
                # A sentence that was not read holds too few bodies, whoever may act in it.
                carried=self.read is None or self.read.carried.subject is not None,
            )
        )

    @property
    def predications(self) -> Sequence[Predication]:
        """What was found, in the order of the text."""
        return () if self.read is None else self.read.found

    def between(self, start: int, end: int) -> range:
        """Return the indices of the chunks that begin in a stretch of the passage."""
        return range(bisect_left(self.starts, start), bisect_left(self.starts, end))

    def words(self, indices: Iterable[int]) -> Iterator[Word]:
        """Yield the words at some indices; marks are none."""
        for index in indices:
            one = self.chunks[index]
            found = word(one, self.text[one.start : one.end], self._stands_for(index))
            if found is not None:
                yield found

    def bodies(self, indices: Sequence[int]) -> Iterator[str]:
        """Yield the names of the bodies found at some indices, as the constructions took them."""
        end = 0
        for index in indices:
            group = self.groups.get(index)
            if group is not None and index >= end:
                end = group.end
                if not group.described:
                    yield from self._names(group.mentions)
            elif index >= end:
                yield from self._stands_for(index)

    def idle(self, indices: Sequence[int]) -> Iterator[Idle]:
        """Yield the verbs at some indices that gave nothing."""
        yield from (self.verbs[index] for index in indices if index in self.verbs)

    def _stands_for(self, index: int) -> tuple[str, ...]:
        """Return the names of what the chunk at `index` is by itself: a body, or a pronoun."""
        mention = self.chunks[index].mention
        group = self.groups.get(index)
        if self.chunks[index].kind == BODY and mention is not None:
            return self._names([mention])
        if group is not None and group.pronoun:
            return self._names(group.mentions)
        return ()

    def _names(self, mentions: Iterable[Mention]) -> tuple[str, ...]:
        organ = None if self.read is None else self.read.organ
        return tuple(self.namer.body(mention, organ) for mention in mentions)


def _named(found: Iterable[Found]) -> Iterator[str]:
    """Yield the bodies of what was found that the clause names itself."""
    for one in found:
        if one.subject_origin is Origin.CLAUSE:
            yield one.subject
        if one.object_origin is Origin.CLAUSE:
            yield one.object


def _place(predication: Predication, bounds: Sequence[tuple[int, int]]) -> int:
    """Return the number of the clause in which a predication ends."""
    return max(bisect_left(bounds, (predication.end, 0)) - 1, 0)


def _origin(mention: Mention, passage: Passage, clause: int, sentence: int) -> Origin:
    """Say where a body is named, seen from the clause that starts at `clause`."""
    if mention.passage is not passage:
        return Origin.ABOVE
    if mention.start >= clause:
        return Origin.CLAUSE
    return Origin.SENTENCE if mention.start >= sentence else Origin.PASSAGE
