"""From what a user names to readings: what every command that reads regulations begins with."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import Progress

from graph.errors import SourceError, SourcesError
from graph.ontology import load_ontology
from graph.reading import Reader
from graph.text import find_sources, name_sources, parse, read_source

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.model import Document, Reading
    from graph.ontology import Ontology

SHIPPED = Path(__file__).parent / "data" / "paizhu-rules.txt"
"""The regulation that comes with the package, as it was published."""

_MANY = 10
"""From how many sources on the work is long enough for progress to be shown."""


def read_all(
    sources: Sequence[str | Path] = (),
    *,
    ontology: Ontology | None = None,
    progress: bool = False,
) -> list[Reading]:
    """Read every source.

    Args:
        sources: files, folders or globs; none means the regulation that comes with the package.
        ontology: relations and lexicon; None means the project's own.
        progress: show progress on standard error, if that is a terminal and there are many sources.

    Returns:
        A reading for each document, sorted by its name, so that the order in which the sources were
        given does not show in what is made of them.

    Raises:
        OntologyError: the ontology is broken.
        SourceError: a source cannot be used.
        SourcesError: several of them cannot be used.
    """
    reader = Reader(ontology or load_ontology())
    readings = map(reader.read, parse_all(sources, progress=progress))
    return sorted(readings, key=lambda reading: reading.document.name)


def parse_all(sources: Sequence[str | Path] = (), *, progress: bool = False) -> Iterator[Document]:
    """Yield the documents of every source, and complain at the end about all that cannot be used.

    Args:
        sources: files, folders or globs; none means the regulation that comes with the package.
        progress: show progress on standard error, if that is a terminal and there are many sources.

    Raises:
        SourceError: a source cannot be used.
        SourcesError: several of them cannot be used.
    """
    errors: list[SourceError] = []
    paths: list[Path] = []
    for source in sources or [SHIPPED]:
        try:
            paths += find_sources([source])
        except SourceError as error:
            errors.append(error)
    paths = find_sources(paths)  # what two sources stand for is read once
    for path, name in _shown(list(zip(paths, name_sources(paths), strict=True)), progress=progress):
        try:
            yield from parse(read_source(path, name))
        except SourceError as error:
            # A source knows its name only; people look for a file.
            errors.append(SourceError(path, error.problem, error.expected))
    if len(errors) > 1:
        raise SourcesError(errors)
    if errors:
        raise errors[0]


def _shown(
    sources: Sequence[tuple[Path, str]],
    *,
    progress: bool,
) -> Iterator[tuple[Path, str]]:
    """Yield the files with their names and show how far along they are."""
    console = Console(stderr=True)
    shown = progress and console.is_terminal and len(sources) >= _MANY
    with Progress(console=console, transient=True, disable=not shown) as bar:
        yield from bar.track(sources, description="Reading")
