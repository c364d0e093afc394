"""Lines that were broken, put together, and each with what it opens.

A page break, a narrow column or a copied web page break sentences and even numbers (第三十 /
九条). A line is carried on where the one before it has not come to the end of a sentence and it
opens nothing itself. In the front matter, where titles, signatures and dates end without a full
stop, only prose is carried on.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from graph.text.entries import CLOSING, LONGEST_HEADING, Entry, Kind, is_bare, is_short
from graph.text.habits import LONGEST_ARTICLE_HEADING, LONGEST_OUTLINE_HEADING, read_habits
from graph.text.lines import join
from graph.text.markers import (
    DIVIDING,
    HEADINGS,
    Marker,
    Style,
    find_marker,
    is_cited,
    next_articles,
)
from graph.text.metadata import is_dated, is_title, names_act
from graph.text.normalise import close_up
from graph.text.numerals import NUMERAL_CHARACTERS
from graph.text.quotation import quoted_lines
from graph.text.separate import with_markers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.text.lines import Line

_N: Final = f"[{NUMERAL_CHARACTERS}]"
_CARRIED: Final = frozenset("，。、；：！？）》〉】〕”’%％")
"""What never begins a line: it belongs to the one before, whatever that ends in."""

# 第三十 at the end of a line: the number goes on in the next.
_HALF_NUMBER: Final = re.compile(rf"第\s*(?:{_N}\s*)*")
# 总则, 附　则, 序言: headings that stand without a number.
_NAMED: Final = re.compile(
    r"[总附分罚]\s*则|[序前引导]\s*言|总\s*纲|序|目\s*[录次]",
)
# 附件：…, 附件一, 附录2, 附：; not 附图中除必需的词语外，…
_ATTACHMENT: Final = re.compile(
    rf"附\s*[件录表图]?\s*(?:{_N}{{1,3}})?\s*(?:[：:]|$|\s)|附\s*[件录表图]\s*{_N}{{1,3}}"
)
# 【立法宗旨】 before the text of an article or paragraph. Group: the heading.
_LENTICULAR: Final = re.compile(r"【([^【】]{1,60})】\s*")

# The kinds as names of the module, which are looked up several times faster than an enumeration's.
_HEADING, _ARTICLE, _PLAIN, _ATTACHED = Kind.HEADING, Kind.ARTICLE, Kind.PLAIN, Kind.ATTACHMENT
_BODIES: Final = (_ARTICLE, _HEADING, Kind.ITEM)
_NUMBERED: Final = Style.ARTICLE
_DIVISIONS: Final = frozenset(HEADINGS)

_MOST_LINES_IN_BRACKETS: Final = 12
_MOST_LINES_OF_ACT: Final = 8


def read_entries(lines: Sequence[Line]) -> list[Entry]:
    """Return the logical lines of a text."""
    return _Composer(*with_markers(lines)).compose()


class _Composer:
    """One pass over the lines, with what it must remember from the lines before."""

    def __init__(self, lines: Sequence[Line], markers: Sequence[Marker | None]) -> None:
        self.lines = lines
        self.markers = markers
        self.behind = next_articles(self.markers)
        self.quoted = quoted_lines(lines)
        self.habits = read_habits(lines, self.markers)
        self.entries: list[Entry] = []
        self.draft: Entry | None = None  # the entry at hand …
        self.parts: list[Line] = []  # … and the lines it is made of
        self.numbers: dict[Style, int] = {}  # the last number of each style
        self.tight = False  # the last article had nothing between number and text
        self.body = False  # past the front matter
        self.attached = False  # in an attachment

    def compose(self) -> list[Entry]:
        """Return the entries."""
        for index, line in enumerate(self.lines):
            entry = self._entry(index, line)
            if entry is None:
                self.parts.append(line)
            else:
                self._finish()
                self.draft, self.parts = entry, [line]
                self._remember(entry)
        self._finish()
        return self.entries

    def _entry(self, index: int, line: Line) -> Entry | None:
        """Return the entry that a line opens, or `None` if it carries on the one before."""
        quoted = self.quoted[index]
        marker = None if quoted else self.markers[index]
        if marker and marker.style in _DIVISIONS:
            heading = self._heading(line, marker)
            if heading:
                return heading
            marker = None
        elif marker and not self._opens(index, line, marker):
            marker = None
        if not quoted and not marker and not self._awaits_heading():
            unnumbered = self._unnumbered(line)
            if unnumbered:
                return unnumbered
        if self._carries_on(index, line, marker):
            return None
        if marker is None:
            return Entry(kind=_PLAIN, line=line, quoted=quoted)
        kind = _ARTICLE if marker.style is _NUMBERED else Kind.ITEM
        return Entry(kind=kind, line=line, marker=marker, rest=marker.end)

    def _heading(self, line: Line, marker: Marker) -> Entry | None:
        """Return the entry of a line that begins like a heading, unless it is a sentence."""
        rest = line.text[marker.end :]
        if not line.level and (
            len(rest) > LONGEST_HEADING
            or rest[-1:] in CLOSING - frozenset("）》”")
            or "。" in rest
            or ("，" in rest and (not marker.separated or self._open()))
            or is_cited(line.text, marker.end, separated=True)
        ):
            return None
        heading = close_up(rest)
        return Entry(kind=Kind.HEADING, line=line, marker=marker, rest=marker.end, heading=heading)

    def _unnumbered(self, line: Line) -> Entry | None:
        """Return the entry of a line that opens a division without a number of its own."""
        if _NAMED.fullmatch(line.text):
            return Entry(kind=Kind.HEADING, line=line, heading=close_up(line.text))
        if Style.ARTICLE not in self.numbers or len(line.text) > LONGEST_HEADING:
            return None
        attachment = _ATTACHMENT.match(line.text)
        if attachment is None or line.text[-1] == "。":
            return None
        return Entry(kind=Kind.ATTACHMENT, line=line, rest=attachment.end())

    def _awaits_heading(self) -> bool:
        """Tell whether a number stands alone on its line (第一章 / 总则)."""
        draft = self.draft
        return draft is not None and draft.kind is _HEADING and not draft.heading

    def _opens(self, index: int, line: Line, marker: Marker) -> bool:
        """Tell a provision from words that only look like its number."""
        due = marker.number == self.numbers.get(marker.style, 0) + 1
        if marker.style is _NUMBERED:
            return self._opens_article(index, line, marker, due=due)
        if not self._open():
            return True
        if line.text[0].isascii() and self.parts[-1].text[-1].isascii():
            return False  # the second half of a number or an address
        # Behind a sentence that has not ended stands the next item of a list, but no new list:
        # 多规合 / 一、城乡统筹. Words without punctuation may be a stem, though not one of 一、.
        stem = is_bare(self.parts[-1].text) and (marker.style is not Style.HAN or self.attached)
        return stem or (due and marker.number > 1)

    def _opens_article(self, index: int, line: Line, marker: Marker, *, due: bool) -> bool:
        """Tell an article from a citation at the head of a line.

        What reads like a citation is an article if it is the next one due, the sentence before has
        ended, and no line before the article after it bears the same number.
        """
        due = due or bool(marker.suffix) or Style.ARTICLE not in self.numbers
        if is_cited(line.text, marker.end, separated=marker.separated):
            return due and not self._open() and self.behind[index] != marker.number
        return marker.separated or due or self.tight

    def _open(self) -> bool:
        """Tell whether the entry at hand is text that has not come to the end of a sentence."""
        if not self.body or self.draft is None:
            return False
        if self.draft.kind in (Kind.HEADING, Kind.ATTACHMENT):
            return False
        return self.parts[-1].text[-1] not in CLOSING

    def _carries_on(self, index: int, line: Line, marker: Marker | None) -> bool:
        """Tell whether a line is the next part of the entry at hand."""
        draft = self.draft
        if draft is None or marker or line.level or line.bullet:
            return False
        last = self.parts[-1].text
        if _HALF_NUMBER.fullmatch(last) and find_marker(last + line.text):
            return True
        if draft.kind is _HEADING:
            return self._completes(draft, index, line)
        if not self.body:
            return not draft.line.level and self._front_goes_on()
        return self._sentence_goes_on(draft, index, line)

    def _sentence_goes_on(self, draft: Entry, index: int, line: Line) -> bool:
        """Tell whether a line of the articles goes on with the sentence before it."""
        title = draft.kind is Kind.ATTACHMENT or (self.attached and is_bare(draft.line.text))
        if title or draft.line.level:
            return False
        if line.text[0] in _CARRIED:
            return True
        last = self.parts[-1].text
        if last[-1] in CLOSING:
            # 由下列人员组成： / 委员长， / 副委员长若干人，: an enumeration written in lines.
            return last[-1] == "：" and line.text[-1] in "，、"
        if is_bare(last) and (is_dated(line.text) or self._next_title(draft, index)):
            return False
        return not self._heading_only(draft) and not self._stands_alone(index, line)

    def _next_title(self, draft: Entry, index: int) -> bool:
        """Tell whether the entry at hand is the title of a further regulation in the file."""
        restarts = self.behind[index] == 1 and Style.ARTICLE in self.numbers
        return restarts and draft.kind is Kind.PLAIN and is_title(draft.line.text)

    def _completes(self, heading: Entry, index: int, line: Line) -> bool:
        """Tell whether a line is the second half of a heading, or all of one behind its number."""
        if heading.marker is None or len(self.parts) > 1 or not self._before_division(index):
            return False
        if len(line.text) > LONGEST_HEADING or line.text[-1] in "。；：":
            return False
        return not heading.heading or self.parts[-1].text[-1] not in CLOSING

    def _front_goes_on(self) -> bool:
        """Tell whether an entry of the front matter is unfinished.

        That is an open bracket, half of an act (2022年6月2日中央政治局 / 会议批准), or broken
        prose.
        """
        text = "".join(part.text for part in self.parts[-_MOST_LINES_IN_BRACKETS:])
        if len(self.parts) < _MOST_LINES_IN_BRACKETS and text[0] == "（" and "）" not in text:
            return True
        if is_dated(text):
            finished = names_act(text) or text[-1] in "。："
            return len(self.parts) < _MOST_LINES_OF_ACT and not finished
        return text[-1] not in CLOSING and not is_bare(text)

    def _before_division(self, index: int) -> bool:
        """Tell whether the next line opens a heading or an article."""
        following = self.markers[index + 1] if index + 1 < len(self.markers) else None
        return following is not None and following.style in DIVIDING

    def _heading_only(self, draft: Entry) -> bool:
        """Tell whether all that stands behind a number is a heading (第十一条 事实清楚)."""
        if draft.marker is None or len(self.parts) > 1:
            return False
        if draft.kind is Kind.ARTICLE:
            return self.habits.headed and is_short(draft.words, LONGEST_ARTICLE_HEADING)
        titled = draft.marker.style is Style.HAN and (self.habits.titled or draft.line.level)
        return bool(titled) and is_short(draft.words, LONGEST_OUTLINE_HEADING)

    def _stands_alone(self, index: int, line: Line) -> bool:
        """Tell whether a bare line before an article stands alone: a heading without number."""
        return (
            is_bare(line.text)
            and len(line.text) <= LONGEST_ARTICLE_HEADING
            and self._before_division(index)
            and self.parts[-1].text[-1] not in "，、"
        )

    def _remember(self, entry: Entry) -> None:
        """Note what the entry that was opened tells about those to come."""
        kind, marker = entry.kind, entry.marker
        if marker:
            self.numbers[marker.style] = marker.number
            if kind is _ARTICLE:
                self.tight = not marker.separated
        self.body = self.body or kind in _BODIES
        self.attached = self.attached or kind is _ATTACHED

    def _finish(self) -> None:
        """Put the parts of the entry at hand together and its heading apart."""
        draft = self.draft
        if draft is None:
            return
        if len(self.parts) > 1:
            draft = self._joined(draft)
        if self._heading_only(draft):
            draft = replace(draft, heading=close_up(draft.words), rest=len(draft.line.text))
        elif draft.line.text.startswith("【", draft.rest):
            lenticular = _LENTICULAR.match(draft.words)
            if lenticular:
                rest = draft.rest + lenticular.end()
                draft = replace(draft, heading=lenticular[1], rest=rest)
        self.entries.append(draft)

    def _joined(self, draft: Entry) -> Entry:
        """Return the entry with all its parts, and with the number that they only give together."""
        draft = replace(draft, line=join(self.parts))
        if draft.kind is Kind.HEADING:
            return replace(draft, heading=close_up(draft.words))
        if draft.marker is None and _HALF_NUMBER.fullmatch(self.parts[0].text):
            marker = find_marker(draft.line.text)
            if marker and marker.style is Style.ARTICLE:
                draft = replace(draft, kind=Kind.ARTICLE, marker=marker, rest=marker.end)
                self._remember(draft)
        return draft
