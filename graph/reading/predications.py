"""What the grammar finds in a sentence, before names are settled.

Predications, and what is carried on.

A *predication* is one relation between two lists of mentions with the stretch of text it rests on.
*Carried* is what one sentence leaves to the next one and a list stem to its items: who acts, in
which modality, and the bodies last spoken of.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from itertools import product
from typing import TYPE_CHECKING, Final

from graph.model import Modality
from graph.reading.mentions import ANY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.reading.mentions import Mention


class Pairing(Enum):
    """Who of two lists is related to whom."""

    ALL = "everyone to everyone"
    ORDER = "first to first, second to second (分别)"
    OWNER = "what hangs on one body to that body, anything else to everyone (其上级机关)"
    LEVEL = "each to those of its own level of the state (省、市政府 … 省、市财政局)"


def share_members(subject: list[Mention], object_: list[Mention]) -> bool:
    """Say whether two lists of several bodies name some of the same ones."""
    if min(len(subject), len(object_)) < len((subject, object_)):
        return False
    names = {mention.written() for mention in subject}
    shared = names & {mention.written() for mention in object_}
    return bool(shared) and not any(m.quantifier or m.anchor for m in (*subject, *object_))


def same_level(one: str, other: str) -> bool:
    """Say whether two levels of the state are one; what has no level is of all of them."""
    if not one or not other or one == other:
        return True
    return any(a[0] == ANY and b.endswith(a[1:]) for a, b in ((one, other), (other, one)))


@dataclass(slots=True, eq=False)
class Chain:
    """A run of predicates under one subject; its last modality holds for what its prelude said."""

    modality: Modality = Modality.DECLARATION


@dataclass(slots=True, eq=False, kw_only=True)
class Predication:
    """`subject relation object`; `start` and `end` are characters of the passage.

    `modality` is None where the modality of the whole `chain` decides. `another` allows subject and
    object to bear the same name: they are different bodies of one class (各派驻机构之间).
    `pairing` says who is related to whom. `organ` is the body whose posts bare titles are at this
    point.
    """

    relation: str
    subject: list[Mention]
    object: list[Mention]
    chain: Chain
    modality: Modality | None
    start: int
    end: int
    construction: str
    entry: str
    organ: Mention | None = None
    another: bool = False
    pairing: Pairing = Pairing.ALL
    conditions: tuple[str, ...] = ()

    def pairs(self) -> Iterator[tuple[Mention, Mention]]:
        """Yield who is related to whom."""
        if self.pairing is Pairing.ORDER:
            yield from zip(self.subject, self.object, strict=True)
            return
        for subject, object_ in product(self.subject, self.object):
            if self.pairing is Pairing.OWNER:
                upward = _hangs_on_another(subject, object_, self.object)
                if not upward and not _hangs_on_another(object_, subject, self.subject):
                    yield subject, object_
            elif self.pairing is Pairing.ALL or same_level(subject.level(), object_.level()):
                yield subject, object_

    @property
    def settled(self) -> Modality:
        """The modality, once the sentence has been read."""
        return self.chain.modality if self.modality is None else self.modality


def _hangs_on_another(mention: Mention, owner: Mention, owners: list[Mention]) -> bool:
    """Say whether the mention hangs on one of the owners, but not on this one."""
    anchor = mention.anchor
    if anchor is None or anchor is owner:
        return False
    return any(other is anchor for other in owners)


@dataclass(slots=True, eq=False)
class Prelude:
    """What was said of a subject that is still to come: 在A领导下，… and 经A批准，…."""

    mentions: list[Mention]
    relation: str
    extent: tuple[int, int]
    construction: str
    entry: str
    once: bool = False
    inverse: bool = False


@dataclass(slots=True, eq=False, kw_only=True)
class Listing:
    """A statement whose one side is the list that follows (由下列人员组成：).

    `fixed` are the bodies of the other side; `from_items` says that the items are the subject, and
    `things` that they may name what the bodies have (对下列事项进行监督：).
    """

    relation: str
    fixed: list[Mention]
    from_items: bool
    construction: str
    entry: str
    things: bool = False


_CITED: Final = frozenset(("Unit", "Enterprise", "Organisation"))  # whom a law only tells of


@dataclass(slots=True, eq=False, kw_only=True)
class Carried:
    """What a sentence starts from.

    `subject` acts where the sentence names nobody, `causee` in the items under a stem (指导A做：).
    `objects` are the bodies last spoken of, `organ` the one whose posts are meant by 主任.
    `listings` wait for items. `made` are the words of what `makers` did: what is then said of a
    thing named there is said of theirs.
    """

    subject: list[Mention] | None = None
    causee: list[Mention] | None = None
    modality: Modality = Modality.DECLARATION
    item: bool = False
    objects: list[list[Mention]] = field(default_factory=list)
    organ: Mention | None = None
    listings: list[Listing] = field(default_factory=list)
    made: str = ""
    makers: list[Mention] | None = None

    def for_items(self) -> Carried:
        """Return what the stem of a list leaves to its items."""
        return Carried(
            subject=self.causee or self.subject,
            modality=self.modality,
            item=True,
            organ=self.organ,
            listings=self.listings,
        )

    def for_paragraph(self) -> Carried:
        """Return what a paragraph leaves to one that does not say who acts."""
        acts = self.subject is not None and self.subject[-1].kind not in _CITED
        return Carried(subject=self.subject if acts else None, organ=self.organ)


def parallel(subject: list[Mention], object_: list[Mention]) -> bool:
    """Say whether two lists go through the same levels of the state.

    So that each level pairs with itself.
    """
    one = {mention.level() for mention in subject} - {""}
    other = {mention.level() for mention in object_} - {""}
    if min(len(one), len(other)) < len(("省", "市")):
        return False
    return all(any(same_level(a, b) for b in other) for a in one) and all(
        any(same_level(a, b) for a in one) for b in other
    )
