"""Where a name ends: the chunk it makes, and the nouns behind its last head."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graph.reading import lexemes as lx
from graph.reading.mentions import BODY, Chunk, Mention
from graph.reading.openings import Openings

if TYPE_CHECKING:
    from graph.reading.lexemes import Token

_COUNTING: Final = frozenset((lx.QUANTIFIER, lx.GAP))
_LONGEST_GAP: Final = 12
_UNITS: Final = frozenset(("Unit", "Department"))


class NameEnds(Openings):
    """The part of the walk that closes a name."""

    __slots__ = ()

    def _single(self, index: int, kind: str) -> int:
        """Make the token a chunk of its own."""
        if self.start is not None:
            self._flush(index)
        token = self.tokens[index]
        self.chunks.append(Chunk(kind, token[0], token[1], (token,)))
        return index + 1

    def _flush(self, end: int) -> None:
        """Close the name put together so far; what follows its last head are nouns of their own."""
        if self.start is None:
            return
        start, last = self.start, self.last
        self.start = self.last = None
        if last is None and end == start + 1 and self.lexemes[start] is lx.GAP_LEXEME:
            token = self.tokens[start]  # the most frequent case
            self.chunks.append(Chunk(lx.GAP, token[0], token[1], (token,)))
            return
        if last is None:
            self._close_nouns(start, end)
        else:
            self._close_name(start, last, end)

    def _close_nouns(self, start: int, end: int) -> None:
        """Make a chunk of nouns that end in no head: a general noun, or a body called by one."""
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
        if self.kinds[start] == lx.GENERIC and self._another_unit(start, end):
            # 有关党组织和单位党风廉政建设
            self._emit(lx.GENERIC, start, start + 1)
            self._emit(lx.GAP, start + 1, end)
            return
        closed = self.kinds[start + 1] == lx.OPEN and self.kinds[end - 1] == lx.CLOSE
        if self.kinds[start] == lx.GENERIC and (end == start + 1 or closed):
            kind, tokens = lx.GENERIC, tokens[:1]  # 部门, 部门（单位）
        self.chunks.append(Chunk(kind, tokens[0][0], stop, tokens))

    def _close_name(self, start: int, last: int, end: int) -> None:
        """Make a chunk of the name whose last head is `last`, and one of the nouns behind it."""
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

    def _another_unit(self, start: int, end: int) -> bool:
        """Say whether a general noun goes on with a list before, and what follows is a matter."""
        listed = [chunk.kind for chunk in self.chunks[-2:]] in ([BODY, lx.WITH], [BODY, lx.AND])
        plain = all(kind in (lx.GAP, lx.NOUN) for kind in self.kinds[start + 1 : end])
        unit = self.kinds[start] == lx.GENERIC and self.lexemes[start].body_kind in _UNITS
        return listed and unit and plain and end > start + 1

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
