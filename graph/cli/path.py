"""`institution-graph path`: how two bodies are connected, with the words that say so."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

import click

from graph.cli.options import document_option, format_option, graph_option
from graph.cli.output import count, visible
from graph.model import Modality

if TYPE_CHECKING:
    from pathlib import Path

_LIMIT: Final = 20
_LENGTH: Final = 6

_EXAMPLES: Final = """\b
Examples:
  institution-graph path 派出机关 驻在单位 --directed
  institution-graph path 驻在单位内设纪检机构 党中央
  institution-graph path 派出机关 驻在单位 --via leads,supervises --all --max 4
  institution-graph path 党中央 国有企业 --via authority --directed --inferred --strongest
"""


@click.command("path", epilog=_EXAMPLES)
@click.argument("source", metavar="FROM")
@click.argument("target", metavar="TO")
@click.option(
    "--via",
    multiple=True,
    metavar="RELATION,...",
    help="Follow these relations or groups of relations only; see the command relations.",
)
@click.option(
    "--modality",
    "modalities",
    multiple=True,
    type=click.Choice([one.value for one in Modality if one is not Modality.PROHIBITION]),
    help="Follow only what is stated in this way, such as duties; may be given several times.",
)
@click.option(
    "--directed/--undirected",
    default=False,
    show_default=True,
    help="Follow relations from subject to object only, or both ways.",
)
@click.option("--backward", is_flag=True, help="Follow relations from object to subject only.")
@click.option(
    "--inferred", is_flag=True, help="Follow what follows from the texts too, and say from what."
)
@click.option("--strongest", is_flag=True, help="The path with fewest inferred hops.")
@click.option("--all", "every", is_flag=True, help="Every path that visits no body twice.")
@click.option(
    "--max",
    "most",
    type=click.IntRange(min=1),
    metavar="HOPS",
    help=f"The hops a path may have.  [default: {_LENGTH} with --all, else any number]",
)
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    default=_LIMIT,
    show_default=True,
    metavar="PATHS",
    help="With --all: stop after so many paths.",
)
@format_option("text", "json", "markdown", text="How to print the paths; markdown is for a memo.")
@document_option
@graph_option
def path_command(  # noqa: PLR0913  (a parameter for each option)
    *,
    source: str,
    target: str,
    via: tuple[str, ...],
    modalities: tuple[str, ...],
    directed: bool,
    backward: bool,
    inferred: bool,
    strongest: bool,
    every: bool,
    most: int | None,
    limit: int,
    style: str,
    document: str | None,
    path: Path,
) -> None:
    """Find how two bodies are connected, hop by hop.

    The shortest path is shown, with --strongest the one with fewest inferred hops, or with --all
    every path, shorter ones first. Each hop is printed with all statements that make it: the
    relation and its direction, the article, the words. What an article denies (不得) is never
    followed; where that blocks a way, it is said. Only what the texts state is followed, unless
    --inferred is given.
    """
    from graph.proof import find_paths
    from graph.rdf import open_store

    if strongest and every:
        message = "--strongest shows one path; leave out --all."
        raise click.UsageError(message)
    found = find_paths(
        open_store(path),
        source,
        target,
        via=via,
        modalities=[Modality(one) for one in modalities],
        directed=directed,
        backward=backward,
        inferred=inferred,
        strongest=strongest,
        every=every,
        most=most,
        limit=limit,
        document=document,
    )
    match style:
        case "json":
            click.echo(json.dumps(found.data(), ensure_ascii=False, indent=2))
        case "markdown":
            for line in found.markdown():
                click.echo(visible(line))
        case _:
            for line in found.text(numbered=every):
                click.echo(visible(line))
    if style != "markdown":
        for line in found.remarks():
            click.echo(visible(line), err=True)
    if every and found.paths:
        count(len(found.paths), "path")
        if found.more:
            click.echo(f"There are more; --limit shows more than {limit}.", err=True)
