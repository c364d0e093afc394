"""The notebooks: run them, and keep what they show with them.

`python -m tests.notebooks` (or `make notebooks`) runs every notebook in a folder of its own and
stores its outputs. The page, which is large and changes with every change of its script, is not
stored; all tables and printed lines are.
"""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import nbformat
from nbclient import NotebookClient

if TYPE_CHECKING:
    from collections.abc import Iterator

    Notebook: TypeAlias = nbformat.NotebookNode

ROOT: Final = Path(__file__).parent.parent
NOTEBOOKS: Final = tuple(sorted((ROOT / "notebooks").glob("*.ipynb")))

_SECONDS: Final = 60  # for one cell; the slowest takes one


def read(path: Path) -> Notebook:
    """Return a notebook as it is stored."""
    return nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call,no-any-return]


def executed(path: Path, folder: Path) -> Notebook:
    """Run a notebook of this checkout in a folder and return it with its outputs.

    Raises:
        CellExecutionError: a cell fails.
    """
    notebook = read(path)
    client = NotebookClient(
        notebook,
        timeout=_SECONDS,
        kernel_name="python3",
        resources={"metadata": {"path": str(folder)}},
    )
    # The kernel is a process of its own, in another folder: it is told where the package is.
    first = f"import sys; sys.path.insert(0, {str(ROOT)!r})"
    setup = nbformat.v4.new_code_cell(first)  # type: ignore[no-untyped-call]
    notebook.cells.insert(0, setup)
    client.execute()
    notebook.cells.pop(0)
    return notebook


def shown(notebook: Notebook) -> list[list[object]]:
    """Return, for each cell of code, what a reader sees under it: lines, tables, pictures, errors.

    How a table is laid out is left aside, and so is the page.
    """
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    return [list(_shown(cell.outputs)) for cell in cells]


def _shown(outputs: list[Any]) -> Iterator[object]:
    for output in outputs:
        if output.output_type == "stream":
            yield output.name, output.text
        elif output.output_type == "error":
            yield output.ename, output.evalue
        elif "image/svg+xml" in output.data:
            yield output.data["image/svg+xml"]
        elif "<table" in output.data.get("text/html", ""):
            yield _Rows(output.data["text/html"]).rows
        elif "<iframe" not in output.data.get("text/html", ""):
            yield output.data["text/plain"]


class _Rows(HTMLParser):
    """The texts of the cells of a table, row by row."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self._inside = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a row or a cell."""
        del attrs
        self._inside = tag in {"td", "th"}
        if tag == "tr":
            self.rows.append([])
        elif self._inside:
            self.rows[-1].append("")

    def handle_endtag(self, tag: str) -> None:
        """End a cell."""
        if tag in {"td", "th"}:
            self._inside = False

    def handle_data(self, data: str) -> None:
        """Add to the text of a cell."""
        if self._inside:
            self.rows[-1][-1] += data


def stored(notebook: Notebook) -> Notebook:
    """Return a notebook as it is stored: without the page, without what differs between runs."""
    for cell in notebook.cells:
        cell.metadata = {}
        if cell.cell_type == "code":
            cell.outputs = [
                output
                for output in cell.outputs
                if "<iframe" not in output.get("data", {}).get("text/html", "")
            ]
            for output in cell.outputs:  # <Styler at 0x7f…> differs from run to run
                if " at 0x" in output.get("data", {}).get("text/plain", ""):
                    output.data["text/plain"] = "(a table)"
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    notebook.metadata = {"kernelspec": kernel, "language_info": {"name": "python"}}
    return notebook


def main() -> None:
    """Run every notebook and store what it shows now."""
    for path in NOTEBOOKS:
        with TemporaryDirectory() as folder:
            notebook = stored(executed(path, Path(folder)))
        nbformat.write(notebook, path)  # type: ignore[no-untyped-call]


if __name__ == "__main__":
    main()
