"""What the nodes of one graph say of themselves, property by property.

The store is asked once for each property and the answer kept, which is many times faster than
asking for each node.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pyoxigraph import Triple

from graph.errors import DatasetError
from graph.rdf import vocabulary as v

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Store

_CURIES: Final = {iri: prefix for prefix, iri in v.PREFIXES.items()}


class Properties:
    """The properties of the nodes of one graph; a value is an IRI or the words of a literal."""

    __slots__ = ("_graph", "_store", "_values")

    def __init__(self, store: Store, graph: NamedNode | DefaultGraph) -> None:
        """Look at one graph of the store."""
        self._store = store
        self._graph = graph
        self._values: dict[str, dict[str, list[str]]] = {}

    def all(self, node: str, predicate: NamedNode) -> list[str]:
        """Return every value of a property of a node, in no particular order."""
        return self._of(predicate).get(node, [])

    def find(self, node: str, predicate: NamedNode) -> str | None:
        """Return the value of a property of a node, None if there is none.

        Raises:
            DatasetError: if there are several.
        """
        values = self._of(predicate).get(node)
        if values is None:
            return None
        if len(values) > 1:
            problem = f"it has {len(values)} values of {short(predicate.value)}"
            raise DatasetError(node, problem, "one at most")
        return values[0]

    def get(self, node: str, predicate: NamedNode) -> str:
        """Return the value of a property of a node.

        Raises:
            DatasetError: if there is none, or several.
        """
        value = self.find(node, predicate)
        if value is None:
            raise DatasetError(node, f"it has no {short(predicate.value)}", "exactly one")
        return value

    def number(self, node: str, predicate: NamedNode) -> int:
        """Return the value of a property of a node as a number.

        Raises:
            DatasetError: if there is none or several, or if it is not a number from 0.
        """
        value = self.get(node, predicate)
        if not (value.isascii() and value.isdigit()):
            raise DatasetError(
                node, f"its {short(predicate.value)} is {value!r}", "a number from 0"
            )
        return int(value)

    def instances(self, class_: NamedNode) -> list[str]:
        """Return the nodes of a class, sorted."""
        quads = self._store.quads_for_pattern(None, v.TYPE, class_, self._graph)
        return sorted(plain(quad.subject) for quad in quads)

    def nodes(self, predicate: NamedNode) -> list[str]:
        """Return the nodes that have the property, sorted."""
        return sorted(self._of(predicate))

    def _of(self, predicate: NamedNode) -> dict[str, list[str]]:
        values = self._values.get(predicate.value)
        if values is None:
            values = self._values[predicate.value] = {}
            for quad in self._store.quads_for_pattern(None, predicate, None, self._graph):
                values.setdefault(plain(quad.subject), []).append(plain(quad.object))
        return values


def not_one(node: str, predicate: NamedNode, properties: Properties) -> Iterator[DatasetError]:
    """Yield a fault unless the node has exactly one value of the property."""
    count = len(properties.all(node, predicate))
    if count != 1:
        name = short(predicate.value)
        problem = f"it has {count} values of {name}" if count else f"it has no {name}"
        yield DatasetError(node, problem, "exactly one")


def plain(node: NamedNode | BlankNode | Literal | Triple) -> str:
    """Return the IRI, the label of the blank node or the words of the literal.

    Raises:
        DatasetError: if the term is a triple: the model has none.
    """
    if isinstance(node, Triple):
        raise DatasetError(str(node), "a triple stands as a term", "IRIs and literals")
    return node.value


def short(iri: str) -> str:
    """Return the IRI with its prefix, where it has a known one: `ig:leads`.

    >>> short("http://www.w3.org/ns/oa#start"), short("http://example.org/x")
    ('oa:start', 'http://example.org/x')
    """
    cut = max(iri.rfind("#"), iri.rfind("/")) + 1
    prefix = _CURIES.get(iri[:cut])
    return f"{prefix}:{iri[cut:]}" if prefix else iri
