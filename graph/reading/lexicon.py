"""The lexicon compiled for reading: one automaton over all forms, and what each form can be.

`Lexicon.scan` cuts a text into tokens, leftmost and longest form first; what lies between two forms
is a token of its own (kind `GAP`), so that the tokens always cover the text without overlap. One
pass over the text, linear in its length, whatever it holds.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from ahocorasick_rs import AhoCorasick, MatchKind

from graph.model import Modality
from graph.reading import lexemes as lx
from graph.reading.lexemes import Lexeme, Scan

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.ontology import Ontology, Trigger

_BRIEF: Final = "briefVerb"
_CLASS_KINDS: Final = {
    "obligation": lx.MODAL,
    "permission": lx.MODAL,
    "prohibition": lx.MODAL,
    "by": lx.BY,
    "under": lx.UNDER,
    "accept": lx.ACCEPT,
    "toward": lx.TOWARD,
    "over": lx.OVER,
    "at": lx.AT,
    "means": lx.MEANS,
    "for": lx.FOR,
    "via": lx.VIA,
    "submit": lx.SUBMIT,
    "take": lx.TAKE,
    "basis": lx.BASIS,
    "with": lx.WITH,
    "and": lx.AND,
    "andIts": lx.AND_ITS,
    "of": lx.OF,
    "copula": lx.COPULA,
    "below": lx.BELOW,
    "mainly": lx.MAINLY,
    "between": lx.BETWEEN,
    "etcetera": lx.ETCETERA,
    "quantifier": lx.QUANTIFIER,
    "pronoun": lx.PRONOUN,
    "relative": lx.RELATIVE,
    "level": lx.LEVEL,
    "number": lx.NUMBER,
    "light": lx.LIGHT,
    "verb": lx.VERB,
    "noun": lx.NOUN,
    "relationNoun": lx.NOUN,
    "standing": lx.STANDING,
    "decision": lx.NOUN,
    "matter": lx.NOUN,
    "material": lx.NOUN,
    "report": lx.NOUN,
    "proposal": lx.NOUN,
    "adverb": lx.ADVERB,
    "condition": lx.ADVERB,
    "nominalVerb": lx.VERB,
    "drafting": lx.VERB,
    "requesting": lx.VERB,
    "counting": lx.VERB,
    "finding": lx.VERB,
    "changing": lx.VERB,
    "resolving": lx.VERB,
    "including": lx.VERB,
    "ensuring": lx.VERB,
    "designating": lx.VERB,
    "jurisdiction": lx.VERB,
    "framework": lx.NOUN,
    "governs": lx.LIGHT,
    "office": lx.NOUN,
    "rendering": lx.LIGHT,
    "mutual": lx.ADVERB,
    "answering": lx.VERB,
    "receiving": lx.VERB,
    "issuing": lx.LIGHT,
    "wrongful": lx.VERB,
    "wholly": lx.STANDING,
    "exerting": lx.VERB,
    "empowering": lx.VERB,
    "returning": lx.VERB,
    "disposing": lx.VERB,
    "again": lx.VERB,
    "about": lx.BASIS,
    "absence": lx.MODAL,
    "belonging": lx.RELATIVE,
    "leaderNoun": lx.NOUN,
    "doneWork": lx.STANDING,
    "ground": lx.BASIS,
    "inLine": lx.ADVERB,
}
_NAMING: Final = frozenset((lx.KNOWN, lx.HEAD, lx.QUANTIFIER, lx.RELATIVE, lx.LEVEL))
_PUNCTUATION: Final = {
    "，": lx.COMMA,
    "；": lx.SEMICOLON,
    "。": lx.STOP,
    "！": lx.STOP,
    "？": lx.STOP,
    "：": lx.COLON,
    "（": lx.OPEN,
    "）": lx.CLOSE,
    "《": lx.TITLE_OPEN,
    "》": lx.TITLE_CLOSE,
    "〈": lx.TITLE_OPEN,
    "〉": lx.TITLE_CLOSE,
    "“": lx.QUOTE_OPEN,
    "”": lx.QUOTE_CLOSE,
    "‘": lx.QUOTE_OPEN,
    "’": lx.QUOTE_CLOSE,
}
_SURE: Final = 3  # characters of a name that is never part of other words
_FIELD: Final = 2  # characters of a field of work, at least
_BODY_STARTS: Final = frozenset(
    (lx.KNOWN, lx.HEAD, lx.GENERIC, lx.LEVEL, lx.RELATIVE, lx.QUANTIFIER, lx.GAP)
)
_NOMINAL_FRAMES: Final = frozenset(("NounOf", "HeldIn"))
_NEVER_VERBS: Final = frozenset(("Candidacy", "Account", "Paper", "Belonging", "Lodges", "Obliges"))
_MODALITIES: Final = {
    "obligation": Modality.OBLIGATION,
    "permission": Modality.PERMISSION,
    "prohibition": Modality.PROHIBITION,
}


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
                draft = drafts.setdefault(form, _Draft(kind=lx.KNOWN))
                draft.body_kind = body.kind
        names = frozenset(form for head in ontology.heads for form in head.forms)
        brief = {form: Lexeme(form=form, kind=lx.VERB) for form in ontology.words.get(_BRIEF, ())}
        for trigger in ontology.triggers:
            for form in trigger.forms:
                if form in brief:
                    brief[form] = Lexeme(form=form, kind=lx.TRIGGER, trigger=trigger)
                    continue
                draft = drafts.setdefault(form, _Draft())
                nominal = trigger.frames <= _NOMINAL_FRAMES and form in names
                if not nominal and not trigger.frames <= _NEVER_VERBS:
                    draft.kind = draft.kind or lx.TRIGGER
                draft.trigger = draft.trigger or trigger
        for head in ontology.heads:
            for form in head.forms:
                draft = drafts.setdefault(form, _Draft())
                draft.kind = draft.kind or _head_kind(head.kind, generic=head.generic)
                draft.body_kind = draft.body_kind or head.kind
                draft.generic = head.generic
                draft.alone = head.alone
                draft.held_in = frozenset(head.held_in)
        self._brief = brief  # known only after a head noun: they are no forms of the automaton
        for word_class, forms in ontology.words.items():
            for form in forms if word_class != _BRIEF else ():
                draft = drafts.setdefault(form, _Draft())
                draft.kind = draft.kind or _CLASS_KINDS.get(word_class, lx.NOUN)
                draft.classes.add(word_class)
                draft.modality = draft.modality or _MODALITIES.get(word_class)
        for mark, kind in _PUNCTUATION.items():
            drafts[mark] = _Draft(kind=kind)
        self.lexemes: Mapping[str, Lexeme] = {
            form: Lexeme(
                form=form,
                kind=draft.kind or lx.NOUN,
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
        for lexeme in self.lexemes.values():
            if lexeme.kind == lx.HEAD:
                object.__setattr__(lexeme, "ends_in", self._general_head(lexeme.form))
        self.member = next(
            (trigger for trigger in ontology.triggers if "HeldIn" in trigger.frames), None
        )
        self.reflexive = frozenset(
            lexeme
            for lexeme in self.lexemes.values()
            if lexeme.is_in("mutual") or (lexeme.generic and lexeme.trigger)
        )  # what may state something of a single body
        self.naming = frozenset(
            lexeme
            for lexeme in self.lexemes.values()
            if lexeme.kind == lx.TRIGGER and lexeme.body_kind
        )  # verbs that may be the noun of a body (组织)
        self.telling = frozenset(
            lexeme
            for lexeme in self.lexemes.values()
            if any(lexeme.is_in(name) for name in ("attending", "dismissing", "jointly", "order"))
            or (lexeme.trigger is not None and "Obliges" in lexeme.trigger.frames)
        )  # no triggers, and yet they state something in a construction of their own
        self.making = frozenset(
            lexeme
            for lexeme in self.lexemes.values()
            if lexeme.is_in("empowering") or lexeme.is_in("instructing")
        )  # no triggers either: one body has another do what follows
        self.lone = frozenset(
            lexeme for lexeme in self.lexemes.values() if lexeme.is_in("lone")
        )  # levels that may name a body
        self._doubles = _doubles(self.lexemes)
        self._by_index = tuple(self.lexemes.values())
        pairs = [*_overlapping(self.lexemes), *_running_on(self.lexemes)]
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
                alone = start == position + 1 and index < count and by_index[index].kind in _NAMING
                before = lexemes[-1] if lexemes else lx.GAP_LEXEME
                behind = alone or before.body_kind or before.kind == lx.MODAL
                if behind and text[position] in self._brief:  # 先交有关部门, A商B, 可以商B
                    starts.append(position)
                    lexemes.append(self._brief[text[position]])
                    position += 1
                if start > position:
                    starts.append(position)
                    lexemes.append(lx.GAP_LEXEME)
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
            lexemes.append(lx.GAP_LEXEME)
        starts.append(len(text))
        if "将" in text and any(form in text for form in self._doubles):
            self._part(starts, lexemes)
        return Scan(starts, lexemes, "".join([lexeme.kind for lexeme in lexemes]))

    def _general_head(self, form: str) -> Lexeme | None:
        """Return the general noun that the form of a head ends in (机关 of 检察机关)."""
        tails = (self.lexemes.get(form[start:]) for start in range(_FIELD, len(form) - 1))
        return next((tail for tail in tails if tail and tail.is_in("sharedHead")), None)

    def _part(self, starts: list[int], lexemes: list[Lexeme]) -> None:
        """Part 情况报告 where a body follows what is taken up: 将情况报告B."""
        taken, index = False, 0
        while index < len(lexemes) - 1:
            lexeme = lexemes[index]
            taken = lexeme.kind == lx.TAKE or (taken and lexeme.kind not in lx.BREAKS)
            parts = self._doubles.get(lexeme.form) if taken else None
            if parts is not None and lexemes[index + 1].kind in _BODY_STARTS:
                lexemes[index : index + 1] = parts
                starts.insert(index + 1, starts[index] + len(parts[0].form))
            index += 1


def _doubles(lexemes: Mapping[str, Lexeme]) -> dict[str, tuple[Lexeme, Lexeme]]:
    """Return the nouns that are a noun and a verb of telling as well (情况报告)."""
    found = {}
    for form, lexeme in lexemes.items():
        noun, verb = lexemes.get(form[:-2]), lexemes.get(form[-2:])
        if noun is None or verb is None or not lexeme.is_in("report"):
            continue
        frames = verb.trigger.frames if verb.trigger is not None else frozenset()
        if noun.kind == lx.NOUN and verb.kind == lx.TRIGGER and "Tells" in frames:
            found[form] = (noun, verb)
    return found


def _overlapping(lexemes: Mapping[str, Lexeme]) -> list[tuple[str, str]]:
    """Return the pairs of a word and a body whose meeting holds another word (申请, 人民法院).

    Leftmost and longest first would read that word (申请人) and lose the body.
    """
    bodies: dict[str, list[str]] = {}
    for form, lexeme in lexemes.items():
        if lexeme.kind in (lx.KNOWN, lx.HEAD) and len(form) >= _SURE:
            bodies.setdefault(form[0], []).append(form)
    return sorted(
        (form[:-1], body)
        for form, lexeme in lexemes.items()
        if form[:-1] in lexemes and (not lexeme.body_kind or lexeme.kind == lx.PEOPLE)
        for body in bodies.get(form[-1], ())
        if form[:-1] + body not in lexemes
        and (body[1:] not in lexemes or not lexemes[body[1:]].body_kind)  # 自治区, 委员会
    )


def _running_on(lexemes: Mapping[str, Lexeme]) -> list[tuple[str, str]]:
    """Return the pairs of a verb and a noun that a body only begins (管理, 机构编制).

    Leftmost and longest first would read that body (管理机构) and lose both.
    """
    nouns: dict[str, list[str]] = {}
    for form, lexeme in lexemes.items():
        if lexeme.kind == lx.NOUN and len(form) > _SURE:
            nouns.setdefault(form[:2], []).append(form)
    found: set[tuple[str, str]] = set()
    for form, lexeme in lexemes.items():
        verb = lexemes.get(form[:-2]) if lexeme.body_kind else None
        if verb is None or verb.kind != lx.TRIGGER:
            continue
        found.update(
            (form[:-2], noun)
            for noun in nouns.get(form[-2:], ())
            if form[:-2] + noun not in lexemes
        )
    return sorted(found)


def _head_kind(body_kind: str, *, generic: bool) -> str:
    if body_kind == "People":
        return lx.PEOPLE
    return lx.GENERIC if generic else lx.HEAD
