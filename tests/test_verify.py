"""`graph.verify`: a graph as built passes; a changed character, offset, triple or edge is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Store

from graph.cli import main
from graph.errors import SourceError
from graph.model import Modality
from graph.ontology import load_ontology
from graph.rdf import GraphStore, read_records, store_readings, write_dataset
from graph.rdf import vocabulary as v
from graph.rdf.consequences import inference_quads
from graph.rdf.inference import infer
from graph.rdf.iris import statement_iri
from graph.readings import SHIPPED, read_all
from graph.verify import verify
from graph.verify.orders import ORDERS, PLACE_ORDERS
from graph.verify.wording import wording_faults
from tests.clause_tables import rows

if TYPE_CHECKING:
    from pathlib import Path

    from graph.rdf.records import StoredStatement

TEXT = """样例规则

第一条 市纪委领导县纪委。县纪委由市纪委管理，受市监委监督。

第二条 县纪委应当向市纪委报告工作，
不得领导市监委。市纪委的领导机构是常委会。

第三条 市纪委应当加强对县纪委的指导。督促其依法履职。

第四条 常委会是市纪委的组成部分，与县纪委相互协作。

　　（一）市纪委可以听取县纪委的报告。
"""
ONTOLOGY = load_ontology()
SHIPPED_QUADS = tuple(store_readings(read_all()).store)
RECORDS = read_records(GraphStore(store=store_readings(read_all()).store, where="shipped"))
STATEMENTS = RECORDS.statements
SOURCE_TEXT = SHIPPED.read_bytes().decode()
EITHER = {name for name, rows in ORDERS.items() if rows == ORDERS["V（B）"]}
ONTOLOGY_ENTRIES = {trigger.name: trigger for trigger in ONTOLOGY.triggers}
RELATION_IRIS = {relation.iri for relation in ONTOLOGY.relations.values()}
SYMMETRIC = {relation.name for relation in ONTOLOGY.relations.values() if relation.symmetric}


def changed(*, without: set[Quad] | None = None, also: set[Quad] | None = None) -> GraphStore:
    """Return the graph of the shipped regulation without some quads and with some others."""
    store = Store()
    store.bulk_extend(quad for quad in SHIPPED_QUADS if quad not in (without or set()))
    store.bulk_extend(also or set())
    return GraphStore(store=store, where="changed")


def found(store: GraphStore) -> list[str]:
    """Return the sentences on a changed graph of the shipped regulation."""
    return [str(fault) for fault in verify(store, [SHIPPED], ONTOLOGY)]


def of(predicate: NamedNode) -> list[Quad]:
    """Return the quads of the shipped graph with a predicate, sorted."""
    return sorted((quad for quad in SHIPPED_QUADS if quad.predicate == predicate), key=str)


def test_the_shipped_regulation_is_borne_out() -> None:
    """The graph of the regulation passes, and there is much in it to pass."""
    assert len(STATEMENTS) > 100
    assert found(changed()) == []


def test_a_text_of_ours_is_borne_out(tmp_path: Path) -> None:
    """Another text passes, read from GB18030, beside a second one and from a folder."""
    (tmp_path / "one.txt").write_bytes(TEXT.encode("gb18030"))
    (tmp_path / "two.md").write_text(TEXT.replace("市纪委", "省纪委"), encoding="utf-8-sig")
    readings = read_all([tmp_path])
    assert sum(len(reading.statements) for reading in readings) > 10
    assert verify(store_readings(readings), [tmp_path], ONTOLOGY) == ()
    faults = verify(store_readings(readings), [tmp_path / "one.txt"], ONTOLOGY)
    assert ["none of the sources is its text"] == [fault.problem for fault in faults]


@pytest.mark.parametrize("folder", ["constructions", "frames", "names", "sentences"])
def test_what_the_clause_tables_state_is_borne_out(folder: str, tmp_path: Path) -> None:
    """Every construction of the grammar has its order of words, and its entry its relations."""
    for number, row in enumerate(rows(folder)):
        title = f"样例规则之{number}"
        (tmp_path / f"{number:04}.txt").write_text(
            f"{title}\n\n第一条 {row.text}\n", encoding="utf-8"
        )
    readings = read_all([tmp_path])
    assert sum(len(reading.statements) for reading in readings) > len(rows(folder)) / 2
    faults = verify(store_readings(readings), [tmp_path], ONTOLOGY)
    assert [str(fault) for fault in faults] == []


@settings(max_examples=40)
@given(st.data())
def test_an_altered_character_is_found(data: st.DataObject) -> None:
    """Whatever character of a quote or of a provision is replaced by another one, it is told."""
    quad = data.draw(st.sampled_from(of(v.EXACT) + of(v.TEXT)))
    assert isinstance(quad.object, Literal)
    words = quad.object.value
    at = data.draw(st.integers(0, len(words) - 1))
    char = data.draw(st.sampled_from("甲乙某不。x7").filter(lambda one: one != words[at]))
    value = Literal(words[:at] + char + words[at + 1 :], language=quad.object.language)
    if quad.object.language is None:
        value = Literal(words[:at] + char + words[at + 1 :])
    altered = Quad(quad.subject, quad.predicate, value, quad.graph_name)
    assert found(changed(without={quad}, also={altered}))


@settings(max_examples=40)
@given(st.data())
def test_a_moved_offset_is_found(data: st.DataObject) -> None:
    """A start or an end that is moved is told, however far and wherever it stands."""
    quad = data.draw(st.sampled_from(of(v.START) + of(v.END)))
    assert isinstance(quad.object, Literal)
    by = data.draw(st.integers(-30, 30).filter(bool))
    moved = Literal(max(int(quad.object.value) + by, 0))
    if moved == quad.object:
        return
    altered = Quad(quad.subject, quad.predicate, moved, quad.graph_name)
    assert found(changed(without={quad}, also={altered}))


@settings(max_examples=25)
@given(st.data())
def test_a_quote_that_is_moved_as_a_whole_is_found(data: st.DataObject) -> None:
    """Both offsets moved alike, so that the length still fits: the words there are others."""
    start = data.draw(st.sampled_from(of(v.START)))
    (end,) = (quad for quad in of(v.END) if quad.subject == start.subject)
    assert isinstance(start.object, Literal)
    assert isinstance(end.object, Literal)
    moved = {
        Quad(quad.subject, quad.predicate, Literal(int(quad.object.value) + 1))
        for quad in (start, end)
        if isinstance(quad.object, Literal)
    }
    assert found(changed(without={start, end}, also=moved))


@settings(max_examples=40)
@given(st.data())
def test_an_added_triple_is_found(data: st.DataObject) -> None:
    """A relation between two bodies that is added anywhere is told."""
    bodies = [NamedNode(body.iri) for body in RECORDS.bodies]
    graphs: list[NamedNode | DefaultGraph] = [DefaultGraph(), v.INFERRED]
    graphs += [NamedNode(provision.iri) for provision in RECORDS.documents[0].provisions]
    quad = Quad(
        data.draw(st.sampled_from(bodies)),
        v.term(data.draw(st.sampled_from(sorted(ONTOLOGY.relations)))),
        data.draw(st.sampled_from(bodies)),
        data.draw(st.sampled_from(graphs)),
    )
    if quad not in SHIPPED_QUADS:
        assert found(changed(also={quad}))


@settings(max_examples=40)
@given(st.data())
def test_a_triple_that_is_taken_away_is_found(data: st.DataObject) -> None:
    """A plain triple that is taken away is told, and so is a part of a statement."""
    plain = [quad for quad in SHIPPED_QUADS if quad.graph_name != DefaultGraph()]
    parts = [
        q for p in (v.SUBJECT, v.OBJECT, v.EVIDENCE, v.MODALITY, v.SUBJECT_WORDS) for q in of(p)
    ]
    several = {quad.subject for quad in parts if parts.count(quad) > 1}
    quad = data.draw(st.sampled_from(sorted([*plain, *parts], key=str)))
    if quad.predicate in {v.EVIDENCE, v.SUBJECT_WORDS} and quad.subject in several:
        return
    assert found(changed(without={quad}))


def forged(
    statement: StoredStatement,
    *,
    subject: str,
    obj: str,
    relation: str | None = None,
    words: bool = False,
) -> GraphStore:
    """Return the graph with one statement that says something else, and all that hangs on it.

    Args:
        statement: the statement as it was.
        subject: the IRI of the subject it is given.
        obj: the IRI of the object it is given.
        relation: the relation it is given; its own by default.
        words: whether the words of subject and object are exchanged as well.
    """
    said = relation or statement.relation
    iri = str(
        statement_iri(
            document=statement.document,
            article=statement.article,
            subject=subject,
            relation=said,
            obj=obj,
            modality=statement.modality,
        )
    )
    new = {v.SUBJECT: subject, v.PREDICATE: f"{v.IG}{said}", v.OBJECT: obj}
    swap = {v.SUBJECT_WORDS: v.OBJECT_WORDS, v.OBJECT_WORDS: v.SUBJECT_WORDS}
    gone: set[Quad] = set()
    come: set[Quad] = set()

    def moved(term: object) -> object:
        if isinstance(term, NamedNode) and term.value.startswith(statement.iri):
            name = term.value.removeprefix(statement.iri)
            if words and name.startswith(("/subject/", "/object/")):
                side = "object" if name.startswith("/subject/") else "subject"
                name = f"/{side}/" + name.split("/", 2)[2]
            return NamedNode(iri + name)
        return term

    for quad in SHIPPED_QUADS:
        if not str(quad.subject).startswith(f"<{statement.iri}"):
            continue
        gone.add(quad)
        value = NamedNode(new[quad.predicate]) if quad.predicate in new else moved(quad.object)
        predicate = swap.get(quad.predicate, quad.predicate) if words else quad.predicate
        come.add(Quad(moved(quad.subject), predicate, value))  # type: ignore[arg-type]
    graph = NamedNode(statement.article)
    old = Quad(
        NamedNode(statement.subject.iri),
        v.term(statement.relation),
        NamedNode(statement.object.iri),
        graph,
    )
    alike = [
        one
        for one in STATEMENTS
        if (one.subject, one.relation, one.object, one.article)
        == (statement.subject, statement.relation, statement.object, statement.article)
    ]
    if len(alike) == 1:
        gone.add(old)
    if not statement.denied:
        come.add(Quad(NamedNode(subject), v.term(said), NamedNode(obj), graph))
    return changed(without=gone, also=come)


DIRECTED = [
    one for one in STATEMENTS if one.relation not in SYMMETRIC and one.subject.iri != one.object.iri
]


@pytest.mark.parametrize("words", [False, True], ids=["words-left", "words-exchanged"])
def test_a_reversed_edge_is_found_though_its_iri_was_made_anew(*, words: bool) -> None:
    """Every edge of a directed relation that is reversed with all that hangs on it is told.

    Where the words are exchanged too, only their order tells; a construction that leaves the object
    out has none.
    """
    known = [one for one in DIRECTED if not (words and one.construction in EITHER)]
    assert len(known) > 100
    missed = [
        (one.subject.name, one.relation, one.object.name, one.construction)
        for one in known
        if not found(forged(one, subject=one.object.iri, obj=one.subject.iri, words=words))
    ]
    assert missed == []


@settings(max_examples=30)
@given(st.data())
def test_an_altered_relation_is_found(data: st.DataObject) -> None:
    """A statement of another relation is told: its verb does not express it."""
    one = data.draw(st.sampled_from(STATEMENTS))
    entry = ONTOLOGY_ENTRIES[one.entry]
    expressed = {*entry.expresses, *entry.inverse, *entry.place, *entry.creation}
    other = data.draw(st.sampled_from(sorted(set(ONTOLOGY.relations) - expressed)))
    store = forged(one, subject=one.subject.iri, obj=one.object.iri, relation=other)
    assert found(store)


@settings(max_examples=30)
@given(st.data())
def test_another_body_is_found(data: st.DataObject) -> None:
    """A statement about another body is told: its words are no name of that."""
    one = data.draw(st.sampled_from(STATEMENTS))
    said = "".join(word.text for word in one.subject_words)
    # Of whom the article says the same, a second statement would be that one with two values.
    same = {
        alike.subject.iri
        for alike in STATEMENTS
        if (alike.relation, alike.object, alike.article) == (one.relation, one.object, one.article)
    }
    other = data.draw(
        st.sampled_from(
            [
                b
                for b in RECORDS.bodies
                if b.iri not in same and not set(said) & set("".join(b.names)) - set("的")
            ]
        )
    )
    store = forged(one, subject=other.iri, obj=one.object.iri)
    assert any("a name of the body" in told for told in found(store))


def test_a_consequence_that_does_not_follow_is_found() -> None:
    """The inferred graph is drawn again: what is added to it or taken from it is told."""
    everything = set(inference_quads(infer(changed().store, ONTOLOGY)))
    drawn = sorted((quad for quad in everything if quad.graph_name == v.INFERRED), key=str)
    assert len(drawn) > 10
    assert found(changed(also=everything)) == []
    grounds = sorted((quad for quad in drawn if quad.predicate == v.DERIVED_FROM), key=str)
    other = Quad(grounds[0].subject, v.DERIVED_FROM, NamedNode(STATEMENTS[-1].iri), v.INFERRED)
    assert found(changed(also={*everything, other}))
    plain = [quad for quad in drawn if quad.predicate.value in RELATION_IRIS]
    assert found(changed(also=everything - {plain[0]}))


def test_another_text_is_found(tmp_path: Path) -> None:
    """A text of the same name with one more line has another fingerprint, and its own offsets."""
    other = tmp_path / SHIPPED.name
    other.write_text("某\n" + SOURCE_TEXT, encoding="utf-8")
    faults = verify(changed(), [other], ONTOLOGY)
    assert faults[0].problem.startswith("its ig:sha256 is 5daa01a3")
    assert len(faults) > 400


def test_a_wrong_encoding_is_found() -> None:
    """A text that cannot be decoded as the graph says is told in one sentence."""
    (quad,) = of(v.ENCODING)
    for name in ("utf-99", "ascii"):
        altered = Quad(quad.subject, quad.predicate, Literal(name))
        (told,) = found(changed(without={quad}, also={altered}))
        assert f"its ig:encoding is {name!r}" in told


@pytest.mark.parametrize("construction", sorted({one.construction for one in DIRECTED}))
def test_a_construction_has_an_order(construction: str) -> None:
    """Every construction by which the shipped regulation was read has a row in the table."""
    assert construction in ORDERS


def test_an_unknown_construction_is_found() -> None:
    """A construction of another name cannot hide an edge."""
    quad = of(v.CONSTRUCTION)[0]
    altered = Quad(quad.subject, quad.predicate, Literal("A V B V"))
    assert any("its construction is" in t for t in found(changed(without={quad}, also={altered})))


def test_rows_are_made_of_known_things() -> None:
    """A row names each of the two bodies once, and nothing that looks like a body but is none."""
    rows = [*PLACE_ORDERS, *(row for orders in ORDERS.values() for row in orders)]
    for row in rows:
        things = [thing.removeprefix("?") for thing in row.split()]
        assert sorted(thing for thing in things if thing in {"A", "B"}) == ["A", "B"], row
        assert not [t for t in things if t.isascii() and t not in {"A", "B", "V"}], row


def test_an_inference_has_no_words() -> None:
    """What no text states is not held against one: a statement without entry has no order."""
    one = STATEMENTS[0]
    assert list(wording_faults(one, SOURCE_TEXT, ONTOLOGY)) == []


def test_a_source_that_is_not_there(tmp_path: Path) -> None:
    """A missing file and a folder without texts are errors, not faults of the graph."""
    with pytest.raises(SourceError, match="no such file"):
        verify(changed(), [tmp_path / "none.txt"], ONTOLOGY)
    with pytest.raises(SourceError, match="no text in it"):
        verify(changed(), [tmp_path], ONTOLOGY)


def test_the_command_lists_what_is_wrong(tmp_path: Path) -> None:
    """The command ends with 0 for a sound graph, with 1 and a list for another one."""
    path = tmp_path / "graph.trig"
    write_dataset(read_all(), path)
    sound = CliRunner().invoke(main, ["verify", str(path), str(SHIPPED)])
    assert (0, "") == (sound.exit_code, sound.stderr)
    assert f"{path}: its texts bear out everything in it.\n" == sound.stdout
    trig = path.read_text(encoding="utf-8")
    path.write_text(
        trig.replace('oa:exact "派驻机构的领导机构', 'oa:exact "派驻机构的领导机关'),
        encoding="utf-8",
    )
    broken = CliRunner().invoke(main, ["verify", str(path), str(SHIPPED)])
    assert (1, "1 fault\n") == (broken.exit_code, broken.stderr)
    assert "it quotes 「派驻机构的领导机关是组务会」" in broken.stdout
    assert "Modality" not in broken.stdout
    assert Modality.PROHIBITION in {one.modality for one in STATEMENTS}
