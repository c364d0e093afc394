"""The store: a file opened or refused with a sentence, questions with bound terms, no change."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pyoxigraph import Literal, NamedNode, QueryBoolean, QuerySolutions, QueryTriples

from graph.errors import DatasetError, QueryError
from graph.rdf import GraphStore, open_store, store_readings, write_dataset
from graph.rdf.iris import BodyIri
from tests.factories import make_body, make_document, make_reading, make_statement

if TYPE_CHECKING:
    from pathlib import Path

    from graph.model import Reading

LEADERS = "SELECT DISTINCT ?body ?leader WHERE { GRAPH ?article { ?leader ig:leads ?body } }"


def rows(store: GraphStore, sparql: str, **bindings: NamedNode | Literal) -> list[list[str]]:
    """Return the solutions of a SELECT query as sorted lists of plain text."""
    found = store.query(sparql, bindings)
    assert isinstance(found, QuerySolutions)
    return sorted([str(getattr(term, "value", "")) for term in solution] for solution in found)


def body(name: str) -> NamedNode:
    """Return the node of a body that all documents share."""
    return NamedNode(str(BodyIri(name=name)))


@pytest.mark.parametrize("name", ["graph.trig", "graph.nq", "GRAPH.TRIG"])
def test_a_file_is_opened_as_it_was_written(reading: Reading, tmp_path: Path, name: str) -> None:
    """Whatever the format, the store holds the quads of the reading."""
    path = tmp_path / name
    write_dataset([reading], path)
    assert set(open_store(path).store) == set(store_readings([reading]).store)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    """A path that leads nowhere is one sentence."""
    path = tmp_path / "graph.trig"
    with pytest.raises(DatasetError) as caught:
        open_store(path)
    message = "there is no such file; expected a dataset that a build has written."
    assert str(caught.value) == f"{path}: {message}"


def test_a_folder_is_refused(tmp_path: Path) -> None:
    """A folder with the name of a dataset is not read as one."""
    path = tmp_path / "graph.trig"
    path.mkdir()
    with pytest.raises(DatasetError) as caught:
        open_store(path)
    assert str(caught.value).startswith(f"{path}: Is a directory")
    assert str(caught.value).endswith("; expected a file that can be read.")


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"<a:b> <a:c>\n oops .", "Parser error at line 2 between columns 2 and 6"),
        (b"\x89PNG\r\n\x1a\n\x00", "Parser error at line 1"),
        (b"<a:b> <a:c> <d> .", "Parser error at line 1"),
        (b"<a:b> <a:c> <a:d", "Parser error at line 1"),
    ],
)
def test_a_file_that_is_no_dataset_is_refused(tmp_path: Path, content: bytes, problem: str) -> None:
    """What does not parse is one sentence that says where, on one line."""
    path = tmp_path / "graph.trig"
    path.write_bytes(content)
    with pytest.raises(DatasetError) as caught:
        open_store(path)
    message = str(caught.value)
    assert message.startswith(f"{path}: {problem}")
    assert message.endswith("; expected RDF in the format TriG.")
    assert "\n" not in message


def test_an_unknown_ending_is_refused(tmp_path: Path) -> None:
    """The ending of the name says the format; one that says none is not guessed."""
    path = tmp_path / "graph.csv"
    path.write_text("a,b", encoding="utf-8")
    with pytest.raises(DatasetError, match=r"no dataset is named with the ending \.csv"):
        open_store(path)


def test_a_question_needs_no_prefixes(store: GraphStore) -> None:
    """The prefixes of the dataset are known to every question."""
    assert rows(store, LEADERS) == [
        [body("分局").value, body("总局").value],
        [body("监察组").value, body("总局").value],
        [body("监察组").value, body("理事会").value],
    ]


def test_the_default_graph_is_no_union(store: GraphStore) -> None:
    """A plain triple is found in the graph of its article, and only there."""
    assert rows(store, "SELECT ?leader ?body WHERE { ?leader ig:leads ?body }") == []


def test_a_bound_term_narrows_the_answer(store: GraphStore) -> None:
    """A binding stands for its variable wherever the question has it, filters included."""
    filtered = LEADERS.replace("?body } }", "?led } FILTER (?led = ?body) }")
    assert rows(store, LEADERS, body=body("分局")) == [[body("分局").value, body("总局").value]]
    assert rows(store, filtered, body=body("分局")) == [[body("分局").value, body("总局").value]]
    assert rows(store, LEADERS, body=body("无名处")) == []


@pytest.mark.parametrize(
    "name",
    [
        "甲> } } DROP ALL #",
        '甲" . ?s ?p ?o . "',
        "?leader",
        "甲\n} UNION { ?s ?p ?o",
        "'; SELECT * WHERE { ?s ?p ?o }",
    ],
)
def test_a_hostile_name_is_a_name(name: str) -> None:
    """Words of a regulation that look like a query are bound as they are and do nothing."""
    document = make_document({1: [f"总局领导{name}。"]})
    leader, led = make_body("总局"), make_body(name)
    statement = make_statement(document, 1, leader, "leads", led, f"总局领导{name}")
    store = store_readings([make_reading(document, statement)])
    size = len(store.store)
    assert rows(store, LEADERS, body=NamedNode(str(BodyIri(name=name)))) == [
        [str(BodyIri(name=name)), body("总局").value]
    ]
    named = "SELECT ?name ?body WHERE { ?body skos:prefLabel ?name }"
    label = Literal(name, language="zh-Hans")
    assert rows(store, named, name=label) == [[name, str(BodyIri(name=name))]]
    assert len(store.store) == size


def test_ask_construct_and_describe_are_questions(store: GraphStore) -> None:
    """All four forms of a SPARQL question are answered."""
    yes = store.query("ASK { GRAPH ?article { ?leader ig:leads ?body } }", {"body": body("分局")})
    assert isinstance(yes, QueryBoolean)
    assert bool(yes)
    for form in ("CONSTRUCT { ?a ig:leads ?b } WHERE", "DESCRIBE ?a WHERE"):
        triples = store.query(f"{form} {{ GRAPH ?g {{ ?a ig:leads ?b }} }}")
        assert isinstance(triples, QueryTriples)
        assert list(triples)


@pytest.mark.parametrize(
    ("sparql", "bindings", "message"),
    [
        ("SELECT ?x {", {}, "the question is not a SPARQL query: error at 1:12."),
        ("SELECT ?x\nWHER { }", {}, "the question is not a SPARQL query: error at 2:6."),
        ("", {}, "the question is not a SPARQL query: error at 1:1."),
        (
            "INSERT DATA { <a:b> <a:c> <a:d> }",
            {},
            "the question is not a SPARQL query: error at 1:10.",
        ),
        (
            "SELECT ?x WHERE { ?x a ig:Body }",
            {"y": body("分局")},
            "the question cannot be asked: The SPARQL query does not contain",
        ),
    ],
)
def test_what_is_no_question_is_refused(
    store: GraphStore, sparql: str, bindings: dict[str, NamedNode], message: str
) -> None:
    """A query that does not parse, changes data, or does not select what is bound is a sentence."""
    size = len(store.store)
    with pytest.raises(QueryError) as caught:
        store.query(sparql, bindings)
    assert str(caught.value).startswith(message)
    assert "\n" not in str(caught.value)
    assert len(store.store) == size


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # by rdflib of rdflib
def test_rdflib_sees_the_same_data(store: GraphStore) -> None:
    """The rdflib view has the quads of the store, and asks them without a union of graphs."""
    dataset = store.dataset()
    assert len(list(dataset.quads())) == len(store.store)
    leads = "<https://w3id.org/institution-graph/ontology#leads>"
    assert len(dataset.query(f"SELECT * {{ ?a {leads} ?b }}")) == 0
    assert len(dataset.query(f"SELECT * {{ GRAPH ?g {{ ?a {leads} ?b }} }}")) == 4
