"""The front matter: which line is the title, which lines are prose."""

from __future__ import annotations

import pytest

from graph.text.compose import read_entries
from graph.text.entries import Kind
from graph.text.front import Front, read_front
from graph.text.lines import read_lines


def front(text: str) -> Front:
    """Return the front matter of a text that one article ends."""
    entries = read_entries(read_lines(text + "\n第一条 甲领导乙。").lines)
    end = next(i for i, entry in enumerate(entries) if entry.kind is Kind.ARTICLE)
    return read_front(entries[:end])


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("甲市监督工作规则", "甲市监督工作规则"),
        ("甲市监督工作规则（试行）", "甲市监督工作规则（试行）"),
        ("《甲市监督工作规则》", "甲市监督工作规则"),
        ("甲社3月4日电 近日，甲印发了《规则》。\n《规则》全文如下。\n甲规则", "甲规则"),
        ("关于印发《甲规则》的通知\n现将规则印发给你们，请执行。\n甲规则", "甲规则"),
        (
            "中华人民共和国地方各级议会\n和地方各级政府组织法",
            "中华人民共和国地方各级议会和地方各级政府组织法",
        ),
        ("最高法院\n关于印章若干问题的规定\n法释〔2024〕3号", "最高法院关于印章若干问题的规定"),
        ("国务院令\n第2号\n甲条例\n2001年1月2日公布", "甲条例"),
        ("# 甲条例\n甲市\n条例", "甲条例"),
        ("## 网站\n# 甲 条 例", "甲条例"),
        ("甲　　市 条例", "甲 市 条例"),
        ("章程草案", "章程草案"),
        ("（2001年1月2日公布）", None),
        ("为了管理，制定本规则。", None),
        ("", None),
    ],
)
def test_finds_the_title(text: str, title: str | None) -> None:
    """The title is what Markdown marks, or the last line that can be one, or none."""
    assert front(text).title == title


@pytest.mark.parametrize(
    ("line", "prose"),
    [
        ("甲社北京3月4日电 近日，甲印发了规则，并发出通知。", True),
        ("《规则》全文如下。", True),
        ("根据法律，现作如下规定：", True),
        ("1993年甲印发的规定，起到了作用。现规定如下：", True),
        ("各省人民政府：", True),
        ("2001年1月2日 甲会议通过", False),
        ("2001年1月2日 甲令第3号公布，", False),
        ("2001年1月2日 甲《决定》第二次修正。", False),
        ("（2001年1月2日，甲会议通过）。", False),
        ("（甲办发〔2010〕3号 2001年1月2日）", False),
        ("甲办发〔2010〕3号", False),
        ("甲市人民政府", False),
    ],
)
def test_tells_prose_from_the_rest(line: str, prose: bool) -> None:  # noqa: FBT001
    """Only sentences make a preamble; acts, numbers and names of bodies are history."""
    found = front(f"# 甲规则\n{line}")
    assert [entry.line.text for entry in found.preamble] == ([line] if prose else [])
    assert [one.text for one in found.history] == ([] if prose else [line])
