"""Answers that carry their proof: how statements and paths are cited, for people and programs.

`connection` finds the paths between two bodies by their names, the whole way in one call;
`citation` cites a statement by document, article and words, and a consequence by all that it
follows from; `paths` writes whole paths as text, as Markdown for a memo, or as data for JSON.
"""

from __future__ import annotations

from graph.proof.citation import Citations, named
from graph.proof.connection import Connection, find_paths
from graph.proof.paths import path_data, path_markdown, path_text, statement_iris

__all__ = [
    "Citations",
    "Connection",
    "find_paths",
    "named",
    "path_data",
    "path_markdown",
    "path_text",
    "statement_iris",
]
