"""`institution-graph build`: regulations in, the graph out."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import click

_EXAMPLES: Final = """\b
Examples:
  institution-graph build
  institution-graph build rules.txt --out graphs/rules
"""


@click.command("build", epilog=_EXAMPLES)
@click.argument("sources", nargs=-1, metavar="[SOURCE]...")
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=Path("out"),
    show_default=True,
    help="The folder for the files.",
)
@click.option("--strict", is_flag=True, help="End with exit code 1 if there is any finding.")
@click.pass_context
def build_command(ctx: click.Context, sources: tuple[str, ...], out: Path, *, strict: bool) -> None:
    """Read regulations and write their graph into a folder.

    A SOURCE is a text file, a folder of texts, or a pattern in quotes ('laws/*.txt'); without any,
    the regulation that comes with the program is read. The folder then holds graph.trig (the
    dataset), statements.csv (a table), graph.html (a page to look at) and report.json (counts,
    findings, coverage).
    """
    from graph.build import build
    from graph.report import summary

    result = build(sources, out, progress=True)
    click.echo(summary(result))
    if strict and result.findings:
        click.echo("There are findings, and the build was asked to be strict.", err=True)
        ctx.exit(1)
