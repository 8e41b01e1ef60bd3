"""Documents on their way into a store: a long history by parts, each with the revision that it follows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

import msgspec

from iron.records.revisions import Op, Result
from iron.values.errors import ConflictError

if TYPE_CHECKING:
    from iron.records.store import Key, Store

Row = tuple[str, str, dict[str, Any]]

# Documents of one part of a long commit.
_PART: Final = 500


def push_by_parts(
    store: Store, rows: Iterable[Row], *, device: str, at: str, op_ids: Iterable[str]
) -> Iterator[list[Result]]:
    """Push documents part by part, so that a long history is never in memory as a whole.

    The caller holds `Store.together` around it: the parts are one transaction.
    """
    numbered = zip(rows, op_ids, strict=False)
    while part := list(islice(numbered, _PART)):
        revs = store.revs([(kind, ident) for (kind, ident, _), _ in part])
        ops = [
            Op(op_id, kind, ident, revs.get((kind, ident), 0), msgspec.json.encode(body))
            for (kind, ident, body), op_id in part
        ]
        yield store.push(ops, device, at)


def deletions(store: Store, keys: Iterable[Key], op_ids: Iterable[str]) -> list[Op]:
    """Return the operations that delete these documents as they are now."""
    listed = list(keys)
    revs = store.revs(listed)
    return [Op(op_id, *key, revs.get(key, 0), None) for key, op_id in zip(listed, op_ids, strict=False)]


def count_taken(results: Sequence[Result]) -> int:
    """Return how many operations were taken.

    Raises:
        ConflictError: one was refused; inside `Store.together` nothing is stored then.
    """
    for result in results:
        if result.status == "refused" and result.error is not None:
            raise ConflictError(result.error.sentence, where=result.error.where)
    return len(results)
