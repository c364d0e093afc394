"""Tokens to chunks: the names of bodies are put together, everything else keeps its kind.

A *chunk* is what the constructions look at: a mention of a body, a trigger, a preposition, a noun
that is no body. A name ends in a head noun and runs left over nouns and modifiers up to the next
word that cannot stand in a name. A verb belongs to the name only where it directly modifies a
general head noun (监督检查部门); a name that goes on after a head is the name of a body within a
body (派出机关同级党委巡视巡察机构).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graph.reading import lexemes as lx
from graph.reading.mentions import BODY, Chunk, Mention
from graph.reading.naming_verbs import DOING_KINDS
from graph.reading.openings import Openings

if TYPE_CHECKING:
    from graph.model import Passage
    from graph.reading.lexemes import Token

_NAME_KINDS: Final = frozenset(
    (
        lx.GAP,
        lx.NOUN,
        lx.RELATIVE,
        lx.LEVEL,
        lx.KNOWN,
        lx.HEAD,
        lx.GENERIC,
        lx.PEOPLE,
        lx.QUANTIFIER,
    )
)
_SOFT_KINDS: Final = frozenset((lx.TRIGGER, lx.VERB, lx.ADVERB, lx.STANDING))
_PLAIN_KINDS: Final = frozenset(
    (
        lx.MODAL, lx.BY, lx.UNDER, lx.ACCEPT, lx.TOWARD, lx.OVER, lx.AT, lx.MEANS, lx.FOR, lx.VIA,
        lx.SUBMIT, lx.TAKE, lx.BASIS, lx.AND, lx.AND_ITS, lx.OF, lx.COPULA, lx.BELOW, lx.MAINLY,
        lx.BETWEEN, lx.ETCETERA,
        lx.PRONOUN, lx.COMMA, lx.SEMICOLON, lx.STOP, lx.COLON, lx.LIGHT,
    )
)  # fmt: skip
_HEADS: Final = frozenset((lx.KNOWN, lx.HEAD))
_COUNTING: Final = frozenset((lx.QUANTIFIER, lx.GAP))
_NOUN_PARTS: Final = frozenset((lx.GAP, lx.NOUN, lx.LEVEL))
_NAMED: Final = frozenset((lx.GENERIC, lx.TRIGGER))
_VERBS: Final = frozenset((lx.TRIGGER, lx.VERB))
_GOING_ON: Final = DOING_KINDS | {lx.STANDING, lx.GENERIC}
_NAME_MIDDLES: Final = frozenset((lx.GAP, lx.NOUN, lx.HEAD, lx.GENERIC))
_NAMED_WITHIN: Final = frozenset((lx.HEAD, lx.GENERIC))
_LONGEST_GAP: Final = 12
_AMONG: Final = "中"
_WITHIN_PLACE: Final = (  # 流域内省级人民政府
    "域内", "区内", "境内", "省内", "市内", "县内", "上游", "下游", "相邻", "所在地",
)  # fmt: skip
_OWN_AREA: Final = "行政区域"


def chunk(tokens: list[Token], passage: Passage) -> list[Chunk]:
    """Return the chunks of the sentence whose tokens, scanned from `passage`, are given."""
    return _Chunker(tokens, passage).run()


class _Chunker(Openings):
    """One walk over the tokens of a sentence."""

    def run(self) -> list[Chunk]:
        tokens, kinds, lexemes, append = self.tokens, self.kinds, self.lexemes, self.chunks.append
        index, count = 0, len(tokens)
        while index < count:
            kind = kinds[index]
            if kind == lx.UNDER and (head := self._undergoer(index)) is not None:
                self._flush(index)
                self.start, self.last = index, head
                index = head + 1
            elif kind in _PLAIN_KINDS or (
                kind in _VERBS
                and kinds[index + 1] not in _GOING_ON
                and not (kind == lx.TRIGGER and kinds[index + 1] == lx.HEAD)
                and not lexemes[index].compounds
                and self.last != index - 1
            ):
                if self.start is not None:
                    self._flush(index)
                token = tokens[index]
                append(Chunk(kind, token[0], token[1], (token,)))
                index += 1
            elif kind in _NOUN_PARTS:
                if self.last == index - 1 and kind == lx.GAP and self._written(index) == _AMONG:
                    index = self._single(index, kind)  # 企业中党的组织
                    continue
                if self.start is None:
                    self.start = index
                index += 1
                while index < count and kinds[index] in _NOUN_PARTS:
                    index += 1
            elif kind in _HEADS and lexemes[index].classes and self._speaks_for(index):
                index = self._single(index, lx.VERB)
            elif kind in _HEADS:
                self.start = index if self.start is None else self.start
                self.last = index
                index += 1
            else:
                index = self._step(index)
        self._flush(count)
        return self.chunks

    def _step(self, index: int) -> int:
        """Take the token at `index` (and what hangs together with it).

        Return the index after it.
        """
        kind = self.kinds[index]
        if kind in _NAME_KINDS:
            return self._name_part(index, kind)
        if self.last == index - 1 and self._is_leader(index):
            self.last = index
            return index + 1
        if kind == lx.WITH and self._joins_name(index):
            return index + 1
        opens = self._kind(index + 1) in _NOUN_PARTS and self.lexemes[index].is_in("attributive")
        if kind == lx.ADVERB and self.start is None and opens:
            self.start = index  # 重点目标的管理单位
            return index + 1
        inside = self.last == index - 1 and self.lexemes[index].is_in("corresponding")
        if kind == lx.ADVERB and inside and self._kind(index + 1) in _NAMED_WITHIN:
            return index + 1  # 下级党委相应工作机关
        begun = self.start is not None and self.last is None
        if kind == lx.ADVERB and begun and self._kind(index + 1) in _NAME_MIDDLES:
            return index + 1  # 国有重点金融机构
        if kind in _SOFT_KINDS:
            lexeme, following = self.lexemes[index], self.kinds[index + 1]
            if following == lx.OPEN and (head := self._head_after_parenthesis(index)) is not None:
                self.start = index if self.start is None else self.start
                self.last = head
                return head + 1
            if following == lx.HEAD and self._is_named_by(index, kind):
                if not self._joins_on(index) and not self._chosen(index):
                    self._flush(index)
                    self.start = index
                self.last = index + 1
                return index + 2
            if following == lx.GENERIC or (
                lexeme.compounds
                and (lexeme.generic or not _NAMED.isdisjoint(self.kinds[index + 1 : index + 4]))
            ):
                head = self._compound_head(index)
                if head is not None:
                    self.start = index if self.start is None else self.start
                    self.last = head
                    return head + 1
            if (head := self._meets_on(index)) is not None:
                if self.start is None or self.last is not None:
                    self._flush(index)
                    self.start = index
                self.last = head
                return head + 1
            acts = kind != lx.STANDING and lexeme.does and not lexeme.is_in("perceiving")
            if acts and self._does_on(index + 1, following):
                end = self._doing_end(index)
                if end is not None:
                    self._flush(index)
                    self._emit(lx.STANDING, index, end)
                    return end
            return self._single(index, kind)
        if kind == lx.OPEN:
            return self._parenthesis(index)
        if kind in (lx.TITLE_OPEN, lx.QUOTE_OPEN):
            return self._quoted(index, kind)
        return self._single(index, kind)

    def _single(self, index: int, kind: str) -> int:
        """Make the token a chunk of its own."""
        if self.start is not None:
            self._flush(index)
        token = self.tokens[index]
        self.chunks.append(Chunk(kind, token[0], token[1], (token,)))
        return index + 1

    def _name_part(self, index: int, kind: str) -> int:
        if kind in (lx.PEOPLE, lx.QUANTIFIER) and self._counts(index):
            self._flush(index - 1)
            self._emit(lx.NUMBER, index - 1, index + 1)
            return index + 1
        if kind == lx.PEOPLE:
            self.start = index if self.start is None else self.start
            self.last = index
        elif kind == lx.GENERIC:
            if self.lexemes[index].alone:
                self.start = index if self.start is None else self.start
                self.last = index
            elif self.start is None:
                self.start = index  # alone it names nothing, but it may begin a name (机关党委)
            else:
                self.last = index
        elif kind == lx.QUANTIFIER and self.start and self.lexemes[index].is_in("bothLevels"):
            pass  # 县、乡两级人民政府
        elif kind in (lx.QUANTIFIER, lx.RELATIVE) and self.last is None and self.start is not None:
            before = self.tokens[index - 1].lexeme.kind
            place = self.text[self.tokens[self.start].start : self.tokens[index - 1].end]
            inside = place.endswith(_WITHIN_PLACE) and not place.startswith(_OWN_AREA)
            office = before == lx.GENERIC and self.lexemes[index - 1].body_kind == "Office"
            own = office and self.lexemes[index].is_in("belonging")  # 部直属机关党委
            if before not in (lx.QUANTIFIER, lx.RELATIVE, lx.LEVEL) and not inside and not own:
                self._flush(index)
                self.start = index
        elif self.start is None:
            self.start = index
        return index + 1

    def _parenthesis(self, index: int) -> int:
        """Take alternatives into the name (党组（党委）).

        Any other parenthesis stands outside the sentence.
        """
        depth, end = 0, index
        while end < len(self.tokens):
            kind = self.kinds[end]
            depth += (kind == lx.OPEN) - (kind == lx.CLOSE)
            end += 1
            if depth == 0:
                break
        inside = self.kinds[index + 1 : end - 1]
        kinds = set(inside)
        if (
            self.last is not None
            and self.last == index - 1
            and kinds
            and kinds <= {lx.HEAD, lx.GENERIC, lx.GAP, lx.AND, lx.LEVEL, lx.NOUN}
            and inside[-1] in (lx.HEAD, lx.GENERIC)
        ):
            self.last = end - 1
        elif self._is_territory(index) and inside == [lx.GENERIC]:
            self.last = end - 1  # 被巡视地区（单位）
        elif self.start is None or self.last is not None:
            self._flush(index)
            self._emit(lx.OPEN, index, end)
        return end

    def _quoted(self, index: int, opening: str) -> int:
        closing = lx.TITLE_CLOSE if opening == lx.TITLE_OPEN else lx.QUOTE_CLOSE
        depth, end = 0, index
        while end < len(self.tokens):
            kind = self.kinds[end]
            depth += (kind == opening) - (kind == closing)
            end += 1
            if depth == 0:
                break
        self._flush(index)
        self._emit(lx.TITLE_OPEN, index, end)
        return end

    def _flush(self, end: int) -> None:
        """Close the name put together so far; what follows its last head are nouns of their own."""
        if self.start is None:
            return
        start, last = self.start, self.last
        self.start = self.last = None
        if last is None:
            tokens = self.tokens[start:end]
            kind, stop = lx.GAP, tokens[-1][1]
            laid_down = self.lexemes[end - 1].is_in("decision")  # 中央有关决议
            if (end == start + 1 or laid_down) and self._is_lone(start):
                token = tokens[0]
                mention = Mention(self.passage, token.start, token.end, tokens[:1], "Committee")
                self._emit(BODY, start, start + 1, mention)
                if laid_down:
                    self._emit(lx.GAP, start + 1, end)
                return
            if end == start + 1 and self.lexemes[start].is_in("bareHead"):
                mention = Mention(
                    self.passage, tokens[0].start, stop, tokens, self.lexemes[start].body_kind
                )
                self._emit(BODY, start, end, mention)  # 委员会由…选举产生
                return
            closed = self.kinds[start + 1] == lx.OPEN and self.kinds[end - 1] == lx.CLOSE
            if self.kinds[start] == lx.GENERIC and (end == start + 1 or closed):
                kind, tokens = lx.GENERIC, tokens[:1]  # 部门, 部门（单位）
            self.chunks.append(Chunk(kind, tokens[0][0], stop, tokens))
            return
        first, kinds = start, self.kinds
        while first < last and kinds[first] in _COUNTING and self._quantifies(first):
            levels = kinds[first + 1] == lx.LEVEL and self.lexemes[first + 2].is_in("everyOne")
            first += 2 if levels else 1  # 本市各级
        if first == start and first < last:
            if self._ends_clause(first):
                self._emit(lx.GAP, first, first + 1)
                start = first = first + 1
            elif self._only_leads_in(first):
                first += 1
        quantifier = ""
        if first > start:
            quantifier = self.text[self.tokens[start].start : self.tokens[first].start]
        tokens = self.tokens[first : last + 1]
        head = self.lexemes[last] if kinds[last] != lx.CLOSE else self._head(tokens)
        of_people = len(tokens) > 1 and tokens[-2].lexeme.kind == lx.PEOPLE
        if head.kind == lx.PEOPLE or (of_people and head.is_in("spokesman")):
            self._emit(lx.PEOPLE, start, last + 1)  # 职工, 参保人员代表
        elif lx.GAP in kinds[first:last] and any(
            t.lexeme.kind == lx.GAP and t.end - t.start > _LONGEST_GAP for t in tokens
        ):
            self._emit(lx.GAP, start, last + 1)
        else:
            body_kind = head.body_kind or ("Post" if head.is_in("leaderNoun") else "Body")
            mention = Mention(
                self.passage, tokens[0].start, tokens[-1].end, tokens, body_kind, quantifier
            )
            self._emit(BODY, start, last + 1, mention)
        if last + 1 < end:
            self._emit(lx.GAP, last + 1, end)

    def _head(self, tokens: tuple[Token, ...]) -> lx.Lexeme:
        """Return the lexeme of the head noun: the last one outside parentheses."""
        depth = 0
        for token in reversed(tokens):
            kind = token.lexeme.kind
            depth += (kind == lx.CLOSE) - (kind == lx.OPEN)
            if depth == 0 and kind != lx.OPEN:
                return token.lexeme
        return tokens[-1].lexeme

    def _emit(self, kind: str, start: int, end: int, mention: Mention | None = None) -> None:
        tokens = self.tokens[start:end]
        self.chunks.append(Chunk(kind, tokens[0][0], tokens[-1][1], tokens, mention))
