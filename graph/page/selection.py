"""A part of the records: what some documents state, with the bodies that they speak of."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from graph.errors import DatasetError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.rdf.records import Records


def only_documents(records: Records, names: Sequence[str]) -> Records:
    """Return the records of the named documents; without names all of them.

    Raises:
        DatasetError: No document of the dataset has one of the names.
    """
    if not names:
        return records
    known = {document.name for document in records.documents}
    for name in names:
        if name not in known:
            expected = f"one of {'、'.join(sorted(known))}" if known else "a dataset with documents"
            raise DatasetError(name, "the dataset has no document of that name", expected)
    documents = tuple(document for document in records.documents if document.name in names)
    iris = {document.iri for document in documents}
    statements = tuple(one for one in records.statements if one.document in iris)
    spoken_of = {body.iri for one in statements for body in (one.subject, one.object)}
    return replace(
        records,
        documents=documents,
        statements=statements,
        bodies=tuple(body for body in records.bodies if body.iri in spoken_of),
    )
