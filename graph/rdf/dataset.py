"""Readings to quads: the documents, the bodies, what each article states and on which words.

The default graph holds documents, provisions, bodies, statement nodes and evidence. Each article's
named graph, whose IRI is the article's, holds the plain triples the article states. A denied
relation has its statement node and no plain triple, so that no question about the relation finds
it.

The order of the quads depends on what they say alone: documents by name, provisions in the order of
the text, the statements of an article by what they say, bodies by IRI. So two datasets that differ
little differ in few lines.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from pyoxigraph import NamedNode, Quad

from graph.errors import DatasetError
from graph.model import Body
from graph.rdf import vocabulary as v
from graph.rdf.documents import chinese, document_quads
from graph.rdf.iris import ActivityIri, DocumentIri, body_iri
from graph.rdf.statements import claims_of, stated_quads, statement_quads

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from graph.model import Document, Reading
    from graph.rdf.statements import Claim

_ANY_KIND: Final = "Body"  # the class of a body of which nothing closer is known


def dataset_quads(readings: Iterable[Reading]) -> Iterator[Quad]:
    """Yield the dataset of some readings, whatever their order, in the order described above.

    Raises:
        DatasetError: if two readings are of documents of one name, or a statement has no place in
        its document.
    """
    ordered = sorted(readings, key=lambda reading: reading.document.name)
    for name, times in Counter(reading.document.name for reading in ordered).items():
        if times > 1:
            problem = f"{times} documents have this name"
            raise DatasetError(name, problem, "a name of its own for each document")
    titles = _titles([reading.document for reading in ordered])
    claims = {reading.document.name: claims_of(reading) for reading in ordered}
    for reading in ordered:
        agents = {
            agent: NamedNode(str(body_iri(body, reading.document.name)))
            for agent, body in _agents(reading).items()
        }
        yield from document_quads(reading.document, agents=agents, titles=titles)
        yield from _reading_quads(reading.document, claims[reading.document.name])
    yield from _cited_quads(titles, {DocumentIri(name=name) for name in claims})
    yield from _body_quads(ordered)
    for reading in ordered:
        yield from stated_quads(claims[reading.document.name])


def _reading_quads(document: Document, claims: list[Claim]) -> Iterator[Quad]:
    """Yield the reading of a document and the statements that came of it."""
    activity = NamedNode(str(ActivityIri(document=document.name)))
    yield Quad(activity, v.TYPE, v.ACTIVITY)
    yield Quad(activity, v.USED, NamedNode(str(DocumentIri(name=document.name))))
    for claim in claims:
        yield from statement_quads(claim, document)


def _titles(documents: list[Document]) -> dict[str, NamedNode]:
    """Return, for every title that is cited, the document meant.

    That is the document of the dataset with this title if there is exactly one, and else one named
    by the title.
    """
    holders: dict[str, list[str]] = {}
    for document in documents:
        holders.setdefault(document.title, []).append(document.name)
    cited = {citation.title for document in documents for citation in document.citations}
    names = {title: holders.get(title, []) for title in cited}
    return {
        title: NamedNode(str(DocumentIri(name=found[0] if len(found) == 1 else title)))
        for title, found in names.items()
    }


def _cited_quads(titles: Mapping[str, NamedNode], read: set[DocumentIri]) -> Iterator[Quad]:
    """Yield the documents that are cited and not read: nothing but their titles is known."""
    known = {str(iri) for iri in read}
    for title, node in sorted(titles.items()):
        if node.value not in known:
            yield Quad(node, v.TYPE, v.LEGAL_RESOURCE)
            yield Quad(node, v.TITLE, chinese(title))


def _bodies(reading: Reading) -> list[Body]:
    """Return what the reading tells of bodies; it may tell of one several times and differently."""
    told = [*reading.bodies]
    for statement in reading.statements:
        told += (statement.subject, statement.object)
    # Equal bodies may have different further names, so it is all they say that is compared.
    return list({(b.name, b.relative, b.kind, b.other_names): b for b in told}.values())


def _agents(reading: Reading) -> dict[str, Body]:
    """Return, for every agent of the events, the one body of that name, or else a new one."""
    by_name: dict[str, set[Body]] = {}
    for body in _bodies(reading):
        for name in (body.name, *body.other_names):
            by_name.setdefault(name, set()).add(body)
    agents = {event.agent for event in reading.document.events if event.agent is not None}
    return {
        agent: next(iter(found))
        if len(found := by_name.get(agent, set())) == 1
        else Body(name=agent)
        for agent in agents
    }


@dataclass(slots=True, kw_only=True)
class _Known:
    """What all documents together tell of one body."""

    name: str
    kinds: set[str] = field(default_factory=set)
    other_names: set[str] = field(default_factory=set)


def _body_quads(readings: list[Reading]) -> Iterator[Quad]:
    """Yield every body once: all its names, its kinds as exactly as any document tells them."""
    known: dict[str, _Known] = {}
    for reading in readings:
        for body in (*_bodies(reading), *_agents(reading).values()):
            iri = str(body_iri(body, reading.document.name))
            entry = known.setdefault(iri, _Known(name=body.name))
            entry.kinds.add(body.kind)
            entry.other_names.update(body.other_names)
    for iri, entry in sorted(known.items()):
        node = NamedNode(iri)
        for kind in sorted(entry.kinds - {_ANY_KIND} or {_ANY_KIND}):
            yield Quad(node, v.TYPE, v.term(kind))
        yield Quad(node, v.PREFERRED_NAME, chinese(entry.name))
        for name in sorted(entry.other_names - {entry.name}):
            yield Quad(node, v.OTHER_NAME, chinese(name))
