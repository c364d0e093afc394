"""The graph as a network: bodies as nodes, statements as edges, and the paths between bodies.

`view` makes a networkx graph of the records, `walk` says which of its edges may be followed,
`paths` finds the ways, each step with all statements that make it.
"""

from __future__ import annotations

from graph.network.paths import (
    Hop,
    Path,
    denials,
    reachable,
    shortest_path,
    simple_paths,
    strongest_path,
)
from graph.network.view import network
from graph.network.walk import Walk

__all__ = [
    "Hop",
    "Path",
    "Walk",
    "denials",
    "network",
    "reachable",
    "shortest_path",
    "simple_paths",
    "strongest_path",
]
