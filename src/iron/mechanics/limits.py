"""Where hips and ankles give out on the way down, and what the pelvis does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np

from iron.mechanics.body import Array, Lifter, Quantity
from iron.mechanics.linkage import pose, sled_position_m
from iron.mechanics.machine import LegPress

HIP_END_DEG: Final = 120.0
HIP_END_BAND_DEG: Final = 15.0
"""Passive end of hip flexion, pelvis included: 120 +- 15 until a side photograph calibrates it."""

PELVIS_SHARE: Final = 0.20
PELVIS_SHARE_BAND: Final = (0.12, 0.33)
"""Pelvis part of hip flexion: 1/4-1/3 supine (Bohannon 1985), 18.1 % standing (Murray 2002), 0.12-0.15 from clinical
measurements with the pelvis subtracted; abstracts."""

ANKLE_END_BAND_DEG: Final = (30.0, 38.0)
"""Dorsiflexion in a loaded lunge, "often assumed" 30-38 degrees; no agreed norm was found."""


def pelvis_roll_deg(
    thigh_trunk_deg: Quantity, hip_end_deg: float = HIP_END_DEG, kappa: float = PELVIS_SHARE
) -> Quantity:
    """Backward roll of the pelvis [degree]: kappa phi below the end of the hip, plus phi - H_end above it."""
    phi = np.asarray(thigh_trunk_deg, dtype=float)
    return kappa * phi + np.maximum(phi - hip_end_deg, 0)


Onset = tuple[float | None, float | None]
"""Knee bend [degree] from which a joint may give out, and from which it likely does; None where it never comes."""

DEEPEST_DEG: Final = 150.0
_SCAN_DEG: Final = 2.0
_HALVINGS: Final = 21
"""Two degrees to a millionth of one."""


@dataclass(frozen=True)
class TravelLimits:
    """Where on the way down the pelvis may start to roll and the heel to lift, as bands of people."""

    pelvis: Onset
    heel: Onset


def travel_limits(lifter: Lifter, machine: LegPress) -> TravelLimits:
    """Find the knee bends at which the hip reaches 105 and 135 degrees and the ankle 30 and 38.

    Angles of the linkage (:func:`iron.mechanics.linkage.pose`), searched from straight to 150 degrees of knee bend.

    Args:
        lifter: the person (scalars).
        machine: the press (scalars).
    """

    def thigh_trunk(knee_deg: float | Array) -> Array:
        return np.degrees(pose(lifter, machine, sled_position_m(lifter, machine, knee_deg)).thigh_trunk)

    def dorsiflexion(knee_deg: float | Array) -> Array:
        return np.degrees(pose(lifter, machine, sled_position_m(lifter, machine, knee_deg)).dorsiflexion)

    hip = HIP_END_DEG - HIP_END_BAND_DEG, HIP_END_DEG + HIP_END_BAND_DEG
    return TravelLimits(
        (_crossing_deg(thigh_trunk, hip[0]), _crossing_deg(thigh_trunk, hip[1])),
        (
            _crossing_deg(dorsiflexion, ANKLE_END_BAND_DEG[0]),
            _crossing_deg(dorsiflexion, ANKLE_END_BAND_DEG[1]),
        ),
    )


def _crossing_deg(of: Callable[[float | Array], Array], limit: float) -> float | None:
    """First knee angle, from straight to deep, at which a value exceeds a limit."""
    grid = np.arange(_SCAN_DEG, DEEPEST_DEG + _SCAN_DEG / 2, _SCAN_DEG)
    with np.errstate(invalid="ignore"):
        above = np.flatnonzero(of(grid) > limit)
    if above.size == 0:
        return None
    high = float(grid[above[0]])
    if high == _SCAN_DEG:
        return high
    low = high - _SCAN_DEG
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        if of(middle) > limit:
            high = middle
        else:
            low = middle
    return high


def bottom_warnings(lifter: Lifter, machine: LegPress, knee_bottom_deg: float) -> list[str]:
    """Say in sentences what may give out at the bottom; "possible" inside the band of people, "likely" above it."""
    legs = pose(lifter, machine, sled_position_m(lifter, machine, knee_bottom_deg))
    hip = float(np.degrees(legs.thigh_trunk))
    ankle = float(np.degrees(legs.dorsiflexion))
    warnings = []
    low, high = HIP_END_DEG - HIP_END_BAND_DEG, HIP_END_DEG + HIP_END_BAND_DEG
    if hip > low:
        word = "likely" if hip > high else "possible"
        warnings.append(
            f"Pelvis roll {word}: the thigh-trunk angle reaches {hip:.0f}° and hips end between {low:.0f}° and "
            f"{high:.0f}°. Stop where the pelvis leaves the pad, or set the feet lower."
        )
    if ankle > ANKLE_END_BAND_DEG[0]:
        word = "likely" if ankle > ANKLE_END_BAND_DEG[1] else "possible"
        warnings.append(
            f"Heel lift {word}: the ankle bends to {ankle:.0f}° and ankles end between {ANKLE_END_BAND_DEG[0]:.0f}° "
            f"and {ANKLE_END_BAND_DEG[1]:.0f}°. Set the feet higher, or go less deep."
        )
    return warnings
