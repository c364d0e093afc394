"""Chinese numerals as they number provisions: 第一百二十条, 二〇二二年, （十）, 第２３条.

Two notations occur: the positional one (一百零五) and the one that writes digits in a row
(二〇二二, １２, 12). Both are read; the positional one is written. Every number from 1 to 9999
survives the round trip.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_DIGITS: Final = {
    character: value
    for digits in ("〇一二三四五六七八九", "0123456789", "０１２３４５６７８９")
    for value, character in enumerate(digits)
} | {"零": 0, "○": 0, "两": 2}

NUMERAL_CHARACTERS: Final = "".join((*_DIGITS, *"十百千廿卅"))
"""Every character that a numeral may hold, for the character classes of regular expressions."""

LARGEST: Final = 9999
"""The largest number that is written and read."""

_DIGIT: Final = "[一二两三四五六七八九]"
_ZERO: Final = "[零〇○]"
# 一千零二十三 -> thousands 一, hundreds None, tens 二, ones 三; 一百十五 (in older laws) has tens
# without a digit.
_POSITIONAL: Final = re.compile(
    rf"""
    (?: (?P<thousands> {_DIGIT} ) 千 )?
    (?: {_ZERO}? (?P<hundreds> {_DIGIT} ) 百 )?
    (?: {_ZERO}? (?P<tens> {_DIGIT}? ) 十 )?
    (?: (?P<zero> {_ZERO} )? (?P<ones> {_DIGIT} ) )?
    """,
    re.VERBOSE,
)


@lru_cache(maxsize=4096)
def find_number(numeral: str) -> int | None:
    """Return the number that a numeral stands for, or `None` if it is not a well-formed numeral.

    White space inside is ignored (第三十九　条). 一百五 stands for 150 to some and for 105 to
    others: `None`.

    >>> find_number("一百零五"), find_number("二〇二二"), find_number("廿三"), find_number("１２")
    (105, 2022, 23, 12)
    >>> find_number("十百") is None, find_number("一百五") is None
    (True, True)
    """
    compact = "".join(numeral.split())
    if not 0 < len(compact) <= len("九千九百九十九"):
        return None
    if all(character in _DIGITS for character in compact):
        number = int("".join(str(_DIGITS[character]) for character in compact))
        return number if number <= LARGEST else None
    match = _POSITIONAL.fullmatch(compact.replace("廿", "二十").replace("卅", "三十"))
    if match is None:
        return None
    if match["ones"] and match["tens"] is None and not match["zero"] and len(compact) > 1:
        return None
    tens = 0 if match["tens"] is None else _DIGITS[match["tens"] or "一"]
    thousands, hundreds, ones = (
        _DIGITS[match[name] or "零"] for name in ("thousands", "hundreds", "ones")
    )
    return thousands * 1000 + hundreds * 100 + tens * 10 + ones


def write_number(number: int) -> str:
    """Return the positional Chinese numeral of a number.

    Raises:
        ValueError: The number is not between 1 and 9999.

    >>> write_number(10), write_number(105), write_number(1010)
    ('十', '一百零五', '一千零一十')
    """
    if not 1 <= number <= LARGEST:
        message = f"a Chinese numeral is written for 1 to {LARGEST}, got {number}"
        raise ValueError(message)
    written, skipped = "", False
    for unit, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, unit)
        if digit:
            written += ("零" if skipped and written else "") + "零一二三四五六七八九"[digit] + sign
        skipped = not digit
    return written.removeprefix("一") if written.startswith("一十") else written
