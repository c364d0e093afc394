"""How a statement is cited: document, article, modality, conditions and the quoted words.

What no text states is cited by the rule it follows by and by all that it follows from, down to
words of a text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graph.query.table import term_labels
from graph.rdf.stored import StoredKinship
from graph.rdf.vocabulary import IG, KIND_OF, MODALITY_TERM

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.ontology import Ontology
    from graph.rdf.stored import (
        Records,
        StoredBody,
        StoredDocument,
        StoredStatement,
    )

_INFERRED: Final = "推论"
_KIND_OF: Final = KIND_OF.value.removeprefix(IG)


class Citations:
    """Writes citations for one dataset; the document is named where the dataset has several."""

    def __init__(self, records: Records, ontology: Ontology) -> None:
        """Look up what every citation needs: titles of documents, labels of relations."""
        self._labels = term_labels()
        self._relations = ontology.relations
        self._documents: dict[str, StoredDocument] = {one.iri: one for one in records.documents}
        self._provisions = records.provisions_by_iri
        self._statements = {one.iri: one for one in records.statements}
        self._kinships = {one.iri: one for one in records.kinships}
        self._modalities = {
            modality: self._labels[term.value] for modality, term in MODALITY_TERM.items()
        }

    def label(self, statement: StoredStatement) -> str:
        """Return the label of the relation, in Chinese."""
        relation = self._relations.get(statement.relation)
        if relation is not None:
            return relation.label_zh
        return self._labels.get(IG + statement.relation, statement.relation)

    def symmetric(self, statement: StoredStatement) -> bool:
        """Tell whether the relation has no direction."""
        relation = self._relations.get(statement.relation)
        return relation is not None and relation.symmetric

    def modality(self, statement: StoredStatement) -> str:
        """Return the label of the modality (应当, 可以, 不得, 直接规定)."""
        return self._modalities[statement.modality]

    def rule(self, statement: StoredStatement) -> str:
        """Return the label of the rule a consequence follows by; empty for what a text states."""
        return self._labels.get(IG + statement.rule, statement.rule) if statement.rule else ""

    def article(self, statement: StoredStatement) -> str:
        """Return the article as written, with the title of the document if there are several."""
        if statement.inferred:
            return _INFERRED
        label = statement.article_label or "序言"
        return label if len(self._documents) == 1 else f"{self.title(statement)}{label}"

    def title(self, statement: StoredStatement) -> str:
        """Return the title of the document: 《…》; empty where a consequence is of none."""
        document = self._documents.get(statement.document)
        return f"《{document.title}》" if document else ""

    def line(self, statement: StoredStatement) -> str:
        """Return the citation in one line: 第四条（应当；定期）：“监察组应当监督审计处”."""
        how = "；".join(
            filter(None, (self.rule(statement), self.modality(statement), *statement.conditions))
        )
        words = f"：“{flat(statement.quote)}”" if statement.evidence else ""
        return flat(f"{self.article(statement)}（{how}）{words}")

    def lines(self, statement: StoredStatement) -> Iterator[str]:
        """Yield the citation, and under a consequence, indented, what it follows from."""
        yield self.line(statement)
        for premise in self.premises(statement):
            if isinstance(premise, StoredKinship):
                yield f"  据 {self.kinship_line(premise)}"
            else:
                first, *rest = self.lines(premise)
                yield f"  据 {self.said(premise)}：{first}"
                yield from (f"  {line}" for line in rest)

    def premises(self, statement: StoredStatement) -> list[StoredStatement | StoredKinship]:
        """Return what a consequence follows from: what is said of others first, kinship last."""
        statements = [
            self._statements[iri] for iri in statement.derived_from if iri in self._statements
        ]
        statements.sort(key=lambda premise: (premise.relation == _KIND_OF, premise.iri))
        kinships = [self._kinships[iri] for iri in statement.derived_from if iri in self._kinships]
        return [*statements, *kinships]

    def basis(self, statement: StoredStatement) -> str:
        """Return in a few words what a consequence follows from: its rule and the articles."""
        places: dict[str, None] = {}
        waiting: list[StoredStatement | StoredKinship] = [statement]
        while waiting:
            one = waiting.pop(0)
            if isinstance(one, StoredKinship):
                places[self.kinship_line(one).partition("（")[0]] = None
            elif one.inferred:
                waiting += self.premises(one)
            else:
                places[self.article(one)] = None
        return f"{self.rule(statement)}：据{'、'.join(places)}"

    def said(self, statement: StoredStatement) -> str:
        """Return what is said of whom in words: 总局 领导 分局."""
        return flat(f"{statement.subject.name} {self.label(statement)} {statement.object.name}")

    def kinship_line(self, kinship: StoredKinship) -> str:
        """Return in one line the words by which one body is a kind of another."""
        title = f"《{kinship.cites_document}》" if len(self._documents) > 1 else ""
        labels = [
            self._provisions[iri].label for iri in kinship.articles if iri in self._provisions
        ]
        article = labels[0] if labels else f"第{kinship.cites_article}条"
        return flat(f"{title}{article}（种属）：“{kinship.cites_words}”")

    def data(self, statement: StoredStatement) -> dict[str, object]:
        """Return all that is known of a statement, for programs; a consequence with its proof."""
        document = self._documents.get(statement.document)
        data: dict[str, object] = {
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
        if statement.inferred:
            data["rule"] = statement.rule
            data["follows_from"] = [
                _kinship(premise) if isinstance(premise, StoredKinship) else self.data(premise)
                for premise in self.premises(statement)
            ]
        return data


def _kinship(kinship: StoredKinship) -> dict[str, object]:
    return {
        "kinship": kinship.iri,
        "document": kinship.cites_document,
        "article": kinship.cites_article,
        "words": kinship.cites_words,
        "scope": kinship.scope,
    }


def named(body: StoredBody) -> dict[str, str]:
    """Return the name and the IRI of a body, for programs."""
    return {"name": body.name, "iri": body.iri}


def flat(text: str) -> str:
    r"""Return a text in one line: each character that is a space of any kind becomes one.

    >>> flat("总局\n领导分局")
    '总局 领导分局'
    """
    return "".join(" " if char.isspace() else char for char in text)
