"""The frames of the lexicon: for each, what a verb states when its places are filled.

A frame looks at one verb with its arguments (`Call`), states what is said, and tells whether it did. `FRAMES` gives
the order in which the frames of a verb are tried.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from graph.model import Modality
from graph.reading import lexemes as lx
from graph.reading import tails
from graph.reading.phrases import BODY
from graph.reading.state import SentenceState

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.ontology import Trigger
    from graph.reading.coordination import Group
    from graph.reading.phrases import Mention

_CASES: Final = (tails.MATTER, tails.SUBMITTED)
_HANDED_IN: Final = (tails.SUBMITTED, "report")
_OPENING: Final = frozenset((lx.TAKE, lx.BY, lx.TOWARD, lx.OVER, BODY, lx.GAP, lx.NOUN, lx.STANDING))
_HEARD: Final = (("reportsTo", "report"), ("advises", "proposal"))
_LAID_DOWN: Final = ("decision", "report", "proposal", tails.PEOPLE)
_DOING_STARTS: Final = frozenset(
    (
        lx.TRIGGER, lx.VERB, lx.LIGHT, lx.GAP, lx.OVER, lx.TOWARD, lx.BASIS, lx.BETWEEN, lx.NOUN, BODY,
        lx.TAKE, lx.AT, lx.MEANS, lx.MODAL, lx.ACCEPT, lx.FOR, lx.BY, lx.UNDER,
    )
)  # fmt: skip


@dataclass(slots=True, eq=False, kw_only=True)
class Call:
    """One verb with its arguments: `extent` from the verbs to the end of the object, `wide` with what is before."""

    trigger: Trigger
    actor: list[Mention] | None
    object: Group | None
    over: Group | None
    to: Group | None
    extent: tuple[int, int]
    wide: tuple[int, int]

    @property
    def direct(self) -> list[Mention] | None:
        """The bodies of the object, where it names bodies and not a class described by a clause."""
        if self.object is None or self.object.described:
            return None
        return self.object.mentions


class Frames(SentenceState):
    """What each frame states."""

    # ---- the frames ------------------------------------------------------------------------------

    def acts_on(self, call: Call) -> bool:
        inspects = "supervises" in call.trigger.expresses
        if call.over is not None and self._affected(call.over, inspects=inspects):
            self.state(call.trigger, call.actor, call.over.mentions, call.wide, "对B（进行）V")
            return True
        if call.object is not None and self._affected(call.object, inspects=inspects):
            self.state(call.trigger, call.actor, call.direct, call.extent, "A V B")
            self.and_with(call)
            return True
        return False

    def _affected(self, group: Group, *, inspects: bool) -> bool:
        """Say whether what is done to the group is done to its bodies; to inspect their things is to inspect them."""
        return group.whole or (inspects and group.tail == tails.THING and not group.described)

    def convenes(self, call: Call) -> bool:
        if not call.direct or call.object is None:
            return False
        several = len(call.object.mentions) > 1 or bool(call.object.mentions[0].quantifier)
        if not several and not self._joined(call.object):
            return False
        self.state(call.trigger, call.actor, call.direct, call.extent, "A组织B协作")
        self.and_with(call)
        return True

    def makes_do(self, call: Call) -> bool:
        if call.object is None or call.object.described:
            return False
        if call.object.tail != tails.STANDING:
            follows = self.kinds[self.skip(call.object.end, lx.ADVERB, lx.WITH)]
            if follows not in _DOING_STARTS:
                return False
        self.state(call.trigger, call.actor, call.direct, call.extent, "A V B做")
        self.and_with(call)
        return True

    def entrusts(self, call: Call) -> bool:
        if call.object is None or not call.object.whole:
            return False
        self.state(call.trigger, call.actor, call.direct, call.extent, "A（将…）V B")
        return True

    def takes_cases(self, call: Call) -> bool:
        for source in (call.over, call.object):
            if source is not None and source.tail in _CASES:
                self.state(call.trigger, call.actor, source.mentions, call.wide, "A V B管辖的案件")
                return True
        return False

    def takes_given(self, call: Call) -> bool:
        """Read 办理B交办的事项: B gives it to who acts."""
        object_ = call.object
        if object_ is None or object_.tail != tails.GIVEN:
            return False
        for position in range(object_.end, object_.stop):
            given = self.nps.trigger(position)
            if given is not None and "Entrusts" in given.frames:
                extent = (call.extent[0], object_.stop)
                self.state(
                    given, object_.mentions, call.actor, extent, "办理A交办的事项",
                    modality=Modality.DECLARATION,
                )  # fmt: skip
        return True

    def reviews(self, call: Call) -> bool:
        source = call.over or call.object
        if source is None and self.proposer is not None and self.subject is not None:
            proposer = self.proposer.mentions  # 由B提出申请，A批准
            self.state(call.trigger, call.actor, proposer, call.extent, "由B提出，A V")
            return True
        if source is None or source.tail not in _HANDED_IN:
            return False
        self.state(call.trigger, call.actor, source.mentions, call.wide, "A V B提交的…")
        return True

    def sends_out(self, call: Call) -> bool:
        if not call.direct or call.object is None or call.object.tail:
            return False
        self.state(call.trigger, call.actor, call.direct, call.wide, "A（向C）V B")
        self._at_place(call, call.to or self.phrases.get("at"), "A（向C）V B")
        return True

    def creates(self, call: Call) -> bool:
        if not call.direct or call.object is None or call.object.tail:
            return False
        if self.kinds[call.object.end] in _OPENING:
            return False  # 建立A将…的机制: A is no object
        self.state(call.trigger, call.actor, call.direct, call.extent, "A（在C）V B")
        self.created = call.object
        self._at_place(call, self.phrases.get("at"), "A（在C）V B")
        return True

    def _at_place(self, call: Call, place: Group | None, construction: str) -> None:
        if place is None or place.described:
            return
        extent = (min(call.wide[0], place.start - 1), call.wide[1])
        for relation in call.trigger.place:
            self.record(
                relation, call.direct, place.mentions, extent, construction, call.trigger.name
            )

    def appoints(self, call: Call) -> bool:
        if call.object is None or not call.object.whole:
            return False
        self.state(call.trigger, call.actor, call.direct, call.extent, "A V B")
        return True

    def holds(self, call: Call) -> bool:
        if call.object is None or not call.object.mentions:
            return False
        start, end = call.extent
        if self.causee is not None and not self.clause_changed(self.causee, start):
            self.state(call.trigger, self.acting(), call.direct, call.extent, "A V B担任C")
            self.causee, self.appointed = call.object, True
            return True
        office = call.object.tail == tails.THING and self.chunks[call.object.stop - 1].has("office")
        if office and self.member is not None:
            extent = (start, call.object.stop)
            self.state(self.member, call.actor, call.object.mentions, extent, "A担任B的职务")
            return True
        held = call.object.mentions[-1].tokens[-1].lexeme.trigger
        owners = [owner for m in call.object.mentions if (owner := m.owner()) is not None]
        if not owners:
            return False
        if call.object.mentions[-1].tokens[-1].lexeme.held_in:
            held = self.member  # 担任B委员
        if held is None or "HeldIn" not in held.frames:
            return False
        self.state(held, call.actor, owners, (start, end), "A担任B成员")
        return True

    def runs(self, call: Call) -> bool:
        if call.object is None or call.object.described or call.object.tail != tails.STANDING:
            return False
        self.state(call.trigger, call.actor, call.direct, call.extent, "A主持B的工作")
        return True

    def belongs_to(self, call: Call) -> bool:
        if not call.direct:
            return False
        self.state(call.trigger, call.actor, call.direct, call.extent, "A V B")
        return True

    def follows(self, call: Call) -> bool:
        if call.object is None:
            fronted = call.over if call.over is not None else self.fronted
            if fronted is None or fronted.tail != "decision":
                return False
            extent = (fronted.start, call.extent[1])
            self.state(call.trigger, call.actor, fronted.mentions, extent, "B的决定，A V")
            return True
        if not call.direct or call.object.tail != "decision":
            return False
        self.state(call.trigger, call.actor, call.direct, call.extent, "A V B的决定")
        self.following = call.trigger
        return True

    def hears(self, call: Call) -> bool:
        if call.object is None:
            return False
        after, stated = call.object.end, False
        chunks = self.chunks[after : self.clause_end(after)]
        for relation, noun in _HEARD:
            if relation not in call.trigger.inverse or not any(c.has(noun) for c in chunks):
                continue
            extent = (call.extent[0], self.clause_end(after))
            for heard in (call.object, *self._more(after)):
                self.record(
                    relation, heard.mentions, call.actor, extent, "A听取B的报告", call.trigger.name
                )
            stated = True
            break
        return stated

    def _more(self, start: int) -> list[Group]:
        """Return the bodies of further conjuncts of an object (A的汇报和B的汇报)."""
        found = []
        for index in range(start, self.clause_end(start)):
            if self.kinds[index] == lx.WITH and self.kinds[index + 1] == BODY:
                group = self.argument(index + 1)
                if group is not None and self.kinds[group.end] == lx.OF:
                    found.append(group)
        return found

    def joins(self, call: Call) -> bool:
        actor = call.actor
        if self.created is not None and "coLocatedWith" in call.trigger.expresses:
            actor = self.created.mentions
        partner, between = self.phrases.get("with"), self.phrases.get("between")
        end = call.extent[1]
        if partner is not None:
            extent = (partner.start - 1, end)
            self.state(call.trigger, actor, partner.mentions, extent, "A与B V")
        elif self.kinds[call.extent[0] - 1] == lx.ADVERB and self._mutual(call.extent[0] - 1):
            self.state(call.trigger, actor, actor, call.extent, "互相V", another=True)
        elif between is not None:
            bodies, extent = between.mentions, (between.start, end)
            self.state(call.trigger, bodies, bodies, extent, "A之间V", another=True)
        else:
            return False
        return True

    def assists(self, call: Call) -> bool:
        start = call.extent[0]
        asked = self.carried.subject
        if self.previous is not None:
            asked = self.previous.mentions
        if self.ground is not None:
            asked = self.ground.mentions
        alone = call.object is None and asked is not call.actor
        if not alone or self.kinds[start - 1] not in (lx.ADVERB, lx.LIGHT, lx.MODAL):
            return False
        self.state(call.trigger, call.actor, asked, call.extent, "（应B要求）予以V")
        return True

    def renders(self, call: Call) -> bool:
        """Read 予以V: what is rendered is rendered to the subject before this one."""
        start = call.extent[0]
        light = self.chunks[start - 1] if start else None
        if call.object is not None or call.over is not None:
            return False
        if light is None or not light.has("rendering"):
            return False
        asked = self.previous.mentions if self.previous is not None else None
        if self.causee is not None and not self.clause_changed(self.causee, start):
            asked = self.acting()  # 提请B予以协调
        self.state(call.trigger, call.actor, asked, call.extent, "予以V")
        return bool(asked)

    def acts_on_implied(self, call: Call) -> bool:
        """Read a verb whose object is left out and named in a clause before (研判B…，开展监督)."""
        start, end = call.extent
        if call.object is not None or call.over is not None or self.elsewhere:
            return False
        if not self._spoken_of():
            return False
        after = self.chunks[end] if end < len(self.chunks) else None
        ends = after is None or after.kind in (lx.COMMA, lx.SEMICOLON, lx.STOP, lx.COLON)
        before = start - 1
        while self.kinds[before] == lx.ADVERB:
            before -= 1
        light = self.kinds[before] == lx.LIGHT
        opens = before < start - 1 and self.kinds[before] in (lx.COMMA, lx.MODAL)
        if not light and not opens:
            return False
        if not ends and not (after is not None and after.has("material")):
            return False
        self.state(call.trigger, call.actor, self.objects[-1].mentions, call.extent, "V（B）")
        return True

    def brings_along(self, call: Call) -> bool:
        if not call.direct:
            return False
        self.state(call.trigger, call.actor, call.direct, call.extent, "A会同B")
        return True

    def serves(self, call: Call) -> bool:
        served = self.phrases.get("for") or call.over or call.to
        if served is None and self.agent is not None and self.owner is not None:
            extent = call.extent  # B的经费由A予以保障
            self.state(call.trigger, call.actor, self.owner.mentions, extent, "由A V")
            return True
        if served is None or served.described:
            return False
        extent = (served.start - 1, call.extent[1])
        self.state(call.trigger, call.actor, served.mentions, extent, "为B V")
        return True

    def answers(self, call: Call) -> bool:
        answered = call.over or call.to
        if answered is None or answered.tail or answered.described:
            return False
        self.state(
            call.trigger,
            call.actor,
            answered.mentions,
            call.wide,
            "对B V",
            another=answered.another,
        )
        return True

    def charges(self, call: Call) -> bool:
        """Read 负责B的管理工作: who is in charge does to B what the noun says."""
        object_ = call.object
        if object_ is None and self.kinds[call.extent[1]] == lx.OVER:
            object_ = self.argument(call.extent[1] + 1)  # 负责对B的指导工作
        if object_ is None or object_.tail != tails.STANDING or object_.described:
            return False
        stated = False
        for chunk in self.chunks[object_.end : object_.stop]:
            for token in chunk.tokens:
                doing = token.lexeme.trigger
                if doing is not None and "ActsOn" in doing.frames:
                    extent = (call.extent[0], object_.stop)
                    self.state(doing, call.actor, object_.mentions, extent, "A负责B的V工作")
                    stated = True
        return stated

    def proposes(self, call: Call) -> bool:
        addressed = call.to or call.over
        start = call.extent[0]
        if addressed is None or not self.clause_has(start, "proposal"):
            return False
        extent = (call.wide[0], self.clause_end(start))
        self.state(call.trigger, call.actor, addressed.mentions, extent, "向B提出建议")
        return True

    def addresses(self, call: Call) -> bool:
        """Read 向B反映: only who is addressed by name."""
        return call.to is not None and self.tells(call)

    def hands(self, call: Call) -> bool:
        start = call.extent[0]
        while self.kinds[start - 1] not in (lx.COMMA, lx.SEMICOLON, lx.STOP):
            start -= 1
        return self.clause_has(start, "material") and self.tells(call)

    def tells(self, call: Call) -> bool:
        """Read the addressee: 向B V, V B, or a body just spoken of where it is left out."""
        to = call.to
        over = call.over
        if to is None and over is not None and "reportsTo" in call.trigger.expresses:
            to = None if over.tail else over  # 对B负责并报告工作
        start, end = call.extent
        if to is not None and not to.described:
            self.state(call.trigger, call.actor, to.mentions, (to.start - 1, end), "向B V")
        elif call.object is not None and not call.object.tail and not call.object.described:
            self.state(call.trigger, call.actor, call.object.mentions, call.extent, "A V B")
        elif call.object is None and "informs" in call.trigger.expresses and self._spoken_of():
            extent = (start, self.clause_end(start))
            told = self.objects[-1].mentions
            self.state(call.trigger, call.actor, told, extent, "V（向B）")
            if self.kinds[start - 1] == lx.ADVERB and self._mutual(start - 1):
                self.state(call.trigger, told, call.actor, extent, "相互V")
        else:
            return False
        return True

    # ---- what is around --------------------------------------------------------------------------

    def and_with(self, call: Call) -> None:
        """协调B与C协作: the one accompanied is acted on as well."""
        end = call.extent[1]
        if "coordinates" not in call.trigger.expresses or self.kinds[end] != lx.WITH:
            return
        other = self.argument(end + 1)
        if other is not None:
            extent = (call.extent[0], other.end)
            self.record(
                "coordinates", call.actor, other.mentions, extent, "A V B与C", call.trigger.name
            )

    def _mutual(self, index: int) -> bool:
        return self.chunks[index].has("mutual")

    def _spoken_of(self) -> bool:
        """Say whether the last body of the sentence is meant itself, so that it can be left out after."""
        return bool(self.objects) and self.objects[-1].tail not in _LAID_DOWN

    def _joined(self, group: Group) -> bool:
        """Say whether what the bodies are made to do is done together."""
        return any(
            (trigger := self.nps.trigger(index)) is not None and "Joins" in trigger.frames
            for index in range(group.end, self.clause_end(group.end))
        )


FRAMES: Final[tuple[tuple[str, Callable[[Frames, Call], bool]], ...]] = (
    ("ActsOn", Frames.acts_on),
    ("Convenes", Frames.convenes),
    ("Causes", Frames.makes_do),
    ("Entrusts", Frames.entrusts),
    ("TakesCases", Frames.takes_cases),
    ("TakesCases", Frames.takes_given),
    ("Reviews", Frames.reviews),
    ("Ratifies", Frames.reviews),
    ("Sends", Frames.sends_out),
    ("Creates", Frames.creates),
    ("Appoints", Frames.appoints),
    ("Holds", Frames.holds),
    ("BelongsTo", Frames.belongs_to),
    ("Runs", Frames.runs),
    ("Follows", Frames.follows),
    ("Hears", Frames.hears),
    ("Joins", Frames.joins),
    ("Assists", Frames.assists),
    ("ActsOn", Frames.renders),
    ("ActsOn", Frames.acts_on_implied),
    ("BringsAlong", Frames.brings_along),
    ("Serves", Frames.serves),
    ("Provides", Frames.serves),
    ("Answers", Frames.answers),
    ("Charges", Frames.charges),
    ("Proposes", Frames.proposes),
    ("Hands", Frames.hands),
    ("Tells", Frames.tells),
    ("Files", Frames.tells),
    ("Addresses", Frames.addresses),
)
