"""The network of bodies for programs that draw and measure: GraphML, and GEXF for Gephi.

A node is a body, an edge a statement; denied statements and inferred ones say so in an attribute,
so that a filter can leave them out. Labels are Chinese, edges and nodes have their colours.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING, Final

import networkx as nx
from networkx.readwrite.gexf import GEXFWriter

if TYPE_CHECKING:
    from graph.network.view import Network
    from graph.ontology import Ontology
    from graph.rdf.records import Records

_NODE_COLOUR: Final = "#5b6b7f"
_UNDECLARED: Final = "#6b7280"
_DECLARATION: Final = '<?xml version="1.0" encoding="utf-8"?>\n'


def to_graphml(records: Records, ontology: Ontology) -> str:
    """Return the network as GraphML, with names, relations, colours, articles and quotes.

    Args:
        records: the dataset.
        ontology: labels and colours of the relations.
    """
    graph = _plain_network(records, ontology)
    lines = nx.generate_graphml(graph, named_key_ids=True)
    return _DECLARATION + "\n".join(lines) + "\n"


def to_gexf(records: Records, ontology: Ontology) -> str:
    """Return the network as GEXF 1.2, which Gephi opens with labels and colours.

    Args:
        records: the dataset.
        ontology: labels and colours of the relations.
    """
    graph = _plain_network(records, ontology)
    for _, attributes in graph.nodes(data=True):
        attributes["viz"] = {"color": _rgb(attributes.pop("colour"))}
    for number, (_, _, attributes) in enumerate(graph.edges(data=True)):
        attributes["id"] = str(number)
        attributes["viz"] = {"color": _rgb(attributes.pop("colour"))}
    writer = GEXFWriter(encoding="utf-8", prettyprint=True, version="1.2draft")
    writer.add_graph(graph)
    root = writer.xml
    # Who wrote it with which version on which day is no property of the graph.
    for meta in [one for one in root if one.tag.endswith("meta")]:
        root.remove(meta)
    ET.indent(root)
    return _DECLARATION + ET.tostring(root, encoding="unicode") + "\n"


def _plain_network(records: Records, ontology: Ontology) -> Network:
    """Return the network with attributes that are text, numbers and truth values only."""
    graph: Network = nx.MultiDiGraph()
    titles = {document.iri: document.title for document in records.documents}
    for body in records.bodies:
        graph.add_node(
            body.iri,
            label=_allowed(body.name),
            kind=body.kinds[0] if body.kinds else "",
            other_names=_allowed("|".join(body.other_names)),
            colour=_NODE_COLOUR,
        )
    for statement in records.statements:
        relation = ontology.relations.get(statement.relation)
        graph.add_edge(
            statement.subject.iri,
            statement.object.iri,
            key=statement.iri,
            label=relation.label_zh if relation else statement.relation,
            relation=statement.relation,
            modality=statement.modality.value,
            denied=statement.denied,
            inferred=statement.inferred,
            document=_allowed(titles.get(statement.document, "")),
            article=statement.article_number,
            quote=_allowed(statement.quote),
            statement=statement.iri,
            colour=relation.colour if relation else _UNDECLARED,
        )
    return graph


def _rgb(colour: str) -> dict[str, int | float]:
    """Return a colour as GEXF has it.

    >>> _rgb("#7a5c00")
    {'r': 122, 'g': 92, 'b': 0, 'a': 1.0}
    """
    value = int(colour.removeprefix("#"), 16)
    return {"r": value >> 16, "g": value >> 8 & 0xFF, "b": value & 0xFF, "a": 1.0}


def _allowed(text: str) -> str:
    """Return a text with a mark for each character that XML cannot hold."""
    return "".join(
        char if char in "\t\n\r" or " " <= char < "\ufffe" or char > "\uffff" else "\ufffd"
        for char in text
    )
