"""The words a statement rests on: clause, antecedent and mentions, by their exact places."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.model import Span
from graph.reading.evidence import clause_bounds, words
from tests.clause_tables import chunks, make_passage, read, reader
from tests.factories import make_document

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.model import Reading, Statement


def quotes(reading: Reading, spans: Iterable[Span]) -> list[str]:
    """Return the words of the source at some places."""
    text = reading.document.source.text
    return [text[span.start : span.end] for span in spans]


def stated(reading: Reading, relation: str) -> Statement:
    """Return the only statement of a relation."""
    (statement,) = (one for one in reading.statements if one.relation == relation)
    return statement


@pytest.mark.parametrize(
    ("text", "word", "clause"),
    [
        ("甲指导乙，丙监督丁；戊报告己。", "丙监督", "丙监督丁"),
        ("甲指导乙，丙监督丁；戊报告己。", "甲", "甲指导乙"),
        ("甲指导乙，丙监督丁；戊报告己。", "己", "戊报告己"),
        ("甲指导乙", "指导", "甲指导乙"),
        ("甲应当：乙指导丙！", "乙", "乙指导丙"),
        ("甲指导乙，丙监督丁。", "乙，丙", "甲指导乙，丙监督丁"),
        ("甲指导乙、丙和丁。", "丙", "甲指导乙、丙和丁"),
    ],
)
def test_clause_runs_from_mark_to_mark(text: str, word: str, clause: str) -> None:
    """A clause ends at the nearest marks, which do not belong to it; 、 is no such mark."""
    start = text.index(word)
    first, last = clause_bounds(text, start, start + len(word))
    assert text[first:last] == clause


@pytest.mark.parametrize(
    ("text", "relation", "evidence", "antecedent"),
    [
        ("省水利厅指导市水务局。", "guides", "省水利厅指导市水务局", []),
        (
            "省水利厅编制规划，指导市水务局。",
            "guides",
            "省水利厅编制规划，指导市水务局",
            [],
        ),
        (
            "省水利厅监督县政府。指导市水务局。",
            "guides",
            "指导市水务局",
            ["省水利厅"],
        ),
        (
            "省水利厅应当：\n（一）编制规划；\n（二）指导市水务局。",
            "guides",
            "指导市水务局",
            ["省水利厅"],
        ),
        (
            "理事会由代表大会产生，对其负责。",
            "accountableTo",
            "理事会由代表大会产生，对其负责",
            [],
        ),
    ],
)
def test_quotes_the_clause(text: str, relation: str, evidence: str, antecedent: list[str]) -> None:
    """Evidence is the clause, with its subject while that is near; else that is antecedent."""
    reading = read(text)
    statement = stated(reading, relation)
    assert quotes(reading, statement.evidence) == [evidence]
    assert quotes(reading, statement.antecedent) == antecedent


def test_far_subject_is_antecedent() -> None:
    """A subject that stands too far before its clause is not quoted with all that lies between."""
    between = "，".join(["做好规划编制、资料保管、经费核算和设备维护"] * 8)
    reading = read(f"省水利厅{between}，指导市水务局。")
    statement = stated(reading, "guides")
    assert quotes(reading, statement.evidence) == ["指导市水务局"]
    assert quotes(reading, statement.antecedent) == ["省水利厅"]


def test_broken_sentence_has_two_spans() -> None:
    """A clause that a page break cuts in two is quoted by both of its parts, and so is a name."""
    document = make_document({1: [("省水利", "厅指导市水务局，并监督河道管", "理机构。")]})
    reading = reader().read(document)
    guides, supervises = reading.statements
    assert quotes(reading, guides.evidence) == ["省水利", "厅指导市水务局"]
    assert quotes(reading, guides.subject_words) == ["省水利", "厅"]
    assert quotes(reading, supervises.object_words) == ["河道管", "理机构"]
    assert supervises.object.name == "河道管理机构"


def test_anchor_of_a_dependent_name_is_antecedent() -> None:
    """What 其 stands for is antecedent of the name that begins with it."""
    reading = read("市人民政府设立应急办公室，其主任由市人民政府任命。")
    statement = stated(reading, "appoints")
    assert "应急办公室" in quotes(reading, statement.antecedent)


def test_words_are_where_the_name_stands() -> None:
    """The words of a mention are its places in the source, around the gaps of the passage."""
    text = "各级党委领导工会。"
    mention = next(chunk.mention for chunk in chunks(text) if chunk.mention is not None)
    assert words(mention) == (Span(start=2, end=4),)
    broken = make_passage("各级党", "委领导工会。", start=10)
    mention.passage = broken
    assert words(mention) == (Span(start=12, end=13), Span(start=15, end=16))


@pytest.mark.parametrize(
    "text",
    [
        "检察院移送公安机关的，应当登记。",
        "党委领导工会的，适用本条。",
        "财政局向审计局报告的；",
    ],
)
def test_what_is_only_supposed_is_not_stated(text: str) -> None:
    """A clause that ends in 的 supposes what it says, and states nothing."""
    assert read(text).statements == ()
