"""Frames of offices: who names, elects or removes whom, who holds a post, who makes up a body."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graph.reading import lexemes as lx
from graph.reading import tails
from graph.reading.addressing import Addressing
from graph.reading.entries import ADOPTING, DISMISSING
from graph.reading.mentions import BODY

if TYPE_CHECKING:
    from graph.ontology import Trigger
    from graph.reading.call import Call
    from graph.reading.group import Group
    from graph.reading.mentions import Mention

_NAMING: Final = frozenset(("Appoints", "Candidacy"))
_NOT_NAMED: Final = frozenset(("Enterprise", "Unit", "Institution", "Department", "School"))


class Offices(Addressing):
    """The frames of posts and membership."""

    def appoints(self, call: Call) -> bool:
        """Read A V B of posts, and 由B提名，A V."""
        if call.object is None:
            return self._appoints_named(call)
        if not call.object.whole and not (call.object.listed and self.of_post(call.object)):
            return False
        if any(mention.kind in _NOT_NAMED for mention in call.object.mentions):
            return False  # 更换物业服务企业
        self.state(call.trigger, call.actor, call.direct, call.extent, "A V B")
        self._nominated(call.trigger, call.direct, call.extent)
        return True

    def of_post(self, group: Group) -> bool:
        """Say whether the post is all that is named after those who hold it (下列人员的职务)."""
        return group.tail == tails.THING and self.chunks[group.stop - 1].has("office")

    def dismisses(self, index: int) -> int | None:
        """Read A撤销B的职务; return the index after it."""
        group = self.argument(index + 1, governed=True)
        if group is None or group.described or not self.of_post(group):
            return None
        extent = (index, group.stop)
        named = group.mentions
        if group.listed:
            self.list_named("appoints", self.acting(), "A撤销B的职务", DISMISSING)
        elif all(mention.kind == "Post" for mention in named):
            self.record("appoints", self.acting(), named, extent, "A撤销B的职务", DISMISSING)
        return group.stop

    def _appoints_named(self, call: Call) -> bool:
        """Read a verb of naming whose posts are the topic of the sentence (由A提名，B任免)."""
        named = self.previous.mentions if self.previous is not None else None
        start, end = call.extent
        while self.kinds[start - 1] in (lx.ADVERB, lx.MODAL):
            start -= 1
        acts = self.subject is not None and self.subject.end == start
        ends = self.kinds[end] in (lx.COMMA, lx.SEMICOLON, lx.STOP)
        if named is None or not (acts and ends) or any(post.kind != "Post" for post in named):
            return False
        self.state(call.trigger, call.actor, named, call.extent, "由A提名，B V")
        return True

    def _nominated(
        self, trigger: Trigger, posts: list[Mention] | None, extent: tuple[int, int]
    ) -> None:
        """根据B的提名: B has a part in naming them."""
        if self.nominator is not None:
            extent = (self.nominator.start, extent[1])
            self.state(trigger, self.nominator.mentions, posts, extent, "根据B的提名")
            self.nominator = None

    def decides_on(self, call: Call) -> bool:
        """Read A决定B的任免, A决定B的人选: A names them."""
        if call.object is None or not call.direct:
            return False
        after = self.skip(call.object.end, lx.OF)
        if after >= len(self.chunks):
            return False
        noun = self.chunks[after].entry("Candidacy") or self.nps.trigger(after)
        if noun is None or not noun.frames & _NAMING:
            return False
        self.state(noun, call.actor, call.direct, call.extent, "A决定B的V")
        self._nominated(noun, call.direct, call.extent)
        return True

    def sets_up(self, call: Call, construction: str, actor: list[Mention] | None = None) -> None:
        """State what the verb expresses of a body that comes about by it, or by `actor`."""
        for relation in call.trigger.creation:
            self.record(
                relation,
                actor or call.actor,
                call.direct,
                call.extent,
                construction,
                call.trigger.name,
            )

    def composes(self, call: Call) -> bool:
        """Read A、B V C: they are its members."""
        start, members = call.extent[0], self.subject
        if self._forms(call):
            self.sets_up(call, "A组成B")
            return True
        if members is None or members.end != start or call.object is None or not call.direct:
            return False
        if call.object.tail:
            return False
        self.state(call.trigger, members.mentions, call.direct, call.extent, "A、B组成C")
        self.composed = call.object
        return True

    def _forms(self, call: Call) -> bool:
        """Say whether one body makes up a team or a committee of others (应当组成调查组)."""
        single = call.actor is not None and len(call.actor) == 1 and "with" not in self.phrases
        if call.object is None or call.object.tail or not call.actor or not single:
            return False
        alone = self.kinds[call.extent[0] - 1] != BODY or call.actor[0].kind != "Post"
        formed = [mention.kind in ("Team", "Committee") for mention in call.object.mentions]
        return len(formed) == 1 and formed[0] and alone

    def holds(self, call: Call) -> bool:
        """Read A担任B成员, A V B担任C."""
        if call.object is None or not call.object.mentions:
            return False
        start, end = call.extent
        if self.causee is not None and not self.clause_changed(self.causee, start):
            self.state(call.trigger, self.acting(), call.direct, call.extent, "A V B担任C")
            self.causee, self.appointed = call.object, True
            return True
        actor, named = call.actor, self.objects[-1] if self.objects else None
        if named is not None and self.skip(named.end, lx.NUMBER, lx.ADVERB) == start:
            actor = named.mentions  # 推选A若干人担任B
        if self.of_post(call.object) and self.member is not None:
            extent = (start, call.object.stop)
            self.state(self.member, actor, call.object.mentions, extent, "A担任B的职务")
            return True
        held = call.object.mentions[-1].tokens[-1].lexeme.trigger
        owners = [owner for m in call.object.mentions if (owner := m.owner()) is not None]
        if not owners:
            return False
        if call.object.mentions[-1].tokens[-1].lexeme.held_in:
            held = self.member  # 担任B委员
        if held is None or "HeldIn" not in held.frames:
            return False
        self.state(held, actor, owners, (start, end), "A担任B成员")
        return True

    def runs(self, call: Call) -> bool:
        """Read A主持B的工作, A主持B会议."""
        if call.object is None or call.object.described:
            return False
        meeting = all(mention.kind == "Meeting" for mention in call.object.mentions)
        if call.object.tail != tails.STANDING and not (meeting and not call.object.tail):
            return False
        self.state(call.trigger, call.actor, call.direct, call.extent, "A主持B的工作")
        return True

    def adopts(self, index: int) -> None:
        """Read 职务由A提名，B通过: B names them as well."""
        posts, subject = self.named_before, self.subject
        if posts is None or subject is None or subject.end != index:
            return
        if self.kinds[subject.start - 1] == lx.COMMA:
            extent = (subject.start, index + 1)
            self.record("appoints", subject.mentions, posts, extent, "由A提名，B通过", ADOPTING)
