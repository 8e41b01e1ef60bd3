"""Runs of programs: the state of each, folded from the workouts that say which session of the run they were."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING, Any

from iron.journal.run_folds import Body, Surroundings, fold_run, folded_gym
from iron.knowledge import messages
from iron.records.documents import Document, bodies, is_newer, readable
from iron.training.programs.checks.checking import FORMAT
from iron.training.programs.days import dated_sessions
from iron.training.programs.fold import Fold, Setting
from iron.training.programs.model import Program
from iron.training.programs.rounding import tidy
from iron.training.programs.showing import change_json, state_json, targets_json, why_message
from iron.training.programs.simulation.forecast import Known, forecast
from iron.training.programs.simulation.simulate import Facts, asked_of
from iron.training.programs.upcoming import one_round, upcoming
from iron.training.strength.curve import family_k, one_rep_max
from iron.values.errors import BadDocumentError, NotFoundError
from iron.values.units import mass_in

if TYPE_CHECKING:
    from iron.journal.journal import Journal
    from iron.knowledge import Library
    from iron.training.strength.capacity import Capacity


def surroundings(journal: Journal) -> Surroundings:
    """The exercises, machines and gyms of a journal."""
    facts = journal.facts
    return Surroundings(
        {ident: known.load_meaning for ident, known in facts.items()},
        {ident: exercise.name for ident, exercise in journal.library.exercises.items()},
        {doc.id: body for doc, body in readable(journal.store.all("machine"))},
        {folded_gym(body.get("name")): body for body in bodies(journal.store.all("gym"))},
    )


def runs(journal: Journal) -> list[dict[str, Any]]:
    """Every run of a journal with its state, its next session and all that changed, the newest start first."""
    documents = [(doc.id, body) for doc, body in readable(journal.store.all("run"))]
    if not documents:
        return []
    around = surroundings(journal)
    workouts = list(journal.store.all("workout"))
    rows = [_row(ident, body, workouts, around) for ident, body in documents]
    return sorted(rows, key=lambda row: (row["start"], row["id"]), reverse=True)


def _row(ident: str, body: Body, workouts: Iterable[Document], around: Surroundings) -> dict[str, Any]:
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
    workouts = journal.store.all("workout")
    return run_json(ident, document.read(), workouts, surroundings(journal))


def run_json(ident: str, body: Body, workouts: Iterable[Document], around: Surroundings) -> dict[str, Any]:
    """A run as the API, the command line and the assistant tell it.

    Raises:
        BadDocumentError: the text is of a newer format, or no program.
    """
    fold = _fold(ident, body, workouts, around)
    place = fold.place
    upcoming = None
    if place is not None and not body.get("ended"):
        upcoming = {
            "day": fold.program.days[place.day].name,
            # 0 is Monday; None where the program's sessions follow one another on any day.
            "weekday": fold.program.days[place.day].weekday if fold.program.weekdays else None,
            "planned": _planned(fold, str(body["start"])),
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
            {**change_json(change), "message": why, "sentence": messages.phrase(**why)}
            for change in fold.changes
            for why in (
                why_message(change, body["unit"], _lift_name(fold.program, change.lift, around.names)),
            )
        ],
    }


def _fold(ident: str, body: Body, workouts: Iterable[Document], around: Surroundings) -> Fold:
    name = str(body.get("name", ident))[:60]
    if body["text"].get("format") != FORMAT:
        raise BadDocumentError(
            f"A newer Iron wrote the program of “{name}”. Update Iron to go on with it.", where="text.format"
        )
    try:
        return fold_run(ident, body, workouts, around)
    except (KeyError, TypeError, ValueError, AttributeError, IndexError) as problem:
        raise BadDocumentError(
            f"The text of the run “{name}” cannot be read ({problem!r}).", where="text"
        ) from problem


def coming_dates(journal: Journal, on: date) -> list[tuple[str, str]]:
    """Name and date of the sessions of running programs on weekdays, up to the first from a day on; missed ones too.

    Args:
        journal: whose programs.
        on: today.
    """
    around = surroundings(journal)
    workouts = list(journal.store.all("workout"))
    dates: list[tuple[str, str]] = []
    for document, body in readable(journal.store.all("run")):
        if body.get("ended"):
            continue
        try:
            fold = _fold(document.id, body, workouts, around)
        except BadDocumentError:
            continue  # its own page says so
        coming = dated_sessions(fold, date.fromisoformat(str(body["start"])), on)
        dates += [(fold.program.days[place.day].name, planned.isoformat()) for place, planned in coming]
    return dates


def coming_slots(journal: Journal, on: date) -> Iterator[dict[str, Any]]:
    """What the running programs ask for in the sessions to come, one round of each, the next session first.

    The newest start speaks first. A run that cannot be read asks for nothing.
    """
    documents = [
        (doc.id, body)
        for doc, body in readable(journal.store.all("run"))
        if not body.get("ended") and str(body["start"]) <= on.isoformat()
    ]
    if not documents:
        return
    around = surroundings(journal)
    workouts = list(journal.store.all("workout"))
    for ident, body in sorted(documents, key=lambda row: (str(row[1]["start"]), row[0]), reverse=True):
        with suppress(BadDocumentError):
            fold = _fold(ident, body, workouts, around)
            for slots in upcoming(fold, one_round(fold)):
                yield from (targets_json(row, body["unit"], around.names) for row in slots)


def _planned(fold: Fold, start: str) -> str | None:
    """The date that its weekday gives the next session; None where sessions follow one another on any day."""
    dated = dated_sessions(fold, date.fromisoformat(start), date.min)
    return dated[0].on.isoformat() if dated else None


def strength_of(journal: Journal, exercise: str, unit: str) -> tuple[float, float, float] | None:
    """The 10RM of an exercise on its line with the most sets, with the ends of its 80 % interval, in a unit."""
    capacity = _capacity_of(journal, exercise)
    if (
        capacity is None
        or capacity.kg is None
        or capacity.low is None
        or capacity.high is None
        or capacity.low <= 0
    ):
        return None
    return mass_in(capacity.kg, unit), mass_in(capacity.low, unit), mass_in(capacity.high, unit)


def _lift_name(program: Program, ident: str, names: Mapping[str, str]) -> str:
    """What a lift is called: its own name, else that of its exercise."""
    lift = program.lifts[ident]
    return lift.name or names.get(lift.exercise, ident)


def _capacity_of(journal: Journal, exercise: str) -> Capacity | None:
    """The 10RM of the line with the most sets; None where there is no line."""
    lines = journal.lines(exercise) if exercise in journal.facts else ()
    return lines[0].capacity() if lines else None


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
        The answer of `iron.training.programs.simulation.forecast.forecast` with ``asked``, ``unit``, ``names`` of
        lifts and exercises by id, and ``reasons``: why the log does not say the strength of an exercise that is in
        it. ``chance`` is None when the log knows none of the program's exercises.
    """
    facts = facts_of(journal.library)
    exercises = {slot.exercise for day in program.days for slot in day.slots}
    known = {
        exercise: Known(*strength)
        for exercise in exercises
        if (strength := strength_of(journal, exercise, unit)) is not None
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
        answer = {**empty, "unknown": sorted(exercises)}
    else:
        answer = forecast(program, setting, known, facts)
    names = {ident: around.names.get(ident, ident) for ident in exercises}
    names |= {ident: _lift_name(program, ident, around.names) for ident in program.lifts}
    reasons = {
        ident: capacity.basis
        for ident in answer["unknown"]
        if (capacity := _capacity_of(journal, ident)) is not None
    }
    return {**answer, "asked": answers, "unit": unit, "names": names, "reasons": reasons}
