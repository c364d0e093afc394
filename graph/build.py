"""The main job: regulations in, the four files out.

One call goes the whole way of the data: sources, documents, readings, and from these the dataset,
the table, the page and the report.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from graph.ontology import load_ontology
from graph.output import require_writable, staged
from graph.page import write_page
from graph.rdf import open_store, write_dataset
from graph.readings import SHIPPED, read_all
from graph.report import BuildResult, account, write_record, write_statements

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.model import Reading
    from graph.ontology import Ontology

__all__ = ["FILES", "SHIPPED", "build"]

FILES = ("graph.trig", "statements.csv", "graph.html", "report.json")
"""The files of a build, in the order in which they are presented."""


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
    readings = read_all(sources, ontology=declared, progress=progress)
    with staged(out) as folder:
        _write(readings, folder, declared)
    return account(readings, out=out, files=[out / name for name in FILES])


def _write(readings: Sequence[Reading], folder: Path, ontology: Ontology) -> None:
    """Write the four files into `folder`."""
    dataset, table, page, report = (folder / name for name in FILES)
    write_dataset(readings, dataset)
    write_statements(readings, table)
    write_page(open_store(dataset), page, ontology=ontology)
    write_record(readings, report)
