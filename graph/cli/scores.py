"""What `evaluate` prints: the scores as tables and as data, the misses and errors as a table."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Final

from graph.cli.output import Sheet
from graph.evaluate import total
from graph.query import Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from graph.evaluate import Case, DocumentScore, Scores, Tally

_ALL: Final = "all"

_COLUMNS: Final = (
    "document",
    "relation",
    "must",
    "right",
    "wrong",
    "may",
    "missed",
    "precision",
    "recall",
    "F1",
    "relaxed precision",
    "relaxed recall",
    "relaxed F1",
    "reversed",
    "modality",
)

_CASES: Final = (
    "document",
    "case",
    "article",
    "subject",
    "relation",
    "object",
    "modality",
    "relaxed",
    "construction",
    "entry",
    "nearest",
    "words",
)


def sheets(scores: Sequence[DocumentScore], relations: Iterable[str]) -> list[Sheet]:
    """Return a table for each document, and one for all of them where there are several.

    Args:
        scores: the scores of the documents.
        relations: the names of the declared relations, in their order.
    """
    found = [
        _sheet(
            one.document,
            one.document if one.document == one.source else f"{one.document} = {one.source}",
            [*one.relations.items(), (_ALL, one.scores)],
        )
        for one in scores
    ]
    if len(scores) > 1:
        present = dict.fromkeys(name for one in scores for name in one.relations)
        declared = [name for name in relations if name in present]
        names = dict.fromkeys([*declared, *present])
        rows = [
            (name, total(one.relations[name] for one in scores if name in one.relations))
            for name in names
        ]
        heading = f"{len(scores)} documents together"
        found.append(_sheet("", heading, [*rows, (_ALL, total(one.scores for one in scores))]))
    return found


def misses(scores: Sequence[DocumentScore], show: str) -> Sheet:
    """Return a table of what is amiss: `misses`, `wrong`, or `all` with modalities as well."""
    wanted = {"misses": ("missed",), "wrong": ("wrong",)}.get(show, ("missed", "wrong", "modality"))
    rows = [
        (
            one.document,
            case.kind.value,
            case.article,
            case.subject,
            case.relation,
            case.object,
            case.modality,
            "yes" if case.relaxed else "",
            case.construction,
            case.entry,
            case.near,
            case.words,
        )
        for one in scores
        for case in one.cases
        if case.kind in wanted
    ]
    return Sheet(table=Table(columns=_CASES, rows=tuple(rows)))


def for_people(sheet: Sheet) -> Sheet:
    """Return a sheet without the columns that say nothing: empty ones, and one document's name."""
    table = sheet.table
    silent = [name for name in table.columns if not any(table.values(name))]
    if len(table.values("document")) == 1:
        silent.append("document")
    return Sheet(heading=sheet.heading, table=table.without(*silent))


def data(scores: Sequence[DocumentScore]) -> dict[str, object]:
    """Return all that is known of the scores, for programs."""
    return {
        "scores": _scores(total(one.scores for one in scores)),
        "documents": [
            {
                "document": one.document,
                "source": one.source,
                "scores": _scores(one.scores),
                "relations": {name: _scores(part) for name, part in one.relations.items()},
                "cases": [_case(case) for case in one.cases],
                "elsewhere": one.elsewhere,
            }
            for one in scores
        ],
    }


def _sheet(document: str, heading: str, rows: Iterable[tuple[str, Scores]]) -> Sheet:
    return Sheet(
        heading=(heading,),
        table=Table(
            columns=_COLUMNS,
            rows=tuple(_row(document, relation, scores) for relation, scores in rows),
        ),
    )


def _row(document: str, relation: str, scores: Scores) -> tuple[str, ...]:
    strict, relaxed = scores.strict, scores.relaxed
    return (
        document,
        relation,
        str(strict.hit + strict.missed),
        str(strict.right),
        str(strict.wrong),
        str(strict.may),
        str(strict.missed),
        *_ratios(strict),
        *_ratios(relaxed),
        str(scores.reversed),
        _ratio(strict.modality, strict.right),
    )


def _ratios(tally: Tally) -> tuple[str, str, str]:
    counted, must = tally.right + tally.wrong, tally.hit + tally.missed
    return (
        _ratio(tally.precision, counted),
        _ratio(tally.recall, must),
        _ratio(tally.f1, counted + must),
    )


def _ratio(value: float, whole: int) -> str:
    """Return a ratio with three digits; nothing where there was nothing to divide."""
    return f"{value:.3f}" if whole else ""


def _scores(scores: Scores) -> dict[str, object]:
    return {
        "strict": _tally(scores.strict),
        "relaxed": _tally(scores.relaxed),
        "reversed": scores.reversed,
    }


def _tally(tally: Tally) -> dict[str, object]:
    return asdict(tally) | {
        "found": tally.found,
        "precision": tally.precision,
        "recall": tally.recall,
        "f1": tally.f1,
        "modality": tally.modality,
    }


def _case(case: Case) -> dict[str, object]:
    return asdict(case) | {"kind": case.kind.value, "modality": case.modality.split("|")}
