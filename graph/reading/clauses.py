"""The walk through a sentence: who acts, under which modality, and which words open an argument.

`SentenceReader` goes over the chunks once, from left to right. A body that no verb or preposition
governs is the subject of what follows, up to the next such body; prepositional phrases wait for the
verb they belong to; what a prelude says (在A领导下, 经A批准) waits for its subject. Verbs
themselves are read by the constructions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graph.model import Modality
from graph.reading import lexemes as lx
from graph.reading.boundaries import Boundaries
from graph.reading.entries import ACCEPTING, ATTENDING, DISMISSING, JOINTLY
from graph.reading.fields import NOUN_KINDS
from graph.reading.joints import ITEM_KINDS
from graph.reading.mentions import BODY
from graph.reading.predications import Carried, Predication
from graph.reading.state import CLAUSE_STARTS
from graph.reading.topics import THINGS

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.reading.group import Group

_PREDICATES: Final = frozenset(
    (lx.MODAL, lx.BY, lx.UNDER, lx.ACCEPT, lx.OVER, lx.TOWARD, lx.BASIS, lx.COPULA, lx.LIGHT)
)
_TRIED: Final = NOUN_KINDS | {lx.TRIGGER, lx.VERB, lx.UNDER, lx.BY, lx.LIGHT, lx.MODAL}
_OPENING: Final = frozenset((lx.TRIGGER, lx.VERB, lx.UNDER, lx.BY, lx.LIGHT, lx.MODAL))
_GOING_ON: Final = frozenset((lx.VERB, lx.ADVERB, lx.VIA, lx.AT, lx.BASIS))
_ADDRESSING: Final = (lx.SUBMIT, lx.TOWARD, lx.BY)
_LEARNING: Final = ("finding", "perceiving", "receiving")
_STATING: Final = frozenset((ATTENDING, "including", DISMISSING, ACCEPTING, "exerting"))
_SHORT_NOUN: Final = 4
_LINKS: Final = frozenset((lx.AND, lx.WITH, lx.OF, lx.ETCETERA))


class SentenceReader(Boundaries):
    """Reads one sentence; `run` returns its predications and what it leaves to the next."""

    __slots__ = ()

    def run(self) -> tuple[list[Predication], Carried]:
        """Read the sentence to its end."""
        if self.carried.listings:
            self.list_item()
        index, count, kinds = 0, len(self.chunks), self.kinds
        while index < count:
            kind = kinds[index]
            if kind in _TRIED and (kinds[index + 1] in _LINKS or kinds[index - 1] in CLAUSE_STARTS):
                after = self._step(index)
            else:
                handler = _HANDLERS.get(kind)
                after = index if handler is None else handler(self, index)
            index = after if after > index else index + 1
        if not self.explicit and self.carried.subject:
            self.settle_preludes(self.carried.subject)
        self._owned()
        causee = self.causee if not self.helped else None
        denied = self.negated and self.chunks[-1].kind == lx.COLON  # 不得有下列行为：
        return self.found, Carried(
            subject=self.listing_topic() or self.topic(),
            causee=causee.mentions if causee is not None else None,
            modality=Modality.PROHIBITION if denied else self._lasting(),
            objects=[group.mentions for group in self.objects[-2:]] or self.carried.objects,
            organ=self.organ,
            listings=self.listings,
            made=self.made(),
            makers=self.makers(),
        )

    def _lasting(self) -> Modality:
        """Return the modality that goes on: 可以 ends with its sentence, unless items follow."""
        if self.chunks[-1].kind == lx.COLON:
            return self._of_stem()
        permits = self.chain.modality is Modality.PERMISSION
        return Modality.DECLARATION if permits else self.chain.modality

    def _of_stem(self) -> Modality:
        """Return the modality of items: that of what 下列 belongs to (应当按照下列N，可以V：)."""
        listed = [i for i, chunk in enumerate(self.chunks) if chunk.has("listing")]
        modals = [i for i, kind in enumerate(self.kinds) if kind == lx.MODAL]
        permits = self.chain.modality is Modality.PERMISSION
        if not permits or not listed or not modals or modals[-1] < listed[-1]:
            return self.chain.modality
        before = [i for i in modals if i < listed[-1]]
        modality = self.chunks[before[-1]].tokens[0].lexeme.modality if before else None
        return modality or Modality.DECLARATION

    def _owned(self) -> None:
        """State what names say of belonging: A所属的B is a part of A."""
        for joint, (owner, owned) in self.nps.owned.items():
            sends = self.nps.trigger(joint)
            if sends is not None:
                extent, declared = (joint - 1, joint + 2), Modality.DECLARATION
                self.state(sends, [owner], [owned], extent, "A V的B", modality=declared)
                continue
            noun = self.chunks[joint - 1].entry("Belonging")
            if noun is not None:
                extent, declared = (joint - 1, joint + 2), Modality.DECLARATION
                self.state(noun, [owned], [owner], extent, "A所属的B", modality=declared)

    def _step(self, index: int) -> int:
        """Read a chunk that is no body, but may be a topic, or open the name of a body."""
        kind = self.kinds[index]
        if kind in NOUN_KINDS and self.joins_given(index):
            return index + 1  # 执勤任务以及A赋予的其他任务
        if kind in THINGS and self.opens(index) and self._is_topic(kind, index):
            if self._is_told(index):
                return index + 1
            self.set_subject(None)  # 职工受…, 工程由…: what acts or is acted on is no body
            self.owner = self.made_by(index)
            return index + 1
        if kind in _OPENING and self.opens(index) and self._is_result(index):
            self.set_subject(None)  # 处理结果应当…
            return index + 2
        if self._may_name(kind, index) and (named := self._named(kind, index)) is not None:
            return named
        handler = _HANDLERS.get(kind)
        return handler(self, index) if handler is not None else index + 1

    def _named(self, kind: str, index: int) -> int | None:
        """Read a body that is named from a chunk on that is none; return the index after it."""
        self.trial, seen = [], dict(self.nps.seen)
        group = self.nps.group(index)
        tried, self.trial = self.trial, None
        if group is not None and self._named_by_clause(kind, index, group):
            for arguments in tried:
                self.relative(*arguments)
            return self.body(index)
        self.nps.seen = seen
        return None

    def _is_result(self, index: int) -> bool:
        """Say whether a noun with a verb before it is what the clause is about.

        A thing (处理结果) or people (检查人员).
        """
        named = self.kinds[index + 1] in (lx.GAP, lx.NOUN, lx.PEOPLE)
        noun = self.chunks[index + 1] if named else None
        if any(self.chunks[index].has(name) for name in _LEARNING):
            return False  # 发现问题应当报告: who finds it
        if noun is None or self.kinds[index + 2] != lx.MODAL or noun.end - noun.start > _SHORT_NOUN:
            return False
        return not self._adverbial(index + 1)

    def _is_topic(self, kind: str, index: int) -> bool:
        """Say whether the people or the thing that open a clause are its subject."""
        end = self.skip(index, *THINGS, lx.AND, lx.WITH, lx.OF)
        after = self.kinds[end]
        if after == lx.MODAL and self._adverbial(self.clause_end(end) - 1):
            return False  # 意见不统一时，
        if kind == lx.PEOPLE and end == index + 1:
            return after in _PREDICATES or after in (lx.TRIGGER, lx.VERB, lx.AT)
        theirs = after in (lx.UNDER, lx.ACCEPT) or self.chunks[index].has("doneWork")
        if kind == lx.STANDING and self.subject is not None and theirs:
            return False  # 日常工作受B指导, 日常工作由B指导: that of the subject
        if end > index + 1:
            if after in (lx.TRIGGER, lx.LIGHT) and self._only_levels(index, end):
                return True  # 省、自治区、直辖市设立B
            listed = after == lx.COMMA and self.kinds[end + 1] == lx.BY
            listed = listed and lx.AND in self.kinds[index:end] and self.kinds[end - 1] != lx.OF
            # 社区和行政村应当…, 涵洞、挡土墙，由A管理
            asked = after == lx.MODAL and self.kinds[end - 1] != lx.OF  # not 情节严重的应当
            return (asked or listed) and not self._adverbial(end - 1)
        return after in (lx.MODAL, lx.BY, lx.UNDER, lx.ACCEPT) and not self._adverbial(index)

    def _only_levels(self, start: int, end: int) -> bool:
        """Say whether all that stands there are levels of the state, which are areas here."""
        tokens = [token for chunk in self.chunks[start:end] for token in chunk.tokens]
        return all(token.lexeme.kind in (lx.LEVEL, lx.AND, lx.WITH) for token in tokens)

    def _is_told(self, index: int) -> bool:
        """Say whether a matter that opens a clause is what is told (重大事项应当向B报告)."""
        if not self.chunks[index].has("matter") or self.kinds[index + 1] != lx.MODAL:
            return False
        return self.kinds[self.skip(index + 1, lx.MODAL, lx.ADVERB)] in (lx.TOWARD, lx.SUBMIT)

    def _adverbial(self, index: int) -> bool:
        """Say whether a noun phrase at the head of a clause says when, not who."""
        return self.text[self.chunks[index].end - 1] in "时后前中内外间"

    def _may_name(self, kind: str, index: int) -> bool:
        """Say whether a chunk that is no body may open a list of bodies, or the name of one."""
        if kind in _OPENING and self.opens(index):
            return self.nps.relative_end(index) is not None or self._opens_row(kind, index)
        if self.kinds[index + 1] not in _LINKS:
            noun = kind in NOUN_KINDS or (kind == lx.VERB and self.chunks[index].has("nominalVerb"))
            field = noun and self.opens(index) and self.kinds[index + 1] in _OPENING
            return field and self.nps.fields(index) is not None  # 新闻出版、教育等部门
        if kind in NOUN_KINDS:
            located = self.chunks[index].has("location") and self.kinds[index + 1] == lx.WITH
            return kind == lx.PEOPLE or (self.nps.reaches(index) and not located)
        return kind == lx.VERB and self.chunks[index].has("nominalVerb")

    def _opens_row(self, kind: str, index: int) -> bool:
        """Say whether fields in a row may open here (审计、财政等部门)."""
        end = self.skip(index, *ITEM_KINDS)
        return kind != lx.LIGHT and end > index and self.kinds[end] in (lx.AND, lx.ETCETERA)

    def _named_by_clause(self, kind: str, index: int, group: Group) -> bool:
        """Say whether a verb that opens a clause belongs to the name of a body (派驻C的B应当…)."""
        after = self.kinds[group.end]
        joined = self.kinds[index + 1] == lx.AND
        listed = joined and (kind != lx.TRIGGER or self.nps.sends(index))
        if kind in NOUN_KINDS or (listed and after not in (lx.AND, lx.WITH)):
            return True  # not 合并、撤销A举办的B或者改变…的，
        field = kind == lx.TRIGGER or self.chunks[index].has("nominalVerb")
        goes_on = after in (lx.TRIGGER, lx.VERB) or (field and after in _GOING_ON)
        if (joined or kind == lx.VERB) and goes_on:
            # 信访举报、审计等部门处置…
            return self.kinds[group.end - 2 : group.end] == [lx.ETCETERA, lx.GENERIC]
        if self.nps.sends(index) and any(c.kind == lx.OF for c in self.chunks[index : group.end]):
            return True  # 派出C的B…
        if after in (lx.MODAL, lx.OVER, lx.TOWARD, lx.BY, lx.TAKE):
            return True
        if kind == lx.UNDER and self.kinds[index + 2] == lx.OF and after in _GOING_ON:
            return True  # 被指定的B认为
        if after == lx.ADVERB and self.chunks[group.end].has("mutual"):
            return True
        if after != lx.COMMA:
            return False
        first = not self.explicit and self.carried.subject is None
        return group.described and kind != lx.TRIGGER and first

    def plain_verb(self, index: int) -> int:
        """Pass a verb that states no relation; the phrases before it were its own."""
        classes = self.chunks[index].tokens[0].lexeme.classes
        if not classes.isdisjoint(_STATING) and (after := self._stating_verb(index)) is not None:
            return after
        if (after := self.given_next(index)) is not None:
            return after
        if (after := self.owes(index)) is not None:
            return after
        to = self.phrases.get("to")
        if self.kinds[index + 1] == lx.PEOPLE and "requesting" in classes:
            self.pivot = index  # 鼓励公民向B提供N
        if self.kinds[index + 1] == lx.OF:
            self.drop_addressee(index)
        elif to is not None and self.skip(to.end, lx.ADVERB) == index:
            del self.phrases["to"]  # 向B举报，…
        return index + 1

    def _stating_verb(self, index: int) -> int | None:
        """Read a verb of a class that states something in a construction of its own."""
        if self.chunks[index].has(ATTENDING):
            if self.joins_meeting(index):
                return index + 1
            if (part := self.takes_part(index)) is not None:
                return part
        if self.chunks[index].has("including") and (end := self.includes(index)) is not None:
            return end
        if self.chunks[index].has(DISMISSING) and (after := self.dismisses(index)) is not None:
            return after
        if (after := self.accepts(index)) is not None:
            return after
        return self.plays_part(index)

    def light_verb(self, index: int) -> int:
        """Pass a light verb; with a plain noun it is the verb of 向B before it."""
        if (after := self.given_next(index)) is not None:
            return after
        if (after := self.owes(index)) is not None:
            return after
        if self.kinds[index + 1] in (lx.GAP, lx.NOUN, lx.VERB):
            self.phrases.pop("to", None)
        return index + 1

    # ---- marks and modals ------------------------------------------------------------------------

    def modal(self, index: int) -> int:
        """Take the modality of what follows; 有权V的B is a body."""
        if self.chunks[index].has("picksOut") and self.opens(index):
            named = self._named(lx.MODAL, index)
            if named is not None:
                return named
        modality = self.chunks[index].tokens[0].lexeme.modality
        if self.chunks[index].has("absence"):
            self.absent = True
        elif modality is Modality.PROHIBITION and self.kinds[index - 1] == lx.TAKE:
            return index + 1  # 将不予立案通知书送达B
        elif modality is Modality.PROHIBITION and self._allowed(index - 1):
            self.absent = True  # 可以不V: nothing is asked and nothing denied
        elif modality is Modality.PROHIBITION:
            self.refuses = self.chunks[index].tokens[0].lexeme.form == "不"
            self.negated = not (self.refuses and self._describes_with_not(index))
        elif modality is not None:
            self.chain.modality = modality
        return index + 1

    def _describes_with_not(self, index: int) -> bool:
        """Say whether 不 belongs to a clause that describes a noun (向不设C的区域派出B)."""
        kinds = self.kinds[index : self.clause_end(index)]
        if lx.OF not in kinds:
            return False
        return any(kind in (lx.TRIGGER, lx.VERB) for kind in kinds[kinds.index(lx.OF) :])

    def _allowed(self, index: int) -> bool:
        """Say whether a modal of permission stands at `index`."""
        if self.kinds[index] != lx.MODAL:
            return False
        return self.chunks[index].tokens[0].lexeme.modality is Modality.PERMISSION

    def adverb(self, index: int) -> int:
        """Keep a condition (定期), and 分别; A与B共同V: they act together."""
        chunk = self.chunks[index]
        partner = self.phrases.get("with")
        if chunk.has(JOINTLY) and partner is not None and partner.end == index:
            self.acts_jointly(partner, index)
        elif chunk.has(JOINTLY) and self.subject is not None and self.subject.end == index:
            self.act_jointly(self.subject, index)
        adjective = chunk.has("corresponding") and self.kinds[index + 1] not in _ADDRESSING
        if chunk.has("respectively") and not adjective:  # not 承担相应责任
            self.respective = True
        if chunk.has("inLine") and self.kinds[index + 1] == BODY:
            return self.undergoing(index)  # 归口A管理
        if chunk.has("condition"):
            self.conditions.append((chunk.start, chunk.end))
        return index + 1

    # ---- bodies and phrases ----------------------------------------------------------------------


_HANDLERS: Final[dict[str, Callable[[SentenceReader, int], int]]] = {
    lx.COMMA: SentenceReader.comma,
    lx.SEMICOLON: SentenceReader.semicolon,
    lx.MODAL: SentenceReader.modal,
    lx.ADVERB: SentenceReader.adverb,
    BODY: SentenceReader.body,
    lx.PRONOUN: SentenceReader.body,
    lx.BASIS: SentenceReader.basis,
    lx.TOWARD: SentenceReader.toward,
    lx.OVER: SentenceReader.over,
    lx.FOR: SentenceReader.service,
    lx.TAKE: SentenceReader.take,
    lx.TRIGGER: SentenceReader.act,
    lx.VERB: SentenceReader.plain_verb,
    lx.BY: SentenceReader.by,
    lx.UNDER: SentenceReader.undergoing,
    lx.ACCEPT: SentenceReader.undergoing,
    lx.AT: SentenceReader.at,
    lx.MEANS: SentenceReader.by_means,
    lx.VIA: SentenceReader.with_consent,
    lx.SUBMIT: SentenceReader.submission,
    lx.WITH: SentenceReader.accompanied,
    lx.COPULA: SentenceReader.equation,
    lx.COLON: SentenceReader.colon,
    lx.GENERIC: SentenceReader.general,
    lx.LIGHT: SentenceReader.light_verb,
}
