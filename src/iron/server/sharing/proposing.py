"""Programs and changes of plan that a coach proposes. The lifter alone accepts one, on his own phone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iron.server.accounts.service import account_id
from iron.server.sharing.signed import READ_BODY, SignedDocuments
from iron.values.errors import ConflictError, NotFoundError

if TYPE_CHECKING:
    from iron.server.accounts.models import User

MOST_OPEN: Final = 20
"""Proposals of one coach to one lifter that wait for an answer; a guess at what nobody reads any more."""


def propose(viewer: User, share_id: str, op_id: str, proposal_id: str, body: dict[str, object]) -> None:
    """Store a coach's proposal under his own name. What was proposed is not changed: sent again it changes nothing.

    Raises:
        ShareEndedError: he may not read the lifter's plans (any more).
        NotFoundError: the plan that it would change is gone.
        NotAllowedError: the id is another's proposal.
        ConflictError: too many wait for an answer.
    """
    proposals = SignedDocuments(viewer, share_id, "proposal")
    if proposals.own(proposal_id) is not None:
        return
    target = body.get("target")
    if target is not None:
        plan = proposals.store.get(str(body["what"]), str(target))
        if plan is None or plan.deleted:
            raise NotFoundError("This plan was deleted meanwhile, so the proposal was not sent.")
    if _open(proposals) >= MOST_OPEN:
        raise ConflictError(
            f"{MOST_OPEN} of your proposals wait for an answer already. Withdraw one of them first."
        )
    proposals.put(op_id, proposal_id, body)


def withdraw(viewer: User, share_id: str, proposal_id: str) -> None:
    """Delete a coach's own proposal that is not answered; one that is gone already stays gone.

    Raises:
        ShareEndedError: he may not read the lifter's plans (any more).
        NotAllowedError: it is another's.
        ConflictError: the lifter has answered.
    """
    proposals = SignedDocuments(viewer, share_id, "proposal")
    if "answer" in (proposals.own(proposal_id) or {}):
        raise ConflictError("This proposal was answered already, so it cannot be withdrawn.")
    proposals.delete(proposal_id)


def _open(proposals: SignedDocuments) -> int:
    own = account_id(proposals.viewer)
    bodies = (READ_BODY.decode(row.body) for row in proposals.store.all("proposal") if row.body)
    return sum(body.get("by") == own and "answer" not in body for body in bodies)
