"""Headers that every answer carries: what the page may load, and who may show it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from django.conf import settings
from django.http import HttpResponse

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest
    from django.http.response import HttpResponseBase

# Nothing comes from elsewhere and nothing runs inline. data: and blob: pictures are charts and QR codes of the app.
_POLICY: Final = (
    ("default-src", "'none'"),
    ("script-src", "'self'"),
    ("style-src", "'self'"),
    ("img-src", "'self' data: blob:"),
    ("font-src", "'self'"),
    ("connect-src", "'self'"),
    ("manifest-src", "'self'"),
    ("worker-src", "'self'"),
    ("base-uri", "'none'"),
    ("form-action", "'self'"),
    ("frame-ancestors", "'none'"),
)

# Wake lock keeps the screen on while resting; passkeys need both publickey features.
_FEATURES: Final = (
    "accelerometer=()",
    "camera=()",
    "display-capture=()",
    "geolocation=()",
    "gyroscope=()",
    "magnetometer=()",
    "microphone=()",
    "payment=()",
    "usb=()",
    "screen-wake-lock=(self)",
    "publickey-credentials-create=(self)",
    "publickey-credentials-get=(self)",
)

_HEADERS: Final = (
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "same-origin"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Permissions-Policy", ", ".join(_FEATURES)),
)

_YEAR_S: Final = 60 * 60 * 24 * 365


def policy(script_hashes: tuple[str, ...] = ()) -> str:
    """The content security policy.

    Args:
        script_hashes: ``sha256-…`` of data blocks inside the page (its structured data).
    """
    scripts = "".join(f" '{hash_}'" for hash_ in script_hashes)
    return "; ".join(f"{name} {value}{scripts if name == 'script-src' else ''}" for name, value in _POLICY)


_DEFAULT_POLICY: Final = policy()


class SecurityHeaders:
    """Middleware that sets the headers; a view that set its own policy (with hashes) keeps it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer the request and add the headers."""
        response = self.get_response(request)
        response.headers.setdefault("Content-Security-Policy", _DEFAULT_POLICY)
        for name, value in _HEADERS:
            response.headers.setdefault(name, value)
        if settings.IRON_ORIGIN.startswith("https://") and request.is_secure():
            # Only for an address that the host chose: on localhost or a .local name the promise would hold for
            # every other service of the machine, and forbid a self-made certificate. No includeSubDomains either.
            response.headers.setdefault("Strict-Transport-Security", f"max-age={_YEAR_S}")
        if request.method == "HEAD":
            _empty(response)
        return response


def _empty(response: HttpResponseBase) -> None:
    # WSGI leaves this to the server; over HTTP/2 granian 2.8 sends the body on and clients see a protocol error.
    if isinstance(response, HttpResponse):
        length = response.headers.get("Content-Length", str(len(response.content)))
        response.content = b""
        response.headers["Content-Length"] = length
