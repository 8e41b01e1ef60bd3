"""Accounts as plain functions, for the command line, the sign-up form and the server's start."""

from __future__ import annotations

import hashlib
import secrets
from datetime import UTC, timedelta
from typing import TYPE_CHECKING, Final
from uuid import NAMESPACE_URL, uuid5

from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.contrib.sessions.models import Session
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from iron.server.accounts import providers
from iron.server.accounts.codes import bare_code, fresh_code, shown_code
from iron.server.accounts.models import Invitation, OwnerCode, User
from iron.server.mail import sending
from iron.values.errors import BadInputError, ConflictError, NotAllowedError, NotFoundError

if TYPE_CHECKING:
    from django.db.models import QuerySet

INVITATION_DAYS: Final = 14

# Without look-alikes (0 O 1 I L): the code is read from a terminal and typed on a phone.
_CODE_LENGTH: Final = 12  # 31^12, 59 bits: out of reach for the sign-up rate limit
_TOKEN_BYTES: Final = 24  # 192 bits
_ACCOUNTS: Final = uuid5(NAMESPACE_URL, "https://iron.invalid/account")
_CHUNK: Final = 500  # keys in one statement


def owner() -> User | None:
    """The server's owner, or None while there is none."""
    return User.objects.filter(is_owner=True).first()


def unclaimed_owner() -> User | None:
    """The owner that the command line made and nobody can sign in to yet, or None."""
    account = owner()
    return account if account is not None and not account.has_usable_password() else None


def needs_owner() -> bool:
    """Whether the next sign-up is the owner's and needs the one-time code."""
    account = owner()
    return account is None or not account.has_usable_password()


def ensure_owner(name: str = "me") -> User:
    """The owner; made without a password when there is none, so that the command line has a journal.

    Args:
        name: name of a new owner; ignored when there is one already.
    """
    account = owner()
    if account is not None:
        return account
    try:
        with transaction.atomic():
            return User.objects.create_user(name, is_owner=True)
    except IntegrityError:
        # Another process made the owner meanwhile, or an account has that name.
        account = owner()
        if account is None:
            raise ConflictError(f"There is already an account named “{name}”. Choose another name.") from None
        return account


def find(name: str) -> User:
    """The account of that name, whatever its case.

    Raises:
        NotFoundError: there is none; the sentence lists the names when they are few.
    """
    user = User.objects.filter(username__iexact=name).first()
    if user is None:
        names = list(User.objects.order_by("id").values_list("username", flat=True)[:10])
        known = f"Accounts: {', '.join(names)}." if names else "There are no accounts yet."
        raise NotFoundError(f"There is no account named “{name}”. {known}")
    return user


def owner_code() -> str | None:
    """The one-time code for the owner's account, made at first use; None when the owner can sign in."""
    if not needs_owner():
        return None
    row, _ = OwnerCode.objects.get_or_create(id=1, defaults={"code": fresh_code(_CODE_LENGTH)})
    return shown_code(row.code)


def set_password(name: str, password: str) -> User:
    """Give an account a new password and sign it out everywhere.

    Raises:
        NotFoundError: no account has that name.
        BadInputError: the password is too weak; the sentence says why.
    """
    user = find(name)
    try:
        validate_password(password, user)
    except ValidationError as error:
        raise BadInputError(" ".join(error.messages)) from None
    # Sessions carry a hash of the password: changing it ends them all.
    user.set_password(password)
    user.save(update_fields=["password"])
    if user.is_owner:
        # The owner can sign in now, so the code on an old screen must never open anything again.
        OwnerCode.objects.all().delete()
    return user


def drop_second_factors(name: str) -> int:
    """Remove TOTP, passkeys and recovery codes of an account whose owner lost them; returns how many there were.

    Raises:
        NotFoundError: no account has that name.
    """
    from allauth.mfa.models import Authenticator

    rows = Authenticator.objects.filter(user_id=find(name).pk)
    count = int(rows.count())
    rows.delete()
    return count


def make_invitation(*, when_closed: bool = False) -> str:
    """Make a link for one new account and return its path, ``/join/<token>``; it works once, for 14 days.

    Args:
        when_closed: it works on a server whose sign-up is closed, too.

    Raises:
        NotAllowedError: sign-up is closed by IRON_SIGNUP.
    """
    if not when_closed and settings.IRON_SIGNUP == "closed":
        raise NotAllowedError(
            "Sign-up is closed on this server. Set IRON_SIGNUP=invite and restart the server."
        )
    token = secrets.token_urlsafe(_TOKEN_BYTES)
    now = timezone.now()
    Invitation.objects.create(
        digest=_digest(token),
        made_at=now,
        expires_at=now + timedelta(days=INVITATION_DAYS),
        when_closed=when_closed,
    )
    return f"/join/{token}"


def invite_by_mail(email: str) -> None:
    """Send somebody a link to sign up with; it works on a closed server, too. Where it was not sent there is none.

    Raises:
        BadInputError: it is no address.
        ConflictError: an account confirmed this address.
        NotAllowedError: the host named no mail server.
        MailError: the mail server did not take the message.
    """
    if settings.IRON_MAIL is None:
        raise NotAllowedError(
            "This server cannot send e-mail. Set IRON_MAIL_URL (docs/hosting.md), or print a link with `iron invite`."
        )
    try:
        validate_email(email)
    except ValidationError:
        raise BadInputError(f"“{email[:80]}” is not an e-mail address.") from None
    row = EmailAddress.objects.filter(email=email.lower(), verified=True).select_related("user").first()
    if row is not None:
        raise ConflictError(f"{row.user.get_username()} already has this address. Nothing was sent.")
    link = make_invitation(when_closed=True)
    try:
        values = {"link": settings.IRON_ORIGIN + link, "days": INVITATION_DAYS}
        sending.send(email, "mail-invitation", values)
    except sending.MailError:
        Invitation.objects.filter(digest=_digest(link.removeprefix("/join/"))).delete()
        raise


def account_id(user: User) -> str:
    """An id of an account that no other account has, on this server or another; a backup brings it along.

    It is made of the account's number and the microsecond it was made: nobody else's, and nothing more to store.
    """
    made = user.date_joined.astimezone(UTC).isoformat(timespec="microseconds")
    return str(uuid5(_ACCOUNTS, f"{user.pk}|{made}"))


def delete_account(user: User) -> None:
    """Delete an account with its sign-in data and everything in its journal. There is no way back.

    An owner who leaves makes room for a new one: the next start of the server prints a new one-time code.
    """
    from iron.server.sharing import groups, shares
    from iron.server.storage.django_store import DjangoStore

    store = DjangoStore(user.pk)
    _on_disk("PRAGMA secure_delete=ON")
    with store.together():
        store.forget()
        shares.forget(user.pk)
        groups.forget(user.pk)
        _end_sessions(user.pk)
        Invitation.objects.filter(used_by=user).delete()
        providers.forget(user.pk)
        user.delete()
    # Until then the pages as they were can still be read in iron.sqlite3-wal.
    _on_disk("PRAGMA wal_checkpoint(TRUNCATE)")


def _on_disk(pragma: str) -> None:
    """Tell SQLite how deleted rows leave its files; other databases see to that themselves."""
    if connection.vendor == "sqlite" and not connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute(pragma)


def _end_sessions(user_id: int) -> None:
    """Delete every session of an account."""
    own = list(UserSession.objects.filter(user_id=user_id).values_list("session_key", flat=True))
    for first in range(0, len(own), _CHUNK):
        Session.objects.filter(pk__in=own[first : first + _CHUNK]).delete()


def is_owner_code(code: str) -> bool:
    """Whether this is the one-time code of the owner's account; case, spaces and dashes do not matter."""
    row = OwnerCode.objects.filter(id=1).first()
    return (
        row is not None
        and needs_owner()
        and secrets.compare_digest(bare_code(code).encode(), row.code.encode())
    )


def is_open_invitation(token: str) -> bool:
    """Whether an invitation of this token exists, unused and not expired."""
    return _open_invitations().filter(digest=_digest(token)).exists()


def is_anybody_invited() -> bool:
    """Whether any invitation would let somebody in."""
    return _open_invitations().exists()


def _open_invitations() -> QuerySet[Invitation]:
    rows = Invitation.objects.filter(used_at=None, expires_at__gt=timezone.now())
    return rows.filter(when_closed=True) if settings.IRON_SIGNUP == "closed" else rows


def spend_owner_code() -> bool:
    """Use up the owner's code; False when somebody else was faster. Call it inside the sign-up's transaction."""
    deleted, _ = OwnerCode.objects.filter(id=1).delete()
    return deleted == 1


def spend_invitation(token: str, user: User) -> bool:
    """Use up an invitation; False when it was used meanwhile. Call it inside the sign-up's transaction."""
    return _open_invitations().filter(digest=_digest(token)).update(used_at=timezone.now(), used_by=user) == 1


def _digest(token: str) -> str:
    # A random token of 192 bits needs no slow hash.
    return hashlib.sha256(token.encode()).hexdigest()
