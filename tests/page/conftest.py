"""One browser for all tests of the page, and the two pages that most of them open."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from graph.ontology import load_ontology
from graph.reading import Reader
from graph.text import parse, read_source
from tests.browser import running_browser
from tests.factories import sample_reading
from tests.page.probes import written

if TYPE_CHECKING:
    from collections.abc import Iterator

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
    """Write the page of the regulation that comes with the package."""
    source = files("graph").joinpath("data", "paizhu-rules.txt")
    reader = Reader(load_ontology())
    readings = [reader.read(document) for document in parse(read_source(Path(str(source))))]
    return written(tmp_path_factory.mktemp("shipped"), *readings)
