"""Who acts where 由 says so: 由A管理, 由A、B组成, 由A提出, 由A担任."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graph.model import Modality
from graph.reading import lexemes as lx
from graph.reading import tails
from graph.reading.entries import ATTENDING
from graph.reading.group import Group
from graph.reading.mentions import BODY
from graph.reading.passives import CLOSED, PASSIVE, Passives
from graph.reading.predications import Chain

if TYPE_CHECKING:
    from graph.ontology import Trigger

_ON_OTHERS: Final = frozenset(("Assists", "BringsAlong"))
_LISTING: Final = frozenset((lx.COMMA, lx.AND, lx.WITH))
_DECIDING_ON: Final = frozenset(("Decides", "Ratifies", "Reviews"))
_PROPOSING: Final = ("drafting", "proposing")
_PLACE: Final = frozenset((BODY, lx.GAP, lx.NOUN, lx.PEOPLE, lx.BETWEEN, lx.OF, lx.AND))
_MEMBERS: Final = frozenset(
    (
        BODY, lx.COMMA, lx.AND, lx.WITH, lx.ETCETERA, lx.NUMBER, lx.PEOPLE, lx.GAP, lx.NOUN,
        lx.VERB, lx.OF,
    )
)  # fmt: skip


class Agents(Passives):
    """The constructions of 由."""

    __slots__ = ()

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
        self.drafted = any(self.clause_has(index, word) for word in _PROPOSING)
        start = group.stop if group.tail == tails.STANDING else self.brought_along(group)
        start = self.nominated_by(self.skip(start, lx.ADVERB, lx.MODAL, lx.NUMBER))
        after = self._doing(start)
        trigger = self.nps.trigger(after)
        if self._chaired_by(group, index, after):
            return self.skip(after, lx.VERB, lx.TRIGGER, lx.AND, lx.WITH)
        if (done := self.carried_out(group, index, after)) is not None:
            return done
        if (done := self.work_done(group, index, after)) is not None:
            return done
        if self.chunks[after].has(ATTENDING) if after < len(self.chunks) else False:
            attended = self.attended_by(group, index, after)
            if attended is not None:
                return attended
        if trigger is None:
            self.propose(group)
            return max(group.end, after)
        self._moved(group, trigger, (index, after + 1))
        if "ComposedOf" in trigger.frames:
            return self._made_up_of(group, trigger, index, after)
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
        if stated and trigger.frames & _DECIDING_ON and not self._answered_to(group, end):
            self.agent = group  # 由A决定，报B备案, not 由A批准，对A负责
        self.namer = group if stated and "Appoints" in trigger.frames else None
        submits = self.nps.trigger(end + 1) if self.kinds[end] == lx.COMMA else None
        if self.namer is not None and submits is not None and "Submits" in submits.frames:
            self.propose(group)  # 由A提名，提请B决定
        if not stated:
            # 由A提出方案，报B决定
            self.propose(group, decides="Decides" in trigger.frames)
            return after
        return end

    def _made_up_of(self, group: Group, trigger: Trigger, index: int, after: int) -> int:
        """Read 由A组成 and 由A组成的B, whose verb stands at `after`; return the index after it."""
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

    def _answered_to(self, agents: Group, index: int) -> bool:
        """Say whether the next clause is about what the subject is to the agents (向A报告)."""
        start = self.skip(index, lx.COMMA, lx.AND, lx.ADVERB, lx.MODAL)
        if start == index or self.kinds[start] not in (lx.OVER, lx.TOWARD, lx.UNDER, lx.ACCEPT):
            return False
        told = self.argument(start + 1) if self.kinds[start + 1] == BODY else None
        names = [mention.written() for mention in agents.mentions]
        return told is not None and [mention.written() for mention in told.mentions] == names

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

    def _described_by(self, agents: Group, indices: list[int]) -> int:
        """Read 由A V的B: what the clause says, if a body follows it."""
        end = indices[-1] + 2
        head = self.argument(end) if self.kinds[end] == BODY else None
        agent = self.topic() if agents.pronoun else agents.mentions
        if head is None:
            return end
        for position in indices:
            trigger = self.nps.trigger(position)
            if trigger is not None and trigger.frames & PASSIVE:
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
            chosen = self.kinds[index] == lx.AT  # 由A在B和C中提名
            while self.kinds[position] in _PLACE or (chosen and self.kinds[position] == lx.WITH):
                position += 1
            index = position if self.kinds[position] == lx.TRIGGER else index
        counted = self.skip(index, lx.GAP, lx.BASIS, lx.PEOPLE, lx.NUMBER, lx.VERB)
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
        if end == group.end or trigger is None or not trigger.frames & PASSIVE:
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
