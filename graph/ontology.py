"""The one declaration, `ontology.ttl`, as plain values: relations, lexicon, kinship.

Everything that is knowledge of language or of relations is data there; the rooms read it from here.
Loading parses the file once with Oxigraph's Turtle parser (a few milliseconds) and checks that the
lexicon is consistent: a form has one owner, an entry expresses a declared relation, a frame is a
declared one.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from graph.errors import OntologyError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

IG = "https://w3id.org/institution-graph/ontology#"
LEX = "https://w3id.org/institution-graph/lexicon#"
_RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
_INVERSE = "http://www.w3.org/2002/07/owl#inverseOf"
_ABOVE = "http://www.w3.org/2000/01/rdf-schema#subPropertyOf"
_OWL = "http://www.w3.org/2002/07/owl#"
_SKOS = "http://www.w3.org/2004/02/skos/core#"

_Value = str | tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A relation between two bodies as `ontology.ttl` declares it.

    `name` is the local name (`leads`).

    `groups` are local names (`authority`, `answering`, …), `colour` is a CSS colour, `order` sorts
    lists, `above` are local names of the broader relations of the ontology that hold with it
    (`hasAuthorityOver`).
    """

    name: str
    iri: str
    label_zh: str
    label_en: str
    inverse_label_zh: str
    inverse_label_en: str
    symmetric: bool
    transitive: bool
    groups: tuple[str, ...]
    colour: str
    order: int
    above: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """A verb or noun that states a relation.

    `frames` are local names of `ig:Frame` individuals: how it takes its arguments. `expresses` are
    relations from the one who acts to the one acted on, `inverse` those the other way round,
    `place` those from the one acted on to the place, `creation` those from the one who acts to a
    body that comes about by it. `compounds` says that the word may stand inside a name
    (监督检查部门).
    """

    name: str
    forms: tuple[str, ...]
    expresses: tuple[str, ...]
    inverse: tuple[str, ...]
    place: tuple[str, ...]
    creation: tuple[str, ...]
    frames: frozenset[str]
    compounds: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """Nouns that end the name of a body; `kind` is the local name of the body's class.

    A `generic` head (机构, 部门) needs a modifier before it and lets a verb be that modifier; any
    other, and one that is `alone` as well (企业), may stand without. `held_in` are the classes of
    body that a post or office hangs on. `person` marks nouns for people, which are no bodies but
    end a noun phrase.
    """

    name: str
    kind: str
    forms: tuple[str, ...]
    generic: bool
    alone: bool
    held_in: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownBody:
    """A body known by name wherever it appears: its preferred name and the other names in use.

    `lone_names` (skos:hiddenLabel) mean it only where nothing goes on with them (中央).
    """

    name: str
    other_names: tuple[str, ...]
    lone_names: tuple[str, ...] = ()
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Kinship:
    """That one body is a kind of another, with the article that says so.

    It holds in that document alone.

    `narrower` are names of bodies that are of the kind, `broader` is the name of the kind. `scope`
    says when it holds (empty: always). `title` is that of the document, `article` the number (`6`,
    `12-1`), `words` verbatim.
    """

    iri: str
    narrower: tuple[str, ...]
    broader: str
    title: str
    article: str
    words: str
    scope: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ontology:
    """What `ontology.ttl` declares. `words` maps a word class.

    (`obligation`, `quantifier`, …) to its forms.

    `question_words` does the same for the words that stand in questions alone (`unknownBody`: 谁).
    `labels` are the Chinese and the English label of every term (class, relation, …) by local name.
    `expressing` are the word classes that state a relation in constructions of their own (部署 in
    按照B的部署), as entries without a frame.
    """

    relations: Mapping[str, Relation]
    triggers: tuple[Trigger, ...]
    heads: tuple[Head, ...]
    known_bodies: tuple[KnownBody, ...]
    words: Mapping[str, tuple[str, ...]]
    abbreviations: Mapping[str, str]
    kinships: tuple[Kinship, ...] = ()
    expressing: tuple[Trigger, ...] = ()
    question_words: Mapping[str, tuple[str, ...]] = field(
        default_factory=lambda: MappingProxyType({})
    )
    labels: Mapping[str, tuple[str, str]] = field(default_factory=lambda: MappingProxyType({}))


def ontology_path() -> Path:
    """Return the path of the ontology.

    Beside this module when installed, at the top level in a checkout.
    """
    packaged = Path(__file__).with_name("ontology.ttl")
    return packaged if packaged.is_file() else Path(__file__).parent.parent / "ontology.ttl"


def load_ontology(path: Path | None = None) -> Ontology:
    """Read `ontology.ttl` (the project's own, or the one at `path`).

    Raises:
        OntologyError: it cannot be read, is not Turtle, declares no relation, or its lexicon
        contradicts itself.
    """
    path = path or ontology_path()
    nodes = _read(path)
    relations = _relations(path, nodes)
    triggers = tuple(
        Trigger(
            name=_local(iri),
            forms=_texts(node, "form"),
            expresses=_names(node, "expresses"),
            inverse=_names(node, "expressesInverse"),
            place=_names(node, "expressesPlace"),
            creation=_names(node, "expressesCreation"),
            frames=frozenset(_names(node, "frame")),
            compounds=_flag(node, "compounds"),
        )
        for iri, node in _typed(nodes, "Trigger")
    )
    heads = tuple(
        Head(
            name=_local(iri),
            kind=(_names(node, "kind") or ("Body",))[0],
            forms=_texts(node, "form"),
            generic=_flag(node, "generic"),
            alone=_flag(node, "alone"),
            held_in=_names(node, "heldIn"),
        )
        for iri, node in _typed(nodes, "Head")
    )
    known = tuple(
        KnownBody(
            name=_texts(node, _SKOS + "prefLabel")[0],
            other_names=_texts(node, _SKOS + "altLabel"),
            lone_names=_texts(node, _SKOS + "hiddenLabel"),
            kind=(_names(node, "kind") or ("Body",))[0],
        )
        for iri, node in _typed(nodes, "KnownBody")
    )
    expressing = tuple(
        Trigger(
            name=_local(iri), forms=_texts(node, "form"), expresses=_names(node, "expresses"),
            inverse=(), place=(), creation=(), frames=frozenset(), compounds=False,
        )
        for iri, node in _typed(nodes, "WordClass")
        if _names(node, "expresses")
    )  # fmt: skip
    words = {_local(iri): _texts(node, "form") for iri, node in _typed(nodes, "WordClass")}
    questions = {_local(iri): _texts(node, "form") for iri, node in _typed(nodes, "QuestionForm")}
    abbreviations = {
        short: _texts(node, "longForm")[0]
        for _, node in _typed(nodes, "Abbreviation")
        for short in _texts(node, "form")
    }
    _check(path, relations, triggers, frozenset(_local(iri) for iri, _ in _typed(nodes, "Frame")))
    return Ontology(
        relations=MappingProxyType(relations),
        triggers=triggers,
        heads=heads,
        known_bodies=known,
        words=MappingProxyType(words),
        abbreviations=MappingProxyType(abbreviations),
        question_words=MappingProxyType(questions),
        kinships=_kinships(path, nodes),
        expressing=expressing,
        labels=MappingProxyType(
            {
                iri.removeprefix(IG): (_label(node, "zh"), _label(node, "en"))
                for iri, node in nodes.items()
                if iri.startswith(IG) and _LABEL in node
            }
        ),
    )


_Node = dict[str, list[_Value]]


def _read(path: Path) -> dict[str, _Node]:
    """Parse the file into subject -> predicate -> values.

    Language-tagged values are (text, language).
    """
    nodes: dict[str, _Node] = {}
    try:
        for triple in parse(path=str(path), format=RdfFormat.TURTLE):
            if not isinstance(triple.subject, NamedNode):
                continue
            node = nodes.setdefault(triple.subject.value, defaultdict(list))
            value = triple.object
            if isinstance(value, Literal):
                node[triple.predicate.value].append(
                    (value.value, value.language) if value.language else value.value
                )
            elif isinstance(value, NamedNode):
                node[triple.predicate.value].append(value.value)
    except OSError as error:
        raise OntologyError(
            path, f"it cannot be read ({error.strerror or error})", "a Turtle file"
        ) from None
    except SyntaxError as error:
        raise OntologyError(
            path, f"it is not Turtle: {error.msg}", "an OWL ontology in Turtle"
        ) from None
    return nodes


def _typed(nodes: Mapping[str, _Node], name: str) -> list[tuple[str, _Node]]:
    return [(iri, node) for iri, node in nodes.items() if IG + name in node.get(_RDF_TYPE, ())]


def _values(node: _Node, key: str) -> list[_Value]:
    return node.get(key if "://" in key else IG + key, [])


def _texts(node: _Node, key: str) -> tuple[str, ...]:
    return tuple(value if isinstance(value, str) else value[0] for value in _values(node, key))


def _names(node: _Node, key: str) -> tuple[str, ...]:
    return tuple(_local(value) for value in _values(node, key) if isinstance(value, str))


def _flag(node: _Node, key: str) -> bool:
    return "true" in _texts(node, key)


def _local(iri: str) -> str:
    return iri.rpartition("#")[2]


def _label(node: _Node, language: str) -> str:
    for value in node.get(_LABEL, ()):
        if isinstance(value, tuple) and value[1].startswith(language):
            return value[0]
    return ""


def _relations(path: Path, nodes: Mapping[str, _Node]) -> dict[str, Relation]:
    inverses: dict[str, str] = {}
    for iri, node in nodes.items():
        for other in node.get(_INVERSE, ()):
            if isinstance(other, str):
                inverses[iri], inverses[other] = other, iri
    found = []
    for iri, node in _typed(nodes, "Relation"):
        inverse = nodes.get(inverses.get(iri, ""), {})
        symmetric = _OWL + "SymmetricProperty" in node.get(_RDF_TYPE, ())
        label_zh, label_en = _label(node, "zh"), _label(node, "en")
        found.append(
            Relation(
                name=_local(iri),
                iri=iri,
                label_zh=label_zh,
                label_en=label_en,
                inverse_label_zh=label_zh if symmetric else _label(inverse, "zh"),
                inverse_label_en=label_en if symmetric else _label(inverse, "en"),
                symmetric=symmetric,
                transitive=_OWL + "TransitiveProperty" in node.get(_RDF_TYPE, ()),
                groups=_names(node, "group"),
                colour=(_texts(node, "colour") or ("#888888",))[0],
                order=int((_texts(node, "order") or ("999",))[0]),
                above=tuple(
                    value.removeprefix(IG)
                    for value in node.get(_ABOVE, ())
                    if isinstance(value, str) and value.startswith(IG)
                ),
            )
        )
    if not found:
        raise OntologyError(path, "it declares no relation", "properties of type ig:Relation")
    return {relation.name: relation for relation in sorted(found, key=lambda r: (r.order, r.name))}


def _kinships(path: Path, nodes: Mapping[str, _Node]) -> tuple[Kinship, ...]:
    """Return the kinship assertions, sorted by IRI; each needs its names and what it cites."""
    found = []
    for iri, node in sorted(_typed(nodes, "KinshipAssertion")):
        keys = ("broader", "citesDocument", "citesArticle", "citesWords")
        values = {key: _texts(node, key) for key in keys}
        lacking = [key for key in keys if len(values[key]) != 1]
        if lacking or not _texts(node, "narrower"):
            named = ", ".join(f"ig:{key}" for key in (lacking or ["narrower"]))
            raise OntologyError(
                path, f"{iri} lacks {named}, or has several", "one of each, and its ig:narrower"
            )
        broader, title, article, words = (values[key][0] for key in keys)
        found.append(
            Kinship(
                iri=iri,
                narrower=tuple(sorted(_texts(node, "narrower"))),
                broader=broader,
                title=title,
                article=article,
                words=words,
                scope=next(iter(_texts(node, "scope")), ""),
            )
        )
    return tuple(found)


def _check(
    path: Path,
    relations: Mapping[str, Relation],
    triggers: Iterable[Trigger],
    frames: frozenset[str],
) -> None:
    """Refuse a lexicon that contradicts itself; all problems are told at once."""
    problems: list[str] = []
    for trigger in triggers:
        if not trigger.forms:
            problems.append(f"lex:{trigger.name} has no ig:form")
        if not trigger.frames:
            problems.append(f"lex:{trigger.name} has no ig:frame")
        problems.extend(
            f"lex:{trigger.name} expresses {name}, which is not declared"
            for name in (*trigger.expresses, *trigger.inverse, *trigger.place, *trigger.creation)
            if name not in relations
        )
        problems.extend(
            f"lex:{trigger.name} has the frame {name}, which is not declared"
            for name in sorted(trigger.frames - frames)
        )
    if problems:
        raise OntologyError(
            path, "; ".join(problems), "every entry with its forms, frames and relations"
        )
