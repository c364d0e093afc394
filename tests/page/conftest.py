"""One browser for all tests of the page, and the two pages that most of them open."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.build import build
from tests.browser import running_browser
from tests.factories import sample_reading
from tests.page.probes import written

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Run one browser for all tests of the page."""
    with running_browser() as browser:
        yield browser


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the page of the sample."""
    return written(tmp_path_factory.mktemp("page"), sample_reading())


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the graph of the regulation that comes with the package; return its page."""
    folder = tmp_path_factory.mktemp("shipped")
    build(out=folder)
    return folder / "graph.html"
