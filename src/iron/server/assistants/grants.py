"""What lifters allow assistants: codes, tokens and their families, in the database."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from django.db import DatabaseError, transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from iron.server import database_errors
from iron.server.assistants.models import Grant, GrantToken, OAuthClient
from iron.server.watching.watch import audit
from iron.values.errors import BadInputError, NotFoundError

if TYPE_CHECKING:
    from iron.server.accounts.models import User
    from iron.server.assistants.consent import Request

CODE_LIFE: Final = timedelta(minutes=1)
ACCESS_LIFE: Final = timedelta(hours=1)
REFRESH_LIFE: Final = timedelta(days=90)
"""A connection that is not used for so long has to be made again."""
MOST: Final = 50
"""Most connected assistants of one lifter."""
_BYTES: Final = 32  # 256 bits: a guess is out of reach, so a plain digest is enough


@dataclass(frozen=True, slots=True)
class Issued:
    """Tokens as the client gets them; they are stored nowhere.

    Attributes:
        access: access token.
        refresh: refresh token, the only one of its family that is valid now.
        writes: the access token may log.
    """

    access: str
    refresh: str
    writes: bool


@dataclass(frozen=True, slots=True)
class Caller:
    """Who a valid access token acts for.

    Attributes:
        user_id: the lifter.
        writes: it may log.
    """

    user_id: int
    writes: bool


def issue_code(user: User, request: Request, *, writes: bool) -> str:
    """Store that a lifter allows a client something, and return the code that the client exchanges for tokens.

    Raises:
        BadInputError: the client is gone, or the lifter has 50 assistants already.
    """
    _forget_expired(user.assistant_grants.all())
    if not OAuthClient.objects.filter(pk=request.client_id).exists():
        raise BadInputError("The assistant is not registered any more. Connect it again from the assistant.")
    if connected(user).count() >= MOST:
        raise BadInputError(f"There are {MOST} assistants already. Take one away that is no longer used.")
    code = secrets.token_urlsafe(_BYTES)
    Grant.objects.create(
        user=user,
        client_id=request.client_id,
        resource=request.resource,
        writes=writes,
        redirect_uri=request.redirect_uri,
        redirect_given=request.redirect_given,
        code_digest=_digest(code),
        code_challenge=request.code_challenge,
        code_expires_at=timezone.now() + CODE_LIFE,
    )
    return code


def find_code(client_id: str, code: str, address: str) -> Grant | None:
    """Return the grant of a client's unused code; a code that was used before ends its family.

    Args:
        client_id: who presents it.
        code: the code.
        address: network address of the request, for the audit log.
    """
    grant = _living().filter(client_id=client_id, code_digest=_digest(code)).first()
    if grant is None or grant.code_used_at is None:
        return grant
    _end_replayed(grant, address)
    return None


def redeem(grant: Grant, address: str) -> Issued | None:
    """Exchange a code for tokens; None where another request did so a moment ago, which ends the family.

    An earlier connection of the same client and lifter is replaced.
    """
    with transaction.atomic():
        unused = Grant.objects.filter(pk=grant.pk, code_used_at=None)
        if unused.update(code_used_at=timezone.now()):
            earlier = Grant.objects.filter(user_id=grant.user_id, client_id=grant.client_id)
            earlier.exclude(pk=grant.pk).exclude(code_used_at=None).delete()
            issued = _issue(grant, writes=grant.writes)
        else:
            issued = None
    if issued is None:
        _end_replayed(grant, address)
    else:
        audit(
            "assistant-connected", grant.user.username, address, name=grant.client.name, writes=grant.writes
        )
    return issued


def find_refresh(client_id: str, refresh: str, address: str) -> GrantToken | None:
    """Return a client's refresh token; one that was exchanged before ends its family."""
    tokens = GrantToken.objects.select_related("grant__user", "grant__client")
    token = tokens.filter(
        digest=_digest(refresh), refreshes=True, grant__client_id=client_id, grant__user__is_active=True
    ).first()
    if token is None or token.used_at is None:
        return token
    _end_replayed(token.grant, address)
    return None


def rotate(token: GrantToken, address: str, *, writes: bool) -> Issued | None:
    """Exchange a refresh token for new tokens; None where another request did so a moment ago, which ends the family.

    Args:
        token: a refresh token that was not used.
        address: network address of the request, for the audit log.
        writes: the new access token may log, where the lifter allowed that.
    """
    with transaction.atomic():
        unused = GrantToken.objects.filter(pk=token.pk, used_at=None)
        fresh = unused.update(used_at=timezone.now())
        token.grant.tokens.filter(expires_at__lt=timezone.now()).delete()
        issued = _issue(token.grant, writes=writes and token.grant.writes) if fresh else None
    if issued is None:
        _end_replayed(token.grant, address)
    return issued


def caller_of(access: str, resource: str) -> Caller | None:
    """Return who an access token acts for; None where it is not known, expired, or for another resource."""
    token = find_access(access)
    if token is None or token.grant.resource != resource:
        return None
    _note_use(token.grant)
    return Caller(token.grant.user_id, token.writes)


def find_access(access: str) -> GrantToken | None:
    """Return an access token that has not expired, of a lifter who may sign in."""
    return (
        GrantToken.objects.select_related("grant")
        .filter(
            digest=_digest(access),
            refreshes=False,
            expires_at__gt=timezone.now(),
            grant__user__is_active=True,
        )
        .first()
    )


def connected(user: User) -> QuerySet[Grant]:
    """The assistants of a lifter that can still get at the journal, newest first."""
    valid = GrantToken.objects.filter(
        grant=OuterRef("pk"), refreshes=True, used_at=None, expires_at__gt=timezone.now()
    )
    return user.assistant_grants.select_related("client").filter(Exists(valid)).order_by("-pk")


def end(user: User, grant_id: int) -> Grant:
    """Take an assistant away: its tokens stop working at once. Returns what it was.

    Raises:
        NotFoundError: it is not one of this lifter's.
    """
    grant = connected(user).filter(pk=grant_id).first()
    if grant is None:
        raise NotFoundError("There is no such assistant; it may have been taken away already.")
    Grant.objects.filter(pk=grant_id).delete()
    return grant


def _issue(grant: Grant, *, writes: bool) -> Issued:
    issued = Issued(secrets.token_urlsafe(_BYTES), secrets.token_urlsafe(_BYTES), writes)
    now = timezone.now()
    GrantToken.objects.bulk_create(
        [
            _token(grant, issued.access, now + ACCESS_LIFE, refreshes=False, writes=writes),
            _token(grant, issued.refresh, now + REFRESH_LIFE, refreshes=True, writes=grant.writes),
        ]
    )
    return issued


def _token(grant: Grant, token: str, expires_at: datetime, *, refreshes: bool, writes: bool) -> GrantToken:
    return GrantToken(
        grant=grant, digest=_digest(token), refreshes=refreshes, writes=writes, expires_at=expires_at
    )


def _living() -> QuerySet[Grant]:
    return Grant.objects.select_related("user", "client").filter(user__is_active=True)


def _end_replayed(grant: Grant, address: str) -> None:
    """Whoever holds the newer token may be a thief, so nobody keeps one (RFC 9700, 2.2.2 and 4.14.2)."""
    Grant.objects.filter(pk=grant.pk).delete()
    audit("assistant-token-reused", grant.user.username, address, name=grant.client.name)


def _forget_expired(grants: QuerySet[Grant]) -> None:
    now = timezone.now()
    valid = GrantToken.objects.filter(grant=OuterRef("pk"), expires_at__gt=now)
    grants.filter(
        Q(code_used_at=None, code_expires_at__lt=now) | Q(~Exists(valid), code_used_at__lt=now)
    ).delete()


def _note_use(grant: Grant) -> None:
    """Write down the day; a disk that is full keeps no assistant from reading."""
    today = timezone.now().date()
    if grant.used_on == today:
        return
    try:
        Grant.objects.filter(pk=grant.pk).update(used_on=today)
    except DatabaseError as problem:
        if database_errors.explain(problem) is None:
            raise


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
