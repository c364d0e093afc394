"""Which statements a path may follow, and in which direction."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.model import Modality
    from graph.network.view import Network
    from graph.rdf.stored import StoredStatement

    Links = dict[str, dict[str, list[StoredStatement]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Walk:
    """A rule for following statements. Whatever it says, a denied one is never followed.

    Attributes:
        relations: local names of the relations to follow, None for all.
        modalities: how a relation must be stated, None for any way.
        directed: follow a relation from subject to object only; a symmetric one both ways all the
            same.
        inferred: follow what is inferred as well as what a text states.
    """

    relations: frozenset[str] | None = None
    modalities: frozenset[Modality] | None = None
    directed: bool = False
    inferred: bool = False

    def allows(self, statement: StoredStatement) -> bool:
        """Tell whether a statement may be followed."""
        return (
            not statement.denied
            and (self.inferred or not statement.inferred)
            and (self.relations is None or statement.relation in self.relations)
            and (self.modalities is None or statement.modality in self.modalities)
        )

    def links(self, network: Network) -> Links:
        """Return, for each body, the bodies one step away with the statements that make the step.

        Bodies and statements keep the order of the network, which is that of the text. A statement
        of a body with itself makes no step.
        """
        found: Links = {}
        for subject, obj, edge in network.edges(data=True):
            statement: StoredStatement = edge["statement"]
            if subject == obj or not self.allows(statement):
                continue
            found.setdefault(subject, {}).setdefault(obj, []).append(statement)
            if edge["symmetric"] or not self.directed:
                found.setdefault(obj, {}).setdefault(subject, []).append(statement)
        return found
