"""Who acts at a point of the sentence, on whom, and whom a pronoun stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graph.reading import lexemes as lx
from graph.reading.mentions import BODY

if TYPE_CHECKING:
    from graph.ontology import Trigger
    from graph.reading.group import Group
    from graph.reading.mentions import Chunk, Mention
    from graph.reading.predications import Carried


_DOING: Final = frozenset((lx.STANDING, lx.ADVERB, lx.BASIS, lx.VERB, lx.LIGHT))
_INNER: Final = frozenset(("Committee", "PartyGroup", "Team", "Office"))
_WORKPLACES: Final = frozenset(("Enterprise", "Unit", "School"))


class Actors:
    """The bodies of a sentence in their parts, as far as it has been read."""

    __slots__ = (
        "accompanied_by", "agent", "appointed", "at_fault", "brought", "carried", "causee",
        "chunks", "composed", "consenting", "convened", "created", "drafted", "elsewhere",
        "explicit", "following", "founded", "founder", "fronted", "ground", "helped",
        "inspected", "kinds",
        "leaders", "mover", "named_before", "namer", "nominator", "objects", "organ", "over_at",
        "owner", "phrases", "pivot", "place", "previous", "proposed_under", "proposer",
        "refuses", "subject", "unnamed_addressee", "unresolved", "whole", "wrongs",
    )  # fmt: skip

    def __init__(self, chunks: list[Chunk], carried: Carried) -> None:
        """Start from what the sentence before (or the stem of the list) left in `carried`."""
        self.chunks = chunks
        self.kinds: list[str] = []
        self.carried = carried
        self.organ = carried.organ
        self.objects: list[Group] = []
        self.phrases: dict[str, Group] = {}  # phrases that wait for their verb, by preposition
        self.unresolved: list[int] = []
        self.wrongs: bool | None = None  # whether a word of breaking the rules stands here
        self.leaders: Group | None = None  # A of 在A领导下，向其报告
        self.explicit = False  # a subject stands in this sentence
        self.subject: Group | None = None
        self.owner: Group | None = None  # A of 「A的案件查办」, where that is the subject
        self.agent: Group | None = None  # A of 由A, to the end of the clause
        self.proposer: Group | None = None  # A of 由A提出，…, to the end of the sentence
        self.proposed_under: Group | None = None  # the subject at that point
        self.fronted: Group | None = None  # B of 「B的决定，A应当执行」
        self.following: Trigger | None = None  # 执行 of 执行A的决定和B的决定
        self.previous: Group | None = None  # the subject before this one
        self.causee: Group | None = None  # B of A推动B
        self.pivot = -1  # the verb that makes somebody else than a body do what follows
        self.at_fault: Group | None = None  # A of A违反…的，
        self.founder: Group | None = None  # A of A设立B，负责…
        self.founded = False  # whether the subject before has set somebody up
        self.named_before: list[Mention] | None = None  # C of C由A提名，B通过
        self.mover: Group | None = None  # A of A提出议案，由B决定
        self.drafted = False  # A of 由A提出 drafts what is then approved
        self.convened = False  # A组织（指导）B做: B does it, A answers for it
        self.helped = False  # A协助B做: both do it
        self.whole: Mention | None = None  # A of A的主任由B担任，C担任委员
        self.namer: Group | None = None  # A of 由A任命，报B备案
        self.appointed = False  # A指定B担任C: C acts from here on
        self.created: Group | None = None
        self.inspected: Group | None = None  # B of 对B进行检查，发现问题的，责令改正
        self.composed: Group | None = None  # C of A、B组成C, until the clause ends
        self.place: Group | None = None
        self.consenting: Group | None = None  # A of 经A同意后，报B批准
        self.ground: Group | None = None  # B of 根据B的要求
        self.elsewhere = False  # 对 with something that is no body
        self.over_at = -1  # where that 对 stands
        self.unnamed_addressee = False  # 向 with somebody that is no body
        self.nominator: Group | None = None  # B of 根据B的提名
        self.accompanied_by: Group | None = None  # B of A与B, also where the verb is another
        self.refuses = False  # 不 before a verb that one must do
        self.brought: set[int] = set()  # B of A会同B: acts as well, so that 其 is not B

    def clause_changed(self, group: Group, index: int) -> bool:
        """Say whether a comma lies between; see `SentenceState`."""
        raise NotImplementedError

    def topic(self) -> list[Mention] | None:
        """Return the bodies that the sentence is about: its subject, or the one carried on."""
        if self.explicit:
            return self.subject.mentions if self.subject is not None else None
        return self.carried.subject

    def applicant(self) -> Group | None:
        """Return who submits: the agent of 由, or the last one while the subject is the same."""
        if self.agent is not None:
            return self.agent
        return self.proposer if self.proposed_under is self.subject else None

    def after_review(self, index: int) -> list[Mention] | None:
        """Return A of 经A审议，审议意见交由B: what is handed on at `index` is what A has said."""
        noun = self.chunks[index - 1]
        said = self.kinds[index - 1] in (lx.GAP, lx.NOUN) and noun.has("proposal")
        if self.consenting is None or not said:
            return None
        return self.consenting.mentions

    def propose(self, group: Group, *, decides: bool = False) -> None:
        """Let the agent of 由 act from here on, and, unless it decides, be the one who submits."""
        self.agent = group
        self.proposer = None if decides else group
        self.proposed_under = self.subject

    def passive_topic(self) -> list[Mention] | None:
        """Return the bodies that a passive is about.

        What was set up just before, else the topic.
        """
        return self.created.mentions if self.created is not None else self.topic()

    def named_topic(self) -> list[Mention] | None:
        """Return the posts that a passive of naming is about (副主任由A任免).

        The topic, else the last posts.
        """
        topic = self.passive_topic()
        agent = self.agent.mentions if self.agent is not None else None
        others = (group.mentions for group in reversed(self.objects))
        groups = [topic, *(mentions for mentions in others if mentions is not agent)]
        posts = (group for group in groups if group and group[-1].kind in ("Post", "People"))
        return next(posts, topic)

    def acting(self) -> list[Mention] | None:
        """Return the bodies that act at this point: the agent of 由, else the topic."""
        return self.agent.mentions if self.agent is not None else self.topic()

    def _stands_alone(self, index: int) -> bool:
        """Say whether 本部门 is all of the name, and not 本院, which is that of its parts."""
        return self.chunks[index].tokens[0].lexeme.form != "本院" and self.kinds[index + 1] != BODY

    def _led_by_last(self) -> list[Mention] | None:
        """Return A of 在A领导下, if no body has been spoken of since."""
        last = self.objects[-1].end if self.objects else -1
        leaders = self.leaders
        return leaders.mentions if leaders is not None and leaders.end >= last else None

    def _helps_work(self, index: int) -> bool:
        """Say whether 其 at `index` is whose work a new subject helps (A…，B应当支持其工作)."""
        helps = self.chunks[index - 1].entry("Assists") or self.chunks[index - 1].entry("ActsOn")
        subject = self.subject
        if helps is None or subject is None or self.kinds[index + 1] not in _DOING:
            return False
        opens = self.kinds[subject.start - 1] == lx.COMMA
        return "supports" in helps.expresses and opens and not self.clause_changed(subject, index)

    def _served(self, index: int) -> list[Mention] | None:
        """Return A of A对B负责，C为其提供保障, where C has named nobody yet."""
        subject, before = self.subject, self.previous
        if self.kinds[index - 1] != lx.FOR or subject is None or before is None:
            return None
        if self.founded:
            return None  # A设立B，C为其提供保障
        opens = self.kinds[subject.start - 1] == lx.COMMA and before.end < subject.start
        named = any(group.start >= subject.end for group in self.objects)
        return before.mentions if opens and not named and before.mentions else None

    def _passive_agent(self, group: Group) -> bool:
        """Say whether the bodies are A of B由A V, so that 其 in the next clause is B."""
        before, verb = self.previous, group.end
        if before is None or self.kinds[group.start - 1] != lx.BY or before.end > group.start - 1:
            return False
        if self.subject is None or self.subject.start < group.end:
            return False
        while self.kinds[verb] in (lx.TRIGGER, lx.ADVERB, lx.AND, lx.LIGHT):
            verb += 1
        return verb > group.end and self.kinds[verb] == lx.COMMA

    def _own_unit(self, index: int, form: str) -> list[Mention] | None:
        """Resolve 本单位, 本部门: who the sentence is about, or whose office or post that is."""
        topic = self.topic()
        owner = topic[0].owner() if topic else None
        if topic and owner is None and topic[0].kind in _INNER and self.kinds[index + 1] == BODY:
            return None  # 机关党委…本单位党组: the unit has no name here
        units = _WORKPLACES if form == "本单位" else _WORKPLACES | {"Department"}
        if topic and len(topic) == 1 and topic[0].kind in units:
            return topic  # 学校…本单位工会
        whole = owner is None or owner.kind not in _WORKPLACES
        if topic and whole and topic[0].kind != "Post" and self._stands_alone(index):
            return topic if len(topic) == 1 else None  # 本部门, 本单位
        body = owner if owner is not None and owner.kind != "Post" else self.organ
        return [body] if body is not None else None

    def _by_others(self, index: int) -> bool:
        """Say whether the clause has named who acts by 由 before `index`, and not by 其 itself."""
        if self.kinds[index - 1] == lx.BY:
            return False
        while self.kinds[index - 1] not in lx.BREAKS:
            index -= 1
            if self.kinds[index] == lx.BY:
                return True
        return False

    def antecedent(self, index: int) -> list[Mention] | None:
        """Resolve a pronoun: 该 is the place, 其 and 它 the last object.

        Before a noun (其内设机构) 其 is its owner, the subject.
        """
        form = self.chunks[index].tokens[0].lexeme.form
        acting = self.acting()
        if form.startswith(("该", "上述", "前述")) and self.place is not None:
            return self.place.mentions
        if form.startswith("本"):
            return self._own_unit(index, form)
        if self.chunks[index].has("personal"):
            people = (g.mentions for g in reversed(self.objects) if g.mentions[-1].kind == "Post")
            return next(people, None)  # 他们: those who hold a post, no body
        owned = self.kinds[index + 1 : index + 4] == [lx.ADVERB, lx.OF, BODY]  # 其共同的B
        if self.kinds[index + 1] == BODY or owned:  # 其内设机构
            owners = acting or (self.owner.mentions if self.owner is not None else None)
            return self.created.mentions if self.created is not None else owners
        verb_of = self.kinds[index + 1 : index + 3]
        told = self.kinds[index - 2 : index] == [lx.TOWARD, lx.TRIGGER]
        if acting and told and verb_of == [lx.TRIGGER, lx.OF]:
            return acting  # 向批准其设立的B报告
        described = form == "它" and self.kinds[index + 1] == lx.OF  # 派出它的机关
        if described:
            return self.created.mentions if self.created is not None else acting
        fault = self.at_fault.mentions if self.at_fault is not None else None
        if fault is not None and (fault is not acting or self._by_others(index)):
            return fault  # A违反…的，B责令其改正, A违反…的，由B责令其改正
        if acting and self.kinds[index - 1] == lx.BY and verb_of == [lx.TRIGGER, lx.OF]:
            return acting  # 撤销由它任命的B
        made = self.causee.mentions if self.causee is not None else None
        later = self.causee is not None and self.clause_changed(self.causee, index)
        if made is not None and later and self.kinds[index - 1] == lx.FOR:
            return made  # 根据C的计划组织B做，为其提供服务
        if self.kinds[index - 1] in (lx.TOWARD, lx.OVER) and (led := self._led_by_last()):
            return led  # 在A领导下V，向其报告
        partner = self.phrases.get("with")
        if (served := self._served(index)) is not None:
            return served
        for group in reversed(self.objects):
            if group.mentions is acting or group.mentions is made or group is partner:
                continue
            if group.tail == "decision" and self.kinds[index - 1] == lx.TRIGGER:
                continue  # 传达B的要求，督促其落实
            if group.tail == "thing" and self.kinds[group.start - 1] == lx.LIGHT:
                continue  # 开展B培训，并向其通报
            if self._passive_agent(group):
                return self.previous.mentions if self.previous is not None else None
            between = self.kinds[group.end : index]
            same = lx.COMMA not in between or lx.SEMICOLON in between
            if self.kinds[group.start - 1] == lx.BY and same:
                continue  # 由A责令其改正: A does it
            if not self.brought or group.start not in self.brought:
                return group.mentions
        before = self.chunks[index - 1]
        heard = before.entry("Hears") is not None or self._helps_work(index)
        if heard and self.previous is not None and self.previous.mentions is not acting:
            return self.previous.mentions  # A向B报告，C听取其报告
        addressed = self.previous is not None and self.kinds[index - 1] == lx.TOWARD
        if addressed and self.previous is not None and self.previous.mentions is not acting:
            return self.previous.mentions  # A调查时，B向它提供…
        if made is not None:
            return made if later else acting  # 组织B做，为其提供服务
        verbs = self.kinds[index - 1], self.kinds[index + 1], self.kinds[index + 2]
        if acting and verbs == (lx.TRIGGER, lx.TRIGGER, lx.OF):
            return [(one.kind == "Post" and one.owner()) or one for one in acting]  # 批准其设立的B
        self.unresolved.append(index)
        return None
