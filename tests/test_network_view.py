"""The dataset as a networkx graph."""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx
import pytest

from graph.network import network
from graph.ontology import load_ontology
from graph.rdf import read_records

if TYPE_CHECKING:
    from graph.network.view import Network
    from graph.rdf import GraphStore
    from graph.rdf.stored import Records

BODY = "https://w3id.org/institution-graph/body/"


@pytest.fixture
def records(store: GraphStore) -> Records:
    """Return the sample as records."""
    return read_records(store)


@pytest.fixture
def net(records: Records) -> Network:
    """Return the sample as a network."""
    return network(records, load_ontology())


def test_every_body_is_a_node_with_its_name(net: Network, records: Records) -> None:
    """Nodes are the IRIs of all bodies and carry their names."""
    labels = {iri: attributes["label"] for iri, attributes in net.nodes(data=True)}
    assert {body.iri: body.name for body in records.bodies} == labels
    assert "Team" == net.nodes[f"{BODY}监察组"]["kind"]


def test_every_statement_is_an_edge_under_its_iri(net: Network, records: Records) -> None:
    """Parallel statements stay apart: as many edges as statements, each with its IRI as key."""
    assert sorted(one.iri for one in records.statements) == sorted(
        key for _, _, key in net.edges(keys=True)
    )
    assert ["1", "6"] == [
        edge["article"]
        for edge in net.get_edge_data(f"{BODY}总局", f"{BODY}分局").values()
        if edge["relation"] == "leads"
    ]


def test_a_denied_statement_is_marked(net: Network) -> None:
    """The prohibition is the only edge that is marked as denied."""
    denied = [
        (edge["relation"], edge["modality"]) for *_, edge in net.edges(data=True) if edge["denied"]
    ]
    assert [("manages", "prohibition")] == denied


def test_a_symmetric_relation_is_marked(net: Network) -> None:
    """The only symmetric relation of the sample is cooperation."""
    assert {"cooperatesWith"} == {
        edge["relation"] for *_, edge in net.edges(data=True) if edge["symmetric"]
    }


def test_networkx_can_work_with_it(net: Network) -> None:
    """Its components are all bodies of the statements, and the publisher, who is in none."""
    components = sorted(nx.weakly_connected_components(net), key=len)
    assert {f"{BODY}样例办公厅"} == components[0]
    assert [1, 8] == [len(component) for component in components]
