"""The frontal plane: what a wide stance may ask of the adductors, as an interval."""

from __future__ import annotations

from typing import Final

HIP_SPACING: Final = 0.10
"""Distance of the hip centres as a share of height; from memory of the reference paper's author, a guess here."""


def adductor_moment_interval_nm(
    force_per_leg_n: float, stance_m: float, height_m: float
) -> tuple[float, float]:
    """Return the interval of the adductor moment that a stance may ask for [N m].

    The leg plane holds hip, knee and ankle; d = (stance - spacing of the hip centres)/2. A foot force parallel to the
    sagittal plane gives F1 d, and the lifter can cancel it by pushing inward, so the demand lies in [0, F1 d].

    Args:
        force_per_leg_n: F1 = R/2 [N].
        stance_m: distance between the ankle centres [m].
        height_m: body height [m].
    """
    d = (stance_m - HIP_SPACING * height_m) / 2
    demand = force_per_leg_n * d
    return (0.0, demand) if demand >= 0 else (demand, 0.0)
