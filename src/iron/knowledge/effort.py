"""How much skill an exercise asks for and how long it takes to set up: opinion, from a file or by rule."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from iron.knowledge.model import Exercise

LEVELS: Final = ("little", "some", "much")

_GUIDED: Final = frozenset(
    {"stack_machine", "plate_machine", "sled_press", "smith_machine", "assisted_machine", "cable"}
)
_MANY_JOINTS: Final = frozenset(
    {
        "squat",
        "lunge",
        "hinge",
        "horizontal_push",
        "vertical_push",
        "horizontal_pull",
        "vertical_pull",
        "jump",
        "throw",
        "carry",
        "full_body",
    }
)
# Under a bar these take weeks of practice before the legs or back are what limits.
_HARD_UNDER_A_BAR: Final = frozenset({"squat", "hinge"})
_IN_A_RACK: Final = frozenset({"squat", "horizontal_push", "vertical_push", "hip_extension"})
_BY_EQUIPMENT: Final = {
    "stack_machine": "little",
    "assisted_machine": "little",
    "cable": "some",
    "plate_machine": "some",
    "sled_press": "some",
    "smith_machine": "some",
    "landmine": "some",
    "trap_bar": "some",
    "push_sled": "some",
    "box": "some",
}


def skill_of(exercise: Exercise) -> str:
    """How long it takes to learn: ``little`` a session, ``some`` weeks, ``much`` months. The file's word, else a rule.

    The rule is opinion: the Olympic lifts and squats and hinges under a bar ask for much, free exercises over many
    joints for some, machines, cables and single joints for little.
    """
    if exercise.skill:
        return exercise.skill
    if exercise.movement == "olympic":
        return "much"
    if exercise.equipment in _GUIDED:
        return "little"
    if exercise.movement in _HARD_UNDER_A_BAR and exercise.equipment == "barbell":
        return "much"
    return "some" if exercise.movement in _MANY_JOINTS else "little"


def setup_cost_of(exercise: Exercise) -> str:
    """What a set costs before it: ``little`` a pin or nothing, ``some`` plates or a seat, ``much`` a rack and plates.

    The file's word, else a rule that is opinion.
    """
    if exercise.setup_cost:
        return exercise.setup_cost
    if exercise.equipment == "barbell":
        return "much" if exercise.movement in _IN_A_RACK else "some"
    return _BY_EQUIPMENT.get(exercise.equipment, "little")
