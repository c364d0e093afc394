"""Paths between bodies: what may be followed, and what each hop carries."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.model import Modality
from graph.network import Walk, network, reachable, shortest_path, simple_paths
from graph.ontology import load_ontology
from graph.rdf import read_records

if TYPE_CHECKING:
    from graph.network import Path
    from graph.network.view import Network
    from graph.rdf import GraphStore

BODY = "https://w3id.org/institution-graph/body/"


@pytest.fixture(scope="module")
def net(store: GraphStore) -> Network:
    """Return the sample as a network."""
    return network(read_records(store), load_ontology())


def names(path: Path | None) -> list[str]:
    """Return the names of the bodies on a path."""
    assert path is not None
    return [body.name for body in path.bodies]


def find(net: Network, source: str, target: str, walk: Walk | None = None) -> list[list[str]]:
    """Return the names on every path of up to five hops."""
    return [names(path) for path in simple_paths(net, BODY + source, BODY + target, walk, most=5)]


def test_shortest_path_carries_the_statements_of_each_hop(net: Network) -> None:
    """A path tells for each hop the relations, the articles and the words that make it."""
    path = shortest_path(net, f"{BODY}组长", f"{BODY}审计处", Walk(directed=True))
    assert ["组长", "理事会", "监察组", "审计处"] == names(path)
    assert path is not None
    assert 3 == len(path)
    assert [
        [("memberOf", "5", "组长按照规定担任理事会成员")],
        [("leads", "4", "监察组的领导机构是理事会")],
        [("cooperatesWith", "4", "监察组应当与审计处协作配合"), ("supervises", "4", "监督审计处")],
    ] == [
        [(one.relation, one.article_number, one.quote) for one in hop.statements]
        for hop in path.hops
    ]


def test_parallel_statements_of_two_articles_are_one_hop(net: Network) -> None:
    """The same relation stated in two articles is cited twice and is no second path."""
    walk = Walk(relations=frozenset({"leads"}))
    (path,) = simple_paths(net, f"{BODY}总局", f"{BODY}分局", walk, most=5)
    assert ["1", "6"] == [one.article_number for one in path.hops[0].statements]


def test_directed_paths_follow_no_relation_backwards(net: Network) -> None:
    """From a body that only suffers relations nothing can be reached."""
    assert not find(net, "分局", "总局", Walk(directed=True))
    assert not list(reachable(net, f"{BODY}分局", Walk(directed=True)))


def test_undirected_paths_follow_relations_both_ways(net: Network) -> None:
    """Against its direction a statement makes a hop that is not forward."""
    path = shortest_path(net, f"{BODY}分局", f"{BODY}总局", Walk())
    assert path is not None
    assert [False] == [hop.forward for hop in path.hops]
    assert {"leads", "urges"} == {one.relation for one in path.hops[0].statements}


def test_a_symmetric_relation_is_followed_both_ways(net: Network) -> None:
    """Who cooperates with whom has no direction, though the text names one first."""
    walk = Walk(relations=frozenset({"cooperatesWith"}), directed=True)
    assert [["审计处", "监察组"]] == find(net, "审计处", "监察组", walk)


def test_a_denied_relation_is_never_followed(net: Network) -> None:
    """Forbidden to manage it, the team has no path of management to the unit, in no direction."""
    manages = frozenset({"manages"})
    assert not find(net, "监察组", "重点单位", Walk(relations=manages, directed=True))
    assert not find(net, "重点单位", "监察组", Walk(relations=manages))


def test_only_the_relations_asked_for_are_followed(net: Network) -> None:
    """With leadership alone, supervision makes no hop."""
    assert [["总局", "监察组"]] == find(
        net, "总局", "监察组", Walk(relations=frozenset({"leads"}), directed=True)
    )
    assert not find(net, "审计处", "总局", Walk(relations=frozenset({"leads"})))


def test_only_the_modalities_asked_for_are_followed(net: Network) -> None:
    """With duties alone, what is merely stated makes no hop."""
    supervises = frozenset({"supervises"})
    duties = Walk(relations=supervises, modalities=frozenset({Modality.OBLIGATION}))
    assert [["审计处", "总局"]] == find(net, "审计处", "总局", Walk(relations=supervises))
    assert not find(net, "审计处", "总局", duties)
    assert [["监察组", "审计处"]] == find(net, "监察组", "审计处", duties)


def test_reachable_bodies_come_nearest_first(net: Network) -> None:
    """Every body that can be reached is named with its distance, the body itself is not."""
    walk = Walk(relations=frozenset({"leads", "memberOf"}), directed=True)
    found = [(body.name, hops) for body, hops in reachable(net, f"{BODY}组长", walk)]
    assert [("理事会", 1), ("监察组", 2)] == found


def test_a_bound_on_the_hops_is_kept(net: Network) -> None:
    """A path longer than the bound is none."""
    assert shortest_path(net, f"{BODY}组长", f"{BODY}审计处", Walk(directed=True), most=2) is None


def test_an_unknown_body_is_an_error(net: Network) -> None:
    """A path from or to what is no node is a mistake of the caller."""
    with pytest.raises(KeyError, match="body/nobody"):
        shortest_path(net, f"{BODY}总局", f"{BODY}nobody")
