"""What follows from the texts, for the account of a build: how much, and what contradicts itself.

A contradiction is a finding for people, and for scripts it comes with the whole proof of either
side.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.model import Finding, FindingKind
from graph.proof import Citations
from graph.rdf.contradictions import ContradictionKind, find_contradictions

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.ontology import Ontology
    from graph.rdf.contradictions import Contradiction
    from graph.rdf.stored import Records, StoredStatement


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """What was drawn from the readings.

    Attributes:
        rules: the number of consequences by the rule they follow by (local names), sorted.
        contradictions: each as a finding, placed where the first of its statements stands.
        proofs: for each contradiction its kind, its sentence and the statements of either side with
            all they follow from, as values that JSON can hold.
    """

    rules: Mapping[str, int]
    contradictions: tuple[Finding, ...] = ()
    proofs: tuple[Mapping[str, object], ...] = ()

    @property
    def inferred(self) -> int:
        """The number of consequences."""
        return sum(self.rules.values())


def draw_conclusions(records: Records, ontology: Ontology) -> Drawn:
    """Return what the account of a build says on what follows from the texts of a dataset."""
    citations = Citations(records, ontology)
    found = find_contradictions(records, ontology)
    findings = tuple(_finding(one, records, citations) for one in found)
    rules = Counter(one.rule for one in records.statements if one.inferred)
    return Drawn(
        rules=dict(sorted(rules.items())),
        contradictions=findings,
        proofs=tuple(
            {
                "kind": one.kind.value,
                "message": finding.message,
                "proofs": [[citations.data(statement) for statement in s] for s in one.sides],
            }
            for one, finding in zip(found, findings, strict=True)
        ),
    )


def _finding(contradiction: Contradiction, records: Records, citations: Citations) -> Finding:
    first = contradiction.leaves[0]
    here = [one for one in contradiction.leaves if one.document == first.document]
    return Finding(
        kind=FindingKind.CONTRADICTION,
        message=_message(contradiction, citations),
        document=records.documents_by_iri[first.document].name,
        provision=records.provisions_by_iri[first.article].id,
        spans=tuple(sorted({quote.span for one in here for quote in one.evidence})),
    )


def _message(contradiction: Contradiction, citations: Citations) -> str:
    said = [_said(side[0], citations) for side in contradiction.sides]
    first = contradiction.sides[0][0]
    match contradiction.kind:
        case ContradictionKind.ASSERTED_AND_DENIED:
            return f"A relation is asserted and denied: {said[0]}, but {said[1]}."
        case ContradictionKind.AUTHORITY_BOTH_WAYS:
            both = f"{first.subject.name} and {first.object.name} have authority over each other"
            return f"{both}: {said[0]}; {said[1]}."
        case ContradictionKind.PART_OF_ITSELF:
            return f"{first.subject.name} is part of itself: {'; '.join(said)}."


def _said(statement: StoredStatement, citations: Citations) -> str:
    return f"{citations.said(statement)}, {citations.line(statement)}"
