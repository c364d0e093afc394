"""The package as others find it: its verbs, what importing it costs, and the main job's script."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from itertools import chain
from pathlib import Path

import pytest

import graph
from graph.build import build

ROOT = Path(__file__).parent.parent
HEAVY = ("networkx", "pyoxigraph", "pyvis", "rdflib", "rich")


def python(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run Python in a folder, with the package to be found there."""
    return subprocess.run(  # noqa: S603  (this Python on files of the project)
        [sys.executable, *arguments],
        capture_output=True,
        check=False,
        cwd=cwd,
        encoding="utf-8",
    )


@pytest.mark.parametrize("name", graph.__all__)
def test_a_verb_is_found_where_it_is_named(name: str) -> None:
    """Each verb of the package can be imported from it, is listed, and says what it does."""
    assert getattr(graph, name).__doc__
    assert name in dir(graph)


def test_what_the_package_has_not_is_an_error() -> None:
    """A wrong name is an error as in any module."""
    with pytest.raises(AttributeError, match="module 'graph' has no attribute 'built'"):
        graph.built  # noqa: B018  (the look-up is the point)


def test_importing_the_package_is_cheap() -> None:
    """Importing the package, or its command line, loads no library that is slow to load."""
    code = f"import sys, graph, graph.cli; print([m for m in {HEAVY} if m in sys.modules])"
    assert python("-c", code, cwd=ROOT).stdout == "[]\n"


def test_the_script_of_the_main_job_is_the_build_command(tmp_path: Path) -> None:
    """`build_graph.py` is short, leaves the files of a build, and passes its arguments on."""
    script = ROOT / "build_graph.py"
    assert len(script.read_text(encoding="utf-8").splitlines()) < 20
    done = python(str(script), "--out", str(tmp_path / "script"), cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert f"Written to {tmp_path / 'script'}:" in done.stdout
    result = build(out=tmp_path / "build")
    for path in result.files:
        assert (tmp_path / "script" / path.name).read_bytes() == path.read_bytes()


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["none.txt"], 1, "Error: none.txt: there is no such file or folder; expected a text file"),
        (["--nonsense"], 2, "Error: No such option"),
    ],
    ids=["unusable", "usage"],
)
def test_the_script_ends_with_the_exit_code_and_a_sentence(
    tmp_path: Path,
    arguments: list[str],
    code: int,
    message: str,
) -> None:
    """Unusable input ends with 1, wrong usage with 2, each in words and without a traceback."""
    done = python(str(ROOT / "build_graph.py"), *arguments, cwd=tmp_path)
    assert done.returncode == code
    assert message in done.stderr
    assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_the_constraints_pin_what_the_project_asks_for() -> None:
    """Each library that the project names is pinned, and each pin is a plain name and version."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = dict(line.split("==") for line in lines if not line.startswith("#"))
    names = {name.lower().replace("_", "-") for name in pins}
    groups = [project["dependencies"], *project["optional-dependencies"].values()]
    missing = [
        name
        for requirement in chain.from_iterable(groups)
        if not requirement.startswith("institution-graph")
        and (name := re.split("[>=]=", requirement)[0].lower()) not in names
    ]
    assert missing == []
