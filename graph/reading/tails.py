"""What follows the bodies inside an argument: the noun that says what of them is meant.

「下级人民检察院管辖的案件」 are the cases of a body, 「上级机关的决定」 what it has laid down,
「派驻机构的工作」 stands for the body itself. `classify` tells which, by the last noun of the
phrase, and where the phrase ends.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from graph.reading import lexemes as lx

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.reading.mentions import Chunk

STANDING: Final = "standing"  # their work: stands for the bodies
MATTER: Final = "matter"  # their cases
SUBMITTED: Final = "submitted"  # what they hand in
PEOPLE: Final = "people"  # their people: the bodies are not meant
GIVEN: Final = "given"  # what they have given out to be done
PASSED: Final = "passed"  # what they pass on to who acts
THING: Final = "thing"  # a thing of theirs
OTHER: Final = "other"  # a thing that a clause with them describes
_NAMED: Final = ("decision", "proposal", "report", "arrangement")
_HANDED_IN: Final = ("report", "proposal", "material")
WHOLE: Final = ("", STANDING)

_NOUNS: Final = frozenset((lx.GAP, lx.NOUN, lx.STANDING))
_DOING: Final = (lx.TRIGGER, lx.VERB, lx.SUBMIT)
_OPENERS: Final = frozenset((*_NOUNS, *_DOING, lx.ADVERB, lx.OF, lx.PEOPLE, lx.AND, lx.BASIS))
_CLAUSE_ENDS: Final = frozenset((lx.COMMA, lx.SEMICOLON, lx.STOP, lx.AND))


class Tail(NamedTuple):
    """The class of the phrase (empty: there is none) and the index of the chunk after it."""

    name: str
    end: int


def classify(chunks: Sequence[Chunk], kinds: Sequence[str], start: int, *, governed: bool) -> Tail:
    """Classify the noun phrase that goes on at `start`, after the bodies of an argument.

    Only in the object of a verb (`governed`) may a verb close the phrase as a noun (落实B部署).
    """
    if kinds[start] not in _OPENERS and not _issues(chunks, kinds, start):
        return Tail("", start)
    last, clause = _last_noun(chunks, kinds, start, governed=governed)
    if last < start or (kinds[start] == lx.LIGHT and not governed and kinds[last + 1] != lx.COMMA):
        return Tail("", start)  # B作出的决定应当告知C: they tell it
    return Tail(_class(chunks, start, last, clause=clause), last + 1)


def _last_noun(
    chunks: Sequence[Chunk], kinds: Sequence[str], start: int, *, governed: bool
) -> tuple[int, bool]:
    """Return the index of the phrase's last noun, and whether a relative clause describes it."""
    position, last, clause = start, start - 1, False
    while position < len(chunks):
        kind = chunks[position].kind
        following = kinds[position + 1]
        if kind in _NOUNS or kind == lx.PEOPLE:
            last = position
        elif kind == lx.OF:
            if following == lx.ADVERB and position == start and _only_adverbs(kinds, position + 1):
                return position + 1, True
            does = position > start and chunks[position - 1].kind in (*_DOING, lx.LIGHT)
            clause = clause or does
        elif kind == lx.ADVERB:
            if following not in (*_NOUNS, lx.OF, lx.ADVERB, *_DOING):
                break
        elif kind in _DOING:
            if last == position - 1 and _people_see(chunks[last], chunks[position]):
                break
            if _is_noun(chunks, kinds, position, governed=governed):
                last = position
            elif not _modifies_noun(chunks, kinds, position):
                break
        elif kind in (lx.AND, lx.WITH):
            if following not in _NOUNS or last < start:
                break
        elif kind != lx.ETCETERA and not (
            _issues(chunks, kinds, position) or (kind == lx.BASIS and chunks[position].has("about"))
        ):
            break
        position += 1
    return last, clause


def _people_see(people: Chunk, verb: Chunk) -> bool:
    """Say whether people act here, and are not described further (群众发现N)."""
    return people.kind == lx.PEOPLE and (verb.has("finding") or verb.has("perceiving"))


def _issues(chunks: Sequence[Chunk], kinds: Sequence[str], position: int) -> bool:
    """Say whether the bodies have issued what follows (B作出的决定)."""
    issues = position < len(chunks) and kinds[position] == lx.LIGHT
    return issues and chunks[position].has("issuing") and kinds[position + 1] == lx.OF


def _only_adverbs(kinds: Sequence[str], position: int) -> bool:
    """Say whether nothing but words that may be adverbs stands before the end of the clause.

    (的专门业务).
    """
    while kinds[position] in (lx.ADVERB, lx.QUANTIFIER):
        position += 1
    return kinds[position] in _CLAUSE_ENDS


def _class(chunks: Sequence[Chunk], start: int, last: int, *, clause: bool) -> str:
    chunk = chunks[last]
    if chunk.kind == lx.PEOPLE:
        return PEOPLE
    if chunk.has("matter"):
        return _class_of_matter(chunks[start:last])
    nouns = [chunk, *(c for c in chunks[start:last] if c.kind in (lx.GAP, lx.NOUN))]
    handed = any(c.has(name) for c in nouns[: 1 if not clause else None] for name in _HANDED_IN)
    if chunk.has("application"):
        return SUBMITTED  # B的设立申请
    if handed and clause and _submits(chunks[start:last]):
        return SUBMITTED
    if clause and chunk.has("decision") and _gives(chunks[start:last]):
        return GIVEN  # A交给的任务
    if clause and _gives(chunks[start:last]):
        return GIVEN
    for name in _NAMED:
        if chunk.has(name) and not chunk.has("standing"):
            return "decision" if name == "arrangement" else name
    if _is_followed(chunks[start:last]):
        return "decision"  # B审议意见的落实情况
    if clause and chunk.has("task") and _lays_down(chunks[start:last]):
        return "decision"  # 落实B部署的措施
    if clause:
        return PASSED if _passes(chunks[start:last]) else OTHER
    return STANDING if chunk.kind == lx.STANDING or chunk.has("standing") else THING


def _class_of_matter(described: Sequence[Chunk]) -> str:
    """Say whose the matter is.

    Handed in by the bodies, under their jurisdiction, or otherwise theirs.
    """
    if _submits(described):
        return SUBMITTED
    if _gives(described):
        return GIVEN
    if _passes(described):
        return PASSED
    if _lays_down(described):
        return "decision"  # 落实B决定的事项
    verbs = [chunk for chunk in described if chunk.kind in (lx.TRIGGER, lx.VERB)]
    if not verbs or any(chunk.has("jurisdiction") for chunk in described):
        return MATTER
    return OTHER


def _is_followed(described: Sequence[Chunk]) -> bool:
    """Say whether it is how what they have laid down is carried out."""
    said = [c for c in described if any(c.has(name) for name in ("decision", "proposal"))]
    return bool(said) and any(chunk.entry("Follows") for chunk in described)


def _lays_down(described: Sequence[Chunk]) -> bool:
    return any(chunk.kind in (*_DOING, *_NOUNS) and chunk.has("decision") for chunk in described)


def _gives(described: Sequence[Chunk]) -> bool:
    return any(
        trigger is not None and "Entrusts" in trigger.frames
        for trigger in (chunk.tokens[0].lexeme.trigger for chunk in described)
    )


def _passes(described: Sequence[Chunk]) -> bool:
    return any(
        trigger is not None and "Tells" in trigger.frames and "informs" in trigger.expresses
        for trigger in (chunk.tokens[0].lexeme.trigger for chunk in described)
    )


def _modifies_noun(chunks: Sequence[Chunk], kinds: Sequence[str], position: int) -> bool:
    """Say whether a verb only modifies a noun that follows (履行职责情况, 管辖的案件, 审议意见)."""
    owned = kinds[position - 1] == lx.OF and kinds[position + 1] in (lx.GAP, lx.NOUN)
    if owned and any(chunks[position + 1].has(name) for name in _NAMED):
        return True
    while kinds[position] in (*_DOING, lx.ADVERB, lx.AND):
        position += 1
    if kinds[position] in (lx.GAP, lx.NOUN) and kinds[position + 1] == lx.OF:
        position += 1
    if kinds[position] == lx.OF:
        noun = position + 2 if kinds[position + 1] == lx.VERB else position + 1  # 的整改方案
        if noun > position + 1:
            return kinds[noun] in _NOUNS
        return kinds[noun] in (*_NOUNS, lx.PEOPLE, lx.ADVERB, lx.TRIGGER, lx.BASIS)
    return kinds[position] == lx.STANDING


def _is_noun(
    chunks: Sequence[Chunk], kinds: Sequence[str], position: int, *, governed: bool
) -> bool:
    """Say whether a verb that is a noun as well.

    (决定, 部署, 报告) closes the phrase as that noun.
    """
    if not any(chunks[position].has(name) for name in _NAMED):
        return False
    before = position - 1
    while kinds[before] == lx.ADVERB:
        before -= 1  # A的统一部署
    if kinds[before] == lx.OF:
        return True
    return governed and kinds[position + 1] in _CLAUSE_ENDS


def _submits(described: Sequence[Chunk]) -> bool:
    return any(
        chunk.kind == lx.SUBMIT
        or bool(
            (trigger := chunk.tokens[0].lexeme.trigger) is not None
            and ("reportsTo" in trigger.expresses or trigger.frames & {"Proposes", "Submits"})
        )
        for chunk in described
    )
