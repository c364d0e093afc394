"""Whether quotes stand where a graph says: at their offsets, in their article and provision."""

from __future__ import annotations

import unicodedata
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from graph.errors import DatasetError
from graph.model import ProvisionKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from graph.model import Piece
    from graph.rdf.records import Records, StoredDocument, StoredStatement

_ARTICLES: Final = (ProvisionKind.ARTICLE, ProvisionKind.PREAMBLE)


def provision_faults(document: StoredDocument, text: str) -> Iterator[DatasetError]:
    """Yield where the text of a provision is not that of the source, or its number not before it.

    Args:
        document: a document that was read.
        text: its source.
    """
    behind = 0
    extents = _extents(document)
    for provision in document.provisions:
        if provision.label and provision.iri in extents:
            start = extents[provision.iri][0]
            before = text[min(behind, start) : start]
            if _plain(provision.label) not in _plain(before):
                problem = f"its label {provision.label} does not stand before its text"
                yield DatasetError(provision.iri, problem, f"「{_shown(before)}」")
        if provision.text is None:
            continue
        said = "".join(text[p.start : p.start + p.length] for p in provision.pieces)
        if _plain(said) != _plain(provision.text) or len(said) != len(provision.text):
            at = _difference(said, provision.text)
            problem = f"its ig:text differs from the source at its character {at}"
            yield DatasetError(provision.iri, problem, f"「{_shown(said[at : at + 20])}」")
        behind = max([behind, *(piece.start + piece.length for piece in provision.pieces)])


def quote_faults(statement: StoredStatement, records: Records, text: str) -> Iterator[DatasetError]:
    """Yield where the words of a statement are not those of the source, or stand elsewhere.

    Args:
        statement: a statement that a text makes.
        records: the dataset it is in.
        text: the source of its document.
    """
    for kind, quotes in (
        ("evidence", statement.evidence),
        ("antecedent", statement.antecedent),
        ("subject", statement.subject_words),
        ("object", statement.object_words),
    ):
        for index, quote in enumerate(quotes, start=1):
            stands = text[quote.span.start : quote.span.end]
            if stands != quote.text:
                problem = (
                    f"it quotes 「{_shown(quote.text)}」 at {quote.span.start}-{quote.span.end}"
                )
                node = f"{statement.iri}/{kind}/{index}"
                yield DatasetError(node, problem, f"「{_shown(stands)}」, which stands there")
    pieces = [p for iri in statement.provisions for p in records.provisions_by_iri[iri].pieces]
    for quote in statement.evidence:
        if not any(_holds(piece, quote.span.start, quote.span.end) for piece in pieces):
            problem = f"its evidence 「{_shown(quote.text)}」 is not in {statement.provision}"
            yield DatasetError(statement.iri, problem, "words of the provision that states it")
    said = "".join(records.provisions_by_iri[iri].text or "" for iri in statement.provisions)
    for condition in statement.conditions:
        if condition not in said:
            problem = f"its condition 「{_shown(condition)}」 is not in {statement.provision}"
            yield DatasetError(statement.iri, problem, "words of the provision that states it")


def article_faults(
    statement: StoredStatement, extents: Mapping[str, tuple[int, int]]
) -> Iterator[DatasetError]:
    """Yield where the evidence of a statement stands outside of its article.

    Args:
        statement: a statement that a text makes.
        extents: where each article stands in the source, from its number on to the next one's.
    """
    start, end = extents.get(statement.article, (0, 0))
    for quote in statement.evidence:
        if not start <= quote.span.start <= quote.span.end <= end:
            problem = f"its evidence 「{_shown(quote.text)}」 stands outside of its article"
            yield DatasetError(statement.iri, problem, f"words between {start} and {end}")


def article_extents(document: StoredDocument, text: str) -> dict[str, tuple[int, int]]:
    """Return where each article stands in the source: from its number to that of the next one.

    The numbers are looked for in the source itself, each between the text before it and its own.
    """
    extents = _extents(document)
    articles = [
        provision
        for provision in document.provisions
        if provision.kind in _ARTICLES and provision.iri in extents
    ]
    starts: list[int] = []
    behind = 0
    for provision in articles:
        first, last = extents[provision.iri]
        number = text.rfind(provision.label, behind, first) if provision.label else -1
        starts.append(number if number >= 0 else first)
        behind = last
    bounds = pairwise([*starts, len(text)])
    return {provision.iri: bound for provision, bound in zip(articles, bounds, strict=True)}


def _extents(document: StoredDocument) -> dict[str, tuple[int, int]]:
    """Return where the text of each provision, with all below it, begins and ends."""
    extents: dict[str, tuple[int, int]] = {}
    for provision in reversed(document.provisions):  # what is below comes before what is above
        found = [(piece.start, piece.start + piece.length) for piece in provision.pieces]
        if provision.iri in extents:
            found.append(extents[provision.iri])
        if not found:
            continue
        extent = min(start for start, _ in found), max(end for _, end in found)
        extents[provision.iri] = extent
        start, end = extents.get(provision.parent, extent)
        extents[provision.parent] = min(start, extent[0]), max(end, extent[1])
    return extents


def _holds(piece: Piece, start: int, end: int) -> bool:
    return piece.start <= start and end <= piece.start + piece.length


def _plain(text: str) -> str:
    """Return a text in half-width forms and without white space, which may both differ."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def _difference(one: str, other: str) -> int:
    pairs = zip(one, other, strict=False)
    same = (index for index, (a, b) in enumerate(pairs) if _plain(a) != _plain(b))
    return next(same, min(len(one), len(other)))


def _shown(words: str, longest: int = 40) -> str:
    line = " ".join(words.split())
    return line if len(line) <= longest else f"{line[:longest]}…"
