"""Several regulations in one file: where the next one begins."""

from __future__ import annotations

import pytest

from graph.text.compose import read_entries
from graph.text.division import divide
from graph.text.lines import read_lines

FIRST = "甲规则\n第一条 甲领导乙。\n第二条 乙监督丙。\n"


@pytest.mark.parametrize(
    ("text", "first_lines"),
    [
        (FIRST, ["甲规则"]),
        (FIRST + "乙细则\n第一条 乙管理丙。", ["甲规则", "乙细则"]),
        (
            FIRST + "乙细则\n（2020年1月2日乙公布）\n第一章 总则\n第一条 乙管理丙。",
            ["甲规则", "乙细则"],
        ),
        (FIRST + "附件：乙细则\n第一条 乙管理丙。", ["甲规则", "附件：乙细则"]),
        ("# 甲\n第一条 甲领导乙。\n# 乙\n第一条 乙管理丙。", ["甲", "乙"]),
        (FIRST + "第一条 乙管理丙。", ["甲规则"]),
        (FIRST + "乙细则\n第三条 乙管理丙。", ["甲规则"]),
        (FIRST + "本规则由甲解释。\n第一条 乙管理丙。", ["甲规则"]),
        (
            "关于修改甲规则的决定\n一、修改。\n二、删去。\n" + FIRST,
            ["关于修改甲规则的决定", "甲规则"],
        ),
        ("关于印发甲规则的通知\n一、学习。\n二、执行。\n" + FIRST, ["关于印发甲规则的通知"]),
    ],
)
def test_divides(text: str, first_lines: list[str]) -> None:
    """A title behind which articles start again from the first opens a document, nothing else."""
    documents = divide(read_entries(read_lines(text).lines))
    assert [entries[0].line.text for entries in documents] == first_lines
