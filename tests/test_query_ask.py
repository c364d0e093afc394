"""Asking: what is bound, what is refused, and in which words."""

from __future__ import annotations

from typing import NoReturn

import pytest

from graph.errors import QueryError, UnknownBodyError, UnknownProvisionError
from graph.query import ask, parse_question, run, run_text, tabulate
from graph.rdf import GraphStore, store_readings
from tests.factories import make_body, make_document, make_reading, make_statement

PAIRS = (
    "SELECT ?body ?other WHERE { GRAPH ?article { ?body ig:supervises ?other } } ORDER BY ?other"
)


@pytest.mark.parametrize(
    ("sparql", "columns", "rows"),
    [
        ("ASK { GRAPH ?g { ?a ig:manages ?b } }", ("answer",), [("no",)]),
        ("ASK { GRAPH ?g { ?a ig:leads ?b } }", ("answer",), [("yes",)]),
        (
            "CONSTRUCT { ?b ig:ledBy body:理事会 } { GRAPH ?g { body:理事会 ig:leads ?b } }",
            ("subject", "predicate", "object"),
            [("body:监察组", "受…领导", "body:理事会")],
        ),
        ("SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?a ig:leads ?b } }", ("n",), [("4",)]),
        ("SELECT ?a ?b WHERE { BIND (1 AS ?a) }", ("a", "b"), [("1", "")]),
        (
            PAIRS.replace("?article", "doc:sample\\/article\\/3"),
            ("body", "other"),
            [("doc:sample/body/同级党委", "body:分局")],
        ),
    ],
    ids=["no", "yes", "construct", "count", "unbound", "prefixes"],
)
def test_questions_of_ones_own(
    store: GraphStore, sparql: str, columns: tuple[str, ...], rows: list[tuple[str, ...]]
) -> None:
    """Every kind of query gives a table, and the usual prefixes need no declaration."""
    table = tabulate(run_text(store, sparql))
    assert columns == table.columns
    assert rows == list(table.rows)


def test_a_variable_of_the_name_is_bound(store: GraphStore) -> None:
    """A question of one's own is asked about a body by any name of it."""
    found = tabulate(run_text(store, PAIRS, body="驻点监察组"))
    assert [("body:监察组", "body:审计处"), ("body:监察组", "body:重点单位")] == sorted(found.rows)


@pytest.mark.parametrize(
    ("sparql", "message"),
    [
        ("", "the question is empty; expected SELECT, ASK, CONSTRUCT or DESCRIBE."),
        ("# nothing\n", "the question is empty; expected SELECT, ASK, CONSTRUCT or DESCRIBE."),
        (
            "SELECT ?a WHERE {\n  ?a ?b }",
            "the question is not a SPARQL query: line 2, column 10: “?a ?b }”.",
        ),
        (
            "SELECT ?a { ?a unknown:b ?c }",
            (
                "the question is not a SPARQL query: line 1, column 25: "
                "“SELECT ?a { ?a unknown:b ?c }” (Prefix not found)."
            ),
        ),
        (
            "谁领导派驻机构？",
            "the question is not a SPARQL query: line 1, column 9: “谁领导派驻机构？”.",
        ),
        (
            "SELECT ?a { SERVICE <http://127.0.0.1:9/> { ?a ?b ?c } }",
            (
                "the question cannot be answered: The port 9 is not allowed for HTTP(S) because "
                "it is dedicated to an other use."
            ),
        ),
        (
            "SELECT (<http://example.org/f>(1) AS ?a) { }",
            (
                "the question cannot be asked: "
                "The custom function <http://example.org/f> is not supported."
            ),
        ),
    ],
    ids=["empty", "comment", "unfinished", "prefix", "prose", "service", "function"],
)
def test_what_is_no_question_is_refused(store: GraphStore, sparql: str, message: str) -> None:
    """A text that is no query is refused with a sentence that says where it stops making sense."""
    with pytest.raises(QueryError) as caught:
        run_text(store, sparql)
    assert message == str(caught.value)


class Inarticulate(GraphStore):
    """A store that does not say where a query stops making sense."""

    def query(self, sparql: str, bindings: object = None, *, inferred: bool = False) -> NoReturn:
        """Refuse every query."""
        del sparql, bindings, inferred
        message = "refused"
        raise QueryError(message) from SyntaxError("nothing\n  fits")


def test_a_refusal_without_a_place(store: GraphStore) -> None:
    """Where the store names no line and column, its own words are passed on, in one line."""
    with pytest.raises(QueryError) as caught:
        run_text(Inarticulate(store=store.store, where=""), "ASK { ?a ?b ?c }")
    assert "the question is not a SPARQL query: nothing fits." == str(caught.value)


@pytest.mark.parametrize(
    ("sparql", "keyword"),
    [
        ("INSERT DATA { body:a ig:leads body:b }", "INSERT"),
        ("delete where { ?a ?b ?c }", "DELETE"),
        ("PREFIX x: <http://x/#>\n# SELECT\nDROP ALL", "DROP"),
        ("BASE <http://x/> CLEAR DEFAULT", "CLEAR"),
        ("LOAD <file:///etc/passwd>", "LOAD"),
        ("WITH ig:g DELETE { ?a ?b ?c } WHERE { ?a ?b ?c }", "WITH"),
    ],
    ids=["insert", "delete", "drop", "clear", "load", "with"],
)
def test_what_would_change_the_data_is_refused(
    store: GraphStore, sparql: str, keyword: str
) -> None:
    """An update is refused, whatever stands before its keyword, and nothing changes."""
    size = len(store.store)
    with pytest.raises(QueryError) as caught:
        run_text(store, sparql)
    assert (
        f"the question would change the data ({keyword}); "
        "expected SELECT, ASK, CONSTRUCT or DESCRIBE." == str(caught.value)
    )
    assert size == len(store.store)


def test_an_update_after_a_query_is_no_query(store: GraphStore) -> None:
    """A query cannot be followed by an update."""
    with pytest.raises(QueryError, match="not a SPARQL query: line 1, column 24"):
        run_text(store, "ASK { ?a ?b ?c } ; DROP ALL")
    assert len(store.store)


@pytest.mark.parametrize(
    ("name", "parameters", "message"),
    [
        ("who-leads", {}, "the question who-leads needs body; it takes body, document."),
        (
            "who-leads",
            {"body": "总局", "article": "1"},
            "the question who-leads does not take article; it takes body, document.",
        ),
        (
            "more-than-one-leader",
            {"body": "总局"},
            "the question more-than-one-leader does not take body; it takes nothing.",
        ),
        (
            "who-lead",
            {"body": "总局"},
            "no question is named who-lead; the nearest are who-leads, who-does, who-manages.",
        ),
        (
            "where-stated",
            {"relation": "lead"},
            "no relation is named lead; the nearest are leads.",
        ),
        (
            "who-leads",
            {"body": "总局", "document": "rules"},
            "no document of the graph is rules; the nearest are sample.",
        ),
    ],
    ids=["missing", "unwanted", "takes nothing", "question", "relation", "document"],
)
def test_what_cannot_be_asked(
    store: GraphStore, name: str, parameters: dict[str, str], message: str
) -> None:
    """A question that is unknown, or asked about the wrong things, says what is expected."""
    with pytest.raises(QueryError) as caught:
        run(store, name, **parameters)
    assert message == str(caught.value)


def test_an_unknown_body_gets_the_nearest_names(store: GraphStore) -> None:
    """A name that nobody bears is answered with those most like it."""
    with pytest.raises(UnknownBodyError) as caught:
        run(store, "who-leads", body="监查组")
    assert "no body of the graph is named 监查组; the nearest names are 监察组." == str(
        caught.value
    )


def test_an_unknown_article_gets_the_known_ones(store: GraphStore) -> None:
    """A number that no article has is answered with the numbers there are."""
    with pytest.raises(UnknownProvisionError) as caught:
        run(store, "article-states", article="第七条")
    assert "no article of the graph is 第七条; expected a number from 1 to 6 or preamble." == str(
        caught.value
    )


def test_a_parameter_that_is_not_selected_cannot_be_bound(store: GraphStore) -> None:
    """A variable that the query does not select is refused instead of being left open."""
    question = parse_question("SELECT ?other WHERE { GRAPH ?article { ?body ig:leads ?other } }")
    with pytest.raises(QueryError) as caught:
        ask(store, question, {"body": "总局"})
    assert "the question does not select ?body, which it is asked about." == str(caught.value)


@pytest.mark.parametrize(
    "name",
    [
        '甲"} INSERT {',
        "甲> . ?x ?y ?z . <",
        "甲\n乙",
        "甲' OR '1'='1",
        "甲\\",
        "?body",
        "%E7%94%B2",
    ],
)
def test_a_hostile_name_is_a_name(name: str) -> None:
    """Whatever a name holds, it is bound as one term and finds its own body alone."""
    hostile, other = make_body(name), make_body("乙局")
    document = make_document({1: ["某局领导乙局。"]})
    statement = make_statement(document, 1, hostile, "leads", other, "某局领导乙局")
    store = store_readings([make_reading(document, statement)])
    assert not run(store, "who-leads", body=name).rows
    assert [name] == [row[0] for row in tabulate(run(store, "who-leads", body="乙局")).rows]
    assert not run(store, "obliged-to", body=name).rows
