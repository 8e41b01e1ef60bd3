"""What an assistant may be allowed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

READ: Final = "journal:read"
WRITE: Final = "journal:write"
ALL: Final = (READ, WRITE)


def of(*, writes: bool) -> list[str]:
    """Return the scopes of a token; who may log may read too."""
    return [READ, WRITE] if writes else [READ]


def writes(scopes: Iterable[str] | None) -> bool:
    """Whether scopes include logging; a request that names none asks for everything."""
    return scopes is None or WRITE in scopes
