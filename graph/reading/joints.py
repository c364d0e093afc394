"""The joints of a list: whether 和 and 与 join conjuncts, stand inside a name, or open a phrase."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from graph.reading import lexemes as lx
from graph.reading.mentions import BODY
from graph.reading.sharing import SharedHeads

if TYPE_CHECKING:
    from graph.reading.mentions import Mention

ITEM_KINDS: Final = frozenset(
    (lx.GAP, lx.NOUN, lx.STANDING, lx.TITLE_OPEN, lx.PEOPLE, lx.TRIGGER, lx.VERB, lx.GENERIC)
)
_BETWEEN_PARTNERS: Final = frozenset((BODY, lx.AND, lx.WITH, lx.OF, lx.ADVERB, lx.BETWEEN, lx.GAP))
_FURTHEST: Final = 24


@dataclass(slots=True, eq=False)
class Joints(SharedHeads):
    """What joins the conjuncts of a list."""

    def is_preposition(self, index: int) -> bool:
        """Say whether 与 (同, 跟, 和) opens a phrase of its own: A与B协作, A与B是…关系."""
        form = self.chunks[index].tokens[0].lexeme.form
        if form not in ("与", "同", "跟", "和"):
            return False
        if self.kinds[index + 1] != BODY:
            return form not in ("和", "与") or (self.kinds[index - 1] == BODY and form == "与")
        if form == "和" and self._accompanied(index):
            return False  # A与B、C和D合作
        position, furthest = index + 1, index + _FURTHEST
        while position < furthest and self.kinds[position] in _BETWEEN_PARTNERS:
            position += 1
        if self.kinds[position] == lx.TRIGGER:
            trigger = self.chunks[position].tokens[0].lexeme.trigger
            return trigger is not None and "Joins" in trigger.frames
        if self.kinds[position] == lx.COPULA:
            return any(
                chunk.has("relationNoun") for chunk in self.chunks[position : position + _FURTHEST]
            )
        return False

    def _accompanied(self, index: int) -> bool:
        """Say whether the list that the chunk at `index` stands in hangs on 与."""
        position = index - 1
        while position > 0 and self.kinds[position] in (BODY, lx.AND, lx.OF, lx.GAP, lx.NOUN):
            position -= 1
        return self.kinds[position] == lx.WITH and self.is_preposition(position)

    def joined_end(self, joint: int) -> int:
        """Return the end of a name with 和 inside (自然资源和规划、水利等部门).

        Before the last of its conjuncts a list has 、, so that 和 there, and 与 before 等, are
        inside a name.
        """
        if self.kinds[joint] != lx.WITH or self.form(joint) not in ("和", "与"):
            return joint
        end = joint + 1
        while self.kinds[end] in ITEM_KINDS:
            end += 1
        if end == joint + 1 or self.is_level(joint - 1) or self.is_level(end - 1):
            return joint
        goes_on = self.kinds[end] == lx.AND and self.form(end) == "、"
        closes = self.kinds[end] == lx.ETCETERA and self.form(joint) == "与"
        return end if goes_on or closes else joint

    def prefixed(self, mention: Mention, opening: int, closing: int) -> Mention:
        """Return the body whose name begins with the chunks from `opening` up to `closing`."""
        start = self.chunks[opening].start
        prefix = self.passage.text[start : self.chunks[closing].start]
        return replace(mention, start=start, prefix=prefix)

    def form(self, index: int) -> str:
        """Return the form of the first word of the chunk at `index`."""
        return self.chunks[index].tokens[0].lexeme.form
