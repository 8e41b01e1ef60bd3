"""Shares as plain functions: made, accepted, listed, ended."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Any, Final

from django.db import DatabaseError, transaction
from django.db.models import Q

from iron.records.documents import is_uuid
from iron.server import database_errors
from iron.server.accounts.models import User
from iron.server.sharing.limits import Limit
from iron.server.sharing.models import Share
from iron.server.sharing.permission import digest_of
from iron.values import clock
from iron.values.errors import BadInputError, ConflictError, IronError, NotFoundError

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST: Final = 50
"""Shares of one lifter; a guess at what nobody needs."""
_DAY_S: Final = 86_400
_LINK_DAYS: Final = 366
# Whoever may share could otherwise try out who else is on this server.
_UNKNOWN_NAMES: Final = Limit(
    "share-names",
    10,
    3600,
    "Too many names that nobody has here. Try again in an hour, or make a link.",
)
_SECRET_BYTES: Final = 24  # 192 bits


class ShareEndedError(IronError):
    """The share is not there for this viewer: ended, declined, or never made. A phone forgets what it had."""

    code = "share_ended"
    status = 410


def ended() -> ShareEndedError:
    """Make the refusal; it says the same to a stranger and to a former coach."""
    return ShareEndedError("This log is not shared with you any more. Ask its owner to share it again.")


def now_s() -> int:
    """Now, in seconds since 1970."""
    return clock.now_ms() // 1000


def give_account(owner: User, name: str, parts: Sequence[str], days: int | None) -> Share:
    """Let an account read; what it was given before is replaced, and stays accepted.

    Raises:
        NotFoundError: no account has that name.
        BadInputError: it is the lifter's own.
        NotAllowedError: too many names that nobody has were tried.
    """
    viewer = _viewer(owner, name)
    given = {"parts": _joined(parts), "ends_at": _end(days)}
    with transaction.atomic():
        _hold(owner)
        share = Share.objects.filter(user_id=owner.pk, viewer_id=viewer.pk).first()
        if share is not None:
            Share.objects.filter(user_id=owner.pk, share_id=share.share_id).update(**given)
            return Share.objects.get(user_id=owner.pk, share_id=share.share_id)
        return _make(owner, viewer_id=viewer.pk, **given)


def give_link(owner: User, label: str, parts: Sequence[str], days: int | None) -> tuple[Share, str]:
    """Let everybody read who holds a link; return it with its secret, which is shown this once.

    Raises:
        BadInputError: it has no name, or no end.
    """
    label = label.strip()
    if not label or not label.isprintable():
        raise BadInputError(
            "Give the link a name, such as “Physio”, so that you know it again.", where="label"
        )
    if days is None or days > _LINK_DAYS:
        raise BadInputError(f"A link ends after 1 to {_LINK_DAYS} days. Say after how many.", where="days")
    secret = secrets.token_urlsafe(_SECRET_BYTES)
    with transaction.atomic():
        _hold(owner)
        share = _make(owner, label=label, digest=digest_of(secret), parts=_joined(parts), ends_at=_end(days))
    return share, secret


def given_by(owner_id: int) -> list[tuple[Share, str | None]]:
    """Shares of a lifter with the name of the account, newest first."""
    shares = list(Share.objects.filter(user_id=owner_id).order_by("-made_at", "-share_id"))
    names = _names([share.viewer_id for share in shares])
    return [(share, names.get(share.viewer_id or 0)) for share in shares]


def received_by(viewer_id: int) -> list[tuple[Share, str]]:
    """Shares that an account got and that have not ended, with the lifter's name, by name."""
    still = Q(ends_at=None) | Q(ends_at__gt=now_s())
    shares = list(Share.objects.filter(still, viewer_id=viewer_id))
    names = _names([share.user_id for share in shares])
    known = [(share, names[share.user_id]) for share in shares if share.user_id in names]
    return sorted(known, key=lambda row: (row[1].casefold(), row[0].share_id))


def received(viewer_id: int, share_id: str, *, hold: bool = False) -> Share:
    """One share that an account got.

    Args:
        viewer_id: the account.
        share_id: the share.
        hold: nobody changes or ends it until the transaction of the caller ends.

    Raises:
        ShareEndedError: it has none of this id any more.
    """
    known = is_uuid(share_id)
    rows = Share.objects.select_for_update() if hold else Share.objects.all()
    share = rows.filter(share_id=share_id, viewer_id=viewer_id).first() if known else None
    if share is None or (share.ends_at is not None and share.ends_at <= now_s()):
        raise ended()
    return share


def accept(viewer_id: int, share_id: str) -> Share:
    """Accept a share; accepting it again changes nothing."""
    share = received(viewer_id, share_id)
    if share.accepted_at is None:
        waiting = Share.objects.filter(
            user_id=share.user_id, share_id=share_id, viewer_id=viewer_id, accepted_at=None
        )
        if not waiting.update(accepted_at=now_s()):
            raise ended()
    return received(viewer_id, share_id)


def end(user_id: int, share_id: str) -> Share:
    """End a share at once: the lifter revokes it, or the account declines it or gives it back.

    Raises:
        NotFoundError: there is none of this id for this account.
    """
    involved = Q(user_id=user_id) | Q(viewer_id=user_id)
    share = Share.objects.filter(involved, share_id=share_id).first() if is_uuid(share_id) else None
    if share is None:
        raise NotFoundError("This share is not there; it may have been ended already. Reload the page.")
    Share.objects.filter(user_id=share.user_id, share_id=share_id).delete()
    return share


def of_link(secret: str) -> Share:
    """The share that a link's secret opens.

    Raises:
        ShareEndedError: it was revoked, or its time is over.
    """
    share = Share.objects.filter(digest=digest_of(secret), viewer_id=None).first() if secret else None
    if share is None or share.ends_at is None or share.ends_at <= now_s():
        raise ShareEndedError("This link has ended. Ask who sent it to you for a new one.")
    return share


def note_read(share: Share) -> None:
    """Write down the day; a disk that is full keeps nobody from reading."""
    today = now_s() // _DAY_S * _DAY_S
    if share.read_at == today:
        return
    try:
        Share.objects.filter(user_id=share.user_id, share_id=share.share_id).update(read_at=today)
    except DatabaseError as problem:
        if database_errors.explain(problem) is None:
            raise


def forget(user_id: int) -> None:
    """Delete every share that an account gave or got: the account is deleted."""
    Share.objects.filter(Q(user_id=user_id) | Q(viewer_id=user_id)).delete()


def _viewer(owner: User, name: str) -> User:
    name = name.strip()
    if name.casefold() == owner.username.casefold():
        raise BadInputError("This is your own name. Give the name of somebody else.", where="to")
    _UNKNOWN_NAMES.check(owner.pk)
    viewer = User.objects.filter(username__iexact=name, is_active=True).first()
    if viewer is None:
        _UNKNOWN_NAMES.count(owner.pk)
        raise NotFoundError(
            f"Nobody on this server is called “{name[:64]}”. Check the spelling, or make a link.", where="to"
        )
    return viewer


def _hold(owner: User) -> None:
    """Serialise what one lifter shares, so that two requests at once do not both make the same share."""
    User.objects.select_for_update().filter(pk=owner.pk).values_list("pk").first()


def _make(owner: User, **fields: Any) -> Share:
    if Share.objects.filter(user_id=owner.pk).count() >= MOST:
        raise ConflictError(f"You share with {MOST} people and links already. End one of them first.")
    return Share.objects.create(user_id=owner.pk, share_id=clock.fresh_id(), made_at=now_s(), **fields)


def _joined(parts: Sequence[str]) -> str:
    if not parts:
        raise BadInputError("Choose at least one thing to share.", where="what")
    return " ".join(dict.fromkeys(parts))


def _end(days: int | None) -> int | None:
    return None if days is None else now_s() + days * _DAY_S


def _names(ids: Sequence[int | None]) -> dict[int, str]:
    wanted = {each for each in ids if each is not None}
    return dict(User.objects.filter(pk__in=wanted).values_list("pk", "username"))
