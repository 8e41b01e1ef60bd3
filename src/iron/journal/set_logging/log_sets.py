"""Sets that somebody reports outside the app become part of a workout: checked, placed, told back.

Nothing here knows a clock or randomness: the face that calls brings the time and fresh ids.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from iron.journal.set_logging.checking import checked_setup, machine_of, variables_of
from iron.knowledge import messages
from iron.records.documents import check_body, readable
from iron.training.history import lines
from iron.training.history.set_records import Record, records
from iron.training.history.sets import ExerciseFacts, PerformedSet, from_workout
from iron.values.ordering import key_between, n_keys_between

if TYPE_CHECKING:
    from iron.journal.journal import Journal, Row

Body = dict[str, Any]

# A workout that nobody ended is running for this long; guesses, both far longer than a pause.
RUNNING_HOURS: Final = 12
# What was reported within this time of the last set belongs to the same visit.
SAME_VISIT_HOURS: Final = 2


@dataclass(frozen=True, slots=True)
class Report:
    """What somebody says that a lifter did.

    Attributes:
        exercise: id of the library or of the lifter's own.
        sets: fields of sets as a workout's body holds them, without id, order and time.
        at: local time of the last set, ``YYYY-MM-DDTHH:MM:SS``.
        app: who writes: ``command line``, ``assistant``.
        offset: minutes east of UTC, None where unknown.
        machine: name or id of a machine of the lifter's, None for none.
        new_machine: a machine of that name that is not there is made.
        gym: name of the gym of a new workout.
        note: note of the entry.
        rest_s: rest between the sets [s].
    """

    exercise: str
    sets: Sequence[Mapping[str, Any]]
    at: str
    app: str
    offset: int | None = None
    machine: str | None = None
    new_machine: bool = False
    gym: str | None = None
    note: str | None = None
    rest_s: float | None = None


@dataclass(frozen=True, slots=True)
class Logged:
    """What a report becomes.

    Attributes:
        rows: documents to store, (kind, id, body).
        workout: id of the workout.
        is_new: it is a workout of its own; else the sets were added to one.
        exercise: what the sets count as.
        sets: the sets as they are stored, in order.
        line: key of the line of the last set.
        new_line: says that the line is new and what it is compared with, None where it has a history.
        records: records among the sets, in words.
    """

    rows: tuple[Row, ...]
    workout: str
    is_new: bool
    exercise: str
    sets: tuple[Body, ...]
    line: str
    new_line: str | None
    records: tuple[Record, ...] = field(default=())


def plan_log(journal: Journal, report: Report, new_id: Callable[[], str]) -> Logged:
    """Say what a report becomes; nothing is stored.

    Args:
        journal: whose sets.
        report: what was done.
        new_id: fresh UUIDv7s; the sets of one report are asked for one after the other.

    Raises:
        NotFoundError: nobody knows the exercise or the machine.
        BadInputError: a value of the setup does not exist.
    """
    exercise = journal.merged.target(journal.exercise_id(report.exercise)).exercise
    variables = variables_of(journal, exercise)
    rows: list[Row] = []
    machine = None
    if report.machine is not None:
        machine, made = machine_of(journal, exercise, report, new_id)
        rows += made
    workout_found = _workout_for(journal, report)
    ident, body, is_new = workout_found if workout_found is not None else (new_id(), _fresh(report), True)
    entry, entries = _entry_for(body, exercise, machine, report, new_id)
    sets = [
        {**set_, **({"setup": checked_setup(variables, set_["setup"])} if set_.get("setup") else {})}
        for set_ in report.sets
    ]
    stored = _stored(sets, entry, report, new_id)
    entry["sets"] = [*entry.get("sets", ()), *stored]
    body["entries"] = entries
    if "end" in body:
        body["end"] = max(str(body["end"]), report.at)
    check_body("workout", body)
    rows.append(("workout", ident, body))
    summary = _summary(journal, exercise, ident, body, [str(set_["id"]) for set_ in stored])
    return Logged(tuple(rows), ident, is_new, exercise, tuple(stored), *summary)


def _fresh(report: Report) -> Body:
    # It has an end: the app would show a workout without one as running.
    body: Body = {"v": 1, "start": report.at, "end": report.at, "source": {"app": report.app}, "entries": []}
    if report.offset is not None:
        body["offset"] = report.offset
    if report.gym:
        body["gym"] = report.gym
    return body


def _workout_for(journal: Journal, report: Report) -> tuple[str, Body, bool] | None:
    """The workout that runs at the time, or the visit that the last report began; None for neither."""
    at = datetime.fromisoformat(report.at)
    earliest = (at - timedelta(hours=RUNNING_HOURS)).isoformat()
    around = [
        (str(body.get("start", "")), document.id, body)
        for document, body in readable(journal.store.all("workout"))
        if earliest <= str(body.get("start", "")) <= report.at
    ]
    if not around:
        return None
    _, ident, body = max(around, key=lambda row: row[:2])
    if report.gym and body.get("gym") and report.gym.casefold() != str(body["gym"]).casefold():
        return None
    end = body.get("end")
    if end is None:
        return ident, dict(body), False
    mine = (body.get("source") or {}).get("app") == report.app
    near = at - datetime.fromisoformat(str(end)) <= timedelta(hours=SAME_VISIT_HOURS)
    return (ident, dict(body), False) if mine and near else None


def _entry_for(
    body: Body, exercise: str, machine: Body | None, report: Report, new_id: Callable[[], str]
) -> tuple[Body, list[Body]]:
    """The entry that the sets belong to, and all entries with it in its place."""
    entries = [dict(entry) for entry in body.get("entries") or ()]
    ordered = sorted(entries, key=lambda entry: (str(entry.get("order", "")), str(entry.get("id", ""))))
    for entry in reversed(ordered):
        same = (entry.get("machine") or {}).get("id") == (machine or {}).get("id")
        if entry.get("exercise") == exercise and same and not (report.note and entry.get("note")):
            if report.note:
                entry["note"] = report.note
            return entry, entries
    last = str(ordered[-1].get("order") or "") or None if ordered else None
    entry = {"id": new_id(), "order": key_between(last, None), "exercise": exercise}
    extra = {"machine": machine, "note": report.note, "rest_s": report.rest_s}
    entry |= {name: value for name, value in extra.items() if value is not None}
    return entry, [*entries, entry]


def _stored(
    sets: Sequence[Mapping[str, Any]], entry: Mapping[str, Any], report: Report, new_id: Callable[[], str]
) -> list[Body]:
    orders = sorted(str(set_.get("order", "")) for set_ in entry.get("sets") or ())
    last = (orders[-1] or None) if orders else None
    rest = {} if report.rest_s is None else {"rest_s": report.rest_s}
    return [
        {"id": new_id(), "order": order, "done_at": report.at, **rest, **set_}
        for set_, order in zip(sets, n_keys_between(last, None, len(sets)), strict=True)
    ]


def _summary(
    journal: Journal, exercise: str, workout: str, body: Body, new: Sequence[str]
) -> tuple[str, str | None, tuple[Record, ...]]:
    """Line of the last set, what it is compared with where it is new, and the records among the new sets."""
    facts = journal.facts.get(exercise, ExerciseFacts(exercise))
    before = [set_ for set_ in journal.sets_of(exercise) if set_.workout != workout]
    mass = journal.body_mass.on(str(body["start"]))
    here = [
        set_
        for set_ in from_workout(
            journal.merged.workout(body), journal.facts, workout_id=workout, body_mass_kg=mass
        )
        if set_.exercise == exercise
    ]
    every = lines.by_line([*before, *here], facts)
    fresh = set(new)
    line = next(lines.key_of(set_, facts) for set_ in reversed(here) if set_.id in fresh)
    last_used = {
        key: used[-1].start
        for key, group in every.items()
        if (used := [set_ for set_ in group if set_.id not in fresh])
    }
    nearest = None if line in last_used else lines.nearest_line(line, last_used)
    touched = {lines.key_of(set_, facts) for set_ in here if set_.id in fresh}
    return (
        line,
        messages.render(**nearest.message) if nearest else None,
        tuple(_records(every, touched, fresh, facts, journal.references)),
    )


def _records(
    every: Mapping[str, tuple[PerformedSet, ...]],
    touched: Iterable[str],
    fresh: set[str],
    facts: ExerciseFacts,
    references: Mapping[str, float],
) -> Iterable[Record]:
    for key in sorted(touched):
        for record in records(lines.classify_depth(every[key], references.get(key)), facts):
            if record.set_id in fresh:
                yield record
