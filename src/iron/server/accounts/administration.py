"""What a host does with accounts: see them, keep them out, delete them, limit them."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Final

from allauth.usersessions.models import UserSession
from django.db import connection

from iron.server.accounts import quota, service
from iron.server.accounts.models import User
from iron.server.watching.watch import audit
from iron.values.errors import BadInputError

MOST_MIB: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class Account:
    """An account as its host sees it.

    Attributes:
        name: as it signs in.
        owner: it is the server's first account.
        active: it may sign in.
        since: day on which it was made (UTC).
        last_sign_in: day of the last sign-in (UTC), None for never.
        documents: how many it stores, deleted ones not counted.
        used_bytes: what its documents and their history take.
        quota_mib: its own limit, None where the server's holds.
        devices: browsers in which it is signed in.
        keys: keys of programs.
    """

    name: str
    owner: bool
    active: bool
    since: str
    last_sign_in: str | None
    documents: int
    used_bytes: int
    quota_mib: int | None
    devices: int
    keys: int

    def as_json(self) -> dict[str, Any]:
        """Return the account for JSON."""
        return asdict(self)


def accounts() -> list[Account]:
    """Return all accounts, in the order in which they were made."""
    return [_account(user) for user in User.objects.order_by("id")]


def disable(name: str) -> int:
    """Let an account in no more and sign it out everywhere; returns in how many browsers that was."""
    user = service.find(name)
    user.is_active = False
    user.save(update_fields=["is_active"])
    rows = list(UserSession.objects.filter(user_id=user.pk))
    for row in rows:
        row.end()
    audit("disabled", user.username)
    return len(rows)


def enable(name: str) -> None:
    """Let an account in again."""
    user = service.find(name)
    user.is_active = True
    user.save(update_fields=["is_active"])
    audit("enabled", user.username)


def delete(name: str) -> int:
    """Delete an account and everything in its journal; returns how many documents that were."""
    user = service.find(name)
    count, shown = _documents(user), user.username
    service.delete_account(user)
    audit("account-deleted", shown)
    return count


def set_quota(name: str, limit: str) -> int | None:
    """Set the limit of an account.

    Args:
        name: of the account.
        limit: MiB in digits, or ``none``.

    Raises:
        BadInputError: the limit is neither.
    """
    user = service.find(name)
    mib: int | None = None
    if limit.strip().lower() != "none":
        if not limit.strip().isascii() or not limit.strip().isdecimal() or int(limit) > MOST_MIB:
            raise BadInputError(
                f"“{limit[:20]}” is not a number of MiB from 0 to {MOST_MIB:,}. Write a number, or “none”."
            )
        mib = int(limit)
    user.quota_mib = mib
    user.save(update_fields=["quota_mib"])
    audit("quota-set", user.username, mib=mib)
    return mib


def _account(user: User) -> Account:
    return Account(
        name=user.username,
        owner=user.is_owner,
        active=user.is_active,
        since=user.date_joined.date().isoformat(),
        last_sign_in=user.last_login.date().isoformat() if user.last_login else None,
        documents=_documents(user),
        used_bytes=quota.used_bytes(user.pk),
        quota_mib=user.quota_mib,
        devices=UserSession.objects.filter(user_id=user.pk).count(),
        keys=user.tokens.count(),
    )


def _documents(user: User) -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT COUNT(*) FROM document WHERE user_id = %s AND NOT deleted", [user.pk])
        return int(cursor.fetchone()[0])
