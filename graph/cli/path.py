"""`institution-graph path`: how two bodies are connected, with the words that say so."""

from __future__ import annotations

import json
from itertools import islice
from typing import TYPE_CHECKING, Final

import click

from graph.cli.options import document_option, graph_option
from graph.cli.output import count, visible

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path as FilePath

    from graph.cli.citation import Citations
    from graph.network import Hop, Path, Walk
    from graph.network.view import Network
    from graph.rdf.stored import StoredBody, StoredStatement

_LIMIT: Final = 20
_LENGTH: Final = 6
_NEAREST: Final = 5

_EXAMPLES: Final = """\b
Examples:
  institution-graph path 派出机关 驻在单位 --directed
  institution-graph path 驻在单位内设纪检机构 党中央
  institution-graph path 派出机关 驻在单位 --via leads,supervises --all --max 4
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
    "--directed/--undirected",
    default=False,
    show_default=True,
    help="Follow relations from subject to object only, or both ways.",
)
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
@click.option(
    "-f",
    "--format",
    "style",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How to print the paths.",
)
@document_option
@graph_option
def path_command(  # noqa: PLR0913  (a parameter for each option)
    *,
    source: str,
    target: str,
    via: tuple[str, ...],
    directed: bool,
    every: bool,
    most: int | None,
    limit: int,
    style: str,
    document: str | None,
    path: FilePath,
) -> None:
    """Find how two bodies are connected, hop by hop.

    The shortest path is shown, or with --all every path, shorter ones first. Each hop is printed
    with all statements that make it: the relation and its direction, the article, the words. What
    an article denies (不得) is never followed.
    """
    from graph.cli.citation import Citations
    from graph.network import Walk, network, simple_paths
    from graph.ontology import load_ontology
    from graph.query import get_relations, read_names, read_places
    from graph.rdf import open_store, read_records

    ontology = load_ontology()
    walk = Walk(relations=get_relations(ontology, via) if via else None, directed=directed)
    store = open_store(path)
    here = read_places(store).get_document(document) if document else None
    names = read_names(store)
    start, goal = names.get_body(source, here), names.get_body(target, here)
    records = read_records(store)
    net, citations = network(records, ontology), Citations(records, ontology)
    length = most or (_LENGTH if every else net.number_of_nodes())
    found = list(
        islice(simple_paths(net, start.iri, goal.iri, walk, most=length), limit + 1 if every else 1)
    )
    paths = found[:limit]
    if style == "json":
        click.echo(json.dumps(_data(start, goal, paths, citations), ensure_ascii=False, indent=2))
    else:
        for number, one in enumerate(paths, start=1):
            click.echo("\n".join(_text(one, citations, number if every else None)))
    if not paths:
        for line in _no_path(net, start, goal, walk, most):
            click.echo(line, err=True)
    elif every:
        count(len(paths), "path")
        if len(found) > limit:
            click.echo(f"There are more; --limit shows more than {limit}.", err=True)


def _text(path: Path, citations: Citations, number: int | None) -> Iterator[str]:
    """Yield the lines of a path: its bodies, then each hop with its statements."""
    title = " → ".join(body.name for body in path.bodies)
    mark = "" if number is None else f"[{number}] "
    yield visible(f"{mark}{title} ({_hops(len(path))})")
    for index, hop in enumerate(path.hops, start=1):
        lead = f"  {index}. "
        for arrow, statements in _parallel(hop, citations).items():
            yield visible(f"{lead}{hop.source.name} {arrow} {hop.target.name}")
            lead = " " * len(lead)
            for statement in statements:
                yield f"{' ' * 7}{citations.line(statement)}"


def _parallel(hop: Hop, citations: Citations) -> dict[str, list[StoredStatement]]:
    """Return the statements of a hop by the arrow that shows the relation and its direction."""
    found: dict[str, list[StoredStatement]] = {}
    for statement in hop.statements:
        label = citations.label(statement)
        if citations.symmetric(statement):
            arrow = f"—{label}—"
        else:
            arrow = f"—{label}→" if hop.follows(statement) else f"←{label}—"
        found.setdefault(arrow, []).append(statement)
    return found


def _no_path(
    net: Network, start: StoredBody, goal: StoredBody, walk: Walk, most: int | None
) -> Iterator[str]:
    """Yield what can be said where there is no path."""
    from dataclasses import replace

    from graph.network import reachable, shortest_path

    if start == goal:
        yield f"{start.name} and {goal.name} are one body."
        return
    bound = f" of at most {_hops(most)}" if most else ""
    yield f"There is no path{bound} from {start.name} to {goal.name}."
    nearest = [body.name for body, _ in islice(reachable(net, start.iri, walk), _NEAREST)]
    if nearest:
        yield f"The nearest bodies that can be reached are {'、'.join(nearest)}."
    if walk.directed:
        other = shortest_path(net, start.iri, goal.iri, replace(walk, directed=False), most=most)
        if other is not None:
            yield f"With --undirected there is one of {_hops(len(other))}."


def _hops(number: int) -> str:
    return f"{number} hop{'' if number == 1 else 's'}"


def _data(
    start: StoredBody, goal: StoredBody, paths: list[Path], citations: Citations
) -> dict[str, object]:
    from graph.cli.citation import named

    return {
        "from": named(start),
        "to": named(goal),
        "paths": [
            {
                "length": len(path),
                "hops": [
                    {
                        "from": named(hop.source),
                        "to": named(hop.target),
                        "statements": [
                            citations.data(statement) | {"forward": hop.follows(statement)}
                            for statement in hop.statements
                        ],
                    }
                    for hop in path.hops
                ],
            }
            for path in paths
        ],
    }
