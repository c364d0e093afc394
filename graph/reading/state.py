"""The state of a sentence while it is read.

Who acts, what waits for its verb, what has been found.
"""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, Final

from graph.model import Modality
from graph.reading import lexemes as lx
from graph.reading.actors import Actors
from graph.reading.clausal_names import ADDRESSING, RELATIVE_FRAMES
from graph.reading.entries import ATTENDING
from graph.reading.mentions import BODY
from graph.reading.predications import (
    Carried,
    Chain,
    Listing,
    Pairing,
    Predication,
    Prelude,
    parallel,
    share_members,
)
from graph.reading.relatives import ClausalPhrases

if TYPE_CHECKING:
    from graph.model import Passage
    from graph.ontology import Trigger
    from graph.reading.group import Group
    from graph.reading.mentions import Chunk, Mention

_Relative = tuple["list[int]", "Group | None", "Group | None", "list[Mention]", "tuple[int, int]"]
CLAUSE_STARTS: Final = lx.MARKS | {lx.OPEN}
_MEANING: Final = ("是指", "系指")
_ARGUMENT_KINDS: Final = frozenset(
    (
        BODY, lx.PRONOUN, lx.GAP, lx.NOUN, lx.LEVEL, lx.ADVERB, lx.TRIGGER, lx.VERB, lx.UNDER,
        lx.BY, lx.PEOPLE, lx.GENERIC, lx.BASIS, lx.LIGHT,
        lx.MODAL,
    )
)  # fmt: skip
_NAMED_BY_DUTY: Final = ADDRESSING | {"BringsAlong"}  # 会同负有…职责的B
_MUTUAL: Final = frozenset(("cooperatesWith",))


class SentenceState(Actors):
    """What the walk and the constructions know of the sentence."""

    __slots__ = (
        "_clause", "_clauses", "absent", "chain", "conditions", "found", "listings", "member",
        "negated", "nps", "predicated", "preludes", "respective", "text", "trial",
    )  # fmt: skip

    def __init__(
        self, chunks: list[Chunk], passage: Passage, carried: Carried, member: Trigger | None = None
    ) -> None:
        """Start from what the sentence before (or the stem of the list) left in `carried`."""
        super().__init__(chunks, carried)
        self.text = passage.text
        self.member = member  # the entry of being a member, for posts that are held
        self.negated = False
        self.absent = False  # 未: what is said is not so
        self.respective = False  # 分别: first with first, second with second
        self.predicated = False
        self.chain = Chain(modality=carried.modality)
        self.conditions: list[tuple[int, int]] = []
        self.found: list[Predication] = []
        self.listings: list[Listing] = []
        self.trial: list[_Relative] | None = None  # what a reading on trial would state
        self.preludes: list[Prelude] = []
        self.nps = ClausalPhrases(
            chunks=chunks, passage=passage, antecedent=self.antecedent, on_relative=self.relative
        )
        self.kinds = self.nps.kinds
        self._clauses: list[int] = []
        self._clause = (-1, -1)  # where the clause last asked for begins, and ends

    def close(self) -> None:
        """Let go of the noun phrases, which point back here.

        So that both are freed at once, without the garbage collector.
        """
        del self.nps

    def opens(self, index: int) -> bool:
        """Say whether the chunk at `index` opens a clause, or the definition after 是指."""
        before = self.kinds[index - 1]
        means = before == lx.VERB and index > 0 and self.nps.form(index - 1) in _MEANING
        return before in CLAUSE_STARTS or means

    # ---- recording -------------------------------------------------------------------------------

    def record(
        self,
        relation: str,
        subject: list[Mention] | None,
        object_: list[Mention] | None,
        extent: tuple[int, int],
        construction: str,
        entry: str,
        *,
        provisional: bool = False,
        modality: Modality | None = None,
        another: bool = False,
    ) -> None:
        """Record that `subject relation object`, resting on the chunks of `extent` (end exclusive).

        A `provisional` statement takes the modality that its chain turns out to have.
        """
        if not subject or not object_ or self.absent:
            return
        if not another and relation not in _MUTUAL and share_members(subject, object_):
            return  # two readings of one list
        if modality is None and not provisional:
            modality = Modality.PROHIBITION if self.negated else self.chain.modality
        counts = {len(subject), len(object_)}
        uneven = self.respective and len(counts) > 1 and 1 not in counts
        if uneven and relation != "memberOf":
            return  # 分别, and who with whom cannot be counted out
        start, end = extent
        paired, reflexive = len(subject) == len(object_) > 1 and self.respective, another
        other = any(m.quantifier.startswith("其他") for m in object_)
        another = another or (other and not any(m.quantifier.startswith("其他") for m in subject))
        pairing = Pairing.ORDER if paired else Pairing.ALL
        if parallel(subject, object_):
            pairing = Pairing.LEVEL
        elif not reflexive and any(mention.anchor is not None for mention in (*subject, *object_)):
            pairing = Pairing.OWNER
        self.found.append(
            Predication(
                relation=relation,
                subject=list(subject),
                object=list(object_),
                pairing=pairing,
                chain=self.chain,
                modality=modality,
                organ=self.organ,
                start=self.chunks[start].start,
                end=self.chunks[min(end, len(self.chunks)) - 1].end,
                construction=construction,
                entry=entry,
                another=another,
                conditions=tuple(self.text[first:last] for first, last in self.conditions),
            )
        )

    def state(
        self,
        trigger: Trigger,
        actor: list[Mention] | None,
        acted_on: list[Mention] | None,
        extent: tuple[int, int],
        construction: str,
        *,
        modality: Modality | None = None,
        another: bool = False,
    ) -> None:
        """Record all that `trigger` expresses between the one who acts and the one acted on.

        Where one of them is the list that follows, the statement waits for its items.
        """
        if not actor or not acted_on:
            self._list(trigger, actor, acted_on, construction)
            return
        for relation in trigger.expresses:
            self.record(
                relation, actor, acted_on, extent, construction, trigger.name,
                modality=modality, another=another,
            )  # fmt: skip
        for relation in trigger.inverse:
            self.record(
                relation, acted_on, actor, extent, construction, trigger.name, modality=modality
            )

    def _list(
        self,
        trigger: Trigger,
        actor: list[Mention] | None,
        acted_on: list[Mention] | None,
        construction: str,
    ) -> None:
        """Keep what is said of the list that follows; an empty side is the list, None is nobody."""
        fixed = actor or acted_on
        if not fixed or actor is None or acted_on is None:
            return
        for relation in trigger.expresses:
            self.list_named(relation, fixed, construction, trigger.name, from_items=not actor)

    def list_named(
        self,
        relation: str,
        fixed: list[Mention] | None,
        construction: str,
        entry: str,
        *,
        from_items: bool = False,
        things: bool = False,
    ) -> None:
        """Wait for the items of the list that follows: they stand in `relation` to `fixed`."""
        stem = construction if construction.endswith("：") else f"{construction}："
        if fixed:
            self.listings.append(
                Listing(
                    relation=relation,
                    fixed=fixed,
                    from_items=from_items,
                    construction=stem,
                    entry=entry,
                    things=things,
                )
            )

    def relative(
        self,
        triggers: list[int],
        subject: Group | None,
        inner: Group | None,
        head: list[Mention],
        extent: tuple[int, int],
    ) -> None:
        """Record what a relative clause states: A V（C）的B, V C的B, V它的B."""
        if self.trial is not None:
            self.trial.append((triggers, subject, inner, head, extent))
            return
        start, end, declared = extent[0], extent[1] + 2, Modality.DECLARATION
        held = self.nps.trigger(end - 3) if inner is not None else None
        if held is not None and "Holds" in held.frames:
            return  # A派出代表担任的B: A sends who holds the post
        for position in triggers:
            trigger = self.nps.trigger(position)
            if subject is not None and self.chunks[position].has(ATTENDING):
                self.record(
                    "memberOf", subject.mentions, head, (start, end), "由A参加的B", ATTENDING,
                    modality=declared,
                )  # fmt: skip
            if trigger is None or not trigger.frames & RELATIVE_FRAMES:
                if trigger is not None and "BelongsTo" in trigger.frames and inner is not None:
                    self.state(
                        trigger, head, inner.mentions, (start, end), "V C的B", modality=declared
                    )  # 设在C的B
                continue
            sender = inner is not None and inner.pronoun and not self._is_place(inner, trigger)
            if sender and "Sends" in trigger.frames:  # 派出它的A的主任: A has sent it
                head = [(one.kind == "Post" and one.owner()) or one for one in head]
            if subject is None and inner is not None and not sender:
                head = head[:1] if "Stations" not in trigger.frames else head
            if subject is not None:
                self.state(
                    trigger, subject.mentions, head, (start, end), "A V的B", modality=declared
                )
            elif inner is not None and (sender or "Stations" not in trigger.frames):
                self.state(trigger, head, inner.mentions, (start, end), "V C的B", modality=declared)
            if inner is None or sender or (subject is None and "Stations" not in trigger.frames):
                continue
            for relation in trigger.place:
                self.record(
                    relation, head, inner.mentions, (start, end), "V C的B", trigger.name,
                    modality=declared,
                )  # fmt: skip

    def _is_place(self, inner: Group, trigger: Trigger) -> bool:
        """Say whether a pronoun names where a body is stationed (派驻该单位的B, not 派出它的B)."""
        return "Stations" in trigger.frames and self.nps.form(inner.start).startswith("该")

    # ---- looking around --------------------------------------------------------------------------

    def argument(self, index: int, *, governed: bool = False) -> Group | None:
        """Read the argument at `index` with its tail; `governed` as object of a verb."""
        if self.kinds[index + 1] == BODY and self._is_scope(index):
            index += 1  # 领导全国地方各级B
        kind = self.kinds[index]
        row = kind == lx.STANDING and self.kinds[index + 1] == lx.AND  # 会同建设、水利等部门
        related = kind == lx.WITH and governed  # 设立与其业务对口的B
        if kind not in _ARGUMENT_KINDS and not row and not related:
            return None
        if kind in (lx.LIGHT, lx.VERB) and not self._takes(index - 1, kind):
            return None
        if governed and kind == lx.GAP and self._is_rest(index):
            return None
        group = self.nps.group(index)
        if group is not None:
            self.nps.tail(group, governed=governed)
        return group

    def _is_scope(self, index: int) -> bool:
        """Say whether a word only says how far somebody's hand reaches (全国, 本系统)."""
        chunk = self.chunks[index]
        return chunk.kind in (lx.GAP, lx.NOUN) and chunk.has("scope") and len(chunk.tokens) == 1

    def _is_rest(self, index: int) -> bool:
        """Say whether a lone character and its alternative end an unknown name (监督处（科）)."""
        first, *rest = self.chunks[index].tokens
        plain = first.lexeme.kind == lx.GAP  # not 县（市）、
        other = plain and bool(rest) and rest[0].lexeme.kind == lx.OPEN
        return other and first.end - first.start == 1 and self.kinds[index + 1] == lx.AND

    def _takes(self, index: int, kind: str) -> bool:
        """Say whether a body may follow that a clause of that kind names (通知作出决定的B)."""
        trigger = self.nps.trigger(index)
        if trigger is None:
            return True
        if kind == lx.LIGHT:
            return bool(trigger.frames & _NAMED_BY_DUTY)
        return kind != lx.VERB or "Joins" not in trigger.frames  # 与他人联合举办B

    def set_subject(self, group: Group | None) -> None:
        """Begin a new chain of predicates; see `Topics`."""
        raise NotImplementedError

    def skip(self, index: int, *kinds: str) -> int:
        """Return the index of the first chunk from `index` on that is of none of the kinds."""
        while self.kinds[index] in kinds:
            index += 1
        return index

    def skip_back(self, index: int) -> int:
        """Return the index after the last chunk before `index` that is no adverb."""
        while self.kinds[index - 1] == lx.ADVERB:
            index -= 1
        return index

    def clause_end(self, index: int) -> int:
        """Return the index of the mark that ends the clause of the chunk at `index`."""
        first, mark = self._clause
        if first <= index <= mark:
            return mark
        kinds, position = self.kinds, index
        while kinds[position] not in lx.MARKS:
            position = mark if position == first else position + 1
        self._clause = (index, position)
        return position

    def clause_has(self, index: int, word_class: str) -> bool:
        """Say whether a word of the class stands between `index` and the end of the clause."""
        return any(chunk.has(word_class) for chunk in self.chunks[index : self.clause_end(index)])

    def clause_changed(self, group: Group, index: int) -> bool:
        """Say whether a comma lies between the group and the chunk at `index`."""
        if not self._clauses:
            self._clauses = list(accumulate(kind == lx.COMMA for kind in self.kinds))
        return self._clauses[group.end - 1] != self._clauses[index]
