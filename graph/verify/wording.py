"""Whether the words of a statement say what it says: who, to whom, by which verb and order."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from graph.errors import DatasetError
from graph.verify.orders import PLACE_ORDERS, orders

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from graph.model import Span
    from graph.ontology import Ontology, Trigger
    from graph.rdf.records import Quote, StoredBody, StoredStatement

# A word for a body named before. 其他, 其中, 其余 are none.
_PRONOUN: Final = re.compile("其(?![他中余])|它|他|该|本|上述|前款|派出")
# What ends a clause; what makes the body behind it one that is acted on.
_MARK: Final = re.compile("[，；。：,;:]")
_PREPOSITION: Final = re.compile("[对向把将给]")
# How far behind its verb or preposition a pronoun may begin: 督促、支持其.
_NEAR: Final = 8


def wording_faults(
    statement: StoredStatement, text: str, ontology: Ontology
) -> Iterator[DatasetError]:
    """Yield where the words of a statement do not bear out what it says.

    Args:
        statement: a statement that a text makes, with sound offsets.
        text: the source of its document.
        ontology: the lexicon and the relations.
    """
    held = [quote.span for quote in (*statement.evidence, *statement.antecedent)]
    sides = (
        ("subject", statement.subject, statement.subject_words),
        ("object", statement.object, statement.object_words),
    )
    for side, body, words in sides:
        if not words:
            problem = f"it does not say which words its {side} {body.name} was read from"
            yield DatasetError(statement.iri, problem, f"ig:{side}Words")
        for word in words:
            if not _within(word.span, held):
                problem = f"the words of its {side} 「{word.text}」 stand outside of its evidence"
                yield DatasetError(statement.iri, problem, "words of its evidence or antecedent")
        if words and not _name(words, body):
            said = "".join(word.text for word in words)
            problem = f"its {side} is {body.name} and the words of it are 「{said}」"
            yield DatasetError(statement.iri, problem, "a name of the body")
    yield from _expression_faults(statement, text, ontology)


def _expression_faults(
    statement: StoredStatement, text: str, ontology: Ontology
) -> Iterator[DatasetError]:
    """Yield where lexical entry, construction and relation do not go together."""
    if not statement.entry:
        return
    entries = (*ontology.triggers, *ontology.expressing)
    entry = next((one for one in entries if one.name == statement.entry), None)
    if entry is None:
        problem = f"lex:{statement.entry} is no entry that expresses a relation"
        yield DatasetError(statement.iri, problem, "one of the lexicon")
        return
    expressed = (*entry.expresses, *entry.inverse, *entry.place, *entry.creation)
    if statement.relation not in expressed:
        problem = f"lex:{entry.name} does not express ig:{statement.relation}"
        yield DatasetError(statement.iri, problem, "a relation that its lexical entry expresses")
        return
    relation = ontology.relations.get(statement.relation)
    if not statement.construction or (relation is not None and relation.symmetric):
        return
    rows = orders(statement.construction)
    if rows is None:
        problem = f"its construction is 「{statement.construction}」"
        yield DatasetError(statement.iri, problem, "a construction of the grammar")
    elif not _in_order(statement, text, entry, rows):
        problem = (
            f"its words do not stand as in the construction 「{statement.construction}」 "
            f"with {statement.subject.name} as the subject of ig:{statement.relation}"
        )
        yield DatasetError(statement.iri, problem, "subject, verb and object in their order")


def _in_order(statement: StoredStatement, text: str, entry: Trigger, rows: Sequence[str]) -> bool:
    """Say whether subject and object of a statement stand in one of the orders."""
    evidence = [quote.span for quote in statement.evidence]
    quoted = [text[span.start : span.end] for span in evidence]
    if not any(form in words for form in entry.forms for words in quoted):
        # An item of a list: who acts and the verb stand in its stem.
        evidence += [quote.span for quote in statement.antecedent]
    subjects = _inside(statement.subject_words, evidence)
    objects = _inside(statement.object_words, evidence)
    acting, acted = subjects, objects
    if statement.relation not in (*entry.expresses, *entry.creation):
        if statement.relation in entry.inverse:
            acting, acted = objects, subjects
        else:
            rows = PLACE_ORDERS
    row_reader = _Row(
        text=text,
        start=min(span.start for span in evidence),
        end=max(span.end for span in evidence),
        forms=entry.forms,
    )
    return any(
        (one is not None and other is not None and _overlap(one, other))
        or any(row_reader.holds(row.split(), one, other) for row in rows)
        for one in acting or [None]
        for other in acted or [None]
    )


class _Row:
    """Looks for rows in the evidence, `text[start:end]`, with the forms of one verb."""

    __slots__ = ("_end", "_forms", "_start", "_text")

    def __init__(self, *, text: str, start: int, end: int, forms: tuple[str, ...]) -> None:
        self._text = text
        self._start = start
        self._end = end
        self._forms = forms

    def holds(self, row: Sequence[str], acting: Span | None, acted: Span | None) -> bool:
        """Say whether the things of a row follow one another; None is a body not named there."""
        return self._follow(row, self._start, {"A": acting, "B": acted}, opened=False)

    def _follow(
        self, row: Sequence[str], at: int, bodies: Mapping[str, Span | None], *, opened: bool
    ) -> bool:
        if not row:
            return True
        thing, rest = row[0].removeprefix("?"), row[1:]
        if thing not in bodies:
            words = [form for word in thing.split("|") for form in self._spelled(word)]
            return any(
                self._follow(rest, end, bodies, opened=True) for end in self._ends(words, at)
            )
        span = bodies[thing]
        if span is None and row[0] != thing and self._follow(rest, at, bodies, opened=opened):
            return True
        if span is not None and span.start >= at:
            return self._follow(rest, span.end, bodies, opened=False)
        if not opened or self._governed(bodies["B" if thing == "A" else "A"], span):
            return False
        return any(
            self._follow(rest, found.end(), bodies, opened=False)
            for found in _PRONOUN.finditer(self._text, at, self._end)
            if found.start() <= at + _NEAR and (span is None or span.end <= found.start())
        )

    def _governed(self, other: Span | None, meant: Span | None) -> bool:
        """Say whether the other body stands nearer, behind a preposition: the pronoun means that.

        In 甲加强对乙的指导，督促其… the pronoun stands for 乙 and not for 甲.
        """
        if other is None or meant is None or other.start < meant.end:
            return False
        clause = _MARK.split(self._text[meant.end : other.start])[-1]
        return _PREPOSITION.search(clause) is not None

    def _spelled(self, word: str) -> tuple[str, ...]:
        return self._forms if word == "V" else (word,)

    def _ends(self, words: Iterable[str], at: int) -> list[int]:
        """Return the ends of all occurrences of the words from `at` on, in order."""
        ends: set[int] = set()
        for word in words:
            found = self._text.find(word, at, self._end)
            while found >= 0:
                ends.add(found + len(word))
                found = self._text.find(word, found + 1, self._end)
        return sorted(ends)


def _within(span: Span, wholes: Iterable[Span]) -> bool:
    return any(whole.start <= span.start and span.end <= whole.end for whole in wholes)


def _inside(words: Iterable[Quote], evidence: Sequence[Span]) -> list[Span | None]:
    return [word.span for word in words if _within(word.span, evidence)]


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _name(words: Sequence[Quote], body: StoredBody) -> bool:
    """Say whether words stand for a body: all of a name in their order, or all of them in a name.

    So 市 stands for 市人民政府 (市、县人民政府), 县级以上的人民政府 for 县级以上人民政府.
    """
    said = {_letters("".join(word.text for word in words)), *(_letters(w.text) for w in words)}
    names = {_letters(name) for name in body.names}
    return any(
        _runs_through(name, one) or _runs_through(one, name) for one in said for name in names
    )


def _letters(words: str) -> str:
    """Return the letters that count: half-width forms are full-width ones, 的 joins only."""
    return "".join(unicodedata.normalize("NFKC", words).split()).replace("的", "")


def _runs_through(letters: str, text: str) -> bool:
    rest = iter(text)
    return all(letter in rest for letter in letters)
