"""Which names are of one body, for scoring.

Two names are of one body where they differ in nothing but spaces, 的, quotation marks, the width
of parentheses, fillers before them (各级, 有关), abbreviations in them (纪委), or another name of a
known body. Abbreviations and known bodies are those of the lexicon. The fillers are not: its
quantifiers serve the reading of a text (本 is one), and a measure that followed them would move
with what it measures.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from graph.ontology import Ontology

Names = frozenset[str]
"""The names of one body, as they are compared."""

_IGNORED: Final = re.compile(r"[\s的《》“”\"]")

# 各级人民法院, 有关部门: left out while at least two characters remain
_FILLER: Final = re.compile(r"^(?:各级|各个|各|有关|相关|该|其他|所有|全体)(?=..)")

# 地方各级 leaves 地方, which is part of the name
_LOCAL: Final = re.compile(r"^地方各级")

_SEPARATOR: Final = "|"
_SHORTEST_TAIL: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """How names are compared: `short_forms` by long form, `known` bodies by each of their names."""

    short_forms: Mapping[str, str]
    known: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, ontology: Ontology) -> Naming:
        """Return the comparison that the lexicon of an ontology makes possible."""
        short_forms = {long: short for short, long in ontology.abbreviations.items()}
        shortened = cls(short_forms=dict(sorted(short_forms.items(), key=_longest_first)))
        known = {
            shortened.plain(name): shortened.plain(body.name)
            for body in ontology.known_bodies
            for name in (body.name, *body.other_names)
        }
        return cls(
            short_forms=shortened.short_forms, known=dict(sorted(known.items(), key=_longest_first))
        )

    def plain(self, name: str) -> str:
        """Return a name without what does not count, and with its abbreviations.

        >>> naming = Naming(short_forms={"纪律检查委员会": "纪委"})
        >>> [naming.plain(name) for name in ("各级党的纪律检查委员会", "地方各级纪委", "各组")]
        ['党纪委', '地方纪委', '各组']
        """
        plain = _IGNORED.sub("", name).replace("（", "(").replace("）", ")")
        for long, short in self.short_forms.items():
            plain = plain.replace(long, short)
        while True:
            shorter = _LOCAL.sub("地方", _FILLER.sub("", plain))
            if shorter == plain:
                return plain
            plain = shorter

    def names(self, cells: Iterable[str]) -> Names:
        """Return the names that some cells of a table list, with bars between them."""
        return frozenset(
            self.plain(name)
            for cell in cells
            for name in cell.split(_SEPARATOR)
            if name and not name.isspace()
        )

    def same(self, one: Names, other: Names) -> bool:
        """Tell whether two bodies, each by all its names, are one (strict)."""
        return not one.isdisjoint(other) or not self._known(one).isdisjoint(self._known(other))

    def alike(self, one: Names, other: Names) -> bool:
        """Tell whether two bodies are one, or the name of one is a tail of the other's (relaxed).

        >>> naming = Naming(short_forms={})
        >>> naming.alike(frozenset({"内设纪检机构"}), frozenset({"驻在单位内设纪检机构"}))
        True
        """
        return self.same(one, other) or any(
            first.endswith(second) or second.endswith(first)
            for first in one
            for second in other
            if min(len(first), len(second)) >= _SHORTEST_TAIL
        )

    def _known(self, names: Names) -> Names:
        """Return the names with the preferred name of a known body where they begin with one."""
        return frozenset(map(self._preferred, names))

    def _preferred(self, name: str) -> str:
        for known, preferred in self.known.items():
            if name.startswith(known):
                return preferred + name[len(known) :]
        return name


def _longest_first(item: tuple[str, str]) -> tuple[int, str]:
    return -len(item[0]), item[0]
