"""The data of the page say what the records say, and point into the text exactly."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from graph.model import Modality
from graph.ontology import load_ontology
from graph.page.drawing import draw
from graph.page.payload import UNKNOWN_COLOUR, Payload, gather
from graph.rdf import read_records, store_readings
from tests.factories import (
    make_body,
    make_document,
    make_reading,
    make_statement,
    sample_reading,
)

if TYPE_CHECKING:
    from graph.model import Reading

ONTOLOGY = load_ontology()


def payload_of(*readings: Reading) -> Payload:
    """Return the data of the page of some readings."""
    return gather(read_records(store_readings(readings)), ONTOLOGY)


def drawn(payload: Payload) -> dict[str, Any]:
    """Return what vis-network draws, loosely typed as the JSON that it is."""
    drawing: dict[str, Any] = dict(draw(payload, ONTOLOGY))
    return drawing


@pytest.fixture(scope="module")
def lists() -> dict[str, Any]:
    """Return the lists of the sample."""
    return dict(payload_of(sample_reading()).lists)


def test_every_statement_is_there_with_its_words(lists: dict[str, Any]) -> None:
    """Each statement of the reading has its bodies, its relation, its modality and its article."""
    reading = sample_reading()
    listed = {
        (
            lists["bodies"][statement["subject"]]["name"],
            lists["relations"][statement["relation"]]["name"],
            lists["bodies"][statement["object"]]["name"],
            statement["modality"],
            lists["documents"][0]["provisions"][statement["article"]]["id"],
        )
        for statement in lists["statements"]
    }
    expected = {
        (s.subject.name, s.relation, s.object.name, s.modality.value, s.article)
        for s in reading.statements
    }
    assert listed == expected


def test_marks_are_the_quotes(lists: dict[str, Any]) -> None:
    """What is marked in the texts is the evidence, also where a page break cuts it in two."""
    provisions = lists["documents"][0]["provisions"]
    for statement in lists["statements"]:
        marked = [provisions[place]["text"][start:end] for place, start, end in statement["marks"]]
        assert "".join(marked) == statement["quote"]
    cut = [statement["quote"] for statement in lists["statements"] if len(statement["marks"]) == 2]
    assert cut == ["监察组应当定期向总局报告工作"]


def test_equal_statements_of_two_articles_are_one_edge(lists: dict[str, Any]) -> None:
    """总局 leads 分局 is stated twice and drawn as one edge; the denied one stands alone."""
    both = [edge for edge in lists["edges"] if len(edge["statements"]) == 2]
    assert len(both) == 1
    assert lists["relations"][both[0]["relation"]]["name"] == "leads"
    assert len([edge for edge in lists["edges"] if edge["denied"]]) == 1
    assert sum(len(edge["statements"]) for edge in lists["edges"]) == len(lists["statements"])


def test_relations_are_those_that_occur_in_the_order_of_the_ontology(lists: dict[str, Any]) -> None:
    """The legend lists what the graph has, in the ontology's order, with labels and colours."""
    names = [relation["name"] for relation in lists["relations"]]
    occurring = {statement.relation for statement in sample_reading().statements}
    assert set(names) == occurring
    assert names == sorted(names, key=lambda name: ONTOLOGY.relations[name].order)
    assert all(relation["zh"] and relation["en"] for relation in lists["relations"])


def test_the_drawing_has_a_node_for_each_body_and_an_edge_for_each_link() -> None:
    """Nodes stand at whole numbers, edges are coloured, symmetric ones have no arrow."""
    payload = payload_of(sample_reading())
    drawing = drawn(payload)
    assert [node["id"] for node in drawing["nodes"]] == list(range(len(payload.bodies)))
    assert all(
        isinstance(node["x"], int) and isinstance(node["y"], int) for node in drawing["nodes"]
    )
    assert len(drawing["edges"]) == len(payload.links)
    for edge, link in zip(drawing["edges"], payload.links, strict=True):
        relation = ONTOLOGY.relations[payload.relations[link.relation]]
        assert (edge["from"], edge["to"]) == (link.subject, link.object)
        assert edge["color"] == relation.colour
        assert edge["arrows"] == ("" if relation.symmetric else "to")
        assert bool(edge.get("dashes")) is link.denied


def test_edges_between_the_same_bodies_part() -> None:
    """Parallel and opposite edges bend apart, and each loop stands at its own angle."""
    one, other = make_body("甲厅"), make_body("乙厅")
    document = make_document({1: ["甲厅领导、监督、指导乙厅，乙厅领导甲厅。甲厅协调、督促甲厅。"]})
    ends = [(one, "leads", other), (one, "supervises", other), (one, "guides", other)]
    ends += [(other, "leads", one), (one, "coordinates", one), (one, "urges", one)]
    words = "甲厅领导、监督、指导乙厅，乙厅领导甲厅"
    statements = [make_statement(document, 1, s, r, o, words) for s, r, o in ends]
    payload = payload_of(make_reading(document, *statements))
    edges = drawn(payload)["edges"]
    first = edges[0]["from"]
    loops = [edge["selfReference"]["angle"] for edge in edges if edge["from"] == edge["to"]]
    # The bend to the one side of the line, whichever way the edge runs along it.
    bends = [
        (edge["smooth"]["roundness"] if edge["smooth"] else 0)
        * (1 if edge["from"] == first else -1)
        for edge in edges
        if edge["from"] != edge["to"]
    ]
    assert len(set(bends)) == len(bends) == 4
    assert len(set(loops)) == len(loops) == 2


def test_a_relation_the_ontology_does_not_know_is_still_drawn() -> None:
    """A dataset made with another ontology shows its relations by name, in grey."""
    document = make_document({1: ["甲厅嘉奖乙厅。"]})
    statement = make_statement(
        document, 1, make_body("甲厅"), "commends", make_body("乙厅"), "甲厅嘉奖乙厅"
    )
    payload = payload_of(make_reading(document, statement))
    relations: Any = payload.lists["relations"]
    assert relations[0]["zh"] == "commends"
    assert drawn(payload)["edges"][0]["color"] == UNKNOWN_COLOUR


def test_terms_are_called_as_the_ontology_calls_them() -> None:
    """A class has its labels in both languages, one that is not declared has its name."""
    document = make_document({1: ["会议领导要员。"]})
    ends = make_body("会议", kind="Meeting"), make_body("要员", kind="Unheard")
    statement = make_statement(document, 1, ends[0], "leads", ends[1], "会议领导要员")
    kinds = payload_of(make_reading(document, statement)).lists["kinds"]
    assert kinds == [
        {"name": "Meeting", "zh": "会议", "en": "meeting"},
        {"name": "Unheard", "zh": "Unheard", "en": "Unheard"},
    ]


def test_documents_keep_their_statements_apart() -> None:
    """Two documents with the same article numbers: each statement points into its own."""
    lists: Any = payload_of(sample_reading("one"), sample_reading("two")).lists
    assert [document["name"] for document in lists["documents"]] == ["one", "two"]
    for statement in lists["statements"]:
        provisions = lists["documents"][statement["document"]]["provisions"]
        marked = [provisions[place]["text"][start:end] for place, start, end in statement["marks"]]
        assert "".join(marked) == statement["quote"]
    relative = [body for body in lists["bodies"] if body["document"] >= 0]
    assert [(body["name"], body["document"]) for body in relative] == [
        ("同级党委", 0),
        ("同级党委", 1),
    ]


def test_modalities_have_words() -> None:
    """Every modality that a statement can have is one the page has words for."""
    assert {modality.value for modality in Modality} == {
        "obligation",
        "permission",
        "prohibition",
        "declaration",
    }
