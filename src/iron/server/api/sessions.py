"""Where the lifter is signed in, and signing out there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iron.server.accounts import devices
from iron.server.api.request_handler import answer, lifter
from iron.server.api.wire import SessionOut, SessionsEnded

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


def sessions(request: HttpRequest) -> HttpResponse:
    """List where the account is signed in, this browser first."""
    rows = devices.signed_in(lifter(request), request.session.session_key)
    return answer(
        [
            SessionOut(
                session.id,
                session.device,
                session.address,
                session.signed_in_on.isoformat(),
                session.used_on.isoformat(),
                session.current,
            )
            for session in rows
        ]
    )


def end(request: HttpRequest, session_id: int) -> HttpResponse:
    """Sign one browser out."""
    devices.sign_out(lifter(request), session_id)
    return answer(SessionsEnded(1))


def end_others(request: HttpRequest) -> HttpResponse:
    """Sign out everywhere but here."""
    return answer(SessionsEnded(devices.sign_out_others(lifter(request), request.session.session_key)))
