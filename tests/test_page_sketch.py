"""The still drawing: levels, one line a pair, and no text that becomes markup."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from graph.ontology import load_ontology
from graph.page import sketch
from graph.rdf import read_records

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.rdf import GraphStore
    from graph.rdf.stored import Records, StoredStatement

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def records(store: GraphStore) -> Records:
    """Return the sample as records."""
    return read_records(store)


def drawn(statements: Iterable[StoredStatement]) -> ET.Element:
    """Return the drawing of statements, parsed."""
    return ET.fromstring(sketch(statements, load_ontology())._repr_svg_())  # noqa: S314  (ours)


def test_who_acts_stands_above(records: Records) -> None:
    """A line runs down from the one who leads to the one who is led, once for each pair."""
    leads = [one for one in records.statements if one.relation == "leads"]
    picture = drawn(leads)
    lines = picture.findall(f"{SVG}line")
    assert len({(one.subject, one.object) for one in leads}) == len(lines) == 3
    assert all(float(line.attrib["y1"]) < float(line.attrib["y2"]) for line in lines)
    titles = {line.findtext(f"{SVG}title") for line in lines}
    assert titles == {"总局 领导 分局", "总局 领导 监察组", "理事会 领导 监察组"}
    names = ["".join(text.itertext()) for text in picture.findall(f"{SVG}text")]
    assert sorted(names) == sorted(["总局", "分局", "监察组", "理事会"])


def test_what_is_denied_is_not_drawn(records: Records) -> None:
    """A denied relation has no line, and its bodies no box."""
    picture = drawn(one for one in records.statements if one.relation == "manages")
    assert picture.findall(f"{SVG}line") == picture.findall(f"{SVG}text") == []


def test_a_circle_is_drawn(records: Records) -> None:
    """总局 leads 监察组, which supervises 审计处, which supervises 总局: every line is there."""
    picture = drawn(records.statements)
    pairs = {
        (one.subject, one.object)
        for one in records.statements
        if not one.denied and one.subject != one.object
    }
    assert len(pairs) == len(picture.findall(f"{SVG}line"))


def test_what_is_inferred_is_dotted(records: Records) -> None:
    """A pair that no text connects has a dotted line."""
    leads = [one for one in records.statements if one.relation == "leads"]
    picture = drawn([*leads[:1], replace(leads[-1], inferred=True)])
    assert ["stroke-dasharray" in line.attrib for line in picture.findall(f"{SVG}line")] == [
        False,
        True,
    ]


def test_names_stay_text(records: Records) -> None:
    """What SVG would take for markup is escaped; the picture holds no script."""
    one = records.statements[1]
    hostile = replace(one, subject=replace(one.subject, name="<script>&甲"))
    picture = drawn([hostile])
    assert picture.findall(f".//{SVG}script") == []
    assert "<script>&甲" in "".join(picture.itertext()).replace("\n", "")


def test_the_same_statements_give_the_same_picture(records: Records) -> None:
    """Nothing but the statements shows in it."""
    ontology = load_ontology()
    assert sketch(records.statements, ontology) == sketch(list(records.statements), ontology)
