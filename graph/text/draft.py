"""The document tree while it grows: a provision that may still gain children."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.model import Passage, ProvisionKind
    from graph.text.entries import Entry


@dataclass(slots=True, kw_only=True)
class Draft:
    """A provision in the making; `graph.text.numbering` gives it its id and its final form."""

    kind: ProvisionKind
    start: int
    end: int
    label: str = ""
    label_end: int = 0  # where in the source the label ends
    number: int | None = None
    suffix: int | None = None
    heading: str = ""
    passage: Passage | None = None
    children: list[Draft] = field(default_factory=list)

    @classmethod
    def of(cls, kind: ProvisionKind, entry: Entry, *, passage: Passage | None = None) -> Draft:
        """Return the draft of what an entry opens, with its number and its heading."""
        marker, line = entry.marker, entry.line
        start, end, heading = line.start, line.end, entry.heading
        if marker is None:
            return cls(
                kind=kind, start=start, end=end, label_end=start, heading=heading, passage=passage
            )
        return cls(
            kind=kind,
            start=start,
            end=end,
            label="".join(marker.label.split()),
            label_end=line.offset(len(marker.label)),
            number=marker.number,
            suffix=marker.suffix,
            heading=heading,
            passage=passage,
        )
