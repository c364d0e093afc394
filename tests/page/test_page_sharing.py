"""What is seen can be taken away: address, picture, citation, paper, notebook."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import expect

from graph.page import show, start_at, write_page
from graph.rdf import store_readings
from tests.browser import opened
from tests.factories import make_body, make_document, make_reading, make_statement, sample_reading
from tests.page.probes import LIT, SHOWN, written

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser


def test_an_address_is_a_state(browser: Browser, sample: Path) -> None:
    """A deep link opens what it names, by any name, and the browser's way back goes back."""
    with opened(browser, sample, "#body=国家样例总局&relation=leads") as page:
        assert page.inner_text("#detail h2") == "总局"
        assert page.evaluate(LIT) == ["总局 leads 分局", "总局 leads 监察组"]
        page.locator("#detail .row", has_text="分局").click()
        assert page.evaluate(LIT) == ["总局 leads 分局"]
        page.go_back()
        expect(page.locator("#detail h2")).to_have_text("总局")
        assert page.evaluate(LIT) == ["总局 leads 分局", "总局 leads 监察组"]


@pytest.mark.parametrize(
    "state", ["#body=无此机构", "#article=99", "#statement=00", "#x=1&%E0%A4%A", "#near=x"]
)
def test_a_wrong_address_does_no_harm(browser: Browser, sample: Path, state: str) -> None:
    """An address that names nothing opens the page as it is without it."""
    with opened(browser, sample, state) as page:
        assert page.evaluate(LIT) == []
        assert page.evaluate(SHOWN)[1] == 14


def test_a_page_may_start_somewhere(browser: Browser, tmp_path: Path) -> None:
    """A page made for a path opens with it; an address that says more wins."""
    file = tmp_path / "path.html"
    write_page(
        store_readings([sample_reading()]), file, start=start_at(path=("理事会", "重点单位"))
    )
    with opened(browser, file) as page:
        assert page.locator("#path .hop").count() == 2
    with opened(browser, file, "#article=3") as page:
        assert page.inner_text("#detail h2") == "第三条"


def test_pictures_can_be_saved(browser: Browser, sample: Path, tmp_path: Path) -> None:
    """PNG and SVG of what is seen: as large as the panel, in the SVG every word as text."""
    with opened(browser, sample) as page:
        with page.expect_download() as waiting:
            page.click("#export-png")
        png = tmp_path / waiting.value.suggested_filename
        waiting.value.save_as(png)
        head = png.read_bytes()[:24]
        size = page.evaluate(
            "(({ clientWidth, clientHeight }) => [clientWidth, clientHeight])"
            "(document.getElementById('graph'))"
        )
        assert head[:8] == b"\x89PNG\r\n\x1a\n"
        assert list(struct.unpack(">II", head[16:24])) == size
        with page.expect_download() as waiting:
            page.click("#export-svg")
        svg = tmp_path / waiting.value.suggested_filename
        waiting.value.save_as(svg)
    assert svg.name == "样例规则.svg"
    root = ET.fromstring(svg.read_text(encoding="utf-8"))  # noqa: S314  (our own file)
    texts = [element.text for element in root.iter("{http://www.w3.org/2000/svg}text")]
    assert {"重点单位", "监察组", "不管理"} <= set(texts)
    curves = list(root.iter("{http://www.w3.org/2000/svg}path"))
    assert len(curves) == 14 + 1  # every edge, and the cross of the denied one
    assert len([curve for curve in curves if curve.get("stroke-dasharray")]) == 1


def test_a_picture_tells_kinds_of_bodies_apart(browser: Browser, tmp_path: Path) -> None:
    """In the SVG posts are rounded and meetings have a broken line, as in the drawing."""
    post, meeting = make_body("组长", kind="Post"), make_body("例会", kind="Meeting")
    document = make_document({1: ["组长领导例会。"]})
    statement = make_statement(document, 1, post, "leads", meeting, "组长领导例会")
    with opened(browser, written(tmp_path, make_reading(document, statement))) as page:
        root = ET.fromstring(page.evaluate("institutionGraph.exporting.svg()"))  # noqa: S314
    boxes = {
        group[1].text: (group[0].get("rx"), group[0].get("stroke-dasharray"))
        for group in root.iter("{http://www.w3.org/2000/svg}g")
        if group[0].tag.endswith("rect")
    }
    assert boxes == {"组长": ("14", None), "例会": ("4", "5 3")}


def test_a_statement_can_be_cited(browser: Browser, sample: Path) -> None:
    """The citation is 《…》, the place and the quoted words."""
    with opened(browser, sample, "#article=3") as page:
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        page.locator("#detail .copy").first.click()
        expect(page.locator("#detail .copy").first).to_have_text("已复制")
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied == "《样例规则》第三条：「分局应当接受同级党委监督」"


def test_paper_has_the_selection_and_its_articles(browser: Browser, sample: Path) -> None:
    """In print the panels are gone; there are the picture, the selection and the whole articles."""
    with opened(browser, sample, "#body=理事会") as page:
        page.evaluate("institutionGraph.exporting.layOut()")
        page.emulate_media(media="print")
        assert not page.is_visible("main")
        printed = page.inner_text("#printout")
        assert "《样例规则》第四条" in printed
        assert "监察组应当与审计处协作配合，监督审计处。" in printed
        assert "总局可以向重点单位" not in printed
        assert page.locator("#printout img").count() == 1


def test_a_phone_prints_too(browser: Browser, sample: Path) -> None:
    """From the text on a phone, where no graph is seen, the paper has the words alone."""
    with opened(browser, sample, "#article=3", width=390, height=780) as page:
        page.click("#phone-tabs [data-panel=text]")
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        assert page.locator("#printout img").count() == 0
        assert "分局应当接受同级党委监督" in page.text_content("#printout")  # type: ignore[operator]


def test_paper_is_light(browser: Browser, sample: Path) -> None:
    """A dark page prints its picture on white, and is dark again afterwards."""
    corner = """async () => {
      institutionGraph.exporting.layOut();
      const image = document.querySelector("#printout img");
      await image.decode();
      const canvas = document.createElement("canvas");
      canvas.getContext("2d").drawImage(image, 0, 0);
      return [...canvas.getContext("2d").getImageData(0, 0, 1, 1).data];
    }"""
    with opened(browser, sample, dark=True) as page:
        assert page.evaluate(corner) == [251, 250, 247, 255]
        assert page.evaluate("institutionGraph.drawing.colours.paper") == "#16181b"


def test_a_notebook_shows_the_page(browser: Browser, tmp_path: Path) -> None:
    """In a frame of a cell the page is drawn, runs alone, and cannot reach what is around it."""
    cell = show(store_readings([sample_reading()]), height=500, start="article=6")._repr_html_()
    file = tmp_path / "cell.html"
    file.write_text(f"<!doctype html><meta charset=utf-8><body>{cell}", encoding="utf-8")
    context = browser.new_context(viewport={"width": 1000, "height": 600})
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(file.as_uri())
    frame = page.frame_locator("iframe")
    expect(frame.locator("html")).to_have_attribute("data-ready", "yes")
    expect(frame.locator("#detail h2")).to_have_text("第六条")
    frame.locator("#legend [data-relation=leads]").click()
    expect(frame.locator("#shown")).to_contain_text("显示 4 / 8 个机构")
    context.close()
    assert said == []
