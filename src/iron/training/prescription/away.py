"""Breaks: how much strength a pause costs, and how fast it comes back.

Nothing is lost in two weeks, then a part that grows with the logarithm of time: `LOSS` × ln(1 + weeks / `SCALE`).
The curve passes through what studies found: a dose-response of the loss on the length of the pause (Bosquet 2013,
103 studies, doi 10.1111/sms.12047); little of maximal strength gone after ten weeks, and back after five (Halonen
2024, University of Jyväskylä); after three years without, leg press, bench press and curl 3, 19 and 32 % below those
who went on (Smith 2003, ten older adults a group, doi 10.1139/h03-034). The two numbers themselves are a guess that
fits: 6 % after ten weeks, 17 % after a year, 26 % after three.
"""

from __future__ import annotations

import math
from typing import Final

FREE_WEEKS: Final = 2.0
LOSS: Final = 0.085
SCALE: Final = 8.0
CARE_PER_WEEK: Final = 0.02  # less still for the first session, a week away: coaching practice, guess
CARE_MOST: Final = 0.10
BACK_SHARE: Final = (
    0.5  # the way back takes half of the pause (Halonen 2024: ten weeks away, five to be back)
)
BACK_LEAST: Final = 2.0  # weeks
BACK_MOST: Final = 26.0  # weeks: guess


def lost(weeks: float) -> float:
    """Share of log strength lost after so many weeks without training [-].

    >>> round(lost(2), 3), round(lost(10), 3), round(lost(52), 3), round(lost(156), 3)
    (0.0, 0.059, 0.168, 0.256)
    """
    return LOSS * math.log1p(max(0.0, weeks - FREE_WEEKS) / SCALE)


def first_share(weeks: float, weeks_exercise: float | None = None) -> float:
    """Share of the last load for the first session after a break.

    Args:
        weeks: weeks since the exercise or a relative was trained.
        weeks_exercise: weeks since the exercise itself was trained; a lift that was not practised starts with care.
    """
    unused = weeks if weeks_exercise is None else weeks_exercise
    care = min(CARE_MOST, CARE_PER_WEEK * max(0.0, unused - FREE_WEEKS))
    return math.exp(-lost(weeks) - care)


def weeks_back(weeks: float) -> float:
    """Weeks until the strength from before a break is there again [weeks]."""
    return min(BACK_MOST, max(BACK_LEAST, BACK_SHARE * weeks))
