"""`institution-graph explain`: how an article was read, clause by clause."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from graph.cli.options import format_option
from graph.cli.output import count, visible
from graph.errors import UnknownProvisionError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.model import Document, Provision

_EXAMPLES: Final = """\b
Examples:
  institution-graph explain paizhu-rules 第十二条
  institution-graph explain rules.txt 3 --no-words
"""


@click.command("explain", epilog=_EXAMPLES)
@click.argument("document")
@click.argument("article")
@click.option(
    "--words/--no-words",
    default=True,
    show_default=True,
    help="List every word of a clause with what it was taken for.",
)
@format_option("text", "json", text="How to print the explanation.")
def explain_command(*, document: str, article: str, words: bool, style: str) -> None:
    """Explain how an article was read, clause by clause.

    DOCUMENT is a text file; the word paizhu-rules alone means the regulation that comes with the
    program. ARTICLE is 12, 第十二条 or preamble.

    Of each clause is shown what it was read as and what each of its words was taken for; the bodies
    in it, by their names; what was stated, by which construction and which entry of the lexicon,
    with a word on where a body is named that the clause leaves out; and which verbs of the lexicon
    stated nothing, and why, as far as the clause shows it.
    """
    from graph.cli.explanation import Phrases, data, lines
    from graph.ontology import load_ontology
    from graph.reading import Reader
    from graph.reading.explain import explain
    from graph.readings import SHIPPED, parse_all

    source = SHIPPED if document == SHIPPED.stem and not Path(document).exists() else document
    found = _articles(list(parse_all([source])), article)
    ontology = load_ontology()
    reader = Reader(ontology)
    explanations = [explain(one, provision, reader) for one, provision in found]
    if style == "json":
        click.echo(json.dumps(list(map(data, explanations)), ensure_ascii=False, indent=2))
        return
    phrases = Phrases(ontology)
    for explanation in explanations:
        for line in lines(explanation, phrases, words=words):
            click.echo(visible(line))
    count(sum(one.statements for one in explanations), "statement")


def _articles(documents: Sequence[Document], text: str) -> list[tuple[Document, Provision]]:
    """Return the articles that a text means, of every document.

    Raises:
        UnknownProvisionError: there is none.
    """
    from graph.query.places import Article, Places

    provisions = {
        f"{document.name}/{article.id}": (document, article)
        for document in documents
        for article in document.articles()
    }
    places = Places(
        documents={document.name: document.title for document in documents},
        articles=tuple(
            Article(
                iri=place,
                document=document.name,
                number=article.key,
                label=article.label or "序言",
            )
            for place, (document, article) in provisions.items()
        ),
    )
    try:
        found = places.get_articles(text)
    except UnknownProvisionError as error:
        names = ", ".join(document.name for document in documents)
        raise UnknownProvisionError(text, error.expected, names) from None
    return [provisions[one.iri] for one in found]
