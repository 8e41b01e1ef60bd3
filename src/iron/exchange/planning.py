"""The dry run of an import: what a file holds, what its names mean, and the documents that would be written.

Nothing is written here. The answer is shown to the lifter; what he agrees to is pushed as one batch. Ids are made
from app, start and title (`docs/documents.md`), so the same or a longer file adds only what is new.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from iron.exchange.comparing import ChangedWorkout, SameElsewhere, compare
from iron.exchange.findings import counted, findings
from iron.exchange.formats.generic import UnmappedTableError
from iron.exchange.names import naming
from iron.exchange.reading import sniff
from iron.exchange.totals import Totals, count
from iron.exchange.units_asked import UnitQuestion, unit_question
from iron.exchange.workout_bodies import Origin, measurement_body, stamp, workout_body, workout_ids
from iron.values import ids

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from iron.exchange.foreign import Foreign, ForeignWorkout
    from iron.exchange.names.known import KnownDocuments
    from iron.exchange.names.name_meanings import MachineWords
    from iron.exchange.names.naming import Choice, Named
    from iron.knowledge.model import Resolved
    from iron.values.units import LengthUnit, MassUnit

from iron.exchange.plan import Answers, ColumnQuestion, Documents, ExerciseFound, ImportPlan, Written

Body = dict[str, Any]
Document = tuple[str, str, Body]

_LENGTH_OF: Final[dict[str, LengthUnit]] = {"kg": "km", "lb": "mi"}


def plan_import(
    data: bytes,
    *,
    file_name: str,
    resolve: Callable[[str], Resolved | None],
    machine_words: MachineWords,
    known: KnownDocuments,
    at: str,
    suggest: Callable[[str], list[tuple[str, float]]] | None = None,
    load_meaning: Callable[[str], str | None] | None = None,
    answers: Answers | None = None,
    unit: MassUnit | None = None,
    choices: Mapping[str, Choice] | None = None,
) -> ImportPlan:
    """Plan the import of a file.

    Args:
        data: the file.
        file_name: its name, kept for the lifter.
        resolve: the library's exact answer for a name (`iron.knowledge.Library.resolve`).
        machine_words: words that name machines.
        known: what the journal holds.
        at: local time of the import, ``YYYY-MM-DDTHH:MM:SS``.
        suggest: near names of the library (`Library.suggest`); without it names inside the name are offered.
        load_meaning: what the load of an exercise counts (`docs/documents.md`), to tell help from load.
        answers: what the lifter says about the import.
        unit: as in ``answers``.
        choices: as in ``answers``.

    Returns:
        The plan.

    Raises:
        BadFileError: the file as a whole is no log that Iron can read.
    """
    answers = answers or Answers(unit, choices or {})
    sha256 = hashlib.sha256(data).hexdigest()
    composer = naming.Composer(resolve, machine_words)
    options = replace(
        answers.options,
        remembered=known.columns,
        knows=composer.knows,
    )
    try:
        foreign = sniff.read_file(data, options)
    except UnmappedTableError as error:
        columns = ColumnQuestion(error.sentence, error.header, error.sample, error.proposed, error.missing)
        return ImportPlan("generic", "generic", file_name, sha256, needs_columns=columns)
    context = _Context(known, answers, file_name, at, suggest, load_meaning)
    return _plan(foreign, sha256, composer, context)


@dataclass(frozen=True, slots=True)
class _Context:
    """What a plan needs besides the file."""

    known: KnownDocuments
    answers: Answers
    file_name: str
    at: str
    suggest: Callable[[str], list[tuple[str, float]]] | None
    load_meaning: Callable[[str], str | None] | None


def _plan(foreign: Foreign, sha256: str, composer: naming.Composer, context: _Context) -> ImportPlan:
    answers, known = context.answers, context.known
    question = unit_question(foreign)
    loads_in = foreign.unit or _row_unit(foreign) or answers.unit
    names = naming.name_all(
        foreign,
        composer,
        known=known,
        choices=answers.choices,
        unit=loads_in,
        suggest=context.suggest,
        load_meaning=context.load_meaning,
    )
    origin = _origin(foreign, sha256, names, loads_in, context.at)
    parts = _partition(foreign, origin, known, answers)
    asked = question if loads_in is None else None
    documents = Documents()
    if asked is None and foreign.date_question is None:
        documents = _documents(foreign, origin, names, context, parts)
    sentences = [
        *_unit_said(foreign, answers.unit, question),
        *_helped(foreign, names),
        *parts.sentences(answers),
    ]
    return replace(
        _summary(foreign, origin, names, sentences),
        file_name=context.file_name,
        needs_unit=asked,
        new=len(parts.fresh),
        unchanged=parts.unchanged,
        changed=tuple(parts.changed),
        same_elsewhere=tuple(parts.same),
        stay_deleted=parts.gone,
        measurements=len(parts.measurements),
        documents=documents,
    )


def _summary(
    foreign: Foreign, origin: Origin, names: Mapping[str, Named], sentences: list[str]
) -> ImportPlan:
    """Return the plan as far as the file alone says it."""
    whole, by_name = count(foreign, origin.unit, origin.length)
    starts = [workout.start for workout in foreign.workouts]
    return ImportPlan(
        app=foreign.app,
        format=foreign.format,
        file_name="",
        sha256=origin.file,
        unit=origin.unit,
        needs_date_order=foreign.date_question,
        in_utc=foreign.in_utc,
        columns=foreign.columns,
        workouts=len(foreign.workouts),
        sets=foreign.set_count,
        totals=whole,
        rest_rows=foreign.rest_rows,
        note_rows=foreign.note_rows,
        data_rows=foreign.data_rows,
        span=(stamp(min(starts)), stamp(max(starts))) if starts else None,
        exercises=_exercises(names, by_name),
        machines=naming.proposed(names),
        skipped=foreign.skipped,
        warnings=(*foreign.warnings, *findings(foreign, origin.unit, origin.length), *sentences),
    )


@dataclass(slots=True)
class _Parts:
    """The workouts of a file by what the journal knows of them."""

    fresh: list[tuple[str, ForeignWorkout]] = field(default_factory=list)
    changed: list[ChangedWorkout] = field(default_factory=list)
    updates: list[tuple[str, ForeignWorkout]] = field(default_factory=list)
    same: list[tuple[str, str]] = field(default_factory=list)
    measurements: list[Document] = field(default_factory=list)
    unchanged: int = 0
    gone: int = 0

    def sentences(self, answers: Answers) -> list[str]:
        """Say what differs from the journal, and what happens to it."""
        lines = []
        open_ = [workout for workout in self.changed if not workout.edited]
        parts = [
            f"{counted(number, 'workout')} {words}"
            for what, words in (
                ("grown", "with more sets than here"),
                ("shrunk", "with fewer sets than here"),
                ("corrected", "with other figures than here"),
            )
            if (number := sum(workout.what == what for workout in open_))
        ]
        if parts:
            taken = (
                "They are brought up to date."
                if answers.update
                else "They stay as they are until you take the changes."
            )
            lines.append(f"The file has {', '.join(parts)} (first on {open_[0].start[:10]}). {taken}")
        if edited := [workout for workout in self.changed if workout.edited]:
            lines.append(
                f"{counted(len(edited), 'workout')} changed in the file, but you edited the same here "
                f"(first on {edited[0].start[:10]}); yours stay."
            )
        if self.same:
            what = "also brought in" if answers.keep_doubles else "left out, so that nothing counts twice"
            lines.append(
                f"{counted(len(self.same), 'workout')} with the same sets and the same time as ones you have "
                f"(first on {self.same[0][0][:10]}), from another app or under another title: {what}."
            )
        return lines


def _partition(foreign: Foreign, origin: Origin, known: KnownDocuments, answers: Answers) -> _Parts:
    parts = _Parts()
    ids_ = workout_ids(foreign.app, foreign.workouts)
    own = set(ids_)
    elsewhere = SameElsewhere({key: body for key, body in known.workouts.items() if key not in own})
    for key, workout in zip(ids_, foreign.workouts, strict=True):
        if ("workout", key) in known.gone:
            parts.gone += 1
        elif ("workout", key) in known.there:
            changed = compare(key, workout_body(key, workout, origin), known)
            if changed is None:
                parts.unchanged += 1
                continue
            parts.changed.append(changed)
            if answers.update and not changed.edited:
                parts.updates.append((key, workout))
        else:
            other = elsewhere.find(workout_body(key, workout, origin)) if known.workouts else None
            if other is not None:
                parts.same.append((stamp(workout.start), other))
            if other is None or answers.keep_doubles:
                parts.fresh.append((key, workout))
    for measured in foreign.measurements:
        key, body = measurement_body(foreign.app, measured)
        if ("measurement", key) not in known.there and ("measurement", key) not in known.gone:
            parts.measurements.append(("measurement", key, body))
    return parts


def _documents(
    foreign: Foreign, origin: Origin, names: Mapping[str, Named], context: _Context, parts: _Parts
) -> Documents:
    written = [*parts.fresh, *parts.updates]
    if not written and not parts.measurements:
        return Documents()
    used = {block.name for _, workout in written for block in workout.blocks}
    others = (*naming.documents(names, used, context.known), *parts.measurements)
    updated = {key for key, _ in parts.updates}
    updated |= {key for kind, key, _ in others if (kind, key) in context.known.there}

    def import_document(of: Written) -> Document:
        return _import_document(of, foreign, origin, context, updated)

    return Documents(others, tuple(written), origin, import_document)


def _helped(foreign: Foreign, names: Mapping[str, Named]) -> list[str]:
    """Say what became of loads below zero."""
    helped: dict[str, int] = {}
    odd = 0
    for workout in foreign.workouts:
        for block in workout.blocks:
            below = sum(set_.load is not None and set_.load < 0 for set_ in block.sets)
            if below and (target := names[block.name].helped_by):
                helped[target] = helped.get(target, 0) + below
            else:
                odd += below
    sentences = [
        f"{counted(number, 'set')} with a load below zero read as help and kept as {exercise}."
        for exercise, number in helped.items()
    ]
    if odd:
        sentences.append(
            f"{counted(odd, 'set')} with a load below zero on exercises that have no help: "
            "kept without the load and flagged."
        )
    return sentences


def _origin(
    foreign: Foreign, sha256: str, names: Mapping[str, Named], unit: MassUnit | None, at: str
) -> Origin:
    return Origin(
        app=foreign.app,
        file=sha256,
        import_id=ids.import_id(foreign.app, sha256),
        unit=unit,
        length=_LENGTH_OF.get(unit or ""),
        entry_heads={name: named.entry_head for name, named in names.items()},
        set_heads={name: named.set_head for name, named in names.items()},
        helped_by={name: named.helped_by for name, named in names.items() if named.helped_by},
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
            for set_ in block.sets:
                if set_.load_unit is not None:
                    counts[set_.load_unit] = counts.get(set_.load_unit, 0) + 1
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


def _exercises(names: Mapping[str, Named], totals: Mapping[str, Totals]) -> tuple[ExerciseFound, ...]:
    results = [
        ExerciseFound(
            name=name,
            id=named.exercise if named.is_known else None,
            sets=named.sets,
            suggestions=named.suggestions,
            machine=named.machine_name,
            note=named.note,
            how=named.how,
            totals=totals[name],
        )
        for name, named in names.items()
    ]
    return tuple(sorted(results, key=lambda row: (-row.sets, row.name)))


def _import_document(
    of: Written, foreign: Foreign, origin: Origin, context: _Context, updated: set[str]
) -> Document:
    body: Body = {"v": 1, "format": foreign.format, "file": origin.file}
    body |= {"file_name": context.file_name, "at": context.at}
    if origin.unit is not None:
        body["unit"] = origin.unit
    # A workout or name that was only brought up to date belongs to the import that added it.
    body["documents"] = [listed for listed in of.listed if listed[1] not in updated]
    body["digests"] = {key: written for key, written in of.digests.items() if key not in updated}
    body["contents"] = of.contents
    if updated:
        body["updated"] = {key: written for key, written in of.digests.items() if key in updated}
    if foreign.columns is not None and context.answers.options.columns and foreign.header is not None:
        body["columns"], body["header"] = dict(foreign.columns), foreign.header
    body["workouts"] = of.workouts
    body["sets"] = of.sets
    return ("import", origin.import_id, body)
