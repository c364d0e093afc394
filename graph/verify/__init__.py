"""Hold a graph against the raw texts it was read from, without the program's reader.

The reader may be wrong, and a graph may have been changed since. What is checked here needs neither
grammar nor the tree of a text: the bytes, the words at the offsets, the names, and the order of the
words. Of the program's knowledge only what is declared is used: the lexicon in `ontology.ttl`, and
the orders that each construction has.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.errors import DatasetError
from graph.rdf import vocabulary as v
from graph.rdf.checks import check_dataset
from graph.rdf.consequences import inference_quads
from graph.rdf.inference import infer
from graph.rdf.records import read_records
from graph.verify.places import article_extents, article_faults, provision_faults, quote_faults
from graph.verify.raw import raw_texts, text_of
from graph.verify.wording import wording_faults

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from graph.ontology import Ontology
    from graph.rdf.store import GraphStore

__all__ = ["verify"]


def verify(
    store: GraphStore, sources: Sequence[str | Path], ontology: Ontology
) -> tuple[DatasetError, ...]:
    """Return everything in a graph that its texts do not bear out; nothing for a sound graph.

    A graph that is not whole in itself (`graph.rdf.checks`) is not held against the texts: what it
    lacks is returned.

    Args:
        store: the graph.
        sources: the texts, as files or folders.
        ontology: the relations and the lexicon.

    Raises:
        SourceError: a source is missing or cannot be read.
    """
    texts = raw_texts(sources)
    faults = list(check_dataset(store, ontology.relations.keys()))
    if faults:
        return tuple(faults)
    records = read_records(store)
    sound: dict[str, str] = {}
    extents: dict[str, tuple[int, int]] = {}
    for document in records.documents:
        text, wrong = text_of(document, texts)
        faults += wrong
        if text is not None:
            faults += provision_faults(document, text)
            extents |= article_extents(document, text)
            sound[document.iri] = text
    for statement in records.statements:
        text = sound.get(statement.document)
        if text is None or statement.inferred:  # no source to hold it against
            continue
        faults += quote_faults(statement, records, text)
        faults += article_faults(statement, extents)
        faults += wording_faults(statement, text, ontology)
    # What follows from what is not sound need not be looked at.
    return tuple(faults or _consequence_faults(store, ontology))


def _consequence_faults(store: GraphStore, ontology: Ontology) -> Iterator[DatasetError]:
    """Yield where the inferred graph, if there is one, is not what follows from the statements."""
    held = set(store.store.quads_for_pattern(None, None, None, v.INFERRED))
    if not held:
        return
    due = {
        quad
        for quad in inference_quads(infer(store.store, ontology))
        if quad.graph_name == v.INFERRED
    }
    for quad in sorted(held - due, key=str):
        problem = f"it holds {quad.triple}, which does not follow"
        yield DatasetError(v.INFERRED.value, problem, "what follows from the statements")
    for quad in sorted(due - held, key=str):
        problem = f"it lacks {quad.triple}"
        yield DatasetError(v.INFERRED.value, problem, "all that follows from the statements")
