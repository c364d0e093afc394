"""Bytes to text: UTF-8 first, GB18030 where it must be that, anything else refused with a sentence.

No character is changed, dropped or translated on the way, not even a byte-order mark or a
carriage return: the offsets of everything that is read later are offsets of `Source.text`.
"""

from __future__ import annotations

import codecs
import hashlib
from pathlib import Path
from typing import Final

from graph.errors import SourceError
from graph.model import Finding, FindingKind, Source

_EXPECTED: Final = "a text in UTF-8 or GB18030"
_MAGIC: Final = {
    b"%PDF-": "a PDF document",
    b"PK\x03\x04": "a ZIP archive or Office document",
    b"\xd0\xcf\x11\xe0": "an old Office document",
    b"{\\rtf": "an RTF document",
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
    b"BM6": "a BMP image",
    b"RIFF": "a RIFF media file",
    b"II*\0": "a TIFF image",
    b"MM\0*": "a TIFF image",
    b"\x1f\x8b": "a gzip archive",
    b"7z\xbc\xaf": "a 7z archive",
    b"Rar!": "a RAR archive",
    b"\x7fELF": "a programme",
}


def read_source(path: Path | str, name: str | None = None) -> Source:
    """Read a file as a source.

    Args:
        path: The file.
        name: What to call the source; the file's stem if not given.

    Raises:
        SourceError: The file is missing, empty, binary, or in an encoding that cannot be told.
    """
    path = Path(path)
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise SourceError(path, "the file does not exist", _EXPECTED) from error
    except IsADirectoryError as error:
        raise SourceError(path, "this is a folder", _EXPECTED) from error
    except OSError as error:
        raise SourceError(path, f"the file cannot be read: {error.strerror}", _EXPECTED) from error
    name = path.stem if name is None else name
    text, encoding = _decode(path, data)
    if not text.strip("\ufeff \t\r\n\f\v\u3000"):
        raise SourceError(path, "the file is empty", _EXPECTED)
    findings: tuple[Finding, ...] = ()
    if encoding != "utf-8":
        message = f"The file is not UTF-8; it was read as {encoding.upper()}."
        findings = (Finding(kind=FindingKind.ENCODING_GUESSED, message=message, document=name),)
    return Source(
        name=name,
        text=text,
        sha256=hashlib.sha256(data).hexdigest(),
        encoding=encoding,
        findings=findings,
    )


def _decode(path: Path, data: bytes) -> tuple[str, str]:
    """Return the text and its encoding."""
    for magic, kind in _MAGIC.items():
        if data.startswith(magic):
            raise SourceError(path, f"the file is {kind}, not a text", _EXPECTED)
    for mark, encoding in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if data.startswith(mark):
            try:
                return data.decode(encoding), encoding
            except UnicodeDecodeError as error:
                raise SourceError(path, "the file is binary, not a text", _EXPECTED) from error
    if b"\0" in data:
        raise SourceError(path, "the file is binary, not a text", _EXPECTED)
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        problem = f"byte {error.start} is not UTF-8"
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        text = ""
    if _is_chinese(text):
        return text, "gb18030"
    raise SourceError(path, problem + _likely_encoding(data), _EXPECTED)


_LEAST_COMMON: Final = 0.9
_SAMPLE: Final = 10_000


def _is_chinese(text: str) -> bool:
    """Tell whether decoded text is Chinese and not the debris of another encoding.

    Debris lands in the rare part of the character set; of real text nearly all lies in GB 2312.
    """
    wide = [character for character in text if character > "\x7f"]
    common = sum(_in_gb2312(character) for character in wide)
    return bool(wide) and common >= _LEAST_COMMON * len(wide)


def _likely_encoding(data: bytes) -> str:
    """Return the end of the sentence that says what the bytes may be instead.

    The library is asked for a hint only: it takes short GB18030 texts for Korean.
    """
    from charset_normalizer import from_bytes  # noqa: PLC0415  # only a broken file needs it

    guess = from_bytes(data[:_SAMPLE]).best()
    if guess is None:
        return ", nor is the file GB18030"
    return f"; the file looks like {guess.encoding.upper().replace('_', '-')}, not GB18030"


def _in_gb2312(character: str) -> bool:
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True
