"""What tests ask a page in the browser, and what they make of the answers.

`window.institutionGraph` is the page's one global name. Tests use of it: `model` (the data), `view`
(what is shown and selected), `drawing.network` (vis-network) and `labels` (the words on the edges,
with their places).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.page import write_page
from graph.rdf import store_readings

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from graph.model import Reading

# What is drawn where, in CSS pixels of the window: a point of an edge, the middle of a body.
EDGE_POINT = """([subject, relation, object]) => {
  const app = window.institutionGraph;
  const name = (place) => app.model.bodies[place].name;
  const edge = app.model.edges.find((one) => name(one.subject) === subject
    && app.model.relations[one.relation].name === relation && name(one.object) === object);
  const spot = app.drawing.network.canvasToDOM(app.edgePoint(edge.id, 0.5));
  const frame = document.getElementById("graph").getBoundingClientRect();
  return [frame.left + spot.x, frame.top + spot.y];
}"""
BODY_POINT = """(name) => {
  const app = window.institutionGraph;
  const { x, y } = app.drawing.network.getPosition(app.model.findBody(name));
  const spot = app.drawing.network.canvasToDOM({ x, y });
  const frame = document.getElementById("graph").getBoundingClientRect();
  return [frame.left + spot.x, frame.top + spot.y];
}"""
# How many bodies and edges are drawn, how many statements pass the filters.
SHOWN = """() => {
  const { view, drawing } = window.institutionGraph;
  const { nodeIndices, edgeIndices } = drawing.network.body;
  return [nodeIndices.length, edgeIndices.length, view.shownStatements];
}"""
# The edges that are lit, as sentences, sorted.
LIT = """() => {
  const { view, model } = window.institutionGraph;
  return [...view.selected.edges].map((place) => {
    const edge = model.edges[place];
    const relation = model.relations[edge.relation].name;
    return `${model.bodies[edge.subject].name} ${relation} ${model.bodies[edge.object].name}`;
  }).sort();
}"""
# Every drawn box: bodies and words, as [left, top, right, bottom] in drawing units.
BOXES = """() => {
  const app = window.institutionGraph;
  const bodies = app.drawing.network.body.nodeIndices.map((id) => {
    const box = app.bodyBox(id);
    return [box.left, box.top, box.right, box.bottom];
  });
  return [...bodies, ...app.labels.placed().map((label) => label.box)];
}"""


def written(folder: Path, *readings: Reading) -> Path:
    """Write the page of some readings and return its path."""
    file = folder / "graph.html"
    write_page(store_readings(readings), file)
    return file


def fragment(page: Page) -> str:
    """Return the state that the address holds."""
    text: str = page.evaluate("decodeURIComponent(location.hash)")
    return text


def overlapping(boxes: list[list[float]]) -> int:
    """Count the pairs of boxes that cover each other by more than a hair."""
    hair = 0.5
    return sum(
        min(one[2], other[2]) - max(one[0], other[0]) > hair
        and min(one[3], other[3]) - max(one[1], other[1]) > hair
        for place, one in enumerate(boxes)
        for other in boxes[:place]
    )
