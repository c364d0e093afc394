"""What is scored: which documents of a table, against which that were read, which articles."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from graph.errors import TableError
from graph.evaluate.score import DocumentScore, evaluate

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from graph.evaluate.claims import Claim
    from graph.evaluate.gold import Gold
    from graph.evaluate.match import Measure

# 12, 1-20
_RANGE: Final = re.compile(r"([0-9]{1,9})(?:-([0-9]{1,9}))?")

_PREAMBLE: Final = "preamble"


@dataclass(frozen=True, slots=True, kw_only=True)
class Articles:
    """Some articles: those from one number to another, both included, and perhaps the preamble.

    An article between two others (`12-1`, 第十二条之一) is in no range.
    """

    ranges: tuple[tuple[int, int], ...]
    preamble: bool = False

    @classmethod
    def parse(cls, text: str) -> Articles:
        """Read `1-20,58,preamble`.

        >>> Articles.parse("1-20,58")
        Articles(ranges=((1, 20), (58, 58)), preamble=False)

        Raises:
            ValueError: it is no such list, or a range runs backwards.
        """
        parts = [part.strip() for part in text.split(",")]
        ranges: list[tuple[int, int]] = []
        for part in parts:
            match = _RANGE.fullmatch(part)
            if match is not None:
                ranges.append((int(match[1]), int(match[2] or match[1])))
            elif part != _PREAMBLE:
                message = f"{part or 'nothing'} is no article and no range like 1-20"
                raise ValueError(message)
        if any(first > last for first, last in ranges):
            message = f"a range of {text} runs backwards"
            raise ValueError(message)
        return cls(ranges=tuple(ranges), preamble=_PREAMBLE in parts)

    def __contains__(self, article: str) -> bool:
        """Tell whether an article, as the exports write it, is among them."""
        if not article.isdecimal():
            return self.preamble and article == _PREAMBLE
        return any(first <= int(article) <= last for first, last in self.ranges)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What is to be scored.

    Attributes:
        documents: the documents of the table that are scored, each with its name among what was
            read, None where that is the same; none for all documents.
        articles: the articles that are scored, by document of the table; None for its name means
            every document that has no articles of its own here. Without any, all are scored.
    """

    documents: Mapping[str, str | None] = field(default_factory=dict)
    articles: Mapping[str | None, Articles] = field(default_factory=dict)

    def articles_of(self, document: str) -> Articles | None:
        """Return the articles of a document that are scored, None for all."""
        return self.articles.get(document, self.articles.get(None))


def evaluate_all(
    gold: Gold,
    found: Mapping[str, Sequence[Claim]],
    measure: Measure,
    *,
    choice: Choice,
    path: Path,
) -> tuple[DocumentScore, ...]:
    """Score every chosen document.

    Where one document of the table is scored and one was read, they belong together, whatever their
    names.

    Args:
        gold: the statements written by hand.
        found: what was found, by the name of the document.
        measure: what counts as the same statement.
        choice: what is to be scored.
        path: where the statements written by hand stand, for messages.

    Returns:
        The scores, in the order of the table.

    Raises:
        TableError: the table has no statement, or has or was compared with no document of a name.
    """
    written = gold.documents
    if not written:
        raise TableError(path, "it has no statement", "statements written by hand")
    for name in (*choice.documents, *filter(None, choice.articles)):
        if name not in written:
            raise TableError(path, f"it has no document {name}", f"one of {', '.join(written)}")
    chosen = [name for name in written if name in choice.documents or not choice.documents]
    scores = []
    for document in chosen:
        source = _source(document, found, choice, path, alone=len(chosen) == 1)
        kept = choice.articles_of(document)
        scores.append(
            evaluate(
                [
                    row
                    for row in gold.rows
                    if row.document == document and (kept is None or row.article in kept)
                ],
                [claim for claim in found[source] if kept is None or claim.article in kept],
                measure=measure,
                document=document,
                source=source,
            )
        )
    return tuple(scores)


def _source(
    document: str,
    found: Mapping[str, Sequence[Claim]],
    choice: Choice,
    path: Path,
    *,
    alone: bool,
) -> str:
    """Return the name that a document of the table has among what was read."""
    named = choice.documents.get(document)
    source = named or document
    if source in found:
        return source
    if named is None and alone and len(found) == 1:
        return next(iter(found))
    expected = f"one of {', '.join(sorted(found))}" if found else "a document with statements"
    hint = "" if named else f" (--document {document}=NAME says which)"
    raise TableError(path, f"no document that was read is called {source}", expected + hint)
