"""Questions in plain Chinese: how they are understood, what they are answered, what is refused."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from graph.ask import Respondent, questions
from graph.ask.forms import Form, spread
from graph.cli import main
from graph.errors import NotUnderstoodError, UnknownBodyError
from graph.model import Modality
from graph.rdf import store_readings, write_dataset
from tests.factories import (
    make_body,
    make_document,
    make_reading,
    make_statement,
    sample_reading,
)
from tests.pinned import Line, answered, lines, shipped

if TYPE_CHECKING:
    from graph.query import Question

FILLED = {"另一机构": "派出机关", "某机构": "派驻机构", "某条": "第三条", "某种关系": "监督"}
LEAST = 40  # forms that are understood


@cache
def respondent() -> Respondent:
    """Return who answers questions about the shipped regulation."""
    return Respondent(shipped())


def test_the_table_is_large() -> None:
    """At least 40 forms are answered and ten are refused, each of them once."""
    table = list(lines())
    refused = [line for line in table if line.command.endswith("Error")]
    assert len(table) - len(refused) >= LEAST
    assert len(refused) >= 10
    assert len(table) == len({line.question for line in table})


@pytest.mark.parametrize("line", list(lines()), ids=lambda line: line.question)
def test_a_question_is_understood_and_answered(line: Line) -> None:
    """A question is the named one written down, with that answer and those articles."""
    assert line == answered(respondent(), line.question)


@pytest.mark.parametrize("question", questions(), ids=lambda question: question.name)
def test_the_title_of_a_question_asks_it(question: Question) -> None:
    """The title of every named question, its places filled, is understood as that question."""
    text = question.title
    for place, value in FILLED.items():
        text = text.replace(place, value)
    (reply,) = respondent().replies(text)
    assert question.name == reply.asked.question.name


def test_examples_that_are_offered_can_be_asked() -> None:
    """What is offered instead of a question that is not understood is understood."""
    for text in ("派驻机构的经费是多少？", "今天天气怎么样？", "第十二条", "谁"):
        with pytest.raises(NotUnderstoodError) as caught:
            respondent().replies(text)
        assert 3 == len(caught.value.nearest)
        for offered in caught.value.nearest:
            assert respondent().replies(offered)


def test_a_refusal_is_in_two_languages() -> None:
    """It says in Chinese and English that the question is not understood, and what can be asked."""
    with pytest.raises(NotUnderstoodError) as caught:
        respondent().replies("派驻机构的经费是多少？")
    chinese, english = str(caught.value).split("\n")
    assert chinese.startswith("我不明白“派驻机构的经费是多少？”。可以这样问：")
    assert "I do not understand this; you can ask the questions above." == english


def test_a_misspelt_name_gets_the_nearest() -> None:
    """A name that is nearly that of a body is told apart from a question that makes no sense."""
    with pytest.raises(UnknownBodyError) as caught:
        respondent().replies("谁领导派住机构？")
    assert "派驻机构" == caught.value.nearest[0]


def test_bodies_have_the_names_of_the_graph() -> None:
    """Another dataset is asked with its own names, and not with those of this one."""
    other = Respondent(store_readings([sample_reading()]))
    (reply,) = other.replies("驻点监察组由谁领导？")
    assert ("who-leads", "理事会、总局。") == (reply.asked.question.name, reply.words)
    (denied,) = other.replies("监察组能不能管理重点单位？")
    assert ("不能。", "第二条") == (denied.words, denied.denied[0].article_label)


def test_a_name_of_several_bodies_is_said_to_be() -> None:
    """Where a name means a body in each of two documents, both are answered and that is said."""
    two = Respondent(store_readings([sample_reading(), sample_reading("other")]))
    (reply,) = two.replies("同级党委监督谁？")
    assert 2 == len(reply.statements)
    assert reply.notes[0].startswith("“同级党委”可以指2个机构：")
    (kept,) = two.replies("同级党委监督谁？", "other")
    assert 1 == len(kept.statements)


def test_what_cannot_be_kept_to_a_document_is_said() -> None:
    """A question about the whole graph that is asked of one document says what it answers."""
    (reply,) = Respondent(store_readings([sample_reading()])).replies(
        "哪些机构有两个以上领导？", "sample"
    )
    assert ("这个问题不能只问《sample》；以下是对全部文件的回答。",) == reply.notes


def test_a_permission_and_a_denial_are_both_told() -> None:
    """Where one article allows what another forbids, the answer is neither yes nor no."""
    head, team = make_body("总局"), make_body("监察组")
    document = make_document({1: ["总局可以管理监察组。"], 2: ["总局不得管理监察组。"]})
    store = store_readings(
        [
            make_reading(
                document,
                *(
                    make_statement(
                        document, article, head, "manages", team, words, modality=modality
                    )
                    for article, words, modality in (
                        (1, "总局可以管理监察组", Modality.PERMISSION),
                        (2, "总局不得管理监察组", Modality.PROHIBITION),
                    )
                ),
            )
        ]
    )
    (reply,) = Respondent(store).replies("总局能不能管理监察组？")
    assert "既有条文这样规定，又有条文否定。" == reply.words
    assert (1, 1) == (len(reply.statements), len(reply.denied))


def test_choices_are_spread() -> None:
    """A line with choices stands for every text that can be made of it."""
    assert ["甲乙", "甲", "丙乙", "丙"] == list(spread("[甲/丙][乙/]"))


def test_places_are_filled_by_what_stands_there() -> None:
    """A form fits in every way in which its words are found, and not where one is missing."""
    form = Form(question=questions()[0], words=("", "和", "的"), places=("body", "other"))
    assert [{"body": "甲", "other": "乙和丙"}, {"body": "甲和乙", "other": "丙"}] == list(
        form.fit("甲和乙和丙的")
    )
    assert [] == list(form.fit("甲乙的"))
    assert [] == list(form.fit("和乙的"))


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the path of the sample as a dataset."""
    path = tmp_path_factory.mktemp("ask") / "graph.trig"
    write_dataset([sample_reading()], path)
    return str(path)


def test_the_command_answers_with_citations(graph: str) -> None:
    """The question as understood, the answer, and each statement with document, article, words."""
    result = CliRunner().invoke(main, ["ask", "谁领导分局？", "--graph", graph])
    assert (
        "谁领导分局？（institution-graph query who-leads --body 分局）\n"
        "总局。\n"
        "· 总局领导分局（直接规定）\n"
        "  《样例规则》第一条：「总局领导分局」\n"
        "· 总局领导分局（应当）\n"
        "  《样例规则》第六条：「总局应当领导分局和监察组」\n" == result.stdout
    )
    assert (0, "2 rows\n") == (result.exit_code, result.stderr)


def test_the_command_shows_what_is_denied(graph: str) -> None:
    """That an article denies what is asked for stands under the answer that none states it."""
    result = CliRunner().invoke(main, ["ask", "谁管理重点单位？", "--graph", graph])
    assert "没有条文这样规定。\n条文否定的：\n· 监察组不管理重点单位（不得）\n" in result.stdout


def test_the_command_prints_rows_without_statements(graph: str) -> None:
    """An answer that rests on what no article says is a table."""
    result = CliRunner().invoke(main, ["ask", "哪些机构没有任何机构监督？", "--graph", graph])
    assert 0 == result.exit_code
    assert "理事会" in result.stdout


def test_the_command_answers_programs(graph: str) -> None:
    """JSON has the question, the answer, and all that is known of each statement."""
    result = CliRunner().invoke(main, ["ask", "分局受谁监督", "-f", "json", "--graph", graph])
    (reply,) = json.loads(result.stdout)
    assert ("who-supervises", {"body": "分局"}) == (reply["question"], reply["parameters"])
    assert "supervises" == reply["statements"][0]["relation"]


def test_the_command_refuses_with_exit_code_1(graph: str) -> None:
    """A question that is not understood is refused with what can be asked."""
    result = CliRunner().invoke(main, ["ask", "监察组有多少人？", "--graph", graph])
    assert (1, "") == (result.exit_code, result.stdout)
    assert result.stderr.startswith("Error: 我不明白“监察组有多少人？”。可以这样问：")
