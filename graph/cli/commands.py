"""The program `institution-graph` and its commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from graph import __version__
from graph.cli.ask import ask_command
from graph.cli.build import build_command
from graph.cli.check import check_command
from graph.cli.coverage import coverage_command
from graph.cli.evaluate import evaluate_command
from graph.cli.explain import explain_command
from graph.cli.export import export_command
from graph.cli.page import page_command
from graph.cli.path import path_command
from graph.cli.query import query_command
from graph.cli.relations import relations_command
from graph.cli.show import show_command
from graph.cli.verify import verify_command
from graph.errors import GraphError

if TYPE_CHECKING:
    from typing import Any


class Program(click.Group):
    """A group of commands that tells an error of the package as one sentence, with exit code 1."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401  (what the command returns)
        """Run the command."""
        try:
            return super().invoke(ctx)
        except GraphError as error:
            raise click.ClickException(str(error)) from error


@click.group(cls=Program, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="institution-graph")
def main() -> None:
    """Read Chinese regulations as a graph of institutions, and ask it questions.

    `build` reads regulations and leaves the graph in a folder; the other commands ask the graph.

    Exit codes: 0 done, 1 the input could not be used, 2 wrong usage.
    """


main.add_command(build_command)
main.add_command(query_command)
main.add_command(ask_command)
main.add_command(path_command)
main.add_command(show_command)
main.add_command(relations_command)
main.add_command(evaluate_command)
main.add_command(coverage_command)
main.add_command(explain_command)
main.add_command(verify_command)
main.add_command(check_command)
main.add_command(page_command)
main.add_command(export_command)
