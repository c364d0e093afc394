"""Answers to questions in plain Chinese: in few words, and with every statement they rest on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pyoxigraph import NamedNode

from graph.ask.clause import clause_of
from graph.ask.computed import Facts
from graph.ask.library import get_question, put
from graph.ask.understand import Listener
from graph.model import Modality
from graph.proof import Citations
from graph.query import read_names, read_places, tabulate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graph.ask.understand import Asked
    from graph.query import Table
    from graph.rdf import GraphStore
    from graph.rdf.stored import StoredStatement

_NONE: Final = "没有条文这样规定。"
_NOTHING: Final = "没有。"
_STATEMENT: Final = "statement"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """The answer to one question.

    Attributes:
        asked: the question as it was understood.
        words: the answer in few words, in Chinese.
        statements: the statements that it rests on, in the order of the answer.
        denied: statements of what was asked that articles deny.
        table: the rows as the question of the library gives them, for people.
        notes: what must be known to take the answer rightly, in Chinese.
    """

    asked: Asked
    words: str
    statements: tuple[StoredStatement, ...]
    denied: tuple[StoredStatement, ...]
    table: Table
    notes: tuple[str, ...]


class Respondent:
    """Answers questions about one dataset; what a question needs is read when it is first asked."""

    def __init__(self, store: GraphStore) -> None:
        """Read the names and places of the dataset."""
        self._store = store
        self._facts = Facts(store)
        self._names = read_names(store)
        self._listener = Listener(
            self._facts.ontology, self._names, read_places(store), self._foremost()
        )
        self._statements = {one.iri: one for one in self._facts.records.statements}
        self.citations = Citations(self._facts.records, self._facts.ontology)

    def replies(self, text: str, document: str | None = None) -> tuple[Reply, ...]:
        """Answer a question; one that joins several is answered one after the other.

        Args:
            text: the question.
            document: the name or title of the document it is kept to, None for all.

        Raises:
            NotUnderstoodError: it cannot be read, or in several ways.
            UnknownBodyError: it is about a body that the graph does not have.
            UnknownProvisionError: it is about an article that no document has.
            QueryError: it is about a document that the graph does not have.
        """
        return tuple(self._reply(asked) for asked in self._listener.understand(text, document))

    def sentence(self, statement: StoredStatement) -> str:
        """Return what a statement says: 派出机关领导派驻机构（直接规定）."""
        relation = self._facts.ontology.relations[statement.relation]
        not_ = "不" if statement.denied else ""
        said = clause_of(relation, statement.subject.name, statement.object.name, not_)
        how = (self.citations.modality(statement), *statement.conditions)
        return f"{said}（{'；'.join(how)}）"

    def citation(self, statement: StoredStatement) -> str:
        """Return where a statement stands, with its words: 《规则》第七条：「…」."""
        label = statement.article_label or "序言"
        return f"{self.citations.title(statement)}{label}：「{statement.quote.strip()}」"

    def _reply(self, asked: Asked) -> Reply:
        parameters = dict(asked.parameters)
        answer = put(self._store, asked.question, parameters, self._facts)
        table = tabulate(answer).without(*answer.hidden)
        cited = self._cited(answer.rows, answer.variables)
        denied = tuple(one for one in cited if one.denied)
        if asked.claim is not None:
            words = self._yes_or_no(asked, cited)
        elif not answer.rows:
            words = _NONE if asked.question.required else _NOTHING
        else:
            words = self._few_words(asked, cited, table)
        if asked.claim is None and not denied:
            denied = self._denied(asked)
        return Reply(
            asked=asked,
            words=words,
            statements=tuple(one for one in cited if one not in denied),
            denied=denied,
            table=table,
            notes=tuple(self._notes(asked)),
        )

    def _cited(
        self, rows: Iterable[tuple[object, ...]], variables: tuple[str, ...]
    ) -> tuple[StoredStatement, ...]:
        if _STATEMENT not in variables:
            return ()
        place = variables.index(_STATEMENT)
        iris = [row[place] for row in rows]
        return tuple(self._statements[iri.value] for iri in iris if isinstance(iri, NamedNode))

    def _few_words(self, asked: Asked, cited: tuple[StoredStatement, ...], table: Table) -> str:
        """Return the names of the bodies that were asked for, or how much there is to say."""
        about, parameters = self._bodies(asked), dict(asked.parameters)
        relations = {one.relation for one in cited}
        names: list[str] = list(table.values("above"))
        if cited and len(parameters.keys() & {"body", "other"}) == 1 and len(relations) == 1:
            names = [name for one in cited for name in _others(one, about)]
        if names:
            return f"{'、'.join(dict.fromkeys(names))}。"
        return f"共{len(table.rows)}项。"

    def _yes_or_no(self, asked: Asked, cited: tuple[StoredStatement, ...]) -> str:
        claim = asked.claim
        modality = claim.modality if claim is not None else Modality.DECLARATION
        stated = {one.modality for one in cited if not one.denied}
        if not cited:
            return self._not_so(asked)
        if not stated:
            return _NO[modality]
        if len(stated) < len({one.modality for one in cited}):
            return "既有条文这样规定，又有条文否定。"
        if modality is Modality.OBLIGATION and stated == {Modality.PERMISSION}:
            return "不是必须，只是可以。"
        if modality is Modality.PERMISSION and Modality.PERMISSION not in stated:
            return "能。条文不只是允许，而且这样规定。"
        return _YES[modality]

    def _not_so(self, asked: Asked) -> str:
        """Return what there is to say where no article states or denies what is asked."""
        turned = self._turned(asked)
        if not turned:
            return "没有条文这样规定，也没有条文否定。"
        said = f"{self.sentence(turned[0])}，{self.citation(turned[0])}"
        return f"没有条文这样规定；规定的是反过来的：{said}。"

    def _turned(self, asked: Asked) -> tuple[StoredStatement, ...]:
        """Return the statements of a relation from the second body to the first."""
        if asked.question.name != "whether":
            return ()
        given = dict(asked.parameters)
        given["body"], given["other"] = given["other"], given["body"]
        answer = put(self._store, asked.question, given, self._facts)
        return tuple(one for one in self._cited(answer.rows, answer.variables) if not one.denied)

    def _denied(self, asked: Asked) -> tuple[StoredStatement, ...]:
        """Return what articles deny of that for which a question about one relation asks."""
        given = dict(asked.parameters)
        if asked.direction is None:
            return ()
        relation, side = asked.direction
        about = {side: given["body"], "relation": relation}
        kept = {"document": given["document"]} if "document" in given else {}
        answer = put(self._store, get_question("denied"), about | kept, self._facts)
        return self._cited(answer.rows, answer.variables)

    def _bodies(self, asked: Asked) -> frozenset[str]:
        """Return the IRIs of the bodies that a question is about."""
        return frozenset(
            body.iri
            for name, value in asked.parameters
            if name in {"body", "other"}
            for body in self._names.find_bodies(value)
        )

    def _notes(self, asked: Asked) -> Iterator[str]:
        if asked.unkept:
            yield f"这个问题不能只问《{asked.unkept}》；以下是对全部文件的回答。"
        for name, value in asked.parameters:
            if name in {"body", "other"}:
                found = self._names.find_bodies(value)
                if len(found) > 1:
                    titles = [
                        f"{one.name}（《{self._facts.records.documents_by_iri[one.document].title}》）"
                        if one.document
                        else one.name
                        for one in found
                    ]
                    yield f"“{value}”可以指{len(found)}个机构：{'、'.join(titles)}；以下一并回答。"

    def _foremost(self) -> list[str]:
        """Return the names of the bodies, those in most statements first."""
        times: dict[str, int] = {}
        for statement in self._facts.records.statements:
            for body in (statement.subject, statement.object):
                times[body.name] = times.get(body.name, 0) + 1
        return sorted(times, key=lambda name: (-times[name], name))


_YES: Final = {
    Modality.OBLIGATION: "应当。",
    Modality.PERMISSION: "可以。",
    Modality.DECLARATION: "是。",
    Modality.PROHIBITION: "不是：条文规定可以或者应当。",
}
_NO: Final = {
    Modality.OBLIGATION: "不应当。",
    Modality.PERMISSION: "不能。",
    Modality.DECLARATION: "不是。",
    Modality.PROHIBITION: "对，不得。",
}


def _others(statement: StoredStatement, about: frozenset[str]) -> tuple[str, ...]:
    """Return the names of the sides of a statement that a question is not about."""
    sides = (statement.subject, statement.object)
    return tuple(one.name for one in sides if one.iri not in about) or (sides[0].name,)
