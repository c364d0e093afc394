"""Search, filters, neighbourhood and paths: finding in the page without a server."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser import opened
from tests.page.probes import EDGE_POINT, LIT, SHOWN, fragment

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser


def test_the_legend_filters(browser: Browser, sample: Path) -> None:
    """Choosing relations in the legend shows only them, says what is hidden, and undoes."""
    with opened(browser, sample) as page:
        page.click("#legend [data-relation=leads]")
        assert page.evaluate(SHOWN) == [4, 3, 4]
        assert "显示 4 / 8 个机构、4 / 15 条陈述" in page.inner_text("#shown")
        page.click("#legend [data-relation=memberOf]")
        assert page.evaluate(SHOWN) == [5, 4, 5]
        assert fragment(page) == "#relation=leads,memberOf"
        page.click("#show-all")
        assert page.evaluate(SHOWN) == [8, 14, 15]
        assert fragment(page) == ""


def test_what_is_hidden_is_not_felt(browser: Browser, sample: Path) -> None:
    """A click where a hidden edge runs selects nothing, and no tooltip tells of it."""
    with opened(browser, sample) as page:
        page.click("#legend [data-relation=leads]")
        place = page.evaluate(EDGE_POINT, ["同级党委", "supervises", "分局"])
        page.mouse.move(*place)
        page.mouse.click(*place)
        assert page.evaluate(LIT) == []
        assert page.is_hidden("#tooltip")


def test_filters_combine_and_count(browser: Browser, sample: Path) -> None:
    """Modality, article and kind combine; each count is what choosing it would leave."""
    with opened(browser, sample) as page:
        page.click("#graph-tools [data-tab=filters]")
        page.check("[data-filter=modality][value=obligation]")
        assert page.evaluate(SHOWN)[2] == 7
        label = page.locator("label", has=page.locator("[data-filter=within][value='article/4']"))
        assert label.locator(".count").inner_text() == "2"
        page.check("[data-filter=within][value='article/4']")
        assert page.evaluate(SHOWN)[2] == 2
        page.check("[data-filter=kind][value=Department]")
        assert page.evaluate(SHOWN)[2] == 2
        assert "modality=obligation" in fragment(page)
        page.locator("#filters button", has_text="清除全部筛选").click()
        assert page.evaluate(SHOWN) == [8, 14, 15]


def test_only_the_neighbourhood(browser: Browser, sample: Path) -> None:
    """One step around 组长 is 理事会; two steps reach 监察组; the rest is hidden and said to be."""
    with opened(browser, sample, "#near=组长&steps=1") as page:
        assert page.evaluate(SHOWN)[:2] == [2, 1]
        page.click("#graph-tools [data-tab=filters]")
        page.select_option("#near-steps", "2")
        assert page.evaluate(SHOWN)[:2] == [3, 2]
        page.fill("#near-body", "驻点监察组")
        page.press("#near-body", "Enter")
        assert fragment(page) == "#near=监察组&steps=2"
        assert page.evaluate(SHOWN)[0] == 7


@pytest.mark.parametrize(
    ("words", "state"),
    [
        ("国家样例", "#body=总局"),
        ("第五条", "#article=5"),
        ("5", "#article=5"),
        ("组长按照规定", "#article=5"),
        ("重点", "#body=重点单位"),
    ],
)
def test_search_finds(browser: Browser, sample: Path, words: str, state: str) -> None:
    """Any name of a body, a number or words of an article: the first result is the one meant."""
    with opened(browser, sample) as page:
        page.keyboard.press("/")
        page.keyboard.type(words)
        page.wait_for_selector("#search-results [role=option]")
        page.keyboard.press("Enter")
        assert fragment(page) == state


def test_search_lists_quotes_and_says_when_there_is_nothing(browser: Browser, sample: Path) -> None:
    """Quotes are results of their own; words that occur nowhere get an answer too."""
    with opened(browser, sample) as page:
        page.fill("#search", "不得管理")
        page.wait_for_selector("#search-results [role=option]")
        sections = page.locator("#search-results .section").all_inner_texts()
        assert sections == ["条文", "原文"]
        page.fill("#search", "不存在的话")
        assert page.inner_text("#search-results") == "没有找到"


def test_a_path_is_drawn_and_proved(browser: Browser, sample: Path) -> None:
    """From 理事会 to 重点单位 in two proved steps; never by a denied relation."""
    with opened(browser, sample) as page:
        page.click("#graph-tools [data-tab=path]")
        page.fill("#path-from", "理事会")
        page.fill("#path-to", "重点单位")
        page.click("#path-find")
        page.wait_for_selector("#path .hop")
        assert page.locator("#path .hop").count() == 2
        proof = page.inner_text("#path")
        assert "监察组的领导机构是理事会" in proof
        assert "第四条第二款" in proof
        lit = page.evaluate(LIT)
        assert lit == [
            "理事会 leads 监察组",
            "监察组 stationedAt 重点单位",
            "监察组 supervises 重点单位",
        ]
        assert fragment(page) == "#path=理事会,重点单位"


def test_a_path_may_ignore_directions(browser: Browser, sample: Path) -> None:
    """Nothing leads from 重点单位 to 同级党委, unless directions are ignored."""
    with opened(browser, sample, "#path=重点单位,同级党委") as page:
        assert "没有路径" in page.inner_text("#path")
        page.locator("#path label", has_text="不计方向").click()
        page.wait_for_selector("#path .hop")
        assert page.locator("#path .hop").count() == 4
        page.fill("#path-to", "没有此机构")
        page.click("#path-find")
        assert "没有名为“没有此机构”的机构" in page.inner_text("#path")
