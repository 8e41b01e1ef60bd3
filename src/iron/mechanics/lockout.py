"""Near lock-out: where the net knee moment changes its sign and the plate pushes the knee backward.

Weightless legs, along the rail: M_knee = F1 [a sin(theta - alpha) - (h + c)], negative when a sin(theta - alpha) is
below h + c (reference paper, section 1). The full moments with leg masses are used here. How far and how hard
depends on the steering of the push, so both answers are bands; the guides say "stop just short", never "injury".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from iron.mechanics.body import Array
from iron.mechanics.linkage import pose, sled_position_m
from iron.mechanics.moments import foot, joint_moments
from iron.mechanics.press import STEERING_BAND, Press

SCAN_DEG: Final = 2.0
_HALVINGS: Final = 21

Band = tuple[float, float, float]


@dataclass(frozen=True)
class LockOut:
    """What happens near straight, each at steering 0, as given, and 1.

    Attributes:
        from_deg: knee bend below which the plate pushes the knee backward [degree]; 0 where it never does.
        backward_nm: backward moment at the top of the press, per leg [N m], never negative.
    """

    from_deg: Band
    backward_nm: Band


def knee_moment_nm(setup: Press, knee_deg: float | Array, steering: float) -> Array:
    """Net knee moment of one leg while pressing slowly [N m], + = extension.

    Equation: Newton-Euler moments (:mod:`iron.mechanics.moments`) at rest, rail force with friction.

    Args:
        setup: the press; its knee angles are not used.
        knee_deg: knee flexion [degree], 2 to 150.
        steering: lambda, 0 to 1.
    """
    lifter, machine = setup.lifter, setup.machine
    legs = pose(lifter, machine, np.atleast_1d(sled_position_m(lifter, machine, knee_deg)))
    return joint_moments(
        lifter, legs, foot(lifter, machine, legs, steering, setup.psi), machine.force_n(0.0)
    ).knee


def lock_out(setup: Press) -> LockOut:
    """Find where the plate starts to push the knee backward, and how hard it does at the top.

    Args:
        setup: one press (scalars); its bottom is where the search begins.
    """
    low, high = STEERING_BAND
    steerings = low, float(setup.steering), high
    top = float(setup.knee_top_deg)
    start: list[float] = [_sign_change_deg(setup, steering) for steering in steerings]
    back = [max(0.0, -float(knee_moment_nm(setup, top, steering)[0])) for steering in steerings]
    return LockOut((start[0], start[1], start[2]), (back[0], back[1], back[2]))


def _sign_change_deg(setup: Press, steering: float) -> float:
    bottom = float(setup.knee_bottom_deg)
    grid = np.arange(np.floor(bottom / SCAN_DEG) * SCAN_DEG, SCAN_DEG / 2, -SCAN_DEG)
    negative = np.flatnonzero(knee_moment_nm(setup, grid, steering) < 0)
    if negative.size == 0:
        return 0.0
    below = float(grid[negative[0]])
    above = below + SCAN_DEG
    if above > bottom:
        return below
    for _ in range(_HALVINGS):
        middle = (below + above) / 2
        if knee_moment_nm(setup, middle, steering)[0] > 0:
            above = middle
        else:
            below = middle
    return above
