"""The force layout: what is joined lies near, what is not lies apart.

This is the method of Fruchterman and Reingold with a grid, so that only bodies near each other
push. It starts from given places instead of random ones, uses only operations whose result is the
same on every machine, and ends by moving overlapping boxes apart.
"""

from __future__ import annotations

from collections import defaultdict
from math import sqrt
from typing import TYPE_CHECKING

from graph.page.layered import HEIGHT, WIDTH

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from graph.page.boxes import Box

GAP = 26
# The picture is wider than high, as boxes and screens are: distances across count for less than
# distances down.
_STRETCH = 1.45
_STEPS = 160
_WORK = 40_000
_MOST_SPREAD = 2.0
_PASSES = 12
_DRAW_OUT = 1.15


def forced(
    boxes: Sequence[Box], links: Iterable[tuple[int, int]], start: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Return a centre for each box, in the order of `boxes`; no two boxes overlap.

    Args:
        boxes: The sizes; a body is known by its place in this sequence.
        links: The pairs that pull each other.
        start: Where the bodies stand before the forces act.
    """
    count = len(boxes)
    pairs = sorted({(min(pair), max(pair)) for pair in links if pair[0] != pair[1]})
    degree = [0] * count
    for one, other in pairs:
        degree[one] += 1
        degree[other] += 1
    area = sum((box.width + GAP) * (box.height + GAP) for box in boxes)
    ideal = sqrt(0.7 * area / count) if count else 1.0
    x = [place[0] / _STRETCH for place in start]
    y = [float(place[1]) for place in start]
    steps = max(30, min(_STEPS, _WORK // max(count, 1)))
    heat = ideal * 1.5
    for step in range(steps):
        push_x, push_y = _repulsion(x, y, ideal)
        for one, other in pairs:
            dx, dy = x[one] - x[other], y[one] - y[other]
            distance = sqrt(dx * dx + dy * dy) or 1.0
            # A hub pulls each of its many neighbours less, or they would lie on each other around
            # it.
            pull = distance / ideal / sqrt(min(degree[one], degree[other]))
            push_x[one] -= dx * pull
            push_y[one] -= dy * pull
            push_x[other] += dx * pull
            push_y[other] += dy * pull
        limit = heat * (1 - step / steps) + 1
        for body in range(count):
            # A weak pull to the middle keeps unconnected parts in the picture.
            fx = push_x[body] - x[body] * 0.35
            fy = push_y[body] - y[body] * 0.35
            force = sqrt(fx * fx + fy * fy)
            if force > 0:
                move = min(force, limit) / force
                x[body] += fx * move
                y[body] += fy * move
    return _spread(boxes, _apart(boxes, [value * _STRETCH for value in x], y))


def _repulsion(
    x: Sequence[float], y: Sequence[float], ideal: float
) -> tuple[list[float], list[float]]:
    """Return how bodies within reach push each other, across and down."""
    reach = 3 * ideal
    push_x, push_y = [0.0] * len(x), [0.0] * len(x)
    for one, other in _pairs_near(x, y, reach, reach):
        dx, dy = x[one] - x[other], y[one] - y[other]
        if dx == 0 and dy == 0:
            dx = 0.5 * (one - other)
        square = dx * dx + dy * dy
        if square < reach * reach:
            factor = ideal * ideal / square
            push_x[one] += dx * factor
            push_y[one] += dy * factor
            push_x[other] -= dx * factor
            push_y[other] -= dy * factor
    return push_x, push_y


def _apart(boxes: Sequence[Box], x: list[float], y: list[float]) -> list[tuple[int, int]]:
    """Move overlapping boxes apart, each pair along the way that is shorter, until none overlap.

    Where many lie on each other the whole is drawn out as well, so that the work has an end.
    """
    while True:
        for _ in range(_PASSES):
            if not _push(boxes, x, y):
                return [(round(across), round(down)) for across, down in zip(x, y, strict=True)]
        x[:] = [across * _DRAW_OUT for across in x]
        y[:] = [down * _DRAW_OUT for down in y]


def _push(boxes: Sequence[Box], x: list[float], y: list[float]) -> bool:
    """Push each overlapping pair apart once; tell whether there was one."""
    width = max((box.width for box in boxes), default=0) + GAP
    height = max((box.height for box in boxes), default=0) + GAP
    moved = False
    for one, other in _pairs_near(x, y, width, height):
        room_x = (boxes[one].width + boxes[other].width) / 2 + GAP
        room_y = (boxes[one].height + boxes[other].height) / 2 + GAP
        dx, dy = x[other] - x[one], y[other] - y[one]
        over_x, over_y = room_x - abs(dx), room_y - abs(dy)
        if over_x <= 0 or over_y <= 0:
            continue
        moved = True
        if over_x < over_y:
            shift = (over_x / 2 + 0.5) * (1 if dx >= 0 else -1)
            x[one], x[other] = x[one] - shift, x[other] + shift
        else:
            shift = (over_y / 2 + 0.5) * (1 if dy >= 0 else -1)
            y[one], y[other] = y[one] - shift, y[other] + shift
    return moved


def _pairs_near(
    x: Sequence[float], y: Sequence[float], width: float, height: float
) -> Iterator[tuple[int, int]]:
    """Yield each pair of bodies, in order, whose centres may be nearer than width and height."""
    grid: dict[tuple[int, int], list[int]] = defaultdict(list)
    for body in range(len(x)):
        grid[int(x[body] // width), int(y[body] // height)].append(body)
    for column, row in list(grid):
        around = [
            other
            for step_x in (-1, 0, 1)
            for step_y in (-1, 0, 1)
            for other in grid.get((column + step_x, row + step_y), ())
        ]
        for one in grid[column, row]:
            for other in around:
                if one < other:
                    yield one, other


def _spread(boxes: Sequence[Box], centres: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Draw a small picture out until it fills the screen: words on edges want room."""
    if not boxes:
        return []
    width = _extent([x for x, _ in centres], [box.width for box in boxes])
    height = _extent([y for _, y in centres], [box.height for box in boxes])
    times = min(_MOST_SPREAD, max(1.0, min(WIDTH / width, HEIGHT / height)))
    return [(round(x * times), round(y * times)) for x, y in centres]


def _extent(centres: Sequence[int], sizes: Sequence[int]) -> float:
    """Return how far boxes reach along one axis."""
    ends = list(zip(centres, sizes, strict=True))
    return max(at + size / 2 for at, size in ends) - min(at - size / 2 for at, size in ends)
