"""Print parsed texts as trees: what the golden files beside `tests/texts` hold.

`python -m tests.text_trees` writes the golden files anew; the difference to the old ones is then
for a person to judge.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from graph.text import parse, read_source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.model import Document

TEXTS: Final = Path(__file__).parent / "texts"
SUFFIXES: Final = (".txt", ".md")


def text_files() -> list[Path]:
    """Return the texts that have a golden tree."""
    return sorted(path for path in TEXTS.iterdir() if path.suffix in SUFFIXES)


def tree(path: Path) -> str:
    """Return the documents of a file as text: metadata, provisions, findings, a line each."""
    return "".join(
        f"{line}\n" for document in parse(read_source(path)) for line in _lines(document)
    )


def golden(path: Path) -> Path:
    """Return the file that holds the expected tree of a text."""
    return path.with_suffix(".tree")


def _lines(document: Document) -> Iterator[str]:
    yield f"document {document.name} | {document.title}"
    for event in document.events:
        yield f"event {event.kind} | {event.date} | {event.agent}"
    for citation in document.citations:
        role = "basis" if citation.basis else "-"
        yield f"cites {citation.title} | {citation.provision} | {role}"
    for provision in document.walk():
        passage = provision.passage
        places = " ".join(f"{span.start}-{span.end}" for span in passage.spans) if passage else ""
        text = passage.text if passage else ""
        yield f"{provision.id} | {provision.label} | {provision.heading} | {text} | {places}"
    for finding in document.findings:
        yield f"finding {finding.kind} | {finding.provision} | {finding.message}"


if __name__ == "__main__":
    for file in text_files():
        golden(file).write_text(tree(file), encoding="utf-8", newline="\n")
