"""The examples of the READMEs: find them, run them, and write down what they print.

An example is a block of the kind `console`: lines that begin with `$ ` are commands, the lines
under a command are what it prints. A block of the kind `trig` shows a part of the dataset.
`python -m tests.readme` (or `make readme`) builds the regulation that comes with the package, runs
all examples, and writes what they print, and these parts of the dataset, into both READMEs.
"""

from __future__ import annotations

import re
import shlex
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from click.testing import CliRunner

from graph.cli import main as cli

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

ROOT = Path(__file__).parent.parent
READMES = (ROOT / "README.md", ROOT / "README.zh-CN.md")

PROGRAM = "institution-graph"

# ```console
# $ institution-graph show 12
# …
# ```
_BLOCK = re.compile(
    r"(?P<open>^```console\n)(?P<body>.*?)(?P<close>^```$)", re.MULTILINE | re.DOTALL
)

# ```trig
# <document/rules/article/8> { … }
# ```
_RDF = re.compile(r"(?P<open>^```trig\n).*?(?P<close>^```$)", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A command of a README, without the prompt, and what is said there to be printed."""

    command: str
    output: str


def examples(text: str) -> Iterator[Example]:
    """Yield the examples of a README in their order."""
    for block in _BLOCK.finditer(text):
        yield from _split(block["body"])


def rewritten(text: str, run: Callable[[str], str]) -> str:
    """Return a README whose examples print what `run` returns for their commands."""

    def renew(block: re.Match[str]) -> str:
        body = "".join(f"$ {e.command}\n{run(e.command)}" for e in _split(block["body"]))
        return block["open"] + body + block["close"]

    return _BLOCK.sub(renew, text)


def run(command: str) -> str:
    """Run a command of a README in the current folder and return all that it prints.

    Args:
        command: a command line of `institution-graph`, or of `build_graph.py`, its `build`.

    Raises:
        ValueError: it is another program, or it fails.
    """
    words = shlex.split(command)
    if words[:2] == ["python", "build_graph.py"]:
        words[:2] = [PROGRAM, "build"]
    if words[0] != PROGRAM:
        message = f"no example of this program: {command}"
        raise ValueError(message)
    result = CliRunner().invoke(cli, words[1:], prog_name=PROGRAM, catch_exceptions=False)
    if result.exit_code != 0:
        message = f"{command} failed: {result.output}"
        raise ValueError(message)
    return result.output


def excerpts(dataset: str) -> tuple[str, str]:
    """Return the parts of a dataset that a README shows, line by line as they stand in the file.

    Args:
        dataset: the text of `graph.trig`.

    Returns:
        The named graph of Article 8, and the node of its statement who leads 派驻机构 with the
        evidence for it.
    """
    head, blocks = [], []
    for line in dataset.splitlines(keepends=True):
        if line.startswith("@"):
            head.append(line)
        elif line.startswith("<"):
            blocks.append(line)
        else:
            blocks[-1] += line
    article = "<document/paizhu-rules/article/8>"
    wanted = ("rdf:predicate ig:leads ;", "rdf:object <body/派驻机构> ;", f"ig:article {article} ;")
    (node,) = (block for block in blocks if all(line in block for line in wanted))
    iri = node.split(">", maxsplit=1)[0]
    parts = (
        [block for block in blocks if block.startswith(f"{article} {{")],
        [block for block in blocks if block.startswith((f"{iri}>", f"{iri}/evidence/"))],
    )
    first, second = (_with_prefixes(head, "".join(part)) for part in parts)
    return first, second


def with_excerpts(text: str, parts: Iterable[str]) -> str:
    """Return a README that shows these parts of the dataset."""
    supply = iter(parts)
    return _RDF.sub(lambda block: block["open"] + next(supply) + block["close"], text)


def _with_prefixes(head: list[str], body: str) -> str:
    """Put the declarations that a part of the dataset needs before it."""
    needed = [line for line in head if line.startswith("@base") or f"{line.split()[1]}" in body]
    return "".join([*needed, "\n", body])


def _split(body: str) -> Iterator[Example]:
    for part in re.split(r"^\$ ", body, flags=re.MULTILINE)[1:]:
        command, _, output = part.partition("\n")
        yield Example(command=command, output=output)


def main() -> None:
    """Write into both READMEs what their examples print now."""
    with TemporaryDirectory() as folder, chdir(folder):
        run(f"{PROGRAM} build")
        parts = excerpts(Path("out/graph.trig").read_text(encoding="utf-8"))
        for path in READMES:
            text = rewritten(path.read_text(encoding="utf-8"), run)
            path.write_text(with_excerpts(text, parts), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
