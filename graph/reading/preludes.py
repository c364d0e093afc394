"""What is said of a subject before it comes: 在A领导下，…; 经A批准，…; 按照A的部署，…."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.reading import lexemes as lx
from graph.reading.predications import Prelude
from graph.reading.state import SentenceState

if TYPE_CHECKING:
    from graph.reading.mentions import Mention


class Preludes(SentenceState):
    """The preludes of a sentence, stated when its subject is known."""

    __slots__ = ()

    def prelude(
        self,
        mentions: list[Mention],
        relation: str,
        extent: tuple[int, int],
        construction: str,
        entry: str,
        *,
        passive: bool = False,
        once: bool = False,
        inverse: bool = False,
        ahead: bool = False,
    ) -> None:
        """State `relation` of `mentions` over the subject, or with `inverse` of it over them.

        At once where it is known, else when it comes; `ahead` if it comes in the next clause.
        """
        topic = (self.passive_topic() if passive else self.topic()) if self.explicit else None
        if ahead:
            topic = None
        elif topic is None and self.owner is not None and relation == "approves":
            topic = self.owner.mentions  # B的章程经A核准
            noun = self.nps.trigger(self.owner.end + 1)
            if self.kinds[self.owner.end] == lx.OF and noun is not None:  # B主席的选举结果，报A批准
                topic = [(one.kind == "Post" and one.owner()) or one for one in topic]
        said = Prelude(mentions, relation, extent, construction, entry, once, inverse)
        if topic:
            self._settle(said, topic)
        else:
            self.preludes.append(said)

    def settle_preludes(self, subject: list[Mention]) -> None:
        """State what the preludes say of `subject`; they hold for each subject of the sentence."""
        for p in self.preludes:
            if _does(subject, p.relation):
                continue  # 报A审批；审批部门…: that is A
            self._settle(p, subject)
        self.preludes = [p for p in self.preludes if not p.once]

    def _settle(self, p: Prelude, subject: list[Mention]) -> None:
        sides = (subject, p.mentions) if p.inverse else (p.mentions, subject)
        self.record(p.relation, *sides, p.extent, p.construction, p.entry, provisional=True)

    def drop_preludes(self) -> None:
        """Forget the preludes: a semicolon ends their reach."""
        self.preludes.clear()


def _does(bodies: list[Mention], relation: str) -> bool:
    """Say whether the bodies are named by what the relation says (审批部门 approves)."""
    verbs = (mention.tokens[0].lexeme.trigger for mention in bodies)
    return any(verb is not None and relation in verb.expresses for verb in verbs)
