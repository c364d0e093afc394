"""What follows from the texts is on the page: hidden at first, told from what they state."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from graph.page import render_records
from graph.rdf import read_records, store_readings
from graph.rdf.records import StoredKinship
from tests.browser import opened
from tests.factories import sample_reading
from tests.page.probes import EDGE_POINT, LIT, SHOWN, fragment

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

PLACES = "institutionGraph.drawing.network.getPositions()"
STATED_BENDS = """() => {
  const { drawing, model } = institutionGraph;
  return drawing.edges.get().filter((edge) => !model.edges[edge.id].inferred)
    .map((edge) => edge.smooth?.roundness ?? edge.selfReference?.angle ?? 0);
}"""


@pytest.fixture(scope="module")
def inferred(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the page of the sample with one consequence: 总局 establishes 监察组."""
    records = read_records(store_readings([sample_reading()]))
    basis = next(one for one in records.statements if one.relation == "dispatches")
    consequence = replace(
        basis,
        iri=f"{basis.iri}0",
        relation="establishes",
        document="",
        article="",
        article_label="",
        article_number="",
        provision="",
        provisions=(),
        quote="",
        evidence=(),
        inferred=True,
        derived_from=(basis.iri, "st/kinship/1"),
        rule="byWhatIsSaidOfTheKind",
    )
    kinship = StoredKinship(
        iri="st/kinship/1",
        cites_document="样例规则",
        cites_article="2",
        cites_words="总局可以向重点单位派驻监察组",
        articles=("https://example.org/article/2",),
    )
    file = tmp_path_factory.mktemp("inferred") / "graph.html"
    page_of = render_records(
        replace(records, statements=(*records.statements, consequence), kinships=(kinship,))
    )
    file.write_text(page_of, encoding="utf-8")
    return file


def test_it_is_hidden_at_first_and_said_to_be(browser: Browser, inferred: Path) -> None:
    """The page opens with what the texts state; a button shows the rest, and is in the address."""
    with opened(browser, inferred) as page:
        assert page.evaluate(SHOWN)[2] == 15
        assert "15 条关系陈述 · 1 条推论" in page.inner_text("#counts")
        assert "另有 1 条推论未显示" in page.inner_text("#shown")
        assert page.locator("#legend [data-relation=establishes]").count() == 0
        place = page.evaluate(EDGE_POINT, ["总局", "establishes", "监察组"])
        page.mouse.click(*place)
        assert "establishes" not in "".join(page.evaluate(LIT))
        page.keyboard.press("Escape")
        page.click("#switch-inferred")
        assert page.evaluate(SHOWN)[2] == 16
        assert fragment(page) == "#origin=stated,inferred"
        assert "其中推论 1 条" in page.inner_text("#shown")
        assert page.locator("#legend [data-relation=establishes]").count() == 1
        page.click("#switch-inferred")
        assert page.evaluate(SHOWN)[2] == 15
        assert fragment(page) == ""


def test_it_can_be_told_from_what_is_stated(browser: Browser, inferred: Path) -> None:
    """An inferred edge is dotted, explained in the legend, and listed with what it follows from."""
    with opened(browser, inferred, "#origin=stated,inferred") as page:
        assert "推论" in page.inner_text("#legend")
        dotted = (
            "institutionGraph.drawing.edges.get().filter((edge) => edge.dashes?.[0] === 2).length"
        )
        assert page.evaluate(dotted) == 1
        page.mouse.move(*page.evaluate(EDGE_POINT, ["总局", "establishes", "监察组"]))
        page.wait_for_selector("#tooltip:not([hidden])")
        assert "推论 依类推及" in page.inner_text("#tooltip")
        page.mouse.click(*page.evaluate(EDGE_POINT, ["总局", "establishes", "监察组"]))
        page.wait_for_selector("#detail .statement")
        detail = page.inner_text("#detail")
        assert "推论依据 依类推及\n\n总局 派出 监察组 第二条\n" in detail
        assert "《样例规则》第2条：「总局可以向重点单位派驻监察组」" in detail
        assert page.locator("#detail .copy").count() == 0
        assert page.locator("#detail .tag.inferred").count() == 1


def test_stated_and_inferred_are_a_filter(browser: Browser, inferred: Path) -> None:
    """Either can be seen without the other, counted; clearing other filters keeps the choice."""
    with opened(browser, inferred) as page:
        page.click("#graph-tools [data-tab=filters]")
        box = "[data-filter=origin][value={}]".format
        assert page.is_checked(box("stated"))
        assert not page.is_checked(box("inferred"))
        label = page.locator("label", has=page.locator(box("inferred")))
        assert label.locator(".count").inner_text() == "1"
        page.check(box("inferred"))
        page.click("#legend [data-relation=leads]")
        page.click("#show-all")
        assert page.evaluate(SHOWN)[2] == 16
        page.uncheck(box("stated"))
        assert page.evaluate(SHOWN) == [2, 1, 1]
        assert "显示 2 / 8 个机构、1 / 16 条陈述" in page.inner_text("#shown")


def test_what_is_selected_says_what_is_hidden(browser: Browser, inferred: Path) -> None:
    """A body tells how many of its statements filters hide and how many follow, and shows them."""
    with opened(browser, inferred, "#body=监察组&relation=manages") as page:
        left = page.locator("#detail .left")
        assert [words.split("\n")[0] for words in left.all_inner_texts()] == [
            "筛选还隐藏了 8 条陈述 显示全部",
            "另有 1 条推论未显示 显示推论",
        ]
        left.first.locator("button").click()
        page.locator("#detail .left button").click()
        assert page.locator("#detail .left").count() == 0
        assert "总局 establishes 监察组" in page.evaluate(LIT)


def test_showing_it_moves_nothing(browser: Browser, shipped: Path) -> None:
    """Bodies and stated edges stay where they are when the consequences of the regulation come."""
    with opened(browser, shipped) as page:
        before = page.evaluate(PLACES), page.evaluate(STATED_BENDS)
        stated = page.evaluate(SHOWN)[1]
        page.click("#switch-inferred")
        assert page.evaluate(SHOWN)[1] > 2 * stated
        assert (page.evaluate(PLACES), page.evaluate(STATED_BENDS)) == before


def test_a_path_may_lead_through_it(browser: Browser, shipped: Path) -> None:
    """Where the texts state no path, one of consequences is offered and proved by statements."""
    with opened(browser, shipped, "#path=派出机关,派驻纪检监察组") as page:
        assert "没有路径" in page.inner_text("#path")
        page.locator("#path button", has_text="连同推论再找").click()
        page.wait_for_selector("#path .hop")
        assert page.locator("#path .hop").count() == 1
        proof = page.inner_text("#path .hop")
        assert "派出机关 领导 派驻机构 第十二条" in proof
