"""Whatever a text says, it is shown as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.browser import opened
from tests.factories import make_body, make_document, make_reading, make_statement
from tests.page.probes import EDGE_POINT, written

if TYPE_CHECKING:
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
