"""From two names to paths with their proof: as text, for a memo, for programs, in one call."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.errors import QueryError, UnknownBodyError
from graph.model import Modality
from graph.ontology import load_ontology
from graph.proof import find_paths
from graph.rdf import store_readings
from graph.rdf.consequences import inference_quads
from graph.rdf.inference import infer
from graph.readings import SHIPPED, read_all
from tests.factories import make_body, make_document, make_reading, make_statement

if TYPE_CHECKING:
    from graph.rdf import GraphStore

TITLE = "《纪检监察机关派驻机构工作规则》"


@pytest.fixture(scope="module")
def shipped() -> GraphStore:
    """Return the shipped regulation with all that follows from it."""
    store = store_readings(read_all())
    store.store.extend(inference_quads(infer(store.store, load_ontology())))
    return store


def test_a_path_by_texts_alone_cites_the_texts(shipped: GraphStore) -> None:
    """Each quote of a stated hop is what stands at its offsets in the file."""
    found = find_paths(shipped, "组务会", "驻在单位", via=["authority"], directed=True)
    (path,) = found.paths
    assert ["组务会", "派驻机构", "驻在单位"] == [body.name for body in path.bodies]
    text = SHIPPED.read_bytes().decode("utf-8")
    quotes = [quote for hop in path.hops for one in hop.statements for quote in one.evidence]
    assert 3 <= len(quotes)
    assert [q.text for q in quotes] == [text[q.span.start : q.span.end] for q in quotes]
    assert found.statements() == tuple(one.iri for hop in path.hops for one in hop.statements)


def test_a_memo_numbers_hops_and_cites_articles(shipped: GraphStore) -> None:
    """Markdown has one item for each hop, and under it document, article and words."""
    lines = list(find_paths(shipped, "组务会", "驻在单位", via=["authority"]).markdown())
    assert "## 组务会 → 派驻机构 → 驻在单位 (2 hops)" == lines[0]
    assert "1. **组务会** —领导→ **派驻机构**" in lines
    (cited,) = (line for line in lines if "第八条" in line)
    assert cited.startswith(f"   - {TITLE}第八条：「派驻机构的领导机构是组务会」（直接规定；字符 ")
    assert cited.endswith(
        f"；<{find_paths(shipped, '组务会', '派驻机构', via=['leads']).statements()[0]}>）"
    )


def test_a_consequence_is_cited_with_all_it_follows_from(shipped: GraphStore) -> None:
    """Under an inferred hop stand its rule, the statement and the kinship, with their words."""
    found = find_paths(
        shipped, "派出机关", "派驻纪检监察组", via=["leads"], directed=True, inferred=True
    )
    assert [
        "派出机关 → 派驻纪检监察组 (1 hop, 1 inferred)",
        "  1. 派出机关 —领导→ 派驻纪检监察组",
        "       推论（依类推及；直接规定）",
        (
            "         据 派出机关 领导 派驻机构：第十二条（直接规定）："
            "“派驻机构由派出机关直接领导、统一管理”"
        ),
        "         据 派驻纪检监察组 是…的一种 派驻机构：推论（种属认定；直接规定）",
        "           据 第六条（种属）：“向中央一级党和国家机关、中管金融企业派驻纪检监察组”",
    ] == list(found.text())
    (hop,) = found.data()["paths"][0]["hops"]  # type: ignore[index]
    (statement,) = hop["statements"]
    assert (True, "byWhatIsSaidOfTheKind") == (hop["inferred"], statement["rule"])
    stated, kind = statement["follows_from"]
    assert ("12", False) == (stated["article"], stated["inferred"])
    assert "向中央一级党和国家机关、中管金融企业派驻纪检监察组" == kind["follows_from"][0]["words"]
    memo = "\n".join(found.markdown())
    assert "- 据 派出机关 领导 派驻机构：《纪检监察机关派驻机构工作规则》第十二条：「" in memo


def test_only_what_texts_state_is_followed_unless_asked(shipped: GraphStore) -> None:
    """Without `inferred` there is no such path."""
    found = find_paths(shipped, "派出机关", "派驻纪检监察组", via=["leads"], directed=True)
    assert () == found.paths
    assert {"派驻机构", "机关纪检监察工作委员会"} == {body.name for body in found.nearest}


def test_what_is_inherited_as_denied_carries_no_path(shipped: GraphStore) -> None:
    """The head of a stationed institution manages no bank, and the proof of the denial is shown."""
    found = find_paths(
        shipped, "派驻机构主要负责人", "中管金融企业", via=["manages"], directed=True, inferred=True
    )
    assert () == found.paths
    (blocked,) = found.blocked
    assert blocked.inferred
    assert blocked.denied
    assert any("不得" in line for line in found.remarks())
    assert any("不得" in line for line in found.markdown())
    assert "prohibition" == found.data()["blocked"][0]["modality"]  # type: ignore[index]


def test_duties_alone(shipped: GraphStore) -> None:
    """With a modality only what is stated so is followed."""
    found = find_paths(
        shipped, "派驻机构", "驻在单位", via=["supervises"], modalities=[Modality.OBLIGATION]
    )
    (hop,) = found.paths[0].hops
    assert {Modality.OBLIGATION} == {one.modality for one in hop.statements}


def test_every_path_ends_at_its_limit(shipped: GraphStore) -> None:
    """Of many paths as many as asked for are found, and that there are more."""
    found = find_paths(shipped, "党中央", "驻在单位", every=True, most=8, limit=3, inferred=True)
    assert (3, True) == (len(found.paths), found.more)
    assert [len(path) for path in found.paths] == sorted(len(path) for path in found.paths)


def test_a_body_and_itself(shipped: GraphStore) -> None:
    """By two names of one body nothing is to be found."""
    found = find_paths(shipped, "党中央", "中国共产党中央委员会")
    assert ((), 1) == (found.paths, len(list(found.remarks())))


def test_markup_in_a_text_stays_text() -> None:
    """What Markdown or HTML would take for markup is escaped in a memo."""
    document = make_document({1: ["甲<b>*领导*乙。"]})
    statement = make_statement(
        document, 1, make_body("甲<b>"), "leads", make_body("乙"), "甲<b>*领导*乙"
    )
    store = store_readings([make_reading(document, statement)])
    memo = "\n".join(find_paths(store, "甲<b>", "乙").markdown())
    assert r"「甲\<b\>\*领导\*乙」" in memo
    assert "<b>" not in memo.replace(r"\<b\>", "")


@pytest.mark.parametrize(("via", "error"), [(["nothing"], QueryError), ([], UnknownBodyError)])
def test_what_is_unknown_is_an_error(
    shipped: GraphStore, via: list[str], error: type[Exception]
) -> None:
    """An unknown relation or body is told."""
    with pytest.raises(error):
        find_paths(shipped, "派出机关", "驻在单位" if via else "无此机构名", via=via)
