"""Every miss and every error, with the words and with what comes nearest on the other side.

What comes nearest to a statement is one of the same article with both bodies (reversed, or in
another relation), or else one of the same article and relation with one of the bodies.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from graph.evaluate.match import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from graph.evaluate.claims import Claim
    from graph.evaluate.gold import GoldRow
    from graph.evaluate.match import Judgement, Measure
    from graph.evaluate.names import Naming


class CaseKind(StrEnum):
    """What is amiss."""

    MISSED = "missed"
    WRONG = "wrong"
    MODALITY = "modality"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """Something amiss, strictly.

    Attributes:
        kind: a row that was not found, a statement that no row means, or one whose modality is not
            accepted.
        article: the article.
        subject: the subject; of a missed row its first accepted name.
        relation: the local name of the relation.
        object: the object, likewise.
        modality: the modality found, or those accepted of a missed row, with bars between them.
        words: the clause that states it: the evidence of a missed row, else the quote.
        construction: the frame of the grammar that made it, empty for a missed row.
        entry: the lexical entry, likewise.
        relaxed: whether it is in order once a name may be a tail of another.
        near: what comes nearest on the other side, in words; empty where nothing does.
    """

    kind: CaseKind
    article: str
    subject: str
    relation: str
    object: str
    modality: str
    words: str
    construction: str = ""
    entry: str = ""
    relaxed: bool = False
    near: str = ""


def list_cases(
    claims: Sequence[Claim],
    rows: Sequence[GoldRow],
    measure: Measure,
    strict: Judgement,
    relaxed: Judgement,
) -> tuple[Case, ...]:
    """Return the misses in the order of the rows, then the errors and modalities, as found."""
    return (
        *_missed(claims, rows, measure, strict, relaxed),
        *_wrong(claims, rows, measure, strict, relaxed),
        *_modalities(claims, strict),
    )


def _missed(
    claims: Sequence[Claim],
    rows: Sequence[GoldRow],
    measure: Measure,
    strict: Judgement,
    relaxed: Judgement,
) -> Iterator[Case]:
    for number, row in enumerate(rows):
        if row.must and number not in strict.found:
            near = [claim for claim in claims if claim.article == row.article]
            yield Case(
                kind=CaseKind.MISSED,
                article=row.article,
                subject=row.subject_name,
                relation=row.relation,
                object=row.object_name,
                modality="|".join(row.modalities),
                words=row.evidence,
                relaxed=number in relaxed.found,
                near=_near(row, near, measure.naming),
            )


def _wrong(
    claims: Sequence[Claim],
    rows: Sequence[GoldRow],
    measure: Measure,
    strict: Judgement,
    relaxed: Judgement,
) -> Iterator[Case]:
    for number, claim in enumerate(claims):
        if strict.verdicts[number] is Verdict.WRONG:
            near = [row for row in rows if row.article == claim.article]
            yield _found(
                claim,
                CaseKind.WRONG,
                relaxed=relaxed.verdicts[number] is not Verdict.WRONG,
                near=_near(claim, near, measure.naming),
            )


def _modalities(claims: Sequence[Claim], strict: Judgement) -> Iterator[Case]:
    for claim, row in zip(claims, strict.rows, strict=True):
        if row is not None and claim.modality not in row.modalities:
            near = f"accepted: {'|'.join(row.modalities)}"
            yield _found(claim, CaseKind.MODALITY, relaxed=False, near=near)


def _found(claim: Claim, kind: CaseKind, *, relaxed: bool, near: str) -> Case:
    return Case(
        kind=kind,
        article=claim.article,
        subject=claim.subject_name,
        relation=claim.relation,
        object=claim.object_name,
        modality=claim.modality,
        words=claim.quote,
        construction=claim.construction,
        entry=claim.entry,
        relaxed=relaxed,
        near=near,
    )


def _near(one: Claim | GoldRow, others: Iterable[Claim | GoldRow], naming: Naming) -> str:
    """Return what comes nearest to a statement among those of its article, in words."""
    best, words = 0, ""
    for other in others:
        rank, found = _nearness(one, other, naming)
        if rank > best:
            best, words = rank, found
    return words


def _nearness(one: Claim | GoldRow, other: Claim | GoldRow, naming: Naming) -> tuple[int, str]:
    """Return how near two statements of an article are (0: not at all), and in what they differ."""
    same = one.relation == other.relation
    subject = naming.alike(one.subject, other.subject)
    target = naming.alike(one.object, other.object)
    turned = naming.alike(one.subject, other.object) and naming.alike(one.object, other.subject)
    written = f"{other.subject_name} {other.relation} {other.object_name}"
    if same and subject and target:
        return 5, f"names differ: {written}"
    if same and turned:
        return 4, f"reversed: {written}"
    if subject and target:
        return 3, f"other relation: {written}"
    if same and (subject or target):
        return 2, f"other {'object' if subject else 'subject'}: {written}"
    if turned:
        return 1, f"reversed, other relation: {written}"
    return 0, ""
