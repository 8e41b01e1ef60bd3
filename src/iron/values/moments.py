"""The order of workouts in time: by the instant at which they began, where the zone is known.

A start is local wall time. In the autumn hour and on a journey westwards a later workout may have an earlier wall time:
its zone offset tells. Many imports have none: such a workout is taken to be in the zone of the one before it.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

T = TypeVar("T")

FIRST_YEAR: Final = 1970
LAST_YEAR: Final = 2069
"""Years that a log can hold: what a phone's wrong clock or a typing error says lies outside."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC).replace(tzinfo=None)


def in_time_order(
    items: Iterable[T], start: Callable[[T], str], offset: Callable[[T], int | None], tie: Callable[[T], str]
) -> list[T]:
    """Sort by the instant of the start, oldest first; equal ones by ``tie``.

    Args:
        items: workouts, or anything else that began.
        start: local wall time, ``YYYY-MM-DDTHH:MM:SS``.
        offset: minutes east of UTC, None where unknown.
        tie: decides between equal instants, such as the id.
    """
    by_wall = sorted(items, key=lambda item: (start(item), tie(item)))
    known = [offset_min for item in by_wall if (offset_min := offset(item)) is not None]
    if len(set(known)) <= 1:
        return by_wall  # one zone, or none known: wall time is right
    zone, keyed = known[0], []
    for item in by_wall:
        own = offset(item)
        zone = zone if own is None else own
        keyed.append((_instant(start(item), zone), tie(item), item))
    return [item for _, _, item in sorted(keyed, key=lambda row: row[:2])]


def _instant(start: str, offset: int) -> float:
    """Minutes since 1970 in UTC; what is no time sorts first."""
    try:
        moment = datetime.fromisoformat(start).replace(tzinfo=None)
    except ValueError:
        return float("-inf")
    return (moment - _EPOCH) / timedelta(minutes=1) - offset
