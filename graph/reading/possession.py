"""Bodies within bodies: A的B, A所属的B, A中的B, and an office that one word sends (A派驻C机构)."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from graph.reading import lexemes as lx
from graph.reading.fields import SOME, Fields
from graph.reading.mentions import BODY, Mention

if TYPE_CHECKING:
    from graph.reading.lexemes import Token

_BEING: Final = "作为"
_BEHIND_OFFICES: Final = frozenset((lx.MODAL, lx.TRIGGER, lx.VERB, lx.LIGHT, lx.ADVERB))
_ACTING: Final = frozenset(
    (
        lx.MODAL, lx.OVER, lx.TOWARD, lx.ADVERB, lx.BASIS, lx.UNDER, lx.ACCEPT, lx.BY, lx.AT,
        lx.LIGHT,
    )
)  # fmt: skip
_STATIONED: Final = "派驻"
_HAVE_MEMBERS: Final = frozenset(
    ("Committee", "Congress", "Government", "Court", "Procuratorate", "Team")
)


@dataclass(slots=True, eq=False)
class Possession(Fields):
    """One body and what is inside it.

    `owned` collects what names say of belonging (A所属的B): pairs of mentions by the index of 的;
    `inside` is what the last one has inside it, which those before it have as well (A和B中的C).
    """

    owned: dict[int, tuple[Mention, Mention]] = field(default_factory=dict, init=False)
    barrier: int = field(default=1 << 30, init=False)
    inside: tuple[Token, ...] = field(default=(), init=False)

    def possessed(self, index: int) -> tuple[Mention, int]:
        """Read A or A的B (one body, B of A) at `index`; return it and the index after it."""
        mention = self.chunks[index].mention
        assert mention is not None  # noqa: S101 - the caller looked
        position = index + 1
        being = index > 0 and self.kinds[index - 1] == lx.COPULA and self.form(index - 1) == _BEING
        described = self.mention(position + 1) if self.kinds[position] == lx.OF else None
        noun = mention.tokens[-1].lexeme.trigger
        of_another = noun is not None and "NounOf" in noun.frames
        if being and described is not None and len(mention.tokens) == 1 and of_another:
            mention, position = described, position + 2  # 作为派出机构的B
        while position < self.barrier:
            if self.kinds[position] == lx.NUMBER or self._defines(position):
                position += 1
                continue
            local = self.local(mention, position)
            if local is not None:
                mention, position = local
                continue
            belongs = self.kinds[position] == lx.GAP and self.chunks[position].has("belonging")
            joint = position + 1 if belongs else position  # A所属的B
            owned = self.mention(joint + 1) if self.kinds[joint] == lx.OF else None
            within = self.chunks[position].tokens if self._is_within(position) else ()
            if within and owned is None:
                joint, owned = position, self.mention(position + 1)  # A中B
                owned = owned and replace(owned, tokens=self.chunks[position + 1].tokens)
                self.inside = (owned and (*within, *owned.tokens)) or ()
            if owned is None and (sent := self._sent_to(position)) is not None:
                tokens = (*mention.tokens, *self.chunks[position].tokens, *sent.tokens)
                whole = replace(sent, tokens=tokens, start=mention.start)
                self.owned[position] = (mention, whole)
                return whole, position + 2
            if owned is None:
                break
            if belongs and mention.kind == "Post":
                mention, position = owned, joint + 2  # 该代表所属的B: they belong to B
                continue
            if belongs:
                named = (*mention.tokens, *self.chunks[position].tokens, *owned.tokens)
                whole = replace(owned, tokens=named)
                self.owned[joint] = (mention, whole)
            if owned.kind == "Post" and len(owned.tokens) == 1 and not within:
                self.inside = owned.tokens if mention.kind in _HAVE_MEMBERS else ()
            inner = owned.tokens
            if owned.quantifier in SOME:  # A的有关部门 is A有关部门
                inner = self.chunks[joint + 1].tokens
            belonging = self.chunks[position].tokens if belongs else ()  # A下属的B is A下属B
            tokens = mention.tokens + within + belonging + inner
            mention = replace(mention, end=owned.end, tokens=tokens, kind=owned.kind)
            position = joint + 2
        return mention, position

    def with_inside(self, one: Mention, kind: str) -> Mention:
        """Return what is inside the body as well (A和B中的C, A和B的组成人员)."""
        if kind == "Post" and one.kind not in _HAVE_MEMBERS:
            return one
        return replace(one, tokens=one.tokens + self.inside, kind=kind)

    def _sent_to(self, position: int) -> Mention | None:
        """Return the office of A派驻C机构 that is one name: a level, and a predicate after it."""
        if self.kinds[position : position + 2] != [lx.TRIGGER, BODY]:
            return None
        trigger = self.chunks[position].tokens[0].lexeme.trigger
        office = self.mention(position + 1)
        sends = trigger is not None and "Sends" in trigger.frames
        if office is None or not sends or self.kinds[position - 1] != BODY:
            return None
        named = office.tokens[0].lexeme.kind == lx.LEVEL and office.tokens[-1].lexeme.generic
        after = self.kinds[position + 2]
        acts = after in _ACTING and self.kinds[position - 2] in lx.BREAKS
        if acts and self.form(position) == _STATIONED:
            return office  # A派驻纪检监察组对B…
        return office if named and after in _BEHIND_OFFICES else None

    def _is_within(self, position: int) -> bool:
        """Say whether 中 stands at `position`, and a body with a name of its own after it."""
        if self.kinds[position : position + 2] != [lx.GAP, BODY]:
            return False
        chunk = self.chunks[position]
        return self.passage.text[chunk.start : chunk.end] == "中"

    def _defines(self, position: int) -> bool:
        """Say whether a parenthesis gives the body another name （以下简称…）."""
        if self.kinds[position] != lx.OPEN:
            return False
        opening = self.chunks[position]
        return any(token.lexeme.form.startswith("以下") for token in opening.tokens[1:2])
