"""What the phone cannot compute it keeps: capacity, trend and next load of every line; derived, never a document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import date
from typing import Any, Final

from iron.journal.next_sets import Next, next_of, relatives_days
from iron.journal.snapshot import stall_cards
from iron.journal.view import GAINS, Studied, View
from iron.knowledge import Library
from iron.training.history.lines import key_of, parse_key
from iron.training.prescription.build import has_ten, moves_body
from iron.training.prescription.model import AWAY_DAYS
from iron.training.strength import capacity
from iron.training.strength.belief import at_day
from iron.training.strength.state import Strength

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
    unseen: dict[str, Any] = {}
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
        if answer[1]:
            unseen[name] = answer[1]
        stalls[name] = answer[2]
    found = {key: dict(line) for key, line in lines.items()}
    card, deload = stall_cards.cards(stalls, view.facts, today)
    if card is not None:
        found[card[0]]["stall"] = card[1]
    offered = {} if deload is None else {"deload": deload}
    return {"v": 1, "at": at, "engine": ENGINE, "lines": found, "unseen": unseen, **offered}


def next_loads(
    view: View,
    name: str,
    until: str,
    *,
    unit: str | None = None,
    body_mass_kg: float | None = None,
    lines: Iterable[str] | None = None,
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
        return capacity.told(None, facts, line, on, base_kg=facts.base_kg, body_mass_kg=mass)
    ready = view.trained(name, until, body_mass_kg)
    base = next((one.base_kg for one in reversed(ready.sets) if key_of(one, facts) == line), facts.base_kg)
    return capacity.told(ready.state, facts, line, on, base_kg=base, body_mass_kg=mass)


def _exercise(
    view: View, name: str, studied: Studied, at: str, away: int | None
) -> tuple[dict[str, Any], dict[str, Any], stall_cards.Studied]:
    """Lines, beliefs about setups never used, and what stalls are judged by."""
    facts, today = studied.facts, date.fromisoformat(at[:10])
    mass = view.body_mass(at)
    fit = view.fit(name)
    tells_ten = has_ten(facts, mass)
    before = view.state_before(name, today) if tells_ten else None
    nexts = {
        row.line: row.as_json()
        for row in next_of(
            view.trained(name, f"{at}~"), view.known(name), view.place(), today, days_away=away
        )
    }
    lines: dict[str, Any] = {}
    for key, count in studied.counts.items():
        base = studied.last_base(key)
        told = capacity.told(
            fit.newest if tells_ten else None, facts, key, today, base_kg=base, body_mass_kg=mass
        )
        trend = []
        if tells_ten:
            for point in fit.trends.get(key, [])[-TREND_POINTS:]:
                ends = sorted(capacity.counted_kg(moved, facts, base, mass) for moved in point.interval())
                trend.append([point.day, *(round(end, 1) for end in (ends[1], ends[0], ends[2]))])
        lines[key] = {"exercise": facts.id, "sets": count, "capacity": rounded(told), "trend": trend}
        if before is not None:
            lines[key]["belief"] = asdict(capacity.belief(at_day(before, today), key))
            lines[key]["on"] = today.isoformat()
        if key in nexts:
            lines[key]["next"] = nexts[key]
    unseen = _unseen(before, facts.id, today)
    return lines, unseen, stall_cards.study(studied.recent(GAINS), facts, view.references, today)


def _unseen(before: Strength | None, name: str, today: date) -> dict[str, Any]:
    """What is believed about a setup, and about a machine, never used before; empty without a belief."""
    if before is None or not before.lines:
        return {}
    now = at_day(before, today)
    machine = parse_key(now.lines[-1]).machine or "-"
    names = {"new_setup": machine, "new_machine": "never"}
    return {
        kind: asdict(capacity.belief(now, f"{name}|{place}|both|setup=never"))
        for kind, place in names.items()
    }


def rounded(told: capacity.Capacity) -> dict[str, Any]:
    """A capacity as the snapshot carries it."""
    numbers = {"kg": told.kg, "low": told.low, "high": told.high}
    found: dict[str, Any] = {
        name: None if value is None else round(value, 1) for name, value in numbers.items()
    }
    found["basis"] = told.basis
    if told.one_rep_max is not None:
        found["one_rep_max"] = [round(value, 1) for value in told.one_rep_max]
    return found
