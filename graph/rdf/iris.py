"""The names of things: every form of IRI is printed and parsed here, and nowhere else.

A form is a small value; `str(value)` prints its IRI and `parse_iri` reads it back:

    document    <ROOT>document/NAME
    provision   <ROOT>document/NAME/article/12/paragraph/1
    body        <ROOT>body/NAME, or <ROOT>document/NAME/body/NAME for a relative one (同级党委)
    stretch     <ROOT>document/NAME/article/12/paragraph/1/text/1 of a provision's text
    activity    <ROOT>document/NAME/activity/reading
    statement   <ROOT>statement/DIGEST
    part        <ROOT>statement/DIGEST/evidence/1
    selector    <ROOT>statement/DIGEST/evidence/1/position, <ROOT>statement/DIGEST/evidence/1/quote

Names are readable: Chinese and other letters stay as they are. What an IRI cannot hold (RFC 3987),
what is reserved in it, and what a reader cannot see (spaces, direction marks, private-use
characters) is percent-encoded as UTF-8.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from hashlib import sha256
from typing import Final, TypeAlias
from urllib.parse import quote, unquote

from graph.model import Body, Modality, ProvisionKind
from graph.rdf.vocabulary import BODY, DOC, IG, ST

# What a segment may hold unescaped: the unreserved characters of RFC 3987, without spaces and
# format characters.
_ESCAPED: Final = re.compile(
    r"[^A-Za-z0-9._~\-"
    "\u00a1-\u00ac\u00ae-\u061b\u061d-\u167f\u1681-\u180d\u180f-\u1fff\u2010-\u2027"
    "\u2030-\u205e\u2070-\u2fff\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufefe\uff00-\uffef"
    "\U00010000-\U0001fffd\U00020000-\U0002fffd\U00030000-\U0003fffd]"
)
# Hexadecimal digits: 128 bits, so that two statements do not share a digest by chance.
_DIGEST_LENGTH: Final = 32
# No IRI holds a space, so the parts of an identity cannot run into each other.
_SEPARATOR: Final = " "
# A digest; a count from 1.
_DIGEST: Final = re.compile(rf"[0-9a-f]{{{_DIGEST_LENGTH}}}")
_INDEX: Final = re.compile(r"[1-9][0-9]{0,8}")
_STRETCH: Final = "text"
# A path of kinds, each with a number where it has one: `article/12~2/paragraph/1`, `preamble`,
# `chapter/unnumbered-3`. No word but a kind stands alone, so no other form is mistaken for it.
_KIND: Final = "|".join(ProvisionKind)
_STEP: Final = rf"(?:{_KIND})(?:~\d+)?(?:/(?:unnumbered-)?\d+(?:-\d+)?(?:~\d+)?)?"
_PROVISION: Final = re.compile(rf"{_STEP}(?:/{_STEP})*", re.ASCII)


class Part(StrEnum):
    """What a quoted stretch of the text is to the statement."""

    EVIDENCE = "evidence"
    ANTECEDENT = "antecedent"
    SUBJECT = "subject"
    OBJECT = "object"


class Selector(StrEnum):
    """The two ways in which words are picked out: by their offsets, and as they run."""

    POSITION = "position"
    QUOTE = "quote"


_PARTS: Final = frozenset(part.value for part in Part)


@lru_cache(maxsize=65536)
def encode(segment: str) -> str:
    """Return the segment of an IRI's path that stands for any non-empty text.

    Raises:
        ValueError: if the text is empty or holds a lone surrogate, for which no IRI exists.

    >>> encode("纪委监委"), encode("a/b c"), encode("..")
    ('纪委监委', 'a%2Fb%20c', '%2E%2E')
    """
    if not segment:
        message = "an empty name has no IRI"
        raise ValueError(message)
    if segment in {".", ".."}:  # a path segment of dots alone would be resolved away
        return segment.replace(".", "%2E")
    return _ESCAPED.sub(lambda match: quote(match[0], safe=""), segment)


# Documents and numbers come again and again: each segment is decoded once.
_decode: Final = lru_cache(maxsize=65536)(unquote)


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentIri:
    """A document, by the stem of its file."""

    name: str

    def __str__(self) -> str:
        """Print the IRI."""
        return DOC + encode(self.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvisionIri:
    """A provision: the document's name and `Provision.id`."""

    document: str
    provision: str

    def __str__(self) -> str:
        """Print the IRI; raises ValueError if the id is not that of a provision."""
        if not _PROVISION.fullmatch(self.provision):
            message = f"a provision's id is made of kinds and numbers, got {self.provision!r}"
            raise ValueError(message)
        return f"{DOC}{encode(self.document)}/{self.provision}"


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyIri:
    """A body by its preferred name; a relative one belongs to its `document`."""

    name: str
    document: str | None = None

    def __str__(self) -> str:
        """Print the IRI."""
        if self.document is None:
            return BODY + encode(self.name)
        return f"{DOC}{encode(self.document)}/body/{encode(self.name)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class StretchIri:
    """A stretch of the source that a provision's text was read from; `index` counts from 1."""

    document: str
    provision: str
    index: int

    def __str__(self) -> str:
        """Print the IRI."""
        provision = ProvisionIri(document=self.document, provision=self.provision)
        return f"{provision}/{_STRETCH}/{self.index}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityIri:
    """The reading of a document, from which its statements come."""

    document: str

    def __str__(self) -> str:
        """Print the IRI."""
        return f"{DOC}{encode(self.document)}/activity/reading"


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementIri:
    """A statement, by the digest of what it says."""

    digest: str

    def __str__(self) -> str:
        """Print the IRI."""
        return ST + self.digest


@dataclass(frozen=True, slots=True, kw_only=True)
class PartIri:
    """A quoted stretch that belongs to a statement; `index` counts from 1 within its kind."""

    digest: str
    part: Part
    index: int

    def __str__(self) -> str:
        """Print the IRI."""
        return f"{ST}{self.digest}/{self.part}/{self.index}"


@dataclass(frozen=True, slots=True, kw_only=True)
class SelectorIri:
    """How a part of a statement is picked out of the source."""

    part: PartIri
    selector: Selector

    def __str__(self) -> str:
        """Print the IRI."""
        return f"{self.part}/{self.selector}"


AnyIri: TypeAlias = (
    DocumentIri
    | ProvisionIri
    | BodyIri
    | StretchIri
    | ActivityIri
    | StatementIri
    | PartIri
    | SelectorIri
)


def body_iri(body: Body, document: str) -> BodyIri:
    """Return the IRI of a body of `document`; an absolute name is shared by all documents."""
    return BodyIri(name=body.name, document=document if body.relative else None)


def statement_iri(  # noqa: PLR0913  (the six parts of a statement's identity)
    *, document: str, article: str, subject: str, relation: str, obj: str, modality: Modality
) -> StatementIri:
    """Return the IRI of a statement from what it says and where, and from nothing else.

    Args:
        document: the IRI of the document.
        article: the IRI of the article, or of the preamble.
        subject: the IRI of the subject.
        relation: the local name of the relation.
        obj: the IRI of the object.
        modality: how the relation is stated.
    """
    identity = _SEPARATOR.join(
        (document, article, subject, IG + relation, obj, IG + modality.value)
    )
    return StatementIri(digest=sha256(identity.encode()).hexdigest()[:_DIGEST_LENGTH])


def parse_iri(iri: str) -> AnyIri | None:
    """Return the value whose IRI this is; None if it is not an IRI of the dataset as printed here.

    >>> parse_iri("https://w3id.org/institution-graph/document/rules/body/同级党委")
    BodyIri(name='同级党委', document='rules')
    """
    if iri.startswith(BODY):
        value = _parse_body(iri.removeprefix(BODY).split("/"))
    elif iri.startswith(ST):
        value = _parse_statement(iri.removeprefix(ST).split("/"))
    elif iri.startswith(DOC):
        value = _parse_document(iri.removeprefix(DOC).split("/"))
    else:
        return None
    # One spelling for each name: an IRI that says the same otherwise (%41 for A) is not one of
    # ours.
    return value if value is not None and _prints(value) == iri else None


def _prints(value: AnyIri) -> str | None:
    try:
        return str(value)
    except ValueError:  # an empty name, or a path that is no provision's
        return None


def _parse_body(segments: list[str]) -> AnyIri | None:
    return BodyIri(name=_decode(segments[0])) if len(segments) == 1 else None


def _parse_statement(segments: list[str]) -> AnyIri | None:
    digest, *rest = segments
    if not _DIGEST.fullmatch(digest):
        return None
    match rest:
        case []:
            return StatementIri(digest=digest)
        case [part, index, *selectors] if part in _PARTS and _INDEX.fullmatch(index):
            iri = PartIri(digest=digest, part=Part(part), index=int(index))
            match selectors:
                case []:
                    return iri
                case ["position" | "quote" as selector]:
                    return SelectorIri(part=iri, selector=Selector(selector))
    return None


def _parse_document(segments: list[str]) -> AnyIri | None:
    document, *rest = map(_decode, segments)
    match rest:
        case []:
            return DocumentIri(name=document)
        case ["body", name]:
            return BodyIri(name=name, document=document)
        case ["activity", "reading"]:
            return ActivityIri(document=document)
        case [*provision, "text", index] if provision and _INDEX.fullmatch(index):
            return StretchIri(document=document, provision="/".join(provision), index=int(index))
    return ProvisionIri(document=document, provision="/".join(rest))
