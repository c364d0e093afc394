"""Who acts where 由 says so: 由A管理, 由A、B组成, 由A提出, 由A担任."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graph.model import Modality
from graph.reading import lexemes as lx
from graph.reading import tails
from graph.reading.entries import SETTLING
from graph.reading.group import Group
from graph.reading.mentions import BODY
from graph.reading.predications import Chain
from graph.reading.verbs import Verbs

if TYPE_CHECKING:
    from graph.ontology import Trigger

CLOSED: Final = frozenset((lx.COMMA, lx.SEMICOLON, lx.STOP, lx.COLON, lx.AND, lx.OF))
_PASSIVE: Final = frozenset(
    (
        "ActsOn", "Creates", "Yields", "Appoints", "Ratifies", "Reviews", "Entrusts", "Sends",
        "Serves", "Decides",
    )
)  # fmt: skip
_ON_OTHERS: Final = frozenset(("Assists", "BringsAlong"))
_LISTING: Final = frozenset((lx.COMMA, lx.AND, lx.WITH))
_DECIDING_ON: Final = frozenset(("Decides", "Ratifies", "Reviews"))
_DECIDING: Final = frozenset(("Decides", "Ratifies"))
_OF_THINGS: Final = frozenset(("Serves", "Ratifies", "Reviews", "Decides"))
_PLACE: Final = frozenset((BODY, lx.GAP, lx.NOUN, lx.PEOPLE, lx.BETWEEN, lx.OF, lx.AND))
_MEMBERS: Final = frozenset(
    (
        BODY, lx.COMMA, lx.AND, lx.WITH, lx.ETCETERA, lx.NUMBER, lx.PEOPLE, lx.GAP, lx.NOUN,
        lx.VERB, lx.OF,
    )
)  # fmt: skip

_SETTING_UP: Final = frozenset(("Creates", "BelongsTo"))


class Agents(Verbs):
    """The constructions of 由."""

    def by(self, index: int) -> int:
        """由A V: A acts on the topic; 由A、B组成: they are members; 由A V B: A acts."""
        if self.kinds[index + 1 : index + 4] == [lx.TRIGGER, lx.PEOPLE, lx.WITH]:
            beside = self.argument(index + 4)  # 由检查人员和B的负责人V
            return index + 4 if beside is None else max(beside.end, beside.stop)
        group = self.argument(index + 1)
        if group is None:
            return self._selected(index)
        if group.described and self.kinds[group.end - 1] == lx.GENERIC:
            self.set_subject(None)  # 由A授权的部门V: who acts has no name
            return group.end
        if (consulted := self._consulting(index, group)) is not None:
            return consulted
        if self.kinds[index - 1] == lx.COMMA and self.chain.modality is Modality.PERMISSION:
            self.chain = Chain()  # A可以提出N，由B决定: that B may do so is not said
        group = self._row_of_agents(self._members(group))
        self.objects.append(group)
        self.drafted = self.clause_has(index, "drafting")
        start = group.stop if group.tail == tails.STANDING else self.brought_along(group)
        start = self.nominated_by(self.skip(start, lx.ADVERB, lx.MODAL, lx.NUMBER))
        after = self._doing(start)
        trigger = self.nps.trigger(after)
        if self._chaired_by(group, index, after):
            return self.skip(after, lx.VERB, lx.TRIGGER, lx.AND, lx.WITH)
        if trigger is None:
            self.propose(group)
            return max(group.end, after)
        self._moved(group, trigger, (index, after + 1))
        if "ComposedOf" in trigger.frames:
            described = self.kinds[after + 1] == lx.OF  # 由A组成的B
            whole = self.argument(after + 2 if described else after + 1)
            topic = None if described else self.passive_topic()
            composed = whole.mentions if whole is not None else topic
            self.state(trigger, group.mentions, composed, (index, after + 1), "由B组成")
            self.predicated = True
            if described and whole is not None:
                self.set_subject(whole)
                return whole.end
            return after + 1
        if "Holds" in trigger.frames:
            return self.held_by(group, (index, after + 1))
        indices = self._all_triggers(after)
        end = indices[-1] + 1
        if self.kinds[end] == lx.ETCETERA:
            return end  # 由A任命、批准等，: ways, not what is done to the subject
        if self.argument(end) is not None or "Tells" in trigger.frames:
            self.propose(group, decides="Decides" in trigger.frames)  # 由A V B
            return after
        if self.kinds[end] == lx.OF and self.kinds[end + 1] not in CLOSED:
            return self._described_by(group, indices)  # 由A V的事项, 由A V的B
        stated = [position for position in indices if self._undergone(position, end)]
        if not self._administers_thing(stated):
            for position in stated:
                self._passive(position, group, (index, end))
        self.predicated = True
        if stated and trigger.frames & _DECIDING_ON:
            self.agent = group  # 由A决定，报B备案
        self.namer = group if stated and "Appoints" in trigger.frames else None
        if not stated:
            # 由A提出方案，报B决定
            self.propose(group, decides="Decides" in trigger.frames)
            return after
        return end

    def _moved(self, group: Group, trigger: Trigger, extent: tuple[int, int]) -> None:
        """Read A提出议案，由B决定…: B decides on what A has moved."""
        mover, self.mover = self.mover, None
        if mover is None or mover is not self.subject or not trigger.frames & _DECIDING_ON:
            return
        if self.kinds[extent[0] - 1] != lx.COMMA or self.kinds[extent[1]] == lx.OF:
            return
        for relation in trigger.expresses:
            self.record(
                relation, group.mentions, mover.mentions, extent, "A提出N，由B决定", trigger.name
            )

    def _chaired_by(self, group: Group, index: int, after: int) -> bool:
        """Read 会议由A（召集和）主持, where a meeting is the subject and nothing comes after."""
        verb = after
        if self.kinds[verb] == lx.VERB and self.kinds[verb + 1] in (lx.AND, lx.WITH):
            verb += 2
        trigger, topic = self.nps.trigger(verb), self.passive_topic()
        meets = topic is not None and all(mention.kind == "Meeting" for mention in topic)
        if meets and self.kinds[after] == lx.VERB and self.kinds[after + 1] == lx.COMMA:
            return True  # 会议由A召集，研究提出的意见经B批准: A does no more than that
        if not meets or trigger is None or "Runs" not in trigger.frames:
            return False
        if self.kinds[verb + 1] not in CLOSED:
            return False
        self.state(trigger, group.mentions, topic, (index, verb + 1), "会议由A主持")
        self.predicated = True
        return True

    def _consulting(self, index: int, group: Group) -> int | None:
        """Read 由A与B协商V, 由A、B协商V: they act together, and A goes on to act."""
        end, partner = group.end, None
        if self.kinds[end] == lx.WITH:
            partner = self.argument(end + 1)
            end = end if partner is None else partner.end
        after = self.skip(end, lx.ADVERB)
        trigger = self.nps.trigger(after)
        if trigger is None or "Joins" not in trigger.frames or trigger.frames & _ON_OTHERS:
            return None
        if partner is None and len(group.mentions) == 1:
            return None
        extent = (index, after + 1)
        one, other = self.beside(group)
        other += partner.mentions if partner is not None else []
        for number, body in enumerate(one):
            self.state(trigger, [body], other or one[number + 1 :], extent, "由A与B V")
        self.objects.append(group)
        self.propose(group)
        return after + 1

    def _selected(self, index: int) -> int:
        """Read 由…选出的A组成: they are members, whoever selects them."""
        end = self.clause_end(index)
        for position in range(index + 2, end):
            if not self._composing(position) or self.kinds[position - 2] != lx.OF:
                continue
            members = self.argument(position - 1)
            trigger = self.nps.trigger(position)
            if members is not None and trigger is not None:
                whole = self.passive_topic()
                self.state(trigger, members.mentions, whole, (index, position + 1), "由B组成")
                self.predicated = True
                return position + 1
        return index + 1

    def _undergone(self, index: int, end: int) -> bool:
        """Say whether the verb at `index` says what is done to the subject by the agent."""
        passive = self.nps.trigger(index)
        if passive is None or not passive.frames & _PASSIVE:
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
        topic = self.named_topic() if "Appoints" in passive.frames else self.passive_topic()
        if "Appoints" in passive.frames and topic:
            self.named_before = topic
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
        settled = self.chunks[index].has(SETTLING)  # 组长由A指定
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
        if not theirs:  # 由其所在单位责令: that of their people
            self.state(passive, group.mentions, topic, extent, "由A V")
            if "Appoints" in passive.frames:
                self.nominated(passive, topic, extent)

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
        between = range(subject.end, by - 1)
        done = [at for at in between if self.kinds[at] in (lx.VERB, lx.TRIGGER)]
        triggers = [self.nps.trigger(position) for position in done]
        return any(t is None or not t.frames & _SETTING_UP for t in triggers)  # 下设B，设在C

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

    def _described_by(self, agents: Group, indices: list[int]) -> int:
        """Read 由A V的B: what the clause says, if a body follows it."""
        end = indices[-1] + 2
        head = self.argument(end) if self.kinds[end] == BODY else None
        agent = self.topic() if agents.pronoun else agents.mentions
        if head is None:
            return end
        for position in indices:
            trigger = self.nps.trigger(position)
            if trigger is not None and trigger.frames & _PASSIVE:
                extent = (agents.start - 1, head.end)
                self.state(
                    trigger, agent, head.mentions, extent, "由A V的B",
                    modality=Modality.DECLARATION,
                )  # fmt: skip
        self.objects.append(head)
        return end

    def _doing(self, index: int) -> int:
        """Return the index of the verb of 由A（在C中）（进行）V."""
        if self.kinds[index] in (lx.AT, lx.BASIS):
            position = index + 1
            while self.kinds[position] in _PLACE:
                position += 1
            index = position if self.kinds[position] == lx.TRIGGER else index
        counted = self.skip(index, lx.GAP, lx.BASIS, lx.PEOPLE, lx.NUMBER)
        if counted > index and self._composing(counted):
            return counted  # 由A和B共三至七人组成
        light = self.kinds[index] == lx.LIGHT and self.kinds[index + 1] == lx.TRIGGER
        closed = light and self.kinds[index + 2] in CLOSED
        return index + 1 if closed else index

    def _composing(self, index: int) -> bool:
        trigger = self.nps.trigger(index)
        return trigger is not None and "ComposedOf" in trigger.frames

    def _members(self, group: Group) -> Group:
        """Read the members of 由A、B，C、D和E组成, where commas part them as well."""
        end = group.end
        while self.kinds[end] in _MEMBERS:
            end += 1
        if self.kinds[group.end] not in _LISTING or not self._composing(end):
            return group
        mentions, position = list(group.mentions), group.end
        while position < end:
            more = self.argument(position) if self.kinds[position] == BODY else None
            mentions += more.mentions if more is not None else []
            position = more.end if more is not None else position + 1
        return Group(mentions=mentions, start=group.start, end=end)

    def _row_of_agents(self, group: Group) -> Group:
        """Read the agents of 由A，B，C或者D V, where commas part them as well."""
        mentions, end = list(group.mentions), group.end
        while self.kinds[end] == lx.COMMA and self.kinds[end + 1] == BODY:
            more = self.argument(end + 1)
            if more is None or more.tail or more.described:
                return group
            mentions += more.mentions
            end = more.end
        trigger = self.nps.trigger(end)
        if end == group.end or trigger is None or not trigger.frames & _PASSIVE:
            return group
        return Group(mentions=mentions, start=group.start, end=end)

    def _all_triggers(self, index: int) -> list[int]:
        """Return the verbs of 直接领导、统一管理, adverbs between them passed over."""
        indices = self.nps.triggers_from(index)
        while self.kinds[indices[-1] + 1] == lx.AND:
            more = self.nps.triggers_from(self.skip(indices[-1] + 2, lx.ADVERB))
            if not more:
                break
            indices += more
        return indices
