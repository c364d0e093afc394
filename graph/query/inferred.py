"""Ask a question of what follows, too: consequences beside the statements, and marked in answers.

The questions look at what the texts state: at the graphs of the articles and at the statement nodes
of the default graph. `with_consequences` makes a copy of a store in which each consequence stands
there too, with the article and the words of the statement it rests on. `marked` says of each row of
an answer whether it is stated.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Store

from graph.errors import QueryError
from graph.model import Modality
from graph.rdf import vocabulary as v
from graph.rdf.properties import Properties
from graph.rdf.store import GraphStore

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

    from graph.query.answer import Answer

COLUMN: Final = "inferred"
"""The column that says of a row whether it is a consequence."""

_STATEMENT: Final = "statement"
_BORROWED: Final = (v.ARTICLE, v.STATED_IN, v.EVIDENCE)
_OWN: Final = (v.SUBJECT, v.PREDICATE, v.OBJECT, v.MODALITY, v.DOCUMENT, v.TYPE)


def with_consequences(store: GraphStore) -> GraphStore:
    """Return a copy of a store in which questions find consequences as if they were stated.

    The relations that no article can state (`ig:hasAuthorityOver` and its like) are in the graph of
    what is inferred alone, as before.
    """
    whole = Store()
    whole.extend(store.store)
    whole.extend(_quads(store.store))
    return GraphStore(store=whole, where=store.where)


def marked(answer: Answer, store: GraphStore) -> Answer:
    """Return an answer with a column that says 推论 of each row that is a consequence.

    Args:
        answer: the answer, of a store that `with_consequences` made.
        store: that store, or the one it was made from.

    Raises:
        QueryError: the answer does not name the statement of each row, so that consequences could
            not be told from what is stated.
    """
    if _STATEMENT not in answer.variables:
        message = (
            "the question does not select ?statement, so that what is inferred could not be "
            "marked; leave out --inferred."
        )
        raise QueryError(message)
    place = answer.variables.index(_STATEMENT)
    drawn = set(Properties(store.store, v.INFERRED).instances(v.STATEMENT))
    rows = tuple(
        (*row, Literal("推论" if node is not None and str(node)[1:-1] in drawn else ""))
        for row in answer.rows
        for node in [row[place]]
    )
    return replace(answer, variables=(*answer.variables, COLUMN), rows=rows)


def _quads(store: Store) -> Iterator[Quad]:
    inferred, stated = Properties(store, v.INFERRED), Properties(store, DefaultGraph())
    consequences = inferred.instances(v.STATEMENT)
    known = set(consequences)
    for iri in consequences:
        if inferred.get(iri, v.PREDICATE).removeprefix(v.IG) in v.DRAWN_RELATIONS:
            continue
        ground = _ground(iri, known, inferred)
        if ground is not None:
            yield from _node(iri, ground, inferred, stated)
            yield from _plain(iri, ground, inferred, stated)


def _node(iri: str, ground: str, inferred: Properties, stated: Properties) -> Iterator[Quad]:
    """Yield a consequence as a statement node of the default graph, on the words of its ground."""
    node = NamedNode(iri)
    for predicate in _OWN:
        for value in inferred.all(iri, predicate):
            yield Quad(node, predicate, NamedNode(value))
    for condition in inferred.all(iri, v.CONDITION):
        yield Quad(node, v.CONDITION, Literal(condition, language=v.CHINESE))
    for predicate in _BORROWED:
        for value in stated.all(ground, predicate):
            yield Quad(node, predicate, NamedNode(value))


def _plain(iri: str, ground: str, inferred: Properties, stated: Properties) -> Iterator[Quad]:
    """Yield the plain triple of a consequence that is not denied, in the article of its ground."""
    if inferred.get(iri, v.MODALITY) == v.MODALITY_TERM[Modality.PROHIBITION].value:
        return
    subject, relation, obj = (
        NamedNode(inferred.get(iri, predicate)) for predicate in (v.SUBJECT, v.PREDICATE, v.OBJECT)
    )
    for article in stated.all(ground, v.ARTICLE):
        yield Quad(subject, relation, obj, NamedNode(article))


def _ground(iri: str, consequences: AbstractSet[str], inferred: Properties) -> str | None:
    """Return the first statement of a text that a consequence rests on, its kinship left aside."""
    waiting = [iri]
    while waiting:
        node = waiting.pop(0)
        if node not in consequences:
            return node
        if inferred.find(node, v.PREDICATE) != v.KIND_OF.value:
            waiting += sorted(inferred.all(node, v.DERIVED_FROM))
    return None
