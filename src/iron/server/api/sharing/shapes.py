"""What the addresses of shares take and give; moments are UTC, ``YYYY-MM-DDTHH:MM:SSZ``."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct

Part = Literal["training", "plans", "body"]
State = Literal["waiting", "active", "ended"]


class ShareIn(Struct, forbid_unknown_fields=True):
    """Who may read what for how long: the account ``to``, or the holders of a link called ``label``."""

    what: Annotated[list[Part], Meta(max_length=3)]
    to: Annotated[str, Meta(max_length=64)] | None = None
    label: Annotated[str, Meta(max_length=60)] | None = None
    days: Annotated[int, Meta(ge=1, le=3660)] | None = None


class ShareGiven(Struct):
    """A share of the own journal: with the account ``to``, or by the link ``label``."""

    id: str
    to: str | None
    label: str
    what: list[Part]
    state: State
    made_at: str
    ends_at: str | None
    read_on: str | None


class ShareReceived(Struct):
    """A share of another lifter's journal, which waits to be accepted or may be read."""

    id: str
    owner: str
    what: list[Part]
    state: State
    ends_at: str | None


class SharesOut(Struct):
    """What the lifter shares, newest first, and what is shared with him, by name."""

    given: list[ShareGiven]
    received: list[ShareReceived]


class ShareMade(Struct):
    """A new or changed share; ``address`` is a link's, which is shown this once."""

    share: ShareGiven
    address: str | None


class MissedDay(Struct):
    """A planned day that was not done: its name and date."""

    day: str
    date: str


class StalledExercise(Struct):
    """The stall that has the most to gain."""

    exercise: str
    name: str
    sentence: str


class OpenQuestion(Struct):
    """An answer of the lifter that is newer than the coach's last word on the same workout."""

    workout: str
    text: str
    at: str


class RecordExercise(Struct):
    """An exercise with a new record in the last week."""

    exercise: str
    name: str


class NeedsOut(Struct):
    """What needs a look; ``days`` since the last workout, ``is_away`` after a training week without one."""

    days: int | None
    is_away: bool
    missed: MissedDay | None
    pain_since: str | None
    stall: StalledExercise | None
    questions: list[OpenQuestion]
    records: list[RecordExercise]


class CoachedLifter(Struct):
    """A lifter who shares with the caller; ``needs`` is null while that waits, and where nothing may be read now."""

    share: str
    owner: str
    state: Literal["waiting", "active"]
    parts: list[Part]
    ends_on: str | None
    needs: NeedsOut | None


class LiftersOut(Struct):
    """Who shares a journal with the caller; whoever needs most first, then by name."""

    lifters: list[CoachedLifter]


class CommentIn(Struct, forbid_unknown_fields=True):
    """A comment on a workout, one of its exercises (``entry``) or one set.

    ``at`` is the writer's local time, ``offset`` minutes east of UTC.
    """

    op_id: str
    id: str
    workout: str
    text: Annotated[str, Meta(min_length=1, max_length=2000)]
    at: Annotated[str, Meta(pattern=r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$")]
    entry: str | None = None
    set: str | None = None
    offset: Annotated[int, Meta(ge=-840, le=840)] | None = None


class ProposalIn(Struct, forbid_unknown_fields=True):
    """A program, or a change of the lifter's run or block ``target`` (docs/documents.md); ``at`` is local time."""

    op_id: str
    id: str
    what: Literal["program", "run", "block"]
    name: Annotated[str, Meta(min_length=1, max_length=500)]
    at: Annotated[str, Meta(pattern=r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$")]
    text: dict[str, Any] | None = None
    target: Annotated[str, Meta(min_length=1, max_length=64)] | None = None
    edits: Annotated[list[dict[str, Any]], Meta(max_length=200)] | None = None
    note: Annotated[str, Meta(max_length=2000)] | None = None


class SharedDocument(Struct):
    """A document of another lifter; ``body`` is null when deleted."""

    kind: str
    id: str
    rev: int
    deleted: bool
    body: msgspec.Raw


class SharedPage(Struct):
    """What is shared, in the order of changes. Ask again from ``place`` while ``more``.

    ``whole``: this is the first page of everything; what was read before is not valid any more.
    """

    docs: list[SharedDocument]
    place: str
    more: bool
    whole: bool
