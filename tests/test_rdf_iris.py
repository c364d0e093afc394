"""IRIs: readable, parsed back to what they were printed from, different for what is different."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from graph.model import Modality, ProvisionKind
from graph.rdf.iris import (
    ActivityIri,
    AnyIri,
    BodyIri,
    DocumentIri,
    Part,
    PartIri,
    ProvisionIri,
    Selector,
    SelectorIri,
    StatementIri,
    StretchIri,
    body_iri,
    parse_iri,
    statement_iri,
)
from tests.factories import make_body

ROOT = "https://w3id.org/institution-graph/"
DIGEST = "0123456789abcdef0123456789abcdef"

names = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)
digests = st.text("0123456789abcdef", min_size=32, max_size=32)
indexes = st.integers(1, 999)
provisions = st.builds(
    lambda path: "/".join(f"{kind.value}/{number}" for kind, number in path),
    st.lists(st.tuples(st.sampled_from(ProvisionKind), indexes), min_size=1, max_size=4),
)
parts = st.builds(PartIri, digest=digests, part=st.sampled_from(Part), index=indexes)
iris: st.SearchStrategy[AnyIri] = st.one_of(
    st.builds(DocumentIri, name=names),
    st.builds(ProvisionIri, document=names, provision=provisions),
    st.builds(BodyIri, name=names, document=st.none() | names),
    st.builds(StretchIri, document=names, provision=provisions, index=indexes),
    st.builds(ActivityIri, document=names),
    st.builds(StatementIri, digest=digests),
    parts,
    st.builds(SelectorIri, part=parts, selector=st.sampled_from(Selector)),
)


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        (DocumentIri(name="paizhu-rules~2"), "document/paizhu-rules~2"),
        (
            ProvisionIri(document="rules", provision="article/12~2/paragraph/1"),
            "document/rules/article/12~2/paragraph/1",
        ),
        (ProvisionIri(document="rules", provision="preamble"), "document/rules/preamble"),
        (BodyIri(name="党组（党委）"), "body/党组（党委）"),
        (BodyIri(name="同级党委", document="rules"), "document/rules/body/同级党委"),
        (BodyIri(name="body", document="body"), "document/body/body/body"),
        (BodyIri(name="甲/乙 100%"), "body/甲%2F乙%20100%25"),
        (BodyIri(name=".."), "body/%2E%2E"),
        (BodyIri(name="甲\u202e\u3000\ue000乙"), "body/甲%E2%80%AE%E3%80%80%EE%80%80乙"),
        (BodyIri(name="𠀀“甲”"), "body/𠀀“甲”"),
        (
            StretchIri(document="rules", provision="article/8/paragraph/1", index=2),
            "document/rules/article/8/paragraph/1/text/2",
        ),
        (ActivityIri(document="rules"), "document/rules/activity/reading"),
        (StatementIri(digest=DIGEST), f"statement/{DIGEST}"),
        (
            SelectorIri(
                part=PartIri(digest=DIGEST, part=Part.EVIDENCE, index=10), selector=Selector.QUOTE
            ),
            f"statement/{DIGEST}/evidence/10/quote",
        ),
    ],
)
def test_every_form_has_one_readable_spelling(value: AnyIri, printed: str) -> None:
    """A name is printed as people read it, and only what an IRI cannot hold is escaped."""
    assert str(value) == ROOT + printed
    assert parse_iri(ROOT + printed) == value


@given(iris)
def test_parsing_undoes_printing(value: AnyIri) -> None:
    """Whatever the names, an IRI is valid and read back as the value it was printed from."""
    printed = str(value)
    assert NamedNode(printed).value == printed
    assert not any(character.isspace() for character in printed)
    assert parse_iri(printed) == value


@given(st.sets(iris, min_size=2, max_size=8))
def test_different_things_have_different_iris(values: set[AnyIri]) -> None:
    """No two values are printed alike, whatever their forms."""
    assert len({str(value) for value in values}) == len(values)


@pytest.mark.parametrize(
    "iri",
    [
        "https://example.org/body/甲",
        ROOT,
        f"{ROOT}body/",
        f"{ROOT}body/甲/乙",
        f"{ROOT}body/%41",
        f"{ROOT}body/%zz",
        f"{ROOT}document/",
        f"{ROOT}document/rules/",
        f"{ROOT}document/rules/paragraph of nothing",
        f"{ROOT}document/rules/clause/1",
        f"{ROOT}document/rules/text/1",
        f"{ROOT}document/rules/article/1/text/0",
        f"{ROOT}document/rules/body/",
        f"{ROOT}document/rules/activity/writing",
        f"{ROOT}statement/0123",
        f"{ROOT}statement/{DIGEST.upper()}",
        f"{ROOT}statement/{DIGEST}/evidence/0",
        f"{ROOT}statement/{DIGEST}/evidence/{'9' * 5000}",
        f"{ROOT}statement/{DIGEST}/witness/1",
        f"{ROOT}statement/{DIGEST}/evidence/1/colour",
        f"{ROOT}statement/{DIGEST}/evidence/1/quote/1",
        f"{ROOT}ontology#leads",
    ],
)
def test_an_iri_that_is_not_ours_is_no_value(iri: str) -> None:
    """What is printed by no form, or spelt otherwise than it is printed, is not recognised."""
    assert parse_iri(iri) is None


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (BodyIri(name=""), "an empty name has no IRI"),
        (DocumentIri(name=""), "an empty name has no IRI"),
        (
            ProvisionIri(document="rules", provision="body/甲"),
            "a provision's id is made of kinds and numbers, got 'body/甲'",
        ),
    ],
)
def test_what_has_no_iri_is_refused(value: AnyIri, message: str) -> None:
    """An empty name, or a provision that would pass for a body, is not printed at all."""
    with pytest.raises(ValueError, match=f"^{message}$"):
        str(value)


def test_only_a_relative_body_belongs_to_a_document() -> None:
    """Two documents share a body of an absolute name, and each has its own of a relative one."""
    absolute, relative = make_body("监察组"), make_body("同级党委", relative=True)
    assert body_iri(absolute, "a") == body_iri(absolute, "b")
    assert body_iri(relative, "a") != body_iri(relative, "b")


identities = st.fixed_dictionaries(
    {
        "document": names.map(lambda name: str(DocumentIri(name=name))),
        "article": st.builds(ProvisionIri, document=names, provision=provisions).map(str),
        "subject": names.map(lambda name: str(BodyIri(name=name))),
        "relation": st.sampled_from(["leads", "manages", "supervises"]),
        "obj": names.map(lambda name: str(BodyIri(name=name))),
        "modality": st.sampled_from(Modality),
    }
)


@given(st.lists(identities, min_size=2, max_size=6))
def test_a_statement_is_known_by_what_it_says(identifying: list[dict[str, object]]) -> None:
    """Statements have one IRI exactly if they agree in all that identifies them."""
    different = {
        tuple(sorted((key, str(value)) for key, value in one.items())) for one in identifying
    }
    assert len({str(statement_iri(**one)) for one in identifying}) == len(different)  # type: ignore[arg-type]


def test_the_iri_of_a_statement_stays_what_it_is() -> None:
    """The digest is part of the format: changing how it is made moves every published IRI."""
    iri = statement_iri(
        document=str(DocumentIri(name="rules")),
        article=str(ProvisionIri(document="rules", provision="article/3")),
        subject=str(BodyIri(name="派出机关")),
        relation="leads",
        obj=str(BodyIri(name="派驻机构")),
        modality=Modality.DECLARATION,
    )
    assert str(iri) == f"{ROOT}statement/56cdc94c80c09a74760cf5c68efae500"
