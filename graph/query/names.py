"""Which body is meant: any of its names leads to it, an unknown one to the nearest known."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, Final

from graph.errors import QueryError, UnknownBodyError
from graph.ontology import load_ontology
from graph.query.select import select
from graph.query.spelling import Spelling, plain, spelling
from graph.rdf.iris import BodyIri, DocumentIri, parse_iri
from graph.rdf.stored import StoredBody
from graph.rdf.vocabulary import OTHER_NAME, PREFERRED_NAME, PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pyoxigraph import NamedNode

    from graph.ontology import Ontology
    from graph.rdf.store import GraphStore

_SUGGESTED: Final = 5
_LIKENESS: Final = 0.45  # the share of equal characters from which on a name is worth suggesting


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """The names of all bodies of a dataset.

    Attributes:
        bodies: the bodies, sorted by IRI; their classes are not read.
        index: for each name, as `plain` writes it, the bodies that bear it.
        loose_index: the same for each name as `spelling` reduces it.
        spelling: what may vary in a name.
    """

    bodies: tuple[StoredBody, ...]
    index: Mapping[str, tuple[StoredBody, ...]]
    loose_index: Mapping[str, tuple[StoredBody, ...]]
    spelling: Spelling

    def find_bodies(self, name: str, document: str | None = None) -> tuple[StoredBody, ...]:
        """Return the bodies that bear a name: several where documents share a relative name.

        Args:
            name: the preferred or any other name, or the IRI, also in its short form
                (`body:派驻机构`).
            document: the IRI of the document whose relative bodies alone are meant. Bodies that all
                documents share are found whatever it is.
        """
        found = (
            self.index.get(plain(name))
            or self._by_iri(name)
            or self.loose_index.get(self.spelling.loose(name), ())
        )
        here = {None, document}
        return tuple(body for body in found if document is None or body.document in here)

    def get_bodies(self, name: str, document: str | None = None) -> tuple[StoredBody, ...]:
        """Return the bodies that bear a name, at least one; for the arguments see `find_bodies`.

        Raises:
            UnknownBodyError: there is none.
        """
        found = self.find_bodies(name, document)
        if not found:
            raise UnknownBodyError(name, self.nearest(name, document))
        return found

    def get_body(self, name: str, document: str | None = None) -> StoredBody:
        """Return the one body that bears a name; for the arguments see `find_bodies`.

        Raises:
            UnknownBodyError: there is none.
            QueryError: there are several.
        """
        found = self.get_bodies(name, document)
        if len(found) > 1:
            which = ", ".join(short_iri(body.iri) for body in found)
            message = f"{len(found)} bodies are named {name}: {which}; expected a document."
            raise QueryError(message)
        return found[0]

    def nearest(self, name: str, document: str | None = None) -> tuple[str, ...]:
        """Return the names most like one that nobody bears, best first: one for each body."""
        close = get_close_matches(plain(name), self.index, n=3 * _SUGGESTED, cutoff=_LIKENESS)
        bodies = [body for key in close for body in self.find_bodies(key, document)]
        return tuple(dict.fromkeys(body.name for body in bodies))[:_SUGGESTED]

    def _by_iri(self, text: str) -> tuple[StoredBody, ...]:
        iri = long_iri(text)
        return tuple(body for body in self.bodies if body.iri == iri)


def read_names(store: GraphStore) -> Names:
    """Read the names of a dataset, and those that the ontology knows for its bodies."""
    ontology = load_ontology()
    variants = spelling(ontology)
    preferred = _literals(store, PREFERRED_NAME)
    others = _literals(store, OTHER_NAME)
    bodies = []
    for iri in sorted(preferred):
        parsed = parse_iri(iri)
        if isinstance(parsed, BodyIri):
            document = parsed.document and str(DocumentIri(name=parsed.document))
            names = tuple(sorted(others.get(iri, ())))
            body = StoredBody(iri=iri, name=preferred[iri][0], other_names=names, document=document)
            bodies.append(body)
    index = _index(bodies, ontology)
    loose: dict[str, dict[StoredBody, None]] = {}
    for name, bearers in index.items():
        loose.setdefault(variants.loose(name), {}).update(dict.fromkeys(bearers))
    return Names(
        bodies=tuple(bodies),
        index=index,
        loose_index={name: tuple(bearers) for name, bearers in loose.items()},
        spelling=variants,
    )


def long_iri(text: str) -> str:
    """Return the IRI that a text stands for: in angle brackets, with a known prefix, or as it is.

    >>> long_iri("body:派驻机构")
    'https://w3id.org/institution-graph/body/派驻机构'
    """
    text = text.strip().removeprefix("<").removesuffix(">")
    prefix, colon, rest = text.partition(":")
    return PREFIXES[prefix] + rest if colon and prefix in PREFIXES else text


def short_iri(iri: str) -> str:
    """Return an IRI with the known prefix that shortens it most, if there is one.

    >>> short_iri("https://w3id.org/institution-graph/ontology#leads")
    'ig:leads'
    """
    fitting = [(len(long), prefix) for prefix, long in PREFIXES.items() if iri.startswith(long)]
    if not fitting:
        return iri
    length, prefix = max(fitting)
    return f"{prefix}:{iri[length:]}"


def _literals(store: GraphStore, predicate: NamedNode) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for solution in select(store, f"SELECT ?body ?name {{ ?body {predicate} ?name }}"):
        found.setdefault(solution["body"].value, []).append(solution["name"].value)
    return {iri: sorted(names) for iri, names in found.items()}


def _index(bodies: Iterable[StoredBody], ontology: Ontology) -> dict[str, tuple[StoredBody, ...]]:
    """Return who bears each name: those who prefer it, else those who bear it besides."""
    first: dict[str, list[StoredBody]] = {}
    besides: dict[str, list[StoredBody]] = {}
    for body in bodies:
        first.setdefault(plain(body.name), []).append(body)
        for name in body.other_names:
            besides.setdefault(plain(name), []).append(body)
    for known in ontology.known_bodies:
        for body in first.get(plain(known.name), ()):
            for name in known.other_names:
                besides.setdefault(plain(name), []).append(body)
    merged = besides | first
    return {name: tuple(dict.fromkeys(bearers)) for name, bearers in sorted(merged.items())}
