"""What a body is that no verb and no preposition governs: the subject from here on, or part of one.

A body at the head of a clause is its subject, unless a thing of theirs is (A的报告，由B处理) or a
clause describes a thing with it (A确定的项目). Subjects may stand in a row that commas part.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from graph.model import Modality
from graph.reading import lexemes as lx
from graph.reading import tails
from graph.reading.governed import Governed
from graph.reading.group import Group
from graph.reading.mentions import BODY
from graph.reading.predications import Chain
from graph.reading.siblings import is_catch_all
from graph.reading.state import CLAUSE_STARTS

THINGS: Final = frozenset((lx.GAP, lx.NOUN, lx.STANDING, lx.PEOPLE))
_HANDED: Final = "交"  # 交B审议: it was handed to B
_ROW: Final = 3
_PAIR: Final = 2
_SUBJECT_ENDS: Final = frozenset((lx.MODAL, lx.TOWARD, lx.OVER, lx.BY))
_ORGANS: Final = frozenset(
    (
        "Committee",
        "Congress",
        "Court",
        "Procuratorate",
        "Government",
        "PartyGroup",
        "Organisation",
        "Team",
    )
)


class Topics(Governed):
    """The bodies that stand free in a sentence."""

    __slots__ = ()

    def general(self, index: int) -> int:
        """Pass a general noun; one that a clause describes is the subject (…的单位应当)."""
        if self._is_described(index):
            self.set_subject(None)
        row = self.opens(index) and self.kinds[index + 1] in (lx.AND, lx.WITH)  # 机关、团体应当
        return self.body(index) if row and self.nps.group(index) is not None else index + 1

    def _is_described(self, index: int) -> bool:
        """Say whether a general noun with a clause before it is what the clause is about."""
        if self.kinds[index - 1] != lx.OF or self.elsewhere or "over" in self.phrases:
            return False
        before = index - 1
        while self.kinds[before] not in CLAUSE_STARTS:
            before -= 1
        closed = self.kinds[index + 1] == lx.COMMA and self.kinds[before + 1] == BODY
        if closed and self.kinds[index - 2] in (lx.TRIGGER, lx.VERB):
            return True  # A授权的机构，
        if self.kinds[before + 1] in (lx.LIGHT, lx.TAKE, lx.TOWARD, lx.OVER, lx.WITH, lx.BASIS):
            return False
        return self.kinds[self.skip(index + 1, lx.ADVERB)] in _SUBJECT_ENDS

    def body(self, index: int) -> int:
        """Take a body that no preposition governs: an object, or the subject from here on."""
        owns = self.kinds[index + 1] in (lx.STANDING, lx.GAP, lx.NOUN)
        named = self.kinds[index + 1 : index + 3] in ([lx.TRIGGER, lx.BY], [lx.VERB, lx.BY])
        if self.kinds[index] == lx.PRONOUN and self.opens(index) and (owns or named):
            return index + 1  # 其工作受B监督, 其任免由B决定: the subject goes on
        group = self.nps.group(index)
        if group is None or group.listed:
            return index + 1
        if group.mentions[0].quantifier.endswith(_HANDED):
            self.drop_preludes()
            self.objects.append(group)
            return group.end
        previous = self.kinds[index - 1]
        if previous in (lx.AND, lx.WITH) and is_catch_all(group.mentions[0]):
            if not self._governed(index):
                self.set_subject(None)  # 公民、法人和其他组织
            return group.end
        governed = self._governed(index) and not self.opens(index)  # 是指A派驻的B
        alone = len(group.mentions) == len(group.mentions[0].tokens) == 1
        if previous == lx.ETCETERA and alone and not governed:
            self.set_subject(None)  # 铁路建设、维修等企业
            return group.end
        if self.elsewhere and not self.predicated and self._stays_in_phrase(group):
            self.objects.append(group)
            return group.end
        tail = self.nps.tail(group, clauses=governed, governed=governed)
        end = max(group.stop, group.end)
        joined = previous in (lx.WITH, lx.AND) and self.kinds[index - 2] == lx.COMMA
        if joined:  # …，以及B: it goes on from the list before
            self.objects.append(group)
            return end
        if governed:
            return self._acted_on(group, index, end)
        handed = self.kinds[end] == lx.COMMA and self.kinds[self.skip(end + 1, lx.MODAL)] == lx.VIA
        if previous == lx.OF and self._is_object(index, end) and not handed:
            self.objects.append(group)
            return end
        first = group.mentions[0].tokens
        of_field = len(first) == _PAIR and first[0].lexeme.kind == lx.TRIGGER  # 的审查调查部门
        if previous == lx.OF and first[-1].lexeme.generic and not of_field:
            self.set_subject(None)  # a class picked out by a clause: …的单位
            self.objects.append(group)
            return end
        if (passed := self.no_subject(group, end)) is not None:
            return passed
        if previous == lx.OF and self._thought_of(index):
            self.objects.append(group)
            return end
        if previous == lx.AND and (also := self._also_by(group, end)) is not None:
            return also
        if (headed := self.headed_noun(group)) is not None:
            return headed
        group, end = self._row(group, end)
        if (handed_on := self.handed_on(end)) is not None:
            self.set_subject(None)
            self.owner = replace(group, tail="proposal")
            return handed_on
        topic_end = self._nominal_topic(end) or self._describes(end)
        if topic_end is not None:
            self.set_subject(None)
            if self.chunks[topic_end - 1].has("decision") and self.kinds[end] == lx.OVER:
                self.fronted = replace(group, tail="decision")  # A对N作出的决定，B必须执行
            return topic_end
        return self._begin(group, tail, end)

    def _thought_of(self, index: int) -> bool:
        """Say whether a subject thinks or finds what the clause says (A认为…的B有关规定…的，)."""
        subject, start = self.subject, index
        while self.kinds[start - 1] not in CLAUSE_STARTS:
            start -= 1
        verb = subject.end if subject is not None and subject.start == start else None
        end = self.clause_end(index)
        closes = self.kinds[end - 1] == lx.OF and self.kinds[end] == lx.COMMA
        return closes and verb is not None and self.chunks[verb].has("perceiving")

    def _also_by(self, group: Group, end: int) -> int | None:
        """Pass B of 由A牵头、B参加的N; read 由A负责、B组成, where B is no subject either."""
        if self.kinds[end : end + 2] == [lx.VERB, lx.OF]:
            self.objects.append(group)
            return end + 2
        trigger, start = self.nps.trigger(end), group.start
        composed = trigger is not None and "ComposedOf" in trigger.frames
        while composed and self.kinds[start] not in (*CLAUSE_STARTS, lx.BY):
            start -= 1
        if trigger is None or not composed or self.kinds[start] != lx.BY:
            return None
        if self.kinds[end + 1] != lx.OF:  # of what it describes they are members, not of the topic
            self.state(trigger, group.mentions, self.topic(), (start, end + 1), "由B组成")
        self.predicated = True
        return end + 1

    def _begin(self, group: Group, tail: str, end: int) -> int:
        """Let the bodies be the subject, or, where a thing of theirs is, its owner."""
        posts = any(mention.kind == "Post" for mention in group.mentions)
        topical = tail == tails.MATTER and self.kinds[end] == lx.COMMA and not posts
        listed = self._spelt_out(group, end)
        theirs = tail == tails.STANDING and self.kinds[group.end] == lx.OF
        if posts and theirs and not listed:
            nouns = self.chunks[group.end : end]
            if all(noun.entry("Candidacy") is None for noun in nouns):
                self.set_subject(None)  # A负责人的情况，…: what is theirs, not they
                return end
        if tail in tails.WHOLE or topical or listed or (not posts and self.at_work(group, end)):
            forbidden = self.negated and self.kinds[group.start - 1] == lx.MODAL  # 禁止B V
            self.set_subject(group)
            self.negated = forbidden
            if self.kinds[group.end] == lx.BETWEEN:
                self.phrases["between"] = group
        else:
            self.set_subject(None)
            self.owner = group
            self.fronted = group if tail == "decision" else None
        return end

    def _spelt_out(self, group: Group, end: int) -> bool:
        """Say whether the tasks of the bodies are told in what follows (A的任务是：).

        Also A的任务，主要是….
        """
        closing = self.skip(end, lx.COPULA, lx.GAP)
        told = self.kinds[end] == lx.COMMA
        told = told and self.kinds[self.skip(end + 1, lx.ADVERB)] == lx.COPULA
        if (self.kinds[closing] != lx.COLON and not told) or end <= group.end:
            return False
        return any(n.has("duty") or n.has("doneWork") for n in self.chunks[group.end : end])

    def _row(self, group: Group, end: int) -> tuple[Group, int]:
        """Read subjects that commas part (A，B，C，可以…; A的人选，B的人选，由…)."""
        if not self.opens(group.start) or self.kinds[end] != lx.COMMA:
            return group, end
        mentions, position, count = list(group.mentions), end, 1
        while self.kinds[position] == lx.COMMA and self.kinds[position + 1] == BODY:
            more = self.nps.group(position + 1)
            if more is None or self.nps.tail(more) != group.tail:
                break
            mentions += more.mentions
            position, count = max(more.stop, more.end), count + 1
        after = self.skip(position, lx.COMMA)
        after = self._last_of_row(after) if count >= _ROW else after
        least = _PAIR if group.tail else _ROW
        if count < least or self.kinds[after] not in (lx.MODAL, lx.BY):
            return group, end
        row = Group(mentions=mentions, start=group.start, end=position)
        row.tail, row.stop = group.tail, position
        return row, max(position, after - 1)

    def _last_of_row(self, index: int) -> int:
        """Pass people that close a row of subjects (…，代表十人以上联名，可以)."""
        end = self.skip(index, *THINGS, BODY, lx.NUMBER, lx.OF, lx.VERB)
        return end + 1 if self.kinds[end] == lx.COMMA else index

    def _describes(self, index: int) -> int | None:
        """Return the index after N of A确定的N, and of A、B发展规划, which are no bodies."""
        if self.kinds[index] == lx.AND and self.kinds[index + 1] in (lx.GAP, lx.NOUN):
            return index + 2 if self.chunks[index + 1].has("framework") else None
        verb = self.skip(index, lx.ADVERB)
        if self.kinds[verb : verb + 2] != [lx.VERB, lx.OF]:
            return None
        if not self.chunks[verb].has("designating"):
            return None  # A制定的N is theirs, so that they act with it
        return verb + 3 if self.kinds[verb + 2] in (lx.GAP, lx.NOUN) else None

    def _is_object(self, index: int, end: int) -> bool:
        """Say whether the clause begins with a verb and closes with the body (转送有权处理的B)."""
        start = index - 1
        while self.kinds[start - 1] not in CLAUSE_STARTS:
            start -= 1
        first = self.kinds[self.skip(start, lx.ADVERB, lx.MODAL)]
        return first in (lx.TRIGGER, lx.LIGHT) and self.kinds[end] in lx.MARKS

    def _nominal_topic(self, index: int) -> int | None:
        """Return the end of the clause, if all of it is a noun phrase (A对B的报告，由C处理)."""
        end = self.clause_end(index)
        if self.kinds[index] != lx.OVER or self.kinds[end] != lx.COMMA:
            return None
        told = self.nps.trigger(self.skip(index + 2, lx.ADVERB))
        if told is not None and told.frames & {"Tells", "Proposes"}:
            return None  # A对B提出的建议，: what B has told A
        chunks = self.chunks[index:end]
        noun = any(chunks[-1].has(name) for name in ("report", "proposal", "decision"))
        others = self.kinds[index + 1] != BODY and self.kinds[end + 1] == BODY
        plain = not any(
            chunk.kind == lx.MODAL
            or (chunk.kind == lx.LIGHT and not (others and chunk.has("issuing")))
            for chunk in chunks
        )
        owned = self.kinds[index : end - 1].count(lx.OF) > 0
        return end if noun and plain and owned else None

    def _stays_in_phrase(self, group: Group) -> bool:
        """Say whether the bodies still belong to 对 before them (对…地区领导班子B，)."""
        after = self.skip(group.end, *THINGS, lx.OF, lx.AND, lx.WITH)
        return self.kinds[after] in (lx.COMMA, lx.LIGHT)

    def set_subject(self, group: Group | None) -> None:
        """Begin a new chain of predicates under `group`, or under nobody that can be named."""
        self.explicit = True
        if self.subject is not None:
            self.previous = self.subject
        self.following, created = None, self.created
        self.founded = created is not None
        self.subject = group if group is not None and not group.described else None
        self.owner = self.agent = self.causee = self.ground = self.created = self.namer = None
        self.composed = self.mover = self.inspected = self.founder = None
        self.negated = self.helped = self.appointed = False
        stem = self.carried.modality if self.carried.item else Modality.DECLARATION
        self.chain = Chain(modality=stem)
        if self.subject is None:
            return
        first = self.subject.mentions[0]
        organ = first if first.kind in _ORGANS else first.owner()
        if organ is not None and organ.kind in _ORGANS:
            self.organ = organ if len(self.subject.mentions) == 1 or first is not organ else None
        elif created is not None and first.kind == "Post" and created.mentions[0].kind in _ORGANS:
            self.organ = created.mentions[0]  # 成立A，组长由B担任
        self.settle_preludes(self.subject.mentions)
