"""What the lines of a text have in common, and what decides where one of them alone is ambiguous.

第十一条 事实清楚 may be an article with a heading, or the first words of a sentence that a page
break cut short: it depends on whether the articles of this text bear headings.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from graph.text.entries import is_short
from graph.text.markers import Style

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.text.lines import Line
    from graph.text.markers import Marker

LONGEST_ARTICLE_HEADING: Final = 15
"""No heading of an article is longer, in characters."""

LONGEST_OUTLINE_HEADING: Final = 30
"""No heading of a point of an outline is longer, in characters."""

_MOSTLY: Final = 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class Habits:
    """Whether articles (`headed`) and points 一、 (`titled`) bear headings behind their number."""

    headed: bool
    titled: bool


def read_habits(lines: Sequence[Line], markers: Sequence[Marker | None]) -> Habits:
    """Return the habits of a text; `markers` are those of its lines."""
    return Habits(headed=_headed(lines, markers), titled=_titled(lines, markers))


def _headed(lines: Sequence[Line], markers: Sequence[Marker | None]) -> bool:
    """Tell whether two articles in a row bear headings; single ones are rather broken sentences."""
    last = -1
    for line, (marker, following) in zip(lines, pairwise([*markers, None]), strict=True):
        if marker is None or marker.style is not Style.ARTICLE or following is not None:
            continue
        if is_short(line.text[marker.end :], LONGEST_ARTICLE_HEADING):
            if marker.number == last + 1:
                return True
            last = marker.number
    return False


def _titled(lines: Sequence[Line], markers: Sequence[Marker | None]) -> bool:
    """Tell whether 一、 mostly stands before headings (一、坚定理想信念), not before sentences."""
    points = [
        is_short(line.text[marker.end :], LONGEST_OUTLINE_HEADING)
        for line, marker in zip(lines, markers, strict=True)
        if marker and marker.style is Style.HAN
    ]
    return sum(points) >= max(2, _MOSTLY * len(points))
