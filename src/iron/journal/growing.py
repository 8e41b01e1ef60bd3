"""Growth of one exercise as the app shows it: lines with points, capacity with its interval, one headline each."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from statistics import mean
from typing import TYPE_CHECKING, Any, Final

from iron.journal.next_sets import moment, unit_of
from iron.knowledge import messages
from iron.training.history import bests
from iron.training.history.lines import by_line, classify_depth, parse_key
from iron.training.history.sets import ASSISTANCE, ExerciseFacts, PerformedSet
from iron.training.prescription.build import Trained, believable, has_ten
from iron.training.strength import capacity
from iron.training.strength.curve import family_k
from iron.training.strength.state import TRUSTED_RIR
from iron.values.units import mass_in, shown

if TYPE_CHECKING:
    from iron.journal.journal import Journal

TREND_POINTS: Final = 400


def journal_growth(
    journal: Journal,
    exercise: str,
    at: date | datetime | str | None,
    unit: str | None,
    body_mass_kg: float | None,
) -> dict[str, Any]:
    """Growth of one exercise, see `Journal.growth`."""
    until, view = moment(at), journal.view
    name = journal.merged.target(exercise).exercise
    known = view.trained(name, until, body_mass_kg)
    place = view.place(unit)
    units = place.unit or unit_of(known.sets)
    on = date.fromisoformat(until[:10])
    lines = [
        _line(line, classify_depth(sets, known.references.get(line)), known, place.names, units, on)
        for line, sets in by_line(known.sets, known.facts).items()
        if any(one.kind != "warm-up" for one in sets)
    ]
    lines.sort(key=lambda one: str(one["last"]), reverse=True)
    return {"exercise": known.facts.id, "at": until, "unit": units, "lines": lines}


def _line(
    line: str,
    sets: Sequence[PerformedSet],
    known: Trained,
    names: Mapping[str, str],
    unit: str,
    on: date,
) -> dict[str, Any]:
    facts, mass = known.facts, known.body_mass_kg
    parts = parse_key(line)
    told = None
    trend: list[Any] = []
    if has_ten(facts, mass) and known.state is not None:
        told = capacity.told(known.state, facts, line, on, base_kg=sets[-1].base_kg, body_mass_kg=mass)
        usable = believable(known.sets, facts)
        trend = [
            [point.day.isoformat(), *(_in(value, unit) for value in (point.kg, point.low, point.high))]
            for point in capacity.trend(
                usable, facts, line, body_mass_kg=mass, references=known.references, last=TREND_POINTS
            )
        ]
    points = _points(sets, facts, unit, mass)
    return {
        "line": line,
        "machine": None if parts.machine == "-" else names.get(parts.machine, parts.machine),
        "side": parts.side,
        "setup": {name: value for name, value in parts.setup if value != "unknown"},
        "sets": sum(one.counts for one in sets),
        "first": sets[0].start[:10],
        "last": sets[-1].start[:10],
        "headline": _headline(told, points, trend, sets, facts, unit),
        "points": points,
        "trend": trend,
        "records": [
            {
                "kind": one.kind,
                "date": one.start[:10],
                "load": {"value": _in(one.load_kg, unit), "unit": unit},
                "reps": one.reps,
            }
            for one in bests.records(sets, facts)
        ],
    }


def _points(
    sets: Sequence[PerformedSet], facts: ExerciseFacts, unit: str, body_mass_kg: float | None
) -> list[dict[str, Any]]:
    """One point a workout and depth: the mean of the sets whose effort is known, else the best."""
    groups: dict[tuple[str, str], list[PerformedSet]] = {}
    for one in sets:
        if one.kind != "warm-up":
            groups.setdefault((one.workout, one.depth_class), []).append(one)
    found = []
    for (_, depth), group in groups.items():
        point: dict[str, Any] = {"date": group[0].start[:10], "cut": depth == "cut", "sets": len(group)}
        working = [one for one in group if one.counts and one.kind == "working"]
        if working:
            point["reps"] = max(one.reps or 0 for one in working)
            point["load"] = _in(_hardest(working, facts), unit)
        durations = [one.duration_s for one in group if one.duration_s]
        distances = [one.distance_m for one in group if one.distance_m]
        if durations:
            point["duration_s"] = max(durations)
        if distances:
            point["distance_m"] = max(distances)
        if has_ten(facts, body_mass_kg) and (ten := _ten(working, facts, body_mass_kg)) is not None:
            point["value"], point["at_least"] = _in(ten[0], unit), ten[1]
        found.append(point)
    return found


def _ten(
    sets: Sequence[PerformedSet], facts: ExerciseFacts, body_mass_kg: float | None
) -> tuple[float, bool] | None:
    k = family_k(facts.family, facts.curve_k)
    told = [
        (
            capacity.counted_kg(
                one.moved_kg * (k + float(one.reps or 0) + (one.rir or 0.0) - 1.0) / (k + 9.0),
                facts,
                one.base_kg,
                body_mass_kg,
            ),
            one.rir is not None and one.rir <= TRUSTED_RIR,
        )
        for one in sets
        if one.moved_kg is not None and one.moved_kg > 0
    ]
    if not told:
        return None
    known = [kg for kg, sure in told if sure]
    if known:
        return mean(known), False
    values = [kg for kg, _ in told]
    return (min(values) if facts.load_meaning == ASSISTANCE else max(values)), True


def _hardest(sets: Sequence[PerformedSet], facts: ExerciseFacts) -> float:
    loads = [one.load_kg for one in sets]
    return min(loads) if facts.load_meaning == ASSISTANCE else max(loads)


def _headline(
    told: capacity.Capacity | None,
    points: Sequence[dict[str, Any]],
    trend: Sequence[Sequence[Any]],
    sets: Sequence[PerformedSet],
    facts: ExerciseFacts,
    unit: str,
) -> dict[str, Any]:
    """The one number of a line: the 10RM today, else the most reps, the longest hold, the greatest distance."""
    if told is not None and told.kg is not None:
        value = _in(told.kg, unit)
        start = trend[0][1] if trend else None
        head: dict[str, Any] = {
            "kind": "ten_rep_max",
            "value": value,
            "low": _in(told.low or 0.0, unit),
            "high": _in(told.high or 0.0, unit),
            "unit": unit,
            "start": start,
            "change": None if start is None else round(value - start, 1),
            "basis": told.basis,
        }
        on = "help" if facts.load_meaning == ASSISTANCE else "load"
        loads = {name: messages.load(round(head[name], 1), unit, on) for name in ("value", "low", "high")}
        return {**head, "sentence": messages.render("growth-ten", loads)}
    for kind, name in (("reps", "reps"), ("hold", "duration_s"), ("distance", "distance_m")):
        best = max((point[name] for point in points if point.get(name)), default=None)
        if best is not None:
            number = round(best) if math.isfinite(best) else 0
            text = messages.render(f"growth-{kind}", {"value": number})
            return {
                "kind": kind,
                "value": best,
                "unit": {"hold": "s", "distance": "m"}.get(kind),
                "sentence": text,
            }
    text = messages.render("growth-none", {"count": len(sets)})
    return {"kind": "sets", "value": len(sets), "unit": None, "sentence": text}


def _in(kilograms: float, unit: str) -> float:
    return shown(round(mass_in(kilograms, unit), 1))
