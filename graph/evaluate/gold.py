"""Statements written by hand, as they stand in a table.

The table is UTF-8, its cells separated by tabs and never quoted, under one line of column names:
`document article subject relation object modality level evidence`. `subject` and `object` may list
several accepted names, `modality` several accepted ones, with bars between them. `level` is `must`
(to be found) or `may` (neither right nor wrong).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from graph.evaluate.table import read_table
from graph.model import Modality

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from graph.evaluate.names import Names, Naming

_COLUMNS: Final = ("document", "article", "subject", "relation", "object", "modality", "level")
_MODALITIES: Final = frozenset(Modality)


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldRow:
    """A statement written by hand.

    Attributes:
        document: the name of the document.
        article: its article as the exports write it: `12`, `preamble`.
        subject: the accepted names of the subject, as they are compared.
        relation: the local name of the relation.
        object: the accepted names of the object, as they are compared.
        modalities: the accepted modalities.
        must: whether it is to be found; one that is not is a defensible reading.
        evidence: the clause that states it.
        subject_name: the first name of the subject, as written.
        object_name: the first name of the object, as written.
    """

    document: str
    article: str
    subject: Names
    relation: str
    object: Names
    modalities: tuple[str, ...]
    must: bool
    evidence: str
    subject_name: str
    object_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """The statements of a table, and a sentence on each line in which something looks mistaken."""

    rows: tuple[GoldRow, ...]
    remarks: tuple[str, ...] = ()

    @property
    def documents(self) -> tuple[str, ...]:
        """The names of the documents, in the order of the table."""
        return tuple(dict.fromkeys(row.document for row in self.rows))


def read_gold(path: Path, naming: Naming, relations: Collection[str]) -> Gold:
    """Read statements written by hand.

    Args:
        path: the table.
        naming: how names are compared.
        relations: the local names of the declared relations.

    Returns:
        The statements, in the order of the table. One with an unknown relation, modality or level
        is kept, and remarked upon: it counts as it stands.

    Raises:
        TableError: there is no such file, or it is no table of this kind.
    """
    rows: list[GoldRow] = []
    remarks: list[str] = []
    for line, cells in read_table(path, _COLUMNS, delimiter="\t", quoted=False):
        row = _row(cells, naming)
        rows.append(row)
        remarks += [
            f"{path}: line {line}: {problem}." for problem in _problems(row, cells, relations)
        ]
    return Gold(rows=tuple(rows), remarks=tuple(remarks))


def _row(cells: dict[str, str], naming: Naming) -> GoldRow:
    return GoldRow(
        document=cells["document"],
        article=cells["article"].strip(),
        subject=naming.names([cells["subject"]]),
        relation=cells["relation"],
        object=naming.names([cells["object"]]),
        modalities=tuple(one.strip() for one in cells["modality"].split("|")),
        must=cells["level"] == "must",
        evidence=cells.get("evidence", ""),
        subject_name=_first(cells["subject"]),
        object_name=_first(cells["object"]),
    )


def _problems(row: GoldRow, cells: dict[str, str], relations: Collection[str]) -> Iterator[str]:
    if row.relation not in relations:
        yield f"{row.relation or 'nothing'} is no declared relation"
    if not row.subject or not row.object:
        yield "a statement needs a subject and an object"
    if not _MODALITIES.issuperset(row.modalities):
        yield f"{cells['modality'] or 'nothing'} is no modality"
    if cells["level"] not in {"must", "may"}:
        yield f"{cells['level'] or 'nothing'} is neither must nor may, and is taken for may"


def _first(cell: str) -> str:
    return cell.split("|", 1)[0].strip()
