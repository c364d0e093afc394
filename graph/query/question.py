"""Questions as text files: SPARQL under a few lines that say what it asks and what it needs.

A file of the library begins with

    # title: 谁领导某机构？ | Who leads a body?
    # asked: 某机构的领导[者/]是谁
    # param: body
    # optional: document
    # hidden: statement
    #
    # Any further comment lines describe the question.

`param` names what must be given, `optional` what may be given to narrow the answer down: names of
`PARAMETERS`, which stand for variables of the query. Each of these variables must be selected, in
sub-selects too, for only then is it bound. `hidden` names columns that a table for people leaves
out. `asked` is another way of asking the same in Chinese, for `graph.ask`: 某机构, 另一机构, 某条,
某种关系 stand for what is asked about, 谁 for every word for an unknown body, `[甲/乙/]` for 甲,
乙 or nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from graph.errors import QueryError

if TYPE_CHECKING:
    from collections.abc import Iterator

PARAMETERS: Final = ("body", "other", "article", "relation", "document")
"""What a question can be asked about; each is the name of a variable and of an option."""

_FIELD: Final = re.compile(r"#\s*(title|asked|param|optional|hidden):\s*(.*)")
_VARIABLE: Final = re.compile(r"[?$](\w+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A SPARQL query with what it needs to be asked.

    Attributes:
        name: how it is called in the library; empty for a question of one's own.
        title: what it asks, in Chinese.
        title_en: the same in English.
        asked: other ways of asking it in Chinese, in the notation described above.
        description: what the answer holds, as far as the title does not say.
        required: the parameters that must be given.
        optional: the parameters that may be given.
        hidden: the columns that a table for people leaves out.
        sparql: the text of the query, comments included; empty where a function finds the answer
            (see `graph.ask`).
    """

    name: str = ""
    title: str = ""
    title_en: str = ""
    asked: tuple[str, ...] = ()
    description: str = ""
    required: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    sparql: str = ""

    @property
    def parameters(self) -> tuple[str, ...]:
        """All parameters, the required ones first."""
        return (*self.required, *self.optional)


def parse_question(text: str, name: str = "") -> Question:
    """Return the question that a text asks.

    A text without such a head may be asked about every parameter that it has a variable for.

    Args:
        text: SPARQL, with or without the head described above.
        name: how to call the question.

    Raises:
        QueryError: the head names a parameter that is unknown, or has no variable in the query.
    """
    fields: dict[str, list[str]] = {
        field: [] for field in ("title", "asked", "param", "optional", "hidden")
    }
    description: list[str] = []
    for line in _head(text):
        if match := _FIELD.fullmatch(line):
            fields[match[1]].append(match[2].strip())
        else:
            description.append(line.lstrip("#").strip())
    required, optional, hidden = (
        _words(fields[field]) for field in ("param", "optional", "hidden")
    )
    variables = frozenset(_VARIABLE.findall(text))
    if not any(fields.values()):
        optional = tuple(parameter for parameter in PARAMETERS if parameter in variables)
    for parameter in (*required, *optional):
        if parameter not in PARAMETERS:
            message = f"the question names the parameter {parameter}; {_expected(PARAMETERS)}."
            raise QueryError(message)
        if parameter not in variables:
            message = f"the question has the parameter {parameter} and no variable ?{parameter}."
            raise QueryError(message)
    title, _, title_en = "".join(fields["title"][:1]).partition("|")
    return Question(
        name=name,
        title=title.strip(),
        title_en=title_en.strip(),
        asked=tuple(fields["asked"]),
        description=" ".join(filter(None, description)),
        required=required,
        optional=optional,
        hidden=hidden,
        sparql=text,
    )


def questions() -> tuple[Question, ...]:
    """Return the questions of the library, by name."""
    texts = {
        file.name.removesuffix(".rq"): file.read_text(encoding="utf-8")
        for file in files("graph.query").iterdir()
        if file.name.endswith(".rq")
    }
    return tuple(parse_question(text, name) for name, text in sorted(texts.items()))


def get_question(name: str, library: tuple[Question, ...] | None = None) -> Question:
    """Return the question that has this name.

    Args:
        name: the name.
        library: the questions there are; None for those of this room.

    Raises:
        QueryError: there is none.
    """
    found = {question.name: question for question in library or questions()}
    if name not in found:
        nearest = get_close_matches(name, found, cutoff=0.5)
        hint = f"the nearest are {', '.join(nearest)}" if nearest else _expected(tuple(found))
        message = f"no question is named {name}; {hint}."
        raise QueryError(message)
    return found[name]


def _head(text: str) -> Iterator[str]:
    """Yield the comment lines at the beginning of a text, up to the first other line."""
    for line in text.lstrip("\ufeff").splitlines():
        if not line.lstrip().startswith("#"):
            return
        yield line.strip()


def _words(values: list[str]) -> tuple[str, ...]:
    return tuple(word for value in values for word in re.split(r"[,\s]+", value) if word)


def _expected(names: tuple[str, ...]) -> str:
    return f"expected one of {', '.join(names)}"
