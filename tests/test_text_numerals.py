"""Numerals: both notations read, the positional one written, nothing half-formed taken for one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.text.numerals import LARGEST, NUMERAL_CHARACTERS, find_number, write_number


@pytest.mark.parametrize(
    ("numeral", "number"),
    [
        ("一", 1),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("廿三", 23),
        ("卅", 30),
        ("一百零五", 105),
        ("一百〇五", 105),
        ("一百十五", 115),
        ("两百", 200),
        ("三百二十一", 321),
        ("一千零一十", 1010),
        ("九千九百九十九", 9999),
        ("二〇二二", 2022),
        ("一九七八", 1978),
        ("○", 0),
        ("12", 12),
        ("１２３", 123),
        ("三十九　", 39),
        ("三 十\n九", 39),
    ],
)
def test_reads_every_notation(numeral: str, number: int) -> None:
    """Positional numerals, digits in a row and white space between the digits are understood."""
    assert find_number(numeral) == number


@pytest.mark.parametrize(
    "numeral",
    [
        "",
        " ",
        "百",
        "千",
        "十十",
        "十百",
        "一二十",
        "一百五",
        "一千二",
        "一百零",
        "万",
        "甲",
        "一甲",
        "12345",
        "1.5",
    ],
)
def test_refuses_what_is_no_numeral(numeral: str) -> None:
    """A form that is not well-formed, too large or open to two readings gives nothing."""
    assert find_number(numeral) is None


@given(st.integers(1, LARGEST))
def test_survives_the_round_trip(number: int) -> None:
    """Every number that can be written is read back, in either notation."""
    assert find_number(write_number(number)) == number
    assert find_number(str(number)) == number


@given(st.text(NUMERAL_CHARACTERS, max_size=12))
def test_gives_numbers_within_bounds(numeral: str) -> None:
    """Whatever numeral characters come together, the number is none or one that can be written."""
    number = find_number(numeral)
    assert number is None or 0 <= number <= LARGEST


@pytest.mark.parametrize("number", [0, -1, LARGEST + 1])
def test_refuses_to_write_beyond_bounds(number: int) -> None:
    """A number without a numeral is an error that names it."""
    with pytest.raises(ValueError, match=f"got {number}"):
        write_number(number)
