"""Which statements that were found are meant by which of those written by hand.

A found statement is right if it matches a `must` row, left out of the count if it matches only a
`may` row, and wrong if it matches none. It matches a row of the same article and relation with the
same two bodies; of a symmetric relation they may stand either way round.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from graph.evaluate.names import Naming

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from graph.evaluate.claims import Claim
    from graph.evaluate.gold import GoldRow
    from graph.ontology import Ontology, Relation


class Verdict(StrEnum):
    """What a found statement is worth."""

    RIGHT = "right"
    WRONG = "wrong"
    MAY = "may"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One way of matching, strict or relaxed.

    Attributes:
        verdicts: for each found statement what it is worth.
        rows: for each found statement that is right the first row it matches, else None.
        found: the numbers of the `must` rows that were found.
    """

    verdicts: tuple[Verdict, ...]
    rows: tuple[GoldRow | None, ...]
    found: frozenset[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """Matches statements found with rows written by hand.

    Attributes:
        naming: how names are compared.
        relations: the declared relations, by local name.
    """

    naming: Naming
    relations: Mapping[str, Relation]

    @classmethod
    def of(cls, ontology: Ontology) -> Measure:
        """Return the measure that goes with an ontology."""
        return cls(naming=Naming.of(ontology), relations=ontology.relations)

    def symmetric(self, relation: str) -> bool:
        """Tell whether a relation has no direction."""
        declared = self.relations.get(relation)
        return declared is not None and declared.symmetric

    def judge(
        self, claims: Sequence[Claim], rows: Sequence[GoldRow], *, relaxed: bool
    ) -> Judgement:
        """Judge every found statement, strictly or with names that are tails of one another."""
        places: dict[tuple[str, str], list[int]] = defaultdict(list)
        for number, row in enumerate(rows):
            places[row.article, row.relation].append(number)
        verdicts: list[Verdict] = []
        matched: list[GoldRow | None] = []
        found: set[int] = set()
        for claim in claims:
            numbers = [
                number
                for number in places[claim.article, claim.relation]
                if self._matches(claim, rows[number], relaxed=relaxed)
            ]
            musts = [number for number in numbers if rows[number].must]
            found.update(musts)
            matched.append(rows[musts[0]] if musts else None)
            verdicts.append(Verdict.RIGHT if musts else Verdict.MAY if numbers else Verdict.WRONG)
        return Judgement(verdicts=tuple(verdicts), rows=tuple(matched), found=frozenset(found))

    def reverses(self, claim: Claim, row: GoldRow) -> bool:
        """Tell whether a found statement is that of a row with its bodies the wrong way round."""
        return (
            (claim.article, claim.relation) == (row.article, row.relation)
            and not self.symmetric(claim.relation)
            and self.naming.alike(claim.subject, row.object)
            and self.naming.alike(claim.object, row.subject)
        )

    def _matches(self, claim: Claim, row: GoldRow, *, relaxed: bool) -> bool:
        """Tell whether a found statement has the bodies of a row of its article and relation."""
        meets = self.naming.alike if relaxed else self.naming.same
        if meets(claim.subject, row.subject) and meets(claim.object, row.object):
            return True
        return (
            self.symmetric(claim.relation)
            and meets(claim.subject, row.object)
            and meets(claim.object, row.subject)
        )
