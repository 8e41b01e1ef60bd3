"""Comments of those who read a journal on its workouts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iron.records.documents import is_uuid
from iron.server.sharing.signed import SignedDocuments
from iron.values.errors import BadInputError, NotFoundError

if TYPE_CHECKING:
    from iron.server.accounts.models import User


def comment(viewer: User, share_id: str, op_id: str, comment_id: str, body: dict[str, object]) -> None:
    """Store a reader's comment under his own name; the same operation sent again changes nothing.

    Raises:
        ShareEndedError: he may not read this journal (any more).
        NotFoundError: the workout is gone.
        NotAllowedError: the id is another's comment.
    """
    comments = SignedDocuments(viewer, share_id, "comment")
    if not is_uuid(str(body["workout"])):
        raise BadInputError("The id of the workout is not a UUID in lower case.", where="workout")
    workout = comments.store.get("workout", str(body["workout"]))
    if workout is None or workout.deleted:
        raise NotFoundError("This workout was deleted meanwhile, so the comment was not sent.")
    comments.put(op_id, comment_id, body)


def take_back(viewer: User, share_id: str, comment_id: str) -> None:
    """Delete a reader's own comment; one that is gone already stays gone.

    Raises:
        ShareEndedError: he may not read this journal (any more).
        NotAllowedError: it is another's.
    """
    SignedDocuments(viewer, share_id, "comment").delete(comment_id)
