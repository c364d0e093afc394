"""Logical lines: what is carried on, what is not, and what each entry opens."""

from __future__ import annotations

import pytest

from graph.text.compose import read_entries
from graph.text.entries import Entry, Kind
from graph.text.lines import read_lines

HEAD = "第一条 甲领导乙。\n"


def entries(text: str) -> list[Entry]:
    """Return the logical lines of a text."""
    return read_entries(read_lines(text).lines)


def texts(text: str) -> list[str]:
    """Return the logical lines of what follows a first article, as text."""
    return [entry.line.text for entry in entries(HEAD + text)[1:]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("研究讨\n\n论问题。", ["研究讨论问题。"], id="page-break"),
        pytest.param("研究讨\f论问题。", ["研究讨论问题。"], id="form-feed"),
        pytest.param("甲、\n乙。", ["甲、乙。"], id="comma"),
        pytest.param("少数民族\n。甲是乙。", ["少数民族。甲是乙。"], id="lost-full-stop"),
        pytest.param(
            "《甲》\n、《乙》的规定。", ["《甲》、《乙》的规定。"], id="closed-but-carried"
        ),
        pytest.param("甲监督乙。\n丙监督丁。", ["甲监督乙。", "丙监督丁。"], id="two-sentences"),
        pytest.param("情况：\n甲监督乙。", ["情况：", "甲监督乙。"], id="stem"),
        pytest.param(
            "组成：\n主任，\n委员若干人。", ["组成：主任，委员若干人。"], id="enumeration"
        ),
        pytest.param("甲应当\n（一）监督；", ["甲应当", "（一）监督；"], id="stem-without-colon"),
        pytest.param("（一）甲\n（二）乙。", ["（一）甲", "（二）乙。"], id="items-without-end"),
        pytest.param("甲，多规合\n一、统筹。", ["甲，多规合一、统筹。"], id="numeral-of-a-word"),
        pytest.param("多规合\n一、统筹。", ["多规合一、统筹。"], id="numeral-of-a-bare-word"),
        pytest.param(
            "依照第三条、\n第四条的规定办理。", ["依照第三条、第四条的规定办理。"], id="cited"
        ),
        pytest.param(
            "依照\n第五条 处理。", ["依照", "第五条 处理。"], id="article-behind-open-line"
        ),
        pytest.param("网站www.12\n339.example。", ["网站www.12339.example。"], id="address"),
        pytest.param("第九条第二款的期限。", ["第九条第二款的期限。"], id="cited-at-a-paragraph"),
        pytest.param("依照\n第三章规定办理。", ["依照第三章规定办理。"], id="chapter-cited"),
        pytest.param("第三十\n九条 甲监督乙。", ["第三十九条 甲监督乙。"], id="number-broken"),
        pytest.param(
            "第\n三十九条 甲监督乙。", ["第三十九条 甲监督乙。"], id="number-broken-early"
        ),
        pytest.param(
            "第三十九\n　条 甲监督乙。", ["第三十九条 甲监督乙。"], id="number-broken-late"
        ),
        pytest.param("甲监督\n- 乙。", ["甲监督", "乙。"], id="list-mark"),
        pytest.param("甲监督\n## 乙", ["甲监督", "乙"], id="markdown-heading"),
        pytest.param(
            "甲监督\n公园管理\n第二条 乙。",
            ["甲监督", "公园管理", "第二条 乙。"],
            id="lost-heading",
        ),
        pytest.param(
            "第二章 审查和\n批准决算\n第二条 甲。",
            ["第二章 审查和批准决算", "第二条 甲。"],
            id="heading",
        ),
        pytest.param(
            "第二章\n总则\n第二条 甲。", ["第二章总则", "第二条 甲。"], id="heading-behind-number"
        ),
        pytest.param(
            "第二章 总则\n甲监督乙。", ["第二章 总则", "甲监督乙。"], id="text-behind-heading"
        ),
        pytest.param("县人民政府\n2018年7月1日", ["县人民政府", "2018年7月1日"], id="signature"),
    ],
)
def test_carries_on(text: str, expected: list[str]) -> None:
    """Sentences, numbers and headings that line ends break are whole again, and nothing else is."""
    assert texts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "甲规则\n（2020年1月2日\n乙会议通过）\n",
            ["甲规则", "（2020年1月2日乙会议通过）"],
            id="brackets",
        ),
        pytest.param(
            "2020年1月2日 乙会议\n《决定》修正\n", ["2020年1月2日 乙会议《决定》修正"], id="act"
        ),
        pytest.param(
            "2020年1月2日 乙公布\n丙\n", ["2020年1月2日 乙公布", "丙"], id="act-at-its-end"
        ),
        pytest.param("为了管理，制\n定本规则。\n", ["为了管理，制定本规则。"], id="prose"),
        pytest.param("甲市\n管理规则\n", ["甲市", "管理规则"], id="titles"),
    ],
)
def test_carries_front_matter_on(text: str, expected: list[str]) -> None:
    """Before the first article only brackets, acts and prose go on in the next line."""
    assert [entry.line.text for entry in entries(text + HEAD)[:-1]] == expected


@pytest.mark.parametrize(
    ("line", "kind", "heading"),
    [
        ("第二章 职责", Kind.HEADING, "职责"),
        ("## 第二章　职　责", Kind.HEADING, "职责"),
        ("附　则", Kind.HEADING, "附则"),
        ("第二章规定的职责，由甲履行。", Kind.PLAIN, ""),
        ("第二节课后甲报告乙。", Kind.PLAIN, ""),
        ("附则部分由甲解释。", Kind.PLAIN, ""),
        ("附件一：印章式样", Kind.ATTACHMENT, ""),
        ("附：", Kind.ATTACHMENT, ""),
        ("附件应当随卷归档。", Kind.PLAIN, ""),
        ("附近的单位：", Kind.PLAIN, ""),
        ("第二条 甲监督乙。", Kind.ARTICLE, ""),
        ("第二条【监督】甲监督乙。", Kind.ARTICLE, "监督"),
        ("【监督】甲监督乙。", Kind.PLAIN, "监督"),
        ("（一）监督乙；", Kind.ITEM, ""),
    ],
)
def test_knows_what_a_line_opens(line: str, kind: Kind, heading: str) -> None:
    """Headings, articles, items and attachments are told from sentences that begin like them."""
    entry = entries(HEAD + line)[-1]
    assert (entry.kind, entry.heading) == (kind, heading)


def test_finds_headings_of_articles() -> None:
    """Short lines behind the numbers of successive articles are headings, others are broken."""
    headed = entries("第一条 事实清楚\n事实是定案的基础。\n第二条 证据确凿\n证据是依据。")
    assert [entry.heading for entry in headed] == ["事实清楚", "", "证据确凿", ""]
    listed = entries("第一条 甲、乙、\n丙监督丁。\n第二条 甲、乙、丙、丁、戊\n和己监督庚。")
    assert [entry.heading for entry in listed] == ["", ""]
    broken = entries("第一条 甲应当\n监督乙。\n第二条 乙接受监督。\n第三条 丙\n监督乙。")
    assert [entry.heading for entry in broken] == ["", "", ""]


def test_finds_headings_of_points() -> None:
    """一、 opens a heading where it mostly does so in a text, or where Markdown says so."""
    points = entries("一、健全机制\n甲领导乙。\n二、强化责任\n乙向甲负责。")
    assert [entry.heading for entry in points] == ["健全机制", "", "强化责任", ""]
    sentences = entries("一、甲应当根据法律\n规定领导乙。\n二、乙应当向甲负责，并报告工作。")
    assert [entry.heading for entry in sentences] == ["", ""]


def test_reads_unseparated_articles() -> None:
    """Without white space behind numbers, an article is the next one due, however it begins."""
    text = "第一条为了管理。\n第二条规定由甲制定。\n第三条中队领导。\n第二条所称规定，包括通知。"
    kinds = [entry.kind for entry in entries(text)]
    assert kinds == [Kind.ARTICLE, Kind.ARTICLE, Kind.ARTICLE, Kind.PLAIN]


def test_keeps_titles_in_attachments_apart() -> None:
    """In an attachment, bare lines are titles and rows, not broken sentences."""
    found = texts("附件\n印章规格表\n印章名称\n（一）圆形")
    assert found == ["附件", "印章规格表", "印章名称", "（一）圆形"]
