"""The questions of the library on the regulation that comes with the package: whole answers.

What each question answers is written down in `tests/answers`; see `tests.pinned`.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import NamedNode, Quad, RdfFormat, Store
from rdflib import Dataset, URIRef
from rdflib.query import ResultRow

from graph.ask import get_question, put, questions
from graph.ontology import load_ontology
from graph.query import meant
from graph.rdf import GraphStore
from graph.rdf.vocabulary import BODY, INFERRED, term
from tests.pinned import CASES, FOLDER, answers, pinned, shipped

if TYPE_CHECKING:
    from graph.query import Question

IN_SPARQL = [question.name for question in questions() if question.sparql]
SAMPLE = {"body": "监察组", "other": "总局", "relation": "leads", "article": "2"}
LEAST = 25  # questions, as the library has promised


@pytest.fixture(scope="module")
def in_rdflib(store: GraphStore) -> Dataset:
    """Return the small regulation in rdflib's own store, which is slow on a larger one."""
    data = Dataset(default_union=False)
    data.parse(data=store.store.dump(format=RdfFormat.TRIG) or b"", format="trig")
    return data


@pytest.fixture(scope="module")
def consequences() -> GraphStore:
    """Return the shipped regulation with every relation inferred between two of its bodies."""
    copy = GraphStore(store=Store(), where="copy")
    copy.store.extend(shipped().store)
    head, unit = NamedNode(f"{BODY}派出机关"), NamedNode(f"{BODY}驻在单位")
    for relation in load_ontology().relations:
        copy.store.add(Quad(head, term(relation), unit, INFERRED))
        copy.store.add(Quad(unit, term(relation), head, INFERRED))
    return copy


def test_the_library_is_large_and_every_question_is_pinned() -> None:
    """There are at least 25 questions, each with cases and a file, and no file of another."""
    names = [question.name for question in questions()]
    assert len(names) >= LEAST
    assert names == sorted(CASES)
    assert names == sorted(file.stem for file in FOLDER.glob("*.json"))


@pytest.mark.parametrize("name", CASES)
def test_the_answer_is_the_one_written_down(name: str) -> None:
    """A question answers on the shipped regulation what was read and found right."""
    assert pinned(name) == json.loads(json.dumps(answers(name)))


def test_nearly_every_question_finds_something() -> None:
    """Each question but one has rows to prove itself by: nobody manages the unit."""
    empty = {name for name in CASES if not any(case["rows"] for case in answers(name))}
    assert {"who-manages"} == empty


@pytest.mark.parametrize("name", IN_SPARQL)
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_another_engine_gives_the_same_answer(
    store: GraphStore, in_rdflib: Dataset, name: str
) -> None:
    """The questions are plain SPARQL 1.1: on a small regulation rdflib finds the same rows."""
    question = get_question(name)
    parameters = {key: SAMPLE[key] for key in question.required}
    ours = put(store, question, parameters)
    (terms,) = meant(store, question, parameters)
    bound = {key: URIRef(value.value) for key, value in terms.items()}
    found = in_rdflib.query(question.sparql, initBindings=bound)
    order = [ours.variables.index(str(variable)) for variable in found.vars or ()]
    assert sorted([getattr(row[i], "value", "None") for i in order] for row in ours.rows) == sorted(
        [str(cell) for cell in row] for row in found if isinstance(row, ResultRow)
    )


@pytest.mark.parametrize("question", questions(), ids=lambda question: question.name)
def test_a_question_is_asked_in_two_languages(question: Question) -> None:
    """A question has a Chinese and an English title and says what its answer holds."""
    assert re.fullmatch(r"[\u4e00-\u9fff]+？", question.title)
    assert re.fullmatch(r"[A-Z][a-zA-Z, ]+\?", question.title_en)
    assert question.description.endswith(".")


@pytest.mark.parametrize("name", CASES)
def test_what_is_inferred_changes_no_answer(consequences: GraphStore, name: str) -> None:
    """Triples of the graph of consequences answer no question about what a text states."""
    for parameters in CASES[name]:
        question = get_question(name)
        assert put(shipped(), question, parameters) == put(consequences, question, parameters)


def test_powers_are_ranked_alike_and_completely() -> None:
    """Both questions about powers rank the same relations, all that are authority among them."""
    ranks = [
        re.findall(r"\(ig:(\w+) (\d+)\)", get_question(name).sparql)
        for name in ("powers-over", "powers-of")
    ]
    assert ranks[0] == ranks[1]
    ranked = [relation for relation, _ in ranks[0]]
    assert [str(place) for place, _ in enumerate(ranked, start=1)] == [n for _, n in ranks[0]]
    relations = load_ontology().relations.values()
    powers = {"authority", "steering", "formation"}
    expected = {one.name for one in relations if powers & set(one.groups)} | {"handlesCasesOf"}
    assert expected == set(ranked)


def test_equals_are_those_without_authority() -> None:
    """Who cooperates as equals is told by all relations of authority, and by no other."""
    (listed,) = re.findall(r"VALUES \?power \{ (.*?) \}", get_question("cooperating-equals").sparql)
    relations = load_ontology().relations.values()
    authority = {one.name for one in relations if "authority" in one.groups}
    assert authority == set(listed.replace("ig:", "").split())


def test_hearing_a_report_is_told_by_every_verb_for_it() -> None:
    """A duty to report has its counterpart in each verb that has the recipient act."""
    sparql = get_question("duty-without-counterpart").sparql
    (listed,) = re.findall(r"VALUES \?hearing \{ (.*?) \}", sparql)
    hearing = {one.name for one in load_ontology().triggers if "reportsTo" in one.inverse}
    assert hearing == set(listed.replace("lex:", "").split())
