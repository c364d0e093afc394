"""Count, for every article, what became of its characters: evidence, something else, or unread.

A clause has one role, but clauses may be nested (a condition inside evidence), so each character
is counted once, for the strongest of its roles in the order of `Role`. Characters of a passage that
belong to no clause (marks between clauses) are the `other` ones; labels and headings are not
counted at all.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.model import Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from graph.model import Provision, ReadClause, Reading

_ROLES = tuple(Role)
"""The roles, strongest first; a character is painted with the role's place in this order."""

_OTHER = len(_ROLES)
_OUTSIDE = len(_ROLES) + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """How many characters there are (`total`), and how many of them have each role."""

    total: int
    characters: Mapping[Role, int]

    @property
    def other(self) -> int:
        """The characters that belong to no clause."""
        return self.total - sum(self.characters.values())

    def share(self, role: Role) -> float:
        """Return the part of all characters that has `role`, between 0 and 1; 0 of an empty text.

        >>> Coverage(total=8, characters={Role.EVIDENCE: 6}).share(Role.EVIDENCE)
        0.75
        """
        return self.characters.get(role, 0) / self.total if self.total else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleCoverage:
    """What became of one article (or the preamble): its characters and the clauses left unread."""

    provision: Provision
    coverage: Coverage
    unread: tuple[ReadClause, ...]


def cover(reading: Reading) -> tuple[ArticleCoverage, ...]:
    """Return the coverage of every article of a reading, in the order of the text."""
    clauses: dict[str, list[ReadClause]] = {}
    for clause in reading.clauses:
        clauses.setdefault(clause.article, []).append(clause)
    return tuple(
        _cover_article(article, clauses.get(article.id, []))
        for article in reading.document.articles()
    )


def total(parts: Iterable[Coverage]) -> Coverage:
    """Return the coverage of several texts taken together."""
    characters = dict.fromkeys(_ROLES, 0)
    count = 0
    for part in parts:
        count += part.total
        for role, number in part.characters.items():
            characters[role] += number
    return Coverage(total=count, characters=characters)


def _cover_article(article: Provision, clauses: list[ReadClause]) -> ArticleCoverage:
    """Paint the article's characters, weakest role first, and count each colour."""
    base = article.span.start
    paint = bytearray([_OUTSIDE]) * (article.span.end - base)

    def colour(start: int, end: int, value: int) -> None:
        start, end = max(start - base, 0), min(end - base, len(paint))
        paint[start:end] = bytes([value]) * max(end - start, 0)

    for provision in article.walk():
        for span in provision.passage.spans if provision.passage else ():
            colour(span.start, span.end, _OTHER)
    for clause in sorted(clauses, key=lambda clause: _ROLES.index(clause.role), reverse=True):
        for span in clause.spans:
            colour(span.start, span.end, _ROLES.index(clause.role))
    return ArticleCoverage(
        provision=article,
        coverage=Coverage(
            total=len(paint) - paint.count(_OUTSIDE),
            characters={role: paint.count(value) for value, role in enumerate(_ROLES)},
        ),
        unread=tuple(clause for clause in clauses if clause.role is Role.UNREAD),
    )
