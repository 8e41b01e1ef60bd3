"""One press: tempo, samples, work of sled, friction and joints, shares with their band over the steering."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

import numpy as np

from iron.mechanics.body import Array, Lifter, Quantity
from iron.mechanics.linkage import Pose, pose, sled_position_m
from iron.mechanics.machine import LegPress
from iron.mechanics.moments import Moments, foot, joint_moments

SAMPLES: Final = 201
NODES: Final = 40
STEERING_BAND: Final = (0.0, 1.0)
DEFAULT_STEERING: Final = 0.5

_X, _W = np.polynomial.legendre.leggauss(NODES)
_NODE_X: Final = (_X + 1) / 2
_NODE_W: Final = _W / 2


@dataclass(frozen=True)
class Press:
    """One way up, from the bottom knee angle to the top one; a field may be an array.

    Attributes:
        lifter: the person.
        machine: the press.
        knee_bottom_deg: knee flexion at the bottom [degree].
        knee_top_deg: knee flexion at the top [degree].
        tau_s: duration of the phase [s].
        steering: lambda, 0 to 1 [-].
        psi: tangential share of the foot force [-]; overrides the steering when given.
    """

    lifter: Lifter = field(default_factory=Lifter)
    machine: LegPress = field(default_factory=LegPress)
    knee_bottom_deg: Quantity = 100.0
    knee_top_deg: Quantity = 8.0
    tau_s: Quantity = 2.0
    steering: Quantity = DEFAULT_STEERING
    psi: Quantity | None = None

    @property
    def stroke_m(self) -> Quantity:
        """Travel of the sled, s(K_top) - s(K_bottom) [m]."""
        top = sled_position_m(self.lifter, self.machine, self.knee_top_deg)
        return top - sled_position_m(self.lifter, self.machine, self.knee_bottom_deg)


@dataclass(frozen=True)
class Motion:
    """A press sampled at times: pose, force along the rail [N] and moments per leg [N m]."""

    t_s: Array
    pose: Pose
    force_n: Array
    moments: Moments

    def joint_power_w(self) -> tuple[Array, Array, Array]:
        """Power of hip, knee and ankle of one leg [W]; + = work done by the joint."""
        extending = -self.pose.theta_d, self.pose.sigma_d - self.pose.theta_d, self.pose.sigma_d
        return (
            self.moments.hip * extending[0],
            self.moments.knee * extending[1],
            self.moments.ankle * extending[2],
        )


@dataclass(frozen=True)
class Summary:
    """What one press costs; work is of both legs [J], shares are of the net joint work [-]."""

    sled_work_j: Quantity
    friction_work_j: Quantity
    joint_work_j: tuple[Array, Array, Array]

    @property
    def shares(self) -> tuple[Array, Array, Array]:
        """Shares of hip, knee and ankle; they add up to 1 and may be negative."""
        hip, knee, ankle = self.joint_work_j
        total = hip + knee + ankle
        return hip / total, knee / total, ankle / total


def tempo(x: Array) -> tuple[Array, Array, Array]:
    """Minimum-jerk tempo on x = t/tau: position 10x^3 - 15x^4 + 6x^5 and its first two derivatives by x.

    The peak acceleration of a stroke D in tau is 5.774 D/tau^2.
    """
    return (
        x**3 * (10 - 15 * x + 6 * x**2),
        30 * x**2 * (1 - x) ** 2,
        60 * x * (1 - x) * (1 - 2 * x),
    )


def motion(press: Press, x: Array, steering: Quantity | None = None) -> Motion:
    """Sample a press at the times x = t/tau; set-up fields of shape (n, 1) give arrays of shape (n, len(x))."""
    lifter, machine = press.lifter, press.machine
    position, speed, acceleration = tempo(x)
    stroke, tau = press.stroke_m, press.tau_s
    s0 = sled_position_m(lifter, machine, press.knee_bottom_deg)
    s_dd = stroke * acceleration / np.square(tau)
    legs = pose(lifter, machine, s0 + stroke * position, stroke * speed / tau, s_dd)
    force = np.asarray(machine.force_n(s_dd))
    if steering is None:
        on_plate = foot(lifter, machine, legs, press.steering, press.psi)
    else:
        on_plate = foot(lifter, machine, legs, steering)
    return Motion(x * tau, legs, force, joint_moments(lifter, legs, on_plate, force))


def press(setup: Press) -> Motion:
    """Return 201 samples of the press, equally spaced in time."""
    return motion(setup, np.linspace(0.0, 1.0, SAMPLES))


def at_nodes(setup: Press, steering: Quantity | None = None) -> Motion:
    """Return the press at the Gauss-Legendre nodes on which work is integrated."""
    return motion(setup, _NODE_X, steering)


def gauss_times() -> Array:
    """The nodes x = t/tau on which work is integrated."""
    return _NODE_X


def integral_j(power_w: Array, tau_s: Quantity) -> Array:
    """Integrate a power given at the nodes over the phase [J], both legs."""
    tau = np.asarray(tau_s)
    return 2 * np.squeeze(tau, axis=-1) * (power_w @ _NODE_W) if tau.ndim else 2 * tau * (power_w @ _NODE_W)


def summarise(setup: Press, run: Motion | None = None) -> Summary:
    """Work of sled, friction and joints over one press.

    Energy balance: joint work = m g sin(alpha) stroke + friction + raising of the legs, to 1e-9.

    Args:
        setup: the press.
        run: the same press from :func:`at_nodes`, when it is there already; also one at another steering.
    """
    hip, knee, ankle = (at_nodes(setup) if run is None else run).joint_power_w()
    stroke = setup.stroke_m
    work = tuple(integral_j(power, setup.tau_s) for power in (hip, knee, ankle))
    return Summary(
        setup.machine.rail_force_n * stroke,
        setup.machine.friction_n * stroke,
        (work[0], work[1], work[2]),
    )
