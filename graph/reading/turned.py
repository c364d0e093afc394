"""Phrases that turn a verb round or say who stands beside it.

由, 受, 接受, 在…下, 以…为主, 经, 报, 与, 是.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graph.model import Modality
from graph.reading import lexemes as lx
from graph.reading import tails
from graph.reading.agents import CLOSED
from graph.reading.consent import Consents
from graph.reading.fields import NOUN_KINDS
from graph.reading.joining import BESIDE
from graph.reading.mentions import BODY

if TYPE_CHECKING:
    from graph.reading.group import Group

_SUCCEEDING: Final = frozenset(("Appoints", "Yields", "Creates"))
_ENDS_OF_OWNER: Final = frozenset((lx.COMMA, lx.SEMICOLON, lx.STOP, lx.COLON, lx.OF))
_WHEN: Final = ("前", "后", "时", "期间")


class TurnedVerbs(Consents):
    """The constructions in which a preposition or a noun decides who acts."""

    def undergoing(self, index: int) -> int:
        """受A V, 接受A（的）V, 接受A对…的V: A acts on the subject."""
        group = self.argument(index + 1)
        if group is None and self._overseen(index):
            return index + 2
        if group is None:
            passive = self.kinds[index] == lx.UNDER and self.kinds[index + 1] == lx.TRIGGER
            return index + 2 if passive else index + 1  # 被督导学校
        self.objects.append(group)
        start = group.end
        people = self.skip(start, lx.AND, lx.WITH, lx.PEOPLE)
        start = people if self.kinds[people - 1] == lx.PEOPLE else start  # 党组织、党员和群众
        if self.kinds[start] == lx.OVER:
            closing = [
                position
                for position in range(start, self.clause_end(start))
                if self.kinds[position] == lx.OF
            ]
            start = closing[-1] if closing else start
        indices = self.nps.triggers_from(self.skip(start, lx.OF, lx.ADVERB))
        if not indices:
            return group.end
        if self.kinds[index] == lx.UNDER and self.kinds[indices[-1] + 1] == lx.OF:
            described = self.argument(indices[-1] + 2)
            if described is not None:
                return self._undergone_by(group, indices, described, index)
        if self.kinds[index] == lx.ACCEPT and self.refuses:
            return indices[-1] + 1  # 不接受A监督: what must not be, not what is not
        undergoer = self.topic() if self.kinds[index - 1] == lx.AND else self.passive_topic()
        if self.causee is not None and not self.clause_changed(self.causee, index):
            undergoer = self.causee.mentions
        extent = (index, indices[-1] + 1)
        before = not self.explicit and self.causee is None and self.kinds[extent[1]] == lx.COMMA
        for position in indices:
            trigger = self.nps.trigger(position)
            if trigger is None or not trigger.frames & {"ActsOn", "Entrusts"}:
                continue
            if before and self.kinds[extent[1] + 1] == BODY:  # 受A委托，B可以…
                for relation in trigger.expresses:
                    self.prelude(group.mentions, relation, extent, "受A V", trigger.name, once=True)
            else:
                self.state(trigger, group.mentions, undergoer, extent, "受A V")
        self.predicated = True
        return indices[-1] + 1

    def _overseen(self, index: int) -> bool:
        """Read A向B报告工作，接受监督: B is the one who does it."""
        trigger, told = self.nps.trigger(index + 1), self.objects[-1] if self.objects else None
        if self.kinds[index] != lx.ACCEPT or trigger is None or "ActsOn" not in trigger.frames:
            return False
        addressed = told is not None and self.kinds[told.start - 1] == lx.TOWARD and told.whole
        near = told is not None and self.kinds[told.end : index].count(lx.COMMA) == 1
        same = self.subject is None or (told is not None and self.subject.end <= told.start)
        if told is None or not (addressed and near and same) or self.kinds[index + 2] not in CLOSED:
            return False
        self.state(trigger, told.mentions, self.topic(), (index, index + 2), "接受V")
        self.predicated = True
        return True

    def _undergone_by(self, agents: Group, indices: list[int], head: Group, index: int) -> int:
        """Read 受A V的B, where it is no argument: A acts on B."""
        for position in indices:
            trigger = self.nps.trigger(position)
            if trigger is not None and trigger.frames & {"ActsOn", "Entrusts"}:
                self.state(
                    trigger, agents.mentions, head.mentions, (index, head.end), "受A V的B",
                    modality=Modality.DECLARATION,
                )  # fmt: skip
        self.objects.append(head)
        return head.end

    def at(self, index: int) -> int:
        """在A V下: A acts on the subject; 在C设立B: C is the place."""
        group = self.argument(index + 1)
        if group is None:
            return index + 1
        indices = self.nps.triggers_from(self.skip(group.end, lx.OF, lx.ADVERB))
        if indices and self.chunks[index].has("until"):
            return self._until(group, indices[-1])
        closing = self.skip(indices[-1] + 1, lx.ADVERB) if indices else -1
        parts = [(group, indices)]
        if indices and self.kinds[closing] == lx.WITH:  # 在A领导和B指导下
            other = self.argument(closing + 1)
            more = self.nps.triggers_from(self.skip(other.end, lx.OF, lx.ADVERB)) if other else []
            if other is not None and more:
                parts.append((other, more))
                closing = self.skip(more[-1] + 1, lx.ADVERB)
        if indices and self.kinds[closing] == lx.BELOW:
            for leaders, verbs in parts:
                self._under(leaders, verbs, (index, closing + 1))
            return closing + 1
        if self.kinds[group.end] in NOUN_KINDS and self.chunks[group.end].has("outside"):
            return group.end  # 在C以外的…
        self.phrases["at"] = self.place = group
        self.objects.append(group)
        return self._when_they_do(group) or group.end

    def _when_they_do(self, group: Group) -> int | None:
        """Return the end of 在A召开会议…前，, which only says when."""
        end = self.clause_end(group.end)
        if self.kinds[group.end] != lx.VERB or self.kinds[end] != lx.COMMA:
            return None
        plain = lx.MODAL not in self.kinds[group.end : end]
        return end if plain and self.text.endswith(_WHEN, 0, self.chunks[end].start) else None

    def _until(self, group: Group, verb: int) -> int:
        """Read 到A选出新的B为止: A names or sets up B."""
        trigger, named = self.nps.trigger(verb), self.argument(verb + 1)
        if trigger is not None and named is not None and trigger.frames & _SUCCEEDING:
            declared = Modality.DECLARATION
            extent = (group.start - 1, named.end)
            self.state(
                trigger, group.mentions, named.mentions, extent, "到A V新的B", modality=declared
            )
        return max(verb + 1, group.end) if named is None else named.end

    def _under(self, leaders: Group, verbs: list[int], extent: tuple[int, int]) -> None:
        for position in verbs:
            trigger = self.nps.trigger(position)
            if trigger is None or "ActsOn" not in trigger.frames:
                continue
            for relation in trigger.expresses:
                self.prelude(
                    leaders.mentions, relation, extent, "在A V下", trigger.name, passive=True
                )

    def by_means(self, index: int) -> int:
        """以A V为主: A acts on the subject."""
        group = self.argument(index + 1)
        if group is None:
            return index + 1
        indices = self.nps.triggers_from(self.skip(group.end, lx.OF, lx.ADVERB))
        if not indices or self.kinds[indices[-1] + 1] != lx.MAINLY:
            return group.end
        for position in indices:
            trigger = self.nps.trigger(position)
            if trigger is not None:
                extent = (index, indices[-1] + 2)
                self.state(trigger, group.mentions, self.topic(), extent, "以A V为主")
        self.predicated = True
        return indices[-1] + 2

    def accompanied(self, index: int) -> int:
        """A与B V, A与B是V（和被V）的关系; …和B的决定 goes on from the verb before."""
        if self.kinds[index + 1] in (lx.TRIGGER, lx.VERB) and not self.nps.sends(index + 1):
            return index + 1
        group = self.argument(index + 1)
        if group is None:
            return index + 1
        gives = self.nps.trigger(self.skip(group.end, lx.ADVERB))
        given = gives is not None and "Entrusts" in gives.frames
        if given and self.nps.tail(group, governed=True) == tails.GIVEN:  # 和A授予的其他职权
            self.given(group, self.acting(), index)
            return group.stop
        if self.following is not None and self.kinds[index - 1] in (
            lx.COMMA,
            lx.TRIGGER,
            lx.GAP,
            lx.NOUN,
        ):
            self.nps.tail(group)
            if self._laid_down(group):
                extent = (index, max(group.end, group.stop))
                self.state(self.following, self.acting(), group.mentions, extent, "A V B的决定")
                return max(group.end, group.stop)
        if self.kinds[group.end] != lx.COPULA:
            before = self.objects[-1] if self.objects else None
            joined = self.nps.trigger(self.skip(group.end, lx.ADVERB))
            if (
                before is not None
                and before.end == index
                and joined is not None
                and "Joins" in joined.frames
                and (self.nps.form(index) in BESIDE or "contacts" not in joined.expresses)
            ):
                extent = (before.start, group.end + 1)  # A和B合署办公
                self.state(joined, before.mentions, group.mentions, extent, "A与B V")
                return group.end + 1
            self.phrases["with"] = group
            self.accompanied_by = group
            self.objects.append(group)
            return group.end
        end = self.clause_end(group.end)
        trigger = self.nps.trigger(group.end + 1)
        if (
            trigger is not None
            and "ActsOn" in trigger.frames
            and self.clause_has(group.end, "relationNoun")
        ):
            self.state(trigger, self.acting(), group.mentions, (index, end), "A与B是V的关系")
        return end

    def _laid_down(self, group: Group) -> bool:
        """Say whether the noun after the bodies is what they have laid down."""
        if group.tail == "decision":
            return True
        after = self.skip(group.end, lx.OF)
        closes = after > group.end or self.kinds[after + 1] in CLOSED
        inside = after < len(self.chunks)
        return inside and closes and self.chunks[after].has("decision")

    def equation(self, index: int) -> int:
        """A是B的组成部分, A是B的办事机构, A作为B的派出机关."""
        if self.chunks[index].tokens[0].lexeme.form == "作为" and self._made_into(index):
            return index + 1
        if self.kinds[index + 1] == lx.COLON:
            self._listed_objects(index)
        if (made := self._made_by(index)) is not None:
            return made
        group = self.argument(index + 1)
        if group is None or not group.mentions:
            return index + 1
        self.objects.append(group)
        after = self.skip(group.end, lx.OF)
        trigger = self.nps.trigger(after)
        if trigger is not None and "NounOf" in trigger.frames:
            self.state(trigger, self.acting(), group.mentions, (index, after + 1), "A是B的N")
            return after + 1
        name = group.mentions[0]
        head, owner = name.tokens[-1].lexeme.trigger, name.owner()
        topic = self.acting()
        if self.created is not None:  # 下设办公室，为其办事机构
            topic = self.created.mentions
            if owner in topic:
                topics = self.topic()
                owner = topics[0] if topics else None
        if head is not None and "NounOf" in head.frames and owner is not None:
            self.state(head, topic, [owner], (index, group.end), "A是B的N")
        self._led_by(group, index)
        return group.end

    def _made_by(self, index: int) -> int | None:
        """Read A是B（在C）设立的N; return the index after it."""
        start = index + 2 if self.kinds[index + 1] == lx.BY else index + 1
        makers = self.nps.coordination(start) if self.kinds[start] == BODY else None
        if makers is None:
            return None
        verb = self.skip(makers.end, lx.ADVERB)
        if self.kinds[verb] == lx.AT:
            verb = self.skip(verb + 1, lx.GAP, lx.NOUN, BODY, lx.AND, lx.OF, lx.LEVEL)
        indices = self.nps.triggers_from(self.skip(verb, lx.ADVERB))
        closing = indices[-1] + 1 if indices else index
        named = self.kinds[closing] == lx.OF and self.kinds[closing + 1] in (
            BODY, lx.GENERIC, *NOUN_KINDS,
        )  # fmt: skip
        if not named:
            return None
        for position in indices:
            trigger = self.nps.trigger(position)
            if trigger is not None and trigger.frames & {"Sends", "Creates", "Yields"}:
                extent = (index, closing + 2)
                self.state(trigger, makers.mentions, self.acting(), extent, "A是B V的N")
        return closing + 2

    def _made_into(self, index: int) -> bool:
        """Say whether 作为 says what something is made into (把A作为B), not what the subject is."""
        start = index
        while self.kinds[start - 1] not in _ENDS_OF_OWNER and start > 0:
            start -= 1
        subject = self.subject
        return subject is None or subject.end != index or lx.TAKE in self.kinds[start:index]

    def _listed_objects(self, copula: int) -> None:
        """Read the stem A的V对象是：, whose items are acted on."""
        start = copula
        while self.kinds[start - 1] not in _ENDS_OF_OWNER:
            start -= 1
        trigger, owner = self.nps.trigger(start), self.owner or self.subject
        noun = self.chunks[start + 1 : copula]
        if trigger is None or owner is None or not any(c.has("actedOn") for c in noun):
            return
        if "ActsOn" in trigger.frames:
            self.state(trigger, owner.mentions, [], (start, copula), "A的V对象是：")

    def _led_by(self, group: Group, index: int) -> None:
        """A是B领导下的C: B leads A."""
        indices = self.nps.triggers_from(self.skip(group.end, lx.ADVERB))
        if not indices or self.kinds[indices[-1] + 1] != lx.BELOW:
            return
        for position in indices:
            trigger = self.nps.trigger(position)
            if trigger is not None:
                extent = (index, indices[-1] + 2)
                self.state(trigger, group.mentions, self.acting(), extent, "A是B V下的C")

    def headed_noun(self, group: Group) -> int | None:
        """B的领导机构是A: A stands to B as the noun says.

        Return the index after it, if that is said.
        """
        owners, after = group.mentions, self.skip(group.end, lx.OF)
        trigger = self.nps.trigger(after)
        if self.kinds[group.end] == lx.COPULA:  # B的办事机构 is one name
            owner = group.mentions[-1].owner()
            trigger = group.mentions[-1].tokens[-1].lexeme.trigger
            owners, after = [owner] if owner is not None else [], group.end - 1
        if trigger is None or "NounOf" not in trigger.frames or not owners:
            return None
        if self.kinds[after + 1] != lx.COPULA:
            return None
        holder = self.argument(after + 2) if self.kinds[after + 2] == BODY else None
        if holder is None or self.kinds[holder.end] not in CLOSED:
            return None  # 办事机构是代表执行职务的服务机构
        extent = (group.start, holder.end)
        self.state(trigger, holder.mentions, owners, extent, "B的N是A")
        return holder.end
