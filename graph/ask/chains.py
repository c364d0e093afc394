"""Chains of command and of answering: who stands above a body, level by level."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal

from graph.ask.computed import Computed, body_terms, text
from graph.network import Walk, reachable, shortest_path
from graph.query import Question

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from graph.ask.computed import Facts, Row
    from graph.network import Path

_COLUMNS: Final = ("hops", "body", "bodyLabel", "above", "aboveLabel", "way", "articles", "quote")


def _answering(facts: Facts, iris: Mapping[str, str]) -> list[Row]:
    """Return whom a body answers to, nearest first, each with the shortest way there."""
    net, walk = facts.network, Walk(relations=facts.group("answering"), directed=True)
    start = iris["body"]
    ways = (shortest_path(net, start, body.iri, walk) for body, _ in reachable(net, start, walk))
    return list(_rows(facts, (way for way in ways if way is not None), upwards=True))


def _command(facts: Facts, iris: Mapping[str, str]) -> list[Row]:
    """Return who has authority over a body, nearest first, each with the shortest way down."""
    net, walk = facts.network, Walk(relations=facts.group("authority"), directed=True)
    below = iris["body"]
    ways = [
        way
        for body in facts.records.bodies
        if body.iri != below and (way := shortest_path(net, body.iri, below, walk)) is not None
    ]
    ways.sort(key=len)
    return list(_rows(facts, iter(ways), upwards=False))


def _rows(facts: Facts, ways: Iterator[Path], *, upwards: bool) -> Iterator[Row]:
    for way in ways:
        ends = way.bodies[0], way.bodies[-1]
        below, above = ends if upwards else ends[::-1]
        stated = [hop.statements[0] for hop in way.hops]
        yield (
            Literal(len(way)),
            *body_terms(below),
            *body_terms(above),
            text(" → ".join(body.name for body in way.bodies)),
            text("、".join(facts.place(statement) for statement in stated)),
            text("；".join(statement.quote for statement in stated)),
        )


CHAINS: Final = (
    Computed(
        question=Question(
            name="answers-to",
            title="某机构逐级向谁负责？",
            title_en="To whom does a body answer, level by level?",
            asked=(
                "某机构最终[向/对]谁[负责/报告/报告工作]",
                "某机构逐级[向/对]谁[报告/报告工作/负责和报告]",
                "某机构[要/应当/必须/]层层[向/对]谁[负责/报告]",
            ),
            description=(
                "Every body that this one reports to or is accountable to, itself or through "
                "others, with the shortest way and the first words for each of its steps."
            ),
            required=("body",),
            optional=("document",),
        ),
        variables=_COLUMNS,
        find=_answering,
    ),
    Computed(
        question=Question(
            name="chain-of-command",
            title="某机构逐级受谁管辖？",
            title_en="Who stands above a body, level by level?",
            asked=(
                "谁逐级[领导/管辖/管]某机构",
                "某机构[上面/之上]有[谁/哪些层级/几级领导]",
                "某机构逐级受谁[领导/管理/监督]",
                "某机构[最终/归根到底][受谁/由谁][管辖/领导]",
            ),
            description=(
                "Every body that leads, manages, supervises or guides this one, itself or through "
                "others, with the shortest way down and the first words for each of its steps."
            ),
            required=("body",),
            optional=("document",),
        ),
        variables=_COLUMNS,
        find=_command,
    ),
)
