"""The compiled lexicon: tokens that cover the text, the longest form first, words protected."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model import Modality
from graph.ontology import Head, KnownBody, Trigger
from graph.reading import lexemes as lx
from graph.reading.lexicon import Lexicon
from tests.clause_tables import CLAUSES, lexicon, ontology, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from _pytest.mark.structures import ParameterSet

    from graph.ontology import Ontology

LEAST_WORDS: Final = 150
FORMS: Final = sorted(lexicon().lexemes)
GRAMMAR: Final = frozenset(
    (
        lx.TRIGGER, lx.BY, lx.UNDER, lx.ACCEPT, lx.TOWARD, lx.OVER, lx.AT, lx.MEANS, lx.FOR, lx.VIA,
        lx.SUBMIT, lx.TAKE, lx.WITH, lx.AND, lx.OF, lx.COPULA, lx.BELOW, lx.MAINLY, lx.BETWEEN,
        lx.ETCETERA, lx.PRONOUN, lx.MODAL, lx.QUANTIFIER,
    )
)  # fmt: skip
"""The kinds of token that decide how a sentence is read."""

BODIES: Final = frozenset((lx.KNOWN, lx.HEAD, lx.GENERIC))


def forms(text: str) -> list[str]:
    """Return the words that a text is cut into."""
    return [text[token.start : token.end] for token in tokens(text)]


def lexicon_of(
    words: Mapping[str, tuple[str, ...]] | None = None,
    *,
    triggers: tuple[Trigger, ...] = (),
    heads: tuple[Head, ...] = (),
    known: tuple[KnownBody, ...] = (),
) -> Lexicon:
    """Return a lexicon of a few words."""
    small: Ontology = replace(
        ontology(), triggers=triggers, heads=heads, known_bodies=known, words=words or {}
    )
    return Lexicon(small)


def trigger(form: str, *frames: str) -> Trigger:
    """Return a trigger of one form."""
    return Trigger(
        name=form,
        forms=(form,),
        expresses=("leads",),
        inverse=(),
        place=(),
        creation=(),
        frames=frozenset(frames or ("ActsOn",)),
        compounds=False,
    )


def head(form: str, kind: str = "Organ", *, generic: bool = False) -> Head:
    """Return a head noun of one form."""
    pattern = ontology().heads[0]
    return replace(pattern, name=form, kind=kind, forms=(form,), generic=generic)


@given(st.lists(st.one_of(st.sampled_from(FORMS), st.text(max_size=3)), max_size=12))
def test_tokens_cover_the_text(parts: list[str]) -> None:
    """Whatever the text, its tokens follow one another without gap or overlap; none is empty."""
    text = "".join(parts)
    scan = lexicon().scan(text)
    found, kinds = scan.tokens(), scan.kinds
    assert "".join(text[token.start : token.end] for token in found) == text
    assert all(token.start < token.end for token in found)
    assert kinds == "".join(token.lexeme.kind for token in found)


@given(st.lists(st.one_of(st.sampled_from(FORMS), st.text(max_size=3)), max_size=12))
def test_tokens_are_what_their_form_is(parts: list[str]) -> None:
    """A token stands for the form at its place; what stands between two forms holds no form."""
    text = "".join(parts)
    for token in tokens(text):
        form = text[token.start : token.end]
        if token.lexeme.kind == lx.GAP:
            assert not any(len(one) > 1 and one in form for one in FORMS)
        else:
            assert token.lexeme is lexicon().lexemes[form]


def test_empty_text_has_no_token() -> None:
    """Nothing is cut into nothing."""
    assert lexicon().scan("").tokens() == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("最高人民检察院", ["最高人民检察院"]),
        ("人民检察院分院", ["人民检察院分院"]),
        ("派驻或者派出", ["派驻或者派出"]),
        ("监督检查", ["监督检查"]),
        ("党组（党委）", ["党组（党委）"]),
        ("全国人民代表大会常务委员会", ["全国人民代表大会常务委员会"]),
        ("下一级", ["下一级"]),
        ("对于", ["对于"]),
    ],
)
def test_takes_the_longest_form(text: str, expected: list[str]) -> None:
    """Where several forms begin at one place, the longest is taken."""
    assert forms(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("，；。：", ",;.:"),
        ("（）《》“”", "()<>[]"),
        ("！？", ".."),
        ("‘’〈〉", "[]<>"),
        ("\n", "?"),
    ],
)
def test_knows_the_marks(text: str, expected: str) -> None:
    """Punctuation is cut off as the marks that it is."""
    assert lexicon().scan(text).kinds == expected


def ordinary_words() -> Iterator[ParameterSet]:
    """Yield the ordinary words of the list; those behind ! are known to be cut."""
    for line in (CLAUSES / "ordinary-words.txt").read_text(encoding="utf-8").splitlines():
        known = line.startswith("!")
        marks = [pytest.mark.xfail(reason="the word is cut", strict=True)] if known else []
        for word in [] if line.startswith("#") else line.removeprefix("!").split():
            yield pytest.param(word, id=word, marks=marks)


@pytest.mark.parametrize("word", list(ordinary_words()))
def test_protects_ordinary_words(word: str) -> None:
    """An ordinary word is not cut: no word of the grammar and no head noun stands inside of it."""
    text = f"甲{word}乙"
    inside = [
        text[token.start : token.end]
        for token in tokens(text)
        if token.lexeme.kind in GRAMMAR | BODIES and token.end - token.start < len(word)
    ]
    assert not inside


def test_has_ordinary_words() -> None:
    """The list of ordinary words cannot shrink unseen."""
    assert sum(1 for _ in ordinary_words()) >= LEAST_WORDS


def test_known_body_beats_trigger_and_head() -> None:
    """A form that is several things is a known body before a trigger, a head and any other word."""
    body = KnownBody(name="中央监督", other_names=("监督",), kind="Organ")
    compiled = lexicon_of(
        {"noun": ("监督", "领导", "党委", "经济")},
        triggers=(trigger("监督"), trigger("领导"), trigger("党委")),
        heads=(head("监督"), head("领导"), head("党委")),
        known=(body,),
    )
    kinds = {form: compiled.lexemes[form].kind for form in ("监督", "领导", "党委", "经济")}
    assert kinds == {"监督": lx.KNOWN, "领导": lx.TRIGGER, "党委": lx.TRIGGER, "经济": lx.NOUN}
    assert compiled.lexemes["监督"].trigger is not None
    assert compiled.lexemes["监督"].is_in("noun")
    assert not compiled.lexemes["监督"].is_in("verb")


def test_noun_of_relation_stays_a_head() -> None:
    """A noun that ends names (办事机构) is a head, and keeps what it states as a predicate."""
    compiled = lexicon_of(triggers=(trigger("办事机构", "NounOf"),), heads=(head("办事机构"),))
    lexeme = compiled.lexemes["办事机构"]
    assert lexeme.kind == lx.HEAD
    assert lexeme.trigger is not None


def test_heads_are_general_or_not_or_people() -> None:
    """A head noun needs a modifier, stands alone, or is for people."""
    heads = (head("机构", generic=True), head("党委"), head("人员", "People"))
    compiled = lexicon_of(heads=heads)
    kinds = "".join(compiled.lexemes[form].kind for form in ("机构", "党委", "人员"))
    assert kinds == lx.GENERIC + lx.HEAD + lx.PEOPLE
    assert compiled.lexemes["党委"].body_kind == "Organ"


@pytest.mark.parametrize(
    ("form", "modality"),
    [
        ("应当", Modality.OBLIGATION),
        ("必须", Modality.OBLIGATION),
        ("可以", Modality.PERMISSION),
        ("有权", Modality.PERMISSION),
        ("不得", Modality.PROHIBITION),
        ("禁止", Modality.PROHIBITION),
        ("领导", None),
    ],
)
def test_modals_have_their_modality(form: str, modality: Modality | None) -> None:
    """A modal carries its modality, any other word none."""
    assert lexicon().lexemes[form].modality is modality


def test_every_form_of_the_ontology_is_compiled() -> None:
    """No form of the ontology is lost, and a trigger is found under each of its forms."""
    brief = ontology().words["briefVerb"]  # found only after a head noun
    for entry in ontology().triggers:
        for form in set(entry.forms).difference(brief):
            assert lexicon().lexemes[form].trigger is not None, form
    for name, words in ontology().words.items():
        for form in words if name != "briefVerb" else ():
            assert lexicon().lexemes[form].is_in(name), form
    for body in ontology().known_bodies:
        for form in (body.name, *body.other_names):
            assert lexicon().lexemes[form].kind == lx.KNOWN, form
