"""`institution-graph explain`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from graph.cli import main
from graph.cli.explanation import Phrases, lines
from graph.ontology import load_ontology
from graph.reading import Reader
from graph.reading.explain import explain
from graph.reading.obstacles import Obstacle
from graph.reading.words import WordKind
from graph.readings import parse_all

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

TEXT = """\
样例规则

第一条 省审计厅由省人民政府直接领导，定期向省人民政府报告工作。

省审计厅应当加强领导，监督市审计局的工作人员。

第二条 省审计厅履行下列职责：

（一）与市审计局协作配合；

（二）市审计局移送省审计厅的，通知其领导的市财政局。省审计厅依法。
"""


@pytest.fixture
def source(tmp_path: Path) -> str:
    """Return the path of a small regulation."""
    path = tmp_path / "rules.txt"
    path.write_text(TEXT, encoding="utf-8")
    return str(path)


def run(*arguments: str) -> Result:
    """Run the command."""
    return CliRunner().invoke(main, ["explain", *arguments])


@pytest.mark.parametrize("article", ["1", "第一条", "第1条"])
def test_an_article(source: str, article: str) -> None:
    """An article is explained clause by clause, for a person to read."""
    result = run(source, article)
    expected = """\
《样例规则》第一条

第1款

1. 省审计厅由省人民政府直接领导，
   states a relation
     省审计厅    body (机构)
     由          preposition: by whom (施事)
     省人民政府  body (机构)
     直接        adverb (状语)
     领导        word of the lexicon (触发词): entry 领导, can state 领导
   bodies: 省审计厅、省人民政府
   → 省人民政府 —领导→ 省审计厅（直接规定）
     “由省人民政府直接领导”: construction 由A V, entry 领导 (作用句式)

2. 定期向省人民政府报告工作。
   states a relation
     定期        adverb (状语)
     向          preposition: to whom (对象)
     省人民政府  body (机构)
     报告工作    word of the lexicon (触发词): entry 报告, can state 向…报告
   bodies: 省人民政府
   → 省审计厅 —向…报告→ 省人民政府（直接规定；定期）
     “向省人民政府报告工作”: construction 向B V, entry 报告 (告知句式)
     省审计厅: named in an earlier clause

第2款

3. 省审计厅应当加强领导，
   read as a duty without a second body (职责)
     省审计厅  body (机构)
     应当      modal of obligation (义务)
     加强      light verb, carries a noun (轻动词)
     领导      word of the lexicon (触发词): entry 领导, can state 领导
   bodies: 省审计厅
   领导: no statement; no second body stands where its frames (句式) look for one

4. 监督市审计局的工作人员。
"""
    assert (0, "2 statements\n") == (result.exit_code, result.stderr)
    assert result.stdout.startswith(expected)
    reason = "监督: no statement; a thing of the body is meant, not the body itself\n"
    assert reason in result.stdout


def test_without_words(source: str) -> None:
    """The words can be left out; what was found and what was not is still told."""
    result = run(source, "2", "--no-words")
    assert result.exit_code == 0
    assert "preposition" not in result.stdout
    assert "→ 省审计厅 —与…协作配合— 市审计局（直接规定）\n" in result.stdout
    assert "省审计厅: named in the text above\n" in result.stdout
    assert "（直接规定） [not stated, only supposed (…的)]\n" in result.stdout
    assert "LEFT UNREAD: the lexicon knows no verb in it\n" in result.stdout
    assert "\n（一）\n" in result.stdout


def test_the_regulation_that_comes_with_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its name alone is enough, unless a file of that name is there."""
    result = run("paizhu-rules", "第八条", "--no-words")
    assert result.exit_code == 0
    assert "《纪检监察机关派驻机构工作规则》第八条\n" in result.stdout
    monkeypatch.chdir(tmp_path)
    (tmp_path / "paizhu-rules").write_text(TEXT, encoding="utf-8")
    assert "《样例规则》第一条\n" in run("paizhu-rules", "1").stdout


def test_a_preamble() -> None:
    """What stands before the first article can be explained as well."""
    assert "《纪检监察机关派驻机构工作规则》序言\n" in run("paizhu-rules", "preamble").stdout


def test_json(source: str) -> None:
    """For programs everything is there as data, with the places in the source."""
    result = run(source, "第一条", "--format", "json")
    (explained,) = json.loads(result.stdout)
    assert (explained["document"], explained["article"]) == ("rules", "1")
    first, second = explained["passages"]
    assert first["provision"] == "article/1/paragraph/1"
    clause = first["clauses"][0]
    (span,) = clause["spans"]
    assert TEXT[span["start"] : span["end"]] == clause["text"]
    assert clause["role"] == "evidence"
    assert clause["words"][1] == {
        "text": "由",
        "kind": "by",
        "bodies": [],
        "entry": "",
        "relations": [],
    }
    (found,) = clause["found"]
    assert found["modality"] == "declaration"
    assert (found["outcome"], found["subject_origin"]) == ("stated", "clause")
    assert second["clauses"][0]["idle"] == [
        {"text": "领导", "entry": "领导", "obstacle": "no-other"}
    ]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ("{source}", "9"),
            "no article of rules is 9; expected a number from 1 to 2.",
        ),
        (
            ("none.txt", "1"),
            (
                "none.txt: there is no such file or folder; expected a text file, a folder with "
                ".txt or .md files, or a pattern that matches some."
            ),
        ),
    ],
    ids=["article", "document"],
)
def test_errors_are_one_sentence(source: str, arguments: tuple[str, ...], message: str) -> None:
    """What is not there is told in one sentence, with exit code 1."""
    result = run(*(one.format(source=source) for one in arguments))
    assert (1, "", f"Error: {message}\n") == (result.exit_code, result.stdout, result.stderr)


def test_a_control_character_is_not_printed(tmp_path: Path) -> None:
    """A text cannot change what a terminal shows."""
    path = tmp_path / "rules.txt"
    path.write_text("样例规则\n\n第一条 省审计厅\x1b]0;x\x07领导市审计局。\n", encoding="utf-8")
    result = run(str(path), "1")
    assert result.exit_code == 0
    assert "\x1b" not in result.output
    assert "\x07" not in result.output


def test_every_kind_of_word_and_every_obstacle_has_words() -> None:
    """Nothing that the reading room can tell is left without a phrase."""
    from graph.cli import explanation  # noqa: PLC0415  (its tables are its own)

    assert set(explanation._KINDS) == set(WordKind)  # noqa: SLF001
    assert set(explanation._OBSTACLES) == set(Obstacle)  # noqa: SLF001


def test_every_article_of_the_regulation_can_be_explained() -> None:
    """No article fails, and every clause of it is shown."""
    ontology = load_ontology()
    reader, phrases = Reader(ontology), Phrases(ontology)
    (document,) = parse_all()
    for article in document.articles():
        explanation = explain(document, article, reader)
        shown = "\n".join(lines(explanation, phrases, words=True))
        clauses = [one for passage in explanation.passages for one in passage.clauses]
        assert clauses
        assert all(f"{number}. {one.text}" in shown for number, one in enumerate(clauses, start=1))
