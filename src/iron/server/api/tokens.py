"""The keys of programs, for the lifter who is signed in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct, field

from iron.server.accounts import tokens as keys
from iron.server.accounts.models import User
from iron.server.api.request_handler import MIB, answer, lifter, parse, read
from iron.server.api.wire import TokenMade, TokenOut
from iron.server.watching.events import address_of
from iron.server.watching.watch import audit
from iron.values.decoding import json_decoder

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from iron.server.accounts.models import Token

_MOST_BYTES: Final = MIB // 64


class TokenIn(Struct, forbid_unknown_fields=True):
    """What a new token is called, whether it may write, and which web origins may use it from a browser (CORS)."""

    name: str
    writes: bool = False
    origins: list[str] = field(default_factory=list)


_READ_TOKEN: Final = json_decoder(TokenIn)


def tokens(request: HttpRequest) -> HttpResponse:
    """List the tokens, newest first."""
    return answer([_shown(token) for token in _user(request).tokens.order_by("-made_at")])


def make(request: HttpRequest) -> HttpResponse:
    """Make a token."""
    user = _user(request)
    asked = parse(read(request, _MOST_BYTES), _READ_TOKEN)
    token, key = keys.make(user, asked.name, writes=asked.writes, origins=asked.origins)
    audit("key-made", user.username, address_of(request), key=token.name, writes=token.writes)
    return answer(TokenMade(key, _shown(token)))


def end(request: HttpRequest, token_id: int) -> HttpResponse:
    """End a token."""
    user = _user(request)
    keys.end(user, token_id)
    audit("key-ended", user.username, address_of(request), number=token_id)
    return answer({"ended": True})


def _user(request: HttpRequest) -> User:
    return User.objects.get(pk=lifter(request))


def _shown(token: Token) -> TokenOut:
    used = token.used_on.isoformat() if token.used_on else None
    return TokenOut(
        token.pk, token.name, token.writes, token.made_at.date().isoformat(), used, token.origins.split()
    )
