"""One character in, one out: marks widened where they are Chinese, markup masked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.text.markup import mask
from graph.text.normalise import GAP, close_up, normalise

signs = st.sampled_from(
    [*"第一条（）();:,、。 \t\n\r\u3000\u200b\ue003#*-|>[]<!&;\\`_~aZ19.", "<!--", "-->"]
)
texts = st.lists(signs | st.characters(), max_size=60).map("".join)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("监督检查;", "监督检查；"),
        ("管辖, 或者", "管辖， 或者"),
        ("(一) 开展", "（一） 开展"),
        ("工作:", "工作："),
        ("(2022年6月2日", "（2022年6月2日"),
        ("委员会(以下简称A)应当", "委员会（以下简称A）应当"),
        ("1,000元", "1,000元"),
        ("比例为1:500;", "比例为1:500；"),
        ("10:30,开会", "10:30，开会"),
        ("函数f(x)的", "函数f(x)的"),
        ("http://a.example/b,c;d 。", "http://a.example/b,c;d 。"),
        ("peace, order", "peace, order"),
        ("甲\u3000乙\xa0丙\t丁\u2003戊", "甲 乙 丙 丁 戊"),
        ("甲\u200b乙\ue003丙\ufeff丁\x07戊", f"甲{GAP}乙{GAP}丙{GAP}丁{GAP}戊"),
        ("第\n条\r\n", "第\n条\r\n"),
    ],
)
def test_normalises(written: str, read: str) -> None:
    """Chinese marks become full-width, others stay; spaces are spaces; the invisible is a gap."""
    assert normalise(written) == read


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("**第一条** 为了", "第一条 为了"),
        ("*1979年*", "1979年"),
        ("[第一章 总则](#第一章-总则)", "第一章 总则"),
        ("![](印章.png)甲", "甲"),
        ("甲<br>乙</p>", "甲乙"),
        ("《关于修改<公司法>的决定》", "《关于修改<公司法>的决定》"),
        ("甲&nbsp;乙&#12288;丙", "甲乙丙"),
        ("甲&乙", "甲&乙"),
        (r"国监办发\[2018\]1号", "国监办发[2018]1号"),
        ("甲<!-- 说\n明 -->乙", "甲\n乙"),
        ("甲<!-- 没有结束", "甲<!-- 没有结束"),
        ("---\ntitle: 甲\n---\n乙", "\n\n\n乙"),
        ("---\n乙\n", "---\n乙\n"),
        ("[不是链接]（附件）", "[不是链接]（附件）"),
    ],
)
def test_masks_markup(written: str, kept: str) -> None:
    """Marks of Markdown and HTML become gaps, what only resembles them stays."""
    assert mask(written).replace(GAP, "") == kept


@given(texts)
def test_keeps_the_length(text: str) -> None:
    """Neither step moves a character, and line ends stay where they are."""
    read = normalise(mask(text))
    assert len(read) == len(text)
    assert [i for i, sign in enumerate(read) if sign == "\n"] == [
        i for i, sign in enumerate(text) if sign == "\n"
    ]


@given(texts)
def test_has_a_fixed_point(text: str) -> None:
    """What was normalised once is not changed again."""
    assert normalise(normalise(text)) == normalise(text)


@pytest.mark.parametrize(
    ("written", "heading"),
    [
        ("总    则", "总则"),
        ("附 则", "附则"),
        ("甲 乙 丙", "甲乙丙"),
        ("机构 职责", "机构 职责"),
        ("", ""),
    ],
)
def test_closes_headings_up(written: str, heading: str) -> None:
    """Spaces that stretch two characters go; those between words become one."""
    assert close_up(written) == heading
