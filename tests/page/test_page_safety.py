"""Whatever a text says, it is shown as text."""

from __future__ import annotations

from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from tests.browser import opened
from tests.factories import make_body, make_document, make_reading, make_statement
from tests.page.probes import EDGE_POINT, written

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

    from graph.model import Reading


MARKS = (
    "</script><script>window.ran=1</script><img src=x onerror=window.ran=1>&lt;b&gt;"
    "\"'`\u2028\u202e\u200f"
)


def hostile_reading() -> Reading:
    """Return a reading in which everything that a text can name tries to be markup."""
    one, other = make_body(f"甲厅{MARKS}", f"别名{MARKS}"), make_body(f"乙厅{MARKS}")
    long = make_body("丙" * 10_000)
    words = f"甲厅领导乙厅{MARKS}"
    document = make_document(
        {1: [f"{words}。"]}, title=f"规则{MARKS}", chapters={1: f"总则{MARKS}"}
    )
    return make_reading(
        document,
        make_statement(document, 1, one, "leads", other, words),
        make_statement(document, 1, one, "leads", long, words, conditions=(MARKS,)),
    )


def test_hostile_text_is_shown_as_text(browser: Browser, tmp_path: Path) -> None:
    """Names, quotes and titles that are markup stand there as they are; nothing runs."""
    with opened(browser, written(tmp_path, hostile_reading())) as page:
        page.mouse.move(*page.evaluate(EDGE_POINT, [f"甲厅{MARKS}", "leads", f"乙厅{MARKS}"]))
        page.wait_for_selector("#tooltip:not([hidden])")
        assert "<script>window.ran=1</script>" in page.inner_text("#tooltip")
        page.evaluate("institutionGraph.select({ body: institutionGraph.model.bodies[0].iri })")
        page.fill("#search", "<img")
        page.wait_for_selector("#search-results [role=option]")
        assert "<img src=x" in page.inner_text("#search-results")
        page.keyboard.press("Enter")
        for tab in ("filters", "path", "detail"):
            page.click(f"#tab-{tab}")
        page.evaluate("institutionGraph.exporting.layOut()")
        assert "<script>window.ran=1</script>" in page.text_content("#printout")  # type: ignore[operator]
        assert "<script>window.ran=1</script>" in page.inner_text("h1")
        assert "&lt;b&gt;" in page.inner_text("#text")
        assert page.evaluate(
            "[window.ran, document.querySelectorAll('img[src=x], b b').length]"
        ) == [None, 0]


REACHING_OUT = """async (address) => {
  const refused = [];
  addEventListener("securitypolicyviolation", (event) => refused.push(event.effectiveDirective));
  const load = (tag, properties) => new Promise((done) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.onload = element.onerror = done;
    document.body.append(element);
  });
  await fetch(address).catch(() => null);
  await load("img", { src: address });
  await load("script", { src: address });
  await load("link", { rel: "stylesheet", href: address });
  document.body.append(Object.assign(document.createElement("script"), { textContent: "ran = 1" }));
  document.body.setAttribute("onclick", "ran = 1");
  document.body.click();
  await new Promise((done) => setTimeout(done, 50));
  return [refused.sort(), window.ran ?? null];
}"""


@contextmanager
def listening() -> Iterator[tuple[str, list[str]]]:
    """Listen on this machine; yield the address and the list of what is asked for there."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(204)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/outside", asked
        finally:
            server.shutdown()
            thread.join()


@pytest.mark.parametrize("guarded", [True, False])
def test_the_browser_refuses_what_the_policy_forbids(
    browser: Browser, sample: Path, tmp_path: Path, *, guarded: bool
) -> None:
    """A script of the page can ask for nothing and add none; without the policy it could."""
    file = tmp_path / "page.html"
    html = sample.read_text(encoding="utf-8")
    policy = "Content-Security-Policy"
    file.write_text(html if guarded else html.replace(policy, "No-Policy"), encoding="utf-8")
    context = browser.new_context()
    page = context.new_page()
    page.goto(file.as_uri())
    page.wait_for_selector("html[data-ready]")
    with listening() as (address, asked):
        refused, ran = page.evaluate(REACHING_OUT, address)
    context.close()
    if guarded:
        assert refused == [
            "connect-src",
            "img-src",
            "script-src-attr",
            "script-src-elem",
            "script-src-elem",
            "style-src-elem",
        ]
        assert (asked, ran) == ([], None)
    else:
        assert refused == []
        assert (len(asked), ran) == (4, 1)
