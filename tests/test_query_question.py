"""Questions as text files: the head and what it may say."""

from __future__ import annotations

import pytest

from graph.errors import QueryError
from graph.query import Question, parse_question

HEAD = """# title: 谁领导某机构？ | Who leads a body?
# param: body
# optional: document, article
# hidden: statement
#
# Every leader,
# with the words.

"""
SPARQL = "SELECT ?body ?document ?article ?statement WHERE { ?body ?document ?article }"


def test_the_head_is_read() -> None:
    """Title, parameters, hidden columns and description come from the comments at the top."""
    expected = Question(
        name="who",
        title="谁领导某机构？",
        title_en="Who leads a body?",
        description="Every leader, with the words.",
        required=("body",),
        optional=("document", "article"),
        hidden=("statement",),
        sparql=HEAD + SPARQL,
    )
    assert expected == parse_question(HEAD + SPARQL, "who")


@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["plain", "byte-order mark"])
def test_a_text_without_a_head_takes_what_it_has_variables_for(mark: str) -> None:
    """Without a head, every parameter whose variable occurs is optional."""
    question = parse_question(f"{mark}{SPARQL}\n# param: relation")
    assert ((), ("body", "article", "document")) == (question.required, question.optional)


def test_a_head_without_parameters_means_none() -> None:
    """A question with a title takes only what it names."""
    assert () == parse_question(f"# title: 甲？ | A?\n{SPARQL}").parameters


def test_a_variable_is_a_whole_word() -> None:
    """?bodyLabel is no variable for a body."""
    assert () == parse_question("SELECT ?bodyLabel WHERE { ?x ?y ?bodyLabel }").parameters


@pytest.mark.parametrize(
    ("head", "message"),
    [
        (
            "# param: bodies\n",
            (
                "the question names the parameter bodies; "
                "expected one of body, other, article, relation, document."
            ),
        ),
        (
            "# optional: relation\n",
            "the question has the parameter relation and no variable ?relation.",
        ),
    ],
    ids=["unknown", "without variable"],
)
def test_a_wrong_head_is_refused(head: str, message: str) -> None:
    """A parameter must be a known one and a variable of the query."""
    with pytest.raises(QueryError) as caught:
        parse_question(head + SPARQL)
    assert message == str(caught.value)
