"""Questions to the graph: the library of named ones, one's own SPARQL, and the names they speak of.

`run` asks a named question, `run_text` one's own; both take what the question is about as words
(any name of a body, the number of an article) and bind the terms meant.
"""

from __future__ import annotations

from graph.query.answer import Answer
from graph.query.ask import ask, meant, run, run_text
from graph.query.inferred import marked, with_consequences
from graph.query.names import Names, read_names
from graph.query.places import Places, read_places
from graph.query.question import Question, get_question, parse_question, questions
from graph.query.relations import get_relation, get_relations
from graph.query.table import Table, tabulate

__all__ = [
    "Answer",
    "Names",
    "Places",
    "Question",
    "Table",
    "ask",
    "get_question",
    "get_relation",
    "get_relations",
    "marked",
    "meant",
    "parse_question",
    "questions",
    "read_names",
    "read_places",
    "run",
    "run_text",
    "tabulate",
    "with_consequences",
]
