"""Both layouts put every body somewhere, none on another, the same on each run."""

from __future__ import annotations

from math import hypot
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.page.boxes import Box, measure
from graph.page.courses import bends
from graph.page.force import forced
from graph.page.layered import Rank, layered

if TYPE_CHECKING:
    from collections.abc import Sequence

BOX = measure("监察机关")


def overlaps(boxes: Sequence[Box], centres: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the pairs of boxes that cover each other."""
    return [
        (one, other)
        for one in range(len(boxes))
        for other in range(one)
        if abs(centres[one][0] - centres[other][0]) < (boxes[one].width + boxes[other].width) / 2
        and abs(centres[one][1] - centres[other][1]) < (boxes[one].height + boxes[other].height) / 2
    ]


@st.composite
def graphs(draw: st.DrawFn) -> tuple[list[Box], list[tuple[int, int]]]:
    """Draw up to thirty boxes of various sizes and links between them, loops and circles too."""
    count = draw(st.integers(min_value=0, max_value=30))
    sizes = st.builds(
        lambda w, h: Box(width=w, height=h), st.integers(40, 170), st.integers(30, 90)
    )
    boxes = draw(st.lists(sizes, min_size=count, max_size=count))
    if not count:
        return boxes, []
    ends = st.integers(0, count - 1)
    return boxes, draw(st.lists(st.tuples(ends, ends), max_size=60))


@given(graphs())
@settings(max_examples=60)
def test_no_box_covers_another(graph: tuple[list[Box], list[tuple[int, int]]]) -> None:
    """Whatever the graph, neither layout lets two boxes overlap, and both keep their order."""
    boxes, links = graph
    ranks = [Rank(upper=one, lower=other, strength=one % 3) for one, other in links]
    by_layer = layered(boxes, ranks, links)
    by_force = forced(boxes, links, by_layer)
    assert len(by_layer) == len(by_force) == len(boxes)
    assert overlaps(boxes, by_layer) == []
    assert overlaps(boxes, by_force) == []


def test_who_leads_stands_above() -> None:
    """In a chain of three each body stands above the one it leads, in whatever order they come."""
    ranks = [Rank(upper=2, lower=0, strength=0), Rank(upper=0, lower=1, strength=0)]
    (_, middle), (_, bottom), (_, top) = layered([BOX] * 3, ranks, [(2, 0), (0, 1)])
    assert top < middle < bottom


def test_the_surer_reason_wins_in_a_circle() -> None:
    """Where two bodies stand above each other, the relation that is surer of authority decides."""
    ranks = [Rank(upper=0, lower=1, strength=3), Rank(upper=1, lower=0, strength=0)]
    (_, first), (_, second) = layered([BOX] * 2, ranks, [(0, 1)])
    assert second < first


def test_a_body_without_rank_stands_by_its_neighbours() -> None:
    """A body that no authority places stands below the body it is linked to, not at the top."""
    ranks = [Rank(upper=0, lower=1, strength=0), Rank(upper=1, lower=2, strength=0)]
    centres = layered([BOX] * 4, ranks, [(0, 1), (1, 2), (3, 2)])
    assert centres[3][1] > centres[2][1]


def test_a_wide_level_is_folded() -> None:
    """Forty bodies under one do not make a line of forty, but a picture of the page's shape."""
    ranks = [Rank(upper=0, lower=place, strength=0) for place in range(1, 41)]
    centres = layered([BOX] * 41, ranks, [(0, place) for place in range(1, 41)])
    width = max(x for x, _ in centres) - min(x for x, _ in centres) + BOX.width
    height = max(y for _, y in centres) - min(y for _, y in centres) + BOX.height
    assert 1.0 < width / height < 2.4
    assert min(y for _, y in centres[1:]) > centres[0][1]


@pytest.mark.parametrize("count", [300])
def test_the_same_graph_gives_the_same_picture(count: int) -> None:
    """Both layouts give the same whole numbers again, and are quick with some hundred bodies."""
    boxes = [Box(width=60 + place % 90, height=33 + 15 * (place % 3)) for place in range(count)]
    links = [(place, place * 7 % count) for place in range(count)]
    ranks = [Rank(upper=one, lower=other, strength=0) for one, other in links]
    first = layered(boxes, ranks, links)
    assert layered(boxes, list(reversed(ranks)), list(reversed(links))) == first
    assert forced(boxes, links, first) == forced(boxes, list(reversed(links)), first)


def test_what_is_linked_lies_near() -> None:
    """In two separate rings, the members of a ring end nearer to each other than to the others."""
    links = [(place, (place + 1) % 5) for place in range(5)]
    links += [(5 + place, 5 + (place + 1) % 5) for place in range(5)]
    start = [(0, 30 * place) for place in range(10)]
    centres = forced([BOX] * 10, links, start)

    def distance(one: int, other: int) -> float:
        (x, y), (u, v) = centres[one], centres[other]
        return hypot(x - u, y - v)

    inside = [distance(one, other) for one in range(5) for other in range(one)]
    across = [distance(one, other) for one in range(5) for other in range(5, 10)]
    assert sum(inside) / len(inside) < sum(across) / len(across)


def test_an_edge_runs_around_a_body_in_its_way() -> None:
    """Straight where nothing is in the way, in a bend where a body is, to the side that is free."""
    centres = [(0, 0), (0, 400), (0, 200), (300, 0), (300, 400), (-90, 200)]
    straight, around = bends([(3, 4), (0, 1)], [BOX] * 6, centres)
    assert straight == 0
    assert around != 0
    # A body to the left of the one in the way: the edge runs to the right of both, that is, to
    # larger x; seen downwards that is the other side of the clock.
    assert around > 0
    backwards = bends([(1, 0)], [BOX] * 6, centres)
    assert backwards == [-around]


def test_parallel_edges_part_and_loops_turn() -> None:
    """Edges of the same two bodies get bends of their own, loops angles of their own."""
    found = bends([(0, 1), (0, 1), (1, 0), (0, 0), (0, 0)], [BOX] * 2, ())
    sides = [found[0], found[1], -found[2]]
    assert len(set(sides)) == 3
    assert found[3] != found[4]


def test_what_is_not_firm_moves_nothing() -> None:
    """Edges that are not firm lie outside of those that are, whatever the order they come in."""
    centres = [(0, 0), (0, 400), (0, 200), (300, 0), (300, 400), (-90, 200)]
    links = [(0, 1), (1, 0), (0, 1), (3, 4), (0, 1)]
    firm = [False, True, True, False, False]
    alone = bends([(1, 0), (0, 1)], [BOX] * 6, centres)
    found = bends(links, [BOX] * 6, centres, firm)
    assert found[1:3] == alone
    sides = [found[0], -found[1], found[2], found[4]]
    assert len(set(sides)) == 4
    assert max(sides[0], sides[3]) > max(sides[1:3])
    assert min(sides[0], sides[3]) < min(sides[1:3])
    assert found[3] == 0
