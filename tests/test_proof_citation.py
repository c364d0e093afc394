"""How statements are cited."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from graph.ontology import load_ontology
from graph.proof.citation import Citations
from graph.rdf import read_records

if TYPE_CHECKING:
    from graph.rdf import GraphStore
    from graph.rdf.stored import Records


@pytest.fixture(scope="module")
def records(store: GraphStore) -> Records:
    """Return the sample as records."""
    return read_records(store)


@pytest.fixture(scope="module")
def citations(records: Records) -> Citations:
    """Return what cites the statements of the sample."""
    return Citations(records, load_ontology())


def test_a_citation_names_article_modality_conditions_and_words(
    records: Records, citations: Citations
) -> None:
    """All that a reader needs to look it up stands in one line."""
    lines = [citations.line(one) for one in records.statements]
    assert "序言（直接规定）：“要求分局遵照执行”" == lines[0]
    assert "第二条（不得）：“不得管理重点单位”" in lines
    assert "第五条（应当；定期）：“监察组应当定期向总局报告工作”" in lines


def test_what_is_inferred_is_cited_as_such(records: Records, citations: Citations) -> None:
    """A consequence has no article and no words of its own."""
    inferred = replace(records.statements[1], inferred=True, evidence=(), quote="")
    assert "推论（直接规定）" == citations.line(inferred)


def test_a_citation_is_one_line(records: Records, citations: Citations) -> None:
    """A quote that runs over the end of a line is shown in one."""
    broken = replace(records.statements[1], quote="总局\n领导")
    assert "第一条（直接规定）：“总局 领导”" == citations.line(broken)


def test_an_undeclared_relation_is_shown_by_its_name(
    records: Records, citations: Citations
) -> None:
    """A dataset of another ontology can still be printed."""
    other = replace(records.statements[1], relation="obeys")
    assert "obeys" == citations.label(other)
    assert not citations.symmetric(other)
