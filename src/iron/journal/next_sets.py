"""The next load of every line: one answer for the command line, the library, the API, the snapshot and MCP."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Final

from iron.journal.questions.measured_next import measured_next
from iron.knowledge import Exercise, Library, messages
from iron.training.history.lines import parse_key
from iron.training.history.marked import Marked, note_on
from iron.training.history.measures import MEASURED, kind_of
from iron.training.history.sets import ExerciseFacts, PerformedSet
from iron.training.prescription.build import Trained, case_of, lines_of
from iron.training.prescription.likely import likely_reps
from iron.training.prescription.loads import as_said
from iron.training.prescription.model import Case, Prescription, Wanted
from iron.training.prescription.pattern_sets import pattern_sets
from iron.training.prescription.rack import Equipment, rack_loads
from iron.training.prescription.rules import prescribe
from iron.training.prescription.shape import shape_of
from iron.values.units import usual_unit

_LOADS: Final = frozenset({"load", "last", "from", "next", "peak", "cut", "top", "usual_low", "usual_high"})
_ADVISED: Final = frozenset({"load", "next", "top"})
_STEPS: Final = frozenset({"step"})
UNIT_SETS: Final = 60
"""Newest sets that say in which unit a lifter trains."""
_DATES: Final = frozenset({"date"})
_CHANCES: Final = frozenset({"chance", "next_chance"})


@dataclass(frozen=True, slots=True)
class Next:
    """What to do next on one line; the fields are those of ``iron next --json``.

    Attributes:
        exercise: exercise id.
        line: line key.
        machine: name of the machine, None when none is recorded.
        load: ``{"value", "unit"}``; None at body weight, and where no load is known.
        body_weight: True when nothing is added to the body.
        sets: working sets.
        reps_low: fewest reps; None where no repetition counts, as is ``rir``.
        reps_high: most reps.
        rir: reps to leave in reserve.
        chance: probability of at least ``reps_low`` reps [0.05, 0.95], None when nothing is known.
        expected: ``{"reps", "low", "high"}``: what the lifter will likely do in the first set, None when unknown.
        rule: direction and reason.
        message: ``{"code", "values"}`` of the sentence.
        sentence: the reason in words.
        last: ``{"date", "load", "reps"}`` of the newest session, None without one.
        question: ``{"code", "values", "sentence"}`` to ask the lifter, or None.
        pattern: ``{"kind", "sets": [{"load", "reps"}]}`` of a day with more than one load (``sets`` counts them all),
            None for straight sets.
        aim: ``{"kind", "duration_s": {"low", "high"}, "distance": {"low", "high", "unit"}}`` of a hold, a time, a
            distance, a pace or a carry; None where reps count, and where nothing is known yet.
        note: ``{"code", "values", "sentence"}`` that says which marked days are left out, None without any of late.
    """

    exercise: str
    line: str
    machine: str | None
    load: dict[str, Any] | None
    body_weight: bool
    sets: int
    reps_low: int | None
    reps_high: int | None
    rir: float | None
    chance: float | None
    expected: dict[str, int] | None
    rule: str
    message: dict[str, Any]
    sentence: str
    last: dict[str, Any] | None
    question: dict[str, Any] | None = None
    pattern: dict[str, Any] | None = None
    aim: dict[str, Any] | None = None
    note: dict[str, Any] | None = None

    @property
    def aim_words(self) -> str | None:
        """What to do in words where no repetition counts; None elsewhere, and where nothing is known yet."""
        values = self.message["values"]
        return messages.render("brief-aim", values) if "aim" in values else None

    def as_json(self) -> dict[str, Any]:
        """The fields as JSON values, in the order of the documentation."""
        return {name: getattr(self, name) for name in self.__slots__}


@dataclass(frozen=True, slots=True)
class Place:
    """Where the lifter trains, and in which unit.

    Attributes:
        machines: bodies of machine documents by id.
        gyms: bodies of gym documents by folded name.
        names: names of machines by id, those of entries included.
        unit: the lifter's unit, None to take that of his sets.
        marked: days that count for nothing, and why.
    """

    machines: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    gyms: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    unit: str | None = None
    marked: Marked = field(default_factory=dict)


def next_of(
    exercise: Trained,
    known: Exercise | None,
    place: Place,
    on: date,
    *,
    days_away: int | None = None,
    wanted: Mapping[str, Wanted] | None = None,
    lines: Iterable[str] | None = None,
) -> list[Next]:
    """The next load of each line of an exercise, the line used last first.

    Args:
        exercise: the exercise with its sets before the moment.
        known: its library entry, None for the lifter's own.
        place: machines, gyms and unit.
        on: the day.
        days_away: days since the exercise or a relative was trained.
        wanted: what a plan asks for, by line key.
        lines: which lines; all with history when None.
    """
    lifted = unit_of(exercise.sets, place.unit)
    rows = []
    for line in lines_of(exercise) if lines is None else lines:
        asked = (wanted or {}).get(line)
        here = exercise.lines.get(line, ())
        if kind_of(here, exercise.facts) in MEASURED:
            fields = measured_next(
                exercise,
                line,
                here,
                on,
                place.names,
                lifted=lifted,
                unit=place.unit or lifted,
                wanted=asked,
            )
            rows.append(Next(**fields, note=_note(place.marked, on)))
            continue
        case = case_of(
            exercise,
            line,
            on,
            unit=unit_at(exercise, place, line),
            wanted=asked,
            grid=_rack_loads(exercise, known, place, line),
            days_away=days_away,
        )
        if case.sessions or lines is not None or case.doubt is not None:
            row = to_next(case, prescribe(case), place.names, place.unit or case.unit)
            rows.append(replace(row, note=_note(place.marked, on)))
    return rows


def _note(marked: Marked, on: date) -> dict[str, Any] | None:
    note = note_on(marked, on)
    return None if note is None else {**note, "sentence": messages.render(note["code"], note["values"])}


def to_next(case: Case, answer: Prescription, names: Mapping[str, str], unit: str) -> Next:
    """Convert a prescription to what every face shows: in the lifter's unit, with its sentence."""
    parts = parse_key(case.line)
    code = _code(case, answer.rule)
    values = _typed(case, answer.values, unit)
    values["reps"] = {"type": "reps", "low": answer.reps_low, "high": answer.reps_high}
    values["probe"] = answer.reps_low + 4
    question = None
    if answer.question is not None:
        asked, raw = answer.question
        raw_values = {name: value for name, value in raw.items() if name != "reps"}
        typed = _typed(case, raw_values, unit, of_advice=frozenset())
        typed["done"] = raw.get("reps")
        if "usual_low" in typed:
            typed["usual"] = len({typed[end]["value"] for end in ("usual_low", "usual_high")})
        question = {
            "code": f"ask-{asked}",
            "values": typed,
            "sentence": messages.render(f"ask-{asked}", typed),
        }
    on_body = case.on_body and answer.load_kg == 0
    pattern = pattern_sets(case, answer)
    return Next(
        exercise=parts.exercise,
        line=case.line,
        machine=None if parts.machine == "-" else names.get(parts.machine, parts.machine),
        load=None if answer.load_kg is None else _load(case, answer.load_kg, unit),
        body_weight=on_body,
        sets=answer.sets if pattern is None else len(pattern.sets),
        reps_low=answer.reps_low,
        reps_high=answer.reps_high,
        rir=answer.rir,
        chance=answer.chance,
        expected=likely_reps(case, answer),
        rule=answer.rule,
        message={"code": code, "values": values},
        sentence=messages.render(code, values),
        last=_last(case),
        question=question,
        pattern=None
        if pattern is None
        else {
            "kind": pattern.kind,
            "sets": [{"load": _advised_load(case, load, unit), "reps": reps} for load, reps in pattern.sets],
        },
    )


def _code(case: Case, rule: str) -> str:
    """The message of a rule: its own words where it has some, else those of its direction."""
    direction, reason = rule.split("-", 1)
    special = f"next-{_on(case)}-{rule}"
    if messages.has(special):
        return special
    # "Up" to less help would read the wrong way round.
    base = "next-help" if case.assists and direction != "start" else "next"
    if direction == "stay" and not messages.has(f"{base}-{rule}") and messages.has(f"next-{rule}"):
        base = "next"
    own = f"{base}-{direction}-{reason}"
    return own if messages.has(own) else f"{base}-{direction}"


def unit_of(sets: Sequence[PerformedSet], otherwise: str | None = None) -> str:
    """The unit in which most of the last sets were lifted; without any the one given, else kg."""
    lifted = [set_.unit for set_ in sets[-UNIT_SETS:] if set_.load_kg > 0]
    return usual_unit(lifted) if lifted else otherwise or "kg"


def unit_at(exercise: Trained, place: Place, line: str) -> str:
    """The unit of the loads there are on a line: of its machine, else the gym, else the lifter's own."""
    machine = place.machines.get(parse_key(line).machine or "", {})
    unit = machine.get("unit") or _gym(exercise, place, line).get("unit") or place.unit
    return str(unit) if unit else unit_of(exercise.sets)


def relatives_days(
    facts: ExerciseFacts, last_days: Mapping[str, date], every: Mapping[str, ExerciseFacts], on: date
) -> int | None:
    """Days since the exercise or one that trains the same was done, None for never.

    Args:
        facts: the exercise.
        last_days: by exercise id, the day on which it was done last, before the moment.
        every: facts by exercise id.
        on: the day.
    """
    primes = {muscle.muscle for muscle in facts.muscles if muscle.credit >= 1.0}
    days = [
        (on - day).days
        for exercise, day in last_days.items()
        if exercise == facts.id or _related(facts, primes, every.get(exercise))
    ]
    return min(days, default=None)


def _related(facts: ExerciseFacts, primes: set[str], other: ExerciseFacts | None) -> bool:
    if other is None:
        return False
    if facts.family == other.family and facts.family not in {"other", "core"}:
        return True
    return bool(primes & {muscle.muscle for muscle in other.muscles if muscle.credit >= 1.0})


def _load(case: Case, load_kg: float, unit: str) -> dict[str, Any] | None:
    """The load of an answer; None where no number says it: body weight, a band without one."""
    if not load_kg and (case.on_body or case.implements == 0):
        return None
    return _advised_load(case, load_kg, unit)


def _advised_load(case: Case, load_kg: float, unit: str) -> dict[str, Any]:
    """A load that is advised, in the lifter's unit; the number of a band stays the one on the band."""
    if case.implements == 0:
        return _as_lifted(case, load_kg)
    return {"value": as_said(load_kg, unit, case.unit), "unit": unit}


def _as_lifted(case: Case, load_kg: float, *, as_load: float | None = None) -> dict[str, Any]:
    """A load that was lifted, in the unit in which it was; ``as_load``: in the unit of that load."""
    other = "lb" if case.unit == "kg" else "kg"
    unit = other if (load_kg if as_load is None else as_load) in case.other_unit else case.unit
    return {"value": as_said(load_kg, unit, unit), "unit": unit}


def _on(case: Case) -> str:
    if case.assists:
        return "help"
    if case.meaning == "band":
        return "band"
    return "body" if case.on_body else "load"


def _typed(
    case: Case, values: Mapping[str, Any], unit: str, of_advice: frozenset[str] = _ADVISED
) -> dict[str, Any]:
    """Typed values in the lifter's unit; loads that were lifted, which are those not of the advice, as lifted."""
    typed: dict[str, Any] = {}
    for name, value in values.items():
        if value is None:
            typed[name] = None
        elif name in _LOADS:
            load = float(value)
            shown = _advised_load(case, load, unit) if name in of_advice else _as_lifted(case, load)
            typed[name] = messages.load(**shown, on=_on(case))
        elif name in _STEPS:
            typed[name] = messages.load(**_as_lifted(case, abs(float(value)), as_load=values.get("from")))
        elif name in _DATES:
            typed[name] = {"type": "date", "value": value}
        elif name in _CHANCES:
            typed[name] = {"type": "chance", "value": value}
        else:
            typed[name] = value
    return typed


def _last(case: Case) -> dict[str, Any] | None:
    for session in reversed(case.sessions):
        shape = shape_of(session, case.k)
        if shape is None:
            continue
        bare = shape.load_kg == 0 and (case.on_body or case.implements == 0)
        return {
            "date": session.day,
            "load": None if bare else _as_lifted(case, shape.load_kg),
            "reps": [int(top.reps) if top.reps == int(top.reps) else top.reps for top in shape.tops],
        }
    return None


def _rack_loads(
    exercise: Trained, known: Exercise | None, place: Place, line: str
) -> Callable[[float, bool], tuple[float, ...] | None]:
    """The loads that the line's machine or the gym has near a load [kg]; None where nobody said."""
    equipment = Equipment(
        place.machines.get(parse_key(line).machine or "", {}),
        _gym(exercise, place, line),
        known.machine.sides if known and known.machine else None,
        exercise.facts.load_meaning,
    )
    return lambda around_kg, is_there: rack_loads(equipment, around_kg, is_there=is_there)


def _gym(exercise: Trained, place: Place, line: str) -> Mapping[str, Any]:
    """The gym where the line's machine stands, else that of its newest workout with one."""
    stands = place.machines.get(parse_key(line).machine or "", {}).get("gym")
    if stands:
        return place.gyms.get(str(stands).casefold().strip(), {})
    for set_ in reversed(exercise.lines.get(line, ())):
        if set_.gym:
            return place.gyms.get(set_.gym.casefold().strip(), {})
    return {}


def library_ranges(
    known: Exercise | None, own: tuple[int, int] | None
) -> tuple[tuple[int, int, float, float], ...]:
    """Rep ranges of an exercise: the lifter's own first, else the library's."""
    if own is not None:
        return ((*own, 1.0, 3.0),)
    return (
        tuple((range_.low, range_.high, range_.rir_low, range_.rir_high) for range_ in known.rep_ranges)
        if known
        else ()
    )


__all__ = ["Library", "Next", "Place", "next_of"]
