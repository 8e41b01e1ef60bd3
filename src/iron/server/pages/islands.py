"""Parts of the app that stand alone on a guide's page: the picture to play with. The page works without them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from django.conf import settings

from iron.mechanics import LegPress, Press, lock_out, summarise

_MODELLED: Final = ("leg-press-45",)
_SCRIPT: Final = "islands/press.js"


@dataclass(frozen=True, slots=True)
class PressIsland:
    """What the page shows of the press: the script's address, empty while the app is not built, and the short of it."""

    script: str
    sentences: tuple[str, ...]


def press_script(exercise_id: str) -> str:
    """The address of the script that draws the press on this exercise's page; empty when there is none."""
    if exercise_id not in _MODELLED or not (Path(settings.IRON_DIST) / "app" / _SCRIPT).is_file():
        return ""
    return f"/app/{_SCRIPT}"


def press_island(exercise_id: str) -> PressIsland | None:
    """The picture of the press with its text for readers without scripts; None for exercises without a model."""
    if exercise_id not in _MODELLED:
        return None
    return PressIsland(press_script(exercise_id), _sentences())


@cache
def _sentences() -> tuple[str, ...]:
    """The model's defaults in words: exact numbers as numbers, the rest as bands."""
    setup = Press()
    machine: LegPress = setup.machine
    work = summarise(setup)
    hip = sorted(
        100 * float(summarise(Press(steering=steering)).shares[0]) for steering in (0.0, setup.steering, 1.0)
    )
    backward = max(lock_out(setup).backward_nm)
    load = (
        f"{machine.plates_kg:g} kg of plates on a sled of {machine.sled_kg:g} kg, on a {machine.alpha_deg:g}° rail, "
        f"push like {machine.effective_load_kg:.0f} kg straight up. From {setup.knee_bottom_deg:g}° of knee bend to "
        f"{setup.knee_top_deg:g}° the sled travels {100 * setup.stroke_m:.0f} cm and takes {work.sled_work_j:.0f} J "
        f"(for {setup.lifter.height_m:g} m and feet {100 * float(machine.h_m):.0f} cm above the line through the hip)."
    )
    joints = (
        f"The hip does {hip[0]:.0f} to {hip[-1]:.0f} % of that work, the knee most of the rest: the rail takes any "
        "push across it, so how you steer your force decides, and no machine can tell."
    )
    knee = f"Near straight the plate may push the knee backward, by 0 to {backward:.0f} N·m a leg. Stop just short."
    return load, joints, knee
