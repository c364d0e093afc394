"""The logical lines of a text: what `graph.text.compose` makes of the lines of the file.

An entry is a whole heading, an article's label with its first paragraph, an item, or a paragraph.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graph.text.lines import Line
    from graph.text.markers import Marker, Style


class Kind(Enum):
    """What an entry opens."""

    HEADING = auto()
    ARTICLE = auto()
    ITEM = auto()
    ATTACHMENT = auto()
    PLAIN = auto()


@dataclass(slots=True, kw_only=True)
class Entry:
    """A logical line.

    `marker` is the number that opens it, if any, `rest` the offset of the text behind it. `heading`
    is the heading that stands behind the number (第十一条 事实清楚, 【立法宗旨】). `quoted` tells
    that the line is part of a text that an amendment quotes.
    """

    kind: Kind
    line: Line
    marker: Marker | None = None
    rest: int = 0
    heading: str = ""
    quoted: bool = False

    @property
    def words(self) -> str:
        """The text behind the number and the heading."""
        return self.line.text[self.rest :]


CLOSING: Final = frozenset("。！？；：…”’）】》〕〉」』.!?;:")
"""What ends a paragraph, an item or a stem; a line that ends in anything else may go on."""

LONGEST_HEADING: Final = 50
"""No heading is longer, in characters."""

_MOST_LISTED: Final = 3
"""So many 、 may stand in a heading (监督、检查、评估和奖惩)."""

_PUNCTUATION: Final = re.compile("[，。；：！？]")


def is_bare(text: str) -> bool:
    """Tell whether a text has no punctuation, as headings, titles and signatures have none.

    >>> is_bare("监督、检查和奖惩"), is_bare("派驻机构应当履行职责。")
    (True, False)
    """
    return _PUNCTUATION.search(text) is None


def is_short(text: str, longest: int) -> bool:
    """Tell whether a text can be a heading: no longer than this, bare, and cut off nowhere.

    >>> is_short("事实清楚", 15), is_short("工会、妇联、", 15), is_short("废止《甲》（1992", 15)
    (True, False, False)
    """
    if not 0 < len(text) <= longest or text[-1] in CLOSING or not is_bare(text):
        return False
    listed = text[-1] == "、" or text.count("、") > _MOST_LISTED
    return not listed and all(text.count(one) == text.count(two) for one, two in ("（）", "《》"))


def markers_of(entries: Iterable[Entry], style: Style) -> Iterator[Marker]:
    """Yield the markers of one style, in order."""
    return (entry.marker for entry in entries if entry.marker and entry.marker.style is style)
