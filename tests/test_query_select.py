"""Looking something up in a store."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.query.select import select

if TYPE_CHECKING:
    from graph.rdf import GraphStore


def test_select_yields_solutions(store: GraphStore) -> None:
    """The solutions come with their variables."""
    found = select(store, "SELECT ?name { body:总局 skos:altLabel ?name }")
    assert ["国家样例总局"] == [solution["name"].value for solution in found]


def test_select_takes_no_other_query(store: GraphStore) -> None:
    """A yes-or-no question has no solutions to look through."""
    with pytest.raises(TypeError, match="expected a SELECT query"):
        next(select(store, "ASK { ?a ?b ?c }"))
