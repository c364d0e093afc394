"""The table of statements: `statements.csv`, one row a statement, for spreadsheets and scripts.

UTF-8 with a byte-order mark, so that a spreadsheet opens it as it is. Cells hold the text exactly
as it stands in the source: none is altered to keep a spreadsheet from taking it for a formula, so
the table of a text that is not trusted should be imported with all columns as text.
"""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from graph.model import Reading, Span, Statement

COLUMNS = (
    "document",
    "article",
    "provision",
    "subject",
    "relation",
    "object",
    "modality",
    "conditions",
    "quote",
    "start",
    "end",
    "subject_names",
    "object_names",
    "construction",
)
"""The columns, in order."""

_SEPARATOR = "|"


def write_statements(readings: Iterable[Reading], path: Path) -> None:
    """Write one row for each statement of the readings, in their order, to `path`.

    Args:
        readings: what was read, in the order of the rows.
        path: the file to write; an existing one is replaced.

    Raises:
        OSError: the file cannot be written.
    """
    # The mark is what makes a spreadsheet take the file for UTF-8.
    with path.open("w", encoding="utf-8-sig", newline="") as handle:
        writer = csv.writer(handle, lineterminator="\n")
        writer.writerow(COLUMNS)
        for reading in readings:
            writer.writerows(_rows(reading))


def hull(spans: Iterable[Span]) -> tuple[int, int]:
    """Return where the first span starts and the last one ends.

    >>> from graph.model import Span
    >>> hull([Span(start=10, end=12), Span(start=15, end=20)])
    (10, 20)
    """
    known = tuple(spans)
    return min(span.start for span in known), max(span.end for span in known)


def _rows(reading: Reading) -> Iterator[tuple[str | int, ...]]:
    articles = {article.id: article.key for article in reading.document.articles()}
    for statement in reading.statements:
        yield _row(statement, articles[statement.article], reading.document.source.text)


def _row(statement: Statement, article: str, text: str) -> tuple[str | int, ...]:
    start, end = hull(statement.evidence)
    return (
        statement.document,
        article,
        statement.provision,
        statement.subject.name,
        statement.relation,
        statement.object.name,
        statement.modality.value,
        _SEPARATOR.join(statement.conditions),
        text[start:end],
        start,
        end,
        _SEPARATOR.join(statement.subject.other_names),
        _SEPARATOR.join(statement.object.other_names),
        statement.construction,
    )
