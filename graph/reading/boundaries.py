"""Where clauses and the parts of a sentence end: what is over then, and what goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graph.reading import lexemes as lx
from graph.reading.lists import Lists
from graph.reading.mentions import BODY

if TYPE_CHECKING:
    from graph.reading.group import Group

_AFTER: Final = "后"
_DECIDING: Final = frozenset(("Ratifies", "Reviews", "Decides"))


class Boundaries(Lists):
    """What the marks between the clauses of a sentence do."""

    def comma(self, index: int) -> int:
        """End a clause: what waited for its verb has been used."""
        if self._is_missing(index):
            self.set_subject(None)  # 没有B的，由A…
        if self.composed is not None:
            self.set_subject(self.composed)  # A、B组成C，C goes on
        if self.kinds[index - 1] == lx.OF and self.subject is not None:
            self.at_fault = self.subject
        over = self.kinds[index - 1] == lx.OF or self.text[self.chunks[index].start - 1] == "后"
        said = self.phrases.get("over")
        goes_on = self.kinds[index + 1] in (lx.OVER, lx.LIGHT, lx.ADVERB)
        if said is not None and self.kinds[said.end] == lx.OF and said.tail and not goes_on:
            del self.phrases["over"]  # 受理对B的申诉，
        if self.predicated:
            self.phrases.clear()
        elif self.kinds[index - 1] == lx.OF:
            for role in ("to", "over", "for", "at", "with"):
                self.phrases.pop(role, None)
        if self.predicated:
            self.conditions.clear()
        self.negated = self.negated and self._denies_still(index)
        self.predicated = self.elsewhere = self.absent = self.respective = False
        self.unnamed_addressee = False
        if over or self.kinds[index + 1] in (lx.MODAL, BODY):
            # else A of 由A V B goes on acting; …的， and …后， end it
            self.agent = self._deciders(index) or self._submitters(index)
        proposer = self.proposer
        if over and proposer is not None and not self.clause_changed(proposer, index - 1):
            self.proposer = None  # 由A V的，: that was the condition
        return index + 1

    def _denies_still(self, index: int) -> bool:
        """Say whether 不得 has not met its verb yet (不得以提供土地为条件，指定A)."""
        means = -1
        for position in range(index - 1, -1, -1):
            if self.kinds[position] in (lx.COMMA, lx.SEMICOLON, lx.STOP):
                return False
            if self.kinds[position] == lx.MEANS:
                means = position
            if self.kinds[position] == lx.MODAL:
                return means == position + 1
        return False

    def _is_missing(self, index: int) -> bool:
        """Say whether the clause that ends at `index` says that there is no such body."""
        subject = self.subject
        if not self.absent or self.kinds[index - 1] != lx.OF or subject is None:
            return False
        return (
            self.kinds[subject.start - 1] == lx.MODAL
            and max(subject.stop, subject.end) == index - 1
        )

    def semicolon(self, index: int) -> int:
        """End a part of the sentence; the subject goes on."""
        self.phrases.clear()
        self.conditions.clear()
        self.at_fault = None
        if not self.explicit and self.carried.subject:
            self.settle_preludes(self.carried.subject)
        self.drop_preludes()
        self.predicated = self.negated = self.absent = False
        self.following = self.causee = None
        if self.kinds[index + 1] != lx.AND:
            self.agent = None  # ；或者交B审议: it is still A of 由A决定 who acts
        return index + 1

    def _deciders(self, comma: int) -> Group | None:
        """Return A of 由A批准的，抄送B, who tells others of it."""
        verb, agents = self.nps.trigger(comma - 2), self.objects[-1] if self.objects else None
        if verb is None or not verb.frames & _DECIDING or self.kinds[comma - 1] != lx.OF:
            return None
        told = self.nps.trigger(self.skip(comma + 1, lx.ADVERB, lx.MODAL))
        tells = told is not None and "informs" in told.expresses
        if agents is None or agents.end != comma - 2 or self.kinds[agents.start - 1] != lx.BY:
            return None
        return agents if tells and not agents.described else None

    def _submitters(self, comma: int) -> Group | None:
        """Return A of 由A审议后，报B批准, who goes on to submit it."""
        agents, following = self.agent, self.skip(comma + 1, lx.ADVERB)
        if agents is None or self.kinds[agents.start - 1] != lx.BY:
            return None
        after = self.text[self.chunks[comma].start - 1] == _AFTER
        submits = self.kinds[following] == lx.SUBMIT and not self.explicit
        near = lx.COMMA not in self.kinds[agents.end : comma]
        return agents if after and submits and near else None
