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
    from collections.abc import Sequence

    from graph.model import Passage
    from graph.reading.lexemes import Scan

_BODY: Final = re.compile(f"[{lx.KNOWN}{lx.HEAD}{lx.GENERIC}]")
_VERB: Final = re.compile(f"[{lx.TRIGGER}{lx.VERB}{lx.LIGHT}{lx.MODAL}{lx.ACCEPT}]")
# A clause: tokens up to and with a mark, e.g. 「由派出机关领导，」; marks alone are none.
_CLAUSE: Final = re.compile(r"[^,;.:]+[,;.:]*+")
_DUTY, _UNREAD, _CONDITION = Role.DUTY, Role.UNREAD, Role.CONDITION
_EVIDENCE, _CITATION = Role.EVIDENCE, Role.CITATION
_SUPPOSING: Final = ("的，", "的；", "的。")
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
) -> list[ReadClause]:
    """Return the fate of each clause of a passage.

    `stated` are the stretches that gave statements.
    """
    text, kinds, starts = passage.text, scan.kinds, scan.starts
    cites = "《" in text
    words = [word for word in _WORDS if word in text]  # few passages have one
    trigger = kinds.find(lx.TRIGGER)  # the first one that does not stand before the clause
    reached = 0  # the furthest end of what was stated before the clause
    waiting = sorted(stated, reverse=True)
    told: list[ReadClause] = []
    for mark in _CLAUSE.finditer(kinds):
        first, last = mark.span()
        start, end = starts[first], starts[last]
        while waiting and waiting[-1][0] < end:
            reached = max(reached, waiting.pop()[1])
        if 0 <= trigger < first:
            trigger = kinds.find(lx.TRIGGER, first)
        note = ""
        if reached > start:
            role = _EVIDENCE
        elif cites and kinds[first] == lx.BASIS and text.find("《", start, end) >= 0:
            role = _CITATION
        elif text.endswith(_SUPPOSING, start, end):
            role = _CONDITION
        elif first <= trigger < last and (verb := _unread_verb(kinds, trigger, first, last)):
            role, note = _UNREAD, scan.lexemes[verb].form
        elif words and (word := _first_in(words, text[start:end])):
            role = _WORDS[word]
        elif kinds[first] in _GROUNDS:
            role = _CONDITION
        else:
            role = _DUTY if _VERB.search(kinds, first, last) else _UNREAD
        told.append(ReadClause(provision, article, passage, start, end, role, note))
    return told


def _first_in(words: Sequence[str], text: str) -> str:
    """Return the first of the words that stands in the text."""
    return next((word for word in words if word in text), "")


def _unread_verb(kinds: str, verb: int, first: int, last: int) -> int:
    """Return where the first verb of the lexicon stands between two bodies of a clause, or 0.

    `verb` is the first one of the clause.
    """
    body = _BODY.search(kinds, first, last)
    if body is None:
        return 0
    if verb < body.start():
        verb = kinds.find(lx.TRIGGER, body.end(), last)
    if verb > 0 and lx.TITLE_OPEN in kinds[verb + 1 : verb + 3]:
        return 0  # 印发了《…》: what is done to a document
    return verb if verb > 0 and _BODY.search(kinds, verb, last) else 0
