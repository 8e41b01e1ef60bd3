"""Cases of the trend of the body: smoothed line, pace and its sentence."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Any, Final

from iron.knowledge import messages
from iron.training.history.body_trend import by_day, pace, pace_message, smoothed
from iron.values.units import mass_in, mass_kg

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
    rows = [
        {"at": "2026-11-20T07:00:00", "value": 81.5, "unit": "kg"},
        {"at": "2026-11-20T21:00:00", "value": 180.0, "unit": "lb"},
        {"at": "2026-11-18T07:00:00", "value": 82.0, "unit": "kg"},
    ]
    return {
        "days_of": [
            {"in": [some, unit], "out": _days_of(some, unit)} for some in (rows, []) for unit in ("kg", "lb")
        ],
        "by_day": [{"in": [days], "out": by_day(days)} for days in given],
        "smoothed": [{"in": [by_day(days)], "out": smoothed(by_day(days))} for days in given],
        "pace": [
            {"in": [days, _TODAY], "out": None if pace is None else asdict(pace)} for days, pace in paces
        ],
        "pace_message": [
            {"in": [None if pace is None else asdict(pace), "kg"], "out": _in_words(pace_message(pace, "kg"))}
            for _, pace in paces
        ],
    }


def _in_words(message: dict[str, Any]) -> dict[str, Any]:
    return {"message": message, "sentence": messages.render(**message)}


def _days_of(rows: list[dict[str, Any]], unit: str) -> list[tuple[int, float]]:
    """Measurements as days since 1970 with their mean in a unit."""
    return by_day(
        [
            (
                (date.fromisoformat(row["at"][:10]) - date(1970, 1, 1)).days,
                mass_in(mass_kg(row["value"], row["unit"]), unit),
            )
            for row in rows
        ]
    )
