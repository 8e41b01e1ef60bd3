"""The next step of a hold, a time, a distance, a pace or a carry, as every face shows it."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

from iron.knowledge import messages
from iron.training.history.lines import parse_key
from iron.training.history.measures import kind_of
from iron.training.history.sets import ADDED, ASSISTANCE, OUT_OF_RECORDS, PerformedSet
from iron.training.measured.steps import (
    Aim,
    MeasuredCase,
    MeasuredSession,
    MeasuredSet,
    MeasuredStep,
    next_step,
)
from iron.training.prescription.build import SESSIONS, Trained
from iron.training.prescription.loads import as_said
from iron.training.prescription.model import Wanted
from iron.values.units import METRES, shown

_USUAL_DISTANCE: Final = "m"


def measured_next(
    exercise: Trained,
    line: str,
    here: Sequence[PerformedSet],
    on: date,
    names: Mapping[str, str],
    *,
    lifted: str,
    unit: str,
    wanted: Wanted | None = None,
) -> dict[str, Any]:
    """The fields of `iron.journal.next_sets.Next` for a line that no repetition counts.

    Args:
        exercise: the exercise with its sets before the moment.
        line: line key, with history or without.
        here: the sets of the line.
        on: the day.
        names: names of machines by id.
        lifted: the unit that his loads are in.
        unit: the unit of the answer.
        wanted: what a plan asks for; its sets and its easy week hold here, reps do not.
    """
    case = _case(exercise, here, on, wanted)
    step = next_step(case)
    say = _InUnits(
        exercise.facts.load_meaning,
        lifted,
        unit,
        next((set_.distance_unit for set_ in reversed(here) if set_.distance_unit), _USUAL_DISTANCE),
    )
    values = {name: say.value(value) for name, value in step.values.items()}
    if step.aim is not None:
        values["aim"] = say.aim(step.aim)
    code = f"next-{step.rule}"
    parts = parse_key(line)
    load_kg = None if step.aim is None else step.aim.load_kg
    return {
        "exercise": parts.exercise,
        "line": line,
        "machine": None if parts.machine == "-" else names.get(parts.machine, parts.machine),
        "load": say.load(load_kg),
        "body_weight": not load_kg and exercise.facts.load_meaning in {ADDED, "none"},
        "sets": step.sets,
        "reps_low": None,
        "reps_high": None,
        "rir": None,
        "chance": None,
        "expected": None,
        "rule": step.rule,
        "message": {"code": code, "values": values},
        "sentence": messages.render(code, values),
        "last": _last(case, say),
        "aim": _aim(case, step, say),
    }


def _case(exercise: Trained, here: Sequence[PerformedSet], on: date, wanted: Wanted | None) -> MeasuredCase:
    """Put the case of one line together: its working sets by workout, marked days left out."""
    facts = exercise.facts
    groups: dict[str, list[PerformedSet]] = {}
    for set_ in filter(_is_work, here):
        if exercise.cause(set_.start[:10]) is None:
            groups.setdefault(set_.workout, []).append(set_)
    newest = max((set_.start[:10] for set_ in exercise.sets if _is_work(set_)), default=None)
    sessions = tuple(
        MeasuredSession(
            group[0].start[:10],
            tuple(MeasuredSet(set_.load_kg, set_.duration_s, set_.distance_m) for set_ in group),
            group[0].deload,
        )
        for group in groups.values()
    )
    since = None if newest is None else (on - date.fromisoformat(newest)).days
    return MeasuredCase(
        kind_of(here, facts),
        facts.load_meaning == ASSISTANCE,
        sessions[-SESSIONS:],
        since,
        None if wanted is None else wanted.sets,
        wanted is not None and wanted.deload,
    )


def _is_work(set_: PerformedSet) -> bool:
    is_measured = set_.duration_s or set_.distance_m or set_.reps
    return set_.kind == "working" and bool(is_measured) and not OUT_OF_RECORDS & set(set_.flags)


class _InUnits:
    """Values in the lifter's units.

    Args:
        meaning: what the load counts.
        lifted: the unit that his loads are in.
        unit: the unit of the answer.
        distance_unit: the unit of his distances on the line.
    """

    def __init__(self, meaning: str, lifted: str, unit: str, distance_unit: str) -> None:
        self._on = {ADDED: "body", "none": "body", ASSISTANCE: "help"}.get(meaning, "load")
        self._lifted, self._unit, self._distance_unit = lifted, unit, distance_unit

    def load(self, load_kg: float | None) -> dict[str, Any] | None:
        """A load as JSON; None for none."""
        if not load_kg:
            return None
        return {"value": as_said(load_kg, self._unit, self._lifted), "unit": self._unit}

    def duration(self, ends: tuple[float, float] | None) -> dict[str, int] | None:
        """The ends of a time in whole seconds."""
        return None if ends is None else {"low": _whole(ends[0]), "high": _whole(ends[1])}

    def distance(self, ends: tuple[float, float] | None) -> dict[str, Any] | None:
        """The ends of a distance in his unit."""
        if ends is None:
            return None
        low, high = (shown(end / METRES[self._distance_unit]) for end in ends)
        return {"low": low, "high": high, "unit": self._distance_unit}

    def covered(self, metres: float | None) -> dict[str, Any] | None:
        """A distance as JSON; None for none."""
        if metres is None:
            return None
        return {"value": shown(metres / METRES[self._distance_unit]), "unit": self._distance_unit}

    def aim(self, aim: Aim) -> dict[str, Any]:
        """What to do as a typed value of a message."""
        load = self.load(aim.load_kg)
        return {
            "type": "aim",
            "load": load and messages.load(load["value"], self._unit, self._on),
            "duration": self.duration(aim.duration_s),
            "distance": self.distance(aim.distance_m),
        }

    def value(self, value: Any) -> Any:
        """A value of a step as a typed value of its message."""
        if isinstance(value, Aim):
            return self.aim(value)
        return {"type": "date", "value": value} if isinstance(value, str) and value[:1].isdigit() else value


def _aim(case: MeasuredCase, step: MeasuredStep, say: _InUnits) -> dict[str, Any] | None:
    if step.aim is None:
        return None
    return {
        "kind": case.kind,
        "duration_s": say.duration(step.aim.duration_s),
        "distance": say.distance(step.aim.distance_m),
    }


def _last(case: MeasuredCase, say: _InUnits) -> dict[str, Any] | None:
    if not case.sessions:
        return None
    session = case.sessions[-1]
    heaviest = max(set_.load_kg for set_ in session.sets)
    return {
        "date": session.day,
        "load": say.load(heaviest),
        "reps": [],
        "measured": [
            {
                "load": say.load(set_.load_kg),
                "duration_s": set_.duration_s,
                "distance": say.covered(set_.distance_m),
            }
            for set_ in session.sets
        ],
    }


def _whole(value: float) -> int:
    return math.floor(value + 0.5)
