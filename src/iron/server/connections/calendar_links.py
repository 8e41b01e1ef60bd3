"""The secret address of a lifter's calendar: made, shown, ended, and found again from a request."""

from __future__ import annotations

import hashlib
import secrets
from typing import TYPE_CHECKING, Final

from django.db import DatabaseError, transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from iron.server import database_errors
from iron.server.connections.models import CalendarLink
from iron.values.errors import NotFoundError

if TYPE_CHECKING:
    from iron.server.accounts.models import User

_SALT: Final = "iron.calendar"


def make(user: User) -> CalendarLink:
    """Make an address; one that was there before ends."""
    nonce = secrets.token_hex(16)
    with transaction.atomic():
        CalendarLink.objects.filter(user=user).delete()
        return CalendarLink.objects.create(user=user, nonce=nonce, digest=_digest(_token(user.pk, nonce)))


def link_of(user: User) -> CalendarLink | None:
    """The link of an account, or None."""
    return CalendarLink.objects.filter(user=user).first()


def path_of(link: CalendarLink) -> str | None:
    """The path of the address; None where the server's secret key changed since, so that it opens nothing any more."""
    token = _token(link.user_id, link.nonce)
    return f"/calendar/{token}.ics" if _digest(token) == link.digest else None


def end(user: User) -> None:
    """End the address at once.

    Raises:
        NotFoundError: there is none.
    """
    gone, _ = CalendarLink.objects.filter(user=user).delete()
    if not gone:
        raise NotFoundError("There is no calendar address; it may have been ended already.")


def find(token: str) -> CalendarLink | None:
    """The link that a token opens, None for one that is not known, was ended, or whose account is disabled."""
    return CalendarLink.objects.filter(digest=_digest(token), user__is_active=True).first()


def note_read(link: CalendarLink) -> None:
    """Write down the day; a disk that is full keeps nobody from reading."""
    today = timezone.now().date()
    if link.read_on == today:
        return
    try:
        CalendarLink.objects.filter(pk=link.pk).update(read_on=today)
    except DatabaseError as problem:
        if database_errors.explain(problem) is None:
            raise


def _token(user_id: int, nonce: str) -> str:
    return salted_hmac(_SALT, f"{user_id}|{nonce}", algorithm="sha256").hexdigest()


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
