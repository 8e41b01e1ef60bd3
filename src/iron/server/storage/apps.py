"""The storage app."""

from __future__ import annotations

from django.apps import AppConfig


class StorageConfig(AppConfig):
    """The journals' tables, all keyed by the lifter."""

    name = "iron.server.storage"
    label = "storage"
