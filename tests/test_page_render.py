"""The page is one file that asks for nothing and is the same each time."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

import pytest

from graph.errors import DatasetError, OutputError
from graph.page import render_page, show, start_at, write_page
from graph.page.render import SCRIPTS
from graph.rdf import store_readings
from tests.factories import make_body, make_document, make_reading, make_statement, sample_reading

if TYPE_CHECKING:
    from pathlib import Path

    from graph.rdf import GraphStore

HOSTILE = "</script><script>alert(1)</script><!--<img src=x onerror=alert(2)>&quot;'\"\u2028\u2029"


class Elements(HTMLParser):
    """Collects every element with its attributes, and the text of scripts and styles."""

    def __init__(self, page: str) -> None:
        """Parse the page at once."""
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.raw: list[tuple[str, dict[str, str | None], str]] = []
        self._open: tuple[str, dict[str, str | None]] | None = None
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self.found.append((tag, dict(attrs)))
        if tag in {"script", "style"}:
            self._open = (tag, dict(attrs))

    def handle_endtag(self, tag: str) -> None:
        """Leave a script or style."""
        if self._open is not None and tag == self._open[0]:
            self._open = None

    def handle_data(self, data: str) -> None:
        """Note the text of a script or style."""
        if self._open is not None:
            self.raw.append((*self._open, data))


def data_of(page: str) -> dict[str, Any]:
    """Return the data that stand in a page."""
    texts = [text for tag, attributes, text in Elements(page).raw if attributes.get("id") == "data"]
    data: dict[str, Any] = json.loads("".join(texts))
    return data


def hostile_store() -> GraphStore:
    """Return a store in which title, heading, names, conditions and quotes try to be markup."""
    one, other = make_body(f"甲厅{HOSTILE}", f"别名{HOSTILE}"), make_body(f"乙厅{HOSTILE}")
    words = f"甲厅领导乙厅{HOSTILE}"
    document = make_document(
        {1: [f"{words}。"]}, title=f"规则{HOSTILE}", chapters={1: f"总则{HOSTILE}"}
    )
    statement = make_statement(document, 1, one, "leads", other, words)
    return store_readings([make_reading(document, replace(statement, conditions=(HOSTILE,)))])


@pytest.fixture(scope="module")
def page() -> str:
    """Return the page of the sample."""
    return render_page(store_readings([sample_reading()]))


def test_the_page_is_the_same_each_time(page: str) -> None:
    """Two builds give the same bytes."""
    assert render_page(store_readings([sample_reading()])) == page


def test_nothing_is_asked_for(page: str) -> None:
    """No element names a file or an address outside, and the policy forbids what one might add."""
    elements = Elements(page)
    for tag, attributes in elements.found:
        assert tag not in {"link", "iframe", "object", "embed", "base", "img"}
        assert not {"src", "srcset", "action", "style"} & attributes.keys()
        assert not [name for name in attributes if name.startswith("on")]
        assert (attributes.get("href") or "#").startswith("#")
    for tag, _, text in elements.raw:
        if tag == "style":
            assert not re.search(r"@import|url\((?![\"']?data:)", text)


def test_the_policy_names_exactly_the_scripts_and_styles(page: str) -> None:
    """The Content-Security-Policy allows each script and style by its hash and nothing else."""
    elements = Elements(page)
    policy = next(
        attributes["content"]
        for tag, attributes in elements.found
        if tag == "meta" and attributes.get("http-equiv") == "Content-Security-Policy"
    )
    assert policy is not None
    rules = {rule.split()[0]: set(rule.split()[1:]) for rule in policy.split("; ")}
    assert rules["default-src"] == {"'none'"}
    assert rules["img-src"] == {"data:", "blob:"}
    for tag in ("script", "style"):
        hashes = {
            f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
            for raw, attributes, text in elements.raw
            if raw == tag and attributes.get("id") != "data"
        }
        assert rules[f"{tag}-src"] == hashes
    assert len(rules["script-src"]) == len(SCRIPTS) + 1


def test_hostile_text_is_only_data() -> None:
    """Texts that try to end the data or to be markup add no element and come back unchanged."""
    page = render_page(hostile_store())
    plain = render_page(store_readings([sample_reading()]))
    assert [tag for tag, _ in Elements(page).found] == [tag for tag, _ in Elements(plain).found]
    data = data_of(page)
    assert data["title"] == f"规则{HOSTILE}"
    assert {body["name"] for body in data["bodies"]} == {f"甲厅{HOSTILE}", f"乙厅{HOSTILE}"}
    assert data["statements"][0]["conditions"] == [HOSTILE]
    start = page.index('id="data">')
    block = page[start : page.index("</script>", start)]
    assert "<" not in block[len('id="data">') :]
    assert "\u2028" not in block


def test_licence_notices_are_kept(page: str) -> None:
    """The notice of vis-network stands in the page, as its licence asks."""
    assert "@copyright (c) 2011-2017 Almende B.V" in page
    assert "Apache 2.0 License" in page


def test_the_file_is_utf8_with_line_feeds(tmp_path: Path, store: GraphStore) -> None:
    """Whatever the locale, the file is UTF-8 with line feeds, and nothing is left beside it."""
    file = tmp_path / "page.html"
    write_page(store, file)
    written = file.read_bytes()
    assert written.decode("utf-8") == render_page(store)
    assert b"\r" not in written
    assert [path.name for path in tmp_path.iterdir()] == ["page.html"]


def test_a_page_that_cannot_be_written_is_one_error(tmp_path: Path, store: GraphStore) -> None:
    """A folder in the place of the file is an error with the path, and nothing is left behind."""
    target = tmp_path / "page.html"
    target.mkdir()
    with pytest.raises(OutputError, match=r"page\.html"):
        write_page(store, target)
    assert [path.name for path in tmp_path.iterdir()] == ["page.html"]
    assert not list(target.iterdir())


def test_a_page_of_nothing_has_a_name() -> None:
    """An empty dataset gives a page with a title of its own, and no bodies."""
    data = data_of(render_page(store_readings([])))
    assert data["title"] == "机构关系图"
    assert data["bodies"] == data["statements"] == data["network"]["nodes"] == []


def test_a_page_may_show_some_documents_only() -> None:
    """A page of one of two documents has its text, its statements and the bodies it speaks of."""
    store = store_readings([sample_reading("one"), sample_reading("two")])
    both, one = data_of(render_page(store)), data_of(render_page(store, documents=["two"]))
    assert [document["name"] for document in one["documents"]] == ["two"]
    assert both["title"] == "样例规则等2件"
    assert one["title"] == "样例规则"
    assert 2 * len(one["statements"]) == len(both["statements"])
    assert [body["name"] for body in one["bodies"]].count("同级党委") == 1


def test_an_unknown_document_is_one_error(store: GraphStore) -> None:
    """A document that is not there is an error that says which there are."""
    with pytest.raises(DatasetError, match=r"three: .*; expected one of sample\."):
        render_page(store, documents=["three"])


def test_a_page_keeps_where_it_starts(store: GraphStore) -> None:
    """What the page opens with stands in its data, names escaped as the page reads them."""
    start = start_at(body="甲&乙", document="sample")
    assert start == "body=%E7%94%B2%26%E4%B9%99&document=sample"
    assert data_of(render_page(store, start=start))["start"] == start


def test_a_notebook_cell_holds_the_whole_page(store: GraphStore) -> None:
    """The frame of a cell carries the page as text that cannot leave it, of the given height."""
    cell = show(store, height=300)
    parsed = Elements(cell._repr_html_())
    assert [tag for tag, _ in parsed.found] == ["iframe"]
    assert parsed.found[0][1]["srcdoc"] == render_page(store)
    assert "height:300px" in (parsed.found[0][1]["style"] or "")
