"""From the documents of a journal to what comes next: sets, machines, gyms, unit and body mass put together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from iron.journal import facts as exercise_facts
from iron.journal.body_mass import BodyMass
from iron.journal.next_sets import Next, Place, library_ranges, moment, next_of, relatives_days
from iron.training.history.lines import in_time
from iron.training.history.sets import ExerciseFacts, PerformedSet, from_workout
from iron.training.prescription.build import NOMINAL_BODY_KG, trained

if TYPE_CHECKING:
    from iron.journal.journal import Journal


@dataclass(frozen=True, slots=True)
class Known:
    """What a journal knows of one exercise before a moment.

    Attributes:
        facts: facts of the exercise.
        sets: its sets, oldest first; where no body mass is known a nominal one stands in their moved mass.
        references: own reference depths by line key.
        body_mass_kg: body mass at the moment, None when unknown.
        names: names of machines by id.
        unit: the lifter's unit where he chose one.
    """

    facts: ExerciseFacts
    sets: tuple[PerformedSet, ...]
    references: Mapping[str, float]
    body_mass_kg: float | None
    names: Mapping[str, str]
    unit: str | None


def read_exercise(journal: Journal, exercise: str, until: str, body_mass_kg: float | None) -> Known:
    """What the journal knows of one exercise before a moment."""
    view = _View(journal, until, None, body_mass_kg)
    name = journal.merged.target(exercise).exercise
    return Known(
        view.facts(name),
        tuple(view.by_exercise.get(name, ())),
        view.references,
        view.mass_today,
        view.place.names,
        view.settings.get("unit"),
    )


def journal_next(
    journal: Journal,
    exercise: str | None,
    at: date | datetime | str | None,
    unit: str | None,
    body_mass_kg: float | None,
) -> list[Next]:
    """The next load of every line of a journal, see `Journal.next`."""
    until = moment(at)
    on = date.fromisoformat(until[:10])
    view = _View(journal, until, unit, body_mass_kg)
    counted = None if exercise is None else journal.merged.target(exercise).exercise
    chosen = [counted] if counted is not None else list(view.by_exercise)
    found: list[Next] = []
    for name in chosen:
        known = journal.library.exercises.get(name)
        own = exercise_facts.own_range(journal.own.get(name))
        written = (view.settings.get("reps_by_exercise") or {}).get(name)
        ready = trained(
            view.by_exercise.get(name, ()),
            view.facts(name),
            ranges=library_ranges(known, (int(written[0]), int(written[1])) if written else own),
            references=view.references,
            body_mass_kg=view.mass_today,
        )
        away = relatives_days(view.facts(name), view.last_days, journal.facts, on)
        found += next_of(ready, known, view.place, on, days_away=away)
    return sorted(found, key=lambda one: (one.last or {}).get("date", ""), reverse=True)


class _View:
    """A journal before a moment: sets by exercise, settings, body mass, machines and gyms."""

    def __init__(self, journal: Journal, until: str, unit: str | None, body_mass_kg: float | None) -> None:
        bodies = [(doc.id, doc.read()) for doc in journal.store.all("workout")]
        bodies = [(ident, body) for ident, body in bodies if str(body.get("start", "")) < until]
        self._journal = journal
        self.settings: dict[str, Any] = next((doc.read() for doc in journal.store.all("settings")), {})
        mass = BodyMass.of(doc.read() for doc in journal.store.all("measurement"))
        self.mass_today = (
            body_mass_kg if body_mass_kg is not None else mass.on(until) or self.settings.get("mass_kg")
        )
        self.references: dict[str, float] = self.settings.get("reference_depth") or {}
        self.place = _place(journal, bodies, unit or self.settings.get("unit"))
        self.by_exercise, self.last_days = _sets(journal, bodies, mass, self.mass_today)

    def facts(self, name: str) -> ExerciseFacts:
        """Facts of an exercise."""
        return self._journal.facts.get(name, ExerciseFacts(name))


def _sets(
    journal: Journal,
    bodies: Iterable[tuple[str, Mapping[str, Any]]],
    mass: BodyMass,
    today: float | None,
) -> tuple[dict[str, list[PerformedSet]], dict[str, date]]:
    """Sets by exercise, and the day on which each was done last."""
    by_exercise: dict[str, list[PerformedSet]] = {}
    for ident, body in bodies:
        on = mass.on(str(body.get("start", ""))) or today or NOMINAL_BODY_KG
        for one in from_workout(
            journal.merged.workout(body), journal.facts, workout_id=ident, body_mass_kg=on
        ):
            by_exercise.setdefault(one.exercise, []).append(one)
    last = {
        name: max(one.date for one in sets if one.kind != "warm-up" or one.reps)
        for name, sets in by_exercise.items()
    }
    return {name: in_time(sets) for name, sets in by_exercise.items()}, last


def _place(journal: Journal, bodies: Iterable[tuple[str, Mapping[str, Any]]], unit: str | None) -> Place:
    machines = {doc.id: doc.read() for doc in journal.store.all("machine")}
    gyms = {
        str(body.get("name", "")).casefold().strip(): body
        for body in (doc.read() for doc in journal.store.all("gym"))
    }
    names = {
        str(machine["id"]): str(machine["name"])
        for _, body in bodies
        for entry in body.get("entries") or ()
        if (machine := entry.get("machine")) and machine.get("id") and machine.get("name")
    }
    names.update((ident, str(body["name"])) for ident, body in machines.items() if body.get("name"))
    return Place(machines, gyms, names, unit)
