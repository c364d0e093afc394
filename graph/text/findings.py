"""What must be told about a file or a document as a whole; each function yields its findings."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from graph.model import Finding, FindingKind, ProvisionKind, Span
from graph.text.entries import CLOSING
from graph.text.normalise import LINE_ENDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.model import Passage, Provision, Source
    from graph.text.lines import Line, Lines

_MOST_BROKEN: Final = 10
"""More broken sentences than this are told of in one finding: such a text is broken throughout."""

_LINE_ENDS: Final = frozenset(LINE_ENDS)
_UNFINISHED: Final = frozenset("；：")
"""Ends of lines, but not of a last article."""


def of_file(source: Source, lines: Lines, foreign: Sequence[Line], texts: int) -> Iterator[Finding]:
    """Yield what concerns the file: foreign lines, tables, invisible characters, and the like."""
    yield from _counted(
        FindingKind.FOREIGN_TEXT,
        source.name,
        _spans(foreign),
        "1 line is an address or advertisement; it belongs to no provision.",
        "{} lines are addresses or advertisements; they belong to no provision.",
    )
    yield from _counted(
        FindingKind.TABLE_SKIPPED,
        source.name,
        lines.tables,
        "1 table was not read.",
        "{} tables were not read.",
    )
    yield from _counted(
        FindingKind.CHARACTERS_IGNORED,
        source.name,
        lines.invisible,
        "Invisible or private-use characters were left out at 1 place.",
        "Invisible or private-use characters were left out at {} places.",
    )
    if texts > 1:
        message = f"The file holds {texts} regulations; each is a document of its own."
        yield Finding(kind=FindingKind.SEVERAL_DOCUMENTS, message=message, document=source.name)


def contents_skipped(document: str, lines: Sequence[Line]) -> Iterator[Finding]:
    """Yield a finding if there was a table of contents."""
    if lines:
        yield Finding(
            kind=FindingKind.CONTENTS_SKIPPED,
            message=f"A table of contents of {len(lines)} lines was not read.",
            document=document,
            spans=(Span(start=lines[0].start, end=lines[-1].end),),
        )


def closing_lines(document: str, lines: Sequence[Line]) -> Iterator[Finding]:
    """Yield a finding if there were signatures or the like behind the last article."""
    return _counted(
        FindingKind.FOREIGN_TEXT,
        document,
        _spans(lines),
        "1 line behind the last article belongs to no provision.",
        "{} lines behind the last article belong to no provision.",
    )


def broken_sentences(
    source: Source, document: str, provisions: Sequence[Provision]
) -> Iterator[Finding]:
    """Yield the provisions whose text was put together from several lines."""
    found = [one for one in provisions if one.passage and _crosses_lines(source, one.passage)]
    if len(found) > _MOST_BROKEN:
        message = f"Line ends break sentences of {len(found)} provisions; each was put together."
        yield Finding(kind=FindingKind.SENTENCE_BROKEN, message=message, document=document)
        return
    for provision in found:
        spans = provision.passage.spans if provision.passage else ()
        yield Finding(
            kind=FindingKind.SENTENCE_BROKEN,
            message=f"Line ends break a sentence; its {len(spans)} parts were put together.",
            document=document,
            provision=provision.id,
            spans=spans,
        )


def cut_off(
    document: str, provisions: Sequence[Provision], *, announced: bool
) -> Iterator[Finding]:
    """Yield a finding if the last article has no end.

    Args:
        document: the name of the document.
        provisions: all its provisions, in the order of the text.
        announced: whether a foreign line says that the text goes on elsewhere.
    """
    articles = [one for one in provisions if one.kind is ProvisionKind.ARTICLE]
    if not articles:
        return
    article = articles[-1]
    leaf = [one for one in article.walk() if one.passage][-1:]
    text = leaf[0].passage.text if leaf and leaf[0].passage else ""
    if not announced and text and text[-1] in CLOSING - _UNFINISHED:
        return
    listed = text.endswith("：") or any(one.kind is not ProvisionKind.PARAGRAPH for one in leaf)
    place = f"the list of Article {article.key}" if listed and leaf else f"Article {article.key}"
    yield Finding(
        kind=FindingKind.SOURCE_CUT_OFF,
        message=f"The source ends inside {place}.",
        document=document,
        provision=article.id,
        spans=(Span(start=article.span.end, end=article.span.end),),
    )


def without_articles(document: str, provisions: Sequence[Provision]) -> Iterator[Finding]:
    """Yield a finding if nothing is numbered."""
    if not any(one.kind is ProvisionKind.ARTICLE for one in provisions):
        message = "The text has no numbered article; all of it was read as a preamble."
        yield Finding(kind=FindingKind.ARTICLES_MISSING, message=message, document=document)


def without_title(document: str, title: str | None) -> Iterator[Finding]:
    """Yield a finding if no title was found."""
    if title is None:
        message = "No line can be the title; the name of the file stands for it."
        yield Finding(kind=FindingKind.METADATA_MISSING, message=message, document=document)


def _crosses_lines(source: Source, passage: Passage) -> bool:
    """Tell whether a line end stands between two pieces of a passage."""
    if len(passage.pieces) == 1:
        return False
    return any(
        not _LINE_ENDS.isdisjoint(source.text[one.end : other.start])
        for one, other in pairwise(passage.spans)
    )


def _spans(lines: Sequence[Line]) -> tuple[Span, ...]:
    return tuple(Span(start=line.start, end=line.end) for line in lines)


def _counted(
    kind: FindingKind, document: str, spans: Sequence[Span], one: str, many: str
) -> Iterator[Finding]:
    """Yield one finding for all spans, if there are any; `many` has a place for their number."""
    if spans:
        message = one if len(spans) == 1 else many.format(len(spans))
        yield Finding(kind=kind, message=message, document=document, spans=tuple(spans))
