"""A relation between two bodies as a Chinese clause."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from graph.ontology import Relation

_GAP: Final = "…"
_COPULA: Final = "是"


def clause_of(relation: Relation, subject: str, obj: str, before: str = "") -> str:
    """Return what a relation says of two bodies, such as 甲领导乙, 甲向乙报告, 甲是乙的成员.

    Args:
        relation: the relation; its label has a gap where the object stands, or the object follows.
        subject: the name of the one body.
        obj: the name of the other.
        before: what stands before the verb (不得).
    """
    label = relation.label_zh
    if before.endswith(_COPULA):
        label = label.removeprefix(_COPULA)
    verb = label.replace(_GAP, obj) if _GAP in label else label + obj
    return f"{subject}{before}{verb}"
