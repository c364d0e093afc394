"""Where clauses and the parts of a sentence end: what is over then, and what goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graph.reading import lexemes as lx
from graph.reading import tails
from graph.reading.lists import Lists
from graph.reading.mentions import BODY

if TYPE_CHECKING:
    from graph.reading.group import Group

_AFTER: Final = "后"
_WHEN: Final = ("前", "后", "时", "的")
_BEING_UNDER: Final = frozenset((lx.UNDER, lx.ACCEPT, lx.TOWARD))
_DOING: Final = frozenset((lx.VERB, lx.LIGHT, lx.STANDING, lx.TRIGGER, lx.ADVERB))
_DECIDING: Final = frozenset(("Ratifies", "Reviews", "Decides"))


class Boundaries(Lists):
    """What the marks between the clauses of a sentence do."""

    __slots__ = ()

    def comma(self, index: int) -> int:
        """End a clause: what waited for its verb has been used."""
        if self.found and self.found[-1].modality is None:
            self._settle_modality(index)
        if self._is_missing(index):
            self.set_subject(None)  # 没有B的，由A…
        if self.composed is not None:
            self.set_subject(self.composed)  # A、B组成C，C goes on
        self._give_back(index)
        if self._puts_in_charge(index) or self._goes_on_with_created(index):
            chain, organ, founder = self.chain, self.organ, self.subject
            self.set_subject(self.created)  # A应当设立B，负责对本院N的V
            self.chain, self.organ, self.founder = chain, organ, founder
        if self.kinds[index - 1] == lx.OF and self.subject is not None:
            self.at_fault = self.subject
        over = self.kinds[index - 1] == lx.OF or self.text[self.chunks[index].start - 1] == "后"
        said = self.phrases.get("over")
        if said is not None:
            self.told_of(said)
        goes_on = self.kinds[index + 1] in (lx.OVER, lx.LIGHT, lx.ADVERB)
        if said is not None and self.kinds[said.end] == lx.OF and said.tail and not goes_on:
            del self.phrases["over"]  # 受理对B的申诉，
        if self.predicated:
            self.phrases.clear()
        elif self.kinds[index - 1] == lx.OF:
            for role in ("to", "over", "for", "at", "with"):
                phrase = self.phrases.get(role)
                if phrase is not None and not self._only_picks_out(phrase, index):
                    del self.phrases[role]
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

    def _only_picks_out(self, phrase: Group, index: int) -> bool:
        """Say whether a clause that ends at `index` tells which cases a phrase before it means.

        对B管辖的案件，情节严重的，可以提级管辖.
        """
        between = self.kinds[phrase.stop : index]
        alone = between[:1] == [lx.COMMA] and lx.COMMA not in between[1:]
        return phrase.tail == tails.MATTER and alone

    def _give_back(self, index: int) -> None:
        """Let who set up the body act again (A设立B，负责…，并应当…)."""
        modal = self.kinds[self.skip(index + 1, lx.AND, lx.ADVERB)] == lx.MODAL
        if self.founder is not None and modal:
            self.set_subject(self.founder)

    def _settle_modality(self, comma: int) -> None:
        """Let a clause with more than its prelude keep its modality (在A领导下工作，应当…)."""
        if self.text.endswith(_WHEN, 0, self.chunks[comma].start):
            return  # 经A批准后，
        start = comma
        while start > 0 and self.kinds[start - 1] not in lx.BREAKS:
            start -= 1
        first, last = self.chunks[start].start, self.chunks[comma - 1].start
        for said in reversed(self.found):
            if said.start < first:
                break
            if said.modality is not None or said.end > last or said.chain is not self.chain:
                continue
            after = next(i for i in range(start, comma) if self.chunks[i].start >= said.end)
            if self.kinds[after] in _DOING:
                said.modality = said.chain.modality

    def _puts_in_charge(self, comma: int) -> bool:
        """Say whether what a body just set up has in charge follows (设立B，负责…)."""
        created = self.created
        if created is None or created.end != comma:
            return False
        if self.kinds[comma + 1] == lx.OVER:
            return self.kinds[comma + 2] != lx.ADVERB  # 设立B，对C进行监督, not 对所管理的C
        duties = self.chunks[comma + 1 : self.skip(comma + 1, lx.ADVERB) + 1]
        return any(chunk.has("charge") for chunk in duties)

    def _goes_on_with_created(self, comma: int) -> bool:
        """Say whether it goes on whom a body just set up is under (设立B，由C领导，受D监督)."""
        created, found = self.created, self.found[-1] if self.found else None
        if created is None or created is self.subject or found is None:
            return False
        if self.kinds[comma + 1] not in _BEING_UNDER or created.end >= comma:
            return False
        start = comma
        while self.kinds[start - 1] != lx.COMMA and start > created.end:
            start -= 1
        told = found.start >= self.chunks[start].start
        return told and created.mentions in (found.subject, found.object)

    def _denies_still(self, index: int) -> bool:
        """Say whether 不得 has not met its verb yet (不得以提供土地为条件，指定A)."""
        means = -1
        for position in range(index - 1, -1, -1):
            if self.kinds[position] in lx.BREAKS:
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
        self._give_back(index)
        self.phrases.clear()
        self.conditions.clear()
        self.at_fault = None
        if not self.explicit and self.carried.subject:
            self.settle_preludes(self.carried.subject)
        self.drop_preludes()
        self.predicated = self.negated = self.absent = False
        self.following = self.causee = None
        if self.kinds[index + 1] == lx.VIA:
            self.proposer = None  # 由A规定；经B同意，…: that is not of A
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
