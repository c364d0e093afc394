"""Open a page of ours in Chromium, from disk, and hold it to its promises.

Whatever a test does with the page, when it is closed nothing may have been written to the console,
no script may have failed, and nothing but the file itself may have been asked for.
"""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, sync_playwright

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, ConsoleMessage, Error, Request

_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_READY_MS = 15_000


@contextmanager
def running_browser() -> Iterator[Browser]:
    """Start Chromium; skip with a plain reason where there is none, but fail in CI."""
    path = next(filter(None, map(shutil.which, _NAMES)), None)
    if path is None:
        if os.environ.get("CI"):
            pytest.fail("CI has no Chromium, so the page is not tested; install it")
        pytest.skip("no Chromium on this machine, so the page cannot be opened")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(_FLAGS))
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def opened(
    browser: Browser,
    file: Path,
    fragment: str = "",
    *,
    width: int = 1280,
    height: int = 800,
    dark: bool = False,
) -> Iterator[Page]:
    """Open a file at a fragment (`#article=1`), wait until it is ready, and judge it at the end."""
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if dark else "light",
        reduced_motion="reduce",
        accept_downloads=True,
    )
    page = context.new_page()
    said: list[str] = []
    asked: list[str] = []

    def note_console(message: ConsoleMessage) -> None:
        said.append(f"{message.type}: {message.text}")

    def note_error(error: Error) -> None:
        said.append(f"failed: {error}")

    def note_request(request: Request) -> None:
        asked.append(request.url)

    page.on("console", note_console)
    page.on("pageerror", note_error)
    page.on("request", note_request)
    address = file.as_uri()
    try:
        page.goto(address + fragment)
        page.wait_for_selector("html[data-ready]", timeout=_READY_MS)
        yield page
    finally:
        context.close()
    assert said == []
    own = (address, "data:", "blob:")
    assert [url for url in asked if not url.startswith(own)] == []
