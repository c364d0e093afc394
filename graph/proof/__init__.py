"""Answers that carry their proof: how statements and paths are cited, for people and programs.

`citation` cites a statement by document, article and words, and a consequence by all that it
follows from; `paths` writes whole paths as text, as Markdown for a memo, or as data for JSON.
"""

from __future__ import annotations

from graph.proof.citation import Citations, named
from graph.proof.paths import path_data, path_markdown, path_text, statement_iris

__all__ = ["Citations", "named", "path_data", "path_markdown", "path_text", "statement_iris"]
