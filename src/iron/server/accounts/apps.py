"""The accounts app."""

from __future__ import annotations

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Lifters who can sign in, the owner's code and invitations."""

    name = "iron.server.accounts"
    label = "accounts"

    def ready(self) -> None:
        """Begin to write down what is done to accounts."""
        from iron.server.watching import events

        events.connect()
