"""Titles and acts: the dates, the bodies and the kinds of events, however they are written."""

from __future__ import annotations

import pytest

from graph.model import Event, Passage, Piece, Provision, ProvisionKind, Span
from graph.text.lines import read_lines
from graph.text.metadata import is_dated, is_title, names_act, read_effective, read_events


def events(text: str) -> list[tuple[str, str | None, str | None]]:
    """Return kind, date and agent of the acts in a text."""
    found = read_events(read_lines(text).lines)
    return [(event.kind, event.date, event.agent) for event in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "(2022年6月2日甲会议审议批准2022年6月22日甲办公厅发布)",
            [("approved", "2022-06-02", "甲会议"), ("published", "2022-06-22", "甲办公厅")],
        ),
        (
            "2018年3月20日 第十三届甲大会第一次会议通过",
            [("adopted", "2018-03-20", "第十三届甲大会第一次会议")],
        ),
        ("２０１２年１２月３日 甲部长会议通过", [("adopted", "2012-12-03", "甲部长会议")]),
        ("二〇二二年六月二日甲通过", [("adopted", "2022-06-02", "甲")]),
        (
            "根据2017年9月1日甲《关于修改〈乙通过的规定〉的决定》修正",
            [("amended", "2017-09-01", "甲")],
        ),
        ("2004年6月28日 甲会议《关于修改的决定》第一次修正", [("amended", "2004-06-28", "甲会议")]),
        (
            "1997年8月3日 中华人民共和国国务院令第227号发布",
            [("published", "1997-08-03", "中华人民共和国国务院")],
        ),
        ("2017年11月22日 甲国务院令第692号", [("published", "2017-11-22", "甲国务院")]),
        ("1979年7月4日 公布", [("published", "1979-07-04", None)]),
        ("1980年1月1日 施行", [("effective", "1980-01-01", None)]),
        ("(2019.1.1起施行）", [("effective", "2019-01-01", None)]),
        ("(2017年12月修改)", [("amended", "2017-12", None)]),
        ("（1987年7月14日）", [("published", "1987-07-14", None)]),
        (
            "（2021年7月20日甲全体会议决定，自2021年9月20日起施行）",
            [("adopted", "2021-07-20", "甲全体会议"), ("effective", "2021-09-20", None)],
        ),
        (
            "2009年9月21日 甲第1474次会议、2009年9月28日乙第20次会议通过",
            [
                ("adopted", "2009-09-21", "甲第1474次会议"),
                ("adopted", "2009-09-28", "乙第20次会议"),
            ],
        ),
        ("2021年2月30日甲公布", [("published", None, "甲")]),
        ("2021年13月甲公布", [("published", None, "甲")]),
        ("甲办公厅发布", []),
        ("2021年2月3日 甲的来信", []),
    ],
)
def test_reads_acts(text: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    """Every act has its kind, its date in ISO 8601 and its body as written."""
    assert events(text) == expected


def test_quotes_acts() -> None:
    """An event's span is the date with the words up to the verb."""
    text = "（2022年6月2日甲会议审议批准　2022年6月22日甲办公厅发布）"
    quotes = [
        text[span.start : span.end]
        for event in read_events(read_lines(text).lines)
        for span in event.spans
    ]
    assert quotes == ["2022年6月2日甲会议审议批准", "2022年6月22日甲办公厅发布"]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("本规则自2022年6月22日起施行。", "2022-06-22"),
        ("本规则自一九九八年一月一日起正式实施。", "1998-01-01"),
        ("本规则自发布之日起施行。", None),
        ("自2022年6月22日起设立监督组。", None),
    ],
)
def test_reads_when_in_force(text: str, date: str | None) -> None:
    """A last article that names the day is an event with that sentence as its quote."""
    passage = Passage(text=text, pieces=(Piece(offset=0, start=10, length=len(text)),))
    span = Span(start=10, end=10 + len(text))
    provision = Provision(id="article/9", kind=ProvisionKind.ARTICLE, span=span, passage=passage)
    expected = [] if date is None else [Event(kind="effective", date=date, agent=None)]
    assert list(read_effective([provision])) == expected


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("派驻机构工作规则", True),
        ("处分条例2003", True),
        ("甲法（试行）", True),
        ("甲组织法", True),
        ("法", False),
        ("甲应当遵守本规则。", False),
        ("甲，乙规定", False),
        ("2020年甲条例", True),
        ("2020年1月2日甲条例", False),
        ("甲市人民政府", False),
        ("甲" * 200 + "法", False),
    ],
)
def test_knows_titles(text: str, title: bool) -> None:  # noqa: FBT001
    """A title ends in the name of a kind of document and is no sentence, date or body."""
    assert is_title(text) is title


def test_knows_dates_and_verbs() -> None:
    """A line of an act opens with a date and ends in a verb, brackets aside."""
    assert is_dated("（2020年1月2日甲")
    assert is_dated("根据2020年1月2日甲")
    assert not is_dated("2020年甲")
    assert names_act("甲公布）")
    assert not names_act("甲公布的规定")
