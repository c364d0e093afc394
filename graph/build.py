"""The main job: regulations in, the four files out.

One call goes the whole way of the data: sources, documents, readings, and from these the dataset,
the table, the page and the report.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import Progress

from graph.errors import SourceError, SourcesError
from graph.ontology import load_ontology
from graph.output import require_writable, staged
from graph.page import write_page
from graph.rdf import open_store, write_dataset
from graph.reading import Reader
from graph.report import BuildResult, account, write_record, write_statements
from graph.text import find_sources, name_sources, parse, read_source

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.model import Reading
    from graph.ontology import Ontology

SHIPPED = Path(__file__).parent / "data" / "paizhu-rules.txt"
"""The regulation that comes with the package, as it was published."""

FILES = ("graph.trig", "statements.csv", "graph.html", "report.json")
"""The files of a build, in the order in which they are presented."""

_MANY = 10
"""From how many sources on the work is long enough for progress to be shown."""


def build(
    sources: Sequence[str | Path] = (),
    out: str | Path = "out",
    *,
    ontology: Path | None = None,
    progress: bool = False,
) -> BuildResult:
    """Read regulations and write the dataset, the table, the page and the report into a folder.

    Args:
        sources: files, folders or globs; none means the regulation that comes with the package.
        out: the folder for the four files; made where it is missing. Files of an earlier build are
            replaced, all four or none.
        ontology: another `ontology.ttl`; None means the project's own.
        progress: show progress on standard error, if that is a terminal and there are many sources.

    Returns:
        What was read, what was not, and where the files are.

    Raises:
        OntologyError: the ontology is broken.
        SourceError: a source cannot be used.
        SourcesError: several of them cannot be used.
        OutputError: the files cannot be written.
    """
    out = Path(out)
    require_writable(out)
    declared = load_ontology(ontology)
    readings = _read(sources or [SHIPPED], Reader(declared), progress=progress)
    with staged(out) as folder:
        _write(readings, folder, declared)
    return account(readings, out=out, files=[out / name for name in FILES])


def _read(sources: Sequence[str | Path], reader: Reader, *, progress: bool) -> list[Reading]:
    """Read every source, and complain about all that cannot be used together."""
    errors: list[SourceError] = []
    paths: list[Path] = []
    for source in sources:
        try:
            paths += find_sources([source])
        except SourceError as error:
            errors.append(error)
    paths = find_sources(paths)  # what two sources stand for is read once
    readings: list[Reading] = []
    for path, name in _shown(list(zip(paths, name_sources(paths), strict=True)), progress=progress):
        try:
            readings += [reader.read(document) for document in parse(read_source(path, name))]
        except SourceError as error:
            # A source knows its name only; people look for a file.
            errors.append(SourceError(path, error.problem, error.expected))
    if len(errors) > 1:
        raise SourcesError(errors)
    if errors:
        raise errors[0]
    # By name, so that the order in which the sources were given does not show in the files.
    return sorted(readings, key=lambda reading: reading.document.name)


def _write(readings: Sequence[Reading], folder: Path, ontology: Ontology) -> None:
    """Write the four files into `folder`."""
    dataset, table, page, report = (folder / name for name in FILES)
    write_dataset(readings, dataset)
    write_statements(readings, table)
    write_page(open_store(dataset), page, ontology=ontology)
    write_record(readings, report)


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
