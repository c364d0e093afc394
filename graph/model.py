"""The values that flow from room to room: provisions, bodies, statements, findings, spans.

Everything here is a frozen, slotted dataclass built by keyword. Equality is meaning: where a value
carries the words it was read from, those are left out of the comparison.

Offsets are counted in characters (code points) of the source *as it stands in the file*, end
exclusive, so that `source.text[span.start:span.end]` is always the quote.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """A stretch of the source: `start` and `end` in characters of the file, end exclusive."""

    start: int
    end: int

    def __post_init__(self) -> None:
        """Refuse a span that runs backwards or starts before the text."""
        if not 0 <= self.start <= self.end:
            message = f"a span needs 0 <= start <= end, got {self.start}..{self.end}"
            raise ValueError(message)


class FindingKind(StrEnum):
    """What a finding is about; the values are stable and appear in `report.json`."""

    ENCODING_GUESSED = "encoding-guessed"
    NUMBERING_GAP = "numbering-gap"
    NUMBERING_REPEATED = "numbering-repeated"
    SOURCE_CUT_OFF = "source-cut-off"
    SENTENCE_BROKEN = "sentence-broken"
    FOREIGN_TEXT = "foreign-text"
    CONTENTS_SKIPPED = "contents-skipped"
    CHARACTERS_IGNORED = "characters-ignored"
    TABLE_SKIPPED = "table-skipped"
    SEVERAL_DOCUMENTS = "several-documents"
    METADATA_MISSING = "metadata-missing"
    ARTICLES_MISSING = "articles-missing"
    BODY_UNRESOLVED = "body-unresolved"
    READING_AMBIGUOUS = "reading-ambiguous"
    RELATION_UNREAD = "relation-unread"
    CONTRADICTION = "contradiction"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something the reader of the graph must be told; it never stops a build.

    `message` is one English sentence; `provision` is the `Provision.id` it concerns, if any.
    """

    kind: FindingKind
    message: str
    document: str
    provision: str | None = None
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One text as it stands in the file: `name` is the file's stem, `sha256` is of its bytes."""

    name: str
    text: str
    sha256: str
    encoding: str = "utf-8"
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A run of a passage without gaps: `offset` is in the passage, `start` in the source."""

    offset: int
    start: int
    length: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Running text to be read as one, with the way back to the source.

    `text` is normalised character by character (one character of the source gives one character
    here; marks that carry nothing, such as zero-width characters or a page break, are left out as
    gaps between pieces), so `locate` finds for every stretch of it the exact spans of the source.
    """

    text: str
    pieces: tuple[Piece, ...]

    def locate(self, start: int, end: int) -> tuple[Span, ...]:
        """Return the spans of the source that `text[start:end]` was read from, in order."""
        pieces = self.pieces
        if len(pieces) == 1:
            shift, length = pieces[0].start, pieces[0].length
            last = min(end, length)
            return (Span(start=shift + start, end=shift + last),) if start < last else ()
        found: list[Span] = []
        index = max(bisect_right(self.pieces, start, key=lambda piece: piece.offset) - 1, 0)
        for piece in self.pieces[index:]:
            first, last = max(start, piece.offset), min(end, piece.offset + piece.length)
            if piece.offset >= end:
                break
            if first < last:
                found.append(
                    Span(
                        start=piece.start + first - piece.offset,
                        end=piece.start + last - piece.offset,
                    )
                )
        return tuple(found)

    @property
    def spans(self) -> tuple[Span, ...]:
        """The spans of the whole passage."""
        return tuple(Span(start=p.start, end=p.start + p.length) for p in self.pieces)


class ProvisionKind(StrEnum):
    """The kinds of node of a regulation, outermost first (编、章、节、条、款、项、目)."""

    PREAMBLE = "preamble"
    PART = "part"
    CHAPTER = "chapter"
    SECTION = "section"
    ARTICLE = "article"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    SUBITEM = "subitem"
    ATTACHMENT = "attachment"


@dataclass(frozen=True, slots=True, kw_only=True)
class Provision:
    """A node of the document tree.

    `id` is its path inside the document, unique there and usable in an IRI:
    `article/14/paragraph/1/item/3`, `chapter/2`, `preamble/paragraph/3`. `label` is the number as
    written (第十四条, （三）), `number` the integer, `suffix` the n of 第X条之n. `passage` is the
    node's own running text, without its label and without its children; `None` for a node that only
    groups. `span` runs from the label to the end of the last child.
    """

    id: str
    kind: ProvisionKind
    span: Span
    label: str = ""
    number: int | None = None
    suffix: int | None = None
    heading: str = ""
    passage: Passage | None = None
    children: tuple[Provision, ...] = ()

    @property
    def key(self) -> str:
        """The number as the exports write it: `12`, `12-1` (第十二条之一), `preamble`."""
        if self.kind is ProvisionKind.PREAMBLE:
            return "preamble"
        if self.number is None:
            return ""
        return f"{self.number}-{self.suffix}" if self.suffix else str(self.number)

    def walk(self) -> Iterator[Provision]:
        """Yield this node and every node under it, in the order of the text."""
        return _walk((self,))


def _walk(roots: tuple[Provision, ...]) -> Iterator[Provision]:
    """Yield the nodes of trees that stand side by side, each before what is under it."""
    waiting = list(reversed(roots))
    while waiting:
        node = waiting.pop()
        yield node
        if node.children:
            waiting += reversed(node.children)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """An act in the life of a document.

    `kind` is adopted, approved, published, effective or amended, `date` is ISO 8601 (`2022-06-22`),
    `agent` the body as written, both where the text gives them.
    """

    kind: str
    date: str | None
    agent: str | None
    spans: tuple[Span, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A reference to another document: 根据《…》 (`basis` is true) or any other 《…》."""

    title: str
    provision: str
    basis: bool
    spans: tuple[Span, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A regulation as a tree; `name` is the file's stem (`~2`, `~3` for its further texts)."""

    name: str
    title: str
    source: Source = field(compare=False)
    provisions: tuple[Provision, ...]
    events: tuple[Event, ...] = ()
    citations: tuple[Citation, ...] = ()
    findings: tuple[Finding, ...] = ()

    def walk(self) -> Iterator[Provision]:
        """Yield every provision in the order of the text."""
        return _walk(self.provisions)

    def articles(self) -> Iterator[Provision]:
        """Yield the preamble, if there is one, and every article, in the order of the text."""
        for provision in self.walk():
            if provision.kind in (ProvisionKind.PREAMBLE, ProvisionKind.ARTICLE):
                yield provision


class Modality(StrEnum):
    """How the text states a relation; a prohibition denies it."""

    OBLIGATION = "obligation"
    PERMISSION = "permission"
    PROHIBITION = "prohibition"
    DECLARATION = "declaration"


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """An organ, unit, department, post or standing meeting.

    `name` is the preferred name, `other_names` are sorted. `kind` is the local name of its class in
    the ontology (`Organ`, `Post`, …). A `relative` name (同级党委) means something only inside its
    document.
    """

    name: str
    kind: str = field(default="Body", compare=False)
    other_names: tuple[str, ...] = field(default=(), compare=False)
    relative: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One institutional relation that one article states between two bodies (see the README).

    `relation` is the local name of the ontology's property; `provision` the id of the 款 or 项 that
    states it, `article` the id of its article. `evidence` is the clause that states it,
    `antecedent` the words elsewhere that name a body which the evidence leaves out or only points
    to (其, a carried subject). `subject_words` and `object_words` are the mentions the two bodies
    were read from. `construction` names the frame of the grammar and `entry` the lexical entry
    (local name) that gave the relation.
    """

    document: str
    article: str
    provision: str
    subject: Body
    relation: str
    object: Body
    modality: Modality
    conditions: tuple[str, ...] = field(default=(), compare=False)
    evidence: tuple[Span, ...] = field(default=(), compare=False)
    antecedent: tuple[Span, ...] = field(default=(), compare=False)
    subject_words: tuple[Span, ...] = field(default=(), compare=False)
    object_words: tuple[Span, ...] = field(default=(), compare=False)
    construction: str = field(default="", compare=False)
    entry: str = field(default="", compare=False)


class Role(StrEnum):
    """What a stretch of an article was read as, for the coverage report."""

    EVIDENCE = "evidence"
    DEFINITION = "definition"
    PRINCIPLE = "principle"
    DUTY = "duty"
    CITATION = "citation"
    CONDITION = "condition"
    UNREAD = "unread"


class ReadClause(NamedTuple):
    """What became of one clause of the text: its role, and for an unread one the reason.

    It runs from `start` to `end` in the text of `passage`. A text has one every fourteen
    characters, and most are never looked at: their spans are found when they are asked for.
    """

    provision: str
    article: str
    passage: Passage
    start: int
    end: int
    role: Role
    note: str = ""

    @property
    def spans(self) -> tuple[Span, ...]:
        """The spans of the source that the clause was read from."""
        return self.passage.locate(self.start, self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A document with what was read from it: statements, the fate of every clause, findings."""

    document: Document
    bodies: tuple[Body, ...]
    statements: tuple[Statement, ...]
    clauses: tuple[ReadClause, ...]
    findings: tuple[Finding, ...] = ()
