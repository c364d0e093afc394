"""A reading together with how each sentence was read, for whoever wants it explained."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.model import Passage, Reading
    from graph.reading.clauses import SentenceReader
    from graph.reading.lexemes import Token
    from graph.reading.names import Namer


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class TracedSentence:
    """The tokens of a sentence of `passage`, and its reader after its run.

    `sentence` is None where the sentence could state nothing, so that it was not read.
    """

    passage: Passage
    tokens: list[Token]
    sentence: SentenceReader | None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Trace:
    """What `Reader.trace` returns: the reading, its sentences in order, and who named the bodies.

    Bodies that `namer` names afterwards do not become bodies of the reading.
    """

    reading: Reading
    sentences: tuple[TracedSentence, ...]
    namer: Namer
