"""The report for a person: what a build found, what it could not read, where the files are."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from graph.model import Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.model import Finding
    from graph.report.result import BuildResult, Unread

_SHOWN = 20
"""Up to how many findings, and unread clauses, are listed one by one; then only their kinds."""

_QUOTED = 40
"""How many characters of an unread clause are shown."""

_CONTENT = {
    "graph.trig": "the dataset",
    "statements.csv": "the statements as a table",
    "graph.html": "the page",
    "report.json": "counts, findings, coverage of every article",
}


def summary(result: BuildResult) -> str:
    """Return the account of a build as lines of text, without a line end after the last."""
    return "\n".join(
        [
            *_read(result),
            *_listed("finding", [(f.kind.value, _finding(f)) for f in result.findings]),
            *_listed("clause left unread", [(u.note, _unread(u)) for u in result.unread]),
            *_written(result),
        ],
    )


def counted(number: int, noun: str) -> str:
    """Return a number with its noun, in the plural where it has to be.

    >>> counted(1, "finding"), counted(1200, "body"), counted(0, "clause left unread")
    ('1 finding', '1,200 bodies', '0 clauses left unread')
    """
    head, _, rest = noun.partition(" ")
    if number != 1:
        head = f"{head[:-1]}ies" if head.endswith("y") else f"{head}s"
    return " ".join(filter(None, [f"{number:,}", head, rest]))


def _read(result: BuildResult) -> Iterator[str]:
    counts, coverage = result.counts, result.coverage
    denied = f" ({counts.denied:,} of them denied)" if counts.denied else ""
    yield (
        f"Read {counted(counts.documents, 'document')}: {counted(counts.articles, 'article')}, "
        f"{counted(counts.bodies, 'body')}, {counted(counts.statements, 'statement')}{denied}."
    )
    if result.inferred:
        drawn = counted(result.inferred, "consequence")
        yield f"From these follow {drawn}, in a graph of their own, each with its proof."
    if coverage.other == coverage.total:  # the reader did not say what became of the clauses
        return
    stated = round(100 * coverage.share(Role.EVIDENCE))
    unread = round(100 * coverage.share(Role.UNREAD))
    yield (
        f"Of the text of the articles, {stated}% states relations, "
        f"{100 - stated - unread}% was read as something else, {unread}% was left unread."
    )


def _listed(noun: str, items: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Yield a heading and the items under it; of many, the first of each kind and their number.

    Args:
        noun: what an item is.
        items: the kind and the line of each.
    """
    if not items:
        return
    yield ""
    if len(items) <= _SHOWN:
        yield f"{counted(len(items), noun)}:"
        yield from (f"  {line}" for _, line in items)
        return
    yield f"{counted(len(items), noun)}; report.json lists them all:"
    kinds = Counter(kind for kind, _ in items)
    first = dict(reversed(items))
    for kind, number in kinds.most_common(_SHOWN):
        yield f"  {number:,} × {kind or 'no reason given'}, first {first[kind]}"


def _finding(finding: Finding) -> str:
    place = " ".join(filter(None, [finding.document, finding.provision]))
    return f"{place}: {finding.message}"


def _unread(clause: Unread) -> str:
    quote = " ".join(clause.quote.split())
    if len(quote) > _QUOTED:
        quote = f"{quote[:_QUOTED]}…"
    note = f" ({clause.note})" if clause.note else ""
    return f"{clause.document} {clause.article}「{quote}」{note}"


def _written(result: BuildResult) -> Iterator[str]:
    yield ""
    yield f"Written to {result.out}:"
    width = max(len(path.name) for path in result.files)
    for path in result.files:
        yield f"  {path.name:<{width}}  {_CONTENT[path.name]}"
