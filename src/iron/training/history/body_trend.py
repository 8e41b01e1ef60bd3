"""A trend of what is measured on the body: a smoothed line, and what the last four weeks say.

The line is Walker's exponentially smoothed average with a smoothing of 10 % a day (J. Walker, The Hacker's Diet,
fourmilab.ch/hackdiet/www/subsubsection1_2_4_0_4_4.html: constant 0.9), written for uneven days: after a gap of d days
the old value weighs 0.9^d. It follows a real change late, by nine to ten days. The pace is the least-squares slope of
the days of the last four weeks with an 80 % interval from Student's t; days are taken as independent, which they are
not quite, so the interval is rather narrow. Window, fewest days and the split at long gaps are choices, not
measurements.

The twin is `web/src/core/rules/records/body.ts`; cases: `spec/body.json`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Any, Final

KEPT_A_DAY: Final = 0.9
WINDOW_DAYS: Final = 28
FEWEST_DAYS: Final = 5
SHORTEST_SPAN_DAYS: Final = 10
GAP_DAYS: Final = 35  # as the charts: a pause of more than five weeks is a gap, not a slope

# Student's t for a two-sided 80 % interval, by degrees of freedom from 3 (any table of the distribution).
T_80: Final = (
    1.638,
    1.533,
    1.476,
    1.440,
    1.415,
    1.397,
    1.383,
    1.372,
    1.363,
    1.356,
    1.350,
    1.345,
    1.341,
    1.337,
    1.333,
    1.330,
    1.328,
    1.325,
    1.323,
    1.321,
    1.319,
    1.318,
    1.316,
    1.315,
)


@dataclass(frozen=True, slots=True)
class Pace:
    """Change a week over the last four weeks, in the unit of the values, with its 80 % interval."""

    per_week: float
    low: float
    high: float
    days: int


def by_day(values: Iterable[tuple[int, float]]) -> list[tuple[int, float]]:
    """Mean of every day that has a value, in the order of days; days are whole numbers of any count."""
    result: dict[int, list[float]] = {}
    for day, value in values:
        result.setdefault(day, []).append(value)
    return [(day, sum(some) / len(some)) for day, some in sorted(result.items())]


def smoothed(days: Sequence[tuple[int, float]]) -> list[tuple[int, float]]:
    """Return the smoothed line through `by_day`'s answer; it begins anew after a gap of more than `GAP_DAYS`."""
    line: list[tuple[int, float]] = []
    for day, value in days:
        if not line or day - line[-1][0] > GAP_DAYS:
            line.append((day, value))
            continue
        before, level = line[-1]
        share = KEPT_A_DAY ** (day - before)
        line.append((day, share * level + (1 - share) * value))
    return line


def pace(days: Sequence[tuple[int, float]], today: int) -> Pace | None:
    """Return the change a week over the four weeks until ``today``; None where the days are too few to say."""
    recent = [(day, value) for day, value in days if 0 <= today - day < WINDOW_DAYS]
    n = len(recent)
    if n < FEWEST_DAYS or recent[-1][0] - recent[0][0] < SHORTEST_SPAN_DAYS:
        return None
    middle = sum(day for day, _ in recent) / n
    mean = sum(value for _, value in recent) / n
    spread = sum((day - middle) ** 2 for day, _ in recent)
    slope = sum((day - middle) * (value - mean) for day, value in recent) / spread
    left = sum((value - mean - slope * (day - middle)) ** 2 for day, value in recent)
    half = T_80[min(n - 2 - 3, len(T_80) - 1)] * sqrt(left / (n - 2) / spread)
    return Pace(7 * slope, 7 * (slope - half), 7 * (slope + half), n)


def pace_message(pace: Pace | None, unit: str) -> dict[str, Any]:
    """Code and typed values of the sentence about a pace, or why there is none (`iron.knowledge.messages`)."""
    if pace is None:
        return {"code": "body-few", "values": {"fewest": FEWEST_DAYS}}
    if pace.low <= 0 <= pace.high:
        return {
            "code": "body-flat",
            "values": {"low": _change(pace.low), "high": _change(pace.high), "unit": unit},
        }
    up = pace.per_week > 0
    low, high = (pace.low, pace.high) if up else (-pace.high, -pace.low)
    values = {"by": _change(abs(pace.per_week)), "low": _change(low), "high": _change(high), "unit": unit}
    return {"code": "body-up" if up else "body-down", "values": values}


def _change(value: float) -> dict[str, Any]:
    # Half away from zero, in both languages alike.
    rounded = int(abs(value) * 100 + 0.5) / 100
    return {"type": "change", "value": -rounded if value < 0 and rounded > 0 else rounded}
