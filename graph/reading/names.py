"""From mentions to bodies: the preferred name, the other names, whether the name is relative.

Quantifiers and fillers are left out of a name, abbreviations are written out, a body known by
several names gets its preferred one. What hangs on another body is named with it (派出机关同级党委,
国家监察委员会主任). A name is relative where it picks out a body only inside its document
(同级党委, 有关单位, 主任).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graph.model import Body
from graph.reading import lexemes as lx

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.ontology import Ontology
    from graph.reading.mentions import Mention

_KEPT_QUANTIFIERS: Final = ("有关", "相关")
_KEPT_INSIDE: Final = (*_KEPT_QUANTIFIERS, "党的")  # 企业中党的组织
_TOLD_APART: Final = (*_KEPT_QUANTIFIERS, "其他", "其它")
_POST: Final = "Post"
_TWO: Final = 2


class Namer:
    """Names the bodies of one document.

    `body` one mention at a time, `bodies` all that were named.
    """

    def __init__(self, ontology: Ontology) -> None:
        """Take the known bodies and the abbreviations from the ontology."""
        self._known = {
            form: body
            for body in ontology.known_bodies
            for form in (body.name, *body.other_names, *body.lone_names)
        }
        self._abbreviations = ontology.abbreviations
        self._expansions: dict[str, str] = {}
        self._defined: dict[str, str] = {}
        self._names: dict[str, set[str]] = {}
        self._kinds: dict[str, str] = {}
        self._relative: dict[str, bool] = {}

    def define(self, short: str, mention: Mention) -> None:
        """Let `short` be another name of the body that `mention` names, from here on."""
        name = self._expanded(self._plain(mention))
        if len(mention.tokens) == 1 and mention.tokens[0].lexeme.generic:
            return  # 有关部门（以下称审查机关）: only the short name picks it out
        if not short.endswith(name):  # 经营快递业务的企业（以下简称快递企业）: it is told apart
            self._defined.setdefault(short, name)

    def body(self, mention: Mention, organ: Mention | None) -> str:
        """Return the preferred name of the body that `mention` names, and keep its other names.

        `organ` is the body whose post a bare title (主任) is.
        """
        written, plain = mention.written(), self._plain(mention)
        names = {mention.quantifier + written, written, plain}
        name, anchored = plain, False
        if mention.anchor is not None:
            name, anchored = self._plain(mention.anchor) + plain, True
        elif organ is not None and self._hangs_on(mention, organ):
            whole = self._plain(organ)
            said = plain[:_TWO] if whole.endswith(plain[:_TWO]) else ""
            name, anchored = whole + plain.removeprefix(said), True  # 居民小组 and 小组长
        elif mention.prefix:
            name = mention.prefix + plain
            names.add(mention.prefix.replace("的", "") + plain)
        names.add(name)
        name = self._expanded(name)
        defined = self._defined.get(name)
        if defined is not None:
            names.add(name)
            name = defined
        names.update(self._alternatives(name))
        known = self._known.get(name)
        if known is not None:
            names.update(known.other_names)
        names.discard(name)
        self._names.setdefault(name, set()).update(names)
        self._kinds.setdefault(name, known.kind if known is not None else mention.kind)
        self._relative.setdefault(name, not anchored and self._is_relative(mention))
        return name

    def bodies(self) -> dict[str, Body]:
        """Return every body named so far, by preferred name, in the order of first naming."""
        return {
            name: Body(
                name=name,
                kind=self._kinds[name],
                other_names=tuple(sorted(names)),
                relative=self._relative[name],
            )
            for name, names in self._names.items()
        }

    def _hangs_on(self, mention: Mention, organ: Mention) -> bool:
        """Say whether a bare title or office (主任, 办公室) is one of `organ`."""
        whole = len(mention.tokens) == 1 or (mention.kind == _POST and len(mention.tokens) == _TWO)
        return whole and organ.kind in mention.tokens[0].lexeme.held_in

    def _is_relative(self, mention: Mention) -> bool:
        tokens = mention.tokens
        if tokens[0].lexeme.kind == lx.RELATIVE or mention.quantifier in _KEPT_QUANTIFIERS:
            return True
        anchored = any(token.lexeme.kind in (lx.KNOWN, lx.HEAD) for token in tokens[:-1])
        return not anchored and mention.kind in (_POST, "Department", "Office", "Meeting")

    def _plain(self, mention: Mention) -> str:
        """Return the name without quantifiers, 的 and marks that carry nothing."""
        text = mention.passage.text
        parts = []
        for position, token in enumerate(mention.tokens):
            form = text[token.start : token.end]
            if token.lexeme.kind == lx.OF:
                continue
            both = token.lexeme.is_in("bothLevels") and position
            if both and mention.tokens[position - 1].lexeme.kind == lx.GAP:
                parts.append(form[-1])  # 司、处两级内设机构: 司级内设机构
                continue
            if token.lexeme.kind == lx.QUANTIFIER and not (position and form in _KEPT_INSIDE):
                continue
            parts.append(form)
        name = "".join(parts)
        only = mention.tokens[0].lexeme
        if mention.quantifier in _TOLD_APART and len(mention.tokens) == 1 and only.generic:
            return mention.quantifier + name
        return name

    def _expanded(self, name: str) -> str:
        """Return the preferred form of a name.

        Known bodies by their name, abbreviations written out.
        """
        expanded = self._expansions.get(name)
        if expanded is None:
            expanded = self._expansions[name] = self._written_out(name)
        return expanded

    def _written_out(self, name: str) -> str:
        """Do what `_expanded` says, for a name that was not asked for yet."""
        known = self._known.get(name)
        if known is not None:
            return known.name
        for short, long in self._abbreviations.items():
            if long not in name:
                name = name.replace(short, long)
        known = self._known.get(name)
        return known.name if known is not None else name

    def _alternatives(self, name: str) -> Iterable[str]:
        """Yield the names with and without the alternative in parentheses.

        (党组（党委） is 党组 or 党委).
        """
        opening, closing = name.find("（"), name.find("）")
        if 0 < opening < closing:
            yield name[:opening] + name[closing + 1 :]
