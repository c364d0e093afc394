"""The questions of the library, each with its whole answer on the sample."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Final

import pytest
from pyoxigraph import NamedNode, Quad, RdfFormat
from rdflib import Dataset, URIRef
from rdflib.query import ResultRow

from graph.model import Modality
from graph.ontology import load_ontology, ontology_path
from graph.query import get_question, questions, run, tabulate
from graph.rdf import store_readings
from graph.rdf.vocabulary import BODY, DOC, IG, INFERRED
from tests.factories import (
    make_body,
    make_document,
    make_reading,
    make_statement,
    sample_reading,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.query import Question
    from graph.rdf import GraphStore

# For each question what it is asked about, and the answer: the columns that tell something, row by
# row.
ANSWERS: Final[Mapping[str, tuple[dict[str, str], tuple[str, ...], list[tuple[str, ...]]]]] = {
    "article-states": (
        {"article": "2"},
        ("subject", "modality", "relation", "object", "article", "quote"),
        [
            ("总局", "可以", "派出", "监察组", "第二条", "总局可以向重点单位派驻监察组"),
            ("监察组", "可以", "驻在", "重点单位", "第二条", "总局可以向重点单位派驻监察组"),
            ("监察组", "应当", "监督", "重点单位", "第二条", "监察组应当监督重点单位"),
            ("监察组", "不得", "管理", "重点单位", "第二条", "不得管理重点单位"),
        ],
    ),
    "forbidden-to": (
        {"body": "监察组"},
        ("body", "modality", "relation", "object", "article", "quote"),
        [("监察组", "不得", "管理", "重点单位", "第二条", "不得管理重点单位")],
    ),
    "more-than-one-leader": (
        {},
        ("body", "leader", "modality", "article", "quote"),
        [
            ("监察组", "理事会", "直接规定", "第四条", "监察组的领导机构是理事会"),
            ("监察组", "总局", "应当", "第六条", "总局应当领导分局和监察组"),
        ],
    ),
    "obliged-to": (
        {"body": "监察组"},
        ("relation", "object", "article", "conditions", "quote"),
        [
            ("监督", "重点单位", "第二条", "", "监察组应当监督重点单位"),
            ("与…协作配合", "审计处", "第四条", "", "监察组应当与审计处协作配合"),
            ("监督", "审计处", "第四条", "", "监督审计处"),
            ("向…报告", "总局", "第五条", "定期", "监察组应当定期向总局报告工…作"),
        ],
    ),
    "reports-to": (
        {"body": "驻点监察组"},
        ("body", "recipient", "article", "quote"),
        [("监察组", "总局", "第五条", "监察组应当定期向总局报告工…作")],
    ),
    "supervised-by": (
        {"body": "监察组"},
        ("body", "supervised", "article", "quote"),
        [
            ("监察组", "重点单位", "第二条", "监察组应当监督重点单位"),
            ("监察组", "审计处", "第四条", "监督审计处"),
        ],
    ),
    "supervised-by-nobody": (
        {},
        ("body", "articles", "statements"),
        [
            ("同级党委", "第三条", "1"),
            ("理事会", "第四条、第五条", "2"),
            ("监察组", "第二条、第四条、第五条、第六条", "9"),
            ("组长", "第五条", "1"),
        ],
    ),
    "where-stated": (
        {"relation": "领导"},
        ("subject", "relation", "object", "article", "quote"),
        [
            ("总局", "领导", "分局", "第一条", "总局领导分局"),
            ("理事会", "领导", "监察组", "第四条", "监察组的领导机构是理事会"),
            ("总局", "领导", "分局", "第六条", "总局应当领导分局和监察组"),
            ("总局", "领导", "监察组", "第六条", "总局应当领导分局和监察组"),
        ],
    ),
    "who-leads": (
        {"body": "分局"},
        ("leader", "body", "modality", "document", "article", "quote"),
        [
            ("总局", "分局", "直接规定", "样例规则", "第一条", "总局领导分局"),
            ("总局", "分局", "应当", "样例规则", "第六条", "总局应当领导分局和监察组"),
        ],
    ),
    "who-manages": ({"body": "重点单位"}, ("manager",), []),
    "who-supervises": (
        {"body": "分局"},
        ("supervisor", "body", "article", "quote"),
        [("同级党委", "分局", "第三条", "分局应当接受同级党委监督")],
    ),
}


def ask(
    store: GraphStore, name: str, columns: tuple[str, ...], **parameters: str
) -> list[tuple[str, ...]]:
    """Return some columns of the answer to a question of the library."""
    table = tabulate(run(store, name, **parameters))
    places = [table.columns.index(column) for column in columns]
    return [tuple(row[place] for place in places) for row in table.rows]


@pytest.fixture(scope="module")
def twice() -> GraphStore:
    """Return a store with two documents that say the same."""
    return store_readings([sample_reading(), sample_reading("other")])


@pytest.fixture(scope="module")
def in_rdflib(store: GraphStore) -> Dataset:
    """Return the sample in rdflib's own store."""
    data = Dataset(default_union=False)
    data.parse(data=store.store.dump(format=RdfFormat.TRIG) or b"", format="trig")
    return data


def test_every_answer_is_to_a_question() -> None:
    """The table above names questions of the library; `tests.pinned` has an answer for each."""
    assert set(ANSWERS) <= {question.name for question in questions()}


@pytest.mark.parametrize("name", ANSWERS)
def test_answer(store: GraphStore, name: str) -> None:
    """A question of the library has the answer expected, in the order expected."""
    parameters, columns, rows = ANSWERS[name]
    assert rows == ask(store, name, columns, **parameters)


@pytest.mark.parametrize("question", questions(), ids=lambda question: question.name)
def test_question_is_documented(question: Question) -> None:
    """A question says what it asks, in Chinese and English, and describes its answer."""
    assert re.fullmatch(r"[\u4e00-\u9fff]+？", question.title)
    assert re.fullmatch(r"[A-Z][a-zA-Z, ]+\?", question.title_en)
    assert question.description.endswith(".")


@pytest.mark.parametrize("question", questions(), ids=lambda question: question.name)
def test_question_uses_declared_terms_alone(question: Question) -> None:
    """Every term of ours that a question names is declared by the ontology."""
    declared = ontology_path().read_text("utf-8")
    used = set(re.findall(r"\big:(\w+)", question.sparql))
    assert used
    assert not [name for name in used if not re.search(rf"^ig:{name} ", declared, re.MULTILINE)]


@pytest.mark.parametrize("name", ANSWERS)
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_another_engine_gives_the_same_answer(
    store: GraphStore, in_rdflib: Dataset, name: str
) -> None:
    """The questions are plain SPARQL 1.1: the engine of rdflib finds the same rows."""
    texts, _, _ = ANSWERS[name]
    iris = {
        "article": f"{DOC}sample/article/2",
        "relation": f"{IG}leads",
        "body": BODY + texts.get("body", "").removeprefix("驻点"),
    }
    sparql = get_question(name).sparql
    found = in_rdflib.query(sparql, initBindings={key: URIRef(iris[key]) for key in texts})
    variables = [str(variable) for variable in found.vars or ()]
    bindings = json.loads(run(store, name, **texts).to_json())["results"]["bindings"]
    assert sorted([row[name]["value"] for name in variables] for row in bindings) == sorted(
        [str(term) for term in row] for row in found if isinstance(row, ResultRow)
    )


def test_what_is_both_stated_and_denied_is_told_apart() -> None:
    """Where an article allows here what it forbids there, only the permission is found."""
    head, team = make_body("总局"), make_body("监察组")
    document = make_document({1: ["总局可以管理监察组。", "会议期间，总局不得管理监察组。"]})
    reading = make_reading(
        document,
        make_statement(
            document, 1, head, "manages", team, "总局可以管理监察组", modality=Modality.PERMISSION
        ),
        make_statement(
            document, 1, head, "manages", team, "总局不得管理监察组", modality=Modality.PROHIBITION
        ),
    )
    store = store_readings([reading])
    columns = ("modality", "quote")
    assert [("可以", "总局可以管理监察组")] == ask(store, "who-manages", columns, body="监察组")
    assert [("不得", "总局不得管理监察组")] == ask(store, "forbidden-to", columns, body="总局")


def test_what_is_inferred_is_not_found() -> None:
    """Triples of the graph of consequences answer no question about what a text states."""
    store = store_readings([sample_reading()])
    before = {name: run(store, name, **parameters) for name, (parameters, _, _) in ANSWERS.items()}
    head, team, unit = (NamedNode(BODY + name) for name in ("总局", "监察组", "重点单位"))
    for subject, relation, obj in (
        (head, "leads", unit),
        (team, "leads", unit),
        (head, "manages", unit),
        (head, "supervises", team),
        (head, "reportsTo", team),
    ):
        store.store.add(Quad(subject, NamedNode(IG + relation), obj, INFERRED))
    assert before == {
        name: run(store, name, **parameters) for name, (parameters, _, _) in ANSWERS.items()
    }


def test_the_same_leader_in_two_documents_is_one_leader(twice: GraphStore) -> None:
    """A body that two documents give to the same leader has no second one."""
    assert {("监察组",)} == set(ask(twice, "more-than-one-leader", ("body",)))


def test_a_name_of_several_documents_is_asked_about_in_each(twice: GraphStore) -> None:
    """A relative name means a body in each document, and every one is asked about."""
    columns = ("body", "supervised", "article")
    assert [("同级党委", "分局", "第三条")] * 2 == ask(
        twice, "supervised-by", columns, body="同级党委"
    )
    answer = run(twice, "supervised-by", body="同级党委")
    assert [f"<{DOC}other/body/同级党委>", f"<{DOC}sample/body/同级党委>"] == [
        str(row[answer.variables.index("body")]) for row in answer.rows
    ]


@pytest.mark.parametrize(
    "name", [name for name in ANSWERS if ANSWERS[name][0] and ANSWERS[name][2]]
)
def test_a_document_narrows_the_answer_down(twice: GraphStore, name: str) -> None:
    """Kept to one of two documents that say the same, the answer is that of the one."""
    parameters, columns, rows = ANSWERS[name]
    assert len(rows) * 2 == len(ask(twice, name, columns, **parameters))
    assert rows == ask(twice, name, columns, **parameters, document="other")


def test_every_relation_can_be_asked_for(store: GraphStore) -> None:
    """Where a relation is stated can be asked by its name, for each relation there is."""
    stated = [
        name for name in load_ontology().relations if run(store, "where-stated", relation=name).rows
    ]
    assert [
        "leads",
        "supervises",
        "reportsTo",
        "urges",
        "dispatches",
        "stationedAt",
        "memberOf",
        "cooperatesWith",
    ] == stated
