"""The terms the dataset uses: every class and property of it is named here once.

Our own terms are declared in the ontology under `IG`; the others belong to ELI (legal documents),
SKOS (names), Web Annotation (`oa`, quotes and offsets) and PROV-O (where a node comes from).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pyoxigraph import NamedNode

from graph.model import Modality, ProvisionKind

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT: Final = "https://w3id.org/institution-graph/"
IG: Final = f"{ROOT}ontology#"
BODY: Final = f"{ROOT}body/"
DOC: Final = f"{ROOT}document/"
ST: Final = f"{ROOT}statement/"
LEX: Final = f"{ROOT}lexicon#"
RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS: Final = "http://www.w3.org/2000/01/rdf-schema#"
XSD: Final = "http://www.w3.org/2001/XMLSchema#"
SKOS: Final = "http://www.w3.org/2004/02/skos/core#"
ELI: Final = "http://data.europa.eu/eli/ontology#"
OA: Final = "http://www.w3.org/ns/oa#"
PROV: Final = "http://www.w3.org/ns/prov#"

PREFIXES: Final[Mapping[str, str]] = {
    "ig": IG,
    "body": BODY,
    "doc": DOC,
    "st": ST,
    "lex": LEX,
    "rdf": RDF,
    "rdfs": RDFS,
    "xsd": XSD,
    "skos": SKOS,
    "eli": ELI,
    "oa": OA,
    "prov": PROV,
}
"""The prefixes a question may use without declaring them."""

CHINESE: Final = "zh-Hans"
"""The language of every Chinese name and text; in RDF its case does not matter."""

INFERRED: Final = NamedNode(f"{ROOT}graph/inferred")
"""The graph that is reserved for consequences; no statement of a text is in it."""

TYPE: Final = NamedNode(f"{RDF}type")
SUBJECT: Final = NamedNode(f"{RDF}subject")
PREDICATE: Final = NamedNode(f"{RDF}predicate")
OBJECT: Final = NamedNode(f"{RDF}object")
LABEL: Final = NamedNode(f"{RDFS}label")
INTEGER: Final = NamedNode(f"{XSD}integer")
DATE: Final = NamedNode(f"{XSD}date")
YEAR_MONTH: Final = NamedNode(f"{XSD}gYearMonth")
YEAR: Final = NamedNode(f"{XSD}gYear")
PREFERRED_NAME: Final = NamedNode(f"{SKOS}prefLabel")
OTHER_NAME: Final = NamedNode(f"{SKOS}altLabel")

LEGAL_RESOURCE: Final = NamedNode(f"{ELI}LegalResource")
SUBDIVISION: Final = NamedNode(f"{ELI}LegalResourceSubdivision")
TITLE: Final = NamedNode(f"{ELI}title")
NUMBER: Final = NamedNode(f"{ELI}number")
IS_PART_OF: Final = NamedNode(f"{ELI}is_part_of")
DATE_DOCUMENT: Final = NamedNode(f"{ELI}date_document")
DATE_PUBLICATION: Final = NamedNode(f"{ELI}date_publication")
DATE_IN_FORCE: Final = NamedNode(f"{ELI}first_date_entry_in_force")
VERSION_DATE: Final = NamedNode(f"{ELI}version_date")
PASSED_BY: Final = NamedNode(f"{ELI}passed_by")
BASED_ON: Final = NamedNode(f"{ELI}based_on")
CITES: Final = NamedNode(f"{ELI}cites")

STATEMENT: Final = NamedNode(f"{IG}Statement")
ISSUER: Final = NamedNode(f"{IG}issuer")
SHA256: Final = NamedNode(f"{IG}sha256")
ENCODING: Final = NamedNode(f"{IG}encoding")
TEXT: Final = NamedNode(f"{IG}text")
ORDER: Final = NamedNode(f"{IG}order")
MODALITY: Final = NamedNode(f"{IG}modality")
CONDITION: Final = NamedNode(f"{IG}condition")
STATED_IN: Final = NamedNode(f"{IG}statedIn")
ARTICLE: Final = NamedNode(f"{IG}article")
DOCUMENT: Final = NamedNode(f"{IG}document")
EVIDENCE: Final = NamedNode(f"{IG}evidence")
ANTECEDENT: Final = NamedNode(f"{IG}antecedent")
SUBJECT_WORDS: Final = NamedNode(f"{IG}subjectWords")
OBJECT_WORDS: Final = NamedNode(f"{IG}objectWords")
CONSTRUCTION: Final = NamedNode(f"{IG}construction")
LEXICAL_ENTRY: Final = NamedNode(f"{IG}lexicalEntry")
BY_RULE: Final = NamedNode(f"{IG}byRule")

KIND_OF: Final = NamedNode(f"{IG}kindOf")
DRAWN_RELATIONS: Final = frozenset({"kindOf", "hasAuthorityOver", "answersTo"})
"""The relations (local names) that no article states: they hold by inference only."""

KINSHIP: Final = NamedNode(f"{IG}KinshipAssertion")
NARROWER: Final = NamedNode(f"{IG}narrower")
BROADER: Final = NamedNode(f"{IG}broader")
SCOPE: Final = NamedNode(f"{IG}scope")
CITES_DOCUMENT: Final = NamedNode(f"{IG}citesDocument")
CITES_ARTICLE: Final = NamedNode(f"{IG}citesArticle")
CITES_WORDS: Final = NamedNode(f"{IG}citesWords")

SPECIFIC_RESOURCE: Final = NamedNode(f"{OA}SpecificResource")
POSITION_SELECTOR: Final = NamedNode(f"{OA}TextPositionSelector")
QUOTE_SELECTOR: Final = NamedNode(f"{OA}TextQuoteSelector")
HAS_SOURCE: Final = NamedNode(f"{OA}hasSource")
HAS_SELECTOR: Final = NamedNode(f"{OA}hasSelector")
START: Final = NamedNode(f"{OA}start")
END: Final = NamedNode(f"{OA}end")
EXACT: Final = NamedNode(f"{OA}exact")

ACTIVITY: Final = NamedNode(f"{PROV}Activity")
USED: Final = NamedNode(f"{PROV}used")
DERIVED_FROM: Final = NamedNode(f"{PROV}wasDerivedFrom")
GENERATED_BY: Final = NamedNode(f"{PROV}wasGeneratedBy")

PROVISION_CLASS: Final[Mapping[ProvisionKind, NamedNode]] = {
    kind: NamedNode(f"{IG}{kind.value.capitalize()}") for kind in ProvisionKind
}
MODALITY_TERM: Final[Mapping[Modality, NamedNode]] = {
    modality: NamedNode(f"{IG}{modality.value}") for modality in Modality
}


def term(local_name: str) -> NamedNode:
    """Return the term of our ontology with that local name, `leads` or `Organ`.

    Raises:
        ValueError: if the name cannot stand in an IRI.

    >>> term("leads").value
    'https://w3id.org/institution-graph/ontology#leads'
    """
    return NamedNode(IG + local_name)
