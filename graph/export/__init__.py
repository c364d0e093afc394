"""Hand a graph on to other programs: RDF in its notations, Gephi, Neo4j, Akoma Ntoso.

Every form is made from the dataset alone, is text in UTF-8, and is the same for the same dataset.
What a text says stays text: it is escaped by the rules of each form.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graph.export.akoma_ntoso import to_akoma_ntoso
from graph.export.json_ld import to_json_ld
from graph.export.neo4j import to_cypher
from graph.export.network_files import to_gexf, to_graphml
from graph.export.notations import to_nquads, to_rdf12, to_trig, to_turtle
from graph.rdf.records import read_records

if TYPE_CHECKING:
    from graph.ontology import Ontology
    from graph.rdf.store import GraphStore

__all__ = [
    "FORMS",
    "export",
    "to_akoma_ntoso",
    "to_cypher",
    "to_gexf",
    "to_graphml",
    "to_json_ld",
    "to_nquads",
    "to_rdf12",
    "to_trig",
    "to_turtle",
]

_OF_STORE: Final = {
    "turtle": to_turtle,
    "trig": to_trig,
    "nquads": to_nquads,
    "jsonld": to_json_ld,
    "rdf12": to_rdf12,
}
_OF_NETWORK: Final = {"graphml": to_graphml, "gexf": to_gexf, "neo4j": to_cypher}
_AKOMA_NTOSO: Final = "akomantoso"

FORMS: Final = (*_OF_STORE, *_OF_NETWORK, _AKOMA_NTOSO)
"""The names of the forms."""


def export(store: GraphStore, form: str, ontology: Ontology, *, document: str | None = None) -> str:
    """Return a graph in another form.

    Args:
        store: the graph.
        form: one of `FORMS`.
        ontology: labels and colours of the relations.
        document: for Akoma Ntoso, the IRI of the document that is meant.

    Raises:
        DatasetError: the graph lacks what the form needs, or has several documents where the form
            holds one and none is named.
        KeyError: there is no such form.
    """
    if form in _OF_STORE:
        return _OF_STORE[form](store)
    records = read_records(store)
    if form == _AKOMA_NTOSO:
        return to_akoma_ntoso(records, document)
    return _OF_NETWORK[form](records, ontology)
