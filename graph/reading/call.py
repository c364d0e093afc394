"""One verb with its arguments, as the frames see it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.ontology import Trigger
    from graph.reading.group import Group
    from graph.reading.mentions import Mention


@dataclass(slots=True, eq=False, kw_only=True)
class Call:
    """One verb with its arguments.

    `extent` from the verbs to the end of the object, `wide` with what is before.
    """

    trigger: Trigger
    actor: list[Mention] | None
    object: Group | None
    over: Group | None
    to: Group | None
    extent: tuple[int, int]
    wide: tuple[int, int]

    @property
    def direct(self) -> list[Mention] | None:
        """The bodies of the object, where it names bodies and not a class described by a clause."""
        if self.object is None or self.object.described:
            return None
        return self.object.mentions
