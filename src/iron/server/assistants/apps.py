"""The tables of connected assistants."""

from __future__ import annotations

from django.apps import AppConfig


class AssistantsConfig(AppConfig):
    """OAuth clients, and what lifters allow them."""

    name = "iron.server.assistants"
    label = "assistants"
    default_auto_field = "django.db.models.BigAutoField"
