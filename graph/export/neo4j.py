"""The graph as a script in Cypher, for Neo4j and whatever else reads openCypher.

Bodies are nodes (`:Body` and their class), statements relationships named as their relation. A
denied one is a relationship of the type `DENIED`, so that no question about the relation finds it.
The script can be run again: it adds nothing twice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.ontology import Ontology
    from graph.rdf.records import Records, StoredStatement

_ESCAPES: Final = {"\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def to_cypher(records: Records, ontology: Ontology) -> str:
    """Return the bodies and the statements as Cypher, one command a line.

    Args:
        records: the dataset.
        ontology: labels of the relations.
    """
    lines = ["CREATE CONSTRAINT IF NOT EXISTS FOR (b:Body) REQUIRE b.iri IS UNIQUE;"]
    for body in records.bodies:
        classes = "".join(f":{_name(kind)}" for kind in body.kinds if kind != "Body")
        values = {"name": body.name, "otherNames": list(body.other_names)}
        lines.append(
            f"MERGE (b:Body {{iri: {_literal(body.iri)}}}) SET b += {_map(values)}"
            + (f", b{classes};" if classes else ";")
        )
    titles = {document.iri: document.title for document in records.documents}
    for statement in records.statements:
        relation = ontology.relations.get(statement.relation)
        label = relation.label_zh if relation else statement.relation
        lines.append(_relationship(statement, label, titles))
    return "\n".join(lines) + "\n"


def _relationship(statement: StoredStatement, label: str, titles: Mapping[str, str]) -> str:
    kind = "DENIED" if statement.denied else statement.relation
    values = {
        "relation": statement.relation,
        "label": label,
        "modality": statement.modality.value,
        "inferred": statement.inferred,
        "conditions": list(statement.conditions),
        "document": titles.get(statement.document, ""),
        "article": statement.article_number,
        "quote": statement.quote,
    }
    return (
        f"MATCH (a:Body {{iri: {_literal(statement.subject.iri)}}}), "
        f"(b:Body {{iri: {_literal(statement.object.iri)}}}) "
        f"MERGE (a)-[r:{_name(kind)} {{iri: {_literal(statement.iri)}}}]->(b) "
        f"SET r += {_map(values)};"
    )


def _map(values: Mapping[str, object]) -> str:
    return "{" + ", ".join(f"{key}: {_literal(value)}" for key, value in values.items()) + "}"


def _literal(value: object) -> str:
    r"""Return a value as Cypher writes it.

    >>> print(_literal(["总局", "it's", True]))
    ['总局', 'it\'s', true]
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return "[" + ", ".join(map(_literal, value)) + "]"
    return "'" + "".join(_ESCAPES.get(char, char) for char in str(value)) + "'"


def _name(name: str) -> str:
    """Return a name between backquotes, in which nothing of it is read as Cypher."""
    return "`" + name.replace("`", "``") + "`"
