"""Machines on which the body rides the sled and the feet stay: the hack-squat sled, a press with a moving seat.

Seen from the hip nothing is new: the feet still travel along the rail, so linkage, foot force and moments are those of
the leg press, with u pointing from the hip to the feet, alpha = -(rail above horizontal). Two things differ.

1. The hip accelerates by -s'' u, so the legs move in a field of gravity plus s'' u.
2. The feet carry all that moves: F = (m_s + m_p + m_trunk)(g sin(rail) + s'') + friction + both legs, each segment
   m_i (g sin(rail) + s'' - u . a_i), with a_i its acceleration seen from the hip.

Friction is taken from the weight across the rail, mu (m_s + m_p + m_trunk) g cos(rail) + F_c; what a steered push adds
across the rail is left out. Steering aims at a point 5 cm above the hip, as in the leg press: that a standing lifter
pushes like a seated one is an assumption.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from iron.mechanics import body
from iron.mechanics.body import Array, Lifter, Quantity
from iron.mechanics.linkage import Pose, pose, sled_position_m
from iron.mechanics.machine import LegPress
from iron.mechanics.moments import foot, joint_moments
from iron.mechanics.press import SAMPLES, Motion, Press, Summary, gauss_times, integral_j, tempo
from iron.values.units import STANDARD_GRAVITY_MPS2

TRUNK_MASS: Final = 1 - 2 * (body.THIGH_MASS + body.SHANK_MASS + body.FOOT_MASS)
"""Head, arms and trunk as a share of body mass: what the segment table leaves (0.678)."""


def hack_squat_sled(
    rail_deg: Quantity = 45.0,
    *,
    h_m: Quantity = 0.15,
    c_m: Quantity = 0.06,
    delta_deg: Quantity = 0.0,
    sled_kg: Quantity = 55.0,
    plates_kg: Quantity = 60.0,
    mu: Quantity = 0.02,
) -> LegPress:
    """Describe a hack-squat sled as the linkage sees it: alpha = -rail, and the back along the rail.

    Args:
        rail_deg: rail above horizontal [degree], 0 (a seat on a level rail) to 90 (a vertical one).
        h_m: how far the ankles stand before the line through the hip along the rail [m], + toward the toes; a guess.
        c_m: centre of pressure ahead of the ankle [m].
        delta_deg: foot plate against square to the rail [degree].
        sled_kg: what rides without the lifter [kg]; a guess, as for the leg press.
        plates_kg: plates [kg].
        mu: friction share [-].
    """
    return LegPress(
        alpha_deg=-np.asarray(rail_deg, dtype=float),
        delta_deg=delta_deg,
        gamma_deg=rail_deg,
        h_m=h_m,
        c_m=c_m,
        sled_kg=sled_kg,
        plates_kg=plates_kg,
        mu=mu,
    )


def riding_kg(lifter: Lifter, machine: LegPress) -> Quantity:
    """Sled, plates and the lifter without legs [kg]."""
    return machine.moved_kg + TRUNK_MASS * lifter.mass_kg


def riding_friction_n(lifter: Lifter, machine: LegPress) -> Quantity:
    """Friction against the motion, mu m g cos(rail) + F_c [N]."""
    across = riding_kg(lifter, machine) * STANDARD_GRAVITY_MPS2 * np.cos(np.radians(machine.alpha_deg))
    return machine.mu * across + machine.constant_friction_n


def foot_force_n(lifter: Lifter, machine: LegPress, legs: Pose, s_dd: Quantity, direction: int = 1) -> Array:
    """Force of both legs on the plate along the rail [N]; equation 2 of this module.

    Args:
        lifter: the person.
        machine: from :func:`hack_squat_sled`.
        legs: pose with its rates.
        s_dd: acceleration up the rail [m/s2].
        direction: +1 while pressing up, -1 while sinking, 0 at rest.
    """
    up = np.asarray(s_dd, dtype=float) - STANDARD_GRAVITY_MPS2 * np.sin(legs.alpha)
    carried = riding_kg(lifter, machine) * up + direction * riding_friction_n(lifter, machine)
    thigh, shank = (
        _along_u(lifter.a, legs.theta, legs.theta_d, legs.theta_dd, legs.alpha),
        _along_u(lifter.b, legs.sigma, legs.sigma_d, legs.sigma_dd, legs.alpha),
    )
    ratio, mass = body.CENTRE_OF_MASS, lifter.mass_kg
    each_leg = (
        body.THIGH_MASS * (up - ratio * thigh)
        + body.SHANK_MASS * (up - thigh - ratio * shank)
        + body.FOOT_MASS * (up - thigh - shank)
    )
    return np.asarray(carried + 2 * mass * each_leg)


def _along_u(length: Quantity, angle: Array, rate: Array, rate_d: Array, alpha: Array) -> Array:
    """Acceleration of a bar's end against its start, along the rail [m/s2]."""
    at = angle - alpha
    return -length * (np.sin(at) * rate_d + np.cos(at) * rate**2)


def riding_motion(setup: Press, x: Array) -> Motion:
    """Sample a press with the body on the sled at the times x = t/tau (:func:`iron.mechanics.press.motion`)."""
    lifter, machine = setup.lifter, setup.machine
    position, speed, acceleration = tempo(x)
    stroke, tau = setup.stroke_m, setup.tau_s
    s_dd = stroke * acceleration / np.square(tau)
    start = sled_position_m(lifter, machine, setup.knee_bottom_deg)
    legs = pose(lifter, machine, start + stroke * position, stroke * speed / tau, s_dd)
    force = foot_force_n(lifter, machine, legs, s_dd)
    on_plate = foot(lifter, machine, legs, setup.steering, setup.psi)
    field = s_dd * np.cos(legs.alpha), s_dd * np.sin(legs.alpha) - STANDARD_GRAVITY_MPS2
    return Motion(x * tau, legs, force, joint_moments(lifter, legs, on_plate, force, field=field))


def riding_press(setup: Press) -> Motion:
    """Return 201 samples of the way up, equally spaced in time."""
    return riding_motion(setup, np.linspace(0.0, 1.0, SAMPLES))


def riding_summary(setup: Press) -> Summary:
    """Work over one way up, both legs [J]: into sled, plates and trunk; into friction; of hip, knee and ankle.

    Energy balance: joint work = m g sin(rail) stroke + friction + raising of the legs, to 1e-9.
    """
    run = riding_motion(setup, gauss_times())
    hip, knee, ankle = (integral_j(power, setup.tau_s) for power in run.joint_power_w())
    rail = -np.radians(setup.machine.alpha_deg)
    weight = riding_kg(setup.lifter, setup.machine) * STANDARD_GRAVITY_MPS2
    return Summary(
        weight * np.sin(rail) * setup.stroke_m,
        riding_friction_n(setup.lifter, setup.machine) * setup.stroke_m,
        (hip, knee, ankle),
    )
