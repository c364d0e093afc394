"""Kinship in `ontology.ttl`: every assertion stands on words of the article it cites."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import networkx as nx
import pytest
from rdflib import RDF, Graph, Namespace

ROOT: Final = Path(__file__).parent.parent
IG: Final = Namespace("https://w3id.org/institution-graph/ontology#")


@pytest.fixture(scope="module")
def graph() -> Graph:
    """Return the whole file."""
    return Graph().parse(ROOT / "ontology.ttl")


@pytest.fixture(scope="module")
def regulation() -> str:
    """Return the regulation that comes with the project."""
    return (ROOT / "graph" / "data" / "paizhu-rules.txt").read_text(encoding="utf-8")


def test_kinship_cites_the_words_that_say_so(graph: Graph, regulation: str) -> None:
    """Each assertion quotes its article verbatim and names a kind that the regulation knows."""
    parts = re.split(r"^第[一二三四五六七八九十]+条\s", regulation, flags=re.MULTILINE)
    articles = {str(number): part for number, part in enumerate(parts) if number}
    assert len(articles) == 23
    assertions = set(graph.subjects(RDF.type, IG.KinshipAssertion))
    assert len(assertions) >= 10
    for assertion in assertions:
        article = str(graph.value(assertion, IG.citesArticle, any=False))
        assert str(graph.value(assertion, IG.citesWords, any=False)) in articles[article], assertion
        assert str(graph.value(assertion, IG.broader, any=False)) in regulation, assertion
        assert str(graph.value(assertion, IG.citesDocument, any=False)) in regulation, assertion
        assert (assertion, IG.narrower, None) in graph, assertion


def test_kinship_goes_one_way(graph: Graph) -> None:
    """Kinds of kinds are kinds, and no body is in the end a kind of itself."""
    kinds: nx.DiGraph[str] = nx.DiGraph()
    for assertion in graph.subjects(RDF.type, IG.KinshipAssertion):
        for narrower in graph.objects(assertion, IG.narrower):
            kinds.add_edge(str(narrower), str(graph.value(assertion, IG.broader, any=False)))
    assert nx.is_directed_acyclic_graph(kinds)
    assert nx.has_path(kinds, "派驻垂直管理单位的纪检监察组", "派驻机构")
