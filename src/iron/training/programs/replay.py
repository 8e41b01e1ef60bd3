"""Any results played against a program: day by day targets, state and the evidence of each change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from iron.knowledge import messages
from iron.training.programs.fold import Fold, Setting
from iron.training.programs.model import Lift, Place, Program, Unit
from iron.training.programs.rounding import Grid, grid_of
from iron.training.programs.showing import change_json, state_json, targets_json
from iron.training.programs.state import Performed, Session, Typed
from iron.values.errors import BadInputError
from iron.values.plates import USUAL_BAR

if TYPE_CHECKING:
    from collections.abc import Mapping

_MOST_DAYS: Final = 5000
_KINDS: Final = ("working", "drop", "rest-pause")
_RACK_KEYS: Final = {"plates", "bar", "base", "sides", "stack", "dumbbells", "step"}


@dataclass(frozen=True, slots=True)
class Words:
    """What a replay knows of exercises: names by id, and what a load of them means."""

    names: Mapping[str, str]
    meanings: Mapping[str, str]


def replay(program: Program, given: Mapping[str, Any], words: Words) -> dict[str, Any]:
    """Play results against a program.

    Args:
        program: the program.
        given: ``{"unit", "maxes", "plates", "days": [{"day", "results", "answers"?, "maxes"?, "plates"?}]}`` as in
            docs/programs.md. ``results`` are reps by slot; a set may be ``{"reps", "load", "rir", "velocity_loss"}``.
        words: names and meanings of exercises.

    Returns:
        ``{"program", "unit", "days": [{"day", "cycle", "week", "targets", "results", "state", "changes"}], "next",
        "state", "ended"}``. ``targets`` are those before the session, ``state`` is the one after it.

    Raises:
        BadInputError: the results are not of this shape, or name a day or slot that the program does not have.
    """
    unit = given.get("unit", "kg")
    if unit not in {"kg", "lb"}:
        raise BadInputError(f"“{str(unit)[:20]}” is not a unit. Use kg or lb.", where="unit")
    days = given.get("days", [])
    if not isinstance(days, list) or len(days) > _MOST_DAYS:
        raise BadInputError(f"days is a list of at most {_MOST_DAYS} days.", where="days")
    asked = typed_numbers(program, given.get("maxes") or {}, words, "maxes")
    check_answered(program, asked)
    setting = Setting(unit, asked, words.meanings, _grids(program, given.get("plates"), unit, words))
    fold = Fold(program, setting)
    rows = [_day(fold, row, at, words) for at, row in enumerate(days)]
    upcoming = fold.place
    return {
        "program": program.name,
        "unit": unit,
        "days": rows,
        "next": None if upcoming is None else _next(fold, upcoming, words),
        "state": state_json(program, fold.states, fold.place),
        "ended": upcoming is None,
    }


def _next(fold: Fold, place: Place, words: Words) -> dict[str, Any]:
    return {
        "day": fold.program.days[place.day].name,
        "cycle": place.cycle,
        "week": place.week,
        "targets": [targets_json(row, fold.setting.unit, words.names) for row in fold.targets(place)],
    }


def _day(fold: Fold, row: Any, at: int, words: Words) -> dict[str, Any]:
    where = f"days[{at}]"
    if not isinstance(row, dict):
        raise BadInputError("A day is an object with day and results.", where=where)
    place = _place(fold, row.get("day"), where)
    ident = f"day {at + 1}"
    for lift, value in typed_numbers(fold.program, row.get("maxes") or {}, words, f"{where}.maxes").items():
        fold.typed(Typed(ident, lift, value))
    results = _results(fold.program, place, row.get("results") or {}, words, f"{where}.results")
    grids = _grids(fold.program, row.get("plates"), fold.setting.unit, words)
    answers = row.get("answers") or {}
    before = len(fold.changes)
    session = Session(ident, place, results, {str(key): str(value) for key, value in answers.items()}, grids)
    fold.arrive(session)
    targets = [targets_json(row, fold.setting.unit, words.names) for row in fold.targets(place)]
    fold.session(session)
    if grids:  # the plates of a day hold for that day
        fold.arrive(Session(ident, place, {}, gym=fold.setting.grid))
    return {
        "day": fold.program.days[place.day].name,
        "cycle": place.cycle,
        "week": place.week,
        "targets": targets,
        "results": {slot: [set_.reps for set_ in sets] for slot, sets in results.items()},
        "changes": [change_json(change) for change in fold.changes[before:]],
        "state": state_json(fold.program, fold.states, fold.place),
    }


def _place(fold: Fold, name: Any, where: str) -> Place:
    """The next session with a name; the next of all where no name is given."""
    place = fold.place
    if place is None:
        raise BadInputError(
            f"The program ended after {fold.program.cycles} rounds: take this day out.", where=f"{where}.day"
        )
    if name is None:
        return place
    wanted = str(name).casefold().strip()
    names = {day.name.casefold().strip(): day.index for day in fold.program.days}
    for _ in range(len(fold.program.order) + 1):
        if place is None:
            break
        if fold.program.days[place.day].name.casefold().strip() == wanted:
            return place
        place = fold.program.next(place)
    known = ", ".join(f"“{day.name}”" for day in fold.program.days[:12])
    if wanted in names:
        raise BadInputError(f"“{str(name)[:60]}” comes no more: days are {known}.", where=f"{where}.day")
    raise BadInputError(
        f"“{str(name)[:60]}” is not a day of this program: days are {known}.", where=f"{where}.day"
    )


def typed_numbers(program: Program, given: Any, words: Words, where: str) -> dict[str, float]:
    """Numbers typed, by lift: named by lift, slot, exercise id or exercise name; a lift's own id wins.

    Raises:
        BadInputError: no number, or the program keeps none for that name.
    """
    if not isinstance(given, dict):
        raise BadInputError('maxes is an object such as {"squat": 100}.', where=where)
    exact: dict[str, float] = {}
    shared: dict[str, float] = {}
    for name, value in given.items():
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 5000:
            raise BadInputError(
                f"The max of “{name}” is {str(value)[:20]}: write a number.", where=f"{where}.{name}"
            )
        lifts = _lifts_named(program, str(name), words)
        if not lifts:
            known = ", ".join(ident for ident, lift in program.lifts.items() if lift.keeps)
            raise BadInputError(
                f"The program keeps no number for “{str(name)[:60]}”: it asks for {known or 'none'}.",
                where=f"{where}.{name}",
            )
        into = exact if str(name) in program.lifts else shared
        into.update(dict.fromkeys(lifts, float(value)))
    return {**shared, **exact}


def _lifts_named(program: Program, name: str, words: Words) -> list[str]:
    if name in program.lifts:
        return [name] if program.lifts[name].keeps else []
    slots = [slot for day in program.days for slot in day.slots if slot.id == name]
    if slots:
        return [slot.lift for slot in slots if program.lifts[slot.lift].keeps]
    folded = name.casefold().strip()
    return [
        lift.id
        for lift in program.lifts.values()
        if lift.keeps
        and folded in {lift.exercise, lift.name.casefold(), words.names.get(lift.exercise, "").casefold()}
    ]


def check_answered(program: Program, asked: Mapping[str, float]) -> None:
    """Refuse a start without a training max or 1RM that is asked; a working load may come from the first session.

    Raises:
        BadInputError: names what is missing.
    """
    missing = [
        lift
        for lift in program.lifts.values()
        if lift.keeps and lift.keeps != "load" and lift.id not in asked and lift.start is None
    ]
    if missing:
        names = ", ".join(f"{lift.id} ({question_of(lift)})" for lift in missing)
        raise BadInputError(
            f"The program asks for numbers that maxes does not have: {names}. Add them.", where="maxes"
        )


def question_of(lift: Lift) -> str:
    """What the program asks about a lift, for a person."""
    reps = lift.ask.removesuffix("rm")
    if reps not in {lift.ask, "1"}:
        return messages.phrase("question-test", {"reps": reps})
    return messages.phrase(f"question-{lift.ask.replace(' ', '-')}", {})


def _results(
    program: Program, place: Place, given: Any, words: Words, where: str
) -> dict[str, list[Performed]]:
    if not isinstance(given, dict):
        raise BadInputError('results is an object such as {"squat": [5, 5, 5]}.', where=where)
    slots = program.days[place.day].slots
    performed: dict[str, list[Performed]] = {}
    for name, sets in given.items():
        folded = str(name).casefold().strip()
        slot = next((slot for slot in slots if slot.id == name), None) or next(
            (
                slot
                for slot in slots
                if folded in {slot.lift, slot.exercise, words.names.get(slot.exercise, "").casefold()}
            ),
            None,
        )
        if slot is None:
            known = ", ".join(slot.id for slot in slots)
            raise BadInputError(
                f"“{str(name)[:60]}” is not a slot of “{program.days[place.day].name}”: slots are {known}.",
                where=f"{where}.{name}",
            )
        rows = sets if isinstance(sets, list) else [sets]
        performed[slot.id] = [_performed(row, f"{where}.{name}[{at}]") for at, row in enumerate(rows)]
    return performed


def _performed(row: Any, where: str) -> Performed:
    values = row if isinstance(row, dict) else {"reps": row}
    reps = values.get("reps")
    reps = 0 if reps is None else reps
    if isinstance(reps, bool) or not isinstance(reps, int) or not 0 <= reps <= 3600:
        raise BadInputError(f"Reps are a whole number, not {str(reps)[:20]}.", where=where)
    return Performed(
        reps,
        _optional(values, "load", where),
        _optional(values, "rir", where),
        _optional(values, "velocity_loss", where),
        kind=_word(values, "kind", where),
        exercise=_word(values, "exercise", where),
    )


def _word(values: Mapping[str, Any], key: str, where: str) -> str:
    value = values.get(key, "working" if key == "kind" else "")
    if not isinstance(value, str):
        raise BadInputError(f"{key} is a text, not {str(value)[:20]}.", where=f"{where}.{key}")
    if key == "kind" and value not in _KINDS:
        raise BadInputError(f"kind is one of {', '.join(_KINDS)}, not {value[:20]}.", where=f"{where}.{key}")
    return value


def _optional(values: Mapping[str, Any], key: str, where: str) -> float | None:
    value = values.get(key)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 5000:
        raise BadInputError(f"{key} is a number of 0 or more, not {str(value)[:20]}.", where=f"{where}.{key}")
    return float(value)


def _grids(program: Program, given: Any, unit: Unit, words: Words) -> dict[str, Grid]:
    """Loads that can be made by exercise: one rack for all barbells, or a rack by exercise, lift or slot."""
    if given is None:
        return {}
    if isinstance(given, list):
        given = {"plates": given}
    if not isinstance(given, dict):
        raise BadInputError(
            'plates is null or an object such as {"bar": 20, "plates": [20, 10, 5]}.', where="plates"
        )
    exercises = {slot.exercise for day in program.days for slot in day.slots}
    exercises |= {exercise for lift in program.lifts.values() for exercise in lift.ladder}
    common = {key: value for key, value in given.items() if key in _RACK_KEYS or _is_number(key)}
    grids: dict[str, Grid] = {}
    if common:
        for exercise in exercises:
            base = USUAL_BAR[unit]
            meaning = words.meanings.get(exercise, "barbell")
            if meaning in {"barbell", "plates"}:
                grids[exercise] = grid_of(common, unit, base if meaning == "barbell" else 0.0)
    for name, rack in given.items():
        if name in common:
            continue
        chosen = _exercises_named(program, str(name), words)
        if not chosen or not isinstance(rack, dict):
            raise BadInputError(
                f"“{str(name)[:60]}” is neither an exercise of this program nor a key of plates.",
                where="plates",
            )
        for exercise in chosen:
            base = USUAL_BAR[unit] if words.meanings.get(exercise, "barbell") == "barbell" else 0.0
            grids[exercise] = grid_of(rack, unit, base)
    return grids


def _exercises_named(program: Program, name: str, words: Words) -> set[str]:
    folded = name.casefold().strip()
    rows = {
        slot.exercise
        for day in program.days
        for slot in day.slots
        if folded in {slot.id, slot.lift, slot.exercise, words.names.get(slot.exercise, "").casefold()}
    }
    return rows | {
        exercise for lift in program.lifts.values() for exercise in lift.ladder if exercise == name
    }


def _is_number(text: str) -> bool:
    return text.replace(".", "", 1).isdigit()
