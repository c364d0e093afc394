"""Quotations in amendments: which lines stand inside, and where none is looked for."""

from __future__ import annotations

import pytest

from graph.text.lines import read_lines
from graph.text.quotation import quoted_lines


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("一、修改为：“第三条 甲。\n第四条 乙。”\n二、删去。", "·x·"),
        ("一、修改为：“甲。\n“（一）乙；\n“（二）丙。”\n二、删去。", "·xx·"),
        ("一、修改为：\n“第三条 甲。”\n二、删去。", "···"),
        ("一、修改为：“第三条 甲。”\n二、删去。", "··"),
        ("一、修改为：“甲。\n二、删去“乙”。\n三、删去。", "···"),
        ("一、修改为：“甲。\n二、删去。", "··"),
        ("一、修改为：“甲。\n二、乙改为：“丙。\n丁。”\n三、删去。", "··x·"),
        ("一、修改为：“甲做到“两个”。\n乙做到“三个”。\n丙。”\n二、删去。", "·xx·"),
        ("第一条 做到“两个。\n第二条 甲。”", "··"),
    ],
)
def test_finds_quoted_lines(text: str, quoted: str) -> None:
    """A quotation reaches to the line that closes it, in a text that amends, and if one does."""
    found = quoted_lines(read_lines(text).lines)
    assert "".join("x" if inside else "·" for inside in found) == quoted
