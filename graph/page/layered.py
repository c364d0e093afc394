"""The layered layout: who has authority stands above who is under it.

The steps are those of Sugiyama, Tagawa and Toda: (1) drop the arrows that would close a circle,
weakest kind first; (2) give each body a level; (3) order each level so that neighbours stand near
each other; (4) give coordinates without overlaps. A level that is too wide for the picture is
folded into several rows.

Only exact arithmetic of whole numbers and of binary fractions is used, and every tie is broken by
position, so that the same graph gives the same picture on every machine.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import networkx as nx

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from graph.page.boxes import Box

# The middle of the page on a common screen (1280 by 800) when the details are folded.
WIDTH, HEIGHT = 920, 560
_SWEEPS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Gaps:
    """The room between boxes: side by side, between rows of one level, between levels."""

    across: int
    row: int
    level: int


# The widest that fills the screen is taken: words on edges want room.
_GAPS = tuple(
    Gaps(across=round(22 * times), row=round(26 * times), level=round(44 * times))
    for times in (3, 2.5, 2, 1.6, 1.3, 1)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rank:
    """`upper` stands above `lower`; `strength` 0 is the strongest reason to say so."""

    upper: int
    lower: int
    strength: int


def layered(
    boxes: Sequence[Box], ranks: Iterable[Rank], links: Iterable[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Return a centre for each box, in the order of `boxes`.

    Args:
        boxes: The sizes; a body is known by its place in this sequence.
        ranks: Who stands above whom, and how surely.
        links: Every pair of bodies that is joined by anything; neighbours are drawn near each
            other.

    Returns:
        The centres; y grows downwards, the middle of the picture is (0, 0), and no two boxes
        overlap.
    """
    near = _neighbours(len(boxes), links)
    levels = _ordered(_levels(len(boxes), ranks, near), near)
    for gaps in _GAPS:
        width = _page_width(boxes, levels, gaps)
        spans = _row_spans(boxes, levels, width, gaps)
        if width <= WIDTH and (not spans or spans[-1][1] <= HEIGHT):
            break
    rows = [row for level in levels for row in _fold(level, boxes, width, gaps)]
    across = _across(boxes, rows, near, width, gaps)
    middle = (spans[0][0] + spans[-1][1]) // 2 if spans else 0
    centres = [(0, 0)] * len(boxes)
    for row, (top, bottom) in zip(rows, spans, strict=True):
        for body in row:
            centres[body] = (round(across[body]), (top + bottom) // 2 - middle)
    return centres


def _neighbours(count: int, links: Iterable[tuple[int, int]]) -> list[list[int]]:
    """List, for each body, the other bodies it is joined to, once each and in order."""
    near: list[set[int]] = [set() for _ in range(count)]
    for one, other in links:
        if one != other:
            near[one].add(other)
            near[other].add(one)
    return [sorted(bodies) for bodies in near]


def _levels(count: int, ranks: Iterable[Rank], near: Sequence[Sequence[int]]) -> list[list[int]]:
    """Group the bodies by level, the highest first."""
    by_strength: dict[int, set[tuple[int, int]]] = defaultdict(set)
    for rank in ranks:
        if rank.upper != rank.lower:
            by_strength[rank.strength].add((rank.upper, rank.lower))
    above: nx.DiGraph[int] = nx.DiGraph()
    above.add_nodes_from(range(count))
    for strength in sorted(by_strength):
        _add_without_circles(above, sorted(by_strength[strength]))
    level = {
        body: depth
        for depth, bodies in enumerate(nx.topological_generations(above))
        for body in bodies
    }
    for body in reversed(list(nx.topological_sort(above))):
        # A body that nobody stands above would float at the top, far from those it stands above.
        lower = list(above.successors(body))
        if lower and not above.in_degree(body):
            level[body] = min(level[other] for other in lower) - 1
    for body in range(count):
        around = [level[other] for other in near[body] if above.degree(other)]
        if not above.degree(body) and around:
            level[body] = sum(around) // len(around) + 1
    used = {value: place for place, value in enumerate(sorted(set(level.values())))}
    grouped: list[list[int]] = [[] for _ in used]
    for body in range(count):
        grouped[used[level[body]]].append(body)
    return grouped


def _add_without_circles(above: nx.DiGraph[int], pairs: Sequence[tuple[int, int]]) -> None:
    """Add the pairs that fit one order of all bodies, one that the graph has already settled."""
    balance: dict[int, int] = defaultdict(int)
    for upper, lower in pairs:
        balance[upper] -= 1
        balance[lower] += 1
    order = nx.lexicographical_topological_sort(above, key=lambda body: (balance[body], body))
    place = {body: position for position, body in enumerate(order)}
    above.add_edges_from((upper, lower) for upper, lower in pairs if place[upper] < place[lower])


def _ordered(levels: Sequence[Sequence[int]], near: Sequence[Sequence[int]]) -> list[list[int]]:
    """Order each level by the mean place of its neighbours, sweeping down and up."""
    ordered = [list(level) for level in levels]
    place: dict[int, float] = {}
    for level in ordered:
        place.update(_places(level))
    for sweep in range(_SWEEPS):
        for level in ordered if sweep % 2 == 0 else reversed(ordered):
            wanted = {
                body: _mean([place[other] for other in near[body]], place[body]) for body in level
            }
            level.sort(key=lambda body: (wanted[body], body))
            place.update(_places(level))
    return ordered


def _places(level: Sequence[int]) -> dict[int, float]:
    """Spread a level over -1..1."""
    return {body: (2 * index + 1) / len(level) - 1 for index, body in enumerate(level)}


def _mean(values: Sequence[float], default: float) -> float:
    """Return the mean, or the default where there is nothing to take it of."""
    return sum(values) / len(values) if values else default


def _fold(level: Sequence[int], boxes: Sequence[Box], width: float, gaps: Gaps) -> list[list[int]]:
    """Deal a level into as many rows as it needs, each in the order from left to right."""
    total = sum(boxes[body].width + gaps.across for body in level) - gaps.across
    count = max(1, -(-total // int(width)))
    return [list(level[start::count]) for start in range(count) if level[start::count]]


def _row_spans(
    boxes: Sequence[Box], levels: Sequence[Sequence[int]], width: float, gaps: Gaps
) -> list[tuple[int, int]]:
    """Return top and bottom of each row, from the top of the picture."""
    spans: list[tuple[int, int]] = []
    top = 0
    for level in levels:
        for row in _fold(level, boxes, width, gaps):
            height = max(boxes[body].height for body in row)
            spans.append((top, top + height))
            top += height + gaps.row
        top += gaps.level - gaps.row
    return spans


def _page_width(boxes: Sequence[Box], levels: Sequence[Sequence[int]], gaps: Gaps) -> float:
    """Find the width at which the folded picture comes nearest to the aspect of the page."""
    if not levels:
        return 1
    narrow = max((box.width for box in boxes), default=1)
    wide = max(sum(boxes[body].width + gaps.across for body in level) for level in levels)
    best, missed = float(narrow), float("inf")
    steps = 60
    for step in range(steps + 1):
        # Geometric steps, so that small pictures are tried as finely as large ones.
        width = narrow * (max(wide, narrow) / narrow) ** (step / steps)
        height = _row_spans(boxes, levels, width, gaps)[-1][1]
        ratio = width * HEIGHT / (height * WIDTH)
        miss = ratio if ratio > 1 else 1 / ratio
        if miss < missed:
            best, missed = width, miss
    return float(int(best) + 1)


def _across(
    boxes: Sequence[Box],
    rows: Sequence[Sequence[int]],
    near: Sequence[Sequence[int]],
    width: float,
    gaps: Gaps,
) -> Mapping[int, float]:
    """Give each body its x: as near to its neighbours as its row lets it stand."""
    x: dict[int, float] = {}
    for row in rows:
        step = width / len(row)
        x.update({body: (index + 0.5) * step - width / 2 for index, body in enumerate(row)})
    for sweep in range(_SWEEPS):
        for row in rows if sweep % 2 == 0 else reversed(rows):
            wanted = [_mean([x[other] for other in near[body]], x[body]) for body in row]
            places = _spaced([boxes[body] for body in row], wanted, width, gaps.across)
            x.update(zip(row, places, strict=True))
    return x


def _spaced(row: Sequence[Box], wanted: Sequence[float], width: float, gap: int) -> list[float]:
    """Place boxes side by side, inside the width, as near as can be to where they are wanted.

    This is isotonic regression (pool adjacent violators) once the room that the boxes take is
    subtracted.
    """
    offsets = [0.0]
    for left, right in pairwise(row):
        offsets.append(offsets[-1] + (left.width + right.width) / 2 + gap)
    pools: list[tuple[float, int]] = []
    for target, offset in zip(wanted, offsets, strict=True):
        mean, size = target - offset, 1
        while pools and pools[-1][0] > mean:
            before, count = pools.pop()
            mean, size = (before * count + mean * size) / (count + size), size + count
        pools.append((mean, size))
    least = -width / 2 + row[0].width / 2
    most = max(least, width / 2 - row[-1].width / 2 - offsets[-1])
    places = [min(max(mean, least), most) for mean, size in pools for _ in range(size)]
    return [place + offset for place, offset in zip(places, offsets, strict=True)]
