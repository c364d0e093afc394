"""The interactive page: one file of HTML that shows the text and its graph side by side."""

from __future__ import annotations

from graph.page.inline import InlinePage, show
from graph.page.render import render_page, render_records, start_at, write_page
from graph.page.selection import only_documents
from graph.page.sketch import Sketch, sketch

__all__ = [
    "InlinePage",
    "Sketch",
    "only_documents",
    "render_page",
    "render_records",
    "show",
    "sketch",
    "start_at",
    "write_page",
]
