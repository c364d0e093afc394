"""`institution-graph show`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from graph.build import build
from graph.cli import main
from graph.rdf import write_dataset
from tests.factories import sample_reading

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the path of the sample as a dataset."""
    path = tmp_path_factory.mktemp("show") / "graph.trig"
    write_dataset([sample_reading()], path)
    return str(path)


@pytest.fixture(scope="module")
def twice(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the path of a dataset of two documents that say the same."""
    path = tmp_path_factory.mktemp("show") / "two.trig"
    write_dataset([sample_reading(), sample_reading("other")], path)
    return str(path)


def show(graph: str, *arguments: str) -> Result:
    """Run the command."""
    return CliRunner().invoke(main, ["show", *arguments, "--graph", graph])


@pytest.mark.parametrize("name", ["监察组", "驻点监察组", "body:监察组"])
def test_a_body(graph: str, name: str) -> None:
    """A body has its names, its class, and what it does to others before what they do to it."""
    result = show(graph, name)
    expected = """\
监察组（组）
other names: 驻点监察组
https://w3id.org/institution-graph/body/监察组
subject  modality  relation     object    conditions  article  quote
监察组   可以      驻在         重点单位              第二条   总局可以向重点单位派驻监察组
监察组   应当      监督         重点单位              第二条   监察组应当监督重点单位
监察组   不得      管理         重点单位              第二条   不得管理重点单位
监察组   应当      与…协作配合  审计处                第四条   监察组应当与审计处协作配合
监察组   应当      监督         审计处                第四条   监督审计处
监察组   应当      向…报告      总局      定期        第五条   监察组应当定期向总局报告工作
总局     可以      派出         监察组                第二条   总局可以向重点单位派驻监察组
理事会   直接规定  领导         监察组                第四条   监察组的领导机构是理事会
总局     应当      领导         监察组                第六条   总局应当领导分局和监察组
"""
    assert (0, expected, "9 statements\n") == (result.exit_code, result.stdout, result.stderr)


@pytest.mark.parametrize("number", ["3", "第三条", "doc:sample/article/3"])
def test_an_article(graph: str, number: str) -> None:
    """An article has its document, its chapter, its text, and what it states."""
    result = show(graph, number)
    expected = """\
《样例规则》第三条（第一章 总则）
  分局应当接受同级党委监督。
subject   modality  relation  object  article  quote
同级党委  应当      监督      分局    第三条   分局应当接受同级党委监督
"""
    assert (0, expected, "1 statement\n") == (result.exit_code, result.stdout, result.stderr)


def test_the_preamble(graph: str) -> None:
    """The preamble is shown like an article, without a chapter."""
    result = show(graph, "preamble")
    assert result.stdout.startswith("《样例规则》序言\n  总局印发本规则，要求分局遵照执行。\n")


def test_a_relative_name_is_shown_for_each_document(twice: str) -> None:
    """Of a name that two documents use, both bodies are shown, each with its document."""
    result = show(twice, "同级党委")
    assert 2 == result.stdout.count("as named in 《样例规则》\n")
    assert "\n\n同级党委" in result.stdout
    assert "2 statements\n" == result.stderr


def test_one_document_alone(twice: str) -> None:
    """With --document an article is that of one document."""
    result = show(twice, "3", "--document", "other")
    assert 1 == result.stdout.count("《样例规则》第三条（第一章 总则）\n")


def test_csv_has_the_statements_alone(twice: str) -> None:
    """A spreadsheet gets one line of names and the statements of all documents."""
    result = show(twice, "3", "--format", "csv")
    row = "同级党委,应当,监督,分局,《样例规则》第三条,分局应当接受同级党委监督"
    assert [
        "subject,modality,relation,object,article,quote",
        row,
        row,
    ] == result.stdout.splitlines()


def test_json_of_a_body(graph: str) -> None:
    """For programs a body comes with its IRI, names, classes and statements."""
    (body,) = json.loads(show(graph, "理事会", "--format", "json").stdout)
    statements = body.pop("statements")
    assert {
        "name": "理事会",
        "iri": "https://w3id.org/institution-graph/body/理事会",
        "other_names": [],
        "kinds": ["Meeting"],
        "document": None,
    } == body
    assert ["leads", "memberOf"] == [statement["relation"] for statement in statements]


def test_json_of_an_article(graph: str) -> None:
    """For programs an article comes with the texts of its provisions and its statements."""
    (article,) = json.loads(show(graph, "第四条", "--format", "json").stdout)
    assert ["监察组应当与审计处协作配合，监督审计处。", "监察组的领导机构是理事会。"] == [
        text["text"] for text in article["texts"]
    ]
    assert ("sample", "4", "第四条", "样例规则") == (
        article["document"],
        article["article"],
        article["label"],
        article["title"],
    )
    assert ["cooperatesWith", "supervises", "leads"] == [
        statement["relation"] for statement in article["statements"]
    ]


@pytest.mark.parametrize(
    ("what", "message"),
    [
        ("监查组", "no body of the graph is named 监查组; the nearest names are 监察组."),
        ("9", "no article of the graph is 9; expected a number from 1 to 6 or preamble."),
        (
            "第九条",
            "no article of the graph is 第九条; expected a number from 1 to 6 or preamble.",
        ),
    ],
)
def test_errors_are_one_sentence(graph: str, what: str, message: str) -> None:
    """What is not known is told in one sentence, with exit code 1."""
    result = show(graph, what)
    assert (1, "", f"Error: {message}\n") == (result.exit_code, result.stdout, result.stderr)


def test_what_follows_is_shown_when_asked_for(tmp_path: Path) -> None:
    """With --inferred a body's consequences stand after what is stated, each with its basis."""
    build(out=tmp_path)
    arguments = ["show", "派驻纪检监察组", "--graph", str(tmp_path / "graph.trig")]
    stated = CliRunner().invoke(main, arguments).stdout.splitlines()
    whole = CliRunner().invoke(main, [*arguments, "--inferred"]).stdout.splitlines()
    assert not any("推论" in line for line in stated)
    assert len(whole) > len(stated)
    (basis,) = (line for line in whole if "向…负责" in line)
    assert basis.endswith("推论        依类推及：据第十二条、第六条")
