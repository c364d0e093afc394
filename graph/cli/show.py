"""`institution-graph show`: all that the graph holds on one body or one article."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Final

import click

from graph.cli.options import document_option, graph_option, table_options
from graph.cli.output import count, emit

if TYPE_CHECKING:
    from pathlib import Path

_EXAMPLES: Final = """\b
Examples:
  institution-graph show 派驻机构
  institution-graph show 第十二条
"""


@click.command("show", epilog=_EXAMPLES)
@click.argument("what", metavar="BODY|ARTICLE")
@click.option(
    "--inferred", is_flag=True, help="Of a body: what follows from the texts too, and from what."
)
@document_option
@table_options
@graph_option
def show_command(  # noqa: PLR0913  (a parameter for each option)
    *,
    what: str,
    inferred: bool,
    document: str | None,
    style: str,
    output: Path | None,
    path: Path,
) -> None:
    """Show all that the graph holds on a body or on an article.

    Of a body (by any of its names): its names, its class, and every relation it stands in, each
    with article and quote. Of an article (12, 第十二条 or preamble): its text and what it states.
    Where several documents have it, all are shown.
    """
    from graph.cli.card import article_card, body_card
    from graph.ontology import load_ontology
    from graph.proof import Citations
    from graph.query import read_names, read_places
    from graph.query.places import is_article
    from graph.rdf import open_store, read_records

    store = open_store(path)
    places = read_places(store)
    here = places.get_document(document) if document else None
    found = (
        [article.iri for article in places.get_articles(what, here)]
        if is_article(what)
        else [body.iri for body in read_names(store).get_bodies(what, here)]
    )
    records = read_records(store)
    citations = Citations(records, load_ontology())
    card = article_card if is_article(what) else body_card
    shown = tuple(one for one in records.statements if inferred or not one.inferred)
    cards = [card(iri, replace(records, statements=shown), citations) for iri in found]
    data = json.dumps([one.data for one in cards], ensure_ascii=False, indent=2) + "\n"
    emit(*(one.sheet for one in cards), style=style, output=output, data=data)
    count(sum(len(one.sheet.table.rows) for one in cards), "statement")
