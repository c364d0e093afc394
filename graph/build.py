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
from graph.rdf import read_records
from graph.rdf.consequences import inference_quads
from graph.rdf.dataset import dataset_quads
from graph.rdf.inference import infer
from graph.rdf.serialise import write_quads
from graph.rdf.store import store_quads
from graph.readings import SHIPPED, read_all
from graph.report import (
    BuildResult,
    Drawn,
    account,
    draw_conclusions,
    write_record,
    write_statements,
)

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
        drawn = _write(readings, folder, declared)
    files = [out / name for name in FILES]
    return account(readings, out=out, files=files, drawn=drawn)


def _write(readings: Sequence[Reading], folder: Path, ontology: Ontology) -> Drawn:
    """Write the four files into `folder`; return what follows from the readings."""
    dataset, table, page, report = (folder / name for name in FILES)
    quads = list(dataset_quads(readings))
    store = store_quads(quads)
    inferred = list(inference_quads(infer(store.store, ontology)))
    write_quads((*quads, *inferred), dataset)
    write_statements(readings, table)
    store.store.extend(inferred)
    write_page(store, page, ontology=ontology)
    drawn = draw_conclusions(read_records(store), ontology)
    write_record(readings, report, drawn=drawn)
    return drawn
