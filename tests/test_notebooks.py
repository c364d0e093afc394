"""The notebooks run, and show what is stored with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.notebooks import NOTEBOOKS, executed, read, shown, stored

if TYPE_CHECKING:
    from pathlib import Path

# Of ipykernel and jupyter_client, about how they find their folders and close their sockets.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")


def test_there_are_notebooks() -> None:
    """The notebooks are found."""
    assert [path.name[:3] for path in NOTEBOOKS] == ["01-", "02-", "03-"]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_shows_what_is_stored_with_it(path: Path, tmp_path: Path) -> None:
    """Run again, each table and each line is the stored one; `make notebooks` renews them."""
    notebook = executed(path, tmp_path)
    before = shown(read(path))
    assert sum(map(bool, before)) >= 4
    assert before == shown(stored(notebook))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_explains_itself(path: Path) -> None:
    """Each notebook begins with prose, and has a text for every second cell of code at least."""
    kinds = [cell.cell_type for cell in read(path).cells]
    assert kinds[0] == "markdown"
    assert kinds.count("markdown") * 2 >= kinds.count("code")
