"""What the models say in a few sentences and bands.

The leg press for readers without its picture; the machines that have no picture to play with for all readers.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from iron.mechanics.lockout import lock_out
from iron.mechanics.machine import LegPress
from iron.mechanics.press import Press, summarise
from iron.mechanics.riding import hack_squat_sled, riding_kg, riding_summary

if TYPE_CHECKING:
    from collections.abc import Callable

    from iron.mechanics.press import Summary


@dataclass(frozen=True, slots=True)
class ModelCard:
    """What a model says about an exercise.

    Attributes:
        title: its heading.
        sentences: exact results as numbers, uncertain ones as ranges.
        bands: share of each joint in the joint work of a rep [percent], by joint: for a push along the rail, half way
            and toward the hip. Below zero the joint brakes: its muscles take work up.
    """

    title: str
    sentences: tuple[str, ...]
    bands: dict[str, tuple[int, int, int]]


def model_cards() -> dict[str, ModelCard]:
    """The cards by exercise: the hack squat and the horizontal press, with their default settings."""
    return {"hack-squat": _hack_squat(), "leg-press-horizontal": _horizontal_press()}


def _hack_squat() -> ModelCard:
    machine = hack_squat_sled()
    setup = Press(machine=machine)
    bands = _bands(setup, riding_summary)
    body_kg = float(riding_kg(setup.lifter, machine) - machine.moved_kg)
    load = (
        f"{machine.plates_kg:g} kg of plates, a sled of {machine.sled_kg:g} kg (a guess) and {body_kg:.0f} kg of a "
        f"lifter of {setup.lifter.mass_kg:g} kg, all but the legs, ride the {-float(machine.alpha_deg):g}° rail. From "
        f"{setup.knee_bottom_deg:g}° of knee bend they rise {100 * setup.stroke_m:.0f} cm and take "
        f"{float(riding_summary(setup).sled_work_j):.0f} J, friction and legs aside."
    )
    return ModelCard("Hack-squat model", (load, _shared(bands), _unmeasured("before")), bands)


def _horizontal_press() -> ModelCard:
    machine = LegPress(alpha_deg=0.0, plates_kg=0.0, stack_kg=100.0)
    setup = Press(machine=machine)
    bands = _bands(setup, summarise)
    load = (
        f"The rail is level, so it lifts nothing but friction: {machine.stack_kg:g} kg on the stack push like "
        f"{machine.effective_load_kg:.0f} kg where the cable runs one to one. Over {100 * setup.stroke_m:.0f} cm, from "
        f"{setup.knee_bottom_deg:g}° of knee bend to {setup.knee_top_deg:g}°, that is "
        f"{float(summarise(setup).sled_work_j):.0f} J."
    )
    return ModelCard("Horizontal-press model", (load, _shared(bands), _unmeasured("above")), bands)


def _unmeasured(side: str) -> str:
    return (
        f"How people push on this machine was never measured, and that the feet stand 15 cm {side} the line through "
        "the hip is a guess: read the bars as bands, not as numbers."
    )


def _bands(setup: Press, summary: Callable[[Press], Summary]) -> dict[str, tuple[int, int, int]]:
    runs = [
        summary(Press(machine=setup.machine, steering=steering)).shares
        for steering in (0.0, setup.steering, 1.0)
    ]
    rail, middle, hip = ([round(100 * float(share)) for share in shares] for shares in runs)
    return {joint: (rail[at], middle[at], hip[at]) for at, joint in enumerate(("hip", "knee", "ankle"))}


def _shared(bands: dict[str, tuple[int, int, int]]) -> str:
    knee, hip, ankle = (
        f"{min(bands[key]):.0f} to {max(bands[key]):.0f} %" for key in ("knee", "hip", "ankle")
    )
    return (
        f"The knee does {knee} of the joint work, the hip {hip} (below zero it brakes), the ankle {ankle}: the "
        "plate takes any push across the rail, so how you steer your force decides."
    ).replace("-", "−")


def sentences() -> tuple[str, ...]:
    """Summarize the press with its default settings: exact results as numbers, uncertain ones as ranges."""
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
        f"{setup.knee_top_deg:g}° the sled travels {100 * setup.stroke_m:.0f} cm and takes "
        f"{float(work.sled_work_j) + float(work.friction_work_j):.0f} J, friction included "
        f"(for {setup.lifter.height_m:g} m and feet {100 * float(machine.h_m):.0f} cm above the line through the hip)."
    )
    joints = (
        f"The hip does {hip[0]:.0f} to {hip[-1]:.0f} % of that work, the knee most of the rest: the rail takes any "
        "push across it, so how you steer your force decides, and no machine can tell."
    )
    knee = f"Near straight the plate may push the knee backward, by 0 to {backward:.0f} N·m a leg. Stop just short."
    return load, joints, knee
