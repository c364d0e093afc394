"""The passive of 由: what the agents do to the body, the posts or the thing spoken of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graph.reading import lexemes as lx
from graph.reading import tails
from graph.reading.duties import Duties
from graph.reading.entries import SETTLING
from graph.reading.siblings import post_of_each

if TYPE_CHECKING:
    from graph.ontology import Trigger
    from graph.reading.group import Group

CLOSED: Final = frozenset((lx.COMMA, lx.SEMICOLON, lx.STOP, lx.COLON, lx.AND, lx.OF))
PASSIVE: Final = frozenset(
    (
        "ActsOn", "Creates", "Yields", "Appoints", "Ratifies", "Reviews", "Entrusts", "Sends",
        "Serves", "Decides",
    )
)  # fmt: skip
_DECIDING: Final = frozenset(("Decides", "Ratifies"))
_OF_THINGS: Final = frozenset(("Serves", "Ratifies", "Reviews", "Decides"))
_NOT_NAMED: Final = frozenset(("Department", "Government", "Enterprise", "Unit", "School"))
_OF_ITSELF: Final = frozenset(("Creates", "BelongsTo", "NounOf"))


class Passives(Duties):
    """What 由A V says of the topic."""

    __slots__ = ()

    def _undergone(self, index: int, end: int) -> bool:
        """Say whether the verb at `index` says what is done to the subject by the agent."""
        passive = self.nps.trigger(index)
        if passive is None or not passive.frames & PASSIVE:
            return False
        if "Appoints" in passive.frames and self.kinds[end] == lx.PEOPLE:
            return False  # 由A选举和罢免人员
        if passive.frames & {"Decides", "Entrusts"} and self.kinds[end] not in CLOSED:
            return False  # 由A决定立案, 由A委托有资质的单位编制
        return not self._names_posts(index)  # 由A推选产生: posts are named, bodies set up

    def _passive(self, index: int, group: Group, extent: tuple[int, int]) -> None:
        """State what the verb at `index` says the agents do to the subject, or to what it has."""
        passive = self.nps.trigger(index)
        if passive is None:
            return
        if self._about_people(extent[0]):
            return  # 派出人员由A管理: not those who sent them
        topic = self.named_topic() if "Appoints" in passive.frames else self.passive_topic()
        if "Appoints" in passive.frames and topic:
            self.named_before = topic = post_of_each(topic)
        owner = self.owner
        things = passive.frames & _OF_THINGS and "ActsOn" not in passive.frames
        if things and not self.explicit and self.created is None:
            return  # 项目用地由A批准: what the sentence is about is no body
        people = owner is not None and owner.tail == tails.PEOPLE
        acts = owner is not None and self.kinds[owner.end] in (lx.TRIGGER, lx.VERB, lx.ADVERB)
        acts = acts or people  # A的股东…，由C责令改正: not A
        if topic is None and owner is not None and not acts and "urges" in passive.expresses:
            topic = owner.mentions  # B的决定违反…，由A责令改正
        elif topic is None and owner is not None and passive.frames & _OF_THINGS:
            topic = owner.mentions if self._submittable(owner) else None  # B的经费由A保障
        naming = self._candidacy() if "Decides" in passive.frames else None
        if naming is not None:
            self.state(naming, group.mentions, topic, extent, "B的人选由A决定")
            return
        undergoing = {mention.written() for mention in topic or ()}
        posts = topic is not None and all(mention.kind == "Post" for mention in topic)
        settled = self.chunks[index].has(SETTLING)  # 组长由A指定, 组长由A审批确定
        follows = self.chunks[extent[1]] if extent[1] < len(self.chunks) else None
        settled = settled or (posts and follows is not None and follows.has(SETTLING))
        if posts and (settled or "Decides" in passive.frames):  # who holds the post is decided
            subject = self.subject
            if settled and subject and max(subject.end, subject.stop) >= extent[0] - 1:
                self.record("appoints", group.mentions, topic, extent, "B由A决定", SETTLING)
            return
        meets = topic is not None and all(mention.kind == "Meeting" for mention in topic)
        if meets and passive.frames & (_DECIDING | {"Reviews"}):
            return  # 全体会议听取说明后，由分组会议审议
        together = undergoing & {agent.written() for agent in group.mentions}
        if together and "urges" not in passive.expresses:
            return  # A通知B，由A和B监督实施
        theirs = group.described and self.kinds[group.start] == lx.PRONOUN
        organs = topic is not None and all(one.kind in _NOT_NAMED for one in topic)
        if "Appoints" in passive.frames and organs:
            return  # A设B一人，由C任命, where B is unknown
        if not theirs:  # 由其所在单位责令: that of their people
            self.state(passive, group.mentions, topic, extent, "由A V")
            if "Appoints" in passive.frames:
                self.nominated(passive, topic, extent)

    def _about_people(self, by: int) -> bool:
        """Say whether the clause of 由 at `by` opens with people of whom a verb tells more."""
        start = by
        while self.kinds[start - 1] not in lx.MARKS:
            start -= 1
        opens = self.kinds[start : start + 2] == [lx.TRIGGER, lx.PEOPLE]
        return opens and self.kinds[start + 2] in (lx.AT, lx.BY, lx.ADVERB, lx.MODAL)

    def _administers_thing(self, verbs: list[int]) -> bool:
        """Say whether it is a thing that is managed (A征收N，由B统筹管理)."""
        triggers = [self.nps.trigger(position) for position in verbs]
        manages = any(t is not None and "manages" in t.expresses for t in triggers)
        return manages and self._acted_before(verbs[0])

    def _acted_before(self, index: int) -> bool:
        """Say whether the subject has done something to a thing in the clause before 由."""
        subject, by = self.subject, index
        while self.kinds[by] != lx.BY:
            by -= 1
        if subject is None or self.kinds[by - 1] != lx.COMMA or self.kinds[by - 2] == lx.OF:
            return False
        if (
            self.kinds[subject.end] == lx.COPULA
            and lx.SEMICOLON not in self.kinds[subject.end : by]
        ):
            return False  # A是派出它的B的N，由C管理
        between = range(subject.end, by - 1)
        done = [at for at in between if self.kinds[at] in (lx.VERB, lx.TRIGGER)]
        triggers = [self.nps.trigger(position) for position in done]
        return any(t is None or not t.frames & _OF_ITSELF for t in triggers)  # 下设B，设在C

    def _submittable(self, owner: Group) -> bool:
        """Say whether what the owner has may be served or approved (经费, 章程), not 日期, 名额."""
        if owner.tail == tails.MATTER:
            return False
        return not any(chunk.has("measure") for chunk in self.chunks[owner.end : owner.stop])

    def _candidacy(self) -> Trigger | None:
        """Return the entry of 人选, if the subject is who is to hold a post (B的人选)."""
        subject = self.subject
        if subject is None or subject.tail != tails.STANDING:
            return None
        nouns = (chunk.entry("Candidacy") for chunk in self.chunks[subject.end : subject.stop])
        return next((noun for noun in nouns if noun is not None), None)

    def _names_posts(self, index: int) -> bool:
        """Say whether one of two verbs for naming and setting up (推选产生) is not meant."""
        frames = [
            trigger.frames if (trigger := self.nps.trigger(index + step)) is not None else ()
            for step in (-1, 0, 1)
        ]
        topic = self.passive_topic() or []
        posts = any(
            mention.kind == "Post" or mention.tokens[-1].lexeme.trigger is not None
            for mention in topic
        )
        named, yields = "Appoints" in frames[1], "Yields" in frames[1]
        after_naming, before_yielding = "Appoints" in frames[0], "Yields" in frames[2]
        return (yields and after_naming and posts) or (named and before_yielding and not posts)
