"""Read a regulation and leave its graph in `out/`: `python build_graph.py [SOURCE …] [--out DIR]`.

The same as `institution-graph build`.
"""

from __future__ import annotations

import sys

from graph.cli import main

if __name__ == "__main__":
    main(["build", *sys.argv[1:]])
