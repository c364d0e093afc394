"""Read a store back as frozen values: documents and provisions, bodies, statements.

What the model requires and a dataset lacks is an error that names the node: nothing is guessed,
nothing left out.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from pyoxigraph import DefaultGraph, NamedNode

from graph.errors import DatasetError
from graph.model import Piece, ProvisionKind
from graph.rdf import vocabulary as v
from graph.rdf.iris import BodyIri, DocumentIri, ProvisionIri, parse_iri
from graph.rdf.properties import Properties
from graph.rdf.statement_records import (
    read_consequence,
    read_kinship,
    read_span,
    read_statement,
)
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

    from graph.model import Span
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
        read_statement(iri, default, breaks=breaks, bodies=bodies, provisions=provisions)
        for iri in default.instances(v.STATEMENT)
    ]
    stated.sort(key=lambda one: _in_text(one, by_iri, provisions))
    drawn = [
        read_consequence(iri, inferred, bodies=bodies, documents=by_iri)
        for iri in inferred.instances(v.STATEMENT)
    ]
    return Records(
        documents=tuple(documents),
        bodies=tuple(bodies.values()),
        statements=(*stated, *drawn),
        documents_by_iri=by_iri,
        bodies_by_iri=bodies,
        provisions_by_iri=provisions,
        kinships=tuple(read_kinship(iri, inferred) for iri in inferred.instances(v.KINSHIP)),
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
    for span in sorted(read_span(node, properties) for node in properties.all(iri, v.HAS_SELECTOR)):
        length = span.end - span.start
        pieces.append(Piece(offset=offset, start=span.start, length=length))
        offset += length
    return tuple(pieces)


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


def _breaks(document: StoredDocument) -> AbstractSet[tuple[int, int]]:
    """Return where a text of the document runs on over something of the source that is no text."""
    return {
        (before.start + before.length, after.start)
        for provision in document.provisions
        for before, after in pairwise(provision.pieces)
    }
