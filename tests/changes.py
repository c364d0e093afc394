"""Small changes to a store, for tests that break a dataset and look at what is said of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Store

from graph.rdf import vocabulary as v

Change: TypeAlias = Callable[[Store], None]
Value: TypeAlias = NamedNode | Literal | BlankNode | str
"""What a change sets a property to; a string is an IRI."""


def add(subject: str, predicate: NamedNode, value: Value, graph: str | None = None) -> Change:
    """Return a change that adds a value of a property, in the default graph or in another."""
    term = NamedNode(value) if isinstance(value, str) else value
    place = DefaultGraph() if graph is None else NamedNode(graph)

    def change(store: Store) -> None:
        store.add(Quad(NamedNode(subject), predicate, term, place))

    return change


def drop(subject: str | None, predicate: NamedNode, graph: str | None = None) -> Change:
    """Return a change that takes every value of a property away, from one subject or from all."""
    node = None if subject is None else NamedNode(subject)
    place = DefaultGraph() if graph is None else NamedNode(graph)

    def change(store: Store) -> None:
        for quad in list(store.quads_for_pattern(node, predicate, None, place)):
            store.remove(quad)

    return change


def put(subject: str, predicate: NamedNode, value: Value, graph: str | None = None) -> Change:
    """Return a change that puts one value in the place of all, in the default graph or another."""

    def change(store: Store) -> None:
        drop(subject, predicate, graph)(store)
        add(subject, predicate, value, graph)(store)

    return change


def state(graph: str, subject: str, relation: str, obj: str) -> Change:
    """Return a change that adds a plain triple to a graph."""
    return add(subject, v.term(relation), obj, graph)
