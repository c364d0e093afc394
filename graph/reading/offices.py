"""Frames of offices: who names, elects or removes whom, who holds a post, who makes up a body."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from graph.reading import lexemes as lx
from graph.reading import tails
from graph.reading.addressing import Addressing
from graph.reading.entries import ADOPTING, ATTENDING, DISMISSING
from graph.reading.group import Group
from graph.reading.mentions import BODY

if TYPE_CHECKING:
    from graph.ontology import Trigger
    from graph.reading.call import Call
    from graph.reading.mentions import Mention

_CLOSED: Final = frozenset((lx.COMMA, lx.SEMICOLON, lx.STOP))
_AFTER: Final = "后"
_MADE_UP: Final = frozenset(("Committee", "Team"))
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
        named = self._posts_open(call.object) or call.direct
        self.state(call.trigger, call.actor, named, call.extent, "A V B")
        self.nominated(call.trigger, named, call.extent)
        return True

    def _posts_open(self, group: Group) -> list[Mention] | None:
        """Return the posts of 补选B出缺的代表, those of B."""
        end = group.end
        post = self.nps.mention(end + 2) if self.kinds[end : end + 2] == [lx.VERB, lx.OF] else None
        if post is None or post.kind != "Post":
            return None
        return [replace(post, tokens=body.tokens + post.tokens) for body in group.mentions]

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

    def takes_part(self, index: int) -> int | None:
        """Read A参加B, where B is a committee or a team; return the index after it."""
        group = self.argument(index + 1)
        if group is None or group.described or group.tail or self.kinds[group.end] not in _CLOSED:
            return None
        if any(mention.kind not in _MADE_UP for mention in group.mentions):
            return None
        extent = (index, group.end)
        self.record("memberOf", self.acting(), group.mentions, extent, "A参加B", ATTENDING)
        return group.end

    def _appoints_named(self, call: Call) -> bool:
        """Read a verb of naming whose posts are the topic of the sentence (由A提名，B任免)."""
        named = self.previous.mentions if self.previous is not None else None
        start, end = call.extent
        topic, agent = self.topic(), self.agent
        after = self.kinds[start - 1] == lx.GAP and self.text[self.chunks[start - 1].end - 1]
        posts = bool(topic) and all(post.kind == "Post" for post in topic or ())
        if agent is not None and after == _AFTER and self.kinds[end] in _CLOSED and posts:
            self.state(call.trigger, agent.mentions, topic, call.extent, "由A V")
            return True  # 由A商B后任免
        while self.kinds[start - 1] in (lx.ADVERB, lx.MODAL):
            start -= 1
        acts = self.subject is not None and self.subject.end == start
        ends = self.kinds[end] in (lx.COMMA, lx.SEMICOLON, lx.STOP)
        if named is None or not (acts and ends) or any(post.kind != "Post" for post in named):
            return False
        self.state(call.trigger, call.actor, named, call.extent, "由A提名，B V")
        return True

    def nominated_by(self, index: int) -> int:
        """Pass 根据B的提名 in 由A根据B的提名任免: B has a part in it; return the index after it."""
        group = self.argument(index + 1) if self.kinds[index] == lx.BASIS else None
        end = index if group is None else self.skip(group.end, lx.OF)
        noun = self.nps.trigger(end) if group is not None else None
        if group is None or noun is None or not noun.frames & {"Appoints", "Submits"}:
            return index
        self.nominator = Group(mentions=group.mentions, start=index, end=end + 1)
        return end + 1

    def nominated(
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
        self.nominated(noun, call.direct, call.extent)
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
