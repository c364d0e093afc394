"""The answer to a question as a value: variables and rows of terms, in the order of the query."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from pyoxigraph import BlankNode, Literal, NamedNode

if TYPE_CHECKING:
    from pyoxigraph import Triple

    Term: TypeAlias = NamedNode | BlankNode | Literal | Triple

_STRING = "http://www.w3.org/2001/XMLSchema#string"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a query found.

    Attributes:
        variables: the names of the columns. Triples, as CONSTRUCT and DESCRIBE give them, are rows
            of `subject`, `predicate` and `object`.
        rows: for each solution its terms, None where a variable is unbound. A yes or no has no
            rows.
        truth: the answer of an ASK query, None for any other.
        hidden: the columns that a table for people leaves out.
    """

    variables: tuple[str, ...] = ()
    rows: tuple[tuple[Term | None, ...], ...] = ()
    truth: bool | None = None
    hidden: tuple[str, ...] = ()

    def to_json(self) -> str:
        """Return the answer in the SPARQL 1.1 Query Results JSON Format, one line a solution.

        The form is the one of the W3C recommendation, readable by any SPARQL client; Chinese stays
        as it is.
        """
        if self.truth is not None:
            return json.dumps({"head": {}, "boolean": self.truth})
        bindings = ",\n".join(
            json.dumps(
                {
                    variable: _json_term(term)
                    for variable, term in zip(self.variables, row, strict=True)
                    if term is not None
                },
                ensure_ascii=False,
            )
            for row in self.rows
        )
        head = json.dumps({"vars": self.variables}, ensure_ascii=False)
        return f'{{"head": {head}, "results": {{"bindings": [\n{bindings}\n]}}}}'


def _json_term(term: Term) -> dict[str, object]:
    if isinstance(term, NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, Literal):
        literal: dict[str, object] = {"type": "literal", "value": term.value}
        if term.language:
            literal["xml:lang"] = term.language
        elif term.datatype.value != _STRING:
            literal["datatype"] = term.datatype.value
        return literal
    if isinstance(term, BlankNode):
        return {"type": "bnode", "value": term.value}
    parts = {
        "subject": _json_term(term.subject),
        "predicate": _json_term(term.predicate),
        "object": _json_term(term.object),
    }
    return {"type": "triple", "value": parts}  # a term of RDF 1.2
