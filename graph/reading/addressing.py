"""Frames of speaking to another body: who is told, asked, answered, served, heard."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graph.reading import lexemes as lx
from graph.reading import tails
from graph.reading.entries import EXAMINING
from graph.reading.hearing import Hearing
from graph.reading.mentions import BODY

if TYPE_CHECKING:
    from graph.reading.call import Call
    from graph.reading.group import Group
    from graph.reading.lexemes import Token
    from graph.reading.mentions import Mention


_ENDS: Final = frozenset((lx.COMMA, lx.SEMICOLON, lx.STOP, lx.AND))
_REQUEST: Final = "要求"
_MOTION: Final = "案"
_TAKEN: Final = 12
_BEFORE_NOUNS: Final = frozenset((lx.GAP, lx.NOUN, lx.STANDING, lx.VERB))
_BEFORE_REPORTS: Final = frozenset((lx.OF, lx.GAP, lx.NOUN, lx.VERB, lx.TRIGGER))
_LAID_DOWN: Final = ("decision", "report", "proposal", tails.PEOPLE)


class Addressing(Hearing):
    """The frames in which another body is addressed."""

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
        addressed = call.to or call.over or self._told_before(start)
        if self._accounts(call, addressed):
            return True
        if addressed is None and self._proposal(start):
            self.mover = self.subject  # A提出修正案，由B决定
        if addressed is None or addressed.described or not self._proposal(start):
            return False
        extent = (call.wide[0], self.clause_end(start))
        self.state(call.trigger, call.actor, addressed.mentions, extent, "向B提出建议")
        self.mover = self.subject
        return True

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

    def _demands(self, index: int) -> bool:
        """Say whether 的要求 stands at `index`."""
        noun = self.nps.trigger(self.skip(index, lx.OF))
        return noun is not None and "Causes" in noun.frames

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

    def _told_before(self, index: int) -> Group | None:
        """Return B of 向B通报情况，提出建议: who was addressed before under the same subject."""
        place = self.place
        if place is None or self.unnamed_addressee or self.kinds[place.start - 1] != lx.TOWARD:
            return None
        if self.subject is not None and self.subject.start > place.start:
            return None
        between = self.kinds[place.end : index]
        return None if lx.SEMICOLON in between or BODY in between else place

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
        while self.kinds[start - 1] not in (lx.COMMA, lx.SEMICOLON, lx.STOP):
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
        if to is not None and not to.described:
            self.state(call.trigger, call.actor, to.mentions, (to.start - 1, end), "向B V")
        elif (meeting := self._meeting_told(end)) is not None:
            self.state(call.trigger, call.actor, [meeting], (start, end + 1), "A V B")
        elif call.object is not None and not call.object.tail and not call.object.described:
            self.state(call.trigger, call.actor, call.object.mentions, call.extent, "A V B")
        elif self._leaves_out_addressee(call):
            extent = (start, self.clause_end(start))
            told = self.objects[-1].mentions
            self.state(call.trigger, call.actor, told, extent, "V（向B）")
            if self.kinds[start - 1] == lx.ADVERB and self._mutual(start - 1):
                self.state(call.trigger, told, call.actor, extent, "相互V")
        elif (sender := self._answered(call)) is not None:
            self.state(call.trigger, call.actor, sender, call.extent, "B向A V，A V（向B）")
        else:
            return False
        return True

    def _answered(self, call: Call) -> list[Mention] | None:
        """Return A of A向B移送N，B应当反馈处置情况: B lets A know."""
        told, before, subject = self.objects[-1:], self.previous, self.subject
        if call.object is not None or not told or before is None or subject is None:
            return None
        if call.over is not None or self.unnamed_addressee or self.elsewhere:
            return None
        addressed = self.kinds[told[0].start - 1] == lx.TOWARD and told[0].whole
        same = [m.written() for m in told[0].mentions] == [m.written() for m in subject.mentions]
        opens = self.kinds[subject.start - 1] == lx.COMMA and before.end < told[0].start
        answers = self.chunks[call.extent[0]].has("answering")
        return before.mentions if addressed and same and opens and answers else None

    def _meeting_told(self, index: int) -> Mention | None:
        """Return the meeting of 印发会议, which needs no name where it is told something."""
        if self.kinds[index] != lx.GENERIC or self.kinds[index + 1] not in _ENDS:
            return None
        group = self.nps.clause_head(index, frozenset(("Meeting",)))
        return None if group is None else group.mentions[0]

    def _leaves_out_addressee(self, call: Call) -> bool:
        """Say whether who is told is left out, and no person stands in that place (通知申请人)."""
        if call.object is not None or "informs" not in call.trigger.expresses:
            return False
        if call.over is not None or self.unnamed_addressee or self.elsewhere:
            return False  # 对B的情况进行通报, 向申请人反馈
        if (call.to is not None and call.to.described) or self.objects[-1:] == [call.to]:
            return False  # 向其所在单位通报
        last = self.objects[-1] if self.objects else None
        if last is not None and self._is_used(last):
            return False  # 发挥B的作用，通报情况
        basis = last is not None and self.kinds[last.start - 1] == lx.BASIS
        if basis and last is not None and not self._demands(last.end):
            return False  # 按照B的规定提供信息, not 按照B的要求
        if lx.GENERIC in self.kinds[call.extent[1] : self.clause_end(call.extent[1])]:
            return False  # 移送负责…的部门
        if not self._passes_on(*call.extent):
            return False
        after = self.chunks[call.extent[1]] if call.extent[1] < len(self.chunks) else None
        words = after.tokens if after is not None else ()
        person = after is not None and (
            after.kind == lx.PEOPLE
            or (after.kind in (lx.GAP, lx.NOUN) and any(self._names_person(word) for word in words))
        )
        told = (
            {mention.written() for mention in self.objects[-1].mentions} if self.objects else set()
        )
        acting = {mention.written() for mention in call.actor or ()}
        return not person and not told & acting and self._only_other()

    def _is_used(self, group: Group) -> bool:
        """Say whether not the bodies but what they have or do is the object before."""
        if group.tail == tails.THING:
            return True
        return self.kinds[group.end - 2 : group.end] == [lx.ETCETERA, lx.GAP]  # B等作用

    def _passes_on(self, start: int, end: int) -> bool:
        """Say whether the verb is a predicate, and what is passed on is all that follows it.

        (通报有关情况, not 材料移交, 告知用户, 提供培训服务).
        """
        taken = lx.TAKE in self.kinds[max(0, start - _TAKEN) : start]
        listed = self.kinds[start - 1] == lx.WITH and self.kinds[start - 2] == lx.VERB
        if not taken and (listed or self.kinds[start - 1] in _BEFORE_NOUNS):
            return False  # 捕捉和移送
        close = self.clause_end(end)
        last = self.chunks[close - 1]
        told = any(
            last.has(name) for name in ("material", "matter", "report", "notice", "decision")
        )
        return close == end or told

    def _names_person(self, word: Token) -> bool:
        return word.end - word.start > 1 and self.text[word.end - 1] in "人者员"

    def _only_other(self) -> bool:
        """Say whether one body alone besides the subject is named, so that it can be left out."""
        named = {mention.written() for group in self.objects for mention in group.mentions}
        if not self._spoken_of() or self.kinds[self.objects[-1].start - 1] in (lx.BY, lx.AT):
            return False
        return len(named) == len(self.objects[-1].mentions)

    def _spoken_of(self) -> bool:
        """Say whether the last body of the sentence is meant itself.

        So that it can be left out after.
        """
        return bool(self.objects) and self.objects[-1].tail not in _LAID_DOWN
