"""Frames of membership: who makes up a body, holds a post in it, or takes part in a meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graph.reading import lexemes as lx
from graph.reading import tails
from graph.reading.addressing import Addressing
from graph.reading.entries import ATTENDING
from graph.reading.mentions import BODY

if TYPE_CHECKING:
    from graph.reading.call import Call
    from graph.reading.group import Group
    from graph.reading.mentions import Mention

_MADE_UP: Final = frozenset(("Committee", "Team"))
_GATHERED: Final = _MADE_UP | {"Meeting"}


class Memberships(Addressing):
    """The frames of who is in a body."""

    __slots__ = ()

    def takes_part(self, index: int) -> int | None:
        """Read A参加B, where B is a committee or a team; return the index after it."""
        group = self.argument(index + 1)
        ends = group is not None and self._closed_by_deed(group.end)
        if group is None or group.described or group.tail or not ends:
            return None
        if any(mention.kind not in _MADE_UP for mention in group.mentions):
            return None
        extent = (index, group.end)
        self.record("memberOf", self.acting(), group.mentions, extent, "A参加B", ATTENDING)
        return group.end

    def _closed_by_deed(self, index: int) -> bool:
        """Say whether a clause ends at `index`, or in what is done there (参加B审理案件)."""
        if self.kinds[index] in lx.BREAKS:
            return True
        does = self.kinds[index] in (lx.TRIGGER, lx.VERB)
        return does and lx.OF not in self.kinds[index : self.clause_end(index)]

    def composes(self, call: Call) -> bool:
        """Read A、B V C: they are its members."""
        start, members = call.extent[0], self.subject
        if self._forms(call) or self._forms_with(call):
            self.sets_up(call, "A组成B")
            return True
        if members is None or members.end != start or call.object is None or not call.direct:
            return False
        if call.object.tail:
            return False
        self.state(call.trigger, members.mentions, call.direct, call.extent, "A、B组成C")
        self.composed = call.object
        return True

    def _forms_with(self, call: Call) -> bool:
        """Say whether one body makes up a team together with another one (与B组成调查组)."""
        partner, group = self.phrases.get("with"), call.object
        if partner is None or partner.end != call.extent[0] or group is None or group.tail:
            return False
        return bool(call.actor) and [body.kind for body in group.mentions] == ["Team"]

    def _forms(self, call: Call) -> bool:
        """Say whether one body makes up a team or a committee of others (应当组成调查组)."""
        single = call.actor is not None and len(call.actor) == 1 and "with" not in self.phrases
        if call.object is None or call.object.tail or not call.actor or not single:
            return False
        alone = self.kinds[call.extent[0] - 1] != BODY or call.actor[0].kind != "Post"
        formed = [mention.kind in ("Team", "Committee") for mention in call.object.mentions]
        return len(formed) == 1 and formed[0] and alone

    def held_by(self, holders: Group, extent: tuple[int, int]) -> int:
        """Read A的组长由B担任, A由B担任组长; return the index after it."""
        posts, end = self.topic() or [], extent[1]
        self.predicated = True
        given = self.argument(end) if self.kinds[end] == BODY else None
        if given is not None:
            whole = self._held_within(given, posts)
            extent = (extent[0], given.end)
            if self.member is not None and whole:
                self.state(self.member, holders.mentions, whole, extent, "A由B担任职务")
                return self._others_hold(given.end, whole)
            return end
        owners = [owner for post in posts if (owner := post.owner() or self.organ) is not None]
        if self.member is not None and posts and all(post.kind == "Post" for post in posts):
            self.state(self.member, holders.mentions, owners[:1], extent, "A的职务由B担任")
        if owners and owners[0].kind in _MADE_UP:
            self.whole = owners[0]
        before, bare = self.previous, all(post.owner() is None for post in posts)
        if before is not None and bare and before.mentions == owners[:1]:
            self.set_subject(before)  # A由…组成，组长由B担任，在C领导下开展工作
        return end

    def are_members(self, posts: Group, index: int) -> int | None:
        """Read A的主任由B担任，C为委员, where 为 stands at `index`; return the index after it."""
        whole, subject, before = self.whole, self.subject, self.previous
        if whole is None and before is not None and before.mentions[-1].kind in _GATHERED:
            whole = before.mentions[-1]  # 联席会议由A召集，B为成员单位
        near = subject is not None and self.skip(subject.end, lx.ETCETERA) == index
        held = all(post.kind == "Post" and post.owner() is None for post in posts.mentions)
        member = posts.mentions[-1].tokens[-1].lexeme.is_in("memberNoun")
        if whole is None or not near or posts.tail or not (held or member):
            return None
        if self.member is None or subject is None or self.kinds[posts.end] not in lx.BREAKS:
            return None
        extent = (subject.start, posts.end)
        self.state(self.member, subject.mentions, [whole], extent, "A由B担任职务")
        if before is not None and whole is before.mentions[-1]:
            self.set_subject(before)
        self.predicated = True
        return posts.end

    def includes(self, index: int) -> int | None:
        """Read 成员单位包括A、B, where 包括 stands at `index`; return the index after them."""
        subject, whole = self.subject, self.whole or self.organ
        if subject is None or whole is None or subject.end != index or self.member is None:
            return None
        if not subject.mentions[-1].tokens[-1].lexeme.is_in("memberNoun"):
            return None
        group = self.argument(index + 1)
        if group is None or group.tail or group.described:
            return None
        extent = (subject.start, group.end)
        self.state(self.member, group.mentions, [whole], extent, "A由B担任职务")
        self.predicated = True
        return group.end

    def attended_by(self, agents: Group, start: int, index: int) -> int | None:
        """Read 会议由A、B参加, where 由 stands at `start`; return the index after 参加."""
        topic = self.topic()
        gathered = bool(topic) and all(body.kind in _GATHERED for body in topic or ())
        if not gathered or self.kinds[index + 1] not in lx.BREAKS or agents.described:
            return None
        extent = (start, index + 1)
        self.record("memberOf", agents.mentions, topic, extent, "A参加（B）", ATTENDING)
        self.predicated = True
        return index + 1

    def joins_meeting(self, index: int) -> bool:
        """Read 联席会议由A召集，B、C参加: they are members; the meeting is spoken of again."""
        subject, before = self.subject, self.previous
        if subject is None or before is None or subject.end != index:
            return False
        gathered = before.mentions[-1].kind in _GATHERED and self.kinds[index + 1] in lx.BREAKS
        if not gathered or self.kinds[subject.start - 1] != lx.COMMA:
            return False
        extent = (subject.start, index + 1)
        self.record("memberOf", subject.mentions, before.mentions, extent, "A参加（B）", ATTENDING)
        self.set_subject(before)
        return True

    def _held_within(self, posts: Group, topic: list[Mention]) -> list[Mention]:
        """Return the body within which the posts are held that 由B担任 names; none, if unsure."""
        if any(post.kind != "Post" for post in posts.mentions):
            return []
        owner = posts.mentions[0].owner()
        if owner is not None:
            return [owner]
        if self.created is not None:
            topic = self.created.mentions  # 成立A，由B担任组长
        return topic if all(body.kind in _MADE_UP for body in topic) else []

    def _others_hold(self, index: int, whole: list[Mention]) -> int:
        """Read who else is in the body (由A担任组长，B为成员); return the index after it."""
        while self.member is not None and self.kinds[index] == lx.COMMA:
            start = index + 1 + (self.kinds[index + 1] == lx.BY)
            group = self.argument(start)
            if group is None or group.described:
                break
            verb, trigger = group.end, self.nps.trigger(group.end)
            holds = trigger is not None and "Holds" in trigger.frames
            post = self.argument(verb + 1) if holds or self.kinds[verb] == lx.FOR else None
            if post is None or any(p.kind != "Post" or p.owner() for p in post.mentions):
                break
            extent = (start, post.end)
            self.state(self.member, group.mentions, whole, extent, "A由B担任职务")
            index = post.end
        return index

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
        if not owners and self.whole is not None:
            acts = self.subject is not None and self.subject.end == start
            plain = not call.object.tail and all(m.kind == "Post" for m in call.object.mentions)
            owners = [self.whole] if acts and plain else []  # A的主任由B担任，C担任委员
        if not owners:
            return False
        if call.object.mentions[-1].tokens[-1].lexeme.held_in:
            held = self.member  # 担任B委员
        if held is None or "HeldIn" not in held.frames:
            return False
        self.state(held, actor, owners, (start, end), "A担任B成员")
        return True

    def of_post(self, group: Group) -> bool:
        """Say whether the post is all that is named after those who hold it (下列人员的职务)."""
        return group.tail == tails.THING and self.chunks[group.stop - 1].has("office")

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
