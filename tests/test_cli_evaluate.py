"""`institution-graph evaluate`."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from graph.build import build
from graph.cli import main

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

TEXT = """\
样例规则

第一条 省审计厅领导市审计局。

第二条 省审计厅应当监督市审计局，不得管理市财政局。

第三条 市审计局应当向省审计厅报告工作。
"""
HEADER = "document\tarticle\tsubject\trelation\tobject\tmodality\tlevel\tevidence\n"
GOLD = HEADER + "".join(
    "\t".join(row) + "\n"
    for row in [
        (
            "rules",
            "1",
            "省审计厅",
            "leads",
            "市审计局",
            "declaration",
            "must",
            "省审计厅领导市审计局",
        ),
        (
            "rules",
            "2",
            "省审计厅",
            "supervises",
            "审计局",
            "obligation",
            "must",
            "应当监督市审计局",
        ),
        ("rules", "2", "省审计厅", "guides", "市财政局", "obligation", "must", "指导市财政局"),
        ("rules", "2", "省审计厅", "manages", "市财政局", "obligation", "must", "管理市财政局"),
    ]
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the current folder: a regulation, what it should state, and what was built of it."""
    (tmp_path / "rules.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "gold.tsv").write_text(GOLD, encoding="utf-8")
    build([tmp_path / "rules.txt"], tmp_path / "out")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> Result:
    """Run the command."""
    return CliRunner().invoke(main, ["evaluate", *arguments])


SOURCES = (
    (),
    ("rules.txt",),
    ("--graph", "out/graph.trig"),
    ("--statements", "out/statements.csv"),
)


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("source", SOURCES, ids=lambda source: " ".join(source) or "last build")
def test_the_scores(source: tuple[str, ...]) -> None:
    """The same scores come from the last build, a source, a dataset, a table of statements."""
    result = run("gold.tsv", *source)
    expected = """\
rules
relation    must  right  wrong  may  missed  precision  recall  F1     relaxed precision  \
relaxed recall  relaxed F1  reversed  modality
leads       1     1      0      0    0       1.000      1.000   1.000  1.000              \
1.000           1.000       0         1.000
manages     1     1      0      0    0       1.000      1.000   1.000  1.000              \
1.000           1.000       0         0.000
supervises  1     0      1      0    1       0.000      0.000   0.000  1.000              \
1.000           1.000       0
guides      1     0      0      0    1                  0.000   0.000                     \
0.000           0.000       0
reportsTo   0     0      1      0    0       0.000              0.000  0.000              \
                0.000       0
all         4     2      2      0    2       0.500      0.500   0.500  0.750              \
0.750           0.750       0         0.500
"""
    elsewhere = (
        "rules: 1 of the statements stand in articles of which the table has nothing; "
        "--articles leaves articles out.\n"
    )
    assert (0, elsewhere) == (result.exit_code, result.stderr)
    assert expected == result.stdout


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("show", "kinds"),
    [
        ("misses", {"missed": 2}),
        ("wrong", {"wrong": 2}),
        ("all", {"missed": 2, "wrong": 2, "modality": 1}),
    ],
)
def test_what_is_amiss(show: str, kinds: dict[str, int]) -> None:
    """Misses, errors and modalities are listed with words, construction, entry and the nearest."""
    result = run("gold.tsv", "rules.txt", "--show", show, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    found = [row["case"] for row in rows]
    assert {kind: found.count(kind) for kind in found} == kinds
    if show == "all":
        assert rows[0] == {
            "document": "rules",
            "case": "missed",
            "article": "2",
            "subject": "省审计厅",
            "relation": "supervises",
            "object": "审计局",
            "modality": "obligation",
            "relaxed": "yes",
            "construction": "",
            "entry": "",
            "nearest": "names differ: 省审计厅 supervises 市审计局",
            "words": "应当监督市审计局",
        }
        assert rows[-1]["modality"] == "prohibition"
        assert rows[-1]["nearest"] == "accepted: obligation"
        assert (rows[-1]["construction"], rows[-1]["entry"]) == ("A V B", "管理")


@pytest.mark.usefixtures("folder")
def test_a_list_for_people_follows_the_scores() -> None:
    """A person gets the scores and then the list, without columns that say nothing."""
    lines = run("gold.tsv", "rules.txt", "--articles", "2", "--show", "misses").stdout.splitlines()
    assert lines[0] == "rules"
    heading = lines[lines.index("") + 1].split()
    assert heading == [
        "case", "article", "subject", "relation", "object", "modality", "relaxed", "nearest",
        "words",
    ]  # fmt: skip
    assert len(lines[lines.index("") + 2 :]) == 2


@pytest.mark.usefixtures("folder")
def test_csv_of_the_scores() -> None:
    """A spreadsheet gets a row for each relation of each document."""
    result = run("gold.tsv", "rules.txt", "--articles", "1", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    assert [(row["document"], row["relation"], row["F1"]) for row in rows] == [
        ("rules", "leads", "1.000"),
        ("rules", "all", "1.000"),
    ]


@pytest.mark.usefixtures("folder")
def test_json() -> None:
    """For programs the ratios are not rounded, and the cases are there unasked."""
    scores = json.loads(run("gold.tsv", "rules.txt", "--articles", "1-2", "-f", "json").stdout)
    strict = scores["scores"]["strict"]
    assert strict == {
        "right": 2,
        "wrong": 1,
        "may": 0,
        "hit": 2,
        "missed": 2,
        "agreed": 1,
        "found": 3,
        "precision": 2 / 3,
        "recall": 0.5,
        "f1": strict["f1"],
        "modality": 0.5,
    }
    assert strict["f1"] == pytest.approx(4 / 7)
    (document,) = scores["documents"]
    assert (document["document"], document["source"], document["elsewhere"]) == ("rules",) * 2 + (
        0,
    )
    assert [case["kind"] for case in document["cases"]] == ["missed", "missed", "wrong", "modality"]


def test_several_documents(folder: Path) -> None:
    """Two documents have their own tables and one together, in which the counts add up."""
    gold = GOLD + GOLD.removeprefix(HEADER).replace("rules\t", "more\t")
    (folder / "gold.tsv").write_text(gold, encoding="utf-8")
    (folder / "other.txt").write_text(TEXT, encoding="utf-8")
    result = run("gold.tsv", "rules.txt", "other.txt", "--document", "rules", "--document",
                 "more=other", "--articles", "1", "--articles", "more=2")  # fmt: skip
    assert result.exit_code == 0
    headings = [line for line in result.stdout.splitlines() if "  " not in line and line]
    assert headings == ["rules", "more = other", "2 documents together"]
    assert result.stdout.splitlines()[-1].split()[:6] == ["all", "4", "2", "1", "0", "2"]
    listed = run("gold.tsv", "rules.txt", "other.txt", "--document", "rules", "--document",
                 "more=other", "--show", "misses")  # fmt: skip
    rows = listed.stdout.splitlines()[-4:]
    assert [line.split()[0] for line in rows] == ["rules", "rules", "more", "more"]


def test_a_mistake_in_the_table_is_remarked_upon(folder: Path) -> None:
    """What looks mistaken in the table is told, and scored as it stands."""
    (folder / "gold.tsv").write_text(GOLD.replace("guides", "guide"), encoding="utf-8")
    result = run("gold.tsv", "rules.txt", "--articles", "1-2")
    assert (0, "gold.tsv: line 4: guide is no declared relation.\n") == (
        result.exit_code,
        result.stderr,
    )


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    "arguments",
    [
        ("gold.tsv", "rules.txt", "--graph", "out/graph.trig"),
        ("gold.tsv", "--statements", "out/statements.csv", "--graph", "out/graph.trig"),
        ("gold.tsv", "--articles", "3-1"),
        ("gold.tsv", "--articles", "rules=first"),
        ("gold.tsv", "--show", "nothing"),
        (),
    ],
    ids=" ".join,
)
def test_wrong_usage(arguments: tuple[str, ...]) -> None:
    """Two places at once, or articles that are none, are wrong usage."""
    result = run(*arguments)
    assert (2, "") == (result.exit_code, result.stdout)
    assert "Error: " in result.stderr


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("none.tsv",), "none.tsv: there is no such file; expected a table with the columns "),
        (("gold.tsv", "--statements", "rules.txt"), "rules.txt: it has no column document, "),
        (("gold.tsv", "none.txt"), "none.txt: there is no such file or folder; expected "),
        (("gold.tsv", "--graph", "none.trig"), "none.trig: there is no such file; expected "),
        (("gold.tsv", "--document", "six"), "gold.tsv: it has no document six; expected "),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_errors_are_one_sentence(arguments: tuple[str, ...], message: str) -> None:
    """What cannot be used is told in one sentence, with exit code 1."""
    result = run(*arguments)
    assert (1, "") == (result.exit_code, result.stdout)
    assert result.stderr.startswith(f"Error: {message}")
    assert len(result.stderr.splitlines()) == 1


def test_a_file_is_written(folder: Path) -> None:
    """The list can go into a file, which a spreadsheet opens."""
    result = run("gold.tsv", "rules.txt", "--show", "all", "-f", "csv", "-o", "list.csv")
    assert (0, "") == (result.exit_code, result.stdout)
    assert (folder / "list.csv").read_bytes().startswith(b"\xef\xbb\xbfdocument,case,")
