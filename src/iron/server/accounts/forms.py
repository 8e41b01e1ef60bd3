"""The one thing Iron adds to allauth's sign-up form: the code that admits to an account."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from django import forms
from django.conf import settings

from iron.server.accounts import service
from iron.server.accounts.models import User

if TYPE_CHECKING:
    from django.http import HttpRequest

Admission = Literal["owner", "invitation", "open"]


class AdmissionForm(forms.Form):
    """Adds ``code``: the owner's one-time code, or the token of an invitation link.

    allauth derives its sign-up form from this class (ACCOUNT_SIGNUP_FORM_CLASS).
    """

    code = forms.CharField(required=False, max_length=200)
    admission: Admission | None = None

    def clean(self) -> dict[str, Any]:
        """Check the code; what it admits by stays in ``admission``."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        code = cleaned.get("code", "")
        self.admission = _admission(code)
        if self.admission is None:
            self.add_error("code", _refusal(code))
        elif self.admission != "owner" and _is_taken(cleaned.get("username")):
            self.add_error("username", "This name is taken. Choose another name.")
        return cleaned

    def signup(self, request: HttpRequest, user: User) -> None:
        """Do nothing: the adapter saves the account and spends the code in one transaction."""


def _admission(code: str) -> Admission | None:
    if service.needs_owner() and service.is_owner_code(code):
        return "owner"
    if code and service.is_open_invitation(code):
        return "invitation"
    if settings.IRON_SIGNUP == "open" and not service.needs_owner():
        return "open"
    return None


def _refusal(code: str) -> str:
    if service.needs_owner():
        return (
            "The first account needs the one-time code that Iron printed when the server started. "
            "Look in the terminal, or restart the server to see the code."
        )
    if settings.IRON_SIGNUP == "closed":
        return "Sign-up is closed on this server. Ask the owner of this server."
    if not code:
        return "New accounts need an invitation link. Ask the owner of this server for one."
    return "This invitation was already used, or it is older than 14 days. Ask for a new invitation."


def _is_taken(name: str | None) -> bool:
    return bool(name) and User.objects.filter(username__iexact=name).exists()
