"""Contradictions of a dataset: what cannot all hold, with the proof of either side.

Three kinds are looked for, among what is stated and what follows from it: a relation that is
asserted and denied of one pair of bodies, authority of two bodies over each other in one document,
and a body that is in the end part of itself. A contradiction between consequences that rest on the
same words as one already found is not told again.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from graph.ontology import Ontology
    from graph.rdf.stored import Records, StoredStatement

_AUTHORITY: Final = "hasAuthorityOver"
_PART_OF: Final = "partOf"


class ContradictionKind(StrEnum):
    """What is wrong; the values are stable and appear in `report.json`."""

    ASSERTED_AND_DENIED = "asserted-and-denied"
    AUTHORITY_BOTH_WAYS = "authority-both-ways"
    PART_OF_ITSELF = "part-of-itself"


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """Statements that do not go together.

    Attributes:
        kind: what is wrong.
        sides: the statements of either side: asserted and denied, one direction and the other; of a
            body that is part of itself each link of the circle is a side. None is empty.
        leaves: all statements of texts that they rest on, in the order of the text.
    """

    kind: ContradictionKind
    sides: tuple[tuple[StoredStatement, ...], ...]
    leaves: tuple[StoredStatement, ...]


def find_contradictions(records: Records, ontology: Ontology) -> tuple[Contradiction, ...]:
    """Return the contradictions of a dataset, kind by kind, those of the texts first."""
    by_iri = {statement.iri: statement for statement in records.statements}
    order = {iri: place for place, iri in enumerate(by_iri)}
    found: list[Contradiction] = []
    for kind, candidates in (
        (ContradictionKind.ASSERTED_AND_DENIED, _asserted_and_denied(records)),
        (ContradictionKind.AUTHORITY_BOTH_WAYS, _authority_both_ways(records, ontology)),
        (ContradictionKind.PART_OF_ITSELF, _parts_of_themselves(records)),
    ):
        told: set[frozenset[str]] = set()
        for sides in sorted(candidates, key=lambda sides: _rank(sides, order)):
            # Of each side the first is the best known: a text's own words, if it has any.
            ground = frozenset(leaf for side in sides for leaf in _leaves(side[:1], by_iri))
            if ground in told:
                continue
            told.add(ground)
            whole = {leaf for side in sides for leaf in _leaves(side, by_iri)}
            leaves = tuple(by_iri[iri] for iri in sorted(whole, key=order.__getitem__))
            found.append(Contradiction(kind=kind, sides=sides, leaves=leaves))
    return tuple(found)


_Sides = tuple[tuple["StoredStatement", ...], ...]


def _rank(sides: _Sides, order: Mapping[str, int]) -> tuple[int, list[int]]:
    firsts = [side[0] for side in sides]
    return sum(one.inferred for one in firsts), [order[one.iri] for one in firsts]


def _leaves(
    statements: Iterable[StoredStatement], by_iri: Mapping[str, StoredStatement]
) -> set[str]:
    """Return the IRIs of the statements of texts that these rest on."""
    leaves: set[str] = set()
    waiting = [*statements]
    seen: set[str] = set()
    while waiting:
        statement = waiting.pop()
        if statement.iri in seen:
            continue
        seen.add(statement.iri)
        if statement.inferred:
            waiting += [by_iri[iri] for iri in statement.derived_from if iri in by_iri]
        else:
            leaves.add(statement.iri)
    return leaves


def _asserted_and_denied(records: Records) -> Iterator[_Sides]:
    asserted: dict[tuple[str, str, str], list[StoredStatement]] = {}
    denied: dict[tuple[str, str, str], list[StoredStatement]] = {}
    for one in records.statements:
        place = denied if one.denied else asserted
        place.setdefault((one.subject.iri, one.relation, one.object.iri), []).append(one)
    for key, denials in denied.items():
        if key in asserted:
            yield tuple(asserted[key]), tuple(denials)


def _authority_both_ways(records: Records, ontology: Ontology) -> Iterator[_Sides]:
    relations = {
        relation.name for relation in ontology.relations.values() if _AUTHORITY in relation.above
    }
    held: dict[tuple[str, str, str], list[StoredStatement]] = {}
    for one in records.statements:
        if one.relation in relations and not one.denied and one.subject != one.object:
            key = (one.document, one.subject.iri, one.object.iri)
            held.setdefault(key, []).append(one)
    for (document, subject, obj), statements in held.items():
        back = held.get((document, obj, subject))
        if back is not None and subject < obj:
            yield tuple(statements), tuple(back)


def _parts_of_themselves(records: Records) -> Iterator[_Sides]:
    """Yield the shortest circle through each body that is part of itself, document by document."""
    links: dict[str, dict[str, dict[str, list[StoredStatement]]]] = {}
    for one in records.statements:
        # What follows by parts of parts shortens no circle of what it follows from.
        if one.relation == _PART_OF and not one.denied and one.rule != "byPartOfPart":
            wholes = links.setdefault(one.document, {}).setdefault(one.subject.iri, {})
            wholes.setdefault(one.object.iri, []).append(one)
    for wholes_of in links.values():
        for body in wholes_of:
            circle = _circle(body, wholes_of)
            if circle is not None:
                yield tuple(tuple(wholes_of[part][whole]) for part, whole in pairwise(circle))


def _circle(start: str, steps: Mapping[str, Mapping[str, object]]) -> Sequence[str] | None:
    """Return the shortest way from a body to itself, both ends included; None if there is none."""
    before: dict[str, str] = {}
    waiting = deque([start])
    while waiting:
        body = waiting.popleft()
        for whole in steps.get(body, ()):
            if whole == start:
                way = [start, body]
                while way[-1] != start:
                    way.append(before[way[-1]])
                return way[::-1] if body != start else [start, start]
            if whole not in before:
                before[whole] = body
                waiting.append(whole)
    return None
