"""Keyboard, screen reader, both languages, dark, a phone: the page is for everyone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.browser import opened
from tests.page.probes import LIT, SHOWN, fragment

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
        assert "6 articles · 9 bodies · 15 statements" in page.inner_text("#counts")
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


def test_it_works_on_a_phone(browser: Browser, sample: Path) -> None:
    """On a phone's width one panel is seen at a time, and nothing is wider than the screen."""
    with opened(browser, sample, width=390, height=780) as page:
        assert page.is_visible("#graph-panel")
        assert not page.is_visible("#text-panel")
        page.click("#phone-tabs [data-panel=text]")
        assert page.is_visible("#text-panel")
        page.locator("#text .place", has_text="第四条").click()
        page.click("#phone-tabs [data-panel=side]")
        assert "第四条" in page.inner_text("#detail h2")
        page.click("#phone-tabs [data-panel=graph]")
        assert len(page.evaluate(LIT)) == 3
        assert page.evaluate("document.documentElement.scrollWidth") == 390
