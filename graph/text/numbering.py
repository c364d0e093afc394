"""Ids for provisions, and what their numbers betray: gaps, repetitions, headings that lost theirs.

An id is the path of a provision in its document (`article/14/paragraph/1/item/3`). Articles are
numbered through a document, so theirs do not name the chapter above them. A number that comes twice
side by side is told apart: `article/12`, `article/12~2`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graph.model import Finding, FindingKind, Provision, ProvisionKind, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.text.draft import Draft


_COUNTED: Final = (ProvisionKind.PARAGRAPH, ProvisionKind.ATTACHMENT)
"""The kinds that bear no number in the text and are counted where they stand."""

_ATTACHMENT: Final = ProvisionKind.ATTACHMENT.value

_RUNNING: Final = (ProvisionKind.CHAPTER, ProvisionKind.SECTION)
"""The kinds that may be numbered through what stands above them."""

_NAMES: Final = {
    ProvisionKind.CHAPTER: "Chapter",
    ProvisionKind.SECTION: "Section",
    ProvisionKind.ARTICLE: "Article",
    ProvisionKind.ITEM: "Item",
    ProvisionKind.SUBITEM: "Sub-item",
}
"""The kinds whose numbers are checked, as findings name them."""


class Numbering:
    """Turns the drafts of a document into provisions, with `findings` about their numbers."""

    def __init__(self, document: str) -> None:
        """Start with an empty document of that name."""
        self.findings: list[Finding] = []
        self._document = document
        self._taken: dict[str, int] = {}
        self._article = (0, 0)  # number and suffix of the last article
        self._last: dict[ProvisionKind, int] = {}  # the last number of each kind, wherever it stood

    def settle(self, drafts: Sequence[Draft], parent: str = "") -> tuple[Provision, ...]:
        """Return the provisions of drafts that stand side by side under the parent of that id."""
        if any(draft.kind in _RUNNING for draft in drafts):
            self._restore_numbers(drafts)
        settled: list[Provision] = []
        before: dict[ProvisionKind, int] = {}
        counts: dict[ProvisionKind, int] = {}
        for draft in drafts:
            counts[draft.kind] = count = counts.get(draft.kind, 0) + 1
            identity = self._identity(draft, parent, count)
            # The lists of an attachment follow no rule that could be broken.
            if draft.kind in _NAMES and not identity.startswith(_ATTACHMENT):
                self._check(draft, identity, before)
            children = self.settle(draft.children, identity) if draft.children else ()
            end = max(draft.end, children[-1].span.end) if children else draft.end
            settled.append(
                Provision(
                    id=identity,
                    kind=draft.kind,
                    span=Span(start=draft.start, end=end),
                    label=draft.label,
                    number=draft.number,
                    suffix=draft.suffix,
                    heading=draft.heading,
                    passage=draft.passage,
                    children=children,
                )
            )
        return tuple(settled)

    def _restore_numbers(self, drafts: Sequence[Draft]) -> None:
        """Give headings back their numbers, if just as many are missing where they stand."""
        for kind in _RUNNING:
            last = 0
            lost: list[Draft] = []
            for draft in drafts:
                if draft.kind is not kind:
                    continue
                if draft.number is None:
                    lost.append(draft)
                    continue
                if draft.number == last + len(lost) + 1:
                    for number, heading in enumerate(lost, start=last + 1):
                        heading.number = number
                        message = (
                            f"{heading.heading} has lost its number; it is {_NAMES[kind]} {number}."
                        )
                        self._find(FindingKind.NUMBERING_GAP, message, f"{kind}/{number}", heading)
                last, lost = draft.number, []

    def _identity(self, draft: Draft, parent: str, count: int) -> str:
        """Return an id that no other provision of the document has."""
        if draft.kind in _COUNTED:
            number = f"{count}"
        elif draft.number is None:
            number = f"unnumbered-{count}"
        else:
            number = f"{draft.number}-{draft.suffix}" if draft.suffix else f"{draft.number}"
        preamble = draft.kind is ProvisionKind.PREAMBLE
        key = draft.kind.value if preamble else f"{draft.kind}/{number}"
        if parent and draft.kind is not ProvisionKind.ARTICLE:
            key = f"{parent}/{key}"
        times = self._taken[key] = self._taken.get(key, 0) + 1
        return key if times == 1 else f"{key}~{times}"

    def _check(self, draft: Draft, identity: str, before: dict[ProvisionKind, int]) -> None:
        """Compare a number with the one before it among its likes."""
        if draft.number is None:
            return
        if draft.kind is ProvisionKind.ARTICLE:
            self._check_article(draft, draft.number, identity)
            return
        last = before.get(draft.kind, 0)
        running = draft.kind in _RUNNING and draft.number == self._last.get(draft.kind, 0) + 1
        before[draft.kind] = self._last[draft.kind] = draft.number
        # 第二编 / 第六章: chapters that are numbered through the parts.
        if draft.number > last + 1 and not running:
            self._gap(draft, draft.number, identity, last)
        elif draft.number <= last:
            self._repeated(draft, identity, last)

    def _check_article(self, draft: Draft, number: int, identity: str) -> None:
        last, self._article = self._article, (number, draft.suffix or 0)
        if last == (0, 0):
            return  # an extract may begin anywhere
        if self._article <= last:
            self._repeated(draft, identity, last[0])
        elif number > last[0] + 1:
            self._gap(draft, number, identity, last[0])

    def _gap(self, draft: Draft, number: int, identity: str, last: int) -> None:
        missing = f"{last + 1}" if number == last + 2 else f"{last + 1} to {number - 1}"
        place = f"follows {last}" if last else "is the first"
        message = f"{_NAMES[draft.kind]} {number} {place}: {missing} cannot be found."
        self._find(FindingKind.NUMBERING_GAP, message, identity, draft)

    def _repeated(self, draft: Draft, identity: str, last: int) -> None:
        name = _NAMES[draft.kind]
        message = f"{name} {draft.number} comes behind {name} {last}: the numbers run back."
        self._find(FindingKind.NUMBERING_REPEATED, message, identity, draft)

    def _find(self, kind: FindingKind, message: str, identity: str, draft: Draft) -> None:
        span = Span(start=draft.start, end=draft.label_end if draft.label else draft.end)
        self.findings.append(
            Finding(
                kind=kind,
                message=message,
                document=self._document,
                provision=identity,
                spans=(span,),
            )
        )
