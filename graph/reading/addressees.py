"""Who is told, where the clause does not say so: the one above, the one who asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graph.reading import lexemes as lx
from graph.reading import tails
from graph.reading.hearing import Hearing
from graph.reading.mentions import BODY

if TYPE_CHECKING:
    from graph.reading.call import Call
    from graph.reading.group import Group
    from graph.reading.lexemes import Token
    from graph.reading.mentions import Mention


_ENDS: Final = frozenset((lx.COMMA, lx.SEMICOLON, lx.STOP, lx.AND))
_SUGGESTION: Final = "建议"
_WHEN: Final = "前后时"
_TAKEN: Final = 12
_BEFORE_NOUNS: Final = frozenset((lx.GAP, lx.NOUN, lx.STANDING, lx.VERB))
_LAID_DOWN: Final = ("decision", "report", "proposal", tails.PEOPLE)


class Addressees(Hearing):
    """What an addressing verb leaves out."""

    __slots__ = ()

    def _inspected(self, index: int) -> Group | None:
        """Return B of A监督B，发现问题的，提出建议."""
        inspected, last = self.inspected, self.objects[-1] if self.objects else None
        end = self.clause_end(index)
        found = inspected is not None and self.chunks[inspected.start - 1].has("finding")
        plain = lx.OF not in self.kinds[index:end]
        light = self.chunks[index + 1] if self.kinds[index + 1] == lx.LIGHT else None
        plain = plain or (found and light is not None and not light.has("rendering"))
        suggests = self.nps.form(end - 1) == _SUGGESTION and plain  # 提出（改进工作的）建议
        return inspected if suggests and last is inspected and not self.elsewhere else None

    def _told_before(self, index: int) -> Group | None:
        """Return B of 向B通报情况，提出建议: who was addressed before under the same subject."""
        place = self.place
        if place is None or self.unnamed_addressee or self.kinds[place.start - 1] != lx.TOWARD:
            return None
        if self.subject is not None and self.subject.start > place.start:
            return None
        between = self.kinds[place.end : index]
        return None if lx.SEMICOLON in between or BODY in between else place

    def _above(self, call: Call) -> list[Mention] | None:
        """Return B of A对B负责，定期报告工作; A在B领导下V，及时请示报告: A answers to B."""
        end = self.skip(call.extent[1], lx.STANDING)
        if "reportsTo" not in call.trigger.expresses or self.kinds[end] not in _ENDS:
            return None
        if call.over is not None or self.unnamed_addressee or self.elsewhere:
            return None
        if self.kinds[call.extent[0] - 1] not in (lx.COMMA, lx.ADVERB, lx.MODAL):
            return None
        above: list[Mention] = []
        for said in self.found:
            if said.relation == "accountableTo" and said.subject == call.actor:
                above = said.object
            elif said.relation == "leads" and said.object == call.actor:
                above = said.subject
        return above or None

    def _answered(self, call: Call) -> list[Mention] | None:
        """Return A of A向B移送N，B应当反馈处置情况: B lets A know."""
        told, before, subject = self.objects[-1:], self.previous, self.subject
        passed = self.nps.trigger(told[0].start - 1) if told else None
        if call.object is not None or not told or before is None or subject is None:
            return None
        if call.over is not None or self.unnamed_addressee or self.elsewhere:
            return None
        handed = passed is not None and "informs" in passed.expresses
        addressed = (self.kinds[told[0].start - 1] == lx.TOWARD or handed) and told[0].whole
        same = len(told[0].mentions) == len(subject.mentions) and all(
            one.written().endswith(other.written())  # 抄送同级监察委员会，监察委员会反馈
            for one, other in zip(told[0].mentions, subject.mentions, strict=True)
        )
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
        if last is not None and (self._is_used(last) or self._is_held(last)):
            return False  # 发挥B的作用，通报情况; 召开B，通报情况
        basis = last is not None and self.kinds[last.start - 1] == lx.BASIS
        if basis and last is not None and not self._demands(last.end):
            return False  # 按照B的规定提供信息, not 按照B的要求
        if lx.GENERIC in self.kinds[call.extent[1] : self.clause_end(call.extent[1])]:
            return False  # 移送负责…的部门
        if not self._passes_on(*call.extent):
            return False
        after = self.chunks[call.extent[1]] if call.extent[1] < len(self.chunks) else None
        if after is not None and self.text[after.start] in _WHEN and after.kind == lx.GAP:
            return False  # 反馈前，应当
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

    def _is_held(self, group: Group) -> bool:
        """Say whether the body before is a meeting that is held."""
        meets = all(mention.kind == "Meeting" for mention in group.mentions)
        start = group.start - (self.kinds[group.start - 1] == lx.NUMBER)
        return meets and self.kinds[start - 1] in (lx.VERB, lx.LIGHT)

    def _passes_on(self, start: int, end: int) -> bool:
        """Say whether the verb is a predicate, and what is passed on is all that follows it.

        (通报有关情况, not 材料移交, 告知用户, 提供培训服务).
        """
        taken = lx.TAKE in self.kinds[max(0, start - _TAKEN) : start]
        listed = self.kinds[start - 1] == lx.WITH and self.kinds[start - 2] == lx.VERB
        within = self.kinds[start - 2 : start] == [lx.VERB, lx.TRIGGER]  # 整改巡视反馈问题
        if not taken and (listed or within or self.kinds[start - 1] in _BEFORE_NOUNS):
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

    def _demands(self, index: int) -> bool:
        """Say whether 的要求 stands at `index`."""
        noun = self.nps.trigger(self.skip(index, lx.OF))
        return noun is not None and "Causes" in noun.frames
