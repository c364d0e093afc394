"""Paths with their proof: as text, as Markdown for a memo, as data; and their statements.

Every hop is shown with all statements that make it, each with its relation and direction, its
article and the words that state it. A hop that no text states is shown with what it follows from.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from graph.proof.citation import flat, named
from graph.rdf.stored import StoredKinship

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.network import Hop, Path
    from graph.proof.citation import Citations
    from graph.rdf.stored import StoredStatement

# What Markdown or HTML could take for markup inside a line.
_MARKUP: Final = re.compile(r"[\\`*_\[\]<>#|~&!]")


def path_text(path: Path, citations: Citations, *, mark: str = "") -> Iterator[str]:
    """Yield the lines of a path: its bodies, then each hop with its statements.

    Args:
        path: the path.
        citations: how to cite the statements of its dataset.
        mark: what to put before the first line.
    """
    yield flat(f"{mark}{_title(path)}")
    for index, hop in enumerate(path.hops, start=1):
        lead = f"  {index}. "
        for arrow, statements in _parallel(hop, citations).items():
            yield flat(f"{lead}{hop.source.name} {arrow} {hop.target.name}")
            lead = " " * len(lead)
            for statement in statements:
                yield from (f"{' ' * 7}{line}" for line in citations.lines(statement))


def path_markdown(path: Path, citations: Citations) -> Iterator[str]:
    """Yield the lines of a path as Markdown: a heading and numbered hops with their citations.

    A citation names the document, the article, the words, how they state the relation, and where
    the words stand in the file; under a consequence stands what it follows from.
    """
    yield f"## {escape(_title(path))}"
    yield ""
    for index, hop in enumerate(path.hops, start=1):
        lead = f"{index}. "
        for arrow, statements in _parallel(hop, citations).items():
            yield f"{lead}**{escape(hop.source.name)}** {arrow} **{escape(hop.target.name)}**"
            lead = "   "
            for statement in statements:
                yield from (f"   {line}" for line in _cited(statement, citations))
            yield ""


def path_data(path: Path, citations: Citations) -> dict[str, object]:
    """Return a path as values that JSON can hold, with all that is known of each statement."""
    return {
        "length": len(path),
        "inferred_hops": path.inferred_hops,
        "hops": [
            {
                "from": named(hop.source),
                "to": named(hop.target),
                "inferred": hop.inferred,
                "statements": [
                    citations.data(statement) | {"forward": hop.follows(statement)}
                    for statement in hop.statements
                ],
            }
            for hop in path.hops
        ],
    }


def statement_iris(path: Path) -> tuple[str, ...]:
    """Return the IRIs of all statements of a path, hop by hop, so that it can be highlighted."""
    return tuple(statement.iri for hop in path.hops for statement in hop.statements)


def hops(number: int) -> str:
    """Return a number of hops in words: `1 hop`, `3 hops`."""
    return f"{number} hop{'' if number == 1 else 's'}"


def _title(path: Path) -> str:
    inferred = f", {path.inferred_hops} inferred" if path.inferred_hops else ""
    return f"{' → '.join(body.name for body in path.bodies)} ({hops(len(path))}{inferred})"


def _parallel(hop: Hop, citations: Citations) -> dict[str, list[StoredStatement]]:
    """Return the statements of a hop by the arrow that shows the relation and its direction."""
    found: dict[str, list[StoredStatement]] = {}
    for statement in hop.statements:
        label = citations.label(statement)
        if citations.symmetric(statement):
            arrow = f"—{label}—"
        else:
            arrow = f"—{label}→" if hop.follows(statement) else f"←{label}—"
        found.setdefault(arrow, []).append(statement)
    return found


def _cited(statement: StoredStatement, citations: Citations, *, lead: str = "") -> Iterator[str]:
    """Yield a statement as an item of a Markdown list, and what it follows from under it."""
    how = "；".join(
        filter(
            None,
            (citations.rule(statement), citations.modality(statement), *statement.conditions),
        )
    )
    if statement.inferred:
        yield f"- {lead}推论（{escape(how)}；<{statement.iri}>）"
    else:
        place = f"{citations.title(statement)}{statement.article_label or '序言'}"
        offsets = "、".join(f"{one.span.start}-{one.span.end}" for one in statement.evidence)
        yield (
            f"- {lead}{escape(place)}：「{escape(statement.quote)}」"
            f"（{escape(how)}；字符 {offsets}；<{statement.iri}>）"
        )
    for premise in citations.premises(statement):
        if isinstance(premise, StoredKinship):
            yield f"  - 据 {escape(citations.kinship_line(premise))}"
        else:
            said = f"据 {escape(citations.said(premise))}："
            yield from (f"  {line}" for line in _cited(premise, citations, lead=said))


def escape(text: str) -> str:
    r"""Return a text in one line in which Markdown finds no markup.

    >>> escape("*甲*[1]")
    '\\*甲\\*\\[1\\]'
    """
    return _MARKUP.sub(lambda match: f"\\{match[0]}", flat(text))
