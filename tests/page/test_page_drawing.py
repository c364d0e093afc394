"""What is drawn: everything, at rest, legible, each kind of edge told from the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.page.boxes import FONT_SIZE
from tests.browser import opened
from tests.factories import make_body, make_document, make_reading, make_statement
from tests.page.probes import BOXES, EDGE_POINT, LIT, SHOWN, overlapping, written

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser


def test_it_opens_and_draws_everything(browser: Browser, sample: Path) -> None:
    """The page opens from disk: every body, every edge, Chinese words on bodies and edges."""
    with opened(browser, sample) as page:
        assert page.title() == "样例规则"
        assert page.evaluate(SHOWN) == [8, 14, 15]
        assert "6 条 · 8 个机构 · 15 条" in page.inner_text("#counts")
        words = page.evaluate("institutionGraph.labels.placed().map((label) => label.text)")
        assert "领导 \u00d72" in words
        assert "不管理" in words
        labels = page.evaluate("institutionGraph.drawing.nodes.map((node) => node.label)")
        assert "重点单位" in labels


def test_nothing_moves_by_itself(browser: Browser, sample: Path) -> None:
    """Bodies stand where the page says, and still do a while later: nothing spins."""
    with opened(browser, sample) as page:
        places = "Object.values(institutionGraph.drawing.network.getPositions())"
        first = page.evaluate(places)
        assert first == page.evaluate(
            "institutionGraph.data.network.nodes.map((node) => ({ x: node.x, y: node.y }))"
        )
        page.wait_for_timeout(300)
        assert page.evaluate(places) == first


@pytest.mark.parametrize("state", ["", "#layout=force", "#lang=en"])
def test_words_cover_nothing(browser: Browser, sample: Path, shipped: Path, state: str) -> None:
    """At the zoom the page opens with, no body and no word on an edge covers another."""
    for file, least in ((sample, 15), (shipped, 80)):
        with opened(browser, file, state) as page:
            boxes = page.evaluate(BOXES)
            assert len(boxes) > least
            assert overlapping(boxes) == 0


def test_the_first_regulation_can_be_read_at_once(browser: Browser, shipped: Path) -> None:
    """The whole graph of the shipped regulation is in sight, its names at nine pixels or more."""
    with opened(browser, shipped) as page:
        assert page.title() == "纪检监察机关派驻机构工作规则"
        assert page.evaluate("institutionGraph.drawing.network.getScale()") * FONT_SIZE >= 9
        low, high = page.evaluate(
            """() => {
              const { network } = institutionGraph.drawing;
              const { clientWidth, clientHeight } = document.querySelector("#graph canvas");
              return [network.DOMtoCanvas({ x: 0, y: 0 }),
                network.DOMtoCanvas({ x: clientWidth, y: clientHeight })];
            }"""
        )
        for left, top, right, bottom in page.evaluate(BOXES):
            assert low["x"] <= left <= right <= high["x"]
            assert low["y"] <= top <= bottom <= high["y"]


def test_the_tooltip_has_relation_article_and_quote(browser: Browser, sample: Path) -> None:
    """Over an edge the tooltip says who, what, whom, where, and in which words."""
    with opened(browser, sample) as page:
        page.mouse.move(*page.evaluate(EDGE_POINT, ["同级党委", "supervises", "分局"]))
        page.wait_for_selector("#tooltip:not([hidden])")
        text = page.inner_text("#tooltip")
        assert text.split("\n", 1)[0] == "同级党委 监督 分局"
        assert "第三条" in text
        assert "分局应当接受同级党委监督" in text


def test_denied_parallel_and_own_edges_can_be_told(browser: Browser, sample: Path) -> None:
    """The denied edge is dashed and crossed, and lies apart from the other of these bodies."""
    with opened(browser, sample) as page:
        crossed = page.evaluate(
            "institutionGraph.labels.crosses()"
            ".map((one) => institutionGraph.model.edges[one.id].denied)"
        )
        assert crossed == [True]
        dashed = page.evaluate(
            "institutionGraph.drawing.edges.get().filter((edge) => edge.dashes).length"
        )
        assert dashed == 1
        denied = page.evaluate(EDGE_POINT, ["监察组", "manages", "重点单位"])
        stated = page.evaluate(EDGE_POINT, ["监察组", "supervises", "重点单位"])
        assert abs(denied[0] - stated[0]) + abs(denied[1] - stated[1]) > 5


def test_a_loop_is_seen(browser: Browser, tmp_path: Path) -> None:
    """A relation of a class with itself is drawn as a circle that can be clicked."""
    team = make_body("监察组")
    document = make_document({1: ["监察组之间应当协作。"]})
    statement = make_statement(document, 1, team, "cooperatesWith", team, "监察组之间应当协作")
    with opened(browser, written(tmp_path, make_reading(document, statement))) as page:
        page.mouse.click(*page.evaluate(EDGE_POINT, ["监察组", "cooperatesWith", "监察组"]))
        page.wait_for_selector("#detail .statement")
        assert page.evaluate(LIT) == ["监察组 cooperatesWith 监察组"]


def test_what_is_denied_is_said(browser: Browser, shipped: Path) -> None:
    """Whatever words find no room, those of the denied relation are there beside its cross."""
    with opened(browser, shipped) as page:
        words = page.evaluate("institutionGraph.labels.placed().map((label) => label.text)")
        assert "不管理" in words
        assert page.evaluate("institutionGraph.labels.crosses().length") == 1
