"""Lifter and sled: kinematics, forces, moments and shares of the leg press. Pure functions on values.

Sagittal plane, hip centre at the origin, x forward, y up, one leg of two. SI units and radians inside, degrees at the
edge; symbols stand in docs/nomenclature.md and docs/mechanics.md. The machine does not determine how a lifter steers
the foot force, so every hip, knee or muscle number depends on an assumption and comes as a band.
"""

from iron.mechanics.alike import Sled, same_push_kg
from iron.mechanics.body import Lifter
from iron.mechanics.calibration import Calibration, calibrate
from iron.mechanics.limits import bottom_warnings, pelvis_roll_deg, travel_limits
from iron.mechanics.linkage import Pose, pose, sled_position_m
from iron.mechanics.lockout import LockOut, lock_out
from iron.mechanics.machine import LegPress
from iron.mechanics.moments import Moments, joint_moments
from iron.mechanics.press import Press, Summary, press, summarise
from iron.mechanics.riding import hack_squat_sled, riding_press, riding_summary
from iron.mechanics.sharing import muscle_work_shares
from iron.mechanics.stance import adductor_moment_interval_nm

__all__ = [
    "Calibration",
    "LegPress",
    "Lifter",
    "LockOut",
    "Moments",
    "Pose",
    "Press",
    "Sled",
    "Summary",
    "adductor_moment_interval_nm",
    "bottom_warnings",
    "calibrate",
    "hack_squat_sled",
    "joint_moments",
    "lock_out",
    "muscle_work_shares",
    "pelvis_roll_deg",
    "pose",
    "press",
    "riding_press",
    "riding_summary",
    "same_push_kg",
    "sled_position_m",
    "summarise",
    "travel_limits",
]
