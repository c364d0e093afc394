"""`institution-graph verify`: hold a graph against the texts it was read from."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import click

from graph.cli.output import count, visible

_EXAMPLES: Final = """\b
Examples:
  institution-graph verify out/graph.trig rules.txt
  institution-graph verify out/graph.trig laws/
"""


@click.command("verify", epilog=_EXAMPLES)
@click.argument("path", metavar="GRAPH", type=click.Path(path_type=Path))
@click.argument("sources", metavar="SOURCE...", nargs=-1, required=True)
@click.pass_context
def verify_command(ctx: click.Context, path: Path, sources: tuple[str, ...]) -> None:
    """Hold a graph against the texts it was read from, without reading them again.

    A SOURCE is a text file or a folder of texts. Checked are the fingerprint of each text, every
    quote at its offsets, in its article and provision; that subject and object are named by the
    words they were read from, in the evidence or its antecedent, and in the order that the
    construction has; that statements and plain triples agree. What is wrong is listed, and the exit
    code is then 1.
    """
    from graph.ontology import load_ontology
    from graph.rdf import open_store
    from graph.verify import verify

    store = open_store(path)
    faults = verify(store, sources, load_ontology())
    for fault in faults:
        click.echo(visible(str(fault)))
    if faults:
        count(len(faults), "fault")
        ctx.exit(1)
    click.echo(f"{path}: its texts bear out everything in it.")
