"""The frames of the lexicon: for each, what a verb states when its places are filled.

A frame looks at one verb with its arguments (`Call`), states what is said, and tells whether it
did. `FRAMES` gives the order in which the frames of a verb are tried.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from graph.reading import lexemes as lx
from graph.reading import tails
from graph.reading.cases import BRINGING, Cases
from graph.reading.mentions import BODY

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.reading.call import Call
    from graph.reading.group import Group
    from graph.reading.mentions import Mention

_SENT_OUT: Final = frozenset(("Team", "Committee"))
_OPENING: Final = frozenset(
    (lx.TAKE, lx.BY, lx.TOWARD, lx.OVER, BODY, lx.GAP, lx.NOUN, lx.STANDING)
)
_THRIVING: Final = ("发展", "壮大", "健康发展", "持续发展", "高质量发展", "快速发展")
_DOING_STARTS: Final = frozenset(
    (
        lx.TRIGGER, lx.VERB, lx.LIGHT, lx.GAP, lx.OVER, lx.TOWARD, lx.BASIS, lx.BETWEEN, lx.NOUN,
        BODY, lx.TAKE, lx.AT, lx.MEANS, lx.MODAL, lx.ACCEPT, lx.FOR, lx.BY, lx.UNDER,
    )
)  # fmt: skip


_SAID: Final = frozenset(("decision", "proposal", "report"))
_HOLDING: Final = frozenset(("Holds",))
_CLOSING: Final = frozenset((lx.COMMA, lx.SEMICOLON, lx.STOP))


class Frames(Cases):
    """The frames in which one body acts on another."""

    def acts_on(self, call: Call) -> bool:
        """Read A V B, 对B（进行）V."""
        inspects = "supervises" in call.trigger.expresses
        if call.over is not None and call.over.things:
            self._inspects_things(call)
            return inspects
        if call.over is not None and self.names_doing(call.over, call.extent[0]):
            return False
        if call.over is not None and self.undergoes(call.over):
            return False
        if call.over is not None and self._affected(call.over, inspects=inspects):
            self.state(call.trigger, call.actor, call.over.mentions, call.wide, "对B（进行）V")
            return True
        if call.object is not None and self._affected(call.object, inspects=inspects):
            if inspects and self.does_to(call.extent[0] + 1, BRINGING):
                return False  # 监督选聘B: others do that
            self.state(call.trigger, call.actor, call.direct, call.extent, "A V B")
            self.and_with(call)
            return True
        return False

    def _inspects_things(self, call: Call) -> None:
        """Wait for the items of 对下列事项进行监督：, whose bodies are inspected."""
        for relation in call.trigger.expresses:
            if relation == "supervises":
                construction, entry = "对B（进行）V", call.trigger.name
                self.list_named(relation, call.actor, construction, entry, things=True)

    def _clause_start(self, index: int) -> int:
        while index > 0 and self.kinds[index - 1] not in (lx.COMMA, lx.SEMICOLON, lx.STOP):
            index -= 1
        return index

    def _affected(self, group: Group, *, inspects: bool) -> bool:
        """Say whether what is done to the group is done to its bodies.

        To inspect their things is to inspect them.
        """
        return group.whole or (inspects and group.tail == tails.THING and not group.described)

    def convenes(self, call: Call) -> bool:
        """Read A组织B（与C）协作."""
        if not call.direct or call.object is None:
            return False
        if self._sets_up(call.object, call.extent[0]):
            decides = self.consenting if self._resolved(call.extent[0]) else None
            self.sets_up(call, "A组织B", actor=decides.mentions if decides is not None else None)
            return True
        if self.another_has(call, call.object):
            return False
        several = len(call.object.mentions) > 1 or bool(call.object.mentions[0].quantifier)
        several = several or self._delegates(call.object)
        if not several and not self._joined(call.object):
            return False
        self.state(call.trigger, call.actor, call.direct, call.extent, "A组织B协作")
        self.and_with(call)
        return True

    def _delegates(self, group: Group) -> bool:
        """Say whether delegates are made to do something (组织代表视察): they are several."""
        words = group.mentions[-1].tokens
        delegates = len(words) > 1 and words[-1].lexeme.is_in("delegate")
        return delegates and self.kinds[group.end] in (lx.TRIGGER, lx.VERB, lx.LIGHT)

    def _sets_up(self, group: Group, index: int) -> bool:
        """Say whether 组织 brings a body together that was not there before (组织调查委员会)."""
        body = group.mentions[0]
        if len(group.mentions) > 1 or body.quantifier or body.anchor or not group.whole:
            return False
        if group.start != index + 1 or body.tokens[0].lexeme.kind == lx.RELATIVE:
            return False  # 组织和指导B
        if self.kinds[index - 1] in (lx.GAP, lx.NOUN):
            return False  # 提议组织B: A does not do it
        if self.consenting is not None and not self._resolved(index):
            return False
        closed = self.kinds[group.end] in (lx.COMMA, lx.SEMICOLON, lx.STOP)
        head = body.tokens[-1].lexeme
        made_up = head.generic or head.is_in("passing")
        return body.kind == "Team" or (body.kind == "Committee" and made_up and closed)

    def _resolved(self, index: int) -> bool:
        """Say whether who consents decides it in the clause before (经C决定，组织B): it is C."""
        group = self.consenting
        if group is None or self.kinds[index - 1] != lx.COMMA:
            return False
        verb = self.nps.trigger(index - 2)
        return verb is not None and "Decides" in verb.frames and group.end <= index - 2

    def makes_do(self, call: Call) -> bool:
        """Read A V B做: what B does follows."""
        if call.object is None or call.object.described:
            return False
        end = call.object.end
        if self.does_to(end, _HOLDING) and self.kinds[end + 1] in _CLOSING:
            return False  # 主任由A指定B担任: B is not told to do it
        if lx.OF in self.kinds[call.object.end : call.object.stop] and self._is_thing(call.object):
            return False  # 督促检查B议定事项的落实
        chunk = self.chunks[end] if end < len(self.chunks) else None
        thrives = chunk is not None and self.text[chunk.start : chunk.end] in _THRIVING
        if thrives and self.kinds[end + 1] in _CLOSING and "urges" in call.trigger.expresses:
            return False  # 推动B发展: B is not told to do it
        if call.object.tail == "decision" and self.kinds[call.object.end] != lx.TRIGGER:
            return False  # 推动B决策落实, not 授权B决定
        if call.object.tail != tails.STANDING:
            follows = self.kinds[self.skip(call.object.end, lx.ADVERB, lx.WITH)]
            if follows not in _DOING_STARTS:
                return False
        self.state(call.trigger, call.actor, call.direct, call.extent, "A V B做")
        self.and_with(call)
        return True

    def _is_thing(self, group: Group) -> bool:
        """Say whether a thing of theirs follows the bodies, and closes the clause."""
        thing = group.tail in (tails.THING, tails.OTHER, tails.PASSED)
        return thing and self.kinds[group.stop] in (lx.COMMA, lx.SEMICOLON, lx.STOP)

    def entrusts(self, call: Call) -> bool:
        """Read A（将…）V B."""
        if call.object is None or not call.object.whole:
            return False
        actor = self.after_review(call.extent[0]) or call.actor
        if actor is None and self.owner is not None and self.owner.tail in _SAID:
            said = self.owner.mentions  # B的意见交由C处理; what members say, their body says
            actor = [(one.kind == "Post" and one.owner()) or one for one in said]
        self.state(call.trigger, actor, call.direct, call.extent, "A（将…）V B")
        return True

    def sends_out(self, call: Call) -> bool:
        """Read A（向C）V B."""
        if not call.direct or call.object is None or call.object.tail:
            return False
        self.state(call.trigger, call.actor, call.direct, call.wide, "A（向C）V B")
        self._at_place(call, call.to or self.phrases.get("at"), "A（向C）V B")
        return True

    def creates(self, call: Call) -> bool:
        """Read A（在C）V B."""
        if not call.direct or call.object is None:
            return False
        if call.object.tail and not self._goes_on(call.object):
            self.arranged(call.object.end + 1)
            return False
        follows = self.kinds[call.object.end]
        sent = follows == lx.OVER and all(one.kind in _SENT_OUT for one in call.object.mentions)
        if not call.object.tail and follows in _OPENING and not sent:  # 组建工作组对B开展检查
            return False  # 建立A将…的机制: A is no object
        if self.clause_has(call.object.end, "framework"):
            return False  # 建立A、人员交流制度
        if self.among_things(call.object):
            return False
        after = call.object.end
        if self.kinds[after : after + 2] == [lx.OF, lx.GENERIC]:
            return False  # 设有A的单位
        if self.kinds[after : after + 3] == [lx.WITH, lx.PEOPLE, lx.OF]:
            return False  # 建立A和人员的档案
        if self.created is not None and call.actor is self.created.mentions:
            self.organ = self.created.mentions[0]  # 成立B，下设办公室: that of B
        self.state(call.trigger, call.actor, call.direct, call.extent, "A（在C）V B")
        self.created = None if self.absent else call.object
        self._at_place(call, self.phrases.get("at"), "A（在C）V B")
        return True

    def _goes_on(self, group: Group) -> bool:
        """Say whether what follows the bodies is what they are to do (设立B履行职责)."""
        alone = group.tail == tails.STANDING and group.stop == group.end + 1
        return alone and self.chunks[group.end].tokens[0].lexeme.is_in("doing")

    def _at_place(self, call: Call, place: Group | None, construction: str) -> None:
        if place is None or place.described:
            return
        extent = (min(call.wide[0], place.start - 1), call.wide[1])
        for relation in call.trigger.place:
            self.record(
                relation, call.direct, place.mentions, extent, construction, call.trigger.name
            )

    def overrules(self, call: Call) -> bool:
        """Read A V B的决定, where A undoes what B has laid down."""
        if call.object is None or not call.direct:
            return False
        end = self.clause_end(call.object.end)
        if not any(chunk.has("decision") for chunk in self.chunks[call.object.end : end]):
            return False
        self.state(call.trigger, call.actor, call.direct, (call.extent[0], end), "A V B的决定")
        return True

    def belongs_to(self, call: Call) -> bool:
        """Read A V B, where A belongs to B."""
        if not call.direct or self._owns(call.direct[0]):
            return False  # A设在C的B: where B is
        self.state(call.trigger, call.actor, call.direct, call.extent, "A V B")
        return True

    def _owns(self, mention: Mention) -> bool:
        """Say whether the name has 的 inside (开发区的分支机构)."""
        return len(mention.written()) < mention.end - mention.start

    def follows(self, call: Call) -> bool:
        """Read A V B的决定, B的决定，A V."""
        if call.object is None:
            fronted = call.over if call.over is not None else self.fronted
            if fronted is None or fronted.tail != "decision":
                return False
            extent = (fronted.start, call.extent[1])
            self.state(call.trigger, call.actor, fronted.mentions, extent, "B的决定，A V")
            return True
        if not call.direct or call.object.tail not in ("decision", tails.GIVEN):
            return False
        self.state(call.trigger, call.actor, call.direct, call.extent, "A V B的决定")
        self.following = call.trigger
        return True

    def acts_on_implied(self, call: Call) -> bool:
        """Read a verb whose object is left out and named in a clause before (研判B…，开展监督)."""
        start, end = call.extent
        if call.object is not None or call.over is not None or self.elsewhere:
            return False
        if lx.TAKE in self.kinds[self._clause_start(start) : start]:  # 将N予以考核
            return False
        last = self.objects[-1] if self.objects else None
        if last is not None and last.start in self.brought:
            return False  # 会同B开展联合检查
        said = self.nps.trigger(last.end) if last is not None else None
        if said is not None and "assigns" in said.expresses:
            return False  # 根据B授权开展巡视
        if last is None or lx.TAKE in self.kinds[self._clause_start(last.start) : last.start]:
            return False  # 将B履行职责的情况纳入范围，实施督导
        if "coordinates" in call.trigger.expresses:
            return False  # A和B密切配合，加强协调
        subject = self.subject if self.explicit else None
        if subject is not None and self.objects and self.objects[-1].end < subject.start:
            return False  # A指导B，C加强管理: not of B
        if self.upholds_claim(call) or not self._only_other():
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
    ("Reviews", Frames.takes_given),
    ("Decides", Frames.takes_given),
    ("Ratifies", Frames.reviews),
    ("Decides", Frames.decides_on),
    ("ComposedOf", Frames.composes),
    ("Overrules", Frames.overrules),
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


@cache
def constructions(frames: frozenset[str]) -> tuple[Callable[[Frames, Call], bool], ...]:
    """Return the constructions that a verb of these frames is tried with, in order."""
    return tuple(construction for frame, construction in FRAMES if frame in frames)
