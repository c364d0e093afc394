"""Phrases that turn a verb round or say who stands beside it.

由, 受, 接受, 在…下, 以…为主, 经, 报, 与, 是.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graph.reading import lexemes as lx
from graph.reading import tails
from graph.reading.fields import NOUN_KINDS
from graph.reading.mentions import BODY
from graph.reading.passives import CLOSED
from graph.reading.undergoing import Undergoing

if TYPE_CHECKING:
    from graph.reading.group import Group
    from graph.reading.mentions import Mention

_ENDS_OF_OWNER: Final = frozenset((lx.COMMA, lx.SEMICOLON, lx.STOP, lx.COLON, lx.OF))


class TurnedVerbs(Undergoing):
    """The constructions in which a preposition or a noun decides who acts."""

    __slots__ = ()

    def by_means(self, index: int) -> int:
        """以A V为主: A acts on the subject."""
        group = self.argument(index + 1)
        if group is None:
            return index + 1
        if (mainly := self._mainly_by(group, index)) is not None:
            return mainly
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

    def _mainly_by(self, group: Group, index: int) -> int | None:
        """Read B的提名以A（会同C）为主: A has a part in naming B; return the index after it."""
        owner = self.owner or self.subject
        noun = None if owner is None else self.nps.trigger(self.skip(owner.end, lx.OF))
        if owner is None or noun is None or "Appoints" not in noun.frames:
            return None
        end = self.brought_along(group)
        if self.kinds[end] != lx.MAINLY:
            return None
        self.state(noun, group.mentions, owner.mentions, (index, end + 1), "以A V为主")
        self.predicated = True
        return end + 1

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
                and (self.nps.form(index) in lx.BESIDE or "contacts" not in joined.expresses)
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
        serving = self.chunks[index].tokens[0].lexeme.form == "作为"
        founded = self.created if serving and self.kinds[index - 1] == lx.COMMA else None
        if serving and self._made_into(index) and (founded is None or founded.end != index - 1):
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
            acting = founded.mentions if founded is not None else self.acting()
            self.state(trigger, acting, group.mentions, (index, after + 1), "A是B的N")
            if founded is not None:
                self.set_subject(founded)
            return after + 1
        if (office := self._office_by_duty(index, group)) is not None:
            return office
        others = [] if self._is_noun_of(group.mentions[0]) else group.mentions[:-1]
        name = group.mentions[-1] if others else group.mentions[0]  # B和C的办事机构: of both
        head, owner = name.tokens[-1].lexeme.trigger, name.owner()
        topic = self.acting()
        if self.created is not None:  # 下设办公室，为其办事机构
            topic = self.created.mentions
            if owner in topic:
                topics = self.topic()
                owner = topics[0] if topics else None
        its = bool(others) and name.anchor is not None  # 属于A或者其工作部门
        if self._is_noun_of(name) and head is not None and owner is not None and not its:
            self.state(head, topic, [*others, owner], (index, group.end), "A是B的N")
        self._led_by(group, index)
        if founded is not None:
            self.set_subject(founded)  # 设立B，作为A的派出机关，领导C: B does
        return group.end

    def _is_noun_of(self, mention: Mention) -> bool:
        """Say whether a name ends in what says how a body belongs to another (办事机构)."""
        head = mention.tokens[-1].lexeme.trigger
        return head is not None and "NounOf" in head.frames

    def _office_by_duty(self, index: int, group: Group) -> int | None:
        """Read A是B V N的职能部门: the office is one of B; return the index after it."""
        verbs = self.nps.triggers_from(self.skip(group.end, lx.ADVERB))
        end = self.clause_end(index)
        noun = self.nps.trigger(end - 1) or self.chunks[end - 1].tokens[-1].lexeme.trigger
        named = noun is not None and "NounOf" in noun.frames and self.kinds[end - 2] == lx.OF
        if not verbs or noun is None or not named or len(self.chunks[end - 1].tokens) > 1:
            return None
        self.state(noun, self.acting(), group.mentions, (index, end), "A是B的N")
        return end

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

    def handed_on(self, index: int) -> int | None:
        """Return the index after N of A对B的N交由C: what is handed on is theirs, not they."""
        if self.kinds[index] != lx.OVER:
            return None
        end = self.clause_end(index)
        together = self.skip(end + 1, lx.ADVERB)  # 连同N，一并交由C
        end = together + 1 if together > end + 1 else end
        for position in range(index, end):
            trigger = self.nps.trigger(position)
            if trigger is not None and "Entrusts" in trigger.frames:
                nouns = [c for c in self.chunks[index:position] if c.kind in (lx.GAP, lx.NOUN)]
                said = ("report", "proposal", "decision")
                return position if any(n.has(name) for n in nouns for name in said) else None
        return None
