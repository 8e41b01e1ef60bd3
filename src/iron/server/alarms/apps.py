"""The alarms app."""

from __future__ import annotations

from django.apps import AppConfig


class AlarmsConfig(AppConfig):
    """Alarms that wait to be sent."""

    name = "iron.server.alarms"
    label = "alarms"
