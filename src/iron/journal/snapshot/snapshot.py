"""What the phone cannot compute it keeps: capacity and trend of every line, derived, never a document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from iron.journal import facts as exercise_facts
from iron.journal.body_mass import BodyMass
from iron.journal.snapshot import next_session
from iron.knowledge import Library
from iron.records.own_exercises.merged import Merged
from iron.training.history.lines import in_time, key_of
from iron.training.history.sets import ExerciseFacts, PerformedSet, from_workout
from iron.training.strength import capacity
from iron.training.strength.belief import Strength, absorb
from iron.training.strength.curve import family_k
from iron.training.strength.state import Effort

ENGINE: Final = "1"
TREND_POINTS: Final = 400

Row = tuple[str, str, Mapping[str, Any]]
_WANTED: Final = frozenset({"workout", "exercise", "measurement", "settings", "machine"})


@dataclass
class Fit:
    """The belief about one exercise as an earlier snapshot left it, so that the next one goes on from there.

    Attributes:
        facts: what the fit was made with.
        marks: a fingerprint of the efforts of each workout, oldest first.
        states: the belief after so many workouts: none, all before today, all but the newest, all. The newest workout
            grows set by set, and its older self must be taken out again.
        trends: by line, the moved mass (10 %, 50 %, 90 %) after the workout of that number.
    """

    facts: ExerciseFacts
    marks: list[int] = field(default_factory=list)
    states: dict[int, Strength | None] = field(default_factory=lambda: {0: None})
    trends: dict[str, list[tuple[int, str, tuple[float, ...]]]] = field(default_factory=dict)


def snapshot(
    rows: Iterable[Row], at: str, library: Library, fits: dict[str, Fit] | None = None
) -> dict[str, Any]:
    """Compute the snapshot of docs/documents.md from a lifter's documents.

    Args:
        rows: (kind, id, body) of workouts, own exercises, measurements and settings; others are passed over.
        at: now, local, ``YYYY-MM-DDTHH:MM:SS``.
        library: the exercise library.
        fits: by exercise, what earlier snapshots of the same lifter left; brought up to date here. The answer is the
            same without it.
    """
    fits = {} if fits is None else fits
    kept = [row for row in rows if row[0] in _WANTED]
    own = {ident: body for kind, ident, body in kept if kind == "exercise"}
    facts, merged = exercise_facts.every(library, own.items()), Merged(own.items())
    mass = BodyMass.of(body for kind, _, body in kept if kind == "measurement")
    references = next((body.get("reference_depth") or {} for kind, _, body in kept if kind == "settings"), {})
    by_exercise: dict[str, list[PerformedSet]] = {}
    for kind, ident, body in kept:
        if kind == "workout":
            on = mass.on(str(body.get("start", "")))
            for one in from_workout(merged.workout(body), facts, workout_id=ident, body_mass_kg=on):
                by_exercise.setdefault(one.exercise, []).append(one)
    today = date.fromisoformat(at[:10])
    machines = {ident: body for kind, ident, body in kept if kind == "machine"}
    found: dict[str, Any] = {}
    everything: dict[str, next_session.Trained] = {}
    unseen: dict[str, Any] = {}
    for exercise, sets in by_exercise.items():
        known = facts.get(exercise, ExerciseFacts(exercise))
        fit = fits.get(exercise)
        if fit is None or fit.facts != known:
            fit = fits[exercise] = Fit(known)
        answer, before = _lines(sets, fit, today, mass.on(at), references)
        entry = library.exercises.get(exercise)
        trained = next_session.Trained(
            known,
            entry,
            sets,
            before,
            machines,
            references,
            mass.on(at),
            exercise_facts.own_range(own.get(exercise)),
        )
        everything[exercise] = trained
        if beliefs := next_session.fresh(trained, today):
            unseen[exercise] = beliefs
        for key, line in answer.items():
            line.update(next_session.told(trained, key, today))
        found.update(answer)
    stalled, deload = next_session.stalled(everything, today)
    for key, stall in stalled.items():
        found[key]["stall"] = stall
    offered = {} if deload is None else {"deload": deload}
    return {"v": 1, "at": at, "engine": ENGINE, "lines": found, "unseen": unseen, **offered}


def _lines(
    sets: list[PerformedSet],
    fit: Fit,
    today: date,
    body_mass_kg: float | None,
    references: Mapping[str, float],
) -> tuple[dict[str, Any], Strength | None]:
    """One pass over the workouts of an exercise: the belief grows, every line that was trained gets a point.

    The second answer is the belief before today, which the phone carries on with today's sets.
    """
    facts = fit.facts
    last_base: dict[str, float] = {}
    counts: dict[str, int] = {}
    for one in in_time(sets):
        key = key_of(one, facts)
        last_base[key] = one.base_kg
        counts[key] = counts.get(key, 0) + 1
    state, before = _brought_up(fit, capacity.workouts_of(sets, facts, references), today)
    trends: dict[str, list[list[Any]]] = {}
    for key in counts:
        for _, day, spread in fit.trends.get(key, [])[-TREND_POINTS:]:
            ends = sorted(capacity.counted_kg(moved, facts, last_base[key], body_mass_kg) for moved in spread)
            trends.setdefault(key, []).append([day, *(round(end, 1) for end in (ends[1], ends[0], ends[2]))])
    answer = {}
    for key, count in counts.items():
        told = capacity.told(state, facts, key, today, base_kg=last_base[key], body_mass_kg=body_mass_kg)
        answer[key] = {
            "exercise": facts.id,
            "sets": count,
            "capacity": _rounded(told),
            "trend": trends.get(key, []),
        }
    return answer, before


def _brought_up(
    fit: Fit, workouts: list[tuple[date, list[Effort]]], today: date
) -> tuple[Strength | None, Strength | None]:
    """Take in what the fit has not seen, from the last belief before anything that changed; now, and before today."""
    marks = [hash((day, tuple(efforts))) for day, efforts in workouts]
    changed = (n for n, (old, new) in enumerate(zip(fit.marks, marks, strict=False)) if old != new)
    same = next(changed, min(len(fit.marks), len(marks)))
    past = sum(day < today for day, _ in workouts)
    wanted = {0, past, len(workouts) - 1, len(workouts)}
    # At or before the beginning of today, so that the belief of that moment is met again.
    done = max(number for number in fit.states if number <= min(same, past))
    state = fit.states[done]
    fit.marks = marks
    fit.states = {number: kept for number, kept in fit.states.items() if number <= done and number in wanted}
    fit.trends = {key: [one for one in points if one[0] < done] for key, points in fit.trends.items()}
    k = family_k(fit.facts.family, fit.facts.curve_k)
    for number, (day, efforts) in enumerate(workouts[done:], done):
        state = absorb(state, day, efforts, k)
        if number + 1 in wanted:
            fit.states[number + 1] = state
        if state is None:
            continue
        for key in {effort.line for effort in efforts}:
            spread = capacity.belief(state, key).quantile((0.1, 0.5, 0.9))
            fit.trends.setdefault(key, []).append((number, day.isoformat(), tuple(spread)))
    return state, fit.states[past]


def _rounded(told: capacity.Capacity) -> dict[str, Any]:
    numbers = {"kg": told.kg, "low": told.low, "high": told.high}
    found: dict[str, Any] = {
        name: None if value is None else round(value, 1) for name, value in numbers.items()
    }
    found["basis"] = told.basis
    if told.one_rep_max is not None:
        found["one_rep_max"] = [round(value, 1) for value in told.one_rep_max]
    return found
