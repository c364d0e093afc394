"""The main job: sources in, four files out, or one clear sentence and nothing."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

import pytest

from graph.build import FILES, SHIPPED, build
from graph.errors import GraphError, OntologyError, OutputError, SourceError, SourcesError
from graph.model import FindingKind
from graph.page import render_page
from graph.rdf import open_store, read_records
from graph.report import summary

if TYPE_CHECKING:
    from pathlib import Path

REGULATION = "样例规则\n\n第一条 总局领导分局。\n\n第二条 分局应当向总局报告工作。\n"
EXPECTED = "a text in UTF-8 or GB18030"


def texts(folder: Path, names: str) -> list[Path]:
    """Write a small regulation under each of the names and return the paths."""
    paths = [folder / f"{name}.txt" for name in names]
    for path in paths:
        path.write_text(REGULATION.replace("样例", f"样例{path.stem}"), encoding="utf-8")
    return paths


def contents(folder: Path) -> dict[str, bytes]:
    """Return the files of a folder with their bytes."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_the_shipped_regulation_is_read_when_none_is_named(tmp_path: Path) -> None:
    """The main job without arguments reads 23 articles and says where the text is cut off."""
    result = build(out=tmp_path / "out")
    assert sorted(contents(tmp_path / "out")) == sorted(FILES)
    assert result.files == tuple(tmp_path / "out" / name for name in FILES)
    assert (result.counts.documents, result.counts.articles) == (1, 23)
    assert "The source ends inside the list of Article 23." in summary(result)


def test_the_four_files_agree(tmp_path: Path) -> None:
    """Table, report and dataset hold the same number of statements, and it is not zero."""
    result = build(out=tmp_path)
    with (tmp_path / "statements.csv").open(encoding="utf-8-sig", newline="") as handle:
        rows = list(csv.DictReader(handle))
    report = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    store = open_store(tmp_path / "graph.trig")
    nodes = store.query("SELECT DISTINCT ?s WHERE { ?s a ig:Statement }")
    assert len(rows) == report["counts"]["statements"] == len(list(nodes))  # type: ignore[arg-type]
    assert len(rows) == result.counts.statements > 0


def test_what_follows_is_in_a_graph_of_its_own(tmp_path: Path) -> None:
    """The dataset holds as many consequences as are counted, and none among what is stated."""
    result = build(out=tmp_path)
    store = open_store(tmp_path / "graph.trig")
    report = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    inferred = [one for one in read_records(store).statements if one.inferred]
    assert result.inferred == report["inferred"]["total"] == len(inferred) > 100
    assert sum(report["inferred"]["rules"].values()) == len(inferred)
    assert f"From these follow {len(inferred)} consequences" in summary(result)


def test_a_contradiction_is_a_finding_with_both_proofs(tmp_path: Path) -> None:
    """It is printed, counted, placed, and in the report with the statements of either side."""
    text = tmp_path / "rules.txt"
    text.write_text(
        "样例规则\n\n第一条 省纪委应当管理派驻组。\n\n第二条 省纪委不得管理派驻组。\n",
        encoding="utf-8",
    )
    result = build([text], tmp_path / "out")
    (found,) = (one for one in result.findings if one.kind is FindingKind.CONTRADICTION)
    assert found.message in summary(result)
    assert "第一条（应当）" in found.message
    assert "第二条（不得）" in found.message
    report = json.loads((tmp_path / "out" / "report.json").read_text(encoding="utf-8"))
    (one,) = report["contradictions"]
    assert one["kind"] == "asserted-and-denied"
    assert [[s["article"] for s in side] for side in one["proofs"]] == [["1"], ["2"]]
    assert found.message in [finding["message"] for finding in report["findings"]]
    assert report["counts"]["findings"] == len(result.findings)


def test_the_page_is_that_of_the_dataset(tmp_path: Path) -> None:
    """The page that a build leaves shows all that the dataset beside it holds."""
    build(out=tmp_path)
    page = render_page(open_store(tmp_path / "graph.trig"))
    assert (tmp_path / "graph.html").read_text(encoding="utf-8") == page


def test_quotes_of_the_table_stand_in_the_file(tmp_path: Path) -> None:
    """Every quote is `source[start:end]` of the shipped file as Python reads it."""
    build(out=tmp_path)
    with SHIPPED.open(encoding="utf-8", newline="") as handle:
        text = handle.read()
    with (tmp_path / "statements.csv").open(encoding="utf-8-sig", newline="") as handle:
        rows = list(csv.DictReader(handle))
    assert rows
    for row in rows:
        assert text[int(row["start"]) : int(row["end"])] == row["quote"]


def test_two_builds_are_equal_byte_for_byte(tmp_path: Path) -> None:
    """Neither the run nor the order of the sources shows in the files."""
    paths = texts(tmp_path, "abc")
    build(paths, tmp_path / "one")
    build(paths[::-1], tmp_path / "two")
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_a_folder_and_a_glob_build_one_dataset(tmp_path: Path) -> None:
    """A folder, a glob and the files one by one give the same four files."""
    (tmp_path / "texts").mkdir()
    paths = texts(tmp_path / "texts", "ab")
    result = build([tmp_path / "texts"], tmp_path / "folder")
    build([str(tmp_path / "texts" / "*.txt")], tmp_path / "glob")
    build(paths, tmp_path / "files")
    assert result.counts.documents == 2
    assert (
        contents(tmp_path / "folder") == contents(tmp_path / "glob") == contents(tmp_path / "files")
    )


def test_a_text_named_twice_is_read_once(tmp_path: Path) -> None:
    """A file that two sources stand for makes one document."""
    (path,) = texts(tmp_path, "a")
    assert build([path, tmp_path, path], tmp_path / "out").counts.documents == 1


def test_texts_of_one_name_are_told_apart(tmp_path: Path) -> None:
    """Two files with the same stem make two documents with names of their own."""
    paths = []
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        paths += texts(tmp_path / folder, "a")
    build(paths, tmp_path / "out")
    report = json.loads((tmp_path / "out" / "report.json").read_text(encoding="utf-8"))
    first, second = (document["name"] for document in report["documents"])
    assert first != second
    assert first.startswith("one.a")
    assert second.startswith("two.a")


@pytest.mark.parametrize(
    ("data", "problem", "expected"),
    [
        (
            None,
            "there is no such file or folder",
            "a text file, a folder with .txt or .md files, or a pattern that matches some",
        ),
        (b"", "the file is empty", EXPECTED),
        (b"\x89PNG\r\n\x1a\n\0\0", "the file is a PNG image, not a text", EXPECTED),
        (b"\0\1\2\3", "the file is binary, not a text", EXPECTED),
        (
            "今天天气很好。\n".encode(),
            "the text has no article",
            "a regulation with numbered articles (第一条 or 一、)",
        ),
    ],
    ids=["missing", "empty", "image", "binary", "no-article"],
)
def test_an_unusable_source_is_one_sentence_and_nothing_is_written(
    tmp_path: Path,
    data: bytes | None,
    problem: str,
    expected: str,
) -> None:
    """The sentence names the file, the problem and what was expected; there is no output."""
    path = tmp_path / "text.txt"
    if data is not None:
        path.write_bytes(data)
    good = texts(tmp_path, "a")
    with pytest.raises(SourceError) as caught:
        build([*good, path], tmp_path / "out")
    assert str(caught.value) == f"{path}: {problem}; expected {expected}."
    assert not (tmp_path / "out").exists()


def test_all_unusable_sources_are_reported_together(tmp_path: Path) -> None:
    """Each of several unusable sources has its sentence, in the order of the sources."""
    good = texts(tmp_path, "m")
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "z.txt").write_bytes(b"\0")
    with pytest.raises(SourcesError) as caught:
        build([tmp_path / "a.txt", *good, tmp_path / "z.txt"], tmp_path / "out")
    assert str(caught.value) == (
        "2 sources cannot be used:\n"
        f"  {tmp_path / 'a.txt'}: the file is empty; expected {EXPECTED}.\n"
        f"  {tmp_path / 'z.txt'}: the file is binary, not a text; expected {EXPECTED}."
    )
    assert not (tmp_path / "out").exists()


def test_a_folder_without_texts_is_refused(tmp_path: Path) -> None:
    """A folder in which there is nothing to read is an error, not an empty graph."""
    (tmp_path / "texts").mkdir()
    with pytest.raises(SourceError, match=str(tmp_path / "texts")):
        build([tmp_path / "texts"], tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_broken_ontology_is_refused(tmp_path: Path) -> None:
    """An ontology that does not parse is an error before anything is read or written."""
    broken = tmp_path / "ontology.ttl"
    broken.write_text("ig:leads a", encoding="utf-8")
    with pytest.raises(OntologyError, match=str(broken)):
        build(out=tmp_path / "out", ontology=broken)
    assert not (tmp_path / "out").exists()


def test_an_output_folder_that_is_a_file_is_refused(tmp_path: Path) -> None:
    """The file that stands in the way is named and left as it is."""
    (tmp_path / "out").write_text("kept", encoding="utf-8")
    with pytest.raises(OutputError) as caught:
        build(out=tmp_path / "out")
    assert str(caught.value) == (
        f"{tmp_path / 'out'}: cannot write the output: {tmp_path / 'out'} is not a folder; "
        "expected a folder that can be written."
    )
    assert (tmp_path / "out").read_text(encoding="utf-8") == "kept"


def test_a_failure_late_in_a_build_leaves_the_earlier_one(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """When the last file cannot be made, the three before it do not appear either."""
    (first, second) = texts(tmp_path, "ab")
    build([first], tmp_path / "out")
    before = contents(tmp_path / "out")

    def fail(*_: object, **__: object) -> None:
        message = "no report"
        raise GraphError(message)

    monkeypatch.setattr("graph.build.write_record", fail)
    with pytest.raises(GraphError, match="no report"):
        build([second], tmp_path / "out")
    assert contents(tmp_path / "out") == before


@pytest.mark.parametrize(
    ("names", "terminal", "shown"),
    [("abcdefghijkl", True, True), ("abcdefghijkl", False, False), ("ab", True, False)],
    ids=["many", "many-but-no-terminal", "few"],
)
def test_progress_is_shown_where_work_is_long(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    names: str,
    *,
    terminal: bool,
    shown: bool,
) -> None:
    """Progress appears on standard error, of a terminal, when there are many sources."""
    monkeypatch.setenv("FORCE_COLOR", "1") if terminal else monkeypatch.delenv(
        "FORCE_COLOR", raising=False
    )
    build(texts(tmp_path, names), tmp_path / "out", progress=True)
    captured = capsys.readouterr()
    assert captured.out == ""
    assert ("Reading" in captured.err) is shown
