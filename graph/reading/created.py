"""Bodies that have just been set up, made up or convened, and act from then on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graph.reading import lexemes as lx
from graph.reading.verbal_nouns import VerbalNouns

if TYPE_CHECKING:
    from graph.reading.group import Group
    from graph.reading.mentions import Mention

_ELECTING: Final = frozenset(("Meeting", "Congress"))


class Created(VerbalNouns):
    """What a clause before has brought about."""

    __slots__ = ()

    def electing(self, index: int) -> list[Mention] | None:
        """Return the meeting of A召开C会议，选举B: it elects them, not who convened it."""
        last = self.objects[-1] if self.objects else None
        if last is None or any(body.kind not in _ELECTING for body in last.mentions):
            return None
        called = self.kinds[last.start - 1] == lx.VERB and not last.tail
        near = self.kinds[last.end : index].count(lx.COMMA) == 1
        return last.mentions if called and near else None

    def sent_out(self, over: Group | None) -> list[Mention] | None:
        """Return the body of 组建A对B开展检查, set up just before to do it."""
        created = self.created
        direct = created is not None and over is not None and over.start == created.end + 1
        return created.mentions if direct and created is not None else None

    def made_up(self) -> bool:
        """Say whether a clause tells whom the body just set up is made up of (设立由A组成的B)."""
        created = self.created
        return created is not None and self.kinds[created.start] == lx.BY

    def just_created(self, index: int) -> bool:
        """Say whether a body was set up in the clause before (成立B，向A负责)."""
        created = self.created
        return created is not None and self.kinds[created.end : index].count(lx.COMMA) <= 1
