"""Questions read by the grammar of the regulations: who does what to whom, with 谁 for the unknown.

The lexicon is that of the ontology with the names of the graph's bodies, any of them, and with 谁
as one more name; the constructions are those of `graph.reading`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from graph.ask.wording import WHO, WHOM
from graph.model import Document, Passage, Piece, Provision, ProvisionKind, Source, Span
from graph.ontology import KnownBody
from graph.reading import Reader
from graph.reading.lexemes import GAP
from graph.reading.lexicon import Lexicon

if TYPE_CHECKING:
    from graph.model import Modality
    from graph.ontology import Ontology
    from graph.query import Names
    from graph.reading.lexemes import Token

_KIND: Final = "Organ"
_STRANGE: Final = 2  # characters that the lexicon does not know: from so many on, a word
_STOP: Final = "。"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What a clause says: names of bodies or `WHO` and `WHOM`, the local name of a relation."""

    subject: str
    relation: str
    object: str
    modality: Modality

    @property
    def asks(self) -> bool:
        """Whether one of the bodies is unknown."""
        return not {WHO, WHOM}.isdisjoint((self.subject, self.object))


class Grammar:
    """Reads clauses; made once for the names of a dataset."""

    def __init__(self, ontology: Ontology, names: Names) -> None:
        """Compile the lexicon: with the names of the graph, and for what they hide without."""
        unknown = tuple(KnownBody(name=name, other_names=(), kind=_KIND) for name in (WHO, WHOM))
        known = (*unknown, *_known(names), *ontology.known_bodies)
        self._lexicon = Lexicon(replace(ontology, known_bodies=known))
        self._readers = tuple(
            Reader(replace(ontology, known_bodies=bodies))
            for bodies in (known, (*unknown, *ontology.known_bodies))
        )

    def claims(self, clause: str) -> tuple[Claim, ...]:
        """Return what a clause says, in its order; nothing if it is not read.

        Where a clause asks, only what it says of the unknown is returned. One with a word that the
        lexicon does not know is not read: the word might be what matters.
        """
        second = clause.find(WHO, clause.find(WHO) + 1)
        if second > 0:
            clause = clause[:second] + WHOM + clause[second + 1 :]
        tokens = self._lexicon.scan(clause).tokens()
        if any(map(self._is_strange, tokens)):
            return ()
        document = _document(clause + _STOP)
        for reader in self._readers:
            found = tuple(
                dict.fromkeys(
                    Claim(
                        subject=statement.subject.name,
                        relation=statement.relation,
                        object=statement.object.name,
                        modality=statement.modality,
                    )
                    for statement in reader.read(document, coverage=False).statements
                )
            )
            asking = tuple(claim for claim in found if claim.asks)
            if asking or (found and WHO not in clause):
                return asking or found
        return ()

    @staticmethod
    def _is_strange(token: Token) -> bool:
        return token.lexeme.kind == GAP and token.end - token.start >= _STRANGE


def _known(names: Names) -> tuple[KnownBody, ...]:
    """Return every name of the graph: with its bearer, or by itself where several bear it."""
    found: dict[str, set[str]] = {}
    for name, bearers in names.index.items():
        known = bearers[0].name if len(bearers) == 1 else name
        found.setdefault(known, set()).update(
            written for body in bearers for written in body.names if len(bearers) == 1
        )
    return tuple(
        KnownBody(name=name, other_names=tuple(sorted(others - {name})), kind=_KIND)
        for name, others in sorted(found.items())
    )


def _document(text: str) -> Document:
    span = Span(start=0, end=len(text))
    passage = Passage(text=text, pieces=(Piece(offset=0, start=0, length=len(text)),))
    article = Provision(
        id="article/1", kind=ProvisionKind.ARTICLE, span=span, number=1, passage=passage
    )
    source = Source(name="question", text=text, sha256="")
    return Document(name="question", title="", source=source, provisions=(article,))
