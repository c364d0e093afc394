"""`institution-graph relations`: what relations there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from graph.cli.options import table_options
from graph.cli.output import Sheet, count, emit

if TYPE_CHECKING:
    from pathlib import Path


@click.command("relations")
@table_options
def relations_command(*, style: str, output: Path | None) -> None:
    """List the relations: their names, their labels, and the groups that paths can follow.

    In a label … stands for the other body: 向…报告 says 甲向乙报告. Without it the other body comes
    after the label: 甲领导乙.
    """
    from graph.ontology import load_ontology
    from graph.query import Table

    relations = load_ontology().relations.values()
    table = Table(
        columns=("name", "label", "seen from the other", "in English", "groups", "both ways"),
        rows=tuple(
            (
                relation.name,
                relation.label_zh,
                relation.inverse_label_zh,
                relation.label_en,
                " ".join(relation.groups),
                "yes" if relation.symmetric else "",
            )
            for relation in relations
        ),
    )
    emit(Sheet(table=table), style=style, output=output)
    count(len(table.rows), "relation")
