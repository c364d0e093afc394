"""Verbs and conjunctions that belong to the name of a body, or to a noun, and not to the sentence.

监督检查部门 and 监察和司法委员会 are names, 监督执纪工作 is a noun. `Compounds` looks around in the
tokens of a sentence and says so; `phrases` puts the names together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graph.reading import lexemes as lx

if TYPE_CHECKING:
    from graph.model import Passage
    from graph.reading.lexemes import Token
    from graph.reading.mentions import Chunk

_SHORT_DOING_KINDS: Final = frozenset((lx.TRIGGER, lx.VERB, lx.ADVERB))
DOING_KINDS: Final = _SHORT_DOING_KINDS | {lx.NOUN, lx.GAP}
_BREAKING: Final = frozenset((lx.COMMA, lx.STOP, lx.SEMICOLON, lx.AND, lx.WITH, lx.OF, lx.MODAL))
_MARKS: Final = frozenset((lx.COMMA, lx.SEMICOLON, lx.STOP, lx.COLON))
_VERB_PLACES: Final = frozenset((lx.TRIGGER, lx.LIGHT, lx.MODAL, lx.ADVERB, lx.TAKE))
_AFTER_ROWS: Final = frozenset(
    (lx.MODAL, lx.VERB, lx.ADVERB, lx.COMMA, lx.LIGHT, lx.STOP, lx.SEMICOLON)
)
_WHEN: Final = frozenset("内后时前起")
_SHORT_NOUN: Final = 4
_TWO: Final = 2
_BESIDE: Final = ("与", "同")
_RULES: Final = ("规定", "情况", "计划", "标准", "程序")
_TURNS: Final = frozenset((lx.OVER, lx.TOWARD, lx.MODAL))
_SENDING: Final = frozenset(("Sends", "Creates", "Decides", "Ratifies", "Reviews"))
_NAMES: Final = frozenset((lx.HEAD, lx.KNOWN, lx.GENERIC, lx.RELATIVE, lx.LEVEL, lx.GAP))
_BODY_DUE: Final = frozenset(
    (
        lx.OVER, lx.TOWARD, lx.BY, lx.UNDER, lx.ACCEPT, lx.VIA, lx.FOR, lx.AND_ITS, lx.SUBMIT,
        lx.MEANS, lx.AT, lx.BASIS, lx.TAKE,
    )
)  # fmt: skip
_DOING_NOW: Final = frozenset(
    (lx.MODAL, lx.ADVERB, lx.OVER, lx.TOWARD, lx.BY, lx.UNDER, lx.ACCEPT, lx.TAKE)
)
_MODIFYING: Final = frozenset((lx.GAP, lx.NOUN, lx.VERB, lx.TRIGGER, lx.STANDING))
_DOES: Final = frozenset((lx.TRIGGER, lx.VERB, lx.LIGHT))
_ACTED_ON: Final = frozenset(("Enterprise", "Unit", "Organisation", "School"))
_ORGANISED: Final = DOING_KINDS | {lx.LEVEL, lx.KNOWN, lx.HEAD, lx.QUANTIFIER, lx.PEOPLE}
_SPOKEN_FOR: Final = frozenset((lx.LEVEL, lx.KNOWN, lx.HEAD, lx.QUANTIFIER))
_DELEGATING: Final = frozenset(("Congress", "Meeting"))
_MEETING: Final = frozenset(("Meeting", "Team"))
_LONGEST_CHAIN: Final = 4


class Compounds:
    """The tokens of a sentence while they are put together.

    `start` and `last` delimit the name at hand: its first token, and its last head noun so far.
    """

    def __init__(self, tokens: list[Token], passage: Passage) -> None:
        """Lay out the tokens of a sentence, scanned from `passage`, in columns."""
        self.tokens = tuple(tokens)  # so that a slice of it is what a chunk holds
        self.lexemes = [token[2] for token in tokens]
        self.kinds = [lexeme.kind for lexeme in self.lexemes]
        self.kinds.append(lx.STOP)  # so that looking one beyond the end is safe
        self.passage = passage
        self.text = passage.text
        self.chunks: list[Chunk] = []
        self.start: int | None = None
        self.last: int | None = None

    def _is_sent(self, index: int) -> bool:
        """Say whether a verb of sending only tells which body is meant (对派驻纪检监察组的领导).

        It does where a body is due, not a verb: after a preposition or another verb, or where a
        verb or a preposition follows the body and nobody has been named who might send it.
        """
        trigger = self.lexemes[index].trigger
        if trigger is None or "Sends" not in trigger.frames:
            return False
        if self._kind(index + 2) == lx.OF and self._kind(index + 3) in _NAMES:
            return False  # 派出巡视组的党组织
        before = self.kinds[index - 1] if index else lx.STOP
        if before == lx.TRIGGER:
            other = self.lexemes[index - 1]
            if other.generic or other.trigger is None:  # 其他组织派驻…: a body before it
                return False
            return not other.trigger.frames & _SENDING
        if before == lx.WITH and self.lexemes[index - 1].form in _BESIDE:
            return True
        if before in (lx.AND, lx.WITH):
            return index > 1 and self.kinds[index - 2] in (lx.HEAD, lx.KNOWN)
        if before in _MARKS:
            after = self._kind(index + 2)
            return after in _DOING_NOW or (before == lx.STOP and after in _DOES)
        return before in _BODY_DUE

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
        for position in range(index, min(index + _LONGEST_CHAIN, len(lexemes))):
            lexeme, kind = lexemes[position], kinds[position]
            if kind == lx.GENERIC and position > index:
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
                    return position + 1 if self._in_charge_of(position) else None
                if "Sends" in lexeme.trigger.frames and self._kind(position + 1) != lx.GENERIC:
                    return None
            elif kind == lx.VERB:
                if self.last is not None and lexeme.is_in("receiving"):
                    return None  # 审理部门受理调查部门移送的案件
                if "nominalVerb" not in lexeme.classes:
                    following = lexemes[position + 1] if position + 1 < len(lexemes) else None
                    if following is None or "joinedHead" not in following.classes:
                        return None
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

    def _governs(self, index: int) -> bool:
        """Say whether the verb has an object: it stands where a predicate does."""
        before = self.kinds[index - 1] if index else lx.STOP
        lexeme = self.lexemes[index]
        if before != lx.TRIGGER:
            opens = before in _MARKS and lexeme.is_in("drafting")
            return opens or before in _VERB_PLACES
        return lexeme.is_in("drafting") or not lexeme.is_in("nominalVerb")

    def _names_doer(self, index: int) -> bool:
        """Say whether a verb tells which unit is to do something (信息提供单位应当)."""
        if self.start is None or self.last is not None or self.kinds[index] == lx.ADVERB:
            return False
        return self.kinds[index + 1] == lx.GENERIC and self._kind(index + 2) == lx.MODAL

    def _organises(self, index: int) -> bool:
        """Say whether 组织 takes an object: what is organised follows (规定组织竣工验收)."""
        before = self.tokens[index - 1] if index else None
        ruled = before is not None and self.text.endswith(_RULES, 0, before.end)
        return ruled and self._kind(index + 1) in _ORGANISED

    def _drafts(self, index: int) -> bool:
        """Say whether a verb of drafting stands at `index`, and is not part of a name."""
        if index >= len(self.tokens) or not self.lexemes[index].is_in("drafting"):
            return False
        return self._kind(index + 1) not in (lx.GENERIC, lx.HEAD)

    def _is_leader(self, index: int) -> bool:
        """Say whether 领导 names those who lead the body just before it (协助国务院领导处理…)."""
        if not self.lexemes[index].is_in("leaderNoun"):
            return False
        following = self._kind(index + 1)
        helped = any(
            token.lexeme.trigger is not None and "Causes" in token.lexeme.trigger.frames
            for token in self.tokens[max(0, (self.start or 0) - 1) : index]
        )
        return helped and following in (lx.VERB, lx.TRIGGER, lx.ADVERB)

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
        begun = self.start is not None and self.last is None
        if begun and head == index + 1 and lexeme.body_kind == "Department":
            return True  # 社会保障行政部门
        if verbs and lexeme.alone and head == index + 1 and self._is_clause(index, head + 1):
            return False  # …，指导秘书处。
        if verbs and lexeme.alone:  # 不领导业务部门, 主任管理秘书处, 选派工作组
            sends = any(v.trigger is not None and "Sends" in v.trigger.frames for v in verbs)
            named = lexeme.body_kind in ("Office", "Team", "Institution")
            acts = self.last is not None and self.kinds[head - 1] == lx.TRIGGER
            opens = self.start in (None, 0) or self.kinds[self.start - 1] in _MARKS
            acts = acts and not (opens and self._kind(head + 1) in _TURNS)  # 市委督导办公室对…
            return named and not acts and not sends
        if self._kind(head + 1) == lx.MODAL:
            return True  # 管理使用单位应当
        opens = self.tokens[index].lexeme.kind == lx.TRIGGER and head - index > 1
        return not (opens and self.start is None)  # 委托检测机构

    def _is_whole_clause(self, index: int, end: int) -> bool:
        """Say whether a clause of its own would be only a name, were the verb part of it."""
        acts = self.last is not None and self.kinds[index] == lx.TRIGGER and end - index > _TWO
        return acts and self.start is not None and self._is_clause(self.start, end)

    def _is_clause(self, start: int, end: int) -> bool:
        """Say whether a clause begins at `start` and ends before `end`."""
        opens = start == 0 or self.kinds[start - 1] in _MARKS
        return opens and self._kind(end) in _MARKS

    def _speaks_for(self, index: int) -> bool:
        """Say whether 代表 is a verb here: joined with another one, or between two bodies.

        (代表和维护; 市长代表市人民政府, not 市人民代表大会代表).
        """
        if not self.lexemes[index].is_in("spokesman"):
            return False
        after = self.kinds[index + 1]
        if after in (lx.AND, lx.WITH):
            return self._kind(index + 2) == lx.VERB
        before = self.lexemes[index - 1] if self.last == index - 1 else None
        spoken_for = after in _SPOKEN_FOR and self.lexemes[index + 1].body_kind != "Post"
        return spoken_for and before is not None and before.body_kind not in _DELEGATING

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
                return None if goes_on else position + 1
            if kinds[position] not in doing:
                return None
            if lexeme.trigger is not None and not lexeme.trigger.compounds:
                return None
        return None

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
            return row and self._kind(index + 1) in _AFTER_ROWS
        if before is None or before.kind != lx.OF:
            return False
        owner = self.tokens[index - 2].lexeme if index > 1 else None
        return owner is None or not owner.body_kind  # not 检察院的组织

    def _kind(self, index: int) -> str:
        return self.kinds[index] if index < len(self.tokens) else lx.STOP
