"""A lifter's documents read for training, kept up change by change: sets and beliefs by exercise, place, settings.

Everything that is derived (snapshot, next loads, growth, capacity of a line) is asked of a view, so that every face
gives the same answer. A view takes in what changed: a new workout costs what it holds, an edit of the past fits that
exercise alone again. It can always be built anew from all documents.
"""

from __future__ import annotations

import gc
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from typing import Any, Final

from iron.journal import facts as exercise_facts
from iron.journal.body_mass import BodyMass
from iron.journal.fitting import Fit, bring_up
from iron.journal.next_sets import Place, library_ranges
from iron.journal.studied import Stamp, Studied
from iron.knowledge import Exercise, Library
from iron.records.own_exercises.merged import Merged
from iron.training.history.marked import Marked, cause_on
from iron.training.history.sets import ExerciseFacts, PerformedSet, from_workout, moved_kg
from iron.training.plan.next_day import PlannedWork, planned_work
from iron.training.prescription.build import (
    NOMINAL_BODY_KG,
    Trained,
    moves_body,
    moving,
    trained,
)
from iron.training.strength.state import Strength

Row = tuple[str, str, Mapping[str, Any] | None]
"""Kind, id and body of a document; None for a deleted one."""

RECENT: Final = 40
"""Workouts of a line that its next load looks back on: what a case holds, and as many before to judge slips by."""

GAINS: Final = 80
"""Workouts of a line that a stall looks back on."""

KINDS: Final = frozenset({"workout", "exercise", "measurement", "settings", "machine", "gym"})
_SETTINGS: Final = "settings"


class View:
    """Documents read for training.

    Args:
        library: the exercise library.
    """

    def __init__(self, library: Library) -> None:
        self.library = library
        self.settings: Mapping[str, Any] = {}
        self.version = 0
        self._own: dict[str, Mapping[str, Any]] = {}
        self._measurements: dict[str, Mapping[str, Any]] = {}
        self._machines: dict[str, Mapping[str, Any]] = {}
        self._gyms: dict[str, Mapping[str, Any]] = {}
        self._names: dict[str, str] = {}
        self._held: dict[str, tuple[str, ...]] = {}
        self._works: dict[str, tuple[str, PlannedWork]] = {}
        self.exercises: dict[str, Studied] = {}
        self.facts: dict[str, ExerciseFacts] = {}
        self.merged = Merged(())
        self.mass = BodyMass.of(())

    @classmethod
    def of(cls, rows: Iterable[Row], library: Library) -> View:
        """Read all documents of a lifter."""
        view = cls(library)
        relevant = [row for row in rows if row[0] in KINDS and row[2] is not None]
        view._own = {ident: body for kind, ident, body in relevant if kind == "exercise" and body is not None}
        view._learn_exercises()
        view._small(row for row in relevant if row[0] not in {"workout", "exercise"})
        with _no_collection():
            for kind, ident, body in relevant:
                if kind == "workout" and body is not None:
                    view._workout(ident, body)
        return view

    def apply(self, changes: Iterable[Row]) -> bool:
        """Take in changed documents.

        Returns:
            False when an exercise of the lifter's own changed: what it means touches every workout, build it anew.
        """
        rows = [row for row in changes if row[0] in KINDS]
        if any(kind == "exercise" for kind, _, _ in rows):
            return False
        if self._small(row for row in rows if row[0] != "workout"):
            self._weigh_again()
        for kind, ident, body in rows:
            if kind == "workout":
                self._workout(ident, body or {})
        return True

    def body_mass(self, until: str, given: float | None = None) -> float | None:
        """Body mass at a moment [kg]: the one given, else the last measured, else that of the settings."""
        if given is not None:
            return given
        measured = self.mass.on(until)
        return measured if measured is not None else self.settings.get("mass_kg")

    @property
    def references(self) -> Mapping[str, float]:
        """The lifter's own reference depths by line key."""
        return self.settings.get("reference_depth") or {}

    @property
    def marked(self) -> Marked:
        """Days that count for nothing, and why (docs/documents.md, settings)."""
        return self.settings.get("marked") or {}

    def place(self, unit: str | None = None) -> Place:
        """Where he trains: machines, gyms, unit."""
        names = {
            **self._names,
            **{ident: str(body["name"]) for ident, body in self._machines.items() if body.get("name")},
        }
        gyms = {str(body.get("name", "")).casefold().strip(): body for body in self._gyms.values()}
        return Place(self._machines, gyms, names, unit or self.settings.get("unit"), self.marked)

    def known(self, name: str) -> Exercise | None:
        """The library's entry of an exercise, None for the lifter's own."""
        return self.library.exercises.get(name)

    def facts_of(self, name: str) -> ExerciseFacts:
        """Facts of an exercise."""
        return self.facts.get(name, ExerciseFacts(name))

    def ranges(self, name: str) -> tuple[tuple[int, int, float, float], ...]:
        """Rep ranges of an exercise: what the lifter wrote down first."""
        written = (self.settings.get("reps_by_exercise") or {}).get(name)
        own = exercise_facts.own_range(self._own.get(name))
        return library_ranges(self.known(name), (int(written[0]), int(written[1])) if written else own)

    def last_days(self, until: str) -> dict[str, date]:
        """By exercise, the day on which it was done last before a moment."""
        days = {}
        for name, studied in self.exercises.items():
            place = bisect_left(studied.order, (until, ""))
            if place:
                days[name] = date.fromisoformat(studied.order[place - 1][0][:10])
        return days

    def works_before(self, until: str) -> list[PlannedWork]:
        """What workouts that began before a moment did of days of blocks."""
        return [work for start, work in self._works.values() if start < until]

    def sets_before(self, name: str, until: str, mass_kg: float | None = None) -> tuple[PerformedSet, ...]:
        """All sets of an exercise that began before a moment, oldest first.

        Args:
            name: the exercise.
            until: the moment.
            mass_kg: body mass [kg] where the journal has none.
        """
        studied = self.exercises.get(name)
        if studied is None:
            return ()
        sets = studied.sets_of(studied.order[: bisect_left(studied.order, (until, ""))])
        if mass_kg is not None and self.mass.on(until) is None and moves_body(studied.facts):
            return tuple(_weighed(set_, studied.facts, mass_kg) for set_ in sets)
        return sets

    def trained(self, name: str, until: str, mass_kg: float | None = None) -> Trained:
        """One exercise before a moment, ready for prescriptions and growth."""
        studied = self.exercises.get(name) or Studied(self.facts_of(name))
        mass = self.body_mass(until, mass_kg)
        if mass_kg is not None and self.mass.on(until) is None and moves_body(studied.facts):
            return trained(
                self.sets_before(name, until, mass_kg),
                studied.facts,
                ranges=self.ranges(name),
                references=self.references,
                body_mass_kg=mass,
                cause=cause_on(self.marked),
            )
        whole = not studied.order or studied.order[-1][0] < until
        if whole:
            sets, state = list(studied.recent(RECENT)), self.state(name)
        else:
            sets, state = list(self.sets_before(name, until)), None
        return trained(
            sets,
            studied.facts,
            ranges=self.ranges(name),
            references=self.references,
            body_mass_kg=mass,
            state=state,
            cause=cause_on(self.marked),
        )

    def state(self, name: str) -> Strength | None:
        """The belief about an exercise after all its sets."""
        studied = self.exercises.get(name)
        return None if studied is None else self.fit(name).newest

    def fit(self, name: str) -> Fit:
        """The belief about an exercise workout by workout, brought up to date."""
        studied = self.exercises[name]
        fit = studied.fit
        if fit.references != self.references or fit.marked != self.marked:
            fit = studied.fit = Fit(references=self.references, marked=self.marked)
            studied.dirty = studied.order[0] if studied.order else None
        if studied.dirty is not None:
            self._bring_up(studied)
            studied.dirty = None
        return fit

    def fit_before(self, name: str, until: str) -> Fit:
        """The belief about an exercise workout by workout, of those that began before a moment."""
        studied = self.exercises[name]
        if studied.order[-1][0] < until:
            return self.fit(name)
        return self.fit_of(self.sets_before(name, until), studied.facts)

    def fit_of(self, sets: Iterable[PerformedSet], facts: ExerciseFacts) -> Fit:
        """The belief about an exercise workout by workout from some of its sets, oldest first; not kept."""
        workouts: dict[Stamp, list[PerformedSet]] = {}
        for set_ in sets:
            workouts.setdefault((set_.start, set_.workout), []).append(moving(set_, facts))
        fit = Fit(references=self.references, marked=self.marked)
        bring_up(
            fit,
            lambda stamps: [set_ for stamp in stamps for set_ in workouts[stamp]],
            facts,
            list(workouts),
            0,
        )
        return fit

    @staticmethod
    def _bring_up(studied: Studied) -> None:
        """Take in what changed: only the newest workouts where nothing older did, else the exercise anew."""
        fit, order = studied.fit, studied.order
        first = bisect_left(order, studied.dirty) if studied.dirty is not None else 0
        bring_up(fit, studied.moving_sets_of, studied.facts, order, fit.kept_before(first, order))

    def _learn_exercises(self) -> None:
        self.facts = exercise_facts.every(self.library, self._own.items())
        self.merged = Merged(self._own.items())

    def _small(self, rows: Iterable[Row]) -> bool:
        """Take in settings, measurements, machines and gyms; whether the body mass changed."""
        weighed = False
        for kind, ident, body in rows:
            self.version += 1
            if kind == _SETTINGS:
                self.settings = body or {}
                weighed = True
                continue
            place = {"measurement": self._measurements, "machine": self._machines, "gym": self._gyms}[kind]
            if body is None:
                place.pop(ident, None)
            else:
                place[ident] = body
            weighed = weighed or kind == "measurement"
        if weighed:
            self.mass = BodyMass.of(self._measurements.values())
        return weighed

    def _mass_for(self, start: str) -> float:
        return self.body_mass(start) or NOMINAL_BODY_KG

    def _workout(self, ident: str, body: Mapping[str, Any]) -> None:
        """Read a workout; an empty body takes it out."""
        groups: dict[str, list[PerformedSet]] = {}
        start = str(body.get("start", ""))
        work = planned_work(body)
        self._works.pop(ident, None)
        if work is not None:
            self._works[ident] = (start, work)
        if body:
            merged = self.merged.workout(body)
            for set_ in from_workout(
                merged, self.facts, workout_id=ident, body_mass_kg=self._mass_for(start)
            ):
                groups.setdefault(set_.exercise, []).append(set_)
            for entry in merged.get("entries") or ():
                machine = entry.get("machine")
                if machine and machine.get("id") and machine.get("name"):
                    self._names[str(machine["id"])] = str(machine["name"])
        for name in {*groups, *self._held.get(ident, ())}:
            studied = self.exercises.get(name)
            if studied is None:
                studied = self.exercises[name] = Studied(self.facts_of(name))
            studied.put(ident, start, tuple(groups.get(name, ())))
            if not studied.workouts:
                del self.exercises[name]
        if groups:
            self._held[ident] = tuple(groups)
        else:
            self._held.pop(ident, None)

    def _weigh_again(self) -> None:
        """Moved masses of exercises that move the body, after another body mass."""
        for studied in self.exercises.values():
            if not moves_body(studied.facts):
                continue
            for workout, (start, sets) in list(studied.workouts.items()):
                mass = self._mass_for(start)
                studied.put(workout, start, tuple(_weighed(set_, studied.facts, mass) for set_ in sets))


@contextmanager
def _no_collection() -> Iterator[None]:
    """Leave the search for circles out: sets make none, and it would run through all of them again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _weighed(set_: PerformedSet, facts: ExerciseFacts, mass_kg: float) -> PerformedSet:
    return replace(set_, moved_kg=moved_kg(set_.load_kg, facts, set_.base_kg, mass_kg))
