"""MuJoCo and Pinocchio as referees of the joint moments: two engines that share no line with ours.

They are an extra (requirements/referees.txt), installed by CI; elsewhere these tests are skipped with one line.
"""

from __future__ import annotations

import os

import numpy as np
import pytest

from iron.mechanics import LegPress, Lifter, hack_squat_sled, joint_moments, pose, sled_position_m
from iron.mechanics.body import (
    CENTRE_OF_MASS,
    FOOT_MASS,
    SHANK_GYRATION,
    SHANK_MASS,
    THIGH_GYRATION,
    THIGH_MASS,
)
from iron.mechanics.moments import foot
from iron.mechanics.riding import foot_force_n, riding_friction_n, riding_kg

SETUPS = 200
WITHIN_NM = 1e-9
HOW = "install them with: .venv/bin/uv pip install --require-hashes -r requirements/referees.txt"


def referee(name: str):
    if os.environ.get("CI") == "true":
        return __import__(name)
    return pytest.importorskip(name, reason=f"{name} is not installed; {HOW}")


def random_cases():
    """200 lifters, machines, sled positions, speeds, accelerations and steerings; one seed, so one sample."""
    chance = np.random.default_rng(20261122)
    for _ in range(SETUPS):
        lifter = Lifter(chance.uniform(1.4, 2.1), chance.uniform(45, 140))
        machine = LegPress(
            alpha_deg=chance.uniform(0, 90),
            delta_deg=chance.uniform(-10, 10),
            h_m=chance.uniform(-0.1, 0.3),
            c_m=chance.uniform(0, 0.12),
            sled_kg=chance.uniform(20, 90),
            plates_kg=chance.uniform(0, 500),
            mu=chance.uniform(0, 0.08),
        )
        s = sled_position_m(lifter, machine, chance.uniform(10, 105))
        rates = chance.uniform(-0.6, 0.6), chance.uniform(-6, 6)
        yield lifter, machine, pose(lifter, machine, np.array([s]), *rates), rates[1], chance.uniform(0, 1)


def ours(lifter, machine, legs, acceleration, steering):
    on_plate = foot(lifter, machine, legs, steering)
    force = machine.force_n(acceleration)
    result = joint_moments(lifter, legs, on_plate, force)
    alpha = float(legs.alpha[0])
    psi = float(on_plate.psi[0])
    plate = (
        -float(force)
        / 2
        * (np.array([np.cos(alpha), np.sin(alpha), 0]) + psi * np.array([-np.sin(alpha), np.cos(alpha), 0]))
    )
    cop = np.array([float(on_plate.cop[0][0]), float(on_plate.cop[1][0]), 0.0])
    return np.array([result.hip[0], result.knee[0], result.ankle[0]]), plate, cop


def coordinates(legs):
    """Hinge angles, rates and accelerations of hip, knee, ankle; the foot keeps its direction."""
    theta, sigma = float(legs.theta[0]), float(legs.sigma[0])
    rates = float(legs.theta_d[0]), float(legs.sigma_d[0])
    seconds = float(legs.theta_dd[0]), float(legs.sigma_dd[0])
    chain = [(first, other - first, -other) for first, other in ((theta, sigma), rates, seconds)]
    return [np.array(values) for values in chain]


def segments(lifter):
    a, b, mass = lifter.a, lifter.b, lifter.mass_kg
    return (
        (a, THIGH_MASS * mass, THIGH_MASS * mass * (THIGH_GYRATION * a) ** 2),
        (b, SHANK_MASS * mass, SHANK_MASS * mass * (SHANK_GYRATION * b) ** 2),
    ), FOOT_MASS * mass


def as_joint_moments(torque):
    """Counter-clockwise hinge torques to + = extension, extension, plantarflexion."""
    return np.array([-torque[0], torque[1], -torque[2]])


def test_mujoco_agrees_on_200_random_set_ups():
    mujoco = referee("mujoco")
    worst = 0.0
    for lifter, machine, legs, acceleration, steering in random_cases():
        ((a, thigh, thigh_inertia), (b, shank, shank_inertia)), foot_mass = segments(lifter)
        model = mujoco.MjModel.from_xml_string(f"""
        <mujoco><compiler angle="radian" inertiafromgeom="false"/><option gravity="0 -9.80665 0"/><worldbody>
          <body><joint type="hinge" axis="0 0 1"/>
            <inertial pos="{CENTRE_OF_MASS * a:.17g} 0 0" mass="{thigh:.17g}"
              diaginertia="{thigh_inertia:.17g} {thigh_inertia:.17g} {thigh_inertia:.17g}"/>
            <body pos="{a:.17g} 0 0"><joint type="hinge" axis="0 0 1"/>
              <inertial pos="{CENTRE_OF_MASS * b:.17g} 0 0" mass="{shank:.17g}"
                diaginertia="{shank_inertia:.17g} {shank_inertia:.17g} {shank_inertia:.17g}"/>
              <body pos="{b:.17g} 0 0"><joint type="hinge" axis="0 0 1"/>
                <inertial pos="0 0 0" mass="{foot_mass:.17g}" diaginertia="1e-3 1e-3 1e-3"/>
        </body></body></body></worldbody></mujoco>""")
        data = mujoco.MjData(model)
        data.qpos[:], data.qvel[:], data.qacc[:] = coordinates(legs)
        mujoco.mj_inverse(model, data)
        wanted, plate, cop = ours(lifter, machine, legs, acceleration, steering)
        jacobian = np.zeros((3, 3))
        mujoco.mj_jac(model, data, jacobian, None, cop, 3)
        worst = max(worst, np.abs(as_joint_moments(data.qfrc_inverse - jacobian.T @ plate) - wanted).max())
    assert worst <= WITHIN_NM


def test_pinocchio_agrees_on_200_random_set_ups():
    pin = referee("pinocchio")
    worst = 0.0
    for lifter, machine, legs, acceleration, steering in random_cases():
        (thigh, shank), foot_mass = segments(lifter)
        model = pin.Model()
        model.gravity.linear = np.array([0, -9.80665, 0])
        parent, offset = 0, 0.0
        for length, mass, inertia in (thigh, shank, (0.0, foot_mass, 1e-3)):
            place = pin.SE3(np.eye(3), np.array([offset, 0, 0]))
            parent = model.addJoint(parent, pin.JointModelRZ(), place, f"joint{parent}")
            centre = np.array([CENTRE_OF_MASS * length, 0, 0])
            model.appendBodyToJoint(
                parent, pin.Inertia(mass, centre, inertia * np.eye(3)), pin.SE3.Identity()
            )
            offset = length
        data = model.createData()
        q, v, a = coordinates(legs)
        wanted, plate, cop = ours(lifter, machine, legs, acceleration, steering)
        torque = pin.rnea(model, data, q, v, a)
        pin.computeJointJacobians(model, data, q)
        jacobian = pin.getJointJacobian(model, data, 3, pin.ReferenceFrame.LOCAL_WORLD_ALIGNED)
        arm = cop - data.oMi[3].translation
        at_cop = jacobian[:3] + np.cross(jacobian[3:].T, arm).T
        worst = max(worst, np.abs(as_joint_moments(torque - at_cop.T @ plate) - wanted).max())
    assert worst <= WITHIN_NM


def test_mujoco_agrees_with_the_hack_squat_on_200_random_set_ups():
    """Half the sled, plates and trunk on a slide joint, one leg below it: force on the plate and moments at once."""
    mujoco = referee("mujoco")
    chance = np.random.default_rng(20261123)
    worst = 0.0
    for _ in range(SETUPS):
        lifter = Lifter(chance.uniform(1.4, 2.1), chance.uniform(45, 140))
        machine = hack_squat_sled(
            chance.uniform(0, 90),
            h_m=chance.uniform(-0.1, 0.3),
            delta_deg=chance.uniform(-10, 20),
            plates_kg=chance.uniform(0, 300),
            mu=chance.uniform(0, 0.08),
        )
        s_d, s_dd, steering = chance.uniform(-0.6, 0.6), chance.uniform(-6, 6), chance.uniform(0, 1)
        s = sled_position_m(lifter, machine, chance.uniform(10, 105))
        legs = pose(lifter, machine, np.array([s]), s_d, s_dd)
        force = foot_force_n(lifter, machine, legs, s_dd)
        on_plate = foot(lifter, machine, legs, steering)
        alpha = float(legs.alpha[0])
        u = np.array([np.cos(alpha), np.sin(alpha), 0])
        field = s_dd * np.cos(legs.alpha), s_dd * np.sin(legs.alpha) - 9.80665
        result = joint_moments(lifter, legs, on_plate, force, field=field)
        across = float(on_plate.psi[0]) * np.array([-u[1], u[0], 0])
        plate = -float(force[0]) / 2 * (u + across)
        model = mujoco.MjModel.from_xml_string(hack_xml(lifter, machine, u))
        data = mujoco.MjData(model)
        q, v, a = coordinates(legs)
        data.qpos[:], data.qvel[:], data.qacc[:] = np.r_[0, q], np.r_[s_d, v], np.r_[s_dd, a]
        mujoco.mj_inverse(model, data)
        jacobian = np.zeros((3, 4))
        cop = np.array([float(on_plate.cop[0][0]), float(on_plate.cop[1][0]), 0.0])
        mujoco.mj_jac(model, data, jacobian, None, cop, 4)
        rest = data.qfrc_inverse - jacobian.T @ plate
        wanted = np.array([result.hip[0], result.knee[0], result.ankle[0]])
        worst = max(worst, np.abs(as_joint_moments(rest[1:]) - wanted).max())
        worst = max(worst, abs(rest[0] + float(riding_friction_n(lifter, machine)) / 2))
    assert worst <= WITHIN_NM


def hack_xml(lifter, machine, u):
    ((a, thigh, thigh_inertia), (b, shank, shank_inertia)), foot_mass = segments(lifter)
    up = " ".join(f"{-value:.17g}" for value in u)
    half = float(riding_kg(lifter, machine)) / 2
    return f"""
    <mujoco><compiler angle="radian" inertiafromgeom="false"/><option gravity="0 -9.80665 0"/><worldbody>
      <body><joint type="slide" axis="{up}"/><inertial pos="0 0 0" mass="{half:.17g}" diaginertia="1 1 1"/>
      <body><joint type="hinge" axis="0 0 1"/>
        <inertial pos="{CENTRE_OF_MASS * a:.17g} 0 0" mass="{thigh:.17g}"
          diaginertia="{thigh_inertia:.17g} {thigh_inertia:.17g} {thigh_inertia:.17g}"/>
        <body pos="{a:.17g} 0 0"><joint type="hinge" axis="0 0 1"/>
          <inertial pos="{CENTRE_OF_MASS * b:.17g} 0 0" mass="{shank:.17g}"
            diaginertia="{shank_inertia:.17g} {shank_inertia:.17g} {shank_inertia:.17g}"/>
          <body pos="{b:.17g} 0 0"><joint type="hinge" axis="0 0 1"/>
            <inertial pos="0 0 0" mass="{foot_mass:.17g}" diaginertia="1e-3 1e-3 1e-3"/>
    </body></body></body></body></worldbody></mujoco>"""
