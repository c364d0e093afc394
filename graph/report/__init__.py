"""What a build tells people: the table of statements, the report, the summary.

What was read is told from the readings alone; what follows from it, from the dataset.

- `statements`: `statements.csv`, one row a statement;
- `coverage`: what became of every article's characters;
- `drawn`: what follows, and what contradicts itself;
- `result`: the account of a build, as a value;
- `record`: `report.json`, the account for scripts;
- `summary`: the account for a person.
"""

from __future__ import annotations

from graph.report.coverage import ArticleCoverage, Coverage, cover
from graph.report.drawn import Drawn, draw_conclusions
from graph.report.record import record, write_record
from graph.report.result import BuildResult, Counts, Unread, account
from graph.report.statements import COLUMNS, write_statements
from graph.report.summary import summary

__all__ = [
    "COLUMNS",
    "ArticleCoverage",
    "BuildResult",
    "Counts",
    "Coverage",
    "Drawn",
    "Unread",
    "account",
    "cover",
    "draw_conclusions",
    "record",
    "summary",
    "write_record",
    "write_statements",
]
