"""`ontology.ttl`: every term is documented, nothing is undeclared, and the file is OWL 2 DL."""

from __future__ import annotations

import re
from collections import Counter
from itertools import combinations
from math import dist
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pyoxigraph
import pytest
from rdflib import DCTERMS, ORG, OWL, PROV, RDF, RDFS, SKOS, XSD, Graph, Literal, Namespace, URIRef
from rdflib.compare import graph_diff

from graph.model import Modality, ProvisionKind
from graph.rdf import vocabulary
from graph.rdf.dataset import dataset_quads
from tests.factories import sample_reading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rdflib.term import Node

FILE: Final = Path(__file__).parent.parent / "ontology.ttl"
ONTOLOGY: Final = URIRef("https://w3id.org/institution-graph/ontology")
IG: Final = Namespace(f"{ONTOLOGY}#")
ELI: Final = Namespace("http://data.europa.eu/eli/ontology#")
OA: Final = Namespace("http://www.w3.org/ns/oa#")
BUILT_ON: Final = tuple(str(space) for space in (IG, ELI, OA, ORG, PROV, SKOS, DCTERMS))
RESERVED: Final = tuple(str(space) for space in (RDF, RDFS, OWL, XSD))

GROUPS: Final = {
    "authority": "leads manages supervises guides",
    "answering": "reportsTo accountableTo",
    "steering": "coordinates urges assigns approves",
    "formation": "dispatches establishes appoints",
    "structure": "stationedAt partOf memberOf coLocatedWith",
    "cooperation": "cooperatesWith supports contacts",
    "communication": "informs advises",
    "execution": "carriesOut handlesCasesOf",
}
SYMMETRIC: Final = {"coLocatedWith", "cooperatesWith"}
PROPERTY_KINDS: Final = {OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty}
# What our literals may be typed as; xsd:date, for one, is not in OWL 2's datatype map.
DATATYPES: Final = {RDF.PlainLiteral, XSD.string, XSD.integer, XSD.nonNegativeInteger, XSD.boolean}


@pytest.fixture(scope="module")
def graph() -> Graph:
    """Return the whole file, as rdflib reads it."""
    return Graph().parse(FILE)


def name(term: Node) -> str:
    """Return the local name of a term."""
    return str(term).rpartition("#")[2]


def names(terms: Iterator[Node]) -> set[str]:
    """Return the local names of terms."""
    return {name(term) for term in terms}


def terms(graph: Graph) -> set[URIRef]:
    """Return every term of our namespace that the file declares."""
    return {term for term in graph.subjects() if isinstance(term, URIRef) and term in IG}


def relations(graph: Graph) -> set[Node]:
    """Return the relations that a statement can have."""
    return set(graph.subjects(RDF.type, IG.Relation))


def test_two_parsers_read_the_same(graph: Graph) -> None:
    """Oxigraph, which the program uses, and rdflib find the same triples."""
    with FILE.open("rb") as file:
        lines = pyoxigraph.serialize(
            pyoxigraph.parse(file, format=pyoxigraph.RdfFormat.TURTLE),
            format=pyoxigraph.RdfFormat.N_TRIPLES,
        )
    assert len(graph) > 1_000
    _, left, right = graph_diff(graph, Graph().parse(data=lines, format="nt"))
    assert (set(left), set(right)) == (set(), set())


def test_every_term_is_documented_in_both_languages(graph: Graph) -> None:
    """A term has one label and one definition in each language, and says where it is defined."""
    lacking = {
        (name(term), name(predicate))
        for term in terms(graph)
        for predicate in (RDFS.label, SKOS.definition)
        if languages(graph, term, predicate) != ["en", "zh-Hans"]
    }
    assert lacking == set()
    assert {name(t) for t in terms(graph) if (t, RDFS.isDefinedBy, ONTOLOGY) not in graph} == set()


def languages(graph: Graph, term: URIRef, predicate: URIRef) -> list[str]:
    """Return the languages of a term's texts, those in another script left out."""
    scripts = {"en": r"[A-Za-z]", "zh-hans": r"[\u4e00-\u9fff“…]"}
    spelled = {"en": "en", "zh-hans": "zh-Hans"}
    return sorted(
        spelled[text.language.lower()]
        for text in graph.objects(term, predicate)
        if isinstance(text, Literal) and text.language is not None
        if re.match(scripts[text.language.lower()], text)
    )


@pytest.mark.parametrize("language", ["zh-Hans", "en"])
def test_no_two_terms_share_a_label(graph: Graph, language: str) -> None:
    """A label picks out one term."""
    labels = Counter(
        str(label)
        for term in terms(graph)
        for label in graph.objects(term, RDFS.label)
        if isinstance(label, Literal) and str(label.language).lower() == language.lower()
    )
    assert [label for label, times in labels.items() if times > 1] == []


def test_no_term_is_used_undeclared(graph: Graph) -> None:
    """Every term of ours, or of a vocabulary built on, that stands in the file has a type there."""
    assert undeclared(graph, parts(graph)) == set()


def parts(graph: Graph) -> set[str]:
    """Return every IRI that stands in the file, wherever."""
    return {str(part) for t in graph for part in t if isinstance(part, URIRef)}


def undeclared(graph: Graph, used: set[str]) -> set[str]:
    """Return which of the IRIs are of a vocabulary built on and have no type in the file."""
    terms_used = {URIRef(iri) for iri in used if iri.startswith(BUILT_ON)}
    assert len(terms_used) > 50
    return {str(term) for term in terms_used if (term, RDF.type, None) not in graph}


def test_the_data_uses_declared_terms_only(graph: Graph) -> None:
    """What the RDF room can emit, and what a reading comes to there, is declared."""
    emitted = {term for term in vars(vocabulary).values() if isinstance(term, pyoxigraph.NamedNode)}
    emitted |= {*vocabulary.PROVISION_CLASS.values(), *vocabulary.MODALITY_TERM.values()}
    for quad in dataset_quads([sample_reading()]):
        emitted |= {part for part in quad if isinstance(part, pyoxigraph.NamedNode)}
    assert undeclared(graph, {term.value for term in emitted}) == set()


def test_no_term_of_the_language_itself_is_declared(graph: Graph) -> None:
    """OWL 2 DL reserves rdf:Statement and the like: they cannot be declared."""
    subjects = {str(subject) for subject in graph.subjects()}
    assert {subject for subject in subjects if subject.startswith(RESERVED)} == set()


def test_a_property_is_of_one_kind_and_used_as_such(graph: Graph) -> None:
    """An object property relates to nodes, a datatype property to literals, and none is both."""
    kinds = {
        term: PROPERTY_KINDS & set(graph.objects(term, RDF.type))
        for kind in PROPERTY_KINDS
        for term in graph.subjects(RDF.type, kind)
    }
    assert {str(term) for term, found in kinds.items() if len(found) != 1} == set()
    misused = {
        (name(p), str(o))
        for _, p, o in graph
        if p in kinds and OWL.AnnotationProperty not in kinds[p]
        if isinstance(o, Literal) != (OWL.DatatypeProperty in kinds[p])
    }
    assert misused == set()


def test_only_datatypes_of_owl_are_ranges(graph: Graph) -> None:
    """A reasoner knows every datatype that a property of ours demands."""
    ranges = {
        value
        for term in graph.subjects(RDF.type, OWL.DatatypeProperty)
        for value in graph.objects(term, RDFS.range)
    }
    assert ranges <= DATATYPES


def test_every_property_of_ours_has_domain_and_range(graph: Graph) -> None:
    """What a property relates is said, so that a reasoner can tell a misuse."""
    properties = {term for kind in PROPERTY_KINDS for term in graph.subjects(RDF.type, kind)}
    ours = terms(graph) & properties
    lacking = {
        name(term)
        for term in ours
        if any(graph.value(term, predicate) is None for predicate in (RDFS.domain, RDFS.range))
    }
    assert len(ours) > 60
    assert lacking == set()


def test_the_relations_are_the_24(graph: Graph) -> None:
    """Those relations and no others can be stated, each in one group, listed group by group."""
    listed = [(group, relation) for group in GROUPS for relation in GROUPS[group].split()]
    found = sorted(
        (int(str(graph.value(relation, IG.order))), name(group), name(relation))
        for relation in relations(graph)
        for group in graph.objects(relation, IG.group)
    )
    assert found == [(place, *pair) for place, pair in enumerate(listed, start=1)]
    assert len(found) == len(relations(graph)) == 24


def test_the_groups_are_listed_in_the_order_of_their_relations(graph: Graph) -> None:
    """A list of groups and a list of relations go the same way."""
    orders = {
        name(group): int(str(graph.value(group, IG.order)))
        for group in graph.subjects(RDF.type, IG.RelationGroup)
    }
    assert sorted(orders, key=orders.__getitem__) == list(GROUPS)
    assert sorted(orders.values()) == list(range(1, len(GROUPS) + 1))


def test_every_relation_can_be_read_both_ways(graph: Graph) -> None:
    """A relation is between bodies; it has one inverse with a name of its own, or is symmetric."""
    for relation in relations(graph):
        inverses = list(graph.subjects(OWL.inverseOf, relation))
        symmetric = (relation, RDF.type, OWL.SymmetricProperty) in graph
        assert symmetric == (name(relation) in SYMMETRIC), name(relation)
        assert len(inverses) == (0 if symmetric else 1), name(relation)
        for term in (relation, *inverses):
            assert (term, RDF.type, OWL.ObjectProperty) in graph
            assert graph.value(term, RDFS.domain) == IG.Body
            assert graph.value(term, RDFS.range) == IG.Body
        assert not relations(graph) & set(inverses), "the inverse of a relation is never stated"


def test_only_being_part_is_transitive(graph: Graph) -> None:
    """The leader of a leader does not lead; parts of parts are parts, kinds of kinds are kinds."""
    assert names(graph.subjects(RDF.type, OWL.TransitiveProperty)) == {"partOf", "kindOf"}


def test_every_relation_is_aligned_to_the_organization_ontology(graph: Graph) -> None:
    """Each is below a property of W3C ORG, and none is equated with the coarser org:reportsTo."""
    tops = {
        name(relation): {
            name(above)
            for above in graph.transitive_objects(relation, RDFS.subPropertyOf)
            if above is not None and str(above).startswith(str(ORG))
        }
        for relation in relations(graph)
    }
    others = {"partOf": {"subOrganizationOf"}, "memberOf": {"memberOf"}}
    assert tops == {relation: others.get(relation, {"linkedTo"}) for relation in tops}
    assert str(ORG.reportsTo) not in parts(graph)


def test_no_relation_is_a_case_of_another(graph: Graph) -> None:
    """A text may state any relation without any other: none of the 24 is below one of them."""
    below = {
        (name(relation), name(above))
        for relation in relations(graph)
        for above in graph.transitive_objects(relation, RDFS.subPropertyOf)
        if above != relation and above in relations(graph)
    }
    assert below == set()


def test_colours_can_be_told_apart_on_light_and_dark(graph: Graph) -> None:
    """Each keeps a contrast of 3:1 to white and to near-black; any two are well apart in OKLab."""
    colours = {name(r): str(graph.value(r, IG.colour)) for r in relations(graph)}
    assert all(re.fullmatch(r"#[0-9a-f]{6}", colour) for colour in colours.values())
    for relation, colour in colours.items():
        shade = luminance(colour) + 0.05
        assert 1.05 / shade >= 3, relation
        assert shade / (luminance("#1e1e1e") + 0.05) >= 3, relation
    near = {
        (one, other)
        for (one, a), (other, b) in combinations(colours.items(), 2)
        if dist(oklab(a), oklab(b)) < 0.095
    }
    assert near == set()


def linear(colour: str) -> tuple[float, float, float]:
    """Return the linear red, green and blue of a CSS colour, each from 0 to 1."""
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))

    def curve(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)

    return curve(red), curve(green), curve(blue)


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour as WCAG defines it."""
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def oklab(colour: str) -> tuple[float, float, float]:
    """Return a colour in OKLab, where distances follow what the eye sees."""
    r, g, b = linear(colour)
    long = (0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b) ** (1 / 3)
    middle = (0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b) ** (1 / 3)
    short = (0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


def test_the_classes_are_those_of_the_model(graph: Graph) -> None:
    """Each kind of provision and each modality of the values is declared, and no other."""
    provisions = names(graph.subjects(RDFS.subClassOf, IG.Provision))
    assert provisions == {kind.value.capitalize() for kind in ProvisionKind}
    assert names(graph.subjects(RDF.type, IG.Modality)) == {modality.value for modality in Modality}


def test_bodies_are_aligned_to_the_organization_ontology(graph: Graph) -> None:
    """Organisations, departments and posts are what W3C ORG calls so."""
    for ours, theirs in (
        (IG.Government, ORG.Organization),
        (IG.Office, ORG.OrganizationalUnit),
        (IG.Post, ORG.Post),
    ):
        above = set(graph.transitive_objects(ours, RDFS.subClassOf))
        assert {IG.Body, theirs} <= above, name(ours)


def test_the_file_is_short_and_ends_with_the_lexicon() -> None:
    """The terms stay below 1,600 lines, and what comes after them is the lexicon."""
    terms_part, marker, _ = FILE.read_text(encoding="utf-8").partition("\n# ---- lexicon ----\n")
    assert marker
    assert len(terms_part.splitlines()) < 1_600
