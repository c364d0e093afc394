"""Look things up in the quads of a dataset."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import DefaultGraph, Literal, NamedNode

from graph.rdf.iris import BodyIri

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pyoxigraph import Quad


def body(name: str) -> NamedNode:
    """Return the node of a body that all documents share."""
    return NamedNode(str(BodyIri(name=name)))


def values(quads: Iterable[Quad], subject: NamedNode, predicate: NamedNode) -> list[str]:
    """Return the values of a property in the default graph, sorted."""
    return sorted(
        str(quad.object.value)
        for quad in quads
        if quad.subject == subject
        and quad.predicate == predicate
        and quad.graph_name == DefaultGraph()
        and isinstance(quad.object, NamedNode | Literal)
    )
