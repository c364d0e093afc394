"""Records of a broken dataset: what is missing or contradicts itself is an error with its node."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import Literal

from graph.errors import DatasetError
from graph.model import ProvisionKind
from graph.rdf import read_records, store_readings
from graph.rdf import vocabulary as v
from tests.changes import Change, add, drop, put

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.model import Reading

ELSEWHERE = "https://example.org/x"


@pytest.mark.parametrize(
    ("part", "change", "message"),
    [
        ("", lambda node: drop(node, v.SUBJECT), "it has no rdf:subject; expected exactly one."),
        (
            "",
            lambda node: add(node, v.OBJECT, ELSEWHERE),
            "it has 2 values of rdf:object; expected one at most.",
        ),
        (
            "",
            lambda node: put(node, v.SUBJECT, ELSEWHERE),
            "it speaks of https://example.org/x; expected a body",
        ),
        (
            "",
            lambda node: put(node, v.PREDICATE, ELSEWHERE),
            "it uses https://example.org/x; expected a term of",
        ),
        (
            "",
            lambda node: put(node, v.MODALITY, v.term("duty")),
            "its modality is ig:duty; expected one of ig:obl",
        ),
        ("", lambda node: drop(node, v.ARTICLE), "it has no ig:article; expected exactly one."),
        (
            "",
            lambda node: put(node, v.ARTICLE, ELSEWHERE),
            "it is placed in https://example.org/x; expected a prov",
        ),
        ("", lambda node: drop(node, v.STATED_IN), "it has no ig:statedIn; expected at least one."),
        ("", lambda node: drop(node, v.EVIDENCE), "it has no ig:evidence; expected at least one."),
        (
            "",
            lambda node: put(node, v.DOCUMENT, ELSEWHERE),
            "it is of https://example.org/x; expected a document",
        ),
        (
            "/evidence/1",
            lambda node: drop(node, v.HAS_SELECTOR),
            "it lacks a selector; expected one by offsets and",
        ),
        (
            "/evidence/1/position",
            lambda node: drop(node, v.START),
            "it has no oa:start; expected exactly one.",
        ),
        (
            "/evidence/1/position",
            lambda node: put(node, v.START, Literal("three")),
            "its oa:start is 'three'; expected a number from 0.",
        ),
        (
            "/evidence/1/position",
            lambda node: put(node, v.START, Literal(9999)),
            "it starts at 9999 and ends at",
        ),
    ],
)
def test_what_a_statement_lacks_is_named(
    reading: Reading, part: str, change: Callable[[str], Change], message: str
) -> None:
    """A statement that is not whole is an error that names its node and what is missing."""
    store = store_readings([reading])
    node = read_records(store).statements[0].iri + part
    change(node)(store.store)
    with pytest.raises(DatasetError, match=re.escape(f"{node}: {message}")):
        read_records(store)


@pytest.mark.parametrize(
    ("node", "change", "message"),
    [
        (
            "document/sample",
            lambda node: drop(node, v.TITLE),
            "it has no eli:title; expected exactly one.",
        ),
        (
            "document/sample",
            lambda node: drop(node, v.TYPE),
            "it has provisions and is no document; expected an eli:LegalResource.",
        ),
        (
            "document/sample/article/1",
            lambda node: drop(node, v.ORDER),
            "it has no ig:order; expected exactly one.",
        ),
        (
            "document/sample/article/1",
            lambda node: add(node, v.TYPE, v.PROVISION_CLASS[ProvisionKind.ITEM]),
            "it is of 2 kinds of provision; expected exactly one.",
        ),
        (
            "somewhere/else",
            lambda node: add(node, v.TYPE, v.SUBDIVISION),
            "it is no provision's IRI; expected document, kind and number.",
        ),
    ],
)
def test_what_a_document_lacks_is_named(
    reading: Reading, node: str, change: Callable[[str], Change], message: str
) -> None:
    """A document or provision that is not whole is an error that names its node."""
    store = store_readings([reading])
    change(v.ROOT + node)(store.store)
    with pytest.raises(DatasetError) as caught:
        read_records(store)
    assert str(caught.value) == f"{v.ROOT}{node}: {message}"


def test_a_document_of_a_foreign_name_is_refused(reading: Reading) -> None:
    """What has a fingerprint was read, and what was read has the IRI of a document."""
    store = store_readings([reading])
    for predicate, value in ((v.TYPE, v.LEGAL_RESOURCE), (v.SHA256, Literal("0"))):
        add(ELSEWHERE, predicate, value)(store.store)
    with pytest.raises(DatasetError, match="it is no document's IRI; expected the name of the doc"):
        read_records(store)


def test_a_triple_as_a_term_is_refused(reading: Reading) -> None:
    """RDF 1.2 allows a triple as an object; the model has none, and says so."""
    store = store_readings([reading])
    store.store.update(
        "INSERT DATA { <https://example.org/x> "
        "<http://www.w3.org/2004/02/skos/core#prefLabel> <<( <a:b> <a:c> <a:d> )>> }"
    )
    with pytest.raises(DatasetError, match="a triple stands as a term; expected IRIs and literals"):
        read_records(store)
