"""The secret calendar address, for the lifter who is signed in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iron.server.accounts.models import User
from iron.server.api.connecting.shapes import CalendarFeed, CalendarOut
from iron.server.api.request_handler import answer, lifter
from iron.server.connections import calendar_links
from iron.server.pages.origin import origin_of
from iron.server.watching.events import address_of
from iron.server.watching.watch import audit

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from iron.server.connections.models import CalendarLink


def show(request: HttpRequest) -> HttpResponse:
    """Show the address."""
    return answer(_shown(request, calendar_links.link_of(_user(request))))


def make(request: HttpRequest) -> HttpResponse:
    """Make an address; the one before ends."""
    user = _user(request)
    link = calendar_links.make(user)
    audit("calendar-made", user.username, address_of(request))
    return answer(_shown(request, link))


def end(request: HttpRequest) -> HttpResponse:
    """End the address."""
    user = _user(request)
    calendar_links.end(user)
    audit("calendar-ended", user.username, address_of(request))
    return answer({"ended": True})


def _user(request: HttpRequest) -> User:
    return User.objects.get(pk=lifter(request))


def _shown(request: HttpRequest, link: CalendarLink | None) -> CalendarOut:
    if link is None:
        return CalendarOut(None)
    path = calendar_links.path_of(link)
    address = None if path is None else f"{origin_of(request)}{path}"
    read_on = link.read_on.isoformat() if link.read_on else None
    return CalendarOut(CalendarFeed(address, link.made_at.date().isoformat(), read_on))
