"""Tables from outside: their rows by column, or one sentence on why they are no such table."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from graph.errors import TableError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path


def read_table(
    path: Path, columns: Collection[str], *, delimiter: str, quoted: bool
) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield the rows of a table with the number of the line on which each ends.

    Args:
        path: the file: UTF-8, with or without a byte-order mark, the names of the columns first.
        columns: the columns that must be there; others are kept.
        delimiter: what stands between cells.
        quoted: whether a cell may stand in quotation marks.

    Yields:
        The number of the line, and the cells by the name of their column; a missing one is empty.

    Raises:
        TableError: there is no such file, it is no text, or a column is missing.
    """
    expected = f"a table with the columns {', '.join(columns)}"
    try:
        with path.open(encoding="utf-8-sig", newline="") as handle:
            reader = csv.reader(
                handle,
                delimiter=delimiter,
                quoting=csv.QUOTE_MINIMAL if quoted else csv.QUOTE_NONE,
            )
            names = next(reader, [])
            missing = [name for name in columns if name not in names]
            if missing:
                raise TableError(path, f"it has no column {', '.join(missing)}", expected)
            for cells in reader:
                if cells:
                    yield (
                        reader.line_num,
                        dict.fromkeys(names, "") | dict(zip(names, cells, strict=False)),
                    )
    except FileNotFoundError:
        raise TableError(path, "there is no such file", expected) from None
    except OSError as error:
        raise TableError(path, error.strerror or str(error), expected) from error
    except UnicodeDecodeError:
        raise TableError(path, "it is no text in UTF-8", expected) from None
    except csv.Error as error:
        raise TableError(path, f"it is no table ({error})", expected) from error
