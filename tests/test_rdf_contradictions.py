"""Contradictions: each kind is found with both proofs, and what only looks like one is not."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from graph.ontology import load_ontology
from graph.rdf import read_records, store_readings
from graph.rdf.consequences import inference_quads
from graph.rdf.contradictions import ContradictionKind, find_contradictions
from graph.rdf.inference import infer
from tests.test_rdf_inference import MUST, NEVER, kin, says

if TYPE_CHECKING:
    from graph.model import Reading
    from graph.ontology import Kinship
    from graph.rdf.contradictions import Contradiction

DENIED = ContradictionKind.ASSERTED_AND_DENIED
AUTHORITY = ContradictionKind.AUTHORITY_BOTH_WAYS
PART = ContradictionKind.PART_OF_ITSELF


def found(*readings: Reading, kinships: tuple[Kinship, ...] = ()) -> tuple[Contradiction, ...]:
    """Return the contradictions of readings and of all that follows from them."""
    ontology = replace(load_ontology(), kinships=kinships)
    store = store_readings(readings)
    store.store.extend(inference_quads(infer(store.store, ontology)))
    return find_contradictions(read_records(store), ontology)


def sides(contradiction: Contradiction) -> list[list[tuple[str, str, str, bool]]]:
    """Return who has which relation to whom on either side, and whether that is inferred."""
    return [
        [(s.subject.name, s.relation, s.object.name, s.inferred) for s in side]
        for side in contradiction.sides
    ]


def test_a_relation_asserted_and_denied() -> None:
    """Stated of one pair both ways, with the statements of either side."""
    (one,) = found(says(("甲", "manages", "乙"), ("甲", "manages", "乙", NEVER)))
    assert one.kind is DENIED
    assert sides(one) == [[("甲", "manages", "乙", False)], [("甲", "manages", "乙", False)]]
    assert [leaf.denied for leaf in one.leaves] in ([False, True], [True, False])


def test_two_documents_may_contradict_each_other() -> None:
    """What one document states another denies."""
    one = says(("甲", "manages", "乙"))
    two = says(("甲", "manages", "乙", NEVER), name="other")
    assert [DENIED] == [each.kind for each in found(one, two)]


def test_other_relations_and_the_other_way_round_are_no_contradiction() -> None:
    """Who must not manage may supervise, and may be managed."""
    facts = says(
        ("甲", "manages", "乙", NEVER), ("甲", "supervises", "乙"), ("丙", "manages", "甲")
    )
    assert found(facts) == ()


def test_a_symmetric_relation_is_denied_both_ways() -> None:
    """甲 cooperates with 乙, and 乙 does not with 甲: found by what follows, told once."""
    (one,) = found(says(("甲", "cooperatesWith", "乙"), ("乙", "cooperatesWith", "甲", NEVER)))
    assert one.kind is DENIED
    assert 2 == len(one.leaves)


def test_what_a_kind_must_not_do() -> None:
    """The case is stated to do what is denied of the kind; the proof leads to both statements."""
    facts = says(("乙", "manages", "丙", NEVER), ("甲", "manages", "丙"))
    (one,) = found(facts, kinships=(kin("甲", "乙"),))
    assert sides(one) == [[("甲", "manages", "丙", False)], [("甲", "manages", "丙", True)]]
    assert {leaf.subject.name for leaf in one.leaves} == {"甲", "乙"}


def test_a_contradiction_is_not_told_again_of_every_kind() -> None:
    """What is inherited from both sides of a contradiction rests on the same words."""
    facts = says(("乙", "manages", "丙"), ("乙", "manages", "丙", NEVER), ("甲", "supports", "丁"))
    (one,) = found(facts, kinships=(kin("甲", "乙"),))
    assert {side[0][0] for side in sides(one)} == {"乙"}


def test_authority_both_ways() -> None:
    """Two bodies with authority over each other, by whatever relation of authority."""
    (one,) = found(
        says(("甲", "leads", "乙"), ("甲", "guides", "乙"), ("乙", "supervises", "甲", MUST))
    )
    assert one.kind is AUTHORITY
    assert sorted(map(len, one.sides)) == [1, 2]


def test_authority_and_answering_agree() -> None:
    """Who is led reports: that is no contradiction; nor is authority of two documents."""
    assert found(says(("甲", "leads", "乙"), ("乙", "reportsTo", "甲"))) == ()
    one, two = says(("甲", "leads", "乙")), says(("乙", "leads", "甲"), name="other")
    assert found(one, two) == ()


def test_a_denied_authority_is_none() -> None:
    """Where the way back is denied, authority goes one way."""
    assert found(says(("甲", "leads", "乙"), ("乙", "manages", "甲", NEVER))) == ()


def test_a_body_that_is_part_of_itself_by_a_circle() -> None:
    """The circle is told once, link by link."""
    (one,) = found(says(("甲", "partOf", "乙"), ("乙", "partOf", "丙"), ("丙", "partOf", "甲")))
    assert one.kind is PART
    assert 3 == len(one.sides) == len(one.leaves)
    links = [side[0][:3] for side in sides(one)]
    assert [link[2] for link in links] == [link[0] for link in (*links[1:], links[0])]


def test_a_body_that_is_stated_to_be_part_of_itself() -> None:
    """One link is a circle."""
    (one,) = found(says(("甲", "partOf", "甲")))
    assert sides(one) == [[("甲", "partOf", "甲", False)]]


def test_a_chain_is_no_circle() -> None:
    """Parts of parts, and one part of two wholes, are in order."""
    assert found(says(("甲", "partOf", "乙"), ("乙", "partOf", "丙"), ("甲", "partOf", "丙"))) == ()
