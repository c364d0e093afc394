"""The tree of a document as Akoma Ntoso 3.0, the XML of OASIS for legal documents.

章 is a `chapter`, 条 an `article`, 款 a `paragraph`, 项 a `point`, 目 an `indent`. A provision with
others under it has its own text as `intro`. Akoma Ntoso has no legal date for a document that gives
none: then the day is 0001-01-01 and is named `unknown`.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING, Final

from graph.errors import DatasetError
from graph.model import ProvisionKind
from graph.rdf.iris import encode

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.rdf.records import Records, StoredDocument, StoredProvision

NAMESPACE: Final = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
_ELEMENTS: Final[Mapping[ProvisionKind, tuple[str, str]]] = {
    ProvisionKind.PART: ("part", "part"),
    ProvisionKind.CHAPTER: ("chapter", "chp"),
    ProvisionKind.SECTION: ("section", "sec"),
    ProvisionKind.ARTICLE: ("article", "art"),
    ProvisionKind.PARAGRAPH: ("paragraph", "para"),
    ProvisionKind.ITEM: ("point", "point"),
    ProvisionKind.SUBITEM: ("indent", "indent"),
    ProvisionKind.PREAMBLE: ("preamble", "preamble"),
    ProvisionKind.ATTACHMENT: ("hcontainer", "att"),
}
_SOURCE: Final = "#institution-graph"
_UNKNOWN_DAY: Final = "0001-01-01"


def to_akoma_ntoso(records: Records, document: str | None = None) -> str:
    """Return one document as Akoma Ntoso.

    Args:
        records: the dataset.
        document: the IRI of the document; None if there is just one.

    Raises:
        DatasetError: there is no such document, or there are several and none is named.
    """
    found = [one for one in records.documents if document in {None, one.iri}]
    if len(found) != 1:
        problem = f"{len(found)} documents are meant, and Akoma Ntoso holds one"
        raise DatasetError(document or "the graph", problem, "the name of one document")
    ET.register_namespace("", NAMESPACE)
    root = ET.Element(_tag("akomaNtoso"))
    act = ET.SubElement(root, _tag("act"), {"name": "regulation", "contains": "originalVersion"})
    _meta(act, found[0])
    preface = ET.SubElement(act, _tag("preface"))
    title = _paragraph(preface, "")
    ET.SubElement(title, _tag("docTitle")).text = _allowed(found[0].title)
    _provisions(act, found[0])
    ET.indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _meta(act: ET.Element, document: StoredDocument) -> None:
    """Write what identifies the document: as a work, in Chinese, as this file."""
    meta = ET.SubElement(act, _tag("meta"))
    identification = ET.SubElement(meta, _tag("identification"), {"source": _SOURCE})
    day, name = _day(document)
    work = f"/akn/cn/act/{day}/{encode(document.name)}"
    expression = f"{work}/zho@{day}"
    forms = (
        ("FRBRWork", work),
        ("FRBRExpression", expression),
        ("FRBRManifestation", f"{expression}.xml"),
    )
    for level, iri in forms:
        form = ET.SubElement(identification, _tag(level))
        ET.SubElement(form, _tag("FRBRthis"), {"value": f"{iri}/!main"})
        ET.SubElement(form, _tag("FRBRuri"), {"value": iri})
        if level == "FRBRWork":
            ET.SubElement(form, _tag("FRBRalias"), {"value": document.iri, "name": "eli"})
        ET.SubElement(form, _tag("FRBRdate"), {"date": day, "name": name})
        ET.SubElement(form, _tag("FRBRauthor"), {"href": "#author"})
        match level:
            case "FRBRWork":
                ET.SubElement(form, _tag("FRBRcountry"), {"value": "cn"})
            case "FRBRExpression":
                ET.SubElement(form, _tag("FRBRlanguage"), {"language": "zho"})
            case _:
                ET.SubElement(form, _tag("FRBRformat"), {"value": "application/akn+xml"})
    references = ET.SubElement(meta, _tag("references"), {"source": _SOURCE})
    agents = (*document.passed_by, *document.issued_by)
    author = agents[0] if agents else document.iri
    for eid, href, shown in (
        ("author", author, _last(author)),
        ("institution-graph", "https://w3id.org/institution-graph/", "institution-graph"),
    ):
        ET.SubElement(
            references,
            _tag("TLCOrganization"),
            {"eId": eid, "href": href, "showAs": _allowed(shown)},
        )


def _day(document: StoredDocument) -> tuple[str, str]:
    """Return the day a document is known by, and what happened then."""
    events = (
        ("adoption", document.adoption_dates),
        ("publication", document.publication_dates),
        ("entry-in-force", document.in_force_dates),
    )
    for name, dates in events:
        days = [date for date in dates if len(date) == len(_UNKNOWN_DAY)]
        if days:
            return days[-1], name
    return _UNKNOWN_DAY, "unknown"


def _provisions(act: ET.Element, document: StoredDocument) -> None:
    """Write the preamble, and the provisions in the order of the text."""
    above = {provision.parent for provision in document.provisions}
    body = ET.Element(_tag("body"))
    nodes: dict[str, ET.Element] = {}
    for provision in document.provisions:
        parent = nodes.get(provision.parent, body)
        if provision.kind is ProvisionKind.PREAMBLE:
            nodes[provision.iri] = ET.SubElement(act, _tag("preamble"))
            if provision.text:
                _paragraph(nodes[provision.iri], provision.text)
        elif parent.tag == _tag("preamble"):
            nodes[provision.iri] = parent  # all of a preamble stands on one level
            label = f"{provision.label} " if provision.label else ""
            if provision.text:
                _paragraph(parent, label + provision.text)
        else:
            nodes[provision.iri] = _provision(parent, provision, branch=provision.iri in above)
    if not len(body):  # the schema wants one
        content = ET.SubElement(
            ET.SubElement(body, _tag("hcontainer"), {"name": "empty"}), _tag("content")
        )
        _paragraph(content, "")
    act.append(body)


def _provision(parent: ET.Element, provision: StoredProvision, *, branch: bool) -> ET.Element:
    element, _ = _ELEMENTS[provision.kind]
    attributes = {"eId": _eid(provision.id)}
    if element == "hcontainer":
        attributes["name"] = provision.kind.value
    node = ET.SubElement(parent, _tag(element), attributes)
    if provision.label:
        ET.SubElement(node, _tag("num")).text = _allowed(provision.label)
    if provision.heading:
        ET.SubElement(node, _tag("heading")).text = _allowed(provision.heading)
    if branch:
        if provision.text:
            _paragraph(ET.SubElement(node, _tag("intro")), provision.text)
    else:
        _paragraph(ET.SubElement(node, _tag("content")), provision.text or "")
    return node


def _paragraph(parent: ET.Element, text: str) -> ET.Element:
    paragraph = ET.SubElement(parent, _tag("p"))
    paragraph.text = _allowed(text)
    return paragraph


def _eid(provision: str) -> str:
    """Return the identifier that Akoma Ntoso gives a provision.

    >>> _eid("article/14/paragraph/1/item/3"), _eid("chapter/unnumbered-2")
    ('art_14__para_1__point_3', 'chp_unnumbered-2')
    """
    short = {kind.value: name for kind, (_, name) in _ELEMENTS.items()}
    eid = ""
    for step in provision.split("/"):
        kind, mark, copy = step.partition("~")
        if kind in short:
            eid += ("__" if eid else "") + short[kind] + mark + copy
        else:
            eid += f"_{step}"
    return eid


def _last(iri: str) -> str:
    return iri.rpartition("/")[2]


def _tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


def _allowed(text: str) -> str:
    """Return a text with a mark for each character that XML cannot hold."""
    return "".join(
        char if char in "\t\n\r" or " " <= char < "\ufffe" or char > "\uffff" else "\ufffd"
        for char in text
    )
