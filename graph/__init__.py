"""A knowledge graph of institutional relationships, read from Chinese regulations.

The verbs of the package, each imported when it is first asked for:

- `build_graph(sources, out)`: the main job, regulations in, four files out;
- `find_sources`, `read_source`, `parse`: files to documents;
- `load_ontology`, `Reader`: documents to statements;
- `write_dataset`, `open_store`: statements to RDF and RDF to a store that can be asked;
- `find_paths`: how two bodies of a store are connected, with the proof;
- `show`: the page of a store in a notebook.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.build import build as build_graph
    from graph.ontology import load_ontology
    from graph.page import show
    from graph.proof import find_paths
    from graph.rdf import open_store, write_dataset
    from graph.reading import Reader
    from graph.text import find_sources, parse, read_source

__version__ = "0.1.0"

__all__ = [
    "Reader",
    "build_graph",
    "find_paths",
    "find_sources",
    "load_ontology",
    "open_store",
    "parse",
    "read_source",
    "show",
    "write_dataset",
]

_HOMES = {
    "Reader": ("graph.reading", "Reader"),
    # Not `build`, which is the name of the module.
    "build_graph": ("graph.build", "build"),
    "find_paths": ("graph.proof", "find_paths"),
    "find_sources": ("graph.text", "find_sources"),
    "load_ontology": ("graph.ontology", "load_ontology"),
    "open_store": ("graph.rdf", "open_store"),
    "parse": ("graph.text", "parse"),
    "read_source": ("graph.text", "read_source"),
    "show": ("graph.page", "show"),
    "write_dataset": ("graph.rdf", "write_dataset"),
}
"""Where each verb lives: importing the package alone must not load RDF libraries."""


def __getattr__(name: str) -> object:
    """Import a verb when it is first asked for."""
    if name not in _HOMES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    module, attribute = _HOMES[name]
    return getattr(import_module(module), attribute)


def __dir__() -> list[str]:
    """List the verbs beside what is here already."""
    return sorted({*globals(), *__all__})
