"""From a source to documents: golden trees, the shipped regulation, and the errors."""

from __future__ import annotations

from pathlib import Path

import pytest

import graph
from graph.errors import SourceError
from graph.model import Document, Event, FindingKind, Provision, ProvisionKind
from graph.text import parse, read_source
from tests.factories import make_source
from tests.text_trees import TEXTS, golden, text_files, tree

SHIPPED = Path(graph.__file__).parent / "data" / "paizhu-rules.txt"
LEAST_TEXTS = 15
NO_ARTICLE = (
    "the text has no article; expected a regulation with numbered articles (第一条 or 一、)"
)
BROKEN = {
    "cited": NO_ARTICLE,
    "empty": "the file is empty; expected a text in UTF-8 or GB18030",
    "pdf": "the file is a PDF document, not a text; expected a text in UTF-8 or GB18030",
    "prose": NO_ARTICLE,
}


def test_has_texts() -> None:
    """The golden texts are all there, and so are the broken ones."""
    assert len(text_files()) >= LEAST_TEXTS
    assert {path.stem for path in (TEXTS / "broken").iterdir()} == set(BROKEN)


@pytest.mark.parametrize("path", text_files(), ids=lambda path: path.stem)
def test_reads_as_recorded(path: Path) -> None:
    """A text gives the tree that was recorded for it (rewrite: `python -m tests.text_trees`)."""
    assert tree(path) == golden(path).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", BROKEN)
def test_refuses(name: str) -> None:
    """A text that cannot be used raises the one kind of error, with the whole sentence."""
    path = TEXTS / "broken" / f"{name}.txt"
    with pytest.raises(SourceError) as caught:
        parse(read_source(path))
    assert str(caught.value).partition(": ")[2] == f"{BROKEN[name]}."


@pytest.fixture(scope="module")
def shipped() -> Document:
    """Return the regulation that comes with the package."""
    (document,) = parse(read_source(SHIPPED))
    return document


def provision(document: Document, identity: str) -> Provision:
    """Return the provision of that id."""
    return next(one for one in document.walk() if one.id == identity)


def test_finds_the_structure_of_the_regulation(shipped: Document) -> None:
    """The shipped regulation has a preamble, 4 chapters and Articles 1 to 23 in order."""
    kinds = [one.kind for one in shipped.walk()]
    assert shipped.title == "纪检监察机关派驻机构工作规则"
    assert kinds[0] is ProvisionKind.PREAMBLE
    assert kinds.count(ProvisionKind.PREAMBLE) == 1
    chapters = [one.heading for one in shipped.walk() if one.kind is ProvisionKind.CHAPTER]
    assert chapters == ["总则", "组织设置", "领导体制", "工作职责"]
    assert [one.key for one in shipped.articles()] == ["preamble", *map(str, range(1, 24))]
    assert len(shipped.provisions[0].children) == 4


def test_finds_every_mark_of_a_list(shipped: Document) -> None:
    """`（一）`, `- （一）` and `(一)` are all marks of items; numbers start again in each list."""
    for article, paragraph in ((4, 1), (13, 2), (14, 1), (16, 1), (17, 1), (23, 1)):
        stem = provision(shipped, f"article/{article}/paragraph/{paragraph}")
        count = {16: 5, 23: 1}.get(article, 6)
        assert [one.number for one in stem.children] == list(range(1, count + 1))
        assert {one.kind for one in stem.children} == {ProvisionKind.ITEM}


def test_puts_the_broken_sentence_together(shipped: Document) -> None:
    """Article 8's sentence is one passage of two pieces, and says so."""
    broken = provision(shipped, "article/8/paragraph/1")
    assert broken.passage is not None
    assert "研究讨论管辖范围内" in broken.passage.text
    start = broken.passage.text.index("研究讨论")
    text = shipped.source.text
    spans = broken.passage.locate(start, start + 4)
    assert [text[span.start : span.end] for span in spans] == ["研究讨", "论"]
    (finding,) = [one for one in shipped.findings if one.kind is FindingKind.SENTENCE_BROKEN]
    assert finding.provision == broken.id


def test_reads_the_acts_and_bases(shipped: Document) -> None:
    """Approval and publication are events, and Article 1 names two bases."""
    assert shipped.events == (
        Event(kind="approved", date="2022-06-02", agent="中共中央政治局常委会会议"),
        Event(kind="published", date="2022-06-22", agent="中共中央办公厅"),
    )
    assert [(one.title, one.provision) for one in shipped.citations if one.basis] == [
        ("中国共产党纪律检查委员会工作条例", "article/1/paragraph/1"),
        ("中华人民共和国监察法", "article/1/paragraph/1"),
    ]


def test_reports_where_the_regulation_ends(shipped: Document) -> None:
    """The list of Article 23 is cut off, and the advertisement belongs to nothing."""
    findings = {one.kind: one for one in shipped.findings}
    assert set(findings) == {
        FindingKind.FOREIGN_TEXT,
        FindingKind.SENTENCE_BROKEN,
        FindingKind.SOURCE_CUT_OFF,
    }
    cut = findings[FindingKind.SOURCE_CUT_OFF]
    assert (cut.message, cut.provision) == (
        "The source ends inside the list of Article 23.",
        "article/23",
    )
    foreign = findings[FindingKind.FOREIGN_TEXT]
    assert len(foreign.spans) == 2
    assert shipped.provisions[-1].span.end <= foreign.spans[0].start


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("第一条 甲：\n（一）乙；", "The source ends inside the list of Article 1."),
        ("第一条 甲：", "The source ends inside the list of Article 1."),
        ("第一条 甲应当领导", "The source ends inside Article 1."),
        ("第一条 甲。\n乙应当领导", "The source ends inside Article 1."),
        ("第一条 甲。\n试读已结束", "The source ends inside Article 1."),
        ("第一条 甲。\n附件\n表格，", None),
        ("第一条 甲：\n（一）乙。", None),
        ("第一条 甲。\n甲市人民政府\n2020年1月2日", None),
        ("第一条", "The source ends inside Article 1."),
    ],
)
def test_sees_a_text_without_an_end(text: str, message: str | None) -> None:
    """An article that ends in mid-sentence or mid-list is told of, a signature is not."""
    (document,) = parse(make_source(text))
    found = [one.message for one in document.findings if one.kind is FindingKind.SOURCE_CUT_OFF]
    assert found == ([message] if message else [])


def test_names_further_documents() -> None:
    """The second regulation of a file is `name~2`; what concerns the file stands with the first."""
    first, second = parse(make_source("甲规则\n第一条 甲。\n乙规则\n第一条 乙。\n", name="laws"))
    assert (first.name, second.name) == ("laws", "laws~2")
    assert [one.kind for one in first.findings] == [FindingKind.SEVERAL_DOCUMENTS]
    assert second.findings == ()


def test_counts_what_it_leaves_out() -> None:
    """Many broken sentences, invisible characters and tables are told of in a sentence each."""
    text = "".join(f"第{n}条 甲\u200b，领\n导乙。\n" for n in range(1, 12)) + "| a |\n\n|b|\n丙。"
    (document,) = parse(make_source("规则\n" + text))
    assert [one.message for one in document.findings] == [
        "1 table was not read.",
        "Invisible or private-use characters were left out at 11 places.",
        "Line ends break sentences of 11 provisions; each was put together.",
    ]
