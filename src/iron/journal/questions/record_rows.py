"""Records of a whole journal, newest first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from iron.journal.questions.set_rows import in_unit, line_words, machine_names
from iron.knowledge import messages
from iron.training.history import lines
from iron.training.history.set_records import distance_of, record_message, records
from iron.training.history.sets import ExerciseFacts, PerformedSet

if TYPE_CHECKING:
    from iron.journal.journal import Journal


@dataclass(frozen=True, slots=True)
class RecordRow:
    """A set that did what no earlier set of its line had done.

    Attributes:
        date: local day.
        exercise: id of the exercise.
        name: name of the exercise.
        line: key of the line.
        line_name: what sets the line apart, in words.
        kind: ``load``: the best load of its rep range, or of a hold or carry; ``reps``, ``duration``, ``distance``:
            more than ever at this load or a harder one; ``pace``: faster than ever over this distance or more.
        load: load as counted, in ``unit``.
        unit: ``kg`` or ``lb``.
        reps: reps done, None where none are counted.
        duration_s: time [s], None without one.
        distance: distance in the unit it was logged in, None without one.
        distance_unit: that unit, None without one.
        set_id: the set.
        workout: id of its workout.
        sentence: the record in words.
    """

    date: str
    exercise: str
    name: str
    line: str
    line_name: str
    kind: str
    load: float
    unit: str
    reps: float | None
    duration_s: float | None
    distance: float | None
    distance_unit: str | None
    set_id: str
    workout: str
    sentence: str

    def as_json(self) -> dict[str, Any]:
        """The record as JSON: load and distance with their units."""
        fields = {name: getattr(self, name) for name in self.__slots__}
        fields["load"] = {"value": fields["load"], "unit": fields.pop("unit")}
        unit = fields.pop("distance_unit")
        fields["distance"] = unit and {"value": fields["distance"], "unit": unit}
        return fields


def record_rows(
    journal: Journal,
    *,
    exercise: str | None = None,
    since: str = "",
    until: str = "",
    unit: str | None = None,
) -> list[RecordRow]:
    """Records, newest first; cut depth, warm-ups and flagged loads make none.

    Args:
        journal: whose records.
        exercise: of one exercise; of all when None.
        since: first day, ``YYYY-MM-DD``; a record is one against all that came before it, whatever ``since`` says.
        until: last day, itself included.
        unit: ``kg`` or ``lb``; the lifter's own when None.
    """
    sets = journal.sets if exercise is None else journal.sets_of(exercise)
    shown_in = unit or journal.unit
    machines = machine_names(journal)
    groups: dict[str, list[PerformedSet]] = {}
    for set_ in sets:
        groups.setdefault(set_.exercise, []).append(set_)
    rows = [
        row
        for name, group in groups.items()
        for row in _of_exercise(journal, name, group, machines, shown_in)
        if since <= row.date and (not until or row.date[: len(until)] <= until)
    ]
    return sorted(rows, key=lambda row: (row.date, row.name, row.load, row.reps or 0.0), reverse=True)


def _of_exercise(
    journal: Journal, exercise: str, sets: Iterable[PerformedSet], machines: dict[str, str], unit: str
) -> Iterable[RecordRow]:
    facts = journal.facts.get(exercise, ExerciseFacts(exercise))
    for line, group in lines.by_line(sets, facts).items():
        workouts = {set_.id: set_.workout for set_ in group}
        classed = lines.classify_depth(group, journal.references.get(line))
        for record in records(classed, facts):
            covered = distance_of(record) or {}
            yield RecordRow(
                date=record.start[:10],
                exercise=exercise,
                name=journal.name_of(exercise),
                line=line,
                line_name=line_words(journal, line, machines),
                kind=record.kind,
                load=in_unit(record.load_kg, unit),
                unit=unit,
                reps=record.reps,
                duration_s=record.duration_s,
                distance=covered.get("value"),
                distance_unit=covered.get("unit"),
                set_id=record.set_id,
                workout=workouts[record.set_id],
                sentence=messages.render(**record_message(record, facts.load_meaning, unit)),
            )
