"""Who approves and who submits: 经A批准, 报A批准, 报A备案, 提请A任免, 报请A…."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graph.model import Modality
from graph.reading import lexemes as lx
from graph.reading.agents import Agents
from graph.reading.entries import ADOPTING, EXAMINING
from graph.reading.fields import NOUN_KINDS
from graph.reading.mentions import BODY
from graph.reading.passives import CLOSED

if TYPE_CHECKING:
    from graph.ontology import Trigger
    from graph.reading.group import Group
    from graph.reading.mentions import Mention

_WITHIN: Final = 40
_AFTER: Final = "后"
_SUGGESTION: Final = ("建议", "提出意见")
_BOUNDS: Final = frozenset((lx.COMMA, lx.SEMICOLON, lx.STOP))
_CONSENTING: Final = frozenset(("Ratifies", "Reviews", "Decides"))


class Consents(Agents):
    """The constructions of 经 and 报."""

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
            if group is None or trigger is None or not trigger.frames & _CONSENTING:
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
        """Say whether ；未经A批准，B不得V: who must have it is named in the clause after."""
        start -= self.kinds[start - 1] == lx.MODAL
        opens = self.kinds[start - 1] == lx.SEMICOLON
        return opens and self.kinds[end : end + 2] == [lx.COMMA, BODY]

    def _next_consent(self, end: int) -> int:
        """Read what 、 or 和 adds to 经A批准: 经A复核、B审核; return the index after it."""
        if self.kinds[end] not in (lx.AND, lx.WITH) or self.kinds[end + 1] != BODY:
            return end
        group = self.argument(end + 1)
        indices = [] if group is None else self.nps.triggers_from(self.skip(group.end, lx.ADVERB))
        triggers = [self.nps.trigger(position) for position in indices]
        consents = [t is not None and bool(t.frames & _CONSENTING) for t in triggers]
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
        if not any(trigger is not None and trigger.frames & _CONSENTING for trigger in consents):
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

    def _decision(self, index: int) -> int:
        """Return the index of what those do who are given something (报A进行合法性审核)."""
        start = self.skip(index, lx.ADVERB)
        if self.kinds[start] != lx.LIGHT:
            return start
        noun = self.skip(start + 1, lx.ADVERB, lx.GAP, lx.NOUN)
        decides = self.nps.trigger(noun)
        if decides is None or self.kinds[noun + 1] not in CLOSED:
            return start
        return noun if decides.frames & _CONSENTING else start

    def submission(self, index: int) -> int:
        """报A批准, 报A备案, 提请A任免（C）, 报请A…."""
        group = self.argument(index + 1)
        if group is None:
            return index + 1
        indices = self.nps.triggers_from(self._decision(group.end))
        end = indices[-1] + 1 if indices else group.end
        self.predicated = True
        if not indices and (examined := self._examined(index, group)) is not None:
            return examined
        decided = False
        described = self.kinds[end] == lx.OF and self.kinds[end + 1] not in CLOSED
        if indices and described:
            return end + 1  # 报A批准的N
        for position in indices:
            trigger = self.nps.trigger(position)
            if trigger is None:
                continue
            if trigger.frames & _CONSENTING:
                for relation in trigger.expresses:
                    self._submitted(group.mentions, relation, (index, end), trigger.name)
            elif "Files" in trigger.frames:
                self.state(trigger, self._filing(), group.mentions, (index, end), "报A备案")
            elif "Appoints" in trigger.frames:
                self._named_by(trigger, group, index, end)
            elif "assigns" in trigger.expresses and self.kinds[end] in CLOSED:
                self.state(trigger, group.mentions, self.acting(), (index, end), "报请A指定")
                continue
            elif self._asked_to_help(trigger, end):
                self.state(trigger, group.mentions, self.acting(), (index, end), "提请A协助")
            else:
                continue
            decided = True
        end = self._others_consent(index, end) if decided else end
        submits = self.nps.trigger(index)
        asked = self.nps.trigger(indices[0]) if indices else None
        heard = asked is not None and "Hears" in asked.frames  # 送A征求意见
        closed = not indices and self.kinds[group.end] in CLOSED
        if (heard or closed) and not group.tail:
            submits = submits or self.chunks[index].entry("Lodges")
        goods = submits is not None and "informs" in submits.expresses and self._hands_goods(index)
        if submits is not None and not goods and (not decided or "reportsTo" in submits.expresses):
            applicant = self.applicant() or (self._consenting(index) if not self.explicit else None)
            paper = self.kinds[group.end] == lx.OF  # 提交B的批准文件
            acting = self.acting() if paper else self._submitting()
            submitting = applicant.mentions if applicant is not None else acting
            self.state(submits, submitting, group.mentions, (index, group.end), "报请B…")
        if decided:
            return end
        asks = submits is not None and not submits.expresses and self._gives(indices)
        told = not indices and self.kinds[group.end] in (lx.COMMA, lx.STOP)  # 报A，向B报告
        if not told and (not indices or asks or self.argument(end) is not None):
            self.causee, self.helped = group, False  # 报请A指定B, not 报A审查后，…
        return group.end

    def _named_by(self, trigger: Trigger, group: Group, index: int, end: int) -> None:
        """Read 提请A任免C: A names them, and so does who proposes them."""
        object_ = self.argument(end)
        named = object_.mentions if object_ is not None else self.named_topic()
        proposer = self.acting() if self.agent is not None or object_ is not None else None
        if proposer is not None and self.causee is not None and not self.helped:
            proposer = self.causee.mentions  # A督促B提请C任免
        self.state(trigger, group.mentions, named, (index, end), "提请A任免")
        self.state(trigger, proposer, named, (index, end), "提请A任免")

    def _asked_to_help(self, trigger: Trigger, end: int) -> bool:
        """Say whether A of 提请A协助, 商请A联合V, 报A协调 does so to the one who asks."""
        if "BringsAlong" in trigger.frames:
            return self.kinds[end] in (lx.TRIGGER, lx.VERB)
        coordinates = "coordinates" in trigger.expresses and "ActsOn" in trigger.frames
        posts = any(mention.kind == "Post" for mention in self.acting() or ())
        last = self.nps.trigger(end - 1)
        studies = last is not None and "Joins" in last.frames
        if coordinates and (posts or studies):
            return False  # 正职的任免报A协调, 报A统筹研究
        return self.kinds[end] in CLOSED and ("Assists" in trigger.frames or coordinates)

    def _gives(self, indices: list[int]) -> bool:
        """Say whether who is asked is to hand something over, or to help."""
        asked = self.nps.trigger(indices[0]) if indices else None
        return asked is not None and bool(asked.frames & {"Hands", "Assists"})

    def _filing(self) -> list[Mention] | None:
        """Return who files: who applies, who names a post (由A任命，报B备案), or who acts."""
        filing = self.applicant() or self.namer
        return filing.mentions if filing is not None else self._submitting()

    def _hands_goods(self, index: int) -> bool:
        """Say whether what is handed over tells nobody anything (将罪犯送交监狱)."""
        before = index - 1
        while before > index - _WITHIN and self.kinds[before] not in (lx.SEMICOLON, lx.STOP):
            if self.chunks[before].has("goods"):
                return True
            before -= 1
        return False

    def _examined(self, index: int, group: Group) -> int | None:
        """Read 提交B进行（初步）审查; return the index after it."""
        verb = self.skip(group.end, lx.LIGHT, lx.GAP, lx.NOUN, lx.ADVERB)
        light = lx.LIGHT in self.kinds[group.end : verb]
        closes = self.kinds[verb + 1] in CLOSED and self.kinds[verb + 1] != lx.OF
        if not light or not closes or self.kinds[verb] != lx.TRIGGER:
            return None
        if not self.chunks[verb].has(EXAMINING):
            return None
        submitting = self._submitting()
        extent = (index, verb + 1)
        self.record("approves", group.mentions, submitting, extent, "报A批准", EXAMINING)
        submits = self.nps.trigger(index)
        if submits is not None:
            self.state(submits, submitting, group.mentions, (index, group.end), "报请B…")
        return verb + 1

    def _submitting(self) -> list[Mention] | None:
        """Return who acts, or whose the thing is that is submitted (B的报告应当报A备案)."""
        acting, owner = self.acting(), self.owner
        if acting is not None or owner is None or owner.mentions[0].kind == "Post":
            return acting
        made = self.kinds[owner.start] in (lx.GAP, lx.NOUN) or self.kinds[owner.end] == lx.OF
        return owner.mentions if made else None

    def _others_consent(self, index: int, end: int) -> int:
        """Read what follows 报A批准 in 报A批准或者B决定; return the index after it."""
        other = self.argument(end + 1) if self.kinds[end] == lx.AND else None
        indices = [] if other is None else self.nps.triggers_from(other.end)
        for position in indices:
            trigger = self.nps.trigger(position)
            if other is not None and trigger is not None and trigger.frames & _CONSENTING:
                for relation in trigger.expresses:
                    extent = (index, indices[-1] + 1)
                    self._submitted(other.mentions, relation, extent, trigger.name)
        return indices[-1] + 1 if indices else end

    def _submitted(
        self, mentions: list[Mention], relation: str, extent: tuple[int, int], entry: str
    ) -> None:
        """State that the one who submits is approved.

        The agent, else the one whose consent came before, else the subject now or to come.
        """
        applicant = self.applicant()
        if applicant is None and not self.explicit:
            applicant = self._consenting(extent[0]) or self.agent  # 由A审议后，报B批准
        if applicant is not None:
            self._suggested(mentions, applicant, extent)
            self.record(relation, mentions, applicant.mentions, extent, "报A批准", entry)
        else:
            if self.subject is not None:
                self._suggested(mentions, self.subject, extent)
            self.prelude(mentions, relation, extent, "报A批准", entry)

    def _suggested(
        self, mentions: list[Mention], applicant: Group, extent: tuple[int, int]
    ) -> None:
        """Read A提出建议，报B决定: what is submitted is a proposal of A to B."""
        comma = self.skip_back(extent[0]) - 1
        comma -= self.kinds[comma] == lx.AND
        start = comma
        while self.kinds[start - 1] not in (*_BOUNDS, BODY):
            start -= 1
        proposes = self.nps.trigger(self.skip(start, lx.ADVERB, lx.MODAL))
        named = self.text.endswith(_SUGGESTION, 0, self.chunks[comma].start)
        if self.kinds[comma] != lx.COMMA or not named or start <= applicant.start:
            return
        if proposes is not None and "advises" in proposes.expresses:
            extent = (start, extent[1])
            self.state(proposes, applicant.mentions, mentions, extent, "提出建议，报B决定")

    def _consenting(self, index: int) -> Group | None:
        """Return A of 经A审查同意后，报B批准, who goes on to submit it."""
        group = self.consenting
        if group is None or self.kinds[index - 1] == lx.AND:
            return None
        between = self.kinds[group.end : index]
        near = between.count(lx.COMMA) <= 1 and lx.SEMICOLON not in between
        if near and lx.COMMA in between:  # 经A同意后，报B, not 经A同意，报B
            comma = group.end + between.index(lx.COMMA)
            near = self.text[self.chunks[comma].start - 1] == "后"
        posts = any(mention.kind == "Post" for mention in group.mentions)
        return group if near and not posts else None
