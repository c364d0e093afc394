"""The interactive page: one file of HTML that shows the text and its graph side by side."""

from __future__ import annotations

from graph.page.inline import InlinePage, show
from graph.page.render import render_page, render_records, start_at, write_page

__all__ = ["InlinePage", "render_page", "render_records", "show", "start_at", "write_page"]
