"""Who approves what is put before them: 经A批准, 征得A的同意."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graph.model import Modality
from graph.reading import lexemes as lx
from graph.reading.entries import ADOPTING
from graph.reading.fields import NOUN_KINDS
from graph.reading.mentions import BODY
from graph.reading.passives import CLOSED
from graph.reading.submissions import CONSENTING, Submissions

if TYPE_CHECKING:
    from graph.reading.group import Group

_AFTER: Final = "后"


class Consents(Submissions):
    """The constructions of 经."""

    __slots__ = ()

    def with_consent(self, index: int) -> int:
        """经A批准: A approves the subject."""
        group = self.argument(index + 1)
        self._requires(index)
        start = index + 1 if group is None else self.brought_along(group)
        indices = self.nps.triggers_from(self.skip(start, lx.ADVERB)) or self._consent_of(start)
        if not indices and group is not None and self._adopted(start):
            extent = (index, start + 1)
            if self.namer is not None or self.applicant() is not None:
                self.prelude(group.mentions, "approves", extent, "经A批准", ADOPTING)
            return start + 1
        end = indices[-1] + 1 if indices else start
        if indices and self._goes_into_noun(end):
            return end  # 经A批准随军的家属
        if indices and self.kinds[end] == lx.OF and self.kinds[end + 1] in NOUN_KINDS:
            return end  # 应当经A决定的事项
        passed_on = self.nps.trigger(indices[-1]) if indices else None
        if passed_on is not None and "Submits" in passed_on.frames and group is not None:
            return self.submission(indices[-1])  # 报经A提请B批准
        self.consenting = group if indices and self.kinds[index - 1] != lx.AND else None
        if indices:
            self.conditions.append((self.chunks[index].start, self.chunks[end - 1].end))
        needed = self.absent and self._forbidden_without(index, end)
        if needed:
            self.absent, self.chain.modality = False, Modality.OBLIGATION
        self._consent(group, indices, index)
        if needed:
            self.absent = True
        return self._next_consent(end) if indices else end

    def _adopted(self, index: int) -> bool:
        """Say whether 通过 closes the clause at `index` (经A通过后，报B批准)."""
        if self.kinds[index] != lx.BASIS or not self.chunks[index].has(ADOPTING):
            return False
        after = self.chunks[index + 1] if index + 1 < len(self.chunks) else None
        said = after is not None and after.kind == lx.GAP and self.text[after.start] == _AFTER
        return said or self.kinds[index + 1] in CLOSED

    def _forbidden_without(self, index: int, end: int) -> bool:
        """Say whether S未经A批准，不得V: without the consent it must not be done."""
        absence = self.kinds[index - 1] == lx.MODAL and self.chunks[index - 1].has("absence")
        following = self.skip(end, lx.COMMA, lx.ADVERB)
        forbids = self.kinds[following] == lx.MODAL
        modality = self.chunks[following].tokens[0].lexeme.modality if forbids else None
        return absence and self.subject is not None and modality is Modality.PROHIBITION

    def _consent(self, group: Group | None, indices: list[int], start: int) -> None:
        """State that A approves what the subject, or who drafted it, submits."""
        for position in indices:
            trigger = self.nps.trigger(position)
            if group is None or trigger is None or not trigger.frames & CONSENTING:
                continue
            for relation in trigger.expresses:
                extent = (start, position + 1)
                ahead = self._before_subject(*extent)
                applicant = None if ahead else self.applicant() or self.namer
                if applicant is not None:  # 由B提出，经A审核
                    self.record(
                        relation, group.mentions, applicant.mentions, extent, "经A批准",
                        trigger.name,
                    )  # fmt: skip
                else:
                    self.prelude(
                        group.mentions, relation, extent, "经A批准", trigger.name,
                        ahead=ahead,
                    )  # fmt: skip

    def _before_subject(self, start: int, end: int) -> bool:
        """Say whether 未经A批准，B不得V: who must have it is named in the clause after."""
        start -= self.kinds[start - 1] == lx.MODAL
        modal = self.skip(end + 1, BODY, lx.AND, lx.WITH, lx.OF)
        prohibits = self.kinds[modal] == lx.MODAL and self.absent
        modality = self.chunks[modal].tokens[0].lexeme.modality if prohibits else None
        opens = self.kinds[start - 1] == lx.SEMICOLON
        opens = opens or modality is Modality.PROHIBITION  # …，未经A批准，B不得V
        return opens and self.kinds[end : end + 2] == [lx.COMMA, BODY]

    def _next_consent(self, end: int) -> int:
        """Read what 、 or 和 adds to 经A批准: 经A复核、B审核; return the index after it."""
        if self.kinds[end] not in (lx.AND, lx.WITH) or self.kinds[end + 1] != BODY:
            return end
        group = self.argument(end + 1)
        indices = [] if group is None else self.nps.triggers_from(self.skip(group.end, lx.ADVERB))
        triggers = [self.nps.trigger(position) for position in indices]
        consents = [t is not None and bool(t.frames & CONSENTING) for t in triggers]
        if group is None or not consents or not all(consents):
            return end
        after = indices[-1] + 1
        if self.kinds[after] not in CLOSED or self.kinds[after] == lx.OF:
            return end
        self._consent(group, indices, end + 1)
        return after

    def _consent_of(self, joint: int) -> list[int]:
        """Return the verb of 征得A的同意, a noun after 的 that closes the clause."""
        if self.kinds[joint] != lx.OF:
            return []
        indices = self.nps.triggers_from(self.skip(joint + 1, lx.ADVERB))
        consents = (self.nps.trigger(position) for position in indices)
        if not any(trigger is not None and trigger.frames & CONSENTING for trigger in consents):
            return []
        return indices if self.kinds[indices[-1] + 1] in CLOSED else []

    def _goes_into_noun(self, index: int) -> bool:
        """Say whether the clause from `index` on only describes a noun at its end."""
        end = self.clause_end(index)
        kinds = self.kinds[index:end]
        if lx.OF not in kinds or self.kinds[index] not in (lx.VERB, lx.TRIGGER, lx.GAP):
            return False
        noun = kinds[len(kinds) - 1 - kinds[::-1].index(lx.OF) + 1 :]
        plain = all(kind in (lx.GAP, lx.NOUN, lx.PEOPLE, lx.AND) for kind in noun)
        return bool(noun) and plain and lx.MODAL not in kinds

    def _requires(self, index: int) -> None:
        """Take the modality that is part of the word: 须经."""
        if self.chunks[index].tokens[0].lexeme.form.startswith("须"):
            self.chain.modality = Modality.OBLIGATION
