"""Hold a dataset against `shapes.ttl`, the SHACL shapes of the model, with pySHACL.

pySHACL is an extra (`pip install 'institution-graph[shapes]'`): a build and its questions do
without it. It reads rdflib graphs, so the dataset is copied there once.
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pyoxigraph import DefaultGraph, RdfFormat, serialize

from graph.errors import DatasetError, MissingExtraError
from graph.rdf import vocabulary as v
from graph.rdf.properties import plain, short

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pyoxigraph import NamedNode
    from rdflib import Graph
    from rdflib.term import Node

    from graph.rdf.store import GraphStore

_SHACL: Final = "http://www.w3.org/ns/shacl#"
_CONSEQUENCE: Final = f"{v.IG}ConsequenceShape"


def shapes_path() -> Path:
    """Return the path of the shapes: in the package when installed, at the top in a checkout."""
    packaged = Path(__file__).parent.parent / "shapes.ttl"
    return packaged if packaged.is_file() else Path(__file__).parent.parent.parent / "shapes.ttl"


def has_shacl() -> bool:
    """Say whether pySHACL is installed."""
    return find_spec("pyshacl") is not None


def shape_faults(store: GraphStore) -> tuple[DatasetError, ...]:
    """Return what the shapes find wrong with a dataset, in the order of its nodes.

    Raises:
        MissingExtraError: pySHACL is not installed.
    """
    if not has_shacl():
        raise MissingExtraError(what="the SHACL shapes", library="pySHACL", extra="shapes")
    from rdflib import Graph  # noqa: PLC0415  (slow to load and rarely wanted)

    shapes = Graph().parse(shapes_path(), format="turtle")
    found = _faults(_graph(store, DefaultGraph()), shapes)
    inferred = _graph(store, v.INFERRED)
    consequences = sorted(
        plain(quad.subject)
        for quad in store.store.quads_for_pattern(None, v.TYPE, v.STATEMENT, v.INFERRED)
    )
    if consequences:
        found |= _faults(inferred, shapes, only=_CONSEQUENCE, nodes=consequences)
    return tuple(DatasetError(*fault) for fault in sorted(found))


def _graph(store: GraphStore, name: NamedNode | DefaultGraph) -> Graph:
    """Return one graph of the store as rdflib has it."""
    from rdflib import Graph  # noqa: PLC0415

    triples = (quad.triple for quad in store.store.quads_for_pattern(None, None, None, name))
    lines = serialize(triples, format=RdfFormat.N_TRIPLES) or b""
    return Graph().parse(data=lines, format="nt")


def _faults(
    data: Graph, shapes: Graph, *, only: str | None = None, nodes: Sequence[str] | None = None
) -> set[tuple[str, str, str]]:
    """Return node, problem and expectation of each result of a validation."""
    from pyshacl import validate  # noqa: PLC0415

    _, report, _ = validate(
        data,
        shacl_graph=shapes,
        inplace=True,
        use_shapes=None if only is None else [only],
        focus_nodes=None if nodes is None else [*nodes],
    )
    return {_told(result, report) for result in report.subjects(predicate=_term("focusNode"))}


def _told(result: Node, report: Graph) -> tuple[str, str, str]:
    """Return one result of a validation as a node, what is wrong with it, and what was expected."""
    focus = report.value(result, _term("focusNode"))
    path = report.value(result, _term("resultPath"))
    value = report.value(result, _term("value"))
    message = str(report.value(result, _term("resultMessage")) or "")
    about = short(str(path)) if path is not None and str(path).startswith("http") else ""
    if value is not None and value != focus:
        problem = f"its {about or 'value'} is {_shown(str(value))}"
    elif about:
        problem = f"its {about} is not as it must be"
    else:
        problem = "it is not as it must be"
    return str(focus), problem, message.removeprefix("expected ")


def _term(name: str) -> Node:
    from rdflib import URIRef  # noqa: PLC0415

    return URIRef(_SHACL + name)


def _shown(value: str, longest: int = 60) -> str:
    return value if len(value) <= longest else f"{value[:longest]}…"
