"""Questions of the library that a function answers, because SPARQL cannot ask them well.

Such a question is listed, named and asked like one in SPARQL, and its answer has the same form.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode

from graph.network import network
from graph.ontology import load_ontology
from graph.query import Answer
from graph.rdf import read_records
from graph.rdf.vocabulary import CHINESE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from graph.network.view import Network
    from graph.ontology import Ontology
    from graph.query import Question
    from graph.query.answer import Term
    from graph.rdf import GraphStore
    from graph.rdf.stored import Records, StoredBody, StoredStatement

    Row = tuple[Term | None, ...]

_PREAMBLE: Final = "序言"


class Facts:
    """A dataset as the functions see it, each view made when it is first asked for."""

    def __init__(self, store: GraphStore) -> None:
        """Keep the store."""
        self.store = store

    @cached_property
    def records(self) -> Records:
        """The dataset as values."""
        return read_records(self.store)

    @cached_property
    def ontology(self) -> Ontology:
        """What the relations are."""
        return load_ontology()

    @cached_property
    def network(self) -> Network:
        """The bodies and statements as a network."""
        return network(self.records, self.ontology)

    def group(self, *groups: str) -> frozenset[str]:
        """Return the local names of the relations of some groups (`authority`, `answering`)."""
        return frozenset(
            relation.name
            for relation in self.ontology.relations.values()
            if not frozenset(groups).isdisjoint(relation.groups)
        )

    def place(self, statement: StoredStatement) -> str:
        """Return the article of a statement as written, with its document if there are several."""
        label = statement.article_label or _PREAMBLE
        if len(self.records.documents) == 1 or statement.document == "":
            return label
        return f"《{self.records.documents_by_iri[statement.document].title}》{label}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Computed:
    """A question with the function that answers it.

    `find` takes the dataset and the IRIs of what the question is about, by parameter, and returns
    the rows; `variables` are their columns.
    """

    question: Question
    variables: tuple[str, ...]
    find: Callable[[Facts, Mapping[str, str]], list[Row]]

    def answer(self, facts: Facts, meant: list[dict[str, NamedNode]]) -> Answer:
        """Return the rows for each thing that the question may be about, one after another."""
        rows = tuple(
            row
            for terms in meant
            for row in self.find(facts, {name: term.value for name, term in terms.items()})
        )
        return Answer(variables=self.variables, rows=rows, hidden=self.question.hidden)


def body_terms(body: StoredBody) -> tuple[NamedNode, Literal]:
    """Return the cells of a body: its IRI and its name."""
    return NamedNode(body.iri), text(body.name)


def text(words: str) -> Literal:
    """Return a cell with Chinese words."""
    return Literal(words, language=CHINESE)
