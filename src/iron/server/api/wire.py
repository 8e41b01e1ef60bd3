"""What goes over the wire, typed. The shapes of `docs/documents.md`, section Sync; unknown keys of a phone pass."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Final, Literal

import msgspec
from msgspec import UNSET, Meta, Struct, UnsetType, field

from iron.records.archive import ArchiveFile
from iron.records.bodies import BODIES
from iron.records.documents import write_json

if TYPE_CHECKING:
    from iron.records.documents import Document
    from iron.records.revisions import Result, Revision
    from iron.values.errors import IronError

AT_PATTERN: Final = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2})?)?$"
"""The lifter's local time as a program may send it; a day alone is its beginning."""

DOCUMENT_BODIES: Final = BODIES
"""The shapes of documents by kind."""

ARCHIVE_FILE: Final = ArchiveFile
"""The shape of a whole journal as one file."""

Signup = Literal["code", "invite", "closed", "open"]
# What an epoch and a revision are called: any short text without spaces.
Name = Annotated[str, Meta(pattern=r"^[!-~]{1,80}\Z")]
NULL = msgspec.Raw(b"null")


def _no_body() -> msgspec.Raw:
    return NULL


class OpIn(Struct):
    """One operation of a device: a new body, or ``delete``.

    ``base`` is the revision last seen and ``base_made_by`` its name, as the document told it; ``base_op`` names the
    operation on whose body an edit was made, where the answer to that one was a merge and came after the edit.
    """

    op_id: str
    kind: str
    id: str
    base: Annotated[int, Meta(ge=0)] = 0
    base_made_by: Name | None = None
    base_op: str | None = None
    body: msgspec.Raw = field(default_factory=_no_body)
    delete: bool = False


class PushIn(Struct):
    """Operations of one device, in the order in which they were made.

    ``epoch`` is the one last told, ``seen`` the name of the newest revision that the device was told of.
    """

    device: Annotated[str, Meta(pattern=r"^[!-~]{1,64}\Z")]
    ops: Annotated[list[OpIn], Meta(max_length=200)]
    epoch: Name | None = None
    seen: Name | None = None


class Problem(Struct):
    """What is wrong, in one sentence, and where in the input."""

    code: str
    sentence: str
    where: str


class Failure(Struct):
    """The one error answer: problem details of RFC 9457; ``detail`` is a sentence for people.

    ``error`` says the same in the shape that clients before 2026-12 read.
    """

    type: str
    title: str
    status: int
    detail: str
    code: str
    where: str
    error: Problem


class DocumentOut(Struct):
    """A document as it is now; ``body`` is null when deleted, ``made_by`` names the operation that made ``rev``."""

    kind: str
    id: str
    seq: int
    rev: int
    deleted: bool
    body: msgspec.Raw
    made_by: str


class ResultOut(Struct):
    """The answer to one operation. A refused one was not stored."""

    op_id: str
    status: Literal["applied", "merged", "replayed", "refused"]
    doc: DocumentOut | UnsetType = UNSET
    error: Problem | UnsetType = UNSET


class PushOut(Struct):
    """The answers in the order of the operations, the lifter's change counter, and the epoch that it counts in."""

    results: list[ResultOut]
    seq: int
    epoch: str


class LossOut(Struct):
    """A revision in which so many values of one device lost a merge; its history has them."""

    kind: str
    id: str
    rev: int
    values: int


class PullOut(Struct):
    """What changed, in order of ``seq``; ask again from ``seq`` while ``more``. A new ``epoch``: begin again at 0.

    ``losses`` are all revisions of these documents in which a value lost a merge.
    """

    docs: list[DocumentOut]
    seq: int
    more: bool
    epoch: str
    losses: list[LossOut]


class LostOut(Struct):
    """A value that lost a merge, and its key path."""

    path: str
    value: msgspec.Raw


class RevisionOut(Struct):
    """One revision; ``body`` is what the document became, ``pushed`` what the device sent where that differs."""

    op_id: str
    rev: int
    base: int
    at: str
    device: str
    status: Literal["applied", "merged"]
    body: msgspec.Raw
    lost: list[LostOut]
    pushed: msgspec.Raw | UnsetType = UNSET


class UserOut(Struct):
    """Who is signed in."""

    name: str
    owner: bool
    account: str


class ProviderOut(Struct):
    """A service whose accounts open accounts here, as its button shows it."""

    id: str
    name: str


class ProviderIn(Struct, forbid_unknown_fields=True):
    """What for: to sign in or up, or to let this account be opened from there too."""

    purpose: Literal["login", "connect"]


class ProviderAddress(Struct):
    """Where the browser goes next."""

    address: str


class ServerOut(Struct):
    """What this server is and how one joins it; ``mail``: it can send a link to reset a password."""

    version: str
    https: bool
    signup: Signup
    providers: list[ProviderOut]
    mail: bool


class MeOut(Struct):
    """Who is asking, and whom."""

    user: UserOut | None
    server: ServerOut


class TokenOut(Struct, omit_defaults=True):
    """A token as its lifter sees it; the days are UTC."""

    id: int
    name: str
    writes: bool
    made_on: str
    used_on: str | None = None
    origins: list[str] = field(default_factory=list)


class TokenMade(Struct):
    """The key, shown this once, and its token."""

    key: str
    token: TokenOut


class SessionOut(Struct):
    """One browser in which the account is signed in; days are UTC."""

    id: int
    device: str
    address: str
    signed_in_on: str
    used_on: str
    current: bool


class SessionsEnded(Struct):
    """In how many browsers the account was signed out."""

    ended: int


class DocumentIn(Struct):
    """A document that a guest sends to be computed with."""

    kind: str
    id: str
    body: dict[str, Any]


class ComputeIn(Struct):
    """A guest's documents; ``at`` is his local time. Unknown keys pass, as on a push: a phone may be newer."""

    documents: list[DocumentIn]
    at: Annotated[str, Meta(pattern=AT_PATTERN)] | None = None


def document_out(document: Document) -> DocumentOut:
    """Show a document, its body byte for byte."""
    body = NULL if document.body is None else msgspec.Raw(document.body)
    return DocumentOut(
        document.kind, document.id, document.seq, document.rev, document.deleted, body, document.made_by
    )


def result_out(result: Result, place: str) -> ResultOut:
    """Show the answer to one operation; ``place`` is where it stood in the request."""
    return ResultOut(
        result.op_id,
        result.status,
        document_out(result.document) if result.document else UNSET,
        problem_out(result.error, place) if result.error else UNSET,
    )


def revision_out(revision: Revision) -> RevisionOut:
    """Show one revision."""
    out = RevisionOut(
        revision.op_id,
        revision.rev,
        revision.base,
        revision.at,
        revision.device,
        "applied" if revision.status == "applied" else "merged",
        _raw(revision.body),
        [LostOut(lost.path, msgspec.Raw(write_json(lost.value))) for lost in revision.lost],
    )
    if revision.pushed != revision.body:
        out.pushed = _raw(revision.pushed)
    return out


def problem_out(problem: IronError, place: str = "") -> Problem:
    """Show an error; ``place`` is where the thing stood that its ``where`` is about."""
    return Problem(problem.code, problem.sentence, f"{place}.{problem.where}".strip("."))


def _raw(body: bytes | None) -> msgspec.Raw:
    return NULL if body is None else msgspec.Raw(body)


class ChoiceIn(Struct, forbid_unknown_fields=True):
    """What the lifter chose for one exercise name of an import."""

    exercise: str | None = None
    machine: str | None = None
    side: str | None = None
    setup: dict[str, str | float] = field(default_factory=dict)


class RestoreOut(Struct):
    """What reading a copy back does, or did: documents of the copy, and how many of them are new, back or merged.

    ``span`` has the local days of its first and last workout; ``stored`` is 0 for a dry run.
    """

    owner: str | None
    at: str
    documents: int
    workouts: int
    span: tuple[str, str] | None
    new: int
    back: int
    merged: int
    same: int
    stored: int
