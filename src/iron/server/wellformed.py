"""Turns away requests that no part of Iron could read: NUL characters in addresses, JSON for accounts that is none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

import msgspec
from django.http import JsonResponse

from iron.server.pages import failures
from iron.values.errors import BadInputError

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponseBase

_ACCOUNTS: Final = "/_allauth/"
_PORT: Final = re.compile(r":([0-9]{1,4000})$")
_DEEPEST: Final = 16
"""Deepest JSON of a call about accounts; a passkey's credential is 3 levels deep."""
_LARGEST: Final = 2**53
"""Largest whole number in such a call: what a browser counts, and what every database holds."""


class WellFormed:
    """Middleware before everything that reads a request."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._next = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Let the request through, or answer 404 or 400."""
        if (port := _PORT.search(request.META.get("HTTP_HOST", ""))) and not 0 < int(port[1]) < 65536:
            return failures.failure(
                request,
                400,
                "bad_input",
                "Not understood",
                "The address has a port that no computer has. Correct it.",
            )
        if "\0" in request.path_info:
            return failures.not_found(request, ValueError("NUL"))
        if "%00" in request.META.get("QUERY_STRING", ""):
            return failures.failure(
                request, 400, "bad_input", "Not understood", "The address holds a NUL character. Take it out."
            )
        if request.path_info.startswith(_ACCOUNTS) and request.method not in {"GET", "HEAD"}:
            try:
                _check(request.body)
            except BadInputError as problem:
                # The shape of allauth's own refusals (docs/accounts.md).
                error = {"message": problem.sentence, "code": problem.code}
                return JsonResponse({"status": 400, "errors": [error]}, status=400)
        return self._next(request)


def _check(raw: bytes) -> None:
    """Check the JSON of a call about accounts.

    Raises:
        BadInputError: the sentence says what is wrong.
    """
    if not raw.strip():
        return
    try:
        value = msgspec.json.decode(raw)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise BadInputError("The request is not JSON in UTF-8. Send it again.") from None
    if not isinstance(value, dict):
        raise BadInputError("The request is not a JSON object. Send an object.")
    _check_value(value, _DEEPEST)


def _check_value(value: Any, depth: int) -> None:
    if depth == 0:
        raise BadInputError("The request is nested too deeply. Send it flatter.")
    if isinstance(value, str) and ("\0" in value or any("\ud800" <= letter <= "\udfff" for letter in value)):
        raise BadInputError("A text holds characters that no text has. Type it again.")
    if isinstance(value, int | float) and abs(value) > _LARGEST:
        raise BadInputError("A number is too large. Correct it.")
    if isinstance(value, dict):
        for key, inner in value.items():
            _check_value(key, depth)
            _check_value(inner, depth - 1)
    elif isinstance(value, list):
        for inner in value:
            _check_value(inner, depth - 1)
