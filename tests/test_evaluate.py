"""Scoring what was read against statements written by hand."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from graph.errors import TableError
from graph.evaluate import (
    Articles,
    Choice,
    Claim,
    DocumentScore,
    Gold,
    GoldRow,
    Measure,
    Scores,
    Tally,
    claims_of_readings,
    claims_of_records,
    claims_of_table,
    evaluate,
    evaluate_all,
    read_gold,
    total,
)
from graph.evaluate.names import Naming
from graph.ontology import load_ontology
from graph.rdf import read_records
from graph.report import write_statements

if TYPE_CHECKING:
    from graph.model import Reading
    from graph.rdf import GraphStore

MEASURE = Measure.of(load_ontology())
HEADER = "document\tarticle\tsubject\trelation\tobject\tmodality\tlevel\tevidence\n"


def row(  # noqa: PLR0917  (a row of the table)
    subject: str,
    relation: str,
    target: str,
    modality: str = "declaration",
    level: str = "must",
    article: str = "1",
    document: str = "rules",
) -> GoldRow:
    """Return a row written by hand; names and modalities with bars between them."""
    return GoldRow(
        document=document,
        article=article,
        subject=MEASURE.naming.names([subject]),
        relation=relation,
        object=MEASURE.naming.names([target]),
        modalities=tuple(modality.split("|")),
        must=level == "must",
        evidence=f"{subject}—{target}",
        subject_name=subject.split("|", maxsplit=1)[0],
        object_name=target.split("|", maxsplit=1)[0],
    )


def claim(  # noqa: PLR0917  (as `row`)
    subject: str,
    relation: str,
    target: str,
    modality: str = "declaration",
    article: str = "1",
    document: str = "rules",
) -> Claim:
    """Return a statement that was found; names with bars between them."""
    return Claim(
        document=document,
        article=article,
        subject=MEASURE.naming.names([subject]),
        relation=relation,
        object=MEASURE.naming.names([target]),
        modality=modality,
        subject_name=subject.split("|", maxsplit=1)[0],
        object_name=target.split("|", maxsplit=1)[0],
        quote=f"{subject}…{target}",
        construction="A V B",
        entry="试",
    )


def scored(rows: list[GoldRow], claims: list[Claim]) -> DocumentScore:
    """Score what was found in one document."""
    return evaluate(rows, claims, measure=MEASURE, document="rules", source="rules")


def cases(score: DocumentScore) -> list[tuple[str, str, bool, str]]:
    """Return what is amiss: its kind, its subject, whether relaxed accepts it, what is near."""
    return [(one.kind.value, one.subject, one.relaxed, one.near) for one in score.cases]


# -- names ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("驻在单位的内设机构", "驻在单位内设机构"),
        ("党组（党委）", "党组(党委)"),
        ("“总局”", " 总局 "),
        ("各级有关审计机关", "审计机关"),
        ("地方各级审计机关", "地方审计机关"),
        ("省纪律检查委员会", "省纪委"),
        ("市人民代表大会常务委员会", "市人大常委会"),
        ("最高人民法院", "最高法"),
        ("中央人民政府办公会", "国务院办公会"),
    ],
)
def test_names_of_one_body(one: str, other: str) -> None:
    """What does not count, abbreviations and other names of a known body make no difference."""
    naming = MEASURE.naming
    assert naming.same(naming.names([one]), naming.names([other]))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("审计机关", "审计局"),
        ("下级审计机关", "审计机关"),
        ("各组", "组"),
        ("本级党委", "级党委"),
        ("内设审计机构", "单位内设审计机构"),
        ("", "总局"),
    ],
)
def test_names_of_two_bodies(one: str, other: str) -> None:
    """What changes the reference counts, and a filler before a single character stays."""
    naming = MEASURE.naming
    assert not naming.same(naming.names([one]), naming.names([other]))


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("内设审计机构", "单位内设审计机构", True),
        ("单位内设审计机构", "内设审计机构", True),
        ("国务院", "中央人民政府", True),
        ("单位内设审计机构", "单位", False),
        ("市局", "局", False),
    ],
)
def test_a_tail_of_a_name(one: str, other: str, *, alike: bool) -> None:
    """Relaxed, a name may be a tail of the other, of two characters at least; never a head."""
    naming = MEASURE.naming
    assert alike == naming.alike(naming.names([one]), naming.names([other]))


def test_the_longest_abbreviation_counts() -> None:
    """Of two abbreviations the longer one is undone first, whatever their order in the lexicon."""
    naming = Naming(short_forms={"工作委员会": "工委", "委员会": "委"})
    assert naming.plain("街道工作委员会") == "街道工委"
    assert list(MEASURE.naming.short_forms) == sorted(
        MEASURE.naming.short_forms, key=lambda long: (-len(long), long)
    )


# -- tables --------------------------------------------------------------------------------------


def test_a_table_written_by_hand(tmp_path: Path) -> None:
    """Names are split at bars, modalities too; quotation marks are no quoting; a mark may lead."""
    path = tmp_path / "gold.tsv"
    path.write_text(
        "\ufeff"
        + HEADER
        + "rules\t 3 \t甲机关 | 各甲机关\tleads\t乙机关\tobligation|declaration\tmust"
        '\t甲机关"领导\n\nrules\tpreamble\t甲机关\tleads\t丙机关\tpermission\tmay\n',
        encoding="utf-8",
    )
    gold = read_gold(path, MEASURE.naming, MEASURE.relations)
    assert gold.remarks == ()
    assert gold.documents == ("rules",)
    first, second = gold.rows
    assert (first.article, first.subject_name, first.evidence) == ("3", "甲机关", '甲机关"领导')
    assert first.subject == {"甲机关"}
    assert first.modalities == ("obligation", "declaration")
    assert (first.must, second.must) == (True, False)
    assert (second.article, second.evidence) == ("preamble", "")


def test_what_looks_mistaken_is_remarked_upon(tmp_path: Path) -> None:
    """A row with a relation, modality or level that is none counts as it stands, with a remark."""
    path = tmp_path / "gold.tsv"
    path.write_text(
        HEADER + "rules\t1\t甲机关\tleeds\t乙机关\tshall\tmsut\t甲\nrules\t1\t甲机关\tleads\t\t"
        "obligation\tmust\t甲\n",
        encoding="utf-8",
    )
    gold = read_gold(path, MEASURE.naming, MEASURE.relations)
    assert [one.must for one in gold.rows] == [False, True]
    assert gold.remarks == (
        f"{path}: line 2: leeds is no declared relation.",
        f"{path}: line 2: shall is no modality.",
        f"{path}: line 2: msut is neither must nor may, and is taken for may.",
        f"{path}: line 3: a statement needs a subject and an object.",
    )


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (None, "there is no such file"),
        (b"", "it has no column document, article, subject, relation, object, modality, level"),
        (b"document\tarticle\n", "it has no column subject, relation, object, modality, level"),
        (HEADER.encode() + b"\xff\xfe", "it is no text in UTF-8"),
        (
            HEADER.encode() + b"a" * 200_000,
            "it is no table (field larger than field limit (131072))",
        ),
    ],
    ids=["missing", "empty", "columns", "encoding", "no table"],
)
def test_a_table_that_cannot_be_used(tmp_path: Path, content: bytes | None, problem: str) -> None:
    """It is refused in one sentence: what, where, what was expected."""
    path = tmp_path / "gold.tsv"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(TableError) as caught:
        read_gold(path, MEASURE.naming, MEASURE.relations)
    assert str(caught.value) == (
        f"{path}: {problem}; expected a table with the columns document, article, subject, "
        "relation, object, modality, level."
    )


def test_a_folder_is_no_table(tmp_path: Path) -> None:
    """What the system says of a path that cannot be read is passed on."""
    with pytest.raises(TableError, match=r"directory; expected a table"):
        list(claims_of_table(tmp_path, MEASURE.naming))


def test_the_same_is_found_wherever_it_comes_from(
    reading: Reading, store: GraphStore, tmp_path: Path
) -> None:
    """A reading, its dataset and its table make the same claims; the table names no entry."""
    write_statements([reading], tmp_path / "statements.csv")
    read = list(claims_of_readings([reading], MEASURE.naming))
    asked = list(claims_of_records(read_records(store), MEASURE.naming))
    listed = list(claims_of_table(tmp_path / "statements.csv", MEASURE.naming))
    assert len(read) == len(reading.statements)
    assert read == asked
    assert [one.quote for one in read] == [one.quote for one in listed]
    assert [(one.subject, one.object, one.article) for one in read] == [
        (one.subject, one.object, one.article) for one in listed
    ]
    assert {one.entry for one in read} != {""} == {one.entry for one in listed}


# -- scores --------------------------------------------------------------------------------------


def test_what_counts_as_what() -> None:
    """Right matches a must row, may counts in nothing, wrong matches no row; each once."""
    score = scored(
        [
            row("甲机关|甲总机关", "leads", "乙机关", "obligation|declaration"),
            row("甲机关", "leads", "丙机关"),
            row("甲机关", "leads", "丁机关", level="may"),
            row("甲机关", "guides", "乙机关"),
        ],
        [
            claim("甲机关", "leads", "乙机关", "obligation"),
            claim("甲机关", "leads", "乙机关", "permission"),  # the same once more
            claim("甲机关", "leads", "丁机关"),
            claim("甲机关", "leads", "戊机关"),
            claim("甲机关", "leads", "丙机关", article="2"),
            claim("甲机关", "guides", "乙机关", "permission"),
        ],
    )
    assert score.relations == {
        "leads": Scores(
            strict=Tally(right=1, wrong=2, may=1, hit=1, missed=1, agreed=1),
            relaxed=Tally(right=1, wrong=2, may=1, hit=1, missed=1, agreed=1),
        ),
        "guides": Scores(strict=Tally(right=1, hit=1), relaxed=Tally(right=1, hit=1)),
    }
    assert score.elsewhere == 1
    strict = score.scores.strict
    assert (strict.found, strict.precision) == (5, 0.5)
    assert strict.recall == pytest.approx(2 / 3)
    assert strict.f1 == pytest.approx(4 / 7)
    assert strict.modality == 0.5


def test_a_must_row_before_a_may_row() -> None:
    """What matches a row of either level is right, and takes the modality of the must row."""
    rows = [
        row("甲机关", "leads", "乙机关", "prohibition", level="may"),
        row("甲机关|丙机关", "leads", "乙机关", "obligation"),
        row("甲机关", "leads", "乙机关|丁机关", "permission"),
    ]
    score = scored(rows, [claim("甲机关", "leads", "乙机关", "permission")])
    assert score.scores.strict == Tally(right=1, hit=2)
    assert [(one.kind.value, one.near) for one in score.cases] == [
        ("modality", "accepted: obligation")
    ]


def test_a_symmetric_relation_has_no_direction() -> None:
    """Acting together is found either way round; leading is not, and is counted as reversed."""
    for relation, expected in (("cooperatesWith", (1, 0, 0)), ("leads", (0, 1, 1))):
        score = scored([row("甲机关", relation, "乙机关")], [claim("乙机关", relation, "甲机关")])
        found = score.scores
        assert (found.strict.right, found.strict.wrong, found.reversed) == expected


def test_a_reversed_may_row_counts_as_reversed() -> None:
    """The direction is wrong even where the statement need not have been found."""
    rows = [row("甲机关", "leads", "乙机关", level="may")]
    assert scored(rows, [claim("总乙机关", "leads", "甲机关")]).scores.reversed == 1


def test_relaxed_accepts_tails() -> None:
    """A name that is a tail of the other's is wrong strictly and right relaxed."""
    score = scored([row("单位审计机构", "leads", "乙机关")], [claim("审计机构", "leads", "乙机关")])
    assert score.scores.strict == Tally(wrong=1, missed=1)
    assert score.scores.relaxed == Tally(right=1, hit=1, agreed=1)
    assert cases(score) == [
        ("missed", "单位审计机构", True, "names differ: 审计机构 leads 乙机关"),
        ("wrong", "审计机构", True, "names differ: 单位审计机构 leads 乙机关"),
    ]


@pytest.mark.parametrize(
    ("found", "near"),
    [
        (claim("乙机关", "leads", "甲机关"), "reversed: 乙机关 leads 甲机关"),
        (claim("甲机关", "guides", "乙机关"), "other relation: 甲机关 guides 乙机关"),
        (claim("甲机关", "leads", "丙机关"), "other object: 甲机关 leads 丙机关"),
        (claim("丙机关", "leads", "乙机关"), "other subject: 丙机关 leads 乙机关"),
        (
            claim("乙机关", "reportsTo", "甲机关"),
            "reversed, other relation: 乙机关 reportsTo 甲机关",
        ),
        (claim("丙机关", "leads", "丁机关"), ""),
        (claim("甲机关", "guides", "丙机关"), ""),
        (claim("甲机关", "leads", "丙机关", article="2"), ""),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_comes_nearest(found: Claim, near: str) -> None:
    """A miss tells what comes nearest to it in its article."""
    score = scored([row("甲机关", "leads", "乙机关")], [found])
    assert score.cases[0].kind.value == "missed"
    assert score.cases[0].near == near


def test_the_nearest_is_preferred() -> None:
    """Of several the one that shares most is told, whatever their order."""
    found = [claim("甲机关", "leads", "丙机关"), claim("乙机关", "leads", "甲机关")]
    for claims in (found, found[::-1]):
        score = scored([row("甲机关", "leads", "乙机关")], claims)
        assert score.cases[0].near == "reversed: 乙机关 leads 甲机关"


def test_an_error_names_construction_and_entry() -> None:
    """What is wrong is listed with its words, its construction and its lexical entry."""
    (case,) = scored([], [claim("甲机关", "leads", "乙机关")]).cases
    assert (case.words, case.construction, case.entry) == ("甲机关…乙机关", "A V B", "试")


def test_nothing_gives_no_score() -> None:
    """Where there is nothing to divide the ratios are 0, and nothing fails."""
    tally = scored([], []).scores.strict
    assert (tally.precision, tally.recall, tally.f1, tally.modality) == (0.0, 0.0, 0.0, 0.0)


def test_relations_stand_in_their_order() -> None:
    """Relations are listed as they are declared, one that is not declared comes last."""
    claims = [claim("甲机关", name, "乙机关") for name in ("zeals", "guides", "leads")]
    may = [row("甲机关", "manages", "丙机关", level="may")]
    assert list(scored(may, claims).relations) == ["leads", "guides", "zeals"]


def test_counts_add_up() -> None:
    """The counts of documents together are sums, and the ratios those of the sums."""
    one = Scores(strict=Tally(right=1, hit=1, agreed=1), reversed=1)
    other = Scores(strict=Tally(wrong=1, may=1, missed=1), reversed=2)
    both = total([one, other])
    assert both == Scores(
        strict=Tally(right=1, wrong=1, may=1, hit=1, missed=1, agreed=1), reversed=3
    )
    assert both.strict.precision == 0.5


# -- what is scored ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "inside", "outside"),
    [
        ("1-3,7", ["1", "3", "7"], ["4", "0", "2-1", "preamble", ""]),
        ("preamble, 2", ["preamble", "2"], ["1"]),
    ],
)
def test_articles(text: str, inside: list[str], outside: list[str]) -> None:
    """Articles are ranges with both ends and the preamble by name."""
    articles = Articles.parse(text)
    assert all(article in articles for article in inside)
    assert not any(article in articles for article in outside)


@pytest.mark.parametrize("text", ["", "3-1", "1-", "第三条", "1,,2", "-1", "1—2"])
def test_what_is_no_list_of_articles(text: str) -> None:
    """Anything else is refused."""
    with pytest.raises(ValueError, match=r"runs backwards|is no article"):
        Articles.parse(text)


GOLD = Gold(
    rows=(
        row("甲机关", "leads", "乙机关", document="one"),
        row("甲机关", "leads", "丙机关", document="one", article="2"),
        row("甲机关", "leads", "丁机关", document="two"),
    )
)
FOUND = {
    "one": [claim("甲机关", "leads", "乙机关"), claim("甲机关", "leads", "丙机关", article="2")],
    "two": [],
}


def chosen(found: dict[str, list[Claim]], choice: Choice) -> list[tuple[str, str, int, int]]:
    """Return the documents scored, each with its name, its right ones and its misses."""
    scores = evaluate_all(GOLD, found, MEASURE, choice=choice, path=Path("gold.tsv"))
    return [
        (one.document, one.source, one.scores.strict.right, one.scores.strict.missed)
        for one in scores
    ]


def test_each_document_is_scored_by_itself() -> None:
    """A document of the table goes with the one of its name, even if nothing was found there."""
    assert chosen(FOUND, Choice()) == [("one", "one", 2, 0), ("two", "two", 0, 1)]


def test_some_documents_and_articles() -> None:
    """Documents and articles can be chosen, articles for one document or for all others."""
    two = Articles.parse("2")
    assert chosen(FOUND, Choice(documents={"two": None})) == [("two", "two", 0, 1)]
    assert chosen(FOUND, Choice(articles={None: two})) == [
        ("one", "one", 1, 0),
        ("two", "two", 0, 0),
    ]
    assert chosen(FOUND, Choice(articles={"one": two})) == [
        ("one", "one", 1, 0),
        ("two", "two", 0, 1),
    ]
    both = {None: two, "one": Articles.parse("1")}
    assert chosen(FOUND, Choice(articles=both))[0] == ("one", "one", 1, 0)


def test_a_document_of_another_name() -> None:
    """A name can be given; without one, a single document goes with a single document."""
    alone = {"laws": FOUND["one"]}
    assert chosen(FOUND, Choice(documents={"two": "one"})) == [("two", "one", 0, 1)]
    assert chosen(alone, Choice(documents={"one": None})) == [("one", "laws", 2, 0)]


@pytest.mark.parametrize(
    ("found", "choice", "message"),
    [
        (
            {"laws": []},
            Choice(),
            (
                "no document that was read is called one; expected one of laws "
                "(--document one=NAME says which)."
            ),
        ),
        (
            {},
            Choice(documents={"one": "laws"}),
            "no document that was read is called laws; expected a document with statements.",
        ),
        (
            FOUND,
            Choice(documents={"six": None}),
            "it has no document six; expected one of one, two.",
        ),
        (
            FOUND,
            Choice(articles={"six": Articles.parse("1")}),
            "it has no document six; expected one of one, two.",
        ),
    ],
    ids=["not read", "no such name", "not written", "articles of none"],
)
def test_a_document_that_is_missing(
    found: dict[str, list[Claim]], choice: Choice, message: str
) -> None:
    """A document that one side does not have is told in one sentence."""
    with pytest.raises(TableError) as caught:
        chosen(found, choice)
    assert str(caught.value) == f"gold.tsv: {message}"


def test_an_empty_table_is_refused() -> None:
    """A table without any statement scores nothing."""
    with pytest.raises(TableError, match="it has no statement"):
        evaluate_all(Gold(rows=()), FOUND, MEASURE, choice=Choice(), path=Path("gold.tsv"))
