"""Request handling of the API: methods, sign-in, size limits, parsing; errors become HTTP answers here."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Final, TypeVar

import msgspec
from django.db import DatabaseError, InterfaceError
from django.http import HttpResponse
from django.views.decorators.csrf import csrf_exempt

from iron.server import database_errors, problems
from iron.server.accounts import service
from iron.server.gateway.body import too_large
from iron.server.gateway.refusals import RetryLaterError
from iron.values.errors import BadInputError, ConflictError, IronError, NotAllowedError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from django.http import HttpRequest, HttpResponseBase

    View = Callable[..., HttpResponse]

T = TypeVar("T")

MIB: Final = 1024 * 1024
_WHERE: Final = re.compile(r" - at `\$\.?(.*)`$")
_ENCODER: Final = msgspec.json.Encoder()
_TYPE: Final = "application/json"


class SignedOutError(IronError):
    """The caller is not signed in."""

    code = "signed_out"
    status = 401


class OtherAccountError(ConflictError):
    """The caller is signed in as somebody else than the journal that it sends or asks for."""

    code = "other_account"


class WrongMethodError(BadInputError):
    """The address exists, the method does not."""

    code = "wrong_method"
    status = 405


def answer(value: object, status: int = 200) -> HttpResponse:
    """Answer with JSON that no cache keeps: it is one lifter's."""
    response = HttpResponse(_ENCODER.encode(value), status=status, content_type=_TYPE)
    response.headers["Cache-Control"] = "private, no-store"
    return response


def fail(problem: IronError) -> HttpResponse:
    """Answer with an error, as RFC 9457 says it."""
    response = answer(
        problems.details(problem.status, problem.code, problem.sentence, problem.where), problem.status
    )
    response.headers["Content-Type"] = problems.MEDIA_TYPE
    if isinstance(problem, RetryLaterError):
        response.headers["Retry-After"] = str(problem.retry_s)
    return response


def request_view(
    methods: Mapping[str, View],
    *,
    csrf: bool = True,
    tokens: frozenset[str] = frozenset(),
    queries: Mapping[str, frozenset[str]] | None = None,
    wraps: Callable[[HttpRequest, Callable[[], HttpResponse]], HttpResponse] | None = None,
) -> Callable[..., HttpResponseBase]:
    """Make one Django view of an address from its views by method.

    Args:
        methods: views by HTTP method.
        csrf: False for stateless addresses, which change nothing and need no account.
        tokens: methods that a program with a token may use.
        queries: names that the query string may have, by method; any name for a method that is not there.
        wraps: what a POST goes through after the checks, such as carrying it out once; nothing when None.
    """
    allowed = ", ".join(sorted({*methods, "HEAD"} if "GET" in methods else methods))

    def view(request: HttpRequest, **parts: str) -> HttpResponseBase:
        method = "GET" if request.method == "HEAD" else request.method or ""
        chosen = methods.get(method)
        try:
            if chosen is None:
                raise WrongMethodError(f"This address takes {allowed}, not {method[:20]}.")
            _check_token(request, method, tokens, changes=csrf and method != "GET")
            _check_account(request)
            _check_query(request, (queries or {}).get(method))
            if wraps is not None and method == "POST":
                return wraps(request, partial(chosen, request, **parts))
            return chosen(request, **parts)
        except IronError as problem:
            response = fail(problem)
        except (DatabaseError, InterfaceError) as problem:
            known = database_errors.explain(problem)
            if known is None:
                raise
            response = fail(known)
        if response.status_code == WrongMethodError.status:
            response.headers["Allow"] = allowed
        return response

    return view if csrf else csrf_exempt(view)


def _check_token(request: HttpRequest, method: str, tokens: frozenset[str], *, changes: bool) -> None:
    """Refuse a token that is not known, or may not do this; what changes nothing is reading, whatever its method."""
    token = request.META.get("iron.token")
    if token is None:
        return
    if token is False:
        raise SignedOutError("This key is not known or was revoked. Make a new one under Me, API keys.")
    if method not in tokens:
        raise NotAllowedError("No key touches the account. Sign in to do this.")
    if changes and not token.writes:
        raise NotAllowedError(f"The key “{token.name}” may only read. Make one that may write.")


def _check_account(request: HttpRequest) -> None:
    """Refuse a client whose journal is another account's: in one browser, another tab may have signed in anew."""
    asked = request.META.get("HTTP_IRON_ACCOUNT")
    if asked is None or not request.user.is_authenticated:
        return
    if asked != service.account_id(request.user):
        raise OtherAccountError(
            "Somebody else is signed in to Iron in this browser, so nothing was sent or fetched. Reload Iron."
        )


def _check_query(request: HttpRequest, known: frozenset[str] | None) -> None:
    """Refuse a name that the address does not know: a filter that is misspelt must not answer everything."""
    unknown = sorted(set(request.GET) - known) if known is not None else []
    if unknown:
        names = f"Use: {', '.join(sorted(known or ()))}." if known else "It takes none."
        raise BadInputError(f"“{unknown[0][:40]}” is not a filter here. {names}", where=unknown[0][:40])


def lifter(request: HttpRequest) -> int:
    """Return the id of the signed-in account.

    Raises:
        SignedOutError: nobody is signed in.
    """
    user = request.user
    if not user.is_authenticated:
        raise SignedOutError("You are signed out. Sign in to sync; what you logged stays on this device.")
    return user.pk


def read(request: HttpRequest, limit: int) -> bytes:
    """Read the body of a request.

    Raises:
        TooLargeError: it is longer than ``limit`` bytes.
    """
    check_length(request, limit)
    before: bytes | None = request.META.get("iron.body")
    if before is not None:
        return before
    # Read by hand: Django's own limit is for forms.
    body = request.read(limit + 1)
    if len(body) > limit:
        raise too_large(limit)
    return body


def check_length(request: HttpRequest, limit: int) -> None:
    """Refuse a request that announces more than ``limit`` bytes, before reading any of it."""
    length = request.META.get("CONTENT_LENGTH") or "0"
    if length.isdecimal() and int(length) > limit:
        raise too_large(limit)


def parse(raw: bytes, decoder: msgspec.json.Decoder[T]) -> T:
    """Parse JSON into a typed value; the decoder was built at import (`iron.values.decoding`).

    Raises:
        BadInputError: no JSON, or not of this shape; ``where`` is the key path.
    """
    try:
        return decoder.decode(raw)
    except msgspec.ValidationError as problem:
        text = str(problem)
        place = _WHERE.search(text)
        reason = (text[: place.start()] if place else text).replace("`", "")
        where = place.group(1) if place else ""
        raise BadInputError(
            f"The request is not understood: {where or 'body'}: {reason}.", where=where
        ) from None
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as problem:
        raise BadInputError(f"The request is not JSON ({problem}). Send JSON in UTF-8.") from None


def flag(request: HttpRequest, name: str) -> bool:
    """Read a yes or no from the query string: 1 is yes, 0 or nothing is no.

    Raises:
        BadInputError: it is something else.
    """
    text = request.GET.get(name, "0")
    if text not in {"0", "1"}:
        raise BadInputError(f"“{name}” is 0 or 1, not “{text[:20]}”.", where=name)
    return text == "1"


def number(request: HttpRequest, name: str, default: int, low: int, high: int) -> int:
    """Read a whole number from the query string.

    Raises:
        BadInputError: it is no number, or outside low to high.
    """
    text = request.GET.get(name)
    if text is None:
        return default
    if not re.fullmatch(r"[0-9]{1,18}", text) or not low <= int(text) <= high:
        raise BadInputError(
            f"“{name}” must be a whole number from {low} to {high}, not “{text[:20]}”.", where=name
        )
    return int(text)
