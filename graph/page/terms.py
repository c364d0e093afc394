"""What terms of the ontology are called, in Chinese and in English."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from graph.ontology import IG, ontology_path

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_LABEL: Final = NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
_CHINESE: Final = "zh-hans"


def term_labels(name: str) -> tuple[str, str]:
    """Return the Chinese and the English label of a term by its local name, else that name."""
    chinese, english = _labels(ontology_path()).get(name, ("", ""))
    return chinese or name, english or name


@cache
def _labels(path: Path) -> Mapping[str, tuple[str, str]]:
    """Return both labels of every term of the ontology, by local name."""
    labels: dict[str, tuple[str, str]] = {}
    for quad in parse(path=str(path), format=RdfFormat.TURTLE):
        term, label = quad.subject, quad.object
        if quad.predicate != _LABEL or not isinstance(term, NamedNode):
            continue
        if isinstance(label, Literal) and term.value.startswith(IG):
            name = term.value.removeprefix(IG)
            chinese, english = labels.get(name, ("", ""))
            if (label.language or "").lower() == _CHINESE:
                labels[name] = (label.value, english)
            elif label.language == "en":
                labels[name] = (chinese, label.value)
    return labels
