"""Derive the series of every lifter anew: `iron rebuild`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iron.server.accounts.models import User
from iron.server.storage.django_store import DjangoStore

if TYPE_CHECKING:
    from collections.abc import Iterator


def rebuild_all() -> Iterator[tuple[str, int]]:
    """Rebuild one lifter after the other, each in a transaction of his own; yields his name and his workouts."""
    for user in User.objects.order_by("pk"):
        yield user.get_username(), DjangoStore(user.pk).rebuild()
