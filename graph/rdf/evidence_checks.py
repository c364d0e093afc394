"""What a quote must hold: two offsets, as many characters, and a place in its article."""

from __future__ import annotations

from sys import maxsize
from typing import TYPE_CHECKING, Final

from graph.errors import DatasetError
from graph.rdf import vocabulary as v
from graph.rdf.properties import not_one, short

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pyoxigraph import NamedNode

    from graph.rdf.properties import Properties

_WORDS: Final = (v.EVIDENCE, v.ANTECEDENT, v.SUBJECT_WORDS, v.OBJECT_WORDS)


def position_faults(node: str, properties: Properties) -> Iterator[DatasetError]:
    """Yield what is wrong with a selector by offsets: two numbers in order."""
    for predicate in (v.START, v.END):
        try:
            properties.number(node, predicate)
        except DatasetError as fault:
            yield fault
            return
    start, end = offsets(node, properties)
    if start > end:
        yield DatasetError(
            node, f"it starts at {start} and ends at {end}", "an end after the start"
        )


def evidence_faults(
    iri: str, properties: Properties, extents: Mapping[str, tuple[int, int]]
) -> Iterator[DatasetError]:
    """Yield what is wrong with the words a statement rests on."""
    if not properties.all(iri, v.EVIDENCE):
        yield DatasetError(iri, "it has no ig:evidence", "at least one")
    article = properties.get(iri, v.ARTICLE)
    for predicate in _WORDS:
        for part in sorted(properties.all(iri, predicate)):
            if not part.startswith(f"{iri}/"):
                problem = f"its {short(predicate.value)} is {part}"
                yield DatasetError(iri, problem, "a part of the statement")
            faults = list(_part_faults(part, properties.get(iri, v.DOCUMENT), properties))
            yield from faults
            if faults or predicate != v.EVIDENCE:
                continue
            start, end = offsets(_of_class(v.POSITION_SELECTOR, part, properties)[0], properties)
            first, last = extents.get(article, (0, 0))
            if not first <= start <= end <= last:
                problem = f"it stands at {start}-{end} and its article at {first}-{last}"
                yield DatasetError(part, problem, "words of the article")


def _part_faults(part: str, document: str, properties: Properties) -> Iterator[DatasetError]:
    """Yield what is wrong with a quoted stretch: its source, its offsets, its words."""
    yield from not_one(part, v.HAS_SOURCE, properties)
    for source in properties.all(part, v.HAS_SOURCE):
        if source != document:
            yield DatasetError(part, f"its oa:hasSource is {source}", f"the document {document}")
    selectors = {
        class_: _of_class(class_, part, properties)
        for class_ in (v.POSITION_SELECTOR, v.QUOTE_SELECTOR)
    }
    for class_, nodes in selectors.items():
        if len(nodes) != 1:
            problem = f"it has {len(nodes)} selectors of the class {short(class_.value)}"
            yield DatasetError(part, problem, "exactly one")
            return
    [position], [quote] = selectors.values()
    faults = [*position_faults(position, properties), *not_one(quote, v.EXACT, properties)]
    yield from faults
    if faults:
        return
    words = properties.get(quote, v.EXACT)
    start, end = offsets(position, properties)
    length = end - start
    if not words:
        yield DatasetError(quote, "it quotes nothing", "the words")
    elif len(words) != length:
        problem = f"it quotes {len(words)} characters and its offsets span {length}"
        yield DatasetError(part, problem, "as many characters as the offsets span")


def _of_class(class_: NamedNode, part: str, properties: Properties) -> list[str]:
    return [
        node
        for node in properties.all(part, v.HAS_SELECTOR)
        if class_.value in properties.all(node, v.TYPE)
    ]


def text_extents(properties: Properties) -> dict[str, tuple[int, int]]:
    """Return where the text of each provision, with all below it, starts and ends.

    Where an offset of it is missing, which is a fault of its own, the text may stand anywhere.
    """
    extents: dict[str, tuple[int, int]] = {}
    for provision in properties.instances(v.SUBDIVISION):
        for stretch in properties.all(provision, v.HAS_SELECTOR):
            faulty = any(position_faults(stretch, properties))
            start, end = (0, maxsize) if faulty else offsets(stretch, properties)
            for node in _upwards(provision, properties):
                first, last = extents.get(node, (start, end))
                extents[node] = (min(first, start), max(last, end))
    return extents


def _upwards(provision: str, properties: Properties) -> list[str]:
    """Return the provision and all above it; the climb ends where a broken tree has a circle."""
    climbed: list[str] = []
    node: str | None = provision
    while node is not None and node not in climbed:
        climbed.append(node)
        node = next(iter(properties.all(node, v.IS_PART_OF)), None)
    return climbed


def offsets(selector: str, properties: Properties) -> tuple[int, int]:
    """Return start and end of a selector by offsets that `position_faults` finds sound."""
    return properties.number(selector, v.START), properties.number(selector, v.END)
