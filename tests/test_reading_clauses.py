"""The tables of clauses: each construction and each frame of the lexicon, with near misses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from tests.clause_tables import CLAUSES, ontology, problems, read, read_table, rows, tables

if TYPE_CHECKING:
    from pathlib import Path

    from _pytest.mark.structures import ParameterSet

    from tests.clause_tables import Row

FOLDERS: Final = ("constructions", "frames", "names", "sentences")
LEAST_CONSTRUCTIONS: Final = 57
LEAST_HITS: Final = 5
LEAST_NEAR_MISSES: Final = 3
LEAST_ROWS: Final = 1580
MOST_KNOWN: Final = 35
MODIFYING: Final = ("Charges", "Sets")
"""Frames of words that state nothing themselves: another word of the clause does."""


def parameters(folder: str) -> list[ParameterSet]:
    """Return the rows of a folder as parameters, a row that is known to fail as a strict xfail."""
    return [
        pytest.param(
            row,
            id=f"{row.table}-{row.text}",
            marks=[pytest.mark.xfail(reason=row.known, strict=True)] if row.known else [],
        )
        for row in rows(folder)
    ]


def check(row: Row) -> None:
    """Fail with everything that is missing or wrong."""
    found = problems(row, read(row.text).statements)
    assert not found, "\n".join([f"{row.table}.txt:{row.line}: {row.text}", *found])


@pytest.mark.parametrize("row", parameters("constructions"))
def test_reads_construction(row: Row) -> None:
    """A construction states what the drafting style means by it, and a near miss states nothing."""
    check(row)


@pytest.mark.parametrize("row", parameters("frames"))
def test_reads_frame(row: Row) -> None:
    """A frame of the lexicon takes its arguments as it is declared to."""
    check(row)


@pytest.mark.parametrize("row", parameters("names"))
def test_names_bodies(row: Row) -> None:
    """A body is named by the noun phrase that picks it out; what is none is not taken for one."""
    check(row)


@pytest.mark.parametrize("row", parameters("sentences"))
def test_reads_sentence(row: Row) -> None:
    """A whole sentence states what it says of its bodies, and nothing that it only mentions."""
    check(row)


@pytest.mark.parametrize("path", tables("constructions"), ids=lambda path: path.stem)
def test_table_is_large_enough(path: Path) -> None:
    """A table of a construction has hits and near misses enough: it cannot shrink unseen."""
    table = list(read_table(path))
    assert sum(row.hit for row in table) >= LEAST_HITS
    assert sum(not row.hit for row in table) >= LEAST_NEAR_MISSES


def test_has_all_tables() -> None:
    """No table of a construction is lost, and the rows together are as many as they were."""
    assert len(tables("constructions")) >= LEAST_CONSTRUCTIONS
    assert sum(len(rows(folder)) for folder in FOLDERS) >= LEAST_ROWS
    assert {path.name for path in CLAUSES.iterdir() if path.is_dir()} == set(FOLDERS)


def test_few_rows_are_known_to_fail() -> None:
    """Rows that the reader does not get right are few, and each says why."""
    known = [row for folder in FOLDERS for row in rows(folder) if row.known]
    assert len(known) <= MOST_KNOWN


def test_every_frame_has_a_table() -> None:
    """Each frame that the lexicon uses has a table, with a hit and a near miss."""
    used = {frame for trigger in ontology().triggers for frame in trigger.frames}
    assert {path.stem for path in tables("frames")} == used
    for path in tables("frames"):
        assert {row.hit for row in read_table(path)} == {True, False}, path.stem


@pytest.mark.parametrize(
    "path",
    [path for path in tables("frames") if path.stem not in MODIFYING],
    ids=lambda path: path.stem,
)
def test_table_exercises_its_frame(path: Path) -> None:
    """In the table of a frame an entry with that frame states something."""
    entries = (*ontology().triggers, *ontology().expressing)
    frames = {entry.name: entry.frames for entry in entries}
    stating = {
        statement.entry
        for row in read_table(path)
        if row.hit and not row.known
        for statement in read(row.text).statements
    }
    assert any(path.stem in frames[entry] for entry in stating)


def test_every_relation_is_stated() -> None:
    """Each relation of the ontology is stated by a row that the reader gets right."""
    stated = {
        claim.relation
        for folder in FOLDERS
        for row in rows(folder)
        if not row.known
        for claim in row.must
    }
    assert set(ontology().relations) == stated


def test_no_text_stands_twice() -> None:
    """Each text stands in one row, so that two tables cannot ask for different things."""
    texts = [row.text for folder in FOLDERS for row in rows(folder)]
    assert len(set(texts)) == len(texts)


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (["甲领导乙。", "nothing"], "a row begins with"),
        (["+ 甲领导乙。"], "either statements with = or nothing"),
        (["+ 甲领导乙。", "= 甲 leads 乙", "nothing"], "either statements with = or nothing"),
        (["+ 甲领导乙。", "= 甲 heads 乙"], "no relation of the ontology: heads"),
        (["+ 甲领导乙。", "= 甲 leads"], "not a statement"),
        (["+ 甲领导乙。", "= 甲 leads 乙 must"], "must"),
        (["+ 甲领导乙。", "= 甲 leads 乙", "~ 甲"], "not understood"),
    ],
)
def test_refuses_broken_row(tmp_path: Path, lines: list[str], message: str) -> None:
    """A row that breaks the format is refused with its place, and not passed over."""
    path = tmp_path / "table.txt"
    path.write_text("\n".join(["# a table", "", *lines]), encoding="utf-8")
    with pytest.raises(ValueError, match=message) as caught:
        list(read_table(path))
    assert f"{path}:3:" in str(caught.value)


@pytest.mark.parametrize(
    ("claimed", "expected"),
    [
        (["= 财政部 leads 财政厅"], []),
        (["= 财政厅 leads 财政部"], ["missing", "wrong"]),
        (["= 财政部 leads 财政厅 obligation"], ["missing", "wrong"]),
        (["? 财政部 leads 财政厅 obligation", "nothing"], []),
        (["= 财政部 | 部 leads 厅 | 财政厅 permission | declaration"], []),
        (["nothing"], ["wrong"]),
        (["= 财政部 leads 财政厅、审计厅"], ["missing"]),
    ],
)
def test_tells_what_differs(tmp_path: Path, claimed: list[str], expected: list[str]) -> None:
    """A row fails for what is missing, for what is reversed, and for a wrong modality."""
    path = tmp_path / "table.txt"
    path.write_text("\n".join(["+ 财政部领导财政厅。", *claimed]), encoding="utf-8")
    (row,) = read_table(path)
    found = problems(row, read(row.text).statements)
    assert [problem.partition(":")[0] for problem in found] == expected
