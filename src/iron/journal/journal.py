"""One lifter's journal: the use cases, on a store it is given. The library's public API.

>>> import iron
>>> iron.read("strong.csv", unit="kg").lines("leg-press-45")[0].capacity()  # doctest: +SKIP
Capacity(kg=205.0, low=197.2, high=214.1, ...)
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime
from functools import cached_property
from heapq import nlargest
from typing import TYPE_CHECKING, Any, Final

import msgspec

from iron.journal import facts as exercise_facts
from iron.journal.body_mass import BodyMass
from iron.journal.content import library
from iron.journal.line import Line
from iron.journal.questions.asking import Questions
from iron.records import committing
from iron.records.documents import Document, bodies, readable
from iron.records.own_exercises.merged import Merged
from iron.records.revisions import Result
from iron.training.history import lines
from iron.training.history.sets import ExerciseFacts, PerformedSet, from_workout
from iron.values.errors import BadInputError, NotFoundError
from iron.values.units import MASS_UNITS, check_mass_unit, usual_unit

if TYPE_CHECKING:
    from iron.exchange.plan import Answers, ImportPlan
    from iron.exchange.takeback import TakeBack
    from iron.journal import next_sets
    from iron.journal.view import View
    from iron.journal.view_cache import ViewLease
    from iron.knowledge import Library
    from iron.records.store import Store

Body = dict[str, Any]
Row = committing.Row

_TABLES: Final = ("hevy", "strong")
# The workouts that say which unit a lifter uses now: a choice.
UNIT_WORKOUTS: Final = 10


class Journal(Questions):
    """A lifter's documents and what can be asked of them.

    Args:
        store: where the documents are.
        known: the exercise library; Iron's own when None.
        clock: the local time of questions that name no moment, ``YYYY-MM-DDTHH:MM:SS``; they need one without it.
        lease: a view that is kept between requests; when None the documents are read once for this journal.
    """

    def __init__(
        self,
        store: Store,
        known: Library | None = None,
        *,
        clock: Callable[[], str] | None = None,
        lease: ViewLease | None = None,
    ) -> None:
        self.store = store
        self._known = known
        self._clock = clock
        self._lease = lease

    @cached_property
    def library(self) -> Library:
        """The exercise library, read when it is first asked for."""
        return self._known or library()

    @cached_property
    def facts(self) -> dict[str, ExerciseFacts]:
        """Facts by exercise id, the lifter's own exercises included."""
        return exercise_facts.every(self.library, self.own.items())

    @cached_property
    def own(self) -> dict[str, Body]:
        """Bodies of the lifter's own exercises by id, merged ones too."""
        return {doc.id: body for doc, body in readable(self.store.all("exercise"))}

    @cached_property
    def view(self) -> View:
        """The documents read for training, from which everything derived is computed."""
        from iron.journal.view_cache import read_view

        return self._lease.view(self.library) if self._lease else read_view(self.store, self.library)

    @cached_property
    def merged(self) -> Merged:
        """Which own exercises count as another one."""
        return Merged(self.own.items())

    def name_of(self, exercise: str) -> str:
        """The name of what an exercise counts as; the id where nobody knows it."""
        counted = self.merged.target(exercise).exercise
        if counted in self.own:
            return str(self.own[counted].get("name", counted))
        known = self.library.exercises.get(counted)
        return known.name if known else counted

    @cached_property
    def body_mass(self) -> BodyMass:
        """The body mass over time, as it was measured."""
        return BodyMass.of(bodies(self.store.all("measurement")))

    @cached_property
    def settings(self) -> Body:
        """The lifter's settings; empty where there are none."""
        return next(bodies(self.store.all("settings")), {})

    @property
    def references(self) -> dict[str, float]:
        """The lifter's own reference depths by line key."""
        return self.settings.get("reference_depth") or {}

    @cached_property
    def unit(self) -> str:
        """The lifter's unit of load: as set, else that of most of the newest sets, else ``kg``."""
        chosen = self.settings.get("unit")
        return str(chosen) if chosen in MASS_UNITS else _usual_unit(bodies(self.store.all("workout")))

    @property
    def utc_offset(self) -> int | None:
        """The offset from UTC [min] of the newest workout that says one, which is where the lifter is; else None."""
        starts = (
            (str(body.get("start", "")), body.get("offset")) for body in bodies(self.store.all("workout"))
        )
        return max((row for row in starts if isinstance(row[1], int)), default=("", None))[1]

    @cached_property
    def sets(self) -> tuple[PerformedSet, ...]:
        """Every set of the journal, oldest first."""
        return self._sets_in(readable(self.store.all("workout")))

    def snapshot(self, at: date | datetime | str | None = None) -> dict[str, Any]:
        """The snapshot of docs/documents.md at a moment, now when None: lines, capacity, trends, stalls."""
        from iron.journal.snapshot.snapshot import snapshot_of

        return snapshot_of(self.view, self.moment(at))

    def replay_advice(self, ident: str) -> dict[str, Any]:
        """A stored advice beside what its question is answered with today (`iron.journal.snapshot.replay`).

        Raises:
            NotFoundError: the journal has no such advice.
        """
        from iron.journal.snapshot.replay import replayed

        document = self.store.get("advice", ident)
        if document is None or document.deleted:
            raise NotFoundError(
                f"There is no advice {ident[:64]} in your journal. A set logged with advice makes one.",
                where="id",
            )
        body = document.read()
        return {"id": ident, "body": body, **replayed(body)}

    def _sets_in(self, workouts: Iterable[tuple[Document, Body]]) -> tuple[PerformedSet, ...]:
        read: list[PerformedSet] = []
        for document, read_body in workouts:
            body = self.merged.workout(read_body)
            on = self.body_mass.on(str(body.get("start", "")))
            read += from_workout(body, self.facts, workout_id=document.id, body_mass_kg=on)
        return tuple(lines.in_time(read))

    def sets_of(self, exercise: str) -> tuple[PerformedSet, ...]:
        """The sets of one exercise, oldest first; of a merged one those of what it counts as.

        Raises:
            NotFoundError: neither the library nor the lifter knows the exercise.
        """
        counted = self.merged.target(self.exercise_id(exercise)).exercise
        if "sets" in self.__dict__:
            return tuple(set_ for set_ in self.sets if set_.exercise == counted)
        # Only workouts that name it are decoded: a long history holds many exercises.
        names = [
            msgspec.json.encode(name)
            for name in {counted, *(own for own in self.own if self.merged.target(own).exercise == counted)}
        ]
        holding = (
            document
            for document in self.store.all("workout")
            if document.body is not None and any(name in document.body for name in names)
        )
        return tuple(set_ for set_ in self._sets_in(readable(holding)) if set_.exercise == counted)

    def lines(self, exercise: str) -> list[Line]:
        """The lines of an exercise, the one with the most sets first."""
        chosen = self.sets_of(exercise)
        counted = self.merged.target(self.exercise_id(exercise)).exercise
        grouped = lines.by_line(chosen, self.facts.get(counted, ExerciseFacts(counted)))
        rows = [Line(self, key, tuple(group)) for key, group in grouped.items()]
        return sorted(rows, key=lambda line: (-len(line.sets), line.key))

    def table(self, app: str, unit: str) -> tuple[str, str]:
        """Write every workout as the CSV that another app reads: its file name and its text.

        Setup, depth, machines and faults have no place in those tables; the archive keeps everything.

        Args:
            app: ``strong`` or ``hevy``.
            unit: unit of the loads, ``kg`` or ``lb``.

        Raises:
            NotFoundError: Iron does not write for that app.
            BadUnitError: no unit of load.
        """
        from iron.exchange.exporters import hevy_csv, strong_csv

        writer = {"hevy": hevy_csv, "strong": strong_csv}.get(app)
        if writer is None:
            raise NotFoundError(
                f"Iron writes no table for “{app[:20]}”. It writes for {' and '.join(_TABLES)}."
            )
        check_mass_unit(unit)
        workouts = sorted(bodies(self.store.all("workout")), key=lambda body: str(body.get("start", "")))
        used = {str(entry["exercise"]) for body in workouts for entry in body.get("entries", ())}
        names = {
            exercise: self.name_of(exercise)
            for exercise in {self.merged.target(ident).exercise for ident in used}
        }
        return writer.file_name(unit), writer.write(workouts, unit=unit, names=names, merged=self.merged)

    def left_out(self, app: str) -> list[str]:
        """What the table of an app has no place for, counted, such as ``setup of 12 sets``."""
        from iron.exchange.exporters.rows import left_out

        return left_out(bodies(self.store.all("workout")), app)

    def plan_import(
        self, data: bytes, *, file_name: str, unit: str | None, at: str, answers: Answers | None = None
    ) -> ImportPlan:
        """Plan an import, a dry run: nothing is stored.

        Args:
            data: the file.
            file_name: its name, for the report.
            unit: ``kg`` or ``lb`` where the file does not say.
            at: now, local, ``YYYY-MM-DDTHH:MM:SS``.
            answers: what else the lifter says about the file.
        """
        from iron.journal.importing import plan_for

        return plan_for(data, file_name, unit, self.store.all(deleted=True), at, answers)

    def commit(self, rows: Iterable[Row], *, device: str, at: str, op_ids: Iterable[str]) -> list[Result]:
        """Store documents as one batch, in one transaction.

        Args:
            rows: (kind, id, body).
            device: id of the device that writes.
            at: now, UTC.
            op_ids: one fresh UUIDv7 for each row.
        """
        self.forget()
        with self.store.together():
            parts = committing.push_by_parts(self.store, rows, device=device, at=at, op_ids=op_ids)
            return [result for results in parts for result in results]

    def commit_all(self, rows: Iterable[Row], *, device: str, at: str, op_ids: Iterable[str]) -> int:
        """Store all documents or none, and say how many they are; arguments as `commit`.

        Raises:
            ConflictError: one was refused, so nothing is stored.
        """
        self.forget()
        with self.store.together():
            parts = committing.push_by_parts(self.store, rows, device=device, at=at, op_ids=op_ids)
            return sum(map(committing.count_taken, parts))

    def plan_take_back(self, import_id: str) -> TakeBack:
        """Say what taking an import back deletes and what it keeps because it was touched since.

        Raises:
            NotFoundError: there is no such import in the journal.
        """
        from iron.exchange.takeback import plan_take_back

        document = self.store.get("import", import_id)
        if document is None or document.deleted:
            raise NotFoundError(
                f"There is no import {import_id} in this journal. `iron undo-import` lists the imports."
            )
        current = {(doc.kind, doc.id): body for doc, body in readable(self.store.all())}
        return plan_take_back(document.read(), current)

    def delete(
        self, keys: Iterable[tuple[str, str]], *, device: str, at: str, op_ids: Iterable[str]
    ) -> list[Result]:
        """Delete documents as one batch; their history stays."""
        self.forget()
        return self.store.push(committing.deletions(self.store, keys, op_ids), device, at)

    def moment(self, at: date | datetime | str | None) -> str:
        """A moment as local text that compares with the start of a workout; now when None.

        A day means its beginning: what was done on it is not known yet.

        Raises:
            BadInputError: no moment is given, and this journal has no clock.
        """
        if at is not None:
            return at if isinstance(at, str) else at.isoformat()
        if self._clock is None:
            raise BadInputError('This journal has no clock. Say when, such as at="2026-11-28".', where="at")
        return self._clock()

    def next(
        self,
        exercise: str | None = None,
        *,
        at: date | datetime | str | None = None,
        unit: str | None = None,
        body_mass_kg: float | None = None,
    ) -> list[next_sets.Next]:
        """What to do next on every line, the line used last first.

        Args:
            exercise: id or name of one exercise; all that were trained when None.
            at: day or moment; only what was started before it is known. Now when None.
            unit: ``kg`` or ``lb`` for the answer; the lifter's own when None.
            body_mass_kg: body mass [kg], where the journal has none.

        Raises:
            NotFoundError: neither the library nor the lifter knows the exercise.
            BadUnitError: no unit of load.
        """
        check_mass_unit(unit)
        from iron.journal import advising

        chosen = None if exercise is None else self.exercise_id(exercise)
        return advising.journal_next(self, chosen, at, unit, body_mass_kg)

    def growth(
        self,
        exercise: str,
        *,
        at: date | datetime | str | None = None,
        unit: str | None = None,
        body_mass_kg: float | None = None,
    ) -> dict[str, Any]:
        """How an exercise has grown, line by line: points, capacity with its interval, one headline.

        Args:
            exercise: id or name of the exercise.
            at: day or moment; only what was started before it is known. Now when None.
            unit: ``kg`` or ``lb`` for the answer; the lifter's own when None.
            body_mass_kg: body mass [kg], where the journal has none.

        Raises:
            NotFoundError: neither the library nor the lifter knows the exercise.
            BadUnitError: no unit of load.
        """
        check_mass_unit(unit)
        from iron.journal.growth import growing

        return growing.journal_growth(self, self.exercise_id(exercise), at, unit, body_mass_kg)

    def forget(self) -> None:
        """Forget what was read of the store: after a write it is read again."""
        for name in (
            "facts",
            "own",
            "merged",
            "sets",
            "view",
            "body_mass",
            "settings",
            "unit",
            "exercises",
            "workouts",
            "body",
        ):
            self.__dict__.pop(name, None)


def _usual_unit(workouts: Iterable[Body]) -> str:
    """The unit of most loads of the newest workouts; ``kg`` without any."""
    newest = nlargest(UNIT_WORKOUTS, workouts, key=lambda body: str(body.get("start", "")))
    return usual_unit(
        str(load["unit"])
        for body in newest
        for entry in body.get("entries") or ()
        for set_ in entry.get("sets") or ()
        if (load := set_.get("as_lifted") or set_.get("load")) and load["value"]
    )
