"""The page inside a notebook: the same file, in a frame of the cell."""

from __future__ import annotations

from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING

from graph.page.render import render_page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.ontology import Ontology
    from graph.rdf.store import GraphStore


@dataclass(frozen=True, slots=True, kw_only=True)
class InlinePage:
    """A page that a notebook shows when a cell ends with it; `height` is in CSS pixels."""

    html: str = field(repr=False)  # a notebook stores what a cell's value is printed as, too
    height: int

    def _repr_html_(self) -> str:
        """Return a frame that holds the whole page; it may run its scripts and nothing more."""
        return (
            f'<iframe srcdoc="{escape(self.html)}" style="width:100%;height:{self.height}px;'
            'border:1px solid #ccc" sandbox="allow-scripts allow-downloads allow-modals" '
            'title="institution-graph"></iframe>'
        )


def show(
    store: GraphStore,
    *,
    height: int = 640,
    ontology: Ontology | None = None,
    documents: Sequence[str] = (),
    start: str = "",
) -> InlinePage:
    """Return the page of a store for a notebook cell; see `render_page` for the arguments.

    `height` is that of the frame, in CSS pixels.
    """
    html = render_page(store, ontology=ontology, documents=documents, start=start)
    return InlinePage(html=html, height=height)
