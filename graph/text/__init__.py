"""The text room: characters and numbering in, documents as trees with exact spans out.

The verbs in the order of their use: `find_sources` turns what a user names into files,
`name_sources` gives each file its document name, `read_source` decodes one, `parse` reads its
structure.
"""

from graph.text.decode import read_source
from graph.text.files import find_sources, name_sources
from graph.text.parse import parse

__all__ = ["find_sources", "name_sources", "parse", "read_source"]
