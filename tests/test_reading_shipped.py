"""The regulation that comes with the package: what it states, and that no code knows it."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

import graph
from graph.model import Modality, ProvisionKind, Role
from graph.text import parse, read_source
from tests.clause_tables import ontology, reader

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.model import Reading, Statement

PACKAGE: Final = Path(graph.__file__).parent
SHIPPED: Final = PACKAGE / "data" / "paizhu-rules.txt"
EXAMPLES: Final = PACKAGE / "cli"
"""Commands show examples of their use on the regulation in their help."""

OBLIGED: Final = Modality.OBLIGATION
DECLARED: Final = Modality.DECLARATION
CORE: Final = (
    ("3", "派驻机构", "partOf", "派出机关", DECLARED),
    ("3", "派驻机构", "supervises", "驻在单位", DECLARED),
    ("8", "组务会", "leads", "派驻机构", DECLARED),
    ("11", "驻在单位", "supports", "派驻机构", OBLIGED),
    ("11", "驻在单位", "informs", "派驻机构", OBLIGED),
    ("12", "派出机关", "leads", "派驻机构", DECLARED),
    ("12", "派出机关", "manages", "派驻机构", DECLARED),
    ("12", "派出机关", "supervises", "派驻机构", DECLARED),
    ("12", "派驻机构", "accountableTo", "派出机关", DECLARED),
    ("14", "派出机关相关部门", "cooperatesWith", "派驻机构", OBLIGED),
    ("17", "派驻机构", "cooperatesWith", "派驻机构", OBLIGED),
    ("20", "派出机关", "leads", "机关纪检监察工作委员会", DECLARED),
)
FEWEST: Final = 95
MOST: Final = 135
LONG_CLAUSE: Final = 8
LONG_NAME: Final = 3


@pytest.fixture(scope="module")
def shipped() -> Reading:
    """Return the reading of the regulation."""
    (document,) = parse(read_source(SHIPPED))
    return reader().read(document)


def numbers(reading: Reading) -> dict[str, str]:
    """Return the number of each article of a reading by its id, the preamble's too."""
    return {article.id: article.key for article in reading.document.articles()}


def claims(reading: Reading) -> set[tuple[str, str, str, str, Modality]]:
    """Return what is stated, with the numbers of the articles and the names of the bodies."""
    number = numbers(reading)
    return {
        (number[one.article], one.subject.name, one.relation, one.object.name, one.modality)
        for one in reading.statements
    }


def of_article(reading: Reading, key: str) -> list[Statement]:
    """Return the statements of an article by its number."""
    number = numbers(reading)
    return [one for one in reading.statements if number[one.article] == key]


def test_reads_all_of_it(shipped: Reading) -> None:
    """All chapters and articles are read; most articles state something, the rest do not."""
    kinds = [provision.kind for provision in shipped.document.walk()]
    assert (kinds.count(ProvisionKind.CHAPTER), kinds.count(ProvisionKind.ARTICLE)) == (4, 23)
    silent = {key for key in numbers(shipped).values() if not of_article(shipped, key)}
    assert silent == {"1", "2", "4", "5", "22"}
    assert FEWEST <= len(shipped.statements) <= MOST


@pytest.mark.parametrize("claim", CORE, ids=lambda claim: "-".join(claim[:4]))
def test_states_its_core(shipped: Reading, claim: tuple[str, str, str, str, Modality]) -> None:
    """What no reader of the regulation would miss is stated, in its article and its modality."""
    assert claim in claims(shipped)


def test_denies_that_the_head_manages(shipped: Reading) -> None:
    """不分管 denies the relation: it is a prohibition, and nothing affirms it anywhere."""
    manages = [
        one
        for one in shipped.statements
        if one.relation == "manages" and one.object.name == "驻在单位"
    ]
    assert [(one.subject.name, one.modality) for one in manages] == [
        ("派驻机构主要负责人", Modality.PROHIBITION)
    ]
    denied = [one for one in shipped.statements if one.modality is Modality.PROHIBITION]
    assert denied == manages


def test_every_quote_is_exact(shipped: Reading) -> None:
    """Each place of evidence holds words of its article; the parts of a name hold that name."""
    source = shipped.document.source.text
    articles = {article.id: article for article in shipped.document.articles()}
    for statement in shipped.statements:
        span = articles[statement.article].span
        for spans in (statement.evidence, statement.subject_words, statement.object_words):
            assert spans
            assert all(span.start <= one.start < one.end <= span.end for one in spans)
        for body, spans in (
            (statement.subject, statement.subject_words),
            (statement.object, statement.object_words),
        ):
            words = "".join(source[one.start : one.end] for one in spans).replace("的", "")
            assert any(words in name.replace("的", "") for name in (body.name, *body.other_names))


def test_evidence_holds_the_verb(shipped: Reading) -> None:
    """The quote of a statement holds a form of the lexical entry that stated it."""
    source = shipped.document.source.text
    forms = {entry.name: entry.forms for entry in ontology().triggers}
    for statement in shipped.statements:
        quote = "".join(source[one.start : one.end] for one in statement.evidence)
        assert any(form in quote for form in forms[statement.entry]), quote


def test_coverage_is_told(shipped: Reading) -> None:
    """Clauses have all roles, and a clause that is unread for a verb is told as a finding."""
    assert {clause.role for clause in shipped.clauses} >= {
        Role.EVIDENCE,
        Role.CITATION,
        Role.PRINCIPLE,
        Role.DUTY,
    }
    noted = [clause for clause in shipped.clauses if clause.note]
    assert len(noted) == len(shipped.findings)


def literals(path: Path) -> Iterator[str]:
    """Yield the texts that a module holds as values: no comments, no docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    documentation = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if id(node) in documentation or not isinstance(node, ast.Constant):
            continue
        if isinstance(node.value, str):
            yield node.value


MODULES: Final = sorted(path for path in PACKAGE.rglob("*.py") if EXAMPLES not in path.parents)


def test_looks_at_all_modules() -> None:
    """The modules are found where they are; a text that a module holds is found in it."""
    assert len(MODULES) > 50
    assert "第一条" in set(literals(PACKAGE / "text" / "markers.py"))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_code_does_not_know_the_regulation(shipped: Reading, path: Path) -> None:
    """No module holds a clause, an article number or a body of the regulation as a value."""
    names = {name for body in shipped.bodies for name in (body.name, *body.other_names)}
    clauses = {
        clause
        for provision in shipped.document.walk()
        if provision.passage is not None
        for clause in re.split("[，；。：、]", provision.passage.text)
        if len(clause) >= LONG_CLAUSE
    }
    forbidden = {name for name in names if len(name) >= LONG_NAME} | clauses
    for text in literals(path):
        assert not [words for words in forbidden if words in text], text
        numbered = re.findall(r"第[〇一二三四五六七八九十百]+条|article/\d+", text)
        assert set(numbered) <= {"第一条", "article/1"}, text
