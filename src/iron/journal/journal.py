"""One lifter's journal: the use cases, on a store it is given. The library's front door.

>>> import iron
>>> iron.read("strong.csv", unit="kg").lines("leg-press-45")[0].capacity()  # doctest: +SKIP
Capacity(kg=205.0, low=197.2, high=214.1, ...)
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime
from functools import cache, cached_property
from pathlib import Path
from threading import Lock
from typing import Any, Final, cast

import msgspec

from iron import knowledge
from iron.exchange import plan_view, planning
from iron.exchange.exporters import hevy_csv, strong_csv
from iron.exchange.names.known import KnownDocuments
from iron.exchange.names.name_meanings import MachineWords, parse_machine_words
from iron.exchange.plan import Answers, ImportPlan
from iron.exchange.takeback import TakeBack, plan_take_back
from iron.journal import advising, growing, next_sets
from iron.journal import facts as exercise_facts
from iron.journal.body_mass import BodyMass
from iron.journal.line import Line
from iron.journal.snapshot import snapshot as snapshots
from iron.journal.view import View
from iron.knowledge import Library
from iron.records.documents import Document, bodies, is_newer, readable
from iron.records.own_exercises.merged import Merged
from iron.records.revisions import Op, Result
from iron.records.store import MemoryStore, Store
from iron.training.history import lines
from iron.training.history.sets import ExerciseFacts, PerformedSet, from_workout
from iron.values import ids
from iron.values.errors import BadFileError, BadUnitError, NotFoundError
from iron.values.units import MASS_UNITS, MassUnit

Body = dict[str, Any]
Row = tuple[str, str, Body]


_TABLES: Final = {"hevy": hevy_csv, "strong": strong_csv}

# Reading takes half a second of CPU: `functools.cache` alone lets every thread that asks first do it.
_reading: Final = Lock()

_ANY_DAY: Final = "2100-01-01T00:00:00"
"""Local time of a read without a journal: late enough that no row lies after it."""


def library() -> Library:
    """What Iron knows, read once, however many threads ask first."""
    with _reading:
        return _library()


def machine_words() -> MachineWords:
    """Makers, colours and gym words that turn a name into an exercise and a machine, read once."""
    with _reading:
        return _machine_words()


@cache
def _library() -> Library:
    return knowledge.load()


@cache
def _machine_words() -> MachineWords:
    return parse_machine_words((_library().root / "machine_words.toml").read_text(encoding="utf-8"))


class Journal:
    """A lifter's documents and what can be asked of them.

    Args:
        store: where the documents are.
        known: the exercise library; Iron's own when None.
    """

    def __init__(self, store: Store, known: Library | None = None) -> None:
        self.store = store
        self._known = known

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
        """The documents read for training, from which everything derived is told."""
        rows = ((doc.kind, doc.id, body) for doc, body in readable(self.store.all()))
        return View.of(rows, self.library)

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
    def sets(self) -> tuple[PerformedSet, ...]:
        """Every set of the journal, oldest first."""
        mass = BodyMass.of(bodies(self.store.all("measurement")))
        found: list[PerformedSet] = []
        for document, read_body in readable(self.store.all("workout")):
            body = self.merged.workout(read_body)
            on = mass.on(str(body.get("start", "")))
            found += from_workout(body, self.facts, workout_id=document.id, body_mass_kg=on)
        return tuple(lines.in_time(found))

    def sets_of(self, exercise: str) -> tuple[PerformedSet, ...]:
        """The sets of one exercise, oldest first; of a merged one those of what it counts as.

        Raises:
            NotFoundError: neither the library nor the lifter knows the exercise.
        """
        self._must_know(exercise)
        counted = self.merged.target(exercise).exercise
        return tuple(one for one in self.sets if one.exercise == counted)

    def lines(self, exercise: str) -> list[Line]:
        """The lines of an exercise, the one with the most sets first."""
        chosen = self.sets_of(exercise)
        counted = self.merged.target(exercise).exercise
        grouped = lines.by_line(chosen, self.facts.get(counted, ExerciseFacts(counted)))
        found = [Line(self, key, tuple(group)) for key, group in grouped.items()]
        return sorted(found, key=lambda line: (-len(line.sets), line.key))

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
        writer = _TABLES.get(app)
        if writer is None:
            raise NotFoundError(
                f"Iron writes no table for “{app[:20]}”. It writes for {' and '.join(sorted(_TABLES))}."
            )
        _check_unit(unit)
        workouts = sorted(bodies(self.store.all("workout")), key=lambda body: str(body.get("start", "")))
        used = {str(entry["exercise"]) for body in workouts for entry in body.get("entries", ())}
        names = {
            exercise: self.name_of(exercise)
            for exercise in {self.merged.target(one).exercise for one in used}
        }
        return writer.file_name(unit), writer.write(workouts, unit=unit, names=names, merged=self.merged)

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
        return _plan(data, file_name, unit, self.store.all(deleted=True), at, answers)

    def commit(self, rows: Iterable[Row], *, device: str, at: str, op_ids: Iterable[str]) -> list[Result]:
        """Store documents as one batch, in one transaction.

        Args:
            rows: (kind, id, body).
            device: id of the device that writes.
            at: now, UTC.
            op_ids: one fresh UUIDv7 for each row.
        """
        ops = []
        for (kind, ident, body), op_id in zip(rows, op_ids, strict=False):
            existing = self.store.get(kind, ident)
            ops.append(Op(op_id, kind, ident, existing.rev if existing else 0, msgspec.json.encode(body)))
        self._forget()
        return self.store.push(ops, device, at)

    def plan_take_back(self, import_id: str) -> TakeBack:
        """Say what taking an import back deletes and what it keeps because it was touched since.

        Raises:
            NotFoundError: there is no such import in the journal.
        """
        document = self.store.get("import", import_id)
        if document is None or document.deleted:
            raise NotFoundError(
                f"There is no import {import_id} in this journal. `iron take-back` lists them."
            )
        current = {(doc.kind, doc.id): body for doc, body in readable(self.store.all())}
        return plan_take_back(document.read(), current)

    def delete(
        self, keys: Iterable[tuple[str, str]], *, device: str, at: str, op_ids: Iterable[str]
    ) -> list[Result]:
        """Delete documents as one batch; their history stays."""
        ops = []
        for (kind, ident), op_id in zip(keys, op_ids, strict=False):
            existing = self.store.get(kind, ident)
            ops.append(Op(op_id, kind, ident, existing.rev if existing else 0, None))
        self._forget()
        return self.store.push(ops, device, at)

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
            exercise: id of one exercise; all that were trained when None.
            at: day or moment; only what was started before it is known. Now when None.
            unit: ``kg`` or ``lb`` for the answer; the lifter's own when None.
            body_mass_kg: body mass [kg], where the journal has none.

        Raises:
            NotFoundError: neither the library nor the lifter knows the exercise.
            BadUnitError: no unit of load.
        """
        _check_unit(unit)
        if exercise is not None:
            self._must_know(exercise)
        return advising.journal_next(self, exercise, at, unit, body_mass_kg)

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
            exercise: id of the exercise.
            at: day or moment; only what was started before it is known. Now when None.
            unit: ``kg`` or ``lb`` for the answer; the lifter's own when None.
            body_mass_kg: body mass [kg], where the journal has none.

        Raises:
            NotFoundError: neither the library nor the lifter knows the exercise.
            BadUnitError: no unit of load.
        """
        _check_unit(unit)
        self._must_know(exercise)
        return growing.journal_growth(self, exercise, at, unit, body_mass_kg)

    def _must_know(self, exercise: str) -> None:
        if exercise not in self.facts:
            raise NotFoundError(
                f"Iron knows no exercise “{exercise}”. Use an id of the library, such as leg-press-45, or of your own."
            )

    def _forget(self) -> None:
        for name in ("facts", "own", "merged", "sets", "view"):
            self.__dict__.pop(name, None)


def read(path: str | Path, *, unit: str | None = None) -> Journal:
    """Read a foreign log into a journal in memory.

    Args:
        path: a file that Strong, Hevy or another app exported.
        unit: ``kg`` or ``lb`` where the file does not say.

    Raises:
        BadFileError: the file is no log, or its unit is not known and not given.
    """
    file = Path(path)
    journal = Journal(MemoryStore())
    plan = journal.plan_import(file.read_bytes(), file_name=file.name, unit=unit, at=_ANY_DAY)
    if plan.needs_unit:
        raise BadFileError(f'{plan.needs_unit.sentence} Give unit="kg" or unit="lb".')
    op_ids = (ids.uuid7(0, number.to_bytes(10, "big")) for number in range(len(plan.documents)))
    journal.commit(plan.documents, device=ids.uuid7(0, bytes(10)), at=f"{_ANY_DAY}Z", op_ids=op_ids)
    return journal


def plan_import(
    data: bytes,
    file_name: str,
    unit: str | None,
    known: Iterable[Document],
    at: str,
    answers: Answers | None = None,
) -> dict[str, Any]:
    """Plan an import without a journal, for the stateless endpoint; ``documents`` holds what to commit."""
    plan = _plan(data, file_name, unit, known, at, answers)
    return {**plan_view.plan_json(plan), "documents": [list(row) for row in plan.documents]}


def _check_unit(unit: str | None) -> None:
    if unit is not None and unit not in MASS_UNITS:
        raise BadUnitError(f"“{unit[:20]}” is no unit of load. Use kg or lb.", where="unit")


def snapshot(rows: Iterable[tuple[str, str, Mapping[str, Any]]], at: str) -> dict[str, Any]:
    """Compute capacity and trend of every line from a lifter's documents (docs/documents.md, Snapshot)."""
    return snapshots.snapshot(rows, at, library())


def _known(document: Document) -> Body:
    """What an import may know of a document: nothing but that it is there where a newer Iron wrote it."""
    body = document.read()
    return {} if is_newer(body) else body


def _plan(
    data: bytes,
    file_name: str,
    unit: str | None,
    known: Iterable[Document],
    at: str,
    answers: Answers | None,
) -> ImportPlan:
    _check_unit(unit)
    rows = [(doc.kind, doc.id, None if doc.deleted else _known(doc)) for doc in known]
    own = {key: body for kind, key, body in rows if kind == "exercise" and body is not None}

    def load_meaning(exercise: str) -> str | None:
        if exercise in own:
            return own[exercise].get("load_meaning")
        listed = library().exercises.get(exercise)
        return listed.load_meaning if listed else None

    return planning.plan_import(
        data,
        file_name=file_name,
        resolve=library().resolve,
        suggest=library().suggest,
        machine_words=machine_words(),
        known=KnownDocuments.of(rows),
        at=at,
        load_meaning=load_meaning,
        answers=replace(answers or Answers(), unit=cast("MassUnit | None", unit)),  # checked above
    )
