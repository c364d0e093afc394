"""What became of every clause: roles, the verb that gave nothing, and no clause lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.model import FindingKind, Role
from tests.clause_tables import read, rows

if TYPE_CHECKING:
    from graph.model import ReadClause, Reading
    from tests.clause_tables import Row


def words(reading: Reading, clause: ReadClause) -> str:
    """Return the words of a clause."""
    text = reading.document.source.text
    return "".join(text[span.start : span.end] for span in clause.spans)


def fates(text: str) -> list[tuple[str, Role]]:
    """Return the clauses of a text, each with its role."""
    reading = read(text)
    return [(words(reading, clause), clause.role) for clause in reading.clauses]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("省水利厅指导市水务局。", Role.EVIDENCE),
        ("市水务局由省水利厅指导。", Role.EVIDENCE),
        ("本办法所称灌区，是指灌溉面积较大的区域。", Role.DEFINITION),
        ("灌区包括渠道、水库和泵站。", Role.DEFINITION),
        ("节约用水坚持统筹规划。", Role.PRINCIPLE),
        ("节约用水遵循合理开发的原则。", Role.PRINCIPLE),
        ("根据《水资源管理办法》制定本规则。", Role.CITATION),
        ("情况紧急的，", Role.CONDITION),
        ("按照合同的约定，", Role.CONDITION),
        ("省水利厅应当编制规划。", Role.DUTY),
        ("单位可以申请许可。", Role.DUTY),
        ("省水利厅。", Role.UNREAD),
    ],
)
def test_gives_clauses_their_role(text: str, role: Role) -> None:
    """A clause is evidence, or read as something else, or unread."""
    assert fates(text)[0][1] is role


def test_tells_clauses_of_one_sentence_apart() -> None:
    """Each clause of a sentence has a fate of its own, marks with the clause that they end."""
    text = "根据《水法》，省水利厅编制规划，指导市水务局；情况紧急的，可以停水。"
    assert fates(text) == [
        ("根据《水法》，", Role.CITATION),
        ("省水利厅编制规划，", Role.DUTY),
        ("指导市水务局；", Role.EVIDENCE),
        ("情况紧急的，", Role.CONDITION),
        ("可以停水。", Role.DUTY),
    ]


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("省水利厅移送的材料由市水务局保存。", "移送"),
        ("省水利厅批准的方案由市水务局保管。", "批准"),
    ],
)
def test_names_a_verb_that_gave_nothing(text: str, verb: str) -> None:
    """A verb of the lexicon between two bodies that gave no statement is unread, and a finding."""
    reading = read(text)
    unread = [clause for clause in reading.clauses if clause.note]
    assert reading.statements == ()
    assert [(clause.role, clause.note) for clause in unread] == [(Role.UNREAD, verb)]
    (finding,) = reading.findings
    assert finding.kind is FindingKind.RELATION_UNREAD
    assert finding.message.startswith(verb)
    assert (finding.provision, finding.spans) == (unread[0].provision, unread[0].spans)


def test_clause_with_a_statement_names_no_verb() -> None:
    """Where a statement came of a clause, no finding speaks of its verbs."""
    reading = read("省水利厅指导、监督市水务局。")
    assert reading.findings == ()
    assert all(not clause.note for clause in reading.clauses)


@pytest.mark.parametrize("row", rows("constructions"), ids=lambda row: f"{row.table}-{row.line}")
def test_clauses_cover_the_passages(row: Row) -> None:
    """Together the clauses of a reading are all characters of its passages, each once."""
    reading = read(row.text)
    told = [
        position
        for clause in reading.clauses
        for span in clause.spans
        for position in range(span.start, span.end)
    ]
    passages = [
        position
        for provision in reading.document.walk()
        if provision.passage is not None
        for span in provision.passage.spans
        for position in range(span.start, span.end)
    ]
    assert told == passages


@pytest.mark.parametrize("row", rows("constructions"), ids=lambda row: f"{row.table}-{row.line}")
def test_evidence_is_marked_as_such(row: Row) -> None:
    """A clause is evidence exactly where something stated rests on a part of it."""
    reading = read(row.text)
    marked = {span for one in reading.clauses if one.role is Role.EVIDENCE for span in one.spans}
    quoted = [span for statement in reading.statements for span in statement.evidence]
    assert bool(marked) == bool(quoted)
    for clause in marked:
        assert any(one.start < clause.end and clause.start < one.end for one in quoted)
