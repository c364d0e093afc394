"""Statements found, wherever they come from, as they are scored."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from graph.evaluate.table import read_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from graph.evaluate.names import Names, Naming
    from graph.model import Reading
    from graph.rdf.stored import Records

_COLUMNS: Final = ("document", "article", "subject", "relation", "object", "modality")

_BREAK: Final = re.compile(r"[ \u3000]*[\r\n\f]\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A statement that was found.

    Attributes:
        document: the name of its document.
        article: its article as the exports write it: `12`, `preamble`.
        subject: all names of the subject, as they are compared.
        relation: the local name of the relation.
        object: all names of the object, as they are compared.
        modality: the modality.
        subject_name: the preferred name of the subject.
        object_name: the preferred name of the object.
        quote: the words that state it, in one line.
        construction: the frame of the grammar that made it, empty where that is not known.
        entry: the lexical entry, likewise.
    """

    document: str
    article: str
    subject: Names
    relation: str
    object: Names
    modality: str
    subject_name: str
    object_name: str
    quote: str = ""
    construction: str = ""
    entry: str = ""


def claims_of_readings(readings: Iterable[Reading], naming: Naming) -> Iterator[Claim]:
    """Yield the statements of readings, in their order."""
    for reading in readings:
        articles = {article.id: article.key for article in reading.document.articles()}
        text = reading.document.source.text
        for one in reading.statements:
            yield Claim(
                document=one.document,
                article=articles[one.article],
                subject=naming.names([one.subject.name, *one.subject.other_names]),
                relation=one.relation,
                object=naming.names([one.object.name, *one.object.other_names]),
                modality=one.modality.value,
                subject_name=one.subject.name,
                object_name=one.object.name,
                quote=_line("".join(text[span.start : span.end] for span in one.evidence)),
                construction=one.construction,
                entry=one.entry,
            )


def claims_of_records(records: Records, naming: Naming) -> Iterator[Claim]:
    """Yield what the texts of a dataset state, in its order; what only follows is left out."""
    documents = {document.iri: document.name for document in records.documents}
    for one in records.statements:
        if not one.inferred:
            yield Claim(
                document=documents[one.document],
                article=one.article_number,
                subject=naming.names(one.subject.names),
                relation=one.relation,
                object=naming.names(one.object.names),
                modality=one.modality.value,
                subject_name=one.subject.name,
                object_name=one.object.name,
                quote=one.quote,
                construction=one.construction,
                entry=one.entry,
            )


def claims_of_table(path: Path, naming: Naming) -> Iterator[Claim]:
    """Yield the statements of a table, as `statements.csv` holds them, in its order.

    Raises:
        TableError: there is no such file, or it is no table of this kind.
    """
    for _, row in read_table(path, _COLUMNS, delimiter=",", quoted=True):
        yield Claim(
            document=row["document"],
            article=row["article"].strip(),
            subject=naming.names([row["subject"], row.get("subject_names", "")]),
            relation=row["relation"],
            object=naming.names([row["object"], row.get("object_names", "")]),
            modality=row["modality"],
            subject_name=row["subject"],
            object_name=row["object"],
            quote=_line(row.get("quote", "")),
            construction=row.get("construction", ""),
            entry=row.get("entry", ""),
        )


def _line(text: str) -> str:
    """Return words without the line breaks and page breaks that run through them."""
    return _BREAK.sub("", text)
