"""The dataset of readings: what stands in which graph, whatever the order of what is given."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, RdfFormat, parse

from graph.errors import DatasetError
from graph.model import Body, Modality, Span
from graph.rdf import dataset_quads
from graph.rdf import vocabulary as v
from graph.rdf.iris import DocumentIri, parse_iri
from tests.factories import (
    BRANCH,
    HEAD_OFFICE,
    PARTY_COMMITTEE,
    TEAM,
    UNIT,
    make_body,
    make_document,
    make_reading,
    make_statement,
    sample_reading,
)
from tests.quads import body, values

if TYPE_CHECKING:
    from graph.model import Reading

ONTOLOGY = Path(__file__).parent.parent / "ontology.ttl"
DOCUMENT = NamedNode(str(DocumentIri(name="sample")))


def article(number: int) -> NamedNode:
    """Return the node and the graph of an article of the sample."""
    return NamedNode(f"{DOCUMENT.value}/article/{number}")


def test_each_article_has_a_graph_of_what_it_states(reading: Reading) -> None:
    """The graph of an article holds the plain triples it states, and every statement is in one."""
    named = [quad for quad in dataset_quads([reading]) if quad.graph_name != DefaultGraph()]
    in_article_2 = {
        (quad.subject, quad.predicate, quad.object)
        for quad in named
        if quad.graph_name == article(2)
    }
    assert in_article_2 == {
        (body("总局"), v.term("dispatches"), body("监察组")),
        (body("监察组"), v.term("stationedAt"), body("重点单位")),
        (body("监察组"), v.term("supervises"), body("重点单位")),
    }
    assert len(named) == len(reading.statements) - 1  # all but the denied one


def test_a_denied_relation_is_nowhere_a_plain_triple(reading: Reading) -> None:
    """不得管理 has a statement node, and no triple that says the team manages the unit."""
    quads = list(dataset_quads([reading]))
    assert not [quad for quad in quads if quad.predicate == v.term("manages")]
    denials = [
        quad.subject
        for quad in quads
        if quad.predicate == v.MODALITY and quad.object == v.MODALITY_TERM[Modality.PROHIBITION]
    ]
    assert len(denials) == 1
    assert Quad(denials[0], v.PREDICATE, v.term("manages")) in quads


def test_a_relation_denied_in_one_sentence_and_stated_in_another_stays_stated() -> None:
    """Only the denial is kept back: what the article states besides is a triple of its graph."""
    document = make_document({1: ["监察组可以管理重点单位，紧急时不得管理重点单位。"]})
    said = make_statement(
        document, 1, TEAM, "manages", UNIT, "监察组可以管理重点单位", modality=Modality.PERMISSION
    )
    denied = make_statement(
        document, 1, TEAM, "manages", UNIT, "不得管理重点单位", modality=Modality.PROHIBITION
    )
    quads = list(dataset_quads([make_reading(document, said, denied)]))
    triple = Quad(body("监察组"), v.term("manages"), body("重点单位"), article(1))
    assert quads.count(triple) == 1
    assert len({quad.subject for quad in quads if quad.object == v.STATEMENT}) == 2


def test_a_relation_stated_with_two_modalities_is_one_triple() -> None:
    """A power and a duty of the same article are two statements and one plain triple."""
    document = make_document({1: ["监察组可以监督重点单位。", "监察组应当监督重点单位。"]})
    may, must = Modality.PERMISSION, Modality.OBLIGATION
    statements = [
        make_statement(
            document, 1, TEAM, "supervises", UNIT, f"监察组{word}监督重点单位", modality=modality
        )
        for word, modality in (("可以", may), ("应当", must))
    ]
    quads = list(dataset_quads([make_reading(document, *statements)]))
    assert [quad.predicate for quad in quads].count(v.term("supervises")) == 1
    assert [quad.object for quad in quads].count(v.STATEMENT) == 2


def test_a_statement_made_twice_in_an_article_is_one_node() -> None:
    """Two places of one article that say the same give one node with the evidence of both."""
    document = make_document({1: ["监察组应当监督重点单位。", "监察组应当监督重点单位和分局。"]})
    first = make_statement(document, 1, TEAM, "supervises", UNIT, "监察组应当监督重点单位。")
    second = make_statement(
        document,
        1,
        TEAM,
        "supervises",
        UNIT,
        "监察组应当监督重点单位和分局",
        conditions=("按照规定",),
    )
    quads = list(dataset_quads([make_reading(document, second, first)]))
    [node] = [quad.subject for quad in quads if quad.object == v.STATEMENT]
    assert isinstance(node, NamedNode)
    assert values(quads, node, v.STATED_IN) == [
        f"{article(1).value}/paragraph/1",
        f"{article(1).value}/paragraph/2",
    ]
    assert values(quads, node, v.CONDITION) == ["按照规定"]
    quotes = [NamedNode(f"{node.value}/evidence/{index}/quote") for index in (1, 2)]
    assert [values(quads, quote, v.EXACT) for quote in quotes] == [
        ["监察组应当监督重点单位。"],
        ["监察组应当监督重点单位和分局"],
    ]


def test_no_node_is_blank_and_every_own_iri_is_known(reading: Reading) -> None:
    """Every node under our root is printed by a form that is read back; no node lacks a name."""
    for quad in dataset_quads([reading]):
        for node in (quad.subject, quad.object, quad.graph_name):
            assert not isinstance(node, BlankNode)
            if isinstance(node, NamedNode) and node.value.startswith((v.DOC, v.BODY, v.ST)):
                assert parse_iri(node.value) is not None


def test_documents_share_bodies_and_keep_relative_ones() -> None:
    """A body of two documents is one node with all its names; a relative one is one for each."""
    quads = []
    for name, known in (("a", make_body("总局", "甲局", kind="Body")), ("b", HEAD_OFFICE)):
        document = make_document({1: ["总局领导分局，同级党委监督分局。"]}, name=name)
        quads.append(
            make_reading(
                document,
                make_statement(document, 1, known, "leads", BRANCH, "总局领导分局"),
                make_statement(
                    document, 1, PARTY_COMMITTEE, "supervises", BRANCH, "同级党委监督分局"
                ),
            )
        )
    dataset = list(dataset_quads(quads))
    assert values(dataset, body("总局"), v.OTHER_NAME) == ["国家样例总局", "甲局"]
    # "Body" says nothing that "Organ" does not.
    assert values(dataset, body("总局"), v.TYPE) == [f"{v.IG}Organ"]
    named = [
        quad.subject for quad in dataset if quad.object == Literal("同级党委", language="zh-hans")
    ]
    assert named == [NamedNode(f"{v.DOC}{name}/body/同级党委") for name in ("a", "b")]


def test_the_order_of_what_is_given_does_not_matter() -> None:
    """Shuffled readings, statements and bodies give the same quads in the same order."""
    readings = [_told_twice(sample_reading(name)) for name in ("c", "a", "b")]
    expected = list(dataset_quads(readings))
    for seed in range(5):
        shuffled = random.Random(seed)  # noqa: S311  (not for secrets)
        mixed = [
            replace(
                reading,
                statements=tuple(shuffled.sample(reading.statements, len(reading.statements))),
                bodies=tuple(shuffled.sample(reading.bodies, len(reading.bodies))),
            )
            for reading in shuffled.sample(readings, len(readings))
        ]
        assert list(dataset_quads(mixed)) == expected


def _told_twice(reading: Reading) -> Reading:
    """Return the reading with each body and statement told again, a little differently."""
    bodies = [replace(body, kind="Office", other_names=("别名",)) for body in reading.bodies]
    statements = [
        replace(statement, conditions=("另外",), construction="other", entry="another")
        for statement in reading.statements
    ]
    return replace(
        reading,
        bodies=(*reading.bodies, *bodies),
        statements=(*reading.statements, *statements),
    )


def test_all_that_is_told_of_a_body_is_kept() -> None:
    """What differs between two descriptions of one body is said of it, whichever comes first."""
    quads = list(dataset_quads([_told_twice(sample_reading())]))
    assert values(quads, body("总局"), v.OTHER_NAME) == ["别名", "国家样例总局"]
    assert values(quads, body("总局"), v.TYPE) == [f"{v.IG}Office", f"{v.IG}Organ"]


def test_quads_do_not_repeat(reading: Reading) -> None:
    """No quad comes twice, so that the length of a file is the size of its dataset."""
    quads = list(dataset_quads([reading, sample_reading("other")]))
    assert len(set(quads)) == len(quads)


def test_every_term_is_declared_in_the_ontology(reading: Reading) -> None:
    """Every class, property and modality that a dataset uses is declared in ontology.ttl."""
    declared = {quad.subject for quad in parse(path=str(ONTOLOGY), format=RdfFormat.TURTLE)}
    used = {
        term
        for quad in dataset_quads([reading])
        for term in (quad.predicate, quad.object)
        if term == quad.predicate or quad.predicate in (v.TYPE, v.PREDICATE, v.MODALITY)
    }
    builtin = {
        term
        for term in used
        if isinstance(term, NamedNode) and term.value.startswith((v.RDF, v.RDFS))
    }
    assert used - builtin - declared == set()


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (
            {"document": "other"},
            (
                "sample: a statement in its reading is of other; "
                "expected statements of the document that was read."
            ),
        ),
        (
            {"article": "article/9"},
            (
                "sample: a statement is placed in article/9, which the document does not have; "
                "expected a provision of the document."
            ),
        ),
        (
            {"provision": "article/1/paragraph/9"},
            (
                "sample: a statement is placed in article/1/paragraph/9, "
                "which the document does not have; expected a provision of the document."
            ),
        ),
    ],
)
def test_a_statement_without_its_place_is_refused(
    reading: Reading, change: dict[str, str], message: str
) -> None:
    """A statement of another document, or of a provision that is not there, makes no dataset."""
    first, *rest = reading.statements
    broken = replace(reading, statements=(replace(first, **change), *rest))  # type: ignore[arg-type]
    with pytest.raises(DatasetError) as caught:
        list(dataset_quads([broken]))
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"evidence": ()}, "has no evidence; expected the words that state it."),
        ({"antecedent": (Span(start=0, end=999),)}, "has words that end at 999; expected at most "),
    ],
)
def test_a_statement_without_its_words_is_refused(
    reading: Reading, change: dict[str, tuple[Span, ...]], problem: str
) -> None:
    """A statement that rests on no words, or on words outside of the text, makes no dataset."""
    first, *rest = reading.statements
    broken = replace(reading, statements=(replace(first, **change), *rest))  # type: ignore[arg-type]
    with pytest.raises(DatasetError) as caught:
        list(dataset_quads([broken]))
    where = "sample: the statement 总局 urges 分局 in preamble/paragraph/1"
    assert str(caught.value).startswith(f"{where} {problem}")


def test_two_documents_of_one_name_are_refused(reading: Reading) -> None:
    """Two documents cannot share a name: their provisions would be one another's."""
    with pytest.raises(DatasetError) as caught:
        list(dataset_quads([reading, reading]))
    message = "sample: 2 documents have this name; expected a name of its own for each document."
    assert str(caught.value) == message


def test_a_body_of_no_known_kind_is_a_body() -> None:
    """What is known of a body no closer is still said: it is an ig:Body."""
    document = make_document({1: ["甲领导乙。"]})
    statement = make_statement(document, 1, Body(name="甲"), "leads", Body(name="乙"), "甲领导乙")
    quads = list(dataset_quads([make_reading(document, statement)]))
    assert values(quads, body("甲"), v.TYPE) == [f"{v.IG}Body"]
