"""How fast texts are read, text to statements on one core, beside what others would do first.

    python -m benchmarks.reading FOLDER [--limit N]

reads every text under FOLDER (decoding, structure, grammar) and splits the same texts into words
with `jieba.cut`, in the same run, file by file in turn, so that both meet the same machine. It
prints MB of UTF-8 per second of processor time for each, their ratio, and the memory after a tenth
of the texts and after all of them; then the seconds that hostile texts of one and of four hundred
thousand characters take: where cost is linear, the second is four times the first. `jieba` comes
with the extra `benchmark`.
"""

from __future__ import annotations

import argparse
import gc
import resource
import time
from pathlib import Path
from typing import TYPE_CHECKING

from graph.errors import SourceError
from graph.ontology import load_ontology
from graph.reading import Reader
from graph.text import find_sources, parse, read_source
from tests.factories import make_source

if TYPE_CHECKING:
    from collections.abc import Sequence

HOSTILE = {
    "one character": "长",
    "full stops": "。",
    "parentheses": "（",
    "enumeration": "财政局、",
    "bare enumeration": "水、",
    "的": "的",
    "由": "由",
    "与财政局": "与财政局",
    "stated again": "财政局领导财政局，",
    "each another": "一局指导水利局，",
}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--limit", type=int, default=None, help="only the first N texts")
    arguments = parser.parse_args()
    reader = Reader(load_ontology())
    corpus(find_sources([arguments.folder])[: arguments.limit], reader)
    hostile(reader)


def corpus(paths: Sequence[Path], reader: Reader) -> None:
    """Read the texts and split them into words, in turn."""
    import jieba  # noqa: PLC0415 - only this function needs it

    jieba.initialize()
    size = statements = 0
    reading = splitting = covering = 0.0
    early = 0
    for number, path in enumerate(paths, start=1):
        size += path.stat().st_size
        started = time.process_time()
        try:
            source = read_source(path)
            documents = parse(source)
        except SourceError:
            continue
        parsed = time.process_time() - started
        started = time.process_time()
        for document in documents:
            statements += len(reader.read(document, coverage=False).statements)
        reading += parsed + time.process_time() - started
        started = time.process_time()
        for document in documents:
            reader.read(document)
        covering += parsed + time.process_time() - started
        started = time.process_time()
        for _ in jieba.cut(source.text):
            pass
        splitting += time.process_time() - started
        if number == max(len(paths) // 10, 1):
            early = peak()
    print(f"{len(paths)} texts, {size / 1e6:.1f} MB of UTF-8, {statements} statements")
    print(f"read       {size / 1e6 / reading:6.2f} MB/s")
    print(f"covered    {size / 1e6 / covering:6.2f} MB/s, what became of every clause as well")
    print(f"jieba.cut  {size / 1e6 / splitting:6.2f} MB/s")
    print(f"ratio      {splitting / reading:6.2f} (more than 1: reading is the faster)")
    print(f"memory     {early} MB after a tenth of the texts, {peak()} MB after all")


def hostile(reader: Reader) -> None:
    """Read hostile texts of 100,000 and 400,000 characters."""
    for name, unit in HOSTILE.items():
        seconds = []
        for length in (100_000, 400_000):
            text = "第一条 " + (unit * (length // len(unit)))
            gc.collect()
            started = time.process_time()
            for document in parse(make_source(text)):
                reader.read(document)
            seconds.append(time.process_time() - started)
        print(f"{name:18s} {seconds[0]:6.2f} s  {seconds[1]:6.2f} s")


def peak() -> int:
    """Return the most memory this process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    main()
