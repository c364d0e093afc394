"""References to other documents: which are a basis, which are named, which are its own."""

from __future__ import annotations

import pytest

from graph.model import Citation, Passage, Piece, Provision, ProvisionKind, Span
from graph.text.citations import read_citations


def provision(text: str, identity: str = "article/1/paragraph/1") -> Provision:
    """Return a provision whose text stands at the start of the source."""
    passage = Passage(text=text, pieces=(Piece(offset=0, start=0, length=len(text)),))
    span = Span(start=0, end=len(text))
    return Provision(id=identity, kind=ProvisionKind.PARAGRAPH, span=span, passage=passage)


def cited(text: str, title: str = "甲规则") -> list[tuple[str, bool]]:
    """Return the titles in a text and whether they are bases."""
    return [(one.title, one.basis) for one in read_citations([provision(text)], title)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("为了管理，根据《乙》和《丙》，制定本规则。", [("乙", True), ("丙", True)]),
        ("依据《乙》、《丙》等法律，结合实际，特制定本规则。", [("乙", True), ("丙", True)]),
        ("根据《乙》，作如下决定：", [("乙", True)]),
        ("根据《乙》的规定，现就印章问题规定如下：", [("乙", True)]),
        ("根据《乙》，甲可以制定本地区的办法。", [("乙", False)]),
        ("根据《乙》处理。制定本规则。", [("乙", False)]),
        ("制定本规则，根据《乙》。", [("乙", False)]),
        ("《乙》规定的职责，由丙履行。", [("乙", False)]),
        ("修改《关于修改〈乙〉的决定》。", [("关于修改〈乙〉的决定", False)]),
        ("适用《关于适用《乙》的解释》。", [("关于适用《乙》的解释", False)]),
        ("适用《乙　法》。", [("乙法", False)]),
        ("甲印发了《甲规则》（以下简称《甲规》），《甲规》施行。《规则》指出。", []),
        ("《条例》另有规定的除外。", [("条例", False)]),
        ("没有结束的《乙", []),
    ],
)
def test_finds_references(text: str, expected: list[tuple[str, bool]]) -> None:
    """Titles between 根据 and 制定本 are bases, other titles are cited, its own name is neither."""
    assert cited(text) == expected


def test_gathers_them_by_provision() -> None:
    """A title twice in a provision is one citation with two places; elsewhere it is another."""
    first, second = (
        provision("依照《乙》。《乙》和《丙》。"),
        provision("《乙》。", "article/2/paragraph/1"),
    )
    citations = read_citations([first, second], "甲规则")
    assert citations == (
        Citation(title="乙", provision="article/1/paragraph/1", basis=False),
        Citation(title="丙", provision="article/1/paragraph/1", basis=False),
        Citation(title="乙", provision="article/2/paragraph/1", basis=False),
    )
    assert citations[0].spans == (Span(start=2, end=5), Span(start=6, end=9))
