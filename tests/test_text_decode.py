"""Bytes to text: what is read, as what, and with which sentence the rest is refused."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import SourceError
from graph.model import FindingKind
from graph.text import read_source

ARTICLE = "第一条 派出机关领导派驻机构。\r\n"
TRADITIONAL = "第一條 為了加強對派駐機構工作的領導，派出機關應當監督派駐機構，制定本規則。"

Write: TypeAlias = Callable[[bytes], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Return a function that puts bytes into a file and returns its path."""

    def put(data: bytes) -> Path:
        path = tmp_path / "rules.txt"
        path.write_bytes(data)
        return path

    return put


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        (ARTICLE.encode(), ARTICLE, "utf-8"),
        (b"\xef\xbb\xbf" + ARTICLE.encode(), "\ufeff" + ARTICLE, "utf-8"),
        (ARTICLE.encode("gb18030"), ARTICLE, "gb18030"),
        ((ARTICLE + "㐂").encode("gb18030"), ARTICLE + "㐂", "gb18030"),
        (b"\xff\xfe" + ARTICLE.encode("utf-16-le"), "\ufeff" + ARTICLE, "utf-16-le"),
        (b"\xfe\xff" + ARTICLE.encode("utf-16-be"), "\ufeff" + ARTICLE, "utf-16-be"),
        (b"plain ASCII", "plain ASCII", "utf-8"),
    ],
)
def test_decodes(write: Write, data: bytes, text: str, encoding: str) -> None:
    """UTF-8 comes first, GB18030 is recognised, and not a character is changed or dropped."""
    source = read_source(write(data))
    assert source.text == text
    assert source.encoding == encoding
    assert source.sha256 == sha256(data).hexdigest()
    assert source.name == "rules"


def test_tells_of_a_guess(write: Write) -> None:
    """An encoding that the file does not declare is a finding; UTF-8 is none."""
    (finding,) = read_source(write(ARTICLE.encode("gb18030"))).findings
    assert finding.kind is FindingKind.ENCODING_GUESSED
    assert finding.message == "The file is not UTF-8; it was read as GB18030."
    assert finding.document == "rules"
    assert read_source(write(ARTICLE.encode())).findings == ()


def test_takes_another_name(write: Write) -> None:
    """A source can be called otherwise than its file."""
    assert read_source(write(ARTICLE.encode()), "other").name == "other"


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "the file is empty"),
        (b"\xef\xbb\xbf \r\n\t\xe3\x80\x80", "the file is empty"),
        (b"%PDF-1.7", "the file is a PDF document, not a text"),
        (b"PK\x03\x04word", "the file is a ZIP archive or Office document, not a text"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "the file is an old Office document, not a text"),
        (b"{\\rtf1 a}", "the file is an RTF document, not a text"),
        (b"\x89PNG\r\n", "the file is a PNG image, not a text"),
        (b"\xff\xd8\xff\xe0", "the file is a JPEG image, not a text"),
        (b"abc\x00def", "the file is binary, not a text"),
        (ARTICLE.encode("utf-16-le"), "the file is binary, not a text"),
        (b"\xff\xfea", "the file is binary, not a text"),
        (ARTICLE.encode()[:-3], "byte 40 is not UTF-8, nor is the file GB18030"),
        (TRADITIONAL.encode("big5"), "byte 0 is not UTF-8; the file looks like BIG5, not GB18030"),
    ],
)
def test_refuses(write: Write, data: bytes, problem: str) -> None:
    """A file that is no text, or none that can be decoded, is refused with what was expected."""
    path = write(data)
    with pytest.raises(SourceError) as caught:
        read_source(path)
    assert str(caught.value) == f"{path}: {problem}; expected a text in UTF-8 or GB18030."


def test_refuses_what_is_not_there(tmp_path: Path) -> None:
    """A missing file and a folder each get a sentence of their own."""
    with pytest.raises(SourceError, match="the file does not exist"):
        read_source(tmp_path / "none.txt")
    with pytest.raises(SourceError, match="this is a folder"):
        read_source(tmp_path)


def test_passes_on_what_the_system_says(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the file cannot be read, the sentence holds the words of the operating system."""

    def refuse(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    path = write(ARTICLE.encode())
    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(SourceError, match="the file cannot be read: Permission denied"):
        read_source(path)


@given(st.binary(max_size=200))
def test_never_fails_otherwise(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    """Whatever the bytes, there is a source that gives them back, or the one kind of error."""
    path = tmp_path_factory.getbasetemp() / "any.txt"
    path.write_bytes(data)
    try:
        source = read_source(path)
    except SourceError:
        return
    assert source.text.encode(source.encoding) == data
