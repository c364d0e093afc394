"""Questions to the graph beyond SPARQL: named ones that a function answers, and plain Chinese.

`questions`, `get_question` and `put` are the whole library, whichever way a question is answered.
`Respondent` takes a question in plain Chinese, read with the lexicon and the constructions of the
regulations, to one of the library, and answers it with the articles it rests on.
"""

from __future__ import annotations

from graph.ask.library import get_question, put, questions
from graph.ask.reply import Reply, Respondent
from graph.ask.understand import Asked, Listener

__all__ = [
    "Asked",
    "Listener",
    "Reply",
    "Respondent",
    "get_question",
    "put",
    "questions",
]
