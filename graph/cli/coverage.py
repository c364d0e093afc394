"""`institution-graph coverage`: what became of the words of every article."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final, cast

import click

from graph.cli.options import table_options
from graph.cli.output import Sheet, count, emit

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from graph.model import Reading
    from graph.report import ArticleCoverage, Coverage

_ALL: Final = "all"

_EXAMPLES: Final = """\b
Examples:
  institution-graph coverage
  institution-graph coverage laws/ --format csv --output coverage.csv
"""


@click.command("coverage", epilog=_EXAMPLES)
@click.argument("sources", nargs=-1, metavar="[SOURCE]...")
@table_options
def coverage_command(*, sources: tuple[str, ...], style: str, output: Path | None) -> None:
    """Show for every article how many of its characters were read, and as what.

    Counted are the characters that are evidence of a statement, those read as something else (a
    definition, a principle, a duty without a second body, a citation, a condition), those left
    unread, and the marks between them (other). Verbs are those of the lexicon that stand between
    two bodies in a clause which gave no statement.

    A SOURCE is a text file, a folder of texts, or a pattern in quotes; without any, the regulation
    that comes with the program is read. The numbers are those of report.json.
    """
    from graph.readings import read_all
    from graph.report import record

    readings = read_all(sources, progress=True)
    sheets = [_sheet(reading) for reading in readings]
    if style == "table":
        sheets = [Sheet(heading=one.heading, table=one.table.without("document")) for one in sheets]
    kept = ("name", "title", "characters", "articles")
    documents = cast("list[dict[str, object]]", record(readings)["documents"])
    data = [{name: document[name] for name in kept} for document in documents]
    text = json.dumps(data, ensure_ascii=False, indent=2) + "\n"
    emit(*sheets, style=style, output=output, data=text)
    count(sum(map(_articles, readings)), "article")


def _articles(reading: Reading) -> int:
    """Return the number of articles of a document, without its preamble."""
    from graph.model import ProvisionKind

    return sum(one.kind is ProvisionKind.ARTICLE for one in reading.document.articles())


def _sheet(reading: Reading) -> Sheet:
    """Return the articles of a document and, last, all of them together."""
    from graph.model import Role
    from graph.query import Table
    from graph.report import cover
    from graph.report.coverage import total

    document = reading.document
    parts = cover(reading)
    rows = [
        _row(document.name, part.provision.key, part.coverage, _verbs([part])) for part in parts
    ]
    whole = total(part.coverage for part in parts)
    rows.append(_row(document.name, _ALL, whole, _verbs(parts)))
    return Sheet(
        heading=(f"《{document.title}》 {document.name}",),
        table=Table(
            columns=(
                "document",
                "article",
                "characters",
                *(role.value for role in Role),
                "other",
                "evidence %",
                "otherwise %",
                "unread %",
                "verbs",
            ),
            rows=tuple(rows),
        ),
    )


def _row(document: str, article: str, coverage: Coverage, verbs: str) -> tuple[str, ...]:
    return (
        document,
        article,
        str(coverage.total),
        *(str(number) for number in coverage.characters.values()),
        str(coverage.other),
        *_shares(coverage),
        verbs,
    )


def _shares(coverage: Coverage) -> tuple[str, ...]:
    """Return the shares of evidence, of all else, and of what was left unread: 100 together."""
    from graph.model import Role

    if not coverage.total:
        return ("", "", "")
    stated = round(100 * coverage.share(Role.EVIDENCE))
    unread = round(100 * coverage.share(Role.UNREAD))
    return (str(stated), str(100 - stated - unread), str(unread))


def _verbs(parts: Sequence[ArticleCoverage]) -> str:
    """Return the verbs that stood between two bodies and stated nothing, each once."""
    return "、".join(
        dict.fromkeys(clause.note for part in parts for clause in part.unread if clause.note)
    )
