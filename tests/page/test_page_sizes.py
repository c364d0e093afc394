"""Large graphs open on an overview and are looked at in parts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from graph.page.drawing import MOST_LAID_OUT
from tests.browser import opened
from tests.factories import make_body, make_document, make_reading, make_statement
from tests.page.probes import BOXES, SHOWN, overlapping, written

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

    from graph.model import Reading


def test_the_overview_groups_by_kind(browser: Browser, sample: Path) -> None:
    """The overview draws one node a kind; a group lists its bodies, each leads on."""
    with opened(browser, sample, "#layout=groups") as page:
        labels = page.evaluate("institutionGraph.drawing.nodes.map((node) => node.label)")
        assert "组 1" in labels
        assert "按文件与类别汇总为" in page.inner_text("#shown")
        page.evaluate(
            "institutionGraph.select({ group: institutionGraph.drawing.nodes.getIds()[0] })"
        )
        page.locator("#detail .row").first.click()
        assert page.evaluate("institutionGraph.view.drawn.how") == "part"
        page.click("#graph-tools [data-layout=layered]")
        page.keyboard.press("Escape")
        assert page.evaluate(SHOWN) == [9, 14, 15]


def many_bodies(count: int) -> Reading:
    """Return a reading of more bodies than are laid out: each leads the next two."""
    bodies = [
        make_body(f"第{number}局", kind=("Organ", "Department")[number % 2])
        for number in range(count)
    ]
    document = make_document({1: ["各局之间应当领导。"]})
    first = make_statement(document, 1, bodies[0], "leads", bodies[1], "各局之间应当领导")
    return make_reading(
        document,
        *(
            replace(first, subject=bodies[number], object=bodies[number + step])
            for number in range(count - 2)
            for step in (1, 2)
        ),
    )


def test_too_many_bodies_open_on_the_overview(browser: Browser, tmp_path: Path) -> None:
    """With more bodies than can be laid out, groups are drawn first, then a body's own."""
    count = MOST_LAID_OUT + 1
    with opened(browser, written(tmp_path, many_bodies(count))) as page:
        assert page.evaluate("institutionGraph.drawing.nodes.length") == 2
        assert f"{count} 个机构按文件与类别汇总为 2 组" in page.inner_text("#shown")
        assert page.is_disabled("#graph-tools [data-layout=force]")
        page.fill("#search", "第77局")
        page.keyboard.press("Enter")
        assert page.evaluate("institutionGraph.drawing.nodes.length") == 5
        assert f"共有 {count} 个机构" in page.inner_text("#shown")
        assert overlapping(page.evaluate(BOXES)) == 0
