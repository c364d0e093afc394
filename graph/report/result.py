"""What a build found and where it left it: counts, findings, what stayed unread, the files."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from graph.model import Modality, ProvisionKind, Role
from graph.report.coverage import Coverage, cover, total

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from graph.model import Body, Finding, ReadClause, Reading
    from graph.report.drawn import Drawn


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How much was read: `articles` without preambles, `denied` those of `statements` that deny."""

    documents: int
    articles: int
    bodies: int
    statements: int
    denied: int
    findings: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """A clause that was left unread: document, label of the article, words, reason."""

    document: str
    article: str
    quote: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildResult:
    """The account of one build.

    Attributes:
        out: the folder of the files.
        files: the files written, in the order in which they are presented.
        counts: how much was read.
        coverage: the characters of all articles by what became of them.
        findings: what the reader must be told, by document, in the order of the text, and last
            what contradicts itself.
        unread: the clauses left unread, in the order of the text.
        inferred: the number of statements that follow from those read.
    """

    out: Path
    files: tuple[Path, ...]
    counts: Counts
    coverage: Coverage
    findings: tuple[Finding, ...]
    unread: tuple[Unread, ...]
    inferred: int = 0


def count(readings: Sequence[Reading], drawn: Drawn | None = None) -> Counts:
    """Count what the readings hold.

    A body that several documents name is one; a relative name is a body of each of its documents.
    """
    statements = [statement for reading in readings for statement in reading.statements]
    return Counts(
        documents=len(readings),
        articles=sum(
            provision.kind is ProvisionKind.ARTICLE
            for reading in readings
            for provision in reading.document.articles()
        ),
        bodies=len(
            {_identity(body, reading) for reading in readings for body in reading.bodies},
        ),
        statements=len(statements),
        denied=sum(statement.modality is Modality.PROHIBITION for statement in statements),
        findings=len(findings_of(readings, drawn)),
    )


def findings_of(readings: Sequence[Reading], drawn: Drawn | None = None) -> tuple[Finding, ...]:
    """Return every finding once: of the file, of the structure, of the reading, in this order.

    Last come the contradictions, if what follows from the readings was drawn.

    Two documents of one file share the findings of that file.
    """
    return tuple(
        dict.fromkeys(
            chain(
                chain.from_iterable(
                    (
                        *reading.document.source.findings,
                        *reading.document.findings,
                        *reading.findings,
                    )
                    for reading in readings
                ),
                drawn.contradictions if drawn else (),
            ),
        ),
    )


def account(
    readings: Sequence[Reading], *, out: Path, files: Sequence[Path], drawn: Drawn | None = None
) -> BuildResult:
    """Return the account of a build that read `readings` and wrote `files` into `out`.

    `drawn` is what follows from the readings, None where that was not asked.
    """
    return BuildResult(
        out=out,
        files=tuple(files),
        counts=count(readings, drawn),
        coverage=total(part.coverage for reading in readings for part in cover(reading)),
        findings=findings_of(readings, drawn),
        inferred=drawn.inferred if drawn else 0,
        unread=tuple(chain.from_iterable(_unread(reading) for reading in readings)),
    )


def words(clause: ReadClause, text: str) -> str:
    """Return the words of a clause as they stand in the source, without what breaks them up."""
    return "".join(text[span.start : span.end] for span in clause.spans)


def _unread(reading: Reading) -> Iterator[Unread]:
    labels = {article.id: article.label or article.id for article in reading.document.articles()}
    text = reading.document.source.text
    for clause in reading.clauses:
        if clause.role is Role.UNREAD:
            yield Unread(
                document=reading.document.name,
                article=labels[clause.article],
                quote=words(clause, text),
                note=clause.note,
            )


def _identity(body: Body, reading: Reading) -> tuple[str, str]:
    """Tell bodies apart as the dataset does: a relative name belongs to its document."""
    return (reading.document.name if body.relative else "", body.name)
