"""The page as one file of HTML: template, style, scripts, library and data put together.

The file asks for nothing from outside and says so itself: its Content-Security-Policy allows
exactly the scripts and styles that stand in it, by their hash, and no request at all. The data
stand in an element that no browser runs, escaped so that no text in them can end it.
"""

from __future__ import annotations

import json
from base64 import b64encode
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from graph.errors import OutputError
from graph.ontology import load_ontology
from graph.page.drawing import draw, library
from graph.page.payload import gather
from graph.page.selection import only_documents
from graph.rdf.records import read_records

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from graph.ontology import Ontology
    from graph.rdf.records import Records
    from graph.rdf.store import GraphStore

SCRIPTS: Final = (
    "strings.js",
    "elements.js",
    "model.js",
    "state.js",
    "paths.js",
    "overview.js",
    "view.js",
    "edges.js",
    "labels.js",
    "tooltip.js",
    "drawing.js",
    "text.js",
    "statements.js",
    "detail.js",
    "filters.js",
    "pathpanel.js",
    "search.js",
    "export.js",
    "main.js",
)
"""The scripts of the page in the order in which they run."""

STYLES: Final = ("page.css", "panels.css", "graph.css", "side.css", "media.css")
"""The styles of the page; a later one wins over an earlier one."""

# Text inside a script element ends at the first `</script`; U+2028 and U+2029 end a line in old
# JavaScript.
_ESCAPES: Final = {
    ord("<"): "\\u003c",
    ord(">"): "\\u003e",
    ord("&"): "\\u0026",
    0x2028: "\\u2028",
    0x2029: "\\u2029",
}


def render_page(
    store: GraphStore,
    *,
    ontology: Ontology | None = None,
    documents: Sequence[str] = (),
    start: str = "",
) -> str:
    """Return the page of a store as HTML.

    What follows from the texts is on the page too, but hidden until the reader, or `start`, wants
    it.

    Args:
        store: The dataset to show.
        ontology: Where relations have their labels and colours; None means the project's own.
        documents: The names of the documents to show; none means all.
        start: What the page opens with where its address says nothing, as the address would say it
            (`article=12`, `path=派出机关,驻在单位`); see `start_at`.

    Raises:
        DatasetError: The store lacks what the page needs, or has no document of a given name.
        OntologyError: The ontology is broken.
    """
    records = only_documents(read_records(store), documents)
    return render_records(records, ontology=ontology, start=start)


def start_at(
    *,
    body: str = "",
    article: str = "",
    document: str = "",
    path: tuple[str, str] | None = None,
    inferred: bool = False,
) -> str:
    """Return the `start` of a page that opens with a body, an article or a path between two bodies.

    Args:
        body: One of the names of a body, or its IRI.
        article: The number of an article (`12`, `preamble`).
        document: The name of the document whose article is meant.
        path: The names or IRIs of two bodies.
        inferred: Whether it opens with what follows from the texts, too.

    Example:
        >>> start_at(article="12")
        'article=12'
        >>> start_at(path=("甲, 乙", "丙"))
        'path=%E7%94%B2%252C%20%E4%B9%99,%E4%B8%99'
    """
    chosen = {"body": body, "article": article, "document": document}
    parts = [f"{name}={quote(value, safe='')}" for name, value in chosen.items() if value]
    if path is not None:
        # As the page's own `app.join` does it: a comma inside a name is escaped once more.
        ends = (end.replace("%", "%25").replace(",", "%2C") for end in path)
        parts.append(f"path={','.join(quote(end, safe='') for end in ends)}")
    if inferred:
        parts.append("origin=stated,inferred")
    return "&".join(parts)


def render_records(records: Records, *, ontology: Ontology | None = None, start: str = "") -> str:
    """Return the page of some records as HTML; see `render_page`."""
    ontology = ontology or load_ontology()
    payload = gather(records, ontology)
    data = {**payload.lists, "start": start, "network": draw(payload, ontology)}
    script, style = library()
    styles = [_lines(style), *map(_resource, STYLES)]
    scripts = [_lines(script), *map(_resource, SCRIPTS)]
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, keep_trailing_newline=True
    )
    return environment.from_string(_resource("page.html")).render(
        policy=_policy(scripts, styles),
        title=data["title"],
        styles=map(Markup, styles),
        scripts=map(Markup, scripts),
        data=Markup(_json(data)),  # noqa: S704  (escaped for where it stands, by `_json`)
    )


def write_page(
    store: GraphStore,
    path: Path | str,
    *,
    ontology: Ontology | None = None,
    documents: Sequence[str] = (),
    start: str = "",
) -> None:
    """Write the page of a store into a file, whole or not at all; see `render_page`.

    Args:
        store: The dataset to show.
        path: The file; one that exists is replaced.
        ontology: Where relations have their labels and colours; None means the project's own.
        documents: The names of the documents to show; none means all.
        start: What the page opens with where its address says nothing.

    Raises:
        DatasetError: The store lacks what the page needs, or has no document of a given name.
        OntologyError: The ontology is broken.
        OutputError: The file cannot be written.
    """
    target = Path(path)
    page = render_page(store, ontology=ontology, documents=documents, start=start)
    draft = target.with_name(f".{target.name}.part")
    try:
        draft.write_text(page, encoding="utf-8", newline="\n")
        draft.replace(target)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise OutputError(target, error.strerror or str(error)) from error


def _resource(name: str) -> str:
    """Read one of the page's own files."""
    return _lines(files("graph.page").joinpath(name).read_text(encoding="utf-8"))


def _lines(text: str) -> str:
    """End lines as a browser does before it hashes them."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _json(data: object) -> str:
    """Write data as JSON that can stand in a script element."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False).translate(
        _ESCAPES
    )


def _policy(scripts: Iterable[str], styles: Iterable[str]) -> str:
    """Forbid everything but these scripts and styles, and pictures that the page makes itself."""
    return "; ".join(
        [
            "default-src 'none'",
            f"script-src {' '.join(map(_hash, scripts))}",
            f"style-src {' '.join(map(_hash, styles))}",
            "img-src data: blob:",
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
