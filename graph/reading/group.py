"""Coordinated bodies in one argument place of a verb."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.reading import tails

if TYPE_CHECKING:
    from graph.reading.mentions import Mention


@dataclass(slots=True, eq=False)
class Group:
    """Coordinated bodies in one argument place; `end` is the index of the chunk after it.

    `described` marks a class of units picked out only by a clause (系统规模大的单位), `pronoun` an
    anaphor, `another` a body of the same name that is another one (派出它的监察机构), `listed` a
    place filled by the items of the list that follows (下列单位：), with `things` one whose items
    are things of bodies (下列事项：). `tail` is the class of the noun that follows in the same
    argument (see `tails`), `stop` the index after it.
    """

    mentions: list[Mention]
    start: int
    end: int
    pronoun: bool = False
    described: bool = False
    another: bool = False
    listed: bool = False
    things: bool = False
    tail: str = ""
    stop: int = -1

    @property
    def whole(self) -> bool:
        """Whether the bodies themselves are meant, or their work, which stands for them."""
        return self.tail in tails.WHOLE and not self.described
