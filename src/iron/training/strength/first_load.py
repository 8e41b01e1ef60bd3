"""The first load of an exercise never done, from the strength of another one: an interval, and where to begin.

The total load of the new one is ``slope`` × total load of the known one + ``kg``
(`iron.knowledge.selection.carryover`), spread
between people by ``log_sd`` on the log scale. The app has a twin, `web/src/core/rules/exercises/carryover.ts`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

_Z80: Final = 1.2815515655446004
"""Half width of the 80 % interval of a normal distribution, in standard deviations; the interval of `capacity`."""


@dataclass(frozen=True, slots=True)
class Known:
    """A 10RM-equivalent as the lifter counts it, with its 80 % interval [kg] (`capacity.Capacity`)."""

    kg: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class FirstLoad:
    """A 10RM that is guessed, as the lifter counts it, with its 80 % interval, and the load to begin with [kg]."""

    kg: float
    low: float
    high: float
    begin: float


def first_load(
    known: Known,
    slope: float,
    kg: float,
    log_sd: float,
    implements: tuple[int, int],
    step_kg: float,
) -> FirstLoad | None:
    """The first load of a new exercise; None where the line leads below one step.

    The low end is where to begin: who is one of the stronger loses a set, who is one of the weaker loses nothing.

    Args:
        known: what is known of the other exercise.
        slope: how much the total grows with the known total.
        kg: what is added.
        log_sd: spread between people, log scale.
        implements: how many of the counted load move at once, of the known and of the new exercise.
        step_kg: smallest step of the new load; the load to begin with is a multiple of it, rounded down.

    >>> first_load(Known(200, 190, 210), 0.354, 2.235, 0.25, (1, 1), 2.5)
    FirstLoad(kg=73.0, low=52.8, high=101.0, begin=52.5)
    """
    total = known.kg * implements[0]
    carried = slope * total + kg
    if total <= 0 or carried < step_kg * implements[1]:
        return None
    sure = (
        math.log(max(known.high, known.kg) / min(known.low, known.kg)) / (2 * _Z80) if known.low > 0 else 1.0
    )
    # A line that does not go through nothing passes on less, or more, than all of what is unsure about the known load.
    spread = math.hypot(sure * slope * total / carried, log_sd)
    low, high = (carried * math.exp(sign * _Z80 * spread) / implements[1] for sign in (-1, 1))
    begin = max(step_kg, math.floor(low / step_kg + 1e-9) * step_kg)
    return FirstLoad(round(carried / implements[1], 1), round(low, 1), round(high, 1), round(begin, 4))
