"""From a document to its statements.

Provisions and sentences in order, names settled, duplicates joined.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from graph.model import Finding, FindingKind, Reading, Role, Statement
from graph.reading import evidence
from graph.reading import lexemes as lx
from graph.reading.clauses import SentenceReader
from graph.reading.coverage import clauses
from graph.reading.lexemes import Scan, Token
from graph.reading.lexicon import Lexicon
from graph.reading.names import Namer
from graph.reading.phrases import chunk
from graph.reading.predications import Carried, Predication
from graph.reading.sentences import Sentence, sentences
from graph.reading.trace import Trace, TracedSentence

if TYPE_CHECKING:
    from graph.model import Document, Modality, Passage, Provision, ReadClause, Span
    from graph.ontology import Ontology

# （以下简称“民委”）, （以下称公职人员）: group short is the name that is given.
_DEFINITION: Final = re.compile(
    r"（以下(?:统?简?称)(?:为|作)?[“「]?(?P<short>[^，；。（）“”「」]{2,20})[”」]?）"
)
_TOWARDS: Final = ("对", "对于")
_PARTIES: Final = 2
_FEW: Final = 3  # nouns that may yet be the name of one body
_LONGEST_NAME: Final = 120
_SAYING: Final = re.compile(f"[{lx.TRIGGER}{lx.COPULA}{lx.FOR}{lx.SUBMIT}]")
_NOUNS: Final = f"{lx.KNOWN}{lx.HEAD}{lx.GENERIC}"
_PART: Final = (
    f"{_NOUNS}{lx.PEOPLE}{lx.LEVEL}{lx.RELATIVE}{lx.QUANTIFIER}{lx.NOUN}{re.escape(lx.GAP)}"
)
_NAME: Final = re.compile(  # 市人民政府水行政主管部门; 本部门; the first of 市、县人民政府
    f"[{_NOUNS}](?:[{_PART}]*[{_NOUNS}])?|{lx.PRONOUN}|{lx.LEVEL}(?={lx.AND})"
)


class Reader:
    """Reads documents with one compiled lexicon; it keeps nothing from one document to the next."""

    def __init__(self, ontology: Ontology) -> None:
        """Compile the lexicon of `ontology`."""
        self._ontology = ontology
        self._lexicon = Lexicon(ontology)

    def read(self, document: Document, *, coverage: bool = True) -> Reading:
        """Return the statements of `document`.

        In the order of the text, with the fate of every clause, and what was left unread as
        findings; without `coverage` the statements and their bodies alone, in a tenth less time.
        """
        reader = _DocumentReader(document, self._lexicon, Namer(self._ontology))
        reader.coverage = coverage
        return reader.run()

    def trace(self, document: Document) -> Trace:
        """Return the reading of `document` with how each of its sentences was read.

        See `explain`.
        """
        reader = _DocumentReader(document, self._lexicon, Namer(self._ontology))
        reader.traced = []
        reading = reader.run()
        return Trace(reading=reading, sentences=tuple(reader.traced), namer=reader.namer)


@dataclass(slots=True, eq=False, kw_only=True)
class _Draft:
    """A statement whose bodies have their names, and not yet all their other names."""

    provision: Provision
    article: Provision
    predication: Predication
    subject: str
    object: str
    modality: Modality
    evidence: tuple[Span, ...]
    antecedent: tuple[Span, ...]
    subject_words: tuple[Span, ...]
    object_words: tuple[Span, ...]


def _same(name: str, other: str) -> bool:
    """Say whether two names are one, the standing committee being named in full or in short."""
    if name == other:
        return True
    short, long = sorted((name, other), key=len)
    return short == "常务委员会" and long.endswith(short)


class _DocumentReader:
    """One document; `run` goes through it once."""

    def __init__(self, document: Document, lexicon: Lexicon, namer: Namer) -> None:
        self.document = document
        self.lexicon = lexicon
        self.namer = namer
        self.drafts: dict[tuple[str, str, str, str, str], _Draft] = {}
        self.clauses: list[ReadClause] = []
        self.findings: list[Finding] = []
        self.coverage = True
        self.skipped: tuple[Sentence, Passage] | None = None  # what a 款 leaves unread at its end
        self.traced: list[TracedSentence] | None = None  # every sentence, where that is asked for

    def run(self) -> Reading:
        self._definitions()
        nothing = Carried()
        for article in self.document.articles():
            if article.passage is not None:
                self._passage(article.passage, article, article, nothing)
            left, self.skipped = nothing, None
            for child in article.children:
                begins = nothing
                if self._goes_on(child):
                    begins = self._with_skipped(left).for_paragraph()
                left = self._provision(child, article, begins)
        bodies = self.namer.bodies()
        statements = tuple(
            Statement(
                document=self.document.name,
                article=draft.article.id,
                provision=draft.provision.id,
                subject=bodies[draft.subject],
                relation=draft.predication.relation,
                object=bodies[draft.object],
                modality=draft.modality,
                conditions=draft.predication.conditions,
                evidence=draft.evidence,
                antecedent=draft.antecedent,
                subject_words=draft.subject_words,
                object_words=draft.object_words,
                construction=draft.predication.construction,
                entry=draft.predication.entry,
            )
            for draft in self.drafts.values()
        )
        return Reading(
            document=self.document,
            bodies=tuple(bodies.values()),
            statements=statements,
            clauses=tuple(self.clauses),
            findings=tuple(self.findings),
        )

    def _definitions(self) -> None:
        """Learn the short names that the document gives its bodies (A（以下简称B）)."""
        if "以下" not in self.document.source.text:
            return
        for provision in self.document.walk():
            passage = provision.passage
            if passage is None or "（以下" not in passage.text:
                continue
            for match in _DEFINITION.finditer(passage.text):
                floor = max(match.start() - _LONGEST_NAME, 0)
                before = passage.text[floor : match.start()]
                start = max(before.rfind(mark) for mark in "。；，") + 1
                tokens = [
                    Token(floor + start + token.start, floor + start + token.end, token.lexeme)
                    for token in self.lexicon.scan(before[start:]).tokens()
                ]
                chunks = chunk(tokens, passage) if tokens else []
                if not chunks or chunks[-1].mention is None:
                    continue
                several = "统称" in match[0] or (
                    len(chunks) > 1 and chunks[-2].kind in (lx.AND, lx.WITH, lx.AND_ITS)
                )
                if not several:  # else the short name is that of all of them
                    self.namer.define(match["short"], chunks[-1].mention)

    def _goes_on(self, provision: Provision) -> bool:
        """Say whether a 款 leaves out who acts, and opens with what it is done to (对N，应当V)."""
        if provision.passage is None or not provision.passage.text.startswith(_TOWARDS):
            return False
        kinds = next(iter(sentences(self.lexicon.scan(provision.passage.text)))).kinds
        after = kinds[kinds.find(lx.COMMA) + 1 :].lstrip(lx.ADVERB)
        return lx.BY not in kinds and after.startswith(lx.MODAL)

    def _provision(self, provision: Provision, article: Provision, carried: Carried) -> Carried:
        """Read a 款 or 项 with what stands under it; return what it leaves to the next one."""
        left = carried
        if provision.passage is not None:
            left = self._passage(provision.passage, provision, article, carried)
        if provision.children:
            items = left.for_items()
            for child in provision.children:
                self._provision(child, article, items)
            self.skipped = None
        return left

    def _with_skipped(self, left: Carried) -> Carried:
        """Return what a 款 leaves whose last sentence stated nothing and was not read."""
        if self.skipped is None:
            return left
        sentence, passage = self.skipped
        return self._left_by(sentence, passage, left)

    def _passage(
        self, passage: Passage, provision: Provision, article: Provision, carried: Carried
    ) -> Carried:
        """Read the sentences of a passage; return what the last one leaves."""
        scan = self.lexicon.scan(passage.text)
        stated: list[tuple[int, int]] = []
        skipped: Sentence | None = None
        for sentence in sentences(scan):
            kinds = sentence.kinds
            bodies = kinds.count(lx.KNOWN) + kinds.count(lx.HEAD) + kinds.count(lx.GENERIC)
            if not self._can_state(sentence, bodies, carried, skipped):
                self._keep(sentence, passage, None)
                skipped = sentence if bodies else skipped
                continue
            if skipped is not None:
                carried, skipped = self._left_by(skipped, passage, carried), None
            reader = self._reader(sentence, passage, carried)
            self._keep(sentence, passage, reader)
            found, carried = reader.run()
            if self.traced is None:
                reader.close()
            for predication in found:
                if evidence.is_hypothetical(passage.text, predication):
                    continue
                if self._draft(predication, passage, provision, article):
                    stated.append((predication.start, predication.end))
        if skipped is not None and provision.children:
            carried, skipped = self._left_by(skipped, passage, carried), None
        self.skipped = (skipped, passage) if skipped is not None else None
        if self.coverage:
            self._cover(scan, passage, provision, article, stated)
        return carried

    def _cover(
        self,
        scan: Scan,
        passage: Passage,
        provision: Provision,
        article: Provision,
        stated: list[tuple[int, int]],
    ) -> None:
        """Note what became of each clause of a passage."""
        told = clauses(scan, passage, provision.id, article.id, stated)
        self.clauses += told
        for clause in told:
            if clause.note and clause.role is Role.UNREAD:
                self.findings.append(
                    Finding(
                        kind=FindingKind.RELATION_UNREAD,
                        message=f"{clause.note} stands between two bodies and gave no statement.",
                        document=self.document.name,
                        provision=provision.id,
                        spans=clause.spans,
                    )
                )

    def _can_state(
        self, sentence: Sentence, bodies: int, carried: Carried, skipped: Sentence | None
    ) -> bool:
        """Say whether a sentence may state something, or is a stem whose items may."""
        kinds = sentence.kinds
        says = _SAYING.search(kinds) is not None
        if says and bodies > _FEW:
            return True
        lexemes = sentence.lexemes()
        lone = lx.LEVEL in kinds and not self.lexicon.lone.isdisjoint(lexemes)
        bodies += lone
        if bodies and (kinds[-1] == lx.COLON or carried.listings):
            return True
        known = bodies + (carried.subject is not None or skipped is not None)
        if not says and known >= _PARTIES and not self.lexicon.making.isdisjoint(lexemes):
            return True
        if not says:
            return bodies > 0 and not self.lexicon.telling.isdisjoint(lexemes)
        named = not self.lexicon.naming.isdisjoint(lexemes)
        if not known and not named:
            return False
        if lx.BETWEEN in kinds:
            return True
        if known >= _PARTIES:
            if named or lone or known != bodies or known > _FEW:
                return True
            if len(_NAME.findall(kinds)) >= _PARTIES:
                return True
        return not self.lexicon.reflexive.isdisjoint(lexemes)

    def _reader(self, sentence: Sentence, passage: Passage, carried: Carried) -> SentenceReader:
        return SentenceReader(
            chunk(sentence.tokens(), passage), passage, carried, self.lexicon.member
        )

    def _left_by(self, sentence: Sentence, passage: Passage, carried: Carried) -> Carried:
        """Return what a sentence that states nothing leaves to the next one, or to its items."""
        reader = self._reader(sentence, passage, carried)
        left = reader.run()[1]
        reader.close()
        return left

    def _keep(self, sentence: Sentence, passage: Passage, reader: SentenceReader | None) -> None:
        if self.traced is not None:
            self.traced.append(
                TracedSentence(passage=passage, tokens=sentence.tokens(), sentence=reader)
            )

    def _draft(
        self,
        predication: Predication,
        passage: Passage,
        provision: Provision,
        article: Provision,
    ) -> bool:
        """Distribute a predication over its bodies; say whether it states anything.

        The same statement of an article is kept once.
        """
        states = False
        named: dict[int, str] = {}  # by the identity of the mention: each is named once
        for subject, object_ in predication.pairs():
            for mention in (subject, object_):
                if id(mention) not in named:
                    named[id(mention)] = self.namer.body(mention, predication.organ)
            names = (named[id(subject)], named[id(object_)])
            if _same(*names) and not predication.another:
                continue
            if object_.quantifier == "本" and names[0].endswith(names[1]):
                continue  # 农村集体经济组织 and 本集体经济组织 are one
            key = (article.id, names[0], predication.relation, names[1], predication.settled)
            states = True
            if key in self.drafts:
                continue
            where = evidence.locate(passage, predication, subject, object_)
            self.drafts[key] = _Draft(
                provision=provision,
                article=article,
                predication=predication,
                subject=names[0],
                object=names[1],
                modality=predication.settled,
                evidence=where[0],
                antecedent=where[1],
                subject_words=evidence.words(subject),
                object_words=evidence.words(object_),
            )
        return states
