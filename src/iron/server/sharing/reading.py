"""What a viewer reads of another lifter's journal: pages of the kinds that are shared, and nothing about the others."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from cryptography.fernet import Fernet, InvalidToken
from django.utils.crypto import salted_hmac

from iron.server.sharing import shares
from iron.server.sharing.permission import kinds_readable
from iron.server.sharing.shared_journal import shared_journal
from iron.server.storage.django_store import DjangoStore

if TYPE_CHECKING:
    from iron.records.documents import Document
    from iron.server.sharing.models import Share
    from iron.server.sharing.permission import Viewer

_SALT: Final = "iron.share.place"


@dataclass(frozen=True, slots=True)
class Page:
    """Documents in the order of their changes.

    Attributes:
        place: where the next page begins; opaque, because a change counter would tell how much else the lifter does.
        whole: it is the first page of all that is shared, so what the viewer had before is not valid any more.
    """

    documents: list[Document]
    place: str
    more: bool
    whole: bool


def read_page(viewer: Viewer, share: Share, place: str, limit: int) -> Page:
    """Read a page after a place; from the start for a place of another history or of other permissions.

    Raises:
        ShareEndedError: the viewer may read nothing (any more).
    """
    kinds = kinds_readable(viewer, share.user_id, shares.now_s())
    if not kinds:
        raise shares.ended()
    store = DjangoStore(share.user_id)
    epoch = store.check().epoch
    # The place is good for this history and these kinds alone.
    scope = f"{epoch} {','.join(sorted(kinds))}"
    since = _opened(share.share_id, place, scope)
    rows = store.since(since or 0, limit + 1, kinds)
    documents = rows[:limit]
    seq = documents[-1].seq if documents else (since or 0)
    shares.note_read(share)
    return Page(documents, _sealed(share.share_id, scope, seq), len(rows) > limit, since is None)


def read_snapshot(viewer: Viewer, share: Share, at: str) -> dict[str, Any]:
    """Compute the snapshot of docs/documents.md from what is shared alone: without settings no marked days count.

    Args:
        viewer: who asks.
        share: what the viewer asks by.
        at: the viewer's local time, ``YYYY-MM-DDTHH:MM:SS``.

    Raises:
        ShareEndedError: the viewer may not read the training (any more).
    """
    # The engine loads numpy, which a server at rest does without.
    from iron.journal.snapshot.snapshot import snapshot_of

    kinds = kinds_readable(viewer, share.user_id, shares.now_s())
    if "workout" not in kinds:
        raise shares.ended()
    with shared_journal(share.user_id, kinds) as journal:
        return snapshot_of(journal.view, at)


def _sealed(share_id: str, scope: str, seq: int) -> str:
    return _cipher(share_id).encrypt(f"{seq} {scope}".encode()).decode()


def _opened(share_id: str, place: str, scope: str) -> int | None:
    try:
        seq, _, was = _cipher(share_id).decrypt(place.encode()).decode().partition(" ")
    except InvalidToken:
        return None
    return int(seq) if was == scope else None


def _cipher(share_id: str) -> Fernet:
    key = salted_hmac(_SALT, share_id, algorithm="sha256").digest()
    return Fernet(base64.urlsafe_b64encode(key))
