"""A phone as docs/documents.md describes it: documents, an outbox, one operation in flight per document, no merging."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import msgspec

from iron.records.documents import Document
from iron.records.revisions import Op

Key = tuple[str, str]


@dataclass
class Edit:
    """An edit that the server has not acknowledged; ``body`` None deletes."""

    op_id: str
    body: bytes | None
    base: int | None = None  # None: the revision of the document at the time of sending
    base_made_by: str | None = None
    base_op: str | None = None


@dataclass
class Device:
    """What one phone keeps. ``known`` is what the server last said, ``waiting`` and ``sent`` are the outbox."""

    name: str
    known: dict[Key, Document] = field(default_factory=dict)
    waiting: dict[Key, Edit] = field(default_factory=dict)
    sent: dict[Key, Edit] = field(default_factory=dict)
    seq: int = 0

    def body(self, key: Key) -> bytes | None:
        """What the screen shows."""
        for box in (self.waiting, self.sent):
            if key in box:
                return box[key].body
        return self.known[key].body if key in self.known else None

    def write(self, key: Key, body: bytes | None, op_id: str) -> None:
        """The lifter changed something: into the outbox, one waiting edit a document."""
        older = self.waiting.get(key)
        self.waiting[key] = Edit(op_id, body) if older is None else replace(older, body=body)

    def outgoing(self) -> list[Op]:
        """What goes out now; it is frozen until it is answered."""
        for key, edit in list(self.waiting.items()):
            if key not in self.sent:
                known = self.known.get(key)
                fresh = edit.base is None and known is not None
                self.sent[key] = (
                    replace(edit, base=known.rev, base_made_by=known.made_by) if fresh and known else edit
                )
                del self.waiting[key]
        return [
            Op(each.op_id, *key, each.base or 0, each.body, each.base_op, each.base_made_by)
            for key, each in self.sent.items()
        ]

    def answered(self, op_id: str, document: Document) -> None:
        """The server acknowledged an operation; answers that come twice change nothing."""
        key = document.kind, document.id
        mine = self.sent.get(key)
        if mine is None or mine.op_id != op_id:
            return
        del self.sent[key]
        if key in self.waiting and not _equal(document.body, mine.body):
            self.waiting[key] = replace(
                self.waiting[key], base=mine.base or 0, base_made_by=mine.base_made_by, base_op=op_id
            )
        self.known[key] = document

    def pulled(self, documents: list[Document]) -> None:
        """Take a page; a change waits while edits on its document are pending, their answer brings it."""
        for document in documents:
            key = document.kind, document.id
            if key not in self.waiting and key not in self.sent:
                self.known[key] = document
            self.seq = document.seq


def _equal(left: bytes | None, other: bytes | None) -> bool:
    if left is None or other is None:
        return left is other
    return msgspec.json.decode(left) == msgspec.json.decode(other)
