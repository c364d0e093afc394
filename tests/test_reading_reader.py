"""From a document to its reading: modality, conditions, order, and the place of statements."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.model import Modality
from tests.clause_tables import ontology, read, reader
from tests.factories import make_document

if TYPE_CHECKING:
    from graph.model import Statement


def only(text: str) -> Statement:
    """Return the only statement of a text."""
    (statement,) = read(text).statements
    return statement


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("财政厅应当指导财政局。", Modality.OBLIGATION),
        ("财政厅必须指导财政局。", Modality.OBLIGATION),
        ("财政厅要指导财政局。", Modality.OBLIGATION),
        ("财政厅须指导财政局。", Modality.OBLIGATION),
        ("财政厅可以指导财政局。", Modality.PERMISSION),
        ("财政厅有权指导财政局。", Modality.PERMISSION),
        ("财政厅不得指导财政局。", Modality.PROHIBITION),
        ("财政厅不指导财政局。", Modality.PROHIBITION),
        ("财政厅不应当指导财政局。", Modality.PROHIBITION),
        ("禁止财政厅指导财政局。", Modality.PROHIBITION),
        ("财政厅指导财政局。", Modality.DECLARATION),
        ("财政局应当由财政厅指导。", Modality.OBLIGATION),
        ("财政局可以接受财政厅指导。", Modality.PERMISSION),
    ],
)
def test_reads_the_modality(text: str, modality: Modality) -> None:
    """The modal of the clause says how the relation is stated; without one it is a declaration."""
    statement = only(text)
    assert statement.relation == "guides"
    assert (statement.subject.name, statement.object.name) == ("财政厅", "财政局")
    assert statement.modality is modality


@pytest.mark.parametrize(
    ("text", "conditions"),
    [
        ("财政厅应当定期指导财政局。", ("定期",)),
        ("财政厅按照规定指导财政局。", ("按照规定",)),
        ("财政厅指导财政局。", ()),
        ("财政厅经国务院批准，可以指导财政局。", ("经国务院批准",)),
        ("财政厅主动指导财政局。", ()),
    ],
)
def test_keeps_the_conditions(text: str, conditions: tuple[str, ...]) -> None:
    """What conditions the relation is kept with it, in the words of the text."""
    (guides,) = (one for one in read(text).statements if one.relation == "guides")
    assert guides.conditions == conditions


def test_conditions_end_with_their_clause() -> None:
    """A condition holds for the clause in which it stands, not for the next."""
    first, second = read("财政厅定期指导财政局，监督审计局。").statements
    assert (first.conditions, second.conditions) == (("定期",), ())


def test_modality_reaches_to_the_next_subject() -> None:
    """A modal holds on for what the same subject does, and ends where another subject begins."""
    text = "财政厅应当指导财政局，监督审计局；税务局联系海关。"
    assert [one.modality for one in read(text).statements] == [
        Modality.OBLIGATION,
        Modality.OBLIGATION,
        Modality.DECLARATION,
    ]


def test_statements_come_in_the_order_of_the_text() -> None:
    """Statements follow the text: articles, sentences, clauses, and lists from left to right."""
    document = make_document(
        {
            1: ["财政部领导财政厅、审计厅。", "国务院监督财政部。"],
            2: ["财政厅指导、监督财政局。"],
        }
    )
    found = [
        (one.provision, one.relation, one.object.name) for one in reader().read(document).statements
    ]
    assert found == [
        ("article/1/paragraph/1", "leads", "财政厅"),
        ("article/1/paragraph/1", "leads", "审计厅"),
        ("article/1/paragraph/2", "supervises", "财政部"),
        ("article/2/paragraph/1", "guides", "财政局"),
        ("article/2/paragraph/1", "supervises", "财政局"),
    ]


def test_an_article_states_a_thing_once() -> None:
    """A statement made twice in an article is one; in another article or modality it is another."""
    document = make_document(
        {1: ["财政部领导财政厅。", "财政厅由财政部领导。"], 2: ["财政部应当领导财政厅。"]}
    )
    statements = reader().read(document).statements
    assert [(one.article, one.modality) for one in statements] == [
        ("article/1", Modality.DECLARATION),
        ("article/2", Modality.OBLIGATION),
    ]
    source, first = document.source.text, statements[0].evidence[0]
    assert source[first.start : first.end] == "财政部领导财政厅"


def test_preamble_states_too() -> None:
    """What stands before the first article is read as the preamble."""
    document = make_document({1: ["为了加强管理，制定本规则。"]}, preamble=["国务院领导财政部。"])
    (statement,) = reader().read(document).statements
    assert (statement.article, statement.provision) == ("preamble", "preamble/paragraph/1")


def test_items_state_for_their_article() -> None:
    """A statement of an item belongs to the article, and names the item as its provision."""
    reading = read("财政厅应当：\n（一）指导财政局；\n（二）监督审计局。")
    assert [(one.article, one.provision, one.modality) for one in reading.statements] == [
        ("article/1", "article/1/paragraph/1/item/1", Modality.OBLIGATION),
        ("article/1", "article/1/paragraph/1/item/2", Modality.OBLIGATION),
    ]


def test_a_new_paragraph_carries_no_subject() -> None:
    """A subject is not carried from one paragraph of an article into the next."""
    document = make_document({1: ["财政厅编制预算。", "指导财政局。"]})
    assert reader().read(document).statements == ()


def test_bodies_are_those_of_the_statements() -> None:
    """A reading lists the bodies of its statements, each once, in the order in which they come."""
    reading = read("财政部领导财政厅。财政厅领导财政局，对财政部负责。")
    used = [one for st in reading.statements for one in (st.subject, st.object)]
    assert list(reading.bodies) == list(dict.fromkeys(used))
    assert [one.name for one in reading.bodies] == ["财政部", "财政厅", "财政局"]


def test_says_what_stated_it() -> None:
    """A statement names the construction and the entry of the lexicon that it came from."""
    statement = only("财政局由财政厅指导。")
    entry = next(one for one in ontology().triggers if one.name == statement.entry)
    assert "指导" in entry.forms
    assert statement.relation in entry.expresses
    assert statement.construction == "由A V"


@pytest.mark.parametrize(
    ("text", "construction"),
    [
        ("财政部领导财政厅。", "A V B"),
        ("财政部加强对财政厅的领导。", "对B（进行）V"),
        ("财政厅受财政部领导。", "受A V"),
        ("在财政部领导下，财政厅开展工作。", "在A V下"),
        ("财政厅以财政部领导为主。", "以A V为主"),
        ("财政厅向财政部报告工作。", "向B V"),
        ("财政厅对财政部负责。", "对B V"),
        ("财政厅与审计厅协作。", "A与B V"),
        ("理事会由财政厅、审计厅组成。", "由B组成"),
        ("秘书处是理事会的办事机构。", "A是B的N"),
        ("财政厅会同审计厅制定规则。", "A会同B"),
        ("财政厅督促财政局整改。", "A V B"),
        ("财政厅执行财政部的决定。", "A V B的决定"),
    ],
)
def test_names_the_construction(text: str, construction: str) -> None:
    """Each statement says by which construction it was read."""
    assert {one.construction for one in read(text).statements} == {construction}


def test_nothing_is_read_from_an_empty_document() -> None:
    """A document whose articles say nothing of bodies has a reading without statements."""
    reading = read("本办法自公布之日起施行。")
    assert (reading.statements, reading.bodies, reading.findings) == ((), (), ())
    assert len(reading.clauses) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("各财政局之间应当协作。", [("财政局", "财政局")]),
        ("财政局指导财政局。", []),
        ("各财政局应当监督财政局。", []),
    ],
)
def test_a_class_with_itself(text: str, expected: list[tuple[str, str]]) -> None:
    """A class is related to itself only where the text says that two of it are meant."""
    found = [(one.subject.name, one.object.name) for one in read(text).statements]
    assert found == expected
