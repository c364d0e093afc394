"""How fast the page opens and answers, and the same data drawn by pyvis alone.

Run `python -m benchmarks.page` in a checkout with the `test` extra; Chromium must be installed. It
writes invented graphs of 100, 2,000 and 20,000 bodies into a temporary folder and prints a table:

- build: making the page from the records, in seconds;
- size: of the file, in MB (10^6 bytes);
- ready: from opening the file to a page that answers and has been painted, in seconds;
- filter: from choosing a relation to the picture of it, in milliseconds, the slowest of several;
- pyvis: the same nodes and edges as pyvis writes and draws them (its own template and its physics):
  until the first picture, and until it comes to rest, in seconds; `-` where it does not within the
  limit (`--limit`, by default 60 s).
"""

from __future__ import annotations

import argparse
import random
import time
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from click import echo
from playwright.sync_api import Error
from pyvis.network import Network

from graph.model import Modality, Piece, ProvisionKind, Span
from graph.ontology import load_ontology
from graph.page import render_records
from graph.rdf.records import (
    Quote,
    Records,
    StoredBody,
    StoredDocument,
    StoredProvision,
    StoredStatement,
)
from tests.browser import running_browser

if TYPE_CHECKING:
    from playwright.sync_api import Browser

CLAUSE: Final = "甲机关领导乙机关，乙机关应当向甲机关报告工作，丙机关协助甲机关开展监督检查。"
KINDS: Final = ("Organ", "Department", "Meeting", "Post", "Unit", "Team", "Committee")
PAINTED: Final = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
FILTERS: Final = (
    'institutionGraph.change({ relation: "leads" })',
    'institutionGraph.change({ relation: "leads,manages", modality: "obligation" })',
    "institutionGraph.clearFilters()",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """A size of graph: so many bodies and statements, in so many documents."""

    bodies: int
    statements: int
    documents: int


SIZES: Final = (
    Size(bodies=100, statements=300, documents=1),
    Size(bodies=2_000, statements=10_000, documents=10),
    Size(bodies=20_000, statements=100_000, documents=100),
)


def records_of(size: Size) -> Records:
    """Return invented records: half of the statements inside a document's own bodies, some hubs."""
    chance = random.Random(1)  # noqa: S311  (the same graph each time is the point)
    relations = sorted(load_ontology().relations)
    bodies = [
        StoredBody(
            iri=f"body:{place}",
            name=f"第{place}号机关办公室" if place % 3 else f"机构{place}",
            kinds=(KINDS[place % len(KINDS)],),
        )
        for place in range(size.bodies)
    ]
    own = size.bodies // size.documents
    documents: list[StoredDocument] = []
    statements: list[StoredStatement] = []
    for number in range(size.documents):
        document = _document(number, clauses=size.statements // size.documents // 20 // 3 + 1)
        documents.append(document)
        for index in range(size.statements // size.documents):
            if chance.random() < 0.5:  # noqa: PLR2004  (half of them)
                ends = [chance.randrange(own) + number * own for _ in range(2)]
            else:
                ends = [
                    min(int(chance.paretovariate(1)), size.bodies - 1),
                    chance.randrange(size.bodies),
                ]
            article, paragraph = document.provisions[index % 20 * 2 : index % 20 * 2 + 2]
            start = paragraph.pieces[0].start + chance.randrange(20)
            span = Span(start=start, end=start + 8 + chance.randrange(10))
            statements.append(
                StoredStatement(
                    iri=f"st/{number:03}{index:06}",
                    subject=bodies[ends[0]],
                    relation=relations[(ends[0] * 7 + ends[1]) % len(relations)],
                    object=bodies[ends[1]],
                    modality=list(Modality)[index % 4],
                    conditions=(),
                    document=document.iri,
                    article=article.iri,
                    article_label=article.label,
                    article_number=article.number,
                    provision=paragraph.iri,
                    provisions=(paragraph.iri,),
                    quote=CLAUSE[:14],
                    evidence=(Quote(text=CLAUSE[:14], span=span),),
                )
            )
    return Records(
        documents=tuple(documents),
        bodies=tuple(bodies),
        statements=tuple(statements),
        documents_by_iri={document.iri: document for document in documents},
        bodies_by_iri={body.iri: body for body in bodies},
        provisions_by_iri={one.iri: one for document in documents for one in document.provisions},
    )


def _document(number: int, *, clauses: int) -> StoredDocument:
    iri = f"doc:{number}"
    provisions: list[StoredProvision] = []
    for article in range(1, 21):
        text = CLAUSE * clauses
        place = f"{iri}/article/{article}"
        provisions.append(
            StoredProvision(
                iri=place,
                id=f"article/{article}",
                kind=ProvisionKind.ARTICLE,
                parent=iri,
                order=2 * article - 1,
                label=f"第{article}条",
                number=str(article),
            )
        )
        provisions.append(
            StoredProvision(
                iri=f"{place}/paragraph/1",
                id=f"article/{article}/paragraph/1",
                kind=ProvisionKind.PARAGRAPH,
                parent=place,
                order=2 * article,
                text=text,
                pieces=(Piece(offset=0, start=article * 100_000, length=len(text)),),
            )
        )
    return StoredDocument(
        iri=iri, name=f"d{number}", title=f"样例规则第{number}号", provisions=tuple(provisions)
    )


def measure_page(browser: Browser, records: Records, folder: Path) -> str:
    """Build the page, open it, filter it; return the cells of its row."""
    start = time.perf_counter()
    html = render_records(records)
    built = time.perf_counter() - start
    file = folder / "page.html"
    file.write_text(html, encoding="utf-8", newline="\n")
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    start = time.perf_counter()
    page.goto(file.as_uri())
    page.wait_for_selector("html[data-ready]", timeout=120_000)
    page.evaluate(PAINTED)
    ready = time.perf_counter() - start
    slowest = 0.0
    for change in FILTERS:
        took = page.evaluate(
            f"async () => {{ const start = performance.now(); {change}; await {PAINTED};"
            " return performance.now() - start; }"
        )
        slowest = max(slowest, took)
    page.close()
    return f"{built:6.2f} {file.stat().st_size / 1e6:6.1f} {ready:6.2f} {slowest:7.0f}"


def measure_pyvis(browser: Browser, records: Records, folder: Path, limit: float) -> str:
    """Let pyvis write and draw the same bodies and statements; return the cells of its row."""
    network = Network(directed=True, cdn_resources="in_line")
    places = {body.iri: place for place, body in enumerate(records.bodies)}
    # Added by hand: its own `add_edge` searches through all nodes for each.
    network.nodes = [
        {"id": place, "label": body.name, "shape": "dot"}
        for body, place in zip(records.bodies, places.values(), strict=True)
    ]
    network.node_ids = list(places.values())
    network.edges = [
        {
            "from": places[statement.subject.iri],
            "to": places[statement.object.iri],
            "arrows": "to",
            "title": statement.relation,
        }
        for statement in records.statements
    ]
    file = folder / "pyvis.html"
    file.write_text(network.generate_html(), encoding="utf-8", newline="\n")
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.route("http*://**", lambda route: route.abort())  # what it asks for from outside
    page.add_init_script(
        "addEventListener('DOMContentLoaded', () => {"
        " network.once('afterDrawing', () => { window.drawnAt = performance.now(); });"
        " network.once('stabilizationIterationsDone', () => {"
        " window.restAt = performance.now(); });"
        "});"
    )
    found: list[str] = []
    for name in ("drawnAt", "restAt"):
        try:
            if not found:
                page.goto(file.as_uri(), timeout=limit * 1000, wait_until="commit")
            page.wait_for_function(f"window.{name}", timeout=limit * 1000)
            found.append(f"{page.evaluate(f'window.{name}') / 1000:6.2f}")
        except Error:
            found.append("     -")
    page.close()
    return " ".join(found)


def main() -> None:
    """Measure every size and print the table."""
    parser = argparse.ArgumentParser(description="How fast the page opens and answers.")
    parser.add_argument("--bodies", type=int, nargs="*", help="only the graphs of these sizes")
    parser.add_argument("--limit", type=float, default=60, help="seconds to wait for pyvis")
    chosen = parser.parse_args()
    titles = f"{'build':>6} {'MB':>6} {'ready':>6} {'filter':>7}"
    echo(f"{'bodies':>7} {'statements':>10} {titles}   pyvis")
    for size in SIZES:
        if chosen.bodies and size.bodies not in chosen.bodies:
            continue
        records = records_of(size)
        with TemporaryDirectory() as name, running_browser() as browser:
            ours = measure_page(browser, records, Path(name))
            theirs = measure_pyvis(browser, records, Path(name), chosen.limit)
        echo(f"{size.bodies:>7} {size.statements:>10} {ours}   {theirs}")


if __name__ == "__main__":
    main()
