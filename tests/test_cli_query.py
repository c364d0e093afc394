"""`institution-graph query`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from graph.ask import questions
from graph.ask import questions as all_questions
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
    path = tmp_path_factory.mktemp("query") / "graph.trig"
    write_dataset([sample_reading()], path)
    return str(path)


def query(*arguments: str, text: str | None = None) -> Result:
    """Run the command."""
    return CliRunner().invoke(main, ["query", *arguments], input=text)


def test_a_named_question(graph: str) -> None:
    """The answer stands under the question, one row a statement, the count on standard error."""
    result = query("who-leads", "--body", "驻点监察组", "--graph", graph)
    assert (
        "谁领导某机构？《样例规则》\n"
        "leader  body    modality  article  quote\n"
        "理事会  监察组  直接规定  第四条   监察组的领导机构是理事会\n"
        "总局    监察组  应当      第六条   总局应当领导分局和监察组\n" == result.stdout
    )
    assert "2 rows\n" == result.stderr
    assert 0 == result.exit_code


def test_conditions_are_shown_where_there_are_any(graph: str) -> None:
    """The column of conditions is there for the article that has one, and not for another."""
    with_one = query("article-states", "--article", "5", "--graph", graph).stdout
    without = query("article-states", "--article", "2", "--graph", graph).stdout
    assert "conditions" in with_one
    assert "按照规定" in with_one
    assert "conditions" not in without


def test_a_question_without_an_answer(graph: str) -> None:
    """That nothing is stated is an answer: no row, no error."""
    result = query("who-manages", "--body", "重点单位", "--graph", graph)
    assert (0, "谁管理某机构？\n", "0 rows\n") == (
        result.exit_code,
        result.stdout,
        result.stderr,
    )


def test_csv_has_every_column(graph: str) -> None:
    """A spreadsheet gets document and statement too, and no byte-order mark on the screen."""
    result = query("who-leads", "--body", "监察组", "--graph", graph, "--format", "csv")
    header, first, _ = result.stdout.splitlines()
    assert "leader,body,modality,document,article,quote,statement" == header
    assert first.startswith("理事会,监察组,直接规定,样例规则,第四条,监察组的领导机构是理事会,st:")


def test_csv_into_a_file(graph: str, tmp_path: Path) -> None:
    """In a file the table begins with a byte-order mark, and the screen has the count alone."""
    path = tmp_path / "leaders.csv"
    result = query("who-leads", "--body", "监察组", "--graph", graph, "-f", "csv", "-o", str(path))
    assert ("", "2 rows\n") == (result.stdout, result.stderr)
    assert path.read_bytes().startswith(b"\xef\xbb\xbfleader,")


def test_json_is_for_programs(graph: str) -> None:
    """JSON has the terms themselves, in the format of the W3C."""
    result = query("who-leads", "--body", "分局", "--graph", graph, "--format", "json")
    answer = json.loads(result.stdout)
    assert "leader" == answer["head"]["vars"][0]
    assert {"type": "uri", "value": "https://w3id.org/institution-graph/body/总局"} == answer[
        "results"
    ]["bindings"][0]["leader"]


@pytest.mark.parametrize("way", ["text", "file", "stdin"])
def test_questions_of_ones_own(graph: str, tmp_path: Path, way: str) -> None:
    """SPARQL comes as text, from a file or through standard input, and takes a body too."""
    sparql = "SELECT ?body ?of { GRAPH ?article { ?body ig:memberOf ?of } }"
    file = tmp_path / "members.rq"
    file.write_text(sparql, encoding="utf-8")
    arguments = {"text": ["--text", sparql], "file": [str(file)], "stdin": ["-"]}[way]
    result = query(*arguments, "--body", "组长", "--graph", graph, text=sparql)
    assert "body       of\nbody:组长  body:理事会\n" == result.stdout


def test_a_file_with_a_head_is_a_question(graph: str, tmp_path: Path) -> None:
    """A file of one's own can have a title and parameters like those of the library."""
    file = tmp_path / "question.sparql"
    file.write_text(
        "# title: 谁？ | Who?\n# param: body\nSELECT ?body WHERE { ?body a ig:Team }", "utf-8"
    )
    result = query(str(file), "--graph", graph, "--body", "监察组")
    assert "谁？\nbody\nbody:监察组\n" == result.stdout
    assert 1 == query(str(file), "--graph", graph).exit_code


def test_the_library_is_listed() -> None:
    """Every question is listed with its title and what it needs."""
    result = query("--list", "--format", "json")
    listed = {one["name"]: one for one in json.loads(result.stdout)}
    assert [question.name for question in questions()] == list(listed)
    assert {
        "name": "who-leads",
        "asks": "谁领导某机构？",
        "in English": "Who leads a body?",
        "needs": "--body",
        "takes": "--document",
    } == listed["who-leads"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ["who-leads", "--body", "监查组"],
            "no body of the graph is named 监查组; the nearest names are 监察组.",
        ),
        (
            ["who-leads"],
            "the question who-leads needs body; it takes body, document.",
        ),
        (
            ["article-states", "--article", "七"],
            "no article of the graph is 七; expected a number from 1 to 6 or preamble.",
        ),
        (
            ["who-led"],
            "no question is named who-led; the nearest are who-leads, who-does, who-manages.",
        ),
        (["none.rq"], "none.rq: there is no such file; expected a question in SPARQL."),
        (
            ["--text", "SELECT ?a { ?a ?b }"],
            "the question is not a SPARQL query: line 1, column 20: “SELECT ?a { ?a ?b }”.",
        ),
        (
            ["--text", "DROP ALL"],
            (
                "the question would change the data (DROP); "
                "expected SELECT, ASK, CONSTRUCT or DESCRIBE."
            ),
        ),
    ],
)
def test_errors_are_one_sentence(graph: str, arguments: list[str], message: str) -> None:
    """What cannot be asked is told in one sentence, with exit code 1."""
    result = query(*arguments, "--graph", graph)
    assert (1, "", f"Error: {message}\n") == (result.exit_code, result.stdout, result.stderr)


def test_a_file_that_is_no_text(graph: str, tmp_path: Path) -> None:
    """A binary file is no question."""
    file = tmp_path / "image.rq"
    file.write_bytes(b"\xff\xd8\xff\xe0")
    result = query(str(file), "--graph", graph)
    message = f"Error: {file}: it is no text in UTF-8; expected a question in SPARQL.\n"
    assert (1, message) == (result.exit_code, result.stderr)


def test_a_folder_is_no_question(graph: str, tmp_path: Path) -> None:
    """A folder that is named like a question cannot be read."""
    folder = tmp_path / "folder.rq"
    folder.mkdir()
    result = query(str(folder), "--graph", graph)
    message = f"Error: {folder}: Is a directory; expected a question in SPARQL.\n"
    assert (1, message) == (result.exit_code, result.stderr)


def test_what_follows_is_found_when_asked_for_and_marked(tmp_path: Path) -> None:
    """With --inferred consequences are among the rows, marked; the rest is as without."""
    build(out=tmp_path)

    def asked(*arguments: str) -> list[list[str]]:
        graph = str(tmp_path / "graph.trig")
        command = ["query", "who-leads", *arguments, "--format", "csv", "--graph", graph]
        result = CliRunner().invoke(main, command)
        assert 0 == result.exit_code
        return [line.split(",") for line in result.stdout.splitlines()]

    assert 1 == len(asked("--body", "派驻纪检监察组"))
    head, *rows = asked("--body", "派驻纪检监察组", "--inferred")
    assert ["推论", "推论"] == [row[head.index("inferred")] for row in rows]
    stated = asked("--body", "派驻机构")
    assert stated[1:] == [
        row[:-1] for row in asked("--body", "派驻机构", "--inferred")[1:] if row[-1] == ""
    ]


def test_a_computed_question_is_asked_of_what_is_stated(tmp_path: Path) -> None:
    """A question that a program answers takes no --inferred; that is one sentence."""
    build(out=tmp_path)
    computed = next(one.name for one in all_questions() if not one.sparql)
    command = ["query", computed, "--inferred", "--graph", str(tmp_path / "graph.trig")]
    result = CliRunner().invoke(main, command)
    assert 1 == result.exit_code
    assert "leave out --inferred" in result.stderr
