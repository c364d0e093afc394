"""The drawing as pyvis writes it: the nodes, the edges and the options of vis-network.

pyvis is used for what it does well, holding these in vis-network's form and bringing its script and
style. Its templates, its menus and its headings are not used: they ask for files from outside and
let text become markup. Nodes and edges are appended instead of added, because adding searches
through all that were added before.
"""

from __future__ import annotations

from importlib.resources import files
from itertools import compress
from typing import TYPE_CHECKING, Final

from pyvis.edge import Edge
from pyvis.network import Network
from pyvis.node import Node

from graph.page.boxes import FONT_SIZE, MARGIN_X, MARGIN_Y, measure, wrap
from graph.page.courses import bends
from graph.page.force import forced
from graph.page.hierarchy import ranks
from graph.page.layered import layered
from graph.page.payload import UNKNOWN_COLOUR

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.ontology import Ontology
    from graph.page.payload import Json, Link, Payload

_LIBRARY: Final = "lib/vis-9.1.2"
_FACE: Final = "Noto Sans CJK SC, PingFang SC, Microsoft YaHei, sans-serif"
_POSTS: Final = frozenset({"Post", "Person", "People"})
_DASH_DENIED: Final = [9, 6]
_DASH_INFERRED: Final = [2, 5]
MOST_LAID_OUT: Final = 3000
"""Of more bodies the page shows an overview and parts, which it lays out itself."""

OPTIONS: Final[Json] = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {
        "hover": True,
        "multiselect": False,
    },
    "nodes": {
        "shape": "box",
        "margin": {"top": MARGIN_Y, "bottom": MARGIN_Y, "left": MARGIN_X, "right": MARGIN_X},
        "font": {"size": FONT_SIZE, "face": _FACE, "multi": False},
        "borderWidth": 1,
        "borderWidthSelected": 2,
        "labelHighlightBold": False,
        "shapeProperties": {"borderRadius": 4},
    },
    "edges": {
        "arrows": {"to": {"enabled": True, "scaleFactor": 0.55}},
        "color": {"inherit": False},
        "width": 1.3,
        "selectionWidth": 1.2,
        "hoverWidth": 1,
        "selfReference": {"size": 22, "angle": 0.7, "renderBehindTheNode": True},
        "arrowStrikethrough": False,
    },
}


def draw(payload: Payload, ontology: Ontology) -> Json:
    """Return what vis-network draws: `nodes`, `edges`, `options`, and the page's `layouts`.

    Positions are whole numbers; the nodes stand where the layered layout puts them. For each layout
    `bends` has the bends of the edges. More bodies than `MOST_LAID_OUT` have no layouts.
    """
    labels = [wrap(body.name) for body in payload.bodies]
    boxes = [measure(label) for label in labels]
    links = [(link.subject, link.object) for link in payload.links]
    # What follows from the texts is hidden at first and moves nothing when it is shown.
    firm = [not link.inferred for link in payload.links]
    stated = list(compress(links, firm))
    layouts: dict[str, list[tuple[int, int]]] = {}
    if len(boxes) <= MOST_LAID_OUT:
        by_layer = layered(boxes, ranks(payload, ontology), stated)
        layouts = {"layered": by_layer, "force": forced(boxes, stated, by_layer)}
    network = Network(directed=True, cdn_resources="in_line")
    for place, body in enumerate(payload.bodies):
        x, y = layouts["layered"][place] if layouts else (0, 0)
        node = Node(place, "box", labels[place], x=x, y=y, **_shape(body.kinds))
        network.nodes.append(node.options)
        network.node_ids.append(place)
    courses = {name: bends(links, boxes, centres, firm) for name, centres in layouts.items()}
    shown = courses["layered"] if layouts else bends(links, boxes, (), firm)
    for place, link in enumerate(payload.links):
        course = _course(link, shown[place])
        edge = Edge(link.subject, link.object, directed=True, id=place, **course)
        relation = ontology.relations.get(payload.relations[link.relation])
        edge.options["color"] = relation.colour if relation else UNKNOWN_COLOUR
        edge.options["arrows"] = "" if relation and relation.symmetric else "to"
        network.edges.append(edge.options)
    return {
        "nodes": network.nodes,
        "edges": network.edges,
        "options": OPTIONS,
        "layouts": layouts,
        "bends": courses,
    }


def library() -> tuple[str, str]:
    """Return vis-network's script and style as pyvis ships them, with their licence notices."""
    package = files("pyvis").joinpath(_LIBRARY)
    script = package.joinpath("vis-network.min.js").read_text(encoding="utf-8")
    style = package.joinpath("vis-network.css").read_text(encoding="utf-8")
    # The map is not there; a browser's tools would look for it.
    return script.replace("//# sourceMappingURL=vis-network.min.js.map", ""), style


def _shape(kinds: Sequence[str]) -> Json:
    """Draw posts rounded, standing meetings with a broken line, everything else as a plain box."""
    if _POSTS.intersection(kinds):
        return {"shapeProperties": {"borderRadius": 14}}
    if "Meeting" in kinds:
        return {"shapeProperties": {"borderRadius": 4, "borderDashes": [5, 3]}}
    return {}


def _course(link: Link, bend: float) -> Json:
    """Say how an edge runs and what its line is."""
    course: Json = {}
    if link.subject != link.object:
        course["smooth"] = (
            {"enabled": True, "type": "curvedCW", "roundness": bend} if bend else False
        )
    else:
        course["selfReference"] = {"size": 22, "angle": bend, "renderBehindTheNode": True}
    if link.denied:
        course["dashes"] = _DASH_DENIED
    elif link.inferred:
        course["dashes"] = _DASH_INFERRED
    return course
