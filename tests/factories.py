"""Build the values of the model with few words, and a small regulation with a case of everything.

Offsets are never written by hand: the source is laid out first, and a quote is looked up in its
article.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING

from graph.model import (
    Body,
    Citation,
    Document,
    Event,
    Modality,
    Passage,
    Piece,
    Provision,
    ProvisionKind,
    Reading,
    Source,
    Span,
    Statement,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Text = str | tuple[str, ...]
"""A paragraph; as a tuple one that a blank line of the file breaks into several stretches."""


def make_source(text: str = "第一条 甲领导乙。\n", *, name: str = "sample") -> Source:
    """Return a source as if it had been read from a file of UTF-8."""
    return Source(name=name, text=text, sha256=sha256(text.encode()).hexdigest())


def make_body(name: str, *other_names: str, kind: str = "Organ", relative: bool = False) -> Body:
    """Return a body with its preferred name first."""
    return Body(name=name, other_names=tuple(sorted(other_names)), kind=kind, relative=relative)


def numeral(number: int) -> str:
    """Return the Chinese numeral of a number from 1 to 99."""
    digits = "〇一二三四五六七八九"
    tens, ones = divmod(number, 10)
    return ("" if not tens else ("" if tens == 1 else digits[tens]) + "十") + (
        digits[ones] if ones else ""
    )


@dataclass(slots=True)
class _Layout:
    """A source while it is written: its text so far, and where each stretch of it stands."""

    text: str = ""
    end: int = field(default=0)

    def add(self, words: str) -> int:
        """Append the words; return where they start."""
        start = self.end
        self.text += words
        self.end += len(words)
        return start


def make_document(
    articles: Mapping[int, Sequence[Text]],
    *,
    name: str = "sample",
    title: str = "样例规则",
    preamble: Sequence[Text] = (),
    chapters: Mapping[int, str] | None = None,
    events: tuple[Event, ...] = (),
    citations: tuple[Citation, ...] = (),
) -> Document:
    """Return a document whose source is laid out from the given paragraphs.

    Args:
        articles: for each number the paragraphs of the article.
        name: the name of the document.
        title: its title, the first line of the source.
        preamble: the paragraphs before the title.
        chapters: for the first article of each chapter the heading of the chapter; none for no
            chapters.
        events: the events of the document.
        citations: its citations.
    """
    layout = _Layout()
    provisions: list[Provision] = []
    if preamble:
        start = layout.end
        paragraphs = _paragraphs(layout, "preamble", preamble)
        provisions.append(
            Provision(
                id="preamble",
                kind=ProvisionKind.PREAMBLE,
                span=Span(start=start, end=paragraphs[-1].span.end),
                children=paragraphs,
            )
        )
    layout.add(f"{title}\n\n")
    groups: list[tuple[str, int, int, list[Provision]]] = []
    for number, paragraphs_of_article in articles.items():
        if chapters and number in chapters:
            label = f"第{numeral(len(groups) + 1)}章"
            start = layout.add(f"{label} {chapters[number]}\n\n")
            groups.append((label, number, start, []))
        article = _article(layout, number, paragraphs_of_article)
        (groups[-1][3] if groups else provisions).append(article)
    for index, (label, number, start, children) in enumerate(groups, start=1):
        provisions.append(
            Provision(
                id=f"chapter/{index}",
                kind=ProvisionKind.CHAPTER,
                span=Span(start=start, end=children[-1].span.end),
                label=label,
                number=index,
                heading=(chapters or {})[number],
                children=tuple(children),
            )
        )
    return Document(
        name=name,
        title=title,
        source=make_source(layout.text, name=name),
        provisions=tuple(provisions),
        events=events,
        citations=citations,
    )


def _article(layout: _Layout, number: int, texts: Sequence[Text]) -> Provision:
    label = f"第{numeral(number)}条"
    start = layout.add(f"{label} ")
    paragraphs = _paragraphs(layout, f"article/{number}", texts)
    return Provision(
        id=f"article/{number}",
        kind=ProvisionKind.ARTICLE,
        span=Span(start=start, end=paragraphs[-1].span.end),
        label=label,
        number=number,
        children=paragraphs,
    )


def _paragraphs(layout: _Layout, parent: str, texts: Sequence[Text]) -> tuple[Provision, ...]:
    return tuple(
        _paragraph(layout, f"{parent}/paragraph/{number}", number, text)
        for number, text in enumerate(texts, start=1)
    )


def _paragraph(layout: _Layout, provision: str, number: int, text: Text) -> Provision:
    stretches = (text,) if isinstance(text, str) else text
    pieces: list[Piece] = []
    offset = 0
    for stretch in stretches:
        start = layout.add(stretch)
        layout.add("\n\n")
        pieces.append(Piece(offset=offset, start=start, length=len(stretch)))
        offset += len(stretch)
    return Provision(
        id=provision,
        kind=ProvisionKind.PARAGRAPH,
        span=Span(start=pieces[0].start, end=pieces[-1].start + pieces[-1].length),
        number=number,
        passage=Passage(text="".join(stretches), pieces=tuple(pieces)),
    )


def make_statement(  # noqa: PLR0917  (who, relation, whom, and the words that say it)
    document: Document,
    article: int | str,
    subject: Body,
    relation: str,
    obj: Body,
    quote: str,
    *,
    modality: Modality = Modality.DECLARATION,
    conditions: tuple[str, ...] = (),
    antecedent: str = "",
    construction: str = "subject-verb-object",
    entry: str = "",
) -> Statement:
    """Return a statement whose provision, evidence and mentions are found by their words.

    Args:
        document: the document that states it.
        article: the number of the article, or `preamble`.
        subject: the subject.
        relation: the local name of the relation.
        obj: the object.
        quote: the clause that states it, as it runs in the paragraph (without the break of a broken
            one).
        modality: how it is stated.
        conditions: the conditions that stand with it.
        antecedent: words of the same article, outside of the quote, that name a body the quote
            leaves out.
        construction: the frame of the grammar.
        entry: the lexical entry; by default named after the relation.

    Raises:
        LookupError: if the article does not hold the words.
    """
    place = article if isinstance(article, str) else f"article/{article}"
    root = next((node for node in document.walk() if node.id == place), None)
    if root is None:
        message = f"{document.name} has no {place}"
        raise LookupError(message)
    provision, evidence = _find(root, quote)
    return Statement(
        document=document.name,
        article=place,
        provision=provision.id,
        subject=subject,
        relation=relation,
        object=obj,
        modality=modality,
        conditions=conditions,
        evidence=evidence,
        antecedent=_find(root, antecedent)[1] if antecedent else (),
        subject_words=_mention(root, provision, quote, subject),
        object_words=_mention(root, provision, quote, obj),
        construction=construction,
        entry=entry or f"{relation}-verb",
    )


def _find(root: Provision, words: str) -> tuple[Provision, tuple[Span, ...]]:
    for node in root.walk():
        if node.passage is not None and words in node.passage.text:
            start = node.passage.text.index(words)
            return node, node.passage.locate(start, start + len(words))
    message = f"{root.id} does not say {words}"
    raise LookupError(message)


def _mention(root: Provision, provision: Provision, quote: str, body: Body) -> tuple[Span, ...]:
    """Return where the body is named: in the quote, else anywhere in the article, else nowhere."""
    passage = provision.passage
    for name in (body.name, *body.other_names):
        if passage is not None and name in quote:
            start = passage.text.index(quote) + quote.index(name)
            return passage.locate(start, start + len(name))
    for name in (body.name, *body.other_names):
        for node in root.walk():
            if node.passage is not None and name in node.passage.text:
                return _find(root, name)[1]
    return ()


def make_reading(document: Document, *statements: Statement) -> Reading:
    """Return a reading of the document with these statements, and with the bodies they speak of."""
    bodies = dict.fromkeys(
        body for statement in statements for body in (statement.subject, statement.object)
    )
    return Reading(document=document, bodies=tuple(bodies), statements=statements, clauses=())


# -- the sample: an invented regulation
# --------------------------------------------------------------------------

HEAD_OFFICE = make_body("总局", "国家样例总局")
BRANCH = make_body("分局")
TEAM = make_body("监察组", "驻点监察组", kind="Team")
UNIT = make_body("重点单位", kind="Unit")
AUDIT = make_body("审计处", kind="Department")
COUNCIL = make_body("理事会", kind="Meeting")
HEAD = make_body("组长", kind="Post")
PARTY_COMMITTEE = make_body("同级党委", kind="Committee", relative=True)


def sample_document(name: str = "sample") -> Document:
    """Return the invented regulation that the sample is a reading of."""
    return make_document(
        {
            1: ["根据《样例法》，制定本规则。", "总局领导分局，审计处监督总局。"],
            2: ["总局可以向重点单位派驻监察组。监察组应当监督重点单位，不得管理重点单位。"],
            3: ["分局应当接受同级党委监督。"],
            4: ["监察组应当与审计处协作配合，监督审计处。", "监察组的领导机构是理事会。"],
            5: [("监察组应当定期向总局报告工", "作。组长按照规定担任理事会成员。")],
            6: ["总局应当领导分局和监察组。"],
        },
        name=name,
        preamble=["总局印发本规则，要求分局遵照执行。"],
        chapters={1: "总则", 4: "职责"},
        events=(
            Event(kind="approved", date="2021-05-06", agent="国家样例总局"),
            Event(kind="published", date="2021-06-01", agent="样例办公厅"),
        ),
        citations=(Citation(title="样例法", provision="article/1/paragraph/1", basis=True),),
    )


def sample_statements(document: Document) -> tuple[Statement, ...]:
    """Return what the invented regulation states, in the order of the text."""
    must, may, never = Modality.OBLIGATION, Modality.PERMISSION, Modality.PROHIBITION

    def says(  # noqa: PLR0917  (as `make_statement`)
        article: int | str,
        subject: Body,
        relation: str,
        obj: Body,
        quote: str,
        modality: Modality = Modality.DECLARATION,
        conditions: tuple[str, ...] = (),
        antecedent: str = "",
    ) -> Statement:
        return make_statement(
            document,
            article,
            subject,
            relation,
            obj,
            quote,
            modality=modality,
            conditions=conditions,
            antecedent=antecedent,
        )

    return (
        says("preamble", HEAD_OFFICE, "urges", BRANCH, "要求分局遵照执行", antecedent="总局"),
        says(1, HEAD_OFFICE, "leads", BRANCH, "总局领导分局"),
        says(1, AUDIT, "supervises", HEAD_OFFICE, "审计处监督总局"),
        says(2, HEAD_OFFICE, "dispatches", TEAM, "总局可以向重点单位派驻监察组", may),
        says(2, TEAM, "stationedAt", UNIT, "总局可以向重点单位派驻监察组", may),
        says(2, TEAM, "supervises", UNIT, "监察组应当监督重点单位", must),
        says(2, TEAM, "manages", UNIT, "不得管理重点单位", never, antecedent="监察组"),
        says(3, PARTY_COMMITTEE, "supervises", BRANCH, "分局应当接受同级党委监督", must),
        says(4, TEAM, "cooperatesWith", AUDIT, "监察组应当与审计处协作配合", must),
        says(4, TEAM, "supervises", AUDIT, "监督审计处", must, antecedent="监察组"),
        says(4, COUNCIL, "leads", TEAM, "监察组的领导机构是理事会"),
        says(5, TEAM, "reportsTo", HEAD_OFFICE, "监察组应当定期向总局报告工作", must, ("定期",)),
        says(5, HEAD, "memberOf", COUNCIL, "组长按照规定担任理事会成员", conditions=("按照规定",)),
        says(6, HEAD_OFFICE, "leads", BRANCH, "总局应当领导分局和监察组", must),
        says(6, HEAD_OFFICE, "leads", TEAM, "总局应当领导分局和监察组", must),
    )


def sample_reading(name: str = "sample") -> Reading:
    """Return the reading of a small invented regulation with a case of everything.

    Eight bodies, one of them relative (同级党委); fifteen statements, among them one of the
    preamble, a prohibition (监察组 manages 重点单位), a symmetric relation, one statement that two
    articles make (总局 leads 分局, in 1 and 6), one whose evidence a page break cuts in two
    (article 5), and a circle (总局 leads 监察组, which supervises 审计处, which supervises 总局).
    """
    document = sample_document(name)
    return make_reading(document, *sample_statements(document))
