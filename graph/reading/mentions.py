"""Chunks: the units that the constructions look at, and the mentions of bodies among them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from graph.reading import lexemes as lx

if TYPE_CHECKING:
    from graph.model import Passage
    from graph.ontology import Trigger
    from graph.reading.lexemes import Token

ANY: Final = "…"
BODY: Final = "B"  # the kind of a chunk that is a mention; the other kinds are those of `lexemes`


@dataclass(slots=True, eq=False)
class Mention:
    """A stretch of a passage that names a body: `tokens` without leading quantifiers.

    `kind` its class.

    `quantified` tells of 各级, 有关, 该 before the name; `anchor` is a mention the name depends on
    (其, 及其).
    """

    passage: Passage
    start: int
    end: int
    tokens: tuple[Token, ...]
    kind: str
    quantifier: str = ""
    anchor: Mention | None = None
    prefix: str = ""

    def written(self) -> str:
        """Return the name as written, from its tokens."""
        text = self.passage.text
        return "".join(text[token.start : token.end] for token in self.tokens)

    def level(self) -> str:
        """Return the level of the state that the name begins with (省, also in 沿海省), or nothing.

        Where a place has a name of its own, that is part of it (石龙区). The title of who heads a
        level (市长) is of `ANY` level that ends in it (设区的市).
        """
        title = self.tokens[-1].lexeme
        if len(self.tokens) == 1 and title.is_in("levelPost"):
            return f"{ANY}{title.form[-2]}"
        for number, token in enumerate(self.tokens[:2]):
            if token.lexeme.kind == lx.LEVEL:
                first = self.tokens[0].start if number else token.start
                return self.passage.text[first : token.end]
        return ""

    def owner(self) -> Mention | None:
        """Return the body whose part, post or office this is, if the name says so (A的办事机构.

        A).
        """
        if self.anchor is not None:
            return self.anchor
        rest = self.tokens[:-1]
        while rest and rest[-1].lexeme.kind in (lx.QUANTIFIER, lx.RELATIVE):
            rest = rest[:-1]  # 国务院 of 国务院各有关部门
        while rest and not rest[-1].lexeme.body_kind and rest[-1].lexeme.kind != lx.CLOSE:
            rest = rest[:-1]  # 市人大常委会 of 市人大常委会预算工作机构
        if not rest:
            return None
        last = rest[-1]
        return replace(self, end=last.end, tokens=rest, kind=last.lexeme.body_kind or self.kind)

    def party_group(self) -> int:
        """Return where in the name its party group begins, or that of whose post it is, or -1."""
        for index, token in enumerate(self.tokens):
            if index and token.lexeme.body_kind == "PartyGroup":
                posts = all(t.lexeme.body_kind in ("Post", "") for t in self.tokens[index + 1 :])
                return index if posts else -1
        return -1

    def first_body(self) -> Mention:
        """Return the outermost body of a name of several (国有企业 of 国有企业纪检机构)."""
        for index, token in enumerate(self.tokens[:-1]):
            if token.lexeme.kind in (lx.KNOWN, lx.HEAD):
                return replace(
                    self,
                    end=token.end,
                    tokens=self.tokens[: index + 1],
                    kind=token.lexeme.body_kind,
                )
        return self


@dataclass(slots=True, eq=False)
class Chunk:
    """A unit of a sentence: its `kind`.

    (of `lexemes`, or `BODY`), where it stands, what it was made of.
    """

    kind: str
    start: int
    end: int
    tokens: tuple[Token, ...]
    mention: Mention | None = None

    def entry(self, frame: str) -> Trigger | None:
        """Return the lexical entry with that frame that one of its words belongs to."""
        for token in self.tokens:
            trigger = token.lexeme.trigger
            if trigger is not None and frame in trigger.frames:
                return trigger
        return None

    def has(self, word_class: str) -> bool:
        """Say whether one of its words belongs to the word class."""
        tokens = self.tokens
        if len(tokens) == 1:  # asked so often that every step counts
            return word_class in tokens[0][2].classes
        for token in tokens:  # noqa: SIM110 - a generator would cost
            if word_class in token[2].classes:
                return True
        return False
