"""What people see when something is wrong: one sentence, and a way on."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from django.http import HttpResponse, JsonResponse
from django.template.loader import render_to_string

from iron.server import database_errors, problems
from iron.server.gateway.refusals import RetryLaterError

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponseBase

_MACHINES = ("/api/", "/_allauth/")


def failure(request: HttpRequest, status: int, code: str, title: str, sentence: str) -> HttpResponse:
    """A page with one sentence, or the API's error object for programs."""
    if request.path.startswith(_MACHINES):
        return JsonResponse(
            problems.details(status, code, sentence), status=status, content_type=problems.MEDIA_TYPE
        )
    html = render_to_string("pages/failure.html", {"title": title, "sentence": sentence, "status": status})
    return HttpResponse(html, status=status)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponseBase:
    """400: Django could not read the request; a host name that is not allowed ends here too."""
    del exception
    sentence = (
        "This server does not know the address you used, or could not read the request. "
        "If the address is right, add it to IRON_HOSTS and restart Iron."
    )
    return failure(request, 400, "bad_request", "Bad request", sentence)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponseBase:
    """403."""
    del exception
    return failure(
        request,
        403,
        "not_allowed",
        "Not allowed",
        "You cannot see this page with this account. Sign in with another account.",
    )


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponseBase:
    """403 for a form that did not come from this site, or from a page older than the sign-in."""
    del reason
    sentence = "You signed in after this page was opened. Reload the page and try again. Nothing was changed."
    return failure(request, 403, "csrf", "Reload the page", sentence)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponseBase:
    """404."""
    del exception
    sentence = "There is no page at this address. Check the address, or start from the home page."
    if request.path.startswith("/api/"):
        sentence = "There is no such call. See /api/docs for all calls."
    return failure(request, 404, "not_found", "Page not found", sentence)


def server_error(request: HttpRequest) -> HttpResponseBase:
    """500: the log has the trace; the page does not. A database that fails is 503 or 507, wherever it was met."""
    known = database_errors.explain(sys.exc_info()[1])
    if known is not None:
        response = failure(
            request, known.status, known.code, "The server cannot do this right now", known.sentence
        )
        if isinstance(known, RetryLaterError):
            response.headers["Retry-After"] = str(known.retry_s)
        # One line is in the log already; Django would add a trace for each request.
        response._has_been_logged = True  # type: ignore[attr-defined]  # noqa: SLF001
        return response
    sentence = "Iron stopped because of an error. What you logged on your device is safe there. Try again in a minute."
    return failure(request, 500, "error", "Something went wrong", sentence)
