"""`shapes.ttl`: a sound dataset passes, and what it refuses the program's rules refuse too."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from pyoxigraph import Literal
from rdflib import RDF, Graph, Namespace

from graph.cli import main
from graph.errors import MissingExtraError
from graph.rdf import shapes as shapes_module
from graph.rdf import store_readings, write_dataset
from graph.rdf import vocabulary as v
from graph.rdf.checks import check_dataset
from graph.rdf.iris import BodyIri
from graph.rdf.serialise import write_quads
from graph.rdf.shapes import shape_faults, shapes_path
from graph.readings import read_all
from tests.changes import Change, add, drop, put
from tests.factories import sample_reading
from tests.test_rdf_statement_checks import CONSEQUENCE, LEADS, infer

if TYPE_CHECKING:
    from pathlib import Path

    from graph.model import Reading

SH = Namespace("http://www.w3.org/ns/shacl#")
DOCUMENT = f"{v.DOC}sample"
ARTICLE = f"{DOCUMENT}/article/1"
PARAGRAPH = f"{ARTICLE}/paragraph/2"
HEAD_OFFICE = str(BodyIri(name="总局"))
EVIDENCE = f"{LEADS}/evidence/1"
POSITION = f"{EVIDENCE}/position"
QUOTE = f"{EVIDENCE}/quote"


def test_a_sound_dataset_has_no_fault(reading: Reading) -> None:
    """What readings give passes, the sample beside the shipped regulation."""
    assert shape_faults(store_readings([reading, *read_all()])) == ()


# Twenty kinds of breakage: what is done, the node that is named, what it is said to lack.
BROKEN: dict[str, tuple[Change, str, str]] = {
    "no subject": (drop(LEADS, v.SUBJECT), LEADS, "exactly one rdf:subject"),
    "two objects": (add(LEADS, v.OBJECT, HEAD_OFFICE), LEADS, "exactly one rdf:object"),
    "foreign relation": (
        put(LEADS, v.PREDICATE, "http://example.org/leads"),
        LEADS,
        "a relation of the ontology",
    ),
    "no modality": (drop(LEADS, v.MODALITY), LEADS, "exactly one ig:modality"),
    "unknown modality": (put(LEADS, v.MODALITY, f"{v.IG}maybe"), LEADS, "exactly one ig:modality"),
    "no article": (drop(LEADS, v.ARTICLE), LEADS, "exactly one ig:article"),
    "paragraph for article": (put(LEADS, v.ARTICLE, PARAGRAPH), LEADS, "an article or a preamble"),
    "no evidence": (drop(LEADS, v.EVIDENCE), LEADS, "at least one ig:evidence"),
    "no provision": (drop(LEADS, v.STATED_IN), LEADS, "at least one ig:statedIn"),
    "other origin": (add(LEADS, v.DERIVED_FROM, ARTICLE), LEADS, "the provisions of ig:statedIn"),
    "no reading": (drop(LEADS, v.GENERATED_BY), LEADS, "exactly one prov:wasGeneratedBy"),
    "two entries": (add(LEADS, v.LEXICAL_ENTRY, f"{v.LEX}x"), LEADS, "one ig:lexicalEntry"),
    "two constructions": (
        add(LEADS, v.CONSTRUCTION, Literal("A V B")),
        LEADS,
        "one ig:construction at most",
    ),
    "no source": (drop(EVIDENCE, v.HAS_SOURCE), EVIDENCE, "exactly one oa:hasSource"),
    "no start": (drop(POSITION, v.START), POSITION, "exactly one oa:start"),
    "offset that is no number": (
        put(POSITION, v.END, Literal("last")),
        POSITION,
        "a number from 0",
    ),
    "offsets out of order": (put(POSITION, v.START, Literal(9999)), POSITION, "after the oa:start"),
    "no words": (drop(QUOTE, v.EXACT), QUOTE, "exactly one oa:exact"),
    "no name": (drop(HEAD_OFFICE, v.PREFERRED_NAME), HEAD_OFFICE, "exactly one skos:prefLabel"),
    "name in no language": (
        put(HEAD_OFFICE, v.PREFERRED_NAME, Literal("总局")),
        HEAD_OFFICE,
        "a name in @zh-Hans",
    ),
    "no class": (drop(HEAD_OFFICE, v.TYPE), HEAD_OFFICE, "a class of bodies"),
    "no title": (drop(DOCUMENT, v.TITLE), DOCUMENT, "exactly one eli:title"),
    "wrong fingerprint": (put(DOCUMENT, v.SHA256, Literal("ABC")), DOCUMENT, "64 hexadecimal"),
    "no encoding": (drop(DOCUMENT, v.ENCODING), DOCUMENT, "exactly one ig:encoding"),
    "no order": (drop(PARAGRAPH, v.ORDER), PARAGRAPH, "exactly one ig:order"),
    "no parent": (drop(PARAGRAPH, v.IS_PART_OF), PARAGRAPH, "exactly one eli:is_part_of"),
    "no kind": (put(PARAGRAPH, v.TYPE, v.SUBDIVISION.value), PARAGRAPH, "exactly one kind"),
    "consequence of nothing": (infer(grounds=None), CONSEQUENCE, "what it follows from"),
}


@pytest.mark.parametrize("kind", BROKEN)
def test_rules_and_shapes_agree_on_a_broken_dataset(reading: Reading, kind: str) -> None:
    """Each kind of breakage is told by both, and by the shapes with the node and what it lacks."""
    change, node, lack = BROKEN[kind]
    store = store_readings([reading])
    change(store.store)
    told = shape_faults(store)
    assert any(fault.where == node and lack in fault.expected for fault in told), told
    assert check_dataset(store)


def test_every_shape_says_what_was_expected() -> None:
    """Each constraint has a message that reads as the end of a sentence, and there are many."""
    graph = Graph().parse(shapes_path())
    nodes = {*graph.objects(predicate=SH.property)}
    assert len(nodes) > 30
    messages = {node: [str(text) for text in graph.objects(node, SH.message)] for node in nodes}
    assert [
        one for one in messages.values() if len(one) != 1 or not one[0].startswith("expected ")
    ] == []
    shapes = list(graph.subjects(RDF.type, SH.NodeShape))
    assert len(shapes) >= 9


def test_the_shapes_name_only_terms_of_the_dataset_and_the_ontology() -> None:
    """No path of a shape is a property that the vocabulary does not have."""
    graph = Graph().parse(shapes_path())
    known = {term.value for term in vars(v).values() if hasattr(term, "value")}
    paths = {str(path) for path in graph.objects(predicate=SH.path) if str(path).startswith("http")}
    assert len(paths) > 15
    assert paths <= known


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the sample as a file."""
    path = tmp_path_factory.mktemp("check") / "graph.trig"
    write_dataset([sample_reading()], path)
    return path


@pytest.mark.parametrize(
    ("options", "by"), [((), "the rules and the shapes"), (("--no-shapes",), "the rules")]
)
def test_the_command_passes_a_sound_dataset(path: Path, options: tuple[str, ...], by: str) -> None:
    """A sound dataset ends with 0, and it is said what it was held against."""
    result = CliRunner().invoke(main, ["check", "--graph", str(path), *options])
    expected = f"{path}: it holds what {by} of the model require.\n"
    assert (0, expected, "") == (result.exit_code, result.stdout, result.stderr)


def test_the_command_lists_the_faults_of_a_broken_one(tmp_path: Path, reading: Reading) -> None:
    """A broken dataset ends with 1; each fault is a line with its node."""
    store = store_readings([reading])
    drop(LEADS, v.MODALITY)(store.store)
    write_quads(store.store, tmp_path / "broken.trig")
    result = CliRunner().invoke(main, ["check", "--graph", str(tmp_path / "broken.trig")])
    assert (1, "2 faults\n") == (result.exit_code, result.stderr)
    assert f"{LEADS}: it has no ig:modality; expected exactly one.\n" in result.stdout


def test_without_pyshacl_the_rules_are_left(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where pySHACL is missing it is said so; who asks for the shapes is told how to get it."""
    monkeypatch.setattr(shapes_module, "find_spec", lambda _: None)
    result = CliRunner().invoke(main, ["check", "--graph", str(path)])
    assert 0 == result.exit_code
    assert "pip install 'institution-graph[shapes]'" in result.stderr
    asked = CliRunner().invoke(main, ["check", "--graph", str(path), "--shapes"])
    assert 1 == asked.exit_code
    assert "the SHACL shapes need pySHACL" in asked.stderr
    with pytest.raises(MissingExtraError):
        shape_faults(store_readings([]))
