"""Kinship: which bodies of a dataset are of which kind, by the words of an article.

An assertion of the ontology holds for the document it cites and for no other, and only if the
article it cites says the words it quotes. Its names are looked up among the bodies that the
statements of that document speak of.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pyoxigraph import DefaultGraph

from graph.model import Modality
from graph.rdf import vocabulary as v
from graph.rdf.facts import Fact, consequence_iri
from graph.rdf.iris import DocumentIri, ProvisionIri, parse_iri
from graph.rdf.properties import Properties

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pyoxigraph import Store

    from graph.ontology import Kinship

RULE: Final = "byKinship"
"""The rule (a local name of the ontology) by which an article makes a body one of a kind."""


def kind_facts(
    store: Store, stated: Iterable[Fact], kinships: Iterable[Kinship]
) -> Iterator[tuple[Fact, Kinship, str]]:
    """Yield who is a kind of whom, with the assertion and the IRI of the article that says so.

    Args:
        store: the dataset.
        stated: what its texts state.
        kinships: the assertions of the ontology.
    """
    nodes = Properties(store, DefaultGraph())
    spoken: dict[str, set[str]] = {}
    for fact in stated:
        spoken.setdefault(fact.document, set()).update((fact.subject, fact.object))
    for kinship in kinships:
        for document in sorted(spoken):
            if kinship.title not in nodes.all(document, v.TITLE):
                continue
            article = _article(document, kinship, nodes)
            if article is None:
                continue
            names = _names(spoken[document], nodes)
            for subject in _meant(kinship.narrower, names):
                for obj in _meant((kinship.broader,), names):
                    if subject != obj:
                        yield _fact(document, subject, obj, kinship), kinship, article


def _fact(document: str, subject: str, obj: str, kinship: Kinship) -> Fact:
    relation = v.KIND_OF.value.removeprefix(v.IG)
    return Fact(
        iri=consequence_iri(document, subject, relation, obj, Modality.DECLARATION),
        document=document,
        subject=subject,
        relation=relation,
        object=obj,
        modality=Modality.DECLARATION,
        conditions=(kinship.scope,) if kinship.scope else (),
        rule=RULE,
        premises=(kinship.iri,),
        depth=1,
    )


def _article(document: str, kinship: Kinship, nodes: Properties) -> str | None:
    """Return the IRI of the article that is cited, if the document has it with those words."""
    parsed = parse_iri(document)
    if not isinstance(parsed, DocumentIri):
        return None
    article = str(ProvisionIri(document=parsed.name, provision=f"article/{kinship.article}"))
    texts = (
        text
        for node in nodes.nodes(v.TEXT)
        if node == article or node.startswith(f"{article}/")
        for text in nodes.all(node, v.TEXT)
    )
    return article if any(kinship.words in text for text in texts) else None


def _names(bodies: Iterable[str], nodes: Properties) -> dict[str, tuple[set[str], set[str]]]:
    """Return for each name the bodies that prefer it and those that bear it besides."""
    found: dict[str, tuple[set[str], set[str]]] = {}
    for body in bodies:
        for place, predicate in enumerate((v.PREFERRED_NAME, v.OTHER_NAME)):
            for name in nodes.all(body, predicate):
                found.setdefault(name, (set(), set()))[place].add(body)
    return found


def _meant(names: Iterable[str], known: Mapping[str, tuple[set[str], set[str]]]) -> list[str]:
    """Return the bodies that names mean: those that prefer one, or else the only one to bear it."""
    preferring: set[str] = set()
    bearing: set[str] = set()
    for name in names:
        prefer, bear = known.get(name, (set(), set()))
        preferring |= prefer
        bearing |= bear
    if preferring:
        return sorted(preferring)
    return sorted(bearing) if len(bearing) == 1 else []
