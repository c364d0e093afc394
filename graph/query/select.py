"""The rows of a SELECT query, for the modules of this room that look something up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import QuerySolutions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import QuerySolution

    from graph.rdf.store import GraphStore


def select(store: GraphStore, sparql: str) -> Iterator[QuerySolution]:
    """Yield the solutions of a SELECT query of our own.

    Raises:
        TypeError: the query is of another kind.
    """
    found = store.query(sparql)
    if not isinstance(found, QuerySolutions):
        message = "expected a SELECT query"
        raise TypeError(message)
    yield from found
