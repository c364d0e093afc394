"""`institution-graph export`: a graph for other programs."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import click

from graph.cli.options import document_option, graph_option
from graph.cli.output import save

_FORMS: Final = (
    "turtle", "trig", "nquads", "jsonld", "rdf12", "graphml", "gexf", "neo4j", "akomantoso",
)  # fmt: skip
_EXAMPLES: Final = """\b
Examples:
  institution-graph export --to gexf -o graph.gexf
  institution-graph export --to neo4j -o graph.cypher
  institution-graph export --to akomantoso --document rules -o rules.xml
"""


@click.command("export", epilog=_EXAMPLES)
@click.option(
    "--to",
    "form",
    type=click.Choice(_FORMS),
    required=True,
    help="The form: RDF in a notation, a network, Cypher, or the tree of a document.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The file to write; without it the export is printed.",
)
@document_option
@graph_option
def export_command(*, form: str, output: Path | None, document: str | None, path: Path) -> None:
    """Write a graph in the form that another program reads.

    turtle, trig, nquads, jsonld: RDF 1.1 (Turtle has no graphs of articles and nothing inferred);
    rdf12: TriG of RDF 1.2, each statement a reifier of its triple; graphml, gexf: the network of
    bodies (Gephi opens GEXF); neo4j: a script in Cypher; akomantoso: the text of one document as
    Akoma Ntoso 3.0.
    """
    from graph.export import export
    from graph.ontology import load_ontology
    from graph.query import read_places
    from graph.rdf import open_store

    store = open_store(path)
    meant = read_places(store).get_document(document) if document else None
    text = export(store, form, load_ontology(), document=meant)
    if output is None:
        click.echo(text, nl=False, color=True)
    else:
        save(text, output)
        click.echo(f"Written to {output}.", err=True)
