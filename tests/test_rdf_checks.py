"""The checks: a sound dataset passes, and a fault is one sentence that names its node."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pyoxigraph import BlankNode, Literal

from graph.model import ProvisionKind
from graph.rdf import store_readings
from graph.rdf import vocabulary as v
from graph.rdf.checks import check_dataset
from graph.rdf.iris import BodyIri
from tests.changes import Change, add, drop, put
from tests.factories import sample_reading

if TYPE_CHECKING:
    from graph.model import Reading

DOCUMENT = f"{v.DOC}sample"
ARTICLE = f"{DOCUMENT}/article/1"
PARAGRAPH = f"{ARTICLE}/paragraph/2"
HEAD_OFFICE = str(BodyIri(name="总局"))
ELSEWHERE = "https://example.org/x"


def test_a_sound_dataset_has_no_fault(reading: Reading) -> None:
    """What a reading gives passes every check, also beside other documents."""
    store = store_readings([reading, sample_reading("other")])
    assert check_dataset(store) == ()


def test_only_declared_relations_pass(reading: Reading) -> None:
    """With the relations of an ontology given, a statement of another one is a fault."""
    store = store_readings([reading])
    used = {statement.relation for statement in reading.statements}
    assert check_dataset(store, used) == ()
    faults = check_dataset(store, used - {"memberOf"})
    assert [fault.problem for fault in faults] == ["its rdf:predicate is ig:memberOf"]


BODY_NAME = "its preferred name is 大局; expected the name of its IRI, 总局."

FAULTS: list[tuple[list[Change], list[str]]] = [
    # nodes in general
    (
        [add(DOCUMENT, v.ISSUER, BlankNode("b"))],
        ["_:b: it is a blank node; expected an IRI for every node."],
    ),
    # documents
    ([drop(DOCUMENT, v.TITLE)], [f"{DOCUMENT}: it has no eli:title; expected exactly one."]),
    ([drop(DOCUMENT, v.ENCODING)], [f"{DOCUMENT}: it has no ig:encoding; expected exactly one."]),
    (
        [put(DOCUMENT, v.SHA256, Literal("ABC"))],
        [f"{DOCUMENT}: its ig:sha256 is 'ABC'; expected 64 hexadecimal digits."],
    ),
    (
        [drop(DOCUMENT, v.TYPE)],
        [f"{DOCUMENT}: it has provisions and is no document; expected eli:LegalResource."],
    ),
    (
        [add(ELSEWHERE, v.TYPE, v.LEGAL_RESOURCE), add(ELSEWHERE, v.TITLE, Literal("某法"))],
        [f"{ELSEWHERE}: it is no document's IRI; expected the name of a document."],
    ),
    # provisions
    (
        [add(PARAGRAPH, v.TYPE, v.PROVISION_CLASS[ProvisionKind.ITEM])],
        [f"{PARAGRAPH}: it is of 2 kinds of provision; expected exactly one."],
    ),
    (
        [add(ELSEWHERE, v.TYPE, v.SUBDIVISION)],
        [f"{ELSEWHERE}: it is no provision's IRI; expected a document, a kind and a number."],
    ),
    ([drop(PARAGRAPH, v.ORDER)], [f"{PARAGRAPH}: it has no ig:order; expected exactly one."]),
    (
        [put(PARAGRAPH, v.ORDER, Literal(1))],
        [f"{DOCUMENT}/preamble: its ig:order is that of {PARAGRAPH}; expected a place of its own."],
    ),
    (
        [put(PARAGRAPH, v.TEXT, Literal("总局领导分局。", language="zh-Hans"))],
        [
            (
                f"{PARAGRAPH}: its text has 7 characters and its stretches of the source 15; "
                "expected one character for each of the source."
            )
        ],
    ),
    (
        [drop(f"{PARAGRAPH}/text/1", v.END)],
        [f"{PARAGRAPH}/text/1: it has no oa:end; expected exactly one."],
    ),
    # bodies
    (
        [put(HEAD_OFFICE, v.PREFERRED_NAME, Literal("大局", language="zh-Hans"))],
        [f"{HEAD_OFFICE}: {BODY_NAME}"],
    ),
    (
        [add(HEAD_OFFICE, v.OTHER_NAME, Literal("总局", language="zh-Hans"))],
        [f"{HEAD_OFFICE}: 总局 is its preferred and another name; expected further names only."],
    ),
    (
        [put(HEAD_OFFICE, v.PREFERRED_NAME, Literal("总局"))],
        [f'{HEAD_OFFICE}: its skos:prefLabel is "总局"; expected a name in @zh-Hans.'],
    ),
    (
        [put(HEAD_OFFICE, v.OTHER_NAME, Literal("HQ", language="en"))],
        [f'{HEAD_OFFICE}: its skos:altLabel is "HQ"@en; expected a name in @zh-Hans.'],
    ),
    (
        [drop(HEAD_OFFICE, v.TYPE)],
        [f"{HEAD_OFFICE}: it has no class; expected a class of bodies of the ontology."],
    ),
    (
        [add(ELSEWHERE, v.PREFERRED_NAME, Literal("别处", language="zh-Hans"))],
        [
            f"{ELSEWHERE}: it has a preferred name and no body's IRI; expected a body's IRI.",
            f"{ELSEWHERE}: it has no class; expected a class of bodies of the ontology.",
        ],
    ),
]


@pytest.mark.parametrize(("changes", "sentences"), FAULTS, ids=range(len(FAULTS)))
def test_a_fault_is_a_sentence(
    reading: Reading, changes: list[Change], sentences: list[str]
) -> None:
    """Each way of breaking a document, provision or body is told by a sentence with its node."""
    store = store_readings([reading])
    for change in changes:
        change(store.store)
    assert [str(fault) for fault in check_dataset(store)] == sentences


def test_a_circle_of_provisions_ends(reading: Reading) -> None:
    """A tree that is part of itself is looked at once, and not for ever."""
    store = store_readings([reading])
    put(f"{DOCUMENT}/chapter/1", v.IS_PART_OF, ARTICLE)(store.store)
    assert check_dataset(store) == ()
