"""Foot force and net joint moments, Newton-Euler with leg masses.

The rail carries any force across it, so the lifter may steer the foot force; the machine does not tell how. Steering
lambda runs from 0 (force along the rail) to 1 (force through a point 5 cm above the hip; Gruben 2003 found seated
pushes to meet slightly above and in front of the hip, n = 11, abstract). Nothing that depends on it is a single number.

Weightless legs, delta = 0, F1 = R/2, s_c the rail coordinate of the centre of pressure:
M_hip = F1 [(h + c) - psi s_c], M_knee = F1 [a sin(theta - alpha) - (h + c) + psi (s_c - a cos(theta - alpha))],
M_ankle = F1 [c - psi sole]; the leg masses come on top.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from iron.mechanics import body
from iron.mechanics.body import Array, Lifter, Quantity
from iron.mechanics.linkage import Pose
from iron.mechanics.machine import LegPress
from iron.values.units import STANDARD_GRAVITY_MPS2

AIM_ABOVE_HIP_M: Final = 0.05

Vector = tuple[Array, Array]


@dataclass(frozen=True)
class Moments:
    """Net moments of one leg [N m]; + = extension of hip and knee, plantarflexion of the ankle."""

    hip: Array
    knee: Array
    ankle: Array


@dataclass(frozen=True)
class Foot:
    """The foot on the plate: centre of pressure (x, y) [m] and the tangential share psi of its force [-]."""

    cop: Vector
    psi: Array


def _cross(r: Vector, f: Vector) -> Array:
    return r[0] * f[1] - r[1] * f[0]


def _minus(p: Vector, q: Vector) -> Vector:
    return p[0] - q[0], p[1] - q[1]


def foot(
    lifter: Lifter, machine: LegPress, pose: Pose, steering: Quantity, psi: Quantity | None = None
) -> Foot:
    """Place the centre of pressure and steer the foot force.

    Args:
        lifter: the person.
        machine: the press.
        pose: the legs.
        steering: lambda, 0 to 1 [-].
        psi: tangential share of the foot force [-]; overrides the steering when given.
    """
    cos, sin = np.cos(pose.alpha), np.sin(pose.alpha)
    cos_p, sin_p = np.cos(pose.alpha + pose.delta), np.sin(pose.alpha + pose.delta)
    h, c, sole = machine.h_m, machine.c_m, lifter.sole_m
    x = -h * sin + pose.s_m * cos - c * sin_p + sole * cos_p
    y = h * cos + pose.s_m * sin + c * cos_p + sole * sin_p
    if psi is None:
        across = -x * sin + (y - AIM_ABOVE_HIP_M) * cos
        along = x * cos + (y - AIM_ABOVE_HIP_M) * sin
        share = steering * across / along
    else:
        share = np.broadcast_to(np.asarray(psi, dtype=float), x.shape)
    return Foot((x, y), share)


def joint_moments(
    lifter: Lifter,
    pose: Pose,
    foot: Foot,
    force_n: Quantity,
    *,
    leg_masses: bool = True,
    field: Vector | None = None,
) -> Moments:
    """Return the net joint moments of one leg, both legs sharing the rail force.

    Args:
        lifter: the person.
        pose: the legs, with rates for the dynamic case.
        foot: from :func:`foot`.
        force_n: force of both legs along the rail [N], with inertia and friction.
        leg_masses: False gives the weightless closed form, for hand calculations.
        field: acceleration that acts on every segment [m/s2]; gravity when None. A hip that itself accelerates by A is
            at rest in a field of gravity minus A.
    """
    a, b = lifter.a, lifter.b
    mass = lifter.mass_kg if leg_masses else 0.0
    thigh, shank, foot_mass = body.THIGH_MASS * mass, body.SHANK_MASS * mass, body.FOOT_MASS * mass
    cos, sin = np.cos(pose.alpha), np.sin(pose.alpha)
    half = np.asarray(force_n) / 2
    plate = -half * (cos - foot.psi * sin), -half * (sin + foot.psi * cos)
    knee: Vector = a * np.cos(pose.theta), a * np.sin(pose.theta)
    ankle: Vector = knee[0] + b * np.cos(pose.sigma), knee[1] + b * np.sin(pose.sigma)
    ratio = body.CENTRE_OF_MASS
    thigh_centre: Vector = ratio * knee[0], ratio * knee[1]
    shank_centre: Vector = knee[0] + ratio * (ankle[0] - knee[0]), knee[1] + ratio * (ankle[1] - knee[1])
    knee_acc = _bar_acceleration(a, pose.theta, pose.theta_d, pose.theta_dd)
    shank_acc = _bar_acceleration(b, pose.sigma, pose.sigma_d, pose.sigma_dd)
    ankle_acc: Vector = knee_acc[0] + shank_acc[0], knee_acc[1] + shank_acc[1]
    around: Vector = (
        (np.zeros_like(cos), np.full_like(cos, -STANDARD_GRAVITY_MPS2)) if field is None else field
    )
    on_thigh = _effective_weight(thigh, around, (ratio * knee_acc[0], ratio * knee_acc[1]))
    on_shank = _effective_weight(
        shank, around, (knee_acc[0] + ratio * shank_acc[0], knee_acc[1] + ratio * shank_acc[1])
    )
    on_foot = _effective_weight(foot_mass, around, ankle_acc)
    spin_thigh = thigh * (body.THIGH_GYRATION * a) ** 2 * pose.theta_dd
    spin_shank = shank * (body.SHANK_GYRATION * b) ** 2 * pose.sigma_dd
    at_ankle = _cross(_minus(foot.cop, ankle), plate)
    at_knee = (
        _cross(_minus(foot.cop, knee), plate)
        + _cross(_minus(ankle, knee), on_foot)
        + _cross(_minus(shank_centre, knee), on_shank)
        - spin_shank
    )
    at_hip = (
        _cross(foot.cop, plate)
        + _cross(ankle, on_foot)
        + _cross(shank_centre, on_shank)
        + _cross(thigh_centre, on_thigh)
        - spin_shank
        - spin_thigh
    )
    return Moments(hip=at_hip, knee=-at_knee, ankle=at_ankle)


def _bar_acceleration(length: Quantity, angle: Array, rate: Array, rate_d: Array) -> Vector:
    cos, sin = np.cos(angle), np.sin(angle)
    return (
        length * (-sin * rate_d - cos * rate**2),
        length * (cos * rate_d - sin * rate**2),
    )


def _effective_weight(mass: Quantity, field: Vector, acceleration: Vector) -> Vector:
    """Weight minus inertia of a segment [N] (d'Alembert)."""
    return mass * (field[0] - acceleration[0]), mass * (field[1] - acceleration[1])
