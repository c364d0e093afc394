"""Verbs that are no predicate where they stand: nouns, examples, breaches of the rules.

Many words of the lexicon are verb and noun (报告, 决定, 管理); whether one is a predicate shows in
what stands beside it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graph.reading import lexemes as lx
from graph.reading.clausal_names import ADDRESSING
from graph.reading.entries import ADOPTING
from graph.reading.mentions import BODY
from graph.reading.suspects import Suspects

if TYPE_CHECKING:
    from graph.reading.group import Group

_NEAR: Final = 3
_TWO: Final = 2
_FIELDS: Final = frozenset((lx.GAP, lx.NOUN, lx.STANDING))
PREDICATE_PLACES: Final = frozenset((BODY, lx.MODAL, lx.ADVERB, lx.COMMA, lx.AND, lx.WITH, lx.STOP))
_BEFORE_NOUNS: Final = frozenset((lx.GAP, lx.NOUN, lx.STANDING, lx.TRIGGER, lx.OF, lx.VERB))
_WRONG: Final = (lx.ADVERB, lx.VERB)


class VerbalNouns(Suspects):
    """What tells a verb that is no predicate."""

    __slots__ = ()

    def drop_addressee(self, index: int) -> None:
        """Forget 向B where the verb at `index` ends a relative clause with it (向B提出的N)."""
        to = self.phrases.get("to")
        if to is not None and self.skip(to.end, lx.ADVERB) == index:
            del self.phrases["to"]

    def _is_noun(self, index: int, last: int) -> bool:
        """Say whether a word that is verb and noun (报告, 决定) is a noun here.

        It closes a noun phrase.
        """
        if self.kinds[index - 1] not in _BEFORE_NOUNS:
            return False
        chunk = self.chunks[last]
        return chunk.has("report") or chunk.has("decision") or chunk.has("proposal")

    def _names_only(self, index: int, after: int) -> bool:
        """Say whether the verb is a noun: B的通知, 移交手续, 报告制度."""
        governed = "over" in self.phrases or "with" in self.phrases
        if self.kinds[index - 1] == lx.OF and not governed:
            return True
        owned = self.kinds[index - 1] == lx.PRONOUN and self.kinds[after] in (lx.GAP, lx.GENERIC)
        if owned and all(group.end != index for group in self.phrases.values()):
            return True  # 其推选户, not 向其报告情况
        trigger = self.nps.trigger(index)
        if trigger is not None and "manages" in trigger.expresses and not governed:
            before = index - 1  # 物业管理, 就业服务管理
            if self.kinds[before] in (lx.GAP, lx.NOUN, lx.STANDING):
                return True
        following = self.chunks[after] if after < len(self.chunks) else None
        if following is None or following.kind not in (lx.GAP, lx.NOUN):
            return False
        to = self.phrases.get("to")
        upward = trigger is not None and "reportsTo" in trigger.expresses
        if upward and to is not None and self.skip_back(index) == to.end:
            return False  # 向B报告计划执行情况
        if self._governs_fields(index, after):
            return False
        return following.tokens[0].lexeme.is_in("framework")

    def _governs_fields(self, index: int, after: int) -> bool:
        """Say whether departments named by their fields follow (会同规划、水利等部门)."""
        row = self.kinds[after + 1] == lx.AND and self.kinds[after + 2] in _FIELDS
        if not row or self.kinds[index - 1] not in PREDICATE_PLACES:
            return False
        fields = self.nps.group(after)
        return fields is not None and fields.mentions[-1].kind == "Department"

    def _wrongful(self, index: int) -> bool:
        """Say whether it is a breach of the rules that somebody does so (擅自委托B)."""
        if self.wrongs is None:
            self.wrongs = any(c.kind in _WRONG and c.has("wrongful") for c in self.chunks)
        position = index - 1 if self.wrongs else -1
        while position >= 0 and self.kinds[position] not in (*lx.BREAKS, lx.COLON):
            if self.chunks[position].has("wrongful"):
                return not self.negated
            position -= 1
        return False

    def _exemplifies(self, index: int) -> bool:
        """Say whether the verb before `index` is an example of a way (通过通报等方式)."""
        if self.kinds[index] != lx.ETCETERA:
            return False
        return any(chunk.has("framework") for chunk in self.chunks[index + 1 : index + _NEAR])

    def _in_list(self, index: int) -> bool:
        """Say whether the verb is a conjunct of the nouns that 对 governs."""
        over = self.phrases.get("over")
        if over is None or self.kinds[index - 1] != lx.AND or self.clause_changed(over, index):
            return False
        if self.kinds[index + 1] == lx.AND and self.kinds[index - 2] in (lx.GAP, lx.NOUN):
            return True  # 对B收集的证据，勘验、检查、侦查等笔录
        return all(
            chunk.kind not in (lx.TRIGGER, lx.LIGHT, lx.MODAL, lx.OF)
            for chunk in self.chunks[over.start : index]
        )

    def _inside_phrase(self, index: int) -> bool:
        """Say whether the verb stands in a 对-phrase that a light verb is still to close.

        (对其经营管理进行评价, 对B履行职责，执行A的决定的情况进行监督).
        """
        over = self.phrases.get("over")
        if over is None and not self.elsewhere:
            return False
        start = self.over_at + 1 if over is None else over.end
        doing = self.skip(start, lx.ADVERB)
        follows = self.nps.trigger(doing)
        follow = follows is not None and "Follows" in follows.frames
        acts = over is not None and (follow or self.kinds[doing] == lx.VERB)
        breaks = (lx.LIGHT, lx.MODAL) if acts else (lx.LIGHT, lx.MODAL, lx.COMMA)
        if any(chunk.kind in breaks for chunk in self.chunks[start:index]):
            return False
        position = index
        stops = (lx.STOP, lx.SEMICOLON, lx.COLON, lx.LIGHT, lx.MODAL if acts else lx.COMMA)
        while self.kinds[position] not in stops:
            position += 1
        return self.kinds[position] == lx.LIGHT

    def _received(self, group: Group) -> bool:
        """Say whether the bodies are the object of a plain verb.

        So that a verb after them is their noun.
        """
        governing = self.chunks[group.start - 1]
        return governing.kind == lx.VERB and not governing.has("ensuring")

    def _meanwhile(self, index: int) -> bool:
        """Say whether 的 at `index` belongs to V的同时, which states what V does."""
        after = self.chunks[index + 1] if index + 1 < len(self.chunks) else None
        return after is not None and after.tokens[0].lexeme.form == "同时"

    def opens_relative(self, indices: list[int]) -> int:
        """Return how many of the verbs in a row come before a clause that describes their object.

        None where the verbs share it (督促检查B).
        """
        count = len(indices)
        if indices[-1] != indices[0] + count - 1:
            return 0
        end = indices[-1] + 1
        if self.kinds[end] == lx.OF and self.kinds[indices[0] - 1] in (BODY, lx.PRONOUN):
            return 0  # A要求巡视的B
        if self.kinds[end] == lx.PRONOUN and self.kinds[end + 2 : end + 4] == [lx.OF, BODY]:
            doing = self.kinds[end + 1] in (lx.TRIGGER, lx.VERB)
            return count - 1 if doing else 0  # 服从批准它成立的B
        told = self.nps.trigger(indices[-2])
        if self.nps.sends(indices[-1]) and told is not None and told.frames & ADDRESSING:
            named = self.kinds[end : end + 3] == [BODY, lx.OF, BODY]
            return count - 1 if named else 0  # 移交派出B的A
        charged = self.chunks[indices[-1]].has("charge")  # 设立负责…的机构
        while self.kinds[end] in (lx.GAP, lx.NOUN, lx.VERB, lx.STANDING):
            end += 1
        if self.kinds[end] != lx.OF or self.kinds[end + 1] not in (BODY, lx.GENERIC):
            return 0
        taken = self.kinds[indices[0] - 1] == lx.TAKE and count > _TWO
        number = _TWO if taken else 1  # 将答复印发提质询案的B
        before = self.nps.trigger(indices[number - 1])
        if before is not None and before.frames & ADDRESSING:
            return number
        near = end == indices[-1] + 2 and (charged or self.kinds[end + 1] == BODY)
        return count - 1 if near else 0

    def shared_object(self, index: int, after: int) -> int:
        """Pass a plain verb that shares the object with the verb before it (设立或者确定B)."""
        if self.kinds[index - 1] not in PREDICATE_PLACES:
            return after
        if self.kinds[after : after + 2] == [lx.VERB, BODY] and self.chunks[after].has("resolving"):
            return after + 1  # 协调解决B之间的争议
        shares = self.kinds[after] in (lx.AND, lx.WITH) and self.kinds[after + 1] == lx.VERB
        if shares and self.kinds[after + 2] == BODY:
            return after + 2
        adopts = self.kinds[after : after + 3] == [lx.AND, lx.BASIS, lx.PEOPLE]
        adopts = adopts and self.chunks[after + 1].has(ADOPTING)
        return after + 2 if adopts else after  # 任免或者通过下列人员

    def hears_report(self, indices: list[int]) -> bool:
        """Say whether the second verb is a noun, the report that the first one hears."""
        first = self.nps.trigger(indices[0])
        if first is None or "Hears" not in first.frames:
            return False
        noun = indices[0] + 1
        return self.chunks[noun].has("report") and self.kinds[noun + 1] == lx.AND

    def hands_on_report(self, indices: list[int]) -> bool:
        """Say whether the first verb is a noun, the report that the verb after it hands on."""
        before, second = self.kinds[indices[0] - 1], self.nps.trigger(indices[-1])
        named = before in (lx.GAP, lx.NOUN) and self.chunks[indices[0]].has("report")
        if not named or indices[1] != indices[0] + 1:
            return False
        return second is not None and "Entrusts" in second.frames
