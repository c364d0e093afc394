"""`institution-graph path`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from graph.build import build
from graph.cli import main
from graph.rdf import write_dataset
from tests.factories import (
    make_body,
    make_document,
    make_reading,
    make_statement,
    sample_reading,
)

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the path of the sample as a dataset."""
    path = tmp_path_factory.mktemp("path") / "graph.trig"
    write_dataset([sample_reading()], path)
    return str(path)


@pytest.fixture(scope="module")
def twice(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the path of a dataset of two documents that say the same."""
    path = tmp_path_factory.mktemp("path") / "two.trig"
    write_dataset([sample_reading(), sample_reading("other")], path)
    return str(path)


def path(graph: str, *arguments: str) -> Result:
    """Run the command."""
    return CliRunner().invoke(main, ["path", *arguments, "--graph", graph])


def test_every_hop_is_proved(graph: str) -> None:
    """Each hop is printed with its relations, their direction, article, modality and words."""
    result = path(graph, "组长", "总局")
    expected = """\
组长 → 理事会 → 监察组 → 总局 (3 hops)
  1. 组长 —是…的成员→ 理事会
       第五条（直接规定；按照规定）：“组长按照规定担任理事会成员”
  2. 理事会 —领导→ 监察组
       第四条（直接规定）：“监察组的领导机构是理事会”
  3. 监察组 ←派出— 总局
       第二条（可以）：“总局可以向重点单位派驻监察组”
     监察组 ←领导— 总局
       第六条（应当）：“总局应当领导分局和监察组”
     监察组 —向…报告→ 总局
       第五条（应当；定期）：“监察组应当定期向总局报告工作”
"""
    assert (0, expected, "") == (result.exit_code, result.stdout, result.stderr)


def test_parallel_statements_are_all_cited(graph: str) -> None:
    """What two articles state is one hop with two citations."""
    result = path(graph, "总局", "分局", "--via", "领导")
    expected = """\
总局 → 分局 (1 hop)
  1. 总局 —领导→ 分局
       第一条（直接规定）：“总局领导分局”
       第六条（应当）：“总局应当领导分局和监察组”
"""
    assert expected == result.stdout


def test_a_symmetric_relation_has_no_arrow(graph: str) -> None:
    """Cooperation is shown without direction."""
    result = path(graph, "审计处", "监察组", "--via", "cooperatesWith")
    assert "  1. 审计处 —与…协作配合— 监察组\n" in result.stdout


def test_several_documents_are_told_apart(twice: str) -> None:
    """With more than one document, a citation names its document."""
    result = path(twice, "总局", "分局", "--via", "leads")
    assert 4 == result.stdout.count("《样例规则》")


def test_all_paths_are_numbered_shorter_ones_first(graph: str) -> None:
    """With --all every path is printed, and how many there are."""
    result = path(graph, "组长", "总局", "--all", "--directed")
    titles = [line for line in result.stdout.splitlines() if line.startswith("[")]
    assert [
        "[1] 组长 → 理事会 → 监察组 → 总局 (3 hops)",
        "[2] 组长 → 理事会 → 监察组 → 审计处 → 总局 (4 hops)",
    ] == titles
    assert "2 paths\n" == result.stderr


def test_the_length_is_bounded(graph: str) -> None:
    """With --max longer paths are left out."""
    result = path(graph, "组长", "总局", "--all", "--directed", "--max", "3")
    assert "1 path\n" == result.stderr


def test_the_number_is_bounded(graph: str) -> None:
    """With --limit the rest is left out, and that is said."""
    result = path(graph, "组长", "总局", "--all", "--directed", "--limit", "1")
    assert 1 == result.stdout.count("[")
    assert "1 path\nThere are more; --limit shows more than 1.\n" == result.stderr


def test_a_denied_relation_carries_no_path(graph: str) -> None:
    """What is forbidden is not followed, in either direction."""
    for arguments in (("监察组", "重点单位", "--directed"), ("重点单位", "监察组")):
        result = path(graph, *arguments, "--via", "manages")
        assert (0, "") == (result.exit_code, result.stdout)


@pytest.mark.parametrize(
    ("arguments", "remarks"),
    [
        (
            ["分局", "组长", "--directed"],
            [
                "There is no path from 分局 to 组长.",
                "With --undirected there is one of 4 hops.",
            ],
        ),
        (
            ["组长", "分局", "--via", "memberOf,leads", "--directed"],
            [
                "There is no path from 组长 to 分局.",
                "The nearest bodies that can be reached are 理事会、监察组.",
                "With --undirected there is one of 4 hops.",
            ],
        ),
        (
            ["组长", "总局", "--max", "2", "--directed"],
            [
                "There is no path of at most 2 hops from 组长 to 总局.",
                (
                    "The nearest bodies that can be reached are "
                    "理事会、监察组、重点单位、审计处、总局."
                ),
            ],
        ),
        (["总局", "国家样例总局"], ["总局 and 总局 are one body."]),
    ],
    ids=["none", "others", "bounded", "itself"],
)
def test_no_path(graph: str, arguments: list[str], remarks: list[str]) -> None:
    """That there is no path is an answer, with what there is instead."""
    result = path(graph, *arguments)
    assert (0, "", remarks) == (result.exit_code, result.stdout, result.stderr.splitlines())


def test_json_has_everything(graph: str) -> None:
    """For programs, every statement of a hop comes with its IRI, provision and offsets."""
    result = path(graph, "监察组", "总局", "--format", "json", "--via", "reportsTo")
    root = "https://w3id.org/institution-graph/"
    data = json.loads(result.stdout)
    (found,) = data["paths"]
    (hop,) = found["hops"]
    (statement,) = hop["statements"]
    assert {"name": "监察组", "iri": f"{root}body/监察组"} == data["from"] == hop["from"]
    assert {"name": "总局", "iri": f"{root}body/总局"} == data["to"] == hop["to"]
    assert 1 == found["length"]
    assert statement.pop("statement").startswith(f"{root}statement/")
    quotes = statement.pop("quotes")
    assert ["监察组应当定期向总局报告工", "作"] == [quote["text"] for quote in quotes]
    assert [13, 1] == [quote["end"] - quote["start"] for quote in quotes]
    assert {
        "subject": data["from"],
        "relation": "reportsTo",
        "object": data["to"],
        "modality": "obligation",
        "conditions": ["定期"],
        "document": "sample",
        "article": "5",
        "article_label": "第五条",
        "provisions": [f"{root}document/sample/article/5/paragraph/1"],
        "inferred": False,
        "forward": True,
    } == statement


def test_json_without_a_path(graph: str) -> None:
    """Without a path there is an empty list."""
    result = path(graph, "分局", "组长", "--directed", "--format", "json")
    assert [] == json.loads(result.stdout)["paths"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ["监查组", "总局"],
            "no body of the graph is named 监查组; the nearest names are 监察组.",
        ),
        (
            ["总局", "同级党委"],
            (
                "2 bodies are named 同级党委: doc:other/body/同级党委, doc:sample/body/同级党委; "
                "expected a document."
            ),
        ),
        (
            ["总局", "分局", "--via", "leads,autority"],
            "no relation or group of relations is named autority; the nearest are authority.",
        ),
    ],
    ids=["body", "several", "relation"],
)
def test_errors_are_one_sentence(twice: str, arguments: list[str], message: str) -> None:
    """What is not known is told in one sentence, with exit code 1."""
    result = path(twice, *arguments)
    assert (1, "", f"Error: {message}\n") == (result.exit_code, result.stdout, result.stderr)


def test_a_document_chooses_among_relative_names(twice: str) -> None:
    """With --document the name is that of one document."""
    result = path(twice, "同级党委", "分局", "--document", "sample", "--format", "json")
    assert json.loads(result.stdout)["from"]["iri"].endswith("document/sample/body/同级党委")


def test_a_memo_is_markdown(graph: str) -> None:
    """With --format markdown hops are numbered and cite document and article."""
    result = path(graph, "监察组", "总局", "--via", "reportsTo", "--format", "markdown")
    heading, _, hop, cited, *_ = result.stdout.splitlines()
    assert "## 监察组 → 总局 (1 hop)" == heading
    assert "1. **监察组** —向…报告→ **总局**" == hop
    assert cited.startswith(
        "   - 《样例规则》第五条：「监察组应当定期向总局报告工作」（应当；定期；"
    )


def test_duties_alone(graph: str) -> None:
    """With --modality only what is stated so is followed."""
    result = path(graph, "总局", "分局", "--via", "leads", "--modality", "obligation")
    assert ["第六条"] == [line.strip()[:3] for line in result.stdout.splitlines() if "“" in line]
    refused = path(graph, "总局", "分局", "--modality", "prohibition")
    assert 2 == refused.exit_code


def test_what_is_denied_is_told_where_it_blocks(graph: str) -> None:
    """No path is carried by it, and the words that deny it are shown."""
    result = path(graph, "监察组", "重点单位", "--via", "manages", "--directed")
    assert "" == result.stdout
    assert [
        "There is no path from 监察组 to 重点单位.",
        ("Denied, and therefore no way: 监察组 管理 重点单位, 第二条（不得）：“不得管理重点单位”."),
    ] == result.stderr.splitlines()


def test_backward_goes_up(graph: str) -> None:
    """With --backward the way goes from who is led to who leads."""
    result = path(graph, "分局", "总局", "--via", "leads", "--backward")
    assert result.stdout.startswith("分局 → 总局 (1 hop)\n  1. 分局 ←领导— 总局\n")
    assert "" == path(graph, "总局", "分局", "--via", "leads", "--backward").stdout


def test_what_is_inferred_is_followed_and_shown_as_such(tmp_path: Path) -> None:
    """With --inferred a consequence is a hop with its proof; without, there is no path."""
    build(out=tmp_path)
    whole = str(tmp_path / "graph.trig")
    arguments = ("派出机关", "派驻纪检监察组", "--via", "leads", "--directed")
    assert "" == path(whole, *arguments).stdout
    for strongest in ([], ["--strongest"]):
        result = path(whole, *arguments, "--inferred", *strongest)
        assert "派出机关 → 派驻纪检监察组 (1 hop, 1 inferred)\n" in result.stdout
        assert "推论（依类推及；直接规定）\n         据 派出机关 领导 派驻机构" in result.stdout


def test_the_strongest_is_one(graph: str) -> None:
    """--strongest and --all do not go together."""
    result = path(graph, "总局", "分局", "--strongest", "--all")
    assert (2, "") == (result.exit_code, result.stdout)


def test_control_characters_are_not_printed(tmp_path: Path) -> None:
    """Words that would act on a terminal are shown with a mark instead."""
    document = make_document({1: ["甲\x1b[31m领导乙。"]})
    words = make_statement(
        document, 1, make_body("甲"), "leads", make_body("乙"), "甲\x1b[31m领导乙"
    )
    write_dataset([make_reading(document, words)], tmp_path / "graph.trig")
    for style in ("text", "markdown"):
        shown = path(str(tmp_path / "graph.trig"), "甲", "乙", "--format", style).stdout
        assert "\x1b" not in shown
        assert "\ufffd" in shown
