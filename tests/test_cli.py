"""The program as a whole: help, version, errors, and the ways in which answers are printed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import partial
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from graph import __version__
from graph.cli import main
from graph.cli.output import Sheet, emit, visible
from graph.errors import OutputError
from graph.query import Table
from graph.rdf import write_dataset
from tests.factories import sample_reading

if TYPE_CHECKING:
    from pathlib import Path

COMMANDS = (
    "ask",
    "build",
    "check",
    "coverage",
    "evaluate",
    "explain",
    "export",
    "page",
    "path",
    "query",
    "relations",
    "show",
    "verify",
)
HEAVY = ("networkx", "pyoxigraph", "pyvis", "rdflib", "rich", "IPython", "numpy", "pandas")

TEXT = "样例规则\n\n第一条 总局领导分局。\n\n第三条 分局受总局监督。\n"


@pytest.fixture
def graph(tmp_path: Path) -> str:
    """Return the path of the sample as a dataset."""
    path = tmp_path / "graph.trig"
    write_dataset([sample_reading()], path)
    return str(path)


def test_the_commands_are_known() -> None:
    """The program has these commands and no others."""
    assert list(COMMANDS) == sorted(main.commands)


@pytest.mark.parametrize("flag", ["-h", "--help"])
@pytest.mark.parametrize("command", [(), *((name,) for name in COMMANDS)], ids="".join)
def test_help(command: tuple[str, ...], flag: str) -> None:
    """The program and each command explain themselves."""
    result = CliRunner().invoke(main, [*command, flag], prog_name="institution-graph")
    assert 0 == result.exit_code
    assert result.stdout.startswith(" ".join(["Usage: institution-graph", *command, "[OPTIONS]"]))
    assert all(option.help for option in main.params if hasattr(option, "help"))


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_has_help(name: str) -> None:
    """No option stands in the help without a sentence."""
    options = [param for param in main.commands[name].params if param.param_type_name == "option"]
    assert not [option.name for option in options if not getattr(option, "help", None)]


def test_version() -> None:
    """The version is that of the package."""
    result = CliRunner().invoke(main, ["--version"])
    assert f"institution-graph, version {__version__}\n" == result.stdout


@pytest.mark.parametrize("arguments", [["--help"], ["query", "--help"], ["path", "--help"]])
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    """Help answers at once, because no library is loaded that it does not need."""
    script = (
        "import sys; from graph.cli import main; "
        f"main({arguments!r}, standalone_mode=False); "
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)  # noqa: S603
    assert "[]" == run.stdout.splitlines()[-1]


@pytest.mark.parametrize(
    "arguments",
    [
        ["query"],
        ["query", "who-leads", "--text", "ASK {}"],
        ["query", "--list", "who-leads"],
        ["query", "who-leads", "--format", "xml"],
        ["path", "总局"],
        ["path", "总局", "分局", "--max", "0"],
        ["show"],
        ["paint"],
        ["build", "--unknown"],
    ],
    ids=" ".join,
)
def test_wrong_usage(arguments: list[str]) -> None:
    """Wrong usage is told on standard error, with exit code 2."""
    result = CliRunner().invoke(main, arguments)
    assert (2, "") == (result.exit_code, result.stdout)
    assert "Error: " in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [["query", "more-than-one-leader"], ["path", "总局", "分局"], ["show", "总局"]],
    ids=" ".join,
)
@pytest.mark.parametrize(
    ("content", "message"),
    [
        (
            None,
            "{path}: there is no such file; expected a dataset that a build has written.",
        ),
        ("这不是图。", "{path}: "),
    ],
    ids=["missing", "broken"],
)
def test_without_a_dataset(
    tmp_path: Path, arguments: list[str], content: str | None, message: str
) -> None:
    """Every command that asks says in one sentence that it has nothing to ask."""
    path = tmp_path / "graph.trig"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    result = CliRunner().invoke(main, [*arguments, "--graph", str(path)])
    assert (1, "") == (result.exit_code, result.stdout)
    assert result.stderr.startswith("Error: " + message.format(path=path))
    assert 1 == len(result.stderr.splitlines())


def test_relations() -> None:
    """All 24 relations are listed with labels and groups."""
    result = CliRunner().invoke(main, ["relations", "--format", "json"])
    relations = json.loads(result.stdout)
    assert 24 == len(relations)
    assert {
        "name": "leads",
        "label": "领导",
        "seen from the other": "受…领导",
        "in English": "leads",
        "groups": "authority",
        "both ways": "",
    } == relations[0]
    assert ["coLocatedWith", "cooperatesWith"] == [
        one["name"] for one in relations if one["both ways"]
    ]
    assert "24 relations\n" == result.stderr


def test_build(tmp_path: Path) -> None:
    """Building leaves the four files and says so; a finding does not stop it."""
    source, out = tmp_path / "rules.txt", tmp_path / "out"
    source.write_text(TEXT, encoding="utf-8")
    result = CliRunner().invoke(main, ["build", str(source), "--out", str(out)])
    assert (0, "") == (result.exit_code, result.stderr)
    assert "Read 1 document: 2 articles" in result.stdout
    assert ["graph.html", "graph.trig", "report.json", "statements.csv"] == sorted(
        path.name for path in out.iterdir()
    )


def test_a_strict_build_fails_on_a_finding(tmp_path: Path) -> None:
    """Asked to be strict, the build still leaves its files, and ends with exit code 1."""
    source, out = tmp_path / "rules.txt", tmp_path / "out"
    source.write_text(TEXT, encoding="utf-8")
    result = CliRunner().invoke(main, ["build", str(source), "--out", str(out), "--strict"])
    assert 1 == result.exit_code
    assert "There are findings, and the build was asked to be strict.\n" == result.stderr
    assert (out / "graph.trig").exists()


def test_a_strict_build_without_findings_succeeds(tmp_path: Path) -> None:
    """Asked to be strict about a text in which all is in order, the build succeeds."""
    source = tmp_path / "rules.txt"
    source.write_text(TEXT.replace("第三条", "第二条"), encoding="utf-8")
    arguments = ["build", str(source), "--out", str(tmp_path / "out"), "--strict"]
    result = CliRunner().invoke(main, arguments)
    assert (0, "") == (result.exit_code, result.stderr)


def test_a_source_that_cannot_be_used(tmp_path: Path) -> None:
    """A missing source is told in one sentence, and nothing is written."""
    missing, out = tmp_path / "none.txt", tmp_path / "out"
    result = CliRunner().invoke(main, ["build", str(missing), "--out", str(out)])
    assert (1, "") == (result.exit_code, result.stdout)
    assert result.stderr.startswith(f"Error: {missing}: ")
    assert not out.exists()


# -- how answers are printed ---------------------------------------------------------------------

TABLE = Table(columns=("who", "n"), rows=(("总局", "1"), ("a,b", ""), ('=1+"2"', "\x1b[31m")))


def printed(capsys: pytest.CaptureFixture[str], style: str) -> str:
    """Return what is printed of the table in one of the styles."""
    emit(Sheet(table=TABLE, heading=("谁？",)), style=style)
    return capsys.readouterr().out


def test_columns_are_aligned(capsys: pytest.CaptureFixture[str]) -> None:
    """Chinese characters count as two columns, and control characters are not printed."""
    expected = '谁？\nwho     n\n总局    1\na,b\n=1+"2"  \ufffd[31m\n'
    assert expected == printed(capsys, "table")


def test_csv_keeps_the_texts(capsys: pytest.CaptureFixture[str]) -> None:
    """CSV has the texts as they are, quoted where they must be."""
    expected = 'who,n\n总局,1\n"a,b",\n"=1+""2""",\x1b[31m\n'
    assert expected == printed(capsys, "csv")


def test_json_is_a_list_of_rows(capsys: pytest.CaptureFixture[str]) -> None:
    """JSON has an object for each row, in Chinese as it is."""
    text = printed(capsys, "json")
    assert {"who": "总局", "n": "1"} == json.loads(text)[0]
    assert "总局" in text


def test_a_table_without_rows_prints_no_columns(capsys: pytest.CaptureFixture[str]) -> None:
    """Without rows a table is nothing for people, and the line of names for programs."""
    empty = Sheet(table=Table(columns=("who",), rows=()))
    emit(empty, style="table")
    assert not capsys.readouterr().out
    emit(empty, style="csv")
    assert "who\n" == capsys.readouterr().out


@pytest.mark.parametrize(
    ("style", "mark"), [("csv", b"\xef\xbb\xbf"), ("json", b"["), ("table", b"who")]
)
def test_a_file_is_written_whole(tmp_path: Path, style: str, mark: bytes) -> None:
    """CSV files begin with a byte-order mark, others do not; nothing else is left behind."""
    path = tmp_path / "answer"
    emit(Sheet(table=TABLE), style=style, output=path)
    assert path.read_bytes().startswith(mark)
    assert [path] == list(tmp_path.iterdir())


def test_a_file_that_cannot_be_written(tmp_path: Path) -> None:
    """Where there is no folder for it, the file is refused in one sentence."""
    path = tmp_path / "none" / "answer.csv"
    with pytest.raises(OutputError, match="No such file or directory"):
        emit(Sheet(table=TABLE), style="csv", output=path)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("总局\n 领导", "总局  领导"),
        ("\x1b]0;title\x07", "\ufffd]0;title\ufffd"),
        ("\u202e总局\u200b", "\ufffd总局\ufffd"),
        ("　全角", " 全角"),
    ],
    ids=["line end", "terminal", "direction", "wide space"],
)
def test_visible(text: str, shown: str) -> None:
    """What would act on a terminal, or cannot be seen on it, is shown as a mark."""
    assert shown == visible(text)


@pytest.mark.skipif(sys.platform == "win32", reason="there is no pseudo-terminal on Windows")
def _read_terminal(descriptor: int) -> bytes:
    """Return the next piece of what a terminal was sent, b"" after its end (which Linux raises)."""
    try:
        return os.read(descriptor, 1 << 16)
    except OSError:
        return b""


def test_a_terminal_gets_a_drawn_table(graph: str) -> None:
    """On a terminal a table is drawn as wide as that is, and no markup of a text is obeyed."""
    import pty  # noqa: PLC0415  (there is none on Windows)

    leader, follower = pty.openpty()
    script = f"from graph.cli import main; main(['show', '监察组', '--graph', {graph!r}])"
    environment = os.environ | {"COLUMNS": "100", "TERM": "dumb", "NO_COLOR": "1"}
    with os.fdopen(leader, "rb") as terminal:
        subprocess.run(  # noqa: S603
            [sys.executable, "-c", script],
            stdout=follower,
            stderr=subprocess.PIPE,
            check=True,
            env=environment,
        )
        os.close(follower)
        read = iter(partial(_read_terminal, terminal.fileno()), b"")
        drawn = b"".join(read).decode()
    lines = drawn.splitlines()
    assert "监察组（组）" == lines[0]
    assert any("─" * 50 in line for line in lines)
    assert any("重点单位" in line and "不得" in line for line in lines)
