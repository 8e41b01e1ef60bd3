"""Groups of the lifter who is signed in, and their boards."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from iron.server.accounts.models import User
from iron.server.api.request_handler import MIB, answer, lifter, parse, read
from iron.server.api.sharing.given import moment
from iron.server.api.sharing.group_shapes import (
    BoardOut,
    BoardRow,
    BoardWeek,
    GroupIn,
    GroupOut,
    GroupsOut,
    InvitationIn,
    InvitationMade,
    JoinIn,
    MemberIn,
)
from iron.server.pages.origin import origin_of
from iron.server.sharing import groups
from iron.server.sharing.board import board
from iron.server.sharing.shares import now_s
from iron.server.watching.events import address_of
from iron.server.watching.watch import audit
from iron.values.decoding import json_decoder

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from iron.server.api.sharing.group_shapes import Shown
    from iron.server.sharing.board import Row, ShownWeek
    from iron.server.sharing.permission import Membership

MOST_BYTES: Final = MIB // 256
_READ_GROUP: Final = json_decoder(GroupIn)
_READ_JOIN: Final = json_decoder(JoinIn)
_READ_MEMBER: Final = json_decoder(MemberIn)
_READ_INVITATION: Final = json_decoder(InvitationIn)


def show(request: HttpRequest) -> HttpResponse:
    """List the groups that the lifter is in."""
    return answer(GroupsOut([_group(seen) for seen in groups.groups_of(_user(request))]))


def make(request: HttpRequest) -> HttpResponse:
    """Make a group."""
    user = _user(request)
    asked = parse(read(request, MOST_BYTES), _READ_GROUP)
    seen = groups.make(user, asked.name, asked.shown_as, asked.shows)
    _audit("group-made", request, user, seen.group.group_id)
    return answer(_group(seen))


def join(request: HttpRequest) -> HttpResponse:
    """Join the group that a code invites to."""
    user = _user(request)
    asked = parse(read(request, MOST_BYTES), _READ_JOIN)
    seen = groups.join(user, asked.code, asked.shown_as, asked.shows)
    _audit("group-joined", request, user, seen.group.group_id)
    return answer(_group(seen))


def show_board(request: HttpRequest, group_id: str) -> HttpResponse:
    """The board of a group."""
    seen = groups.seen_by(_user(request), group_id)
    until = seen.group.invites_until if seen.is_maker else None
    is_open = until is not None and until > now_s()
    rows = [_row(seen, row) for row in board(seen)]
    return answer(BoardOut(_group(seen), moment(now_s()) or "", rows, moment(until) if is_open else None))


def change(request: HttpRequest, group_id: str) -> HttpResponse:
    """Change what a group sees of the lifter."""
    asked = parse(read(request, MOST_BYTES), _READ_MEMBER)
    return answer(_group(groups.change(_user(request), group_id, asked.shown_as, asked.shows)))


def leave(request: HttpRequest, group_id: str) -> HttpResponse:
    """Leave a group."""
    user = _user(request)
    groups.leave(user, group_id)
    _audit("group-left", request, user, group_id)
    return answer({"left": True})


def remove(request: HttpRequest, group_id: str, member_id: str) -> HttpResponse:
    """Remove a member."""
    user = _user(request)
    groups.remove(user, group_id, member_id)
    _audit("group-member-removed", request, user, group_id)
    return answer({"removed": True})


def invite(request: HttpRequest, group_id: str) -> HttpResponse:
    """Make the invitation of a group."""
    user = _user(request)
    asked = parse(read(request, MOST_BYTES), _READ_INVITATION)
    code, until = groups.invite(user, group_id, asked.days)
    _audit("group-invitation-made", request, user, group_id)
    # Behind the #, a code is in no log of a server or proxy.
    address = f"{origin_of(request)}/app/groups/join#{code}"
    return answer(InvitationMade(code, address, moment(until) or ""))


def end_invitation(request: HttpRequest, group_id: str) -> HttpResponse:
    """End the invitation of a group."""
    user = _user(request)
    groups.end_invitation(user, group_id)
    _audit("group-invitation-ended", request, user, group_id)
    return answer({"ended": True})


def delete(request: HttpRequest, group_id: str) -> HttpResponse:
    """Delete a group."""
    user = _user(request)
    groups.delete(user, group_id)
    _audit("group-deleted", request, user, group_id)
    return answer({"deleted": True})


def _group(seen: Membership) -> GroupOut:
    own = seen.own
    shows = cast("list[Shown]", own.shows.split())  # the shape of the request checked them
    return GroupOut(
        seen.group.group_id, seen.group.name, seen.is_maker, len(seen.members), own.shown_as, shows
    )


def _row(seen: Membership, row: Row) -> BoardRow:
    member = row.member
    this_week, last_week = (_week(week) for week in row.weeks) if row.weeks else (None, None)
    return BoardRow(
        member.member_id,
        member.shown_as,
        member.user_id == seen.own.user_id,
        member.user_id == seen.group.maker_id,
        this_week,
        last_week,
    )


def _week(week: ShownWeek) -> BoardWeek:
    return BoardWeek(week.days, week.sets, week.goal_reached)


def _audit(event: str, request: HttpRequest, user: User, group_id: str) -> None:
    audit(event, user.username, address_of(request), group=group_id)


def _user(request: HttpRequest) -> User:
    return User.objects.get(pk=lifter(request))
