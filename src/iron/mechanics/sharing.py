"""Which muscles make the moments: least squared activation over seven groups, and what that cannot know.

Minimise sum a_i^2 subject to R(theta, K) diag(F_max) a = M, a >= 0, with the hip joint at 0.8 of the thigh-trunk angle
(the pelvis takes a fifth: Murray 2002, Bohannon 1985, abstracts). The optimum is a_i = max(0, (C^T nu)_i) with three
multipliers nu, found by Newton's method for many poses at once.

Strengths and moment arms: computed with OpenSim 4.6 from the model RajagopalLaiUhlrich2023, force-weighted means over
muscles, as polynomials valid for hip 40-120, knee 0-130, ankle -40..30 degrees (rms 0.01-0.20 cm). The vasti arm is too
small past 90 degrees, so absolute activations at depth are too high: use shares and trends only.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from iron.mechanics.body import Array, Quantity
from iron.mechanics.linkage import Pose
from iron.mechanics.press import Motion, integral_j

GROUPS: Final = (
    "vasti",
    "rectus_femoris",
    "gluteus_maximus",
    "hamstrings",
    "adductor_magnus",
    "gastrocnemius",
    "soleus",
)
STRENGTH_N: Final = np.array([9594.0, 2192.0, 3338.0, 4105.0, 2389.0, 4691.0, 6195.0])
HIP_SHARE_OF_THIGH_TRUNK: Final = 0.8

# Co-contraction floor: a choice, not a measurement. EMG finds the rectus close behind the vasti; optimisation alone
# returns zero for it.
RECTUS_FLOOR: Final = 0.25
HAMSTRINGS_FLOOR: Final = 0.10

_VASTI_KNEE = (3.839, 3.115, -5.351, 1.913, -0.129)
_RECTUS_HIP = (-2.770, -5.593, 3.495, -0.232, 0.278, -0.135, 0.039, -0.173)
_RECTUS_KNEE = (4.267, 0.111, -0.090, 0.003, 2.915, -4.553, 1.270, 0.038)
_GLUTEUS_HIP = (6.467, -0.928, -1.139, 0.304)
_HAMSTRINGS_HIP = (4.355, 4.791, -4.205, 0.594, 0.163, -0.023, -0.025, -0.016)
_HAMSTRINGS_KNEE = (-3.495, 0.334, -0.087, 0.017, -0.175, -0.421, 0.422, -0.219)
_ADDUCTOR_HIP = (0.452, 5.831, -2.850, 0.270)
_SHORT_ADDUCTORS_HIP = (-3.770, -1.391, 5.128, -1.349)
_GASTROCNEMIUS_KNEE = (-2.396, 0.825, -1.347, 0.218, 0.117)
_GASTROCNEMIUS_ANKLE = (4.320, -0.667, -2.054)
_SOLEUS_ANKLE = (4.145, -1.369, -1.873)

_NEWTON_STEPS: Final = 60


def _poly(x: Array, coefficients: tuple[float, ...]) -> Array:
    """Horner's rule, ascending coefficients."""
    value = np.full_like(x, coefficients[-1])
    for coefficient in coefficients[-2::-1]:
        value = value * x + coefficient
    return value


def _two_joint(h: Array, k: Array, c: tuple[float, ...]) -> Array:
    return _poly(h, c[:4]) + k * (c[4] + k * (c[5] + k * c[6])) + c[7] * h * k


def moment_arms_m(hip_rad: Array, knee_rad: Array, ankle_rad: Array) -> Array:
    """Moment arms of the seven groups about hip, knee and ankle [m], shape (..., 3, 7).

    Args:
        hip_rad: hip flexion [rad].
        knee_rad: knee flexion [rad].
        ankle_rad: dorsiflexion [rad].

    Returns:
        + extends the hip and knee and plantarflexes the ankle.
    """
    h, k, d = np.broadcast_arrays(hip_rad, knee_rad, ankle_rad)
    none = np.zeros_like(h)
    hip = (none, _two_joint(h, k, _RECTUS_HIP), _poly(h, _GLUTEUS_HIP), _two_joint(h, k, _HAMSTRINGS_HIP))
    knee = (_poly(k, _VASTI_KNEE), _two_joint(h, k, _RECTUS_KNEE), none, _two_joint(h, k, _HAMSTRINGS_KNEE))
    rows = (
        (*hip, _poly(h, _ADDUCTOR_HIP), none, none),
        (*knee, none, _poly(k, _GASTROCNEMIUS_KNEE), none),
        (none, none, none, none, none, _poly(d, _GASTROCNEMIUS_ANKLE), _poly(d, _SOLEUS_ANKLE)),
    )
    return np.stack([np.stack(row, axis=-1) for row in rows], axis=-2) / 100


def arms_along(pose: Pose) -> Array:
    """Moment arms along a motion [m], shape (..., 3, 7); the hip joint takes 0.8 of the thigh-trunk angle."""
    return moment_arms_m(HIP_SHARE_OF_THIGH_TRUNK * pose.thigh_trunk, pose.knee, pose.dorsiflexion)


def short_adductor_hip_arm_m(hip_rad: Quantity) -> Array:
    """Hip arm of adductor longus and brevis [m]: flexors near a straight hip, extensors past 70-75 degrees."""
    return _poly(np.asarray(hip_rad, dtype=float), _SHORT_ADDUCTORS_HIP) / 100


def activations(motion: Motion, arms: Array, *, floor: bool = False) -> Array:
    """Return the activations of the seven groups that make the moments, shape (..., 7), without an upper limit.

    A negative ankle moment has no muscle in the model and is taken as zero.

    Args:
        motion: a sampled press.
        arms: moment arms of its poses [m], from :func:`moment_arms_m`.
        floor: tie at least 0.25 of the vasti's activation to the rectus femoris and 0.10 to the hamstrings.
    """
    capacity = arms * STRENGTH_N
    weight = np.ones(len(GROUPS))
    if floor:
        capacity, weight = _tied(capacity, weight)
    solved = _least_squares_nonnegative(capacity, _moments(motion), weight)
    return _untied(solved) if floor else solved


def _moments(motion: Motion) -> Array:
    joints = motion.moments
    return np.stack([joints.hip, joints.knee, np.maximum(joints.ankle, 0)], axis=-1)


def _tied(capacity: Array, weight: Array) -> tuple[Array, Array]:
    """Let the vasti drag rectus femoris and hamstrings along: one column makes the moments of three."""
    capacity, weight = capacity.copy(), weight.copy()
    capacity[..., 0] += RECTUS_FLOOR * capacity[..., 1] + HAMSTRINGS_FLOOR * capacity[..., 3]
    weight[0] += RECTUS_FLOOR**2 + HAMSTRINGS_FLOOR**2
    return capacity, weight


def _untied(activations: Array) -> Array:
    activations[..., 1] += RECTUS_FLOOR * activations[..., 0]
    activations[..., 3] += HAMSTRINGS_FLOOR * activations[..., 0]
    return activations


def _least_squares_nonnegative(capacity: Array, moments: Array, weight: Array) -> Array:
    """Minimise sum w a^2 subject to C a = M, a >= 0, for a batch; semi-smooth Newton on the three multipliers.

    ``weight`` has the shape (7,), or one that fits the batch with seven at its end.
    """
    across = weight[..., None, :]
    turned = np.swapaxes(capacity, -1, -2)
    nu = np.linalg.solve((capacity / across) @ turned, moments[..., None])[..., 0]
    tolerance = 1e-9 * (1 + np.max(np.abs(moments)))
    for _ in range(_NEWTON_STEPS):
        pull = (turned @ nu[..., None])[..., 0]
        activations = np.maximum(pull, 0) / weight
        rest = (capacity @ activations[..., None])[..., 0] - moments
        if np.max(np.abs(rest)) < tolerance:
            break
        active = np.where(pull > 0, 1.0, 1e-9) / weight
        slope = (capacity * active[..., None, :]) @ turned
        nu = nu - np.linalg.solve(slope, rest[..., None])[..., 0]
    return np.asarray(activations, dtype=np.float64)


def muscle_work_j(run: Motion, arms: Array, tau_s: Quantity, *, floor: bool = False) -> tuple[Array, Array]:
    """Net and positive work of each group over one press, both legs [J], shape (..., 7).

    Args:
        run: the press at its integration nodes (:func:`iron.mechanics.press.at_nodes`).
        arms: from :func:`arms_along` of its poses [m].
        tau_s: duration of the phase [s].
        floor: with the co-contraction floor.
    """
    return _work_j(activations(run, arms, floor=floor), run, arms, tau_s)


def _work_j(active: Array, run: Motion, arms: Array, tau_s: Quantity) -> tuple[Array, Array]:
    joints = run.pose
    rates = np.stack([-joints.theta_d, joints.sigma_d - joints.theta_d, joints.sigma_d], axis=-1)
    shortening = np.einsum("...ij,...i->...j", arms, rates)
    power = np.moveaxis(active * STRENGTH_N * shortening, -1, 0)
    net = np.moveaxis(integral_j(power, tau_s), 0, -1)
    positive = np.moveaxis(integral_j(np.maximum(power, 0), tau_s), 0, -1)
    return net, positive


def muscle_work_shares(run: Motion, arms: Array, tau_s: Quantity, *, floor: bool = False) -> Array:
    """Shares of the positive muscle work [-], shape (..., 7); model range of the vasti 0.55-0.88."""
    _, positive = muscle_work_j(run, arms, tau_s, floor=floor)
    return np.asarray(positive / positive.sum(axis=-1, keepdims=True))


def muscle_share_rows(run: Motion, arms: Array, tau_s: float) -> Array:
    """Shares of the positive muscle work [-], without and with the floor of co-contraction, shape (2, ..., 7)."""
    moments = _moments(run)
    capacity = arms * STRENGTH_N
    weight = np.ones(len(GROUPS))
    tied, tied_weight = _tied(capacity, weight)
    batch = (1,) * (moments.ndim - 1)
    between = (1,) * (moments.ndim + 1 - capacity.ndim)
    both = np.stack([capacity, tied]).reshape(2, *between, *capacity.shape)
    weights = np.stack([weight, tied_weight]).reshape(2, *batch, len(GROUPS))
    activations = _least_squares_nonnegative(both, moments, weights)
    activations[1] = _untied(activations[1])
    _, positive = _work_j(activations, run, arms, tau_s)
    return np.asarray(positive / positive.sum(axis=-1, keepdims=True))
