"""The dry run of an import: what a file holds, what its names mean, and the documents that would be written.

Nothing is written here. The answer is shown to the lifter; what he agrees to is pushed as one batch. Ids are made
from app, start and title (`docs/documents.md`), so the same or a longer file adds only what is new.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from iron.exchange import naming, sniff
from iron.exchange.findings import findings
from iron.exchange.takeback import digest
from iron.exchange.units_asked import UnitQuestion, unit_question
from iron.exchange.workout_bodies import Origin, stamp, workout_body, workout_ids
from iron.values import ids

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from iron.exchange.foreign import Foreign, Skipped
    from iron.exchange.known import KnownDocuments
    from iron.exchange.name_meanings import MachineWords
    from iron.exchange.naming import Choice, Named, ProposedMachine
    from iron.knowledge.model import Resolved
    from iron.values.units import LengthUnit, MassUnit

Body = dict[str, Any]
Document = tuple[str, str, Body]

_LENGTH_OF: Final[dict[str, LengthUnit]] = {"kg": "km", "lb": "mi"}


@dataclass(frozen=True, slots=True)
class ExerciseFound:
    """One exercise name of the file.

    Attributes:
        name: as written.
        id: exercise id, None = Iron does not know the name and makes an exercise of the lifter's own.
        sets: how many sets it has.
        suggestions: (exercise id, score 0..1) to choose from, best first.
        machine: name of the machine it goes to.
        note: a sentence about how the name was read.
    """

    name: str
    id: str | None
    sets: int
    suggestions: tuple[tuple[str, float], ...] = ()
    machine: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What an import would do.

    Attributes:
        app: source app.
        format: layout of the file.
        file_name: as given.
        sha256: of the file.
        unit: unit of its loads; None = it has to be asked.
        needs_unit: the question, where the file leaves it open and nobody said; no documents are made then.
        workouts: in the file.
        sets: in the file.
        rest_rows: rest timers, kept as rest times.
        note_rows: rows that were notes.
        data_rows: rows below the header: sets, rest_rows, note_rows and skipped together.
        span: first and last local start, None for no workout.
        exercises: names, most sets first.
        machines: machines that would be made.
        skipped: rows not understood.
        warnings: sentences.
        new: workouts that would be added.
        unchanged: workouts that are there already.
        stay_deleted: workouts that the lifter deleted and that stay deleted.
        documents: (kind, id, body), the import document last; empty when there is nothing new.
    """

    app: str
    format: str
    file_name: str
    sha256: str
    unit: MassUnit | None
    needs_unit: UnitQuestion | None
    workouts: int
    sets: int
    rest_rows: int
    note_rows: int
    data_rows: int
    span: tuple[str, str] | None
    exercises: tuple[ExerciseFound, ...]
    machines: tuple[ProposedMachine, ...]
    skipped: tuple[Skipped, ...]
    warnings: tuple[str, ...]
    new: int
    unchanged: int
    stay_deleted: int
    documents: list[Document]


def plan_import(
    data: bytes,
    *,
    file_name: str,
    unit: MassUnit | None,
    resolve: Callable[[str], Resolved | None],
    machine_words: MachineWords,
    known: KnownDocuments,
    at: str,
    suggest: Callable[[str], list[tuple[str, float]]] | None = None,
    choices: Mapping[str, Choice] | None = None,
) -> ImportPlan:
    """Plan the import of a file.

    Args:
        data: the file.
        file_name: its name, kept for the lifter.
        unit: unit of loads, said by the lifter; a unit that the file states wins over it.
        resolve: the library's exact answer for a name (`iron.knowledge.Library.resolve`).
        machine_words: words that name machines.
        known: what the journal holds.
        at: local time of the import, ``YYYY-MM-DDTHH:MM:SS``.
        suggest: near names of the library (`Library.suggest`); without it names inside the name are offered.
        choices: what the lifter chose for names, over everything else.

    Returns:
        The plan.

    Raises:
        BadFileError: the file as a whole is no log that Iron can read.
    """
    foreign = sniff.read_file(data)
    question = unit_question(foreign)
    loads_in = foreign.unit or _row_unit(foreign) or unit
    names = naming.name_all(
        foreign,
        resolve=resolve,
        words=machine_words,
        known=known,
        choices=choices or {},
        unit=loads_in,
        suggest=suggest,
    )
    origin = _origin(foreign, data, names, loads_in, at)
    asked = question if loads_in is None else None
    said = _unit_said(foreign, unit, question)
    return _plan(foreign, origin, names, known, asked=asked, file_name=file_name, at=at, said=said)


def _plan(
    foreign: Foreign,
    origin: Origin,
    names: Mapping[str, Named],
    known: KnownDocuments,
    *,
    asked: UnitQuestion | None,
    file_name: str,
    at: str,
    said: list[str],
) -> ImportPlan:
    all_ids = workout_ids(foreign.app, foreign.workouts)
    gone = sum(("workout", key) in known.gone for key in all_ids)
    fresh = [
        (key, workout)
        for key, workout in zip(all_ids, foreign.workouts, strict=True)
        if ("workout", key) not in known.there and ("workout", key) not in known.gone
    ]
    documents: list[Document] = []
    if fresh and asked is None:
        used = {block.name for _, workout in fresh for block in workout.blocks}
        documents = naming.documents(names, used, known)
        documents += [("workout", key, workout_body(key, workout, origin)) for key, workout in fresh]
        documents.append(_import_document(documents, foreign, origin, file_name, at))
    starts = [workout.start for workout in foreign.workouts]
    return ImportPlan(
        app=foreign.app,
        format=foreign.format,
        file_name=file_name,
        sha256=origin.file,
        unit=origin.unit,
        needs_unit=asked,
        workouts=len(foreign.workouts),
        sets=foreign.set_count,
        rest_rows=foreign.rest_rows,
        note_rows=foreign.note_rows,
        data_rows=foreign.data_rows,
        span=(stamp(min(starts)), stamp(max(starts))) if starts else None,
        exercises=_exercises(names),
        machines=naming.proposed(names),
        skipped=foreign.skipped,
        warnings=(*foreign.warnings, *findings(foreign, origin.unit, origin.length), *said),
        new=len(fresh),
        unchanged=len(all_ids) - len(fresh) - gone,
        stay_deleted=gone,
        documents=documents,
    )


def plan_json(plan: ImportPlan) -> Body:
    """Return the plan as plain values for JSON, without its documents."""
    return {
        "format": plan.format,
        "app": plan.app,
        "file_name": plan.file_name,
        "file": plan.sha256,
        "unit": plan.unit,
        "needs_unit": plan.needs_unit
        and {
            "sentence": plan.needs_unit.sentence,
            "suggested": plan.needs_unit.suggested,
            "reason": plan.needs_unit.reason,
        },
        "workouts": plan.workouts,
        "sets": plan.sets,
        "rest_rows": plan.rest_rows,
        "note_rows": plan.note_rows,
        "data_rows": plan.data_rows,
        "span": plan.span and list(plan.span),
        "exercises": [
            {
                "name": found.name,
                "id": found.id,
                "sets": found.sets,
                "suggestions": [{"id": key, "score": score} for key, score in found.suggestions],
                "machine": found.machine,
                "note": found.note,
            }
            for found in plan.exercises
        ],
        "machines": [
            {"id": machine.id, "name": machine.name, "exercise": machine.exercise, "gym": machine.gym}
            for machine in plan.machines
        ],
        "skipped": [
            {"line": row.line, "column": row.column, "value": row.value, "reason": row.reason}
            for row in plan.skipped
        ],
        "warnings": list(plan.warnings),
        "new": plan.new,
        "unchanged": plan.unchanged,
        "stay_deleted": plan.stay_deleted,
    }


def _origin(
    foreign: Foreign, data: bytes, names: Mapping[str, Named], unit: MassUnit | None, at: str
) -> Origin:
    sha256 = hashlib.sha256(data).hexdigest()
    return Origin(
        app=foreign.app,
        file=sha256,
        import_id=ids.import_id(foreign.app, sha256),
        unit=unit,
        length=_LENGTH_OF.get(unit or ""),
        entry_heads={name: named.entry_head for name, named in names.items()},
        set_heads={name: named.set_head for name, named in names.items()},
        # A phone one zone ahead of the server may write tomorrow's date.
        latest=_day_after(at),
    )


def _day_after(at: str) -> str:
    return stamp(datetime.fromisoformat(at) + timedelta(days=1))


def _row_unit(foreign: Foreign) -> MassUnit | None:
    """Return the unit that most rows carry themselves."""
    counts: dict[MassUnit, int] = {}
    for workout in foreign.workouts:
        for block in workout.blocks:
            for one in block.sets:
                if one.load_unit is not None:
                    counts[one.load_unit] = counts.get(one.load_unit, 0) + 1
    return max(counts.items(), key=lambda entry: entry[1])[0] if counts else None


def _unit_said(foreign: Foreign, unit: MassUnit | None, question: UnitQuestion | None) -> list[str]:
    """Say where the unit that the lifter named is at odds with the file: a wrong one would spoil every load."""
    if unit is None or foreign.unit == unit:
        return []
    if question is not None and question.suggested not in {None, unit}:
        return [
            f"You said {unit}, but the loads look like {question.suggested}: {question.reason} Check it first."
        ]
    if foreign.unit is None:
        return []
    return [f"The file itself says {foreign.unit}, so it was read in {foreign.unit}, not {unit}."]


def _exercises(names: Mapping[str, Named]) -> tuple[ExerciseFound, ...]:
    found = [
        ExerciseFound(
            name=name,
            id=named.exercise if named.is_known else None,
            sets=named.sets,
            suggestions=named.suggestions,
            machine=named.machine_name,
            note=named.note,
        )
        for name, named in names.items()
    ]
    return tuple(sorted(found, key=lambda row: (-row.sets, row.name)))


def _import_document(
    documents: list[Document], foreign: Foreign, origin: Origin, file_name: str, at: str
) -> Document:
    added = [body for kind, _, body in documents if kind == "workout"]
    body: Body = {"v": 1, "format": foreign.format, "file": origin.file, "file_name": file_name, "at": at}
    if origin.unit is not None:
        body["unit"] = origin.unit
    body["documents"] = [[kind, key] for kind, key, _ in documents]
    body["digests"] = {key: digest(written) for _, key, written in documents}
    body["workouts"] = len(added)
    body["sets"] = sum(len(entry["sets"]) for workout in added for entry in workout["entries"])
    return ("import", origin.import_id, body)
