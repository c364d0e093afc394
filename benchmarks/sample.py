"""Statements drawn at random from a folder of texts, to be judged by reading.

    python -m benchmarks.sample FOLDER --seed 20261127 --size 200 --out sample.json

The sample is a JSON list; each entry is a statement with its quote and the words of its provision.
The same texts, lexicon, seed and size give the same sample. What came of judging it stands in
`docs/quality.md`.
"""

from __future__ import annotations

import argparse
import json
import random
from pathlib import Path
from typing import TYPE_CHECKING

from graph.errors import GraphError
from graph.ontology import load_ontology
from graph.reading import Reader
from graph.text import parse, read_source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.model import Document, Source

LONGEST_PASSAGE = 700


def statements(reader: Reader, source: Source, document: Document) -> Iterator[dict[str, str]]:
    """Yield the statements of a document, each with what a judge needs to see."""
    provisions = {provision.id: provision for provision in document.walk()}
    for statement in reader.read(document, coverage=False).statements:
        passage = provisions[statement.provision].passage
        start, end = statement.evidence[0].start, statement.evidence[-1].end
        yield {
            "document": document.name,
            "article": statement.article,
            "subject": statement.subject.name,
            "relation": statement.relation,
            "object": statement.object.name,
            "modality": statement.modality.value,
            "construction": statement.construction,
            "entry": statement.entry,
            "quote": source.text[start:end],
            "passage": passage.text[:LONGEST_PASSAGE] if passage is not None else "",
        }


def every_statement(folder: Path) -> Iterator[dict[str, str]]:
    """Yield the statements of all texts of the folder that are regulations."""
    reader = Reader(load_ontology())
    for path in sorted(folder.rglob("*.md")):
        source = read_source(path)
        try:
            documents = parse(source)
        except GraphError:
            continue  # no regulation: what it is not cannot be sampled
        for document in documents:
            yield from statements(reader, source, document)


def main() -> None:
    """Draw the sample and write it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--size", type=int, default=200)
    parser.add_argument("--out", type=Path, default=Path("sample.json"))
    options = parser.parse_args()
    drawn = list(every_statement(options.folder))
    random.Random(options.seed).shuffle(drawn)  # noqa: S311
    sample = drawn[: options.size]
    options.out.write_text(json.dumps(sample, ensure_ascii=False, indent=1), encoding="utf-8")
    print(f"{len(sample)} of {len(drawn):,} statements written to {options.out}")


if __name__ == "__main__":
    main()
