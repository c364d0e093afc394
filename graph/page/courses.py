"""How edges run: parallel ones apart, and around the bodies that they have nothing to do with.

vis-network draws an edge as a quadratic curve whose bend is one number: 0 is straight, more is a
curve that leaves clockwise as seen along the edge, less the other way round. All bends here are
first counted to one side of the line between two bodies, whichever way an edge runs along it.
"""

from __future__ import annotations

from collections import defaultdict
from math import hypot
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from graph.page.boxes import Box

Ends = tuple[int, int]

_STEP: Final = 0.22
_WIDEST_FAN: Final = 0.9
_DETOURS: Final = (0.0, 0.09, -0.09, 0.16, -0.16, 0.24, -0.24, 0.34, -0.34, 0.5, -0.5, 0.7, -0.7)
# In drawing units times 2.5: a long edge may not bow as far from its line as a short one may bend.
_WIDEST_BOW: Final = 220
_SAMPLES: Final = 20
_MARGIN: Final = 4
# One box crossed is worth a detour of any width; among equal ones the straightest is taken.
_CROSSED: Final = 10.0
_LOOP_ANGLE, _LOOP_STEP = 0.7, 1.2
_MOST_WORK: Final = 60_000


def bends(
    links: Sequence[Ends],
    boxes: Sequence[Box],
    centres: Sequence[tuple[int, int]],
    firm: Sequence[bool] = (),
) -> list[float]:
    """Return a bend for each edge; for a loop, the angle (radians) at which it stands.

    Args:
        links: The two bodies of each edge, by their place in `boxes`.
        boxes: The sizes of the bodies.
        centres: Where they stand; without centres, and for very many edges, none makes a detour.
        firm: For each edge whether it runs as if those that are not firm were not there; these
            then run outside of it. Without a list all edges are.
    """
    between: dict[Ends, list[int]] = defaultdict(list)
    for place in sorted(range(len(links)), key=lambda place: bool(firm) and not firm[place]):
        subject, object_ = links[place]
        between[min(subject, object_), max(subject, object_)].append(place)
    pairs = sum(1 for places in between.values() if not firm or firm[places[0]])
    detours = bool(centres) and pairs * len(boxes) <= _MOST_WORK
    found = [0.0] * len(links)
    for (one, other), places in between.items():
        if one == other:
            for index, place in enumerate(places):
                found[place] = round(_LOOP_ANGLE + _LOOP_STEP * index, 3)
            continue
        inner = sum(firm[place] for place in places) if firm else len(places)
        fan = _fan(inner or len(places))
        if detours and inner:
            shift = _detour(one, other, fan, boxes, centres)
            fan = [bend + shift for bend in fan]
        fan += _around(fan, len(places) - len(fan))
        for bend, place in zip(fan, places, strict=True):
            found[place] = round(bend if links[place][0] == one else -bend, 3)
    return found


def _fan(count: int) -> list[float]:
    """Spread the bends of some parallel edges around the straight line."""
    step = min(_STEP, _WIDEST_FAN / count)
    return [(index - (count - 1) / 2) * step for index in range(count)]


def _around(fan: Sequence[float], count: int) -> list[float]:
    """Return more bends outside of a fan, by turns on either side."""
    step = min(_STEP, _WIDEST_FAN / max(count, 1))
    return [
        max(fan) + step * (index // 2 + 1) if index % 2 else min(fan) - step * (index // 2 + 1)
        for index in range(count)
    ]


def _detour(
    one: int,
    other: int,
    fan: Iterable[float],
    boxes: Sequence[Box],
    centres: Sequence[tuple[int, int]],
) -> float:
    """Find by how much to bend all edges of a fan so that they cross the fewest other boxes."""
    fan = list(fan)
    best, least = 0.0, float("inf")
    length = hypot(centres[other][0] - centres[one][0], centres[other][1] - centres[one][1])
    for shift in _DETOURS:
        if abs(shift) * length > _WIDEST_BOW:
            break
        cost = abs(shift)
        for bend in fan:
            curve = list(_curve(centres[one], centres[other], bend + shift))
            cost += _CROSSED * _crossed(curve, (one, other), boxes, centres)
        if cost < least:
            best, least = shift, cost
        if least == abs(best):
            break
    return best


def _curve(
    start: tuple[int, int], end: tuple[int, int], bend: float
) -> Iterator[tuple[float, float]]:
    """Yield points of the curve; its control point is that of vis-network to a few pixels."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    via_x = (start[0] + end[0]) / 2 + bend / 2 * dx + 0.785 * bend * dy
    via_y = (start[1] + end[1]) / 2 + bend / 2 * dy - 0.785 * bend * dx
    for step in range(1, _SAMPLES):
        t = step / _SAMPLES
        u = 1 - t
        yield (
            u * u * start[0] + 2 * u * t * via_x + t * t * end[0],
            u * u * start[1] + 2 * u * t * via_y + t * t * end[1],
        )


def _crossed(
    curve: Sequence[tuple[float, float]],
    ends: Ends,
    boxes: Sequence[Box],
    centres: Sequence[tuple[int, int]],
) -> int:
    """Count the boxes that a curve runs through, besides those it joins."""
    left, right = min(x for x, _ in curve), max(x for x, _ in curve)
    top, bottom = min(y for _, y in curve), max(y for _, y in curve)
    count = 0
    for body, (x, y) in enumerate(centres):
        half_x, half_y = boxes[body].width / 2 + _MARGIN, boxes[body].height / 2 + _MARGIN
        if body in ends or x + half_x < left or x - half_x > right:
            continue
        if y + half_y < top or y - half_y > bottom:
            continue
        count += any(abs(px - x) < half_x and abs(py - y) < half_y for px, py in curve)
    return count
