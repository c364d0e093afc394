"""Files from what a user names: folders, patterns, files, and the names of their documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import SourceError
from graph.text import find_sources, name_sources


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with texts at two depths, and with files that are none."""
    for name in (
        "b.txt",
        "a.md",
        "below/c.TXT",
        "below/a.md",
        "image.png",
        ".hidden.txt",
        ".git/d.md",
    ):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("第一条 甲领导乙。", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ([""], ["a.md", "b.txt", "below/a.md", "below/c.TXT"]),
        (["below", "b.txt"], ["below/a.md", "below/c.TXT", "b.txt"]),
        (["*.md"], ["a.md"]),
        (["**/*.md"], ["a.md", "below/a.md"]),
        (["b*"], ["b.txt", "below/a.md", "below/c.TXT"]),
        (["image.png"], ["image.png"]),
        (["b.txt", "", "below/../b.txt"], ["b.txt", "a.md", "below/a.md", "below/c.TXT"]),
        ([], []),
    ],
)
def test_finds(folder: Path, given: list[str], expected: list[str]) -> None:
    """Folders are searched to the ground, patterns matched, files taken; nothing comes twice."""
    found = find_sources([folder / path for path in given])
    assert [path.relative_to(folder).as_posix() for path in found] == expected


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ("none.txt", "there is no such file or folder"),
        ("*.html", "the pattern matches no file"),
        ("empty", "the folder has no text in it"),
        ("empt*", "the folder has no text in it"),
    ],
)
def test_refuses(folder: Path, given: str, problem: str) -> None:
    """What stands for no text at all is refused with the path and what was expected."""
    (folder / "empty").mkdir()
    with pytest.raises(SourceError, match=problem) as caught:
        find_sources([folder / given])
    assert str(caught.value).endswith("or a pattern that matches some.")


def test_takes_a_name_with_brackets(tmp_path: Path) -> None:
    """A file whose name looks like a pattern is a file."""
    path = tmp_path / "rules[1].txt"
    path.write_text("第一条 甲领导乙。", encoding="utf-8")
    assert find_sources([str(path)]) == [path]


@pytest.mark.parametrize(
    ("paths", "names"),
    [
        (["a.txt", "b.md"], ["a", "b"]),
        (["a.txt", "a.md", "b.md"], ["a.txt", "a.md", "b"]),
        (["x/a.md", "y/a.md"], ["x.a.md", "y.a.md"]),
        (["x/a.md", "y/a.md", "y/a.txt"], ["x.a.md", "y.a.md", "a.txt"]),
        (["x/z/a.md", "y/z/a.md"], ["x.z.a.md", "y.z.a.md"]),
        (["a.txt", "a.md", "a.md.txt"], ["a.txt", "laws.a.md", "laws.a.md.txt"]),
        (["x.y/a.md", "x/y/a.md"], ["x.y.a.md", "y.a.md"]),
        (["v/x.y/a.md", "v.x/y/a.md", "w/y/a.md"], ["x.y.a.md", "v.x.y.a.md", "w.y.a.md"]),
        ([], []),
    ],
)
def test_names_apart(paths: list[str], names: list[str]) -> None:
    """The stem is the name; where it is not enough, as much of the path as tells files apart."""
    assert name_sources([Path("/laws") / path for path in paths]) == names
