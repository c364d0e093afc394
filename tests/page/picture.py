"""Take the picture of the page that the READMEs show: `python -m tests.page.picture`."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory

from graph.ontology import load_ontology
from graph.reading import Reader
from graph.text import parse, read_source
from tests.browser import opened, running_browser
from tests.page.probes import written

PICTURE = Path(__file__).parents[2] / "docs" / "page.png"


def take(target: Path) -> None:
    """Open the shipped regulation at the article that orders who leads whom, and take a picture."""
    source = Path(str(files("graph").joinpath("data", "paizhu-rules.txt")))
    reader = Reader(load_ontology())
    readings = [reader.read(document) for document in parse(read_source(source))]
    with TemporaryDirectory() as folder, running_browser() as browser:
        file = written(Path(folder), *readings)
        with opened(browser, file, "#article=12", width=1440, height=860) as page:
            page.wait_for_timeout(300)  # the picture of a canvas is ready a frame later
            page.screenshot(path=target)


if __name__ == "__main__":
    take(PICTURE)
