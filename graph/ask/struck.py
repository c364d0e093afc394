"""What hangs on an article: what the graph would lose if the article were struck out.

Four things can be lost: a relation that no other article states, a body that no other article
names, a consequence that rests on a lost relation, and the last way from one body to another.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from graph.ask.computed import Computed, body_terms, text
from graph.network import Walk, network
from graph.network.search import distances, reversed_steps, simple_paths
from graph.query import Question
from graph.rdf.vocabulary import MODALITY_TERM, term

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from graph.ask.computed import Facts, Row
    from graph.network.view import Network
    from graph.rdf.stored import StoredStatement

_RELATION: Final = "关系"
_REPEATED: Final = "关系（他条另有规定）"
_BODY: Final = "机构"
_CONSEQUENCE: Final = "推论"
_WAYS: Final = {"authority": "权力通路", "answering": "负责和报告通路"}


def _struck(facts: Facts, iris: Mapping[str, str]) -> list[Row]:
    stated = [one for one in facts.records.statements if not one.inferred]
    gone = [one for one in stated if one.article == iris["article"]]
    left = [one for one in stated if one.article != iris["article"]]
    return [*_relations(facts, gone, left), *_bodies(gone, left), *_ways(facts, gone, left)]


def _relations(
    facts: Facts, gone: list[StoredStatement], left: list[StoredStatement]
) -> Iterator[Row]:
    lost = set()
    for statement in gone:
        also = [one for one in left if _claim(one) == _claim(statement)]
        places = dict.fromkeys(facts.place(one) for one in also)
        if not also:
            lost.add(statement.iri)
        yield (
            text(_REPEATED if also else _RELATION),
            *_sides(statement),
            text("、".join(places)),
            text(statement.quote),
        )
    for statement in facts.records.statements:
        if statement.inferred and not lost.isdisjoint(statement.derived_from):
            lost.add(statement.iri)
            yield text(_CONSEQUENCE), *_sides(statement), text(""), text("")


def _bodies(gone: Iterable[StoredStatement], left: Iterable[StoredStatement]) -> Iterator[Row]:
    named = {body for one in left for body in (one.subject, one.object)}
    for body in dict.fromkeys(body for one in gone for body in (one.subject, one.object)):
        if body not in named:
            yield text(_BODY), *body_terms(body), None, None, None, None, text(""), text("")


def _ways(facts: Facts, gone: list[StoredStatement], left: list[StoredStatement]) -> Iterator[Row]:
    """Yield each pair of bodies of which one can no longer reach the other.

    Power and answering are followed apart, each in its own direction. Both bodies are still named
    by some article; a way of one step is a relation and told as such.
    """
    named = {body.iri for one in left for body in (one.subject, one.object)}
    after = network(replace(facts.records, statements=tuple(left)), facts.ontology)
    for group, kind in _WAYS.items():
        walk = Walk(relations=facts.group(group), directed=True)
        steps, kept = _steps(facts.network, walk), _steps(after, walk)
        back = reversed_steps(steps)
        broken = {one.subject.iri: None for one in gone if walk.allows(one)}
        starts = dict.fromkeys(iri for end in broken for iri in distances(back, end))
        for start in sorted(starts.keys() & named):
            still = distances(kept, start)
            for end, length in distances(steps, start).items():
                if length > 1 and end in named and end not in still:
                    way = next(simple_paths(steps, start, end, most=length))
                    bodies = [facts.records.bodies_by_iri[iri] for iri in way]
                    yield (
                        text(kind),
                        *body_terms(bodies[0]),
                        None,
                        None,
                        *body_terms(bodies[-1]),
                        text(" → ".join(body.name for body in bodies)),
                        text(""),
                    )


def _steps(net: Network, walk: Walk) -> dict[str, list[str]]:
    return {node: list(neighbours) for node, neighbours in walk.links(net).items()}


def _claim(statement: StoredStatement) -> tuple[str, str, str, bool]:
    return statement.subject.iri, statement.relation, statement.object.iri, statement.denied


def _sides(statement: StoredStatement) -> Row:
    return (
        *body_terms(statement.subject),
        MODALITY_TERM[statement.modality],
        term(statement.relation),
        *body_terms(statement.object),
    )


STRUCK: Final = Computed(
    question=Question(
        name="struck-out",
        title="删去某条会失去什么？",
        title_en="What would be lost if an article were struck out?",
        asked=(
            "[如果/假如/要是/若/][删去/删除/删掉/去掉/废止]某条[，/][会/将/][失去什么/怎样/怎么样/发生什么/有什么影响/影响什么]",
            "[如果/假如/要是/若/]没有某条[，/][会/将/][失去什么/怎样/怎么样/发生什么]",
            "[什么/哪些关系/哪些规定/哪些内容][取决于/依赖/依据/依靠/系于]某条",
        ),
        description=(
            "What hangs on the article: the relations that it states, and which of them no other "
            "article does; the bodies that no other article names; what is inferred from lost "
            "relations; and the pairs of bodies whose last way of power or answering breaks."
        ),
        required=("article",),
        optional=("document",),
    ),
    variables=(
        "lost",
        "subject",
        "subjectLabel",
        "modality",
        "relation",
        "object",
        "objectLabel",
        "also",
        "quote",
    ),
    find=_struck,
)
