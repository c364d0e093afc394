"""What each word of a clause was taken for, in terms that hold whatever the grammar calls them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from graph.model import Modality
from graph.reading import lexemes as lx
from graph.reading.mentions import BODY

if TYPE_CHECKING:
    from graph.reading.mentions import Chunk


class WordKind(StrEnum):
    """What a word was taken for; the values are stable."""

    BODY = "body"
    PRONOUN = "pronoun"
    TRIGGER = "relation"
    VERB = "verb"
    LIGHT = "light-verb"
    OBLIGATION = "obligation"
    PERMISSION = "permission"
    PROHIBITION = "prohibition"
    BY = "by"
    UNDER = "under"
    ACCEPT = "accept"
    TOWARD = "toward"
    OVER = "over"
    AT = "at"
    MEANS = "means"
    FOR = "for"
    VIA = "via"
    SUBMIT = "submit"
    TAKE = "take"
    BASIS = "basis"
    WITH = "with"
    AND = "and"
    AND_ITS = "and-its"
    OF = "of"
    COPULA = "is"
    BELOW = "below"
    MAINLY = "mainly"
    BETWEEN = "between"
    ETCETERA = "etcetera"
    NUMBER = "number"
    STANDING = "standing"
    ADVERB = "adverb"
    PEOPLE = "people"
    GENERIC = "generic"
    NOUN = "noun"
    ASIDE = "aside"
    TITLE = "title"


_KINDS: Final = {
    BODY: WordKind.BODY,
    lx.KNOWN: WordKind.BODY,
    lx.HEAD: WordKind.BODY,
    lx.GENERIC: WordKind.GENERIC,
    lx.PEOPLE: WordKind.PEOPLE,
    lx.TRIGGER: WordKind.TRIGGER,
    lx.VERB: WordKind.VERB,
    lx.LIGHT: WordKind.LIGHT,
    lx.MODAL: WordKind.PROHIBITION,
    lx.BY: WordKind.BY,
    lx.UNDER: WordKind.UNDER,
    lx.ACCEPT: WordKind.ACCEPT,
    lx.TOWARD: WordKind.TOWARD,
    lx.OVER: WordKind.OVER,
    lx.AT: WordKind.AT,
    lx.MEANS: WordKind.MEANS,
    lx.FOR: WordKind.FOR,
    lx.VIA: WordKind.VIA,
    lx.SUBMIT: WordKind.SUBMIT,
    lx.TAKE: WordKind.TAKE,
    lx.BASIS: WordKind.BASIS,
    lx.WITH: WordKind.WITH,
    lx.AND: WordKind.AND,
    lx.AND_ITS: WordKind.AND_ITS,
    lx.OF: WordKind.OF,
    lx.COPULA: WordKind.COPULA,
    lx.BELOW: WordKind.BELOW,
    lx.MAINLY: WordKind.MAINLY,
    lx.BETWEEN: WordKind.BETWEEN,
    lx.ETCETERA: WordKind.ETCETERA,
    lx.NUMBER: WordKind.NUMBER,
    lx.PRONOUN: WordKind.PRONOUN,
    lx.STANDING: WordKind.STANDING,
    lx.ADVERB: WordKind.ADVERB,
    lx.OPEN: WordKind.ASIDE,
    lx.TITLE_OPEN: WordKind.TITLE,
    lx.QUOTE_OPEN: WordKind.TITLE,
}
"""What a chunk of each kind is; one of another kind is an ordinary noun."""

_MODALS: Final = {
    Modality.OBLIGATION: WordKind.OBLIGATION,
    Modality.PERMISSION: WordKind.PERMISSION,
}

_MARKS: Final = frozenset(
    (lx.COMMA, lx.SEMICOLON, lx.STOP, lx.COLON, lx.CLOSE, lx.TITLE_CLOSE, lx.QUOTE_CLOSE)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word of a clause.

    Attributes:
        text: the word, or the whole name of a body.
        kind: what it was taken for.
        bodies: of a name the body, of a pronoun those it stands for.
        entry: the lexical entry of a word that states a relation, by local name.
        relations: the relations that the entry can state.
    """

    text: str
    kind: WordKind
    bodies: tuple[str, ...] = ()
    entry: str = ""
    relations: tuple[str, ...] = ()


def word(chunk: Chunk, text: str, bodies: tuple[str, ...]) -> Word | None:
    """Return what a chunk was taken for; None for a mark.

    Args:
        chunk: the chunk.
        text: its words.
        bodies: the names of the bodies that it stands for.
    """
    if chunk.kind in _MARKS:
        return None
    lexeme = chunk.tokens[0].lexeme
    kind = _KINDS.get(chunk.kind, WordKind.NOUN)
    if chunk.kind == lx.MODAL and lexeme.modality is not None:
        kind = _MODALS.get(lexeme.modality, WordKind.PROHIBITION)
    trigger = lexeme.trigger if kind is WordKind.TRIGGER else None
    if trigger is None:
        return Word(text=text, kind=kind, bodies=bodies)
    stated = (*trigger.expresses, *trigger.inverse, *trigger.place, *trigger.creation)
    relations = dict.fromkeys(stated)
    return Word(text=text, kind=kind, entry=trigger.name, relations=tuple(relations))
