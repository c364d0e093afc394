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

_WITH_COMMITTEES = frozenset(("Enterprise", "School", "Institution", "Unit"))
_TWO = 2
_DEEDS = (lx.VERB, lx.TRIGGER, lx.STANDING)
_SHORT_FIELD = 4
_ORGANS = ("Organ", "Department")
_OR = ("或者", "或")
_RANKS = ("级", "级以上")
_FIELDS = frozenset((lx.GAP, lx.NOUN, lx.VERB, lx.TRIGGER))
_OTHERS = ("其他", "其它")
_GRADED = 2  # words of a court behind its level: 中级, 人民法院
_PLACES = frozenset("省市县区旗乡镇州盟")  # what names of places end in


def party_body(mention: Mention) -> int:
    """Return where in the name of a unit that of its party committee begins, or -1 (企业党委)."""
    for index, token in enumerate(mention.tokens[1:], 1):
        if token.lexeme.is_in("partyBody"):
            owner = mention.tokens[index - 1].lexeme
            begins = index - (owner.kind == lx.RELATIVE)  # 高等学校基层纪委
            unit = mention.tokens[begins - 1].lexeme.body_kind
            return begins if unit in _WITH_COMMITTEES else -1
    return -1


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
        graded = len(rest) == _GRADED and rest[-1].lexeme.body_kind == "Court"  # 市中级人民法院
        whole = (len(rest) == 1 or graded) and rest[-1].lexeme.is_in("everyLevel")
        return [tokens[: len(tokens) - len(rest)]] if whole else []

    def distributed(self, mention: Mention) -> list[Mention]:
        """Return the bodies of all levels named before that a bare one is (省、市党委和政府)."""
        bare = not mention.quantifier and mention.anchor is None
        if not self.levels or not bare or not mention.tokens[0].lexeme.is_in("everyLevel"):
            return [mention]
        return [replace(mention, tokens=level + mention.tokens) for level in self.levels]

    def with_party_group(self, mention: Mention, mentions: list[Mention], position: int) -> None:
        """Let units in a row share the party group named with the last one (A、B、C党组).

        Also, where they are of one kind, its party committee (企业、学校党委).
        """
        opening = mention.party_group()
        groups = opening > 0
        if not groups:
            opening = party_body(mention)
        if opening < 1:
            return
        inner = mention.tokens[opening:]
        joint, number = position - 1, len(mentions) - 1
        while number >= 0 and self.kinds[joint] in (lx.AND, lx.WITH):
            unit = mentions[number]
            shares = unit.tokens[-1].lexeme.is_in("partyGroupUnit")
            alike = unit.kind in _WITH_COMMITTEES or len(unit.tokens) == 1  # 部门和单位党组织
            shares = shares and (groups or alike)
            if not shares or unit.anchor is not None:
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

    def shares(self, head: lx.Lexeme, spans: list[tuple[int, int]]) -> bool:
        """Say whether each of the spans may have the head noun; 单位 only after what it does.

        设计、施工、监理等单位, but not 机场、车站等单位.
        """
        if head.is_in("sharedHead"):
            return True
        last = [tokens[-1].lexeme for span in spans if (tokens := self._tokens(span))]
        does = all(word.kind in _DEEDS and not word.is_in("standingHead") for word in last)
        return head.is_in("sharedUnit") and bool(last) and does

    def _sharing_unit(self, last: Mention, pending: list[tuple[int, int]]) -> list[Mention]:
        """Return the bodies of 地方、部门、单位党组织: units that share the body within them."""
        heads = [i for i, token in enumerate(last.tokens) if token.lexeme.body_kind]
        final = last.tokens[-1].lexeme
        if len(heads) == 1 and self.shares(final, pending) and len(last.tokens) > 1:
            spans = [span for span in pending if self.lacks_head(span)]
            if last.tokens[-_TWO].lexeme.is_in("bothLevels"):  # 司、处两级内设机构
                return [self.levelled(span, last, last.tokens[-_TWO:]) for span in spans]
            named = [self.headed(span, last.tokens[-1]) for span in spans]  # 教育、水利行政部门
            return self.of_each_level(spans, named)
        if self._of_organ(last, pending):  # 公安、检察机关
            assert final.ends_in is not None  # noqa: S101 - it is of such a noun
            head = lx.Token(last.end - len(final.ends_in.form), last.end, final.ends_in)
            fields = [span for span in pending if self.lacks_head(span) and self._is_plain(span)]
            return self.of_each_level(fields, [self.headed(span, head) for span in fields])
        kind_of = last.tokens[0]
        if kind_of.lexeme.is_in("kindOf") and all(self._is_kind(span) for span in pending):
            return [self.levelled(span, last, last.tokens[1:]) for span in pending]  # …性组织
        if (
            len(heads) < _TWO
            or final.is_in("partyGroupUnit")
            or not any(self.kinds[start] == lx.GENERIC for start, _ in pending)
        ):
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

    def _of_organ(self, last: Mention, pending: list[tuple[int, int]]) -> bool:
        """Say whether a name in one word is that of an organ or a department.

        Or of a government of one level, after others (区、县和乡镇人民政府).
        """
        head = last.tokens[-1].lexeme.ends_in
        if head is None or len(last.tokens) > 1 or last.quantifier:
            return False
        levels = all(self.is_level(end - 1) for _, end in pending)
        return head.body_kind in _ORGANS or (levels and head.body_kind == "Government")

    def _is_plain(self, span: tuple[int, int]) -> bool:
        """Say whether a span is a field of work in a word or two, next to the one after it."""
        form = self.chunks[span[1]].tokens[0].lexeme.form
        joint = self.kinds[span[1]] in (lx.AND, lx.WITH) and form not in _OR
        length = self.chunks[span[1] - 1].end - self.chunks[span[0]].start
        return joint and length <= _SHORT_FIELD

    def _is_kind(self, span: tuple[int, int]) -> bool:
        return self.chunks[span[1] - 1].has("kindOf")

    def lacks_head(self, span: tuple[int, int]) -> bool:
        """Say whether a conjunct is a bare modifier, not people or a noun of its own (专家)."""
        kinds = self.kinds[span[0] : span[1]]
        if self.chunks[span[1] - 1].tokens[-1].lexeme.is_in("ownHead"):
            return False  # 研究基地、中介机构
        return lx.PEOPLE not in kinds and kinds[-1] != lx.GENERIC  # …举办单位和服务机构

    def headed(self, span: tuple[int, int], head: lx.Token) -> Mention:
        """Return the body that a bare modifier is with a shared head noun.

        What both say (工商行政管理、公安等行政管理部门) is said once.
        """
        chunks = self.chunks[span[0] : span[1]]
        field, form = self.passage.text[chunks[0].start : chunks[-1].end], head.lexeme.form
        said = [size for size in range(_TWO, len(form) - 1) if field.endswith(form[:size])]
        if said:
            head = lx.Token(head.start + said[-1], head.end, head.lexeme)
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
