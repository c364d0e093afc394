"""The fixtures that tests of several rooms share: the sample as a reading and as a store."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from graph.rdf import store_readings
from tests.factories import sample_reading

if TYPE_CHECKING:
    from graph.model import Reading
    from graph.rdf import GraphStore

# How long an example takes says nothing about whether it is right: a busy machine is no failure.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def reading() -> Reading:
    """Return the reading of the small invented regulation."""
    return sample_reading()


@pytest.fixture(scope="session")
def store(reading: Reading) -> GraphStore:
    """Return that reading in a store; a test that changes a store makes one of its own."""
    return store_readings([reading])
