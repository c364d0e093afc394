"""The options that several commands share, each declared once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

if TYPE_CHECKING:
    from collections.abc import Callable

    Command = TypeVar("Command", bound=Callable[..., object])


def graph_option(command: Command) -> Command:
    """Add `--graph`: which dataset to ask."""
    return click.option(
        "--graph",
        "path",
        type=click.Path(path_type=Path),
        default=Path("out/graph.trig"),
        show_default=True,
        help="The dataset to ask, as a build leaves it.",
    )(command)


def document_option(command: Command) -> Command:
    """Add `--document`: the one document that is meant."""
    return click.option(
        "--document",
        metavar="NAME",
        help="Keep to one document, by the name of its file or its title.",
    )(command)


def format_option(
    *styles: str, text: str = "How to print the answer."
) -> Callable[[Command], Command]:
    """Add `--format`: one of `styles`, the first if none is asked for; `text` is its help."""
    return click.option(
        "-f",
        "--format",
        "style",
        type=click.Choice(styles),
        default=styles[0],
        show_default=True,
        help=text,
    )


def table_options(command: Command) -> Command:
    """Add `--format` and `--output` for what is printed as a table."""
    command = click.option(
        "-o",
        "--output",
        type=click.Path(path_type=Path, dir_okay=False),
        help="Write to a file instead of the screen; CSV so that Excel opens it.",
    )(command)
    return format_option("table", "csv", "json")(command)
