"""What follows from the texts: consequences by kinship and by the ontology's own rules.

The rules are questions in SPARQL (`rules/*.rq`): each row is a consequence with its premises, so
that the proof comes with the answer. They are asked of a store of bare facts, in the order of
`RULES`, those that can build on themselves until nothing new follows. That ends, cycles or not: no
rule makes a new body, relation or document, so there are finitely many facts.

- Nothing follows that a text states already, and no body is related to itself.
- Of several proofs the shortest is kept, then the one with fewest conditions.
- Inverses are not drawn: a question reads a relation from either side as it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from pyoxigraph import NamedNode, Quad, QuerySolutions, Store

from graph.rdf import vocabulary as v
from graph.rdf.facts import Fact, consequence, stated_facts
from graph.rdf.kinship import kind_facts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graph.model import Modality
    from graph.ontology import Kinship, Ontology

    _Key = tuple[str, str, str, str, Modality]

RULES: Final = {
    "kind-of-kind": "byKindOfKind",
    "said-of-the-kind": "byWhatIsSaidOfTheKind",
    "both-ways": "bySymmetry",
    "part-of-part": "byPartOfPart",
    "broader-relation": "byBroaderRelation",
}
"""The rules in the order in which they are applied: the name of the file, that of the ontology."""

_REPEATED: Final = frozenset({"kind-of-kind", "part-of-part"})
_SYMMETRIC: Final = NamedNode("http://www.w3.org/2002/07/owl#SymmetricProperty")
_BELOW: Final = NamedNode(f"{v.RDFS}subPropertyOf")
_PREMISES: Final = ("first", "second")


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedKinship:
    """A kinship assertion that something follows from, with the IRIs of the articles it cites."""

    kinship: Kinship
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Inference:
    """All that follows from a dataset.

    Attributes:
        consequences: by document, rule and what they say.
        kinships: the assertions they rest on, by IRI.
    """

    consequences: tuple[Fact, ...]
    kinships: tuple[CitedKinship, ...]


def infer(store: Store, ontology: Ontology) -> Inference:
    """Return what follows from what the texts of a dataset state.

    Args:
        store: the dataset; it is not changed, and what may be inferred in it already is not read.
        ontology: the kinship and the relations.

    Raises:
        DatasetError: a statement lacks what the model requires.
    """
    drawing = _Drawing(stated_facts(store), ontology)
    cited: dict[str, tuple[Kinship, set[str]]] = {}
    for fact, kinship, article in list(
        kind_facts(store, list(drawing.facts.values()), ontology.kinships)
    ):
        drawing.add([fact])
        cited.setdefault(kinship.iri, (kinship, set()))[1].add(article)
    for name in RULES:
        while drawing.add(drawing.candidates(name)) and name in _REPEATED:
            pass
    used = {iri for fact in drawing.consequences() for iri in fact.premises}
    return Inference(
        consequences=tuple(drawing.consequences()),
        kinships=tuple(
            CitedKinship(kinship=kinship, articles=tuple(sorted(articles)))
            for iri, (kinship, articles) in sorted(cited.items())
            if iri in used
        ),
    )


class _Drawing:
    """The facts known so far, as values and in a store that the rules can be asked of."""

    def __init__(self, stated: Iterable[Fact], ontology: Ontology) -> None:
        self.facts = {fact.iri: fact for fact in stated}
        self._stated = {fact.triple for fact in self.facts.values()}
        self._known: set[_Key] = set()
        self._store = Store()
        self._store.extend(_axioms(ontology))
        for fact in self.facts.values():
            self._store.extend(_bare(fact))

    def consequences(self) -> list[Fact]:
        """Return all that follows, in a fixed order."""
        order = {rule: place for place, rule in enumerate(RULES.values(), start=1)}
        found = (fact for fact in self.facts.values() if not fact.stated)
        return sorted(
            found, key=lambda fact: (fact.document, order.get(fact.rule, 0), fact.triple, fact.iri)
        )

    def candidates(self, name: str) -> Iterator[Fact]:
        """Yield what follows by one rule from what is known, proof by proof."""
        found = self._store.query(_rule(name))
        assert isinstance(found, QuerySolutions)  # noqa: S101  (a rule is a SELECT)
        names = [variable.value for variable in found.variables]
        for row in list(found):  # all of them before any is added
            value = {name: row[name].value for name in names if row[name] is not None}
            premises = [self.facts[value[one]] for one in _PREMISES if one in value]
            yield consequence(
                document=value["document"],
                subject=value["subject"],
                relation=value["relation"].removeprefix(v.IG),
                obj=value["object"],
                rule=RULES[name],
                premises=premises,
            )

    def add(self, candidates: Iterable[Fact]) -> bool:
        """Add what is new, with the best of its proofs; tell whether there was anything."""
        best: dict[_Key, Fact] = {}
        for fact in candidates:
            key = (fact.document, fact.subject, fact.relation, fact.object, fact.modality)
            if (
                fact.subject == fact.object
                or fact.triple in self._stated
                or key in self._known
                or (key in best and _rank(best[key]) <= _rank(fact))
            ):
                continue
            best[key] = fact
        for key, fact in best.items():
            self._known.add(key)
            self.facts[fact.iri] = fact
            self._store.extend(_bare(fact))
        return bool(best)


def _rank(fact: Fact) -> tuple[int, int, tuple[str, ...], tuple[str, ...]]:
    return fact.depth, len(fact.conditions), fact.premises, fact.conditions


def _bare(fact: Fact) -> Iterator[Quad]:
    """Yield what the rules ask of a fact."""
    node = NamedNode(fact.iri)
    yield Quad(node, v.DOCUMENT, NamedNode(fact.document))
    yield Quad(node, v.SUBJECT, NamedNode(fact.subject))
    yield Quad(node, v.PREDICATE, v.term(fact.relation))
    yield Quad(node, v.OBJECT, NamedNode(fact.object))
    yield Quad(node, v.MODALITY, v.MODALITY_TERM[fact.modality])
    if fact.stated:
        yield Quad(node, v.ARTICLE, NamedNode(fact.document))


def _axioms(ontology: Ontology) -> Iterator[Quad]:
    for relation in ontology.relations.values():
        if relation.symmetric:
            yield Quad(v.term(relation.name), v.TYPE, _SYMMETRIC)
        for above in relation.above:
            yield Quad(v.term(relation.name), _BELOW, v.term(above))


@cache
def _rule(name: str) -> str:
    return (files("graph.rdf") / "rules" / f"{name}.rq").read_text(encoding="utf-8")
