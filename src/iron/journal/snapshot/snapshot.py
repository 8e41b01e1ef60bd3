"""What the phone cannot compute it keeps: capacity, trend and next load of every line; derived, never a document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Final

from iron.journal.fitting import Fit
from iron.journal.next_sets import Next, next_of, relatives_days, unit_at
from iron.journal.snapshot import stall_cards
from iron.journal.studied import Studied
from iron.journal.view import GAINS, View
from iron.knowledge import Library, messages
from iron.training.history.lines import key_of
from iron.training.history.marked import unmarked
from iron.training.history.sets import ExerciseFacts
from iron.training.prescription.build import case_of, has_ten, moves_body
from iron.training.prescription.model import AWAY_DAYS, Case, Wanted
from iron.training.strength import capacity
from iron.training.strength.belief import at_day
from iron.training.strength.state import Strength
from iron.values.units import mass_in

ENGINE: Final = "2"
TREND_POINTS: Final = 400

Row = tuple[str, str, Mapping[str, Any]]


def snapshot(rows: Iterable[Row], at: str, library: Library) -> dict[str, Any]:
    """Compute the snapshot of docs/documents.md from a lifter's documents.

    Args:
        rows: (kind, id, body) of workouts, own exercises, measurements, machines, gyms and settings; others are passed
            over.
        at: now, local, ``YYYY-MM-DDTHH:MM:SS``.
        library: the exercise library.
    """
    return snapshot_of(View.of(rows, library), at)


def snapshot_of(view: View, at: str) -> dict[str, Any]:
    """The snapshot of a view; what did not change since the last one of the same day is not computed again."""
    today = date.fromisoformat(at[:10])
    mass = view.body_mass(at)
    days = view.last_days(f"{at}~")
    lines: dict[str, Any] = {}
    stalls: dict[str, stall_cards.Studied] = {}
    for name, studied in view.exercises.items():
        facts = studied.facts
        # Relatives matter only where the exercise itself rested.
        rested = name not in days or (today - days[name]).days > AWAY_DAYS
        away = relatives_days(facts, days, view.facts, today) if rested else None
        asked = ("snapshot", today, view.version, mass if moves_body(facts) else None, away)
        answer = studied.answers.get(asked)
        if answer is None:
            for key in [key for key in studied.answers if key[0] == "snapshot"]:
                del studied.answers[key]
            answer = studied.answers[asked] = _exercise(view, name, studied, at, away)
        lines.update(answer[0])
        stalls[name] = answer[1]
    rows = {key: dict(line) for key, line in lines.items()}
    card, deload = stall_cards.cards(stalls, view.facts, today)
    if card is not None:
        rows[card[0]]["stall"] = card[1]
    offered = {}
    if deload is not None:
        sentence = messages.render(deload["code"], deload["values"])
        offered = {"deload": {"message": deload, "sentence": sentence}}
    return {"v": 1, "at": at, "engine": ENGINE, "lines": rows, **offered}


def next_loads(
    view: View,
    name: str,
    until: str,
    *,
    unit: str | None = None,
    body_mass_kg: float | None = None,
    lines: Iterable[str] | None = None,
    wanted: Mapping[str, Wanted] | None = None,
) -> list[Next]:
    """The next load of every line of an exercise: the one answer that all faces give."""
    on = date.fromisoformat(until[:10])
    return next_of(
        view.trained(name, until, body_mass_kg),
        view.known(name),
        view.place(unit),
        on,
        days_away=relatives_days(view.facts_of(name), view.last_days(until), view.facts, on),
        lines=lines,
        wanted=wanted,
    )


def capacity_of(
    view: View, name: str, line: str, on: date, *, body_mass_kg: float | None = None
) -> capacity.Capacity:
    """The 10RM-equivalent of a line on a day: the one number that all faces give."""
    studied = view.exercises.get(name)
    facts = view.facts_of(name)
    until = f"{on.isoformat()}T99"
    mass = view.body_mass(until, body_mass_kg)
    if studied is None or not has_ten(facts, mass):
        return capacity.from_state(None, facts, line, on, base_kg=facts.base_kg, body_mass_kg=mass)
    ready = view.trained(name, until, body_mass_kg)
    base = next((set_.base_kg for set_ in reversed(ready.sets) if key_of(set_, facts) == line), facts.base_kg)
    return capacity.from_state(ready.state, facts, line, on, base_kg=base, body_mass_kg=mass)


def state_on(view: View, name: str, on: date) -> Strength | None:
    """What is believed about an exercise on a day, that day's sets taken in; None where no 10RM can be told."""
    until = f"{on.isoformat()}T99"
    if name not in view.exercises or not has_ten(view.facts_of(name), view.body_mass(until)):
        return None
    state = view.trained(name, until).state
    return None if state is None else at_day(state, on)


def case_on(view: View, name: str, line: str, on: date) -> Case:
    """What the next load of a line stands on, on a day, that day's sets taken in."""
    until = f"{on.isoformat()}T99"
    away = relatives_days(view.facts_of(name), view.last_days(until), view.facts, on)
    ready = view.trained(name, until)
    return case_of(ready, line, on, unit=unit_at(ready, view.place(), line), days_away=away)


def _exercise(
    view: View, name: str, studied: Studied, at: str, away: int | None
) -> tuple[dict[str, Any], stall_cards.Studied]:
    """Lines, and what stalls are judged by."""
    facts, today = studied.facts, date.fromisoformat(at[:10])
    mass = view.body_mass(at)
    fit = view.fit(name)
    tells_ten = has_ten(facts, mass)
    nexts = {
        row.line: row.as_json()
        for row in next_of(
            view.trained(name, f"{at}~"), view.known(name), view.place(), today, days_away=away
        )
    }
    lines: dict[str, Any] = {}
    for key, count in studied.counts.items():
        base = studied.last_base(key)
        estimate = capacity.from_state(
            fit.newest if tells_ten else None, facts, key, today, base_kg=base, body_mass_kg=mass
        )
        trend = trend_rows(fit, key, facts, base, mass, "kg") if tells_ten else []
        lines[key] = {"exercise": facts.id, "sets": count, "capacity": rounded(estimate), "trend": trend}
        if key in nexts:
            lines[key]["next"] = nexts[key]
    return (
        lines,
        stall_cards.study(
            unmarked(studied.recent(GAINS), view.marked), fit.measured, facts, view.references, today
        ),
    )


def trend_rows(
    fit: Fit, line: str, facts: ExerciseFacts, base_kg: float, body_mass_kg: float | None, unit: str
) -> list[list[Any]]:
    """The 10RM-equivalent after each workout of a line with its interval, oldest first, at most `TREND_POINTS`.

    Returns:
        Lists of date, middle, low and high end in the unit as counted. A row stands until the line's uncounted mass,
        the body mass or the unit changes; it is not to be changed.
    """
    shown_with = (base_kg, body_mass_kg, unit)
    rows = []
    for point in fit.trends.get(line, [])[-TREND_POINTS:]:
        if point.row is None or point.row[0] != shown_with:
            low, middle, high = sorted(
                capacity.counted_kg(moved, facts, base_kg, body_mass_kg) for moved in point.interval()
            )
            shown_ends = [round(mass_in(end, unit), 1) + 0.0 for end in (middle, low, high)]
            point.row = (shown_with, [point.day, *shown_ends])
        rows.append(point.row[1])
    return rows


def rounded(estimate: capacity.Capacity) -> dict[str, Any]:
    """A capacity as the snapshot carries it."""
    numbers = {"kg": estimate.kg, "low": estimate.low, "high": estimate.high}
    row: dict[str, Any] = {
        name: None if value is None else round(value, 1) for name, value in numbers.items()
    }
    row["basis"], row["message"] = estimate.basis, estimate.reason
    if estimate.one_rep_max is not None:
        row["one_rep_max"] = [round(value, 1) for value in estimate.one_rep_max]
    return row
