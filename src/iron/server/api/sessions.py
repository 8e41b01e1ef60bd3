"""Where the lifter is signed in, and signing out there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from iron.server.accounts import devices
from iron.server.api.request_handler import answer, lifter

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


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


def sessions(request: HttpRequest) -> HttpResponse:
    """List where the account is signed in, this browser first."""
    found = devices.signed_in(lifter(request), request.session.session_key)
    return answer(
        [
            SessionOut(
                one.id,
                one.device,
                one.address,
                one.signed_in_on.isoformat(),
                one.used_on.isoformat(),
                one.current,
            )
            for one in found
        ]
    )


def end(request: HttpRequest, session_id: int) -> HttpResponse:
    """Sign one browser out."""
    devices.sign_out(lifter(request), session_id)
    return answer(SessionsEnded(1))


def end_others(request: HttpRequest) -> HttpResponse:
    """Sign out everywhere but here."""
    return answer(SessionsEnded(devices.sign_out_others(lifter(request), request.session.session_key)))
