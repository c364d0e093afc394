"""Names break into lines that can be read, and boxes have room for them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.page.boxes import LONGEST_LABEL, measure, wrap


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("党委", "党委"),
        ("派驻机构主要负责人", "派驻机构主要负责人"),
        ("派驻机构的主要负责人", "派驻机构的\n主要负责人"),
        ("中央纪律检查委员会国家监察委员会", "中央纪律检查委员\n会国家监察委员会"),
        ("甲乙丙丁戊己庚辛（壬癸）", "甲乙丙丁戊己\n庚辛（壬癸）"),
        ("甲乙丙丁戊（己）庚辛壬癸", "甲乙丙丁戊（己）\n庚辛壬癸"),
        ("两 行\n空白", "两 行 空白"),
        ("", "?"),
    ],
)
def test_a_name_breaks_into_even_lines(name: str, label: str) -> None:
    """Long names break into lines of about equal length, never before a closing mark."""
    assert wrap(name) == label


def test_a_very_long_name_is_cut() -> None:
    """A name of ten thousand characters makes a label of a few lines that ends in an ellipsis."""
    label = wrap("机" * 10_000)
    assert len(label.replace("\n", "")) == LONGEST_LABEL
    assert label.endswith("…")


@given(st.text(max_size=120))
def test_wrapping_changes_only_white_space(name: str) -> None:
    """Apart from white space and from what is cut at the end, a label is its name."""
    label = "".join(wrap(name).split())
    whole = "".join(name.split()) or "?"
    assert label == whole or whole.startswith(label.rstrip("…"))


def test_a_box_grows_with_lines_and_width() -> None:
    """Two lines are higher than one, a longer line is wider, Latin letters are narrower."""
    one, two, wide, latin = (measure(label) for label in ("机关", "机关\n机关", "监察机关", "abcd"))
    assert two.height > one.height
    assert two.width == one.width
    assert latin.width < wide.width
    assert wide.width > one.width
