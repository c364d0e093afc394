"""Statements to quads: a node for each, its words, and the plain triple its article states."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeVar

from pyoxigraph import Literal, NamedNode, Quad

from graph.errors import DatasetError
from graph.model import Modality
from graph.rdf import vocabulary as v
from graph.rdf.documents import chinese, position_quads, provision_node
from graph.rdf.iris import (
    ActivityIri,
    DocumentIri,
    Part,
    PartIri,
    Selector,
    SelectorIri,
    body_iri,
    encode,
    statement_iri,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from graph.model import Document, Reading, Span, Statement

_T = TypeVar("_T")
_PART_TERMS: Final = {
    Part.EVIDENCE: v.EVIDENCE,
    Part.ANTECEDENT: v.ANTECEDENT,
    Part.SUBJECT: v.SUBJECT_WORDS,
    Part.OBJECT: v.OBJECT_WORDS,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What one statement node stands for: a statement, at every place where its article makes it.

    `places` holds those statements, equal in all that identifies them, in the order of the text;
    nearly always there is just one.
    """

    digest: str
    article: NamedNode
    subject: NamedNode
    relation: NamedNode
    object: NamedNode
    modality: Modality
    places: tuple[Statement, ...]


def claims_of(reading: Reading) -> list[Claim]:
    """Return the claims of a reading, article by article, and there by what they say.

    Raises:
        DatasetError: if a statement is of another document, of an article or provision that is not
        there, without evidence, or with words outside of the text.
    """
    document = reading.document
    order = {provision.id: place for place, provision in enumerate(document.walk())}
    places: dict[str, list[Statement]] = {}
    for statement in reading.statements:
        _require_place(statement, document, order)
        _require_words(statement, document)
        places.setdefault(_digest(statement), []).append(statement)

    def in_text(statement: Statement) -> tuple[object, ...]:
        # All of it, so that statements made of the same words are in one order too.
        return (
            order[statement.provision],
            statement.evidence,
            statement.subject_words,
            statement.object_words,
            statement.antecedent,
            statement.conditions,
            statement.construction,
            statement.entry,
        )

    def by_meaning(claim: Claim) -> tuple[int, tuple[str, ...]]:
        terms = (claim.subject, claim.relation, claim.object, v.MODALITY_TERM[claim.modality])
        return order[claim.places[0].article], tuple(term.value for term in terms)

    claims = (
        _claim(digest, tuple(sorted(statements, key=in_text)))
        for digest, statements in places.items()
    )
    return sorted(claims, key=by_meaning)


def statement_quads(claim: Claim, document: Document) -> Iterator[Quad]:
    """Yield the node of a claim and of each stretch of the text it rests on."""
    first = claim.places[0]
    node = NamedNode(f"{v.ST}{claim.digest}")
    source = NamedNode(str(DocumentIri(name=document.name)))
    provisions = [
        provision_node(document.name, id_) for id_ in _once(s.provision for s in claim.places)
    ]
    yield Quad(node, v.TYPE, v.STATEMENT)
    yield Quad(node, v.SUBJECT, claim.subject)
    yield Quad(node, v.PREDICATE, claim.relation)
    yield Quad(node, v.OBJECT, claim.object)
    yield Quad(node, v.MODALITY, v.MODALITY_TERM[claim.modality])
    for condition in _once(words for s in claim.places for words in s.conditions):
        yield Quad(node, v.CONDITION, chinese(condition))
    yield Quad(node, v.DOCUMENT, source)
    yield Quad(node, v.ARTICLE, claim.article)
    for provision in provisions:
        yield Quad(node, v.STATED_IN, provision)
    parts = [
        (PartIri(digest=claim.digest, part=part, index=index), span)
        for part in Part
        for index, span in enumerate(_spans(claim, part), start=1)
    ]
    for part, _ in parts:
        yield Quad(node, _PART_TERMS[part.part], NamedNode(str(part)))
    if first.construction:
        yield Quad(node, v.CONSTRUCTION, Literal(first.construction))
    if first.entry:
        yield Quad(node, v.LEXICAL_ENTRY, NamedNode(v.LEX + encode(first.entry)))
    for provision in provisions:
        yield Quad(node, v.DERIVED_FROM, provision)
    yield Quad(node, v.GENERATED_BY, NamedNode(str(ActivityIri(document=document.name))))
    for part, span in parts:
        yield from _part_quads(part, span, source, document.source.text[span.start : span.end])


def _part_quads(part: PartIri, span: Span, source: NamedNode, words: str) -> Iterator[Quad]:
    """Yield a stretch of the source that a statement rests on: where it stands and what it says."""
    node = NamedNode(str(part))
    position = NamedNode(str(SelectorIri(part=part, selector=Selector.POSITION)))
    quote = NamedNode(str(SelectorIri(part=part, selector=Selector.QUOTE)))
    yield Quad(node, v.TYPE, v.SPECIFIC_RESOURCE)
    yield Quad(node, v.HAS_SOURCE, source)
    yield Quad(node, v.HAS_SELECTOR, position)
    yield Quad(node, v.HAS_SELECTOR, quote)
    yield from position_quads(position, span)
    yield Quad(quote, v.TYPE, v.QUOTE_SELECTOR)
    yield Quad(quote, v.EXACT, Literal(words))


def stated_quads(claims: Iterable[Claim]) -> Iterator[Quad]:
    """Yield the plain triples, each in the graph of its article; none for what is denied.

    A relation that an article states twice (as a duty and as a power) gives one triple.
    """
    stated = {
        (claim.subject, claim.relation, claim.object, claim.article): None
        for claim in claims
        if claim.modality is not Modality.PROHIBITION
    }
    for subject, relation, obj, article in stated:
        yield Quad(subject, relation, obj, article)


def _claim(digest: str, places: tuple[Statement, ...]) -> Claim:
    first = places[0]
    return Claim(
        digest=digest,
        article=provision_node(first.document, first.article),
        subject=NamedNode(str(body_iri(first.subject, first.document))),
        relation=v.term(first.relation),
        object=NamedNode(str(body_iri(first.object, first.document))),
        modality=first.modality,
        places=places,
    )


def _digest(statement: Statement) -> str:
    return statement_iri(
        document=str(DocumentIri(name=statement.document)),
        article=provision_node(statement.document, statement.article).value,
        subject=str(body_iri(statement.subject, statement.document)),
        relation=statement.relation,
        obj=str(body_iri(statement.object, statement.document)),
        modality=statement.modality,
    ).digest


def _require_place(statement: Statement, document: Document, order: Mapping[str, int]) -> None:
    if statement.document != document.name:
        problem = f"a statement in its reading is of {statement.document}"
        raise DatasetError(document.name, problem, "statements of the document that was read")
    for place in (statement.article, statement.provision):
        if place not in order:
            problem = f"a statement is placed in {place}, which the document does not have"
            raise DatasetError(document.name, problem, "a provision of the document")


def _require_words(statement: Statement, document: Document) -> None:
    said = f"{statement.subject.name} {statement.relation} {statement.object.name}"
    if not statement.evidence:
        problem = f"the statement {said} in {statement.provision} has no evidence"
        raise DatasetError(document.name, problem, "the words that state it")
    end = max(
        span.end
        for spans in (
            statement.evidence,
            statement.antecedent,
            statement.subject_words,
            statement.object_words,
        )
        for span in spans
    )
    if end > len(document.source.text):
        problem = f"the statement {said} in {statement.provision} has words that end at {end}"
        raise DatasetError(document.name, problem, f"at most {len(document.source.text)}")


def _spans(claim: Claim, part: Part) -> tuple[Span, ...]:
    match part:
        case Part.EVIDENCE:
            return _once(span for s in claim.places for span in s.evidence)
        case Part.ANTECEDENT:
            return _once(span for s in claim.places for span in s.antecedent)
        case Part.SUBJECT:
            return _once(span for s in claim.places for span in s.subject_words)
        case Part.OBJECT:
            return _once(span for s in claim.places for span in s.object_words)


def _once(values: Iterable[_T]) -> tuple[_T, ...]:
    return tuple(dict.fromkeys(values))
