"""Questions whose answers hang on what is not stated: each with what must not be found."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from graph.ask import get_question, put
from graph.model import Modality
from graph.query import tabulate
from graph.rdf import store_readings
from tests.factories import make_body, make_document, make_reading, make_statement

if TYPE_CHECKING:
    from graph.rdf import GraphStore

HEAD, BUREAU, TEAM, UNIT, AUDIT = map(make_body, ("总局", "分局", "监察组", "重点单位", "审计处"))
MUST, MAY, NOT = Modality.OBLIGATION, Modality.PERMISSION, Modality.PROHIBITION

TEXTS: Final = {
    1: "总局领导分局",
    2: "分局领导监察组",
    3: "总局应当领导分局",
    4: "监察组应当监督重点单位",
    5: "监察组应当向分局报告工作",
    6: "监察组应当向审计处报告工作",
    7: "审计处应当听取重点单位的汇报",
    8: "重点单位可以向监察组报告工作",
    9: "分局不得管理审计处",
}


@pytest.fixture(scope="module")
def store() -> GraphStore:
    """Return a regulation in which each question here has a hit and near misses."""
    document = make_document({number: [f"{text}。"] for number, text in TEXTS.items()})
    said = [
        (1, HEAD, "leads", BUREAU, Modality.DECLARATION, ""),
        (2, BUREAU, "leads", TEAM, Modality.DECLARATION, ""),
        (3, HEAD, "leads", BUREAU, MUST, ""),
        (4, TEAM, "supervises", UNIT, MUST, ""),
        (5, TEAM, "reportsTo", BUREAU, MUST, ""),
        (6, TEAM, "reportsTo", AUDIT, MUST, ""),
        (7, UNIT, "reportsTo", AUDIT, MUST, "听取"),
        (8, UNIT, "reportsTo", TEAM, MAY, ""),
        (9, BUREAU, "manages", AUDIT, NOT, ""),
    ]
    statements = (
        make_statement(document, n, a, relation, b, TEXTS[n], modality=modality, entry=entry)
        for n, a, relation, b, modality, entry in said
    )
    return store_readings([make_reading(document, *statements)])


def rows(store: GraphStore, name: str, *columns: str, **parameters: str) -> list[tuple[str, ...]]:
    """Return some columns of an answer."""
    table = tabulate(put(store, get_question(name), parameters))
    places = [table.columns.index(column) for column in columns]
    return [tuple(row[place] for place in places) for row in table.rows]


def test_a_duty_has_a_counterpart_in_power_or_hearing(store: GraphStore) -> None:
    """Whoever leads the debtor, or is said to hear it, has the power; a permission is no duty."""
    assert [("监察组", "审计处")] == rows(store, "duty-without-counterpart", "subject", "object")


def test_a_supervisor_that_is_reported_to_receives_a_report(store: GraphStore) -> None:
    """A permission to report is a report that is received."""
    assert [] == rows(store, "supervises-without-report", "supervisor")
    assert [("监察组", "重点单位")] == rows(
        store, "unsupervised-supervisors", "supervisor", "supervised"
    )


def test_what_is_only_allowed_need_not_be_told(store: GraphStore) -> None:
    """Who must be told is told by duties: the permission of Article 8 is not among them."""
    assert {"分局", "审计处"} == {told for (told,) in rows(store, "who-must-be-told", "told")}


def test_levels_are_climbed_over_what_holds(store: GraphStore) -> None:
    """The chain goes through others, shortest first, and never over what is denied."""
    columns = ("hops", "above", "way", "articles")
    assert [
        ("1", "监察组", "监察组 → 重点单位", "第四条"),
        ("2", "分局", "分局 → 监察组 → 重点单位", "第二条、第四条"),
        ("3", "总局", "总局 → 分局 → 监察组 → 重点单位", "第一条、第二条、第四条"),
    ] == rows(store, "chain-of-command", *columns, body="重点单位")
    assert [] == rows(store, "chain-of-command", "above", body="审计处")
    assert [("1", "审计处"), ("1", "监察组"), ("2", "分局")] == sorted(
        rows(store, "answers-to", "hops", "above", body="重点单位")
    )


def test_a_relation_that_is_stated_again_is_not_lost(store: GraphStore) -> None:
    """Striking out one of two articles that say the same breaks no way and loses no body."""
    assert [("关系（他条另有规定）", "总局", "分局", "第三条")] == rows(
        store, "struck-out", "lost", "subject", "object", "also", article="1"
    )


def test_ways_of_power_break_where_their_only_step_is_struck_out(store: GraphStore) -> None:
    """The relation is lost, and each way of more than one step that has no detour."""
    assert [
        ("关系", "分局", "监察组", ""),
        ("权力通路", "分局", "重点单位", "分局 → 监察组 → 重点单位"),
        ("权力通路", "总局", "监察组", "总局 → 分局 → 监察组"),
        ("权力通路", "总局", "重点单位", "总局 → 分局 → 监察组 → 重点单位"),
    ] == rows(store, "struck-out", "lost", "subject", "object", "also", article="2")


def test_a_body_that_only_the_article_names_is_lost() -> None:
    """A body named by another article stays; one of this article alone does not."""
    document = make_document({1: ["总局领导分局。"], 2: ["总局监督审计处。"]})
    reading = make_reading(
        document,
        make_statement(document, 1, HEAD, "leads", BUREAU, "总局领导分局"),
        make_statement(document, 2, HEAD, "supervises", AUDIT, "总局监督审计处"),
    )
    found = rows(store_readings([reading]), "struck-out", "lost", "subject", article="1")
    assert [("关系", "总局"), ("机构", "分局")] == found


def test_striking_out_a_denial_breaks_nothing(store: GraphStore) -> None:
    """What an article denies is lost with it, but no way ever led over it."""
    assert [("关系", "不得", "分局")] == rows(
        store, "struck-out", "lost", "modality", "subject", article="9"
    )
