"""The records of a dataset as a networkx graph, for paths and whatever else networkx computes."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import networkx as nx

if TYPE_CHECKING:
    from graph.ontology import Ontology
    from graph.rdf.stored import Records

    Network: TypeAlias = nx.MultiDiGraph[str]


def network(records: Records, ontology: Ontology) -> Network:
    """Return every body as a node and every statement as an edge of its own, denied ones included.

    Nodes are the IRIs of bodies, with the attributes `label` (the preferred name), `kind` (local
    name of its class) and `body`. Edges run from subject to object and have the statement's IRI as
    key, with the attributes `relation`, `label` (of the relation, in Chinese), `modality`,
    `article` (its number), `document` (its IRI), `symmetric`, `denied`, `inferred`, `stated` (that
    the relation is one that articles can state) and `statement`. All but `body` and `statement` are
    plain values.

    An edge that is `denied` says that the relation does *not* hold: whoever counts or walks edges
    must leave it out, as `Walk` does.

    Args:
        records: the dataset.
        ontology: what the relations are.
    """
    graph: Network = nx.MultiDiGraph()
    for body in records.bodies:
        kind = body.kinds[0] if body.kinds else ""
        graph.add_node(body.iri, label=body.name, kind=kind, body=body)
    for statement in records.statements:
        relation = ontology.relations.get(statement.relation)
        graph.add_edge(
            statement.subject.iri,
            statement.object.iri,
            key=statement.iri,
            relation=statement.relation,
            label=relation.label_zh if relation else statement.relation,
            modality=statement.modality.value,
            article=statement.article_number,
            document=statement.document,
            symmetric=relation.symmetric if relation else False,
            denied=statement.denied,
            inferred=statement.inferred,
            stated=relation is not None or not statement.inferred,
            statement=statement,
        )
    return graph
