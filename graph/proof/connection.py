"""How two bodies are connected: one call from their names to paths with their proof."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING, Final

from graph.network import (
    Walk,
    denials,
    network,
    reachable,
    shortest_path,
    simple_paths,
    strongest_path,
)
from graph.ontology import load_ontology
from graph.proof.citation import Citations, named
from graph.proof.paths import escape, hops, path_data, path_markdown, path_text, statement_iris
from graph.query import get_relations, read_names, read_places
from graph.rdf.records import read_records

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from graph.model import Modality
    from graph.network import Path
    from graph.ontology import Ontology
    from graph.rdf.store import GraphStore
    from graph.rdf.stored import StoredBody, StoredStatement

LENGTH: Final = 6
"""The hops a path may have where every path is asked for and no length is given."""

LIMIT: Final = 20
"""After how many paths to stop where every path is asked for."""

_NEAREST: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Connection:
    """What connects two bodies, or that nothing does.

    Attributes:
        source: the body to begin with.
        target: the body to arrive at.
        paths: the paths found, in the order asked for.
        more: whether there are further ones, which the limit left out.
        blocked: denied statements without which there would be a shorter way, or one at all.
        nearest: where there is no path, the nearest bodies that can be reached, nearest first.
        undirected: where there is no directed path, the hops of one that follows relations both
            ways, None if there is none or it was not looked for.
        most: the number of hops a path may have, as asked for.
        citations: how the statements are cited.
    """

    source: StoredBody
    target: StoredBody
    paths: tuple[Path, ...]
    more: bool
    blocked: tuple[StoredStatement, ...]
    nearest: tuple[StoredBody, ...]
    undirected: int | None
    most: int | None
    citations: Citations

    def text(self, *, numbered: bool = False) -> Iterator[str]:
        """Yield the lines of every path; `numbered` puts a number before each."""
        for number, path in enumerate(self.paths, start=1):
            yield from path_text(path, self.citations, mark=f"[{number}] " if numbered else "")

    def markdown(self) -> Iterator[str]:
        """Yield every path as Markdown, and what stands in the way of one."""
        for path in self.paths:
            yield from path_markdown(path, self.citations)
        yield from (f"> {escape(line)}" for line in self.remarks())

    def data(self) -> dict[str, object]:
        """Return everything as values that JSON can hold."""
        return {
            "from": named(self.source),
            "to": named(self.target),
            "paths": [path_data(path, self.citations) for path in self.paths],
            "more": self.more,
            "blocked": [self.citations.data(statement) for statement in self.blocked],
            "nearest": [named(body) for body in self.nearest],
        }

    def statements(self) -> tuple[str, ...]:
        """Return the IRIs of the statements of all paths, each once, so as to highlight them."""
        return tuple(dict.fromkeys(iri for path in self.paths for iri in statement_iris(path)))

    def remarks(self) -> Iterator[str]:
        """Yield what is to be said beside the paths: that there is none, what blocks one."""
        if self.source == self.target:
            yield f"{self.source.name} and {self.target.name} are one body."
        elif not self.paths:
            bound = f" of at most {hops(self.most)}" if self.most else ""
            yield f"There is no path{bound} from {self.source.name} to {self.target.name}."
            if self.nearest:
                names = "、".join(body.name for body in self.nearest)
                yield f"The nearest bodies that can be reached are {names}."
            if self.undirected:
                yield f"With --undirected there is one of {hops(self.undirected)}."
        for statement in self.blocked:
            said, line = self.citations.said(statement), self.citations.line(statement)
            yield f"Denied, and therefore no way: {said}, {line}."


def find_paths(  # noqa: PLR0913  (a parameter for each choice)
    store: GraphStore,
    source: str,
    target: str,
    *,
    via: Collection[str] = (),
    modalities: Collection[Modality] = (),
    directed: bool = False,
    backward: bool = False,
    inferred: bool = False,
    strongest: bool = False,
    every: bool = False,
    most: int | None = None,
    limit: int = LIMIT,
    document: str | None = None,
    ontology: Ontology | None = None,
) -> Connection:
    """Find how two bodies are connected, with the proof of every hop.

    What an article denies (不得) is never followed.

    Args:
        store: the dataset.
        source: any name of the body to begin with.
        target: any name of the body to arrive at.
        via: relations or groups of relations to follow, by name or label; none means all.
        modalities: how a relation must be stated; none means any way.
        directed: follow relations from subject to object only.
        backward: follow relations from object to subject only.
        inferred: follow what is inferred too.
        strongest: of all paths return one with fewest inferred hops; else one with fewest hops.
        every: return all simple paths, shorter ones first, and not just one.
        most: the hops a path may have; None means `LENGTH` with `every`, else any number.
        limit: with `every`, after how many paths to stop.
        document: the name or title of a document whose relative names are meant.
        ontology: the relations; None means the project's own.

    Raises:
        UnknownBodyError: no body bears one of the names.
        QueryError: a name means several bodies, or a relation or the document is unknown.
        DatasetError: the dataset lacks what the model requires.
    """
    ontology = ontology or load_ontology()
    walk = Walk(
        relations=get_relations(ontology, via) if via else None,
        modalities=frozenset(modalities) or None,
        directed=directed or backward,
        backward=backward,
        inferred=inferred,
    )
    here = read_places(store).get_document(document) if document else None
    names = read_names(store)
    start, goal = names.get_body(source, here), names.get_body(target, here)
    records = read_records(store)
    net = network(records, ontology)
    ends = (net, start.iri, goal.iri)
    if every:
        found = list(islice(simple_paths(*ends, walk, most=most or LENGTH), limit + 1))
    else:
        search = strongest_path if strongest else shortest_path
        found = [path for path in [search(*ends, walk, most=most)] if path is not None]
    nowhere = not found and start != goal
    both_ways = replace(walk, directed=False, backward=False)
    other = shortest_path(*ends, both_ways, most=most) if nowhere and walk.directed else None
    return Connection(
        source=start,
        target=goal,
        paths=tuple(found[:limit] if every else found),
        more=every and len(found) > limit,
        blocked=denials(*ends, walk, most=most),
        nearest=tuple(
            body for body, _ in islice(reachable(net, start.iri, walk), _NEAREST) if nowhere
        ),
        undirected=len(other) if other else None,
        most=most,
        citations=Citations(records, ontology),
    )
