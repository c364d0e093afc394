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
from graph.reading.mentions import Chunk
from graph.reading.name_ends import NameEnds
from graph.reading.naming_verbs import DOING_KINDS

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
_NOUN_PARTS: Final = frozenset((lx.GAP, lx.NOUN, lx.LEVEL))
_NAMED: Final = frozenset((lx.GENERIC, lx.TRIGGER))
_VERBS: Final = frozenset((lx.TRIGGER, lx.VERB))
_GOING_ON: Final = DOING_KINDS | {lx.STANDING, lx.GENERIC}
_NAME_MIDDLES: Final = frozenset((lx.GAP, lx.NOUN, lx.HEAD, lx.GENERIC))
_NAMED_WITHIN: Final = frozenset((lx.HEAD, lx.GENERIC))
_HAVING: Final = "有"
_LISTED: Final = ("下列", "前款", "上述", "前述", "本规定", "本条例", "之一")
_AMONG: Final = "中"
_WITHIN_PLACE: Final = (  # 流域内省级人民政府
    "域内", "区内", "境内", "省内", "市内", "县内", "上游", "下游", "相邻", "所在地",
)  # fmt: skip
_OWN_AREA: Final = "行政区域"


def chunk(tokens: list[Token], passage: Passage) -> list[Chunk]:
    """Return the chunks of the sentence whose tokens, scanned from `passage`, are given."""
    return _Chunker(tokens, passage).run()


class _Chunker(NameEnds):
    """One walk over the tokens of a sentence."""

    __slots__ = ()

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
                if self.last == index - 1 and kind == lx.GAP:
                    written = self._written(index)
                    if written == _AMONG:
                        index = self._single(index, kind)  # 企业中党的组织
                        continue
                    if written.startswith(_HAVING) and not self._at_fault(index):
                        index = self._single(index, lx.VERB)  # 党组织有正式党员三人的
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

    def _at_fault(self, index: int) -> bool:
        """Say whether a list of what somebody may have done is spoken of (有下列行为之一的)."""
        token, following = self.tokens[index], self.tokens[index + 1 : index + 2]
        end = following[0].end if following else token.end
        return any(word in self.text[token.start : end] for word in _LISTED)

    def _step(self, index: int) -> int:
        """Take the token at `index` (and what hangs together with it).

        Return the index after it.
        """
        kind = self.kinds[index]
        if kind in _NAME_KINDS:
            return self._name_part(index, kind)
        if "leaderNoun" in self.lexemes[index].classes and (
            (self.last == index - 1 and self._is_leader(index)) or self._is_chief(index)
        ):
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
