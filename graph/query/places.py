"""Which document and which article is meant, by the forms in which people name them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, Final

from graph.errors import QueryError, UnknownProvisionError
from graph.query.names import long_iri
from graph.query.select import select
from graph.query.spelling import plain
from graph.rdf.iris import DocumentIri, ProvisionIri, parse_iri

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.rdf.store import GraphStore

_PREAMBLE: Final = frozenset({"preamble", "序言", "前言", "引言"})

# 12, 12-1, 第12条, 第12条之1: the number, the number after 之
_NUMBER: Final = re.compile(r"第?(\d+)条?(?:[之-](\d+))?")

# 第十二条, 第十二条之一, 第12条
_LABEL: Final = re.compile(
    r"第[\d〇零一二三四五六七八九十百千两]+条(?:之[\d一二三四五六七八九十]+)?"
)

_DOCUMENTS: Final = """
SELECT ?document ?title WHERE {
  ?document a eli:LegalResource ; eli:title ?title ; ig:sha256 ?fingerprint .
}
"""
_ARTICLES: Final = """
SELECT ?article ?number ?label ?order WHERE {
  VALUES ?kind { ig:Article ig:Preamble }
  ?article a ?kind ; ig:order ?order .
  OPTIONAL { ?article eli:number ?number }
  OPTIONAL { ?article rdfs:label ?label }
}
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """An article or a preamble.

    Attributes:
        iri: its IRI, which is also that of the graph of what it states.
        document: the IRI of its document.
        number: its number as the exports write it: `12`, `12-1`, `preamble`.
        label: its number as written (第十二条), 序言 for a preamble.
    """

    iri: str
    document: str
    number: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """The documents of a dataset that were read, and their articles.

    Attributes:
        documents: the title of each document by its IRI, sorted by name.
        articles: the articles and preambles of all of them, in the order of the text.
    """

    documents: Mapping[str, str]
    articles: tuple[Article, ...]

    def get_document(self, text: str) -> str:
        """Return the IRI of a document, meant by its name (the stem of its file), title or IRI.

        Raises:
            QueryError: there is none, or several have the title.
        """
        wanted = plain(text).removeprefix("《").removesuffix("》")
        iris = tuple(self.documents)
        found = [iri for iri in iris if iri == long_iri(text) or _name(iri) == text]
        found = found or [iri for iri, title in self.documents.items() if plain(title) == wanted]
        if len(found) == 1:
            return found[0]
        names = [_name(iri) for iri in found or iris]
        if found:
            which = ", ".join(names)
            message = f"{len(found)} documents have the title {text}; expected one of {which}."
            raise QueryError(message)
        nearest = get_close_matches(wanted, [*names, *self.documents.values()], cutoff=0.4) or names
        message = f"no document of the graph is {text}; the nearest are {', '.join(nearest[:5])}."
        raise QueryError(message)

    def find_articles(self, text: str, document: str | None = None) -> tuple[Article, ...]:
        """Return the articles that a text means, of every document, in the order of the text.

        Args:
            text: `12`, `12-1`, 第十二条, 第12条, 十二, `preamble`, 序言, or an IRI.
            document: the IRI of the document whose articles alone are meant.
        """
        written, iri = plain(text), long_iri(text)
        number = _number(written)
        return tuple(
            article
            for article in self.articles
            if document in {None, article.document}
            and (
                article.iri == iri
                or article.number == number
                or plain(article.label) in {written, f"第{written}条"}
            )
        )

    def get_articles(self, text: str, document: str | None = None) -> tuple[Article, ...]:
        """Return the articles that a text means, at least one; see `find_articles`.

        Raises:
            UnknownProvisionError: there is none.
        """
        found = self.find_articles(text, document)
        if not found:
            raise UnknownProvisionError(text, self._expected(document))
        return found

    def _expected(self, document: str | None) -> str:
        articles = [one for one in self.articles if document in {None, one.document}]
        numbers = sorted(int(one.number) for one in articles if one.number.isdecimal())
        parts = [f"a number from {numbers[0]} to {numbers[-1]}"] if numbers else []
        if any(one.number == "preamble" for one in articles):
            parts.append("preamble")
        return " or ".join(parts) or "a graph with articles"


def is_article(text: str) -> bool:
    """Tell whether a text names an article, in any of its forms, and therefore no body.

    >>> [is_article(text) for text in ("12", "第十二条", "preamble", "第一书记", "派驻机构")]
    [True, True, True, False, False]
    """
    written = plain(text)
    return (
        _number(written) != ""
        or _LABEL.fullmatch(written) is not None
        or isinstance(parse_iri(long_iri(text)), ProvisionIri)
    )


def read_places(store: GraphStore) -> Places:
    """Read the documents and articles of a dataset."""
    titles = {row["document"].value: row["title"].value for row in select(store, _DOCUMENTS)}
    found: list[tuple[str, int, Article]] = []
    for solution in select(store, _ARTICLES):
        parsed = parse_iri(solution["article"].value)
        if isinstance(parsed, ProvisionIri):
            number, label = solution["number"], solution["label"]
            article = Article(
                iri=solution["article"].value,
                document=str(DocumentIri(name=parsed.document)),
                number=number.value if number else "preamble",
                label=label.value if label else "序言",
            )
            found.append((parsed.document, int(solution["order"].value), article))
    found.sort(key=lambda place: place[:2])
    return Places(
        documents=dict(sorted(titles.items(), key=lambda item: _name(item[0]))),
        articles=tuple(article for _, _, article in found),
    )


def _number(written: str) -> str:
    """Return the number of an article as the exports write it; empty if the text is none."""
    if written in _PREAMBLE:
        return "preamble"
    match = _NUMBER.fullmatch(written)
    if match is None:
        return ""
    return f"{int(match[1])}-{int(match[2])}" if match[2] else str(int(match[1]))


def _name(iri: str) -> str:
    parsed = parse_iri(iri)
    return parsed.name if isinstance(parsed, DocumentIri) else iri
