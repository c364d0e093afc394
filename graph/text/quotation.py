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
# …修改为：“…: the verb, and the mark that opens what it quotes.
_OPENS: Final = re.compile(rf"(?:{_AMENDS.pattern})[^“”]{{0,40}}“")


def quoted_lines(lines: Sequence[Line]) -> list[bool]:
    """Return for every line whether it stands inside a quotation that an earlier line opened.

    Only texts that amend are looked at. A quotation that nothing closes before the next amendment,
    or before the end, is a slip of the pen.
    """
    quoted = [False] * len(lines)
    if not any(_AMENDS.search(line.text) for line in lines):
        return quoted
    opening = depth = 0
    for index, line in enumerate(lines):
        text = line.text
        if depth and text[0] != "“" and _OPENS.search(text):
            _forget(quoted, opening, index)
            depth = 0
        quoted[index] = depth > 0
        repeated = depth > 0 and text[0] == "“"
        after = depth + text.count("“") - repeated - text.count("”")
        if not depth:
            opening, after = index, min(after, 1)
        depth = max(after, 0)
    if depth:
        _forget(quoted, opening, len(lines))
    return quoted


def _forget(quoted: list[bool], start: int, end: int) -> None:
    """Take the lines of a quotation that was never closed for text again."""
    quoted[start:end] = [False] * (end - start)
