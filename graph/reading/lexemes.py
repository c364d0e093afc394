"""The lexicon compiled for reading: one automaton over all forms, and what each form can be.

`Lexicon.scan` cuts a text into tokens, leftmost and longest form first; what lies between two forms
is a token of its own (kind `GAP`), so that the tokens always cover the text without overlap. One
pass over the text, linear in its length, whatever it holds.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import repeat
from typing import TYPE_CHECKING, Final, NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from graph.model import Modality

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from graph.ontology import Ontology, Trigger

# The kinds of token. One character each, so that a run of them can be written as a string.
GAP: Final = "?"
KNOWN: Final = "K"  # 国务院: a body known by name
HEAD: Final = "H"  # 党委: a noun that is a body by itself
GENERIC: Final = "h"  # 机构: a noun that is a body with a modifier
PEOPLE: Final = "p"  # 人员: people, never a body
TRIGGER: Final = "T"  # 领导: states a relation
VERB: Final = "V"  # 履行: states none
LIGHT: Final = "L"  # 加强: carries a noun
MODAL: Final = "M"  # 应当
BY: Final = "Y"  # 由
UNDER: Final = "U"  # 受
ACCEPT: Final = "A"  # 接受
TOWARD: Final = "X"  # 向
OVER: Final = "O"  # 对
AT: Final = "Z"  # 在
MEANS: Final = "I"  # 以
FOR: Final = "F"  # 为
VIA: Final = "J"  # 经
SUBMIT: Final = "E"  # 报
TAKE: Final = "G"  # 将
BASIS: Final = "S"  # 按照
WITH: Final = "W"  # 与
AND: Final = "C"  # 、
AND_ITS: Final = "c"  # 及其
OF: Final = "D"  # 的
COPULA: Final = "="  # 是
BELOW: Final = "v"  # 下
MAINLY: Final = "!"  # 为主
BETWEEN: Final = "b"  # 之间
ETCETERA: Final = "e"  # 等
QUANTIFIER: Final = "q"  # 各级
RELATIVE: Final = "r"  # 上级
LEVEL: Final = "l"  # 省
NUMBER: Final = "#"  # 若干人
PRONOUN: Final = "o"  # 其
NOUN: Final = "n"  # 经济
STANDING: Final = "s"  # 工作: stands for the body whose it is
ADVERB: Final = "R"  # 依法
COMMA: Final = ","
SEMICOLON: Final = ";"
STOP: Final = "."
COLON: Final = ":"
OPEN: Final = "("
CLOSE: Final = ")"
TITLE_OPEN: Final = "<"
TITLE_CLOSE: Final = ">"
QUOTE_OPEN: Final = "["
QUOTE_CLOSE: Final = "]"

_BRIEF: Final = "briefVerb"
_CLASS_KINDS: Final = {
    "obligation": MODAL,
    "permission": MODAL,
    "prohibition": MODAL,
    "by": BY,
    "under": UNDER,
    "accept": ACCEPT,
    "toward": TOWARD,
    "over": OVER,
    "at": AT,
    "means": MEANS,
    "for": FOR,
    "via": VIA,
    "submit": SUBMIT,
    "take": TAKE,
    "basis": BASIS,
    "with": WITH,
    "and": AND,
    "andIts": AND_ITS,
    "of": OF,
    "copula": COPULA,
    "below": BELOW,
    "mainly": MAINLY,
    "between": BETWEEN,
    "etcetera": ETCETERA,
    "quantifier": QUANTIFIER,
    "pronoun": PRONOUN,
    "relative": RELATIVE,
    "level": LEVEL,
    "number": NUMBER,
    "light": LIGHT,
    "verb": VERB,
    "noun": NOUN,
    "relationNoun": NOUN,
    "standing": STANDING,
    "decision": NOUN,
    "matter": NOUN,
    "material": NOUN,
    "report": NOUN,
    "proposal": NOUN,
    "adverb": ADVERB,
    "condition": ADVERB,
    "nominalVerb": VERB,
    "drafting": VERB,
    "requesting": VERB,
    "designating": VERB,
    "jurisdiction": VERB,
    "framework": NOUN,
    "governs": LIGHT,
    "office": NOUN,
    "rendering": LIGHT,
    "mutual": ADVERB,
    "receiving": VERB,
    "about": BASIS,
    "absence": MODAL,
    "belonging": RELATIVE,
    "leaderNoun": NOUN,
    "ground": BASIS,
}
_PUNCTUATION: Final = {
    "，": COMMA,
    "；": SEMICOLON,
    "。": STOP,
    "！": STOP,
    "？": STOP,
    "：": COLON,
    "（": OPEN,
    "）": CLOSE,
    "《": TITLE_OPEN,
    "》": TITLE_CLOSE,
    "〈": TITLE_OPEN,
    "〉": TITLE_CLOSE,
    "“": QUOTE_OPEN,
    "”": QUOTE_CLOSE,
    "‘": QUOTE_OPEN,
    "’": QUOTE_CLOSE,
}
_SURE: Final = 3  # characters of a name that is never part of other words
_NOMINAL_FRAMES: Final = frozenset(("NounOf", "HeldIn"))
_MODALITIES: Final = {
    "obligation": Modality.OBLIGATION,
    "permission": Modality.PERMISSION,
    "prohibition": Modality.PROHIBITION,
}


@dataclass(frozen=True, slots=True, eq=False)
class Lexeme:
    """What a form can be: its main `kind`, and everything else the lexicon says of it.

    `classes` are the names of all word classes it belongs to; `body_kind` is the class of body of a
    head, which is `generic` or not; `trigger` the lexical entry of a trigger; `modality` that of a
    modal.
    """

    form: str
    kind: str
    classes: frozenset[str] = frozenset()
    trigger: Trigger | None = None
    body_kind: str = ""
    generic: bool = False
    alone: bool = False
    held_in: frozenset[str] = frozenset()
    modality: Modality | None = None
    compounds: bool = field(init=False)
    does: bool = field(init=False)

    def __post_init__(self) -> None:
        """Note whether the word may modify the general head noun of a name further on.

        And whether it may stand in a noun phrase of doing (监督执纪工作).
        """
        verb = self.kind == VERB and "nominalVerb" not in self.classes
        acts = (
            self.kind == TRIGGER
            and not self.generic
            and not (self.trigger and self.trigger.compounds)
        )
        object.__setattr__(self, "compounds", not (verb or acts))
        object.__setattr__(self, "does", self.trigger is None or self.trigger.compounds)

    def is_in(self, word_class: str) -> bool:
        """Say whether the form belongs to the word class (`decision`, `report`, …)."""
        return word_class in self.classes


class Token(NamedTuple):
    """A form found in a text: `start` and `end` in characters of the scanned text."""

    start: int
    end: int
    lexeme: Lexeme


_NEW: Final[Callable[[type[Token], tuple[int, int, Lexeme]], Token]] = tuple.__new__


@dataclass(slots=True, eq=False)
class Scan:
    """A text cut into tokens, column by column: most texts are passed over without one being made.

    `starts` has one entry more than there are tokens, the length of the text; a token ends where
    the next one starts. `kinds` has one character a token.
    """

    starts: list[int]
    lexemes: list[Lexeme]
    kinds: str

    def tokens(self, first: int = 0, last: int | None = None) -> list[Token]:
        """Return the tokens from `first` up to `last`, as a list slice would."""
        starts, end = self.starts, len(self.lexemes) if last is None else last
        columns = zip(
            starts[first:end], starts[first + 1 : end + 1], self.lexemes[first:end], strict=True
        )
        # Half the time of calling Token once for each of them.
        return list(map(_NEW, repeat(Token), columns))


GAP_LEXEME: Final = Lexeme(form="", kind=GAP)


@dataclass(slots=True)
class _Draft:
    """A lexeme while the lexicon is being read; the first kind given wins."""

    kind: str = ""
    classes: set[str] = field(default_factory=set)
    trigger: Trigger | None = None
    body_kind: str = ""
    generic: bool = False
    alone: bool = False
    held_in: frozenset[str] = frozenset()
    modality: Modality | None = None


class Lexicon:
    """All forms of the ontology's lexicon, ready to be found in texts."""

    def __init__(self, ontology: Ontology) -> None:
        """Compile the automaton.

        A known body beats a trigger, a trigger a head, a head any other word.
        """
        drafts: dict[str, _Draft] = {}
        for body in ontology.known_bodies:
            for form in (body.name, *body.other_names):
                draft = drafts.setdefault(form, _Draft(kind=KNOWN))
                draft.body_kind = body.kind
        names = frozenset(form for head in ontology.heads for form in head.forms)
        for trigger in ontology.triggers:
            for form in trigger.forms:
                draft = drafts.setdefault(form, _Draft())
                if not trigger.frames <= _NOMINAL_FRAMES or form not in names:
                    draft.kind = draft.kind or TRIGGER
                draft.trigger = draft.trigger or trigger
        for head in ontology.heads:
            for form in head.forms:
                draft = drafts.setdefault(form, _Draft())
                draft.kind = draft.kind or _head_kind(head.kind, generic=head.generic)
                draft.body_kind = draft.body_kind or head.kind
                draft.generic = head.generic
                draft.alone = head.alone
                draft.held_in = frozenset(head.held_in)
        self._brief = {
            form: Lexeme(form=form, kind=VERB) for form in ontology.words.get(_BRIEF, ())
        }  # known only after a head noun, so that they are no forms of the automaton
        for word_class, forms in ontology.words.items():
            for form in forms if word_class != _BRIEF else ():
                draft = drafts.setdefault(form, _Draft())
                draft.kind = draft.kind or _CLASS_KINDS.get(word_class, NOUN)
                draft.classes.add(word_class)
                draft.modality = draft.modality or _MODALITIES.get(word_class)
        for mark, kind in _PUNCTUATION.items():
            drafts[mark] = _Draft(kind=kind)
        self.lexemes: Mapping[str, Lexeme] = {
            form: Lexeme(
                form=form,
                kind=draft.kind,
                classes=frozenset(draft.classes),
                trigger=draft.trigger,
                body_kind=draft.body_kind,
                generic=draft.generic,
                alone=draft.alone,
                held_in=draft.held_in,
                modality=draft.modality,
            )
            for form, draft in drafts.items()
        }
        self.member = next(
            (trigger for trigger in ontology.triggers if "HeldIn" in trigger.frames), None
        )
        self.reflexive = frozenset(
            lexeme
            for lexeme in self.lexemes.values()
            if lexeme.is_in("mutual") or (lexeme.generic and lexeme.trigger)
        )  # what may state something of a single body
        self._by_index = tuple(self.lexemes.values())
        pairs = _overlapping(self.lexemes)
        self._pairs = tuple((self.lexemes[first], self.lexemes[body]) for first, body in pairs)
        patterns = [*self.lexemes, *(first + body for first, body in pairs)]
        self._automaton = AhoCorasick(patterns, matchkind=MatchKind.LeftmostLongest)

    def scan(self, text: str) -> Scan:
        """Cut `text` into tokens that cover it in order, leftmost and longest form first."""
        starts: list[int] = []
        lexemes: list[Lexeme] = []
        by_index, position, count = self._by_index, 0, len(self._by_index)
        for index, start, end in self._automaton.find_matches_as_indexes(text):
            if start > position:
                known = start == position + 1 and index < count and by_index[index].kind == KNOWN
                behind = known or (lexemes and lexemes[-1].body_kind)
                if behind and text[position] in self._brief:
                    starts.append(position)
                    lexemes.append(self._brief[text[position]])
                    position += 1
                if start > position:
                    starts.append(position)
                    lexemes.append(GAP_LEXEME)
            starts.append(start)
            if index < count:
                lexemes.append(by_index[index])
            else:
                pair = self._pairs[index - count]
                starts.append(start + len(pair[0].form))
                lexemes.extend(pair)
            position = end
        if position < len(text):
            starts.append(position)
            lexemes.append(GAP_LEXEME)
        starts.append(len(text))
        return Scan(starts, lexemes, "".join([lexeme.kind for lexeme in lexemes]))


def _overlapping(lexemes: Mapping[str, Lexeme]) -> list[tuple[str, str]]:
    """Return the pairs of a word and a body whose meeting holds another word (申请, 人民法院).

    Leftmost and longest first would read that word (申请人) and lose the body.
    """
    bodies: dict[str, list[str]] = {}
    for form, lexeme in lexemes.items():
        if lexeme.kind in (KNOWN, HEAD) and len(form) >= _SURE:
            bodies.setdefault(form[0], []).append(form)
    return sorted(
        (form[:-1], body)
        for form, lexeme in lexemes.items()
        if form[:-1] in lexemes and (not lexeme.body_kind or lexeme.kind == PEOPLE)
        for body in bodies.get(form[-1], ())
        if form[:-1] + body not in lexemes
    )


def _head_kind(body_kind: str, *, generic: bool) -> str:
    if body_kind == "People":
        return PEOPLE
    return GENERIC if generic else HEAD
