"""What became of every clause.

Evidence of a statement, something else that was read, or unread and why.

The classes beside evidence are those of the drafting style: a definition (…是指…, 以下简称), a
principle (坚持…), a citation (根据《…》), a condition (…的，), a duty that has no second body. A
clause in which a verb of the lexicon stands between two bodies and no statement came of it is
unread, and the verb is named.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from graph.model import ReadClause, Role
from graph.reading import lexemes as lx

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.model import Passage
    from graph.reading.lexemes import Lexeme, Scan

_BODIES: Final = frozenset((lx.KNOWN, lx.HEAD, lx.GENERIC))
_VERBS: Final = frozenset((lx.TRIGGER, lx.VERB, lx.LIGHT, lx.MODAL, lx.ACCEPT))
# A clause: tokens up to and with a mark, e.g. 「由派出机关领导，」; marks alone are none.
_CLAUSE: Final = re.compile(r"[^,;.:]+[,;.:]*+")
_GROUNDS: Final = frozenset((lx.BASIS, lx.VIA, lx.AT))
_WORDS: Final = {
    "是指": Role.DEFINITION,
    "以下简称": Role.DEFINITION,
    "以下称": Role.DEFINITION,
    "所称": Role.DEFINITION,
    "包括": Role.DEFINITION,
    "坚持": Role.PRINCIPLE,
    "遵循": Role.PRINCIPLE,
    "原则": Role.PRINCIPLE,
}


def clauses(
    scan: Scan,
    passage: Passage,
    provision: str,
    article: str,
    stated: Sequence[tuple[int, int]],
) -> Iterator[ReadClause]:
    """Yield the fate of each clause of a passage.

    `stated` are the stretches that gave statements.
    """
    text = passage.text
    reached = 0  # the furthest end of what was stated before the clause
    waiting = sorted(stated, reverse=True)
    for mark in _CLAUSE.finditer(scan.kinds):
        first, last = mark.span()
        start, end = scan.starts[first], scan.starts[last]
        while waiting and waiting[-1][0] < end:
            reached = max(reached, waiting.pop()[1])
        role, note = (Role.EVIDENCE, "")
        if reached <= start:
            role, note = _role(scan.lexemes[first:last], mark[0], text[start:end])
        yield ReadClause(
            provision=provision,
            article=article,
            spans=passage.locate(start, end),
            role=role,
            note=note,
        )


def _role(clause: Sequence[Lexeme], kinds: str, text: str) -> tuple[Role, str]:
    opening = kinds[0]
    if "《" in text and opening == lx.BASIS:
        return Role.CITATION, ""
    if text.endswith(("的，", "的；", "的。")):
        return Role.CONDITION, ""
    unread = _unread_verb(clause, kinds)
    if unread:
        return Role.UNREAD, unread
    role = _WORDS.get(next((word for word in _WORDS if word in text), ""))
    if role is not None:
        return role, ""
    if opening in _GROUNDS:
        return Role.CONDITION, ""
    return (Role.UNREAD if _VERBS.isdisjoint(kinds) else Role.DUTY), ""


def _unread_verb(clause: Sequence[Lexeme], kinds: str) -> str:
    """Return the first verb of the lexicon that stands between two bodies of the clause."""
    verb = kinds.find(lx.TRIGGER)
    if verb < 0:
        return ""
    bodies = [index for index, kind in enumerate(kinds) if kind in _BODIES]
    if not bodies:
        return ""
    verb = kinds.find(lx.TRIGGER, bodies[0])
    return clause[verb].form if 0 <= verb < bodies[-1] else ""
