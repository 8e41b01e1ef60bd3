"""Cases of the trend of the body: smoothed line, pace and its sentence."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any, Final

from phone_rules.body_trend import by_day, pace, pace_sentence, smoothed

Cases = dict[str, list[dict[str, Any]]]

_TODAY: Final = 20779
_DOWN: Final = [(_TODAY - 27 + n, 82.0 - 0.06 * n + (0.4 if n % 3 else -0.5)) for n in range(0, 28, 2)]
_FLAT: Final = [(_TODAY - n, 80.0 + (n * 7 % 5) / 10) for n in range(0, 26, 3)]
_UP: Final = [(_TODAY - n, 180.5 - 0.2 * n + (0.1 if n % 2 else 0.0)) for n in range(0, 20, 4)]
_PAUSED: Final = [(_TODAY - 90, 90.0), (_TODAY - 88, 89.0), (_TODAY - 10, 84.0), (_TODAY, 83.0)]
_TWICE: Final = [(_TODAY, 81.0), (_TODAY - 1, 80.0), (_TODAY, 82.0)]


def body_cases() -> Cases:
    """Even, uneven, paused and too few days."""
    given: tuple[Any, ...] = (_DOWN, _FLAT, _UP, _PAUSED, _TWICE, [])
    paces = [(days, pace(days, _TODAY)) for days in map(by_day, given)]
    return {
        "by_day": [{"in": [days], "out": by_day(days)} for days in given],
        "smoothed": [{"in": [by_day(days)], "out": smoothed(by_day(days))} for days in given],
        "pace": [
            {"in": [days, _TODAY], "out": None if found is None else asdict(found)} for days, found in paces
        ],
        "pace_sentence": [
            {"in": [None if found is None else asdict(found), "kg"], "out": pace_sentence(found, "kg")}
            for _, found in paces
        ],
    }
