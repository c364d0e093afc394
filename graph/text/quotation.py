"""The lines that an amendment quotes: 将第三条修改为：“第三条 …”.

Articles and items in them are words of the amendment, not provisions of it. Each quoted line may
open with a quotation mark of its own; only the last one is closed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.text.lines import Line

_AMENDS: Final = re.compile("修改为|改为|增加一|作为第|修订为")


def quoted_lines(lines: Sequence[Line]) -> list[bool]:
    """Return for every line whether it stands inside a quotation that an earlier line opened.

    Only texts that amend are looked at, and a quotation that nothing closes is a slip of the pen.
    """
    if not any(_AMENDS.search(line.text) for line in lines):
        return [False] * len(lines)
    quoted: list[bool] = []
    inside = False
    for line, closed in zip(lines, _closed_later(lines), strict=True):
        quoted.append(inside)
        opening, closing = line.text.rfind("“"), line.text.rfind("”")
        if opening >= 0 or closing >= 0:
            inside = opening > closing and closed
    return quoted


def _closed_later(lines: Sequence[Line]) -> list[bool]:
    """Return for every line whether a later one closes a quotation before another is opened."""
    closed: list[bool] = []
    closes = False
    for line in reversed(lines):
        closed.append(closes)
        opening, closing = line.text.rfind("“"), line.text.rfind("”")
        if opening >= 0 or closing >= 0:
            closes = closing > opening or (closes and line.text[0] == "“")
    return closed[::-1]
