"""Documents that a reader writes into another's journal under his own name. They belong to the journal's owner."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from iron.records.documents import is_uuid, write_json
from iron.records.revisions import Op
from iron.server.accounts.service import account_id
from iron.server.sharing import shares
from iron.server.sharing.permission import AccountViewer, may_write
from iron.server.storage.django_store import DjangoStore
from iron.values import clock
from iron.values.decoding import json_decoder
from iron.values.errors import BadInputError, NotAllowedError

if TYPE_CHECKING:
    from iron.server.accounts.models import User
    from iron.server.sharing.models import Share

_DEVICE: Final = "00000000-0000-7000-8000-000000000c0a"
"""What the history says of revisions that came from a reader of the journal."""
READ_BODY: Final = json_decoder(dict[str, Any])


class SignedDocuments:
    """The documents of one kind that a reader writes into one journal.

    Raises:
        ShareEndedError: he may not write there (any more).
    """

    def __init__(self, viewer: User, share_id: str, kind: str) -> None:
        self.viewer = viewer
        self.kind = kind
        self._share_id = share_id
        self.store = DjangoStore(self._writable(shares.received(viewer.pk, share_id)))

    def own(self, ident: str) -> dict[str, Any] | None:
        """Return the body that a document of his has now; None for none.

        Raises:
            NotAllowedError: it is another's.
        """
        row = self.store.get(self.kind, ident)
        if row is None or row.body is None:
            return None
        body = READ_BODY.decode(row.body)
        if body.get("by") != account_id(self.viewer):
            raise NotAllowedError(f"This {self.kind} is somebody else’s. You can delete your own ones.")
        return body

    def put(self, op_id: str, ident: str, body: dict[str, object]) -> None:
        """Store a document under his name; the same operation sent again changes nothing.

        Raises:
            BadInputError: an id is none, or the body breaks the contract of docs/documents.md.
            NotAllowedError: the id is another's document.
        """
        if not (is_uuid(op_id) and is_uuid(ident)):
            raise BadInputError(
                f"An id of the {self.kind} is not a UUID in lower case. Make a new one.", where="id"
            )
        self.own(ident)
        signed = {"v": 1, **body, "by": account_id(self.viewer), "author": self.viewer.username}
        self._push(Op(op_id, self.kind, ident, 0, write_json(signed)))

    def delete(self, ident: str) -> None:
        """Delete his own document; one that is gone already stays gone.

        Raises:
            NotAllowedError: it is another's.
        """
        if not is_uuid(ident) or self.own(ident) is None:
            return
        row = self.store.get(self.kind, ident)
        if row is not None:
            self._push(Op(clock.fresh_id(), self.kind, ident, row.rev, None, base_made_by=row.made_by))

    def _writable(self, share: Share) -> int:
        """The lifter in whose journal he may write now."""
        if not may_write(AccountViewer(self.viewer.pk), share.user_id, self.kind, shares.now_s()):
            raise shares.ended()
        return share.user_id

    def _push(self, op: Op) -> None:
        # Asked again where nobody can end the share meanwhile: after its end nothing of his is stored.
        with self.store.together():
            self._writable(shares.received(self.viewer.pk, self._share_id, hold=True))
            [result] = self.store.push([op], _DEVICE, clock.utc_now())
        if result.error is not None:
            raise BadInputError(result.error.sentence, where=result.error.where)
