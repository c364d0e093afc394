"""The command line: each command asks the library for one thing and prints it.

Nothing heavy is imported before a command runs, so that help answers at once.
"""

from __future__ import annotations

from graph.cli.commands import main

__all__ = ["main"]
