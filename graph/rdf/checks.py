"""What a dataset must hold: each fault is a sentence that names a node and what it lacks.

The checks look at the dataset alone, without the texts it was read from and without the reader:
whoever hands on a graph, or changes one, can hold it against them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import BlankNode, DefaultGraph, Literal

from graph.errors import DatasetError
from graph.rdf import vocabulary as v
from graph.rdf.evidence_checks import offsets, position_faults
from graph.rdf.iris import BodyIri, DocumentIri, ProvisionIri, parse_iri
from graph.rdf.properties import Properties, not_one, plain, short
from graph.rdf.statement_checks import inferred_faults, stated_graph_faults, statement_faults

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from graph.rdf.store import GraphStore

_FINGERPRINT_LENGTH = 64


def check_dataset(
    store: GraphStore, relations: Collection[str] | None = None
) -> tuple[DatasetError, ...]:
    """Return everything that is wrong with a dataset, in a fixed order; nothing for a sound one.

    Args:
        store: the dataset.
        relations: the local names of the relations that may be stated; None for any.
    """
    default = Properties(store.store, DefaultGraph())
    inferred = Properties(store.store, v.INFERRED)
    return (
        *_blank_node_faults(store),
        *_document_faults(default),
        *_provision_faults(default),
        *_body_faults(store, default),
        *statement_faults(default, relations),
        *stated_graph_faults(store.store, default),
        *inferred_faults(store.store, default, inferred, relations),
    )


def _blank_node_faults(store: GraphStore) -> Iterator[DatasetError]:
    blank: set[str] = set()
    for quad in store.store:
        for node in (quad.subject, quad.object, quad.graph_name):
            if isinstance(node, BlankNode):
                blank.add(str(node))
    for node in sorted(blank):
        yield DatasetError(node, "it is a blank node", "an IRI for every node")


def _document_faults(properties: Properties) -> Iterator[DatasetError]:
    read = {
        str(DocumentIri(name=parsed.document))
        for iri in properties.instances(v.SUBDIVISION)
        if isinstance(parsed := parse_iri(iri), ProvisionIri)
    }
    documents = set(properties.instances(v.LEGAL_RESOURCE))
    for iri in sorted(documents):
        yield from not_one(iri, v.TITLE, properties)
        if not isinstance(parse_iri(iri), DocumentIri):
            yield DatasetError(iri, "it is no document's IRI", "the name of a document")
    for iri in sorted(read):
        if iri not in documents:
            yield DatasetError(iri, "it has provisions and is no document", "eli:LegalResource")
        yield from not_one(iri, v.ENCODING, properties)
        yield from not_one(iri, v.SHA256, properties)
        for fingerprint in properties.all(iri, v.SHA256):
            if len(fingerprint) != _FINGERPRINT_LENGTH or set(fingerprint) - set(
                "0123456789abcdef"
            ):
                problem = f"its ig:sha256 is {fingerprint!r}"
                yield DatasetError(iri, problem, f"{_FINGERPRINT_LENGTH} hexadecimal digits")


def _provision_faults(properties: Properties) -> Iterator[DatasetError]:
    orders: dict[tuple[str, str], str] = {}
    for iri in properties.instances(v.SUBDIVISION):
        parsed = parse_iri(iri)
        if not isinstance(parsed, ProvisionIri):
            yield DatasetError(iri, "it is no provision's IRI", "a document, a kind and a number")
            continue
        kinds = [
            kind for kind in v.PROVISION_CLASS.values() if kind.value in properties.all(iri, v.TYPE)
        ]
        if len(kinds) != 1:
            problem = f"it is of {len(kinds)} kinds of provision"
            yield DatasetError(iri, problem, "exactly one")
        yield from _place_faults(iri, parsed.document, properties)
        for order in properties.all(iri, v.ORDER):
            other = orders.setdefault((parsed.document, order), iri)
            if other != iri:
                yield DatasetError(iri, f"its ig:order is that of {other}", "a place of its own")
        yield from _text_faults(iri, properties)


def _place_faults(iri: str, document: str, properties: Properties) -> Iterator[DatasetError]:
    """Yield what is wrong with the place of a provision in the tree."""
    yield from not_one(iri, v.ORDER, properties)
    yield from not_one(iri, v.IS_PART_OF, properties)
    for parent in properties.all(iri, v.IS_PART_OF):
        parsed = parse_iri(parent)
        whole = isinstance(parsed, DocumentIri) and parsed.name == document
        node = (
            isinstance(parsed, ProvisionIri)
            and parsed.document == document
            and v.SUBDIVISION.value in properties.all(parent, v.TYPE)
        )
        if not (whole or node):
            expected = "its document or a provision of it"
            yield DatasetError(iri, f"it is part of {parent}", expected)


def _text_faults(iri: str, properties: Properties) -> Iterator[DatasetError]:
    """Yield where the text of a provision and its stretches of the source disagree."""
    stretches = sorted(properties.all(iri, v.HAS_SELECTOR))
    length = 0
    for stretch in stretches:
        faults = list(position_faults(stretch, properties))
        yield from faults
        if faults:
            return
        start, end = offsets(stretch, properties)
        length += end - start
    for text in properties.all(iri, v.TEXT):
        if len(text) != length:
            problem = (
                f"its text has {len(text)} characters and its stretches of the source {length}"
            )
            yield DatasetError(iri, problem, "one character for each of the source")


def _body_faults(store: GraphStore, properties: Properties) -> Iterator[DatasetError]:
    for iri in properties.nodes(v.PREFERRED_NAME):
        yield from not_one(iri, v.PREFERRED_NAME, properties)
        parsed = parse_iri(iri)
        names = properties.all(iri, v.PREFERRED_NAME)
        if not isinstance(parsed, BodyIri):
            yield DatasetError(iri, "it has a preferred name and no body's IRI", "a body's IRI")
        elif parsed.name not in names:
            problem = f"its preferred name is {'、'.join(sorted(names))}"
            yield DatasetError(iri, problem, f"the name of its IRI, {parsed.name}")
        for name in sorted(set(names) & set(properties.all(iri, v.OTHER_NAME))):
            problem = f"{name} is its preferred and another name"
            yield DatasetError(iri, problem, "further names only")
        if not any(kind.startswith(v.IG) for kind in properties.all(iri, v.TYPE)):
            yield DatasetError(iri, "it has no class", "a class of bodies of the ontology")
    for predicate in (v.PREFERRED_NAME, v.OTHER_NAME):
        for quad in store.store.quads_for_pattern(None, predicate, None, DefaultGraph()):
            language = quad.object.language if isinstance(quad.object, Literal) else None
            if (language or "").lower() != v.CHINESE.lower():
                problem = f"its {short(predicate.value)} is {quad.object}"
                yield DatasetError(plain(quad.subject), problem, f"a name in @{v.CHINESE}")
