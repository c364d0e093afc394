"""The dataset as JSON-LD, with a context that makes its keys the short names of the terms.

Each node is one object; an article's graph is the object of the article with `@graph`. The context
stands in the file: nobody has to fetch it.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from pyoxigraph import DefaultGraph, Literal, NamedNode

from graph.rdf import vocabulary as v
from graph.rdf.properties import plain

if TYPE_CHECKING:
    from graph.rdf.store import GraphStore

    Node = dict[str, object]

_CURIES: Final = sorted(v.PREFIXES.items(), key=lambda entry: -len(entry[1]))
# What points to a node, so that a value of it is an IRI and needs no object of its own.
_LINKS: Final = (
    v.SUBJECT, v.PREDICATE, v.OBJECT, v.MODALITY, v.STATED_IN, v.ARTICLE, v.DOCUMENT, v.EVIDENCE,
    v.ANTECEDENT, v.SUBJECT_WORDS, v.OBJECT_WORDS, v.LEXICAL_ENTRY, v.ISSUER, v.IS_PART_OF,
    v.PASSED_BY, v.BASED_ON, v.CITES, v.HAS_SOURCE, v.HAS_SELECTOR, v.USED, v.DERIVED_FROM,
    v.GENERATED_BY,
)  # fmt: skip


def to_json_ld(store: GraphStore) -> str:
    """Return the whole dataset as JSON-LD 1.1, nodes and keys sorted."""
    graphs: dict[str, dict[str, Node]] = {}
    for quad in store.store:
        graph = "" if isinstance(quad.graph_name, DefaultGraph) else plain(quad.graph_name)
        node = graphs.setdefault(graph, {}).setdefault(plain(quad.subject), {})
        key = "@type" if quad.predicate == v.TYPE else _short(quad.predicate.value)
        values = node.setdefault(key, [])
        if isinstance(values, list):
            values.append(_value(quad.object, quad.predicate))
    default = graphs.pop("", {})
    nodes = [_object(iri, node) for iri, node in sorted(default.items())]
    nodes += [
        {
            "@id": _short(graph),
            "@graph": [_object(iri, node) for iri, node in sorted(held.items())],
        }
        for graph, held in sorted(graphs.items())
    ]
    context: Node = {"@version": 1.1} | {name: _prefix(iri) for name, iri in v.PREFIXES.items()}
    context |= {_short(term.value): {"@type": "@id"} for term in _LINKS}
    data = {"@context": context, "@graph": nodes}
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _prefix(iri: str) -> object:
    """Return the definition of a prefix, which says that it is one where its end does not."""
    return iri if iri[-1] in "/#" else {"@id": iri, "@prefix": True}


def _object(iri: str, properties: Node) -> Node:
    ordered: Node = {"@id": _short(iri)}
    for key, values in sorted(properties.items()):
        found = sorted(values, key=repr) if isinstance(values, list) else [values]
        ordered[key] = found[0] if len(found) == 1 else found
    return ordered


def _value(term: object, predicate: NamedNode) -> object:
    """Return a value as JSON: a number, a string, or an object that says what it is."""
    if isinstance(term, Literal):
        if term.language is not None:
            return {"@language": term.language, "@value": term.value}
        if term.datatype == v.INTEGER and term.value == str(int(term.value)):
            return int(term.value)
        if term.datatype.value == f"{v.XSD}string":
            return term.value
        return {"@type": _short(term.datatype.value), "@value": term.value}
    iri = plain(term)  # type: ignore[arg-type]
    if predicate == v.TYPE or predicate in _LINKS:
        return _short(iri)
    return {"@id": _short(iri)}


def _short(iri: str) -> str:
    """Return an IRI with its prefix, where JSON-LD reads it back as the same IRI."""
    for prefix, start in _CURIES:
        rest = iri.removeprefix(start)
        if rest not in {iri, ""} and not rest.startswith("//"):
            return f"{prefix}:{rest}"
    return iri
