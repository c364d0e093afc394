"""A still drawing of who stands above whom: an SVG that a notebook shows and stores.

Boxes and levels are those of the page. Each pair of bodies has one line, whatever the number of
statements; its colour is that of the first relation, and its tooltip names them all.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING, Final

from graph.page.boxes import FONT_SIZE, MARGIN_Y, measure, wrap
from graph.page.layered import Rank, layered

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graph.ontology import Ontology
    from graph.page.boxes import Box
    from graph.rdf.stored import StoredStatement

_EDGE: Final = 12  # between the drawing and the edge of the picture
_INK, _PAPER, _LINE = "#1e1e1e", "#ffffff", "#888888"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sketch:
    """A drawing as `svg`, which is shown when a cell of a notebook ends with it."""

    svg: str = field(repr=False)

    def _repr_svg_(self) -> str:
        return self.svg


def sketch(statements: Iterable[StoredStatement], ontology: Ontology) -> Sketch:
    """Draw statements in levels: who acts on top, whom it acts on below.

    Args:
        statements: what to draw, such as all of authority; denied ones are left out.
        ontology: the labels and colours of the relations.
    """
    pairs: dict[tuple[str, str], list[StoredStatement]] = {}
    names: dict[str, str] = {}
    for one in statements:
        if not one.denied and one.subject != one.object:
            names.setdefault(one.subject.iri, one.subject.name)
            names.setdefault(one.object.iri, one.object.name)
            pairs.setdefault((one.subject.iri, one.object.iri), []).append(one)
    place = {iri: index for index, iri in enumerate(names)}
    labels = [wrap(name) for name in names.values()]
    boxes = [measure(label) for label in labels]
    links = [(place[upper], place[lower]) for upper, lower in pairs]
    ranks = [Rank(upper=upper, lower=lower, strength=0) for upper, lower in links]
    centres = layered(boxes, ranks, links)
    lines = (
        _line(
            centres[place[ends[0]]], centres[place[ends[1]]], boxes[place[ends[1]]], ones, ontology
        )
        for ends, ones in pairs.items()
    )
    drawn = [*lines, *(_box(*one) for one in zip(labels, boxes, centres, strict=True))]
    return Sketch(svg="\n".join([*_head(boxes, centres), *drawn, "</svg>\n"]))


def _head(boxes: list[Box], centres: list[tuple[int, int]]) -> Iterator[str]:
    places = list(zip(boxes, centres, strict=True)) or [(measure(""), (0, 0))]
    left = min(x - box.width / 2 for box, (x, _) in places) - _EDGE
    top = min(y - box.height / 2 for box, (_, y) in places) - _EDGE
    width = max(x + box.width / 2 for box, (x, _) in places) + _EDGE - left
    height = max(y + box.height / 2 for box, (_, y) in places) + _EDGE - top
    frame = f"{left:g} {top:g} {width:g} {height:g}"
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{frame}" width="{width:g}" '
        f'height="{height:g}" font-family="sans-serif" font-size="{FONT_SIZE}">'
    )
    yield (
        '<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" '
        f'markerHeight="8" orient="auto"><path d="M0,0 L8,4 L0,8 z" fill="{_LINE}"/>'
        "</marker></defs>"
    )
    yield f'<rect x="{left:g}" y="{top:g}" width="{width:g}" height="{height:g}" fill="{_PAPER}"/>'


def _line(
    start: tuple[int, int],
    end: tuple[int, int],
    target: Box,
    statements: list[StoredStatement],
    ontology: Ontology,
) -> str:
    """Return a line from one box to the edge of another."""
    (x, y), (goal_x, goal_y) = start, end
    across, down = goal_x - x, goal_y - y
    reach = [
        half / abs(way)
        for half, way in ((target.width / 2, across), (target.height / 2, down))
        if way
    ]
    share = 1 - min(reach, default=0)
    relation = ontology.relations.get(statements[0].relation)
    colour = relation.colour if relation else _LINE
    first = statements[0]
    said = "、".join(
        dict.fromkeys(
            ontology.relations[one.relation].label_zh
            if one.relation in ontology.relations
            else one.relation
            for one in statements
        )
    )
    dash = ' stroke-dasharray="3 4"' if all(one.inferred for one in statements) else ""
    return (
        f'<line x1="{x}" y1="{y}" x2="{x + across * share:.1f}" y2="{y + down * share:.1f}" '
        f'stroke="{escape(colour)}" stroke-width="1.4"{dash} marker-end="url(#tip)">'
        f"<title>{escape(f'{first.subject.name} {said} {first.object.name}')}</title></line>"
    )


def _box(label: str, box: Box, centre: tuple[int, int]) -> str:
    x, y = centre
    lines = label.split("\n")
    height = (box.height - 2 * MARGIN_Y) / len(lines)
    top = y - box.height / 2 + MARGIN_Y
    texts = "".join(
        f'<text x="{x}" y="{top + height * (index + 0.5):g}" text-anchor="middle" '
        f'dominant-baseline="central" fill="{_INK}">{escape(line)}</text>'
        for index, line in enumerate(lines)
    )
    return (
        f'<rect x="{x - box.width / 2:g}" y="{y - box.height / 2:g}" width="{box.width}" '
        f'height="{box.height}" rx="4" fill="{_PAPER}" stroke="{_LINE}"/>{texts}'
    )
