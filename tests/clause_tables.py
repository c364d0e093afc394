"""Read the tables of clauses under `tests/clauses`, and hold what the reader finds against them.

A table is a text file. `#` begins a comment; a blank line ends a row. A row is

    + 省教育厅、省水利厅指导高等学校，不得管理其财务。
    | （一）a further line of the same article
    = 省教育厅、省水利厅 guides 高等学校
    ? 高等学校 | 普通高等学校 partOf 省教育厅
    !known: why the reader does not yet get it right

`+` opens a row that shows the construction, `-` a near miss: a text that looks like it and is not.
`=` is a statement that has to be found, `?` one that may be found, and any other that is found is
wrong; `nothing` says that no statement has to be found. A statement is written `subject relation
object`, with its modality where that is none of a declaration; `、` (outside parentheses) and `,`
(between relations) write several at once, `|` stands between names or modalities that are equally
right. A 的 in a name makes no difference. The text is read as the only article of a regulation.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Final

from graph.model import Modality, Passage, Piece
from graph.ontology import load_ontology
from graph.reading import Reader
from graph.reading.lexicon import Lexicon
from graph.reading.phrases import chunk
from graph.text import parse
from tests.factories import make_source

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.model import Reading, Statement
    from graph.ontology import Ontology
    from graph.reading.lexemes import Token
    from graph.reading.mentions import Chunk

CLAUSES: Final = Path(__file__).parent / "clauses"

# = 派驻机构、监察专员 reportsTo,accountableTo 派出机关 | 监察委员会 obligation
#   subject            relation                object             modality
_CLAIM: Final = re.compile(
    r"""
    (?P<subject>\S+(?:\ \|\ \S+)*)
    \ (?P<relation>[A-Za-z]+(?:,[A-Za-z]+)*)
    \ (?P<object>\S+?(?:\ \|\ [^\sa-z]+)*)
    (?:\ (?P<modality>[a-z]+(?:\ \|\ [a-z]+)*))?
    """,
    re.VERBOSE,
)
_COMMA: Final = re.compile(r"、(?![^（]*）)")  # 甲、乙（丙、丁）: not the one between 丙 and 丁
_KNOWN: Final = "!known:"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A statement as a table writes it; each part by the forms that are equally right."""

    subject: tuple[str, ...]
    relation: str
    object: tuple[str, ...]
    modality: tuple[str, ...]

    def __str__(self) -> str:
        """Write the claim as a table does."""
        parts = (self.subject, (self.relation,), self.object, self.modality)
        return " ".join(" | ".join(part) for part in parts)

    def is_made_by(self, statement: Statement, *, symmetric: bool, exactly: bool) -> bool:
        """Say whether the statement says this; not `exactly` leaves the modality open."""
        if statement.relation != self.relation:
            return False
        if exactly and statement.modality.value not in self.modality:
            return False
        subject, object_ = _plain(statement.subject.name), _plain(statement.object.name)
        if subject in self.subject and object_ in self.object:
            return True
        return symmetric and object_ in self.subject and subject in self.object


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of a table: `hit` is false for a near miss, `known` tells why it fails, if so."""

    table: str
    line: int
    text: str
    hit: bool
    must: tuple[Claim, ...]
    may: tuple[Claim, ...]
    known: str = ""


@cache
def ontology() -> Ontology:
    """Return the project's ontology."""
    return load_ontology()


@cache
def reader() -> Reader:
    """Return a reader with the project's lexicon; it keeps nothing between two texts."""
    return Reader(ontology())


@cache
def lexicon() -> Lexicon:
    """Return the project's lexicon."""
    return Lexicon(ontology())


def make_passage(*stretches: str, start: int = 0, gap: int = 2) -> Passage:
    """Return a passage whose stretches stand `gap` characters apart, from `start` on."""
    pieces: list[Piece] = []
    offset = 0
    for stretch in stretches:
        pieces.append(Piece(offset=offset, start=start, length=len(stretch)))
        offset += len(stretch)
        start += len(stretch) + gap
    return Passage(text="".join(stretches), pieces=tuple(pieces))


def tokens(text: str) -> list[Token]:
    """Return the tokens of a text."""
    return lexicon().scan(text).tokens()


def chunks(text: str) -> list[Chunk]:
    """Return the chunks of a sentence."""
    return chunk(tokens(text), make_passage(text))


def read(text: str) -> Reading:
    """Return the reading of `text` as the only article of a regulation."""
    (document,) = parse(make_source(f"第一条 {text}\n"))
    return reader().read(document)


def tables(folder: str) -> list[Path]:
    """Return the tables of a folder of `tests/clauses`."""
    return sorted((CLAUSES / folder).glob("*.txt"))


def rows(folder: str) -> list[Row]:
    """Return the rows of all tables of a folder."""
    return [row for path in tables(folder) for row in read_table(path)]


def read_table(path: Path) -> Iterator[Row]:
    """Yield the rows of a table.

    Raises:
        ValueError: a row does not follow the format; the message names file and line.
    """
    start, block = 1, list[str]()
    lines = path.read_text(encoding="utf-8").splitlines()
    for number, line in enumerate([*lines, ""], start=1):
        if line.startswith("#"):
            continue
        if line.strip():
            start = start if block else number
            block.append(line)
        elif block:
            try:
                yield _row(path.stem, start, block)
            except ValueError as error:
                message = f"{path}:{start}: {error}"
                raise ValueError(message) from None
            block = []


def read_claims(path: Path) -> dict[str, Row]:
    """Return what a person claims of the articles of a regulation, by the number of the article.

    The lines are those of a table; instead of a text a row begins with `@` and the number.

    Raises:
        ValueError: a line does not follow the format.
    """
    claims: dict[str, Row] = {}
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = [line for line in block.splitlines() if line and not line.startswith("#")]
        if not lines:
            continue
        if not lines[0].startswith("@ "):
            message = f"{path}: claims begin with @ and a number, not {lines[0]!r}"
            raise ValueError(message)
        number = lines[0][2:]
        has_to = any(line.startswith("= ") for line in lines)
        claims[number] = _row(
            path.stem, 0, [f"+ {number}", *lines[1:], *([] if has_to else ["nothing"])]
        )
    return claims


def problems(row: Row, statements: Sequence[Statement]) -> list[str]:
    """Return what is missing from the statements, and what of them is wrong, a sentence each."""
    relations = ontology().relations

    def made(claim: Claim, statement: Statement, *, exactly: bool) -> bool:
        symmetric = relations[claim.relation].symmetric
        return claim.is_made_by(statement, symmetric=symmetric, exactly=exactly)

    found = [
        f"missing: {claim}"
        for claim in row.must
        if not any(made(claim, statement, exactly=True) for statement in statements)
    ]
    for one in statements:
        right = any(made(claim, one, exactly=True) for claim in row.must)
        if not right and not any(made(claim, one, exactly=False) for claim in row.may):
            found.append(
                f"wrong: {one.subject.name} {one.relation} {one.object.name} {one.modality}"
                f" ({one.construction}, {one.entry})"
            )
    return found


def _plain(name: str) -> str:
    return name.replace("的", "")


def _row(table: str, line: int, block: Sequence[str]) -> Row:
    mark, text = block[0][:2], [block[0][2:]]
    if mark not in ("+ ", "- "):
        message = f"a row begins with + or -, not {block[0]!r}"
        raise ValueError(message)
    must, may, known, nothing = list[Claim](), list[Claim](), "", False
    for part in block[1:]:
        match part[:2]:
            case "| ":
                text.append(part[2:])
            case "= ":
                must += _claims(part[2:])
            case "? ":
                may += _claims(part[2:])
            case _ if part.startswith(_KNOWN):
                known = part.removeprefix(_KNOWN).strip()
            case _ if part == "nothing":
                nothing = True
            case _:
                message = f"not understood: {part!r}"
                raise ValueError(message)
    if nothing == bool(must):
        message = "a row has either statements with = or nothing"
        raise ValueError(message)
    return Row(
        table=table,
        line=line,
        text="\n".join(text),
        hit=mark == "+ ",
        must=tuple(must),
        may=tuple(may),
        known=known,
    )


def _claims(written: str) -> Iterator[Claim]:
    match = _CLAIM.fullmatch(written)
    if match is None:
        message = f"not a statement: {written!r}"
        raise ValueError(message)
    modality = tuple((match["modality"] or Modality.DECLARATION.value).split(" | "))
    for name in modality:
        Modality(name)
    relations = match["relation"].split(",")
    unknown = set(relations) - set(ontology().relations)
    if unknown:
        message = f"no relation of the ontology: {', '.join(sorted(unknown))}"
        raise ValueError(message)
    for subject, relation, object_ in product(
        _names(match["subject"]), relations, _names(match["object"])
    ):
        yield Claim(subject=subject, relation=relation, object=object_, modality=modality)


def _names(written: str) -> list[tuple[str, ...]]:
    """Return one tuple of names a body: several bodies, or one with several names, not both."""
    if " | " in written:
        return [tuple(_plain(name) for name in written.split(" | "))]
    return [(_plain(name),) for name in _COMMA.split(written)]
