"""The values a store is read back as: documents and provisions, bodies, statements."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graph.model import Modality

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.model import Piece, ProvisionKind, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words of the source with their offsets: `source[span.start:span.end]` is `text`."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredBody:
    """A body by its IRI; further names and classes (local names) are sorted.

    `document` is the IRI of the document that a relative name belongs to, None for a body all
    documents share.
    """

    iri: str
    name: str
    other_names: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    document: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """All names, the preferred one first."""
        return (self.name, *self.other_names)


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredProvision:
    """A node of a document's tree.

    `id` is its path in the document (`article/12/paragraph/1`), `parent` the IRI of the node above
    (for the outermost the document's), `order` its place in the document from 1. `label` is the
    number as written (第十二条), `number` as the exports write it (`12`, `12-1`, `preamble`, empty
    without number). `text` is None for a node that only groups; `pieces` lead from its offsets to
    those of the source.
    """

    iri: str
    id: str
    kind: ProvisionKind
    parent: str
    order: int
    label: str = ""
    number: str = ""
    heading: str = ""
    text: str | None = None
    pieces: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredDocument:
    """A document that was read: its IRI, the stem of its file, its title, its provisions in order.

    Dates are sorted and as exact as the text has them (`2022-06-02`, `2022`); a document may have
    been adopted, published or amended several times. `passed_by` and `issued_by` hold the IRIs of
    bodies, `based_on` and `cites` titles.
    """

    iri: str
    name: str
    title: str
    provisions: tuple[StoredProvision, ...]
    adoption_dates: tuple[str, ...] = ()
    publication_dates: tuple[str, ...] = ()
    in_force_dates: tuple[str, ...] = ()
    amendment_dates: tuple[str, ...] = ()
    passed_by: tuple[str, ...] = ()
    issued_by: tuple[str, ...] = ()
    based_on: tuple[str, ...] = ()
    cites: tuple[str, ...] = ()
    sha256: str = ""
    encoding: str = ""

    @property
    def date_document(self) -> str | None:
        """The last date on which it was adopted or approved, None where the text gives none."""
        return self.adoption_dates[-1] if self.adoption_dates else None

    @property
    def date_publication(self) -> str | None:
        """The last date on which it was published, None where the text gives none."""
        return self.publication_dates[-1] if self.publication_dates else None


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredStatement:
    """A statement as the dataset holds it.

    `relation` is the local name of the property, `document`, `article` and `provision` are IRIs
    (`provision` the first one where an article makes the statement several times; `provisions` all
    of them), `article_label` is the number as written (第七条, empty for the preamble),
    `article_number` as the exports write it (`7`, `preamble`). `quote` is the evidence in one line,
    with `…` where the text goes on between two stretches; a page break alone leaves no mark.
    `entry` is the local name of the lexical entry. An `inferred` statement is no statement of a
    text: it follows, in `document`, by `rule` (a local name of the ontology) from the statements
    and kinship assertions whose IRIs `derived_from` holds.
    """

    iri: str
    subject: StoredBody
    relation: str
    object: StoredBody
    modality: Modality
    conditions: tuple[str, ...]
    document: str
    article: str
    article_label: str
    article_number: str
    provision: str
    provisions: tuple[str, ...]
    quote: str
    evidence: tuple[Quote, ...]
    antecedent: tuple[Quote, ...] = ()
    subject_words: tuple[Quote, ...] = ()
    object_words: tuple[Quote, ...] = ()
    construction: str = ""
    entry: str = ""
    inferred: bool = False
    derived_from: tuple[str, ...] = ()
    rule: str = ""

    @property
    def denied(self) -> bool:
        """Whether the text denies the relation (不得, 不)."""
        return self.modality is Modality.PROHIBITION


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredKinship:
    """A kinship assertion that consequences rest on: which article says so, in which words.

    `cites_document` is the title of the document, `cites_article` the number as the exports write
    it, `articles` the IRIs of the articles meant: several where several documents have the title.
    `scope` says when the assertion holds; empty means always.
    """

    iri: str
    cites_document: str
    cites_article: str
    cites_words: str
    articles: tuple[str, ...]
    scope: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """A whole dataset as values.

    Documents are sorted by name, bodies by IRI; statements stand in the order of the text, document
    by document, and after them what is inferred; `kinships` are the kinship assertions that
    consequences rest on, sorted by IRI. The mappings lead from an IRI to its value.
    """

    documents: tuple[StoredDocument, ...]
    bodies: tuple[StoredBody, ...]
    statements: tuple[StoredStatement, ...]
    documents_by_iri: Mapping[str, StoredDocument] = field(repr=False, compare=False)
    bodies_by_iri: Mapping[str, StoredBody] = field(repr=False, compare=False)
    provisions_by_iri: Mapping[str, StoredProvision] = field(repr=False, compare=False)
    kinships: tuple[StoredKinship, ...] = ()
