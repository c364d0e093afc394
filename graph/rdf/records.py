"""Read a store back as frozen values: documents and provisions, bodies, statements.

What the model requires and a dataset lacks is an error that names the node: nothing is guessed,
nothing left out.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from pyoxigraph import DefaultGraph, NamedNode

from graph.errors import DatasetError
from graph.model import Modality, Piece, ProvisionKind, Span
from graph.rdf import vocabulary as v
from graph.rdf.iris import BodyIri, DocumentIri, ProvisionIri, parse_iri
from graph.rdf.properties import Properties, short
from graph.rdf.stored import (
    Quote,
    Records,
    StoredBody,
    StoredDocument,
    StoredKinship,
    StoredProvision,
    StoredStatement,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from collections.abc import Set as AbstractSet

    from graph.rdf.store import GraphStore

__all__ = [
    "Quote",
    "Records",
    "StoredBody",
    "StoredDocument",
    "StoredKinship",
    "StoredProvision",
    "StoredStatement",
    "read_records",
]

_KIND_OF_CLASS: Final = {node.value: kind for kind, node in v.PROVISION_CLASS.items()}
_MODALITY_OF_TERM: Final = {node.value: modality for modality, node in v.MODALITY_TERM.items()}


def read_records(store: GraphStore) -> Records:
    """Read the whole dataset.

    Raises:
        DatasetError: if a node lacks what the model requires, or names another node that is not
        there.
    """
    default = Properties(store.store, DefaultGraph())
    inferred = Properties(store.store, v.INFERRED)
    documents = _documents(default)
    bodies = _bodies(default)
    provisions = {node.iri: node for document in documents for node in document.provisions}
    by_iri = {document.iri: document for document in documents}
    breaks = {document.iri: _breaks(document) for document in documents}
    stated = [
        _statement(iri, default, breaks=breaks, bodies=bodies, provisions=provisions)
        for iri in default.instances(v.STATEMENT)
    ]
    stated.sort(key=lambda one: _in_text(one, by_iri, provisions))
    drawn = [_inferred(iri, inferred, bodies=bodies) for iri in inferred.instances(v.STATEMENT)]
    return Records(
        documents=tuple(documents),
        bodies=tuple(bodies.values()),
        statements=(*stated, *drawn),
        documents_by_iri=by_iri,
        bodies_by_iri=bodies,
        provisions_by_iri=provisions,
    )


def _in_text(
    statement: StoredStatement,
    documents: Mapping[str, StoredDocument],
    provisions: Mapping[str, StoredProvision],
) -> tuple[str, int, int, tuple[tuple[Span, ...], ...], str]:
    words = (statement.evidence, statement.subject_words, statement.object_words)
    return (
        documents[statement.document].name,
        provisions[statement.article].order,
        provisions[statement.provision].order,
        tuple(tuple(quote.span for quote in quotes) for quotes in words),
        statement.iri,
    )


def _documents(properties: Properties) -> list[StoredDocument]:
    """Return the documents that were read, sorted by name; those only cited have no fingerprint."""
    by_document: dict[str, list[StoredProvision]] = {}
    for iri in properties.instances(v.SUBDIVISION):
        parsed = parse_iri(iri)
        if not isinstance(parsed, ProvisionIri):
            raise DatasetError(iri, "it is no provision's IRI", "document, kind and number")
        document = str(DocumentIri(name=parsed.document))
        by_document.setdefault(document, []).append(_provision(iri, parsed.provision, properties))
    found = []
    for iri in properties.instances(v.LEGAL_RESOURCE):
        provisions = by_document.pop(iri, [])
        if provisions or properties.find(iri, v.SHA256) is not None:
            provisions.sort(key=lambda provision: provision.order)
            found.append(_document(iri, tuple(provisions), properties))
    for iri in by_document:
        raise DatasetError(iri, "it has provisions and is no document", "an eli:LegalResource")
    return sorted(found, key=lambda document: document.name)


def _document(
    iri: str, provisions: tuple[StoredProvision, ...], properties: Properties
) -> StoredDocument:
    parsed = parse_iri(iri)
    if not isinstance(parsed, DocumentIri):
        raise DatasetError(iri, "it is no document's IRI", "the name of the document")

    def values(predicate: NamedNode) -> tuple[str, ...]:
        return tuple(sorted(properties.all(iri, predicate)))

    def titles(predicate: NamedNode) -> tuple[str, ...]:
        return tuple(sorted(properties.get(target, v.TITLE) for target in values(predicate)))

    return StoredDocument(
        iri=iri,
        name=parsed.name,
        title=properties.get(iri, v.TITLE),
        provisions=provisions,
        adoption_dates=values(v.DATE_DOCUMENT),
        publication_dates=values(v.DATE_PUBLICATION),
        in_force_dates=values(v.DATE_IN_FORCE),
        amendment_dates=values(v.VERSION_DATE),
        passed_by=values(v.PASSED_BY),
        issued_by=values(v.ISSUER),
        based_on=titles(v.BASED_ON),
        cites=titles(v.CITES),
        sha256=properties.find(iri, v.SHA256) or "",
        encoding=properties.find(iri, v.ENCODING) or "",
    )


def _provision(iri: str, path: str, properties: Properties) -> StoredProvision:
    classes = properties.all(iri, v.TYPE)
    kinds = [_KIND_OF_CLASS[name] for name in classes if name in _KIND_OF_CLASS]
    if len(kinds) != 1:
        raise DatasetError(iri, f"it is of {len(kinds)} kinds of provision", "exactly one")
    number = properties.find(iri, v.NUMBER) or ""
    return StoredProvision(
        iri=iri,
        id=path,
        kind=kinds[0],
        parent=properties.get(iri, v.IS_PART_OF),
        order=properties.number(iri, v.ORDER),
        label=properties.find(iri, v.LABEL) or "",
        number="preamble" if kinds[0] is ProvisionKind.PREAMBLE else number,
        heading=properties.find(iri, v.TITLE) or "",
        text=properties.find(iri, v.TEXT),
        pieces=_pieces(iri, properties),
    )


def _pieces(iri: str, properties: Properties) -> tuple[Piece, ...]:
    """Return the way from the offsets of a provision's text to those of the source."""
    pieces: list[Piece] = []
    offset = 0
    for span in sorted(_span(node, properties) for node in properties.all(iri, v.HAS_SELECTOR)):
        length = span.end - span.start
        pieces.append(Piece(offset=offset, start=span.start, length=length))
        offset += length
    return tuple(pieces)


def _span(node: str, properties: Properties) -> Span:
    start, end = properties.number(node, v.START), properties.number(node, v.END)
    if start > end:
        raise DatasetError(
            node, f"it starts at {start} and ends at {end}", "an end after the start"
        )
    return Span(start=start, end=end)


def _bodies(properties: Properties) -> dict[str, StoredBody]:
    """Return the bodies by IRI, sorted: whatever has the IRI of a body and a preferred name."""
    found: dict[str, StoredBody] = {}
    for iri in properties.nodes(v.PREFERRED_NAME):
        parsed = parse_iri(iri)
        if isinstance(parsed, BodyIri):
            document = parsed.document and str(DocumentIri(name=parsed.document))
            found[iri] = StoredBody(
                iri=iri,
                name=properties.get(iri, v.PREFERRED_NAME),
                other_names=tuple(sorted(properties.all(iri, v.OTHER_NAME))),
                kinds=tuple(
                    sorted(
                        kind.removeprefix(v.IG)
                        for kind in properties.all(iri, v.TYPE)
                        if kind.startswith(v.IG)
                    )
                ),
                document=document,
            )
    return found


def _quotes(statement: str, predicate: NamedNode, properties: Properties) -> tuple[Quote, ...]:
    """Return the stretches of one kind that a statement rests on, in the order it gives them."""
    parts = properties.all(statement, predicate)
    if len(parts) > 1:
        parts = sorted(parts, key=_index)
    return tuple(_quote(part, properties) for part in parts)


def _index(part: str) -> tuple[int, str]:
    """Return what sorts `…/evidence/2` before `…/evidence/10`."""
    return len(part), part


def _quote(part: str, properties: Properties) -> Quote:
    span: Span | None = None
    words: str | None = None
    for selector in properties.all(part, v.HAS_SELECTOR):
        if properties.find(selector, v.EXACT) is not None:
            words = properties.get(selector, v.EXACT)
        else:
            span = _span(selector, properties)
    if span is None or words is None:
        raise DatasetError(part, "it lacks a selector", "one by offsets and one by words")
    return Quote(text=words, span=span)


def _local(term: str, node: str) -> str:
    """Return the local name of a term of our ontology."""
    if not term.startswith(v.IG):
        raise DatasetError(node, f"it uses {short(term)}", "a term of the ontology")
    return term.removeprefix(v.IG)


def _modality(iri: str, properties: Properties) -> Modality:
    term = properties.get(iri, v.MODALITY)
    modality = _MODALITY_OF_TERM.get(term)
    if modality is None:
        expected = ", ".join(short(known) for known in _MODALITY_OF_TERM)
        raise DatasetError(iri, f"its modality is {short(term)}", f"one of {expected}")
    return modality


def _body(iri: str, statement: str, bodies: Mapping[str, StoredBody]) -> StoredBody:
    body = bodies.get(iri)
    if body is None:
        raise DatasetError(statement, f"it speaks of {iri}", "a body with a preferred name")
    return body


def _statement(
    iri: str,
    properties: Properties,
    *,
    breaks: Mapping[str, AbstractSet[tuple[int, int]]],
    bodies: Mapping[str, StoredBody],
    provisions: Mapping[str, StoredProvision],
) -> StoredStatement:
    document = properties.get(iri, v.DOCUMENT)
    if document not in breaks:
        raise DatasetError(iri, f"it is of {document}", "a document that was read")
    article = properties.get(iri, v.ARTICLE)
    stated_in = properties.all(iri, v.STATED_IN)
    for place in (article, *stated_in):
        if place not in provisions:
            raise DatasetError(iri, f"it is placed in {place}", "a provision of its document")
    if not stated_in:
        raise DatasetError(iri, "it has no ig:statedIn", "at least one")
    stated_in = sorted(stated_in, key=lambda place: provisions[place].order)
    evidence = _quotes(iri, v.EVIDENCE, properties)
    if not evidence:
        raise DatasetError(iri, "it has no ig:evidence", "at least one")
    quote = _in_one_line(evidence, breaks[document])
    return StoredStatement(
        iri=iri,
        subject=_body(properties.get(iri, v.SUBJECT), iri, bodies),
        relation=_local(properties.get(iri, v.PREDICATE), iri),
        object=_body(properties.get(iri, v.OBJECT), iri, bodies),
        modality=_modality(iri, properties),
        conditions=_conditions(iri, properties, quote),
        document=document,
        article=article,
        article_label=provisions[article].label,
        article_number=provisions[article].number,
        provision=stated_in[0],
        provisions=tuple(stated_in),
        quote=quote,
        evidence=evidence,
        antecedent=_quotes(iri, v.ANTECEDENT, properties),
        subject_words=_quotes(iri, v.SUBJECT_WORDS, properties),
        object_words=_quotes(iri, v.OBJECT_WORDS, properties),
        construction=properties.find(iri, v.CONSTRUCTION) or "",
        entry=(properties.find(iri, v.LEXICAL_ENTRY) or "").removeprefix(v.LEX),
    )


def _breaks(document: StoredDocument) -> AbstractSet[tuple[int, int]]:
    """Return where a text of the document runs on over something of the source that is no text."""
    return {
        (before.start + before.length, after.start)
        for provision in document.provisions
        for before, after in pairwise(provision.pieces)
    }


def _in_one_line(quotes: tuple[Quote, ...], breaks: AbstractSet[tuple[int, int]]) -> str:
    """Return the words of the quotes, joined where only a break of the source parts them."""
    line = ""
    end: int | None = None
    for quote in quotes:
        joined = end is None or (end, quote.span.start) in breaks
        line += quote.text if joined else f"…{quote.text}"
        end = quote.span.end
    return line


def _conditions(iri: str, properties: Properties, words: str) -> tuple[str, ...]:
    """Return the conditions in the order of the text; first those that stand elsewhere."""
    conditions = properties.all(iri, v.CONDITION)
    return tuple(sorted(conditions, key=lambda condition: (words.find(condition), condition)))


def _inferred(
    iri: str, properties: Properties, *, bodies: Mapping[str, StoredBody]
) -> StoredStatement:
    return StoredStatement(
        iri=iri,
        subject=_body(properties.get(iri, v.SUBJECT), iri, bodies),
        relation=_local(properties.get(iri, v.PREDICATE), iri),
        object=_body(properties.get(iri, v.OBJECT), iri, bodies),
        modality=_modality(iri, properties),
        conditions=(),
        document="",
        article="",
        article_label="",
        article_number="",
        provision="",
        provisions=(),
        quote="",
        evidence=(),
        inferred=True,
        derived_from=tuple(sorted(properties.all(iri, v.DERIVED_FROM))),
    )
