"""How a sign-in elsewhere becomes an account here: with a name and a code, like any other sign-up."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any, ClassVar, Final

from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.conf import settings
from django.db import transaction
from requests import RequestException

from iron.server.accounts import providers, service

if TYPE_CHECKING:
    from allauth.socialaccount.models import SocialLogin
    from django.http import HttpRequest
    from requests import Response, Session

    from iron.server.accounts.forms import AdmissionForm
    from iron.server.accounts.models import User

_STORED_CLAIMS: Final = ("sub", "preferred_username", "name")
"""What is stored of a provider's answer: who it is there, to show. No e-mail address, no picture, no token."""

_log = logging.getLogger("iron.signin")


class ProviderAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc, unused-ignore]
    """Sign-up by an admission (``forms.AdmissionForm``) as with a password; nothing is linked by an e-mail address."""

    error_messages: ClassVar[dict[str, Any]] = {
        **DefaultSocialAccountAdapter.error_messages,
        "no_password": "This is your only way to sign in. Set a password first.",
        "connected_other": "This sign-in already belongs to another account on this server.",
    }

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:  # noqa: ARG002
        """Forget what Iron does not need before anything of it is stored."""
        sociallogin.email_addresses = []
        data = sociallogin.account.extra_data
        claims = {**data.get("id_token", {}), **data.get("userinfo", {})}
        sociallogin.account.extra_data = {
            "userinfo": {key: claims[key] for key in _STORED_CLAIMS if key in claims}
        }

    def get_requests_session(self) -> Session:
        """Return the session for requests to a provider; allauth would stop at an incomplete answer with a KeyError."""
        session: Session = super().get_requests_session()
        session.hooks["response"].append(_check_discovery)
        return session

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:  # noqa: ARG002
        """Whether a new account may come this way: never the owner's, whose password says that he is here."""
        is_open = settings.IRON_SIGNUP != "closed" or service.is_anybody_invited()
        return is_open and not service.needs_owner()

    def save_user(
        self, request: HttpRequest, sociallogin: SocialLogin, form: AdmissionForm | None = None
    ) -> User:
        """Save the account, its code and its sign-in elsewhere in one transaction."""
        with transaction.atomic():
            saved: User = super().save_user(request, sociallogin, form)
        return saved

    def on_authentication_error(
        self,
        request: HttpRequest,  # noqa: ARG002
        provider: Any,
        error: str | None = None,
        exception: Exception | None = None,
        extra_context: dict[str, Any] | None = None,  # noqa: ARG002
    ) -> None:
        """Write the reason to the log: the lifter sees only that it did not work."""
        _log.warning("sign-in with %s failed: %s", provider, exception or error)


def _check_discovery(response: Response, **_: object) -> None:
    """Refuse a provider's answer that lacks what a sign-in needs or is another's, as one that does not answer.

    Raises:
        RequestException: allauth tells the browser that it did not work and writes this to the log.
    """
    if not response.ok or not response.url.endswith(providers.WELL_KNOWN):
        return
    discovery = response.json()
    missing = providers.missing_keys(discovery)
    if missing:
        raise RequestException(f"{response.url} does not name {', '.join(missing)}.")
    wrong = providers.wrong_issuer(discovery, response.url.removesuffix(providers.WELL_KNOWN))
    if wrong is not None:
        raise RequestException(wrong)
