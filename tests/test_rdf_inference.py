"""What follows: by each rule what must, nothing the text does not bear, each with its proof."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from graph.model import Modality
from graph.ontology import Kinship, load_ontology
from graph.query.table import term_labels
from graph.rdf import read_records, store_readings
from graph.rdf.checks import check_dataset
from graph.rdf.consequences import inference_quads
from graph.rdf.inference import RULES, infer
from graph.rdf.kinship import RULE
from graph.rdf.vocabulary import DRAWN_RELATIONS, IG
from graph.readings import read_all
from tests.factories import make_body, make_document, make_reading, make_statement

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.model import Reading
    from graph.rdf.inference import Inference

BODIES = {name: make_body(name) for name in "甲乙丙丁戊"} | {
    "同级组": make_body("同级组", relative=True)
}
WORDS = "组建时甲属于乙的一种"

Row = tuple[str, str, str, Modality, tuple[str, ...]]
"""Who, relation, whom, modality, conditions."""

MUST, MAY, NEVER, IS = (
    Modality.OBLIGATION,
    Modality.PERMISSION,
    Modality.PROHIBITION,
    Modality.DECLARATION,
)


def says(
    *facts: tuple[str, str, str] | tuple[str, str, str, Modality],
    name: str = "sample",
    conditions: tuple[str, ...] = (),
    words: str = WORDS,
) -> Reading:
    """Return a reading whose first article states the facts and whose second has the words."""
    said = "".join(f"{fact[0]}与{fact[2]}。" for fact in facts)
    document = make_document({1: [said], 2: [words]}, name=name)
    return make_reading(
        document,
        *(
            make_statement(
                document,
                1,
                BODIES[fact[0]],
                fact[1],
                BODIES[fact[2]],
                f"{fact[0]}与{fact[2]}",
                modality=fact[3] if len(fact) == 4 else IS,
                conditions=conditions,
            )
            for fact in facts
        ),
    )


def kin(narrower: str, broader: str, *, scope: str = "", words: str = WORDS) -> Kinship:
    """Return the assertion that one body is a kind of another, by Article 2 of the sample."""
    return Kinship(
        iri=f"https://w3id.org/institution-graph/kinship/{narrower}-{broader}",
        narrower=(narrower,),
        broader=broader,
        title="样例规则",
        article="2",
        words=words,
        scope=scope,
    )


def drawn(readings: Sequence[Reading], *kinships: Kinship) -> Inference:
    """Return what follows from readings and these assertions."""
    ontology = replace(load_ontology(), kinships=kinships)
    return infer(store_readings(readings).store, ontology)


def rows(inference: Inference, *relations: str) -> set[tuple[str, str, str]]:
    """Return who stands in which relation to whom by inference, denied ones marked with `not`."""
    return {
        (
            fact.subject.rpartition("/")[2],
            f"not {fact.relation}" if fact.modality is NEVER else fact.relation,
            fact.object.rpartition("/")[2],
        )
        for fact in inference.consequences
        if not relations or fact.relation in relations
    }


def test_what_is_said_of_the_kind_holds_for_what_is_of_it() -> None:
    """Of the one who acts and of the one acted on, on the condition of the assertion."""
    reading = says(("乙", "informs", "丙", MUST), ("丁", "informs", "乙"), ("甲", "supports", "丁"))
    found = drawn([reading], kin("甲", "乙", scope="设有丙的"))
    assert rows(found, "informs") == {("甲", "informs", "丙"), ("丁", "informs", "甲")}
    (one,) = (fact for fact in found.consequences if fact.modality is MUST)
    assert one.conditions == ("设有丙的",)
    assert one.rule == "byWhatIsSaidOfTheKind"
    stated = next(
        f.iri
        for f in read_records(store_readings([reading])).statements
        if f.relation == "informs" and f.subject.name == "乙"
    )
    kind = next(fact for fact in found.consequences if fact.relation == "kindOf")
    assert set(one.premises) == {stated, kind.iri}
    assert kind.premises == (kin("甲", "乙").iri,)


def test_nothing_is_said_of_a_kind_by_what_is_said_of_its_case() -> None:
    """Kinship goes one way: what 甲 does is not said of 乙."""
    reading = says(("甲", "informs", "丙"), ("乙", "supports", "丙"))
    assert ("乙", "informs", "丙") not in rows(drawn([reading], kin("甲", "乙")))


def test_two_kinds_at_once_are_not_paired() -> None:
    """That each supervises its own does not say that any supervises any."""
    reading = says(("乙", "supervises", "丁"), ("甲", "supports", "丙"))
    found = rows(drawn([reading], kin("甲", "乙"), kin("丙", "丁")), "supervises")
    assert found == {("甲", "supervises", "丁"), ("乙", "supervises", "丙")}


def test_kinds_of_kinds_are_kinds() -> None:
    """Kinship is followed to the end; a circle of it ends, too, and makes no body its own kind."""
    reading = says(("丙", "informs", "丁"), ("甲", "supports", "乙"))
    found = drawn([reading], kin("甲", "乙"), kin("乙", "丙"))
    assert ("甲", "kindOf", "丙") in rows(found, "kindOf")
    assert ("甲", "informs", "丁") in rows(found)
    circle = drawn([reading], kin("甲", "乙"), kin("乙", "丙"), kin("丙", "甲"))
    assert len(rows(circle, "kindOf")) == 6


def test_a_prohibition_is_inherited_as_one() -> None:
    """What the kind must not do, its cases must not do; nothing is asserted by it."""
    reading = says(("乙", "manages", "丙", NEVER), ("甲", "supports", "丁"))
    found = drawn([reading], kin("甲", "乙"))
    assert rows(found, "manages", "hasAuthorityOver") == {("甲", "not manages", "丙")}
    quads = list(inference_quads(found))
    plain = [q for q in quads if q.predicate.value.endswith("#manages")]
    assert plain == []


def test_kinship_holds_for_the_document_it_cites_alone() -> None:
    """Another document, one with another title, and one without the words are left alone."""
    here = says(("乙", "informs", "丙"), ("甲", "supports", "丁"))
    there = says(("乙", "informs", "丁"), ("甲", "supports", "丙"), name="other", words="另有规定")
    found = drawn([here, there], kin("甲", "乙"))
    assert rows(found, "informs") == {("甲", "informs", "丙")}
    assert rows(drawn([here], replace(kin("甲", "乙"), title="其他规则"))) == set()
    assert rows(drawn([here], replace(kin("甲", "乙"), article="1"))) == set()


def test_a_name_that_two_bodies_bear_means_neither() -> None:
    """By another name a body is meant only if no second one bears it."""
    one, two = make_body("己", "别名"), make_body("庚", "别名")
    document = make_document({1: ["己与乙。庚与乙。"], 2: [WORDS]})

    def found(*bodies: tuple[str, object]) -> set[tuple[str, str, str]]:
        statements = [
            make_statement(document, 1, body, "supports", BODIES["乙"], f"{body.name}与乙")  # type: ignore[attr-defined, arg-type]
            for _, body in bodies
        ]
        return rows(drawn([make_reading(document, *statements)], kin("别名", "乙")), "kindOf")

    assert found(("one", one)) == {("己", "kindOf", "乙")}
    assert found(("one", one), ("two", two)) == set()


def test_a_symmetric_relation_holds_both_ways() -> None:
    """Cooperation is mirrored, denied cooperation as denied; a directed relation is not."""
    found = drawn(
        [
            says(
                ("甲", "cooperatesWith", "乙"),
                ("丙", "cooperatesWith", "丁", NEVER),
                ("甲", "informs", "丙"),
            )
        ]
    )
    assert rows(found) == {("乙", "cooperatesWith", "甲"), ("丁", "not cooperatesWith", "丙")}


def test_parts_of_parts_are_parts() -> None:
    """Along a chain, as weakly as its weakest link; not through a denied link."""
    chain = says(("甲", "partOf", "乙"), ("乙", "partOf", "丙", MAY), ("丙", "partOf", "丁"))
    found = drawn([chain])
    assert rows(found) == {("甲", "partOf", "丙"), ("乙", "partOf", "丁"), ("甲", "partOf", "丁")}
    assert {fact.modality for fact in found.consequences} == {MAY}
    assert rows(drawn([says(("甲", "partOf", "乙", NEVER), ("乙", "partOf", "丙"))])) == set()


def test_parts_of_parts_stay_in_their_document() -> None:
    """A 部门 of one text is not the 部门 of another."""
    one, two = says(("甲", "partOf", "乙")), says(("乙", "partOf", "丙"), name="other")
    assert rows(drawn([one, two])) == set()


def test_a_circle_of_parts_ends() -> None:
    """Each of a circle is part of each other one, and of itself only as a contradiction."""
    found = rows(
        drawn([says(("甲", "partOf", "乙"), ("乙", "partOf", "丙"), ("丙", "partOf", "甲"))])
    )
    assert found == {("甲", "partOf", "丙"), ("乙", "partOf", "甲"), ("丙", "partOf", "乙")}


def test_a_relation_holds_with_the_broader_one() -> None:
    """Who leads has authority, who reports answers; who merely informs does neither."""
    found = drawn(
        [says(("甲", "leads", "乙"), ("乙", "reportsTo", "甲", MUST), ("甲", "informs", "乙"))]
    )
    assert rows(found) == {("甲", "hasAuthorityOver", "乙"), ("乙", "answersTo", "甲")}


def test_members_and_leaders_pass_nothing_on() -> None:
    """Only being part is transitive: who leads a leader does not lead."""
    found = drawn([says(("甲", "leads", "乙"), ("乙", "leads", "丙"), ("丙", "memberOf", "丁"))])
    assert rows(found, "leads", "memberOf") == set()


def test_conditions_come_with_what_rests_on_them() -> None:
    """A consequence holds on the conditions of all its premises."""
    reading = says(("乙", "informs", "丙"), ("甲", "supports", "丁"), conditions=("经批准",))
    (one,) = (
        f
        for f in drawn([reading], kin("甲", "乙", scope="设有丙的")).consequences
        if f.relation == "informs"
    )
    assert one.conditions == ("经批准", "设有丙的")


def test_no_consequence_is_stated() -> None:
    """What a text says already, of whatever document, does not follow once more."""
    one = says(("乙", "informs", "丙"), ("甲", "supports", "丁"))
    two = says(("甲", "informs", "丙", MUST), name="other")
    assert rows(drawn([one, two], kin("甲", "乙")), "informs") == set()


def test_a_relative_body_is_that_of_its_document() -> None:
    """Kinship reaches a relative name under its own document."""
    found = drawn(
        [says(("乙", "informs", "丙"), ("同级组", "supports", "丙"))], kin("同级组", "乙")
    )
    (one,) = (fact for fact in found.consequences if fact.relation == "informs")
    assert one.subject == "https://w3id.org/institution-graph/document/sample/body/同级组"


# -- the shipped regulation


@pytest.fixture(scope="module")
def shipped() -> Inference:
    """Return what follows from the regulation that comes with the package."""
    return infer(store_readings(read_all()).store, load_ontology())


def test_the_shipped_regulation_has_consequences(shipped: Inference) -> None:
    """A team stationed somewhere is led by whoever dispatches it; a head must not manage a bank."""
    found = rows(shipped)
    assert ("派出机关", "leads", "派驻纪检监察组") in found
    assert ("派驻机构主要负责人", "not manages", "中管金融企业") in found
    assert ("派驻机构主要负责人", "manages", "中管金融企业") not in found
    assert {fact.rule for fact in shipped.consequences} <= {"byKinship", *RULES.values()}


def test_every_proof_ends_in_words_of_a_text(shipped: Inference) -> None:
    """From each consequence the premises lead down to statements and assertions, in no circle."""
    store = store_readings(read_all())
    stated = {one.iri for one in read_records(store).statements}
    kinships = {one.kinship.iri for one in shipped.kinships}
    facts = {fact.iri: fact for fact in shipped.consequences}
    assert len(facts) == len(shipped.consequences) > 100
    for fact in shipped.consequences:
        assert fact.premises
        for premise in fact.premises:
            assert premise in stated | kinships | set(facts)
            if premise in facts:
                assert facts[premise].depth < fact.depth


def test_the_dataset_with_its_consequences_is_sound_and_read_back(shipped: Inference) -> None:
    """The checks find no fault; the records hold each consequence with its rule and its proof."""
    ontology = load_ontology()
    store = store_readings(read_all())
    before = len(store.store)
    store.store.extend(inference_quads(shipped))
    assert len(store.store) > before
    assert check_dataset(store, set(ontology.relations)) == ()
    records = read_records(store)
    inferred = {one.iri: one for one in records.statements if one.inferred}
    assert set(inferred) == {fact.iri for fact in shipped.consequences}
    for fact in shipped.consequences:
        one = inferred[fact.iri]
        assert (one.rule, one.document, one.modality) == (fact.rule, fact.document, fact.modality)
        assert set(one.derived_from) == set(fact.premises)
        assert set(one.conditions) == set(fact.conditions)
    assert {one.iri for one in records.kinships} == {one.kinship.iri for one in shipped.kinships}
    stated = {
        (o.subject, o.relation, o.object)
        for o in records.statements
        if not o.inferred and not o.denied
    }
    drawn_ = {(o.subject, o.relation, o.object) for o in inferred.values() if not o.denied}
    assert not stated & drawn_


def test_inferring_twice_gives_the_same(shipped: Inference) -> None:
    """The order of the quads does not show, and what is inferred already is not built upon."""
    store = store_readings(read_all())
    store.store.extend(inference_quads(shipped))
    assert infer(store.store, load_ontology()) == shipped
    assert list(inference_quads(infer(store.store, load_ontology()))) == list(
        inference_quads(shipped)
    )


def test_rules_and_their_relations_are_declared() -> None:
    """Each rule has a label in the ontology, and what only rules draw is what it puts above."""
    labels = term_labels()
    assert {f"{IG}{rule}" for rule in (RULE, *RULES.values())} <= set(labels)
    above = {name for relation in load_ontology().relations.values() for name in relation.above}
    assert {"kindOf", *above} == DRAWN_RELATIONS
    assert not load_ontology().relations.keys() & DRAWN_RELATIONS
