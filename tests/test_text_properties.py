"""What holds for every text: exact spans, ordered leaves, unique ids, linear cost."""

from __future__ import annotations

import time
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import SourceError
from graph.text import parse, read_source
from graph.text.markup import mask
from graph.text.normalise import normalise
from tests.factories import make_source
from tests.text_trees import text_files

if TYPE_CHECKING:
    from pathlib import Path

    from graph.model import Document, Source

PIECES = [
    *("第一条 ", "第二条", "第三章 总则", "第二节", "第一编 甲", "第三十", "九条 乙"),
    *(
        "（一）",
        "(二)",
        "- （三）",
        "1.",
        "（1）",
        "①",
        "一、",
        "二、职责",
        "附件：",
        "目录",
        "附则",
    ),
    *(
        "甲领导乙",
        "应当",
        "：",
        "；",
        "。",
        "，",
        "、",
        "“",
        "”",
        "《甲规则》",
        "（试行）",
        "修改为",
    ),
    *(
        "\n",
        "\n\n",
        "\r\n",
        "\f",
        " ",
        "\u3000",
        "\u200b",
        "\ue003",
        "\ufeff",
        "##",
        "**",
        "|",
        ">",
    ),
    *(
        "2020年1月2日",
        "通过",
        "https://a.example",
        "<!--",
        "-->",
        "[甲](#乙)",
        "---",
        ";",
        "(",
        ")",
        ",",
    ),
]
texts = st.lists(st.sampled_from(PIECES), max_size=120).map("".join)


def check(source: Source, documents: tuple[Document, ...]) -> None:
    """Assert what holds for the documents of every source."""
    read = normalise(mask(source.text))
    last = 0
    for document in documents:
        ids = [provision.id for provision in document.walk()]
        assert len(ids) == len(set(ids))
        for provision in document.walk():
            for child in provision.children:
                assert provision.span.start <= child.span.start
                assert child.span.end <= provision.span.end
            if provision.passage is None:
                continue
            assert provision.passage.text == provision.passage.text.strip() != ""
            spans = provision.passage.locate(0, len(provision.passage.text))
            assert spans == provision.passage.spans
            assert "".join(read[span.start : span.end] for span in spans) == provision.passage.text
            for span in spans:
                assert last <= span.start < span.end <= provision.span.end
                last = span.end
        for finding in document.findings:
            assert all(span.end <= len(source.text) for span in finding.spans)


@settings(max_examples=300)
@given(texts)
def test_holds_for_any_text(text: str) -> None:
    """Passages are the source but for normalisation, leaves follow one another, ids are unique."""
    source = make_source(text)
    try:
        documents = parse(source)
    except SourceError as error:
        assert error.problem == "the text has no article"  # noqa: PT017
        return
    check(source, documents)
    assert parse(source) == documents


@pytest.mark.parametrize("path", text_files(), ids=lambda path: path.stem)
def test_holds_for_the_samples(path: Path) -> None:
    """The golden texts hold to it as well, with either kind of line end."""
    source = read_source(path)
    check(source, parse(source))
    windows = make_source(source.text.replace("\n", "\r\n"), name=source.name)
    documents = parse(windows)
    check(windows, documents)
    assert [one.id for two in documents for one in two.walk()] == [
        one.id for two in parse(source) for one in two.walk()
    ]


SIZE = 20_000
HOSTILE = {
    "one character": "第一条 " + "甲" * SIZE,
    "brackets": "第一条 " + "（" * SIZE + "）" * SIZE,
    "ascii brackets": "第一条 " + "(" * SIZE + ")" * SIZE,
    "a list": "第一条 " + "甲、" * SIZE,
    "title marks": "第一条 根据" + "《" * SIZE,
    "titles": "第一条 根据" + "《甲》" * SIZE + "，制定本法。",
    "open title": "第一条 根据《" + "甲" * SIZE + "，制定本法。",
    "spaces": "第一条" + " " * SIZE + "甲",
    "lines": "第一条 甲\n" + "甲\n" * SIZE,
    "articles": "第一条 甲。\n" * SIZE,
    "items": "第一条 甲：\n" + "（一）乙；\n" * SIZE,
    "nested items": "第一条 甲：\n" + "（一）乙；\n1.丙；\n①丁；\n" * (SIZE // 3),
    "numerals": "第" + "一" * SIZE + "条",
    "comments": "<!--" * SIZE,
    "links": "[" * SIZE + "](" * SIZE,
    "tags": "<a" * SIZE,
    "dates": "2022年1月1日" * SIZE,
    "front matter": "---\n" + "a\n" * SIZE,
    "invisible": "\u200b" * SIZE,
    "contents": "目录\n" + "第一章 甲\n第二章 乙\n" * SIZE,
    "quotations": "一、修改为：“甲\n" + "“乙\n" * SIZE,
    "open brackets": "（甲\n" * SIZE + "第一条 甲。",
    "inner numbers": "第一条 甲" + "。第一条" * SIZE + "；（一）" * SIZE,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_costs_grow_with_length(name: str) -> None:
    """No repeated pattern takes more than a moment; at quadratic cost it would take minutes."""
    started = time.process_time()
    with suppress(SourceError):
        parse(make_source(HOSTILE[name]))
    assert time.process_time() - started < 10
