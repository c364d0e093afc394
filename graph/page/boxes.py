"""The boxes that bodies are drawn as: how a name breaks into lines, and how large it then is.

Layouts and the browser must agree on sizes, so a name is wrapped here, once, and the browser draws
the lines as they are. Sizes are in the drawing's units, which are CSS pixels at zoom 1.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from math import ceil

FONT_SIZE = 15
MARGIN_X = 7
MARGIN_Y = 5
# vis-network sets lines without leading and adds this much of its own around a label.
_PADDING = 8
# A label longer than this is cut; the page shows the whole name wherever there is room for it.
LONGEST_LABEL = 48
WIDEST_LINE = 9.0
_OPENING = "（《「『〔【“‘("
_CLOSING = "）》」』〕】”’)，。、；：！？的及和"


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """The size of a drawn body."""

    width: int
    height: int


def wrap(name: str) -> str:
    """Break a name into lines of about equal length, as the drawing shows it.

    Returns:
        The name with line feeds; white space is one blank, and a name of more than `LONGEST_LABEL`
        characters ends in an ellipsis.
    """
    text = " ".join(name.split()) or "?"
    if len(text) > LONGEST_LABEL:
        text = text[: LONGEST_LABEL - 1] + "…"
    total = sum(map(_advance, text))
    per_line = ceil(total / max(ceil(total / WIDEST_LINE), 1))
    lines: list[str] = []
    line, filled = "", 0.0
    for index, char in enumerate(text):
        if filled + _advance(char) > per_line and _may_break(text, index):
            lines.append(line.strip())
            line, filled = "", 0.0
        line += char
        filled += _advance(char)
    lines.append(line.strip())
    return "\n".join(lines)


def measure(label: str) -> Box:
    """Return the size of the box around a wrapped name."""
    lines = label.split("\n")
    widest = max(sum(map(_advance, line)) for line in lines)
    return Box(
        width=ceil(widest * FONT_SIZE) + 2 * MARGIN_X + _PADDING,
        height=len(lines) * FONT_SIZE + 2 * MARGIN_Y + _PADDING,
    )


def _advance(char: str) -> float:
    """Return a character's width in em: 1 for Chinese, less for Latin, none for joining marks."""
    if unicodedata.category(char) in {"Mn", "Me", "Cf"}:
        return 0.0
    return 1.0 if unicodedata.east_asian_width(char) in "WFA" else 0.6


def _may_break(text: str, index: int) -> bool:
    """Tell whether a line may end before `text[index]`: no mark is parted from what it marks."""
    return text[index] not in _CLOSING and text[index - 1] not in _OPENING
