"""Connected assistants, and the question whether one may be connected, for the lifter who is signed in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iron.server.accounts.models import User
from iron.server.api.connecting.shapes import (
    AssistantAddress,
    AssistantAnswer,
    AssistantOut,
    AssistantRequest,
)
from iron.server.api.request_handler import answer, lifter, parse, read
from iron.server.assistants import clients, consent, grants, redirects
from iron.server.watching.events import address_of
from iron.server.watching.watch import audit
from iron.values.decoding import json_decoder
from iron.values.errors import BadInputError

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from iron.server.assistants.models import Grant

MOST_BYTES: Final = 16 * 1024
_READ: Final = json_decoder(AssistantAnswer)


def assistants(request: HttpRequest) -> HttpResponse:
    """List the connected assistants, newest first."""
    return answer([_shown(grant) for grant in grants.connected(_user(request))])


def end(request: HttpRequest, assistant_id: int) -> HttpResponse:
    """Take an assistant away."""
    user = _user(request)
    grant = grants.end(user, assistant_id)
    audit("assistant-ended", user.username, address_of(request), name=grant.client.name)
    return answer({"ended": True})


def asked(request: HttpRequest) -> HttpResponse:
    """Show what an assistant asks for."""
    _user(request)
    wish = consent.open_signed(request.GET.get("request", ""))
    client = clients.find(wish.client_id)
    if client is None:
        raise BadInputError(
            "The assistant is not registered any more. Connect again from the assistant.", where="request"
        )
    host, program = redirects.host(wish.redirect_uri), redirects.program(wish.redirect_uri)
    local = redirects.is_loopback(wish.redirect_uri)
    return answer(AssistantRequest(client.name or program or host, host, program, local, wish.writes))


def decide(request: HttpRequest) -> HttpResponse:
    """Take the lifter's answer, and say where the browser takes it."""
    user = _user(request)
    given = parse(read(request, MOST_BYTES), _READ)
    wish = consent.open_signed(given.request)
    if not given.allow:
        return answer(AssistantAddress(consent.refuse(wish)))
    return answer(AssistantAddress(consent.allow(user, wish, writes=given.writes)))


def _user(request: HttpRequest) -> User:
    return User.objects.get(pk=lifter(request))


def _shown(grant: Grant) -> AssistantOut:
    host, program = redirects.host(grant.redirect_uri), redirects.program(grant.redirect_uri)
    used_on = grant.used_on.isoformat() if grant.used_on else None
    name = grant.client.name or program or host
    return AssistantOut(
        grant.pk, name, host, program, grant.writes, grant.made_at.date().isoformat(), used_on
    )
