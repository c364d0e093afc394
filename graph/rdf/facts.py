"""What rules work on: statements of a text and consequences alike, as bare facts.

A fact says that a document has one body in a relation to another, how, and on which conditions. One
that a text states rests on nothing; a consequence names its rule and all that it follows from.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pyoxigraph import DefaultGraph

from graph.model import Modality
from graph.rdf import vocabulary as v
from graph.rdf.iris import statement_iri
from graph.rdf.properties import Properties

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pyoxigraph import Store

_MODALITIES: Final = {node.value: modality for modality, node in v.MODALITY_TERM.items()}
# Of several premises the weakest way of stating is that of the consequence: what rests on a
# permission is permitted, and no more.
_WEAKEST_FIRST: Final = (
    Modality.PROHIBITION,
    Modality.PERMISSION,
    Modality.OBLIGATION,
    Modality.DECLARATION,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A relation between two bodies as a document has it.

    `document`, `subject` and `object` are IRIs, `relation` is a local name of the ontology. `rule`
    (a local name) and `premises` (IRIs of facts and kinship assertions, in the order of the rule)
    are empty for what a text states. `depth` counts the rules between the texts and the fact.
    """

    iri: str
    document: str
    subject: str
    relation: str
    object: str
    modality: Modality
    conditions: tuple[str, ...] = ()
    rule: str = ""
    premises: tuple[str, ...] = ()
    depth: int = 0

    @property
    def triple(self) -> tuple[str, str, str, bool]:
        """What is said, whoever says it and however: the plain triple, and whether it is denied."""
        denied = self.modality is Modality.PROHIBITION
        return self.subject, self.relation, self.object, denied

    @property
    def stated(self) -> bool:
        """Whether a text states it."""
        return not self.rule


def stated_facts(store: Store) -> Iterator[Fact]:
    """Yield what the texts of a dataset state, sorted by IRI.

    Raises:
        DatasetError: a statement lacks what the model requires.
    """
    nodes = Properties(store, DefaultGraph())
    for iri in nodes.instances(v.STATEMENT):
        yield Fact(
            iri=iri,
            document=nodes.get(iri, v.DOCUMENT),
            subject=nodes.get(iri, v.SUBJECT),
            relation=nodes.get(iri, v.PREDICATE).removeprefix(v.IG),
            object=nodes.get(iri, v.OBJECT),
            modality=_MODALITIES[nodes.get(iri, v.MODALITY)],
            conditions=tuple(sorted(nodes.all(iri, v.CONDITION))),
        )


def consequence(  # noqa: PLR0913  (what is said, by which rule, from what)
    *, document: str, subject: str, relation: str, obj: str, rule: str, premises: Iterable[Fact]
) -> Fact:
    """Return what follows by a rule from some facts: as they are stated, on all their conditions.

    Its IRI comes from what it says in which document, as if the graph of what is inferred were an
    article of it; the way it was found leaves the IRI alone.
    """
    grounds = tuple(premises)
    modalities = {ground.modality for ground in grounds}
    modality = next(one for one in _WEAKEST_FIRST if one in modalities)
    return Fact(
        iri=consequence_iri(document, subject, relation, obj, modality),
        document=document,
        subject=subject,
        relation=relation,
        object=obj,
        modality=modality,
        conditions=tuple(dict.fromkeys(words for one in grounds for words in one.conditions)),
        rule=rule,
        premises=tuple(ground.iri for ground in grounds),
        depth=1 + max(ground.depth for ground in grounds),
    )


def consequence_iri(
    document: str, subject: str, relation: str, obj: str, modality: Modality
) -> str:
    """Return the IRI of a consequence from what it says and in which document."""
    iri = statement_iri(
        document=document,
        article=v.INFERRED.value,
        subject=subject,
        relation=relation,
        obj=obj,
        modality=modality,
    )
    return str(iri)
