"""Frames of offices: who names, elects or removes whom, who holds a post, who makes up a body."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from graph.reading import lexemes as lx
from graph.reading import tails
from graph.reading.entries import ADOPTING, DISMISSING, SETTLING
from graph.reading.group import Group
from graph.reading.memberships import Memberships
from graph.reading.mentions import BODY
from graph.reading.siblings import post_of_each

if TYPE_CHECKING:
    from graph.ontology import Trigger
    from graph.reading.call import Call
    from graph.reading.mentions import Mention

_AFTER: Final = "后"
_ACTING: Final = "代理"
_NAMING: Final = frozenset(("Appoints", "Candidacy"))
_NOT_NAMED: Final = frozenset(("Enterprise", "Unit", "Institution", "Department", "School"))


class Offices(Memberships):
    """The frames of posts and membership."""

    __slots__ = ()

    def appoints(self, call: Call) -> bool:
        """Read A V B of posts, and 由B提名，A V."""
        if call.object is None:
            return self._appoints_people(call) or self._appoints_named(call)
        if not call.object.whole and not (call.object.listed and self.of_post(call.object)):
            return False
        if any(mention.kind in _NOT_NAMED for mention in call.object.mentions):
            return False  # 更换物业服务企业
        named = self._posts_open(call.object) or post_of_each(call.direct or [])
        self.state(call.trigger, call.actor, named, call.extent, "A V B")
        self.nominated(call.trigger, named, call.extent)
        self._elected_to(call.object, named, call.extent)
        return True

    def _appoints_people(self, call: Call) -> bool:
        """Read A聘请专家（若干人）为B: the post is named, and not who holds it."""
        index = self.skip(call.extent[1], lx.PEOPLE, lx.NUMBER)
        if index == call.extent[1] or self.kinds[index] != lx.FOR:
            return False
        post = self.argument(index + 1)
        if post is None or post.tail or any(one.kind != "Post" for one in post.mentions):
            return False
        extent = (call.extent[0], post.end)
        self.state(call.trigger, call.actor, post.mentions, extent, "A V B")
        return True

    def _elected_to(self, group: Group, named: list[Mention], extent: tuple[int, int]) -> None:
        """Read B由A选举C组成: those whom A elects make up B."""
        verb = self.skip(group.end, lx.NUMBER)
        composes, topic = self.nps.trigger(verb), self.passive_topic()
        if composes is None or "ComposedOf" not in composes.frames or topic is None:
            return
        for whole in topic:
            name = whole.written()
            members = [one for one in named if (o := one.owner()) is None or o.written() == name]
            self.state(composes, members, [whole], (extent[0], verb + 1), "由B组成")

    def _posts_open(self, group: Group) -> list[Mention] | None:
        """Return the posts of 补选B出缺的代表, those of B."""
        end = group.end
        post = self.nps.mention(end + 2) if self.kinds[end : end + 2] == [lx.VERB, lx.OF] else None
        if post is None or post.kind != "Post":
            return None
        return [replace(post, tokens=body.tokens + post.tokens) for body in group.mentions]

    def assigns_post(self, call: Call) -> bool:
        """Read A指派B的书记, where nothing is given them to do: A names them."""
        settled, group = self.chunks[call.extent[0]].has(SETTLING), call.object
        if group is None or not settled or group.tail or self.kinds[group.end] not in lx.BREAKS:
            return False
        if any(post.kind != "Post" or post.owner() is None for post in group.mentions):
            return False
        self.record("appoints", call.actor, call.direct, call.extent, "B由A决定", SETTLING)
        return True

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
        topic, agent = self.topic(), self.agent
        after = self.kinds[start - 1] == lx.GAP and self.text[self.chunks[start - 1].end - 1]
        posts = bool(topic) and all(post.kind == "Post" for post in topic or ())
        if agent is not None and after == _AFTER and self.kinds[end] in lx.BREAKS and posts:
            self.state(call.trigger, agent.mentions, topic, call.extent, "由A V")
            return True  # 由A商B后任免
        while self.kinds[start - 1] in (lx.ADVERB, lx.MODAL):
            start -= 1
        acts = self.subject is not None and self.subject.end == start
        ends = self.kinds[end] in lx.BREAKS
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

    def _settles_far(self, call: Call) -> bool:
        """Read A决定在N设立的B的任免, where clauses tell which B is meant."""
        start, after = call.extent
        end = self.clause_end(after)
        if self.kinds[after] != lx.AT or self.kinds[end - 3 : end] != [BODY, lx.OF, lx.TRIGGER]:
            return False
        noun, posts = self.nps.trigger(end - 1), self.argument(end - 3)
        if noun is None or posts is None or not noun.frames & _NAMING:
            return False
        self.state(noun, call.actor, posts.mentions, (start, end), "A决定B的V")
        self.nominated(noun, posts.mentions, (start, end))
        return True

    def nominated(
        self, trigger: Trigger, posts: list[Mention] | None, extent: tuple[int, int]
    ) -> None:
        """根据B的提名: B has a part in naming them."""
        if self.nominator is not None:
            extent = (self.nominator.start, extent[1])
            self.state(trigger, self.nominator.mentions, posts, extent, "根据B的提名")
            self.nominator = None

    def decides_on(self, call: Call) -> bool:
        """Read A决定B的任免, A决定B的人选: A names them; 由A提名，B决定."""
        if call.object is None and (self._settles_post(call) or self._settles_far(call)):
            return True
        if call.object is None or not call.direct:
            return False
        after = self.skip(call.object.end, lx.OF)
        if after >= len(self.chunks):
            return False
        noun = self.chunks[after].entry("Candidacy") or self.nps.trigger(after)
        if noun is None or not noun.frames & _NAMING:
            return self._settles_acting(call, call.object)
        self.state(noun, call.actor, call.direct, call.extent, "A决定B的V")
        self.nominated(noun, call.direct, call.extent)
        return True

    def _settles_acting(self, call: Call, group: Group) -> bool:
        """Read A决定代理B: A names who acts in the post."""
        acting = self.text[self.chunks[group.start].start :].startswith(_ACTING)
        posts = [post.kind for post in group.mentions] == ["Post"] and not group.tail
        if not acting or not posts or self.kinds[group.end] not in lx.BREAKS:
            return False
        self.record("appoints", call.actor, call.direct, call.extent, "B由A决定", SETTLING)
        return True

    def _settles_post(self, call: Call) -> bool:
        """Read 人选由A提名，B决定: B names them as well, and the posts are spoken of again."""
        posts, subject, start = self.named_before, self.subject, call.extent[0]
        if posts is None or subject is None or subject.end != start:
            return False
        if self.kinds[subject.start - 1] != lx.COMMA or self.kinds[call.extent[1]] not in lx.BREAKS:
            return False
        extent = (subject.start, call.extent[1])
        self.record("appoints", subject.mentions, posts, extent, "由A提名，B V", SETTLING)
        self.set_subject(self.previous)
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
