"""Growth of one exercise as the app shows it: lines with points, capacity with its interval, one headline each."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from iron.journal.fitting import Fit
from iron.journal.growth.drawing import Drawn, ShownAs, drawn_lines, in_unit, kept_lines
from iron.journal.next_sets import UNIT_SETS, unit_of
from iron.journal.snapshot.snapshot import trend_rows
from iron.knowledge import messages
from iron.training.history.lines import in_time, parse_key
from iron.training.history.measures import Kind, best_of_days, lap_of
from iron.training.history.sets import ADDED, ASSISTANCE, ExerciseFacts, PerformedSet
from iron.training.prescription.build import has_ten
from iron.training.strength import capacity
from iron.values.units import METRES, shown

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
    studied = view.exercises.get(name)
    facts, mass = view.facts_of(name), view.body_mass(until, body_mass_kg)
    place, on = view.place(unit), date.fromisoformat(until[:10])
    if studied is None:
        return {"exercise": facts.id, "at": until, "unit": place.unit or "kg", "lines": []}
    # Asked about now, what the view keeps is gone on from, and the answer holds until something changes.
    newest = studied.order[-1][0] < until and body_mass_kg is None
    sets = (
        studied.sets_of(studied.order[-UNIT_SETS:]) if newest else view.sets_before(name, until, body_mass_kg)
    )
    units = place.unit or unit_of(in_time(sets))
    shown_as = ShownAs(facts, units, mass)
    asked = ("growth", on, units, mass, view.version)
    lines = studied.answers.get(asked) if newest else None
    if lines is None:
        fit = view.fit(name) if newest else view.fit_of(sets, facts)
        drawn = kept_lines(studied, shown_as) if newest else None
        if drawn is None:
            every = view.sets_before(name, until, body_mass_kg) if newest else sets
            drawn = drawn_lines(every, view.references, shown_as)
        rows = [_line(line, each, fit, place.names, on) for line, each in drawn.items() if each.works]
        lines = sorted(rows, key=lambda row: str(row["last"]), reverse=True)
        if newest:
            for key in [key for key in studied.answers if key[0] == "growth"]:
                del studied.answers[key]
            studied.answers[asked] = lines
    return {"exercise": facts.id, "at": until, "unit": units, "lines": lines}


def _line(line: str, drawn: Drawn, fit: Fit, names: Mapping[str, str], on: date) -> dict[str, Any]:
    facts, unit, mass = drawn.shown_as.facts, drawn.shown_as.unit, drawn.shown_as.body_mass_kg
    parts, state = parse_key(line), fit.newest
    estimate, trend = None, []
    if has_ten(facts, mass) and state is not None:
        estimate = capacity.from_state(state, facts, line, on, base_kg=drawn.base_kg, body_mass_kg=mass)
        trend = trend_rows(fit, line, facts, drawn.base_kg, mass, unit)
    return {
        "line": line,
        "machine": None if parts.machine == "-" else names.get(parts.machine, parts.machine),
        "side": parts.side,
        "setup": {name: value for name, value in parts.setup if value != "unknown"},
        "sets": drawn.counting,
        "first": drawn.first[:10],
        "last": drawn.last[:10],
        "headline": _headline(estimate, drawn, trend),
        "points": drawn.points,
        "trend": trend,
        "records": drawn.records,
    }


def _headline(
    estimate: capacity.Capacity | None, drawn: Drawn, trend: Sequence[Sequence[Any]]
) -> dict[str, Any]:
    """The one number of a line, as the app shows it: the 10RM today, else what its newest day was worth."""
    facts, unit = drawn.shown_as.facts, drawn.shown_as.unit
    kind = drawn.kind.kind(facts)
    if kind == "ten":
        head = _ten_headline(estimate, drawn.points, trend, facts, unit)
    else:
        head = _measured_headline(kind, drawn.sets(), facts, unit)
    if head is not None:
        return head
    text = messages.render("growth-none", {"count": drawn.every})
    return {"kind": "sets", "value": drawn.every, "unit": None, "sentence": text}


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
        value = in_unit(estimate.kg, unit)
        start = trend[0][1] if trend else None
        head: dict[str, Any] = {
            "kind": "ten_rep_max",
            "value": value,
            "low": in_unit(estimate.low or 0.0, unit),
            "high": in_unit(estimate.high or 0.0, unit),
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
        return in_unit(value, unit)
    if kind == "distance":
        return shown(value / METRES[distance])
    if kind == "pace":
        return math.floor(lap_of(distance)[1] / value + 0.5)
    return shown(value)


def _change(values: Sequence[float]) -> dict[str, Any]:
    """Where the series starts, and the newest value less that; None with one day only."""
    change = None if len(values) < 2 else shown(values[-1] - values[0])
    return {"start": values[0], "change": change}
