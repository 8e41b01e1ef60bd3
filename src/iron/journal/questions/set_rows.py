"""Sets as rows: every column that a frame, a table, the command line or an assistant needs, in the lifter's unit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from iron.journal.set_logging.checking import variables_of
from iron.records.documents import readable
from iron.training.history.lines import key_of
from iron.training.history.sets import ExerciseFacts, PerformedSet, from_workout
from iron.values.moments import in_time_order
from iron.values.units import mass_as_written, shown

if TYPE_CHECKING:
    from iron.journal.journal import Journal

Body = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class SetRow:
    """One set. What was not recorded is None.

    Attributes:
        date: local day, ``YYYY-MM-DD``.
        start: local start of the workout.
        workout: id of the workout.
        title: its title.
        gym: name of the gym.
        exercise: id of what the set counts as.
        name: name of the exercise.
        machine: name of the machine.
        line: key of the line.
        set: number of the set in its exercise, from 1.
        id: id of the set.
        kind: ``working``, ``warm-up``, ``drop`` or ``rest-pause``.
        side: ``both``, ``left``, ``right`` or ``single``.
        load: load as the lifter counts it, in ``unit``; None for none.
        unit: ``kg`` or ``lb``.
        reps: repetitions.
        rir: reps in reserve.
        failure: the set ended in failure.
        duration_s: time [s].
        distance_m: distance [m].
        rest_s: rest after the set [s].
        setup: technique variables by id.
        depth: measured depth.
        depth_class: ``full`` or ``cut``.
        note: note of the set.
        entry_note: note of the exercise in that workout.
        flags: doubts of an import.
    """

    date: str
    start: str
    workout: str
    title: str | None
    gym: str | None
    exercise: str
    name: str
    machine: str | None
    line: str
    set: int
    id: str
    kind: str
    side: str
    load: float | None
    unit: str
    reps: float | None
    rir: float | None
    failure: bool
    duration_s: float | None
    distance_m: float | None
    rest_s: float | None
    setup: Mapping[str, str | float]
    depth: float | None
    depth_class: str
    note: str | None
    entry_note: str | None
    flags: tuple[str, ...]

    def columns(self) -> dict[str, Any]:
        """The values by name. The setup is the row's own: the copies of `dataclasses.asdict` take longer."""
        return {name: getattr(self, name) for name in _COLUMNS}

    def as_json(self) -> dict[str, Any]:
        """The row as JSON: the load with its unit, nothing that was not recorded."""
        row = self.columns()
        unit = row.pop("unit")
        row["setup"] = dict(self.setup)
        if row["load"] is not None:
            row["load"] = {"value": row["load"], "unit": unit}
        row["flags"] = list(row["flags"])
        return {key: value for key, value in row.items() if value not in (None, [], {}, False)}


_COLUMNS = tuple(column.name for column in fields(SetRow))


def set_rows(
    journal: Journal,
    *,
    exercise: str | None = None,
    since: str = "",
    until: str = "",
    unit: str | None = None,
) -> list[SetRow]:
    """The sets of a journal, oldest first.

    Args:
        journal: whose sets.
        exercise: id of one exercise; merged ones count as what they count as.
        since: first day, ``YYYY-MM-DD`` or the beginning of one.
        until: last day, itself included.
        unit: ``kg`` or ``lb`` for the loads; the lifter's own when None.
    """
    wanted = None if exercise is None else journal.merged.target(exercise).exercise
    shown_in = unit or journal.unit
    chosen = [
        (document.id, body)
        for document, body in readable(journal.store.all("workout"))
        if since <= str(body.get("start", ""))
        and (not until or str(body.get("start", ""))[: len(until)] <= until)
    ]
    ordered = in_time_order(
        chosen,
        lambda row: str(row[1].get("start", "")),
        lambda row: row[1].get("offset"),
        lambda row: row[0],
    )
    return [row for ident, body in ordered for row in rows_of_workout(journal, ident, body, wanted, shown_in)]


def rows_of_workout(
    journal: Journal, ident: str, read_body: Body, wanted: str | None, unit: str
) -> Iterator[SetRow]:
    """The sets of one workout, in order; only those of one exercise where it is given."""
    body = journal.merged.workout(read_body)
    raw = {
        str(set_.get("id", "")): (entry, set_)
        for entry in body.get("entries") or ()
        for set_ in entry.get("sets") or ()
    }
    mass = journal.body_mass.on(str(body.get("start", "")))
    for set_ in from_workout(body, journal.facts, workout_id=ident, body_mass_kg=mass):
        if wanted is None or set_.exercise == wanted:
            entry, written = raw[set_.id]
            yield _row(journal, set_, body, entry, written, unit)


def _row(journal: Journal, set_: PerformedSet, body: Body, entry: Body, written: Body, unit: str) -> SetRow:
    facts = journal.facts.get(set_.exercise, ExerciseFacts(set_.exercise))
    has_load = bool(written.get("load") or written.get("as_lifted"))
    return SetRow(
        date=set_.start[:10],
        start=set_.start,
        workout=set_.workout,
        title=body.get("title"),
        gym=body.get("gym"),
        exercise=set_.exercise,
        name=journal.name_of(set_.exercise),
        machine=(entry.get("machine") or {}).get("name"),
        line=key_of(set_, facts),
        set=set_.position + 1,
        id=set_.id,
        kind=set_.kind,
        side=set_.side,
        load=in_unit(set_.load_kg, unit) if has_load else None,
        unit=unit,
        reps=_whole(set_.reps),
        rir=_whole(set_.rir),
        failure=set_.failure,
        duration_s=_whole(set_.duration_s),
        distance_m=None if set_.distance_m is None else shown(set_.distance_m),
        rest_s=_whole(set_.rest_s),
        setup=set_.setup,
        depth=set_.depth_value,
        depth_class=set_.depth_class,
        note=written.get("note"),
        entry_note=entry.get("note"),
        flags=set_.flags,
    )


def in_unit(kilograms: float, unit: str) -> float:
    """A load as people write it: two decimals at most, none of them dust."""
    value = mass_as_written(kilograms, unit)
    return int(value) if value.is_integer() else value


def load_text(kilograms: float, unit: str) -> str:
    """A load in words: ``62.5 kg``."""
    return f"{in_unit(kilograms, unit):g} {unit}"


def set_words(journal: Journal, row: SetRow) -> str:
    """A set in words: ``180 kg × 12 @2, feet low``."""
    parts = []
    if row.load is not None:
        parts.append(f"{row.load:g} {row.unit}")
    if row.reps is not None:
        parts.append(f"× {row.reps:g}")
    if row.duration_s is not None:
        parts.append(f"{row.duration_s:g} s")
    if row.distance_m is not None:
        parts.append(f"{row.distance_m:g} m")
    words = " ".join(parts) or "nothing recorded"
    if row.failure:
        words += " to failure"
    elif row.rir is not None:
        words += f" @{row.rir:g}"
    more = [row.kind] if row.kind != "working" else []
    more += [row.side] if row.side != "both" else []
    more += setup_words(journal, row.exercise, row.setup)
    more += ["cut short"] if row.depth_class == "cut" else []
    return ", ".join([words, *more])


def setup_words(journal: Journal, exercise: str, setup: Mapping[str, Any]) -> list[str]:
    """A setup in words: ``feet low``, ``toes 15°``."""
    known = {variable.id: variable for variable in variables_of(journal, exercise)}
    return [
        f"{known[name].label} {known[name].value_name(value)}" if name in known else f"{name} {value}"
        for name, value in setup.items()
        if value != "unknown"
    ]


def line_words(journal: Journal, key: str, machines: Mapping[str, str]) -> str:
    """What sets a line apart, in words: machine, side and setup; ``all sets`` for a line without any."""
    from iron.training.history.lines import parse_key

    parts = parse_key(key)
    words = [] if parts.machine == "-" else [machines.get(parts.machine, "another machine")]
    words += [] if parts.side == "both" else [parts.side]
    words += setup_words(journal, parts.exercise, dict(parts.setup))
    return ", ".join(words) or "all sets"


def machine_names(journal: Journal) -> dict[str, str]:
    """Names of machines by id: the lifter's own documents, and what entries carry."""
    names: dict[str, str] = {}
    for _, body in readable(journal.store.all("workout")):
        _collect(names, body.get("entries") or ())
    names |= {
        document.id: str(body["name"])
        for document, body in readable(journal.store.all("machine"))
        if body.get("name")
    }
    return names


def _collect(names: dict[str, str], entries: Iterable[Body]) -> None:
    for entry in entries:
        machine = entry.get("machine") or {}
        if machine.get("id") and machine.get("name"):
            names[str(machine["id"])] = str(machine["name"])


def _whole(value: float | None) -> float | None:
    return int(value) if value is not None and float(value).is_integer() else value
