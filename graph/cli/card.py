"""What `show` prints of one body or one article: for people a sheet, for programs data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.cli.output import Sheet
from graph.proof.citation import named
from graph.query.table import Table, term_labels
from graph.rdf.vocabulary import IG

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graph.proof.citation import Citations
    from graph.rdf.stored import Records, StoredProvision, StoredStatement

_COLUMNS = ("subject", "modality", "relation", "object", "conditions", "article", "quote")


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One thing shown: `sheet` is for people, `data` is everything for programs."""

    sheet: Sheet
    data: dict[str, object]


def body_card(iri: str, records: Records, citations: Citations) -> Card:
    """Return what the dataset holds on a body: what it does to others, then what they do to it."""
    body = records.bodies_by_iri[iri]
    outgoing = [one for one in records.statements if one.subject.iri == iri]
    incoming = [
        one for one in records.statements if one.object.iri == iri and one.subject.iri != iri
    ]
    statements = [*outgoing, *incoming]
    kinds = "、".join(term_labels().get(IG + kind, kind) for kind in body.kinds)
    heading = [f"{body.name}（{kinds}）" if kinds else body.name]
    if body.other_names:
        heading.append(f"other names: {'、'.join(body.other_names)}")
    if body.document is not None:
        title = next(one.title for one in records.documents if one.iri == body.document)
        heading.append(f"as named in 《{title}》")
    heading.append(body.iri)
    return Card(
        sheet=Sheet(heading=tuple(heading), table=_table(statements, citations)),
        data=named(body)
        | {
            "other_names": list(body.other_names),
            "kinds": list(body.kinds),
            "document": body.document,
            "statements": [citations.data(one) for one in statements],
        },
    )


def article_card(iri: str, records: Records, citations: Citations) -> Card:
    """Return what the dataset holds on an article: its text, and what it states."""
    article = records.provisions_by_iri[iri]
    document = next(one for one in records.documents if article in one.provisions)
    statements = [one for one in records.statements if one.article == iri]
    texts = [
        one
        for one in document.provisions
        if one.text is not None and (one.iri == iri or one.iri.startswith(f"{iri}/"))
    ]
    label = article.label or "序言"
    groups = " ".join(_groups(article, records))
    heading = f"《{document.title}》{label}" + (f"（{groups}）" if groups else "")
    return Card(
        sheet=Sheet(
            heading=(heading, *(_line(one, article) for one in texts)),
            table=_table(statements, citations),
        ),
        data={
            "document": document.name,
            "title": document.title,
            "article": article.number,
            "label": label,
            "iri": iri,
            "texts": [
                {"provision": one.iri, "label": one.label, "text": one.text} for one in texts
            ],
            "statements": [citations.data(one) for one in statements],
        },
    )


def _table(statements: Iterable[StoredStatement], citations: Citations) -> Table:
    table = Table(
        columns=_COLUMNS,
        rows=tuple(
            (
                one.subject.name,
                citations.modality(one),
                citations.label(one),
                one.object.name,
                "；".join(one.conditions),
                citations.article(one),
                citations.basis(one) if one.inferred else one.quote,
            )
            for one in statements
        ),
    )
    return table if any(table.values("conditions")) else table.without("conditions")


def _line(provision: StoredProvision, article: StoredProvision) -> str:
    """Return the text of a provision with its number, indented by its depth in the article."""
    depth = provision.id.removeprefix(article.id).count("/") // 2
    indent = "  " * max(depth, 1)
    return f"{indent}{provision.label}{provision.text}"


def _groups(article: StoredProvision, records: Records) -> Iterator[str]:
    """Yield the chapter and section that an article stands in, outermost first."""
    above = records.provisions_by_iri.get(article.parent)
    if above is not None:
        yield from _groups(above, records)
        yield f"{above.label} {above.heading}".strip()
