"""Verbs and conjunctions that belong to the name of a body, or to a noun, and not to the sentence.

监督检查部门 and 监察和司法委员会 are names, 监督执纪工作 is a noun. `Compounds` looks around in the
tokens of a sentence and says so; `phrases` puts the names together.
"""

from __future__ import annotations

from typing import Final

from graph.reading import lexemes as lx
from graph.reading.naming_verbs import DELEGATING, DOING_KINDS, NamingVerbs

_SHORT_DOING_KINDS: Final = frozenset((lx.TRIGGER, lx.VERB, lx.ADVERB))
_BREAKING: Final = frozenset((lx.COMMA, lx.STOP, lx.SEMICOLON, lx.AND, lx.WITH, lx.OF, lx.MODAL))
_AFTER_ROWS: Final = frozenset(
    (lx.MODAL, lx.VERB, lx.ADVERB, lx.COMMA, lx.LIGHT, lx.STOP, lx.SEMICOLON)
)
_AFTER: Final = "后"
_COUNTED: Final = frozenset((lx.QUANTIFIER, lx.GAP, lx.NUMBER))  # 同一名委领导
_BEFORE_CHIEFS: Final = frozenset((lx.SUBMIT, lx.VIA, lx.BY, lx.OF))
_WHEN: Final = frozenset("内后时前起")
_SHORT_NOUN: Final = 4
_TWO: Final = 2
_TURNS: Final = frozenset((lx.OVER, lx.TOWARD, lx.MODAL))
_MODIFYING: Final = frozenset((lx.GAP, lx.NOUN, lx.VERB, lx.TRIGGER, lx.STANDING))
_ACTED_ON: Final = frozenset(("Enterprise", "Unit", "Organisation", "School"))
_SPOKEN_FOR: Final = frozenset((lx.LEVEL, lx.KNOWN, lx.HEAD, lx.QUANTIFIER))
_MEETING: Final = frozenset(("Meeting", "Team"))
_LONGEST_CHAIN: Final = 4
_DOING: Final = frozenset((lx.TRIGGER, lx.VERB, lx.LIGHT))
_DECIDING: Final = frozenset(("Ratifies", "Reviews", "Entrusts"))


class Compounds(NamingVerbs):
    """What tells a compound."""

    __slots__ = ()

    def _head_after_parenthesis(self, index: int) -> int | None:
        """Return the index of the head noun in 组织（人事）部门, a name with two modifiers."""
        end = index + 2
        while self._kind(end) in _MODIFYING and end < index + _LONGEST_CHAIN:
            end += 1
        closed = end > index + 2 and self._kind(end) == lx.CLOSE
        return end + 1 if closed and self._kind(end + 1) == lx.GENERIC else None

    def _compound_head(self, index: int) -> int | None:
        """Return the index of the general head noun that the verbs from `index` on modify."""
        kinds, lexemes, stretched = self.kinds, self.lexemes, False
        asked = index > 0 and kinds[index - 1] == lx.MODAL and not lexemes[index].generic
        if asked and lexemes[index].trigger is not None:
            return None  # 应当组织协调工作组
        in_line = lexemes[index].is_in("inLine") and kinds[index + 1] != lx.GENERIC
        if self._elects(index) or in_line:
            return None  # 代表大会选举委员会委员, 学校归口教育局管理
        for position in range(index, min(index + _LONGEST_CHAIN, len(lexemes))):
            lexeme, kind = lexemes[position], kinds[position]
            if kind == lx.GENERIC and position > index:
                if self._goes_on_beyond(index, position):
                    return None  # 组织部检查机关基层党组织
                if stretched and lexeme.body_kind != "Department":
                    return None  # 配套建设中小学校
                return position if self._is_compound(index, position) else None
            if position == index and self._names_doer(index):
                continue
            if kind == lx.TRIGGER:
                if position > index and self._kind(position - 1) == lx.STANDING:
                    return None
                if lexeme.generic and self._drafts(position + 1):
                    return None  # 结合人口规模组织编制…
                if lexeme.generic and self._kind(position + 1) != lx.GENERIC:
                    before = self._kind(position - 1)
                    if position > index and before in (lx.TRIGGER, lx.VERB):
                        return position
                    named = position == index and self._modified(index)
                    return position if named and not self._organises(index) else None
                if lexeme.trigger is None:
                    return None
                if not lexeme.trigger.compounds:
                    named = self._in_charge_of(position) or self._names_agent(position)
                    return position + 1 if named else None
                if "Sends" in lexeme.trigger.frames and self._kind(position + 1) != lx.GENERIC:
                    return None
            elif kind == lx.VERB:
                if self.last is not None and lexeme.is_in("receiving"):
                    return None  # 审理部门受理调查部门移送的案件
                if "nominalVerb" not in lexeme.classes:
                    following = lexemes[position + 1] if position + 1 < len(lexemes) else None
                    if following is None or "joinedHead" not in following.classes:
                        return None
            elif kind == lx.GAP and self._founded(index, position):
                continue  # 设立审计质量监督委员会
            elif kind == lx.GAP:
                token = self.tokens[position]
                stretched = kinds[index] == lx.STANDING and self.start is not None  # 市建设行政…
                modifies = (kinds[index] == lx.VERB or stretched) and self.last is None
                if self._governs(index) or self.text[token.end - 1] in _WHEN:
                    return None  # 扶持兴办残疾人福利企业, 移交完毕后筹备组
                if not modifies or token.end - token.start > _SHORT_NOUN:
                    return None
            elif kind == lx.PEOPLE:
                if kinds[position + 1] != lx.GENERIC:
                    return None  # 保护专家委员会
            elif kind not in (lx.ADVERB, lx.STANDING, lx.NOUN):
                return None
        return None

    def _in_charge_of(self, index: int) -> bool:
        """Say whether an office is named after what it does (国际合作局, 申诉办理部门)."""
        if self.start is None or self.start == index or self._kind(index + 1) != lx.GENERIC:
            return False
        head, verb = self.tokens[index + 1], self.lexemes[index].trigger
        if self._kind(index + 2) == lx.RELATIVE and self.lexemes[index + 2].is_in("belonging"):
            return False  # 移送部直属机关党委
        short = head.end - head.start == 1
        cases = verb is not None and "TakesCases" in verb.frames and self.last is None
        return short or (cases and head.lexeme.body_kind == "Department")

    def _is_leader(self, index: int) -> bool:
        """Say whether 领导 names those who lead the body just before it.

        协助国务院领导处理…, 报国务院领导审批, 国务院领导的指示.
        """
        following = self._kind(index + 1)
        if following == lx.OF:
            return self._kind(index + 2) == lx.NOUN and self.lexemes[index + 2].is_in("decision")
        verb = self.lexemes[index + 1].trigger if following == lx.TRIGGER else None
        before = self.lexemes[self.start - 1].trigger if self.start else None
        tells = before is not None and "reportsTo" in before.expresses
        if tells and following in (lx.COMMA, lx.STOP, lx.AND, lx.WITH):
            return True  # 报告省委领导和B
        if verb is not None and verb.frames & _DECIDING and self._kind(index + 2) != lx.STANDING:
            return True
        helped = any(
            token.lexeme.trigger is not None and "Causes" in token.lexeme.trigger.frames
            for token in self.tokens[max(0, (self.start or 0) - 1) : index]
        )
        return helped and following in (lx.VERB, lx.TRIGGER, lx.ADVERB)

    def _is_chief(self, index: int) -> bool:
        """Say whether 领导 names those who lead their own office (报委领导审批, 经部领导同意)."""
        if self.start is None:
            return False
        office = self.kinds[index - 1] == lx.GENERIC and len(self.lexemes[index - 1].form) == 1
        counted = all(kind in _COUNTED for kind in self.kinds[self.start : index - 1])
        before = self.kinds[self.start - 1] if self.start else ""
        return (
            office and counted and before in _BEFORE_CHIEFS and self._kind(index + 1) == lx.TRIGGER
        )

    def _is_compound(self, index: int, head: int) -> bool:
        """Say whether the words from `index` on make one name with the head noun.

        And do not act on it.
        """
        lexeme = self.tokens[head].lexeme
        verbs = [t.lexeme for t in self.tokens[index:head] if t.lexeme.kind == lx.TRIGGER]
        if self.last is not None and lexeme.body_kind in _ACTED_ON:
            return False  # 监事会检查企业
        if self._is_whole_clause(index, head + 1):
            return False  # 县人民政府领导教育局。
        if head > index + 1 and self.last == index - 1 and self._entrusts(index, head + 1):
            return False  # 工作部门委托社区委员会办理…
        begun = self.start is not None and self.last is None
        if begun and head == index + 1 and lexeme.body_kind == "Department":
            return True  # 社会保障行政部门
        if verbs and lexeme.alone and head == index + 1 and self._is_clause(index, head + 1):
            return False  # …，指导秘书处。
        if verbs and lexeme.alone:  # 不领导业务部门, 主任管理秘书处, 选派工作组
            sends = any(v.trigger is not None and "Sends" in v.trigger.frames for v in verbs)
            named = lexeme.body_kind in ("Office", "Team", "Institution")
            acts = self.last is not None and self.kinds[head - 1] == lx.TRIGGER
            opens = self.start in (None, 0) or self.kinds[self.start - 1] in lx.MARKS
            acts = acts and not (opens and self._kind(head + 1) in _TURNS)  # 市委督导办公室对…
            return named and not acts and not sends
        if self._kind(head + 1) == lx.MODAL:
            return True  # 管理使用单位应当
        opens = self.tokens[index].lexeme.kind == lx.TRIGGER and head - index > 1
        acts = opens and self.start is None and not self._founded(index, index)
        return not acts  # 委托检测机构

    def _entrusts(self, index: int, end: int) -> bool:
        """Say whether the verb at `index` gives the body that ends before `end` something to do."""
        trigger = self.lexemes[index].trigger
        gives = trigger is not None and "Entrusts" in trigger.frames
        return gives and self._kind(end) in _DOING

    def _is_whole_clause(self, index: int, end: int) -> bool:
        """Say whether a clause of its own would be only a name, were the verb part of it."""
        acts = self.last is not None and self.kinds[index] == lx.TRIGGER and end - index > _TWO
        return acts and self.start is not None and self._is_clause(self.start, end)

    def _is_clause(self, start: int, end: int) -> bool:
        """Say whether a clause begins at `start` and ends before `end`."""
        opens = start == 0 or self.kinds[start - 1] in lx.MARKS
        return opens and self._kind(end) in lx.MARKS

    def _speaks_for(self, index: int) -> bool:
        """Say whether 代表 is a verb here: joined with another one, or between two bodies.

        (代表和维护; 市长代表市人民政府, not 市人民代表大会代表).
        """
        if not self.lexemes[index].is_in("spokesman"):
            return False
        after = self.kinds[index + 1]
        if after in (lx.AND, lx.WITH):
            return self._kind(index + 2) == lx.VERB
        opens = index == 0 or self.kinds[index - 1] in lx.MARKS
        if opens and (after == lx.RELATIVE or (after in (lx.KNOWN, lx.LEVEL) and index)):
            return True  # …，代表本级人民政府履行…
        before = self.lexemes[index - 1] if self.last == index - 1 else None
        spoken_for = after in _SPOKEN_FOR and self.lexemes[index + 1].body_kind != "Post"
        return spoken_for and before is not None and before.body_kind not in DELEGATING

    def _joins_name(self, index: int) -> bool:
        """Say whether 和 stands inside the name of one body (监察和司法委员会)."""
        if self.start is None or self.last is not None:
            return False
        begun = self.tokens[self.start]
        if self.start != index - 1 or begun.end - begun.start > _SHORT_NOUN:
            return False
        for position in range(index + 1, min(index + _LONGEST_CHAIN, len(self.tokens))):
            lexeme = self.tokens[position].lexeme
            if lexeme.kind == lx.GENERIC:
                return position > index + 1 and lexeme.is_in("joinedHead")
            if lexeme.kind in _BREAKING or self.tokens[position].lexeme.body_kind:
                return False
        return False

    def _does_on(self, index: int, kind: str) -> bool:
        """Say whether a noun phrase of doing may go on or end with the token at `index`."""
        if kind in _SHORT_DOING_KINDS or kind == lx.STANDING:
            return True
        if kind not in DOING_KINDS:
            return False
        return self.last is not None or "standingHead" in self.lexemes[index].classes

    def _doing_end(self, index: int) -> int | None:
        """Return the end of a noun phrase of doing.

        (监督执纪工作) that starts at `index`, if one does.
        """
        kinds, lexemes = self.kinds, self.lexemes
        doing = DOING_KINDS if self.last is not None else _SHORT_DOING_KINDS
        for position in range(index, min(index + _LONGEST_CHAIN + 1, len(lexemes))):
            lexeme = lexemes[position]
            if "standingHead" in lexeme.classes and position > index:
                goes_on = self._kind(position + 1) in (lx.GENERIC, lx.HEAD)
                return None if goes_on or self._has_done(index, position) else position + 1
            if kinds[position] not in doing:
                return None
            if lexeme.trigger is not None and not lexeme.trigger.compounds:
                return None
        return None

    def _has_done(self, index: int, end: int) -> bool:
        """Say whether a body before has done so to what the words close with (A批准N事项后，)."""
        after = self.text.startswith(_AFTER, self.tokens[end].end)
        return after and self.last == index - 1 and self.lexemes[end].is_in("matter")

    def _meets_on(self, index: int) -> int | None:
        """Return the index of the head noun in 信访工作联席会议, which is named by its work."""
        lexemes, position = self.lexemes, index
        while position < len(lexemes) and position < index + _LONGEST_CHAIN:
            lexeme = lexemes[position]
            if lexeme.kind == lx.STANDING:
                verb = self._kind(position + 1) == lx.TRIGGER and lexemes[position + 1].does
                head = position + 1 + verb  # 工作协调小组
                named = self._kind(head) == (lx.GENERIC if verb else lx.HEAD)
                return head if named and lexemes[head].body_kind in _MEETING else None
            if not lexeme.compounds or lexeme.kind not in (lx.TRIGGER, lx.VERB):
                return None
            position += 1
        return None

    def _modified(self, index: int) -> bool:
        """Say whether a noun that is also a verb (组织) is a noun here: something modifies it."""
        if self.start is not None:
            if self.start == index - 1 and self.kinds[self.start] == lx.GENERIC:
                return False  # 部门组织调查组
            when = self.text[self.tokens[index - 1].end - 1] in _WHEN
            return self.last is None and not when  # 之日起六十日内组织…
        before = self.tokens[index - 1].lexeme if index else None
        if before is not None and before.kind == lx.AND and index > 1:
            row = self.kinds[index - 2] == lx.GENERIC  # 机关、单位、组织违反…
            listed = self._written(index - 1) == "、" and self._kind(index + 1) == lx.TRIGGER
            return row and (listed or self._kind(index + 1) in _AFTER_ROWS)
        if before is None or before.kind != lx.OF:
            return False
        owner = self.tokens[index - 2].lexeme if index > 1 else None
        return owner is None or not owner.body_kind  # not 检察院的组织
