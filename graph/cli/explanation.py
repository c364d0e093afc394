"""What `explain` prints of one article: for people lines, for programs data."""

from __future__ import annotations

from dataclasses import asdict
from itertools import groupby
from typing import TYPE_CHECKING, Final

from rich.cells import cell_len

from graph.model import Modality, ProvisionKind, Role
from graph.query.table import term_labels
from graph.rdf.vocabulary import IG, MODALITY_TERM
from graph.reading.explain import Origin, Outcome
from graph.reading.obstacles import Obstacle
from graph.reading.words import WordKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from graph.model import Provision
    from graph.ontology import Ontology
    from graph.reading.explain import Clause, Explanation, Found
    from graph.reading.obstacles import Idle
    from graph.reading.words import Word

_KINDS: Final = {
    WordKind.BODY: "body (机构)",
    WordKind.PRONOUN: "pronoun (代词)",
    WordKind.TRIGGER: "word of the lexicon (触发词)",
    WordKind.VERB: "verb that states no relation (普通动词)",
    WordKind.LIGHT: "light verb, carries a noun (轻动词)",
    WordKind.OBLIGATION: "modal of obligation (义务)",
    WordKind.PERMISSION: "modal of permission (许可)",
    WordKind.PROHIBITION: "prohibition or negation (禁止、否定)",
    WordKind.BY: "preposition: by whom (施事)",
    WordKind.UNDER: "passive: by whom (被动)",
    WordKind.ACCEPT: "verb of accepting: what is done to it (接受)",
    WordKind.TOWARD: "preposition: to whom (对象)",
    WordKind.OVER: "preposition: over whom, about what (关涉)",
    WordKind.AT: "preposition: where, when (处所)",
    WordKind.MEANS: "preposition: by what (凭借)",
    WordKind.FOR: "preposition: for whom (受益)",
    WordKind.VIA: "preposition: by whose consent (经由)",
    WordKind.SUBMIT: "verb of submitting: to whom (呈报)",
    WordKind.TAKE: "preposition: the thing handled (处置)",
    WordKind.BASIS: "preposition: on what ground (依据)",
    WordKind.WITH: "with, and (伴随、并列)",
    WordKind.AND: "conjunction (并列)",
    WordKind.AND_ITS: "and its (及其)",
    WordKind.OF: "particle after a modifier (定语标记)",
    WordKind.COPULA: "copula (判断)",
    WordKind.BELOW: "closes 在…下",
    WordKind.MAINLY: "closes 以…为主",
    WordKind.BETWEEN: "between them (之间)",
    WordKind.ETCETERA: "and others (等)",
    WordKind.NUMBER: "amount (数量)",
    WordKind.STANDING: "doing; after a body it stands for the body (代表)",
    WordKind.ADVERB: "adverb (状语)",
    WordKind.PEOPLE: "people, no body (人员)",
    WordKind.GENERIC: "names a body only with a modifier (类名)",
    WordKind.NOUN: "other words (其他)",
    WordKind.ASIDE: "parenthesis, not read (括注)",
    WordKind.TITLE: "title or quotation (书名、引文)",
}

_ROLES: Final = {
    Role.EVIDENCE: "states a relation",
    Role.DEFINITION: "read as a definition (定义)",
    Role.PRINCIPLE: "read as a principle (原则)",
    Role.DUTY: "read as a duty without a second body (职责)",
    Role.CITATION: "read as a citation (引用)",
    Role.CONDITION: "read as a condition (条件)",
    Role.UNREAD: "LEFT UNREAD",
}

_OBSTACLES: Final = {
    Obstacle.NAME: "part of the name of a body",
    Obstacle.DESCRIBES: "only describes what follows 的",
    Obstacle.THING: "a thing of the body is meant, not the body itself",
    Obstacle.CLASS: "the object is a class of bodies that a clause describes",
    Obstacle.NOBODY_ACTS: "no body before it could be the one that acts",
    Obstacle.NO_OTHER: "no second body stands where its frames (句式) look for one",
    Obstacle.NO_FRAME: "the bodies do not stand as its frames (句式) want them",
}

_ORIGINS: Final = {
    Origin.SENTENCE: "in an earlier clause",
    Origin.PASSAGE: "in an earlier sentence",
    Origin.ABOVE: "in the text above",
}

_OUTCOMES: Final = {
    Outcome.AGAIN: "stated before in this article",
    Outcome.SUPPOSED: "not stated, only supposed (…的)",
    Outcome.ONESELF: "not stated, both are one body",
}

_VERBS: Final = frozenset((WordKind.TRIGGER, WordKind.VERB, WordKind.LIGHT))
_PREAMBLE: Final = "序言"


class Phrases:
    """The words of the ontology for relations, modalities and frames."""

    def __init__(self, ontology: Ontology) -> None:
        """Look up the labels."""
        labels = term_labels()
        self._relations = ontology.relations
        self._modalities = {
            modality: labels[term.value] for modality, term in MODALITY_TERM.items()
        }
        self._frames = {
            trigger.name: "、".join(
                labels.get(IG + frame, frame) for frame in sorted(trigger.frames)
            )
            for trigger in ontology.triggers
        }

    def relation(self, name: str) -> str:
        """Return the label of a relation, in Chinese."""
        relation = self._relations.get(name)
        return name if relation is None else relation.label_zh

    def arrow(self, name: str) -> str:
        """Return the label of a relation as an arrow, or as a line where it has no direction."""
        relation = self._relations.get(name)
        end = "—" if relation is not None and relation.symmetric else "→"
        return f"—{self.relation(name)}{end}"

    def modality(self, modality: Modality) -> str:
        """Return the label of a modality, in Chinese."""
        return self._modalities[modality]

    def entry(self, name: str) -> str:
        """Return the name of a lexical entry with its frames."""
        frames = self._frames.get(name, "")
        return f"{name} ({frames})" if frames else name


def lines(explanation: Explanation, phrases: Phrases, *, words: bool) -> Iterator[str]:
    """Yield an explanation line by line.

    Args:
        explanation: the explanation.
        phrases: the words of the ontology.
        words: whether to list the words of each clause.
    """
    article = explanation.article
    yield f"《{explanation.document.title}》{article.label or _PREAMBLE}"
    number = 0
    for passage in explanation.passages:
        if passage.provision is not article:
            yield ""
            yield _label(passage.provision)
        for clause in passage.clauses:
            number += 1
            yield ""
            yield from _clause(clause, number, phrases, words=words)
    yield ""


def data(explanation: Explanation) -> dict[str, object]:
    """Return an explanation for programs."""
    return {
        "document": explanation.document.name,
        "title": explanation.document.title,
        "article": explanation.article.key,
        "label": explanation.article.label,
        "passages": [
            {
                "provision": passage.provision.id,
                "clauses": [asdict(clause) for clause in passage.clauses],
            }
            for passage in explanation.passages
        ],
    }


def _label(provision: Provision) -> str:
    if provision.kind is ProvisionKind.PARAGRAPH:
        return f"第{provision.id.rpartition('/')[2]}款"
    return provision.label or provision.id


def _clause(clause: Clause, number: int, phrases: Phrases, *, words: bool) -> Iterator[str]:
    yield f"{number}. {clause.text}"
    yield f"   {_role(clause)}"
    if words:
        yield from _words(clause.words, phrases)
    if clause.bodies:
        yield f"   bodies: {'、'.join(clause.bodies)}"
    for _, together in groupby(clause.found, key=_how):
        yield from _found(tuple(together), phrases)
    yield from _idle(clause.idle)


def _role(clause: Clause) -> str:
    role = _ROLES[clause.role]
    if clause.role is not Role.UNREAD or clause.idle:
        return role
    if any(word.kind in _VERBS for word in clause.words):
        return f"{role}: no construction takes these words"
    return f"{role}: the lexicon knows no verb in it"


def _words(words: Iterable[Word], phrases: Phrases) -> Iterator[str]:
    """Yield a line for each word: the word, and what it was taken for."""
    shown = tuple(words)
    width = max((cell_len(word.text) for word in shown), default=0)
    for word in shown:
        gap = " " * (width - cell_len(word.text))
        yield f"     {word.text}{gap}  {_word(word, phrases)}"


def _word(word: Word, phrases: Phrases) -> str:
    kind = _KINDS[word.kind]
    names = "、".join(word.bodies)
    if word.kind is WordKind.PRONOUN:
        return f"{kind}: {names or 'no body that can be told'}"
    if word.kind is WordKind.BODY:
        return kind if names in {word.text, ""} else f"{kind}: {names}"
    if word.kind is WordKind.TRIGGER:
        relations = "、".join(map(phrases.relation, word.relations))
        return f"{kind}: entry {word.entry}" + (f", can state {relations}" if relations else "")
    return kind


def _found(together: Sequence[Found], phrases: Phrases) -> Iterator[str]:
    """Yield what one construction found with one entry, and then how."""
    for found in together:
        how = "；".join((phrases.modality(found.modality), *found.conditions))
        outcome = _OUTCOMES.get(found.outcome)
        note = f" [{outcome}]" if outcome else ""
        yield f"   → {found.subject} {phrases.arrow(found.relation)} {found.object}（{how}）{note}"
    entry, construction = phrases.entry(together[0].entry), together[0].construction
    yield f"     “{together[0].words}”: construction {construction}, entry {entry}"
    places: dict[Origin, list[str]] = {}
    for found in together:
        places.setdefault(found.subject_origin, []).append(found.subject)
        places.setdefault(found.object_origin, []).append(found.object)
    for origin, where in _ORIGINS.items():
        if origin in places:
            yield f"     {'、'.join(dict.fromkeys(places[origin]))}: named {where}"


def _idle(verbs: Iterable[Idle]) -> Iterator[str]:
    """Yield a line for each thing that is in the way, with the verbs that it keeps."""
    kept: dict[Obstacle, list[str]] = {}
    for idle in verbs:
        kept.setdefault(idle.obstacle, []).append(idle.text)
    for obstacle, texts in kept.items():
        yield f"   {'、'.join(texts)}: no statement; {_OBSTACLES[obstacle]}"


def _how(found: Found) -> tuple[str, str, str]:
    return found.words, found.construction, found.entry
