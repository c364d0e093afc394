"""From what a user names on the command line to the files to read, and a name for each of them."""

from __future__ import annotations

from collections import Counter
from functools import partial
from glob import glob, has_magic
from pathlib import Path
from typing import TYPE_CHECKING, Final

from graph.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

_SUFFIXES: Final = frozenset((".txt", ".md"))
_EXPECTED: Final = "a text file, a folder with .txt or .md files, or a pattern that matches some"


def find_sources(paths: Iterable[Path | str]) -> list[Path]:
    """Return the files that the paths stand for, without repetition.

    A folder stands for every `.txt` and `.md` file in it and below, in the order of their names,
    a pattern (`laws/*.md`, `laws/**/*.md`) for what it matches, a file for itself whatever its
    suffix. Hidden files and folders are passed over.

    Raises:
        SourceError: A path does not exist, a folder holds no text, or a pattern matches nothing.
    """
    found: dict[Path, Path] = {}
    for path in paths:
        for file in _files(Path(path)):
            found.setdefault(file.resolve(), file)
    return list(found.values())


def name_sources(paths: Sequence[Path]) -> list[str]:
    """Return a name for each file, no two alike: the stem wherever that tells them apart.

    Files with the same stem are told apart by their suffix (`rules.md`), or else by the folders
    above them (`province.rules`), whatever else is built at the same time.
    """
    names = [path.stem for path in paths]
    for scheme in _schemes(paths):
        counts = Counter(names)
        if max(counts.values(), default=1) == 1:
            break
        names = [
            scheme(path) if counts[name] > 1 else name
            for path, name in zip(paths, names, strict=True)
        ]
    return names


def _schemes(paths: Sequence[Path]) -> Iterable[Callable[[Path], str]]:
    """Yield ways to name a file, each telling apart more than the one before."""
    deepest = max((len(path.resolve().parts) for path in paths), default=1)
    for depth in range(1, deepest + 1):
        yield partial(_last_parts, depth=depth)
    yield _whole_path


def _whole_path(path: Path) -> str:
    return path.resolve().as_posix()


def _last_parts(path: Path, *, depth: int) -> str:
    """Return the last parts of a path, a dot between them: `province.rules.md`."""
    return ".".join(part.strip("/\\:") for part in path.resolve().parts[-depth:])


def _files(path: Path) -> list[Path]:
    if path.is_dir():
        below = [file for file in path.rglob("*") if _is_text(file, path)]
        if not below:
            raise SourceError(path, "the folder has no text in it", _EXPECTED)
        return sorted(below)
    if not path.exists() and has_magic(str(path)):
        matched = sorted(Path(match) for match in glob(str(path), recursive=True))  # noqa: PTH207
        files = [
            file for match in matched for file in (_files(match) if match.is_dir() else [match])
        ]
        if not files:
            raise SourceError(path, "the pattern matches no file", _EXPECTED)
        return files
    if not path.exists():
        raise SourceError(path, "there is no such file or folder", _EXPECTED)
    return [path]


def _is_text(file: Path, folder: Path) -> bool:
    hidden = any(part.startswith(".") for part in file.relative_to(folder).parts)
    return file.suffix.lower() in _SUFFIXES and not hidden and file.is_file()
