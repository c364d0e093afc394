"""Heads that several conjuncts share: 省、自治区、直辖市人民政府; 公安、民政等部门; A主任、副主任.

A conjunct that has no head of its own is a body with the head of another one. What is shared is a
level of the state, a field of work, a unit whose organ is meant, or the body whose posts are named.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from graph.reading import lexemes as lx
from graph.reading.mentions import Chunk, Mention

if TYPE_CHECKING:
    from graph.model import Passage

_TWO = 2
_SOME = ("个别", "部分")
_RANKS = ("级", "级以上")
_FIELDS = frozenset((lx.GAP, lx.NOUN, lx.VERB, lx.TRIGGER))
_OTHERS = ("其他", "其它")
_NATIONAL = ("国家", "全国", "中国", "中央")
_PLACES = frozenset("省市县区旗乡镇州盟")  # what names of places end in


@dataclass(slots=True, eq=False)
class SharedHeads:
    """The chunks of one sentence, and what its conjuncts without a head are.

    `kinds` are the kinds of the chunks, with full stops around.
    """

    chunks: list[Chunk]
    passage: Passage
    kinds: list[str] = field(init=False)
    levels: list[tuple[lx.Token, ...]] = field(init=False, default_factory=list)
    dropped: list[tuple[int, int]] = field(init=False, default_factory=list)

    def is_level(self, index: int) -> bool:
        """Say whether the chunk at `index` is a level of the state (省), perhaps of a place."""
        return self.chunks[index].tokens[-1].lexeme.kind in (lx.LEVEL, lx.CLOSE) and any(
            token.lexeme.kind == lx.LEVEL for token in self.chunks[index].tokens
        )

    def sharing(self, last: Mention, pending: list[tuple[int, int]]) -> list[Mention]:
        """Return the bodies that the pending modifiers are with the head of `last`."""
        if not pending:
            return []
        if last.tokens[0].lexeme.kind == lx.RELATIVE:  # 上级、同级党委
            before = [self.chunks[end - 1].tokens[-1].lexeme for _, end in pending]
            if all(word.kind == lx.RELATIVE or word.is_in("lone") for word in before):
                rest = last.tokens[1:]
                while rest[0].lexeme.kind == lx.QUANTIFIER:
                    rest = rest[1:]  # 中央和地方各级委员会
                return [self.levelled(span, last, rest) for span in pending]
            return []
        levels = all(self.is_level(end - 1) for _, end in pending)
        level = self._named_level(last, levels=levels)
        if level < 0 or (level and not levels):
            return self._sharing_unit(last, pending)
        if not levels:
            return []
        rest = last.tokens[level + 1 :]
        rest = past_bracket(rest)
        self.levels = [*map(self._tokens, pending), last.tokens[: len(last.tokens) - len(rest)]]
        return [self.levelled(span, last, rest) for span in pending]

    def joined(self, mention: Mention, pending: list[tuple[int, int]]) -> Mention:
        """Return the body whose name has 和 inside (A区和B保护委员会), if one word is pending."""
        if len(pending) != 1:
            return mention
        (start, end), tokens = pending[0], mention.tokens
        named_with = self.chunks[end].tokens[0].lexeme.form == "与" and self.kinds[end] == lx.WITH
        if not named_with and not tokens[-1].lexeme.is_in("joinedHead"):
            return mention
        plain = all(self.kinds[index] in (lx.GAP, lx.NOUN) for index in range(start, end))
        if self.kinds[end] != lx.WITH or not plain or self.is_level(end - 1):
            return mention
        if self.kinds[start - 1] in (lx.AND, lx.WITH) or not self._bare_field(tokens):
            return mention
        pending.clear()
        before = self._tokens((start, end + 1))
        return replace(mention, start=before[0].start, tokens=before + tokens)

    def _bare_field(self, tokens: tuple[lx.Token, ...]) -> bool:
        """Say whether a name is a field of work and a head noun, with no body or level in it."""
        kinds = [token.lexeme.kind for token in tokens[:-1]]
        return bool(kinds) and all(kind in (lx.GAP, lx.NOUN, lx.VERB) for kind in kinds)

    def level_of(self, mention: Mention) -> list[tuple[lx.Token, ...]]:
        """Return the level that a name begins with, for bare ones after it (市党委和政府)."""
        tokens = mention.tokens
        if tokens[0].lexeme.kind != lx.LEVEL or mention.quantifier or mention.anchor is not None:
            return []
        rest = past_bracket(tokens[1:])
        whole = len(rest) == 1 and rest[0].lexeme.is_in("everyLevel")
        return [tokens[: len(tokens) - len(rest)]] if whole else []

    def distributed(self, mention: Mention) -> list[Mention]:
        """Return the bodies of all levels named before that a bare one is (省、市党委和政府)."""
        bare = not mention.quantifier and mention.anchor is None
        if not self.levels or not bare or not mention.tokens[0].lexeme.is_in("everyLevel"):
            return [mention]
        return [replace(mention, tokens=level + mention.tokens) for level in self.levels]

    def with_party_group(self, mention: Mention, mentions: list[Mention], position: int) -> None:
        """Let units in a row share the party group named with the last one (A、B、C党组)."""
        opening = mention.party_group()
        if opening < 1:
            return
        inner = mention.tokens[opening:]
        joint, number = position - 1, len(mentions) - 1
        while number >= 0 and self.kinds[joint] in (lx.AND, lx.WITH):
            unit = mentions[number]
            if not unit.tokens[-1].lexeme.is_in("partyGroupUnit") or unit.anchor is not None:
                return
            mentions[number] = replace(unit, tokens=(*unit.tokens, *inner), kind=mention.kind)
            later = number == 0 or mentions[number - 1].end < unit.start
            joint, number = (joint - 2 if later else joint), number - 1

    def territories(self, pending: list[tuple[int, int]], unit: Mention) -> list[Mention]:
        """Return the bodies of 被巡视地区、单位党组织, where both are what a relative word says.

        Nothing, if no place with a relative word is pending before the general noun of the unit.
        """
        span = self._tokens(pending[0]) if len(pending) == 1 else ()
        if (
            len(span) < _TWO
            or span[0].lexeme.kind != lx.RELATIVE
            or not span[-1].lexeme.is_in("territory")
        ):
            return []
        if not unit.tokens[0].lexeme.generic:
            return []
        start, inner = self.chunks[pending[0][0]].start, unit.tokens[1:]
        place = replace(unit, start=start, tokens=span + inner)
        return [place, replace(unit, tokens=span[:-1] + unit.tokens)]

    def _named_level(self, last: Mention, *, levels: bool) -> int:
        """Return where the level stands, named or not (上街区, 区), that begins the name, or -1."""
        first = last.tokens[0]
        place = self.passage.text[first.end - 1] in _PLACES and first.end - first.start > 1
        if levels and place and first.lexeme.kind in (lx.GAP, lx.NOUN):
            return 0
        for position, token in enumerate(last.tokens[:_TWO]):
            if token.lexeme.kind == lx.LEVEL:
                following = last.tokens[position + 1 : position + 2]
                doubled = bool(following) and following[0].lexeme.kind == lx.LEVEL
                return position + doubled  # 嵊州市
            if token.lexeme.kind != lx.GAP:
                break
        return -1

    def _sharing_unit(self, last: Mention, pending: list[tuple[int, int]]) -> list[Mention]:
        """Return the bodies of 地方、部门、单位党组织: units that share the body within them."""
        heads = [i for i, token in enumerate(last.tokens) if token.lexeme.body_kind]
        final = last.tokens[-1].lexeme
        if len(heads) == 1 and final.is_in("sharedHead") and len(last.tokens) > 1:
            spans = [span for span in pending if self.lacks_head(span)]
            named = [self.headed(span, last.tokens[-1]) for span in spans]  # 教育、水利行政部门
            return self.of_each_level(spans, named)
        kind_of = last.tokens[0]
        if kind_of.lexeme.is_in("kindOf") and all(self._is_kind(span) for span in pending):
            return [self.levelled(span, last, last.tokens[1:]) for span in pending]  # …性组织
        if len(heads) < _TWO or not any(self.kinds[start] == lx.GENERIC for start, _ in pending):
            return []
        return [self.levelled(span, last, last.tokens[heads[0] + 1 :]) for span in pending]

    def of_each_level(self, spans: list[tuple[int, int]], named: list[Mention]) -> list[Mention]:
        """Give levels in a row the field that the last one has (省、直辖市人民政府教育、…部门).

        And fields in a row the rank that the first one has (上一级水利、财政部门).
        """
        if spans and (shared := _rank(self._tokens(spans[0]))):
            return [
                replace(one, tokens=shared + one.tokens)
                if one.tokens[0].lexeme.kind in _FIELDS
                else one
                for one in named
            ]
        bare = [self.is_level(end - 1) for _, end in spans]
        if True not in bare or all(bare):
            return named
        whole = named[bare.index(False)].tokens
        heads = (i for i, token in enumerate(whole) if token.lexeme.body_kind == "Government")
        government = next(heads, 0)
        if not government and whole[0].lexeme.kind != lx.LEVEL:
            return named
        rest = whole[government:] if government else past_bracket(whole[1:])
        return [
            replace(one, tokens=self._tokens(span) + rest) if level else one
            for span, one, level in zip(spans, named, bare, strict=True)
        ]

    def _tokens(self, span: tuple[int, int]) -> tuple[lx.Token, ...]:
        chunks = self.chunks[span[0] : span[1]]
        return tuple(token for chunk in chunks for token in chunk.tokens)

    def of_others(self, last: Mention, pending: list[tuple[int, int]]) -> list[Mention]:
        """Return the departments that fields before 其他部门 are (教育、民政和其他有关部门)."""
        head = last.tokens[-1]
        others = last.quantifier.startswith(_OTHERS) and len(last.tokens) == 1
        if not pending or not others or last.kind != "Department":
            return []
        spans = [span for span in pending if self.lacks_head(span)]
        pending.clear()
        return [self.headed(span, head) for span in spans]

    def levelled(self, span: tuple[int, int], last: Mention, rest: tuple[lx.Token, ...]) -> Mention:
        """Return the body that the modifiers of `span` are with the tokens `rest` of `last`."""
        chunks = self.chunks[span[0] : span[1]]
        tokens = self._tokens(span) + rest
        return replace(last, start=chunks[0].start, end=chunks[-1].end, tokens=tokens)

    def with_head(self, span: tuple[int, int], shared: Mention) -> Mention:
        """Return the department of a field that shares the name 行政管理部门.

        What both say (工商行政管理、公安等行政管理部门) is said once.
        """
        field, before = self._tokens(span), shared.tokens[:-1]
        said = "".join(self.passage.text[token.start : token.end] for token in before)
        whole = self.passage.text[field[0].start : field[-1].end]
        head = shared.tokens[-1:] if whole.endswith(said) else shared.tokens
        return self.levelled(span, shared, head)

    def _is_kind(self, span: tuple[int, int]) -> bool:
        return self.chunks[span[1] - 1].has("kindOf")

    def lacks_head(self, span: tuple[int, int]) -> bool:
        """Say whether a conjunct is a bare modifier, not people or a noun of its own (专家)."""
        kinds = self.kinds[span[0] : span[1]]
        if self.chunks[span[1] - 1].tokens[-1].lexeme.is_in("ownHead"):
            return False  # 研究基地、中介机构
        return lx.PEOPLE not in kinds and kinds[-1] != lx.GENERIC  # …举办单位和服务机构

    def headed(self, span: tuple[int, int], head: lx.Token) -> Mention:
        """Return the body that a bare modifier is with a shared head noun."""
        chunks = self.chunks[span[0] : span[1]]
        return Mention(
            passage=self.passage,
            start=chunks[0].start,
            end=chunks[-1].end,
            tokens=(*self._tokens(span), head),
            kind=head.lexeme.body_kind,
        )


def _rank(tokens: tuple[lx.Token, ...]) -> tuple[lx.Token, ...]:
    """Return what a field begins with that later ones share: 上一级, 县级以上人民政府."""
    first = tokens[0].lexeme
    if first.kind != lx.RELATIVE or not first.form.endswith(_RANKS):
        return ()
    bodies = [i for i, token in enumerate(tokens[:-1]) if token.lexeme.body_kind]
    return tokens[: bodies[-1] + 1] if bodies else tokens[:1]


def past_bracket(tokens: tuple[lx.Token, ...]) -> tuple[lx.Token, ...]:
    """Return what follows the bracket that a level opens with, if any (县（市、区）党委)."""
    if not tokens or tokens[0].lexeme.kind != lx.OPEN:
        return tokens
    kinds = [token.lexeme.kind for token in tokens]
    return tokens[kinds.index(lx.CLOSE) + 1 :]


def posts_of_same_owner(mention: Mention, before: list[Mention]) -> list[Mention]:
    """Return the posts that a bare title is after others with their body (A主任、副主任)."""
    title = mention.tokens[0].lexeme
    if mention.kind != "Post" or mention.quantifier not in ("", *_SOME):
        return [mention]
    if len(mention.tokens) > (_TWO if title.held_in else 1):
        return [mention]  # not 检察委员会委员: the committee is one of the same body
    for last in reversed(before):
        owner = last.owner()
        if last.kind != "Post" or last.anchor is not None or len(last.tokens) == 1:
            continue
        if owner is not None and len(owner.tokens) == 1 and owner.tokens[0].lexeme.generic:
            continue  # 各委员会主任、审计长、秘书长: not that of the committees
        deputy = title.form == f"副{last.tokens[-1].lexeme.form}"
        if last.quantifier and not deputy:
            continue
        if deputy or (owner is not None and owner.kind in title.held_in):
            holders = [post for post in before if post.tokens[-1] == last.tokens[-1]]
            return [replace(mention, tokens=post.tokens[:-1] + mention.tokens) for post in holders]
    return [mention]


def is_catch_all(mention: Mention) -> bool:
    """Say whether a name is only 其他组织, which stands for whoever else."""
    only = mention.tokens[0].lexeme
    others = mention.quantifier in ("其他", "任何", "其他任何")
    return len(mention.tokens) == 1 and only.is_in("catchAll") and others


def of_same_government(mention: Mention, before: list[Mention]) -> Mention:
    """Return the department that one without a government is (国务院A部门或者B部门)."""
    last = before[-1] if before else None
    if last is None or mention.quantifier or mention.anchor is not None:
        return mention
    if not mention.kind == last.kind == "Department" or last.tokens[0].lexeme.kind != lx.KNOWN:
        return mention
    if len(mention.tokens) == 1 or any(t.lexeme.body_kind for t in mention.tokens[:-1]):
        return mention
    own = mention.tokens[0].lexeme.kind in (lx.LEVEL, lx.RELATIVE)
    own = own or mention.written().startswith(_NATIONAL)
    return mention if own else replace(mention, tokens=last.tokens[:1] + mention.tokens)


def of_each(mention: Mention, before: list[Mention]) -> Mention:
    """Return the body that one of all is after others of one body (国务院各部、各委员会)."""
    last = before[-1] if before else None
    if last is None or mention.quantifier != "各" or len(mention.tokens) > 1:
        return mention
    kinds = [token.lexeme.kind for token in last.tokens[:_TWO]]
    if kinds != [lx.KNOWN, lx.QUANTIFIER]:
        return mention
    return replace(mention, tokens=last.tokens[:_TWO] + mention.tokens, quantifier="")


def of_same_rank(mention: Mention, before: list[Mention]) -> Mention:
    """Return the body that a bare one is after one of a rank (上级党委或者纪委: 上级纪委).

    An office after another one is of the same body (常务委员会办事机构和工作机构).
    """
    last = before[-1] if before else None
    bare = not mention.quantifier and mention.anchor is None and len(mention.tokens) == 1
    if last is None or not bare or last.anchor is not None:
        return mention
    head, first = mention.tokens[0].lexeme, last.tokens[0]
    ranked = first.lexeme.kind == lx.RELATIVE and len(last.tokens) == _TWO
    if ranked and head.is_in("everyLevel") and last.tokens[1].lexeme.is_in("everyLevel"):
        return replace(mention, tokens=(first, *mention.tokens))
    office, other = head.trigger, last.tokens[-1].lexeme.trigger
    if office is None or office is not other or "partOf" not in office.expresses:
        return mention
    owner = last.owner()
    return mention if owner is None else replace(mention, tokens=owner.tokens + mention.tokens)


def of_siblings(mention: Mention, before: list[Mention]) -> list[Mention]:
    """Return what 其 names of the others that share the owner's head (省、市政府及其部门)."""
    owner = mention.anchor
    if owner is None or not before or owner is not before[-1]:
        return []
    siblings = [other for other in before[:-1] if other.tokens[-1] == owner.tokens[-1]]
    return [replace(mention, anchor=sibling) for sibling in siblings]
