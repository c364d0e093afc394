"""The ways in which the questions of the library are asked, found again in what is asked.

A form is a text with places for what it is about. How forms are written is said by
`graph.query.question`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from graph.query import Question

PLACES: Final[Mapping[str, str]] = {
    "某机构": "body",
    "另一机构": "other",
    "某条": "article",
    "某种关系": "relation",
}
"""What stands in a form for each parameter."""

_PLACE: Final = re.compile("|".join(PLACES))
_CHOICE: Final = re.compile(r"\[([^\[\]]*)\]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One wording of a question: `words` around `places`, one more of them than of places."""

    question: Question
    words: tuple[str, ...]
    places: tuple[str, ...]

    def fit(self, text: str) -> Iterator[dict[str, str]]:
        """Yield each way in which a text is this form: what stands in each of its places."""
        yield from _fit(text, self.words, self.places)

    def fill(self, values: Mapping[str, str]) -> str:
        """Return the form with values in its places."""
        parts = [self.words[0]]
        for place, word in zip(self.places, self.words[1:], strict=True):
            parts += [values[place], word]
        return "".join(parts)


def forms(questions: Iterable[Question], plain: Callable[[str], str]) -> Iterator[Form]:
    """Yield all forms of some questions, the title of each first.

    Args:
        questions: the questions.
        plain: what makes two wordings comparable.
    """
    for question in questions:
        wordings = (question.title, *(text for line in question.asked for text in spread(line)))
        for wording in dict.fromkeys(map(plain, wordings)):
            yield Form(
                question=question,
                words=tuple(_PLACE.split(wording)),
                places=tuple(PLACES[place] for place in _PLACE.findall(wording)),
            )


def spread(line: str) -> Iterator[str]:
    """Yield every text that a line with choices stands for.

    >>> list(spread("某机构[应当/要]做[什么/]"))
    ['某机构应当做什么', '某机构应当做', '某机构要做什么', '某机构要做']
    """
    parts = _CHOICE.split(line)  # text and choices by turns
    choices = [part.split("/") if index % 2 else [part] for index, part in enumerate(parts)]
    yield from map("".join, product(*choices))


def _fit(text: str, words: tuple[str, ...], places: tuple[str, ...]) -> Iterator[dict[str, str]]:
    if not text.startswith(words[0]):
        return
    rest = text[len(words[0]) :]
    if not places:
        if not rest:
            yield {}
        return
    if len(places) == 1:
        if len(rest) > len(words[1]) and rest.endswith(words[1]):
            yield {places[0]: rest[: len(rest) - len(words[1])]}
        return
    start = rest.find(words[1], 1)
    while words[1] and start > 0:
        for found in _fit(rest[start:], words[1:], places[1:]):
            yield {places[0]: rest[:start]} | found
        start = rest.find(words[1], start + 1)
