"""Measure what drawing consequences costs: our rules, and the reasoners that could draw some.

    python -m benchmarks.inference [COPIES]

reads the regulation that comes with the package, takes COPIES (10 unless told) of its reading as so
many documents, and prints seconds, the number of consequences between bodies, and whether each
comes with what it follows from. `owlrl` (of the extra `test`) and `reasonable` (if it is installed)
close the same plain triples under the ontology's axioms, with what is said of a kind as a property
chain; they know no documents, no denials and no modality.
"""

from __future__ import annotations

import sys
import time
from dataclasses import replace
from typing import TYPE_CHECKING

from pyoxigraph import DefaultGraph
from rdflib import OWL, RDF, RDFS, BNode, Graph, URIRef
from rdflib.collection import Collection

from graph.ontology import load_ontology
from graph.rdf import store_readings
from graph.rdf.inference import infer
from graph.rdf.properties import plain
from graph.rdf.vocabulary import IG, KIND_OF
from graph.readings import read_all

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.model import Reading
    from graph.ontology import Ontology
    from graph.rdf import GraphStore


def copies(number: int) -> list[Reading]:
    """Return the reading of the shipped regulation as that many documents."""
    (reading,) = read_all()
    found = []
    for place in range(number):
        name = f"copy-{place}"
        statements = tuple(replace(one, document=name) for one in reading.statements)
        document = replace(reading.document, name=name)
        found.append(replace(reading, document=document, statements=statements))
    return found


def axioms(ontology: Ontology) -> Graph:
    """Return what a reasoner for OWL RL needs to know of the relations."""
    graph = Graph()
    kind_of = URIRef(KIND_OF.value)
    graph.add((kind_of, RDF.type, OWL.TransitiveProperty))
    for relation in ontology.relations.values():
        term = URIRef(relation.iri)
        chain = BNode()
        Collection(graph, chain, [kind_of, term])
        graph.add((term, OWL.propertyChainAxiom, chain))
        if relation.symmetric:
            graph.add((term, RDF.type, OWL.SymmetricProperty))
        if relation.transitive:
            graph.add((term, RDF.type, OWL.TransitiveProperty))
        for above in relation.above:
            graph.add((term, RDFS.subPropertyOf, URIRef(IG + above)))
    return graph


def triples(store: GraphStore, ontology: Ontology) -> Graph:
    """Return the plain triples of a dataset, its kinship among them, with the axioms."""
    graph = axioms(ontology)
    for quad in store.store:
        if quad.graph_name != DefaultGraph():
            graph.add(
                (
                    URIRef(plain(quad.subject)),
                    URIRef(quad.predicate.value),
                    URIRef(plain(quad.object)),
                )
            )
    for fact in infer(store.store, ontology).consequences:
        if fact.rule == "byKinship":
            graph.add((URIRef(fact.subject), URIRef(KIND_OF.value), URIRef(fact.object)))
    return graph


def by_owlrl(graph: Graph) -> int:
    """Close the graph with owlrl; return how many triples between bodies are new."""
    import owlrl  # type: ignore[import-untyped]  # noqa: PLC0415  (part of what is measured)

    before = len(graph)
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    return len(graph) - before


def by_reasonable(graph: Graph) -> int:
    """Close the graph with reasonable; return how many triples are new."""
    import reasonable  # type: ignore[import-not-found]  # noqa: PLC0415  (may be missing)

    reasoner = reasonable.PyReasoner()
    reasoner.from_graph(graph)
    return len(set(reasoner.reason())) - len(graph)


def timed(name: str, work: Callable[[], int], proof: str) -> None:
    """Print how long the work took and what it drew."""
    start = time.perf_counter()
    try:
        number = work()
    except ImportError:
        print(f"{name:<12} not installed")
        return
    print(f"{name:<12} {time.perf_counter() - start:8.2f} s {number:8,} new   proofs: {proof}")


def main() -> None:
    """Run the three on the same data."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 10
    ontology = load_ontology()
    store = store_readings(copies(number))
    graph = triples(store, ontology)
    print(f"{number} documents, {number * len(read_all()[0].statements):,} statements")
    timed("rules", lambda: len(infer(store.store, ontology).consequences), "all premises")
    timed("reasonable", lambda: by_reasonable(graph), "none")
    timed("owlrl", lambda: by_owlrl(graph), "none")


if __name__ == "__main__":
    main()
