"""The raw texts that a graph is held against: bytes, their fingerprint, characters.

Nothing of the program's own reading is used here: a file is taken for the text of a document if its
fingerprint is the one the graph has, or else if it bears the document's name; it is decoded as the
graph says it was.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from graph.errors import DatasetError, SourceError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from graph.rdf.records import StoredDocument

_SUFFIXES: Final = (".txt", ".md")


@dataclass(frozen=True, slots=True, kw_only=True)
class RawText:
    """A file as it is: its path, its bytes, and the SHA-256 of them."""

    path: Path
    data: bytes
    sha256: str


def raw_texts(sources: Iterable[str | Path]) -> list[RawText]:
    """Read files; a folder stands for the `.txt` and `.md` files in it and below.

    Raises:
        SourceError: a file is missing or cannot be read, or a folder has no text in it.
    """
    found: dict[Path, RawText] = {}
    for source in sources:
        for path in _files(Path(source)):
            found.setdefault(path.resolve(), _read(path))
    return list(found.values())


def text_of(
    document: StoredDocument, texts: Sequence[RawText]
) -> tuple[str | None, list[DatasetError]]:
    """Return the text of a document, None if there is none, and what is wrong with it.

    Args:
        document: a document that was read.
        texts: the files to look in.
    """
    same = next((raw for raw in texts if raw.sha256 == document.sha256), None)
    if same is not None:
        return _decoded(document, same)
    # A further document of a file has the name of the first, `~2`.
    stem = document.name.partition("~")[0]
    named = next((raw for raw in texts if raw.path.stem in {stem, document.name}), None)
    if named is None:
        problem = "none of the sources is its text"
        return None, [
            DatasetError(document.iri, problem, f"a file with the SHA-256 {document.sha256}")
        ]
    problem = f"its ig:sha256 is {document.sha256 or 'missing'}"
    fault = DatasetError(document.iri, problem, f"{named.sha256}, that of {named.path}")
    text, faults = _decoded(document, named)
    return text, [fault, *faults]


def _decoded(document: StoredDocument, raw: RawText) -> tuple[str | None, list[DatasetError]]:
    try:
        return raw.data.decode(document.encoding), []
    except (LookupError, UnicodeDecodeError):
        problem = f"its ig:encoding is {document.encoding!r}"
        return None, [DatasetError(document.iri, problem, f"the encoding of {raw.path}")]


def _files(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    below = sorted(file for file in path.rglob("*") if file.suffix.lower() in _SUFFIXES)
    if not below:
        raise SourceError(path, "the folder has no text in it", "a folder with .txt or .md files")
    yield from below


def _read(path: Path) -> RawText:
    try:
        data = path.read_bytes()
    except OSError as error:
        problem = error.strerror or str(error)
        raise SourceError(
            path, problem[0].lower() + problem[1:], "a file that can be read"
        ) from error
    return RawText(path=path, data=data, sha256=hashlib.sha256(data).hexdigest())
