"""Paths by strength, by direction, and what a denial blocks."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise, permutations
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.network import Walk, denials, network, shortest_path, strongest_path
from graph.network.search import lightest_path
from graph.ontology import load_ontology
from graph.rdf import read_records
from graph.rdf.stored import StoredStatement

if TYPE_CHECKING:
    from graph.network import Path
    from graph.network.view import Network
    from graph.rdf import GraphStore
    from graph.rdf.stored import Records

BODY = "https://w3id.org/institution-graph/body/"
NODES = "abcdef"
INFERRED = Walk(inferred=True, directed=True)


@pytest.fixture(scope="module")
def records(store: GraphStore) -> Records:
    """Return the sample as records."""
    return read_records(store)


def drawn(records: Records, *facts: tuple[str, str, str], rule: str = "byKinship") -> Network:
    """Return the sample as a network with some consequences added."""
    bodies = {body.name: body for body in records.bodies}
    pattern = records.statements[1]
    added = tuple(
        replace(
            pattern,
            iri=f"urn:{'-'.join(fact)}",
            subject=bodies[fact[0]],
            relation=fact[1],
            object=bodies[fact[2]],
            inferred=True,
            rule=rule,
        )
        for fact in facts
    )
    whole = replace(records, statements=(*records.statements, *added))
    return network(whole, load_ontology())


def names(path: Path | None) -> list[str]:
    """Return the names of the bodies on a path, none for no path."""
    return [] if path is None else [body.name for body in path.bodies]


def test_what_is_inferred_is_followed_when_asked_for_alone(records: Records) -> None:
    """A consequence makes a hop, marked as such, only for a walk that takes consequences."""
    net = drawn(records, ("组长", "leads", "分局"))
    ends = (net, f"{BODY}组长", f"{BODY}分局")
    direct = shortest_path(*ends, INFERRED)
    assert ["组长", "分局"] == names(direct)
    assert direct is not None
    assert (1, True) == (direct.inferred_hops, direct.hops[0].inferred)
    stated = shortest_path(*ends, Walk(directed=True))
    assert stated is not None
    assert (4, 0) == (len(stated), stated.inferred_hops)


def test_the_strongest_path_has_fewest_inferred_hops(records: Records) -> None:
    """A longer way by the texts is stronger than a shorter one by consequences."""
    net = drawn(records, ("组长", "leads", "分局"), ("总局", "leads", "分局"))
    strongest = strongest_path(net, f"{BODY}组长", f"{BODY}分局", INFERRED)
    assert strongest is not None
    assert (4, 0) == (len(strongest), strongest.inferred_hops)
    bounded = strongest_path(net, f"{BODY}组长", f"{BODY}分局", INFERRED, most=3)
    assert ["组长", "分局"] == names(bounded)
    assert strongest_path(net, f"{BODY}分局", f"{BODY}组长", INFERRED) is None


def test_a_hop_that_a_text_states_too_is_not_inferred(records: Records) -> None:
    """One statement of a text is enough."""
    net = drawn(records, ("总局", "manages", "分局"))
    path = shortest_path(net, f"{BODY}总局", f"{BODY}分局", INFERRED)
    assert path is not None
    assert [True, False] == sorted(
        {statement.inferred for statement in path.hops[0].statements}, reverse=True
    )
    assert 0 == path.inferred_hops


def test_the_mirror_of_a_symmetric_relation_is_not_cited(records: Records) -> None:
    """The relation is followed both ways as it is stated."""
    net = drawn(records, ("审计处", "cooperatesWith", "监察组"), rule="bySymmetry")
    walk = replace(INFERRED, relations=frozenset({"cooperatesWith"}))
    path = shortest_path(net, f"{BODY}审计处", f"{BODY}监察组", walk)
    assert path is not None
    assert [False] == [statement.inferred for statement in path.hops[0].statements]


def test_relations_that_no_article_states_are_followed_by_name_only(records: Records) -> None:
    """Being a kind of something is no institutional link, unless it is asked for."""
    net = drawn(records, ("组长", "kindOf", "分局"))
    ends = (net, f"{BODY}组长", f"{BODY}分局")
    assert ["组长", "分局"] != names(shortest_path(*ends, INFERRED))
    asked = replace(INFERRED, relations=frozenset({"kindOf"}))
    assert ["组长", "分局"] == names(shortest_path(*ends, asked))


def test_backward_paths_go_from_object_to_subject(records: Records) -> None:
    """From who is led up to who leads, and not down."""
    net = drawn(records)
    up = Walk(relations=frozenset({"leads", "supervises"}), directed=True, backward=True)
    assert ["分局", "总局", "审计处"] == names(
        shortest_path(net, f"{BODY}分局", f"{BODY}审计处", up)
    )
    assert [] == names(
        shortest_path(
            net, f"{BODY}审计处", f"{BODY}分局", replace(up, relations=frozenset({"leads"}))
        )
    )


def test_a_denial_blocks_a_way(records: Records) -> None:
    """What is denied is told where it would make a way, and nowhere else."""
    net = drawn(records)
    manages = Walk(relations=frozenset({"manages"}), directed=True)
    (blocked,) = denials(net, f"{BODY}监察组", f"{BODY}重点单位", manages)
    assert ("manages", True) == (blocked.relation, blocked.denied)
    assert () == denials(net, f"{BODY}重点单位", f"{BODY}监察组", manages)
    assert () == denials(net, f"{BODY}监察组", f"{BODY}重点单位", Walk(directed=True))
    leads = Walk(relations=frozenset({"leads"}), directed=True)
    assert () == denials(net, f"{BODY}监察组", f"{BODY}重点单位", leads)
    assert isinstance(blocked, StoredStatement)


def test_a_denial_beside_a_path_of_the_same_length_blocks_nothing(records: Records) -> None:
    """Only a way that would be shorter is told, also where there is a path."""
    walk = replace(INFERRED, relations=frozenset({"leads", "manages"}))
    ends = (f"{BODY}组长", f"{BODY}重点单位")
    up, aside = ("组长", "leads", "监察组"), ("组长", "leads", "审计处")
    net = drawn(records, up, aside, ("审计处", "leads", "重点单位"))
    assert ["组长", "审计处", "重点单位"] == names(shortest_path(net, *ends, walk))
    assert () == denials(net, *ends, walk)
    longer = drawn(
        records, up, aside, ("审计处", "leads", "同级党委"), ("同级党委", "leads", "重点单位")
    )
    assert 3 == len(names(shortest_path(longer, *ends, walk))) - 1
    assert ["manages"] == [one.relation for one in denials(longer, *ends, walk)]


steps = st.dictionaries(
    st.tuples(st.sampled_from(NODES), st.sampled_from(NODES)), st.integers(0, 2), max_size=14
)


@settings(max_examples=150)
@given(steps, st.integers(1, 6))
def test_the_lightest_path_agrees_with_trying_all(
    weights: dict[tuple[str, str], int], most: int
) -> None:
    """Among all simple paths none is lighter, and none as light is shorter."""
    adjacency: dict[str, list[str]] = {}
    for one, other in weights:
        adjacency.setdefault(one, []).append(other)

    def weigh(way: tuple[str, ...]) -> tuple[int, int]:
        pairs = list(pairwise(way))
        return sum(weights[pair] for pair in pairs), len(pairs)

    ways = [
        ("a", *middle, "f")
        for count in range(min(most, 5))
        for middle in permutations("bcde", count)
        if all(p in weights for p in zip(("a", *middle), (*middle, "f"), strict=True))
    ]
    found = lightest_path(
        adjacency, "a", "f", most=most, weight=lambda one, other: weights[one, other]
    )
    best = min(map(weigh, ways), default=None)
    assert best == (None if found is None else weigh(found))
