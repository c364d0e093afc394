"""Foreign lines: addresses, labels and advertisements, not the sentences that speak of them."""

from __future__ import annotations

import pytest

from graph.text.foreign import foreign_lines
from graph.text.lines import read_lines


@pytest.mark.parametrize(
    ("line", "goes_on_elsewhere"),
    [
        ("https://www.example.org/report?id=11_10", False),
        ("来源：https://www.example.org/a/1.html", False),
        ("www.example.org", False),
        ("本文来源：监督工作一本通", False),
        ("责任编辑：某某", False),
        ("预览已结束，完整报告链接和二维码如下：", True),
        ("未完待续", True),
        ("下载后可阅读全文", True),
    ],
)
def test_knows_foreign_lines(line: str, goes_on_elsewhere: bool) -> None:  # noqa: FBT001
    """Lines that a site added are foreign, and one that announces more says so."""
    lines = read_lines(f"（一）甲领导乙；\n{line}\n").lines
    assert foreign_lines(lines) == ([1], goes_on_elsewhere)


@pytest.mark.parametrize(
    "text",
    [
        "第一条 提供链接、二维码的，依法处理。",
        "网址：https://www.example.org/a 由甲公布。",
        "来源：甲；",
        "查封机关处理\n剩余部分的，应当报告。",
        "甲应当对信息进行审核，\n编辑：",
        "主要来源如下：",
    ],
)
def test_leaves_text_alone(text: str) -> None:
    """Sentences about links, and the rest of a broken sentence, are text."""
    assert foreign_lines(read_lines(text).lines) == ([], False)
