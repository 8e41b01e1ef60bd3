"""Shares of the lifter who is signed in: listed, made, accepted, ended."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final, cast

from iron.server.accounts.models import User
from iron.server.api.request_handler import MIB, answer, lifter, parse, read
from iron.server.api.sharing.shapes import ShareGiven, ShareIn, ShareMade, ShareReceived, SharesOut
from iron.server.pages.origin import origin_of
from iron.server.sharing import shares
from iron.server.watching.events import address_of
from iron.server.watching.watch import audit
from iron.values.decoding import json_decoder
from iron.values.errors import BadInputError

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from iron.server.api.sharing.shapes import Part, State
    from iron.server.sharing.models import Share

MOST_BYTES: Final = MIB // 256
_READ_SHARE: Final = json_decoder(ShareIn)


def show(request: HttpRequest) -> HttpResponse:
    """List what the lifter shares and what is shared with him."""
    user_id = lifter(request)
    given = [_given(share, name) for share, name in shares.given_by(user_id)]
    received = [received_out(share, owner) for share, owner in shares.received_by(user_id)]
    return answer(SharesOut(given, received))


def make(request: HttpRequest) -> HttpResponse:
    """Share with an account, or make a link."""
    user = _user(request)
    asked = parse(read(request, MOST_BYTES), _READ_SHARE)
    if (asked.to is None) == (asked.label is None):
        raise BadInputError("Share with an account (to) or make a link (label): send one of them.")
    if asked.to is not None:
        share = shares.give_account(user, asked.to, asked.what, asked.days)
        name = User.objects.get(pk=share.viewer_id or 0).username
        audit("share-made", user.username, address_of(request), to=name, what=share.parts)
        return answer(ShareMade(_given(share, name), None))
    share, secret = shares.give_link(user, asked.label or "", asked.what, asked.days)
    audit("share-link-made", user.username, address_of(request), label=share.label, what=share.parts)
    # Behind the #, a secret is in no log of a server or proxy.
    return answer(ShareMade(_given(share, None), f"{origin_of(request)}/app/shared#{secret}"))


def accept(request: HttpRequest, share_id: str) -> HttpResponse:
    """Accept what somebody shares."""
    user = _user(request)
    share = shares.accept(user.pk, share_id)
    owner = User.objects.get(pk=share.user_id).username
    audit("share-accepted", user.username, address_of(request), owner=owner)
    return answer(received_out(share, owner))


def end(request: HttpRequest, share_id: str) -> HttpResponse:
    """Revoke a share, decline it, or give it back."""
    user = _user(request)
    share = shares.end(user.pk, share_id)
    ended = "share-ended" if share.user_id == user.pk else "share-given-back"
    audit(ended, user.username, address_of(request), share=share.share_id)
    return answer({"ended": True})


def received_out(share: Share, owner: str) -> ShareReceived:
    """Show a share to who may read by it."""
    return ShareReceived(share.share_id, owner, _parts(share), _state(share), moment(share.ends_at))


def moment(seconds: int | None) -> str | None:
    """Write seconds since 1970 as a moment in UTC; None stays None."""
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _given(share: Share, name: str | None) -> ShareGiven:
    read_on = moment(share.read_at)
    return ShareGiven(
        share.share_id,
        name,
        share.label,
        _parts(share),
        _state(share),
        moment(share.made_at) or "",
        moment(share.ends_at),
        read_on and read_on[:10],
    )


def _parts(share: Share) -> list[Part]:
    return cast("list[Part]", share.parts.split())  # the shape of the request checked them


def _state(share: Share) -> State:
    if share.ends_at is not None and share.ends_at <= shares.now_s():
        return "ended"
    return "waiting" if share.viewer_id is not None and share.accepted_at is None else "active"


def _user(request: HttpRequest) -> User:
    return User.objects.get(pk=lifter(request))
