"""Paths between bodies: each step carries every statement that makes it, with its quotes."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from graph.network import search
from graph.network.walk import Walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.network.view import Network
    from graph.network.walk import Links
    from graph.rdf.stored import StoredBody, StoredStatement


@dataclass(frozen=True, slots=True, kw_only=True)
class Hop:
    """A step from a body to another, with all statements that make it, in the order of the text."""

    source: StoredBody
    target: StoredBody
    statements: tuple[StoredStatement, ...]

    @property
    def forward(self) -> bool:
        """Whether a statement runs the way the step goes: from its subject to its object."""
        return any(self.follows(statement) for statement in self.statements)

    @property
    def inferred(self) -> bool:
        """Whether no text states the step: each statement that makes it is a consequence."""
        return all(statement.inferred for statement in self.statements)

    def follows(self, statement: StoredStatement) -> bool:
        """Tell whether one of the statements runs the way the step goes."""
        return statement.subject.iri == self.source.iri


@dataclass(frozen=True, slots=True, kw_only=True)
class Path:
    """A way from one body to another that visits none twice: at least one hop."""

    hops: tuple[Hop, ...]

    @property
    def bodies(self) -> tuple[StoredBody, ...]:
        """The bodies on the way, both ends included."""
        return (self.hops[0].source, *(hop.target for hop in self.hops))

    @property
    def inferred_hops(self) -> int:
        """The number of hops that no text states."""
        return sum(hop.inferred for hop in self.hops)

    def __len__(self) -> int:
        """Return the number of hops."""
        return len(self.hops)


def shortest_path(
    network: Network, source: str, target: str, walk: Walk | None = None, *, most: int | None = None
) -> Path | None:
    """Return a path with as few hops as possible; of several the first in the order of the network.

    Args:
        network: the bodies and statements.
        source: the IRI of the body to begin with.
        target: the IRI of the body to arrive at.
        walk: what may be followed; None means every relation, both ways.
        most: the number of hops it may have, None for any.

    Returns:
        The path, or None where there is none, as from a body to itself.

    Raises:
        KeyError: one of the IRIs is no body of the network.
    """
    limit = most if most is not None else network.number_of_nodes()
    return next(simple_paths(network, source, target, walk, most=limit), None)


def strongest_path(
    network: Network, source: str, target: str, walk: Walk | None = None, *, most: int | None = None
) -> Path | None:
    """Return a path with as few inferred hops as possible, and of those one with fewest hops.

    Without what is inferred (`Walk.inferred`) that is a shortest path. For the arguments and what
    is raised see `shortest_path`.
    """
    _require(network, source, target)
    links = (walk or Walk()).links(network)

    def weight(one: str, other: str) -> int:
        return int(all(statement.inferred for statement in links[one][other]))

    limit = most if most is not None else network.number_of_nodes()
    nodes = search.lightest_path(_steps(links), source, target, most=limit, weight=weight)
    return _path(network, links, nodes) if nodes else None


def denials(
    network: Network, source: str, target: str, walk: Walk | None = None, *, most: int | None = None
) -> tuple[StoredStatement, ...]:
    """Return the denied statements that block a way: it would be shorter than any there is.

    Args:
        network: the bodies and statements.
        source: the IRI of the body to begin with.
        target: the IRI of the body to arrive at.
        walk: what may be followed; None means every relation, both ways.
        most: the number of hops a path may have, None for any.

    Raises:
        KeyError: one of the IRIs is no body of the network.
    """
    _require(network, source, target)
    walk = walk or Walk()
    limit = most if most is not None else network.number_of_nodes()
    links = walk.links(network, denied=True)
    way = next(search.simple_paths(_steps(links), source, target, most=limit), None)
    path = shortest_path(network, source, target, walk, most=most)
    # A way is told by its bodies: one more than it has hops.
    if way is None or (path is not None and len(path) <= len(way) - 1):
        return ()
    return tuple(
        statement
        for one, other in pairwise(way)
        if all(statement.denied for statement in links[one][other])
        for statement in links[one][other]
    )


def simple_paths(
    network: Network, source: str, target: str, walk: Walk | None = None, *, most: int
) -> Iterator[Path]:
    """Yield every path that visits no body twice, shorter ones first, each found when asked for.

    Parallel statements are one hop, so that no two paths visit the same bodies in the same order.

    Args:
        network: the bodies and statements.
        source: the IRI of the body to begin with.
        target: the IRI of the body to arrive at.
        walk: what may be followed; None means every relation, both ways.
        most: the number of hops a path may have.

    Raises:
        KeyError: one of the IRIs is no body of the network.
    """
    _require(network, source, target)
    links = (walk or Walk()).links(network)
    for nodes in search.simple_paths(_steps(links), source, target, most=most):
        yield _path(network, links, nodes)


def reachable(
    network: Network, source: str, walk: Walk | None = None
) -> Iterator[tuple[StoredBody, int]]:
    """Yield every other body that can be reached, with the hops it takes, nearest first.

    Args:
        network: the bodies and statements.
        source: the IRI of the body to begin with.
        walk: what may be followed; None means every relation, both ways.

    Raises:
        KeyError: `source` is no body of the network.
    """
    _require(network, source)
    steps = _steps((walk or Walk()).links(network))
    for iri, hops in search.distances(steps, source).items():
        if hops:
            yield network.nodes[iri]["body"], hops


def _require(network: Network, *iris: str) -> None:
    for iri in iris:
        if iri not in network:
            raise KeyError(iri)


def _steps(links: Links) -> dict[str, list[str]]:
    return {node: list(neighbours) for node, neighbours in links.items()}


def _path(network: Network, links: Links, nodes: tuple[str, ...]) -> Path:
    return Path(
        hops=tuple(
            Hop(
                source=network.nodes[source]["body"],
                target=network.nodes[target]["body"],
                statements=tuple(links[source][target]),
            )
            for source, target in pairwise(nodes)
        )
    )
