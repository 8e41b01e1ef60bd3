"""How allauth makes an account here: the owner first, then by invitation."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, ClassVar, Final

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records

# Writing that record has no public function in allauth 65; pyproject.toml pins the version.
from allauth.account.internal.flows.login import record_authentication
from allauth.core.exceptions import ImmediateHttpResponse

# Counting by another key has no public function either.
from allauth.core.internal import ratelimit
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.http import JsonResponse

from iron.server.accounts import by_mail, limits, service
from iron.server.accounts.models import User
from iron.server.accounts.names import check_name
from iron.server.mail import sending
from iron.values.errors import BadInputError

if TYPE_CHECKING:
    from allauth.account.models import EmailAddress
    from django.http import HttpRequest, HttpResponse

    from iron.server.accounts.forms import AdmissionForm


_MESSAGES: Final = {"account/email/email_confirmation": "mail-confirm"}
_NOTICES: Final = {
    "account/email/password_reset": "mail-password-changed",
    "account/email/password_changed": "mail-password-changed",
    "account/email/password_set": "mail-password-changed",
    "account/email/email_changed": "mail-address-changed",
}
"""allauth's templates and Iron's messages."""


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc, unused-ignore]
    """Sign-up by an admission (``forms.AdmissionForm``); everything else as allauth does it."""

    error_messages: ClassVar[dict[str, Any]] = {
        **DefaultAccountAdapter.error_messages,
        "duplicate_email": "This is already your address.",
        "email_taken": "Another account on this server has this address. Remove it there first.",
        "incorrect_password": "This password is wrong.",
        "enter_current_password": "The current password is wrong.",
        "invalid_or_expired_key": (
            "This link was already used, or it is older than a day. Ask for a new link under Me, Password and passkeys."
        ),
        "invalid_password_reset": "This link was already used, or it is older than an hour. Ask for a new link.",
        "too_many_login_attempts": "Too many wrong passwords. Wait five minutes and try again.",
        "username_password_mismatch": (
            "Name or password is wrong. If you forgot your password, see the help below the form."
        ),
        "username_taken": "This name is taken. Choose another name.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002
        """Whether anybody may sign up at all; the form checks the code."""
        return settings.IRON_SIGNUP != "closed" or service.needs_owner() or service.is_anybody_invited()

    def clean_username(self, username: str, shallow: bool = False) -> str:  # noqa: FBT001, FBT002
        """Check a name; the unclaimed owner's name is free for whoever brings the owner's code."""
        unclaimed = service.unclaimed_owner()
        if not shallow:
            try:
                check_name(username)
            except BadInputError as problem:
                raise ValidationError(problem.sentence, code="looks_alike") from None
        keeps_name = unclaimed is not None and unclaimed.username.lower() == username.lower()
        return str(super().clean_username(username, shallow=shallow or keeps_name))

    def save_user(self, request: HttpRequest, user: User, form: AdmissionForm, commit: bool = True) -> User:  # noqa: FBT001, FBT002
        """Save the account and spend its code in one transaction.

        The owner's code claims the account that the command line made, with its journal.
        """
        fields: dict[str, Any] = form.cleaned_data
        try:
            with transaction.atomic():
                if form.admission == "owner" and not service.spend_owner_code():
                    raise _refuse("code", "Someone just used this code. Sign in, or ask for an invitation.")
                saved = self._claimed(user) if form.admission == "owner" else user
                super().save_user(request, saved, form, commit=commit)
                if form.admission == "invitation" and not service.spend_invitation(fields["code"], saved):
                    raise _refuse("code", "This invitation was just used. Ask for a new invitation.")
        except IntegrityError:
            raise _refuse(
                "username", f"The name “{fields.get('username')}” is taken. Choose another name."
            ) from None
        return saved

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Count a try: of a browser in which the account signed in before by itself, of all others together."""
        name = str(credentials.get("username", ""))
        device = limits.device_for(request, name)
        if device is None:
            super().pre_authenticate(request, **credentials)
            return
        self._login_failed_rl_usage = ratelimit.consume(
            request, app="allauth.account", action="known_device", key=f"{name.lower()}:{device}"
        )
        if not self._login_failed_rl_usage:
            raise self.validation_error("too_many_login_attempts")

    def pre_login(self, request: HttpRequest, user: User, **details: Any) -> HttpResponse | None:
        """Write down that whoever signs up has just chosen the password, as allauth does for a sign-in."""
        if details.get("signup") and user.has_usable_password():
            record_authentication(request, user, method="password", username=user.username)
        answer: HttpResponse | None = super().pre_login(request, user, **details)
        return answer

    def is_reauthentication_required(self, *, app: str, **details: Any) -> bool:
        """Whether the password is asked again before a passkey or second factor is added.

        allauth counts re-authentication alone; here a sign-in or sign-up of this session counts too while it is
        younger than ACCOUNT_REAUTHENTICATION_TIMEOUT, so that a passkey can be added right away.
        """
        if not super().is_reauthentication_required(app=app, **details):
            return False
        records = get_authentication_records(self.request, self.request.user)
        newest = max((float(record.get("at", 0)) for record in records), default=0.0)
        return time.time() - newest >= settings.ACCOUNT_REAUTHENTICATION_TIMEOUT

    def can_delete_email(self, email_address: EmailAddress) -> bool:  # noqa: ARG002
        """Whether an address can be removed: always, because nobody signs in with it."""
        return True

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Send one of allauth's messages in Iron's words (content/messages).

        Raises:
            MailError: the mail server did not take it.
        """
        code = _MESSAGES[template_prefix]
        hours = settings.ACCOUNT_EMAIL_CONFIRMATION_EXPIRE_DAYS * 24
        values = {"name": context["user"].get_username(), "link": context["activate_url"], "hours": hours}
        sending.send(email, code, values)

    def send_notification_mail(
        self,
        template_prefix: str,
        user: User,
        context: dict[str, Any] | None = None,  # noqa: ARG002
        email: str | None = None,
    ) -> None:
        """Tell a confirmed address that the password or the address itself was changed; nobody waits for it."""
        code = _NOTICES.get(template_prefix)
        address = email or by_mail.confirmed_address(user.pk)
        if code is None or address is None or settings.IRON_MAIL is None:
            return
        values = {"name": user.get_username(), "address": self.get_client_ip(self.request)}
        sending.later(lambda: sending.send(address, code, values))

    def _claimed(self, user: User) -> User:
        saved = service.unclaimed_owner() or user
        saved.is_owner = True
        return saved


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc, unused-ignore]
    """When a second factor is asked for, and what passkeys are called."""

    error_messages: ClassVar[dict[str, Any]] = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": "This code is wrong or has expired. Enter the current code.",
    }

    def is_mfa_enabled(self, user: User, types: list[str] | None = None) -> bool:
        """Whether the account has a factor of these types.

        allauth's sign-in asks for "TOTP or passkey". Here a passkey is a way in and not a second lock: adding one on
        the phone must not shut out the laptop that has the password alone. Whoever wants two steps turns TOTP on.
        """
        asked = set(types or [])
        if asked == {Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN}:
            types = [Authenticator.Type.TOTP]
        return bool(super().is_mfa_enabled(user, types=types))

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """The name that the browser shows beside the passkey, for the host it was opened under."""
        return {**super().get_public_key_credential_rp_entity(), "name": "Iron"}


def _refuse(param: str, sentence: str) -> ImmediateHttpResponse:
    """The answer to a race that the form could not see, in the shape of allauth's other refusals."""
    error = {"message": sentence, "code": "taken", "param": param}
    return ImmediateHttpResponse(JsonResponse({"status": 400, "errors": [error]}, status=400))
