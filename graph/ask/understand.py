"""From a question in plain Chinese to a question of the library and what it is about.

Two ways are tried. A question may be worded like one of the library, in any of its forms. Else the
grammar reads it as a clause in which 谁 stands for a body; what the clause says decides which
question it is. Both ways take names of bodies from the graph and relations from the lexicon.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final

from graph.ask.clause import clause_of
from graph.ask.forms import PLACES, forms
from graph.ask.grammar import Claim, Grammar
from graph.ask.library import questions
from graph.ask.wording import WHO, WHOM, QuestionWords
from graph.errors import NotUnderstoodError, QueryError, UnknownBodyError
from graph.model import Modality
from graph.query import get_relation
from graph.query.places import is_article
from graph.query.spelling import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from graph.ontology import Ontology
    from graph.query import Names, Places, Question

_OFFERED: Final = 3

# GRAPH ?article { ?leader ig:leads ?body }
_TRIPLE: Final = re.compile(
    r"GRAPH \?article \{ \?(?P<subject>\w+) ig:(?P<relation>\w+) \?(?P<object>\w+) \}"
)
_MEASURED: Final = 200  # characters of a question that it is compared by


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question that was understood.

    Attributes:
        question: the question of the library.
        parameters: what it is about, in words: bodies by the names that were used.
        wording: the same in the words of the library (谁领导派驻机构？).
        claim: for a yes or no, what is asked to be so.
        unkept: the document that it should be kept to, where the question cannot be.
    """

    question: Question
    parameters: tuple[tuple[str, str], ...]
    wording: str
    claim: Claim | None = None
    unkept: str | None = None

    @property
    def direction(self) -> tuple[str, str] | None:
        """The one relation asked about, and the side of it that is given: `body` or `other`.

        None for a question about more than one relation, or about none.
        """
        relation = dict(self.parameters).get("relation")
        triple = _TRIPLE.search(self.question.sparql)
        if self.question.name == "who-does" and relation:
            return relation, "other"
        if self.question.name == "does-to-whom" and relation:
            return relation, "body"
        if triple is None or self.question.required != ("body",):
            return None
        return triple["relation"], "other" if triple["object"] == "body" else "body"

    @property
    def command(self) -> str:
        """The command that asks the same."""
        options = "".join(f" --{name} {value}" for name, value in self.parameters)
        return f"institution-graph query {self.question.name}{options}"


class Listener:
    """Understands questions about one dataset."""

    def __init__(
        self, ontology: Ontology, names: Names, places: Places, foremost: Sequence[str] = ()
    ) -> None:
        """Compile the lexicon with the names of the dataset, and the forms of the library.

        Args:
            ontology: the lexicon and the words of questions.
            names: the bodies of the dataset.
            places: its articles.
            foremost: the names of bodies to make examples with, where a question names none.
        """
        self._ontology, self._names, self._places = ontology, names, places
        self._foremost = tuple(foremost)
        self._words = QuestionWords(ontology)
        self._grammar = Grammar(ontology, names)
        self._library = {question.name: question for question in questions()}
        self._forms = tuple(forms(self._library.values(), self._plain))
        self._special = dict(_about_one_relation(self._library.values()))

    def understand(self, text: str, document: str | None = None) -> tuple[Asked, ...]:
        """Return what a question asks: several questions where it joins them (领导和管理).

        Args:
            text: the question.
            document: the name or title of the document it is kept to; one that the question itself
                names comes first.

        Raises:
            NotUnderstoodError: it cannot be read, or in several ways.
            UnknownBodyError: it is about a body that the graph does not have.
        """
        wording = self._words.plain(text)
        kept = {"document": title} if (title := wording.title or document) else {}
        found, unknown = self._by_form(wording.text)
        if not found:
            for clause in self._words.clauses(wording.text):
                if claims := self._grammar.claims(clause):
                    found = [self._asked(claim) for claim in claims]
                    break
        if not found and unknown is not None:
            raise UnknownBodyError(unknown, self._names.nearest(unknown))
        if not found:
            raise NotUnderstoodError(text.strip(), self.nearest(wording.text))
        return tuple(
            Asked(
                question=asked.question,
                parameters=tuple((dict(asked.parameters) | _taken(asked.question, kept)).items()),
                wording=asked.wording,
                claim=asked.claim,
                unkept=None if "document" in asked.question.parameters else kept.get("document"),
            )
            for asked in dict.fromkeys(found)
        )

    def nearest(self, text: str) -> tuple[str, ...]:
        """Return the questions most like a text that can be asked of this dataset, best first."""
        matcher = SequenceMatcher(b=text[:_MEASURED], autojunk=False)
        values = self._examples(text)

        def likeness(wording: str) -> float:
            matcher.set_seq1(wording)
            return matcher.ratio()

        offered = {
            question.name: self._wording(
                question, {name: values[name] for name in question.required}
            )
            for question in self._library.values()
            if set(question.required) <= values.keys()
        }
        ranked = sorted(offered.values(), key=lambda wording: (-likeness(wording), wording))
        return tuple(dict.fromkeys(ranked))[:_OFFERED]

    def _plain(self, wording: str) -> str:
        return self._words.plain(wording).text

    # ---- by the forms of the library ---------------------------------------------------------

    def _by_form(self, text: str) -> tuple[list[Asked], str | None]:
        """Return the question that is worded so, and else a name that nobody bears.

        Raises:
            NotUnderstoodError: several questions are worded so.
        """
        found: dict[tuple[str, tuple[tuple[str, str], ...]], Asked] = {}
        unknown: dict[str, int] = {}  # what no body is named, and how much of the form is words
        for form in self._forms:
            for values in form.fit(text):
                read = {place: self._value(place, value) for place, value in values.items()}
                if all(read.values()):
                    parameters = {place: value for place, value in read.items() if value}
                    asked = self._make(form.question, parameters)
                    found.setdefault((asked.question.name, asked.parameters), asked)
                    continue
                wrong = [place for place, value in read.items() if value is None]
                if len(wrong) == 1 and wrong[0] in {"body", "other"}:
                    name = values[wrong[0]]
                    unknown[name] = max(unknown.get(name, 0), sum(map(len, form.words)))
        if len(found) > 1:
            readings = tuple(asked.wording for asked in found.values())
            raise NotUnderstoodError(text, (), readings)
        likeliest = max(unknown, key=lambda name: unknown[name], default="")
        return list(found.values()), likeliest if self._is_misspelt(likeliest) else None

    def _is_misspelt(self, text: str) -> bool:
        """Tell whether a text is like a name of the graph, and no name with more around it."""
        around = any(name in plain(text) for name in self._names.index)
        return WHO not in text and not around and bool(self._names.nearest(text))

    def _value(self, place: str, text: str) -> str | None:
        """Return what stands in a place as a parameter, None if nothing there is meant by it."""
        match place:
            case "article":
                return text if is_article(text) else None
            case "relation":
                return self._relation(text)
            case _:
                return text if self._names.find_bodies(text) else None

    def _relation(self, text: str) -> str | None:
        """Return the local name of the one relation that a label or a verb of the lexicon means."""
        try:
            return get_relation(self._ontology, text).name
        except QueryError:
            meant = {
                relation
                for trigger in self._ontology.triggers
                if text in trigger.forms
                for relation in trigger.expresses
            }
            return meant.pop() if len(meant) == 1 else None

    # ---- by the grammar ----------------------------------------------------------------------

    def _asked(self, claim: Claim) -> Asked:
        relation = self._ontology.relations[claim.relation]
        known = {"subject": claim.subject, "object": claim.object}
        known = {side: name for side, name in known.items() if name not in {WHO, WHOM}}
        if not claim.asks:
            general = "between" if relation.symmetric else "whether"
            parameters = {"body": claim.subject, "relation": relation.name, "other": claim.object}
            return self._make(self._library[general], parameters, claim)
        if claim.modality is Modality.PROHIBITION:
            sides = {"subject": "body", "object": "other"}
            parameters = {sides[side]: name for side, name in known.items()}
            return self._make(self._library["denied"], parameters | {"relation": relation.name})
        if not known:
            return self._make(self._library["where-stated"], {"relation": relation.name})
        (side, name), *_ = known.items()
        parameters = {"relation": relation.name, "body": name}
        if relation.symmetric:
            return self._make(self._library["about-body"], parameters)
        general = "does-to-whom" if side == "subject" else "who-does"
        special = self._special.get((general, relation.name))
        if special is not None:
            return self._make(special, {"body": name})
        return self._make(self._library[general], parameters)

    def _make(
        self, question: Question, parameters: Mapping[str, str], claim: Claim | None = None
    ) -> Asked:
        given = {name: parameters[name] for name in question.parameters if name in parameters}
        return Asked(
            question=question,
            parameters=tuple(given.items()),
            wording=self._wording(question, parameters),
            claim=claim,
        )

    def _wording(self, question: Question, values: Mapping[str, str]) -> str:
        """Return a question in words: as a clause where it is about a relation, else its title."""
        relation = self._ontology.relations.get(values.get("relation", ""))
        body, other = values.get("body", WHO), values.get("other", WHO)
        if relation is not None and question.name in _CLAUSES:
            if question.name == "who-does":
                return f"{clause_of(relation, WHO, body)}？"
            words = {"denied": "不得", "whether": "是不是", "between": "是不是"}
            return f"{clause_of(relation, body, other, words.get(question.name, ''))}？"
        labels = dict(values)
        if relation is not None:
            labels["relation"] = relation.label_zh
        return _filled(question, labels)

    def _examples(self, text: str) -> dict[str, str]:
        """Return something for each place: what a text names, else the foremost there is."""
        written = {name for body in self._names.bodies for name in body.names if name in text}
        longest = sorted(written, key=lambda name: (-len(name), name))
        bodies = dict.fromkeys((*longest, *self._foremost))
        relations = list(self._ontology.relations.values())
        named = [one for one in relations if one.label_zh.strip("向与…") in text]
        articles = [one.label for one in self._places.articles if one.number != "preamble"]
        values = dict(zip(("body", "other"), bodies, strict=False))
        if articles:
            values["article"] = next((one for one in articles if one in text), articles[0])
        return values | {"relation": (named or relations)[0].name}


_CLAUSES: Final = frozenset(
    {"about-body", "between", "denied", "does-to-whom", "who-does", "whether"}
)


def _about_one_relation(
    library: Iterable[Question],
) -> Iterator[tuple[tuple[str, str], Question]]:
    """Yield the questions about one relation and one body, by the general one and the relation.

    Whose plain triple is `?leader ig:leads ?body`, is who-does with `leads`.
    """
    for question in library:
        triple = _TRIPLE.search(question.sparql)
        if triple is not None and question.required == ("body",):
            general = "who-does" if triple["object"] == "body" else "does-to-whom"
            yield (general, triple["relation"]), question


def _taken(question: Question, values: Mapping[str, str]) -> dict[str, str]:
    """Return those of some values that a question takes."""
    return {name: value for name, value in values.items() if name in question.parameters}


def _filled(question: Question, values: Mapping[str, str]) -> str:
    """Return the title of a question with values in its places, so far as there are any."""
    title = question.title
    for place, name in PLACES.items():
        if name in values:
            title = title.replace(place, values[name])
    return title
