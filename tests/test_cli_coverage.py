"""`institution-graph coverage`."""

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

第二条 省审计厅应当加强自身建设，监督市审计局。坚持公正。

第三条 省审计厅监督市审计局的工作人员。
"""


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Return the path of a small regulation."""
    path = tmp_path / "rules.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def run(*arguments: str) -> Result:
    """Run the command."""
    return CliRunner().invoke(main, ["coverage", *arguments])


def test_the_table(source: Path) -> None:
    """Each article has its characters by role, their shares, and the verbs that stated nothing."""
    result = run(str(source))
    assert (0, "3 articles\n") == (result.exit_code, result.stderr)
    expected = """\
《样例规则》 rules
article  characters  evidence  definition  principle  duty  citation  condition  unread  other  \
evidence %  otherwise %  unread %  verbs
1        11          11        0           0          0     0         0          0       0      \
100         0            0
2        25          7         0           5          13    0         0          0       0      \
28          72           0
3        16          0         0           0          0     0         0          16      0      \
0           0            100       监督
all      52          18        0           5          13    0         0          16      0      \
35          34           31        监督
"""
    assert expected == result.stdout


def test_csv_names_the_document(source: Path) -> None:
    """A spreadsheet of several documents tells them apart."""
    other = source.with_name("other.txt")
    other.write_text(TEXT, encoding="utf-8")
    result = run(str(source.parent), "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    assert [row["document"] for row in rows] == ["other"] * 4 + ["rules"] * 4
    assert [row["article"] for row in rows[:4]] == ["1", "2", "3", "all"]


@pytest.mark.parametrize("sources", [True, False], ids=["a text", "the regulation that comes"])
def test_the_numbers_are_those_of_the_report(
    source: Path, tmp_path: Path, *, sources: bool
) -> None:
    """The report of a build holds the same numbers, article by article."""
    named = [str(source)] if sources else []
    shown = json.loads(run(*named, "--format", "json").stdout)
    build(named, tmp_path / "out")
    report = json.loads((tmp_path / "out" / "report.json").read_text(encoding="utf-8"))
    assert [document["articles"] for document in shown] == [
        document["articles"] for document in report["documents"]
    ]
    assert [document["characters"] for document in shown] == [
        document["characters"] for document in report["documents"]
    ]
    rows = csv.DictReader(io.StringIO(run(*named, "--format", "csv").stdout))
    for row, article in zip(rows, report["documents"][0]["articles"], strict=False):
        characters = {name: str(number) for name, number in article["characters"].items()}
        total = characters.pop("total")
        assert (row["article"], row["characters"]) == (article["article"], total)
        assert characters == {name: row[name] for name in characters}


def test_an_article_without_a_text(tmp_path: Path) -> None:
    """An article that holds no characters has no shares, and nothing fails."""
    path = tmp_path / "rules.txt"
    path.write_text("样例规则\n\n第一条\n\n第二条 省审计厅领导市审计局。\n", encoding="utf-8")
    result = run(str(path), "--format", "csv")
    assert result.exit_code == 0
    first = next(csv.DictReader(io.StringIO(result.stdout)))
    assert (first["characters"], first["evidence %"], first["unread %"]) == ("0", "", "")


def test_a_source_that_cannot_be_used(tmp_path: Path) -> None:
    """A missing source is told in one sentence, with exit code 1."""
    result = run(str(tmp_path / "none.txt"))
    assert (1, "") == (result.exit_code, result.stdout)
    assert result.stderr.startswith(f"Error: {tmp_path / 'none.txt'}: there is no such file")
