"""The sign-up that follows a first sign-in elsewhere: a name, and a code where the server asks for one."""

from __future__ import annotations

from typing import Any

from allauth.headless.constants import Client
from allauth.headless.socialaccount.inputs import SignupInput
from allauth.headless.socialaccount.views import ProviderSignupView


class NameInput(SignupInput):  # type: ignore[misc, unused-ignore]
    """The name and the code.

    allauth's own always asks for an e-mail field, and refuses to work where sign-up has none (65.21, and no setting).
    """

    def _get_signup_fields(self, kwargs: dict[str, Any]) -> dict[str, Any]:
        kwargs.pop("email_required", None)
        fields: dict[str, Any] = super()._get_signup_fields(kwargs)
        return fields


class SignUp(ProviderSignupView):  # type: ignore[misc, unused-ignore]
    """allauth's view with that form."""

    input_class = NameInput


sign_up = SignUp.as_api_view(client=Client.BROWSER)
