"""The two-bar linkage of thigh and shank between a fixed hip and a foot that travels along the rail.

Equations (reference paper, section 1): u = (cos alpha, sin alpha), e = (-sin alpha, cos alpha), ankle A = h e + s u,
L = |A|, K = pi - arccos((a^2 + b^2 - L^2)/(2ab)), theta = atan2(A_y, A_x) + arccos((a^2 + L^2 - b^2)/(2aL)),
sigma = theta - K, thigh-trunk angle = theta + gamma, dorsiflexion = alpha + delta - sigma.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from iron.mechanics.body import Array, Lifter, Quantity
from iron.mechanics.machine import LegPress


@dataclass(frozen=True)
class Pose:
    """Where the legs are, how fast they move, how they accelerate; all arrays of one shape.

    Angles in radians, rates in rad/s and rad/s2, sled position along the rail in m.
    """

    s_m: Array
    theta: Array
    sigma: Array
    theta_d: Array
    sigma_d: Array
    theta_dd: Array
    sigma_dd: Array
    alpha: Array
    delta: Array
    gamma: Array

    @property
    def knee(self) -> Array:
        """Knee flexion K, 0 = straight [rad]."""
        return self.theta - self.sigma

    @property
    def thigh_trunk(self) -> Array:
        """Angle between thigh and the line of the back pad, pelvis included [rad]; grows with hip flexion."""
        return self.theta + self.gamma

    @property
    def dorsiflexion(self) -> Array:
        """Ankle dorsiflexion, 0 = shank square to the plate [rad]."""
        return self.alpha + self.delta - self.sigma


def hip_ankle_m(lifter: Lifter, knee_rad: Quantity) -> Array:
    """Distance from hip to ankle at a knee angle [m]: L^2 = a^2 + b^2 + 2ab cos K."""
    a, b = lifter.a, lifter.b
    return np.sqrt(a * a + b * b + 2 * a * b * np.cos(knee_rad))


def sled_position_m(lifter: Lifter, machine: LegPress, knee_deg: Quantity) -> Array:
    """Coordinate s of the ankle along the rail at a knee angle [m]: s^2 = L(K)^2 - h^2; NaN out of reach."""
    reach = hip_ankle_m(lifter, np.radians(knee_deg))
    with np.errstate(invalid="ignore"):
        return np.sqrt(reach**2 - np.square(machine.h_m))


def pose(lifter: Lifter, machine: LegPress, s: Quantity, s_d: Quantity = 0.0, s_dd: Quantity = 0.0) -> Pose:
    """Solve the linkage for a sled position, speed and acceleration.

    Velocities solve J (theta', sigma') = s' u and accelerations J (theta'', sigma'') = s'' u + a e_r(theta) theta'^2 +
    b e_r(sigma) sigma'^2, with J = [a e_t(theta), b e_t(sigma)].

    Args:
        lifter: the person.
        machine: the press.
        s: position of the ankle along the rail [m].
        s_d: speed up the rail [m/s].
        s_dd: acceleration up the rail [m/s2].
    """
    a, b, h = lifter.a, lifter.b, machine.h_m
    alpha = np.radians(machine.alpha_deg)
    s = np.asarray(s, dtype=float)
    reach = np.hypot(s, h)
    theta = alpha + np.arctan2(h, s) + np.arccos((a * a + reach**2 - b * b) / (2 * a * reach))
    sigma = theta - np.pi + np.arccos((a * a + b * b - reach**2) / (2 * a * b))
    # The 2x2 system in the rail frame, by Cramer's rule: angles against the rail, tangents (-sin, cos).
    p, q = theta - alpha, sigma - alpha
    det = -a * b * np.sin(p - q)
    theta_d = s_d * b * np.cos(q) / det
    sigma_d = -s_d * a * np.cos(p) / det
    along = s_dd + a * np.cos(p) * theta_d**2 + b * np.cos(q) * sigma_d**2
    across = a * np.sin(p) * theta_d**2 + b * np.sin(q) * sigma_d**2
    theta_dd = (along * b * np.cos(q) + across * b * np.sin(q)) / det
    sigma_dd = (-across * a * np.sin(p) - along * a * np.cos(p)) / det
    shape = theta.shape
    parts = (s, theta, sigma, theta_d, sigma_d, theta_dd, sigma_dd, alpha)
    angles = (np.radians(machine.delta_deg), np.radians(machine.gamma_deg))
    return Pose(*(_shaped(part, shape) for part in parts + angles))


def _shaped(part: Quantity, shape: tuple[int, ...]) -> Array:
    array = np.asarray(part, dtype=float)
    return array if array.shape == shape else np.broadcast_to(array, shape)
