"""Views that are kept between requests: the next answer takes in only the documents that changed since."""

from __future__ import annotations

from collections import OrderedDict, defaultdict
from threading import Lock
from typing import TYPE_CHECKING, Any, Final, Protocol, Self

from iron.records.documents import is_newer, readable

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator
    from types import TracebackType

    from iron.journal.view import View
    from iron.knowledge import Library
    from iron.records.documents import Document

MOST_KEPT: Final = 8
"""Views of the lifters who asked last. A guess: ten years of one lifter are some 60 MiB."""
_PAGE: Final = 500  # documents read at once


class Source(Protocol):
    """Where a view reads its documents: a lifter's store (`iron.records.store.Store`), or the part that is shared."""

    def all(self) -> Iterator[Document]:
        """Every document that is not deleted."""

    def since(self, seq: int, limit: int) -> list[Document]:
        """Documents that changed after a moment of the change counter, oldest change first, deleted ones too."""

    def seq(self) -> int:
        """The change counter."""


def read_view(store: Source, library: Library) -> View:
    """Read all documents of a store."""
    # Not before a view is asked for: the server at rest needs no numpy.
    from iron.journal.view import View

    return View.of(((doc.kind, doc.id, body) for doc, body in readable(store.all())), library)


class ViewCache:
    """Views by the lifter they are of. They can always be built anew.

    Args:
        most: how many are kept; the one that was not asked for longest goes first.
    """

    def __init__(self, most: int = MOST_KEPT) -> None:
        self._most = most
        self._views: OrderedDict[Hashable, tuple[int, View]] = OrderedDict()
        # One lifter's long computation holds up only his own next one.
        self._locks: defaultdict[Hashable, Lock] = defaultdict(Lock)
        self._lock = Lock()

    def lock(self, key: Hashable) -> Lock:
        """The lock of one lifter's view."""
        with self._lock:
            return self._locks[key]

    def bring_up(self, key: Hashable, store: Source, library: Library) -> View:
        """The documents of a store read for training, up to date; call with the lock of the key held."""
        seq = store.seq()
        with self._lock:
            held, view = self._views.pop(key, (0, None))
        # A store that was emptied or restored counts anew.
        if view is not None and (held > seq or not view.apply(_changes(store, held))):
            view = None
        if view is None:
            view = read_view(store, library)
        with self._lock:
            self._views[key] = (seq, view)
            while len(self._views) > self._most:
                dropped, _ = self._views.popitem(last=False)
                if not self._locks[dropped].locked():
                    del self._locks[dropped]
        return view


class ViewLease:
    """One request's hold on a lifter's view: locked from the first use until the request is answered.

    Args:
        cache: where the view is kept.
        key: the lifter.
        store: his documents.
    """

    def __init__(self, cache: ViewCache, key: Hashable, store: Source) -> None:
        self._cache, self._key, self._store = cache, key, store
        self._lock: Lock | None = None

    def view(self, library: Library) -> View:
        """The view, up to date; asked again after a write it takes in what was written."""
        if self._lock is None:
            lock = self._cache.lock(self._key)
            lock.acquire()
            self._lock = lock
        return self._cache.bring_up(self._key, self._store, library)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._lock is not None:
            self._lock.release()
            self._lock = None


def _changes(store: Source, seq: int) -> Iterator[tuple[str, str, dict[str, Any] | None]]:
    """Documents that changed after a moment of the store; deleted ones without a body."""
    while documents := store.since(seq, _PAGE):
        for document in documents:
            body = document.read()
            yield document.kind, document.id, None if document.deleted or is_newer(body) else body
        seq = documents[-1].seq
