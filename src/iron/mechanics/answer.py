"""One JSON object in, one out: ``iron press --json``. Every refusal names the limit and the nearest possible value."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from iron.mechanics.body import Lifter
from iron.mechanics.limits import bottom_warnings
from iron.mechanics.linkage import hip_ankle_m
from iron.mechanics.machine import LegPress
from iron.mechanics.press import DEFAULT_STEERING, STEERING_BAND, Motion, Press, at_nodes, press, summarise
from iron.mechanics.sharing import GROUPS, arms_along, muscle_share_rows
from iron.values.errors import OutOfRangeError


@dataclass(frozen=True)
class Key:
    """One input: default, inclusive limits, unit, and its name for people."""

    default: float
    low: float
    high: float
    unit: str
    name: str


KEYS: Final[dict[str, Key]] = {
    "height_m": Key(1.78, 1.2, 2.3, "m", "body height"),
    "mass_kg": Key(80.0, 30.0, 250.0, "kg", "body mass"),
    "alpha_deg": Key(45.0, 0.0, 90.0, "degrees", "rail angle"),
    "delta_deg": Key(0.0, -30.0, 30.0, "degrees", "plate angle"),
    "gamma_deg": Key(20.0, -10.0, 80.0, "degrees", "back pad angle"),
    "h_m": Key(0.15, -0.2, 0.4, "m", "foot height"),
    "c_m": Key(0.06, -0.05, 0.2, "m", "centre of pressure"),
    "sled_kg": Key(55.0, 0.0, 250.0, "kg", "sled"),
    "plates_kg": Key(150.0, 0.0, 1000.0, "kg", "plates"),
    "mu": Key(0.02, 0.0, 0.3, "", "friction share"),
    "lambda": Key(DEFAULT_STEERING, 0.0, 1.0, "", "steering"),
    "psi": Key(0.0, -0.5, 0.5, "", "tangential share"),
    "knee_bottom_deg": Key(100.0, 20.0, 150.0, "degrees", "knee angle at the bottom"),
    "knee_top_deg": Key(8.0, 2.0, 120.0, "degrees", "knee angle at the top"),
    "tau_s": Key(2.0, 0.2, 60.0, "s", "time of the way up"),
}
"""Limits are guesses of what a person or machine can be; 0.5 for psi is the friction of a shoe (reference paper)."""

MINIMUM_RANGE_DEG: Final = 5.0
JOINTS: Final = ("hip", "knee", "ankle")


def read(given: Mapping[str, Any]) -> Press:
    """Turn a JSON object into a press.

    Raises:
        OutOfRangeError: an unknown key, a value that is no number or outside its limits, feet out of reach.
    """
    unknown = sorted(set(given) - set(KEYS))
    if unknown:
        raise OutOfRangeError(
            f"“{unknown[0]}” is not an input of the press. Known are: {', '.join(KEYS)}.", where=unknown[0]
        )
    values = {name: _number(name, given.get(name, key.default)) for name, key in KEYS.items()}
    if "psi" in given and "lambda" in given:
        raise OutOfRangeError(
            "Give lambda or psi, not both: they say the same thing in two ways.", where="psi"
        )
    if values["sled_kg"] + values["plates_kg"] <= 0:
        raise OutOfRangeError(
            "Sled and plates weigh nothing together; the nearest the model takes is 1 kg.", where="plates_kg"
        )
    bottom, top = values["knee_bottom_deg"], values["knee_top_deg"]
    if bottom - top < MINIMUM_RANGE_DEG:
        raise OutOfRangeError(
            f"The bottom ({bottom:g}°) must bend the knee at least {MINIMUM_RANGE_DEG:g}° more than the top "
            f"({top:g}°); the nearest bottom is {top + MINIMUM_RANGE_DEG:g}°.",
            where="knee_bottom_deg",
        )
    lifter = Lifter(values["height_m"], values["mass_kg"])
    machine = LegPress(
        **{
            name: values[name]
            for name in ("alpha_deg", "delta_deg", "gamma_deg", "h_m", "c_m", "sled_kg", "plates_kg", "mu")
        }
    )
    _check_load(lifter, machine)
    _check_reach(lifter, values["h_m"], bottom)
    psi = values["psi"] if "psi" in given else None
    return Press(lifter, machine, bottom, top, values["tau_s"], values["lambda"], psi)


def _number(name: str, value: Any) -> float:
    key = KEYS[name]
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise OutOfRangeError(
            f"The {key.name} ({name}) must be a number between {key.low:g} and {key.high:g}.", where=name
        )
    if not key.low <= value <= key.high:
        nearest = min(max(value, key.low), key.high)
        unit = f" {key.unit}" if key.unit else ""
        raise OutOfRangeError(
            f"The {key.name} ({name}) of {value:g}{unit} lies outside {key.low:g} to {key.high:g}{unit}; "
            f"the nearest possible value is {nearest:g}.",
            where=name,
        )
    return float(value)


def _check_load(lifter: Lifter, machine: LegPress) -> None:
    """Refuse a sled that pushes back with less than both legs weigh: shares of the work say nothing there."""
    push_kg = float(machine.effective_load_kg)
    legs_kg = float(lifter.legs_kg)
    if push_kg >= legs_kg:
        return
    slope = math.sin(math.radians(float(machine.alpha_deg)))
    plates_kg = legs_kg / slope - float(machine.sled_kg) if slope > 0 else math.inf
    if plates_kg <= KEYS["plates_kg"].high:
        cure = f"The nearest plates are {math.ceil(plates_kg):g} kg."
    else:
        cure = "Plates cannot cure that on so flat a rail: make the rail angle (alpha_deg) steeper."
    raise OutOfRangeError(
        f"Along the rail the sled pushes back with {push_kg:.0f} kg, less than both legs weigh "
        f"({legs_kg:.0f} kg): the model would describe lifting legs, not a press. {cure}",
        where="plates_kg" if cure.startswith("The nearest") else "alpha_deg",
    )


def _check_reach(lifter: Lifter, h_m: float, bottom_deg: float) -> None:
    reach = float(hip_ankle_m(lifter, math.radians(bottom_deg)))
    limit = reach * math.sin(
        math.radians(60)
    )  # flatter than 30 degrees against the rail the leg can no longer push
    if abs(h_m) > limit:
        raise OutOfRangeError(
            f"With {bottom_deg:g}° of knee bend the feet reach at most {limit:.2f} m from the hip line; "
            f"{h_m:g} m is out of reach. The nearest possible value is {math.copysign(limit, h_m):.2f} m.",
            where="h_m",
        )


def answer(given: Mapping[str, Any]) -> dict[str, Any]:
    """Answer one JSON object with everything the model says about the press.

    Shares are fractions of the net joint work; ``share_bands`` are at steering 0, as given, and 1; ``muscle_shares``
    are fractions of the positive muscle work, the band spanning steering 0 to 1 with and without co-contraction floor.

    Raises:
        OutOfRangeError: see :func:`read`.
    """
    setup = read(given)
    runs = _at_steerings(setup)
    work = np.concatenate(
        [np.stack(summarise(setup, run).joint_work_j).reshape(3, -1) for run in runs], axis=1
    )
    shares = work / work.sum(axis=0)
    return {
        "rail_force_n": float(setup.machine.rail_force_n),
        "effective_load_kg": float(setup.machine.effective_load_kg),
        "stroke_m": float(setup.stroke_m),
        "sled_work_j": float(setup.machine.rail_force_n * setup.stroke_m),
        "friction_work_j": float(setup.machine.friction_n * setup.stroke_m),
        "joint_work_j": dict(zip(JOINTS, work[:, 0].tolist(), strict=True)),
        **{f"{joint}_share": float(share[0]) for joint, share in zip(JOINTS, shares, strict=True)},
        "share_bands": {j: share[[1, 0, 2]].tolist() for j, share in zip(JOINTS, shares, strict=True)},
        "muscle_shares": _muscle_bands(setup, runs),
        "warnings": bottom_warnings(setup.lifter, setup.machine, float(setup.knee_bottom_deg)),
        "samples": _samples(press(setup)),
    }


def _at_steerings(setup: Press) -> tuple[Motion, ...]:
    """The press as given, at steering 0 and at 1: in one run, or in two where psi is given."""
    low, high = STEERING_BAND
    if setup.psi is None:
        return (at_nodes(setup, np.array([[setup.steering], [low], [high]])),)
    return at_nodes(setup), at_nodes(setup, np.array([[low], [high]]))


def _muscle_bands(setup: Press, runs: tuple[Motion, ...]) -> dict[str, list[float]]:
    arms = arms_along(runs[0].pose)
    rows = [muscle_share_rows(run, arms, float(setup.tau_s)).reshape(-1, len(GROUPS)) for run in runs]
    every = np.concatenate(rows)
    low, default, high = every.min(axis=0), every[0], every.max(axis=0)
    return {name: [float(low[i]), float(default[i]), float(high[i])] for i, name in enumerate(GROUPS)}


def _samples(run: Motion) -> list[dict[str, float]]:
    columns = {
        "t_s": run.t_s,
        "knee_deg": np.degrees(run.pose.knee),
        "thigh_trunk_deg": np.degrees(run.pose.thigh_trunk),
        "dorsiflexion_deg": np.degrees(run.pose.dorsiflexion),
        "hip_nm": run.moments.hip,
        "knee_nm": run.moments.knee,
        "ankle_nm": run.moments.ankle,
        "rail_force_n": run.force_n,
    }
    names = tuple(columns)
    rows = zip(*(np.asarray(column, dtype=float).tolist() for column in columns.values()), strict=True)
    return [dict(zip(names, row, strict=True)) for row in rows]
