"""Prepositional phrases: some wait for their verb (向B, 对B, 为B), some name the ground of an act.

根据B的要求 and 坚持A的领导 state something themselves; the thing handled (将N) is no party.
"""

from __future__ import annotations

from typing import Final

from graph.reading import lexemes as lx
from graph.reading import tails
from graph.reading.entries import ADOPTING, ARRANGING, ORDER
from graph.reading.group import Group
from graph.reading.joints import ITEM_KINDS
from graph.reading.mentions import BODY
from graph.reading.topics import Topics

_ROW_STARTS: Final = frozenset((BODY, lx.GAP, lx.NOUN))
_HANDLED: Final = (*ITEM_KINDS, lx.ADVERB, lx.OVER, lx.OF, lx.AND, lx.WITH)
_GIVING: Final = frozenset(("Proposes", "Hands", "Submits"))
_HANDING: Final = frozenset(("Tells", "Submits", "Entrusts"))
_DOCUMENTS: Final = (
    lx.GAP, lx.NOUN, lx.STANDING, lx.OF, lx.AND, lx.WITH, lx.TITLE_OPEN, lx.BASIS,
)  # fmt: skip
_ENDS_OF_THINGS: Final = frozenset((lx.GAP, lx.NOUN, lx.STANDING, lx.ADVERB))
_OF_THEIRS: Final = frozenset((lx.VERB, lx.GAP, lx.NOUN, lx.STANDING))
_BREAKS: Final = frozenset((lx.MODAL, lx.BY, lx.TOWARD, lx.OVER, lx.TAKE, lx.UNDER))


class Prepositions(Topics):
    """The prepositions that hold an argument for a verb to come, or the ground of an act."""

    __slots__ = ()

    def basis(self, index: int) -> int:
        """Pass the ground of an act (根据B的要求): it names no party of the relation."""
        if self.kinds[index + 1] in lx.MARKS and self.chunks[index].has(ADOPTING):
            self.adopts(index)
            return index + 1
        group = None
        listed = self.kinds[index + 2] in (lx.AND, lx.WITH)
        levels = self.kinds[index + 1] == lx.GAP and listed  # 省、市政府; 国家和上级政府
        if levels or self.kinds[index + 1] in (BODY, lx.PRONOUN):
            group = self.nps.group(index + 1)
        located = self.kinds[index + 2] == BODY and self.chunks[index + 1].has("location")
        if group is None and located:  # 根据N所在地B授权
            group = self.nps.coordination(index + 2)
        if group is None:
            return self._beside_documents(index)
        self.nps.tail(group, governed=True)
        if self.chunks[index].has("ground"):
            self.objects.append(Group(mentions=group.mentions, start=group.start, end=group.end))
        self.ground = group
        self._grounded(group, index)
        self._obeyed(group, index)
        end = max(group.stop, group.end)
        last = self.skip(end, lx.OF, lx.ADVERB, lx.TRIGGER)
        if last > end and self.kinds[last] in lx.MARKS:
            self._upheld(group, index, last)
            end = last  # 坚持A领导
        self.conditions.append((self.chunks[index].start, self.chunks[end - 1].end))
        return end

    def _beside_documents(self, index: int) -> int:
        """Read 依照法律的规定以及B的命令，, where B comes after what it is named beside."""
        position = self.skip(index + 1, *_DOCUMENTS)
        joined = self.kinds[position - 1] in (lx.AND, lx.WITH) and position > index + 1
        joined = joined and self.nps.form(position - 1) not in lx.BESIDE  # not 与B签订的合同
        group = self.nps.group(position) if joined and self.kinds[position] == BODY else None
        if group is None:
            return index + 1
        self.nps.tail(group, governed=True)
        end = self.skip(max(group.stop, group.end), lx.VERB, lx.GAP, lx.NOUN)
        if self.kinds[end] != lx.COMMA:
            return index + 1
        self._obeyed(group, index)
        return end

    def _upheld(self, group: Group, index: int, end: int) -> None:
        """坚持A（的）领导: A leads the subject."""
        if not self.explicit or not self.chunks[index].has("upholding"):
            return  # a principle in a list (坚持党的领导) says nothing of anybody
        for position in range(group.end, end):
            trigger = self.nps.trigger(position)
            if trigger is not None and "ActsOn" in trigger.frames:
                self.state(trigger, group.mentions, self.topic(), (index, end), "坚持A的V")

    def _obeyed(self, group: Group, index: int) -> None:
        """按照B的部署, 根据B的决定: who acts carries out what B has laid down."""
        end = max(group.stop, group.end)
        grounds = self.chunks[index].has("ground") and not self.chunks[index].has("upholding")
        if group.described or group.tail != "decision" or not grounds or self._of_delegates(group):
            return
        said = next((name for name in (ORDER, ARRANGING) if self.chunks[end - 1].has(name)), None)
        if said is not None:
            extent = (index, end)
            self.prelude(
                group.mentions, "carriesOut", extent, "按照B的部署", said, once=True, inverse=True
            )

    def _grounded(self, group: Group, index: int) -> None:
        """根据B的要求, 根据B授权: B has asked or empowered who acts."""
        if not self.chunks[index].has("ground") or self._of_delegates(group):
            return  # 通过B V: B is only the means
        after = self.skip(group.end, lx.OF)
        trigger = self.nps.trigger(after)
        if trigger is not None and self._reported(group, index, after):
            return
        if trigger is not None and trigger.frames & {"Appoints", "Submits"}:
            self.nominator = Group(mentions=group.mentions, start=index, end=after + 1)
            return  # 根据B的提名
        led = self.nps.trigger(self.skip(group.end, lx.OF, lx.ADVERB))
        led_by = led is not None and "leads" in led.expresses and "ActsOn" in led.frames
        if led is not None and led_by and self._closes_after(group):
            trigger, after = led, self.skip(group.end, lx.OF, lx.ADVERB)  # 按照B的统一领导
        elif trigger is None or not trigger.frames & {"Entrusts", "Causes"}:
            return
        for relation in trigger.expresses:
            extent = (index, after + 1)
            self.prelude(group.mentions, relation, extent, "根据B的要求", trigger.name, once=True)

    def _reported(self, group: Group, index: int, verb: int) -> bool:
        """Read 根据B提出的报告: B reports to who acts."""
        submits = self.nps.trigger(verb)
        gives = submits is not None and submits.frames & _GIVING
        noun = verb + 2
        if not gives or self.kinds[verb + 1] != lx.OF or noun >= len(self.chunks):
            return False
        account = self.chunks[noun].entry("Account") or self.chunks[noun].entry("Paper")
        told = self.chunks[noun].has("report") and self.chunks[noun].entry("Tells")
        account = account or told or None
        if account is None or "reportsTo" not in account.expresses:
            return False
        extent = (index, noun + 1)
        self.prelude(
            group.mentions, "reportsTo", extent, "根据B提出的报告", account.name, once=True
        )
        return True

    def _of_delegates(self, group: Group) -> bool:
        """Say whether single delegates ask for something (根据代表的要求): they order nothing."""
        return all(mention.tokens[-1].lexeme.is_in("delegate") for mention in group.mentions)

    def _closes_after(self, group: Group) -> bool:
        """Say whether nothing but verbs follow in the clause (按照B的统一领导、指挥，)."""
        end = self.skip(group.end, lx.OF, lx.ADVERB, lx.TRIGGER, lx.AND, lx.WITH)
        return self.kinds[end] in lx.MARKS

    def _phrase(self, index: int, role: str) -> int:
        group = self.nps.group(index + 1)
        if group is None:
            self.phrases.pop(role, None)
            self.elsewhere = role == "over"
            self.over_at = index
            self.unnamed_addressee = role == "to"
            return index + 1
        if role == "over" and self._names_sector(group.end):
            self.phrases.pop(role, None)
            self.elsewhere, self.over_at = True, index
            return group.end
        self.nps.tail(group, clauses=role != "to")
        self.phrases[role] = group
        if role == "to":
            self.place = group
        self.objects.append(group)
        return max(group.stop, group.end)

    def _names_sector(self, index: int) -> bool:
        """Say whether the bodies only are examples of a sector (就国有企业等重点领域V)."""
        index -= self.kinds[index - 1] == lx.ETCETERA
        after = self.skip(index, lx.ETCETERA, lx.ADVERB)
        noun = self.chunks[after] if index < after < len(self.chunks) else None
        sector = noun is not None and noun.tokens[0].lexeme.is_in("sector")
        return sector and self.kinds[index] == lx.ETCETERA

    def toward(self, index: int) -> int:
        """Keep 向B for its verb; of 向A，B或者C V all of them."""
        if self.kinds[index - 1] == lx.OVER and lx.OF in self.kinds[index : self.clause_end(index)]:
            return self.skip(index + 1, BODY)  # 对向B反映问题的N
        after = self._phrase(index, "to")
        group = self.phrases.get("to")
        if group is None or self.kinds[after] != lx.COMMA or group.tail:
            return after
        row = self.argument(after + 1) if self.kinds[after + 1] in _ROW_STARTS else None
        if row is None or row.tail or row.pronoun or row.described:
            return after
        told = self.nps.trigger(row.end)
        if told is None or not told.frames & {"Tells", "Files", "Hands"}:
            return after
        group.mentions = [*group.mentions, *row.mentions]
        group.end = group.stop = row.end
        return row.end

    def over(self, index: int) -> int:
        """Keep 对B for its verb; of 对A…，对B…，进行V both."""
        before = self.phrases.get("over") if self.kinds[index - 1] == lx.COMMA else None
        after = self._phrase(index, "over")
        group = self.phrases.get("over")
        noun = self.chunks[group.end] if group and group.end < len(self.chunks) else None
        if noun is not None and noun.tokens[0].lexeme.is_in("outside"):
            del self.phrases["over"]  # 对B周边N的监督
            return after
        if group is not None and self._over_who_arranges(group):
            del self.phrases["over"]
            return after
        if group is not None and not group.tail and (both := self._both_over(group)) is not None:
            return both
        if before is not None and group is not None and before.tail == group.tail != "":
            group.mentions = [*before.mentions, *group.mentions]
            group.start = before.start
        if group is not None and group.tail in (tails.THING, tails.STANDING):
            after = self._more_things(group, after)
        led = group is not None and not group.tail and self.kinds[index - 1] == lx.LIGHT
        return self._row_over(group, after) if led and group is not None else after

    def _over_who_arranges(self, group: Group) -> bool:
        """Say whether A组织B对其N V would have B act on A itself: 其 is somebody else."""
        arranges = self.subject if self.causee is not None and not self.helped else None
        same = arranges is not None and group.mentions == arranges.mentions
        return same and group.pronoun and self.kinds[group.end] in _OF_THEIRS

    def _more_things(self, group: Group, after: int) -> int:
        """Read 对A的N1、B的N2 V: what each of them has; return the index after the last one."""
        while self.kinds[after] in (lx.AND, lx.WITH) and self.kinds[after + 1] == BODY:
            more = self.nps.group(after + 1)
            if more is None or self.nps.tail(more) != group.tail:
                break
            group.mentions = [*group.mentions, *more.mentions]
            after = group.stop = more.stop
        return after

    def _both_over(self, group: Group) -> int | None:
        """Read 对A与B协作工作的统筹: both are meant, and they act together."""
        end = group.end
        other = self.argument(end + 1) if self.kinds[end : end + 2] == [lx.WITH, BODY] else None
        joins = None if other is None else self.nps.trigger(other.end)
        if other is None or joins is None or "Joins" not in joins.frames:
            return None
        end = self.skip(other.end + 1, lx.STANDING)
        if self.kinds[end : end + 2] != [lx.OF, lx.TRIGGER]:
            return None
        extent = (group.start, other.end + 1)
        self.state(joins, group.mentions, other.mentions, extent, "A与B V")
        group.mentions = [*group.mentions, *other.mentions]
        group.end, group.stop, group.tail = other.end, end, tails.STANDING
        return end

    def _row_over(self, group: Group, after: int) -> int:
        """Read 加强对A，B，C的领导: all of a row that commas part; return the index after it."""
        mentions, end = list(group.mentions), after
        while self.kinds[end] == lx.COMMA:
            row = self.argument(end + 1) if self.kinds[end + 1] in _ROW_STARTS else None
            if row is None or row.pronoun or row.described or not row.whole:
                return after
            mentions, end = [*mentions, *row.mentions], max(row.stop, row.end)
        if end == after or self.kinds[end : end + 2] != [lx.OF, lx.TRIGGER]:
            return after
        group.mentions, group.end, group.stop = mentions, end, end
        return end

    def service(self, index: int) -> int:
        """Read 为B V; 为B的办事机构 says what the subject is."""
        group = self.argument(index + 1)
        if group is not None and (end := self.are_members(group, index)) is not None:
            return end
        if group is not None and group.mentions and self.kinds[index - 1] in (BODY, lx.COMMA):
            head = group.mentions[0].tokens[-1].lexeme.trigger
            if head is not None and "NounOf" in head.frames:
                return self.equation(index)
        return self._phrase(index, "for")

    def take(self, index: int) -> int:
        """Pass the thing handled (将B的事项…, 将调查报告提请B审议): it is no party."""
        group = self.nps.group(index + 1) if self.kinds[index + 1] == BODY else None
        end = index + 1
        if group is not None:
            self.nps.tail(group)
            end = max(group.stop, group.end)
        if group is None and (handed := self._handed_on_at(index)) is not None:
            return handed
        position = self.skip(end, *_HANDLED)
        while position > end and not self._submits(position):
            position -= 1
        return position

    def _handed_on_at(self, index: int) -> int | None:
        """Return the index of the verb of 将（…V的N）V B, where a clause describes the thing."""
        for position in range(self.clause_end(index) - 1, index, -1):
            trigger = self.nps.trigger(position)
            if trigger is None or not trigger.frames & _HANDING:
                continue
            between = self.kinds[index + 1 : position]
            plain = lx.OF in between and between[-1] in _ENDS_OF_THINGS
            handed = self.kinds[position + 1] in (BODY, lx.PRONOUN)
            return position if plain and handed and not _BREAKS.intersection(between) else None
        return None

    def _submits(self, index: int) -> bool:
        """Say whether the verb at `index` hands a matter on to another body."""
        trigger = self.nps.trigger(index)
        return trigger is not None and "Submits" in trigger.frames
