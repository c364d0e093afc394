"""What a build tells people: the table, the report, the coverage, the summary."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from pathlib import Path

import pytest

from graph.model import (
    Body,
    Document,
    Finding,
    FindingKind,
    Modality,
    Passage,
    Piece,
    Provision,
    ProvisionKind,
    ReadClause,
    Reading,
    Role,
    Source,
    Span,
    Statement,
)
from graph.report import (
    COLUMNS,
    Coverage,
    account,
    cover,
    record,
    summary,
    write_record,
    write_statements,
)

TEXT = (
    "通知：各单位支持甲机关工作。\n"
    "第一条　甲机关领导乙机关，经批\n\n准支持丙单位。\n"
    "第二条　丁机关不得管理甲机关；戊机关天天联系、督促。\n"
)


def span(words: str) -> Span:
    """Return the place of the only occurrence of `words` in the text."""
    assert TEXT.count(words) == 1
    return Span(start=TEXT.index(words), end=TEXT.index(words) + len(words))


def article(key: str, label: str, *runs: str) -> Provision:
    """Return an article (or the preamble) whose one passage is read from `runs` of the text."""
    spans = [span(run) for run in runs]
    pieces = tuple(
        Piece(
            offset=sum(len(run) for run in runs[:index]),
            start=place.start,
            length=place.end - place.start,
        )
        for index, place in enumerate(spans)
    )
    start = TEXT.index(label) if label else spans[0].start
    return Provision(
        id=key,
        kind=ProvisionKind.ARTICLE if label else ProvisionKind.PREAMBLE,
        label=label,
        number=int(key.rpartition("/")[2]) if label else None,
        span=Span(start=start, end=spans[-1].end),
        passage=Passage(text="".join(runs), pieces=pieces),
    )


def statement(
    key: str,
    subject: Body,
    relation: str,
    target: Body,
    *evidence: str,
    modality: Modality = Modality.DECLARATION,
    conditions: tuple[str, ...] = (),
) -> Statement:
    """Return a statement of the article `key` that rests on the words `evidence`."""
    return Statement(
        document="notice",
        article=key,
        provision=key,
        subject=subject,
        relation=relation,
        object=target,
        modality=modality,
        conditions=conditions,
        evidence=tuple(span(words) for words in evidence),
        construction="active",
    )


FIRST = Body(name="甲机关", other_names=("甲", "甲办公室"))
SECOND = Body(name="乙机关")
THIRD = Body(name="丙单位", relative=True)
FOURTH = Body(name="丁机关")

PREAMBLE = article("preamble", "", "通知：各单位支持甲机关工作。")
ARTICLE_1 = article("article/1", "第一条", "甲机关领导乙机关，经批", "准支持丙单位。")
ARTICLE_2 = article("article/2", "第二条", "丁机关不得管理甲机关；戊机关天天联系、督促。")


def clause(provision: Provision, words: str, role: Role, note: str = "") -> ReadClause:
    """Return the clause of a provision that has these words."""
    assert provision.passage is not None
    start = provision.passage.text.index(words)
    end = start + len(words)
    return ReadClause(provision.id, provision.id, provision.passage, start, end, role, note)


READING = Reading(
    document=Document(
        name="notice",
        title="通知",
        source=Source(
            name="notice",
            text=TEXT,
            sha256="0" * 64,
            encoding="gb18030",
            findings=(
                Finding(
                    kind=FindingKind.ENCODING_GUESSED,
                    message="The text is not UTF-8; it was read as GB18030.",
                    document="notice",
                ),
            ),
        ),
        provisions=(PREAMBLE, ARTICLE_1, ARTICLE_2),
        findings=(
            Finding(
                kind=FindingKind.SENTENCE_BROKEN,
                message="A blank line breaks a sentence of Article 1.",
                document="notice",
                provision="article/1",
                spans=(span("\n\n"),),
            ),
        ),
    ),
    bodies=(FIRST, FOURTH, THIRD, SECOND),
    statements=(
        statement("article/1", FIRST, "leads", SECOND, "甲机关领导乙机关"),
        statement(
            "article/1",
            FIRST,
            "supports",
            THIRD,
            "经批",
            "准支持丙单位",
            conditions=("经批准", "定期"),
        ),
        statement(
            "article/2",
            FOURTH,
            "manages",
            FIRST,
            "丁机关不得管理甲机关",
            modality=Modality.PROHIBITION,
        ),
    ),
    clauses=(
        clause(PREAMBLE, "各单位支持甲机关工作", Role.PRINCIPLE),
        clause(ARTICLE_1, "甲机关领导乙机关", Role.EVIDENCE),
        # Nested in the next clause, so that its characters count as evidence.
        clause(ARTICLE_1, "经批准", Role.CONDITION),
        clause(ARTICLE_1, "经批准支持丙单位", Role.EVIDENCE),
        clause(ARTICLE_2, "丁机关不得管理甲机关", Role.EVIDENCE),
        clause(ARTICLE_2, "戊机关天天联系、督促", Role.UNREAD, "no object"),
    ),
    findings=(
        Finding(
            kind=FindingKind.RELATION_UNREAD,
            message="联系 yields no statement.",
            document="notice",
            provision="article/2",
            spans=(span("联系"),),
        ),
    ),
)


def rows(path: Path) -> list[dict[str, str]]:
    """Return the rows of a table as a spreadsheet would read them."""
    with path.open(encoding="utf-8-sig", newline="") as handle:
        return list(csv.DictReader(handle))


def test_the_table_has_the_columns_and_one_row_a_statement(tmp_path: Path) -> None:
    """Columns and rows stand in the order agreed upon, every cell with the exact words."""
    path = tmp_path / "statements.csv"
    write_statements([READING], path)
    assert path.read_bytes().startswith("\ufeffdocument,article,provision,subject,".encode())
    read = rows(path)
    assert tuple(read[0]) == COLUMNS == (
        "document", "article", "provision", "subject", "relation", "object", "modality",
        "conditions", "quote", "start", "end", "subject_names", "object_names", "construction",
    )  # fmt: skip
    assert [tuple(row.values()) for row in read] == [
        ("notice", "1", "article/1", "甲机关", "leads", "乙机关", "declaration", "",
         "甲机关领导乙机关", "19", "27", "甲|甲办公室", "", "active"),
        ("notice", "1", "article/1", "甲机关", "supports", "丙单位", "declaration", "经批准|定期",
         "经批\n\n准支持丙单位", "28", "38", "甲|甲办公室", "", "active"),
        ("notice", "2", "article/2", "丁机关", "manages", "甲机关", "prohibition", "",
         "丁机关不得管理甲机关", "44", "54", "", "甲|甲办公室", "active"),
    ]  # fmt: skip


def test_quotes_of_the_table_are_the_text_between_start_and_end(tmp_path: Path) -> None:
    """A quote read back from the table is `source[start:end]`, line breaks included."""
    write_statements([READING], tmp_path / "t.csv")
    for row in rows(tmp_path / "t.csv"):
        assert TEXT[int(row["start"]) : int(row["end"])] == row["quote"]


def test_the_preamble_is_named_as_such(tmp_path: Path) -> None:
    """A statement before the first article has `preamble` for its article."""
    stated = statement("preamble", SECOND, "supports", FIRST, "各单位支持甲机关工作")
    write_statements([replace(READING, statements=(stated,))], tmp_path / "t.csv")
    assert [row["article"] for row in rows(tmp_path / "t.csv")] == ["preamble"]


@pytest.mark.parametrize("name", ["=1+1", "+甲", "-甲", "@甲", '甲"乙', "甲,乙", "甲\r\n乙"])
def test_hostile_names_stay_as_they_are(tmp_path: Path, name: str) -> None:
    """A cell that a spreadsheet could misread is neither altered nor able to break the row."""
    stated = statement("article/1", Body(name=name), "leads", SECOND, "甲机关领导乙机关")
    write_statements([replace(READING, statements=(stated,))], tmp_path / "t.csv")
    assert [row["subject"] for row in rows(tmp_path / "t.csv")] == [name]


def test_coverage_counts_each_character_once() -> None:
    """A condition inside evidence counts as evidence; marks between clauses are `other`."""
    assert [
        (
            part.provision.id,
            part.coverage.total,
            part.coverage.other,
            dict(part.coverage.characters),
        )
        for part in cover(READING)
    ] == [
        ("preamble", 14, 4, {**dict.fromkeys(Role, 0), Role.PRINCIPLE: 10}),
        ("article/1", 18, 2, {**dict.fromkeys(Role, 0), Role.EVIDENCE: 16}),
        ("article/2", 22, 2, {**dict.fromkeys(Role, 0), Role.EVIDENCE: 10, Role.UNREAD: 10}),
    ]


def test_coverage_names_the_clauses_left_unread() -> None:
    """An article lists its own unread clauses and no other clause."""
    assert [[clause.note for clause in part.unread] for part in cover(READING)] == [
        [],
        [],
        ["no object"],
    ]


def test_the_share_of_an_empty_text_is_nothing() -> None:
    """A text without characters has no share of anything, and no division by zero."""
    assert Coverage(total=0, characters={}).share(Role.EVIDENCE) == 0.0


def test_the_report_counts_and_places_everything(tmp_path: Path) -> None:
    """The whole report of a small text, as it is read back from the file."""
    write_record([READING], tmp_path / "report.json")
    written = (tmp_path / "report.json").read_text(encoding="utf-8")
    report = json.loads(written)
    assert report["counts"] == {
        "articles": 2,
        "bodies": 4,
        "denied": 1,
        "documents": 1,
        "findings": 3,
        "statements": 3,
    }
    assert report["characters"] == {
        "total": 54,
        "other": 8,
        **dict.fromkeys(("definition", "duty", "citation", "condition"), 0),
        "evidence": 26,
        "principle": 10,
        "unread": 10,
    }
    (document,) = report["documents"]
    assert document["source"] == {"sha256": "0" * 64, "encoding": "gb18030"}
    assert document["relations"] == {"leads": 1, "manages": 1, "supports": 1}
    assert document["modalities"] == {"declaration": 2, "prohibition": 1}
    assert [
        (part["article"], part["label"], part["statements"], part["unread"])
        for part in document["articles"]
    ] == [
        ("preamble", "", 0, []),
        ("1", "第一条", 2, []),
        (
            "2",
            "第二条",
            1,
            [
                {
                    "note": "no object",
                    "provision": "article/2",
                    "quote": "戊机关天天联系、督促",
                    "spans": [[55, 65]],
                },
            ],
        ),
    ]
    assert [(finding["kind"], finding["places"]) for finding in report["findings"]] == [
        ("encoding-guessed", []),
        ("sentence-broken", [{"start": 30, "end": 32, "line": 2, "quote": "\n\n"}]),
        ("relation-unread", [{"start": 60, "end": 62, "line": 5, "quote": "联系"}]),
    ]
    assert list(report) == sorted(report)
    assert "通知" in written


def test_documents_of_one_file_share_its_findings_and_bodies() -> None:
    """A file's finding and an absolute body count once, a relative body in each document."""
    again = replace(READING, document=replace(READING.document, name="notice~2"))
    counts = record([READING, again])["counts"]
    assert counts == {
        "articles": 4,
        "bodies": 5,
        "denied": 2,
        "documents": 2,
        "findings": 3,
        "statements": 6,
    }


def test_the_summary_says_what_was_found_and_what_was_not() -> None:
    """The whole summary of a small build."""
    out = Path("out")
    names = ("graph.trig", "statements.csv", "graph.html", "report.json")
    result = account([READING], out=out, files=[out / name for name in names])
    assert summary(result).splitlines() == [
        "Read 1 document: 2 articles, 4 bodies, 3 statements (1 of them denied).",
        (
            "Of the text of the articles, 48% states relations, 33% was read as something else, "
            "19% was left unread."
        ),
        "",
        "3 findings:",
        "  notice: The text is not UTF-8; it was read as GB18030.",
        "  notice article/1: A blank line breaks a sentence of Article 1.",
        "  notice article/2: 联系 yields no statement.",
        "",
        "1 clause left unread:",
        "  notice 第二条「戊机关天天联系、督促」 (no object)",
        "",
        "Written to out:",
        "  graph.trig      the dataset",
        "  statements.csv  the statements as a table",
        "  graph.html      the page",
        "  report.json     counts, findings, coverage of every article",
    ]


def test_the_summary_of_much_is_short() -> None:
    """Of more than twenty findings the summary gives each kind, its number and its first one."""
    gaps = tuple(
        Finding(kind=FindingKind.NUMBERING_GAP, message=f"Gap {number}.", document="notice")
        for number in range(1300)
    )
    many = replace(READING, document=replace(READING.document, findings=gaps))
    lines = summary(account([many], out=Path("out"), files=[Path("out/graph.trig")])).splitlines()
    assert lines[2:7] == [
        "",
        "1,302 findings; report.json lists them all:",
        "  1,300 × numbering-gap, first notice: Gap 0.",
        "  1 × encoding-guessed, first notice: The text is not UTF-8; it was read as GB18030.",
        "  1 × relation-unread, first notice article/2: 联系 yields no statement.",
    ]


def test_a_long_clause_is_cut_and_stays_in_its_line() -> None:
    """Of a clause left unread the first forty characters are shown, without its line breaks."""
    passage = Passage(text=TEXT, pieces=(Piece(offset=0, start=0, length=len(TEXT)),))
    whole = READING.clauses[-1]._replace(passage=passage, start=0, end=len(TEXT))
    long = replace(READING, clauses=(whole,))
    result = account([long], out=Path("out"), files=[Path("out/graph.trig")])
    start = " ".join(TEXT.split())[:40]
    assert f"  notice 第二条「{start}…」 (no object)" in summary(result).splitlines()


def test_a_list_of_twenty_is_given_in_full() -> None:
    """Twenty clauses are listed one by one, twenty-one are not."""
    for number, heading in (
        (20, "20 clauses left unread:"),
        (21, "21 clauses left unread; report.json lists them all:"),
    ):
        many = replace(READING, clauses=READING.clauses[-1:] * number)
        result = account([many], out=Path("out"), files=[Path("out/graph.trig")])
        lines = summary(result).splitlines()
        assert heading in lines
        unread = [line for line in lines if "「戊机关天天联系、督促」" in line]
        assert len(unread) == (20 if number == 20 else 1)


def test_a_clean_build_has_no_list_of_findings() -> None:
    """Where nothing is to be told, no empty heading stands in the summary."""
    document = replace(
        READING.document,
        findings=(),
        source=replace(READING.document.source, findings=()),
    )
    clean = replace(READING, document=document, findings=(), clauses=())
    text = summary(account([clean], out=Path("out"), files=[Path("out/graph.trig")]))
    assert text.splitlines()[1] == ""
    assert "finding" not in text
    assert "clause" not in text
