"""The table of shares."""

from __future__ import annotations

from django.apps import AppConfig


class SharingConfig(AppConfig):
    """Shares of journals."""

    name = "iron.server.sharing"
    label = "sharing"
