"""Print what is read from the regulations of `tests/corpus`: the golden files beside them.

`python -m tests.golden` (or `make golden`) writes the golden files anew; the difference to the old
ones is then for a person to judge. A golden file is a table, a statement a line: article,
provision, subject, relation, object, modality, conditions, quote. Beside it stand the claims, which
nobody but a person writes: what the regulation states, article by article.
"""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import TYPE_CHECKING, Final

from graph.text import parse, read_source
from tests.clause_tables import reader

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.model import Reading

CORPUS: Final = Path(__file__).parent / "corpus"
SUFFIXES: Final = (".txt", ".md")
COLUMNS: Final = (
    "article", "provision", "subject", "relation", "object", "modality", "conditions", "quote",
)  # fmt: skip


def regulations() -> list[Path]:
    """Return the regulations of the corpus."""
    return sorted(path for path in CORPUS.iterdir() if path.suffix in SUFFIXES)


def golden(path: Path) -> Path:
    """Return the file that holds what was read from a regulation."""
    return path.with_suffix(".csv")


def readings(path: Path) -> list[Reading]:
    """Return the readings of the documents of a file."""
    return [reader().read(document) for document in parse(read_source(path))]


def table(path: Path) -> str:
    """Return what is read from a regulation, as a table."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(COLUMNS)
    for reading in readings(path):
        writer.writerows(_rows(reading))
    return written.getvalue()


def _rows(reading: Reading) -> Iterator[tuple[str, ...]]:
    text = reading.document.source.text
    numbers = {article.id: article.key for article in reading.document.articles()}
    for one in reading.statements:
        yield (
            numbers[one.article],
            one.provision,
            one.subject.name,
            one.relation,
            one.object.name,
            one.modality.value,
            "、".join(one.conditions),
            " … ".join(text[span.start : span.end] for span in one.evidence),
        )


if __name__ == "__main__":
    for regulation in regulations():
        golden(regulation).write_text(table(regulation), encoding="utf-8", newline="\n")
