"""Verbs before a head noun: whether they are part of a name, or predicates that govern it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graph.reading import lexemes as lx

if TYPE_CHECKING:
    from graph.model import Passage
    from graph.reading.lexemes import Token
    from graph.reading.mentions import Chunk

_VERB_PLACES: Final = frozenset((lx.TRIGGER, lx.LIGHT, lx.MODAL, lx.ADVERB, lx.TAKE))
_SUFFERING: Final = "被"
_SHORT: Final = 4
_RULES: Final = ("规定", "情况", "计划", "标准", "程序")
_FOUNDING: Final = frozenset(("Creates", "ComposedOf"))
_SENDING: Final = frozenset(("Sends", "Creates", "Decides", "Ratifies", "Reviews"))
_NAMES: Final = frozenset((lx.HEAD, lx.KNOWN, lx.GENERIC, lx.RELATIVE, lx.LEVEL, lx.GAP))
_BODY_DUE: Final = frozenset(
    (
        lx.OVER, lx.TOWARD, lx.BY, lx.UNDER, lx.ACCEPT, lx.VIA, lx.FOR, lx.AND_ITS, lx.SUBMIT,
        lx.MEANS, lx.AT, lx.BASIS, lx.TAKE,
    )
)  # fmt: skip
_BEFORE_POSTS: Final = frozenset((lx.VERB, lx.ADVERB, lx.LIGHT))
_DOING_NOW: Final = frozenset(
    (lx.MODAL, lx.ADVERB, lx.OVER, lx.TOWARD, lx.BY, lx.UNDER, lx.ACCEPT, lx.TAKE)
)
_DOES: Final = frozenset((lx.TRIGGER, lx.VERB, lx.LIGHT))
DOING_KINDS: Final = frozenset((lx.TRIGGER, lx.VERB, lx.ADVERB, lx.NOUN, lx.GAP))
_ORGANISED: Final = DOING_KINDS | {lx.LEVEL, lx.KNOWN, lx.HEAD, lx.QUANTIFIER, lx.PEOPLE}
DELEGATING: Final = frozenset(("Congress", "Meeting"))


class NamingVerbs:
    """The tokens of a sentence while they are put together.

    `start` and `last` delimit the name at hand: its first token, and its last head noun so far.
    """

    __slots__ = ("chunks", "kinds", "last", "lexemes", "passage", "start", "text", "tokens")

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

    def _written(self, index: int) -> str:
        token = self.tokens[index]
        return self.text[token.start : token.end]

    def _is_named_by(self, index: int, kind: str) -> bool:
        """Say whether a verb and the body after it are one name.

        派驻纪检监察组, 分管副院长, 市编制委员会.
        """
        if kind == lx.VERB:
            return self._joins_on(index)
        if self.lexemes[index].is_in("titling"):
            return self.lexemes[index + 1].body_kind == "Post"
        if kind != lx.TRIGGER:
            return False
        if self._named_in_founding(index):
            return True
        return self._is_sent(index) or self._joins_on(index)

    def _named_in_founding(self, index: int) -> bool:
        """Say whether a verb is in the name of what is set up (成立联合专案组)."""
        start = index - (self.start == index - 1 and self.last is None)
        founds = self.lexemes[start - 1].trigger if start else None
        trigger = self.lexemes[index].trigger
        joint = trigger is not None and "BringsAlong" in trigger.frames
        named = self.lexemes[index].compounds or self.lexemes[index].is_in("nominalVerb")
        works = named and self.lexemes[index + 1].body_kind == "Meeting"
        return founds is not None and bool(founds.frames & _FOUNDING) and (joint or works)

    def _joins_on(self, index: int) -> bool:
        """Say whether a name goes on with the verb at `index` (组织部分管副部长, 市编制委员会)."""
        if self.lexemes[index].is_in("titling"):
            return self.start is not None and self.last == index - 1
        if self.start != index - 1 or self.last is not None:
            return False
        head = self.lexemes[index + 1]
        if self.kinds[index] == lx.TRIGGER:  # 内部审计协会
            opens = self.start == 0 or self.kinds[self.start - 1] in lx.MARKS
            return opens and self.lexemes[index].compounds and head.body_kind == "Association"
        if head.body_kind == "Association":
            return self.kinds[index - 1] in (lx.GAP, lx.LEVEL)  # 中国公证协会
        return self.kinds[index - 1] == lx.LEVEL and head.body_kind == "Committee"

    def _is_sent(self, index: int) -> bool:
        """Say whether a verb of sending only tells which body is meant (对派驻纪检监察组的领导).

        It does where a body is due, not a verb: after a preposition or another verb, or where a
        verb or a preposition follows the body and nobody has been named who might send it.
        """
        trigger = self.lexemes[index].trigger
        if trigger is None or "Sends" not in trigger.frames:
            return False
        before = self.kinds[index - 1] if index else lx.STOP
        other = self.lexemes[index - 1].trigger if before == lx.TRIGGER else None
        if other is not None and "Creates" in other.frames and not self.lexemes[index - 1].generic:
            return True  # 设立派出审计机构, 设有派驻纪检监察组的B
        if self._kind(index + 2) == lx.OF and self._kind(index + 3) in _NAMES:
            return False  # 派出巡视组的党组织
        if before == lx.TRIGGER:
            if other is None or self.lexemes[index - 1].generic:
                return False  # 其他组织派驻…: a body before it
            return not other.frames & _SENDING
        if before == lx.WITH and self.lexemes[index - 1].form in lx.BESIDE:
            return True
        if before in _BEFORE_POSTS and self._kind(index + 2) == lx.HEAD:
            return self.lexemes[index + 2].body_kind == "Post"  # 约谈派驻纪检监察组组长
        if before in (lx.AND, lx.WITH):
            return index > 1 and self.kinds[index - 2] in (lx.HEAD, lx.KNOWN)
        if before in lx.MARKS:
            end = index + 2
            while self._kind(end) == lx.HEAD:
                end += 1  # 派驻纪检监察组组长应当
            after = self._kind(end)
            begins = before == lx.STOP and (after in _DOES or after in (lx.COPULA, lx.GAP))
            beside = after == lx.WITH and self.lexemes[end].form in lx.BESIDE
            return after in _DOING_NOW or begins or (beside and before == lx.STOP)
        chosen = before in (lx.QUANTIFIER, lx.NUMBER) or self.lexemes[index - 1].is_in(
            "corresponding"
        )
        return before in _BODY_DUE or chosen

    def _chosen(self, index: int) -> bool:
        """Say whether the name began with the word before (对口派驻纪检监察组)."""
        if self.start != index - 1:
            return False
        return self.lexemes[index - 1].is_in("corresponding") or self._named_in_founding(index)

    def _elects(self, index: int) -> bool:
        """Say whether the body before names or sets up somebody by the verb at `index`."""
        if self.last is None or self.last != index - 1:
            return False
        trigger = self.lexemes[index].trigger
        if trigger is not None and "Creates" in trigger.frames:
            return not self.lexemes[index].generic  # 组织部设部务委员会
        names = trigger is not None and "Appoints" in trigger.frames
        return names and self.lexemes[self.last].body_kind in DELEGATING

    def _names_agent(self, index: int) -> bool:
        """Say whether a unit is named by what it does, where it is to do more (报告机关应当)."""
        opens = index == 0 or self.kinds[index - 1] in lx.MARKS
        named = self._kind(index + 1) == lx.GENERIC and self._kind(index + 2) == lx.MODAL
        return opens and named and self.lexemes[index + 1].is_in("innerOwner")

    def _undergoer(self, index: int) -> int | None:
        """Return the index of the noun of 被V单位, a unit named by what is done to it."""
        if self.lexemes[index].form != _SUFFERING or self._kind(index + 2) != lx.GENERIC:
            return None
        doing = self.kinds[index + 1] in (lx.TRIGGER, lx.VERB)
        goes_on = self._kind(index + 3) in (lx.GENERIC, lx.HEAD, lx.TRIGGER, lx.OF)
        named = self.lexemes[index + 2].is_in("innerOwner") and not goes_on
        return index + 2 if doing and named else None

    def _goes_on_beyond(self, index: int, head: int) -> bool:
        """Say whether the general noun begins the name of another body, which is acted on."""
        if self.last is None or self.last != index - 1 or self.kinds[index] != lx.TRIGGER:
            return False
        inner = self.kinds[head + 1] in (lx.NOUN, lx.RELATIVE) and self._kind(head + 2) == lx.HEAD
        return self.lexemes[head].is_in("innerOwner") and (inner or self._kind(head + 1) == lx.HEAD)

    def _founded(self, index: int, position: int) -> bool:
        """Say whether a short noun stands in the name of what the verb before `index` sets up."""
        before = self.lexemes[index - 1].trigger if index else None
        token = self.tokens[position]
        short = token.end - token.start <= _SHORT
        return short and before is not None and "Creates" in before.frames

    def _governs(self, index: int) -> bool:
        """Say whether the verb has an object: it stands where a predicate does."""
        before = self.kinds[index - 1] if index else lx.STOP
        lexeme = self.lexemes[index]
        if before != lx.TRIGGER:
            opens = before in lx.MARKS and lexeme.is_in("drafting")
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

    def _kind(self, index: int) -> str:
        return self.kinds[index] if index < len(self.tokens) else lx.STOP
