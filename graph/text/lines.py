"""The lines of a source that hold text, each with the way back to its characters.

After `read_lines`, a line's `text` has no white space around it, no markup and no invisible
character in it, and `source.text` at its pieces is the same text but for the one-to-one changes
of `graph.text.normalise`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from graph.model import Passage, Piece, Span
from graph.text.markup import mask
from graph.text.normalise import BYTE_ORDER_MARK, GAP, LINE_ENDS, normalise

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(slots=True, kw_only=True)
class Line:
    """Words of one line, or of several that were found to be one.

    `level` is that of a Markdown heading (0 for none), `bullet` tells that a Markdown list mark
    stood before.
    """

    text: str
    pieces: tuple[Piece, ...]
    level: int = 0
    bullet: bool = False

    @property
    def start(self) -> int:
        """Where the line starts in the source."""
        return self.pieces[0].start

    @property
    def end(self) -> int:
        """Where the line ends in the source."""
        return self.pieces[-1].start + self.pieces[-1].length

    def offset(self, length: int) -> int:
        """Return where in the source the first so many characters of the text end."""
        if len(self.pieces) == 1:
            return self.pieces[0].start + length
        piece = next(one for one in self.pieces if length <= one.offset + one.length)
        return piece.start + length - piece.offset

    def passage(self, start: int = 0, end: int | None = None) -> Passage | None:
        """Return `text[start:end]` without white space around it; `None` if nothing is left."""
        stop = len(self.text) if end is None else end
        chosen = self.text[start:stop]
        kept = chosen.strip()
        if not kept:
            return None
        first = start + chosen.index(kept)
        if first == 0 and len(kept) == len(self.text):
            return Passage(text=kept, pieces=self.pieces)
        return Passage(text=kept, pieces=cut(self.pieces, first, first + len(kept)))

    def running(self, start: int = 0) -> Passage | None:
        """Return `text[start:]` as running text: a space between two Han characters is no text.

        One after the number of an article is kept.
        """
        passage = self.passage(start)
        if passage is None or " " not in passage.text:
            return passage
        strays = _STRAY.finditer(passage.text)
        ends = [m.span() for m in strays if not _MARKED.search(passage.text, 0, m.start())]
        if not ends:
            return passage
        bounds = [0, *(place for end in ends for place in end), len(passage.text)]
        words: list[str] = []
        pieces: list[Piece] = []
        offset = 0
        for first, last in zip(bounds[::2], bounds[1::2], strict=True):
            words.append(passage.text[first:last])
            pieces += (
                Piece(offset=offset + piece.offset, start=piece.start, length=piece.length)
                for piece in cut(passage.pieces, first, last)
            )
            offset += last - first
        return Passage(text="".join(words), pieces=tuple(pieces))

    def part(self, start: int, end: int) -> Line | None:
        """Return `text[start:end]` as a line of its own; `None` if nothing is left."""
        passage = self.passage(start, end)
        return Line(text=passage.text, pieces=passage.pieces) if passage else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """The lines with text, and where the tables and the invisible characters stand."""

    lines: tuple[Line, ...]
    tables: tuple[Span, ...]
    invisible: tuple[Span, ...]


# A line from its first character that is no white space.
_LINE: Final = re.compile(rf"[^\s{LINE_ENDS}][^{LINE_ENDS}]*")
# `> ## 第一章`, `- （一）`: quotation marks of Markdown, then a heading or a list mark.
_LEAD: Final = re.compile(
    rf"[{GAP}\s]*(?:>[\s{GAP}]*){{0,9}}(?:(?P<heading>\#{{1,6}})(?!\#)|(?P<bullet>[-+•·●■◆▪*](?=[\s{GAP}（])))?[\s{GAP}]*"
)
# A space that a broken line left in the text (国家监察 委员会).
_STRAY: Final = re.compile(r"(?<=[一-鿿，。；：、]) +(?=[一-鿿])")
# What a space may follow: the number of an article that is quoted (“第三条 …).
_MARKED: Final = re.compile(
    r"第[〇零一二三四五六七八九十百千0-9]+[编章节条](?:之[一二三四五六七八九十]+)?$"
)
_LEADS: Final = frozenset(f"{GAP}>#-+•·●■◆▪*")
_WORDS: Final = re.compile(f"[^{GAP}]+")
_GAPS: Final = re.compile(f"{GAP}+")
# A rule, a fence, a row of dots: `---`, `===`, `＊＊＊`. One that holds anything else is text.
_ORNAMENT: Final = re.compile(r"[-=_~—─…＊～\s]+|：{3,}.*")
_ORNAMENTS: Final = frozenset("-=_~—─…＊～：")  # how one may begin


def read_lines(text: str) -> Lines:
    """Split a source into the lines that hold text."""
    masked = mask(text)
    read = normalise(masked)
    found: list[Line] = []
    tables: list[Span] = []
    for match in _LINE.finditer(read):
        words = match[0]
        first = words[0]
        if first == "|":
            tables.append(Span(start=match.start(), end=match.end()))
            continue
        if first in _LEADS or GAP in words:
            line = _marked_line(read, match.start(), match.end())
        else:
            words = words.rstrip()
            line = Line(
                text=words, pieces=(Piece(offset=0, start=match.start(), length=len(words)),)
            )
        if line and not (line.text[0] in _ORNAMENTS and _ORNAMENT.fullmatch(line.text)):
            found.append(line)
    return Lines(
        lines=tuple(found),
        tables=tuple(_runs(tables, read)),
        invisible=tuple(_invisible(masked, read)),
    )


def join(lines: Iterable[Line]) -> Line:
    """Return one line that reads as the given ones, end to end, and looks like the first."""
    parts = tuple(lines)
    pieces: list[Piece] = []
    offset = 0
    for part in parts:
        pieces += (
            Piece(offset=offset + piece.offset, start=piece.start, length=piece.length)
            for piece in part.pieces
        )
        offset += len(part.text)
    return Line(
        text="".join(part.text for part in parts),
        pieces=tuple(pieces),
        level=parts[0].level,
        bullet=parts[0].bullet,
    )


def cut(pieces: tuple[Piece, ...], start: int, end: int) -> tuple[Piece, ...]:
    """Return the pieces of a stretch of their text, with offsets counted from its start."""
    if len(pieces) == 1:
        return (Piece(offset=0, start=pieces[0].start + start, length=end - start),)
    kept = []
    for piece in pieces:
        first, last = max(piece.offset, start), min(piece.offset + piece.length, end)
        if first < last:
            kept.append(
                Piece(
                    offset=first - start,
                    start=piece.start + first - piece.offset,
                    length=last - first,
                )
            )
    return tuple(kept)


def _marked_line(read: str, start: int, end: int) -> Line | None:
    """Read a line with marks of Markdown or gaps in it; `None` if nothing is left of it."""
    lead = _LEAD.match(read, start, end)
    level = len(lead["heading"] or "") if lead else 0
    bullet = bool(lead and lead["bullet"])
    if lead:
        start = lead.end()
    runs = [
        Piece(offset=0, start=words.start(), length=len(words[0]))
        for words in _WORDS.finditer(read, start, end)
    ]
    text = "".join(read[run.start : run.start + run.length] for run in runs)
    pieces, offset = [], 0
    for run in runs:
        pieces.append(Piece(offset=offset, start=run.start, length=run.length))
        offset += run.length
    passage = Line(text=text, pieces=tuple(pieces)).passage() if pieces else None
    if passage is None:
        return None
    return Line(text=passage.text, pieces=passage.pieces, level=level, bullet=bullet)


def _runs(rows: list[Span], read: str) -> list[Span]:
    """Join the rows of each table; rows with only white space between belong together."""
    tables: list[Span] = []
    for row in rows:
        if tables and not read[tables[-1].end : row.start].strip():
            tables[-1] = Span(start=tables[-1].start, end=row.end)
        else:
            tables.append(row)
    return tables


def _invisible(masked: str, read: str) -> list[Span]:
    """Return where the source holds invisible characters: gaps that markup did not make."""
    if GAP not in read or masked.count(GAP) == read.count(GAP):
        return []
    return [
        Span(start=gap.start(), end=gap.end())
        for words in _WORDS.finditer(masked)
        for gap in _GAPS.finditer(read, words.start(), words.end())
        if gap.end() > len(BYTE_ORDER_MARK) or not masked.startswith(BYTE_ORDER_MARK)
    ]
