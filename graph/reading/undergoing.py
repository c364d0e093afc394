"""Who acts on the subject: 受A V, 接受A（的）V, 在A V下; and 在C, where a place stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graph.model import Modality
from graph.reading import lexemes as lx
from graph.reading.consent import Consents
from graph.reading.fields import NOUN_KINDS
from graph.reading.mentions import BODY
from graph.reading.passives import CLOSED
from graph.reading.siblings import is_catch_all

if TYPE_CHECKING:
    from graph.reading.group import Group

_SUCCEEDING: Final = frozenset(("Appoints", "Yields", "Creates"))
_WHEN: Final = ("前", "后", "时", "期间")
_PART: Final = "作用"


class Undergoing(Consents):
    """The constructions of 受, 接受 and 在."""

    __slots__ = ()

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
        start = self._past_public(start)
        if self.kinds[start] == lx.OVER:
            closing = [
                position
                for position in range(start, self.clause_end(start))
                if self.kinds[position] == lx.OF
            ]
            start = closing[-1] if closing else start
        verb = self.skip(start, lx.ADVERB)
        if self.kinds[verb : verb + 2] == [lx.LIGHT, lx.OF]:
            start = verb + 1  # 接受A依法进行的监督
        indices = self.nps.triggers_from(self.skip(start, lx.OF, lx.ADVERB))
        if not indices:
            return group.end
        first = self.nps.trigger(indices[0])
        if first is not None and "Entrusts" in first.frames and indices[1:2] == [indices[0] + 1]:
            indices = indices[:1]  # 受A委托管理B: who is entrusted manages B
        if self.kinds[index] == lx.UNDER and self.kinds[indices[-1] + 1] == lx.OF:
            described = self.argument(indices[-1] + 2)
            if described is not None:
                return self._undergone_by(group, indices, described, index)
        if self.kinds[index] == lx.ACCEPT and self.refuses:
            return indices[-1] + 1  # 不接受A监督: what must not be, not what is not
        goes_on = self.kinds[index - 1] == lx.AND or not self.just_created(index)
        undergoer = self.topic() if goes_on else self.passive_topic()
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
        other = indices[-1] + 2
        joined = self.kinds[other - 1] == lx.WITH and self.kinds[other] == BODY and not before
        more = self.argument(other) if joined else None
        told = self.skip(more.end, lx.OF, lx.ADVERB, lx.VERB) if more else other
        verbs = self.nps.triggers_from(told) if more else []
        if verbs and self.kinds[verbs[-1] + 1] in CLOSED:
            return self.undergoing(other - 1)  # 接受A领导和B管理
        return indices[-1] + 1

    def act(self, index: int) -> int:
        """Read a verb; 服从A（的）领导 says that A leads."""
        if not self.chunks[index].has("obeying") or self.kinds[index + 1] not in (BODY, lx.PRONOUN):
            return self.verb(index)
        group = self.argument(index + 1, governed=True)
        indices = [] if group is None else self.nps.triggers_from(self.skip(group.end, lx.OF))
        triggers = [self.nps.trigger(position) for position in indices]
        acts = [t for t in triggers if t is not None and "ActsOn" in t.frames]
        if group is None or not acts or self.kinds[indices[-1] + 1] not in CLOSED:
            return self.verb(index)
        self.objects.append(group)
        extent = (index, indices[-1] + 1)
        for trigger in acts:
            self.state(trigger, group.mentions, self.acting(), extent, "服从A的V")
        self.predicated = True
        return extent[1]

    def _past_public(self, index: int) -> int:
        """Pass who is no body among those who oversee (A、公民和其他组织, A和社会公众)."""
        while self.kinds[index] in (lx.AND, lx.WITH):
            kind, closes = self.kinds[index + 1], self.kinds[index + 2] in (lx.OF, lx.AND, lx.WITH)
            mention = self.nps.mention(index + 1)
            others = mention is not None and is_catch_all(mention)
            if kind != lx.PEOPLE and not others and not (kind in (lx.GAP, lx.NOUN) and closes):
                break
            index += 2
        return index

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
            self.leaders = group
            return closing + 1
        if self.kinds[group.end] in NOUN_KINDS and self.chunks[group.end].has("outside"):
            return group.end  # 在C以外的…
        self.phrases["at"] = self.place = group
        self.objects.append(group)
        return self._when_they_do(group) or group.end

    def plays_part(self, index: int) -> int | None:
        """Read 在B中发挥领导作用: who does so leads B; return the index after it."""
        among, role = self.phrases.get("at"), index + 1
        trigger = self.nps.trigger(self.skip(role, lx.ADVERB))
        if among is None or trigger is None or not self.chunks[index].has("exerting"):
            return None
        role = self.skip(role, lx.ADVERB)
        if among.described or "ActsOn" not in trigger.frames or self.kinds[role + 1] != lx.GAP:
            return None
        if not self.text.startswith(_PART, self.chunks[role + 1].start):
            return None
        extent = (among.start - 1, role + 2)
        self.state(trigger, self.acting(), among.mentions, extent, "在B中发挥V作用")
        return role + 2

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
