"""Take the picture of the page that the READMEs show: `python -m tests.page.picture`."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from graph.build import build
from tests.browser import opened, running_browser

PICTURE = Path(__file__).parents[2] / "docs" / "page.png"


def take(target: Path) -> None:
    """Build the shipped regulation, open its page at the article on who leads whom, and take it."""
    with TemporaryDirectory() as folder, running_browser() as browser:
        build(out=folder)
        file = Path(folder) / "graph.html"
        with opened(browser, file, "#article=12", width=1440, height=860) as page:
            page.wait_for_timeout(300)  # the picture of a canvas is ready a frame later
            page.screenshot(path=target)


if __name__ == "__main__":
    take(PICTURE)
