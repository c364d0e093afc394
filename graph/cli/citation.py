"""How a statement is cited: article, modality, conditions and the quoted words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.cli.output import visible

if TYPE_CHECKING:
    from graph.ontology import Ontology
    from graph.rdf.stored import Records, StoredBody, StoredDocument, StoredStatement


class Citations:
    """Writes citations for one dataset; the document is named where the dataset has several."""

    def __init__(self, records: Records, ontology: Ontology) -> None:
        """Look up what every citation needs: titles of documents, labels of relations."""
        from graph.query.table import term_labels
        from graph.rdf.vocabulary import MODALITY_TERM

        labels = term_labels()
        self._relations = ontology.relations
        self._documents: dict[str, StoredDocument] = {one.iri: one for one in records.documents}
        self._modalities = {
            modality: labels[term.value] for modality, term in MODALITY_TERM.items()
        }

    def label(self, statement: StoredStatement) -> str:
        """Return the label of the relation, in Chinese."""
        relation = self._relations.get(statement.relation)
        return statement.relation if relation is None else relation.label_zh

    def symmetric(self, statement: StoredStatement) -> bool:
        """Tell whether the relation has no direction."""
        relation = self._relations.get(statement.relation)
        return relation is not None and relation.symmetric

    def modality(self, statement: StoredStatement) -> str:
        """Return the label of the modality (应当, 可以, 不得, 直接规定)."""
        return self._modalities[statement.modality]

    def article(self, statement: StoredStatement) -> str:
        """Return the article as written, with the title of the document if there are several."""
        if statement.inferred:
            return "推出"
        label = statement.article_label or "序言"
        if len(self._documents) == 1:
            return label
        return f"《{self._documents[statement.document].title}》{label}"

    def line(self, statement: StoredStatement) -> str:
        """Return the citation in one line: 第四条（应当；定期）：“监察组应当监督审计处”."""
        how = "；".join((self.modality(statement), *statement.conditions))
        words = f"：“{statement.quote}”" if statement.evidence else ""
        return visible(f"{self.article(statement)}（{how}）{words}")

    def data(self, statement: StoredStatement) -> dict[str, object]:
        """Return all that is known of a statement, for programs."""
        document = self._documents.get(statement.document)
        return {
            "statement": statement.iri,
            "subject": named(statement.subject),
            "relation": statement.relation,
            "object": named(statement.object),
            "modality": statement.modality.value,
            "conditions": list(statement.conditions),
            "document": document.name if document else None,
            "article": statement.article_number,
            "article_label": statement.article_label,
            "provisions": list(statement.provisions),
            "quotes": [
                {"text": quote.text, "start": quote.span.start, "end": quote.span.end}
                for quote in statement.evidence
            ],
            "inferred": statement.inferred,
        }


def named(body: StoredBody) -> dict[str, str]:
    """Return the name and the IRI of a body, for programs."""
    return {"name": body.name, "iri": body.iri}
