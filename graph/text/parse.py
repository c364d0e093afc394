"""From a source to its documents: the steps of this room in their order."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from graph.errors import SourceError
from graph.model import Document, ProvisionKind
from graph.text import findings
from graph.text.citations import read_citations
from graph.text.compose import read_entries
from graph.text.contents import contents
from graph.text.division import divide
from graph.text.entries import Entry, Kind, is_short
from graph.text.foreign import foreign_lines
from graph.text.front import read_front
from graph.text.lines import read_lines
from graph.text.metadata import is_title, read_effective, read_events
from graph.text.numbering import Numbering
from graph.text.outline import outlined
from graph.text.tree import build

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.model import Event, Provision, Source
    from graph.text.lines import Line

_CLAUSE: Final = re.compile("应当|可以|不得|必须|负责|[对由向的被把]")
"""Words of a sentence, which no signature has."""

_ATTACHMENT: Final = ProvisionKind.ATTACHMENT.value
_EXPECTED: Final = "a regulation with numbered articles (第一条 or 一、)"
_LAST_PROVISIONS: Final = 12
"""Among so many provisions at its end a document says since when it is in force."""

_LONGEST_CLOSING_LINE: Final = 30
"""No signature is longer, in characters."""


def parse(source: Source) -> tuple[Document, ...]:
    """Return the documents of a source, each as a tree of provisions, with what was noticed.

    A file with several regulations gives several documents: `name`, `name~2`, …  A decision that
    numbers nothing, but names its title and who adopted it, is read as a preamble.

    Raises:
        SourceError: the text has no article.
    """
    lines = read_lines(source.text)
    foreign, announced = foreign_lines(lines.lines)
    dropped = frozenset(foreign)
    kept = [line for index, line in enumerate(lines.lines) if index not in dropped]
    texts = divide(read_entries(kept))
    documents = [
        _document(
            source,
            source.name if position == 1 else f"{source.name}~{position}",
            text,
            announced=announced and position == len(texts),
        )
        for position, text in enumerate(texts, start=1)
    ]
    if not any(_is_regulation(document) for document in documents):
        raise SourceError(source.name, "the text has no article", _EXPECTED)
    noticed = findings.of_file(source, lines, [lines.lines[i] for i in foreign], len(texts))
    first = documents[0]
    documents[0] = replace(first, findings=(*source.findings, *noticed, *first.findings))
    return tuple(documents)


def _document(source: Source, name: str, entries: Sequence[Entry], *, announced: bool) -> Document:
    """Build one document from its entries."""
    repeated = contents(entries)
    listed = [entries[index].line for index in repeated]
    entries = outlined([entry for index, entry in enumerate(entries) if index not in repeated])
    entries, closing = _without_closing_lines(entries)
    start = _start_of_body(entries)
    front = read_front(entries[:start])
    numbering = Numbering(name)
    provisions = numbering.settle(build(entries[start:], front.preamble))
    ordered = [provision for root in provisions for provision in root.walk()]
    title = front.title or source.name
    return Document(
        name=name,
        title=title,
        source=source,
        provisions=provisions,
        events=_events(front.history, ordered),
        citations=read_citations(ordered, title),
        findings=(
            *findings.without_title(name, front.title),
            *findings.contents_skipped(name, listed),
            *numbering.findings,
            *findings.broken_sentences(source, name, ordered),
            *findings.closing_lines(name, closing),
            *findings.cut_off(name, ordered, announced=announced),
            *findings.without_articles(name, ordered),
        ),
    )


def _start_of_body(entries: Sequence[Entry]) -> int:
    """Return where the first heading or article is."""
    opening = (Kind.HEADING, Kind.ARTICLE)
    return next((i for i, entry in enumerate(entries) if entry.kind in opening), len(entries))


def _without_closing_lines(entries: Sequence[Entry]) -> tuple[Sequence[Entry], list[Line]]:
    """Take off the bare lines behind the last article: a signature, a date."""
    end = len(entries)
    while end and _closes(entries[end - 1]):
        end -= 1
    kinds = {entry.kind for entry in entries[:end]}
    if Kind.ARTICLE not in kinds or Kind.ATTACHMENT in kinds:
        return entries, []
    return entries[:end], [entry.line for entry in entries[end:]]


def _closes(entry: Entry) -> bool:
    """Tell whether a line can be a signature or a date, and not a sentence that was cut short."""
    if entry.kind is not Kind.PLAIN or entry.quoted:
        return False
    text = entry.line.text
    return is_short(text, _LONGEST_CLOSING_LINE) and _CLAUSE.search(text) is None


def _events(history: Sequence[Line], ordered: Sequence[Provision]) -> tuple[Event, ...]:
    """Return the acts of the front matter, and since when the document says it is in force."""
    events = list(read_events(history))
    if not any(event.kind == "effective" for event in events):
        articles = [one for one in ordered if not one.id.startswith(_ATTACHMENT)]
        events += read_effective(articles[-_LAST_PROVISIONS:])
    return tuple(events)


def _is_regulation(document: Document) -> bool:
    """Tell whether a document has articles, or at least a title and a body that adopted it."""
    if any(provision.kind is ProvisionKind.ARTICLE for provision in document.walk()):
        return True
    return is_title(document.title) and any(event.agent for event in document.events)
