"""Guided calibration of a real machine: a luggage scale pulled along the rail, slowly up and slowly down."""

from __future__ import annotations

import math
from dataclasses import dataclass

from iron.values.errors import OutOfRangeError
from iron.values.units import STANDARD_GRAVITY_MPS2


@dataclass(frozen=True)
class Calibration:
    """What two pulls tell: mass of the sled with whatever is on it [kg] and friction share [-]."""

    sled_kg: float
    mu: float


def calibrate(pull_up_n: float, pull_down_n: float, alpha_deg: float = 45.0) -> Calibration:
    """Find sled mass and friction from two slow pulls along the rail.

    Equations: m_s = (F_up + F_down)/(2 g sin alpha), mu = tan alpha (F_up - F_down)/(F_up + F_down).

    Args:
        pull_up_n: force while the sled moves up [N].
        pull_down_n: force while it is let down [N]; not above ``pull_up_n``.
        alpha_deg: rail above horizontal [degree], 10 to 80.

    Raises:
        OutOfRangeError: forces that are not positive, swapped pulls, or an angle outside the range.
    """
    if not 10 <= alpha_deg <= 80:
        raise OutOfRangeError(
            "The rail angle must lie between 10 and 80 degrees for a pull test.", where="alpha_deg"
        )
    if pull_down_n <= 0 or pull_up_n <= 0:
        raise OutOfRangeError(
            "Both pulls must be above zero newtons: read the scale while the sled moves slowly."
        )
    if pull_down_n > pull_up_n:
        raise OutOfRangeError(
            "The pull down reads higher than the pull up; friction makes it lower. Swap the two readings."
        )
    alpha = math.radians(alpha_deg)
    total = pull_up_n + pull_down_n
    return Calibration(
        total / (2 * STANDARD_GRAVITY_MPS2 * math.sin(alpha)),
        math.tan(alpha) * (pull_up_n - pull_down_n) / total,
    )
