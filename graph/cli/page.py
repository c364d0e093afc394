"""`institution-graph page`: the page of a graph or of some of its documents."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click
from click.core import ParameterSource

from graph.cli.options import graph_option
from graph.cli.output import save

if TYPE_CHECKING:
    from graph.query import Names, Places
    from graph.rdf.records import Records

_EXAMPLES: Final = """\b
Examples:
  institution-graph page out/graph.trig -o graph.html
  institution-graph page --article 12 -o article-12.html
  institution-graph page --path 组务会 驻在单位 -o path.html
  institution-graph page laws/graph.trig --document rules --document law -o two.html
"""


@click.command("page", epilog=_EXAMPLES)
@click.argument("graph", required=False, type=click.Path(path_type=Path))
@click.option(
    "--document",
    "documents",
    metavar="NAME",
    multiple=True,
    help="Show this document only, by the name of its file or its title; may be given repeatedly.",
)
@click.option("--article", metavar="ARTICLE", help="Open at an article: 12, 第十二条 or preamble.")
@click.option("--body", metavar="BODY", help="Open at a body, by any of its names.")
@click.option(
    "--path", "ends", nargs=2, metavar="FROM TO", help="Open with the path between two bodies."
)
@click.option("--inferred", is_flag=True, help="Open with what follows from the texts shown, too.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    help="The file to write.",
)
@graph_option
@click.pass_context
def page_command(  # noqa: PLR0913  (a parameter for each option)
    context: click.Context,
    *,
    graph: Path | None,
    documents: tuple[str, ...],
    article: str | None,
    body: str | None,
    ends: tuple[str, str] | None,
    inferred: bool,
    output: Path,
    path: Path,
) -> None:
    """Write the page of GRAPH: text and graph side by side, one file, opened from disk.

    It is the page that a build leaves. Its address says what is seen; without one it opens where
    --article, --body or --path say. GRAPH is a dataset as a build leaves it, and may as well be
    given by --graph.
    """
    if graph is not None and context.get_parameter_source("path") is ParameterSource.COMMANDLINE:
        message = "GRAPH and --graph name the same thing; expected one of them"
        raise click.UsageError(message)
    if sum(1 for one in (article, body, ends) if one) > 1:
        message = "the page opens at one thing; expected one of --article, --body and --path"
        raise click.UsageError(message)
    from graph.ontology import load_ontology
    from graph.page import only_documents, render_records, start_at
    from graph.query import read_names, read_places
    from graph.rdf import open_store, read_records

    store = open_store(graph or path)
    places, names = read_places(store), read_names(store)
    records = read_records(store)
    names_of = {one.iri: one.name for one in records.documents}
    meant = [names_of[places.get_document(text)] for text in documents]
    records = only_documents(records, meant)
    number, document = _article(article, places, records) if article else ("", "")
    start = start_at(
        article=number,
        document=document,
        body=_body(body, names, records) if body else "",
        path=(_body(ends[0], names, records), _body(ends[1], names, records)) if ends else None,
        inferred=inferred,
    )
    save(render_records(records, ontology=load_ontology(), start=start), output)
    click.echo(f"Written to {output}.", err=True)


def _article(text: str, places: Places, records: Records) -> tuple[str, str]:
    """Return the number of the article that is meant and, of several documents, that one's name.

    Raises:
        QueryError: Several documents have it.
        UnknownProvisionError: None has it.
    """
    from graph.errors import QueryError

    shown = {one.iri: one.name for one in records.documents}
    of_these = tuple(one for one in places.articles if one.document in shown)
    found = replace(places, articles=of_these).get_articles(text)
    having = sorted({shown[one.document] for one in found})
    if len(having) > 1:
        which = ", ".join(having)
        message = f"{len(having)} documents have the article {text}; expected one of {which}."
        raise QueryError(message)
    return found[0].number, having[0] if len(shown) > 1 else ""


def _body(text: str, names: Names, records: Records) -> str:
    """Return what the page knows a body by: its name, or its IRI where others bear the name.

    Raises:
        QueryError: Several bodies bear the name.
        UnknownBodyError: None does of which something is stated.
    """
    from graph.errors import QueryError, UnknownBodyError

    spoken_of = {body.iri for one in records.statements for body in (one.subject, one.object)}
    found = [body for body in names.get_bodies(text) if body.iri in spoken_of]
    if not found:
        raise UnknownBodyError(text)
    if len(found) > 1:
        which = ", ".join(body.iri for body in found)
        message = f"{len(found)} bodies are named {text}: {which}; expected one of them."
        raise QueryError(message)
    return found[0].name if len(names.find_bodies(found[0].name)) == 1 else found[0].iri
