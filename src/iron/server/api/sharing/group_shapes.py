"""What the addresses of groups take and give; moments are UTC, ``YYYY-MM-DDTHH:MM:SSZ``."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct

Shown = Literal["days", "sets", "goal"]
Shows = Annotated[list[Shown], Meta(max_length=3)]
MemberName = Annotated[str, Meta(min_length=1, max_length=40)]


class GroupIn(Struct, forbid_unknown_fields=True):
    """A new group, and what it sees of who makes it: a name, and what is shown of his weeks (nothing if empty)."""

    name: Annotated[str, Meta(min_length=1, max_length=60)]
    shown_as: MemberName
    shows: Shows


class JoinIn(Struct, forbid_unknown_fields=True):
    """The code of an invitation, and what the group sees of who joins."""

    code: Annotated[str, Meta(min_length=1, max_length=64)]
    shown_as: MemberName
    shows: Shows


class MemberIn(Struct, forbid_unknown_fields=True):
    """What a group sees of the caller from now on."""

    shown_as: MemberName
    shows: Shows


class InvitationIn(Struct, forbid_unknown_fields=True):
    """After how many days an invitation ends."""

    days: Annotated[int, Meta(ge=1, le=30)]


class GroupOut(Struct):
    """A group that the caller is in; `shown_as` and `shows` are what it sees of him."""

    id: str
    name: str
    is_maker: bool
    members: int
    shown_as: str
    shows: list[Shown]


class GroupsOut(Struct):
    """The groups that the caller is in, by name."""

    groups: list[GroupOut]


class BoardWeek(Struct):
    """What a member shows of a week; null for what he does not show."""

    days: int | None
    sets: int | None
    goal_reached: bool | None


class BoardRow(Struct):
    """A member; without weeks he shows nothing."""

    member: str
    name: str
    is_you: bool
    is_maker: bool
    this_week: BoardWeek | None
    last_week: BoardWeek | None


class BoardOut(Struct):
    """The board of a group, by name; `invites_until` is for who made it, null where no invitation is open."""

    group: GroupOut
    at: str
    rows: list[BoardRow]
    invites_until: str | None


class InvitationMade(Struct):
    """An invitation, shown this once: as a code to type, and as a link that holds it."""

    code: str
    address: str
    ends_at: str
