"""Keyboard, screen reader, both languages, dark, a phone: the page is for everyone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.page.boxes import FONT_SIZE
from tests.browser import opened
from tests.page.probes import BODY_POINT, LIT, SHOWN, fragment

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser


def test_the_page_can_be_used_by_keyboard_alone(browser: Browser, sample: Path) -> None:
    """Search, choose, follow a link, walk the marks of the text, move the graph: no mouse."""
    with opened(browser, sample) as page:
        page.keyboard.press("/")
        page.keyboard.type("监察")
        page.keyboard.press("Enter")
        assert fragment(page) == "#body=监察组"
        page.locator("#detail .row").first.focus()
        page.keyboard.press("Enter")
        assert page.evaluate(LIT) == ["理事会 leads 监察组"]
        page.locator("#text mark").first.focus()
        page.keyboard.press("ArrowRight")
        page.keyboard.press("Enter")
        assert page.evaluate(LIT) == ["总局 leads 分局"]
        page.locator("#tab-detail").focus()
        page.keyboard.press("ArrowRight")
        assert page.is_visible("#filters")
        page.locator("#graph").focus()
        before = page.evaluate("institutionGraph.drawing.network.getViewPosition().x")
        page.keyboard.press("ArrowRight")
        assert page.evaluate("institutionGraph.drawing.network.getViewPosition().x") > before
        page.keyboard.press("Escape")
        assert page.evaluate(LIT) == []


def test_the_keyboard_goes_on_where_it_was(browser: Browser, sample: Path) -> None:
    """After a choice that rewrites a panel, the focus is in that panel, and the choice is told."""
    with opened(browser, sample) as page:
        focused = "document.activeElement.id"
        page.keyboard.press("/")
        page.keyboard.type("监察")
        page.keyboard.press("Enter")
        assert page.evaluate(focused) == "detail"
        assert page.inner_text("#said") == "监察组，组"
        page.locator("#detail .row", has_text="理事会").focus()
        page.keyboard.press("Enter")
        assert page.evaluate(focused) == "detail"
        assert page.inner_text("#said") == "理事会 领导 监察组，1 条陈述"
        page.click("#tab-path")
        page.fill("#path-from", "理事会")
        page.fill("#path-to", "重点单位")
        page.keyboard.press("Enter")
        assert page.evaluate(focused) == "path-to"
        assert page.inner_text("#said") == "理事会 → 重点单位：2 步"
        page.locator("#path-swap").focus()
        page.keyboard.press("Enter")
        assert page.evaluate(focused) == "path-swap"
        assert page.inner_text("#said").startswith("重点单位 → 理事会：")


def test_the_first_keys_skip_the_text(browser: Browser, sample: Path) -> None:
    """The first stops of the keyboard lead to the graph and to the details, and change nothing."""
    with opened(browser, sample, "#article=4") as page:
        for stops, reached in ((1, "graph"), (2, "detail")):
            page.locator(".skip").first.focus()
            for _ in range(stops - 1):
                page.keyboard.press("Tab")
            page.keyboard.press("Enter")
            assert page.evaluate("document.activeElement.id") == reached
            assert fragment(page) == "#article=4"
            assert len(page.evaluate(LIT)) == 3


def test_folding_keeps_the_focus(browser: Browser, sample: Path) -> None:
    """Where a button goes with its panel, the focus passes to the one that undoes it."""
    with opened(browser, sample) as page:
        focused = "document.activeElement.outerHTML"
        page.locator("#graph-tools [data-tab=filters]").focus()
        page.keyboard.press("Enter")
        assert 'id="tab-filters"' in page.evaluate(focused)
        page.locator("#side-panel .fold").focus()
        page.keyboard.press("Enter")
        assert 'data-tab="detail"' in page.evaluate(focused)
        assert not page.is_visible("#side-panel")
        page.locator("#text-panel .fold").focus()
        for seen in (False, True):
            page.keyboard.press("Enter")
            assert 'data-fold="text"' in page.evaluate(focused)
            assert page.is_visible("#text-panel") == seen


def test_landmarks_and_names(browser: Browser, sample: Path) -> None:
    """Every panel is a landmark with a name, and no button is without one."""
    with opened(browser, sample, "#body=总局") as page:
        nameless = page.evaluate(
            "[...document.querySelectorAll('button, input, section.panel, aside, [role=toolbar]')]"
            ".filter((one) => !(one.innerText || one.ariaLabel || one.labels?.length))"
            ".map((one) => one.outerHTML)"
        )
        assert nameless == []
        assert page.locator("header, main, aside, [role=search]").count() == 4


def test_both_languages_say_the_same(browser: Browser, sample: Path) -> None:
    """Both languages have the same strings; the switch changes all words, also in the address."""
    with opened(browser, sample) as page:
        keys = page.evaluate(
            "[Object.keys(institutionGraph.strings.zh), Object.keys(institutionGraph.strings.en)]"
        )
        assert sorted(keys[0]) == sorted(keys[1])
        page.click("#language")
        assert fragment(page) == "#lang=en"
        assert page.get_attribute("html", "lang") == "en"
        assert "6 articles · 8 bodies · 15 statements" in page.inner_text("#counts")
        assert "leads" in page.inner_text("#legend")
        page.click("#language")
        assert "领导" in page.inner_text("#legend")


def test_every_word_that_is_asked_for_exists(browser: Browser, sample: Path) -> None:
    """No script and no element asks for a string that is not there."""
    with opened(browser, sample) as page:
        missing = page.evaluate(
            """() => {
              const known = institutionGraph.strings.zh;
              const source = [...document.scripts].map((one) => one.textContent).join("\\n");
              const asked = [...source.matchAll(/\\bt\\("([A-Za-z]+)"/g)].map((match) => match[1]);
              for (const element of document.querySelectorAll("*")) {
                const { t, tLabel, tPlaceholder } = element.dataset ?? {};
                asked.push(...[t, tLabel, tPlaceholder].filter(Boolean));
              }
              return asked.filter((key) => !(key in known));
            }"""
        )
        assert missing == []


def test_it_can_be_dark(browser: Browser, sample: Path) -> None:
    """The page follows the system's wish for dark, the button changes it, the drawing follows."""
    ground = "getComputedStyle(document.body).backgroundColor"
    with opened(browser, sample, "#relation=leads", dark=True) as page:
        dark = page.evaluate(ground)
        assert page.evaluate("institutionGraph.drawing.colours.paper") == "#16181b"
        page.click("#theme")
        assert page.evaluate(ground) != dark
        assert page.evaluate("institutionGraph.drawing.colours.paper") == "#fbfaf7"
        # The filter still holds after the drawing took up its new colours.
        assert page.evaluate(SHOWN) == [4, 3, 4]


CONTRASTS = """() => {
  const { labels, inkOf, model, drawing } = institutionGraph;
  const light = ([r, g, b]) => [r, g, b].map((one) => one / 255)
    .map((one) => (one <= 0.04 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4))
    .reduce((sum, one, at) => sum + one * [0.2126, 0.7152, 0.0722][at], 0);
  const parts = (text) => text.startsWith("#")
    ? [1, 3, 5].map((at) => parseInt(text.slice(at, at + 2), 16))
    : text.match(/\\d+/g).map(Number);
  const ground = light(parts(drawing.colours.paper));
  const elements = [...document.querySelectorAll("#detail .inked")]
    .map((one) => getComputedStyle(one).color);
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const shown = (colour) => {
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  return [...model.relations.keys()].map(inkOf).concat(elements).map(shown).map((one) => {
    const [low, high] = [light(one), ground].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  });
}"""


@pytest.mark.parametrize("dark", [False, True])
def test_words_of_relations_can_be_read(browser: Browser, shipped: Path, *, dark: bool) -> None:
    """On light and on dark ground the words have the contrast that small words need (WCAG AA)."""
    with opened(browser, shipped, "#article=12", dark=dark) as page:
        contrasts = page.evaluate(CONTRASTS)
        assert len(contrasts) > 25
        assert min(contrasts) > 4.5


def test_it_works_on_a_phone(browser: Browser, sample: Path) -> None:
    """On a phone's width one panel is seen at a time, and nothing is wider than the screen."""
    with opened(browser, sample, width=390, height=780) as page:
        assert page.is_visible("#graph-panel")
        assert not page.is_visible("#text-panel")
        page.click("#phone-tabs [data-panel=text]")
        assert page.is_visible("#text-panel")
        page.locator("#text .place", has_text="第四条").click()
        assert page.is_visible("#text-panel")
        page.click("#phone-tabs [data-panel=side]")
        assert "第四条" in page.inner_text("#detail h2")
        page.click("#phone-tabs [data-panel=graph]")
        assert len(page.evaluate(LIT)) == 3
        for panel in ("text", "side", "graph"):
            page.click(f"#phone-tabs [data-panel={panel}]")
            assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_a_phone_shows_what_can_be_read(browser: Browser, shipped: Path) -> None:
    """A phone opens at the body with most relations, its name legible; all is seen on demand."""
    with opened(browser, shipped, width=390, height=844) as page:
        scale = "institutionGraph.drawing.network.getScale()"
        assert page.evaluate(scale) * FONT_SIZE >= 9
        x, y = page.evaluate(BODY_POINT, "派驻机构")
        assert 100 < x < 290
        assert 150 < y < 700
        page.click("#fit")
        assert page.evaluate(scale) * FONT_SIZE < 9


def test_a_phone_on_its_side_is_a_phone(browser: Browser, shipped: Path) -> None:
    """Wide but low, too, shows one panel at a time, with names that can be read."""
    with opened(browser, shipped, width=844, height=390) as page:
        assert not page.is_visible("#text-panel")
        assert page.evaluate("institutionGraph.drawing.network.getScale()") * FONT_SIZE >= 9
        assert page.evaluate("document.getElementById('graph').clientHeight") > 120


def test_a_tap_on_a_phone_keeps_the_graph(browser: Browser, sample: Path) -> None:
    """A line below the graph says what was tapped, and leads to its details."""
    with opened(browser, sample, width=390, height=780) as page:
        page.mouse.click(*page.evaluate(BODY_POINT, "监察组"))
        assert page.is_visible("#graph-panel")
        assert page.inner_text("#chosen").startswith("监察组，组")
        page.click("#chosen")
        assert page.inner_text("#detail h2") == "监察组"
    with opened(browser, sample, "#article=4", width=390, height=780) as page:
        assert page.is_visible("#graph-panel")
        assert page.inner_text("#chosen").startswith("第四条")
    with opened(browser, sample, "#article=4") as page:
        assert not page.is_visible("#chosen")
