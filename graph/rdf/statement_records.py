"""Read statements back: what texts state, what follows from it, and the kinship it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graph.errors import DatasetError
from graph.model import Modality, Span
from graph.rdf import vocabulary as v
from graph.rdf.properties import short
from graph.rdf.stored import Quote, StoredKinship, StoredStatement

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from collections.abc import Set as AbstractSet

    from pyoxigraph import NamedNode

    from graph.rdf.properties import Properties
    from graph.rdf.stored import StoredBody, StoredProvision

_MODALITY_OF_TERM: Final = {node.value: modality for modality, node in v.MODALITY_TERM.items()}


def read_span(node: str, properties: Properties) -> Span:
    """Return the offsets of a selector.

    Raises:
        DatasetError: if one is missing, is no number, or they are out of order.
    """
    start, end = properties.number(node, v.START), properties.number(node, v.END)
    if start > end:
        raise DatasetError(
            node, f"it starts at {start} and ends at {end}", "an end after the start"
        )
    return Span(start=start, end=end)


def _quotes(statement: str, predicate: NamedNode, properties: Properties) -> tuple[Quote, ...]:
    """Return the stretches of one kind that a statement rests on, in the order it gives them."""
    parts = properties.all(statement, predicate)
    if len(parts) > 1:
        parts = sorted(parts, key=_index)
    return tuple(_quote(part, properties) for part in parts)


def _index(part: str) -> tuple[int, str]:
    """Return what sorts `…/evidence/2` before `…/evidence/10`."""
    return len(part), part


def _quote(part: str, properties: Properties) -> Quote:
    span: Span | None = None
    words: str | None = None
    for selector in properties.all(part, v.HAS_SELECTOR):
        if properties.find(selector, v.EXACT) is not None:
            words = properties.get(selector, v.EXACT)
        else:
            span = read_span(selector, properties)
    if span is None or words is None:
        raise DatasetError(part, "it lacks a selector", "one by offsets and one by words")
    return Quote(text=words, span=span)


def _local(term: str, node: str) -> str:
    """Return the local name of a term of our ontology."""
    if not term.startswith(v.IG):
        raise DatasetError(node, f"it uses {short(term)}", "a term of the ontology")
    return term.removeprefix(v.IG)


def _modality(iri: str, properties: Properties) -> Modality:
    term = properties.get(iri, v.MODALITY)
    modality = _MODALITY_OF_TERM.get(term)
    if modality is None:
        expected = ", ".join(short(known) for known in _MODALITY_OF_TERM)
        raise DatasetError(iri, f"its modality is {short(term)}", f"one of {expected}")
    return modality


def _body(iri: str, statement: str, bodies: Mapping[str, StoredBody]) -> StoredBody:
    body = bodies.get(iri)
    if body is None:
        raise DatasetError(statement, f"it speaks of {iri}", "a body with a preferred name")
    return body


def read_statement(
    iri: str,
    properties: Properties,
    *,
    breaks: Mapping[str, AbstractSet[tuple[int, int]]],
    bodies: Mapping[str, StoredBody],
    provisions: Mapping[str, StoredProvision],
) -> StoredStatement:
    """Return what a text states.

    Args:
        iri: its node.
        properties: the default graph.
        breaks: for each document where its text runs on over something that is no text.
        bodies: the bodies by IRI.
        provisions: the provisions by IRI.

    Raises:
        DatasetError: if the node lacks what the model requires.
    """
    document = properties.get(iri, v.DOCUMENT)
    if document not in breaks:
        raise DatasetError(iri, f"it is of {document}", "a document that was read")
    article = properties.get(iri, v.ARTICLE)
    stated_in = properties.all(iri, v.STATED_IN)
    for place in (article, *stated_in):
        if place not in provisions:
            raise DatasetError(iri, f"it is placed in {place}", "a provision of its document")
    if not stated_in:
        raise DatasetError(iri, "it has no ig:statedIn", "at least one")
    stated_in = sorted(stated_in, key=lambda place: provisions[place].order)
    evidence = _quotes(iri, v.EVIDENCE, properties)
    if not evidence:
        raise DatasetError(iri, "it has no ig:evidence", "at least one")
    quote = _in_one_line(evidence, breaks[document])
    return StoredStatement(
        iri=iri,
        subject=_body(properties.get(iri, v.SUBJECT), iri, bodies),
        relation=_local(properties.get(iri, v.PREDICATE), iri),
        object=_body(properties.get(iri, v.OBJECT), iri, bodies),
        modality=_modality(iri, properties),
        conditions=_conditions(iri, properties, quote),
        document=document,
        article=article,
        article_label=provisions[article].label,
        article_number=provisions[article].number,
        provision=stated_in[0],
        provisions=tuple(stated_in),
        quote=quote,
        evidence=evidence,
        antecedent=_quotes(iri, v.ANTECEDENT, properties),
        subject_words=_quotes(iri, v.SUBJECT_WORDS, properties),
        object_words=_quotes(iri, v.OBJECT_WORDS, properties),
        construction=properties.find(iri, v.CONSTRUCTION) or "",
        entry=(properties.find(iri, v.LEXICAL_ENTRY) or "").removeprefix(v.LEX),
    )


def _in_one_line(quotes: tuple[Quote, ...], breaks: AbstractSet[tuple[int, int]]) -> str:
    """Return the words of the quotes, joined where only a break of the source parts them."""
    line = ""
    end: int | None = None
    for quote in quotes:
        joined = end is None or (end, quote.span.start) in breaks
        line += quote.text if joined else f"…{quote.text}"
        end = quote.span.end
    return line


def _conditions(iri: str, properties: Properties, words: str) -> tuple[str, ...]:
    """Return the conditions in the order of the text; first those that stand elsewhere."""
    conditions = properties.all(iri, v.CONDITION)
    return tuple(sorted(conditions, key=lambda condition: (words.find(condition), condition)))


def read_consequence(
    iri: str,
    properties: Properties,
    *,
    bodies: Mapping[str, StoredBody],
    documents: Collection[str],
) -> StoredStatement:
    """Return what follows from statements; see `read_statement`; `documents` are those read."""
    document = properties.find(iri, v.DOCUMENT) or ""
    if document and document not in documents:
        raise DatasetError(iri, f"it is of {document}", "a document that was read")
    return StoredStatement(
        iri=iri,
        subject=_body(properties.get(iri, v.SUBJECT), iri, bodies),
        relation=_local(properties.get(iri, v.PREDICATE), iri),
        object=_body(properties.get(iri, v.OBJECT), iri, bodies),
        modality=_modality(iri, properties),
        conditions=tuple(sorted(properties.all(iri, v.CONDITION))),
        document=document,
        article="",
        article_label="",
        article_number="",
        provision="",
        provisions=(),
        quote="",
        evidence=(),
        inferred=True,
        derived_from=tuple(sorted(properties.all(iri, v.DERIVED_FROM))),
        rule=(properties.find(iri, v.BY_RULE) or "").removeprefix(v.IG),
    )


def read_kinship(iri: str, properties: Properties) -> StoredKinship:
    """Return a kinship assertion that consequences rest on.

    Raises:
        DatasetError: if it lacks what it cites.
    """
    return StoredKinship(
        iri=iri,
        cites_document=properties.get(iri, v.CITES_DOCUMENT),
        cites_article=properties.get(iri, v.CITES_ARTICLE),
        cites_words=properties.get(iri, v.CITES_WORDS),
        articles=tuple(sorted(properties.all(iri, v.DERIVED_FROM))),
        scope=properties.find(iri, v.SCOPE) or "",
    )
