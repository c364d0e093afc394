"""`ontology.ttl` under a reasoner: it concludes what it must, and nothing that the law does not."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import owlrl  # type: ignore[import-untyped] # publishes no types
import pytest
from owlrl.Namespaces import ERRNS  # type: ignore[import-untyped]
from rdflib import ORG, OWL, RDF, RDFS, SKOS, Graph, URIRef

FILE: Final = Path(__file__).parent.parent / "ontology.ttl"
PREFIXES: Final = {
    "": "https://example.org/",
    "ig": "https://w3id.org/institution-graph/ontology#",
    "eli": "http://data.europa.eu/eli/ontology#",
    "oa": "http://www.w3.org/ns/oa#",
    "org": str(ORG),
}
NAMES_AND_NOTES: Final = {RDFS.label, SKOS.definition, RDFS.isDefinedBy}

# A small world in which every premise of an entailment below is stated.
WORLD: Final = """
:a ig:leads :b . :b ig:leads :c . :b ig:accountableTo :a . :c ig:guides :d .
:office ig:partOf :bureau . :bureau ig:partOf :ministry . :head ig:memberOf :office .
:x ig:cooperatesWith :y . :x ig:coLocatedWith :z . :team ig:kindOf :unit . :unit ig:kindOf :all .
:court a ig:Court . :chief a ig:Post . :bureau a ig:Department . :one a ig:Article .
:s a ig:Statement ; ig:modality ig:obligation ; ig:statedIn :one .
"""


@pytest.fixture(scope="module")
def graph() -> Graph:
    """Return the axioms of the file: names, definitions and the lexicon's words are left out."""
    axioms = Graph()
    for triple in Graph().parse(FILE):
        if triple[1] not in NAMES_AND_NOTES and "/lexicon#" not in str(triple[0]):
            axioms.add(triple)
    return axioms


@pytest.fixture(scope="module")
def world(graph: Graph) -> Graph:
    """Return what OWL RL makes of the ontology and the small world."""
    return closure(graph, WORLD)


def closure(graph: Graph, facts: str) -> Graph:
    """Return the OWL RL closure of the ontology's axioms and some facts."""
    closed = Graph()
    for triple in graph:
        closed.add(triple)
    prefixes = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in PREFIXES.items())
    closed.parse(data=prefixes + facts, format="turtle")
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(closed)
    return closed


def contradictions(closed: Graph) -> list[str]:
    """Return what the reasoner complains of."""
    return [
        str(message)
        for node in closed.subjects(RDF.type, ERRNS.ErrorMessage)
        for message in closed.objects(node, ERRNS.error)
    ]


def parts(fact: str) -> tuple[URIRef, URIRef, URIRef]:
    """Return a triple written as in Turtle."""
    subject, predicate, value = (term(word) for word in fact.split())
    return subject, predicate, value


def term(word: str) -> URIRef:
    """Return the term that a prefixed name (or `a`) stands for."""
    prefix, _, local = word.partition(":")
    return RDF.type if word == "a" else URIRef(PREFIXES[prefix] + local)


def test_the_ontology_and_the_small_world_are_consistent(world: Graph) -> None:
    """The reasoner finds nothing to complain of."""
    assert contradictions(world) == []


def test_every_class_can_have_members(graph: Graph) -> None:
    """No class contradicts itself: the reasoner accepts one thing of each."""
    classes = [
        str(term) for term in graph.subjects(RDF.type, OWL.Class) if isinstance(term, URIRef)
    ]
    assert len(classes) > 40
    facts = "\n".join(f":thing{place} a <{iri}> ." for place, iri in enumerate(sorted(classes)))
    assert contradictions(closure(graph, facts)) == []


@pytest.mark.parametrize(
    "fact",
    [
        ":b ig:ledBy :a",
        ":a ig:hasAuthorityOver :b",
        ":b ig:underAuthorityOf :a",
        ":a org:linkedTo :b",
        ":b ig:answersTo :a",
        ":a ig:receivesAccountFrom :b",
        ":y ig:cooperatesWith :x",
        ":z ig:coLocatedWith :x",
        ":office ig:partOf :ministry",
        ":ministry ig:hasPart :office",
        ":office org:subOrganizationOf :ministry",
        ":head org:memberOf :office",
        ":team ig:kindOf :all",
        ":a a ig:Body",
        ":court a ig:Body",
        ":court a org:Organization",
        ":bureau a org:OrganizationalUnit",
        ":chief a org:Post",
        ":one a eli:LegalResource",
    ],
)
def test_what_follows(world: Graph, fact: str) -> None:
    """The reasoner draws the consequence."""
    assert parts(fact) in world


@pytest.mark.parametrize(
    "fact",
    [
        ":b ig:leads :a",  # leading is not symmetric
        ":a ig:leads :c",  # nor transitive
        ":a ig:supervises :b",  # who leads is not thereby said to supervise,
        ":a ig:guides :b",  # guide
        ":a ig:manages :b",  # or manage
        ":c ig:leads :d",  # guidance is no leadership
        ":b ig:reportsTo :a",  # who is accountable is not thereby said to report
        ":a ig:hasAuthorityOver :c",  # authority does not reach through others
        ":x ig:coLocatedWith :y",  # acting together is not being one office
        ":x ig:cooperatesWith :z",  # nor the other way round
        ":head ig:memberOf :ministry",  # a member of the part is no member of the whole
        ":head ig:partOf :office",  # and no part
        ":chief a org:Organization",  # a post is not an organisation
        ":s a ig:Body",  # a statement is no body
    ],
)
def test_what_does_not_follow(world: Graph, fact: str) -> None:
    """The reasoner does not draw a conclusion that the law does not draw."""
    assert parts(fact) not in world


@pytest.mark.parametrize(
    "facts",
    [
        ":a a ig:Court , ig:Post .",
        ":a ig:leads :b . :b a ig:Statement .",
        ":a ig:leads :b . :a a ig:Article .",
        ":a a ig:Article , ig:Chapter .",
        ":s ig:modality ig:obligation , ig:prohibition .",
        ":s a ig:Statement ; ig:evidence :words . :words a ig:Body .",
    ],
)
def test_a_broken_world_is_reported(graph: Graph, facts: str) -> None:
    """Facts that cannot be true together are inconsistent with the ontology."""
    assert contradictions(closure(graph, facts)) != []
