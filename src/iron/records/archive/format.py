"""The archive file: written from a store, read back into values. Both are pure.

The file is JSON: a header, every document with its body byte for byte, and on demand the whole history. Its checksum
is the SHA-256 of the file's own bytes with the 64 digits of the checksum written as zeros, so that nothing in it can
change unseen, the header neither.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import msgspec
from msgspec import Raw, Struct, field

from iron.records.documents import Document, is_uuid
from iron.records.revisions import Revision
from iron.records.store import Key, Store
from iron.values.decoding import json_decoder
from iron.values.errors import BadFileError

FORMAT: Final = "iron-archive"
VERSION: Final = 1
_ZEROS: Final = b"0" * 64
_NULL: Final = b"null"


@dataclass(frozen=True, slots=True)
class ArchivedDocument:
    """A document as a copy holds it; ``body`` is None where it was deleted."""

    kind: str
    id: str
    rev: int
    body: bytes | None

    @property
    def key(self) -> Key:
        """The document that it is."""
        return self.kind, self.id


@dataclass(frozen=True, slots=True)
class Archive:
    """A journal as a file holds it.

    Attributes:
        at: when it was written, UTC, ``YYYY-MM-DDTHH:MM:SSZ``.
        owner: name of the account it was written from; None for a phone without an account.
        iron: the version of Iron that wrote it.
        documents: every document, the deleted ones too.
        history: all revisions of a document, oldest first; empty in a copy without history.
        owner_id: id of that account, which a name alone is not; None in copies of phones and of older Irons.
    """

    at: str
    owner: str | None
    iron: str
    documents: tuple[ArchivedDocument, ...]
    history: dict[Key, tuple[Revision, ...]]
    owner_id: str | None = None

    @property
    def span(self) -> tuple[str, str] | None:
        """Local days of the first and the last workout, None without a workout."""
        alive = (
            msgspec.json.decode(document.body)
            for document in self.documents
            if document.kind == "workout" and document.body
        )
        days = sorted(str(body.get("start", ""))[:10] for body in alive)
        return (days[0], days[-1]) if days else None


class ArchiveDocument(Struct):
    """A document in the file; ``body`` is null where it was deleted."""

    kind: str
    id: str
    rev: int = 0
    deleted: bool = False
    body: Raw = field(default_factory=lambda: Raw(_NULL))


class ArchiveRevision(Struct):
    """One state that a document had; ``pushed`` is what the device had sent."""

    kind: str
    id: str
    op_id: str
    rev: int
    base: int
    at: str
    device: str
    body: Raw
    pushed: Raw


class _Front(Struct):
    format: str = ""
    version: int = 0


class ArchiveFile(Struct, kw_only=True):
    """A whole journal as one file (docs/documents.md, Archive)."""

    format: str
    version: int
    sha256: str
    at: str
    counts: dict[str, int]
    documents: list[ArchiveDocument]
    owner: str | None = None
    owner_id: str | None = None
    email: str | None = None
    iron: str = ""
    history: list[ArchiveRevision] = []


_READ_FRONT, _READ_FILE = json_decoder(_Front), json_decoder(ArchiveFile)


def write(
    store: Store,
    *,
    owner: str | None,
    at: str,
    iron: str,
    history: bool = False,
    owner_id: str | None = None,
    email: str | None = None,
) -> bytes:
    """Write a journal as a file.

    Args:
        store: the journal.
        owner: name of its account, None for none.
        at: now, UTC, ``YYYY-MM-DDTHH:MM:SSZ``.
        iron: the version of Iron.
        history: also every revision of every document, with what the devices sent.
        owner_id: id of the account, None for none.
        email: its confirmed address, None for none; told to whoever has the file, and not read back.
    """
    documents = list(store.all(deleted=True))
    revisions = list(_revisions(store, documents)) if history else []
    header = {
        "format": FORMAT,
        "version": VERSION,
        "sha256": _ZEROS.decode(),
        "at": at,
        "owner": owner,
        **({} if owner_id is None else {"owner_id": owner_id}),
        **({} if email is None else {"email": email}),
        "iron": iron,
        "counts": {
            "documents": len(documents),
            "deleted": sum(document.deleted for document in documents),
            "revisions": len(revisions),
        },
    }
    parts = [msgspec.json.encode(header)[:-1], b',\n"documents":[', _lines(map(_document, documents)), b"]"]
    if history:
        parts += [b',\n"history":[', _lines(revisions), b"]"]
    text = b"".join([*parts, b"}\n"])
    return text.replace(_ZEROS, hashlib.sha256(text).hexdigest().encode(), 1)


def read(data: bytes) -> Archive:
    """Read a file that `write` made, on this or on another Iron, or on a phone.

    Raises:
        BadFileError: it is no copy of a journal, is cut off, was changed since, or is of a newer Iron.
    """
    try:
        data.decode()  # a body is taken as it stands and must be text
        front = _READ_FRONT.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        why = "This file is not a copy of an Iron journal, or it is cut off. Take another copy; nothing was stored."
        raise BadFileError(why) from None
    if front.format != FORMAT:
        raise BadFileError("This file is not a copy of an Iron journal. Choose one that “Save a copy” wrote.")
    if front.version > VERSION:
        versions = f"version {front.version}; this Iron reads {VERSION}"
        raise BadFileError(f"A newer Iron wrote this copy ({versions}). Update Iron first.")
    try:
        file = _READ_FILE.decode(data)
    except msgspec.DecodeError as why:
        raise BadFileError(f"This copy is broken ({why}). Take another one; nothing was stored.") from None
    _check_sum(data, file)
    documents = tuple(_archived_document(row, n) for n, row in enumerate(file.documents))
    archive = Archive(
        file.at, file.owner, file.iron, documents, _by_document(file.history), owner_id=file.owner_id
    )
    _check_counts(file, archive)
    return archive


def _document(document: Document) -> ArchiveDocument:
    body = _NULL if document.body is None else document.body
    return ArchiveDocument(document.kind, document.id, document.rev, document.deleted, Raw(body))


def _revisions(store: Store, documents: Sequence[Document]) -> Iterator[ArchiveRevision]:
    for document in documents:
        for past in reversed(store.revisions(document.kind, document.id)):
            if past.rev > document.rev:
                break  # pushed while this copy is written; the next one has it
            body, pushed = (Raw(_NULL if raw is None else raw) for raw in (past.body, past.pushed))
            yield ArchiveRevision(
                document.kind,
                document.id,
                past.op_id,
                past.rev,
                past.base,
                past.at,
                past.device,
                body,
                pushed,
            )


def _lines(rows: Iterable[Struct]) -> bytes:
    encoded = b",\n".join(msgspec.json.encode(row) for row in rows)
    return b"\n" + encoded + b"\n" if encoded else b""


def _check_sum(data: bytes, file: ArchiveFile) -> None:
    zeroed = data.replace(b'"sha256":"' + file.sha256.encode() + b'"', b'"sha256":"' + _ZEROS + b'"', 1)
    if hashlib.sha256(zeroed).hexdigest() != file.sha256:
        raise BadFileError(
            "This copy was changed or damaged since Iron wrote it: its checksum does not fit. Take another one; "
            "nothing was stored.",
            where="sha256",
        )


def _check_counts(file: ArchiveFile, archive: Archive) -> None:
    deleted = sum(document.body is None for document in archive.documents)
    counted = {"documents": len(archive.documents), "deleted": deleted, "revisions": len(file.history)}
    keys = {document.key for document in archive.documents}
    if any(file.counts.get(name, 0) != number for name, number in counted.items()) or len(keys) != len(
        archive.documents
    ):
        raise BadFileError(
            "This copy does not hold what its header counts. Take another one.", where="counts"
        )


def _archived_document(row: ArchiveDocument, number: int) -> ArchivedDocument:
    body = bytes(row.body)
    if not is_uuid(row.id) or row.deleted != (body == _NULL):
        raise BadFileError(
            "A document of this copy has no id or no body. Take another copy; nothing was stored.",
            where=f"documents[{number}]",
        )
    return ArchivedDocument(row.kind, row.id, row.rev, None if row.deleted else body)


def _by_document(rows: Sequence[ArchiveRevision]) -> dict[Key, tuple[Revision, ...]]:
    history: dict[Key, tuple[Revision, ...]] = {}
    for row in rows:
        body, pushed = (None if bytes(raw) == _NULL else bytes(raw) for raw in (row.body, row.pushed))
        past = Revision(row.op_id, row.rev, row.base, row.at, row.device, "applied", body, pushed)
        history[row.kind, row.id] = (*history.get((row.kind, row.id), ()), past)
    return history
