"""Statements to RDF and back: vocabulary, IRIs, dataset, store, records, checks.

What a reading says becomes quads (`dataset`), the quads a file (`serialise`), the file a store that
can be asked (`store`), and the store frozen values again (`records`). `checks` says what a dataset
must hold.
"""

from __future__ import annotations

from graph.rdf.dataset import dataset_quads
from graph.rdf.records import Records, read_records
from graph.rdf.serialise import write_dataset
from graph.rdf.store import GraphStore, open_store, store_readings

__all__ = [
    "GraphStore",
    "Records",
    "dataset_quads",
    "open_store",
    "read_records",
    "store_readings",
    "write_dataset",
]
