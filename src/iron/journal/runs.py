"""Runs of programs: the state of each, folded from the workouts that say which session of the run they were."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from iron.records.documents import bodies, is_newer, readable
from iron.training.programs.checks.reading import FORMAT
from iron.training.programs.compiling import read_program
from iron.training.programs.fold import Fold, Setting
from iron.training.programs.model import Place, Program
from iron.training.programs.rounding import Grid, grid_of, tidy
from iron.training.programs.showing import change_json, change_sentence, state_json, targets_json
from iron.training.programs.simulation.forecast import Known, forecast
from iron.training.programs.simulation.simulate import Facts, asked_of
from iron.training.programs.state import Performed, Session, Typed
from iron.training.strength.curve import family_k, one_rep_max
from iron.values.errors import BadDocumentError, NotFoundError
from iron.values.units import mass_in, mass_kg

if TYPE_CHECKING:
    from iron.journal.journal import Journal
    from iron.knowledge import Library

Body = Mapping[str, Any]
Rows = Iterable[tuple[str, Body]]

_WARM_UP: Final = "warm-up"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a run needs besides its own document and the workouts.

    Attributes:
        meanings: what the load of an exercise means, by exercise.
        names: names by exercise.
        machines: bodies of machine documents by id.
        gyms: bodies of gym documents by folded name.
    """

    meanings: Mapping[str, str]
    names: Mapping[str, str]
    machines: Mapping[str, Body]
    gyms: Mapping[str, Body]


def fold_run(ident: str, body: Body, workouts: Rows, around: Surroundings) -> Fold:
    """The fold of a run over the workouts of a journal, whatever order they arrive in.

    Args:
        ident: id of the run.
        body: its document.
        workouts: ids and bodies of workouts; those of other runs are left out.
        around: exercises, machines and gyms.
    """
    program = read_program(body["text"])
    unit = body["unit"]
    fold = Fold(program, _setting(body, program, around))
    events: list[tuple[datetime, int, str, Any]] = [
        *((_at(row), 0, "", row["text"]) for row in body.get("revised") or ()),
        *((_at(row), 1, row["id"], row) for row in body.get("typed") or ()),
        *(
            (_at(workout, "start"), 2, workout_id, workout)
            for workout_id, workout in workouts
            if (workout.get("run") or {}).get("id") == ident
        ),
    ]
    for _, kind, event_id, event in sorted(events, key=lambda row: row[:3]):
        if kind == 0:
            fold.revise(read_program(event))
        elif kind == 1:
            fold.typed(Typed(event_id, event["lift"], float(event["value"])))
        else:
            fold.session(_session(event_id, event, unit, around))
    return fold


def _setting(body: Body, program: Program, around: Surroundings) -> Setting:
    asked = {lift: float(value) for lift, value in (body.get("asked") or {}).items()}
    gym = around.gyms.get(str(body.get("gym") or "").casefold().strip())
    grids: dict[str, Grid] = {}
    if gym and str(gym.get("unit", body["unit"])) == body["unit"]:
        for day in program.days:
            for slot in day.slots:
                grid = _gym_grid(gym, around.meanings.get(slot.exercise, "barbell"), body["unit"])
                if grid is not None:
                    grids[slot.exercise] = grid
    return Setting(body["unit"], asked, around.meanings, grids)


def _gym_grid(gym: Body, meaning: str, unit: str) -> Grid | None:
    if meaning == "dumbbell" and gym.get("dumbbells"):
        return grid_of({"dumbbells": gym["dumbbells"]}, unit, 0.0)
    if meaning in {"barbell", "plates"} and gym.get("plates"):
        bars = gym.get("bars") or [20.0 if unit == "kg" else 45.0]
        base = float(bars[0]) if meaning == "barbell" else 0.0
        return grid_of({"plates": gym["plates"], "bar": base}, unit, base)
    return None


def _machine_grid(machine: Body, meaning: str, unit: str) -> Grid | None:
    """The loads of a machine; None where nobody entered them or they are in another unit."""
    if str(machine.get("unit", unit)) != unit:
        return None
    if machine.get("stack"):
        return grid_of({"stack": machine["stack"]}, unit, 0.0)
    if not machine.get("plates"):
        return None
    base = float(machine.get("base_kg") or 0.0) if meaning == "barbell" and unit == "kg" else 0.0
    return grid_of({"plates": machine["plates"], "bar": base, "sides": machine.get("sides", 2)}, unit, base)


def _at(row: Body, key: str = "at") -> datetime:
    """The instant of a local time with its zone offset."""
    return datetime.fromisoformat(row[key]) - timedelta(minutes=row.get("offset") or 0)


def _session(ident: str, workout: Body, unit: str, around: Surroundings) -> Session:
    run = workout["run"]
    results: dict[str, list[Performed]] = {}
    grids: dict[str, Grid] = {}
    for entry in sorted(workout.get("entries") or (), key=_order):
        slot = entry.get("slot")
        if not slot:
            continue
        sets = [row for row in sorted(entry.get("sets") or (), key=_order) if row.get("kind") != _WARM_UP]
        results.setdefault(slot, []).extend(_performed(row, unit) for row in sets)
        machine = around.machines.get(str((entry.get("machine") or {}).get("id", "")))
        grid = machine and _machine_grid(machine, around.meanings.get(entry["exercise"], "barbell"), unit)
        if grid:
            grids[entry["exercise"]] = grid
    place = Place(int(run["cycle"]), int(run["week"]), int(run["day"]))
    return Session(
        ident, place, {slot: sets for slot, sets in results.items() if sets}, run.get("answers") or {}, grids
    )


def _order(row: Body) -> tuple[str, str]:
    return str(row.get("order", "")), str(row.get("id", ""))


def _performed(row: Body, unit: str) -> Performed:
    reps = row.get("duration_s") if row.get("reps") is None else row.get("reps")
    load = row.get("load")
    value = None
    if load is not None:
        value = float(load["value"])
        if load["unit"] != unit:
            value = tidy(mass_in(mass_kg(value, load["unit"]), unit))
    return Performed(int(reps or 0), value, row.get("rir"), None, str(row.get("id", "")))


def surroundings(journal: Journal) -> Surroundings:
    """The exercises, machines and gyms of a journal."""
    facts = journal.facts
    return Surroundings(
        {ident: known.load_meaning for ident, known in facts.items()},
        {ident: exercise.name for ident, exercise in journal.library.exercises.items()},
        {doc.id: body for doc, body in readable(journal.store.all("machine"))},
        {str(body.get("name", "")).casefold().strip(): body for body in bodies(journal.store.all("gym"))},
    )


def runs(journal: Journal) -> list[dict[str, Any]]:
    """Every run of a journal with its state, its next session and all that changed, the newest start first."""
    documents = [(doc.id, body) for doc, body in readable(journal.store.all("run"))]
    if not documents:
        return []
    around = surroundings(journal)
    workouts = [(doc.id, body) for doc, body in readable(journal.store.all("workout"))]
    rows = [_row(ident, body, workouts, around) for ident, body in documents]
    return sorted(rows, key=lambda row: (row["start"], row["id"]), reverse=True)


def _row(ident: str, body: Body, workouts: Rows, around: Surroundings) -> dict[str, Any]:
    """A run, or the sentence why its text cannot be read: one bad text does not hide the others."""
    try:
        return run_json(ident, body, workouts, around)
    except BadDocumentError as problem:
        empty: dict[str, Any] = {"sessions": 0, "next": None, "state": {}, "changes": []}
        about = {"id": ident, "name": body["name"], "start": body["start"], "unit": body["unit"]}
        return {**about, **empty, "problem": problem.sentence}


def run_of(journal: Journal, ident: str) -> dict[str, Any]:
    """One run of a journal.

    Raises:
        NotFoundError: there is no such run.
    """
    document = journal.store.get("run", ident)
    if document is None or document.deleted or is_newer(document.read()):
        raise NotFoundError(f"There is no run {ident[:64]} of a program in this journal.", where="id")
    workouts = [(doc.id, body) for doc, body in readable(journal.store.all("workout"))]
    return run_json(ident, document.read(), workouts, surroundings(journal))


def run_json(ident: str, body: Body, workouts: Rows, around: Surroundings) -> dict[str, Any]:
    """A run as the API, the command line and the assistant tell it.

    Raises:
        BadDocumentError: the text is of a newer format, or no program.
    """
    if body["text"].get("format") != FORMAT:
        raise BadDocumentError(
            f"A newer Iron wrote the program of “{str(body.get('name', ident))[:60]}”. Update Iron to go on with it.",
            where="text.format",
        )
    try:
        fold = fold_run(ident, body, workouts, around)
    except (KeyError, TypeError, ValueError, AttributeError, IndexError) as problem:
        raise BadDocumentError(
            f"The text of the run “{str(body.get('name', ident))[:60]}” cannot be read ({problem!r}).",
            where="text",
        ) from problem
    place = fold.place
    upcoming = None
    if place is not None and not body.get("ended"):
        upcoming = {
            "day": fold.program.days[place.day].name,
            "cycle": place.cycle,
            "week": place.week,
            "targets": [targets_json(row, body["unit"], around.names) for row in fold.targets(place)],
        }
    return {
        "id": ident,
        "name": body["name"],
        "start": body["start"],
        "unit": body["unit"],
        "sessions": fold.sessions,
        "next": upcoming,
        "state": state_json(fold.program, fold.states, place),
        "changes": [
            {**change_json(change), "sentence": change_sentence(change, body["unit"])}
            for change in fold.changes
        ],
    }


def strength_of(journal: Journal, exercise: str, unit: str) -> tuple[float, float, float] | None:
    """The 10RM of an exercise on its line with the most sets, with the ends of its 80 % interval, in a unit."""
    if exercise not in journal.facts:
        return None
    lines = journal.lines(exercise)
    if not lines:
        return None
    found = lines[0].capacity()
    if found.kg is None or found.low is None or found.high is None or found.low <= 0:
        return None
    return mass_in(found.kg, unit), mass_in(found.low, unit), mass_in(found.high, unit)


def facts_of(library: Library) -> Facts:
    """What a simulation knows of the library's exercises."""
    exercises = library.exercises
    return Facts(
        {ident: family_k(exercise.family, exercise.curve_k) for ident, exercise in exercises.items()},
        {
            ident: {row.muscle: row.credit for row in exercise.muscles}
            for ident, exercise in exercises.items()
        },
        {ident: muscle.name for ident, muscle in library.muscles.items()},
    )


def forecast_of(journal: Journal, program: Program, asked: Mapping[str, float], unit: str) -> dict[str, Any]:
    """Forecast twelve weeks from the log of a journal.

    Args:
        journal: whose log.
        program: the program.
        asked: what he would type, by lift; where it is not there, what the log says.
        unit: ``kg`` or ``lb``.

    Returns:
        The answer of `iron.training.programs.simulation.forecast.forecast` with ``asked`` and ``unit``; ``chance``
        is None when the log knows none of the program's exercises.
    """
    facts = facts_of(journal.library)
    exercises = {slot.exercise for day in program.days for slot in day.slots}
    known = {
        exercise: Known(*found)
        for exercise in exercises
        if (found := strength_of(journal, exercise, unit)) is not None
    }
    answers = dict(asked)
    for ident, lift in program.lifts.items():
        if ident in answers or lift.exercise not in known:
            continue
        k = facts.curve.get(lift.exercise, family_k(""))
        value = asked_of(lift, one_rep_max(known[lift.exercise].ten, k), k)
        if value is not None:
            answers[ident] = tidy(value)
    around = surroundings(journal)
    setting = Setting("lb" if unit == "lb" else "kg", answers, around.meanings)
    if not known:
        empty: dict[str, Any] = {
            "weeks": 12,
            "chance": None,
            "breaks": [],
            "scale": None,
            "scaled_chance": None,
        }
        return {**empty, "unknown": sorted(exercises), "asked": answers, "unit": unit}
    return {**forecast(program, setting, known, facts), "asked": answers, "unit": unit}
