"""Consequences to quads: all of them in the graph of what is inferred, each with its proof.

A consequence is a statement node of its own that names its rule and, by `prov:wasDerivedFrom`, all
that it follows from; beside it stands the plain triple, unless it is denied. The kinship assertions
that consequences rest on are copied from the ontology, so that a dataset carries its proofs whole.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, Quad

from graph.rdf import vocabulary as v
from graph.rdf.documents import chinese

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.rdf.facts import Fact
    from graph.rdf.inference import CitedKinship, Inference


def inference_quads(inference: Inference) -> Iterator[Quad]:
    """Yield everything that is inferred, in the order of its values; first the kinship."""
    for cited in inference.kinships:
        yield from _kinship_quads(cited)
    for fact in inference.consequences:
        yield from _node_quads(fact)
    for subject, relation, obj, denied in dict.fromkeys(f.triple for f in inference.consequences):
        if not denied:
            yield Quad(NamedNode(subject), v.term(relation), NamedNode(obj), v.INFERRED)


def _node_quads(fact: Fact) -> Iterator[Quad]:
    node = NamedNode(fact.iri)
    yield Quad(node, v.TYPE, v.STATEMENT, v.INFERRED)
    yield Quad(node, v.SUBJECT, NamedNode(fact.subject), v.INFERRED)
    yield Quad(node, v.PREDICATE, v.term(fact.relation), v.INFERRED)
    yield Quad(node, v.OBJECT, NamedNode(fact.object), v.INFERRED)
    yield Quad(node, v.MODALITY, v.MODALITY_TERM[fact.modality], v.INFERRED)
    for condition in fact.conditions:
        yield Quad(node, v.CONDITION, chinese(condition), v.INFERRED)
    yield Quad(node, v.DOCUMENT, NamedNode(fact.document), v.INFERRED)
    yield Quad(node, v.BY_RULE, v.term(fact.rule), v.INFERRED)
    for premise in dict.fromkeys(fact.premises):
        yield Quad(node, v.DERIVED_FROM, NamedNode(premise), v.INFERRED)


def _kinship_quads(cited: CitedKinship) -> Iterator[Quad]:
    kinship = cited.kinship
    node = NamedNode(kinship.iri)
    yield Quad(node, v.TYPE, v.KINSHIP, v.INFERRED)
    for name in kinship.narrower:
        yield Quad(node, v.NARROWER, chinese(name), v.INFERRED)
    yield Quad(node, v.BROADER, chinese(kinship.broader), v.INFERRED)
    if kinship.scope:
        yield Quad(node, v.SCOPE, chinese(kinship.scope), v.INFERRED)
    yield Quad(node, v.CITES_DOCUMENT, chinese(kinship.title), v.INFERRED)
    yield Quad(node, v.CITES_ARTICLE, Literal(kinship.article), v.INFERRED)
    yield Quad(node, v.CITES_WORDS, chinese(kinship.words), v.INFERRED)
    for article in cited.articles:
        yield Quad(node, v.DERIVED_FROM, NamedNode(article), v.INFERRED)
