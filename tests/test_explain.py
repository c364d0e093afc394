"""How an article was read: words, bodies, statements, and verbs that stated nothing."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

import pytest

from graph.model import Modality, Role
from graph.ontology import load_ontology
from graph.reading import Reader, lexemes
from graph.reading.explain import Origin, Outcome, explain
from graph.reading.mentions import Chunk
from graph.reading.obstacles import Obstacle
from graph.reading.words import WordKind, word
from graph.readings import SHIPPED, parse_all
from graph.text import parse
from tests.factories import make_source

if TYPE_CHECKING:
    from graph.model import Document
    from graph.reading.explain import Clause, Explanation

PASSIVE = "省审计厅由省人民政府直接领导，对省人民政府负责。"
LISTED = (
    "省审计厅应当履行下列职责：\n\n（一）指导市审计局；\n\n（二）向省人民政府报告工作，"
    "不得管理市财政局。"
)


@cache
def reader() -> Reader:
    """Return the one reader of these tests."""
    return Reader(load_ontology())


def document(text: str) -> Document:
    """Return a regulation whose one article has the text."""
    (parsed,) = parse(make_source(f"样例规则\n\n第一条 {text}\n"))
    return parsed


def explained(text: str) -> Explanation:
    """Return how the text was read as an article."""
    whole = document(text)
    return explain(whole, next(iter(whole.articles())), reader())


def clauses(text: str) -> list[Clause]:
    """Return the clauses of the text as they were read."""
    return [clause for passage in explained(text).passages for clause in passage.clauses]


def clause(text: str, words: str) -> Clause:
    """Return the one clause of the text that has the words."""
    (found,) = (one for one in clauses(text) if words in one.text)
    return found


def test_each_clause_has_its_words_and_place() -> None:
    """The clauses are those of the text, each with its place in the source, none left out."""
    explanation = explained(PASSIVE)
    (passage,) = explanation.passages
    source = explanation.document.source.text
    assert passage.provision.id == "article/1/paragraph/1"
    assert [one.text for one in passage.clauses] == [
        "省审计厅由省人民政府直接领导，",
        "对省人民政府负责。",
    ]
    for one in passage.clauses:
        assert one.text == "".join(source[span.start : span.end] for span in one.spans)


def test_the_words_of_a_clause() -> None:
    """Each word is there with what it was taken for, a relation with its entry; marks are not."""
    first = clauses(PASSIVE)[0]
    assert [(one.text, one.kind, one.bodies, one.entry) for one in first.words] == [
        ("省审计厅", WordKind.BODY, ("省审计厅",), ""),
        ("由", WordKind.BY, (), ""),
        ("省人民政府", WordKind.BODY, ("省人民政府",), ""),
        ("直接", WordKind.ADVERB, (), ""),
        ("领导", WordKind.TRIGGER, (), "领导"),
    ]
    assert first.words[-1].relations == ("leads",)


@pytest.mark.parametrize(
    ("modal", "kind"),
    [
        ("应当", WordKind.OBLIGATION),
        ("可以", WordKind.PERMISSION),
        ("不得", WordKind.PROHIBITION),
    ],
)
def test_modals_are_told_apart(modal: str, kind: WordKind) -> None:
    """A modal is one of obligation, permission or prohibition, as is what it goes with."""
    (found,) = clauses(f"省审计厅{modal}领导市审计局。")
    assert found.words[1].kind is kind
    assert found.found[0].modality.value == kind.value


def test_what_was_found_in_a_clause() -> None:
    """A statement is told with its construction, its entry, and where its bodies are named."""
    first, second = clauses(PASSIVE)
    (led,) = first.found
    assert (led.subject, led.relation, led.object) == ("省人民政府", "leads", "省审计厅")
    assert (led.construction, led.entry, led.outcome) == ("由A V", "领导", Outcome.STATED)
    assert (led.subject_origin, led.object_origin) == (Origin.CLAUSE, Origin.CLAUSE)
    assert led.modality is Modality.DECLARATION
    (answers,) = second.found
    assert (answers.subject, answers.subject_origin) == ("省审计厅", Origin.SENTENCE)
    assert answers.words == "对省人民政府负责"


def test_what_a_list_takes_from_its_stem() -> None:
    """An item is a passage of its own; the body that the stem names is named above."""
    explanation = explained(LISTED)
    assert [one.provision.label for one in explanation.passages] == ["", "（一）", "（二）"]
    assert explanation.statements == 3
    for passage in explanation.passages[1:]:
        for one in passage.clauses:
            (found,) = one.found
            assert (found.subject, found.subject_origin) == ("省审计厅", Origin.ABOVE)


def test_a_body_of_an_earlier_sentence() -> None:
    """A body that an earlier sentence of the paragraph names is told to stand there."""
    (found,) = clause("省审计厅领导市审计局。监督市财政局。", "监督").found
    assert (found.subject, found.subject_origin) == ("省审计厅", Origin.PASSAGE)


def test_a_pronoun_and_what_it_stands_for() -> None:
    """A pronoun has the body that it stands for, which the clause is then said to speak of."""
    found = clause("省审计厅应当领导市审计局，支持其工作。", "支持")
    (pronoun,) = (one for one in found.words if one.kind is WordKind.PRONOUN)
    assert pronoun.bodies == ("市审计局",)
    assert found.bodies == ("市审计局",)


def test_bodies_by_their_names() -> None:
    """Fillers are left out of a name, abbreviations are written out, shared heads are shared."""
    (found,) = clauses("各级审计局应当接受省、市人民政府和省纪委监督。")
    assert found.bodies == ("审计局", "省人民政府", "市人民政府", "省纪律检查委员会")


def test_a_repetition_is_told_apart() -> None:
    """What the article has stated already is found again, with another modality it is new."""
    text = "省审计厅领导市审计局。省审计厅领导市审计局。省审计厅应当领导市审计局。"
    outcomes = [one.outcome for part in clauses(text) for one in part.found]
    assert outcomes == [Outcome.STATED, Outcome.AGAIN, Outcome.STATED]


def test_a_supposition_is_no_statement() -> None:
    """A clause that ends in 的 only supposes what it says."""
    found = clause("市审计局移送省审计厅的，省审计厅应当通知市财政局。", "移送")
    assert found.role is Role.CONDITION
    assert [one.outcome for one in found.found] == [Outcome.SUPPOSED]


def test_a_body_alone_is_no_statement() -> None:
    """Where both bodies are one nothing is stated."""
    text = "省审计厅领导市审计局。省审计厅应当支持省审计厅。"
    assert [one.outcome for one in clause(text, "支持").found] == [Outcome.ONESELF]


@pytest.mark.parametrize(
    ("text", "words", "verb", "obstacle"),
    [
        ("省审计厅应当加强领导。", "领导", "领导", Obstacle.NO_OTHER),
        ("省审计厅监督市审计局的工作人员。", "监督", "监督", Obstacle.THING),
        ("省审计厅监督的事项应当公开。", "监督", "监督", Obstacle.DESCRIBES),
        (
            "依法监督省审计厅领导市审计局的情况，对市财政局有关人员进行领导。",
            "依法",
            "监督",
            Obstacle.NOBODY_ACTS,
        ),
        ("市审计局应当支持批准规划的机关。", "批准", "批准", Obstacle.NAME),
        ("省审计厅领导受其监督的市审计局。", "领导", "领导", Obstacle.CLASS),
        ("省审计厅应当向市审计局监督。", "监督", "监督", Obstacle.NO_FRAME),
    ],
)
def test_a_verb_that_states_nothing(text: str, words: str, verb: str, obstacle: Obstacle) -> None:
    """A verb of the lexicon that gave nothing is told with what is in its way."""
    idle = clause(text, words).idle
    assert (verb, obstacle) in [(one.text, one.obstacle) for one in idle]


def test_a_verb_that_states_something_is_not_idle() -> None:
    """A verb that gave a statement is not told to have given none."""
    assert [one.idle for one in clauses(PASSIVE)] == [(), ()]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("坚持实事求是。", Role.PRINCIPLE),
        ("省审计厅应当加强自身建设。", Role.DUTY),
        ("根据《样例法》，制定本规则。", Role.CITATION),
        ("省审计厅监督市审计局的工作人员。", Role.UNREAD),
    ],
)
def test_what_a_clause_was_read_as(text: str, role: Role) -> None:
    """A clause that states nothing has the role that the coverage report gives it."""
    assert clauses(text)[0].role is role


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("省审计厅（含派出的）领导市审计局。", "（含派出的）", WordKind.ASIDE),
        ("省审计厅依照《样例法》领导市审计局。", "《样例法》", WordKind.TITLE),
        ("省审计厅领导工作人员。", "工作人员", WordKind.PEOPLE),
    ],
)
def test_what_was_not_read(text: str, words: str, kind: WordKind) -> None:
    """A parenthesis, a title and people are shown as what they are."""
    assert (words, kind) in [(one.text, one.kind) for one in clauses(text)[0].words]


def test_every_kind_of_word_is_known() -> None:
    """Each kind that the grammar gives a chunk is told, and only nouns are ordinary words."""
    grammar = {
        name: value
        for name, value in vars(lexemes).items()
        if name.isupper() and isinstance(value, str) and len(value) == 1
    }
    marks = {"COMMA", "SEMICOLON", "STOP", "COLON", "CLOSE", "TITLE_CLOSE", "QUOTE_CLOSE"}
    ordinary = {"GAP", "NOUN", "LEVEL", "RELATIVE", "QUANTIFIER"}
    token = lexemes.Token(0, 1, lexemes.GAP_LEXEME)
    for name, kind in grammar.items():
        found = word(Chunk(kind=kind, start=0, end=1, tokens=(token,)), "词", ())
        if name in marks:
            assert found is None, name
        else:
            assert found is not None, name
            assert (found.kind is WordKind.NOUN) == (name in ordinary), name


def test_the_explanation_agrees_with_the_reading() -> None:
    """Of every article of the regulation exactly the statements of the reading are explained."""
    (whole,) = parse_all([SHIPPED])
    reading = reader().read(whole)
    read = Counter(
        (one.article, one.subject.name, one.relation, one.object.name, one.construction, one.entry)
        for one in reading.statements
    )
    told = Counter(
        (article.id, one.subject, one.relation, one.object, one.construction, one.entry)
        for article in whole.articles()
        for passage in explain(whole, article, reader()).passages
        for part in passage.clauses
        for one in part.found
        if one.outcome is Outcome.STATED
    )
    assert len(read) > 50
    assert told == read


def test_a_sentence_over_a_page_break() -> None:
    """A clause that a page break cuts is one clause with two places."""
    (whole,) = parse_all([SHIPPED])
    article = next(one for one in whole.articles() if one.key == "8")
    parts = [
        part for passage in explain(whole, article, reader()).passages for part in passage.clauses
    ]
    (broken,) = (part for part in parts if len(part.spans) > 1)
    text = whole.source.text
    assert broken.text == "".join(text[span.start : span.end] for span in broken.spans)
