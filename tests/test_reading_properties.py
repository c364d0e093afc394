"""What holds for every text that is read: exact places, repeatable, each article by itself."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from graph.model import Role
from graph.reading import Reader
from graph.text import parse
from tests.clause_tables import lexicon, ontology, reader, rows
from tests.factories import make_source

if TYPE_CHECKING:
    from graph.model import Document, Provision, Reading, Span

MARKS: Final = (*"，；。：、（）《》“”！", "\n（一）", "\n")
OTHERS: Final = ("甲", "乙", "水利", "第二", " ", "A", "7", "\u200b", "—", "\u3000", "𠮷")
PAIRS: Final = st.lists(
    st.one_of(
        st.sampled_from(sorted(lexicon().lexemes)),
        st.sampled_from(("财政部", "省水利厅", "市水务局", "党委", "检查部门", "其", "的")),
        st.sampled_from(MARKS),
        st.sampled_from(OTHERS),
    ),
    max_size=30,
)
TEXTS: Final = PAIRS.map("".join)
EXAMPLES: Final = [row.text for row in rows("constructions")]
CLAUSES: Final = st.lists(st.sampled_from(EXAMPLES), min_size=1, max_size=4)


def document(*articles: str) -> Document:
    """Return the regulation with these articles."""
    numbers = "一二三四五六七八九"
    text = "".join(f"第{numbers[i]}条 {body}\n" for i, body in enumerate(articles))
    return parse(make_source(text))[0]


def articles(reading: Reading) -> dict[str, Provision]:
    """Return the articles of a reading, and its preamble, by id."""
    return {article.id: article for article in reading.document.articles()}


def within(inner: Span, outer: Span) -> bool:
    """Say whether a place lies inside another."""
    return outer.start <= inner.start < inner.end <= outer.end


@pytest.mark.parametrize("folder", ["constructions", "frames", "names", "sentences"])
def test_reads_a_clause_cut_off_anywhere(folder: str) -> None:
    """A text may end in the middle of a clause (a scan, a table): that raises nothing."""
    for row in rows(folder):
        for end in range(2, len(row.text), 2):
            reader().read(document(row.text[:end]))


@settings(max_examples=200)
@given(TEXTS)
@example("由由由的的、（（《“其它他们该")
@example("派驻或者派出的派驻或者派出的由其")
@example("省水利厅、、、和和及其的由受向对在以为经报将与是下为主")
def test_reads_everything_and_places_it(text: str) -> None:
    """No text raises; each place lies in its article, in order, and holds words of the source."""
    reading = reader().read(document(text))
    source = reading.document.source.text
    known = articles(reading)
    for statement in reading.statements:
        article = known[statement.article]
        assert statement.provision in {one.id for one in article.walk()}
        assert {statement.subject, statement.object} <= set(reading.bodies)
        assert statement.relation in ontology().relations
        assert statement.evidence
        assert statement.subject_words
        assert statement.object_words
        for spans in (
            statement.evidence,
            statement.antecedent,
            statement.subject_words,
            statement.object_words,
        ):
            assert all(within(span, article.span) for span in spans)
            assert all(source[span.start : span.end].strip() for span in spans)
        for spans in (statement.evidence, statement.subject_words, statement.object_words):
            ends = [(span.start, span.end) for span in spans]
            assert ends == sorted(ends)
            assert all(first[1] <= second[0] for first, second in pairwise(ends))


@settings(max_examples=150)
@given(CLAUSES)
def test_statements_of_an_article_are_unique(texts: list[str]) -> None:
    """An article states a thing once, however often it says it."""
    reading = reader().read(document(*texts, "".join(texts)))
    claims = [
        (one.article, one.subject, one.relation, one.object, one.modality)
        for one in reading.statements
    ]
    assert len(claims) == len(set(claims))


@settings(max_examples=100)
@given(st.one_of(TEXTS, CLAUSES.map("".join)))
def test_reading_twice_is_the_same(text: str) -> None:
    """The same text gives the same reading, to the last detail, in the same order."""
    first, second = (reader().read(document(text)) for _ in range(2))
    assert repr(first) == repr(second)


OTHER_READER: Final = Reader(ontology())


@settings(max_examples=60)
@given(st.lists(CLAUSES.map("".join), max_size=3), CLAUSES.map("".join))
def test_other_documents_leave_no_trace(before: list[str], text: str) -> None:
    """What was read before makes no difference to a reading."""
    for other in before:
        OTHER_READER.read(document(other))
    assert repr(OTHER_READER.read(document(text))) == repr(reader().read(document(text)))


@settings(max_examples=60)
@given(st.lists(st.sampled_from(EXAMPLES), min_size=2, max_size=4))
def test_articles_are_read_by_themselves(texts: list[str]) -> None:
    """An article states the same whatever stands in the articles around it."""
    together = reader().read(document(*texts))
    for number, text in enumerate(texts, start=1):
        alone = reader().read(document(*[text] * number))
        assert [one for one in together.statements if one.article == f"article/{number}"] == [
            one for one in alone.statements if one.article == f"article/{number}"
        ]


@pytest.mark.parametrize("text", EXAMPLES, ids=lambda text: text[:20])
def test_a_sentence_about_nothing_changes_nothing(text: str) -> None:
    """A sentence without a body and without a verb of relation leaves what follows it as it was."""
    plain = reader().read(document(text)).statements
    opened = reader().read(document(f"为了节约用水，制定本规则。{text}")).statements
    assert opened == plain


@settings(max_examples=100)
@given(TEXTS)
def test_evidence_is_where_statements_are(text: str) -> None:
    """There is a clause that is evidence exactly where there is a statement."""
    reading = reader().read(document(text))
    roles = {clause.role for clause in reading.clauses}
    assert (Role.EVIDENCE in roles) >= bool(reading.statements)


@settings(max_examples=60)
@given(CLAUSES)
def test_zero_width_characters_make_no_difference(texts: list[str]) -> None:
    """A zero-width character inside of a word is passed over, in reading and in what is quoted."""
    text = "".join(texts).replace("\n", "")
    plain = reader().read(document(text))
    broken = text.replace("领导", "领\u200b导").replace("监督", "监\u200b督")
    marked = reader().read(document(broken))
    assert marked.statements == plain.statements
    source = marked.document.source.text
    for statement in marked.statements:
        for spans in (statement.evidence, statement.subject_words, statement.object_words):
            assert "\u200b" not in "".join(source[span.start : span.end] for span in spans)
