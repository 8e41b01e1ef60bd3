"""An authorization request between the address that checks it and the screen on which the lifter answers it.

It travels through the browser, signed and for a quarter of an hour, so that nothing is stored for who never answers
and nothing in it can be changed on the way.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec
from django.core import signing

from iron.server.assistants import grants, redirects
from iron.values.decoding import converter
from iron.values.errors import BadInputError

if TYPE_CHECKING:
    from iron.server.accounts.models import User

_SALT: Final = "iron.assistant.request"
_LIFE_S: Final = 15 * 60


class Request(msgspec.Struct, frozen=True):
    """What a client asks for; everything in it was checked.

    Attributes:
        client_id: who asks.
        issuer: this server as the client knows it (RFC 9207).
        resource: the address that the tokens are for.
        redirect_uri: where the answer goes; ``redirect_given`` says whether the request named it.
        code_challenge: PKCE challenge (S256).
        writes: it asks to log, not only to read.
        state: the client's own word, sent back unchanged.
    """

    client_id: str
    issuer: str
    resource: str
    redirect_uri: str
    redirect_given: bool
    code_challenge: str
    writes: bool
    state: str | None


_READ: Final = converter(Request)


def sign(request: Request) -> str:
    """Return a request as text that only this server can make."""
    return signing.dumps(msgspec.to_builtins(request), salt=_SALT, compress=True)


def open_signed(text: str) -> Request:
    """Return the request of a signed text.

    Raises:
        BadInputError: it was changed, or is older than a quarter of an hour.
    """
    try:
        return _READ(signing.loads(text, salt=_SALT, max_age=_LIFE_S))
    except signing.SignatureExpired:
        raise BadInputError(
            "This request is older than 15 minutes. Connect again from the assistant.", where="request"
        ) from None
    except (signing.BadSignature, ValueError):
        raise BadInputError(
            "This request is not complete or was changed. Connect again from the assistant.", where="request"
        ) from None


def allow(user: User, request: Request, *, writes: bool) -> str:
    """Allow a request, and return the address by which the browser takes the code to the client.

    Args:
        user: who allows it.
        request: what was asked.
        writes: the lifter lets it log too.

    Raises:
        BadInputError: more is allowed than was asked for, or the lifter has too many assistants.
    """
    if writes and not request.writes:
        raise BadInputError("This assistant asked to read only. Allow it to read.", where="writes")
    code = grants.issue_code(user, request, writes=writes)
    return redirects.with_answer(request.redirect_uri, code=code, state=request.state, iss=request.issuer)


def refuse(request: Request) -> str:
    """Return the address by which the browser tells the client that the lifter said no."""
    return redirects.with_answer(
        request.redirect_uri,
        error="access_denied",
        error_description="The lifter did not allow it.",
        state=request.state,
        iss=request.issuer,
    )
