"""The reading room: a document in, its statements out.

By a lexicon and a grammar of the drafting style.
"""

from graph.reading.reader import Reader

__all__ = ["Reader"]
