"""Write a dataset to a file: TriG for people and diffs, N-Quads for tools that read line by line.

The bytes follow the order of the quads, and that follows what they say, so that equal readings give
equal files. Our own IRIs are written relative to one base (`<document/rules/article/6>`) and not
with a prefix: slashes would have to be escaped, and so would the per cent sign, in a way that the
parser of rdflib does not read.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pyoxigraph import RdfFormat, serialize

from graph.errors import DatasetError, OutputError
from graph.rdf import vocabulary as v
from graph.rdf.dataset import dataset_quads

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pyoxigraph import Quad

    from graph.model import Reading

FORMATS: Final[Mapping[str, RdfFormat]] = {".trig": RdfFormat.TRIG, ".nq": RdfFormat.N_QUADS}
"""The formats of a dataset, by the ending of the file's name."""

_OWN: Final = frozenset({"body", "doc", "st", "lex"})
_PREFIXES: Final = {name: iri for name, iri in v.PREFIXES.items() if name not in _OWN}


def format_of(path: Path) -> RdfFormat:
    """Return the format that the name of a dataset's file stands for.

    Raises:
        DatasetError: if the name ends in none of the known endings.
    """
    found = FORMATS.get(path.suffix.lower())
    if found is None:
        problem = f"no dataset is named with the ending {path.suffix or '(none)'}"
        raise DatasetError(path, problem, f"a file that ends in {' or '.join(FORMATS)}")
    return found


def write_dataset(readings: Iterable[Reading], path: Path | str) -> None:
    """Write the dataset of some readings to a file, whole or not at all.

    The format is the one that the name of the file ends in.

    Raises:
        DatasetError: if the readings make no dataset, or the name ends in no known format.
        OutputError: if the file cannot be written.
    """
    write_quads(dataset_quads(readings), path)


def write_quads(quads: Iterable[Quad], path: Path | str) -> None:
    """Write quads to a file in the order in which they come, whole or not at all.

    The format is the one that the name of the file ends in.

    Raises:
        DatasetError: if the name ends in no known format.
        OutputError: if the file cannot be written.
    """
    target = Path(path)
    dataset_format = format_of(target)
    part = target.with_name(f"{target.name}.part")
    in_trig = dataset_format is RdfFormat.TRIG
    prefixes, base = (_PREFIXES, v.ROOT) if in_trig else (None, None)
    try:
        with part.open("wb") as file:
            serialize(quads, file, dataset_format, prefixes=prefixes, base_iri=base)
        part.replace(target)
    except BaseException as error:
        with suppress(OSError):  # what could not be made need not be removed
            part.unlink()
        if isinstance(error, OSError):
            raise OutputError(target, error.strerror or str(error)) from error
        raise
