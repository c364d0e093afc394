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
_SHORT_DOING_KINDS: Final = frozenset((lx.TRIGGER, lx.VERB, lx.ADVERB))
_DOING_KINDS: Final = _SHORT_DOING_KINDS | {lx.NOUN, lx.GAP}
_NAMED: Final = frozenset((lx.GENERIC, lx.TRIGGER))
_VERBS: Final = frozenset((lx.TRIGGER, lx.VERB))
_GOING_ON: Final = _DOING_KINDS | {lx.STANDING, lx.GENERIC}
_BREAKING: Final = frozenset((lx.COMMA, lx.STOP, lx.SEMICOLON, lx.AND, lx.WITH, lx.OF, lx.MODAL))
_VERB_PLACES: Final = frozenset((lx.TRIGGER, lx.LIGHT, lx.MODAL, lx.ADVERB, lx.TAKE))
_NAME_MIDDLES: Final = frozenset((lx.GAP, lx.NOUN, lx.HEAD, lx.GENERIC))
_SHORT_NOUN: Final = 4
_ACTED_ON: Final = frozenset(("Enterprise", "Unit", "Organisation", "School"))
_AMOUNTS: Final = frozenset("一二三四五六七八九十两若干数0123456789名个以上下至")
_LONGEST_GAP: Final = 12
_LONGEST_CHAIN: Final = 4


def chunk(tokens: list[Token], passage: Passage) -> list[Chunk]:
    """Return the chunks of the sentence whose tokens, scanned from `passage`, are given."""
    return _Chunker(tokens, passage).run()


class _Chunker:
    """One walk over the tokens of a sentence.

    `start` and `last` delimit the name being put together.
    """

    def __init__(self, tokens: list[Token], passage: Passage) -> None:
        self.tokens = tuple(tokens)  # so that a slice of it is what a chunk holds
        self.lexemes = [token[2] for token in tokens]
        self.kinds = [lexeme.kind for lexeme in self.lexemes]
        self.kinds.append(lx.STOP)  # so that looking one beyond the end is safe
        self.passage = passage
        self.text = passage.text
        self.chunks: list[Chunk] = []
        self.start: int | None = None
        self.last: int | None = None

    def run(self) -> list[Chunk]:
        tokens, kinds, lexemes, append = self.tokens, self.kinds, self.lexemes, self.chunks.append
        index, count = 0, len(tokens)
        while index < count:
            kind = kinds[index]
            if kind in _PLAIN_KINDS or (
                kind in _VERBS
                and kinds[index + 1] not in _GOING_ON
                and not lexemes[index].compounds
                and self.last != index - 1
            ):
                if self.start is not None:
                    self._flush(index)
                token = tokens[index]
                append(Chunk(kind, token[0], token[1], (token,)))
                index += 1
            elif kind in _NOUN_PARTS:
                if self.start is None:
                    self.start = index
                index += 1
                while index < count and kinds[index] in _NOUN_PARTS:
                    index += 1
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
        begun = self.start is not None and self.last is None
        if kind == lx.ADVERB and begun and self._kind(index + 1) in _NAME_MIDDLES:
            return index + 1  # 国有重点金融机构
        if kind in _SOFT_KINDS:
            lexeme, following = self.lexemes[index], self.kinds[index + 1]
            if following == lx.GENERIC or (
                lexeme.compounds
                and (lexeme.generic or not _NAMED.isdisjoint(self.kinds[index + 1 : index + 4]))
            ):
                head = self._compound_head(index)
                if head is not None:
                    self.start = index if self.start is None else self.start
                    self.last = head
                    return head + 1
            if kind != lx.STANDING and lexeme.does and self._does_on(index + 1, following):
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
        if kind == lx.PEOPLE and self._counts(index):
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
        elif kind in (lx.QUANTIFIER, lx.RELATIVE) and self.last is None and self.start is not None:
            before = self.tokens[index - 1].lexeme.kind
            if before not in (lx.QUANTIFIER, lx.RELATIVE, lx.LEVEL):
                self._flush(index)
                self.start = index
        elif self.start is None:
            self.start = index
        return index + 1

    def _counts(self, index: int) -> bool:
        """Say whether the token closes an amount (主席1人)."""
        before = self.tokens[index - 1] if index else None
        return (
            before is not None
            and self.last == index - 2
            and self.tokens[index].lexeme.form in ("人", "名")
            and all(c in _AMOUNTS for c in self.text[before.start : before.end])
        )

    def _compound_head(self, index: int) -> int | None:
        """Return the index of the general head noun that the verbs from `index` on modify."""
        kinds, lexemes = self.kinds, self.lexemes
        for position in range(index, min(index + _LONGEST_CHAIN, len(lexemes))):
            lexeme, kind = lexemes[position], kinds[position]
            if kind == lx.GENERIC and position > index:
                return position if self._is_compound(index, position) else None
            if kind == lx.TRIGGER:
                if position > index and self._kind(position - 1) == lx.STANDING:
                    return None
                if lexeme.generic and self._kind(position + 1) != lx.GENERIC:
                    before = self._kind(position - 1)
                    if position > index and before in (lx.TRIGGER, lx.VERB):
                        return position
                    return position if position == index and self._modified(index) else None
                if lexeme.trigger is None or not lexeme.trigger.compounds:
                    return None
                if "Sends" in lexeme.trigger.frames and self._kind(position + 1) != lx.GENERIC:
                    return None
            elif kind == lx.VERB:
                if "nominalVerb" not in lexeme.classes:
                    following = lexemes[position + 1] if position + 1 < len(lexemes) else None
                    if following is None or "joinedHead" not in following.classes:
                        return None
            elif kind == lx.GAP:
                token = self.tokens[position]
                modifies = kinds[index] == lx.VERB and self.last is None
                if index and kinds[index - 1] in _VERB_PLACES:
                    return None  # 扶持兴办残疾人福利企业
                if not modifies or token.end - token.start > _SHORT_NOUN:
                    return None
            elif kind not in (lx.ADVERB, lx.STANDING, lx.NOUN):
                return None
        return None

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
        if verbs and lexeme.alone:  # 不领导业务部门, 主任管理秘书处, 选派工作组
            sends = any(v.trigger is not None and "Sends" in v.trigger.frames for v in verbs)
            named = lexeme.body_kind in ("Office", "Team", "Institution")
            acts = self.last is not None and self.kinds[head - 1] == lx.TRIGGER
            return named and not acts and not sends
        opens = self.tokens[index].lexeme.kind == lx.TRIGGER and head - index > 1
        return not (opens and self.start is None)  # 委托检测机构

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

    def _kind(self, index: int) -> str:
        return self.kinds[index] if index < len(self.tokens) else lx.STOP

    def _does_on(self, index: int, kind: str) -> bool:
        """Say whether a noun phrase of doing may go on or end with the token at `index`."""
        if kind in _SHORT_DOING_KINDS or kind == lx.STANDING:
            return True
        if kind not in _DOING_KINDS:
            return False
        return self.last is not None or "standingHead" in self.lexemes[index].classes

    def _modified(self, index: int) -> bool:
        """Say whether a noun that is also a verb (组织) is a noun here: something modifies it."""
        if self.start is not None:
            return self.last is None
        before = self.tokens[index - 1].lexeme if index else None
        if before is None or before.kind != lx.OF:
            return False
        owner = self.tokens[index - 2].lexeme if index > 1 else None
        return owner is None or not owner.body_kind  # not 检察院的组织

    def _doing_end(self, index: int) -> int | None:
        """Return the end of a noun phrase of doing.

        (监督执纪工作) that starts at `index`, if one does.
        """
        kinds, lexemes = self.kinds, self.lexemes
        doing = _DOING_KINDS if self.last is not None else _SHORT_DOING_KINDS
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
            alone = end == start + 1 and self.kinds[start] == lx.GENERIC
            kind = lx.GENERIC if alone else lx.GAP
            self.chunks.append(Chunk(kind, tokens[0][0], tokens[-1][1], tokens))
            return
        first, kinds = start, self.kinds
        while first < last and kinds[first] in _COUNTING and self._quantifies(first):
            first += 1
        quantifier = ""
        if first > start:
            quantifier = self.text[self.tokens[start].start : self.tokens[first].start]
        tokens = self.tokens[first : last + 1]
        head = self.lexemes[last] if kinds[last] != lx.CLOSE else self._head(tokens)
        if head.kind == lx.PEOPLE:
            self._emit(lx.PEOPLE, start, last + 1)
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

    def _quantifies(self, index: int) -> bool:
        """Say whether the token only says how many or which of the bodies (各级, 三名以上)."""
        kind = self.kinds[index]
        if kind == lx.QUANTIFIER:
            return True
        if kind != lx.GAP or self._kind(index + 1) == lx.LEVEL:
            return False  # 两省一市人民政府
        token = self.tokens[index]
        written = self.text[token.start : token.end]
        return all(c in _AMOUNTS for c in written) and any(c not in "上下至" for c in written)

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
