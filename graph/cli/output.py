"""How answers are printed: tables for people, CSV for spreadsheets, JSON for programs.

Rows go to standard output or into a file, counts and remarks to standard error. Tables are drawn on
a terminal and are plain columns elsewhere. Neither shows a control or direction character of a
text: it could change what a terminal shows.
"""

from __future__ import annotations

import csv
import io
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

import click

from graph.errors import OutputError

if TYPE_CHECKING:
    from graph.query import Table

_GAP: Final = "  "


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A table with lines above it, which only people see."""

    table: Table
    heading: tuple[str, ...] = ()


def emit(*sheets: Sheet, style: str, output: Path | None = None, data: str | None = None) -> None:
    """Print some tables, or write them to a file.

    Args:
        sheets: at least one; all have the same columns.
        style: `table`, `csv` (the rows of all under one line of names) or `json`.
        output: the file, None for the screen.
        data: the JSON to print; by default a list with an object for each row.

    Raises:
        OutputError: the file cannot be written.
    """
    if style == "table" and output is None and sys.stdout.isatty():
        for sheet in sheets:
            _draw(sheet)
        return
    match style:
        case "csv":
            text = _csv(sheets)
        case "json":
            text = data if data is not None else _json(sheets)
        case _:
            text = "\n".join(map(_columns, sheets))
    if output is None:
        click.echo(text, nl=False, color=True)  # or it would take control characters away
    else:
        # Excel takes a file for UTF-8 only if it begins with a byte-order mark.
        _write(text, output, encoding="utf-8-sig" if style == "csv" else "utf-8")


def visible(text: str) -> str:
    r"""Return a text in one line, with a mark for every character that cannot be seen.

    >>> visible("总局\n领导\x1b[31m分局")
    '总局 领导�[31m分局'
    """
    return "".join(
        " " if char.isspace() else char if char.isprintable() else "\N{REPLACEMENT CHARACTER}"
        for char in text
    )


def count(number: int, noun: str) -> None:
    """Print to standard error how many there are of something."""
    click.echo(f"{number:,} {noun}{'' if number == 1 else 's'}", err=True)


def save(text: str, path: Path) -> None:
    """Write a text to a file in UTF-8, whole or not at all.

    Raises:
        OutputError: the file cannot be written.
    """
    _write(text, path, encoding="utf-8")


def _csv(sheets: tuple[Sheet, ...]) -> str:
    lines = io.StringIO(newline="")
    writer = csv.writer(lines, lineterminator="\n")
    writer.writerow(sheets[0].table.columns)
    for sheet in sheets:
        writer.writerows(sheet.table.rows)
    return lines.getvalue()


def _json(sheets: tuple[Sheet, ...]) -> str:
    rows = [
        dict(zip(sheet.table.columns, row, strict=True))
        for sheet in sheets
        for row in sheet.table.rows
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def _columns(sheet: Sheet) -> str:
    """Return the heading and aligned columns; a Chinese character is as wide as two others."""
    from rich.cells import cell_len

    table = sheet.table
    lines = [table.columns, *(tuple(map(visible, row)) for row in table.rows)]
    widths = [max(map(cell_len, column)) for column in zip(*lines, strict=True)]
    rows = (
        _GAP.join(
            cell + " " * (width - cell_len(cell)) for cell, width in zip(line, widths, strict=True)
        )
        for line in lines
        if table.rows
    )
    return "".join(f"{line.rstrip()}\n" for line in (*map(visible, sheet.heading), *rows))


def _draw(sheet: Sheet) -> None:
    """Draw the heading and the table on the terminal, as wide as that is."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table as Drawing
    from rich.text import Text

    for line in sheet.heading:
        click.echo(visible(line))
    if not sheet.table.rows:
        return
    drawing = Drawing(box=SIMPLE_HEAD, pad_edge=False)
    for name in sheet.table.columns:
        drawing.add_column(name, overflow="fold")
    for row in sheet.table.rows:
        drawing.add_row(*(Text(visible(cell)) for cell in row))  # Text: markup in it means nothing
    Console().print(drawing)


def _write(text: str, path: Path, *, encoding: str) -> None:
    """Write a file so that it is there whole or not at all."""
    try:
        with TemporaryDirectory(dir=path.parent, prefix=".") as folder:
            whole = Path(folder) / path.name
            whole.write_text(text, encoding=encoding, newline="\n")
            whole.replace(path)
    except OSError as error:
        raise OutputError(path, error.strerror or str(error)) from error
