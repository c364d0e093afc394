"""Lines that came with the text but are no part of it: addresses, labels, advertisements.

A regulation may itself speak of links and QR codes, so a line is foreign only if it consists of
an address, bears a label that web pages print, or says that a preview has ended, and is neither a
sentence nor the rest of one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from graph.text.entries import CLOSING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.text.lines import Line

# A whole line of address, with a label before it or not: 来源：https://www.example.org/a?b=1
_ADDRESS: Final = re.compile(r"(?:[^。，；\s]{0,12}[：:]\s*)?(?:https?://|www\.)[!-~]+\s*")
# 来源：…, 责任编辑：…, 上一篇: labels of a web page.
_LABEL: Final = re.compile(
    r"""
    (?:本文|信息|文章|稿件|资料|内容)?(?:来源|出处)\s*[：:]
    | (?:责任)?编辑\s*[：:] | (?:校对|摄影|供稿|排版)\s*[：:]
    | (?:发布|浏览|更新)(?:时间|日期|次数)\s*[：:] | (?:原文|下载|相关|阅读)(?:链接|地址)
    | 分享[到至] | 打印本页 | 关闭窗口 | [上下]一篇 | 扫一扫 | 长按(?:识别|二维码)
    """,
    re.VERBOSE,
)
# 预览已结束，完整报告链接和二维码如下：: where a site stops showing the text.
_END_OF_PREVIEW: Final = re.compile(
    r"""
    (?:预览|试读|免费阅读)(?:已|到此|部分)?结束 | 未完待续 | 剩余\s?\d+\s?页
    | (?:登录|付费|下载|订阅|开通会员)后?(?:可|即可)?(?:阅读|查看)(?:全文|更多|完整)
    """,
    re.VERBOSE,
)
_LONGEST: Final = 80
"""No label or advertisement is longer, in characters; an address may be."""


def foreign_lines(lines: Sequence[Line]) -> tuple[list[int], bool]:
    """Return which lines are foreign, and whether one says that the text goes on elsewhere."""
    foreign: list[int] = []
    announced = False
    ended = True  # no sentence is open that this line may go on with
    for index, line in enumerate(lines):
        text = line.text
        free = ended and len(text) <= _LONGEST and text[-1] not in "。；"
        preview = free and _END_OF_PREVIEW.match(text) is not None
        address = ("http" in text or "www." in text) and _ADDRESS.fullmatch(text)
        if preview or address or (free and _LABEL.match(text)):
            foreign.append(index)
            announced = announced or preview
        else:
            ended = text[-1] in CLOSING or "，" not in text
    return foreign, announced
