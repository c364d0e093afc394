"""All questions that have a name: those in SPARQL and those that a function answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graph import query
from graph.ask.chains import CHAINS
from graph.ask.computed import Facts
from graph.ask.struck import STRUCK

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.ask.computed import Computed
    from graph.query import Answer, Question
    from graph.rdf import GraphStore

_COMPUTED: Final[Mapping[str, Computed]] = {one.question.name: one for one in (*CHAINS, STRUCK)}


def questions() -> tuple[Question, ...]:
    """Return the questions of the library, by name."""
    found = (*query.questions(), *(one.question for one in _COMPUTED.values()))
    return tuple(sorted(found, key=lambda question: question.name))


def get_question(name: str) -> Question:
    """Return the question of the library that has this name.

    Raises:
        QueryError: there is none.
    """
    return query.get_question(name, questions())


def put(
    store: GraphStore,
    question: Question,
    parameters: Mapping[str, str | None],
    facts: Facts | None = None,
) -> Answer:
    """Put a question to a dataset, whichever way it is answered.

    Args:
        store: the dataset.
        question: one of the library, or one of one's own in SPARQL.
        parameters: what it is about, in words; see `graph.query.ask`.
        facts: the dataset as values, where the caller has it already.

    Raises:
        QueryError: the question cannot be asked about this.
        UnknownBodyError: no body bears a name that is given.
        UnknownProvisionError: no document has the article that is given.
    """
    computed = None if question.sparql else _COMPUTED.get(question.name)
    if computed is None:
        return query.ask(store, question, parameters)
    return computed.answer(facts or Facts(store), query.meant(store, question, parameters))
