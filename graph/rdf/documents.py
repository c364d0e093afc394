"""A document to quads: its metadata, what it cites, and its provisions with their texts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode, Quad

from graph.model import ProvisionKind
from graph.rdf import vocabulary as v
from graph.rdf.iris import DocumentIri, ProvisionIri, StretchIri

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from graph.model import Citation, Document, Passage, Provision, Span

# A date may be as exact as the text gives it: year; year and month; day.
_DATE_TYPES: Final = (
    (re.compile(r"\d{4}"), v.YEAR),
    (re.compile(r"\d{4}-\d{2}"), v.YEAR_MONTH),
    (re.compile(r"\d{4}-\d{2}-\d{2}"), v.DATE),
)
_EVENT_TERMS: Final = {
    "adopted": (v.DATE_DOCUMENT, v.PASSED_BY),
    "approved": (v.DATE_DOCUMENT, v.PASSED_BY),
    "published": (v.DATE_PUBLICATION, v.ISSUER),
    "effective": (v.DATE_IN_FORCE, None),
    "amended": (v.VERSION_DATE, v.PASSED_BY),
}


def document_quads(
    document: Document, *, agents: Mapping[str, NamedNode], titles: Mapping[str, NamedNode]
) -> Iterator[Quad]:
    """Yield what is said of the document itself, then of each provision in the order of the text.

    Args:
        document: the document.
        agents: for each agent of its events, as written, the IRI of the body.
        titles: for each title it cites, the IRI of the document meant.
    """
    iri = NamedNode(str(DocumentIri(name=document.name)))
    yield Quad(iri, v.TYPE, v.LEGAL_RESOURCE)
    yield Quad(iri, v.TITLE, chinese(document.title))
    yield from _event_quads(document, iri, agents)
    # Its own title in a text is no relation between two documents.
    cited = {one: titles[one.title] for one in document.citations if titles[one.title] != iri}
    yield from _citation_quads(iri, cited)
    yield Quad(iri, v.ENCODING, Literal(document.source.encoding))
    yield Quad(iri, v.SHA256, Literal(document.source.sha256))
    citing: dict[str, set[NamedNode]] = {}
    for citation, target in cited.items():
        citing.setdefault(citation.provision, set()).add(target)
    order = 0
    ahead = [(provision, iri) for provision in reversed(document.provisions)]
    while ahead:
        provision, parent = ahead.pop()
        order += 1
        node = provision_node(document.name, provision.id)
        yield from _provision_quads(provision, node, parent, order)
        for target in sorted(citing.get(provision.id, ()), key=str):
            yield Quad(node, v.CITES, target)
        if provision.passage is not None:
            yield from _text_quads(document.name, provision.id, node, provision.passage)
        ahead.extend((child, node) for child in reversed(provision.children))


def chinese(text: str) -> Literal:
    """Return the text as a literal in Chinese."""
    return Literal(text, language=v.CHINESE)


def provision_node(document: str, provision: str) -> NamedNode:
    """Return the node of a provision, which is also the name of an article's graph."""
    return NamedNode(str(ProvisionIri(document=document, provision=provision)))


def _event_quads(
    document: Document, iri: NamedNode, agents: Mapping[str, NamedNode]
) -> Iterator[Quad]:
    said: set[tuple[NamedNode, NamedNode | Literal]] = set()
    for event in document.events:
        date_term, agent_term = _EVENT_TERMS.get(event.kind, (None, None))
        if date_term is not None and event.date is not None:
            said.add((date_term, _date(event.date)))
        if agent_term is not None and event.agent is not None:
            said.add((agent_term, agents[event.agent]))
    for predicate, value in sorted(said, key=str):
        yield Quad(iri, predicate, value)


def _date(text: str) -> Literal:
    for shape, datatype in _DATE_TYPES:
        if shape.fullmatch(text):
            return Literal(text, datatype=datatype)
    return Literal(text)


def _citation_quads(iri: NamedNode, cited: Mapping[Citation, NamedNode]) -> Iterator[Quad]:
    said = {
        (v.BASED_ON if citation.basis else v.CITES, target) for citation, target in cited.items()
    }
    for predicate, target in sorted(said, key=str):
        yield Quad(iri, predicate, target)


def _provision_quads(
    provision: Provision, node: NamedNode, parent: NamedNode, order: int
) -> Iterator[Quad]:
    yield Quad(node, v.TYPE, v.SUBDIVISION)
    yield Quad(node, v.TYPE, v.PROVISION_CLASS[provision.kind])
    yield Quad(node, v.IS_PART_OF, parent)
    yield Quad(node, v.ORDER, Literal(order))
    if provision.kind is not ProvisionKind.PREAMBLE and provision.key:
        yield Quad(node, v.NUMBER, Literal(provision.key))
    if provision.label:
        yield Quad(node, v.LABEL, chinese(provision.label))
    if provision.heading:
        yield Quad(node, v.TITLE, chinese(provision.heading))


def _text_quads(document: str, provision: str, node: NamedNode, passage: Passage) -> Iterator[Quad]:
    """Yield the text of a provision and the stretches of the source that it was read from."""
    yield Quad(node, v.TEXT, chinese(passage.text))
    stretches = [
        (NamedNode(str(StretchIri(document=document, provision=provision, index=index))), span)
        for index, span in enumerate(passage.spans, start=1)
    ]
    for stretch, _ in stretches:
        yield Quad(node, v.HAS_SELECTOR, stretch)
    for stretch, span in stretches:
        yield from position_quads(stretch, span)


def position_quads(node: NamedNode, span: Span) -> Iterator[Quad]:
    """Yield a selector that picks a stretch of the source by its offsets."""
    yield Quad(node, v.TYPE, v.POSITION_SELECTOR)
    yield Quad(node, v.START, Literal(span.start))
    yield Quad(node, v.END, Literal(span.end))
