"""The few documents of a lifter that his last weeks are counted from, kept up to date by what changed.

A journal of ten years has 20 MB; its last weeks, own exercises and settings some tens of kilobytes. A group's board
asks for them whenever a member looks, and each workout of another member changes one.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any, Final

from iron.records.documents import readable
from iron.records.store import MemoryStore

if TYPE_CHECKING:
    from collections.abc import Mapping

    from iron.records.documents import Document
    from iron.records.store import Key
    from iron.server.storage.django_store import DjangoStore

_KINDS: Final = ("exercise", "settings", "workout")
_PAGE: Final = 500  # documents read at once


class RecentDocuments(MemoryStore):
    """Workouts from a day on, the newest one that says where the lifter was, own exercises and settings.

    Args:
        store: the whole journal; it is read once from start to end.
        since: first day that is wanted, ``YYYY-MM-DD``.
    """

    def __init__(self, store: DjangoStore, since: str) -> None:
        super().__init__()
        self._epoch, self._seq = store.stamp()
        self._since = since
        self._newest: tuple[str, int, Key] | None = None
        for document, body in readable(chain.from_iterable(map(store.all, _KINDS))):
            self._add(document, body)

    def bring_up(self, store: DjangoStore, since: str) -> bool:
        """Take in what changed; False where this cannot be told from the changes, and all has to be read anew.

        Args:
            store: the whole journal.
            since: first day that is wanted now.
        """
        epoch, seq = store.stamp()
        if epoch != self._epoch or seq < self._seq or since < self._since:
            return False
        while documents := store.since(self._seq, _PAGE, _KINDS):
            for document in documents:
                if self._newest is not None and _key(document) == self._newest[2]:
                    return False
                self._documents.pop(_key(document), None)
                for _, body in readable([document]):
                    self._add(document, body)
            self._seq = documents[-1].seq
        self._seq = seq
        self._forget_before(since)
        return True

    def _add(self, document: Document, body: Mapping[str, Any]) -> None:
        if document.kind != "workout":
            self._documents[_key(document)] = document
            return
        start, offset = str(body.get("start", "")), body.get("offset")
        if isinstance(offset, int) and (self._newest is None or (start, offset) > self._newest[:2]):
            self._newest = start, offset, _key(document)
            self._documents[_key(document)] = document
        elif start >= self._since:
            self._documents[_key(document)] = document

    def _forget_before(self, since: str) -> None:
        """Drop workouts that have become too old."""
        self._since = since
        newest = self._newest[2] if self._newest else None
        for document, body in readable(self.all("workout")):
            if str(body.get("start", "")) < since and _key(document) != newest:
                del self._documents[_key(document)]


def _key(document: Document) -> Key:
    return document.kind, document.id
