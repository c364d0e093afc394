"""The whole answers to the questions of the library on the regulation that comes with the package.

`python -m tests.pinned` (or `make answers`) asks every question and writes down what it answers:
`tests/answers/<name>.json` for the named ones, `tests/answers/asked.txt` for those in plain
Chinese. What changes is to be read against the text before it is committed.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from graph.ask import Respondent, get_question, put
from graph.errors import GraphError
from graph.query import tabulate
from graph.rdf import store_readings
from graph.readings import read_all

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from graph.rdf import GraphStore

FOLDER: Final = Path(__file__).parent / "answers"
ASKED: Final = FOLDER / "asked.txt"

CASES: Final[Mapping[str, tuple[dict[str, str], ...]]] = {
    "about-body": ({"body": "组务会"}, {"body": "派驻机构", "relation": "与…协作配合"}),
    "answers-to": ({"body": "派驻机构"}, {"body": "国有企业纪检机构"}),
    "article-states": ({"article": "第十二条"}, {"article": "7"}),
    "between": ({"body": "派驻机构", "other": "派出机关"},),
    "chain-of-command": ({"body": "驻在单位"},),
    "conditional": ({},),
    "cooperating-equals": ({},),
    "denied": ({}, {"body": "派驻机构主要负责人"}, {"other": "派驻机构"}),
    "does-to-whom": ({"body": "派驻机构", "relation": "指导"},),
    "duties-counted": ({},),
    "duties-to": ({"body": "派驻机构"},),
    "duty-without-counterpart": ({},),
    "forbidden-to": ({"body": "派驻机构主要负责人"},),
    "leads-whom": ({"body": "派出机关"},),
    "made-up-of": ({"body": "组务会"}, {"body": "派出机关"}),
    "more-than-one-leader": ({},),
    "obliged-to": ({"body": "驻在单位"},),
    "origin-of": ({"body": "纪检监察组"},),
    "permissions": ({},),
    "permitted-to": ({"body": "审查调查部门"},),
    "powers-of": ({"body": "派驻机构"},),
    "powers-over": ({"body": "派驻机构"},),
    "reports-to": ({"body": "下一级单位纪检机构"},),
    "struck-out": ({"article": "12"}, {"article": "7"}, {"article": "11"}),
    "supervised-by": ({"body": "派驻机构"},),
    "supervised-by-nobody": ({},),
    "supervises-without-report": ({},),
    "unsupervised-supervisors": ({},),
    "where-stated": ({"relation": "领导"},),
    "whether": (
        {"body": "派驻机构主要负责人", "relation": "管理", "other": "驻在单位"},
        {"body": "派出机关", "relation": "leads", "other": "派驻机构"},
        {"body": "派驻机构", "relation": "leads", "other": "派出机关"},
    ),
    "who-does": (
        {"relation": "approves", "body": "派驻机构"},
        {"relation": "urges", "body": "驻在单位"},
    ),
    "who-leads": ({"body": "派驻机构"},),
    "who-manages": ({"body": "驻在单位"},),
    "who-must-be-told": ({},),
    "who-supervises": ({"body": "派驻机构"},),
}
"""What each question is asked about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A question in plain Chinese with its answer, as `asked.txt` holds it.

    `command` is the named question it is understood as, `words` the short answer, `articles` those
    that are cited; where it is not answered `command` is the error and the rest is empty.
    """

    question: str
    command: str = ""
    words: str = ""
    articles: str = ""


@cache
def shipped() -> GraphStore:
    """Return the regulation that comes with the package, as it is read now."""
    return store_readings(read_all())


def answers(name: str) -> list[dict[str, object]]:
    """Return what a question answers for each of its cases: parameters, columns and rows."""
    found: list[dict[str, object]] = []
    for parameters in CASES[name]:
        answer = put(shipped(), get_question(name), parameters)
        table = tabulate(answer).without(*answer.hidden, "document")
        found.append(
            {
                "parameters": parameters,
                "columns": list(table.columns),
                "rows": [list(row) for row in table.rows],
            }
        )
    return found


def pinned(name: str) -> object:
    """Return what is written down of a question."""
    return json.loads((FOLDER / f"{name}.json").read_text("utf-8"))


def lines() -> Iterator[Line]:
    """Yield the questions in plain Chinese with what is written down of them."""
    for line in ASKED.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield Line(**dict(zip(Line.__slots__, line.split("\t"), strict=False)))


def answered(respondent: Respondent, question: str) -> Line:
    """Return what a question in plain Chinese is answered now."""
    try:
        replies = respondent.replies(question)
    except GraphError as error:
        return Line(question=question, command=type(error).__name__)
    cited = [one for reply in replies for one in (*reply.statements, *reply.denied)]
    return Line(
        question=question,
        command=" + ".join(
            reply.asked.command.removeprefix("institution-graph query ") for reply in replies
        ),
        words=" ".join(reply.words for reply in replies),
        articles="、".join(dict.fromkeys(one.article_label or "序言" for one in cited)),
    )


def _json(cases: Iterable[object]) -> str:
    return json.dumps(list(cases), ensure_ascii=False, indent=1) + "\n"


def rewrite() -> None:
    """Write down what every question answers now."""
    FOLDER.mkdir(exist_ok=True)
    for file in FOLDER.glob("*.json"):
        file.unlink()
    for name in CASES:
        (FOLDER / f"{name}.json").write_text(_json(answers(name)), encoding="utf-8")
    respondent = Respondent(shipped())
    written = []
    for line in ASKED.read_text("utf-8").splitlines():
        kept = not line or line.startswith("#")
        found = line if kept else None
        if found is None:
            now = answered(respondent, line.split("\t")[0])
            found = f"{now.question}\t{now.command}\t{now.words}\t{now.articles}".rstrip("\t")
        written.append(found)
    ASKED.write_text("\n".join(written) + "\n", encoding="utf-8")


if __name__ == "__main__":
    rewrite()
