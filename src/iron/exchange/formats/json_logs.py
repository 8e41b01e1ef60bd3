"""JSON of training apps: Hevy's API, Liftosaur's full export, wger's REST dump (docs/formats.md#json).

Built from the apps' documentation and code, not from files of lifters: experimental.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from iron.exchange.reading import kinds
from iron.exchange.reading.cells import RowProblemError, note
from iron.exchange.reading.numbers import MASS_WORDS
from iron.exchange.reading.records import Records, listed, mapping

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from iron.exchange.foreign import Foreign
    from iron.exchange.options import ReadOptions
    from iron.values.units import MassUnit

# wger's units of repetitions and loads (docs/formats.md#json).
_WGER_REPS: Final = {1: "reps", 2: "failure", 3: "seconds", 4: "minutes", 5: "mi", 6: "km", 7: "reps", 8: "m"}
_WGER_LOADS: Final[dict[int, MassUnit]] = {1: "kg", 2: "lb"}


def read(data: object, options: ReadOptions) -> Foreign | None:
    """Read a JSON value; None where no reader knows it."""
    top = mapping(data)
    workouts = listed(data) if isinstance(data, list) else listed(top.get("workouts") or top.get("data"))
    if any("exercises" in workout and "start_time" in workout for workout in workouts):
        return _hevy(workouts, options)
    if isinstance(top.get("history"), list) and ("programs" in top or "settings" in top):
        return _liftosaur(top, options)
    logs = listed(data) if isinstance(data, list) else listed(top.get("results") or top.get("workoutlog"))
    if any("repetitions" in log and "exercise" in log and "date" in log for log in logs):
        return _wger(logs, top, options)
    return None


def _each(
    records: Records,
    workouts: list[Mapping[str, Any]],
    take: Callable[[Mapping[str, Any], datetime], None],
    *names: str,
) -> None:
    """Hand every workout with a date to its reader; one without is listed as skipped."""
    for workout in workouts:
        text = next((workout[name] for name in names if workout.get(name)), None)
        try:
            start = records.moment(text, names[0])
        except RowProblemError as problem:
            records.count += 1
            records.skip(problem.column, problem.value, problem.reason)
            continue
        take(workout, start)


def _hevy(workouts: list[Mapping[str, Any]], options: ReadOptions) -> Foreign:
    records = Records(options)

    def take(workout: Mapping[str, Any], start: datetime) -> None:
        end = records.moment_or_none(workout.get("end_time"), "end_time")
        for number, exercise in enumerate(listed(workout.get("exercises"))):
            group = exercise.get("superset_id", exercise.get("supersets_id"))
            for index, set_ in enumerate(listed(exercise.get("sets"))):
                kind = kinds.kind_of(str(set_.get("type") or set_.get("set_type") or "normal"))
                records.add(
                    (workout.get("id") or start, workout.get("title")),
                    start,
                    exercise.get("title"),
                    load=set_.get("weight_kg"),
                    unit="kg",
                    reps=set_.get("reps"),
                    seconds=set_.get("duration_seconds"),
                    distance=set_.get("distance_meters"),
                    kind=kind or ("working", False),
                    rpe=set_.get("rpe"),
                    title=str(workout.get("title") or ""),
                    end=end,
                    workout_note=note(str(workout.get("description") or "")),
                    exercise_note=note(str(exercise.get("notes") or "")),
                    group=None if group is None else _letter(group),
                    number=index + 1000 * number,
                )

    _each(records, workouts, take, "start_time")
    return records.foreign("hevy", "hevy-api", "kg", experimental=True)


def _letter(group: object) -> str:
    text = str(group)
    return chr(ord("A") + int(text)) if text.isdecimal() and int(text) < 26 else text[:20]


def _liftosaur(top: Mapping[str, Any], options: ReadOptions) -> Foreign:
    records = Records(options)
    customs = mapping(mapping(top.get("settings")).get("exercises"))
    own = {str(key): str(mapping(value).get("name") or key) for key, value in customs.items()}

    def take(workout: Mapping[str, Any], start: datetime) -> None:
        if workout.get("vtype") == "progress":
            return
        end = records.moment_or_none(workout.get("endTime"), "endTime")
        for number, entry in enumerate(listed(workout.get("entries"))):
            exercise = mapping(entry.get("exercise"))
            ident = str(exercise.get("id") or "")
            equipment = str(exercise.get("equipment") or "").replace("_", " ")
            name = own.get(ident) or _spaced(ident)
            name = f"{name}, {equipment.capitalize()}" if equipment and equipment != "default" else name
            warm_ups = [(set_, True) for set_ in listed(entry.get("warmupSets"))]
            sets = [*warm_ups, *((set_, False) for set_ in listed(entry.get("sets")))]
            for index, (set_, warm_up) in enumerate(sets):
                if set_.get("completedReps") is None and not set_.get("completedSetTimer"):
                    continue  # planned, not done
                load = mapping(set_.get("completedWeight") or set_.get("weight"))
                records.add(
                    workout.get("id") or start,
                    start,
                    name,
                    load=load.get("value"),
                    unit=MASS_WORDS.get(str(load.get("unit"))),
                    reps=set_.get("completedReps"),
                    seconds=set_.get("completedSetTimer"),
                    kind=("warm-up" if warm_up else "working", False),
                    rpe=set_.get("completedRpe"),
                    title=str(workout.get("dayName") or ""),
                    end=end,
                    workout_note=note(str(workout.get("notes") or "")),
                    exercise_note=note(str(entry.get("notes") or "")),
                    group=str(entry["superset"])[:20] if entry.get("superset") else None,
                    number=index + 1000 * number,
                )

    _each(records, listed(top.get("history")), take, "startTime", "date")
    for point in listed(mapping(mapping(top.get("stats")).get("weight")).get("weight")):
        value = mapping(point.get("value"))
        _mass(records, point.get("timestamp"), value.get("value"), str(value.get("unit")))
    return records.foreign("liftosaur", "liftosaur-json", None, experimental=True)


def _mass(records: Records, at: object, value: object, unit: str) -> None:
    from iron.exchange.foreign import ForeignMass  # noqa: PLC0415 - only here

    mass_unit = MASS_WORDS.get(unit)
    if mass_unit is not None and isinstance(value, (int, float)) and 20 <= value <= 700:
        try:
            moment = records.moment(at, "timestamp")
        except RowProblemError:
            return
        records.masses.append(ForeignMass(moment.replace(tzinfo=None), float(value), mass_unit))


def _spaced(ident: str) -> str:
    """Return ``Bench Press`` for ``benchPress``."""
    words = "".join(f" {letter}" if letter.isupper() else letter for letter in ident).split()
    return " ".join(word[:1].upper() + word[1:] for word in words)


def _wger(logs: list[Mapping[str, Any]], top: Mapping[str, Any], options: ReadOptions) -> Foreign:
    records = Records(options)
    names = _wger_names(top)
    if not names:
        records.remarks.add("wger's logs name exercises by number; map each number to an exercise.", 1)

    def take(log: Mapping[str, Any], start: datetime) -> None:
        counted = _WGER_REPS.get(int(log.get("repetitions_unit") or 1), "reps")
        amount = log.get("repetitions")
        length = {"mi": "mi", "km": "km", "m": "m"}.get(counted)
        seconds = float(amount) * 60 if counted == "minutes" and amount is not None else amount
        rir = log.get("rir")
        records.add(
            log.get("session") or start.date(),
            start,
            names.get(str(log.get("exercise"))) or f"wger exercise {log.get('exercise')}",
            load=log.get("weight"),
            unit=_WGER_LOADS.get(int(log.get("weight_unit") or 1)),
            reps=amount if counted in {"reps", "failure"} else None,
            seconds=seconds if counted in {"seconds", "minutes"} else None,
            distance=amount if length else None,
            distance_unit="km" if length == "km" else "mi" if length == "mi" else "m",
            kind=("working", counted == "failure"),
            rpe=10 - float(rir) if rir not in {None, ""} else None,
        )

    _each(records, sorted(logs, key=lambda log: str(log.get("date"))), take, "date")
    return records.foreign("wger", "wger-rest", None, experimental=True)


def _wger_names(top: Mapping[str, Any]) -> dict[str, str]:
    names = {}
    for info in (*listed(top.get("exerciseinfo")), *listed(top.get("exercises"))):
        texts = listed(info.get("translations"))
        english = next((text for text in texts if text.get("language") == 2), texts[0] if texts else info)
        if english.get("name"):
            names[str(info.get("id"))] = str(english["name"])
    return names
