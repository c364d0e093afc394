"""Documents and articles: the forms in which people name them."""

from __future__ import annotations

import pytest

from graph.errors import QueryError, UnknownProvisionError
from graph.model import Document, Provision, ProvisionKind, Span
from graph.query import Places, read_places
from graph.query.places import is_article
from graph.rdf import GraphStore, store_readings
from tests.factories import make_document, make_reading, make_source, sample_reading

DOC = "https://w3id.org/institution-graph/document/"


@pytest.fixture(scope="module")
def places() -> Places:
    """Return the places of the sample and of a second document, whose articles are 9 and 12."""
    other = make_document({9: ["甲。"], 12: ["乙。"]}, name="other", title="另一规则")
    return read_places(store_readings([sample_reading(), make_reading(other)]))


def found(places: Places, text: str, document: str | None = None) -> list[str]:
    """Return what is found, without the part that all IRIs share."""
    return [one.iri.removeprefix(DOC) for one in places.find_articles(text, document)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2", ["sample/article/2"]),
        ("第二条", ["sample/article/2"]),
        ("第 二 条", ["sample/article/2"]),
        ("二", ["sample/article/2"]),
        ("第2条", ["sample/article/2"]),
        ("２", ["sample/article/2"]),
        ("02", ["sample/article/2"]),
        ("12", ["other/article/12"]),
        ("第十二条", ["other/article/12"]),
        ("preamble", ["sample/preamble"]),
        ("序言", ["sample/preamble"]),
        ("doc:sample/article/2", ["sample/article/2"]),
        (f"<{DOC}other/article/9>", ["other/article/9"]),
        ("第二", []),
        ("2条款", []),
        ("2-1", []),
        ("第一章", []),
        ("doc:sample/chapter/1", []),
        ("", []),
    ],
)
def test_find_articles(places: Places, text: str, expected: list[str]) -> None:
    """An article is found by its number in either script and by its IRI; nothing else is one."""
    assert expected == found(places, text)


def test_articles_of_several_documents() -> None:
    """A number that several documents have means all of them, unless one document is meant."""
    places = read_places(store_readings([sample_reading(), sample_reading("other")]))
    assert ["other/article/2", "sample/article/2"] == found(places, "2")
    assert ["sample/article/2"] == found(places, "2", f"{DOC}sample")


def test_an_inserted_article_has_two_numbers() -> None:
    """第十二条之一 is 12-1, in every form, and is not 12."""
    articles = tuple(
        Provision(
            id=path,
            kind=ProvisionKind.ARTICLE,
            span=Span(start=0, end=3),
            label=label,
            number=12,
            suffix=suffix,
        )
        for path, label, suffix in (
            ("article/12", "第十二条", None),
            ("article/12-1", "第十二条之一", 1),
        )
    )
    document = Document(name="law", title="法", source=make_source(), provisions=articles)
    places = read_places(store_readings([make_reading(document)]))
    for text in ("12-1", "第十二条之一", "第12条之1", "12之1"):
        assert ["law/article/12-1"] == found(places, text)
    assert ["law/article/12"] == found(places, "12")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12", True),
        ("12-1", True),
        ("第十二条", True),
        ("第一百二十条之三", True),
        ("preamble", True),
        ("doc:rules/article/3", True),
        ("派驻机构", False),
        ("第一书记", False),
        ("第十二条办公室", False),
        ("body:派驻机构", False),
        ("doc:rules/body/同级党委", False),
        ("二", False),
        ("", False),
    ],
)
def test_is_article(text: str, expected: bool) -> None:  # noqa: FBT001  (a row of the table)
    """What looks like the number of an article is told from the name of a body."""
    assert expected is is_article(text)


@pytest.mark.parametrize(
    ("document", "message"),
    [
        (None, "no article of the graph is 13; expected a number from 1 to 12 or preamble."),
        (f"{DOC}other", "no article of the graph is 13; expected a number from 9 to 12."),
        (f"{DOC}none", "no article of the graph is 13; expected a graph with articles."),
    ],
)
def test_an_unknown_article(places: Places, document: str | None, message: str) -> None:
    """A number that there is not is answered with those there are."""
    with pytest.raises(UnknownProvisionError) as caught:
        places.get_articles("13", document)
    assert message == str(caught.value)


@pytest.mark.parametrize(
    "text", ["other", "另一规则", "《另一规则》", "doc:other", f"{DOC}other", "另一 规则"]
)
def test_get_document(places: Places, text: str) -> None:
    """A document is found by the name of its file, its title and its IRI."""
    assert f"{DOC}other" == places.get_document(text)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("另外规则", "no document of the graph is 另外规则; the nearest are 另一规则, 样例规则."),
        ("xyz", "no document of the graph is xyz; the nearest are other, sample."),
        ("样例法", "no document of the graph is 样例法; the nearest are 样例规则."),
        ("", "no document of the graph is ; the nearest are other, sample."),
    ],
    ids=["like another", "like none", "only cited", "empty"],
)
def test_an_unknown_document(places: Places, text: str, message: str) -> None:
    """A document that was not read is answered with those that were."""
    with pytest.raises(QueryError) as caught:
        places.get_document(text)
    assert message == str(caught.value)


def test_a_title_of_several_documents() -> None:
    """A title that two documents have chooses neither."""
    places = read_places(store_readings([sample_reading(), sample_reading("other")]))
    with pytest.raises(QueryError) as caught:
        places.get_document("样例规则")
    assert "2 documents have the title 样例规则; expected one of other, sample." == str(
        caught.value
    )


def test_articles_stand_in_the_order_of_the_text(store: GraphStore) -> None:
    """The preamble comes first, the articles by their place and not by their IRI."""
    assert ["preamble", "1", "2", "3", "4", "5", "6"] == [
        article.number for article in read_places(store).articles
    ]
