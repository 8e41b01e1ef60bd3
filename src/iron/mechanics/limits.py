"""Where hips and ankles give out, what the pelvis does, how the knee is loaded near lock-out."""

from __future__ import annotations

from typing import Final

import numpy as np

from iron.mechanics.body import Lifter, Quantity
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


def bottom_warnings(lifter: Lifter, machine: LegPress, knee_bottom_deg: float) -> list[str]:
    """Say in sentences what may give out at the bottom; "possible" inside the band of people, "likely" above it."""
    legs = pose(lifter, machine, sled_position_m(lifter, machine, knee_bottom_deg))
    hip = float(np.degrees(legs.thigh_trunk))
    ankle = float(np.degrees(legs.dorsiflexion))
    found = []
    low, high = HIP_END_DEG - HIP_END_BAND_DEG, HIP_END_DEG + HIP_END_BAND_DEG
    if hip > low:
        word = "likely" if hip > high else "possible"
        found.append(
            f"Pelvis roll {word}: the thigh-trunk angle reaches {hip:.0f}° and hips end between {low:.0f}° and "
            f"{high:.0f}°. Stop where the pelvis leaves the pad, or set the feet lower."
        )
    if ankle > ANKLE_END_BAND_DEG[0]:
        word = "likely" if ankle > ANKLE_END_BAND_DEG[1] else "possible"
        found.append(
            f"Heel lift {word}: the ankle bends to {ankle:.0f}° and ankles end between {ANKLE_END_BAND_DEG[0]:.0f}° "
            f"and {ANKLE_END_BAND_DEG[1]:.0f}°. Set the feet higher, or go less deep."
        )
    return found
