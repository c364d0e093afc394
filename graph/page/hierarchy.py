"""Who stands above whom: what a relation says about authority, by its groups in the ontology.

The layered layout needs this and nothing else does. A relation of no group listed here, and a
symmetric one, says nothing about levels.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graph.page.layered import Rank

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.ontology import Ontology
    from graph.page.payload import Payload

# Group -> (whether the subject stands above the object, how surely: 0 is the surest).
_GROUPS: Final = {
    "authority": (True, 0),
    "answering": (False, 1),
    "formation": (True, 2),
    "steering": (True, 3),
}


def ranks(payload: Payload, ontology: Ontology) -> Iterable[Rank]:
    """Yield a rank for each link that says who stands above whom.

    Denied links say nothing of it, and inferred ones nothing new.
    """
    for link in payload.links:
        relation = ontology.relations.get(payload.relations[link.relation])
        if relation is None or relation.symmetric or link.denied or link.inferred:
            continue
        for group in relation.groups:
            if group in _GROUPS:
                above, strength = _GROUPS[group]
                ends = (link.subject, link.object) if above else (link.object, link.subject)
                yield Rank(upper=ends[0], lower=ends[1], strength=strength)
