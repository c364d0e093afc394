"""Questions see what the texts state, and what follows only when asked to, marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.ask import put, questions
from graph.errors import QueryError
from graph.ontology import load_ontology
from graph.query import marked, run, run_text, tabulate, with_consequences
from graph.rdf import store_readings
from graph.rdf.consequences import inference_quads
from graph.rdf.inference import infer
from graph.rdf.vocabulary import INFERRED
from graph.readings import read_all

if TYPE_CHECKING:
    from graph.rdf import GraphStore

GIVEN = {"body": "派驻机构", "other": "派出机关", "article": "12", "relation": "leads"}
# What falls with an article (struck-out) is told of consequences too, marked as such.
QUESTIONS = {one.name: one for one in questions() if one.name != "struck-out"}


@pytest.fixture(scope="module")
def stated() -> GraphStore:
    """Return what the shipped regulation states."""
    return store_readings(read_all())


@pytest.fixture(scope="module")
def whole() -> GraphStore:
    """Return the same with all that follows."""
    store = store_readings(read_all())
    store.store.extend(inference_quads(infer(store.store, load_ontology())))
    return store


@pytest.mark.parametrize("name", QUESTIONS)
def test_no_question_finds_what_is_inferred(
    stated: GraphStore, whole: GraphStore, name: str
) -> None:
    """The answers of the library are the same with and without the graph of what is inferred."""
    given = {key: GIVEN[key] for key in QUESTIONS[name].required}
    found = put(whole, QUESTIONS[name], given)
    assert found.rows == put(stated, QUESTIONS[name], given).rows


def test_consequences_are_found_when_asked_for_and_marked(whole: GraphStore) -> None:
    """Who leads the kind leads the case: with the article of the statement it rests on."""
    asked = with_consequences(whole)
    table = tabulate(marked(run(asked, "who-leads", body="派驻纪检监察组"), asked))
    rows = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    assert [("组务会", "第八条", "推论"), ("派出机关", "第十二条", "推论")] == [
        (row["leader"], row["article"], row["inferred"]) for row in rows
    ]
    table = tabulate(marked(run(asked, "who-leads", body="派驻机构"), asked))
    assert ("", "推论") == (table.rows[0][-1], max(row[-1] for row in table.rows))
    assert () == run(whole, "who-leads", body="派驻纪检监察组").rows


def test_what_is_denied_of_the_kind_is_not_asserted_of_the_case(whole: GraphStore) -> None:
    """Who manages a bank is not answered by who must not; what is forbidden is."""
    asked = with_consequences(whole)
    managers = tabulate(run(asked, "who-manages", body="中管金融企业"))
    assert "派驻机构主要负责人" not in managers.values("manager")
    plain = "ASK { GRAPH ?article { body:派驻机构主要负责人 ig:manages ?any } }"
    assert run_text(asked, plain).truth is False
    table = tabulate(marked(run(asked, "forbidden-to", body="派驻机构主要负责人"), asked))
    assert ("中管金融企业", "推论") in {
        (row[table.columns.index("object")], row[-1]) for row in table.rows
    }


def test_the_store_asked_is_a_copy(whole: GraphStore) -> None:
    """The dataset itself is left as it is."""
    before = len(whole.store)
    assert before < len(with_consequences(whole).store)
    assert before == len(whole.store)


def test_rows_that_cannot_be_marked_are_refused(whole: GraphStore) -> None:
    """Without the statement of a row it cannot be told from what is stated."""
    answer = run_text(whole, "SELECT ?a { GRAPH ?article { ?a ig:leads ?b } }")
    with pytest.raises(QueryError, match="select \\?statement"):
        marked(answer, whole)


def test_any_graph_is_any_article(stated: GraphStore, whole: GraphStore) -> None:
    """One's own question finds what is inferred by the name of its graph, or on demand."""
    text = "SELECT DISTINCT ?a { GRAPH ?g { ?a ig:partOf ?b } }"
    assert run_text(whole, text).rows == run_text(stated, text).rows
    every = whole.query(text, inferred=True)
    assert len(list(every)) > len(run_text(whole, text).rows)  # type: ignore[arg-type]
    named = f"SELECT ?a {{ GRAPH {INFERRED} {{ ?a ig:partOf ?b }} }}"
    assert run_text(whole, named).rows
    assert not run_text(stated, named).rows
