"""Names of bodies: one body one name, whatever the text calls it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.reading.names import Namer
from tests.clause_tables import chunks, ontology, read

if TYPE_CHECKING:
    from graph.model import Body
    from graph.reading.mentions import Mention


def body(text: str, *, organ: str = "") -> Body:
    """Return the first body of a sentence, as a fresh namer names it."""
    namer = Namer(ontology())
    name = namer.body(_mention(text), _mention(organ) if organ else None)
    return namer.bodies()[name]


def _mention(text: str) -> Mention:
    return next(chunk.mention for chunk in chunks(f"{text}。") if chunk.mention is not None)


def named(text: str, name: str) -> Body:
    """Return the body of that name from the reading of a text."""
    return next(one for one in read(text).bodies if one.name == name)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("各级党委", "党委"),
        ("各省水利厅", "省水利厅"),
        ("其他人民团体", "人民团体"),
        ("有关人民团体", "人民团体"),
        ("下级党委", "下级党委"),
        ("同级党委", "同级党委"),
        ("本级人民政府", "本级人民政府"),
        ("派出机关监督检查部门", "派出机关监督检查部门"),
    ],
)
def test_drops_quantifiers_and_keeps_reference(written: str, name: str) -> None:
    """Quantifiers and fillers leave the name; what changes the reference stays."""
    assert body(written).name == name


@pytest.mark.parametrize("written", ["各级党委", "其他人民团体"])
def test_keeps_what_it_drops_as_another_name(written: str) -> None:
    """A body is found under the words of the text too."""
    assert written in body(written).other_names


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("中央纪委国家监委", "中央纪律检查委员会国家监察委员会"),
        ("党中央", "中国共产党中央委员会"),
        ("全国人大常委会", "全国人民代表大会常务委员会"),
        ("最高检", "最高人民检察院"),
        ("国家监委", "国家监察委员会"),
        ("中央军委", "中央军事委员会"),
    ],
)
def test_known_body_has_its_preferred_name(written: str, name: str) -> None:
    """A body known by several names has one; the others are kept, and the class is declared."""
    found = body(written)
    known = next(one for one in ontology().known_bodies if one.name == name)
    assert (found.name, found.kind) == (name, known.kind)
    assert {written, *known.other_names} - {name} <= set(found.other_names)
    assert not found.relative


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("市纪委监委", "市纪律检查委员会监察委员会"),
        ("机关纪检监察工委", "机关纪检监察工作委员会"),
        ("省人大常委会", "省人民代表大会常务委员会"),
        ("市政法委", "市政法委员会"),
        ("市政法委员会", "市政法委员会"),
        ("市纪律检查委员会", "市纪律检查委员会"),
    ],
)
def test_writes_abbreviations_out(written: str, name: str) -> None:
    """An abbreviation inside a name is written out, once."""
    found = body(written)
    assert found.name == name
    assert written == name or written in found.other_names


@pytest.mark.parametrize(
    ("title", "organ", "name"),
    [
        ("主任", "省监察委员会", "省监察委员会主任"),
        ("检察长", "省人民检察院", "省人民检察院检察长"),
        ("院长", "市人民法院", "市人民法院院长"),
        ("监督检查部门", "省监察委员会", "监督检查部门"),
        ("省长", "省监察委员会", "省长"),
        ("行长", "省监察委员会", "行长"),
    ],
)
def test_bare_title_is_one_of_the_organ(title: str, organ: str, name: str) -> None:
    """A bare title is named with the organ that has such a post, and with no other."""
    assert body(title, organ=organ).name == name


@pytest.mark.parametrize(
    ("written", "relative"),
    [
        ("同级党委", True),
        pytest.param(
            "上级机关",
            True,
            marks=pytest.mark.xfail(reason="the lexicon has it as one head noun", strict=True),
        ),
        ("主任", True),
        ("监督检查部门", True),
        ("国务院", False),
        ("国家监察委员会主任", False),
        ("派驻机构", False),
    ],
)
def test_tells_relative_names(written: str, relative: bool) -> None:  # noqa: FBT001  (a row)
    """A name that picks out a body only inside its document is relative."""
    assert body(written).relative is relative


def test_alternative_in_parentheses_is_another_name() -> None:
    """党组（党委） is one body, found as 党组 too."""
    found = body("党组（党委）")
    assert found.name == "党组（党委）"
    assert "党组" in found.other_names


def test_one_body_under_two_names_is_one() -> None:
    """Aliases that a text uses in turn give one body with all its names."""
    reading = read("省委员会领导市委员会。各级市委员会监督县政府，县政府接受市委员会领导。")
    assert [one.name for one in reading.bodies] == ["省委员会", "市委员会", "县政府"]
    assert "各级市委员会" in named("各级市委员会监督县政府。", "市委员会").other_names


def test_dependent_name_follows_its_anchor() -> None:
    """其 and 及其 name a body after the one that they stand for."""
    names = {one.name for one in read("省政协及其办公厅接受省党委领导。").bodies}
    assert names == {"省政协", "省政协办公厅", "省党委"}
