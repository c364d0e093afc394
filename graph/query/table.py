"""An answer as people read it: names instead of IRIs, one text a cell.

A column `x` that has a companion `xLabel` is shown by the label. Any other IRI is shown by the
label that the ontology gives it (领导 for `ig:leads`, 应当 for `ig:obligation`), or else shortened
by its prefix.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode

from graph.ontology import IG, load_ontology
from graph.query.names import short_iri

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.query.answer import Answer, Term

_COMPANION: Final = "Label"


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Columns with their names, and rows of texts; an unbound variable is an empty text."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def values(self, column: str) -> tuple[str, ...]:
        """Return the different texts of a column, as they come; none if there is no such column."""
        if column not in self.columns:
            return ()
        index = self.columns.index(column)
        return tuple(dict.fromkeys(row[index] for row in self.rows))

    def without(self, *columns: str) -> Table:
        """Return the table without some of its columns; names of others are passed over."""
        kept = [index for index, name in enumerate(self.columns) if name not in columns]
        return Table(
            columns=tuple(self.columns[index] for index in kept),
            rows=tuple(tuple(row[index] for index in kept) for row in self.rows),
        )


def tabulate(answer: Answer) -> Table:
    """Return an answer as a table for people; a yes or no stands in the column `answer`."""
    if answer.truth is not None:
        return Table(columns=("answer",), rows=(("yes" if answer.truth else "no",),))
    names = frozenset(answer.variables)
    shown = [
        (index, name.removesuffix(_COMPANION) if _labels(name, names) else name)
        for index, name in enumerate(answer.variables)
        if name + _COMPANION not in names
    ]
    return Table(
        columns=tuple(name for _, name in shown),
        rows=tuple(tuple(display(row[index]) for index, _ in shown) for row in answer.rows),
    )


def display(term: Term | None) -> str:
    """Return a term as people read it, without quotes, brackets or language."""
    if isinstance(term, NamedNode):
        return term_labels().get(term.value) or short_iri(term.value)
    if isinstance(term, Literal):
        return term.value
    return "" if term is None else str(term)


@cache
def term_labels() -> Mapping[str, str]:
    """Return the Chinese label of every term that the ontology declares, by IRI."""
    return {IG + name: chinese for name, (chinese, _) in load_ontology().labels.items() if chinese}


def _labels(name: str, names: frozenset[str]) -> bool:
    """Tell whether a column holds the labels of another one."""
    return name.endswith(_COMPANION) and name.removesuffix(_COMPANION) in names
