"""Which relations are meant: by name, by label in either language, or by their group."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from graph.errors import QueryError
from graph.query.names import long_iri
from graph.query.spelling import plain
from graph.rdf.vocabulary import DRAWN_RELATIONS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.ontology import Ontology, Relation


def get_relation(ontology: Ontology, text: str) -> Relation:
    """Return the one relation that is meant: by its local name, its IRI or a label.

    Args:
        ontology: what relations there are.
        text: `leads`, `ig:leads`, 领导; a label with a gap (向…报告) also without its mark.

    Raises:
        QueryError: there is none, or the label is that of several.
    """
    found = _find(ontology, text)
    if len(found) == 1:
        return found[0]
    if found:
        names = ", ".join(relation.name for relation in found)
        message = f"{text} is the label of {len(found)} relations; expected one of {names}."
        raise QueryError(message)
    raise QueryError(_unknown(ontology, text, groups=()))


def get_relations(ontology: Ontology, texts: Iterable[str]) -> frozenset[str]:
    """Return the local names of the relations that are meant, by name, by label or by group.

    Args:
        ontology: what relations and groups there are.
        texts: such as `leads`, `authority`, or `hasAuthorityOver` of what is inferred; several may
            stand in one text, separated by commas.

    Raises:
        QueryError: one of them means nothing.
    """
    groups: dict[str, set[str]] = {}
    for relation in ontology.relations.values():
        for group in relation.groups:
            groups.setdefault(group, set()).add(relation.name)
    found: set[str] = set()
    for text in (part.strip() for whole in texts for part in whole.replace("，", ",").split(",")):
        members = groups.get(text) or {relation.name for relation in _find(ontology, text)}
        if text in DRAWN_RELATIONS:  # no article states it, but it may be asked for
            members = {text}
        if not members:
            raise QueryError(_unknown(ontology, text, groups=tuple(groups)))
        found |= members
    return frozenset(found)


def _find(ontology: Ontology, text: str) -> list[Relation]:
    wanted, iri = _label(text), long_iri(text)
    relations = ontology.relations.values()
    named = [relation for relation in relations if text == relation.name or iri == relation.iri]
    return named or [
        relation
        for relation in relations
        if wanted in {_label(relation.label_zh), _label(relation.label_en)}
    ]


def _label(text: str) -> str:
    return plain(text).replace("…", "").replace(".", "").casefold()


def _unknown(ontology: Ontology, text: str, groups: tuple[str, ...]) -> str:
    known = [*ontology.relations, *groups]
    labels = {relation.label_zh: relation.name for relation in ontology.relations.values()}
    close = get_close_matches(text, [*known, *labels], cutoff=0.6)
    nearest = tuple(dict.fromkeys(labels.get(name, name) for name in close)) or tuple(known)
    what = "relation or group of relations" if groups else "relation"
    intro = "the nearest are" if close else "expected one of"
    return f"no {what} is named {text}; {intro} {', '.join(nearest)}."
