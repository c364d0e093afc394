"""`institution-graph page`."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from graph.cli import main
from graph.page import render_page, start_at
from graph.rdf import open_store, write_dataset
from tests.factories import make_document, make_reading, sample_reading

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the path of the sample as a dataset."""
    path = tmp_path_factory.mktemp("page") / "graph.trig"
    write_dataset([sample_reading()], path)
    return path


@pytest.fixture(scope="module")
def several(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the path of a dataset of three documents: two say the same, one says nothing."""
    path = tmp_path_factory.mktemp("page") / "several.trig"
    silent = make_reading(make_document({7: ["没有机构。"]}, name="silent", title="空规则"))
    write_dataset([sample_reading(), sample_reading("other"), silent], path)
    return path


def page(*arguments: Path | str) -> Result:
    """Run the command."""
    return CliRunner().invoke(main, ["page", *map(str, arguments)])


def data_of(file: Path) -> dict[str, Any]:
    """Return the data that stand in a page."""
    found = re.search(r'id="data">(.*?)</script>', file.read_text(encoding="utf-8"), re.DOTALL)
    assert found is not None
    data: dict[str, Any] = json.loads(found[1])
    return data


def test_it_is_the_page_of_the_dataset(graph: Path, tmp_path: Path) -> None:
    """The dataset may be named or given by --graph; both ways the page is that of the library."""
    named, given = tmp_path / "named.html", tmp_path / "given.html"
    result = page(graph, "-o", named)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == f"Written to {named}.\n"
    assert page("--graph", graph, "-o", given).exit_code == 0
    expected = render_page(open_store(graph))
    assert named.read_text(encoding="utf-8") == expected
    assert given.read_text(encoding="utf-8") == expected


@pytest.mark.parametrize(
    ("options", "start"),
    [
        (["--article", "3"], start_at(article="3")),
        (["--article", "第三条"], start_at(article="3")),
        (["--body", "国家样例总局"], start_at(body="总局")),
        (["--path", "理事会", "驻点监察组"], start_at(path=("理事会", "监察组"))),
        (["--inferred"], start_at(inferred=True)),
        (["--article", "3", "--inferred"], start_at(article="3", inferred=True)),
    ],
    ids=" ".join,
)
def test_it_opens_where_one_wants(
    graph: Path, tmp_path: Path, options: list[str], start: str
) -> None:
    """An article or bodies by any of their names: the page opens there."""
    file = tmp_path / "page.html"
    assert page(graph, *options, "-o", file).exit_code == 0
    assert data_of(file)["start"] == start


def test_some_documents_only(several: Path, tmp_path: Path) -> None:
    """Documents are chosen by name or title; an article is then looked for in them alone."""
    file = tmp_path / "page.html"
    assert page(several, "--document", "other", "--article", "3", "-o", file).exit_code == 0
    data = data_of(file)
    assert [document["name"] for document in data["documents"]] == ["other"]
    assert data["start"] == "article=3"
    chosen = ["--document", "other", "--document", "《空规则》", "--article", "7"]
    assert page(several, *chosen, "-o", file).exit_code == 0
    data = data_of(file)
    assert [document["name"] for document in data["documents"]] == ["other", "silent"]
    assert data["start"] == "article=7&document=silent"


def test_a_relative_name_means_the_body_of_the_document_that_is_shown(
    several: Path, tmp_path: Path
) -> None:
    """同级党委 is another body in each document: which is meant is told by its IRI."""
    file = tmp_path / "page.html"
    assert page(several, "--document", "other", "--body", "同级党委", "-o", file).exit_code == 0
    iri = "https://w3id.org/institution-graph/document/other/body/同级党委"
    assert data_of(file)["start"] == start_at(body=iri)


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (
            ["--article", "3"],
            "2 documents have the article 3; expected one of other, sample.",
        ),
        (["--article", "9"], "no article of the graph is 9; expected a number from 1 to 7"),
        (["--document", "other", "--article", "7"], "no article of the graph is 7"),
        (["--document", "unknown"], "no document of the graph is unknown"),
        (["--body", "同级党委"], "2 bodies are named 同级党委"),
        (["--body", "无此机构"], "no body of the graph is named 无此机构"),
        (["--document", "silent", "--body", "总局"], "no body of the graph is named 总局"),
        (["--path", "总局", "分具"], "the nearest names are 分局"),
    ],
    ids=lambda value: "" if isinstance(value, str) else " ".join(value),
)
def test_what_cannot_be_shown_is_one_sentence(
    several: Path, tmp_path: Path, options: list[str], sentence: str
) -> None:
    """Nothing is written where the page would open at nothing, or at one of several."""
    file = tmp_path / "page.html"
    result = page(several, *options, "-o", file)
    assert result.exit_code == 1
    assert sentence in result.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--graph", "other.trig", "-o", "x.html"], "GRAPH and --graph name the same thing"),
        (["--article", "1", "--body", "总局", "-o", "x.html"], "the page opens at one thing"),
        (["--article", "1"], "Missing option '-o'"),
    ],
    ids=lambda value: "" if isinstance(value, str) else " ".join(value),
)
def test_wrong_usage(graph: Path, options: list[str], words: str) -> None:
    """Two datasets, two places to open at, no file to write: wrong usage."""
    result = page(graph, *options)
    assert result.exit_code == 2
    assert words in result.stderr
