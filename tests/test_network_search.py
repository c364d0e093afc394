"""The search for paths, held against an enumeration that cannot be wrong."""

from __future__ import annotations

from itertools import islice, pairwise, permutations
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.network.search import distances, reversed_steps, simple_paths

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    Steps = Mapping[str, Sequence[str]]

NODES = "abcdefg"


@st.composite
def networks(draw: st.DrawFn) -> dict[str, list[str]]:
    """Draw an adjacency of up to seven nodes, as a list of neighbours in any order for each."""
    size = draw(st.integers(min_value=2, max_value=len(NODES)))
    nodes = NODES[:size]
    return {
        node: draw(
            st.lists(st.sampled_from([other for other in nodes if other != node]), unique=True)
        )
        for node in nodes
    }


def every_path(steps: Steps, start: str, goal: str, most: int) -> set[tuple[str, ...]]:
    """Return the simple paths by trying every order of every choice of nodes between the two."""
    between = [node for node in steps if node not in {start, goal}]
    return {
        path
        for number in range(most)
        for middle in permutations(between, number)
        for path in [(start, *middle, goal)]
        if all(after in steps[before] for before, after in pairwise(path))
    }


@given(steps=networks(), most=st.integers(min_value=1, max_value=7))
def test_simple_paths_are_all_paths_shorter_ones_first(steps: Steps, most: int) -> None:
    """Every path of the enumeration is found once, none besides, and the lengths never fall."""
    found = list(simple_paths(steps, "a", "b", most=most))
    assert every_path(steps, "a", "b", most) == set(found)
    assert len(set(found)) == len(found)
    lengths = [len(path) for path in found]
    assert sorted(lengths) == lengths


@given(steps=networks())
def test_the_first_path_is_as_long_as_the_distance(steps: Steps) -> None:
    """The first path has as many steps as the distance says; without a distance there is none."""
    first = next(simple_paths(steps, "a", "b", most=len(NODES)), None)
    assert (None if first is None else len(first) - 1) == distances(steps, "a").get("b")


@given(steps=networks())
def test_distances_backwards_are_the_distances_of_the_turned_steps(steps: Steps) -> None:
    """From b against the steps it is as far to a as from a to b along them."""
    assert distances(steps, "a").get("b") == distances(reversed_steps(steps), "b").get("a")


def test_paths_of_one_length_follow_the_order_of_the_steps() -> None:
    """Among equals, the neighbour that is listed first comes first, whatever its name."""
    steps = {"a": ["z", "c"], "c": ["b"], "z": ["b"]}
    assert [("a", "z", "b"), ("a", "c", "b")] == list(simple_paths(steps, "a", "b", most=2))


@pytest.mark.parametrize(
    ("start", "goal", "most"),
    [("a", "a", 3), ("a", "nowhere", 3), ("nowhere", "a", 3), ("a", "c", 1)],
    ids=["to itself", "to an unknown node", "from an unknown node", "too far"],
)
def test_no_path(start: str, goal: str, most: int) -> None:
    """Where nothing leads from one to the other within the bound, nothing is found."""
    assert not list(simple_paths({"a": ["b"], "b": ["c", "a"]}, start, goal, most=most))


def test_distances_stop_at_the_limit() -> None:
    """Nodes farther away than the limit are not among the distances."""
    assert {"a": 0, "b": 1} == distances({"a": ["b"], "b": ["c"]}, "a", limit=1)


def clique(size: int) -> dict[str, list[str]]:
    """Return nodes that are all one step from each other."""
    names = [f"k{number}" for number in range(size)]
    return {name: [other for other in names if other != name] for name in names}


def test_a_dense_dead_end_is_not_searched_through() -> None:
    """A group that leads back only over a node already on the way costs next to nothing.

    Forty nodes, all connected, have more ways through them than could be walked in a lifetime; the
    one path leads past them.
    """
    steps = clique(40)
    steps |= {"a": ["m"], "m": ["k0", "n"], "n": ["b"], "k7": [*steps["k7"], "m"]}
    assert [("a", "m", "n", "b")] == list(simple_paths(steps, "a", "b", most=30))


def test_paths_are_found_as_they_are_asked_for() -> None:
    """The first few of astronomically many paths come at once."""
    assert 50 == len(list(islice(simple_paths(clique(40), "k0", "k1", most=30), 50)))
