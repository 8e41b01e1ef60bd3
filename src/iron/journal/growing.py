"""Growth of one exercise as the app shows it: lines with points, capacity with its interval, one headline each."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from statistics import fmean
from typing import TYPE_CHECKING, Any, Final

from iron.journal.fitting import Fit
from iron.journal.next_sets import unit_of
from iron.journal.snapshot.snapshot import TREND_POINTS, trend_of
from iron.knowledge import messages
from iron.training.history.lines import by_line, classify_depth, parse_key
from iron.training.history.measures import Kind, best_of_days, kind_of, lap_of
from iron.training.history.set_records import distance_of, records
from iron.training.history.sets import ADDED, ASSISTANCE, ExerciseFacts, PerformedSet
from iron.training.prescription.build import Trained, believable, has_ten
from iron.training.strength import capacity
from iron.training.strength.curve import family_k
from iron.training.strength.state import TRUSTED_RIR
from iron.values.units import METRES, mass_in, shown

if TYPE_CHECKING:
    from iron.journal.journal import Journal
    from iron.journal.view import View


def journal_growth(
    journal: Journal,
    exercise: str,
    at: date | datetime | str | None,
    unit: str | None,
    body_mass_kg: float | None,
) -> dict[str, Any]:
    """Growth of one exercise, see `Journal.growth`."""
    name = journal.merged.target(exercise).exercise
    return growth_of(journal.view, name, journal.moment(at), unit, body_mass_kg)


def growth_of(
    view: View, name: str, until: str, unit: str | None = None, body_mass_kg: float | None = None
) -> dict[str, Any]:
    """Growth of one exercise of a view at a moment, see `Journal.growth`."""
    known = view.trained(name, until, body_mass_kg)
    place = view.place(unit)
    units = place.unit or unit_of(known.sets)
    on = date.fromisoformat(until[:10])
    studied = view.exercises.get(name)
    # Asked about now, the fit that the view keeps says the trend, and the answer holds until something changes.
    newest = studied is not None and studied.order[-1][0] < until and body_mass_kg is None
    asked = ("growth", on, units, known.body_mass_kg, view.version)
    lines = studied.answers.get(asked) if studied is not None and newest else None
    if lines is None:
        sets = view.sets_before(name, until, body_mass_kg)
        fit = view.fit(name) if newest else None
        drawn_before = studied.drawn if studied is not None and newest else {}
        lines = _lines(sets, known, place.names, units, on, fit, drawn_before)
        if studied is not None and newest:
            for key in [key for key in studied.answers if key[0] == "growth"]:
                del studied.answers[key]
            studied.answers[asked] = lines
    return {"exercise": known.facts.id, "at": until, "unit": units, "lines": lines}


def _lines(
    sets: Sequence[PerformedSet],
    known: Trained,
    names: Mapping[str, str],
    unit: str,
    on: date,
    fit: Fit | None,
    drawn_before: dict[str, _Drawn],
) -> list[dict[str, Any]]:
    """Every line with a working set, the one used last first."""
    usable = None if fit else believable(sets, known.facts)
    lines = []
    for line, group in by_line(sets, known.facts).items():
        if all(set_.kind == "warm-up" for set_ in group):
            continue
        trend = _trend(line, group[-1].base_kg, known, fit, usable)
        classed = classify_depth(group, known.references.get(line))
        drawn_before[line] = drawn = _drawn(
            classed, known.facts, unit, known.body_mass_kg, drawn_before.get(line)
        )
        lines.append(_line(line, drawn, known, names, unit, on, trend))
    return sorted(lines, key=lambda row: str(row["last"]), reverse=True)


def _trend(
    line: str, base_kg: float, known: Trained, fit: Fit | None, usable: Sequence[PerformedSet] | None
) -> Sequence[capacity.TrendPoint]:
    facts, mass = known.facts, known.body_mass_kg
    if known.state is None or not has_ten(facts, mass):
        return ()
    if fit is not None:
        return trend_of(fit, line, facts, base_kg, mass)
    return capacity.trend(
        usable or (), facts, line, body_mass_kg=mass, references=known.references, last=TREND_POINTS
    )


def _line(
    line: str,
    drawn: _Drawn,
    known: Trained,
    names: Mapping[str, str],
    unit: str,
    on: date,
    points_of_ten: Sequence[capacity.TrendPoint],
) -> dict[str, Any]:
    facts, mass = known.facts, known.body_mass_kg
    sets, points = drawn.sets, drawn.points
    parts = parse_key(line)
    estimate = None
    if has_ten(facts, mass) and known.state is not None:
        estimate = capacity.from_state(
            known.state, facts, line, on, base_kg=sets[-1].base_kg, body_mass_kg=mass
        )
    trend = [
        [point.day.isoformat(), *(_in(value, unit) for value in (point.kg, point.low, point.high))]
        for point in points_of_ten
    ]
    return {
        "line": line,
        "machine": None if parts.machine == "-" else names.get(parts.machine, parts.machine),
        "side": parts.side,
        "setup": {name: value for name, value in parts.setup if value != "unknown"},
        "sets": sum(set_.counts for set_ in sets),
        "first": sets[0].start[:10],
        "last": sets[-1].start[:10],
        "headline": _headline(estimate, points, trend, sets, facts, unit),
        "points": points,
        "trend": trend,
        "records": [
            {
                "kind": record.kind,
                "date": record.start[:10],
                "load": {"value": _in(record.load_kg, unit), "unit": unit},
                "reps": record.reps,
                "duration_s": record.duration_s,
                "distance": distance_of(record),
            }
            for record in records(sets, facts)
        ],
    }


# More sets of one line in one workout are drawn anew with all the others.
MOST_OF_A_WORKOUT: Final = 200


@dataclass(frozen=True, slots=True)
class _Drawn:
    """The points of a line, held so that a new workout draws its own point only."""

    sets: tuple[PerformedSet, ...]
    facts: ExerciseFacts
    unit: str
    body_mass_kg: float | None
    points: list[dict[str, Any]]


def _drawn(
    sets: tuple[PerformedSet, ...],
    facts: ExerciseFacts,
    unit: str,
    body_mass_kg: float | None,
    before: _Drawn | None,
) -> _Drawn:
    """The points of a line; those of workouts that stand as they stood are taken over, all but the last one."""
    same, points = 0, []
    if before is not None and (before.facts, before.unit, before.body_mass_kg) == (facts, unit, body_mass_kg):
        last = [set_ for set_ in before.sets[-MOST_OF_A_WORKOUT:] if set_.workout == before.sets[-1].workout]
        same = len(before.sets) - len(last)
        redrawn = len({set_.depth_class for set_ in last if set_.kind != "warm-up"})
        points = before.points[: len(before.points) - redrawn]
        if len(last) == MOST_OF_A_WORKOUT or sets[:same] != before.sets[:same]:
            same, points = 0, []
    return _Drawn(
        sets, facts, unit, body_mass_kg, [*points, *_points(sets[same:], facts, unit, body_mass_kg)]
    )


def _points(
    sets: Sequence[PerformedSet], facts: ExerciseFacts, unit: str, body_mass_kg: float | None
) -> list[dict[str, Any]]:
    """One point a workout and depth: the mean of the sets whose effort is known, else the best."""
    groups: dict[tuple[str, str], list[PerformedSet]] = {}
    for set_ in sets:
        if set_.kind != "warm-up":
            groups.setdefault((set_.workout, set_.depth_class), []).append(set_)
    points = []
    for (_, depth), group in groups.items():
        point: dict[str, Any] = {"date": group[0].start[:10], "cut": depth == "cut", "sets": len(group)}
        working = [set_ for set_ in group if set_.counts and set_.kind == "working"]
        if working:
            point["reps"] = max(set_.reps or 0 for set_ in working)
            point["load"] = _in(_hardest(working, facts), unit)
        durations = [set_.duration_s for set_ in group if set_.duration_s]
        distances = [set_.distance_m for set_ in group if set_.distance_m]
        if durations:
            point["duration_s"] = max(durations)
        if distances:
            point["distance_m"] = max(distances)
        if (durations or distances) and "load" not in point and any(set_.load_kg for set_ in group):
            point["load"] = _in(_hardest(group, facts), unit)
        if has_ten(facts, body_mass_kg) and (ten := _ten(working, facts, body_mass_kg)) is not None:
            point["value"], point["at_least"] = _in(ten[0], unit), ten[1]
        points.append(point)
    return points


def ten_of(set_: PerformedSet, facts: ExerciseFacts, body_mass_kg: float | None) -> float | None:
    """The 10RM-equivalent of one set [kg as counted]: its load carried to ten reps, the reserve counted.

    None for a warm-up, a set without reps, and where the moved mass is unknown. Without RIR it is a lower bound.
    """
    if not set_.counts or set_.moved_kg is None or set_.moved_kg <= 0:
        return None
    k = family_k(facts.family, facts.curve_k)
    moved = set_.moved_kg * (k + float(set_.reps or 0) + (set_.rir or 0.0) - 1.0) / (k + 9.0)
    return capacity.counted_kg(moved, facts, set_.base_kg, body_mass_kg)


def _ten(
    sets: Sequence[PerformedSet], facts: ExerciseFacts, body_mass_kg: float | None
) -> tuple[float, bool] | None:
    estimates = [
        (ten, set_.rir is not None and set_.rir <= TRUSTED_RIR)
        for set_ in sets
        if (ten := ten_of(set_, facts, body_mass_kg)) is not None
    ]
    if not estimates:
        return None
    known = [kg for kg, sure in estimates if sure]
    if known:
        return fmean(known), False
    values = [kg for kg, _ in estimates]
    return (min(values) if facts.load_meaning == ASSISTANCE else max(values)), True


def _hardest(sets: Sequence[PerformedSet], facts: ExerciseFacts) -> float:
    loads = [set_.load_kg for set_ in sets]
    return min(loads) if facts.load_meaning == ASSISTANCE else max(loads)


def _headline(
    estimate: capacity.Capacity | None,
    points: Sequence[dict[str, Any]],
    trend: Sequence[Sequence[Any]],
    sets: Sequence[PerformedSet],
    facts: ExerciseFacts,
    unit: str,
) -> dict[str, Any]:
    """The one number of a line, as the app shows it: the 10RM today, else what its newest day was worth."""
    kind = kind_of(sets, facts)
    if kind == "ten":
        head = _ten_headline(estimate, points, trend, facts, unit)
    else:
        head = _measured_headline(kind, sets, facts, unit)
    if head is not None:
        return head
    text = messages.render("growth-none", {"count": len(sets)})
    return {"kind": "sets", "value": len(sets), "unit": None, "sentence": text}


def _ten_headline(
    estimate: capacity.Capacity | None,
    points: Sequence[dict[str, Any]],
    trend: Sequence[Sequence[Any]],
    facts: ExerciseFacts,
    unit: str,
) -> dict[str, Any] | None:
    """The 10RM today with its interval; what the last workout said where nothing is estimated."""
    on = "help" if facts.load_meaning == ASSISTANCE else "load"
    if estimate is not None and estimate.kg is not None:
        value = _in(estimate.kg, unit)
        start = trend[0][1] if trend else None
        head: dict[str, Any] = {
            "kind": "ten_rep_max",
            "value": value,
            "low": _in(estimate.low or 0.0, unit),
            "high": _in(estimate.high or 0.0, unit),
            "unit": unit,
            "start": start,
            "change": None if start is None else round(value - start, 1),
            "basis": estimate.basis,
        }
        loads = {name: messages.load(round(head[name], 1), unit, on) for name in ("value", "low", "high")}
        return {**head, "sentence": messages.render("growth-ten", loads)}
    full = [point["value"] for point in points if not point["cut"] and "value" in point]
    if not full:
        return None
    loads = {"value": messages.load(round(full[-1], 1), unit, on)}
    return {
        "kind": "ten_rep_max",
        "value": full[-1],
        "unit": unit,
        **_change(full),
        "sentence": messages.render("growth-ten-last", loads),
    }


def _measured_headline(
    kind: Kind, sets: Sequence[PerformedSet], facts: ExerciseFacts, unit: str
) -> dict[str, Any] | None:
    """Reps, a time, a distance, a pace or a carried load of the newest day; the last of a series."""
    days = best_of_days(sets, kind)
    if not days:
        return None
    distance = next((set_.distance_unit for set_ in reversed(sets) if set_.distance_unit), "m")
    values = [_as_shown(kind, value, unit, distance) for _, value in days]
    head = {"value": values[-1], **_change(values)}
    typed: dict[str, Any]
    match kind:
        case "carry":
            typed = {"load": messages.load(values[-1], unit)}
            return {"kind": kind, **head, "unit": unit, "sentence": messages.render("growth-carry", typed)}
        case "duration":
            typed = {"time": messages.duration(values[-1])}
            return {"kind": "hold", **head, "unit": "s", "sentence": messages.render("growth-hold", typed)}
        case "pace":
            lap, _ = lap_of(distance)
            typed = {"time": messages.duration(values[-1]), "lap": lap}
            sentence = messages.render("growth-pace", typed)
            return {"kind": kind, **head, "unit": f"s per {lap}", "sentence": sentence}
        case "distance":
            typed = {"value": values[-1], "unit": distance}
            sentence = messages.render("growth-distance", typed)
            return {"kind": kind, **head, "unit": distance, "sentence": sentence}
    body = facts.load_meaning in {ADDED, ASSISTANCE} or facts.body_share > 0
    code = "growth-reps-body" if body else "growth-reps"
    return {"kind": "reps", **head, "unit": None, "sentence": messages.render(code, {"value": values[-1]})}


def _as_shown(kind: Kind, value: float, unit: str, distance: str) -> float:
    if kind == "carry":
        return _in(value, unit)
    if kind == "distance":
        return shown(value / METRES[distance])
    if kind == "pace":
        return math.floor(lap_of(distance)[1] / value + 0.5)
    return shown(value)


def _change(values: Sequence[float]) -> dict[str, Any]:
    """Where the series starts, and the newest value less that; None with one day only."""
    change = None if len(values) < 2 else shown(values[-1] - values[0])
    return {"start": values[0], "change": change}


def _in(kilograms: float, unit: str) -> float:
    return shown(round(mass_in(kilograms, unit), 1))
