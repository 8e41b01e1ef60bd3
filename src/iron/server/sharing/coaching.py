"""A coach's lifters: who shares a log with him, and what of it needs a look."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Literal

from iron.server.accounts.service import account_id
from iron.server.sharing import shares
from iron.server.sharing.permission import AccountViewer, kinds_readable
from iron.server.sharing.shared_journal import shared_journal

if TYPE_CHECKING:
    from iron.server.accounts.models import User
    from iron.training.plan.coach_needs import Needs


@dataclass(frozen=True, slots=True)
class Coached:
    """One lifter.

    Attributes:
        share: id of the share.
        owner: name of the lifter.
        state: ``waiting`` until the coach accepts, then ``active``.
        parts: what is shared.
        ends_on: last day (UTC), None where only the lifter ends it.
        needs: what needs a look; None while it waits, and where nothing may be read now.
    """

    share: str
    owner: str
    state: Literal["waiting", "active"]
    parts: tuple[str, ...]
    ends_on: str | None
    needs: Needs | None

    def as_json(self) -> dict[str, Any]:
        """Return the lifter for JSON."""
        row = {name: getattr(self, name) for name in ("share", "owner", "state", "parts", "ends_on")}
        return {**row, "needs": self.needs and self.needs.as_json()}


def lifters(coach: User, at: str) -> list[Coached]:
    """Return who shares a log with a coach; whoever needs most first, then by name.

    Args:
        coach: the account that reads.
        at: now, local, ``YYYY-MM-DDTHH:MM:SS``.
    """
    from iron.journal.questions.needs import needs

    rows = []
    for share, owner in shares.received_by(coach.pk):
        seen = None
        kinds = kinds_readable(AccountViewer(coach.pk), share.user_id, shares.now_s())
        if kinds:
            with shared_journal(share.user_id, kinds) as journal:
                seen = needs(journal, account_id(coach), at, sees_training="workout" in kinds)
            shares.note_read(share)
        ends_on = share.ends_at and datetime.fromtimestamp(share.ends_at, UTC).date().isoformat()
        state: Literal["waiting", "active"] = "waiting" if share.accepted_at is None else "active"
        rows.append(Coached(share.share_id, owner, state, tuple(share.parts.split()), ends_on or None, seen))
    return sorted(rows, key=lambda row: -(row.needs.count if row.needs else 0))
