"""A passage as it is read: one sentence after the other, between full stops."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from graph.reading import lexemes as lx

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.reading.lexemes import Scan, Token


class Sentence(NamedTuple):
    """A stretch of a scan between full stops, with the kinds of its tokens."""

    scan: Scan
    first: int
    last: int
    kinds: str

    def tokens(self) -> list[Token]:
        """Return its tokens."""
        return self.scan.tokens(self.first, self.last)

    def lexemes(self) -> list[lx.Lexeme]:
        """Return what its tokens are."""
        return self.scan.lexemes[self.first : self.last]


def sentences(scan: Scan) -> Iterator[Sentence]:
    """Cut a scan at the full stops."""
    kinds, start, count = scan.kinds, 0, len(scan.kinds)
    while start < count:
        stop = kinds.find(lx.STOP, start)
        end = count if stop < 0 else stop + 1
        yield Sentence(scan, start, end, kinds[start:end])
        start = end
