"""Ask: bind what a question is about, put it to the store, and bring the answer back whole.

Questions only read. What they are about comes as words, is looked up in the dataset, and is bound
as a term; no word of it gets into the text of a query.
"""

from __future__ import annotations

import re
from itertools import product
from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode, QueryBoolean, QuerySolutions

from graph.errors import QueryError
from graph.ontology import load_ontology
from graph.query.answer import Answer
from graph.query.names import read_names
from graph.query.places import read_places
from graph.query.question import get_question, parse_question
from graph.query.relations import get_relation

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.query.answer import Term
    from graph.query.question import Question
    from graph.rdf.store import GraphStore

# What may stand before the first keyword of a query: a comment, or a declaration of a prefix or
# base.
_PROLOGUE: Final = re.compile(
    r"\s+ | \#[^\n]* | prefix\s+[^\s:]*:\s*<[^>]*> | base\s+<[^>]*>", re.IGNORECASE | re.VERBOSE
)
_KEYWORD: Final = re.compile(r"[A-Za-z]+")
_UPDATES: Final = frozenset(
    {"ADD", "CLEAR", "COPY", "CREATE", "DELETE", "DROP", "INSERT", "LOAD", "MOVE", "WITH"}
)

# How the store says where a query stops making sense: line and column, both from 1.
_POSITION: Final = re.compile(r"error at (\d+):(\d+)")

# A reason in words among the tokens that could have stood there: Prefix not found.
_REASON: Final = re.compile(r"[A-Z][A-Za-z]*(?: [A-Za-z]+){2,}")
_SHOWN: Final = 30  # characters on either side of the place that does not parse


def run(store: GraphStore, name: str, /, **parameters: str | None) -> Answer:
    """Ask a question of the library.

    Args:
        store: the dataset.
        name: the name of the question, such as `who-leads`.
        parameters: what it is about, such as `body="派驻机构"`; see `ask`.

    Raises:
        QueryError: there is no such question, or it cannot be asked about this.
        UnknownBodyError: no body bears the name that is given.
        UnknownProvisionError: no document has the article that is given.
    """
    return ask(store, get_question(name), parameters)


def run_text(store: GraphStore, sparql: str, /, **parameters: str | None) -> Answer:
    """Ask a question of one's own: SELECT, ASK, CONSTRUCT or DESCRIBE; for the rest see `run`.

    What is given is bound to the variable of its name, if the query has it: `body="派驻机构"` to
    `?body`.
    """
    return ask(store, parse_question(sparql), parameters)


def ask(store: GraphStore, question: Question, parameters: Mapping[str, str | None]) -> Answer:
    """Ask a question.

    Where a word means several things (a relative name that several documents use, an article that
    several have), the question is asked about each, and the answers follow one another.

    Args:
        store: the dataset.
        question: the question.
        parameters: for some of `PARAMETERS` a word; None is the same as none. `body` and `other`
            are any name of a body, `article` a number, `relation` a name or label, `document` a
            name or title.

    Raises:
        QueryError: the query does not parse or changes the data, a parameter is missing or not
            wanted, or one names nothing.
        UnknownBodyError: no body bears the name that is given.
        UnknownProvisionError: no document has the article that is given.
    """
    _require_question(question.sparql)
    answers = [_one(store, question, bindings) for bindings in meant(store, question, parameters)]
    first = answers[0]
    return Answer(
        variables=first.variables,
        rows=tuple(row for answer in answers for row in answer.rows),
        truth=None if first.truth is None else any(answer.truth for answer in answers),
        hidden=question.hidden,
    )


def meant(
    store: GraphStore, question: Question, parameters: Mapping[str, str | None]
) -> list[dict[str, NamedNode]]:
    """Return the terms that the words of a question mean: one set for each thing they may mean.

    For the arguments and what is raised see `ask`; nothing is asked yet.
    """
    given = {name: text for name, text in parameters.items() if text is not None}
    _require(question, given)
    return _bindings(store, given)


def _require(question: Question, given: Mapping[str, str]) -> None:
    missing = [name for name in question.required if name not in given]
    unwanted = [name for name in given if name not in question.parameters]
    if missing or unwanted:
        problem = "needs" if missing else "does not take"
        takes = ", ".join(question.parameters) or "nothing"
        which = ", ".join(missing or unwanted)
        message = f"the question {question.name or 'asked'} {problem} {which}; it takes {takes}."
        raise QueryError(message)


def _bindings(store: GraphStore, given: Mapping[str, str]) -> list[dict[str, NamedNode]]:
    """Return, for each combination of the things meant, the terms to bind."""
    if not given:
        return [{}]
    document = None
    if "document" in given:
        document = read_places(store).get_document(given["document"])
    meant: dict[str, list[str]] = {}
    for name, text in given.items():
        match name:
            case "body" | "other":
                bodies = read_names(store).get_bodies(text, document)
                meant[name] = [body.iri for body in bodies]
            case "article":
                articles = read_places(store).get_articles(text, document)
                meant[name] = [article.iri for article in articles]
            case "relation":
                meant[name] = [get_relation(load_ontology(), text).iri]
            case _:
                meant[name] = [document] if document else []
    return [
        dict(zip(meant, map(NamedNode, iris), strict=True)) for iris in product(*meant.values())
    ]


def _one(store: GraphStore, question: Question, bindings: Mapping[str, NamedNode]) -> Answer:
    terms: dict[str, NamedNode | Literal] = dict(bindings)
    try:
        # Those of the library keep to the articles by themselves, which is quicker.
        found = store.query(question.sparql, terms, inferred=bool(question.name))
        if isinstance(found, QueryBoolean):
            return Answer(truth=bool(found))
        if isinstance(found, QuerySolutions):
            variables = tuple(variable.value for variable in found.variables)
            return Answer(variables=variables, rows=tuple(tuple(solution) for solution in found))
        triples: list[tuple[Term | None, ...]] = [
            (triple.subject, triple.predicate, triple.object) for triple in found
        ]
        return Answer(variables=("subject", "predicate", "object"), rows=tuple(triples))
    except QueryError as error:
        if isinstance(error.__cause__, SyntaxError):
            raise QueryError(_syntax(question.sparql, str(error.__cause__.msg))) from error
        if bindings and "SELECT projection" in str(error):
            asked = " or ".join(f"?{name}" for name in bindings)
            message = f"the question does not select {asked}, which it is asked about."
            raise QueryError(message) from error
        raise
    except (OSError, RuntimeError, ValueError) as error:  # what only comes up while it is answered
        message = f"the question cannot be answered: {' '.join(str(error).split()).rstrip('.')}."
        raise QueryError(message) from error


def _require_question(sparql: str) -> None:
    """Refuse a text that is empty, or no question but an order to change the data."""
    start = 0
    while match := _PROLOGUE.match(sparql, start):
        start = match.end()
    if start == len(sparql):
        message = "the question is empty; expected SELECT, ASK, CONSTRUCT or DESCRIBE."
        raise QueryError(message)
    keyword = _KEYWORD.match(sparql, start)
    if keyword is not None and keyword[0].upper() in _UPDATES:
        message = (
            f"the question would change the data ({keyword[0].upper()}); "
            "expected SELECT, ASK, CONSTRUCT or DESCRIBE."
        )
        raise QueryError(message)


def _syntax(sparql: str, problem: str) -> str:
    """Return a sentence on a query that does not parse: how far it does, and why no further."""
    position = _POSITION.search(problem)
    if position is None:
        return f"the question is not a SPARQL query: {' '.join(problem.split())}."
    line, column = int(position[1]), int(position[2])
    text = sparql.split("\n")[line - 1]
    first, last = max(column - _SHOWN, 0), column + _SHOWN
    dots = "…" if first else "", "…" if last < len(text) else ""
    near = f"{dots[0]}{text[first:last].strip()}{dots[1]}"
    reason = _REASON.search(problem.partition("expected")[2])
    why = f" ({reason[0]})" if reason else ""
    return f"the question is not a SPARQL query: line {line}, column {column}: “{near}”{why}."
