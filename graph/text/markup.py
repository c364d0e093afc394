"""Markdown and HTML that surround the text: marks that say how it looks, not what it says.

`mask` replaces every such mark by `GAP`, one for one, so that offsets stay those of the source.
What structures a line from its first column (`#`, `>`, `-`, `|`) is left for `graph.text.lines`,
which reads it.
"""

from __future__ import annotations

import re
from typing import Final

from graph.text.normalise import GAP

# --- ... --- at the very start of a Markdown file: `title: …`, `sidebar: auto`.
_FRONT_MATTER: Final = re.compile(
    r"\ufeff?\s{0,9}---[ \t]*[\r\n]+(?:(?!---)[^\r\n]*[\r\n]+){0,60}---[ \t]*(?=[\r\n]|\Z)"
)
# <!-- INFO END -->; one that is never closed is text.
_COMMENT: Final = re.compile(r"<!--.*?-->", re.DOTALL)
# [第一章 总则](#第一章-总则) and ![](seal.png): the words stay, the address goes.
_LINK: Final = re.compile(r"!?\[([^\[\]\r\n]{0,300})\]\([^()\r\n]{0,500}\)")
# <br>, </p>, <font color="red">; 《关于修改<公司法>的决定》 uses the same brackets around Chinese.
_TAG: Final = re.compile(r"</?[A-Za-z][A-Za-z0-9]{0,15}(?:[ \t/][^<>\r\n]{0,300})?>")
# &nbsp; &emsp; &#12288;
_ENTITY: Final = re.compile(r"&(?:[A-Za-z]{2,8}|#\d{2,6}|#x[0-9A-Fa-f]{2,6});")
# \[2018\]: the backslash that protects a mark.
_BACKSLASH: Final = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
# __bold__; a single one is text.
_UNDERSCORES: Final = re.compile("__+")


def mask(text: str) -> str:
    """Return the text with every mark of markup replaced by as many gaps as it has characters.

    >>> mask("**第一条** [总则](#a)").replace(GAP, "·")
    '··第一条·· ·总则·····'
    """
    front = _FRONT_MATTER.match(text)
    if front:
        text = _gaps(front) + text[front.end() :]
    if "<!--" in text and "-->" in text:
        text = _mask_comments(text)
    if "](" in text:
        text = _LINK.sub(_mask_link, text)
    if "<" in text:
        text = _TAG.sub(_gaps, text)
    if "&" in text:
        text = _ENTITY.sub(_gaps, text)
    return _mask_emphasis(text)


def _mask_emphasis(text: str) -> str:
    """Mask the marks themselves of **bold**, *italic* and `code`; most texts have none."""
    if "\\" in text:
        text = _BACKSLASH.sub(_gaps, text)
    if "__" in text:
        text = _UNDERSCORES.sub(_gaps, text)
    return text.replace("*", GAP).replace("`", GAP)


def _mask_comments(text: str) -> str:
    """Mask the comments; nothing behind the last `-->` is searched."""
    end = text.rindex("-->") + len("-->")
    return _COMMENT.sub(_gaps, text[:end]) + text[end:]


def _gaps(match: re.Match[str]) -> str:
    """Return gaps for the whole match; line ends stay, so that lines stay apart."""
    masked = match[0]
    if "\n" in masked or "\r" in masked:
        return "".join(character if character in "\r\n" else GAP for character in masked)
    return GAP * len(masked)


def _mask_link(match: re.Match[str]) -> str:
    """Mask a link around its words."""
    before, after = match.start(1) - match.start(), match.end() - match.end(1)
    return GAP * before + match[1] + GAP * after
