"""Writes to the audit log what allauth does with accounts: sign-ins, sign-outs, passwords, second factors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from allauth.account import signals as account
from allauth.mfa import signals as mfa
from django.contrib.auth.signals import user_logged_out
from django.core.exceptions import PermissionDenied

from iron.server.watching.watch import audit

if TYPE_CHECKING:
    from allauth.account.models import EmailAddress
    from django.http import HttpRequest

    from iron.server.accounts.models import User


def address_of(request: HttpRequest | None) -> str:
    """Return where a request came from, as the sign-in limits see it; empty where nobody can say (a Unix socket)."""
    if request is None:
        return ""
    from allauth.account.adapter import get_adapter

    try:
        return str(get_adapter().get_client_ip(request))
    except PermissionDenied:
        return ""


def _note(event: str) -> Any:
    def noted(request: HttpRequest | None = None, user: User | None = None, **_more: Any) -> None:
        if user is not None:
            audit(event, user.get_username(), address_of(request))

    return noted


def _note_address(request: HttpRequest, email_address: EmailAddress, **_more: Any) -> None:
    """A confirmed address; which one is nobody's business but the lifter's."""
    audit("address-confirmed", email_address.user.get_username(), address_of(request))


_EVENTS = (
    (account.user_signed_up, "signed-up"),
    (account.user_logged_in, "signed-in"),
    (user_logged_out, "signed-out"),
    (account.password_changed, "password-changed"),
    (account.password_reset, "password-reset"),
    (account.email_removed, "address-removed"),
    (mfa.authenticator_added, "second-step-added"),
    (mfa.authenticator_removed, "second-step-removed"),
)


def connect() -> None:
    """Begin to listen; called once, when Django is set up."""
    for signal, event in _EVENTS:
        signal.connect(_note(event), weak=False, dispatch_uid=f"iron.audit.{event}")
    account.email_confirmed.connect(_note_address, weak=False, dispatch_uid="iron.audit.address-confirmed")
