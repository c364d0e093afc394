"""When two spellings are of one name: exactly, or by what the drafting style lets vary."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from unicodedata import normalize

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.ontology import Ontology


def plain(name: str) -> str:
    """Return a name as it is compared: no spaces, one width of digits, letters and brackets.

    >>> plain("纪委监委（机关） ") == plain("纪委监委(机关)")
    True
    """
    return "".join(normalize("NFKC", name).split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelling:
    """What may vary in a name: `quantifiers` before it (各级), `abbreviations` in it (纪委), 的."""

    quantifiers: tuple[str, ...]
    abbreviations: Mapping[str, str]

    def loose(self, name: str) -> str:
        """Return what all spellings of a name have in common.

        >>> style = Spelling(quantifiers=("各级", "各"), abbreviations={"纪委": "纪律检查委员会"})
        >>> style.loose("各级纪委"), style.loose("驻在单位的纪委"), style.loose("各")
        ('纪律检查委员会', '驻在单位纪律检查委员会', '各')
        """
        core = plain(name)
        while shorter := next(
            (core.removeprefix(one) for one in self.quantifiers if core.startswith(one)), ""
        ):
            core = shorter
        for short, long in self.abbreviations.items():
            core = core.replace(short, long)
        return core.replace("的", "") or core


def spelling(ontology: Ontology) -> Spelling:
    """Return what the lexicon says may vary: the longer quantifiers and abbreviations first."""
    quantifiers = ontology.words.get("quantifier", ())
    return Spelling(
        quantifiers=tuple(sorted(quantifiers, key=lambda form: (-len(form), form))),
        abbreviations=dict(
            sorted(ontology.abbreviations.items(), key=lambda item: (-len(item[0]), item))
        ),
    )
