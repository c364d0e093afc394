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
        relations: local names of the relations to follow, None for all that articles can state.
        modalities: how a relation must be stated, None for any way.
        directed: follow a relation from subject to object only; a symmetric one both ways all the
            same.
        inferred: follow what is inferred as well as what a text states.
        backward: with `directed`, follow a relation from object to subject only: from the one who
            is led to the one who leads.
    """

    relations: frozenset[str] | None = None
    modalities: frozenset[Modality] | None = None
    directed: bool = False
    inferred: bool = False
    backward: bool = False

    def allows(self, statement: StoredStatement) -> bool:
        """Tell whether a statement may be followed."""
        return (
            not statement.denied
            and self._asked_for(statement)
            and (self.modalities is None or statement.modality in self.modalities)
        )

    def _asked_for(self, statement: StoredStatement) -> bool:
        return (
            (self.inferred or not statement.inferred)
            # Followed both ways as it is, a symmetric relation needs no mirror.
            and statement.rule != "bySymmetry"
            and (self.relations is None or statement.relation in self.relations)
        )

    def links(self, network: Network, *, denied: bool = False) -> Links:
        """Return, for each body, the bodies one step away with the statements that make the step.

        Bodies and statements keep the order of the network, which is that of the text. A statement
        of a body with itself makes no step.

        Args:
            network: the bodies and statements.
            denied: take denied relations for steps too, to see which way they block.
        """
        found: Links = {}
        for subject, obj, edge in network.edges(data=True):
            statement: StoredStatement = edge["statement"]
            follows = self.allows(statement) or (
                denied and statement.denied and self._asked_for(statement)
            )
            if subject == obj or not follows or not (self.relations or edge["stated"]):
                continue
            both = edge["symmetric"] or not self.directed
            if both or not self.backward:
                found.setdefault(subject, {}).setdefault(obj, []).append(statement)
            if both or self.backward:
                found.setdefault(obj, {}).setdefault(subject, []).append(statement)
        return found
