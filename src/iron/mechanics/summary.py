"""The leg press model in a few sentences, for readers without the picture."""

from __future__ import annotations

from iron.mechanics.lockout import lock_out
from iron.mechanics.machine import LegPress
from iron.mechanics.press import Press, summarise


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
