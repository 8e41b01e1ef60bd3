"""Comments of those who read a journal. They are documents of its owner, who sees them like all he has."""

from __future__ import annotations

from typing import Any, Final

from iron.records.documents import is_uuid, write_json
from iron.records.revisions import Op
from iron.server.accounts.models import User
from iron.server.accounts.service import account_id
from iron.server.sharing import shares
from iron.server.sharing.permission import AccountViewer, may_comment
from iron.server.storage.django_store import DjangoStore
from iron.values import clock
from iron.values.decoding import json_decoder
from iron.values.errors import BadInputError, NotAllowedError, NotFoundError

_DEVICE: Final = "00000000-0000-7000-8000-000000000c0a"
"""What the history says of revisions that came from a reader of the journal."""
_READ_BODY: Final = json_decoder(dict[str, Any])


def comment(viewer: User, share_id: str, op_id: str, comment_id: str, body: dict[str, object]) -> None:
    """Store a reader's comment under his own name; the same operation sent again changes nothing.

    Raises:
        ShareEndedError: he may not read this journal (any more).
        NotFoundError: the workout is gone.
        NotAllowedError: the id is another's comment.
    """
    store = _store(viewer, share_id)
    if not (is_uuid(op_id) and is_uuid(comment_id) and is_uuid(str(body["workout"]))):
        raise BadInputError("An id of the comment is no UUID in lower case. Make a new one.", where="id")
    workout = store.get("workout", str(body["workout"]))
    if workout is None or workout.deleted:
        raise NotFoundError("This workout was deleted meanwhile, so the comment was not sent.")
    _check_own(store, viewer, comment_id)
    signed = {"v": 1, **body, "by": account_id(viewer), "author": viewer.username}
    _push(store, Op(op_id, "comment", comment_id, 0, write_json(signed)))


def take_back(viewer: User, share_id: str, comment_id: str) -> None:
    """Delete a reader's own comment; one that is gone already stays gone.

    Raises:
        ShareEndedError: he may not read this journal (any more).
        NotAllowedError: it is another's.
    """
    store = _store(viewer, share_id)
    if not is_uuid(comment_id):
        return
    _check_own(store, viewer, comment_id)
    row = store.get("comment", comment_id)
    if row is not None and not row.deleted:
        _push(store, Op(clock.fresh_id(), "comment", comment_id, row.rev, None, base_made_by=row.made_by))


def _store(viewer: User, share_id: str) -> DjangoStore:
    share = shares.received(viewer.pk, share_id)
    if not may_comment(AccountViewer(viewer.pk), share.user_id, shares.now_s()):
        raise shares.ended()
    return DjangoStore(share.user_id)


def _check_own(store: DjangoStore, viewer: User, comment_id: str) -> None:
    row = store.get("comment", comment_id)
    if row is not None and row.body and _READ_BODY.decode(row.body).get("by") != account_id(viewer):
        raise NotAllowedError("This comment is somebody else’s. You can delete your own ones.")


def _push(store: DjangoStore, op: Op) -> None:
    [result] = store.push([op], _DEVICE, clock.utc_now())
    if result.error is not None:
        raise BadInputError(result.error.sentence, where=result.error.where)
