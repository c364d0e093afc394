"""Questions with a name, and questions in plain Chinese."""
from __future__ import annotations
from graph.ask.library import get_question, put, questions
__all__ = ["get_question", "put", "questions"]
