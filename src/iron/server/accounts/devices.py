"""Where a lifter is signed in: one row a browser, with what it is and when it was last used."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from allauth.usersessions.models import UserSession
from django.utils import timezone

from iron.values.errors import NotFoundError

if TYPE_CHECKING:
    from django.contrib.sessions.backends.base import SessionBase

_USED: Final = "used_on"
# The first that a user agent names; those that contain others' names come first.
_BROWSERS: Final = (
    ("SamsungBrowser/", "Samsung Internet"),
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("FxiOS/", "Firefox"),
    ("Firefox/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)
_SYSTEMS: Final = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("CrOS", "ChromeOS"),
    ("Macintosh", "Mac"),
    ("Linux", "Linux"),
)


@dataclass(frozen=True, slots=True)
class SignedIn:
    """One browser in which the account is signed in.

    Attributes:
        id: names it when it is signed out.
        device: browser and system, such as “Firefox on Android”.
        address: network address at the sign-in.
        signed_in_on: day of the sign-in (UTC).
        used_on: last day on which the app was opened there with the server in reach (UTC).
        current: the one that asks.
    """

    id: int
    device: str
    address: str
    signed_in_on: date
    used_on: date
    current: bool


def signed_in(user_id: int, current: str | None) -> list[SignedIn]:
    """Return where an account is signed in, this browser first, then the most recently used.

    Args:
        user_id: the account.
        current: session key of the browser that asks.
    """
    rows = [row for row in UserSession.objects.filter(user_id=user_id) if not row.purge()]
    sessions = [
        SignedIn(
            row.pk,
            device_name(row.user_agent),
            row.ip,
            row.created_at.date(),
            row.last_seen_at.date(),
            row.session_key == current,
        )
        for row in rows
    ]
    return sorted(sessions, key=lambda session: (session.current, session.used_on, session.id), reverse=True)


def sign_out(user_id: int, session_id: int) -> None:
    """Sign one browser of an account out.

    Raises:
        NotFoundError: it is not one of this account's.
    """
    row = UserSession.objects.filter(user_id=user_id, pk=session_id).first()
    if row is None:
        raise NotFoundError("There is no such device. It may already be signed out.")
    row.end()


def sign_out_others(user_id: int, current: str | None) -> int:
    """Sign an account out everywhere but in the browser that asks; returns in how many that was."""
    rows = list(UserSession.objects.filter(user_id=user_id).exclude(session_key=current or ""))
    for row in rows:
        row.end()
    return len(rows)


def note_use(session: SessionBase) -> None:
    """Write down that a browser is used today; once a day, so that most requests write nothing."""
    today = timezone.now().date().isoformat()
    if session.get(_USED) != today and session.session_key:
        session[_USED] = today
        UserSession.objects.filter(session_key=session.session_key).update(last_seen_at=timezone.now())


def device_name(user_agent: str) -> str:
    """Return what a lifter calls a browser, from what it says of itself; “unknown device” where that is nothing."""
    browser = next((name for word, name in _BROWSERS if word in user_agent), "")
    system = next((name for word, name in _SYSTEMS if word in user_agent), "")
    return " on ".join(filter(None, (browser, system))) or "unknown device"
