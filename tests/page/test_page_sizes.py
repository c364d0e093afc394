"""Large graphs open on an overview and are looked at in parts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

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
        assert page.evaluate(SHOWN) == [8, 14, 15]


def test_the_overview_is_used_by_keyboard(browser: Browser, sample: Path) -> None:
    """The groups stand in a list, too; one leads to its bodies, and the keyboard goes on there."""
    with opened(browser, sample, "#layout=groups") as page:
        page.click("#graph-tools [data-tab=detail]")
        rows = page.locator("#groups .row").all_inner_texts()
        assert "组\n1 个机构" in rows
        page.locator("#groups .row", has_text="组").first.focus()
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "detail"
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        assert page.evaluate("institutionGraph.view.selected.kind") == "body"


def test_the_overview_is_a_picture_too(browser: Browser, sample: Path) -> None:
    """Saved as SVG, the overview has its groups with their words, and what leads between them."""
    with opened(browser, sample, "#layout=groups") as page:
        root = ET.fromstring(page.evaluate("institutionGraph.exporting.svg()"))  # noqa: S314
        texts = [element.text for element in root.iter("{http://www.w3.org/2000/svg}text")]
        assert "组 1" in texts
        edges = page.evaluate("institutionGraph.drawing.edges.length")
        assert len(list(root.iter("{http://www.w3.org/2000/svg}polygon"))) == edges > 0


def test_many_documents_are_grouped_by_kind(browser: Browser, tmp_path: Path) -> None:
    """Groups by document and kind too many to be read: one a kind, whose documents are listed."""
    readings = [one_document(f"d{number}") for number in range(61)]
    with opened(browser, written(tmp_path, *readings), "#layout=groups") as page:
        labels = page.evaluate("institutionGraph.drawing.nodes.map((node) => node.label)")
        assert sorted(labels) == ["机关 61", "部门 61"]
        assert "122 个机构按类别汇总为 2 组" in page.inner_text("#shown")
        page.click("#graph-tools [data-tab=detail]")
        page.locator("#groups .row", has_text="机关").click()
        assert page.inner_text("#detail h2") == "机关"
        page.locator("#detail .row", has_text="规则d7").first.click()
        assert page.inner_text("#detail h2") == "规则d7 · 机关"
        assert page.locator("#detail .row").all_inner_texts() == ["d7厅\n1 条关系"]
        # With few documents left, the groups are theirs again.
        page.evaluate("institutionGraph.change({ files: 'd7,d8' })")
        labels = page.evaluate("institutionGraph.drawing.nodes.map((node) => node.label)")
        assert sorted(labels) == [
            "规则d7\n机关 1",
            "规则d7\n部门 1",
            "规则d8\n机关 1",
            "规则d8\n部门 1",
        ]


def one_document(name: str) -> Reading:
    """Return a reading of a document of one statement between bodies that are its own."""
    one, other = make_body(f"{name}厅", kind="Organ"), make_body(f"{name}处", kind="Department")
    document = make_document({1: [f"{name}厅领导{name}处。"]}, name=name, title=f"规则{name}")
    return make_reading(
        document, make_statement(document, 1, one, "leads", other, f"{name}厅领导{name}处")
    )


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


def test_a_path_of_a_large_graph_goes_one_way(browser: Browser, sample: Path) -> None:
    """Where parts are drawn, the bodies of a path stand in the order of its steps."""
    with opened(browser, sample, "#layout=groups&path=总局,审计处") as page:
        places = page.evaluate(
            """["总局", "监察组", "审计处"].map((name) => institutionGraph.drawing.network
              .getPosition(institutionGraph.model.findBody(name)))"""
        )
    assert [place["x"] for place in places] == sorted({place["x"] for place in places})
    assert [place["y"] for place in places] == sorted({place["y"] for place in places})
