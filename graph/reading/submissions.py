"""Who submits, and to whom: 报A批准, 报A备案, 提请A任免, 报请A…."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graph.reading import lexemes as lx
from graph.reading.agents import Agents
from graph.reading.entries import DISPOSING, EXAMINING
from graph.reading.mentions import BODY
from graph.reading.passives import CLOSED

if TYPE_CHECKING:
    from graph.ontology import Trigger
    from graph.reading.group import Group
    from graph.reading.mentions import Mention

_WITHIN: Final = 40
_SUGGESTION: Final = ("建议", "提出意见")
_HELPING: Final = frozenset(("Assists",))
CONSENTING: Final = frozenset(("Ratifies", "Reviews", "Decides"))


class Submissions(Agents):
    """The constructions of 报."""

    __slots__ = ()

    def _decision(self, index: int) -> int:
        """Return the index of what those do who are given something (报A进行合法性审核)."""
        start = self.skip(index, lx.ADVERB)
        if self.kinds[start] in (lx.BASIS, lx.VERB) and (goes := self._through(start)) is not None:
            return goes
        if self.kinds[start] != lx.LIGHT:
            return start
        noun = self.skip(start + 1, lx.ADVERB, lx.GAP, lx.NOUN)
        decides = self.nps.trigger(noun)
        if decides is None or self.kinds[noun + 1] not in CLOSED:
            return start
        return noun if decides.frames & (CONSENTING | _HELPING) else start

    def _through(self, index: int) -> int | None:
        """Return the index of the noun of 报A（依照规定）履行审批程序."""
        verb = index
        if self.kinds[index] == lx.BASIS:
            verb = self.skip(index + 1, lx.GAP, lx.NOUN, lx.TITLE_OPEN)
        noun = self.skip(verb + 1, lx.VERB, lx.GAP, lx.NOUN, lx.STANDING)
        decides = self.nps.trigger(noun) if self.kinds[verb] == lx.VERB else None
        if decides is None or not decides.frames & CONSENTING or noun + 1 >= len(self.chunks):
            return None
        named = self.chunks[noun + 1].has("procedure") and self.kinds[noun + 2] in CLOSED
        return noun if named else None

    def submission(self, index: int) -> int:
        """报A批准, 报A备案, 提请A任免（C）, 报请A…."""
        group = self.argument(index + 1)
        if group is None:
            return index + 1
        indices = self.nps.triggers_from(self._decision(group.end))
        end = indices[-1] + 1 if indices else group.end
        self.predicated = True
        if indices and (passed_on := self._passed_on(index, group, indices[0])) is not None:
            return passed_on
        if not indices and (examined := self._examined(index, group)) is not None:
            return examined
        described = self.kinds[end] == lx.OF and self.kinds[end + 1] not in CLOSED
        if indices and described:
            return end + 1  # 报A批准的N
        done = [self._does(position, group, index, end) for position in indices]
        decided = any(done)  # all of them are stated
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
        if submits is not None and not submits.expresses and self._disposes(group, index):
            extent = (index, group.end)
            who = self._submitting()
            self.record("reportsTo", who, group.mentions, extent, "提请B处置", DISPOSING)
        asks = submits is not None and not submits.expresses and self._gives(indices)
        told = not indices and self.kinds[group.end] in (lx.COMMA, lx.STOP)  # 报A，向B报告
        if not told and (not indices or asks or self.argument(end) is not None):
            self.causee, self.helped = group, False  # 报请A指定B, not 报A审查后，…
        return group.end

    def _does(self, position: int, group: Group, index: int, end: int) -> bool:
        """State what those do before whom a matter comes; say whether that settles it."""
        trigger = self.nps.trigger(position)
        if trigger is None:
            return False
        if trigger.frames & CONSENTING:
            for relation in trigger.expresses:
                self._submitted(group.mentions, relation, (index, end), trigger.name)
        elif "Files" in trigger.frames:
            self.state(trigger, self._filing(), group.mentions, (index, end), "报A备案")
        elif "Appoints" in trigger.frames:
            self._named_by(trigger, group, index, end)
        elif "assigns" in trigger.expresses and self.kinds[end] in CLOSED:
            self.state(trigger, group.mentions, self.acting(), (index, end), "报请A指定")
            return False
        elif self._asked_to_help(trigger, end):
            self.state(trigger, group.mentions, self.acting(), (index, end), "提请A协助")
        else:
            return False
        return True

    def _passed_on(self, index: int, group: Group, verb: int) -> int | None:
        """Read 报A提请B批准: who submits reports to A, and A submits it to B."""
        submits, lodges = self.nps.trigger(verb), self.chunks[index].entry("Lodges")
        if submits is None or "Submits" not in submits.frames or lodges is None:
            return None
        who, topic = self._submitting(), self.subject
        owned = topic is not None and self.kinds[topic.end] == lx.OF
        named = self.nps.trigger(topic.end + 1) if topic is not None and owned else None
        if named is None or "Appoints" not in named.frames:  # not of B的任免
            self.state(lodges, who, group.mentions, (index, group.end), "报A提请B批准")
        agent, self.agent = self.agent, group
        end = self.submission(verb)
        self.agent = agent
        return end

    def _disposes(self, group: Group, index: int) -> bool:
        """Say whether what becomes of the matter stands after those it is brought before."""
        if self.at_fault is not None and self.kinds[self.skip_back(index) - 1] != lx.MODAL:
            return False  # A拒不改正的，提请B处理: others bring it before B
        verb = self.skip(group.end, lx.ADVERB)
        if verb == len(self.chunks) or group.tail:
            return False
        closes = self.kinds[verb + 1] in CLOSED and self.kinds[verb + 1] != lx.OF
        return closes and self.chunks[verb].has(DISPOSING)

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
            if other is not None and trigger is not None and trigger.frames & CONSENTING:
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
        while self.kinds[start - 1] not in (*lx.BREAKS, BODY, lx.OPEN):
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
