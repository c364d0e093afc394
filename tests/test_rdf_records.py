"""Records: what goes into a dataset comes out of it, and what is missing is named."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, Store

from graph.model import Citation, Event, Modality, Passage, Provision, ProvisionKind, Span
from graph.rdf import (
    GraphStore,
    Records,
    open_store,
    read_records,
    store_readings,
    write_dataset,
)
from graph.rdf import vocabulary as v
from graph.rdf.iris import BodyIri, DocumentIri, ProvisionIri
from tests.changes import add
from tests.factories import (
    TEAM,
    UNIT,
    make_body,
    make_document,
    make_reading,
    make_statement,
    sample_reading,
)

if TYPE_CHECKING:
    from graph.model import Reading, Statement
    from graph.rdf.records import StoredStatement


NAMES = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)


@pytest.fixture(scope="module")
def records(store: GraphStore) -> Records:
    """Return the records of the sample."""
    return read_records(store)


def as_stored(reading: Reading, statement: Statement) -> dict[str, object]:
    """Return what the record of a statement must say."""
    name, text = reading.document.name, reading.document.source.text
    article = next(node for node in reading.document.walk() if node.id == statement.article)

    def place(provision: str) -> str:
        return str(ProvisionIri(document=name, provision=provision))

    def quotes(spans: tuple[Span, ...]) -> list[tuple[str, Span]]:
        return [(text[span.start : span.end], span) for span in spans]

    return {
        "subject": (statement.subject.name, statement.subject.other_names),
        "relation": statement.relation,
        "object": (statement.object.name, statement.object.other_names),
        "modality": statement.modality,
        "conditions": statement.conditions,
        "document": str(DocumentIri(name=name)),
        "article": (place(statement.article), article.label, article.key),
        "provision": place(statement.provision),
        "evidence": quotes(statement.evidence),
        "antecedent": quotes(statement.antecedent),
        "subject_words": quotes(statement.subject_words),
        "object_words": quotes(statement.object_words),
        "construction": statement.construction,
        "entry": statement.entry,
        "denied": statement.modality is Modality.PROHIBITION,
        "inferred": False,
    }


def as_said(record: StoredStatement) -> dict[str, object]:
    """Return what the record of a statement says, in the shape of `as_stored`."""
    return {
        "subject": (record.subject.name, record.subject.other_names),
        "relation": record.relation,
        "object": (record.object.name, record.object.other_names),
        "modality": record.modality,
        "conditions": record.conditions,
        "document": record.document,
        "article": (record.article, record.article_label, record.article_number),
        "provision": record.provision,
        "evidence": [(quote.text, quote.span) for quote in record.evidence],
        "antecedent": [(quote.text, quote.span) for quote in record.antecedent],
        "subject_words": [(quote.text, quote.span) for quote in record.subject_words],
        "object_words": [(quote.text, quote.span) for quote in record.object_words],
        "construction": record.construction,
        "entry": record.entry,
        "denied": record.denied,
        "inferred": record.inferred,
    }


def test_statements_come_back_as_they_went_in(reading: Reading, records: Records) -> None:
    """Every statement is read back whole, in the order of the text."""
    expected = [as_stored(reading, statement) for statement in reading.statements]
    assert [as_said(record) for record in records.statements] == expected


def test_bodies_come_back_as_they_went_in(reading: Reading, records: Records) -> None:
    """Every body is read back with its names and its class; a relative one knows its document."""
    by_name = {body.name: body for body in records.bodies}
    for body in reading.bodies:
        stored = by_name[body.name]
        assert stored.names == (body.name, *body.other_names)
        assert stored.kinds == (body.kind,)
        assert stored.document == (str(DocumentIri(name="sample")) if body.relative else None)
        assert records.bodies_by_iri[stored.iri] is stored
    # The office that only publishes is a body too.
    assert set(by_name) - {body.name for body in reading.bodies} == {"样例办公厅"}


def test_documents_come_back_as_they_went_in(reading: Reading, records: Records) -> None:
    """Document and provisions are read back: numbers, headings, texts and the way to the source."""
    [document] = records.documents
    assert (document.name, document.title) == ("sample", "样例规则")
    assert document.sha256 == reading.document.source.sha256
    assert document.encoding == "utf-8"
    assert (document.date_document, document.date_publication) == ("2021-05-06", "2021-06-01")
    assert document.passed_by == (str(BodyIri(name="总局")),)
    assert document.issued_by == (str(BodyIri(name="样例办公厅")),)
    assert (document.based_on, document.cites) == (("样例法",), ())
    provisions = list(reading.document.walk())
    assert [one.id for one in document.provisions] == [node.id for node in provisions]
    for stored, node in zip(document.provisions, provisions, strict=True):
        assert stored.kind is node.kind
        assert (stored.label, stored.number, stored.heading) == (node.label, node.key, node.heading)
        assert stored.text == (node.passage.text if node.passage else None)
        assert stored.pieces == (node.passage.pieces if node.passage else ())
        assert records.provisions_by_iri[stored.iri] is stored
        for child in node.children:
            child_iri = str(ProvisionIri(document="sample", provision=child.id))
            assert records.provisions_by_iri[child_iri].parent == stored.iri


def test_a_document_may_have_been_adopted_and_amended_several_times() -> None:
    """All dates come back in order; the last one of a kind is the date of the document."""
    acts = [
        ("adopted", "1993-05-01"),
        ("adopted", "1988-02"),
        ("amended", "2018-12-20"),
        ("amended", "2010"),
        ("published", "1993-05-02"),
        ("effective", "1994-01-01"),
    ]
    events = tuple(Event(kind=kind, date=date, agent=None) for kind, date in acts)
    [document] = _read(make_reading(make_document({1: ["甲领导乙。"]}, events=events))).documents
    assert document.adoption_dates == ("1988-02", "1993-05-01")
    assert document.amendment_dates == ("2010", "2018-12-20")
    assert document.in_force_dates == ("1994-01-01",)
    assert (document.date_document, document.date_publication) == ("1993-05-01", "1993-05-02")
    [undated] = _read(make_reading(make_document({1: ["甲领导乙。"]}))).documents
    assert (undated.date_document, undated.date_publication) == (None, None)


def test_the_text_of_a_provision_leads_to_its_source(reading: Reading, records: Records) -> None:
    """The pieces of a stored text place every stretch of it in the source, across a break too."""
    paragraph = records.provisions_by_iri[
        str(ProvisionIri(document="sample", provision="article/5/paragraph/1"))
    ]
    assert paragraph.text is not None
    assert len(paragraph.pieces) == 2
    passage = Passage(text=paragraph.text, pieces=paragraph.pieces)
    start = paragraph.text.index("报告工作")
    spans = passage.locate(start, start + len("报告工作"))
    source = reading.document.source.text
    assert [source[span.start : span.end] for span in spans] == ["报告工", "作"]


def test_a_quote_runs_on_over_a_page_break(records: Records) -> None:
    """A sentence that the file breaks is quoted in one piece; words left out leave a mark."""
    [report] = [record for record in records.statements if record.relation == "reportsTo"]
    assert len(report.evidence) == 2
    assert report.quote == "监察组应当定期向总局报告工作"


def test_words_left_out_of_a_quote_leave_a_mark() -> None:
    """Two stretches of evidence with text between them are not run together."""
    document = make_document({1: ["监察组应当依法依规监督重点单位。"]})
    whole = make_statement(document, 1, TEAM, "supervises", UNIT, "监察组应当依法依规监督重点单位")
    start, end = whole.evidence[0].start, whole.evidence[0].end
    parts = (Span(start=start, end=start + 5), Span(start=end - 6, end=end))
    record = _read(make_reading(document, _with_evidence(whole, parts))).statements[0]
    assert record.quote == "监察组应当…监督重点单位"


def test_many_stretches_of_evidence_keep_their_order() -> None:
    """The tenth stretch comes after the second, whatever the alphabet says."""
    text = "、".join(f"第{number}处" for number in range(100, 112))
    document = make_document({1: [f"监察组监督重点单位：{text}。"]})
    first = make_statement(document, 1, TEAM, "supervises", UNIT, "监察组监督重点单位")
    offset = document.source.text.index("第100处")
    spans = tuple(Span(start=offset + 6 * n, end=offset + 6 * n + 5) for n in range(12))
    record = _read(make_reading(document, _with_evidence(first, spans))).statements[0]
    assert [quote.text for quote in record.evidence] == [f"第{n}处" for n in range(100, 112)]
    assert [quote.span for quote in record.evidence] == list(spans)


def test_conditions_stand_in_the_order_of_the_text() -> None:
    """RDF keeps no order, so conditions are put back where the evidence has them."""
    document = make_document({1: ["监察组应当按照规定定期依法监督重点单位。"]})
    statement = make_statement(
        document,
        1,
        TEAM,
        "supervises",
        UNIT,
        "监察组应当按照规定定期依法监督重点单位",
        conditions=("按照规定", "定期", "依法"),
    )
    record = _read(make_reading(document, statement)).statements[0]
    assert record.conditions == ("按照规定", "定期", "依法")


def test_a_statement_made_twice_names_both_places() -> None:
    """The record of a statement that two paragraphs make has both, the first one first."""
    document = make_document({1: ["监察组监督重点单位。", "监察组监督重点单位，并且报告。"]})
    statements = [
        make_statement(document, 1, TEAM, "supervises", UNIT, quote)
        for quote in ("监察组监督重点单位，", "监察组监督重点单位。")
    ]
    [record] = _read(make_reading(document, *statements)).statements
    paragraphs = [
        str(ProvisionIri(document="sample", provision=f"article/1/paragraph/{number}"))
        for number in (1, 2)
    ]
    assert record.provision == paragraphs[0]
    assert list(record.provisions) == paragraphs
    assert record.quote == "监察组监督重点单位。…监察组监督重点单位，"


def test_what_is_not_known_of_a_statement_is_empty() -> None:
    """A statement without construction, entry or mentions is a statement all the same."""
    document = make_document({1: ["监察组监督重点单位。"]})
    whole = make_statement(document, 1, TEAM, "supervises", UNIT, "监察组监督重点单位")
    bare = replace(whole, construction="", entry="", subject_words=(), object_words=())
    [record] = _read(make_reading(document, bare)).statements
    assert (record.construction, record.entry) == ("", "")
    assert (record.subject_words, record.object_words, record.antecedent) == ((), (), ())


def test_several_documents_stand_in_the_order_of_their_names() -> None:
    """Statements are sorted by document, then as the text runs; bodies are shared."""
    records = _read(sample_reading("b"), sample_reading("a"))
    assert [document.name for document in records.documents] == ["a", "b"]
    documents = [record.document for record in records.statements]
    assert documents == sorted(documents)
    assert sum(body.name == "总局" for body in records.bodies) == 1
    assert sum(body.name == "同级党委" for body in records.bodies) == 2


def test_a_document_that_is_only_cited_is_not_a_document_read() -> None:
    """What is cited is known by its title alone, and is told by the one that cites it."""
    document = make_document(
        {1: ["监察组按照《某办法》监督重点单位。"]},
        citations=(Citation(title="某办法", provision="article/1/paragraph/1", basis=False),),
    )
    records = _read(make_reading(document))
    assert [one.name for one in records.documents] == ["sample"]
    assert records.documents[0].cites == ("某办法",)


def test_what_is_inferred_is_kept_apart(reading: Reading) -> None:
    """A statement of the graph of consequences is marked, and names what it follows from."""
    store = store_readings([reading])
    ground = read_records(store).statements[1]
    node = NamedNode(f"{v.ST}{'0' * 32}")
    store.store.extend(
        Quad(node, predicate, value, v.INFERRED)
        for predicate, value in (
            (v.TYPE, v.STATEMENT),
            (v.SUBJECT, NamedNode(str(BodyIri(name="总局")))),
            (v.PREDICATE, v.term("supervises")),
            (v.OBJECT, NamedNode(str(BodyIri(name="分局")))),
            (v.MODALITY, v.MODALITY_TERM[Modality.DECLARATION]),
            (v.DERIVED_FROM, NamedNode(ground.iri)),
        )
    )
    *stated, inferred = read_records(store).statements
    assert [record.inferred for record in stated] == [False] * len(reading.statements)
    assert inferred.inferred
    assert inferred.derived_from == (ground.iri,)
    assert (inferred.subject.name, inferred.object.name) == ("总局", "分局")
    assert (inferred.article, inferred.evidence, inferred.quote) == ("", (), "")


def test_an_empty_store_has_no_records() -> None:
    """Nothing stored is nothing read, and no error."""
    records = read_records(GraphStore(store=Store(), where="memory"))
    assert (records.documents, records.bodies, records.statements) == ((), (), ())


@pytest.mark.parametrize("kind", ProvisionKind)
def test_every_kind_of_provision_is_read_back(kind: ProvisionKind) -> None:
    """A node of any kind comes back with its kind, its number with a suffix, and its label."""
    span = Span(start=0, end=1)
    node = Provision(
        id=f"{kind}/1-2", kind=kind, span=span, label="第一之二", number=1, suffix=2, heading="总则"
    )
    document = replace(make_document({1: ["甲领导乙。"]}), provisions=(node,))
    [stored] = _read(make_reading(document)).documents[0].provisions
    assert (stored.kind, stored.label, stored.heading) == (kind, "第一之二", "总则")
    assert stored.number == node.key


def _read(*readings: Reading) -> Records:
    return read_records(store_readings(readings))


def _with_evidence(statement: Statement, spans: tuple[Span, ...]) -> Statement:
    return replace(statement, evidence=spans)


def test_foreign_statements_do_not_disturb(reading: Reading) -> None:
    """What others add to a dataset about other nodes, or as further classes, leaves the records."""
    store = store_readings([reading])
    before = read_records(store)
    add(str(BodyIri(name="总局")), v.TYPE, "http://www.w3.org/ns/org#Organization")(store.store)
    name = Literal("别处", language="zh-Hans")
    add("https://example.org/x", v.PREFERRED_NAME, name)(store.store)
    assert read_records(store) == before


@settings(max_examples=60)
@given(names=st.sets(NAMES, min_size=2, max_size=4), condition=NAMES)
def test_any_words_come_back(names: set[str], condition: str) -> None:
    """Whatever the names, conditions and quotes, a file holds them and gives them back."""
    first, second, *others = sorted(names)
    text = f"{first}领导{second}"
    document = make_document({1: [text]}, name=first, title=second)
    leader, led = make_body(first, *others), make_body(second, relative=True)
    whole = make_statement(document, 1, leader, "leads", led, text, conditions=(condition,))
    reading = make_reading(document, whole)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "graph.trig"
        write_dataset([reading], path)
        records = read_records(open_store(path))
    [record] = records.statements
    assert record.subject.names == (first, *others)
    assert record.object.name == second
    assert (record.conditions, record.quote) == ((condition,), text)
    assert (records.documents[0].name, records.documents[0].title) == (first, second)
