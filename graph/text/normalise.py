"""One character in, one character out: the source in the form that is read.

Nothing after this step changes the length of the text, so an offset in the result is an offset in
the source.

- Half-width `; : , ( )` become full-width, but not inside numbers, Latin words and addresses
  (1:500, H(x), http://…).
- Every kind of space within a line becomes an ordinary space.
- Characters that carry nothing (zero-width, private-use, control characters) become `GAP`, as does
  markup (see `graph.text.markup`); a passage leaves gaps out.
"""

from __future__ import annotations

import re
from typing import Final

GAP: Final = "\0"
"""Stands for a character that is no text. No source holds it: a NUL makes a file binary."""

BYTE_ORDER_MARK: Final = "\ufeff"
"""Stays in the text when a file begins with it, so that offsets count it; it is no text either."""

LINE_ENDS: Final = "\n\r\v\f\x85\u2028\u2029"
"""The characters that end a line; a form feed is the page break of older files."""

INVISIBLE: Final = (
    "\x01-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    "\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\uffff\ue000-\uf8ff\ud800-\udfff"
    "\U000e0000-\U000e0fff\U000f0000-\U0010ffff"
)
"""Controls, zero-width and private-use characters, as the inside of a character class."""

_INVISIBLE: Final = re.compile(f"[{INVISIBLE}]")
_ODD_SPACES: Final = "\t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
_ODD_SPACE: Final = re.compile(f"[{_ODD_SPACES}]")
_UNUSUAL: Final = re.compile(f"[{INVISIBLE}{_ODD_SPACES}]")
_FULL_WIDTH: Final = str.maketrans(";:,()", "；：，（）")
_HALF_WIDTH: Final = re.compile("[;:,()]")
# A run of printable ASCII: `(2022`, `1:500`, `;`, `http://www.example.org/a,b`.
_ASCII_RUN: Final = re.compile("[!-~]+")
_CONVERTED: Final = ";:,()"


def normalise(text: str) -> str:
    """Return the text in the form that is read, character for character.

    >>> normalise("管辖, 或者(一)1:500;")
    '管辖， 或者（一）1:500；'
    """
    spaced = text
    if _UNUSUAL.search(text):
        spaced = _INVISIBLE.sub(GAP, _plain_spaces(text))
    if _HALF_WIDTH.search(spaced) is None:
        return spaced
    return _ASCII_RUN.sub(_widen, spaced)


def close_up(text: str) -> str:
    """Return a heading without the spaces that only stretch it, and with single ones elsewhere.

    >>> close_up("总　　则"), close_up("附 则"), close_up("组织设置  领导体制")
    ('总则', '附则', '组织设置 领导体制')
    """
    words = text.split()
    if len(words) > 1 and max(map(len, words)) == 1:
        return "".join(words)
    return " ".join(words)


def _plain_spaces(text: str) -> str:
    """Make every space an ordinary one; replacing those that occur is faster than translating."""
    found = _ODD_SPACE.search(text)
    while found:
        text = text.replace(found[0], " ")
        found = _ODD_SPACE.search(text, found.start())
    return text


def _widen(run: re.Match[str]) -> str:
    """Widen the marks at the ends of a run of ASCII; those inside belong to a number or word."""
    written = run[0]
    if written.isalnum():
        return written
    core = written.strip(_CONVERTED)
    if not core:
        return written.translate(_FULL_WIDTH)
    start = written.index(core)
    end = start + len(core)
    # `f(x)`: the bracket that closes one inside the word stays with it.
    opened = core.count("(") - core.count(")")
    while opened > 0 and end < len(written) and written[end] == ")":
        end, opened = end + 1, opened - 1
    tail = written[end:]
    if not _followed_by_latin(run):
        tail = tail.translate(_FULL_WIDTH)
    return written[:start].translate(_FULL_WIDTH) + written[start:end] + tail


def _followed_by_latin(run: re.Match[str]) -> bool:
    """Tell whether another Latin word follows (`peace, order`): then the comma is Latin, too."""
    after = run.string[run.end() : run.end() + 2]
    return (
        len(after) == len(" x")
        and after[0] == " "
        and "!" <= after[1] <= "~"
        and run[0][0].isalpha()
    )
