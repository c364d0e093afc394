"""The errors that the package raises: one family, one sentence each, with fields for callers.

A leaf module: it imports nothing of the package, so that every room can raise from it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


class GraphError(Exception):
    """The base of every error of this package; `str(error)` is a sentence for a person to read."""


class SourceError(GraphError):
    """A text could not be used as a regulation: what was wrong, where, what was expected."""

    def __init__(self, path: Path | str, problem: str, expected: str) -> None:
        """Keep the parts: path, problem (a clause) and what was expected (a noun phrase)."""
        self.path = str(path)
        self.problem = problem
        self.expected = expected
        super().__init__(f"{path}: {problem}; expected {expected}.")


class SourcesError(GraphError):
    """Several texts could not be used; each has its own sentence, one on a line."""

    def __init__(self, errors: Sequence[SourceError]) -> None:
        """Keep the errors, in the order of the sources."""
        self.errors = tuple(errors)
        sentences = "\n".join(f"  {error}" for error in self.errors)
        super().__init__(f"{len(self.errors)} sources cannot be used:\n{sentences}")


class OntologyError(GraphError):
    """`ontology.ttl` is broken: it does not parse, or a declaration contradicts another."""

    def __init__(self, path: Path | str, problem: str, expected: str) -> None:
        """Keep the parts: the path of the ontology, the problem and what was expected."""
        self.path = str(path)
        self.problem = problem
        self.expected = expected
        super().__init__(f"{path}: {problem}; expected {expected}.")


class OutputError(GraphError):
    """The output folder or a file in it cannot be written."""

    def __init__(self, path: Path | str, problem: str) -> None:
        """Keep the path and the problem, as the operating system names it."""
        self.path = str(path)
        self.problem = problem
        super().__init__(
            f"{path}: cannot write the output: {problem}; expected a folder that can be written."
        )


class DatasetError(GraphError):
    """A stored graph is missing, does not parse, or lacks what the model requires."""

    def __init__(self, where: Path | str, problem: str, expected: str) -> None:
        """Keep where it is (a path or the IRI of a node), the problem and what was expected."""
        self.where = str(where)
        self.problem = problem
        self.expected = expected
        super().__init__(f"{where}: {problem}; expected {expected}.")


class TableError(GraphError):
    """A table from outside cannot be used: what was wrong, where, what was expected."""

    def __init__(self, path: Path | str, problem: str, expected: str) -> None:
        """Keep the parts: the path, the problem and what was expected."""
        self.path = str(path)
        self.problem = problem
        self.expected = expected
        super().__init__(f"{path}: {problem}; expected {expected}.")


class QueryError(GraphError):
    """A question cannot be asked: it does not parse, or its name or a parameter is unknown."""


class UnknownBodyError(GraphError):
    """No body of the graph bears the name; the nearest names are offered."""

    def __init__(self, name: str, nearest: tuple[str, ...] = ()) -> None:
        """Keep the name as given and the nearest known names, best first."""
        self.name = name
        self.nearest = nearest
        hint = f"; the nearest names are {'、'.join(nearest)}" if nearest else ""
        super().__init__(f"no body of the graph is named {name}{hint}.")


class UnknownProvisionError(GraphError):
    """No article has that number; the known ones are offered."""

    def __init__(self, label: str, expected: str, where: str = "the graph") -> None:
        """Keep the label as given, what was expected and whose articles were looked through."""
        self.label = label
        self.expected = expected
        self.where = where
        super().__init__(f"no article of {where} is {label}; expected {expected}.")


class NotUnderstoodError(GraphError):
    """A question in plain Chinese cannot be read in one way; others that can be are offered."""

    def __init__(
        self, question: str, nearest: tuple[str, ...], readings: tuple[str, ...] = ()
    ) -> None:
        """Keep the question, the nearest ones that can be asked, and the readings if several."""
        self.question = question
        self.nearest = nearest
        self.readings = readings
        if readings:
            chinese = f"“{question}”有{len(readings)}种理解，请选一种：{' '.join(readings)}"
            english = f"I understand this in {len(readings)} ways; you can ask the one you mean."
        else:
            chinese = f"我不明白“{question}”。可以这样问：{' '.join(nearest)}"
            english = "I do not understand this; you can ask the questions above."
        super().__init__(f"{chinese}\n{english}")


class MissingExtraError(GraphError):
    """What was asked for needs a library that is not installed; the sentence says how to get it."""

    def __init__(self, *, what: str, library: str, extra: str) -> None:
        """Keep what was asked for, the library it needs, and the extra that installs it."""
        self.what = what
        self.library = library
        self.extra = extra
        super().__init__(
            f"{what} need {library}, which is not installed; expected "
            f"python -m pip install 'institution-graph[{extra}]'."
        )
