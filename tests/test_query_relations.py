"""Relations: which are meant by a name, a label or a group."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graph.errors import QueryError
from graph.ontology import Ontology, load_ontology
from graph.query import get_relation, get_relations


@pytest.fixture(scope="module")
def ontology() -> Ontology:
    """Return the declarations of the project."""
    return load_ontology()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("leads", "leads"),
        ("ig:leads", "leads"),
        ("https://w3id.org/institution-graph/ontology#leads", "leads"),
        ("领导", "leads"),
        ("向…报告", "reportsTo"),
        ("向报告", "reportsTo"),
        ("Reports to", "reportsTo"),
    ],
)
def test_get_relation(ontology: Ontology, text: str, name: str) -> None:
    """A relation is known by its name, its IRI, and its label in either language."""
    assert name == get_relation(ontology, text).name


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("lead", "no relation is named lead; the nearest are leads."),
        ("领导人", "no relation is named 领导人; the nearest are leads."),
    ],
)
def test_an_unknown_relation(ontology: Ontology, text: str, message: str) -> None:
    """A relation that there is not is answered with the nearest by their names."""
    with pytest.raises(QueryError) as caught:
        get_relation(ontology, text)
    assert message == str(caught.value)


def test_a_label_of_several_relations(ontology: Ontology) -> None:
    """A label that two relations share chooses neither, and in a group of relations both."""
    shared = {
        name: replace(relation, label_zh="指挥") if name in {"leads", "guides"} else relation
        for name, relation in ontology.relations.items()
    }
    with pytest.raises(QueryError) as caught:
        get_relation(replace(ontology, relations=shared), "指挥")
    assert "指挥 is the label of 2 relations; expected one of leads, guides." == str(caught.value)
    assert {"leads", "guides"} == get_relations(replace(ontology, relations=shared), ["指挥"])


def test_an_unknown_relation_like_none(ontology: Ontology) -> None:
    """A word like no relation at all is answered with all of them."""
    with pytest.raises(
        QueryError, match="no relation is named xyz; expected one of leads, manages,"
    ):
        get_relation(ontology, "xyz")


@pytest.mark.parametrize(
    ("texts", "names"),
    [
        (["leads"], {"leads"}),
        (["leads,reportsTo"], {"leads", "reportsTo"}),
        (["leads", "向…报告"], {"leads", "reportsTo"}),
        (["leads， 监督"], {"leads", "supervises"}),
        (["authority"], {"leads", "manages", "supervises", "guides"}),
        (["answering,leads"], {"reportsTo", "accountableTo", "leads"}),
        ([], set()),
    ],
)
def test_get_relations(ontology: Ontology, texts: list[str], names: set[str]) -> None:
    """Names, labels and groups can be mixed, in one text or several."""
    assert names == get_relations(ontology, texts)


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("authorities", "no relation or group of relations is named authorities; the nearest are"),
        ("leads,,manages", "no relation or group of relations is named ; expected one of leads,"),
    ],
)
def test_an_unknown_group(ontology: Ontology, text: str, start: str) -> None:
    """Where groups are allowed, they are among what is expected."""
    with pytest.raises(QueryError) as caught:
        get_relations(ontology, [text])
    assert str(caught.value).startswith(start)
    assert "authority" in str(caught.value)
