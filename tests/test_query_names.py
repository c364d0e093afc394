"""Names of bodies: which body is meant, and what to suggest for an unknown name."""

from __future__ import annotations

import pytest

from graph.errors import QueryError, UnknownBodyError
from graph.ontology import load_ontology
from graph.query import Names, read_names
from graph.rdf import GraphStore, store_readings
from tests.factories import (
    make_body,
    make_document,
    make_reading,
    make_statement,
    sample_reading,
)

ROOT = "https://w3id.org/institution-graph/"


@pytest.fixture(scope="module")
def names() -> Names:
    """Return the names of two documents that have all bodies in common but the relative one."""
    return read_names(store_readings([sample_reading(), sample_reading("other")]))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("监察组", ["body/监察组"]),
        ("驻点监察组", ["body/监察组"]),
        (" 监 察组\t", ["body/监察组"]),
        ("body:监察组", ["body/监察组"]),
        (f"<{ROOT}body/监察组>", ["body/监察组"]),
        (f"{ROOT}body/监察组", ["body/监察组"]),
        ("同级党委", ["document/other/body/同级党委", "document/sample/body/同级党委"]),
        ("doc:sample/body/同级党委", ["document/sample/body/同级党委"]),
        ("各监察组", ["body/监察组"]),
        ("有关的驻点监察组", ["body/监察组"]),
        ("监察", []),
        ("驻点监察组组长", []),
        ("各", []),
        ("的", []),
        ("body:驻点监察组", []),
        ("", []),
    ],
)
def test_find_bodies(names: Names, text: str, expected: list[str]) -> None:
    """A body is found by every name it has and by its IRI, and by nothing else."""
    assert [ROOT + iri for iri in expected] == [body.iri for body in names.find_bodies(text)]


def test_a_document_chooses_among_relative_names(names: Names) -> None:
    """A relative name is one body of each document, a shared name the same in all."""
    document = f"{ROOT}document/sample"
    assert f"{document}/body/同级党委" == names.get_body("同级党委", document).iri
    assert f"{ROOT}body/总局" == names.get_body("总局", document).iri


def test_several_bodies_are_not_one(names: Names) -> None:
    """Where one body is wanted and several bear the name, all are named."""
    with pytest.raises(QueryError) as caught:
        names.get_body("同级党委")
    assert (
        "2 bodies are named 同级党委: doc:other/body/同级党委, doc:sample/body/同级党委; "
        "expected a document." == str(caught.value)
    )


@pytest.mark.parametrize(
    ("text", "nearest"),
    [("监查组", ("监察组",)), ("大局", ("总局", "分局")), ("xyz", ())],
)
def test_nearest_names(names: Names, text: str, nearest: tuple[str, ...]) -> None:
    """An unknown name is answered with the known ones that have most in common with it."""
    with pytest.raises(UnknownBodyError) as caught:
        names.get_bodies(text)
    assert (text, nearest) == (caught.value.name, caught.value.nearest)


def test_a_preferred_name_wins_over_another_name() -> None:
    """Where a name is one body's own and another's short form, the first is meant."""
    office, team = make_body("办公室"), make_body("监察专员办公室", "办公室")
    document = make_document({1: ["办公室领导监察专员办公室。"]})
    statement = make_statement(document, 1, office, "leads", team, "办公室领导监察专员办公室")
    names = read_names(store_readings([make_reading(document, statement)]))
    assert f"{ROOT}body/办公室" == names.get_body("办公室").iri


def test_brackets_of_either_width_are_the_same() -> None:
    """A name is found whichever brackets it is typed with."""
    party, other = make_body("党组（党委）"), make_body("派驻机构")
    document = make_document({1: ["党组（党委）支持派驻机构。"]})
    statement = make_statement(document, 1, party, "supports", other, "党组（党委）支持派驻机构")
    names = read_names(store_readings([make_reading(document, statement)]))
    assert f"{ROOT}body/" in names.get_body("党组(党委)").iri


def test_a_spelling_counts_only_where_no_name_is_exact() -> None:
    """Of 各级纪委 and its full form without quantifier, each is found by its own name."""
    full, every = make_body("纪律检查委员会"), make_body("各级纪委")
    document = make_document({1: ["各级纪委领导纪律检查委员会。"]})
    statement = make_statement(document, 1, every, "leads", full, "各级纪委领导纪律检查委员会")
    names = read_names(store_readings([make_reading(document, statement)]))
    assert "各级纪委" == names.get_body("各级纪委").name
    assert "纪律检查委员会" == names.get_body("纪律检查委员会").name
    assert ["各级纪委", "纪律检查委员会"] == [one.name for one in names.get_bodies("有关纪委")]


def test_names_that_the_ontology_knows_count(store: GraphStore) -> None:
    """A body that the ontology knows is found by the other names it has there."""
    known = next(one for one in load_ontology().known_bodies if one.other_names)
    document = make_document({1: [f"{known.name}领导分局。"]})
    statement = make_statement(
        document, 1, make_body(known.name), "leads", make_body("分局"), f"{known.name}领导分局"
    )
    names = read_names(store_readings([make_reading(document, statement)]))
    assert known.name == names.get_body(known.other_names[0]).name
    assert not read_names(store).find_bodies(known.other_names[0])
