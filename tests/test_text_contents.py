"""Tables of contents: found with and without their title, and not where chapters are few."""

from __future__ import annotations

import pytest

from graph.text.compose import read_entries
from graph.text.contents import contents
from graph.text.lines import read_lines

BODY = "第一章 总则\n第一条 甲。\n第二章 职责\n第二条 乙。\n附则\n第三条 丙。"


@pytest.mark.parametrize(
    ("text", "skipped"),
    [
        (
            "规则\n目　录\n第一章 总则\n第二章 职责\n附则\n" + BODY,
            ["目 录", "第一章 总则", "第二章 职责", "附则"],
        ),
        ("规则\n第一章 总则\n第二章 职责\n附则\n" + BODY, ["第一章 总则", "第二章 职责", "附则"]),
        (
            "规则\n目录\n第一章 总则\n第二章 职责\n为了管理，制定本法。\n" + BODY,
            ["目录", "第一章 总则", "第二章 职责"],
        ),
        (
            "规则\n目录\n[第一章 总则](#a)\n[第二章 职责](#b)\n## " + BODY,
            ["目录", "第一章 总则", "第二章 职责"],
        ),
        (
            "规则\n## 一、甲\n## 二、乙\n## 三、丙\n为了管理，制定本法。\n## 一、甲\n第一条 甲。",
            ["一、甲", "二、乙", "三、丙"],
        ),
        ("规则\n目录\n" + BODY, ["目录"]),
        ("规则\n" + BODY, []),
        ("规则\n第一编 总则\n" + BODY + "\n第二编 分则\n第一章 通则\n第四条 丁。", []),
        ("规则\n甲领导乙。", []),
    ],
)
def test_finds_contents(text: str, skipped: list[str]) -> None:
    """Headings that come again with the articles are contents up to where they come again."""
    entries = read_entries(read_lines(text).lines)
    assert [entries[index].line.text for index in contents(entries)] == skipped
