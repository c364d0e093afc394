"""Answers as people read them, and as programs do."""

from __future__ import annotations

import json

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from graph.query import Answer, Table, tabulate
from graph.query.table import display

IG = "https://w3id.org/institution-graph/ontology#"
LEADS = NamedNode(f"{IG}leads")


def test_a_label_stands_for_its_companion() -> None:
    """Of x and xLabel one column is left, which is named x and holds the label."""
    answer = Answer(
        variables=("body", "bodyLabel", "otherLabel"),
        rows=((NamedNode("http://x/1"), Literal("甲", language="zh"), Literal("乙")),),
    )
    assert Table(columns=("body", "otherLabel"), rows=(("甲", "乙"),)) == tabulate(answer)


@pytest.mark.parametrize(
    ("term", "text"),
    [
        (None, ""),
        (LEADS, "领导"),
        (NamedNode(f"{IG}obligation"), "应当"),
        (NamedNode(f"{IG}unheardOf"), "ig:unheardOf"),
        (NamedNode("https://w3id.org/institution-graph/body/总局"), "body:总局"),
        (NamedNode("http://example.org/"), "http://example.org/"),
        (Literal("总局", language="zh-Hans"), "总局"),
        (Literal(3), "3"),
        (BlankNode("b"), "_:b"),
    ],
)
def test_display(term: NamedNode | Literal | BlankNode | None, text: str) -> None:
    """A term is shown by its label, its short IRI or its text."""
    assert text == display(term)


def test_columns_can_be_left_out() -> None:
    """A table without some columns keeps the others in their order; unknown names do not matter."""
    table = Table(columns=("a", "b", "c"), rows=(("1", "2", "3"), ("4", "2", "6")))
    assert Table(columns=("a", "c"), rows=(("1", "3"), ("4", "6"))) == table.without("b", "x")
    assert ("2",) == table.values("b")
    assert () == table.values("x")


def test_json_is_the_format_of_the_w3c() -> None:
    """Terms keep their kind, language and datatype; what is unbound is left out."""
    answer = Answer(
        variables=("a", "b", "c"),
        rows=(
            (LEADS, Literal("总局", language="zh-Hans"), None),
            (BlankNode("b"), Literal(3), Literal("x")),
            (Triple(LEADS, LEADS, Literal("x")), None, None),
        ),
    )
    integer = "http://www.w3.org/2001/XMLSchema#integer"
    leads, text = {"type": "uri", "value": LEADS.value}, {"type": "literal", "value": "x"}
    assert {
        "head": {"vars": ["a", "b", "c"]},
        "results": {
            "bindings": [
                {
                    "a": leads,
                    "b": {"type": "literal", "value": "总局", "xml:lang": "zh-hans"},
                },
                {
                    "a": {"type": "bnode", "value": "b"},
                    "b": {"type": "literal", "value": "3", "datatype": integer},
                    "c": text,
                },
                {
                    "a": {
                        "type": "triple",
                        "value": {"subject": leads, "predicate": leads, "object": text},
                    }
                },
            ]
        },
    } == json.loads(answer.to_json())


def test_json_of_a_yes_or_no() -> None:
    """The answer of an ASK query has its own form."""
    assert {"head": {}, "boolean": False} == json.loads(Answer(truth=False).to_json())
