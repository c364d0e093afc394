"""`institution-graph evaluate`: how well texts are read, against statements written by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from graph.cli.options import table_options
from graph.cli.output import emit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.evaluate import Articles, Claim, DocumentScore, Measure

_DATASET: Final = Path("out/graph.trig")

_EXAMPLES: Final = """\b
Examples:
  institution-graph evaluate gold.tsv
  institution-graph evaluate gold.tsv rules.txt --show all
  institution-graph evaluate gold.tsv laws/ --document court=人民法院组织法 --articles 1-45
"""


@click.command("evaluate", epilog=_EXAMPLES)
@click.argument("gold", metavar="GOLD.tsv", type=click.Path(path_type=Path))
@click.argument("sources", nargs=-1, metavar="[SOURCE]...")
@click.option(
    "--graph",
    "path",
    type=click.Path(path_type=Path),
    help=f"Score a dataset, as a build leaves it.  [default: {_DATASET}, without a SOURCE]",
)
@click.option(
    "--statements",
    type=click.Path(path_type=Path),
    metavar="FILE.csv",
    help="Score a table of statements, as a build leaves it.",
)
@click.option(
    "--document",
    "documents",
    multiple=True,
    metavar="GOLDNAME[=NAME]",
    help="Keep to a document of GOLD.tsv, which is called NAME among what was read; repeatable.",
)
@click.option(
    "--articles",
    multiple=True,
    metavar="[GOLDNAME=]1-20,58",
    help="Keep to these articles, of every document or of one; repeatable.",
)
@click.option(
    "--show",
    type=click.Choice(["misses", "wrong", "all"]),
    help="List what was missed, what is wrong, or both and every modality that is not accepted.",
)
@table_options
def evaluate_command(  # noqa: PLR0913  (a parameter for each option)
    *,
    gold: Path,
    sources: tuple[str, ...],
    path: Path | None,
    statements: Path | None,
    documents: tuple[str, ...],
    articles: tuple[str, ...],
    show: str | None,
    style: str,
    output: Path | None,
) -> None:
    """Score what was read against statements written by hand.

    GOLD.tsv has the columns document, article, subject, relation, object, modality, level and
    evidence; level is must (to be found) or may (neither right nor wrong). Scored is what the
    dataset of the last build holds, what every SOURCE states when it is read now, or a table. A
    document of GOLD.tsv is the one that was read from a file of its name.

    Precision is right / (right + wrong), recall is found / (found + missed). Bodies match strictly
    if they have a name in common, whatever fillers (各级), abbreviations (纪委) and 的 are in it;
    relaxed also if the name of one is a tail of the other's. Reversed statements are among the
    wrong. Modality is the part of the right statements that have an accepted one.

    With --show, CSV has the list alone. JSON has the scores and the whole list in any case.
    """
    if (sources != ()) + (path is not None) + (statements is not None) > 1:
        message = "Name sources, --graph or --statements: one of them."
        raise click.UsageError(message)
    from graph.cli.scores import data, for_people, misses, sheets
    from graph.evaluate import Choice, Measure, evaluate_all, read_gold
    from graph.ontology import load_ontology

    choice = Choice(documents=_documents(documents), articles=_articles(articles))
    ontology = load_ontology()
    measure = Measure.of(ontology)
    written = read_gold(gold, measure.naming, ontology.relations)
    found = _found(sources, path, statements, measure)
    scores = evaluate_all(written, found, measure, choice=choice, path=gold)
    printed = sheets(scores, ontology.relations)
    if show is not None:
        listed = misses(scores, show)
        printed = [listed] if style == "csv" else [*printed, listed]
    if style == "table":
        printed = [for_people(sheet) for sheet in printed]
    emit(*printed, style=style, output=output, data=_json(data(scores)))
    for line in (*written.remarks, *_elsewhere(scores)):
        click.echo(line, err=True)


def _documents(options: tuple[str, ...]) -> dict[str, str | None]:
    """Return the documents that are scored, each with its name among what was read, if given."""
    named = (option.partition("=") for option in options)
    return {document: source or None for document, _, source in named}


def _articles(options: tuple[str, ...]) -> dict[str | None, Articles]:
    """Return the articles that are scored, by document, under None those of all others."""
    from graph.evaluate import Articles

    found: dict[str | None, Articles] = {}
    for option in options:
        document, _, articles = option.rpartition("=")
        try:
            found[document or None] = Articles.parse(articles)
        except ValueError as error:
            message = f"{error}."
            raise click.BadParameter(message, param_hint="--articles") from error
    return found


def _found(
    sources: tuple[str, ...], path: Path | None, statements: Path | None, measure: Measure
) -> dict[str, list[Claim]]:
    """Return what was found by document, from the one place that was named."""
    from graph.evaluate import claims_of_readings, claims_of_records, claims_of_table

    found: dict[str, list[Claim]] = {}
    if sources:
        from graph.readings import read_all

        readings = read_all(sources, progress=True)
        found = {reading.document.name: [] for reading in readings}
        claims = claims_of_readings(readings, measure.naming)
    elif statements is not None:
        claims = claims_of_table(statements, measure.naming)
    else:
        from graph.rdf import open_store, read_records

        records = read_records(open_store(path or _DATASET))
        found = {document.name: [] for document in records.documents}
        claims = claims_of_records(records, measure.naming)
    for claim in claims:
        found.setdefault(claim.document, []).append(claim)
    return found


def _elsewhere(scores: Sequence[DocumentScore]) -> list[str]:
    """Return a line for each document in which whole articles count as wrong."""
    return [
        f"{one.document}: {one.elsewhere} of the statements stand in articles of which the table "
        "has nothing; --articles leaves articles out."
        for one in scores
        if one.elsewhere
    ]


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
