"""The order of workouts in time: by the instant at which they began, where the zone is known.

A start is local wall time. In the autumn hour and on a journey westwards a later workout may have an earlier wall time:
its zone offset tells. Many imports have none: such a workout is taken to be in the zone of the one before it.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

T = TypeVar("T")
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
    by_wall = sorted(items, key=lambda one: (start(one), tie(one)))
    known = [found for one in by_wall if (found := offset(one)) is not None]
    if len(set(known)) <= 1:
        return by_wall  # one zone, or none known: wall time is right
    zone, keyed = known[0], []
    for one in by_wall:
        own = offset(one)
        zone = zone if own is None else own
        keyed.append((_instant(start(one), zone), tie(one), one))
    return [one for _, _, one in sorted(keyed, key=lambda row: row[:2])]


def _instant(start: str, offset: int) -> float:
    """Minutes since 1970 in UTC; what is no time sorts first."""
    try:
        moment = datetime.fromisoformat(start).replace(tzinfo=None)
    except ValueError:
        return float("-inf")
    return (moment - _EPOCH) / timedelta(minutes=1) - offset
