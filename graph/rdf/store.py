"""Open a dataset in an embedded store and put questions to it.

The store is Oxigraph, in memory. Questions are read-only, and what a question is asked about is
bound to its variables as a term, never written into its text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pyoxigraph import Store, Variable

from graph.errors import DatasetError, QueryError
from graph.rdf import vocabulary as v
from graph.rdf.dataset import dataset_quads
from graph.rdf.serialise import format_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pyoxigraph import (
        BlankNode,
        Literal,
        NamedNode,
        Quad,
        QueryBoolean,
        QuerySolutions,
        QueryTriples,
        Triple,
    )
    from rdflib import Dataset

    from graph.model import Reading

# GRAPH ?article { … }: any named graph of the dataset
_ANY_GRAPH: Final = re.compile(r"\bGRAPH\s*[?$]", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class GraphStore:
    """A dataset that can be asked; `where` says in messages what it is (a path)."""

    store: Store
    where: str

    def query(
        self,
        sparql: str,
        bindings: Mapping[str, NamedNode | Literal] | None = None,
        *,
        inferred: bool = False,
    ) -> QuerySolutions | QueryBoolean | QueryTriples:
        """Ask a SPARQL 1.1 question: SELECT, ASK, CONSTRUCT or DESCRIBE.

        The prefixes of `vocabulary.PREFIXES` need no declaration. The default graph of the question
        is the dataset's (statement nodes, bodies, provisions); the plain triples are found by
        `GRAPH ?article { … }`, and there are those of articles only: what is inferred is found by
        a question that names its graph.

        Args:
            sparql: the text of the question.
            bindings: the terms that some of its variables stand for, by name without `?`. Each must
                be among the variables that the question selects, and must stand outside of any
                sub-select that does not select it.
            inferred: whether `GRAPH ?any { … }` finds the graph of what is inferred, too.

        Raises:
            QueryError: if the question does not parse, changes the data, or does not select a bound
            variable.
        """
        terms: dict[Variable, NamedNode | BlankNode | Literal | Triple] = {
            Variable(name): term for name, term in (bindings or {}).items()
        }
        graphs = None if inferred else self._article_graphs(sparql)
        try:
            return self.store.query(
                sparql, prefixes=dict(v.PREFIXES), substitutions=terms, named_graphs=graphs
            )
        except SyntaxError as error:
            where = _one_line(error).partition(": expected")[0]  # the rest lists every token
            message = f"the question is not a SPARQL query: {where}."
            raise QueryError(message) from error
        except RuntimeError as error:
            message = f"the question cannot be asked: {_one_line(error)}."
            raise QueryError(message) from error

    def _article_graphs(self, sparql: str) -> list[NamedNode | BlankNode] | None:
        """Return the graphs that `GRAPH ?any` may find; None for all where nothing is hidden."""
        asked_for = v.INFERRED.value in sparql or not _ANY_GRAPH.search(sparql)
        if asked_for or not self.store.contains_named_graph(v.INFERRED):
            return None
        return [graph for graph in self.store.named_graphs() if graph != v.INFERRED]

    def dataset(self) -> Dataset:
        """Return the same data with the interface of rdflib; nothing is copied.

        The default graph of the result is the dataset's own and not the union of all graphs.
        """
        # rdflib is slow to import and rarely wanted: only here.
        from oxrdflib import OxigraphStore  # noqa: PLC0415
        from rdflib import Dataset  # noqa: PLC0415

        return Dataset(store=OxigraphStore(store=self.store), default_union=False)


def open_store(path: Path | str) -> GraphStore:
    """Load a dataset (`.trig` or `.nq`) into memory.

    Raises:
        DatasetError: if the file is missing, cannot be read or does not parse.
    """
    file = Path(path)
    dataset_format = format_of(file)
    store = Store()
    try:
        store.load(path=str(file), format=dataset_format)
    except FileNotFoundError as error:
        raise DatasetError(
            file, "there is no such file", "a dataset that a build has written"
        ) from error
    except SyntaxError as error:
        raise DatasetError(
            file, _one_line(error), f"RDF in the format {dataset_format.name}"
        ) from error
    except OSError as error:
        raise DatasetError(file, _one_line(error), "a file that can be read") from error
    return GraphStore(store=store, where=str(file))


def store_readings(readings: Iterable[Reading]) -> GraphStore:
    """Put the dataset of some readings into a store without a file.

    Raises:
        DatasetError: if the readings make no dataset.
    """
    return store_quads(dataset_quads(readings))


def store_quads(quads: Iterable[Quad]) -> GraphStore:
    """Put a dataset into a store without a file."""
    store = Store()
    store.bulk_extend(quads)
    return GraphStore(store=store, where="memory")


def _one_line(error: Exception) -> str:
    text = error.msg if isinstance(error, SyntaxError) and error.msg else str(error)
    return " ".join(text.split()).rstrip(".")
