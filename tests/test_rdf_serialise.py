"""Files of a dataset: the same bytes each time, whole or absent, read alike by three parsers."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import rdflib
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, RdfFormat, parse
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID

from graph.errors import DatasetError, OutputError
from graph.rdf import dataset_quads, write_dataset
from graph.rdf.serialise import write_quads
from tests.factories import make_body, make_document, make_reading, make_statement, sample_reading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.model import Reading

# Names that need escaping somewhere: in an IRI, in TriG, or in a regular expression of a parser.
HARD_NAMES = (
    "甲 乙",
    "甲/乙",
    "100%机构",
    '"甲"',
    "<甲>",
    "甲'乙\\丙",
    "{甲}|^`",
    "a:b",
    "..",
    "甲.",
    "-甲",
    "~2",
    "#甲?乙",
    "甲\u202e乙",
    "甲\ue000乙",
    "𠀀办公室",
    "é\u0301",
)


def hard_reading() -> Reading:
    """Return a reading whose document, bodies, conditions and quotes are hard to write down."""
    document = make_document(
        {1: [(f"{name}\t领导\f{name}", "\\乙。") for name in HARD_NAMES]},
        name="甲 乙'#%~2",
        title='《"标题"》\\n',
    )
    statements = [
        make_statement(
            document,
            1,
            make_body(name, f"{name}的别名", relative=relative),
            "leads",
            make_body(name),
            f"{name}\t领导\f{name}\\乙",
            conditions=('按照"规定"\\',),
            entry=name,
        )
        for name in HARD_NAMES
        for relative in (False, True)
    ]
    return make_reading(document, *statements)


@pytest.fixture(params=["sample", "hard"])
def file(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Path, set[Quad]]:
    """Return a file of TriG and the quads that it was written from."""
    reading = sample_reading() if request.param == "sample" else hard_reading()
    path = tmp_path / "graph.trig"
    write_dataset([reading], path)
    return path, set(dataset_quads([reading]))


def test_oxigraph_reads_what_was_written(file: tuple[Path, set[Quad]]) -> None:
    """The embedded store's parser finds exactly the quads of the reading."""
    path, quads = file
    assert set(parse(path=str(path), format=RdfFormat.TRIG)) == quads


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # by rdflib of rdflib
def test_rdflib_reads_what_was_written(file: tuple[Path, set[Quad]]) -> None:
    """The parser of rdflib, written independently, finds exactly the quads of the reading."""
    path, quads = file
    dataset = rdflib.Dataset()
    dataset.parse(data=path.read_bytes(), format="trig")
    assert {_from_rdflib(quad) for quad in dataset.quads()} == quads


def test_a_third_parser_reads_what_was_written(file: tuple[Path, set[Quad]]) -> None:
    """Serd, a parser in C, finds exactly the quads of the reading."""
    serdi = shutil.which("serdi")
    if serdi is None:
        reason = "serdi is not installed (Debian: apt-get install serdi)"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    path, quads = file
    done = subprocess.run(  # noqa: S603  (a fixed programme on a file of ours)
        [serdi, "-e", "-i", "trig", "-o", "nquads", str(path)], capture_output=True, check=True
    )
    assert done.stderr == b""
    assert set(parse(input=done.stdout, format=RdfFormat.N_QUADS)) == quads


def _from_rdflib(quad: tuple[object, ...]) -> Quad:
    subject, predicate, obj, graph = quad
    return Quad(
        NamedNode(str(subject)),
        NamedNode(str(predicate)),
        _term(obj),
        DefaultGraph() if graph == DATASET_DEFAULT_GRAPH_ID else NamedNode(str(graph)),
    )


def _term(term: object) -> NamedNode | Literal:
    if isinstance(term, rdflib.Literal):
        if term.language:
            return Literal(str(term), language=term.language)
        datatype = NamedNode(str(term.datatype)) if term.datatype else None
        return Literal(str(term), datatype=datatype)
    return NamedNode(str(term))


def test_the_bytes_do_not_depend_on_the_order_given(tmp_path: Path) -> None:
    """Shuffled readings and statements give the same file, byte for byte."""
    readings = [sample_reading("b"), sample_reading("a"), hard_reading()]
    first, second = tmp_path / "first.trig", tmp_path / "second.trig"
    write_dataset(readings, first)
    shuffled = random.Random(1)  # noqa: S311  (not for secrets)
    write_dataset(
        [
            replace(
                reading,
                statements=tuple(shuffled.sample(reading.statements, len(reading.statements))),
            )
            for reading in reversed(readings)
        ],
        second,
    )
    assert first.read_bytes() == second.read_bytes()


def test_the_bytes_do_not_depend_on_the_process(tmp_path: Path) -> None:
    """Two processes whose sets and dictionaries are ordered otherwise write the same file."""
    script = (
        "import sys; from graph.rdf import write_dataset; "
        "from tests.factories import sample_reading; "
        "write_dataset([sample_reading('a'), sample_reading('b')], sys.argv[1])"
    )
    written = []
    for seed in ("1", "2"):
        path = tmp_path / f"{seed}.trig"
        subprocess.run(  # noqa: S603  (our own interpreter on our own code)
            [sys.executable, "-c", script, str(path)],
            check=True,
            cwd=Path(__file__).parent.parent,
            env={**os.environ, "PYTHONHASHSEED": seed},
        )
        written.append(path.read_bytes())
    assert written[0] == written[1]


def test_one_more_statement_is_one_more_stretch_of_lines(tmp_path: Path) -> None:
    """What a new statement adds to the file is all that changes in it."""
    reading = sample_reading()
    *most, last = reading.statements
    paths = [tmp_path / "before.trig", tmp_path / "after.trig"]
    for path, statements in zip(paths, ([*most], [*most, last]), strict=True):
        write_dataset([replace(reading, statements=tuple(statements))], path)
    before, after = (Counter(path.read_text(encoding="utf-8").splitlines()) for path in paths)
    # The one line that grows is that of the plain triple: one more body beside the one led before.
    assert list((before - after).elements()) == ["\t<body/总局> ig:leads <body/分局> ."]
    # All other lines are those of the one statement and its parts.
    new = list((after - before).elements())
    assert "\t<body/总局> ig:leads <body/分局> , <body/监察组> ." in new
    digests = {line[11:43] for line in new if line.startswith("<statement/")}
    assert len(digests) == 1


def test_the_trig_is_readable(file: tuple[Path, set[Quad]]) -> None:
    """Prefixes stand first, Chinese stands as it is, and every graph is opened once."""
    path, quads = file
    text = path.read_text(encoding="utf-8")
    assert text.startswith("@base <https://w3id.org/institution-graph/> .\n@prefix ")
    assert "领导" in text
    assert "\\u" not in text.lower()
    graphs = {quad.graph_name for quad in quads} - {DefaultGraph()}
    assert sum(line.endswith(" {") and line[0] == "<" for line in text.splitlines()) == len(graphs)


def test_n_quads_hold_the_same(reading: Reading, tmp_path: Path) -> None:
    """The ending of the name chooses the format; N-Quads hold a quad in every line."""
    path = tmp_path / "graph.nq"
    write_dataset([reading], path)
    quads = list(dataset_quads([reading]))
    assert path.read_bytes().count(b"\n") == len(quads)
    assert set(parse(path=str(path), format=RdfFormat.N_QUADS)) == set(quads)


def test_nothing_is_written_of_a_dataset_that_breaks(reading: Reading, tmp_path: Path) -> None:
    """An error in the middle leaves the file of an earlier build as it was, and no remains."""
    path = tmp_path / "graph.trig"
    path.write_text("earlier", encoding="utf-8")

    def broken() -> Iterator[Quad]:
        yield from dataset_quads([reading])
        message = "the dataset breaks here"
        raise LookupError(message)

    with pytest.raises(LookupError, match="breaks here"):
        write_quads(broken(), path)
    assert path.read_text(encoding="utf-8") == "earlier"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_not_there_is_an_output_error(reading: Reading, tmp_path: Path) -> None:
    """What the operating system refuses is one sentence that names the file."""
    path = tmp_path / "missing" / "graph.trig"
    with pytest.raises(OutputError) as caught:
        write_dataset([reading], path)
    assert str(caught.value).startswith(f"{path}: cannot write the output: No such file")


def test_a_folder_that_is_a_file_is_an_output_error(reading: Reading, tmp_path: Path) -> None:
    """Where nothing can be written there is nothing to remove either: the first error is told."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(OutputError, match="cannot write the output: Not a directory"):
        write_dataset([reading], tmp_path / "file" / "graph.trig")


@pytest.mark.parametrize(("name", "ending"), [("graph.ttl", ".ttl"), ("graph", "(none)")])
def test_a_name_of_no_known_format_is_refused(
    reading: Reading, tmp_path: Path, name: str, ending: str
) -> None:
    """A dataset has graphs, which Turtle cannot hold: only formats of datasets are written."""
    path = tmp_path / name
    with pytest.raises(DatasetError) as caught:
        write_dataset([reading], path)
    message = f"no dataset is named with the ending {ending}; expected a file that ends in"
    assert str(caught.value) == f"{path}: {message} .trig or .nq."
    assert not path.exists()


def test_quads_are_written_in_the_order_they_come(tmp_path: Path) -> None:
    """Whoever orders the quads orders the file; a foreign quad is written as it is."""
    node = NamedNode("https://example.org/a")
    quads = [
        Quad(node, node, BlankNode("b")),
        Quad(node, node, Literal("1")),
        Quad(node, node, node),
    ]
    path = tmp_path / "graph.nq"
    write_quads(quads, path)
    assert list(parse(path=str(path), format=RdfFormat.N_QUADS)) == quads
