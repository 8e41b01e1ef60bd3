"""Cases that hold the web twin of the mechanics to this room: set-ups chosen by hand, answers computed here."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import numpy as np

from iron.mechanics.alike import Sled, same_push_kg
from iron.mechanics.answer import answer, read
from iron.mechanics.limits import travel_limits
from iron.mechanics.linkage import pose, sled_position_m
from iron.mechanics.lockout import lock_out
from iron.mechanics.moments import foot, joint_moments
from iron.values.errors import OutOfRangeError

Case = dict[str, Any]

_SETUPS: tuple[Case, ...] = (
    {},
    {"h_m": 0.05},
    {"h_m": 0.25, "lambda": 0.0},
    {"h_m": 0.2, "lambda": 1.0, "knee_bottom_deg": 115},
    {"height_m": 1.55, "mass_kg": 52, "plates_kg": 40, "sled_kg": 35},
    {"height_m": 2.02, "mass_kg": 118, "plates_kg": 400, "sled_kg": 75, "mu": 0.08},
    {"alpha_deg": 30, "gamma_deg": 35, "knee_bottom_deg": 85, "knee_top_deg": 20},
    {"alpha_deg": 60, "delta_deg": 10, "c_m": 0.1, "tau_s": 0.8},
    {"alpha_deg": 15, "h_m": 0.0, "plates_kg": 190},
    {"h_m": -0.05, "knee_bottom_deg": 120, "lambda": 0.25, "tau_s": 4},
)
_PAIRS = (
    (100.0, Sled(47, 45), Sled(62, 45)),
    (100.0, Sled(55, 30), Sled(55, 45)),
    (0.0, Sled(35, 45), Sled(75, 45)),
    (220.0, Sled(55, 45, 20), Sled(62, 40)),
    (100.0, Sled(10, 90, 20), Sled(55, 10, 20)),
)
_REFUSED: tuple[Case, ...] = (
    {"h_m": 0.39, "knee_bottom_deg": 130},
    {"h_m": -0.2, "knee_bottom_deg": 150},
    {"knee_bottom_deg": 170},
    {"plates_kg": 0, "sled_kg": 0},
    {"sled_kg": 5000},
    {"alpha_deg": 0},
    {"alpha_deg": 1, "plates_kg": 300},
    {"plates_kg": 0, "sled_kg": 30},
    {"plates_kg": 10, "mass_kg": 180},
    {"knee_top_deg": 100},
    {"lambda": -0.125},
    {"height_m": 3},
)
_KNEES_DEG = (8.0, 30.0, 60.0, 85.0)


def spec_cases() -> dict[str, list[Case]]:
    """Return the cases by rule: ``press`` (work, shares, warnings), ``moments`` at rest, ``limits``, ``refusals``."""
    return {
        "press": [{"in": [given], "out": _summary(given)} for given in _SETUPS],
        "moments": [
            {"in": [given, knee], "out": _at_rest(given, knee)} for given in _SETUPS for knee in _KNEES_DEG
        ],
        "limits": [{"in": [given], "out": _limits(given)} for given in _SETUPS],
        "same_push": [
            {
                "in": [plates, asdict(there), asdict(here)],
                "out": _rounded(list(same_push_kg(plates, there, here))),
            }
            for plates, there, here in _PAIRS
        ],
        "refusals": [{"in": [given], "out": _refusal(given)} for given in _REFUSED],
    }


def _summary(given: Case) -> Case:
    result = answer(given)
    for key in ("samples", "muscle_shares"):
        result.pop(key)
    rounded: Case = _rounded(result)
    return rounded


def _limits(given: Case) -> Case:
    setup = read(given)
    travel = travel_limits(setup.lifter, setup.machine)
    near_straight = lock_out(setup)
    rounded: Case = _rounded(
        {
            "pelvis": list(travel.pelvis),
            "heel": list(travel.heel),
            "from_deg": list(near_straight.from_deg),
            "backward_nm": list(near_straight.backward_nm),
        }
    )
    return rounded


def _refusal(given: Case) -> str:
    try:
        read(given)
    except OutOfRangeError as refused:
        return refused.sentence
    raise AssertionError(f"{given} was meant to be refused")


def _rounded(value: Any) -> Any:
    """Round to twelve digits: the last ones differ between processors, and the file must not."""
    if isinstance(value, float):
        return float(f"{value:.12g}")
    if isinstance(value, dict):
        return {key: _rounded(item) for key, item in value.items()}
    return [_rounded(item) for item in value] if isinstance(value, list) else value


def _at_rest(given: Case, knee_deg: float) -> Case:
    setup = read(given)
    legs = pose(
        setup.lifter, setup.machine, np.array([sled_position_m(setup.lifter, setup.machine, knee_deg)])
    )
    on_plate = foot(setup.lifter, setup.machine, legs, setup.steering, setup.psi)
    result = joint_moments(setup.lifter, legs, on_plate, setup.machine.force_n(0.0, 0))
    at_rest: Case = {
        "s_m": float(legs.s_m[0]),
        "thigh_trunk_deg": float(np.degrees(legs.thigh_trunk[0])),
        "dorsiflexion_deg": float(np.degrees(legs.dorsiflexion[0])),
        "hip_nm": float(result.hip[0]),
        "knee_nm": float(result.knee[0]),
        "ankle_nm": float(result.ankle[0]),
    }
    return {key: _rounded(value) for key, value in at_rest.items()}
