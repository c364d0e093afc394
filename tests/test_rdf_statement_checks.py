"""The checks of statements: what one must have, rest on, and agree with, fault by fault."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pyoxigraph import Literal

from graph.model import Modality
from graph.rdf import store_readings
from graph.rdf import vocabulary as v
from graph.rdf.checks import check_dataset
from graph.rdf.facts import consequence_iri
from graph.rdf.iris import BodyIri, statement_iri
from tests.changes import Change, add, drop, put, state

if TYPE_CHECKING:
    from pyoxigraph import NamedNode, Store

    from graph.model import Reading

DOCUMENT = f"{v.DOC}sample"
ARTICLE = f"{DOCUMENT}/article/1"
PARAGRAPH = f"{ARTICLE}/paragraph/2"
OTHER_DOCUMENT = f"{v.DOC}样例法"
HEAD_OFFICE, BRANCH, AUDIT, TEAM, UNIT = (
    str(BodyIri(name=name)) for name in ("总局", "分局", "审计处", "监察组", "重点单位")
)
ELSEWHERE = "https://example.org/x"
INFERRED = v.INFERRED.value


def statement(
    subject: str,
    relation: str,
    obj: str,
    *,
    document: str = DOCUMENT,
    article: int = 1,
    modality: Modality = Modality.DECLARATION,
) -> str:
    """Return the IRI of what an article of the sample states of two bodies."""
    iri = statement_iri(
        document=document,
        article=f"{DOCUMENT}/article/{article}",
        subject=subject,
        relation=relation,
        obj=obj,
        modality=modality,
    )
    return str(iri)


# What the first article states, and the IRI that the first of the two had in another document.
LEADS = statement(HEAD_OFFICE, "leads", BRANCH)
SUPERVISES = statement(AUDIT, "supervises", HEAD_OFFICE)
MISPLACED = statement(HEAD_OFFICE, "leads", BRANCH, document=OTHER_DOCUMENT)


CONSEQUENCE = consequence_iri(DOCUMENT, HEAD_OFFICE, "supervises", BRANCH, Modality.DECLARATION)
RULE = v.term("bySymmetry")


def infer(*, grounds: str | None = LEADS, modality: Modality = Modality.DECLARATION) -> Change:
    """Return a change that adds the node of a consequence, 总局 supervises 分局."""
    values: list[tuple[NamedNode, NamedNode | str]] = [
        (v.TYPE, v.STATEMENT),
        (v.SUBJECT, HEAD_OFFICE),
        (v.PREDICATE, v.term("supervises")),
        (v.OBJECT, BRANCH),
        (v.MODALITY, v.MODALITY_TERM[modality]),
        (v.DOCUMENT, DOCUMENT),
        (v.BY_RULE, RULE),
        *([] if grounds is None else [(v.DERIVED_FROM, grounds)]),
    ]

    def change(store: Store) -> None:
        iri = consequence_iri(DOCUMENT, HEAD_OFFICE, "supervises", BRANCH, modality)
        for predicate, value in values:
            add(iri, predicate, value, INFERRED)(store)

    return change


def test_a_sound_inference_has_no_fault(reading: Reading) -> None:
    """A consequence with its plain triple and its grounds, and a denied one without, pass."""
    store = store_readings([reading])
    infer()(store.store)
    state(INFERRED, HEAD_OFFICE, "supervises", BRANCH)(store.store)
    assert check_dataset(store) == ()
    denied = store_readings([reading])
    infer(modality=Modality.PROHIBITION)(denied.store)
    assert check_dataset(denied) == ()


MODALITIES = "ig:obligation, ig:permission, ig:prohibition, ig:declaration"
SURPLUS = "which no statement of the article states; expected what is stated there and not denied."
LACK = "which a statement of the article states; expected every relation that is stated there."

FAULTS: list[tuple[list[Change], list[str]]] = [
    (
        [put(PARAGRAPH, v.IS_PART_OF, f"{DOCUMENT}/article/99")],
        [
            (
                f"{PARAGRAPH}: it is part of {DOCUMENT}/article/99; "
                "expected its document or a provision of it."
            ),
            *(
                f"{one}/evidence/1: it stands at {stretch} and its article at 37-51; "
                "expected words of the article."
                for one, stretch in sorted(((LEADS, "53-59"), (SUPERVISES, "60-67")))
            ),
        ],
    ),
    # statements
    (
        [add(LEADS, v.LEXICAL_ENTRY, f"{v.LEX}other")],
        [f"{LEADS}: it has 2 values of ig:lexicalEntry; expected one at most."],
    ),
    (
        [add(HEAD_OFFICE, v.term("leads"), BRANCH)],
        [
            (
                f"{HEAD_OFFICE}: the default graph holds body:总局 ig:leads body:分局; "
                "expected relations in the graphs of articles only."
            ),
        ],
    ),
    (
        [drop(LEADS, v.MODALITY)],
        [f"{LEADS}: it has no ig:modality; expected exactly one."],
    ),
    (
        [add(LEADS, v.ARTICLE, f"{DOCUMENT}/article/2")],
        [
            f"{LEADS}: it has 2 values of ig:article; expected exactly one.",
            (f"{DOCUMENT}/article/2: it lacks body:总局 ig:leads body:分局, {LACK}"),
        ],
    ),
    (
        [put(LEADS, v.MODALITY, v.term("duty"))],
        [f"{LEADS}: its ig:modality is ig:duty; expected one of {MODALITIES}."],
    ),
    (
        [put(LEADS, v.DOCUMENT, OTHER_DOCUMENT)],
        [
            (
                f"{LEADS}: its ig:document is {OTHER_DOCUMENT} and its ig:article {ARTICLE}; "
                "expected an article of the document."
            ),
            f"{LEADS}: its IRI is not that of what it says; expected {MISPLACED}.",
            *(
                f"{LEADS}/{part}/1: its oa:hasSource is {DOCUMENT}; "
                f"expected the document {OTHER_DOCUMENT}."
                for part in ("evidence", "subject", "object")
            ),
        ],
    ),
    (
        [put(LEADS, v.STATED_IN, f"{DOCUMENT}/article/2/paragraph/1")],
        [
            (
                f"{LEADS}: it is stated in {DOCUMENT}/article/2/paragraph/1; "
                "expected a provision of its article."
            ),
            (
                f"{LEADS}: its prov:wasDerivedFrom differs from its ig:statedIn; "
                "expected the same provisions."
            ),
        ],
    ),
    (
        [drop(LEADS, v.STATED_IN), drop(LEADS, v.DERIVED_FROM)],
        [f"{LEADS}: it has no ig:statedIn; expected at least one."],
    ),
    (
        [put(LEADS, v.GENERATED_BY, ELSEWHERE)],
        [f"{LEADS}: its prov:wasGeneratedBy is {ELSEWHERE}; expected the reading of a document."],
    ),
    (
        [drop(UNIT, v.PREFERRED_NAME), drop(UNIT, v.TYPE)],
        [
            f"{iri}: its rdf:object is {UNIT}; expected a body with a preferred name."
            for iri in sorted(
                statement(TEAM, relation, UNIT, article=2, modality=modality)
                for relation, modality in (
                    ("manages", Modality.PROHIBITION),
                    ("stationedAt", Modality.PERMISSION),
                    ("supervises", Modality.OBLIGATION),
                )
            )
        ],
    ),
    (
        [drop(ARTICLE, v.TYPE), add(ARTICLE, v.TYPE, v.SUBDIVISION)],
        [
            f"{ARTICLE}: it is of 0 kinds of provision; expected exactly one.",
            *(
                f"{iri}: its ig:article is {ARTICLE}; expected an article or a preamble."
                for iri in sorted((LEADS, SUPERVISES))
            ),
            f"{ARTICLE}: this graph is named by no article; expected the IRI of an article.",
        ],
    ),
    # evidence
    ([drop(LEADS, v.EVIDENCE)], [f"{LEADS}: it has no ig:evidence; expected at least one."]),
    (
        [put(LEADS, v.ANTECEDENT, f"{CONSEQUENCE}/evidence/1")],
        [
            (
                f"{LEADS}: its ig:antecedent is {CONSEQUENCE}/evidence/1; "
                "expected a part of the statement."
            ),
            f"{CONSEQUENCE}/evidence/1: it has no oa:hasSource; expected exactly one.",
            (
                f"{CONSEQUENCE}/evidence/1: it has 0 selectors of the class "
                "oa:TextPositionSelector; expected exactly one."
            ),
        ],
    ),
    (
        [put(f"{LEADS}/evidence/1", v.HAS_SOURCE, OTHER_DOCUMENT)],
        [
            (
                f"{LEADS}/evidence/1: its oa:hasSource is {OTHER_DOCUMENT}; "
                f"expected the document {DOCUMENT}."
            )
        ],
    ),
    (
        [drop(f"{LEADS}/subject/1/quote", v.TYPE)],
        [
            (
                f"{LEADS}/subject/1: it has 0 selectors of the class oa:TextQuoteSelector; "
                "expected exactly one."
            )
        ],
    ),
    (
        [put(f"{LEADS}/evidence/1/quote", v.EXACT, Literal("总局领导"))],
        [
            (
                f"{LEADS}/evidence/1: it quotes 4 characters and its offsets span 6; "
                "expected as many characters as the offsets span."
            )
        ],
    ),
    (
        [put(f"{LEADS}/evidence/1/quote", v.EXACT, Literal(""))],
        [f"{LEADS}/evidence/1/quote: it quotes nothing; expected the words."],
    ),
    (
        [put(f"{LEADS}/evidence/1/position", v.START, Literal("many"))],
        [f"{LEADS}/evidence/1/position: its oa:start is 'many'; expected a number from 0."],
    ),
    (
        [put(f"{LEADS}/evidence/1/position", v.START, Literal(999))],
        [
            (
                f"{LEADS}/evidence/1/position: it starts at 999 and ends at 59; "
                "expected an end after the start."
            )
        ],
    ),
    (
        [
            put(f"{LEADS}/evidence/1/position", v.START, Literal(3)),
            put(f"{LEADS}/evidence/1/position", v.END, Literal(9)),
        ],
        [
            (
                f"{LEADS}/evidence/1: it stands at 3-9 and its article at 37-68; "
                "expected words of the article."
            )
        ],
    ),
    # graphs
    (
        [state(ARTICLE, BRANCH, "leads", HEAD_OFFICE)],
        [f"{ARTICLE}: it holds body:分局 ig:leads body:总局, {SURPLUS}"],
    ),
    (
        [
            state(
                f"{DOCUMENT}/article/2",
                TEAM,
                "manages",
                UNIT,
            )
        ],
        [f"{DOCUMENT}/article/2: it holds body:监察组 ig:manages body:重点单位, {SURPLUS}"],
    ),
    (
        [drop(None, v.term("leads"), ARTICLE)],
        [(f"{ARTICLE}: it lacks body:总局 ig:leads body:分局, {LACK}")],
    ),
    (
        [state(f"{DOCUMENT}/chapter/1", HEAD_OFFICE, "leads", BRANCH)],
        [
            (
                f"{DOCUMENT}/chapter/1: this graph is named by no article; "
                "expected the IRI of an article."
            ),
            f"{DOCUMENT}/chapter/1: it holds body:总局 ig:leads body:分局, {SURPLUS}",
        ],
    ),
    # consequences
    (
        [state(INFERRED, HEAD_OFFICE, "supervises", BRANCH)],
        [
            (
                f"{INFERRED}: it holds body:总局 ig:supervises body:分局 without a node that "
                "says why; expected a node with prov:wasDerivedFrom."
            )
        ],
    ),
    (
        [infer()],
        [
            (
                f"{INFERRED}: it lacks body:总局 ig:supervises body:分局, which a node of it "
                "infers; expected the plain triple."
            )
        ],
    ),
    (
        [infer(grounds=None), state(INFERRED, HEAD_OFFICE, "supervises", BRANCH)],
        [f"{CONSEQUENCE}: it follows from nothing; expected prov:wasDerivedFrom."],
    ),
    (
        [infer(grounds=ELSEWHERE), state(INFERRED, HEAD_OFFICE, "supervises", BRANCH)],
        [
            (
                f"{CONSEQUENCE}: it follows from {ELSEWHERE}; "
                "expected a statement or a kinship assertion of the dataset."
            )
        ],
    ),
    (
        [add(CONSEQUENCE, v.TYPE, v.STATEMENT, INFERRED)],
        [
            f"{CONSEQUENCE}: it has no {name}; expected exactly one."
            for name in (
                "rdf:subject",
                "rdf:predicate",
                "rdf:object",
                "ig:modality",
                "ig:document",
                "ig:byRule",
            )
        ],
    ),
    (
        [
            infer(),
            state(INFERRED, AUDIT, "supervises", BRANCH),
            put(CONSEQUENCE, v.SUBJECT, AUDIT, INFERRED),
        ],
        [
            (
                f"{CONSEQUENCE}: its IRI is not that of what it says; expected "
                f"{consequence_iri(DOCUMENT, AUDIT, 'supervises', BRANCH, Modality.DECLARATION)}."
            )
        ],
    ),
    (
        [
            add(ELSEWHERE, v.TYPE, v.KINSHIP, INFERRED),
            add(ELSEWHERE, v.DERIVED_FROM, DOCUMENT, INFERRED),
        ],
        [
            *(
                f"{ELSEWHERE}: it has no ig:{name}; expected exactly one."
                for name in ("broader", "citesDocument", "citesArticle", "citesWords")
            ),
            f"{ELSEWHERE}: it follows from {DOCUMENT}; expected an article of the dataset.",
        ],
    ),
]


@pytest.mark.parametrize(("changes", "sentences"), FAULTS, ids=range(len(FAULTS)))
def test_a_fault_is_a_sentence(
    reading: Reading, changes: list[Change], sentences: list[str]
) -> None:
    """Each way of breaking a statement is told by a sentence that names the node and its lack."""
    store = store_readings([reading])
    for change in changes:
        change(store.store)
    assert [str(fault) for fault in check_dataset(store)] == sentences
