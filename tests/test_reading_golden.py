"""The regulations of the corpus: what is read is what was recorded, and what a person claims."""

from __future__ import annotations

from difflib import unified_diff
from typing import TYPE_CHECKING, Final

import pytest

from graph.model import ProvisionKind
from tests.clause_tables import problems, read_claims
from tests.golden import golden, readings, regulations, table

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from _pytest.mark.structures import ParameterSet

    from tests.clause_tables import Row

LEAST_REGULATIONS: Final = 4
LEAST_ARTICLES: Final = 25
LEAST_STATEMENTS: Final = 60


def claimed() -> Iterator[ParameterSet]:
    """Yield each article with its claims; one that is known to fail as a strict xfail."""
    for path in regulations():
        for article, row in read_claims(path.with_suffix(".claims")).items():
            marks = [pytest.mark.xfail(reason=row.known, strict=True)] if row.known else []
            yield pytest.param(path, article, row, id=f"{path.stem}-{article}", marks=marks)


def test_has_all_regulations() -> None:
    """The corpus cannot shrink unseen, and no file lies in it unused."""
    paths = regulations()
    assert len(paths) >= LEAST_REGULATIONS
    companions = {
        path.with_suffix(suffix) for path in paths for suffix in (path.suffix, ".csv", ".claims")
    }
    assert set(paths[0].parent.iterdir()) == companions
    found = [reading for path in paths for reading in readings(path)]
    kinds = [node.kind for reading in found for node in reading.document.walk()]
    assert kinds.count(ProvisionKind.ARTICLE) >= LEAST_ARTICLES
    assert sum(len(reading.statements) for reading in found) >= LEAST_STATEMENTS


@pytest.mark.parametrize("path", regulations(), ids=lambda path: path.stem)
def test_reads_as_recorded(path: Path) -> None:
    """A regulation states what was recorded for it (rewrite: `python -m tests.golden`)."""
    recorded = golden(path).read_text(encoding="utf-8")
    difference = unified_diff(
        recorded.splitlines(), table(path).splitlines(), "recorded", "read", lineterm="", n=1
    )
    lines = list(difference)
    assert not lines, "\n".join([path.name, *lines])


@pytest.mark.parametrize(("path", "article", "row"), list(claimed()))
def test_states_what_is_claimed(path: Path, article: str, row: Row) -> None:
    """An article states what a person read in it, and nothing else."""
    found = [
        statement
        for reading in readings(path)
        for node in reading.document.articles()
        if node.key == article
        for statement in reading.statements
        if statement.article == node.id
    ]
    wrong = problems(row, found)
    assert not wrong, "\n".join([f"{path.name}, article {article}", *wrong])


@pytest.mark.parametrize("path", regulations(), ids=lambda path: path.stem)
def test_nothing_is_stated_without_a_claim(path: Path) -> None:
    """An article for which no person claims anything states nothing."""
    known = set(read_claims(path.with_suffix(".claims")))
    for reading in readings(path):
        for node in reading.document.articles():
            if node.key not in known:
                assert [one for one in reading.statements if one.article == node.id] == []
