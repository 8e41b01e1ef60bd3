"""The tables of connections."""

from __future__ import annotations

from django.apps import AppConfig


class ConnectionsConfig(AppConfig):
    """Calendar addresses and webhooks."""

    name = "iron.server.connections"
    label = "connections"
    default_auto_field = "django.db.models.BigAutoField"
