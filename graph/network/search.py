"""Find the ways through a network of plain names: the shortest first, and none twice.

The network is an adjacency: for each node, the nodes one step away, in the order in which they are
to be tried. All functions are lazy and deterministic; none of them knows what a step means.

`simple_paths` is a depth-first search that keeps, for every node, a lower bound on the steps to the
goal that avoid the nodes already on the way (the "barrier" of Peng et al., *Towards Bridging Theory
and Practice: Hop-Constrained s-t Simple Path Enumeration*, VLDB 2019). The bound starts as the
plain distance, is raised where the search finds a dead end, and is lowered again when the node that
blocked the way is left. So the work between two answers grows with the size of the network times
the number of steps, and never with the number of ways that lead nowhere.
"""

from __future__ import annotations

from collections import deque
from heapq import heappop, heappush
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    Steps = Mapping[str, Sequence[str]]

_NEVER: Final = 1 << 60  # more steps than any network has


def reversed_steps(steps: Steps) -> dict[str, list[str]]:
    """Return the adjacency with every step turned round.

    >>> reversed_steps({"a": ["b", "c"], "b": ["c"]})
    {'b': ['a'], 'c': ['a', 'b']}
    """
    turned: dict[str, list[str]] = {}
    for node, neighbours in steps.items():
        for neighbour in neighbours:
            turned.setdefault(neighbour, []).append(node)
    return turned


def distances(steps: Steps, start: str, *, limit: int | None = None) -> dict[str, int]:
    """Return how many steps away each node is that can be reached, nearest first.

    Args:
        steps: the adjacency.
        start: the node to begin with; it is 0 steps away.
        limit: the number of steps after which to stop, if any.

    >>> distances({"a": ["b"], "b": ["c", "a"]}, "a")
    {'a': 0, 'b': 1, 'c': 2}
    """
    found = {start: 0}
    waiting = deque([start])
    while waiting:
        node = waiting.popleft()
        if limit is not None and found[node] >= limit:
            break
        for neighbour in steps.get(node, ()):
            if neighbour not in found:
                found[neighbour] = found[node] + 1
                waiting.append(neighbour)
    return found


def simple_paths(steps: Steps, start: str, goal: str, *, most: int) -> Iterator[tuple[str, ...]]:
    """Yield every path from `start` to `goal` that visits no node twice, shorter ones first.

    Args:
        steps: the adjacency.
        start: where the paths begin.
        goal: where they end; no path leads from a node to itself.
        most: the number of steps no path may exceed.

    Yields:
        The nodes of a path, `start` and `goal` included. Paths of one length follow the order of
        `steps`.

    >>> list(simple_paths({"a": ["b", "c"], "b": ["c"]}, "a", "c", most=2))
    [('a', 'c'), ('a', 'b', 'c')]
    """
    if start == goal:
        return
    back = reversed_steps(steps)
    to_goal = distances(back, goal, limit=most)
    most = min(most, len(to_goal))  # no simple path has more steps than there are nodes to pass
    for length in range(to_goal.get(start, most + 1), most + 1):
        # Shorter paths come up again and are passed over: each was an answer already.
        for path in _paths_up_to(steps, back, dict(to_goal), (start, goal), length):
            if len(path) == length + 1:
                yield path


def lightest_path(
    steps: Steps, start: str, goal: str, *, most: int, weight: Callable[[str, str], int]
) -> tuple[str, ...] | None:
    """Return a path whose steps weigh as little as possible, and of those one with fewest steps.

    Args:
        steps: the adjacency.
        start: where the path begins.
        goal: where it ends; no path leads from a node to itself.
        most: the number of steps it may not exceed.
        weight: what a step weighs, 0 or more.

    Returns:
        The nodes of the path, or None where there is none. Of equals the first in the order of
        `steps` is returned.

    >>> heavy = {("a", "c"): 1}
    >>> weight = lambda one, other: heavy.get((one, other), 0)
    >>> lightest_path({"a": ["c", "b"], "b": ["c"]}, "a", "c", most=2, weight=weight)
    ('a', 'b', 'c')
    """
    if start == goal:
        return None
    # A node is left again only by a way with fewer steps than any lighter one that reached it.
    fewest: dict[str, int] = {}
    waiting: list[tuple[int, int, int, tuple[str, ...]]] = [(0, 0, 0, (start,))]
    order = 0  # of equals the one found first goes first
    while waiting:
        load, length, _, path = heappop(waiting)
        node = path[-1]
        if node == goal:
            return path
        if length >= min(most, fewest.get(node, _NEVER)):
            continue
        fewest[node] = length
        for neighbour in steps.get(node, ()):
            if length + 1 < fewest.get(neighbour, _NEVER):
                order += 1
                step = (load + weight(node, neighbour), length + 1, order, (*path, neighbour))
                heappush(waiting, step)
    return None


def _paths_up_to(
    steps: Steps, back: Steps, barrier: dict[str, int], ends: tuple[str, str], most: int
) -> Iterator[tuple[str, ...]]:
    """Yield the simple paths of up to `most` steps; `barrier` starts as distances to the goal."""
    start, goal = ends
    path = [start]
    pending = [iter(steps.get(start, ()))]
    nearest = [_NEVER]  # for each node of the path, the steps to the goal on the best way found
    barrier[start] = _NEVER  # a node on the path is closed
    while pending:
        for node in pending[-1]:
            if len(path) + barrier.get(node, _NEVER) > most:
                continue
            if node == goal:
                nearest[-1] = 1
                yield (*path, goal)
                continue
            path.append(node)
            pending.append(iter(steps.get(node, ())))
            nearest.append(_NEVER)
            barrier[node] = _NEVER
            break
        else:
            pending.pop()
            node, best = path.pop(), nearest.pop()
            if best == _NEVER:
                # With what is on the path, the goal is further away than the steps that were left.
                barrier[node] = most - len(path) + 1
            else:
                _lower(back, barrier, node, best, path)
                if nearest:
                    nearest[-1] = min(nearest[-1], best + 1)


def _lower(
    back: Steps, barrier: dict[str, int], node: str, bound: int, path: Sequence[str]
) -> None:
    """Lower the barrier of a node that is open again, and of all whose way it had closed."""
    closed = frozenset(path)
    waiting = deque([(node, bound)])
    while waiting:
        node, bound = waiting.popleft()
        if barrier.get(node, _NEVER) > bound:
            barrier[node] = bound
            waiting.extend(
                (before, bound + 1) for before in back.get(node, ()) if before not in closed
            )
