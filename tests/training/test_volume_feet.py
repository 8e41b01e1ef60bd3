"""Where the feet stand moves the credit of hip muscles inside its band, never the band (docs/mechanics.md#in-the-log)."""

from __future__ import annotations

import pytest

from iron.training.history.sets import ExerciseFacts, MuscleCredit, from_workout
from iron.training.history.volume import credit_of, muscle_weeks

GLUTES = MuscleCredit("glutes", 0.5, 0.25, 1.0)
QUADS = MuscleCredit("quads", 1.0, 1.0, 1.0)
HAMSTRINGS = MuscleCredit("hamstrings", 0.0, 0.0, 0.25)


def one_set(feet: str | None, exercise: str = "leg-press-45"):
    setup = {} if feet is None else {"foot_height": feet}
    body = {
        "v": 1,
        "start": "2026-03-02T18:00:00",
        "entries": [
            {
                "id": "e",
                "order": "a0",
                "exercise": exercise,
                "sets": [
                    {
                        "id": "s",
                        "order": "a0",
                        "load": {"value": 180, "unit": "kg"},
                        "reps": 10,
                        "setup": setup,
                    }
                ],
            }
        ],
    }
    facts = {exercise: ExerciseFacts(exercise, muscles=(QUADS, GLUTES, HAMSTRINGS))}
    return from_workout(body, facts, workout_id="w")[0], facts


@pytest.mark.parametrize(("feet", "credit"), [("low", 0.375), ("middle", 0.5), (None, 0.5), ("high", 0.75)])
def test_feet_move_the_glutes_half_of_the_way_to_an_end_of_the_band(feet, credit):
    performed, facts = one_set(feet)
    assert credit_of(performed, GLUTES) == credit
    week = next(week for week in muscle_weeks([performed], facts) if week.muscle == "glutes")
    assert (week.sets, week.low, week.high) == pytest.approx(
        (credit, 0.25, 1.0), abs=0.006
    )  # shown to two digits


@pytest.mark.parametrize("feet", ["low", "middle", "high"])
def test_feet_never_move_quads_or_hamstrings(feet):
    performed, _ = one_set(feet)
    assert credit_of(performed, QUADS) == 1.0
    assert credit_of(performed, HAMSTRINGS) == 0.0


def test_an_exercise_that_the_model_does_not_cover_keeps_its_credit():
    performed, _ = one_set("high", "hip-thrust-machine")
    assert credit_of(performed, GLUTES) == 0.5
