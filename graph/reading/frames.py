"""The frames of the lexicon: for each, what a verb states when its places are filled.

A frame looks at one verb with its arguments (`Call`), states what is said, and tells whether it
did. `FRAMES` gives the order in which the frames of a verb are tried.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Final

from graph.reading import lexemes as lx
from graph.reading import tails
from graph.reading.cases import BRINGING
from graph.reading.founding import Founding
from graph.reading.mentions import BODY

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.reading.call import Call
    from graph.reading.group import Group
    from graph.reading.mentions import Mention

_THRIVING: Final = ("发展", "壮大", "健康发展", "持续发展", "高质量发展", "快速发展")
_DOING_STARTS: Final = frozenset(
    (
        lx.TRIGGER, lx.VERB, lx.LIGHT, lx.GAP, lx.OVER, lx.TOWARD, lx.BASIS, lx.BETWEEN, lx.NOUN,
        BODY, lx.TAKE, lx.AT, lx.MEANS, lx.MODAL, lx.ACCEPT, lx.FOR, lx.BY, lx.UNDER,
    )
)  # fmt: skip


_SAID: Final = frozenset(("decision", "proposal", "report"))
_HOLDING: Final = frozenset(("Holds",))
_TELLING: Final = ("urges", "assigns")


class Frames(Founding):
    """The frames in which one body acts on another."""

    __slots__ = ()

    def acts_on(self, call: Call) -> bool:
        """Read A V B, 对B（进行）V."""
        inspects = "supervises" in call.trigger.expresses
        if self._made_to_act(call):
            call = replace(call, over=None)  # 对B，责成C做: B is what it is about
        if call.over is not None and call.over.things:
            self._inspects_things(call)
            return inspects
        if call.over is not None and self.names_doing(call.over, call.extent[0]):
            return False
        if call.over is not None and self.undergoes(call.over):
            return False
        if call.over is not None and (
            self._affected(call.over, inspects=inspects) or self._guided(call)
        ):
            self.state(call.trigger, call.actor, call.over.mentions, call.wide, "对B（进行）V")
            self.inspected = call.over if inspects else self.inspected
            return True
        if call.over is not None and inspects and self._besides_people(call.over):
            heads = call.over.mentions[:-1]  # 对B和C管理的人员进行监督
            self.state(call.trigger, call.actor, heads, call.wide, "对B（进行）V")
            return True
        if call.object is not None and self._affected(call.object, inspects=inspects):
            if inspects and self.does_to(call.extent[0] + 1, BRINGING):
                return False  # 监督选聘B: others do that
            self.state(call.trigger, call.actor, call.direct, call.extent, "A V B")
            self.inspected = call.object if inspects else self.inspected
            self.and_with(call)
            return True
        return False

    def _made_to_act(self, call: Call) -> bool:
        """Say whether the verb makes its object do something about the bodies before it."""
        if call.over is None or call.object is None or "Causes" not in call.trigger.frames:
            return False
        return lx.COMMA in self.kinds[call.over.end : call.extent[0]]

    def _inspects_things(self, call: Call) -> None:
        """Wait for the items of 对下列事项进行监督：, whose bodies are inspected."""
        for relation in call.trigger.expresses:
            if relation == "supervises":
                construction, entry = "对B（进行）V", call.trigger.name
                self.list_named(relation, call.actor, construction, entry, things=True)

    def _clause_start(self, index: int) -> int:
        while index > 0 and self.kinds[index - 1] not in lx.BREAKS:
            index -= 1
        return index

    def _affected(self, group: Group, *, inspects: bool) -> bool:
        """Say whether what is done to the group is done to its bodies.

        To inspect their things is to inspect them.
        """
        theirs = group.tail in (tails.THING, tails.MATTER) and not group.described
        return group.whole or (inspects and theirs)

    def _guided(self, call: Call) -> bool:
        """Say whether those guided do what the clause after them says (对B审理案件的指导)."""
        group = call.over
        if group is None or group.described or "guides" not in call.trigger.expresses:
            return False
        does = self.kinds[group.end] in (lx.TRIGGER, lx.VERB)
        return does and group.tail in (tails.THING, tails.MATTER)

    def makes_do(self, call: Call) -> bool:
        """Read A V B做: what B does follows."""
        if call.object is None:
            return self.sees_mended(call)
        if call.object.described:
            return False
        end = call.object.end
        if call.object.tail == "decision" and "urges" in call.trigger.expresses:
            return False  # 督办B决定的事项: others carry it out
        if self.does_to(end, _HOLDING) and self.kinds[end + 1] in lx.BREAKS:
            return False  # 主任由A指定B担任: B is not told to do it
        if call.object.tail == tails.GIVEN:
            return self.given(call.object, call.actor, call.extent[0])  # 督办B交办的事项
        told = call.trigger.expresses and call.trigger.expresses[0] in _TELLING
        doing = told and self.kinds[end] == lx.VERB and not self.chunks[end].has("decision")
        if (
            lx.OF in self.kinds[end : call.object.stop]
            and self._is_thing(call.object)
            and not doing
        ):
            return False  # 督促检查B议定事项的落实, not 督促B整改N指出的问题
        chunk = self.chunks[end] if end < len(self.chunks) else None
        thrives = chunk is not None and self.text[chunk.start : chunk.end] in _THRIVING
        if thrives and self.kinds[end + 1] in lx.BREAKS and "urges" in call.trigger.expresses:
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
        return thing and self.kinds[group.stop] in lx.BREAKS

    def entrusts(self, call: Call) -> bool:
        """Read A（将…）V B."""
        if call.object is None or not call.object.whole:
            return False
        if self.assigns_post(call):
            return True
        actor = self.after_review(call.extent[0]) or call.actor
        if actor is None and self.owner is not None and self.owner.tail in _SAID:
            said = self.owner.mentions  # B的意见交由C处理; what members say, their body says
            actor = [(one.kind == "Post" and one.owner()) or one for one in said]
        self.state(call.trigger, actor, call.direct, call.extent, "A（将…）V B")
        return True

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
        if self.looked_into(call.extent[0]):
            return False  # 监督检查B遵守N、贯彻C的决定: whether B does
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
        if last is not None and (last.start in self.brought or last is self.causee):
            return False  # 会同B开展联合检查, 协助B开展监督
        said = self.nps.trigger(self.skip(last.end, lx.OF)) if last is not None else None
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
        ends = after is None or after.kind in lx.MARKS
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
