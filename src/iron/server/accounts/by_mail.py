"""A forgotten password, and the address that it needs: allauth's calls, with what Iron asks of them besides.

A reset goes to confirmed addresses alone. Whether there is one is found after the request was answered, so neither the
answer nor its time tells who is here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from allauth.account.forms import default_token_generator
from allauth.account.models import EmailAddress
from allauth.account.utils import user_pk_to_url_str
from allauth.headless.account.inputs import AddEmailInput, DeleteEmailInput, ResendEmailVerificationInput
from allauth.headless.account.views import (
    ManageEmailView,
    RequestPasswordResetView,
    ResetPasswordView,
    VerifyEmailView,
)
from allauth.headless.constants import Client
from allauth.headless.internal.restkit import inputs
from django.conf import settings
from django.db import transaction
from django.http import JsonResponse

from iron.server.mail import sending

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse, HttpResponseBase

_NOT_SENT: Final = (
    "The mail server did not accept the message. Try again later, or tell the owner of this server."
)
_NO_MAIL: Final = (
    "This server cannot send e-mail, so it cannot confirm an address. Ask the owner of this server."
)
_SOON: Final = "A link was just sent. Check your inbox and spam folder, or try again in five minutes."


class _ForgottenInput(inputs.Input):  # type: ignore[misc, unused-ignore]
    """The address that was typed; nothing is looked up while somebody waits."""

    email = inputs.EmailField()

    def save(self, request: HttpRequest) -> None:  # noqa: ARG002 - allauth's own signature
        """Send the link later, where there is somebody to send it to."""
        email = str(self.cleaned_data["email"]).lower()
        sending.later(lambda: send_reset(email))


class _Forgotten(RequestPasswordResetView):  # type: ignore[misc, unused-ignore]
    input_class = _ForgottenInput


class _Confirm(VerifyEmailView):  # type: ignore[misc, unused-ignore]
    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Confirm the address; it takes the place of the one before in one transaction."""
        with transaction.atomic():
            answer: HttpResponse = super().post(request, *args, **kwargs)
        return answer


class _Address(ManageEmailView):  # type: ignore[misc, unused-ignore]
    """The address of an account: one that is confirmed, and perhaps one that waits to take its place."""

    input_class: Any = {  # noqa: RUF012 - allauth's own attribute
        "POST": AddEmailInput,
        "PUT": ResendEmailVerificationInput,
        "DELETE": DeleteEmailInput,
    }
    http_method_names: Any = ["get", "post", "put", "delete"]  # noqa: RUF012 - Django's own attribute

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Without a mail server an address can be seen and removed, and none added."""
        if settings.IRON_MAIL is None and request.method in {"POST", "PUT"}:
            return _refuse(503, "no_mail", _NO_MAIL)
        answer: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return answer

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Add an address and send its link; where that does not work nothing was added."""
        try:
            answer: HttpResponse = super().post(request, *args, **kwargs)
        except sending.MailError as problem:
            sending.note(problem)
            email = str(self.input.cleaned_data["email"]).lower()
            EmailAddress.objects.filter(user=request.user, email=email, verified=False).delete()
            return _refuse(503, "mail", _NOT_SENT)
        return answer

    def put(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Send the link again."""
        try:
            answer: HttpResponse = super().put(request, *args, **kwargs)
        except sending.MailError as problem:
            sending.note(problem)
            return _refuse(503, "mail", _NOT_SENT)
        return _refuse(403, "sent_already", _SOON) if answer.status_code == 403 else answer


forgotten = _Forgotten.as_api_view(client=Client.BROWSER)
new_password = ResetPasswordView.as_api_view(client=Client.BROWSER)
confirm = _Confirm.as_api_view(client=Client.BROWSER)
address = _Address.as_api_view(client=Client.BROWSER)


def send_reset(email: str) -> None:
    """Send a link to reset a password to the account that confirmed this address, where there is one.

    The link ends when it is used, when the password or the address changes, at the next sign-in, and after an hour
    (Django's token of the account's own state).

    Raises:
        MailError: the mail server did not take it.
    """
    result = EmailAddress.objects.filter(email=email, verified=True, user__is_active=True)
    row = result.select_related("user").first()
    if row is None:
        return
    key = f"{user_pk_to_url_str(row.user)}-{default_token_generator.make_token(row.user)}"
    link = settings.HEADLESS_FRONTEND_URLS["account_reset_password_from_key"].replace("{key}", key)
    values = {"name": row.user.get_username(), "link": link, "minutes": settings.PASSWORD_RESET_TIMEOUT // 60}
    sending.send(email, "mail-reset", values)


def confirmed_address(user_id: int) -> str | None:
    """Return the confirmed address of an account, None for none."""
    row = EmailAddress.objects.filter(user_id=user_id, verified=True).first()
    return None if row is None else str(row.email)


def _refuse(status: int, code: str, sentence: str) -> JsonResponse:
    """The shape of allauth's other refusals (docs/accounts.md)."""
    return JsonResponse({"status": status, "errors": [{"message": sentence, "code": code}]}, status=status)
