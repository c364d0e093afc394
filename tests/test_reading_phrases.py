"""Chunks: which tokens make the name of a body, and what stays a word of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.reading import lexemes as lx
from graph.reading.clauses import SentenceReader
from graph.reading.mentions import BODY
from graph.reading.relatives import ClausalPhrases
from tests.clause_tables import chunks, lexicon

if TYPE_CHECKING:
    from graph.reading.mentions import Chunk, Mention

FORMS: Final = sorted(lexicon().lexemes)


def mentions(text: str) -> list[Mention]:
    """Return the names of bodies in a sentence."""
    return [chunk.mention for chunk in chunks(text) if chunk.mention is not None]


def names(text: str) -> list[str]:
    """Return the names of bodies in a sentence as they are written, without quantifiers."""
    return [mention.written() for mention in mentions(text)]


def words(text: str, kind: str) -> list[str]:
    """Return the words of a sentence that have a kind."""
    return [text[chunk.start : chunk.end] for chunk in chunks(text) if chunk.kind == kind]


@given(st.lists(st.one_of(st.sampled_from(FORMS), st.text(max_size=3)), max_size=14))
def test_chunks_cover_the_sentence(parts: list[str]) -> None:
    """Whatever the sentence, its chunks stand in order, none is empty, none overlaps another."""
    text = "".join(parts)
    position = 0
    for chunk in chunks(text):
        assert position <= chunk.start < chunk.end
        assert chunk.tokens[0].start == chunk.start
        assert chunk.tokens[-1].end == chunk.end
        assert (chunk.kind == BODY) == (chunk.mention is not None)
        position = chunk.end
    assert position <= len(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("省水利厅领导市水务局。", ["省水利厅", "市水务局"]),
        ("监督检查部门、案件审理部门应当协作。", ["监督检查部门", "案件审理部门"]),
        ("国务院教育行政部门指导高等学校。", ["国务院教育行政部门", "高等学校"]),
        ("派出机关同级党委巡察机构领导巡察组。", ["派出机关同级党委巡察机构", "巡察组"]),
        ("党组（党委）支持工会。", ["党组（党委）", "工会"]),
        ("市（地）党委领导县（区）党委。", ["市（地）党委", "县（区）党委"]),
        ("监察和司法委员会监督法院。", ["监察和司法委员会", "法院"]),
        ("各级党委领导各单位。", ["党委"]),
        ("机关党委监督机关工会。", ["机关党委", "机关工会"]),
        ("国有企业纪检机构负责人领导纪检干部。", ["国有企业纪检机构负责人"]),
    ],
)
def test_puts_names_together(text: str, expected: list[str]) -> None:
    """A name runs from its modifiers to its last head noun, through heads that it is made of."""
    assert names(text)[: len(expected)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "机构应当健全制度。",
        "会场、会议室应当整洁。",
        "工作人员应当守法。",
        "领导干部、党员、群众应当参加。",
        "《中央企业管理办法》同时废止。",
        "“示范学校”的称号应当公布。",
        "经济、文化、社会建设应当协调。",
        "布局、格局由此形成。",
    ],
)
def test_takes_nothing_else_for_a_name(text: str) -> None:
    """People, titles, quotations, ordinary nouns and a bare general head are no bodies."""
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "quantifier", "name"),
    [
        ("各级党委领导工作。", "各级", "党委"),
        ("有关主管部门负责。", "有关", "主管部门"),
        ("其他人民团体参加。", "其他", "人民团体"),
        ("省水利厅负责。", "", "省水利厅"),
    ],
)
def test_sets_quantifiers_apart(text: str, quantifier: str, name: str) -> None:
    """A quantifier before a name is kept apart from it."""
    mention = mentions(text)[0]
    assert (mention.quantifier, mention.written()) == (quantifier, name)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("省党委负责。", "Committee"),
        ("人民检察院负责。", "Procuratorate"),
        ("省人民政府负责。", "Government"),
        ("主管部门负责。", "Department"),
        ("副检察长负责。", "Post"),
        ("巡视组负责。", "Team"),
        ("派驻机构主要负责人负责。", "Post"),
        ("市（地、州）人民法院负责。", "Court"),
        ("国务院负责。", "Government"),
    ],
)
def test_class_is_that_of_the_head(text: str, kind: str) -> None:
    """A body is of the class of its head noun, the last one outside parentheses."""
    assert mentions(text)[0].kind == kind


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("派出机关监督检查部门负责。", "派出机关"),
        ("国家监察委员会主任负责。", "国家监察委员会"),
        ("省水利厅负责。", None),
        ("党委负责。", None),
    ],
)
def test_tells_whose_a_body_is(text: str, owner: str | None) -> None:
    """A name that begins with the name of a body tells whose the body is; another does not."""
    found = mentions(text)[0].owner()
    assert (found.written() if found is not None else None) == owner


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("省水利厅领导市水务局。", lx.TRIGGER, ["领导"]),
        ("主任应当向党委报告工作。", lx.MODAL, ["应当"]),
        ("主任应当向党委报告。", lx.TOWARD, ["向"]),
        ("党委由党员大会选举产生。", lx.BY, ["由"]),
        ("对经济、文化工作予以支持。", lx.OVER, ["对"]),
        ("工作人员不得参加。", lx.PEOPLE, ["工作人员"]),
        ("《管理办法》由法院解释。", lx.TITLE_OPEN, ["《管理办法》"]),
        ("党委（盖章）应当登记。", lx.OPEN, ["（盖章）"]),
    ],
)
def test_other_words_keep_their_kind(text: str, kind: str, expected: list[str]) -> None:
    """What is no part of a name stays a word of its own; titles and asides are one chunk each."""
    assert words(text, kind) == expected


@pytest.mark.parametrize(
    "text", ["市（地党委领导。", "《管理办法由法院解释。", "（（（", "”》）党委"]
)
def test_survives_unbalanced_marks(text: str) -> None:
    """A mark that is never closed, or never opened, costs no text and raises nothing."""
    found: list[Chunk] = chunks(text)
    assert found[-1].end <= len(text)
    assert found[0].start == 0


@pytest.mark.parametrize("built", [SentenceReader, ClausalPhrases])
def test_a_sentence_is_read_in_slots(built: type) -> None:
    """What is made for each sentence has no dictionary: one class without slots would bring it."""
    assert [cls.__name__ for cls in built.__mro__[:-1] if "__slots__" not in vars(cls)] == []
