"""What a statement must hold: it is whole, its name is its own, graphs and nodes agree."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pyoxigraph import DefaultGraph, NamedNode

from graph.errors import DatasetError
from graph.model import Modality, ProvisionKind
from graph.rdf import vocabulary as v
from graph.rdf.evidence_checks import evidence_faults, text_extents
from graph.rdf.iris import ActivityIri, DocumentIri, ProvisionIri, parse_iri, statement_iri
from graph.rdf.properties import not_one, plain, short

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from pyoxigraph import Store

    from graph.rdf.properties import Properties

Triple = tuple[str, str, str]

_MODALITIES: Final = {node.value: modality for modality, node in v.MODALITY_TERM.items()}
_OF_BODIES: Final = (v.TYPE, v.PREFERRED_NAME, v.OTHER_NAME)
_DENIAL: Final = v.MODALITY_TERM[Modality.PROHIBITION].value
_ESSENTIALS: Final = (v.SUBJECT, v.PREDICATE, v.OBJECT, v.MODALITY)
_ORIGIN: Final = (v.DOCUMENT, v.ARTICLE, v.GENERATED_BY)
_ARTICLE_CLASSES: Final = frozenset(
    v.PROVISION_CLASS[kind].value for kind in (ProvisionKind.ARTICLE, ProvisionKind.PREAMBLE)
)


def statement_faults(
    properties: Properties, relations: Collection[str] | None
) -> Iterator[DatasetError]:
    """Yield what is wrong with the statement nodes of the default graph.

    Args:
        properties: the default graph.
        relations: the local names of the relations that may be stated; None for any.
    """
    extents = text_extents(properties)
    for iri in properties.instances(v.STATEMENT):
        faults = [
            fault
            for predicate in (*_ESSENTIALS, *_ORIGIN)
            for fault in not_one(iri, predicate, properties)
        ]
        yield from faults
        if not faults:
            yield from _claim_faults(iri, properties, properties, relations)
            yield from _origin_faults(iri, properties)
            yield from _reading_faults(iri, properties)
            yield from evidence_faults(iri, properties, extents)


def stated_graph_faults(store: Store, properties: Properties) -> Iterator[DatasetError]:
    """Yield where the graphs of the articles and the statement nodes disagree.

    Every relation that an article states stands in the graph of the article and nowhere else; a
    denied one does not.
    """
    stated: dict[str, set[Triple]] = {}
    for iri in properties.instances(v.STATEMENT):
        if _DENIAL not in properties.all(iri, v.MODALITY):
            for article in properties.all(iri, v.ARTICLE):
                stated.setdefault(article, set()).update(_triples(iri, properties))
    graphs = {plain(graph) for graph in store.named_graphs()} - {v.INFERRED.value}
    for graph in sorted(graphs):
        if not _ARTICLE_CLASSES & set(properties.all(graph, v.TYPE)):
            yield DatasetError(graph, "this graph is named by no article", "the IRI of an article")
    for triple in sorted(_astray(store, properties)):
        problem = f"the default graph holds {_readable(triple)}"
        yield DatasetError(triple[0], problem, "relations in the graphs of articles only")
    for graph in sorted(graphs | set(stated)):
        held = _held(store, graph)
        for triple in sorted(held - stated.get(graph, set())):
            problem = f"it holds {_readable(triple)}, which no statement of the article states"
            yield DatasetError(graph, problem, "what is stated there and not denied")
        for triple in sorted(stated.get(graph, set()) - held):
            problem = f"it lacks {_readable(triple)}, which a statement of the article states"
            yield DatasetError(graph, problem, "every relation that is stated there")


def inferred_faults(
    store: Store,
    default: Properties,
    inferred: Properties,
    relations: Collection[str] | None,
) -> Iterator[DatasetError]:
    """Yield what is wrong with the consequences: each has what it follows from, down to a text.

    Args:
        store: the dataset.
        default: its default graph, which has the bodies and the statements.
        inferred: the graph of what is inferred.
        relations: the local names of the relations that may be inferred; None for any.
    """
    statements = set(default.instances(v.STATEMENT))
    consequences = inferred.instances(v.STATEMENT)
    kinships = inferred.instances(v.KINSHIP)
    known = None if relations is None else {*relations, *v.DRAWN_RELATIONS}
    drawn: set[Triple] = set()
    for iri in consequences:
        faults = [
            fault
            for predicate in (*_ESSENTIALS, v.DOCUMENT, v.BY_RULE)
            for fault in not_one(iri, predicate, inferred)
        ]
        yield from faults
        if faults:
            continue
        yield from _claim_faults(iri, inferred, default, known)
        yield from _name_faults(iri, v.INFERRED.value, inferred)
        if inferred.get(iri, v.MODALITY) != _DENIAL:
            drawn |= _triples(iri, inferred)
        yield from _ground_faults(iri, inferred, statements.union(consequences, kinships))
    yield from _kinship_faults(default, inferred)
    held = {triple for triple in _held(store, v.INFERRED.value) if _between_bodies(triple, default)}
    for triple in sorted(held - drawn):
        problem = f"it holds {_readable(triple)} without a node that says why"
        yield DatasetError(v.INFERRED.value, problem, "a node with prov:wasDerivedFrom")
    for triple in sorted(drawn - held):
        problem = f"it lacks {_readable(triple)}, which a node of it infers"
        yield DatasetError(v.INFERRED.value, problem, "the plain triple")


def _ground_faults(
    iri: str, inferred: Properties, known: Collection[str]
) -> Iterator[DatasetError]:
    """Yield what is wrong with what a consequence follows from: there is some, and it is there."""
    grounds = inferred.all(iri, v.DERIVED_FROM)
    if not grounds:
        yield DatasetError(iri, "it follows from nothing", "prov:wasDerivedFrom")
    for ground in sorted(set(grounds).difference(known)):
        expected = "a statement or a kinship assertion of the dataset"
        yield DatasetError(iri, f"it follows from {ground}", expected)


def _kinship_faults(default: Properties, inferred: Properties) -> Iterator[DatasetError]:
    """Yield what is wrong with the kinship that consequences rest on: what it cites."""
    for iri in inferred.instances(v.KINSHIP):
        for predicate in (v.BROADER, v.CITES_DOCUMENT, v.CITES_ARTICLE, v.CITES_WORDS):
            yield from not_one(iri, predicate, inferred)
        for article in sorted(inferred.all(iri, v.DERIVED_FROM)):
            if not _ARTICLE_CLASSES & set(default.all(article, v.TYPE)):
                yield DatasetError(iri, f"it follows from {article}", "an article of the dataset")


def _claim_faults(
    iri: str, properties: Properties, bodies: Properties, relations: Collection[str] | None
) -> Iterator[DatasetError]:
    """Yield what is wrong with what a statement says: its bodies, its relation, its modality."""
    for predicate in (v.SUBJECT, v.OBJECT):
        body = properties.get(iri, predicate)
        if not bodies.all(body, v.PREFERRED_NAME):
            problem = f"its {short(predicate.value)} is {body}"
            yield DatasetError(iri, problem, "a body with a preferred name")
    relation = properties.get(iri, v.PREDICATE)
    if not relation.startswith(v.IG) or (
        relations is not None and relation.removeprefix(v.IG) not in relations
    ):
        problem = f"its rdf:predicate is {short(relation)}"
        yield DatasetError(iri, problem, "a relation of the ontology")
    modality = properties.get(iri, v.MODALITY)
    if modality not in _MODALITIES:
        expected = "one of " + ", ".join(short(term) for term in _MODALITIES)
        yield DatasetError(iri, f"its ig:modality is {short(modality)}", expected)


def _origin_faults(iri: str, properties: Properties) -> Iterator[DatasetError]:
    """Yield what is wrong with where a statement comes from, and with its name."""
    document = properties.get(iri, v.DOCUMENT)
    article = properties.get(iri, v.ARTICLE)
    parsed = parse_iri(article)
    if not _ARTICLE_CLASSES & set(properties.all(article, v.TYPE)):
        yield DatasetError(iri, f"its ig:article is {article}", "an article or a preamble")
    if not isinstance(parsed, ProvisionIri) or str(DocumentIri(name=parsed.document)) != document:
        problem = f"its ig:document is {document} and its ig:article {article}"
        yield DatasetError(iri, problem, "an article of the document")
    places = properties.all(iri, v.STATED_IN)
    if not places:
        yield DatasetError(iri, "it has no ig:statedIn", "at least one")
    for place in sorted(places):
        inside = place == article or place.startswith(f"{article}/")
        if not inside or v.SUBDIVISION.value not in properties.all(place, v.TYPE):
            yield DatasetError(iri, f"it is stated in {place}", "a provision of its article")
    if set(properties.all(iri, v.DERIVED_FROM)) != set(places):
        problem = "its prov:wasDerivedFrom differs from its ig:statedIn"
        yield DatasetError(iri, problem, "the same provisions")
    if not isinstance(parse_iri(properties.get(iri, v.GENERATED_BY)), ActivityIri):
        problem = f"its prov:wasGeneratedBy is {properties.get(iri, v.GENERATED_BY)}"
        yield DatasetError(iri, problem, "the reading of a document")
    yield from _name_faults(iri, article, properties)


def _name_faults(iri: str, article: str, properties: Properties) -> Iterator[DatasetError]:
    """Yield that the IRI of a statement is not made of what it says, if so."""
    modality = _MODALITIES.get(properties.get(iri, v.MODALITY))
    if modality is not None:
        due = statement_iri(
            document=properties.get(iri, v.DOCUMENT),
            article=article,
            subject=properties.get(iri, v.SUBJECT),
            relation=properties.get(iri, v.PREDICATE).removeprefix(v.IG),
            obj=properties.get(iri, v.OBJECT),
            modality=modality,
        )
        if str(due) != iri:
            yield DatasetError(iri, "its IRI is not that of what it says", str(due))


def _reading_faults(iri: str, properties: Properties) -> Iterator[DatasetError]:
    """Yield where it is told twice how a statement was read."""
    for predicate in (v.CONSTRUCTION, v.LEXICAL_ENTRY):
        count = len(properties.all(iri, predicate))
        if count > 1:
            problem = f"it has {count} values of {short(predicate.value)}"
            yield DatasetError(iri, problem, "one at most")


def _triples(iri: str, properties: Properties) -> set[Triple]:
    return {
        (subject, relation, obj)
        for subject in properties.all(iri, v.SUBJECT)
        for relation in properties.all(iri, v.PREDICATE)
        for obj in properties.all(iri, v.OBJECT)
    }


def _astray(store: Store, properties: Properties) -> set[Triple]:
    """Return the relations between bodies that stand in the default graph, where none may."""
    return {
        (plain(quad.subject), quad.predicate.value, plain(quad.object))
        for body in properties.nodes(v.PREFERRED_NAME)
        for quad in store.quads_for_pattern(NamedNode(body), None, None, DefaultGraph())
        if quad.predicate not in _OF_BODIES
    }


def _held(store: Store, graph: str) -> set[Triple]:
    return {
        (plain(quad.subject), quad.predicate.value, plain(quad.object))
        for quad in store.quads_for_pattern(None, None, None, NamedNode(graph))
    }


def _between_bodies(triple: Triple, bodies: Properties) -> bool:
    subject, _, obj = triple
    return bool(bodies.all(subject, v.PREFERRED_NAME) and bodies.all(obj, v.PREFERRED_NAME))


def _readable(triple: Triple) -> str:
    return " ".join(short(term) for term in triple)
