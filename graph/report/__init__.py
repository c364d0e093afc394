"""What a build tells people: the table of statements, the report, the summary.

Everything here is made from readings alone; nothing asks the dataset.

- `statements`: `statements.csv`, one row a statement;
- `coverage`: what became of every article's characters;
- `result`: the account of a build, as a value;
- `record`: `report.json`, the account for scripts;
- `summary`: the account for a person.
"""

from __future__ import annotations

from graph.report.coverage import ArticleCoverage, Coverage, cover
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
    "Unread",
    "account",
    "cover",
    "record",
    "summary",
    "write_record",
    "write_statements",
]
