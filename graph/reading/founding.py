"""Frames of setting up: who creates, sends out or brings together whom, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graph.reading import lexemes as lx
from graph.reading import tails
from graph.reading.cases import Cases
from graph.reading.mentions import BODY

if TYPE_CHECKING:
    from graph.reading.call import Call
    from graph.reading.group import Group
    from graph.reading.mentions import Mention

_GATHERED: Final = frozenset(("Meeting", "Team"))
_SENT_OUT: Final = frozenset(("Team", "Committee"))
_OPENING: Final = frozenset(
    (lx.TAKE, lx.BY, lx.TOWARD, lx.OVER, BODY, lx.GAP, lx.NOUN, lx.STANDING)
)


class Founding(Cases):
    """The frames in which a body comes to be, or is sent."""

    __slots__ = ()

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
        closed = self.kinds[group.end] in lx.BREAKS
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

    def sends_out(self, call: Call) -> bool:
        """Read A（向C）V B."""
        if not call.direct or call.object is None or call.object.tail:
            return False
        sent = [_sent(mention) for mention in call.direct]
        self.state(call.trigger, call.actor, sent, call.wide, "A（向C）V B")
        self._at_place(call, call.to or self.phrases.get("at"), "A（向C）V B")
        if not self.absent and not self.negated and self.kinds[call.object.end] == lx.COMMA:
            self.created = call.object  # A派驻B，由C领导
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
        self.created = None if self.absent or self.negated else call.object
        if self.created is not None and self.created.mentions[-1].kind in _GATHERED:
            self.whole = self.created.mentions[-1]  # 建立联席会议，由A召集，B为成员单位
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

    def _joined(self, group: Group) -> bool:
        """Say whether what the bodies are made to do is done together."""
        return any(
            (trigger := self.nps.trigger(index)) is not None and "Joins" in trigger.frames
            for index in range(group.end, self.clause_end(group.end))
        )


def _sent(mention: Mention) -> Mention:
    """Return who is sent out where the head of theirs is named (A派驻纪检监察组组长参加)."""
    team = mention.owner() if mention.kind == "Post" else None
    return team if team is not None and team.kind == "Team" else mention
