"""`institution-graph check`: does a graph hold what the model requires?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click

from graph.cli.options import graph_option
from graph.cli.output import count, visible

if TYPE_CHECKING:
    from pathlib import Path

_EXAMPLES: Final = """\b
Examples:
  institution-graph check
  institution-graph check --graph graphs/laws/graph.trig --no-shapes
"""


@click.command("check", epilog=_EXAMPLES)
@click.option(
    "--shapes/--no-shapes",
    default=None,
    help="Also run the SHACL shapes with pySHACL, an extra; by default if it is installed.",
)
@graph_option
@click.pass_context
def check_command(ctx: click.Context, *, path: Path, shapes: bool | None) -> None:
    """Check that a graph holds what the model requires.

    First by the program's own rules, which also compare nodes with each other, then by the SHACL
    shapes (shapes.ttl). Every fault is a sentence that names the node and what it lacks; the exit
    code is then 1.
    """
    from graph.ontology import load_ontology
    from graph.rdf import open_store
    from graph.rdf.checks import check_dataset
    from graph.rdf.shapes import has_shacl, shape_faults

    store = open_store(path)
    shaped = has_shacl() if shapes is None else shapes
    faults = check_dataset(store, load_ontology().relations.keys())
    if shaped:
        faults += shape_faults(store)
    for fault in faults:
        click.echo(visible(str(fault)))
    if not shaped and shapes is None:
        click.echo(
            "The SHACL shapes were not run: they need pySHACL "
            "(python -m pip install 'institution-graph[shapes]').",
            err=True,
        )
    if faults:
        count(len(faults), "fault")
        ctx.exit(1)
    by = "the rules and the shapes" if shaped else "the rules"
    click.echo(f"{path}: it holds what {by} of the model require.")
