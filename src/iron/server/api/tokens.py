"""The keys of programs, for the lifter who is signed in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from iron.server.accounts import tokens as keys
from iron.server.accounts.models import User
from iron.server.api.request_handler import MIB, answer, lifter, parse, read
from iron.values.decoding import json_decoder

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from iron.server.accounts.models import Token

_MOST_BYTES: Final = MIB // 64


class TokenIn(Struct):
    """What a new token is called, and whether it may write."""

    name: str
    writes: bool = False


class TokenOut(Struct, omit_defaults=True):
    """A token as its lifter sees it; the days are UTC."""

    id: int
    name: str
    writes: bool
    made_on: str
    used_on: str | None = None


class TokenMade(Struct):
    """The key, shown this once, and its token."""

    key: str
    token: TokenOut


_READ_TOKEN: Final = json_decoder(TokenIn)


def tokens(request: HttpRequest) -> HttpResponse:
    """List the tokens, newest first."""
    return answer([_shown(token) for token in _user(request).tokens.order_by("-made_at")])


def make(request: HttpRequest) -> HttpResponse:
    """Make a token."""
    user = _user(request)
    asked = parse(read(request, _MOST_BYTES), _READ_TOKEN)
    token, key = keys.make(user, asked.name, writes=asked.writes)
    return answer(TokenMade(key, _shown(token)))


def end(request: HttpRequest, token_id: int) -> HttpResponse:
    """End a token."""
    keys.end(_user(request), token_id)
    return answer({"ended": True})


def _user(request: HttpRequest) -> User:
    return User.objects.get(pk=lifter(request))


def _shown(token: Token) -> TokenOut:
    used = token.used_on.isoformat() if token.used_on else None
    return TokenOut(token.pk, token.name, token.writes, token.made_at.date().isoformat(), used)
