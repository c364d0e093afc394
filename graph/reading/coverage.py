"""What became of every clause: evidence of a statement, something else that was read, or unread and why.

The classes beside evidence are those of the drafting style: a definition (…是指…, 以下简称), a principle (坚持…), a
citation (根据《…》), a condition (…的，), a duty that has no second body. A clause in which a verb of the lexicon
stands between two bodies and no statement came of it is unread, and the verb is named.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graph.model import ReadClause, Role
from graph.reading import lexemes as lx

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.model import Passage
    from graph.reading.lexemes import Token

_MARKS: Final = frozenset((lx.COMMA, lx.SEMICOLON, lx.STOP, lx.COLON))
_BODIES: Final = frozenset((lx.KNOWN, lx.HEAD, lx.GENERIC))
_VERBS: Final = frozenset((lx.TRIGGER, lx.VERB, lx.LIGHT, lx.MODAL, lx.ACCEPT))
_DEFINING: Final = ("是指", "以下简称", "以下称", "所称", "包括")
_PRINCIPLES: Final = ("坚持", "遵循", "以习近平", "原则")


def clauses(
    tokens: Sequence[Token],
    passage: Passage,
    provision: str,
    article: str,
    stated: Sequence[tuple[int, int]],
) -> Iterator[ReadClause]:
    """Yield the fate of each clause of a passage; `stated` are the stretches that gave statements."""
    first = 0
    for index, token in enumerate(tokens):
        last = index + 1 == len(tokens)
        if token.lexeme.kind not in _MARKS and not last:
            continue
        clause = tokens[first : index + 1]
        first = index + 1
        start, end = clause[0].start, clause[-1].end
        if all(part.lexeme.kind in _MARKS for part in clause):
            continue
        role, note = _role(clause, passage.text[start:end], start, end, stated)
        yield ReadClause(
            provision=provision,
            article=article,
            spans=passage.locate(start, end),
            role=role,
            note=note,
        )


def _role(
    clause: Sequence[Token], text: str, start: int, end: int, stated: Sequence[tuple[int, int]]
) -> tuple[Role, str]:
    if any(first < end and start < last for first, last in stated):
        return Role.EVIDENCE, ""
    kinds = [token.lexeme.kind for token in clause]
    if any(word in text for word in _DEFINING):
        return Role.DEFINITION, ""
    if lx.TITLE_OPEN in kinds and clause[0].lexeme.kind == lx.BASIS:
        return Role.CITATION, ""
    if text.rstrip("，；。：").endswith("的") and clause[-1].lexeme.kind == lx.COMMA:
        return Role.CONDITION, ""
    unread = _unread_verb(clause)
    if unread:
        return Role.UNREAD, unread
    if any(word in text for word in _PRINCIPLES):
        return Role.PRINCIPLE, ""
    if clause[0].lexeme.kind in (lx.BASIS, lx.VIA, lx.AT):
        return Role.CONDITION, ""
    if any(kind in _VERBS for kind in kinds):
        return Role.DUTY, ""
    return Role.UNREAD, ""


def _unread_verb(clause: Sequence[Token]) -> str:
    """Return the first verb of the lexicon that stands between two bodies of the clause."""
    seen, verb = False, ""
    for token in clause:
        kind = token.lexeme.kind
        if kind in _BODIES:
            if verb:
                return verb
            seen = True
        elif kind == lx.TRIGGER and seen:
            verb = verb or token.lexeme.form
    return ""
