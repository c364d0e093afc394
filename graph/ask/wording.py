"""The words that make a question of a sentence: taken out, and told what they asked for.

Afterwards a question reads like a clause of a regulation in which 谁 stands for an unknown body.
Which words there are is said by the ontology; this module knows only what each kind of them does.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from graph.text.normalise import normalise

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.ontology import Ontology

WHO: Final = "谁"
"""Stands for an unknown body."""

WHOM: Final = "何方"
"""Stands for a second unknown body: 谁向何方报告."""

_MARKS: Final = " 　？?。！!，,；;：:、…"

# 根据《规则》，…; 《规则》中…; 《规则》第三条…: the title of a document and what is left of it.
_SCOPE: Final = re.compile(
    r"(?:根据|按照|依照|依据|按|在)?《(?P<title>[^《》]+)》(?:的规定|规定)?(?:之中|里面|中|里|的)?[，：]?"
)
# 领导不领导, 是不是: a verb that is asked about by its denial.
_VERB_OR_NOT: Final = re.compile(r"(?P<verb>[\u4e00-\u9fff]{1,2})不(?P=verb)")
# 甲是由谁领导的, 甲是受谁监督的: 是…的 around a clause.
_CLEFT: Final = re.compile(r"是(?P<clause>(?:由|受|向|对|归|被|在|与|和).+)的")

# Turns of speech around 谁 that a regulation has no use for.
_TURNS: Final = {f"{WHO}来": WHO, f"归{WHO}": f"由{WHO}", f"被{WHO}": f"由{WHO}"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """A question without the words of politeness and its end.

    `title` is the document that it is kept to, as it is named there.
    """

    text: str
    title: str | None = None


class QuestionWords:
    """The words of questions, the longer forms of each kind first."""

    def __init__(self, ontology: Ontology) -> None:
        """Take them from the ontology."""
        words = ontology.question_words

        def forms(kind: str) -> tuple[str, ...]:
            return tuple(sorted(words.get(kind, ()), key=lambda form: (-len(form), form)))

        self._unknown = (
            *(which + noun for which in forms("which") for noun in forms("whichNoun")),
            *forms("unknownBody"),
        )
        self._may, self._must = forms("mayItBe"), forms("mustItBe")
        self._perhaps = forms("may")
        self._whether, self._article = forms("isItSo"), forms("whichArticle")
        self._unanswerable = forms("unanswerable")
        self._ends, self._openings = forms("questionEnd"), forms("questionOpening")
        self._permission = ontology.words["permission"][0]
        self._obligation = ontology.words["obligation"][0]

    def plain(self, question: str) -> Wording:
        """Return a question in the form in which it is compared and read."""
        text = self._bare(normalise("".join(question.split())))
        title = None
        scope = _SCOPE.match(text)
        if scope is not None and scope.end() < len(text):
            title, text = scope["title"], self._bare(text[scope.end() :])
        return Wording(text=self.unknown(text), title=title)

    def unknown(self, text: str) -> str:
        """Return a text with 谁 for every word that asks for a body."""
        for form in self._unknown:
            text = text.replace(form, WHO)
        for form, plain in _TURNS.items():
            text = text.replace(form, plain)
        return text

    def clauses(self, text: str) -> Iterator[str]:
        """Yield the clauses that a question may be about, the likelier ones first, each once.

        There are none for a question that asks for something else (何时, 多久, 为什么): a clause
        without that word would answer what was not asked.

        >>> from graph.ontology import load_ontology
        >>> words = QuestionWords(load_ontology())
        >>> list(words.clauses("甲能不能领导乙"))
        ['甲可以领导乙']
        >>> list(words.clauses("甲是不是领导乙"))
        ['甲领导乙', '甲是领导乙']
        """
        yield from dict.fromkeys(self._clauses(text))

    def _clauses(self, text: str) -> Iterator[str]:
        stated = self._first(self._article, text)
        if stated:
            yield text.replace(stated, "", 1).strip(_MARKS)
        elif not self._first(self._unanswerable, text):
            yield from self._yes_or_no(text) or self._plain_clauses(text)

    def _yes_or_no(self, text: str) -> list[str]:
        """Return the clauses that a question with 能不能, 应不应当, 是否 asks of, or nothing."""
        for forms, words in (
            (self._may, (self._permission,)),
            (self._must, (self._obligation,)),
            (self._whether, ("", "是")),
        ):
            if form := self._first(forms, text):
                return [text.replace(form, word, 1) for word in words]
        return []

    def _plain_clauses(self, text: str) -> Iterator[str]:
        yield text
        if text.startswith(f"是{WHO}"):  # 是谁领导甲
            yield text[1:]
        if (match := _VERB_OR_NOT.search(text)) is not None:
            yield text[: match.start()] + match["verb"] + text[match.end() :]
        if (match := _CLEFT.search(text)) is not None and match.end() == len(text):
            yield text[: match.start()] + match["clause"]
        for form in self._perhaps:  # also parts of other words, so only at last
            if form in text:
                yield text.replace(form, self._permission, 1)

    @staticmethod
    def _first(forms: tuple[str, ...], text: str) -> str | None:
        """Return the first of some forms that stands in a text."""
        return next((form for form in forms if form in text), None)

    def _bare(self, text: str) -> str:
        """Return a text without its marks, its particles and its words of politeness."""
        before = ""
        while before != text:
            before, text = text, text.strip(_MARKS)
            for form in self._ends:
                text = text.removesuffix(form)
            for form in self._openings:
                text = text.removeprefix(form)
        return text
