"""`institution-graph query`: questions of the library and of one's own."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from graph.cli.options import document_option, graph_option, table_options
from graph.cli.output import Sheet, count, emit
from graph.errors import QueryError

if TYPE_CHECKING:
    from graph.query import Question, Table

_EXAMPLES: Final = """\b
Examples:
  institution-graph query --list
  institution-graph query who-leads --body 派驻机构
  institution-graph query article-states --article 第十二条 --format csv
  institution-graph query --text 'SELECT ?a ?b { GRAPH ?article { ?a ig:leads ?b } }'
"""


@click.command("query", epilog=_EXAMPLES)
@click.argument("question", required=False, metavar="[NAME|FILE.rq]")
@click.option("--text", metavar="SPARQL", help="A question of your own, as SPARQL.")
@click.option("--list", "listed", is_flag=True, help="List the questions that have a name.")
@click.option("--body", metavar="NAME", help="The body it is about, by any of its names.")
@click.option("--other", metavar="NAME", help="The other body, where it is about two.")
@click.option("--article", metavar="NUMBER", help="The article: 12, 第十二条 or preamble.")
@click.option("--relation", metavar="NAME", help="The relation, by name or label.")
@click.option(
    "--inferred", is_flag=True, help="Ask of what follows from the texts too, and mark it."
)
@document_option
@table_options
@graph_option
def query_command(  # noqa: PLR0913  (a parameter for each option)
    *,
    question: str | None,
    text: str | None,
    listed: bool,
    body: str | None,
    other: str | None,
    article: str | None,
    relation: str | None,
    inferred: bool,
    document: str | None,
    style: str,
    output: Path | None,
    path: Path,
) -> None:
    """Ask the graph a question: one that has a name, or SPARQL.

    `--list` shows the questions that have a name, and what each is asked about. SPARQL comes from a
    file (FILE.rq, or - for standard input) or as --text; it can read and not change. The usual
    prefixes need no declaration, and --body and its like stand for the variables ?body and so on.

    JSON is in the format of the W3C for SPARQL answers.
    """
    from graph.ask import put, questions
    from graph.query import marked, parse_question, tabulate, with_consequences

    if sum([question is not None, text is not None, listed]) != 1:
        message = "Give the name of a question, a file, --text or --list: one of them."
        raise click.UsageError(message)
    if listed:
        emit(Sheet(table=_library(questions())), style=style, output=output)
        return
    asked = parse_question(text) if text is not None else _question(question or "")
    from graph.rdf import open_store

    parameters = {
        "body": body,
        "other": other,
        "article": article,
        "relation": relation,
        "document": document,
    }
    if inferred and not asked.sparql:
        message = (
            f"the question {asked.name} is asked of what the texts state; leave out --inferred."
        )
        raise QueryError(message)
    store = open_store(path)
    answer = put(with_consequences(store) if inferred else store, asked, parameters)
    if inferred:
        answer = marked(answer, store)
    table = tabulate(answer)
    sheet = _sheet(asked, table) if style == "table" else Sheet(table=table)
    emit(sheet, style=style, output=output, data=answer.to_json())
    count(len(table.rows), "row")


def _sheet(question: Question, table: Table) -> Sheet:
    """Return the answer to a question of the library without what says nothing, under its title."""
    shown = table.without(*question.hidden)
    if not question.title:
        return Sheet(table=shown)
    title, documents = question.title, shown.values("document")
    if len(documents) == 1:
        shown = shown.without("document")
        title += f"《{documents[0]}》"
    if not any(shown.values("conditions")):
        shown = shown.without("conditions")
    return Sheet(table=shown, heading=(title,))


def _question(name: str) -> Question:
    """Return the question of a name of the library, of a file, or of standard input."""
    from graph.ask import get_question
    from graph.query import parse_question

    if name != "-" and not name.endswith(".rq") and not Path(name).is_file():
        return get_question(name)
    try:
        text = sys.stdin.read() if name == "-" else Path(name).read_text("utf-8")
    except FileNotFoundError:
        message = f"{name}: there is no such file; expected a question in SPARQL."
        raise QueryError(message) from None
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is no text in UTF-8"
        message = f"{name}: {reason}; expected a question in SPARQL."
        raise QueryError(message) from error
    return parse_question(text)


def _library(library: tuple[Question, ...]) -> Table:
    from graph.query import Table

    return Table(
        columns=("name", "asks", "in English", "needs", "takes"),
        rows=tuple(
            (
                question.name,
                question.title,
                question.title_en,
                " ".join(f"--{name}" for name in question.required),
                " ".join(f"--{name}" for name in question.optional),
            )
            for question in library
        ),
    )
