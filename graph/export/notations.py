"""The dataset in the notations of RDF, sorted so that equal datasets give equal text.

Turtle has no named graphs: there the plain triples of all articles stand beside the statements that
say where each comes from; what is inferred is left out. In RDF 1.2 a statement is a reifier of its
triple (`rdf:reifies`), which says in one line what takes three in RDF 1.1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, Triple, serialize

from graph.errors import DatasetError
from graph.rdf import vocabulary as v

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pyoxigraph import Store

    from graph.rdf.store import GraphStore

_OWN: Final = frozenset({"body", "doc", "st", "lex"})
# Our own IRIs are written relative to one base: with a prefix their slashes would be escaped.
_PREFIXES: Final = {name: iri for name, iri in v.PREFIXES.items() if name not in _OWN}
_REIFIES: Final = NamedNode(f"{v.RDF}reifies")
_REIFIED: Final = (v.SUBJECT, v.PREDICATE, v.OBJECT)


def to_trig(store: GraphStore) -> str:
    """Return the whole dataset in TriG."""
    return _written(_sorted(store.store), RdfFormat.TRIG)


def to_nquads(store: GraphStore) -> str:
    """Return the whole dataset in N-Quads, its lines sorted: a canonical form."""
    lines = _written(store.store, RdfFormat.N_QUADS).splitlines(keepends=True)
    return "".join(sorted(lines))


def to_turtle(store: GraphStore) -> str:
    """Return the statements and the plain triples in Turtle, without what is inferred."""
    quads = {
        Quad(quad.subject, quad.predicate, quad.object)
        for quad in store.store
        if quad.graph_name != v.INFERRED
    }
    return _written(_sorted(quads), RdfFormat.TURTLE)


def to_rdf12(store: GraphStore) -> str:
    """Return the whole dataset in TriG of RDF 1.2, each statement a reifier of its triple.

    Raises:
        DatasetError: a statement lacks its subject, relation or object, or has several.
    """
    quads: list[Quad] = []
    parts: dict[tuple[object, object], dict[NamedNode, list[object]]] = {}
    for quad in store.store:
        if quad.predicate in _REIFIED:
            said = parts.setdefault((quad.subject, quad.graph_name), {})
            said.setdefault(quad.predicate, []).append(quad.object)
        else:
            quads.append(quad)
    for (node, graph), values in parts.items():
        terms = [values.get(predicate, []) for predicate in _REIFIED]
        if any(len(found) != 1 for found in terms):
            problem = "it is no whole statement"
            raise DatasetError(str(node), problem, "one subject, relation and object")
        quads.append(_reifier(node, [found[0] for found in terms], graph))
    return _written(_sorted(quads), RdfFormat.TRIG)


def _reifier(node: object, terms: list[object], graph: object) -> Quad:
    subject, predicate, obj = terms
    if not (
        isinstance(node, NamedNode)
        and isinstance(subject, NamedNode)
        and isinstance(predicate, NamedNode)
        and isinstance(obj, NamedNode)
        and isinstance(graph, NamedNode | DefaultGraph)
    ):
        raise DatasetError(str(node), "its parts are not IRIs", "a relation between two bodies")
    return Quad(node, _REIFIES, Triple(subject, predicate, obj), graph)


def _sorted(quads: Store | Iterable[Quad]) -> list[Quad]:
    """Return quads in the order of what they say, with the default graph first."""
    return sorted(
        quads,
        key=lambda quad: (
            "" if isinstance(quad.graph_name, DefaultGraph) else str(quad.graph_name),
            str(quad.subject),
            # The class of a node comes first, as one would write it.
            "" if quad.predicate == v.TYPE else quad.predicate.value,
            str(quad.object),
        ),
    )


def _written(quads: Iterable[Quad], notation: RdfFormat) -> str:
    lines = notation in {RdfFormat.N_QUADS, RdfFormat.N_TRIPLES}
    prefixes, base = (None, None) if lines else (_PREFIXES, v.ROOT)
    written = serialize(quads, format=notation, prefixes=prefixes, base_iri=base)
    return (written or b"").decode()
