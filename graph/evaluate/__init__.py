"""Score what was read against statements written by hand.

The measure is precision, recall and F1, strict and relaxed; a statement written by hand must be
found (`must`) or may be (`may`).

- `names`: which names are of one body;
- `gold`: the statements written by hand, from their table;
- `claims`: the statements found, from readings, from a dataset or from `statements.csv`;
- `match`: which of the found ones are meant by which of those written by hand;
- `score`: the counts, and what follows from them;
- `cases`: every miss and every error, for whoever extends the lexicon;
- `choice`: which documents and articles are scored, and what belongs together.
"""

from __future__ import annotations

from graph.evaluate.cases import Case, CaseKind
from graph.evaluate.choice import Articles, Choice, evaluate_all
from graph.evaluate.claims import Claim, claims_of_readings, claims_of_records, claims_of_table
from graph.evaluate.gold import Gold, GoldRow, read_gold
from graph.evaluate.match import Measure
from graph.evaluate.score import DocumentScore, Scores, Tally, evaluate, total

__all__ = [
    "Articles",
    "Case",
    "CaseKind",
    "Choice",
    "Claim",
    "DocumentScore",
    "Gold",
    "GoldRow",
    "Measure",
    "Scores",
    "Tally",
    "claims_of_readings",
    "claims_of_records",
    "claims_of_table",
    "evaluate",
    "evaluate_all",
    "read_gold",
    "total",
]
