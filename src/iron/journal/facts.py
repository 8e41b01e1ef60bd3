"""What the engine needs to know of an exercise, taken from the library and from the lifter's own exercises."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from iron.knowledge import Exercise, Library
from iron.training.history.sets import ExerciseFacts, MuscleCredit

OWN_CREDIT_BAND = (0.0, 1.0)
"""Band of a credit that the lifter gave himself: nothing is known about it."""


def of_library(exercise: Exercise) -> ExerciseFacts:
    """Map a library exercise to the engine's facts."""
    machine = exercise.machine
    return ExerciseFacts(
        id=exercise.id,
        splitting=exercise.splitting,
        curve_k=exercise.curve_k,
        family=exercise.family,
        load_meaning=exercise.load_meaning,
        implements=exercise.implements,
        body_share=exercise.bodyweight_share,
        muscles=tuple(MuscleCredit(m.muscle, m.credit, m.low, m.high) for m in exercise.muscles),
        base_kg=machine.base_kg if machine else 0.0,
        base_low=machine.base_low if machine else 0.0,
        base_high=machine.base_high if machine else 0.0,
        log=exercise.log,
    )


def of_own(ident: str, body: Mapping[str, Any]) -> ExerciseFacts:
    """Map a lifter's own exercise (a document of kind ``exercise``) to the engine's facts.

    Its curve is that of all exercises together: nothing is known of its family.
    """
    low, high = OWN_CREDIT_BAND
    credits_given = body.get("muscles") or {}
    return ExerciseFacts(
        id=ident,
        splitting=tuple(variable["id"] for variable in body.get("variables") or () if variable.get("splits")),
        load_meaning=str(body.get("load_meaning", "external")),
        implements=2 if body.get("implements") == 2 else 1,
        log=tuple(body.get("log") or ("load", "reps")),
        muscles=tuple(
            MuscleCredit(muscle, float(credit), low, high) for muscle, credit in credits_given.items()
        ),
    )


def own_range(body: Mapping[str, Any] | None) -> tuple[int, int] | None:
    """The repetitions that the lifter wrote down for an exercise of his own, None where he did not."""
    written = (body or {}).get("rep_range")
    return (int(written["low"]), int(written["high"])) if written else None


def every(library: Library, own: Iterable[tuple[str, Mapping[str, Any]]]) -> dict[str, ExerciseFacts]:
    """Facts by exercise id: the library's and the lifter's own."""
    return {**_library_facts(library), **{ident: of_own(ident, body) for ident, body in own}}


# A process has one library, a test perhaps two.
@lru_cache(maxsize=2)
def _library_facts(library: Library) -> Mapping[str, ExerciseFacts]:
    return {exercise.id: of_library(exercise) for exercise in library.exercises.values()}
