"""Text and graph select each other; the side panel says what is selected."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.browser import opened
from tests.factories import make_body, make_document, make_reading, make_statement, sample_reading
from tests.page.probes import BODY_POINT, EDGE_POINT, LIT, SHOWN, fragment, written

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser


def test_an_edge_leads_to_its_article(browser: Browser, sample: Path) -> None:
    """A click on an edge lists its statements, marks their words, and is in the address."""
    with opened(browser, sample, height=560) as page:
        page.mouse.click(*page.evaluate(EDGE_POINT, ["总局", "leads", "分局"]))
        page.wait_for_selector("#detail .statement")
        quotes = page.locator("#detail blockquote").all_inner_texts()
        assert [quote.strip("「」\n") for quote in quotes] == [
            "总局领导分局",
            "总局应当领导分局和监察组",
        ]
        assert page.locator("#detail .where").all_inner_texts()[:2] == ["第一条第二款", "第六条"]
        assert "总局领导分局" in page.locator("#text mark.lit").all_inner_texts()
        assert page.evaluate(LIT) == ["总局 leads 分局"]
        assert re.match(r"#statement=[0-9a-f]+,[0-9a-f]+$", fragment(page))


def test_the_text_scrolls_to_the_evidence(browser: Browser, tmp_path: Path) -> None:
    """Selecting an edge of the last article of a long text brings its words into sight."""
    one, other = make_body("甲厅"), make_body("乙厅")
    articles = {number: ["本条没有机构。" * 20] for number in range(1, 40)}
    document = make_document({**articles, 40: ["甲厅领导乙厅。"]})
    reading = make_reading(
        document, make_statement(document, 40, one, "leads", other, "甲厅领导乙厅")
    )
    with opened(browser, written(tmp_path, reading)) as page:
        assert page.locator("#text mark").bounding_box() is not None
        page.mouse.click(*page.evaluate(EDGE_POINT, ["甲厅", "leads", "乙厅"]))
        page.wait_for_selector("#text mark.lit")
        box = page.locator("#text mark.lit").bounding_box()
        frame = page.locator("#text").bounding_box()
        assert box is not None
        assert frame is not None
        assert frame["y"] <= box["y"] <= frame["y"] + frame["height"]


def test_a_body_lists_its_relations_both_ways(browser: Browser, sample: Path) -> None:
    """A click on a body lists what it leads and what leads it, each line a link to the edge."""
    with opened(browser, sample) as page:
        page.mouse.click(*page.evaluate(BODY_POINT, "监察组"))
        page.wait_for_selector("#detail .relations")
        headings = page.locator("#detail .relations h3").all_inner_texts()
        assert [re.sub(r"\s*\d+$", "", heading) for heading in headings][:2] == [
            "受…领导",
            "不管理",
        ]
        assert fragment(page) == "#body=监察组"
        assert "驻点监察组" in page.inner_text("#detail")
        page.locator("#detail .row", has_text="重点单位").first.click()
        assert page.evaluate(LIT) == ["监察组 manages 重点单位"]
        assert "否定" in page.inner_text("#detail .said")


def test_words_of_the_text_light_their_edges(browser: Browser, sample: Path) -> None:
    """A click on marked words, on an article's number or a chapter's name lights what it states."""
    with opened(browser, sample) as page:
        page.locator("#text mark", has_text="监察组的领导机构是理事会").click()
        assert page.evaluate(LIT) == ["理事会 leads 监察组"]
        page.locator("#text .place", has_text="第六条").click()
        assert page.evaluate(LIT) == ["总局 leads 分局", "总局 leads 监察组"]
        assert fragment(page) == "#article=6"
        page.locator("#text .place", has_text="第二章").click()
        assert fragment(page) == "#provision=chapter/2"
        assert len(page.evaluate(LIT)) == 7


def test_selected_words_light_all_they_touch(browser: Browser, sample: Path) -> None:
    """Words chosen with the mouse across two clauses light the edges of both."""
    with opened(browser, sample) as page:
        first = page.locator("#text mark", has_text="总局领导分局").bounding_box()
        second = page.locator("#text mark", has_text="审计处监督总局").bounding_box()
        assert first is not None
        assert second is not None
        page.mouse.move(first["x"] + 4, first["y"] + 8)
        page.mouse.down()
        page.mouse.move(
            second["x"] + second["width"] - 4, second["y"] + second["height"] - 8, steps=4
        )
        page.mouse.up()
        assert page.evaluate(LIT) == ["审计处 supervises 总局", "总局 leads 分局"]


def test_several_documents(browser: Browser, tmp_path: Path) -> None:
    """Two documents share their bodies; each opens its own text, and a filter tells them apart."""
    file = written(tmp_path, sample_reading("one"), sample_reading("two"))
    with opened(browser, file, "#article=6&document=two") as page:
        assert page.locator("#text details[open]").count() == 1
        assert "《样例规则》" in page.inner_text("#detail")
        page.click("#tab-filters")
        page.check("[data-filter=files][value=one]")
        assert page.evaluate(SHOWN)[2] == 15
