"""The report as data: `report.json`, for scripts and for whoever extends the lexicon.

The file is sorted by key and holds no time and no path, so that two builds of one input are equal.

- `counts`: documents, articles, bodies, statements, denied ones among them, findings;
- `characters`: of all articles together, `total`, one number for each role, and `other`;
- `documents`: for each its title, the checksum and encoding of its file, its counts, the number of
  its statements by relation and by modality, and its `articles`, each with its characters, the
  number of its statements, and its `unread` clauses (words, offsets, reason);
- `inferred`: the number of consequences, and of those by each rule;
- `contradictions`: kind, sentence and `proofs`: for either side its statements, each with document,
  article and quotes, a consequence with all that it follows from;
- `findings`: kind, sentence, document, provision, and for each stretch of text it concerns the
  offsets, the line (from 1) and the words.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict
from typing import TYPE_CHECKING

from graph.report.coverage import cover, total
from graph.report.result import count, findings_of, words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from graph.model import Finding, ReadClause, Reading
    from graph.report.coverage import ArticleCoverage, Coverage
    from graph.report.drawn import Drawn


def write_record(readings: Sequence[Reading], path: Path, *, drawn: Drawn | None = None) -> None:
    """Write the report on `readings` to `path` as JSON in UTF-8.

    Args:
        readings: what was read; their order is the order of the documents.
        path: the file to write; an existing one is replaced.
        drawn: what follows from it; None where that was not asked.

    Raises:
        OSError: the file cannot be written.
    """
    text = json.dumps(record(readings, drawn), ensure_ascii=False, indent=2, sort_keys=True)
    path.write_text(text + "\n", encoding="utf-8", newline="\n")


def record(readings: Sequence[Reading], drawn: Drawn | None = None) -> dict[str, object]:
    """Return the report on `readings` as values that JSON can hold; see the module for its form."""
    sources = {
        name: reading.document.source.text
        for reading in readings
        for name in (reading.document.name, reading.document.source.name)
    }
    return {
        "counts": asdict(count(readings, drawn)),
        "inferred": {
            "total": drawn.inferred if drawn else 0,
            "rules": dict(drawn.rules) if drawn else {},
        },
        "contradictions": list(drawn.proofs) if drawn else [],
        "characters": _characters(total(part.coverage for r in readings for part in cover(r))),
        "documents": [_document(reading) for reading in readings],
        "findings": [_finding(finding, sources) for finding in findings_of(readings, drawn)],
    }


def _document(reading: Reading) -> dict[str, object]:
    document = reading.document
    articles = cover(reading)
    stated = Counter(statement.article for statement in reading.statements)
    return {
        "name": document.name,
        "title": document.title,
        "source": {"sha256": document.source.sha256, "encoding": document.source.encoding},
        "counts": asdict(count([reading])),
        "characters": _characters(total(article.coverage for article in articles)),
        "relations": dict(Counter(statement.relation for statement in reading.statements)),
        "modalities": dict(Counter(statement.modality.value for statement in reading.statements)),
        "articles": [
            _article(article, stated[article.provision.id], document.source.text)
            for article in articles
        ],
    }


def _article(article: ArticleCoverage, statements: int, text: str) -> dict[str, object]:
    return {
        "article": article.provision.key,
        "label": article.provision.label,
        "provision": article.provision.id,
        "characters": _characters(article.coverage),
        "statements": statements,
        "unread": [_clause(clause, text) for clause in article.unread],
    }


def _characters(coverage: Coverage) -> dict[str, int]:
    roles = {role.value: number for role, number in coverage.characters.items()}
    return {"total": coverage.total, "other": coverage.other, **roles}


def _clause(clause: ReadClause, text: str) -> dict[str, object]:
    return {
        "provision": clause.provision,
        "note": clause.note,
        "quote": words(clause, text),
        "spans": [[span.start, span.end] for span in clause.spans],
    }


def _finding(finding: Finding, sources: dict[str, str]) -> dict[str, object]:
    text = sources[finding.document]
    return {
        "kind": finding.kind.value,
        "message": finding.message,
        "document": finding.document,
        "provision": finding.provision,
        "places": [
            {
                "start": span.start,
                "end": span.end,
                "line": text.count("\n", 0, span.start) + 1,
                "quote": text[span.start : span.end],
            }
            for span in finding.spans
        ],
    }
