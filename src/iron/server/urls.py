"""Every address of the server, on one page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NoReturn

from django.conf import settings
from django.http import Http404
from django.urls import include, path, re_path
from django.views.decorators.csrf import csrf_exempt

from iron.server.accounts import by_mail, providers
from iron.server.assistants import mcp_http
from iron.server.connections import calendar_page
from iron.server.pages import failures

if TYPE_CHECKING:
    from django.http import HttpRequest


def _absent(request: HttpRequest) -> NoReturn:
    """Calls of allauth that Iron does not offer, or offers otherwise."""
    raise Http404(request.path)


def _sign_in_elsewhere() -> list[Any]:
    """Addresses that are there only where the host names a provider."""
    if not settings.IRON_PROVIDERS:
        return []
    from iron.server.accounts.provider_signup import sign_up

    return [
        path("_allauth/browser/v1/auth/provider/signup", sign_up),
        path("_allauth/", include(f"{providers.APP}.urls")),
    ]


def _by_mail() -> list[Any]:
    """The address of an account; and a forgotten password, only where the host names a mail server."""
    base = "_allauth/browser/v1/"
    addresses = [path(f"{base}account/email", by_mail.address)]
    if settings.IRON_MAIL is None:
        return addresses
    return [
        *addresses,
        path(f"{base}auth/email/verify", by_mail.confirm),
        path(f"{base}auth/password/request", by_mail.forgotten),
        path(f"{base}auth/password/reset", by_mail.new_password),
    ]


urlpatterns = [
    *_by_mail(),
    re_path(
        r"^_allauth/browser/v1/(?:account/(?:email|phone)|auth/(?:email|password|code|phone|sessions))(?:/|$)",
        _absent,
    ),
    # The way to a provider begins with POST /api/v1/providers/<id>.
    re_path(r"^_allauth/(?:browser/v1/auth/provider/(?:redirect|token)|oidc/[^/]+/login/)$", _absent),
    *_sign_in_elsewhere(),
    path("_allauth/", include("allauth.headless.urls")),
    path("api/v1/", include("iron.server.api.urls")),
    path("mcp", csrf_exempt(mcp_http.serve)),
    path("", include("iron.server.assistants.endpoints")),
    path("calendar/<str:token>.ics", calendar_page.calendar),
    path("", include("iron.server.pages.urls")),
]

handler400 = failures.bad_request
handler403 = failures.forbidden
handler404 = failures.not_found
handler500 = failures.server_error
