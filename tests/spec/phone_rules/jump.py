"""How far a number moved where a line ended and another began, and how sure that is.

The jump says that something moved, never why: feet, machine, bias of effort and growth all look the same here.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from iron.training.strength.state import DAY_SD

if TYPE_CHECKING:
    from collections.abc import Sequence

COMPARED: Final = 3
"""At most so many sessions on each side: more would mix the change with months of growth. A choice."""

# 90th percentile of Student's t at 2n - 2 degrees of freedom, so that 80 % lie between both ends.
_STUDENT: Final = {2: 1.8856180831641267, 3: 1.5332062740589438}


@dataclass(frozen=True, slots=True)
class Jump:
    """A change of the load for ten reps where a new line began.

    Attributes:
        share: change of the mean, as a share of the mean before [-].
        low: lower end of the 80 % interval [-].
        high: upper end [-].
        sessions: how many sessions on each side were compared.
    """

    share: float
    low: float
    high: float
    sessions: int


def jump(before: Sequence[float], after: Sequence[float]) -> Jump | None:
    """Compare the last sessions of one line with the first of another.

    Equation: share = mean(after)/mean(before) - 1, interval share +- t s sqrt(2/n), with s the pooled spread of the
    sessions as a share of mean(before), never below the day-to-day spread of 2.5 % (docs/evidence.md#strength-state),
    because two or three sessions may agree by luck.

    Args:
        before: 10RM-equivalents of the sessions before the change, oldest first [kg].
        after: those from the change on, oldest first [kg].

    Returns:
        The jump, or None with fewer than two sessions on a side or nothing lifted before.
    """
    n = min(len(before), len(after), COMPARED)
    if n < 2:
        return None
    old, new = before[-n:], after[:n]
    base = sum(old) / n
    if base <= 0:
        return None
    mean = sum(new) / n
    squares = sum([(value - base) * (value - base) for value in old])
    squares += sum([(value - mean) * (value - mean) for value in new])
    spread = max(math.sqrt(squares / (2 * n - 2)) / base, DAY_SD)
    half = _STUDENT[n] * spread * math.sqrt(2 / n)
    share = mean / base - 1
    return Jump(share, share - half, share + half, n)
