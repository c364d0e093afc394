"""References to other documents: every 《…》 in the text, and which of them the document rests on.

根据《A》和《B》…，制定本规则: what stands between the two words is the legal basis.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from graph.model import Citation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graph.model import Passage, Provision, Span

# 《关于修改〈监察法〉的决定》, and 《关于适用《刑法》的解释》 with marks nested by mistake.
# Group: title.
_TITLE: Final = re.compile(r"《((?:[^《》]|《[^《》]{0,200}》){1,200})》")
_GROUND: Final = re.compile("根据|依据|依照|按照")
# 制定本规则, 特制定本办法, 作如下决定, 规定如下: the document speaks of its own making.
_MAKING: Final = re.compile(
    r"""
    制[定订]本(?!地|级|单位|部门|系统|行业|辖区)
    | (?:作出?如下|就.{0,60})(?:决定|规定|解释|安排|修改|补充)
    | (?:决定|规定|解释|安排|修改|通知|批复)如下
    """,
    re.VERBOSE,
)
# 《…》（以下简称《规则》）, beginning at the closing mark of the title. Group: the short name.
_SHORT_NAME: Final = re.compile(r"》\s*（以下(?:统一)?简?称[：:]?\s*[“《]?([^”》）]{1,30})")
_SENTENCE: Final = re.compile("[^。；]+")
_BARE: Final = ("条例", "规则", "规定", "办法", "准则", "细则", "章程", "决定", "解释", "意见")
"""《规则》 alone is the document itself, if that is what its title ends in."""


def read_citations(provisions: Iterable[Provision], title: str) -> tuple[Citation, ...]:
    """Return the documents that the provisions refer to, once for each provision they stand in.

    References to the document itself, by its `title` or a short name it gives itself, are left out.
    """
    found: dict[tuple[str, str], tuple[bool, list[Span]]] = {}
    own = {"".join(title.split())} | {
        name for name in _BARE if title.partition("（")[0].endswith(name)
    }
    for provision in provisions:
        passage = provision.passage
        if passage is None or "《" not in passage.text:
            continue
        for name, basis, spans, short in _references(passage):
            if name in own:
                own |= {short} if short else set()
                continue
            known, places = found.get((name, provision.id), (False, []))
            places += spans
            found[name, provision.id] = (known or basis, places)
    return tuple(
        Citation(title=name, provision=provision, basis=basis, spans=tuple(spans))
        for (name, provision), (basis, spans) in found.items()
    )


def _references(passage: Passage) -> Iterator[tuple[str, bool, tuple[Span, ...], str | None]]:
    """Yield the titles in a passage: name, whether a basis, spans, the short name it gets."""
    for sentence in _SENTENCE.finditer(passage.text):
        words = sentence[0]
        if "《" not in words:
            continue
        ground = _GROUND.search(words)
        making = _MAKING.search(words, ground.end()) if ground else None
        for match in _TITLE.finditer(words):
            basis = bool(ground and making and ground.end() <= match.start() < making.start())
            offset = sentence.start()
            spans = passage.locate(offset + match.start(), offset + match.end())
            short = _SHORT_NAME.match(words, match.end() - 1)
            yield "".join(match[1].split()), basis, spans, short[1] if short else None
