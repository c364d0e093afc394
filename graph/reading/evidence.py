"""The words a statement rests on.

The clause that states it, and the words elsewhere that name a body it leaves out.

Evidence runs from mark to mark (，；。：) around what the construction looked at. A subject named
earlier in the same sentence is taken into it while the quotation stays short; any other body that
the clause does not name stands in the antecedent.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from graph.model import Modality

if TYPE_CHECKING:
    from graph.model import Passage, Span
    from graph.reading.mentions import Mention
    from graph.reading.predications import Predication

_CLAUSE_MARKS: Final = "，；。：！？"
_SENTENCE_MARKS: Final = "。！？"
_RELATIVE: Final = ("A V的B", "V C的B", "A对B反馈的N")
_SUPPOSING: Final = ("如果", "倘若")
_CRIME: Final = "犯罪"
_OWING: Final = ("须", "应当")
_DOUBTING: Final = ("未", "不", "没有", "拒", "认为", "而")  # 应当报告而不报告的
_WINDOW: Final = 1_000  # how far to look for a mark, so that cost stays linear
_LONGEST_QUOTE: Final = 120


@lru_cache(maxsize=64)
def clause_bounds(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the bounds of the clauses around `text[start:end]`, without their marks."""
    floor, ceiling = max(start - _WINDOW, 0), min(end + _WINDOW, len(text))
    for mark in _CLAUSE_MARKS:  # each looked for only up to the nearest one found so far
        floor = max(text.rfind(mark, floor, start) + 1, floor)
        found = text.find(mark, end, ceiling)
        ceiling = ceiling if found < 0 else found
    return floor, ceiling


def is_hypothetical(text: str, predication: Predication) -> bool:
    """Say whether the clause only supposes what it says (…移送监察机关的，).

    Or names a crime with its words (滥用职权罪). What a relative clause says inside it is said
    nevertheless.
    """
    if predication.construction in _RELATIVE:
        return False
    start, end = clause_bounds(text, predication.start, predication.end)
    if text.startswith(_SUPPOSING, start) and predication.settled is Modality.DECLARATION:
        return True
    clause = text[max(end - len(_CRIME), 0) : end]
    crime = clause.endswith("罪") and clause != _CRIME
    if predication.settled is Modality.OBLIGATION and _owed(text[start:end]):
        return False
    return crime or clause.endswith("的") or text.endswith("的除外", 0, end)


def _owed(clause: str) -> bool:
    """Say whether a condition speaks of what has to be done (须报B批准的，): so it has to."""
    owed = clause.endswith("的") and any(word in clause for word in _OWING)
    return owed and not any(word in clause for word in _DOUBTING)


def locate(
    passage: Passage, predication: Predication, subject: Mention, object_: Mention
) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Return evidence and antecedent of one statement as spans of the source."""
    text = passage.text
    start, end = clause_bounds(text, predication.start, predication.end)
    for mention in (subject, object_):
        if mention.passage is passage and mention.start < start:
            if end - mention.start > _LONGEST_QUOTE:
                continue
            between = text[mention.start : start]
            wider = clause_bounds(text, mention.start, mention.end)[0]
            if end - wider <= _LONGEST_QUOTE and not any(
                mark in between for mark in _SENTENCE_MARKS
            ):
                start = wider
    evidence = passage.locate(start, end)
    antecedent: list[Span] = []
    for mention in (subject, object_):
        inside = mention.passage is passage and start <= mention.start and mention.end <= end
        if not inside:
            antecedent.extend(words(mention))
        if mention.anchor is not None:
            antecedent.extend(words(mention.anchor))
    return evidence, tuple(dict.fromkeys(antecedent))


def words(mention: Mention) -> tuple[Span, ...]:
    """Return the spans of the source in which a mention stands."""
    return mention.passage.locate(mention.start, mention.end)
