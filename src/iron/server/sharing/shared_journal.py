"""The journal that a viewer of a share sees: documents of the kinds that he may read, and no others."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from iron.journal.journal import Journal
from iron.journal.view_cache import ViewLease
from iron.server.api.own_journal import VIEWS
from iron.server.storage.django_store import DjangoStore

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from iron.records.documents import Document


class SharedDocuments(DjangoStore):
    """The documents of some kinds of a lifter, to be read."""

    def __init__(self, user_id: int, kinds: frozenset[str]) -> None:
        super().__init__(user_id)
        self._kinds = kinds

    def get(self, kind: str, id: str) -> Document | None:  # noqa: A002, D102
        return super().get(kind, id) if kind in self._kinds else None

    def all(self, kind: str | None = None, *, deleted: bool = False) -> Iterator[Document]:  # noqa: D102
        for readable in sorted(self._kinds):
            if kind in {None, readable}:
                yield from super().all(readable, deleted=deleted)

    def since(self, seq: int, limit: int, kinds: Collection[str] = ()) -> list[Document]:  # noqa: D102
        wanted = self._kinds.intersection(kinds) if kinds else self._kinds
        return super().since(seq, limit, wanted) if wanted else []


@contextmanager
def shared_journal(user_id: int, kinds: frozenset[str]) -> Iterator[Journal]:
    """Open what a lifter shares of his journal; its view is kept for the next request.

    It is another view than the lifter's own: his settings mark days and choose units, and are not shared.
    """
    store = SharedDocuments(user_id, kinds)
    with ViewLease(VIEWS, (store.using, user_id, *sorted(kinds)), store) as lease:
        yield Journal(store, lease=lease)
