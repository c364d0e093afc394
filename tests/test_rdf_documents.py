"""What is said of a document: where it comes from, what it cites, and who acted on it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import Literal, NamedNode

from graph.model import Citation, Event
from graph.rdf import dataset_quads
from graph.rdf import vocabulary as v
from graph.rdf.iris import DocumentIri
from tests.factories import make_body, make_document, make_reading, make_statement, sample_reading
from tests.quads import body, values

if TYPE_CHECKING:
    from graph.model import Reading

DOCUMENT = NamedNode(str(DocumentIri(name="sample")))


def test_a_document_tells_where_it_comes_from(reading: Reading) -> None:
    """Title, dates, issuers, basis, fingerprint and encoding are said of the document."""
    quads = list(dataset_quads([reading]))
    said = {
        predicate: values(quads, DOCUMENT, predicate)
        for predicate in (
            v.TITLE,
            v.DATE_DOCUMENT,
            v.DATE_PUBLICATION,
            v.PASSED_BY,
            v.ISSUER,
            v.BASED_ON,
            v.CITES,
            v.ENCODING,
            v.SHA256,
        )
    }
    assert said == {
        v.TITLE: ["样例规则"],
        v.DATE_DOCUMENT: ["2021-05-06"],
        v.DATE_PUBLICATION: ["2021-06-01"],
        v.PASSED_BY: [body("总局").value],  # known as 国家样例总局, which is the same body
        v.ISSUER: [body("样例办公厅").value],
        v.BASED_ON: [str(DocumentIri(name="样例法"))],
        v.CITES: [],
        v.ENCODING: ["utf-8"],
        v.SHA256: [reading.document.source.sha256],
    }


@pytest.mark.parametrize(
    ("event", "literal"),
    [
        (
            Event(kind="adopted", date="2020-01-02", agent=None),
            Literal("2020-01-02", datatype=v.DATE),
        ),
        (
            Event(kind="approved", date="2020-01", agent=None),
            Literal("2020-01", datatype=v.YEAR_MONTH),
        ),
        (Event(kind="published", date="2020", agent=None), Literal("2020", datatype=v.YEAR)),
        (Event(kind="effective", date="即日", agent=None), Literal("即日")),
        (Event(kind="published", date=None, agent="某办公厅"), body("某办公厅")),
    ],
)
def test_an_event_says_what_the_text_gives(event: Event, literal: Literal | NamedNode) -> None:
    """A date is as exact as the text has it, and an act may have a date, an agent, or both."""
    document = make_document({1: ["监察组监督重点单位。"]}, events=(event,))
    quads = list(dataset_quads([make_reading(document)]))
    plain = list(dataset_quads([make_reading(replace(document, events=()))]))
    [new] = [quad for quad in quads if quad.subject == DOCUMENT and quad not in plain]
    assert new.object == literal


def test_a_citation_leads_to_the_document_that_is_there() -> None:
    """A title names the document that bears it, and else one of which only the title is known."""
    rules = make_document(
        {1: ["根据《样例法》和《无名条例》，制定本规则。", "本规则称《样例规则》。"]},
        name="rules",
        citations=(
            Citation(title="样例法", provision="article/1/paragraph/1", basis=True),
            Citation(title="无名条例", provision="article/1/paragraph/1", basis=False),
            Citation(title="样例规则", provision="article/1/paragraph/2", basis=False),
        ),
    )
    law = make_document({1: ["监察组监督重点单位。"]}, name="law-2020", title="样例法")
    quads = list(dataset_quads([make_reading(rules), make_reading(law)]))
    node, paragraph = DocumentIri(name="rules"), f"{v.DOC}rules/article/1/paragraph/"
    here, there = f"{v.DOC}law-2020", f"{v.DOC}无名条例"
    assert values(quads, NamedNode(str(node)), v.BASED_ON) == [here]
    assert values(quads, NamedNode(str(node)), v.CITES) == [there]
    assert values(quads, NamedNode(f"{paragraph}1"), v.CITES) == [here, there]
    assert values(quads, NamedNode(f"{paragraph}2"), v.CITES) == []  # its own title
    assert values(quads, NamedNode(there), v.TITLE) == ["无名条例"]
    assert values(quads, NamedNode(there), v.SHA256) == []


def test_a_title_that_two_documents_bear_names_neither() -> None:
    """Which of two versions is meant is not guessed: the citation leads to the title itself."""
    versions = [
        make_document({1: ["监察组监督重点单位。"]}, name=f"law-{year}", title="样例法")
        for year in (2019, 2020)
    ]
    quads = list(
        dataset_quads([sample_reading(), *(make_reading(version) for version in versions)])
    )
    assert values(quads, DOCUMENT, v.BASED_ON) == [str(DocumentIri(name="样例法"))]


def test_an_agent_that_two_bodies_could_be_is_a_body_of_its_own() -> None:
    """A name that two bodies bear decides nothing, so the agent is known by that name alone."""
    document = make_document(
        {1: ["总局领导分局。"]}, events=(Event(kind="published", date=None, agent="局里"),)
    )
    one, other = make_body("总局", "局里"), make_body("分局", "局里")
    reading = make_reading(
        document, make_statement(document, 1, one, "leads", other, "总局领导分局")
    )
    quads = list(dataset_quads([reading]))
    assert values(quads, DOCUMENT, v.ISSUER) == [body("局里").value]
    assert values(quads, body("局里"), v.TYPE) == [f"{v.IG}Body"]
