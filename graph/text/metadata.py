"""What stands before the articles: how titles and the acts in the life of a document are written.

The front matter of a regulation names its title and, often in brackets, the acts that made it law:
（2022年6月2日中共中央政治局常委会会议审议批准　2022年6月22日中共中央办公厅发布）.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Final

from graph.model import Event
from graph.text.numerals import find_number

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graph.model import Provision
    from graph.text.lines import Line

_D: Final = "[0-9０-９〇○零一二三四五六七八九十]"
# 2022年6月2日, ２０２２年６月２日, 二〇二二年六月二日, 2017年12月, 2019.1.1, 2019-01-01
_DATE: Final = re.compile(
    rf"""
    (?P<year> [0-9０-９]{{4}} | [〇○零一二三四五六七八九]{{4}} ) \s?
    (?: 年\s? (?P<month> {_D}{{1,3}} ) \s?月 (?: \s? (?P<day> {_D}{{1,3}} ) \s?日 )?
      | [.．-] (?P<dotted_month> [0-9]{{1,2}} ) [.．-] (?P<dotted_day> [0-9]{{1,2}} ) (?![0-9]) )
    """,
    re.VERBOSE,
)
_KINDS: Final = {
    "审议批准": "approved",
    "批准": "approved",
    "审议通过": "adopted",
    "通过": "adopted",
    "决定": "adopted",
    "发布": "published",
    "公布": "published",
    "印发": "published",
    "颁布": "published",
    "施行": "effective",
    "实施": "effective",
    "生效": "effective",
    "执行": "effective",
    "修正": "amended",
    "修订": "amended",
    "修改": "amended",
}
"""The verbs of the acts and the kinds of event they make; the longer verb before its own tail."""

_ACT: Final = re.compile("|".join(_KINDS))
_ACT_AT_END: Final = re.compile(rf"(?:{'|'.join(_KINDS)}|废止)[）。]*$")
_QUOTED: Final = re.compile(r"[〈<][^《》]*[〉>]|《[^》]*》")
# 国务院令第227号, 第227号令, 〔2024〕13号公告 at the end: the number of an order is not its agent.
_NUMERAL: Final = "[0-9０-９〇一二三四五六七八九十百千]{1,6}"
_ORDER: Final = re.compile(
    rf"(?:第[^第号]{{1,12}}号)?(?:令|公告|决议)?\s*(?:第?\s*{_NUMERAL}\s*号)?(?:公告|令)?$"
)
_BARE_ORDER: Final = re.compile(rf"(?:令|公告)\s*第?\s*{_NUMERAL}\s*号|第\s*[0-9]{{1,6}}\s*号令")
_LEADING: Final = re.compile(r"^[\s，、；）（*]*(?:根据|经|由|自|起|日起)?\s*")
_TRAILING: Final = re.compile(
    r"(?:第[一二三四五六七八九十百]{1,4}次|部分|全面|审议|讨论|正式|起|公告|予以|并|[，、；\s])*$"
)

_TITLE_WORDS: Final = (
    "法|法典|条例|规则|规定|办法|准则|细则|章程|决定|决议|解释|通则|规程|规范|守则|制度|意见|方案|纲要"
    "|安排|批复|通知|公告|公约|宣言|修正案|要求|标准|程序|措施|规划|指引|指南|说明|若干问题|计划"
)
# …工作规则（试行）, …处分条例2003: bare words, the last one the name of a kind of document.
_TITLE: Final = re.compile(
    rf"[^，。；：！？]{{1,110}}(?:{_TITLE_WORDS})\s*(?:（[^（）]{{1,20}}）|[0-9]{{4}})?\s*"
)
_SHORTEST_TITLE: Final = 3


def is_title(text: str) -> bool:
    """Tell whether a line can be the title of a regulation.

    >>> is_title("派驻机构工作规则（试行）"), is_title("《规则》全文如下。")
    (True, False)
    """
    if len(text) < _SHORTEST_TITLE or is_dated(text):
        return False
    return _TITLE.fullmatch(text) is not None


def is_dated(text: str) -> bool:
    """Tell whether a line opens with a date, as the acts of the front matter do."""
    return _DATE.match(_LEADING.sub("", text, count=1)) is not None


def names_act(text: str) -> bool:
    """Tell whether a line ends in the verb of an act: …会议通过, …公布施行）."""
    return _ACT_AT_END.search(text) is not None


def read_events(lines: Iterable[Line]) -> Iterator[Event]:
    """Yield the acts that the front matter tells of, in the order of the text.

    An act without a verb of its own (2009年9月21日…会议、2009年9月28日…会议通过) shares that of the
    next one.
    """
    for line in lines:
        dates = list(_DATE.finditer(line.text))
        kind: str | None = None
        found: list[Event] = []
        for match, following in zip(reversed(dates), [None, *reversed(dates)], strict=False):
            end = following.start() if following else len(line.text)
            words = _QUOTED.sub(_blank, line.text[match.end() : end])
            acts = list(_ACT.finditer(words))
            if acts:
                kind = _KINDS[acts[-1][0]]
            kind = kind or _unspoken_kind(words)
            if kind is None:
                continue
            stop = acts[-1].end() if acts else len(words.rstrip("、， "))
            agent = _agent(words[: acts[-1].start()] if acts else words)
            passage = line.passage(match.start(), match.end() + stop)
            spans = passage.spans if passage else ()
            found.append(Event(kind=kind, date=_iso(match), agent=agent, spans=spans))
        yield from reversed(found)


# 自2022年6月22日起施行, 从一九九八年一月一日起执行. Groups: those of the date.
_EFFECTIVE: Final = re.compile(
    rf"[自从]\s? {_DATE.pattern} \s?起(?:正式|开始)?(?:施行|实施|执行|生效)", re.VERBOSE
)


def read_effective(provisions: Iterable[Provision]) -> Iterator[Event]:
    """Yield when the document came into force, as its own last provisions say."""
    for provision in provisions:
        passage = provision.passage
        match = _EFFECTIVE.search(passage.text) if passage and "起" in passage.text else None
        if passage and match:
            spans = passage.locate(match.start(), match.end())
            yield Event(kind="effective", date=_iso(match), agent=None, spans=spans)


def _iso(match: re.Match[str]) -> str | None:
    """Return the ISO 8601 date of a match, without a day if none is given; `None` if impossible."""
    year = find_number(match["year"]) or 0
    month = find_number(match["month"] or match["dotted_month"]) or 0
    written = match["day"] or match["dotted_day"]
    try:
        day = date(year, month, find_number(written or "1") or 0)
    except ValueError:
        return None
    return day.isoformat() if written else f"{year:04}-{month:02}"


def _unspoken_kind(words: str) -> str | None:
    """Return the kind of an act without a verb: an order (国务院令第692号), or a mere date."""
    if not words.strip("）， 、") or _BARE_ORDER.search(words):
        return "published"
    return None


def _agent(words: str) -> str | None:
    """Return the body that acted, as written, from the words between the date and the verb."""
    words = _LEADING.sub("", words, count=1).split("  ")[0]
    words = _ORDER.sub("", _TRAILING.sub("", words))
    return _TRAILING.sub("", words).strip("（）、， ") or None


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])
