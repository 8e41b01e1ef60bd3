"""The closed lists of content/: every word that a field may take."""

from __future__ import annotations

from typing import Final

MOVEMENTS: Final = (
    "squat",
    "lunge",
    "leg_press",
    "hinge",
    "hip_extension",
    "hip_flexion",
    "hip_abduction",
    "hip_adduction",
    "knee_extension",
    "knee_flexion",
    "calf_raise",
    "horizontal_push",
    "vertical_push",
    "horizontal_pull",
    "vertical_pull",
    "chest_fly",
    "shoulder_raise",
    "shoulder_rotation",
    "shrug",
    "elbow_flexion",
    "elbow_extension",
    "grip",
    "trunk_flexion",
    "trunk_extension",
    "trunk_rotation",
    "trunk_hold",
    "neck",
    "carry",
    "jump",
    "throw",
    "olympic",
    "locomotion",
    "full_body",
    "stretch",
    "other",
)

# Constant K of load = 1RM / (1 + (reps - 1) / K) by family. Leg press and bench press are fitted to published
# anchors (sources.toml: nuzzo-2024); 35 is the fit over all exercises and the default elsewhere.
CURVE_K: Final[dict[str, float]] = {
    "bench_press": 31,
    "raise_fly": 35,
    "curl": 35,
    "squat": 35,
    "row": 35,
    "triceps": 35,
    "overhead_press": 35,
    "hinge": 35,
    "pulldown_pullup": 35,
    "leg_ext_curl": 35,
    "calf": 35,
    "leg_press": 45,
    "core": 35,
    "other": 35,
}
FAMILIES: Final = tuple(CURVE_K)

LOAD_MEANINGS: Final = (
    "plates",
    "barbell",
    "dumbbell",
    "kettlebell",
    "stack",
    "added",
    "assistance",
    "band",
    "none",
)
LOG_FIELDS: Final = ("load", "reps", "duration", "distance")
REGIONS: Final = ("legs", "hips", "back", "chest", "shoulders", "arms", "core", "neck")
VIEWS: Final = ("front", "back")
EQUIPMENT_KINDS: Final = ("free", "machine", "cable", "body", "cardio", "other")
DEPTH_HOW: Final = ("knee_angle", "stop", "judged")
VARIABLE_TYPES: Final = ("choice", "number")
SOURCE_KINDS: Final = ("trial", "review", "emg", "mechanics", "measurement", "survey", "guideline", "page")

# Sections of a guide in their order, with the heading that is shown.
SECTIONS: Final[dict[str, str]] = {
    "overview": "Overview",
    "alternatives": "Compared with other exercises",
    "muscles": "Muscles",
    "execution": "Execution",
    "tips": "Tips",
    "mistakes": "Common mistakes",
    "questions": "Questions",
    "track": "Track it",
}
# Made from the claims table, after the written sections.
EVIDENCE: Final = ("evidence", "What this rests on")
