"""Breaks: how careful the first session is, and how fast strength comes back; `state.lost` says how much is lost."""

from __future__ import annotations

import math
from typing import Final

from iron.training.strength.state import GAP_FREE_WEEKS, lost

CARE_PER_WEEK: Final = 0.02  # less still for the first session, a week away: coaching practice, guess
CARE_MOST: Final = 0.10
BACK_SHARE: Final = (
    0.5  # the way back takes half of the pause (Halonen 2024: ten weeks away, five to be back)
)
BACK_LEAST: Final = 2.0  # weeks
BACK_MOST: Final = 26.0  # weeks: guess


def first_share(weeks: float, weeks_exercise: float | None = None) -> float:
    """Share of the last load for the first session after a break.

    Args:
        weeks: weeks since the exercise or a relative was trained.
        weeks_exercise: weeks since the exercise itself was trained; a lift that was not practised starts with care.
    """
    unused = weeks if weeks_exercise is None else weeks_exercise
    care = min(CARE_MOST, CARE_PER_WEEK * max(0.0, unused - GAP_FREE_WEEKS))
    return math.exp(-lost(weeks) - care)


def weeks_back(weeks: float) -> float:
    """Weeks until the strength from before a break is there again [weeks]."""
    return min(BACK_MOST, max(BACK_LEAST, BACK_SHARE * weeks))
