"""The documents say what is true: their examples run, and what they name exists."""

from __future__ import annotations

import csv
import doctest
import re
from contextlib import chdir
from typing import TYPE_CHECKING

import click
import pytest
from click.testing import CliRunner
from pyoxigraph import RdfFormat, parse

from graph.build import build
from graph.cli import main as cli
from graph.ontology import load_ontology, ontology_path
from graph.query import questions
from tests.readme import (
    PROGRAM,
    READMES,
    ROOT,
    Example,
    examples,
    excerpts,
    rewritten,
    run,
    with_excerpts,
)

if TYPE_CHECKING:
    from pathlib import Path

TEXTS = {path.name: path.read_text(encoding="utf-8") for path in READMES}
DOCUMENTS = sorted(ROOT.glob("*.md"))

INSTALL = "python -m pip install . && python build_graph.py\n"
TEST = "python -m pip install '.[test]' && python -m pytest\n"

# [the RDF model](#the-rdf-model), ![The page](docs/page.png)
_LINK = re.compile(r"\]\((?P<target>[^)\s]+)\)")

# `graph/report/statements.py`, `ontology.ttl`
_PATH = re.compile(r"`(?P<path>(?:[\w.-]+/)*[\w.-]+\.(?:py|ttl|toml|md|txt|rq)|graph/(?:\w+/)+)`")


def blocks(text: str, kind: str) -> list[str]:
    """Return the blocks of a document of one kind."""
    return re.findall(rf"^```{kind}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder in which the main job has been run."""
    path = tmp_path_factory.mktemp("readme")
    build(out=path / "out")
    return path


def cases() -> list[Example]:
    """Return the examples of both READMEs, each once."""
    return list(dict.fromkeys(e for text in TEXTS.values() for e in examples(text)))


@pytest.mark.parametrize("example", cases(), ids=lambda example: example.command)
def test_an_example_prints_what_the_readme_shows(folder: Path, example: Example) -> None:
    """Each command of a README prints what stands under it; `make readme` renews that."""
    with chdir(folder):
        assert run(example.command) == example.output


@pytest.mark.parametrize("name", TEXTS)
def test_there_are_examples(name: str) -> None:
    """Both READMEs have examples, the same ones."""
    commands = [example.command for example in examples(TEXTS[name])]
    assert len(commands) >= 8
    assert commands == [example.command for example in examples(TEXTS["README.md"])]


def test_renewing_the_examples_changes_only_what_they_print() -> None:
    """The text around the examples, and the commands, stay as they are."""
    before = "a\n```console\n$ x 1\nold\n$ y\n```\nb\n```sh\n$ z\n```\n"
    after = "a\n```console\n$ x 1\nx 1!\n$ y\ny!\n```\nb\n```sh\n$ z\n```\n"
    assert rewritten(before, lambda command: f"{command}!\n") == after


@pytest.mark.parametrize("command", ["ls", f"{PROGRAM} show 第九十九条"])
def test_an_example_that_fails_is_no_example(folder: Path, command: str) -> None:
    """Another program, or a command that fails, is not taken for an example."""
    with chdir(folder), pytest.raises(ValueError, match=command.split(maxsplit=1)[0]):
        run(command)


@pytest.mark.parametrize("name", TEXTS)
def test_the_python_of_a_readme_runs(folder: Path, name: str) -> None:
    """The session in Python prints what the README shows."""
    (session,) = blocks(TEXTS[name], "pycon")
    test = doctest.DocTestParser().get_doctest(session, {}, name, name, 0)
    with chdir(folder):
        assert doctest.DocTestRunner(verbose=False).run(test) == doctest.TestResults(0, 10)


@pytest.mark.parametrize("name", TEXTS)
def test_the_rdf_of_a_readme_is_that_of_the_dataset(folder: Path, name: str) -> None:
    """The parts of the dataset that a README shows are what the main job leaves, and parse."""
    dataset = (folder / "out" / "graph.trig").read_text(encoding="utf-8")
    assert with_excerpts(TEXTS[name], excerpts(dataset)) == TEXTS[name]
    quads = set(parse(dataset, RdfFormat.TRIG))
    assert len(blocks(TEXTS[name], "trig")) == 2
    for block in blocks(TEXTS[name], "trig"):
        shown = set(parse(block, RdfFormat.TRIG))
        assert shown
        assert shown <= quads


@pytest.mark.parametrize("name", TEXTS)
def test_words_and_relations_are_added_as_a_readme_says(tmp_path: Path, name: str) -> None:
    """The declarations shown are all that a new verb and a new relation need."""
    text = tmp_path / "text.txt"
    text.write_text(
        "样例规则\n\n第一条 市纪委可以盯办县监委。\n\n第二条 省检察院应当带教市检察院。\n",
        encoding="utf-8",
    )
    ontology = tmp_path / "ontology.ttl"
    added = "\n".join([ontology_path().read_text(encoding="utf-8"), *blocks(TEXTS[name], "turtle")])
    ontology.write_text(added, encoding="utf-8")

    def relations(declared: Path | None) -> list[tuple[str, str]]:
        build([text], tmp_path / "out", ontology=declared)
        with (tmp_path / "out" / "statements.csv").open(encoding="utf-8-sig", newline="") as table:
            return [(row["relation"], row["modality"]) for row in csv.DictReader(table)]

    assert relations(None) == []
    assert relations(ontology) == [("urges", "permission"), ("mentors", "obligation")]
    assert load_ontology(ontology).relations["mentors"].inverse_label_zh == "受…带教"


@pytest.mark.parametrize("name", TEXTS)
def test_the_two_commands_are_those_of_ci(name: str) -> None:
    """What a README says to type is what CI types."""
    assert INSTALL in blocks(TEXTS[name], "sh")
    assert TEST in blocks(TEXTS[name], "sh")
    ci = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    for command in (*INSTALL.strip().split(" && "), *TEST.strip().split(" && ")):
        assert command.replace(" install ", " install --quiet ") in ci or command in ci


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_what_a_document_links_to_exists(path: Path) -> None:
    """Links lead to files of the repository, to headings of the same file, or outside."""
    text = path.read_text(encoding="utf-8")
    headings = {
        "#" + re.sub(r"[^\w\s-]", "", line.lstrip("# ")).strip().lower().replace(" ", "-")
        for line in text.splitlines()
        if line.startswith("#")
    }
    targets = [match["target"] for match in _LINK.finditer(text)]
    missing = [
        target
        for target in targets
        if not target.startswith("https://" if target.startswith("https") else "http://")
        and target not in headings
        and not (ROOT / target).exists()
    ]
    assert missing == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_what_a_document_names_exists(path: Path) -> None:
    """A file or a folder of the repository that a document names is there."""
    named = {match["path"] for match in _PATH.finditer(path.read_text(encoding="utf-8"))}
    assert [name for name in sorted(named) if not (ROOT / name).exists()] == []


def test_architecture_names_every_room() -> None:
    """Each module and package at the top of `graph` has its row in ARCHITECTURE.md."""
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    rooms = [
        f"`graph/{path.name}{'/' if path.is_dir() else ''}`"
        for path in sorted((ROOT / "graph").iterdir())
        if (path.suffix == ".py" or (path / "__init__.py").exists()) and path.name != "__init__.py"
    ]
    assert len(rooms) > 10
    assert [room for room in rooms if room not in text] == []


@pytest.mark.parametrize("command", sorted(cli.commands))
def test_a_command_has_help_and_stands_in_both_readmes(command: str) -> None:
    """Each command says what it does, with -h and --help alike, and is shown to readers."""
    for option in ("-h", "--help"):
        result = CliRunner().invoke(cli, [command, option])
        assert result.exit_code == 0
        assert f"Usage: main {command}" in result.output
    assert cli.commands[command].help
    for text in TEXTS.values():
        assert f"{PROGRAM} {command} " in text or f"`{command}`" in text


@pytest.mark.parametrize(
    ("command", "option"),
    [
        (name, parameter)
        for name, command in sorted(cli.commands.items())
        for parameter in command.params
        if isinstance(parameter, click.Option)
    ],
    ids=lambda value: value if isinstance(value, str) else value.name,
)
def test_an_option_has_help(command: str, option: click.Option) -> None:
    """No option of a command is left unexplained."""
    assert option.help, f"{command} {option.name}"


def test_each_question_has_titles_in_both_languages() -> None:
    """The library of questions can be read in Chinese and in English."""
    assert len(questions()) >= 8
    for question in questions():
        assert re.search(r"[一-鿿]", question.title)
        assert re.search(r"[A-Za-z]", question.title_en)
