"""Numbers at the head of a line: every style, and what only resembles one."""

from __future__ import annotations

import pytest

from graph.text.markers import Style, find_marker, is_cited, next_articles


@pytest.mark.parametrize(
    ("line", "style", "number", "label", "rest"),
    [
        ("第一编 总则", Style.PART, 1, "第一编", "总则"),
        ("第二部分 清单", Style.PART, 2, "第二部分", "清单"),
        ("第一分编 通则", Style.SUBPART, 1, "第一分编", "通则"),
        ("第三章组织设置", Style.CHAPTER, 3, "第三章", "组织设置"),
        ("第四节", Style.SECTION, 4, "第四节", ""),
        ("第十四条 派出", Style.ARTICLE, 14, "第十四条", "派出"),
        ("第39条 派出", Style.ARTICLE, 39, "第39条", "派出"),
        ("第三十九 条年度", Style.ARTICLE, 39, "第三十九 条", "年度"),
        ("第 一 百 条 派", Style.ARTICLE, 100, "第 一 百 条", "派"),
        ("弟四十五条 监察", Style.ARTICLE, 45, "弟四十五条", "监察"),
        ("一、指导", Style.HAN, 1, "一、", "指导"),
        ("十二．指导", Style.HAN, 12, "十二．", "指导"),
        ("（三）指导", Style.HAN_BRACKETS, 3, "（三）", "指导"),
        ("（ 三 ） 指导", Style.HAN_BRACKETS, 3, "（ 三 ）", "指导"),
        ("（（七）其他", Style.HAN_BRACKETS, 7, "（（七）", "其他"),
        ("（一）项目概况", Style.HAN_BRACKETS, 1, "（一）", "项目概况"),
        ("（一）及时报告", Style.HAN_BRACKETS, 1, "（一）", "及时报告"),
        ("（12）申请", Style.DIGIT_BRACKETS, 12, "（12）", "申请"),
        ("1.办案", Style.DIGIT, 1, "1.", "办案"),
        ("１２．办案", Style.DIGIT, 12, "１２．", "办案"),
        ("3、办案", Style.DIGIT, 3, "3、", "办案"),
        ("⑤审理", Style.CIRCLED, 5, "⑤", "审理"),
    ],
)
def test_reads_every_style(line: str, style: Style, number: int, label: str, rest: str) -> None:
    """Style, number, the number as written and the text behind it are told apart."""
    marker = find_marker(line)
    assert marker is not None
    assert (marker.style, marker.number, marker.label) == (style, number, label)
    assert line[marker.end :] == rest


@pytest.mark.parametrize(
    "line",
    [
        "",
        "派出机关",
        "第一，坚持",
        "第一款规定",
        "第二类器械",
        "第百条 派出",
        "第零条 派出",
        "一般管理区",
        "一九八〇年",
        "（一）项规定的",
        "（一）、（二）项规定的",
        "（一）至（三）项",
        "（以下简称甲）",
        "（2022年）",
        "1.5米以上",
        "2010年7月",
        "1:500",
        "1234.甲",
        "“第三条 派出",
    ],
)
def test_passes_over_what_is_none(line: str) -> None:
    """References, ordinals, decimals, years and quoted numbers open nothing."""
    assert find_marker(line) is None


@pytest.mark.parametrize(
    ("line", "number", "suffix"),
    [("第十七条之一 已满", 17, 1), ("第一百二十条之二有", 120, 2), ("第三条之规定", 3, None)],
)
def test_reads_suffixes(line: str, number: int, suffix: int | None) -> None:
    """第X条之一 is an article of its own; 之 before anything else is a word."""
    marker = find_marker(line)
    assert marker is not None
    assert (marker.number, marker.suffix) == (number, suffix)


@pytest.mark.parametrize(
    ("line", "separated"),
    [("第一条 甲", True), ("第一条", True), ("第一条甲", False), ("第一条【立法】", False)],
)
def test_sees_what_separates(line: str, separated: bool) -> None:  # noqa: FBT001
    """White space or the end of the line separates a number from its text."""
    marker = find_marker(line)
    assert marker is not None
    assert marker.separated is separated


@pytest.mark.parametrize(
    ("words", "separated", "cited"),
    [
        ("规定的期限", True, True),
        ("的规定", True, True),
        ("第二款", True, True),
        ("、第六条", True, True),
        ("所称机关", True, True),
        ("和第七条", True, True),
        ("中央机关", True, False),
        ("中央机关", False, True),
        ("和平时期", True, False),
        ("和平时期", False, True),
        ("以下简称", False, True),
        ("第一章", True, False),
        ("派出机关", False, False),
    ],
)
def test_knows_citations(words: str, separated: bool, cited: bool) -> None:  # noqa: FBT001
    """What stands behind a number shows whether it is cited; a space makes that less likely."""
    line = f"第六条{' ' if separated else ''}{words}"
    assert is_cited(line, len(line) - len(words), separated=separated) is cited


def test_looks_ahead_for_articles() -> None:
    """Every line knows the number of the next article behind it."""
    lines = ["第一条 甲", "（一）乙", "第三条 丙", "丁"]
    assert next_articles([find_marker(line) for line in lines]) == [3, 3, 0, 0]
