"""Precision, recall and F1 of what was found, for each document and each relation.

precision = right ÷ (right + wrong), recall = `must` rows found ÷ `must` rows, F1 their harmonic
mean. What matches only a `may` row counts in neither. The modality is that of the right ones alone.
A statement with its two bodies reversed is wrong, and is counted apart as well.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graph.evaluate.cases import list_cases
from graph.evaluate.match import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from graph.evaluate.cases import Case
    from graph.evaluate.claims import Claim
    from graph.evaluate.gold import GoldRow
    from graph.evaluate.match import Judgement, Measure


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Counts of one way of matching.

    Attributes:
        right: statements found that match a `must` row.
        wrong: statements found that match no row.
        may: statements found that match only a `may` row.
        hit: `must` rows that were found.
        missed: `must` rows that were not.
        agreed: of the right ones those whose modality is accepted.
    """

    right: int = 0
    wrong: int = 0
    may: int = 0
    hit: int = 0
    missed: int = 0
    agreed: int = 0

    def __add__(self, other: Tally) -> Tally:
        """Return the counts of both together."""
        return Tally(
            right=self.right + other.right,
            wrong=self.wrong + other.wrong,
            may=self.may + other.may,
            hit=self.hit + other.hit,
            missed=self.missed + other.missed,
            agreed=self.agreed + other.agreed,
        )

    @property
    def found(self) -> int:
        """How many statements were found."""
        return self.right + self.wrong + self.may

    @property
    def precision(self) -> float:
        """The part of what was found that is right; 0 where nothing counts."""
        return _part(self.right, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """The part of the `must` rows that was found; 0 where there is none."""
        return _part(self.hit, self.hit + self.missed)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall.

        >>> Tally(right=3, wrong=1, hit=3, missed=3).f1
        0.6
        """
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    @property
    def modality(self) -> float:
        """The part of the right ones whose modality is accepted; 0 where none is right."""
        return _part(self.agreed, self.right)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """The counts of both ways of matching; `reversed` ones are among the wrong of `relaxed`."""

    strict: Tally = field(default_factory=Tally)
    relaxed: Tally = field(default_factory=Tally)
    reversed: int = 0

    def __add__(self, other: Scores) -> Scores:
        """Return the counts of both together."""
        return Scores(
            strict=self.strict + other.strict,
            relaxed=self.relaxed + other.relaxed,
            reversed=self.reversed + other.reversed,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentScore:
    """The score of one document.

    Attributes:
        document: its name in the table written by hand.
        source: its name among what was read.
        relations: the counts of each relation that was found or had to be, in declared order.
        cases: every miss, every error, every modality that is not accepted.
        elsewhere: how many statements were found in articles that the table does not mention.
    """

    document: str
    source: str
    relations: Mapping[str, Scores]
    cases: tuple[Case, ...]
    elsewhere: int

    @property
    def scores(self) -> Scores:
        """The counts of all relations together."""
        return total(self.relations.values())


def evaluate(
    rows: Sequence[GoldRow],
    claims: Iterable[Claim],
    *,
    measure: Measure,
    document: str,
    source: str,
) -> DocumentScore:
    """Score what was found in one document.

    Args:
        rows: what was written by hand for the document.
        claims: what was found; the same statement twice in one article counts once.
        measure: what counts as the same statement.
        document: the name of the document in the table.
        source: its name among what was read.
    """
    found = _unique(claims)
    strict = measure.judge(found, rows, relaxed=False)
    relaxed = measure.judge(found, rows, relaxed=True)
    strictly = _tallies(found, rows, strict)
    loosely = _tallies(found, rows, relaxed)
    flips = Counter(
        claim.relation
        for claim, verdict in zip(found, relaxed.verdicts, strict=True)
        if verdict is Verdict.WRONG and any(measure.reverses(claim, row) for row in rows)
    )
    named = {row.relation for row in rows if row.must} | {claim.relation for claim in found}
    order = [name for name in measure.relations if name in named]
    mentioned = {row.article for row in rows}
    return DocumentScore(
        document=document,
        source=source,
        relations={
            name: Scores(
                strict=strictly.get(name, Tally()),
                relaxed=loosely.get(name, Tally()),
                reversed=flips[name],
            )
            for name in (*order, *sorted(named.difference(order)))
        },
        cases=list_cases(found, rows, measure, strict, relaxed),
        elsewhere=sum(claim.article not in mentioned for claim in found),
    )


def total(parts: Iterable[Scores]) -> Scores:
    """Return the counts of several parts together."""
    return sum(parts, start=Scores())


def _unique(claims: Iterable[Claim]) -> list[Claim]:
    """Return the statements, of those that say the same in one article the first."""
    unique: dict[object, Claim] = {}
    for claim in claims:
        key = (claim.article, claim.relation, claim.subject, claim.object)
        unique.setdefault(key, claim)
    return list(unique.values())


def _tallies(
    claims: Sequence[Claim], rows: Sequence[GoldRow], judgement: Judgement
) -> dict[str, Tally]:
    """Return the counts of each relation."""
    counts: dict[str, Counter[str]] = {}
    for claim, verdict, row in zip(claims, judgement.verdicts, judgement.rows, strict=True):
        count = counts.setdefault(claim.relation, Counter())
        count[verdict.value] += 1
        count["agreed"] += row is not None and claim.modality in row.modalities
    for number, row in enumerate(rows):
        if row.must:
            count = counts.setdefault(row.relation, Counter())
            count["hit" if number in judgement.found else "missed"] += 1
    return {relation: Tally(**count) for relation, count in counts.items()}


def _part(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
