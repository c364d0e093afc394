"""From the records of a store to the data of the page.

The page's scripts know bodies, statements, provisions and relations by their place in lists; here
these lists are made. Everything in them is text, numbers and lists: nothing is markup, and nothing
depends on the order of a set.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from graph.ontology import Ontology
    from graph.rdf.records import (
        Quote,
        Records,
        StoredBody,
        StoredDocument,
        StoredKinship,
        StoredProvision,
        StoredStatement,
    )

Json = dict[str, object]

UNKNOWN_COLOUR: Final = "#6b7280"
"""The colour of a relation that the ontology does not know."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """What is drawn as one edge: all statements that say the same of the same two bodies.

    `subject`, `relation`, `object` and `statements` are places in the lists of the payload. An edge
    is `denied` where the text denies the relation, and `inferred` where no text states it.
    """

    subject: int
    relation: int
    object: int
    denied: bool
    inferred: bool
    statements: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Payload:
    """The lists of the page, ready to be written as JSON, and what the drawing is made of.

    `relations` are names; they and `bodies` stand in the order of the lists of these names.
    """

    lists: Mapping[str, object]
    relations: tuple[str, ...]
    bodies: tuple[StoredBody, ...]
    links: tuple[Link, ...]


def gather(records: Records, ontology: Ontology, *, title: str | None = None) -> Payload:
    """Return the data of the page; bodies of which nothing is stated are left out.

    Args:
        records: The dataset.
        ontology: Where relations have their labels and colours.
        title: What the page is called; None means the title of the document.
    """
    documents = {document.iri: place for place, document in enumerate(records.documents)}
    spoken_of = {body.iri for one in records.statements for body in (one.subject, one.object)}
    shown = tuple(body for body in records.bodies if body.iri in spoken_of)
    bodies = {body.iri: place for place, body in enumerate(shown)}
    kinds = _kinds(shown)
    relations = _relations(records.statements, ontology)
    at = {name: place for place, name in enumerate(relations)}
    provisions = [
        {provision.iri: place for place, provision in enumerate(document.provisions)}
        for document in records.documents
    ]
    links = _links(records.statements, bodies, at)
    kinships = {one.iri: _kinship(one, records.provisions_by_iri) for one in records.kinships}
    statements: list[Json] = []
    for statement in records.statements:
        document = documents.get(statement.document, -1)
        statements.append(
            _statement(
                statement,
                document,
                records.documents[document].provisions if document >= 0 else (),
                provisions[document] if document >= 0 else {},
                kinships,
            )
            | {
                "subject": bodies[statement.subject.iri],
                "relation": at[statement.relation],
                "object": bodies[statement.object.iri],
                "rule": _term(statement.rule, ontology) if statement.rule else None,
            }
        )
    lists: Json = {
        "title": title or _title(records.documents),
        "documents": [_document(document) for document in records.documents],
        "kinds": [_term(name, ontology) for name in kinds],
        "relations": [_relation(name, ontology) for name in relations],
        "bodies": [
            {
                "iri": body.iri,
                "name": body.name,
                "others": list(body.other_names),
                "kind": kinds.index(_kind(body)),
                "document": documents.get(body.document or "", -1),
            }
            for body in shown
        ],
        "statements": statements,
        "edges": [
            {
                "subject": link.subject,
                "relation": link.relation,
                "object": link.object,
                "denied": link.denied,
                "inferred": link.inferred,
                "statements": list(link.statements),
            }
            for link in links
        ],
    }
    return Payload(lists=lists, relations=relations, bodies=shown, links=links)


def _title(documents: Sequence[StoredDocument]) -> str:
    """Return what a page about these documents is called."""
    if not documents:
        return "机构关系图"
    first = documents[0].title or documents[0].name
    return first if len(documents) == 1 else f"{first}等{len(documents)}件"


def _kind(body: StoredBody) -> str:
    """Return the class a body is shown under."""
    return body.kinds[0] if body.kinds else "Body"


def _kinds(bodies: Iterable[StoredBody]) -> tuple[str, ...]:
    return tuple(sorted({_kind(body) for body in bodies}))


def _term(name: str, ontology: Ontology) -> Json:
    """Return a term with what it is called; one that the ontology does not know has its name."""
    chinese, english = ontology.labels.get(name, ("", ""))
    return {"name": name, "zh": chinese or name, "en": english or name}


def _relations(statements: Iterable[StoredStatement], ontology: Ontology) -> tuple[str, ...]:
    """Return the relations that occur, in the order in which the ontology lists them."""
    order = {
        relation.name: (relation.order, relation.name) for relation in ontology.relations.values()
    }
    last = max((place for place, _ in order.values()), default=0) + 1
    return tuple(
        sorted(
            {statement.relation for statement in statements},
            key=lambda name: order.get(name, (last, name)),
        )
    )


def _relation(name: str, ontology: Ontology) -> Json:
    relation = ontology.relations.get(name)
    if relation is None:
        # A dataset of another ontology still draws, by the names it has.
        return _term(name, ontology) | {
            "inverseZh": "",
            "inverseEn": "",
            "symmetric": False,
            "colour": UNKNOWN_COLOUR,
        }
    return {
        "name": name,
        "zh": relation.label_zh,
        "en": relation.label_en,
        "inverseZh": relation.inverse_label_zh,
        "inverseEn": relation.inverse_label_en,
        "symmetric": relation.symmetric,
        "colour": relation.colour,
    }


def _kinship(kinship: StoredKinship, provisions: Mapping[str, StoredProvision]) -> str:
    """Return a kinship assertion as the page shows it: where it is said, and in which words."""
    labels = {provisions[iri].label for iri in kinship.articles if iri in provisions}
    article = labels.pop() if len(labels) == 1 else f"第{kinship.cites_article}条"
    return f"《{kinship.cites_document}》{article}：「{kinship.cites_words}」"


def _document(document: StoredDocument) -> Json:
    places = {provision.iri: place for place, provision in enumerate(document.provisions)}
    return {
        "iri": document.iri,
        "name": document.name,
        "title": document.title or document.name,
        "date": document.date_publication or document.date_document or "",
        "provisions": [
            {
                "id": provision.id,
                "kind": provision.kind.value,
                "key": provision.number,
                "parent": places.get(provision.parent, -1),
                "label": provision.label,
                "heading": provision.heading,
                "text": provision.text or "",
            }
            for provision in document.provisions
        ],
    }


def _links(
    statements: Sequence[StoredStatement], bodies: Mapping[str, int], relations: Mapping[str, int]
) -> tuple[Link, ...]:
    """Group the statements into edges, in the order of the first statement of each."""
    grouped: dict[tuple[int, int, int, bool, bool], list[int]] = defaultdict(list)
    for place, statement in enumerate(statements):
        ends = (bodies[statement.subject.iri], bodies[statement.object.iri])
        grouped[
            ends[0],
            relations[statement.relation],
            ends[1],
            statement.denied,
            statement.inferred,
        ].append(place)
    return tuple(
        Link(
            subject=subject,
            relation=relation,
            object=object_,
            denied=denied,
            inferred=inferred,
            statements=tuple(places),
        )
        for (subject, relation, object_, denied, inferred), places in grouped.items()
    )


def _statement(
    statement: StoredStatement,
    document: int,
    provisions: Sequence[StoredProvision],
    places: Mapping[str, int],
    kinships: Mapping[str, str],
) -> Json:
    stated_in = [places[iri] for iri in statement.provisions if iri in places]
    return {
        "id": statement.iri.rpartition("/")[2],
        "modality": statement.modality.value,
        "inferred": statement.inferred,
        "conditions": list(statement.conditions),
        "document": document,
        "article": places.get(statement.article, -1),
        "provision": places.get(statement.provision, -1),
        "quote": statement.quote,
        "antecedents": [quote.text for quote in statement.antecedent],
        "marks": _marks(statement.evidence, stated_in, provisions),
        "construction": statement.construction,
        "basis": [iri.rpartition("/")[2] for iri in statement.derived_from],
        "kinships": [kinships[iri] for iri in statement.derived_from if iri in kinships],
    }


def _marks(
    quotes: Iterable[Quote], stated_in: Iterable[int], provisions: Sequence[StoredProvision]
) -> list[list[int]]:
    """Find the evidence in the texts of the provisions: `[provision, start, end]`, in order.

    The evidence has the offsets of the source; the pieces of a passage lead to offsets in its text.
    """
    marks: set[tuple[int, int, int]] = set()
    for quote in quotes:
        for place in stated_in:
            for piece in provisions[place].pieces:
                start = max(quote.span.start, piece.start)
                end = min(quote.span.end, piece.start + piece.length)
                if start < end:
                    shift = piece.offset - piece.start
                    marks.add((place, start + shift, end + shift))
    return [list(mark) for mark in sorted(marks)]
