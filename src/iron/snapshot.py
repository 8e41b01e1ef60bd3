"""What the phone cannot compute it keeps: capacity and trend of every line, derived, never a document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Final

from iron import coach
from iron import facts as exercise_facts
from iron.body_mass import BodyMass
from iron.knowledge import Library
from iron.training import capacity
from iron.training.curve import family_k
from iron.training.lines import in_time, key_of
from iron.training.sets import ExerciseFacts, PerformedSet, from_workout
from iron.training.strength import Strength, absorb

ENGINE: Final = "1"
TREND_POINTS: Final = 400

Row = tuple[str, str, Mapping[str, Any]]
_WANTED: Final = frozenset({"workout", "exercise", "measurement", "settings", "machine"})


def snapshot(rows: Iterable[Row], at: str, library: Library) -> dict[str, Any]:
    """Compute the snapshot of docs/documents.md from a lifter's documents.

    Args:
        rows: (kind, id, body) of workouts, own exercises, measurements and settings; others are passed over.
        at: now, local, ``YYYY-MM-DDTHH:MM:SS``.
        library: the exercise library.
    """
    kept = [row for row in rows if row[0] in _WANTED]
    facts = exercise_facts.every(library, ((ident, body) for kind, ident, body in kept if kind == "exercise"))
    mass = BodyMass.of(body for kind, _, body in kept if kind == "measurement")
    references = next((body.get("reference_depth") or {} for kind, _, body in kept if kind == "settings"), {})
    by_exercise: dict[str, list[PerformedSet]] = {}
    for kind, ident, body in kept:
        if kind == "workout":
            on = mass.on(str(body.get("start", "")))
            for one in from_workout(body, facts, workout_id=ident, body_mass_kg=on):
                by_exercise.setdefault(one.exercise, []).append(one)
    today = date.fromisoformat(at[:10])
    machines = {ident: body for kind, ident, body in kept if kind == "machine"}
    found: dict[str, Any] = {}
    everything: dict[str, coach.Trained] = {}
    unseen: dict[str, Any] = {}
    for exercise, sets in by_exercise.items():
        known = facts.get(exercise, ExerciseFacts(exercise))
        answer, before = _lines(sets, known, today, mass.on(at), references)
        entry = library.exercises.get(exercise)
        trained = coach.Trained(known, entry, sets, before, machines, references, mass.on(at))
        everything[exercise] = trained
        if beliefs := coach.fresh(trained, today):
            unseen[exercise] = beliefs
        for key, line in answer.items():
            line.update(coach.told(trained, key, today))
        found.update(answer)
    stalled, deload = coach.stalled(everything, today)
    for key, stall in stalled.items():
        found[key]["stall"] = stall
    offered = {} if deload is None else {"deload": deload}
    return {"v": 1, "at": at, "engine": ENGINE, "lines": found, "unseen": unseen, **offered}


def _lines(
    sets: list[PerformedSet],
    facts: ExerciseFacts,
    today: date,
    body_mass_kg: float | None,
    references: Mapping[str, float],
) -> tuple[dict[str, Any], Strength | None]:
    """One pass over the workouts of an exercise: the belief grows, every line that was trained gets a point.

    The second answer is the belief before today, which the phone carries on with today's sets.
    """
    k = family_k(facts.family, facts.curve_k)
    last_base: dict[str, float] = {}
    counts: dict[str, int] = {}
    for one in in_time(sets):
        key = key_of(one, facts)
        last_base[key] = one.base_kg
        counts[key] = counts.get(key, 0) + 1
    trends: dict[str, list[list[Any]]] = {key: [] for key in counts}
    state: Strength | None = None
    before: Strength | None = None
    for day, efforts in capacity.workouts_of(sets, facts, references):
        state = absorb(state, day, efforts, k)
        if state is None:
            continue
        if day < today:
            before = state
        for key in {effort.line for effort in efforts}:
            spread = capacity.belief(state, key).quantile((0.1, 0.5, 0.9))
            ends = sorted(capacity.counted_kg(moved, facts, last_base[key], body_mass_kg) for moved in spread)
            trends[key].append([day.isoformat(), *(round(end, 1) for end in (ends[1], ends[0], ends[2]))])
    answer = {}
    for key, count in counts.items():
        told = capacity.told(state, facts, key, today, base_kg=last_base[key], body_mass_kg=body_mass_kg)
        answer[key] = {
            "exercise": facts.id,
            "sets": count,
            "capacity": _rounded(told),
            "trend": trends[key][-TREND_POINTS:],
        }
    return answer, before


def _rounded(told: capacity.Capacity) -> dict[str, Any]:
    numbers = {"kg": told.kg, "low": told.low, "high": told.high}
    found: dict[str, Any] = {
        name: None if value is None else round(value, 1) for name, value in numbers.items()
    }
    found["basis"] = told.basis
    if told.one_rep_max is not None:
        found["one_rep_max"] = [round(value, 1) for value in told.one_rep_max]
    return found
