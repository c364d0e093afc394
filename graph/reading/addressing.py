"""Frames of speaking to another body: who is told, asked, answered, served, heard."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graph.reading import lexemes as lx
from graph.reading import tails
from graph.reading.addressees import Addressees
from graph.reading.entries import EXAMINING, RETURNING, WHOLLY
from graph.reading.mentions import BODY

if TYPE_CHECKING:
    from graph.reading.call import Call
    from graph.reading.group import Group


_REQUEST: Final = "要求"
_MOTION: Final = "案"
_BEFORE_REPORTS: Final = frozenset((lx.OF, lx.GAP, lx.NOUN, lx.VERB, lx.TRIGGER))


class Addressing(Addressees):
    """The frames in which another body is addressed."""

    __slots__ = ()

    def serves(self, call: Call) -> bool:
        """Read 为B V, 由A V of what B has."""
        to = call.to if "Provides" in call.trigger.frames else None
        served = self.phrases.get("for") or call.over or to
        if served is None and self.agent is not None and self.owner is not None:
            extent = call.extent  # B的经费由A予以保障
            self.state(call.trigger, call.actor, self.owner.mentions, extent, "由A V")
            return True
        if served is None or served.described:
            return False
        extent = (served.start - 1, call.extent[1])
        self.state(call.trigger, call.actor, served.mentions, extent, "为B V")
        return True

    def answers(self, call: Call) -> bool:
        """Read 对B V, 向B V."""
        answered = call.over or call.to
        if answered is None or answered.tail or answered.described:
            return False
        if self.kinds[call.extent[1]] == lx.VERB:
            return False  # 负责答复
        self.state(
            call.trigger,
            call.actor,
            answered.mentions,
            call.wide,
            "对B V",
            another=answered.another,
        )
        return True

    def charges(self, call: Call) -> bool:
        """Read 负责B的管理工作: who is in charge does to B what the noun says."""
        object_ = call.object
        if object_ is None and self.kinds[call.extent[1]] == lx.OVER:
            object_ = self.argument(call.extent[1] + 1)  # 负责对B的指导工作
        if object_ is None or object_.tail != tails.STANDING or object_.described:
            return False
        stated = False
        for chunk in self.chunks[object_.end : object_.stop]:
            if chunk.has(WHOLLY):
                extent = (call.extent[0], object_.stop)
                self.record("leads", call.actor, object_.mentions, extent, "A主持B的工作", WHOLLY)
                return True
            for token in chunk.tokens:
                doing = token.lexeme.trigger
                if doing is not None and "ActsOn" in doing.frames:
                    extent = (call.extent[0], object_.stop)
                    self.state(doing, call.actor, object_.mentions, extent, "A负责B的V工作")
                    stated = True
        return stated

    def proposes(self, call: Call) -> bool:
        """Read 向B提出建议, 提出对B的V案."""
        if self._moves(call) or self._puts_forward(call):
            return True
        start = call.extent[0]
        over = None if self._dealt_with(call.over, start) else call.over
        addressed = call.to or over or self._told_before(start) or self._inspected(start)
        if self._accounts(call, addressed):
            return True
        if addressed is None and self._proposal(start):
            self.mover = self.subject  # A提出修正案，由B决定
        if addressed is None or addressed.described or not self._proposal(start):
            return False
        self.mover = self.subject
        if self.clause_has(start, "resigning"):
            return True  # 向B提出辞职: no advice, but B decides on it
        extent = (call.wide[0], self.clause_end(start))
        self.state(call.trigger, call.actor, addressed.mentions, extent, "向B提出建议")
        return True

    def _dealt_with(self, over: Group | None, index: int) -> bool:
        """Say whether a clause before has done what 对B is about (对B进行评价，提出建议)."""
        if over is None:
            return False
        between = self.kinds[over.stop : index]
        return lx.COMMA in between and lx.LIGHT in between[: between.index(lx.COMMA)]

    def _proposal(self, index: int) -> bool:
        """Say whether the clause from `index` on names a proposal, or a motion (罢免案)."""
        last = self.clause_end(index) - 1
        asks = self.nps.form(last) == _REQUEST and self.clause_has(index, EXAMINING)
        moves = self.text[self.chunks[last].end - 1] == _MOTION
        return moves or asks or self.clause_has(index, "proposal")  # 进行审查的要求

    def _puts_forward(self, call: Call) -> bool:
        """Read 提出B的人选: who proposes them has a part in naming them."""
        named = call.object
        if named is None or not call.direct or any(one.kind != "Post" for one in call.direct):
            return False
        noun = self.chunks[self.clause_end(named.end) - 1].entry("Candidacy")
        if noun is None or self.kinds[named.end] not in (lx.OF, lx.STANDING):
            return False
        extent = (call.extent[0], self.clause_end(named.end))
        self.state(noun, call.actor, call.direct, extent, "提出B的人选")
        return True

    def _moves(self, call: Call) -> bool:
        """Read 提出对B的V案, 提出B的V案, a motion by name (质询案, 罢免案)."""
        over = self.kinds[call.extent[1]] == lx.OVER
        target = self.argument(call.extent[1] + 1) if over else call.object
        verb = None if target is None else self.skip(target.end, lx.OF)
        moved = None if verb is None else self.nps.trigger(verb)
        if target is None or verb is None or moved is None or verb + 1 >= len(self.chunks):
            return False
        if self.text[self.chunks[verb].end : self.chunks[verb + 1].end] != _MOTION:
            return False
        extent = (call.extent[0], verb + 1)
        if not over and "Appoints" not in moved.frames:
            return False  # 提出B的质询案: whose it is
        self.state(moved, call.actor, target.mentions, extent, "提出对B的V案")
        return True

    def _accounts(self, call: Call, addressed: Group | None) -> bool:
        """Read 向B提出报告, 向B提供报告."""
        end = self.clause_end(call.extent[0])
        noun = self.chunks[end - 1]
        account = noun.entry("Account") or noun.entry("Paper")
        before = _BEFORE_REPORTS if call.trigger.frames & {"Submits", "Proposes"} else (lx.OF,)
        if account is None and noun.has("report") and self.kinds[end - 2] in before:
            account = noun.entry("Tells")
        if addressed is None or account is None:
            return False
        extent = (call.wide[0], end)
        self.state(account, call.actor, addressed.mentions, extent, "向B提出报告")
        return True

    def addresses(self, call: Call) -> bool:
        """Read 向B反映: only who is addressed by name."""
        return call.to is not None and self.tells(call)

    def hands(self, call: Call) -> bool:
        """Read 向B提供材料."""
        if (served := self.phrases.get("for")) is not None:
            return self._helps(call, served)
        start = call.extent[0]
        if self._accounts(call, call.to):
            return True
        if self._asked_for(call):
            return True
        while self.kinds[start - 1] not in lx.BREAKS:
            start -= 1
        if not self.clause_has(start, "material"):
            return False
        if call.to is not None or call.object is not None:
            return self.tells(call)
        asking, construction = self._asking()
        if asking is None:
            return self.tells(call)
        extent = (call.extent[0], self.clause_end(call.extent[0]))
        self.state(call.trigger, call.actor, asking.mentions, extent, construction)
        return True

    def _asking(self) -> tuple[Group | None, str]:
        """Return to whom, if the clause before says so, and by which construction it does.

        根据B的要求，A提供资料; B调查时，A提供材料.
        """
        before, subject = self.previous, self.subject
        if self.ground is not None and self._demands(self.ground.end):
            return self.ground, "根据B的要求V"
        if before is None or subject is None or self.kinds[subject.start - 1] != lx.COMMA:
            return None, ""
        when = self.text[self.chunks[subject.start - 1].start - 1] == "时"
        return (before, "B…时，A V") if when else (None, "")

    def tells(self, call: Call) -> bool:
        """Read the addressee: 向B V, V B, or a body just spoken of where it is left out."""
        to = call.to
        over = call.over
        if to is None and over is not None and "reportsTo" in call.trigger.expresses:
            to = None if over.tail else over  # 对B负责并报告工作
        elif to is None and over is not None and "advises" in call.trigger.expresses:
            acts = self.kinds[over.start - 2] in (lx.MODAL, BODY)
            to = over if over.whole and acts else None  # 对B的工作提出意见
        start, end = call.extent
        if self.chunks[start - 1].has("goods"):
            return False  # 无偿移交B: a building, no news
        if to is not None and not to.described:
            self.state(call.trigger, call.actor, to.mentions, (to.start - 1, end), "向B V")
        elif (meeting := self._meeting_told(end)) is not None:
            self.state(call.trigger, call.actor, [meeting], (start, end + 1), "A V B")
        elif call.object is not None and not call.object.tail and not call.object.described:
            self.state(call.trigger, call.actor, call.object.mentions, call.extent, "A V B")
            self._sends_back(call, call.object)
        elif self._leaves_out_addressee(call):
            extent = (start, self.clause_end(start))
            told = self.objects[-1].mentions
            self.state(call.trigger, call.actor, told, extent, "V（向B）")
            if self.kinds[start - 1] == lx.ADVERB and self._mutual(start - 1):
                self.state(call.trigger, told, call.actor, extent, "相互V")
        elif (above := self._above(call)) is not None:
            self.state(call.trigger, call.actor, above, call.extent, "V（向B）")
        elif (sender := self._answered(call)) is not None:
            self.state(call.trigger, call.actor, sender, call.extent, "B向A V，A V（向B）")
        else:
            return False
        return True

    def _sends_back(self, call: Call, group: Group) -> None:
        """Read 退回B重新V: A not only hands B something, but has B do it again."""
        does, returned = group.end + 1, self.chunks[call.extent[0]].has(RETURNING)
        if not returned or does >= len(self.chunks) or not self.chunks[group.end].has("again"):
            return
        if self.kinds[does] in (lx.VERB, lx.TRIGGER) and self.kinds[does + 1] != lx.OF:
            extent = (call.extent[0], does + 1)
            self.record("assigns", call.actor, group.mentions, extent, "退回B做", RETURNING)
