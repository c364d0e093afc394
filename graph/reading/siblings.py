"""What a conjunct takes over from those before it: A主任、副主任; 国务院A部门或者B部门; A及其B."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from graph.reading import lexemes as lx

if TYPE_CHECKING:
    from graph.reading.mentions import Mention

_TWO: Final = 2
_OF: Final = "的"
_SOME: Final = ("个别", "部分")
NATIONAL: Final = ("国家", "全国", "中国", "中央")


def posts_of_same_owner(mention: Mention, before: list[Mention]) -> list[Mention]:
    """Return the posts that a bare title is after others with their body (A主任、副主任)."""
    title = mention.tokens[0].lexeme
    if mention.kind != "Post" or mention.quantifier not in ("", *_SOME):
        return [mention]
    if len(mention.tokens) > (_TWO if title.held_in else 1):
        return [mention]  # not 检察委员会委员: the committee is one of the same body
    for last in reversed(before):
        owner = last.owner()
        if last.kind != "Post" or last.anchor is not None or len(last.tokens) == 1:
            continue
        if owner is not None and len(owner.tokens) == 1 and owner.tokens[0].lexeme.generic:
            continue  # 各委员会主任、审计长、秘书长: not that of the committees
        deputy = title.form == f"副{last.tokens[-1].lexeme.form}"
        if last.quantifier and not deputy:
            continue
        if deputy or (owner is not None and owner.kind in title.held_in):
            holders = [post for post in before if post.tokens[-1] == last.tokens[-1]]
            return [replace(mention, tokens=post.tokens[:-1] + mention.tokens) for post in holders]
    return [mention]


def post_of_each(named: list[Mention]) -> list[Mention]:
    """Return the posts where the last of several bodies has one (A、B的负责人: that of each).

    Not in A、B和C书记, where the title is only that of C.
    """
    last = named[-1] if named else None
    owner = last.owner() if last is not None and last.kind == "Post" else None
    if last is None or owner is None or any(body.kind == "Post" for body in named[:-1]):
        return named
    title = last.tokens[len(owner.tokens) :]
    titled = bool(title) and not title[-1].lexeme.held_in
    if not title or not (titled or _OF in last.passage.text[last.start : last.end]):
        return named
    return [replace(last, start=body.start, tokens=body.tokens + title) for body in named[:-1]] + [
        last
    ]


def is_catch_all(mention: Mention) -> bool:
    """Say whether a name is only 其他组织, which stands for whoever else."""
    only = mention.tokens[0].lexeme
    others = mention.quantifier in ("其他", "任何", "其他任何")
    return len(mention.tokens) == 1 and only.is_in("catchAll") and others


def of_same_government(mention: Mention, before: list[Mention]) -> Mention:
    """Return the department that one without a government is (国务院A部门或者B部门)."""
    last = before[-1] if before else None
    if last is None or mention.quantifier or mention.anchor is not None:
        return mention
    if not mention.kind == last.kind == "Department" or last.tokens[0].lexeme.kind != lx.KNOWN:
        return mention
    if len(mention.tokens) == 1 or any(t.lexeme.body_kind for t in mention.tokens[:-1]):
        return mention
    own = mention.tokens[0].lexeme.kind in (lx.LEVEL, lx.RELATIVE)
    own = own or mention.written().startswith(NATIONAL)
    return mention if own else replace(mention, tokens=last.tokens[:1] + mention.tokens)


def of_each(mention: Mention, before: list[Mention]) -> Mention:
    """Return the body that one of all is after others of one body (国务院各部、各委员会)."""
    last = before[-1] if before else None
    if last is None or mention.quantifier != "各" or len(mention.tokens) > 1:
        return mention
    kinds = [token.lexeme.kind for token in last.tokens[:_TWO]]
    if kinds != [lx.KNOWN, lx.QUANTIFIER]:
        return mention
    return replace(mention, tokens=last.tokens[:_TWO] + mention.tokens, quantifier="")


def of_same_rank(mention: Mention, before: list[Mention]) -> Mention:
    """Return the body that a bare one is after one of a rank (上级党委或者纪委: 上级纪委).

    An office after another one is of the same body (常务委员会办事机构和工作机构).
    """
    last = before[-1] if before else None
    bare = not mention.quantifier and mention.anchor is None and len(mention.tokens) == 1
    if last is None or not bare or last.anchor is not None:
        return mention
    head, first = mention.tokens[0].lexeme, last.tokens[0]
    ranked = first.lexeme.kind == lx.RELATIVE and len(last.tokens) == _TWO
    if ranked and head.is_in("everyLevel") and last.tokens[1].lexeme.is_in("everyLevel"):
        return replace(mention, tokens=(first, *mention.tokens))
    office, other = head.trigger, last.tokens[-1].lexeme.trigger
    if office is None or office is not other or "partOf" not in office.expresses:
        return mention
    owner = last.owner()
    return mention if owner is None else replace(mention, tokens=owner.tokens + mention.tokens)


def of_siblings(mention: Mention, before: list[Mention]) -> list[Mention]:
    """Return what 其 names of the others that share the owner's head (省、市政府及其部门)."""
    owner = mention.anchor
    if owner is None or not before or owner is not before[-1]:
        return []
    siblings = [other for other in before[:-1] if other.tokens[-1] == owner.tokens[-1]]
    return [replace(mention, anchor=sibling) for sibling in siblings]
