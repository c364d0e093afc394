"""Frames of working together: who joins, takes along or helps whom, and renders what was asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graph.reading import lexemes as lx
from graph.reading.entries import ARRANGED, JOINTLY
from graph.reading.preludes import Preludes

if TYPE_CHECKING:
    from graph.ontology import Trigger
    from graph.reading.call import Call
    from graph.reading.group import Group
    from graph.reading.mentions import Mention

_OR: Final = ("或者", "或")
_ARRANGING: Final = frozenset(("Creates", "TakesCases"))
_HOW: Final = [lx.AND, lx.ADVERB]


class Joining(Preludes):
    """The frames in which another body stands beside the one who acts."""

    __slots__ = ()

    def joins(self, call: Call) -> bool:
        """Read A与B V, A、B互相V, A之间V."""
        actor = call.actor
        if self.created is not None and "coLocatedWith" in call.trigger.expresses:
            actor = self.created.mentions
        elif self.agent is not None and "coLocatedWith" in call.trigger.expresses:
            return False  # A的设置由B确定，与C合署办公: not B
        partner, between = self.phrases.get("with"), self.phrases.get("between")
        start, end = call.extent
        if self.kinds[start - 1] in (lx.GAP, lx.NOUN) or self._modifies(end):
            return False  # 校企合作, 合作促进
        if partner is not None and self.kinds[partner.end] == lx.AND:
            return False  # 厂务公开和B、协商等制度: no one is accompanied
        if partner is not None and self._beside_unnamed(partner.start - 1):
            return False  # N由某人与B协商: who acts is no body
        if "contacts" in call.trigger.expresses and not self._keeps_touch(call, partner):
            return False
        if partner is not None:
            extent = (partner.start - 1, end)
            self.state(call.trigger, actor, partner.mentions, extent, "A与B V")
        elif self.kinds[call.extent[0] - 1] == lx.ADVERB and self._mutual(call.extent[0] - 1):
            self._mutually(call, actor or [])
        elif between is not None:
            self._among(call.trigger, between.mentions, (between.start, end), "A之间V")
        elif self._together(call) and len(actor or []) > 1:
            self._among(call.trigger, actor or [], call.extent, "互相V")  # A、B应当加强协作
        else:
            return False
        return True

    def _keeps_touch(self, call: Call, partner: Group | None) -> bool:
        """Say whether B is whom A contacts (与B联系), and not A和B联系C."""
        beside = partner is not None and self.nps.form(partner.start - 1) in lx.BESIDE
        return beside and call.object is None

    def acts_jointly(self, partner: Group, index: int) -> None:
        """Read A与B共同V, whatever it is that they do."""
        verb = self.nps.trigger(index + 1)
        if verb is not None and "cooperatesWith" in verb.expresses:
            return  # 与B联合协作: the verb says so
        doing = self.kinds[index + 1] in (lx.TRIGGER, lx.VERB, lx.LIGHT)
        if doing and partner.whole and self.nps.form(partner.start - 1) in lx.BESIDE:
            extent = (partner.start - 1, index + 2)
            self.record(
                "cooperatesWith", self.acting(), partner.mentions, extent, "A与B共同V", JOINTLY
            )

    def act_jointly(self, bodies: Group, index: int) -> None:
        """Read A与B共同V, where both are the subject."""
        one, other = self.beside(bodies)
        extent = (bodies.start, index + 2)
        self.record("cooperatesWith", one, other, extent, "A与B共同V", JOINTLY)

    def beside(self, bodies: Group) -> tuple[list[Mention], list[Mention]]:
        """Part the bodies of A与B at 与; without it nobody stands on the other side."""
        for joint in range(bodies.start, bodies.end):
            if self.kinds[joint] == lx.WITH and self.nps.form(joint) in lx.BESIDE:
                here = self.chunks[joint].start
                one = [mention for mention in bodies.mentions if mention.start < here]
                return one, [mention for mention in bodies.mentions if mention.start > here]
        return list(bodies.mentions), []

    def arranges(self, index: int) -> int | None:
        """Read A与B建立…机制, A与B办理…手续: they act together; return the index after it."""
        creates = self.nps.trigger(index)
        if creates is None or not creates.frames & _ARRANGING:
            return None
        end = self.clause_end(index)
        if not self.chunks[end - 1].has(ARRANGED):
            return None
        partner, subject = self.phrases.get("with"), self.subject
        inside = self.kinds[index + 1] == lx.WITH and self.nps.form(index + 1) in lx.BESIDE
        within = self.argument(index + 2) if inside else None  # 建立与B的协作机制
        closes = within is not None and self.kinds[within.end] in (lx.OF, lx.STANDING)
        if within is not None and closes and not within.described:
            one, other = self.acting(), within.mentions
            self.record("cooperatesWith", one, other, (index, end), "A与B建立机制", ARRANGED)
            self.predicated = True
            return end
        if partner is None and subject is not None and self._founded_together(index, end):
            for number, one_body in enumerate(subject.mentions[:-1]):
                others = subject.mentions[number + 1 :]
                extent = (subject.start, end)
                self.record("cooperatesWith", [one_body], others, extent, "A与B建立机制", ARRANGED)
            self.predicated = True
            return end
        opens = partner is not None and self.nps.form(partner.start - 1) in lx.BESIDE
        if partner is not None and opens and partner.whole:
            made = self.causee is not None and not self.clause_changed(self.causee, index)
            one = self.causee.mentions if made and self.causee is not None else self.acting()
            other, start = partner.mentions, partner.start - 1
        elif partner is None and subject is not None and self.skip(subject.end, lx.MODAL) == index:
            one, other = self.beside(subject)
            start = subject.start
        else:
            return None
        self.record("cooperatesWith", one, other, (start, end), "A与B建立机制", ARRANGED)
        self.predicated = True
        return end if other else None

    def _founded_together(self, index: int, end: int) -> bool:
        """Say whether what those in a row set up is for working together (建立信息共享机制)."""
        subject = self.subject
        if subject is None or len(subject.mentions) == 1 or self._alternatives():
            return False
        if self.skip(subject.end, lx.MODAL) != index or self.beside(subject)[1]:
            return False
        levels = any(one.kind == "Government" for one in subject.mentions)
        others = any(one.quantifier.startswith("其他") for one in subject.mentions)
        if levels or others:
            return False  # 市、县人民政府应当建立联动机制: each of them does
        return any(self.chunks[at].has("sharedWork") for at in range(index + 1, end))

    def _beside_unnamed(self, joint: int) -> bool:
        """Say whether people or a word that names no body stand between 由 and 与."""
        start = joint
        while self.kinds[start - 1] in (lx.GAP, lx.NOUN, lx.PEOPLE):
            start -= 1
        return start < joint and self.kinds[start - 1] == lx.BY

    def _mutually(self, call: Call, actor: list[Mention]) -> None:
        """Read 互相V: with whoever stood beside the subject (A同B分工负责，互相配合)."""
        beside = self.accompanied_by
        if (founded := self._arranged(call.extent[0] - 1)) is not None:
            if len(founded) > 1:
                self._among(call.trigger, founded, call.extent, "互相V")
        elif beside is not None and beside.mentions is not actor:
            self.state(call.trigger, actor, beside.mentions, call.extent, "互相V")
        elif not self._beside_people(call.extent[0]):
            self._among(call.trigger, actor, call.extent, "互相V")

    def arranged(self, index: int) -> None:
        """Read 建立A、B等部门相互V的机制, where the verb at `index` only describes a noun."""
        trigger = self.nps.trigger(index)
        if trigger is None or self.kinds[index - 1] != lx.ADVERB or not self._mutual(index - 1):
            return
        founded = self._arranged(index - 1) or []
        if len(founded) > 1:
            self._among(trigger, founded, (index - 1, index + 1), "互相V")

    def _arranged(self, adverb: int) -> list[Mention] | None:
        """Return the bodies of 建立A、B等部门相互V的机制, nothing where they are not read.

        None, if nothing is set up: then the subject is meant.
        """
        start = 0 if self.subject is None else self.subject.end
        for position in range(adverb - 1, start - 1, -1):
            trigger = self.nps.trigger(position)
            if self.kinds[position] == lx.COMMA:
                return None
            if trigger is not None and "Creates" in trigger.frames:
                group = self.argument(position + 1)
                return group.mentions if group is not None and group.end == adverb else []
        return None

    def _beside_people(self, index: int) -> bool:
        """Say whether people stand beside the subject (与其父母联系，互相配合)."""
        start = 0 if self.subject is None else self.subject.end
        return any(
            self.kinds[position] == lx.WITH and self.nps.form(position) in lx.BESIDE
            for position in range(start, index)
        )

    def _together(self, call: Call) -> bool:
        """Say whether those who act do so with each other (加强协作, not 予以配合)."""
        start, end = call.extent
        light = self.chunks[start - 1] if start else None
        if light is None or light.kind != lx.LIGHT or light.has("rendering"):
            return False
        if self.accompanied_by is not None or self._alternatives() or self._partner_unread():
            return False
        alone = "Assists" not in call.trigger.frames and not call.trigger.compounds
        return alone and self._ends(end)

    def _partner_unread(self) -> bool:
        """Say whether 与 stands before those who act: with whom, has not been read."""
        position = -1 if self.subject is None else self.subject.start - 1
        while position >= 0 and self.kinds[position] not in lx.BREAKS:
            if self.kinds[position] == lx.WITH and self.nps.form(position) in lx.BESIDE:
                return True
            position -= 1
        return False

    def _alternatives(self) -> bool:
        """Say whether one or the other acts (A或者B应当进行协商)."""
        subject = self.subject
        if subject is None:
            return False
        return any(self.nps.form(index) in _OR for index in range(subject.start, subject.end))

    def _ends(self, index: int) -> bool:
        return self.kinds[index] in lx.BREAKS

    def _modifies(self, index: int) -> bool:
        """Say whether a noun of doing goes on at `index`, so that the verb before is part of it."""
        return self.kinds[index] == lx.VERB and self.kinds[index + 1] == lx.OF

    def _among(
        self, trigger: Trigger, bodies: list[Mention], extent: tuple[int, int], construction: str
    ) -> None:
        """Read A、B（应当）互相V: each with each, or one class of bodies with itself."""
        if "coordinates" in trigger.expresses:
            return  # 相互协调: nobody coordinates the others
        if len(bodies) == 1:
            self.state(trigger, bodies, bodies, extent, construction, another=True)
        for number, body in enumerate(bodies[:-1]):
            self.state(trigger, [body], bodies[number + 1 :], extent, construction)

    def _mutual(self, index: int) -> bool:
        return self.chunks[index].has("mutual")

    def and_with(self, call: Call) -> None:
        """协调B与C协作: the one accompanied is acted on as well."""
        end = call.extent[1]
        if "coordinates" not in call.trigger.expresses or self.kinds[end] != lx.WITH:
            return
        other = self.argument(end + 1)
        if other is not None:
            extent = (call.extent[0], other.end)
            self.record(
                "coordinates", call.actor, other.mentions, extent, "A V B与C", call.trigger.name
            )

    def brings_along(self, call: Call) -> bool:
        """Read A会同B."""
        if not call.direct or call.object is None:
            return False
        named = self.kinds[call.extent[0] - 1] == lx.OF  # 企业的联合组织
        start = call.extent[0]
        first = self.nps.trigger(start) is call.trigger
        if first and self.kinds[start + 1 : start + 3] == _HOW:
            return False  # 联合或者单独推荐B: it says how
        acts = self.kinds[start + 1] == lx.TRIGGER and call.object.start > start + 1
        if first and acts and not call.trigger.compounds:
            return False  # 联合设立B
        if named or all(mention.kind == "Meeting" for mention in call.direct):
            return False  # 召开联合审查会议
        self.brought.add(call.object.start)
        self.state(call.trigger, call.actor, call.direct, call.extent, "A会同B")
        return True

    def brought_along(self, group: Group) -> int:
        """Read A会同B of 经A会同B批准, 由A会同B V; return the index after the bodies."""
        trigger = self.nps.trigger(group.end)
        if trigger is None or "BringsAlong" not in trigger.frames:
            return group.end
        partner = self.argument(group.end + 1)
        if partner is None:
            return group.end
        self.brought.add(partner.start)
        extent = (group.start, partner.end)
        self.state(trigger, group.mentions, partner.mentions, extent, "A会同B")
        return partner.end

    def assists(self, call: Call) -> bool:
        """Read （应B要求）予以V."""
        start = call.extent[0]
        asked = self.carried.subject
        if self.previous is not None:
            asked = self.previous.mentions
        if self.ground is not None:
            asked = self.ground.mentions
        before = self.previous
        if before is not None and self.subject is not None and before.end + 1 == self.subject.start:
            return False  # A、B、N的C应当予以协助: they are one list
        caused = self.causee if not self.helped else None
        if caused is not None and not self.clause_changed(caused, start):
            asked = self.acting()  # 请B予以协助
        if asked is None:
            asked = self._agent_before(start)
        alone = call.object is None and asked is not call.actor
        places = (lx.ADVERB, lx.LIGHT, lx.MODAL)
        required = self.ground is not None and self.kinds[start - 1] == lx.COMMA
        if not alone or (self.kinds[start - 1] not in places and not required):
            return False
        self.state(call.trigger, call.actor, asked, call.extent, "（应B要求）予以V")
        return True

    def renders(self, call: Call) -> bool:
        """Read 予以V: what is rendered is rendered to the subject before this one."""
        start = call.extent[0]
        light = self.chunks[start - 1] if start else None
        caused = self.causee is not None and not self.clause_changed(self.causee, start)
        if call.object is not None or call.over is not None or (self.elsewhere and not caused):
            return False
        if light is None or not light.has("rendering"):
            return False
        if self.upholds_claim(call):
            return False
        asked = self.previous.mentions if self.previous is not None else None
        if caused:
            asked = self.acting()  # 提请B予以协调
        self.state(call.trigger, call.actor, asked, call.extent, "予以V")
        return bool(asked)

    def _agent_before(self, index: int) -> list[Mention] | None:
        """Return A of 由A办理，B予以配合: who acted in the clause before."""
        for group in reversed(self.objects):
            between = self.kinds[group.end : index]
            if lx.SEMICOLON in between or lx.STOP in between:
                break
            if self.kinds[group.start - 1] == lx.BY and between.count(lx.COMMA) == 1:
                return group.mentions
        return None

    def upholds_claim(self, call: Call) -> bool:
        """Say whether 人民法院予以支持 is said, which upholds a claim."""
        judges = any(mention.kind == "Court" for mention in call.actor or ())
        return judges and "supports" in call.trigger.expresses
