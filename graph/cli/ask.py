"""`institution-graph ask`: a question in plain Chinese."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

import click

from graph.cli.options import document_option, format_option, graph_option
from graph.cli.output import Sheet, count, emit, visible

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from graph.ask import Reply, Respondent

_EXAMPLES: Final = """\b
Examples:
  institution-graph ask 谁领导派驻机构？
  institution-graph ask 派驻机构主要负责人能不能分管驻在单位？
  institution-graph ask 派驻机构和派出机关是什么关系？
"""


@click.command("ask", epilog=_EXAMPLES)
@click.argument("question", nargs=-1, required=True, metavar="QUESTION")
@format_option("text", "json")
@document_option
@graph_option
def ask_command(*, question: tuple[str, ...], style: str, document: str | None, path: Path) -> None:
    """Ask a question in plain Chinese.

    It is read with the words and constructions of the regulations themselves, and understood as one
    of the named questions, which is printed with the answer. Bodies are named by any of their
    names, relations by any verb of the lexicon. Every answer cites its articles. Where an article
    denies what is asked, that is the answer; that no article says so is told apart from it. A
    question that is not understood ends with exit code 1 and the nearest ones that can be asked.
    """
    from graph.ask import Respondent
    from graph.rdf import open_store

    respondent = Respondent(open_store(path))
    replies = respondent.replies("".join(question), document)
    if style == "json":
        data = [_data(reply, respondent) for reply in replies]
        click.echo(json.dumps(data, ensure_ascii=False, indent=2), color=True)
        return
    for reply in replies:
        for line in _lines(reply, respondent):
            click.echo(visible(line) if line.strip() else line, color=True)
        if not reply.statements and not reply.denied and reply.table.rows:
            emit(Sheet(table=reply.table), style="table")
        count(len(reply.statements) + len(reply.denied) or len(reply.table.rows), "row")


def _lines(reply: Reply, respondent: Respondent) -> Iterator[str]:
    """Yield the question as it was understood, the answer in few words, and what it rests on."""
    yield f"{reply.asked.wording}（{reply.asked.command}）"
    yield from reply.notes
    yield reply.words
    for statement in reply.statements:
        yield f"· {respondent.sentence(statement)}"
        yield f"  {respondent.citation(statement)}"
    if reply.denied and reply.asked.claim is None and reply.asked.question.name != "denied":
        yield "条文否定的："
    for statement in reply.denied:
        yield f"· {respondent.sentence(statement)}"
        yield f"  {respondent.citation(statement)}"


def _data(reply: Reply, respondent: Respondent) -> dict[str, object]:
    """Return a reply for programs."""
    table = reply.table
    return {
        "understood": reply.asked.wording,
        "question": reply.asked.question.name,
        "parameters": dict(reply.asked.parameters),
        "answer": reply.words,
        "notes": list(reply.notes),
        "statements": [respondent.citations.data(one) for one in reply.statements],
        "denied": [respondent.citations.data(one) for one in reply.denied],
        "rows": [dict(zip(table.columns, row, strict=True)) for row in table.rows],
    }
