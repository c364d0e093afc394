"""Words of the lexicon as reading sees them, and a text cut into them.

The kinds of token have one character each, so that a run of them can be written as a string.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import repeat
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.model import Modality
    from graph.ontology import Trigger

GAP: Final = "?"
KNOWN: Final = "K"  # 国务院: a body known by name
HEAD: Final = "H"  # 党委: a noun that is a body by itself
GENERIC: Final = "h"  # 机构: a noun that is a body with a modifier
PEOPLE: Final = "p"  # 人员: people, never a body
TRIGGER: Final = "T"  # 领导: states a relation
VERB: Final = "V"  # 履行: states none
LIGHT: Final = "L"  # 加强: carries a noun
MODAL: Final = "M"  # 应当
BY: Final = "Y"  # 由
UNDER: Final = "U"  # 受
ACCEPT: Final = "A"  # 接受
TOWARD: Final = "X"  # 向
OVER: Final = "O"  # 对
AT: Final = "Z"  # 在
MEANS: Final = "I"  # 以
FOR: Final = "F"  # 为
VIA: Final = "J"  # 经
SUBMIT: Final = "E"  # 报
TAKE: Final = "G"  # 将
BASIS: Final = "S"  # 按照
WITH: Final = "W"  # 与
AND: Final = "C"  # 、
AND_ITS: Final = "c"  # 及其
OF: Final = "D"  # 的
COPULA: Final = "="  # 是
BELOW: Final = "v"  # 下
MAINLY: Final = "!"  # 为主
BETWEEN: Final = "b"  # 之间
ETCETERA: Final = "e"  # 等
QUANTIFIER: Final = "q"  # 各级
RELATIVE: Final = "r"  # 上级
LEVEL: Final = "l"  # 省
NUMBER: Final = "#"  # 若干人
PRONOUN: Final = "o"  # 其
NOUN: Final = "n"  # 经济
STANDING: Final = "s"  # 工作: stands for the body whose it is
ADVERB: Final = "R"  # 依法
COMMA: Final = ","
SEMICOLON: Final = ";"
STOP: Final = "."
COLON: Final = ":"
OPEN: Final = "("
CLOSE: Final = ")"
TITLE_OPEN: Final = "<"
TITLE_CLOSE: Final = ">"
QUOTE_OPEN: Final = "["
QUOTE_CLOSE: Final = "]"

BREAKS: Final = frozenset((COMMA, SEMICOLON, STOP))  # what closes a clause
MARKS: Final = BREAKS | {COLON}  # and a stem


@dataclass(frozen=True, slots=True, eq=False)
class Lexeme:
    """What a form can be: its main `kind`, and everything else the lexicon says of it.

    `classes` are the names of all word classes it belongs to; `body_kind` is the class of body of a
    head, which is `generic` or not; `ends_in` is the general noun that a form of several words ends
    in (机关 of 检察机关); `trigger` the lexical entry of a trigger; `modality` that of a modal.
    """

    form: str
    kind: str
    classes: frozenset[str] = frozenset()
    trigger: Trigger | None = None
    body_kind: str = ""
    generic: bool = False
    alone: bool = False
    held_in: frozenset[str] = frozenset()
    modality: Modality | None = None
    ends_in: Lexeme | None = None
    compounds: bool = field(init=False)
    does: bool = field(init=False)

    def __post_init__(self) -> None:
        """Note whether the word may modify the general head noun of a name further on.

        And whether it may stand in a noun phrase of doing (监督执纪工作).
        """
        verb = self.kind == VERB and "nominalVerb" not in self.classes
        acts = (
            self.kind == TRIGGER
            and not self.generic
            and not (self.trigger and self.trigger.compounds)
        )
        object.__setattr__(self, "compounds", not (verb or acts))
        object.__setattr__(self, "does", self.trigger is None or self.trigger.compounds)

    def is_in(self, word_class: str) -> bool:
        """Say whether the form belongs to the word class (`decision`, `report`, …)."""
        return word_class in self.classes


class Token(NamedTuple):
    """A form found in a text: `start` and `end` in characters of the scanned text."""

    start: int
    end: int
    lexeme: Lexeme


_NEW: Final[Callable[[type[Token], tuple[int, int, Lexeme]], Token]] = tuple.__new__


@dataclass(slots=True, eq=False)
class Scan:
    """A text cut into tokens, column by column: most texts are passed over without one being made.

    `starts` has one entry more than there are tokens, the length of the text; a token ends where
    the next one starts. `kinds` has one character a token.
    """

    starts: list[int]
    lexemes: list[Lexeme]
    kinds: str

    def tokens(self, first: int = 0, last: int | None = None) -> list[Token]:
        """Return the tokens from `first` up to `last`, as a list slice would."""
        starts, end = self.starts, len(self.lexemes) if last is None else last
        columns = zip(
            starts[first:end], starts[first + 1 : end + 1], self.lexemes[first:end], strict=True
        )
        # Half the time of calling Token once for each of them.
        return list(map(_NEW, repeat(Token), columns))


BESIDE: Final = ("与", "同")  # the words of `WITH` that may open a phrase, unlike 和

GAP_LEXEME: Final = Lexeme(form="", kind=GAP)
