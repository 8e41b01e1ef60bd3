"""Sets as somebody reports them, as a typed line or as a list, made the fields of a workout's sets."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from iron.journal.questions.finding import split_line
from iron.journal.set_logging.checking import variables_of
from iron.journal.set_logging.quick_line import EXAMPLE, quick
from iron.values.errors import BadInputError
from iron.values.moments import FIRST_YEAR, LAST_YEAR

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from iron.journal.journal import Journal

MOST_SETS: Final = 50
"""Sets of one report; a choice, more than anybody does of one exercise."""
_AS_THEY_ARE: Final = ("reps", "rir", "failure", "duration_s", "side", "kind", "setup", "rest_s", "note")


def typed_line(journal: Journal, line: str, unit: str | None) -> tuple[str, list[dict[str, Any]]]:
    """The exercise and the sets of a line that begins with the exercise.

    Args:
        journal: whose words and exercises count.
        line: such as ``leg press 180x12 @2 feet low; x10``.
        unit: ``kg`` or ``lb`` of loads without a unit; that of the exercise's last sets when None.

    Raises:
        BadInputError: a word is not understood, or there are no sets.
        NotFoundError: the line begins with no known name.
    """
    meaning, rest = split_line(journal, line)
    read = quick(rest, unit or _unit_of(journal, meaning.exercise), variables_of(journal, meaning.exercise))
    if read.problem is not None or not read.sets:
        problem = read.problem or f"There are no sets in this line. Write them like {EXAMPLE}."
        raise BadInputError(problem, where="line")
    return meaning.exercise, [_with_name(set_, meaning.side, meaning.setup) for set_ in read.sets]


def sets_of_exercise(
    journal: Journal,
    exercise: str,
    sets: Sequence[Mapping[str, Any]] | None,
    line: str | None,
    unit: str | None = None,
) -> list[dict[str, Any]]:
    """The sets of one exercise, from a list of values or from a line without the exercise.

    Args:
        journal: whose words count.
        exercise: id of the exercise.
        sets: values by name: load, unit, reps, rir, failure, duration_s, distance_m, side, kind, setup, depth, rest_s,
            note; None is not recorded.
        line: such as ``180x12 @2 feet low; x10``; either this or ``sets``.
        unit: unit of loads without one; the lifter's own when None.

    Raises:
        BadInputError: both or neither are given, a word is not understood, or a set says nothing.
    """
    if bool(sets) == bool(line):
        raise BadInputError("Give either sets or line.", where="sets")
    unit = unit or journal.unit
    if line:
        read = quick(line, unit, variables_of(journal, exercise))
        if read.problem:
            raise BadInputError(read.problem, where="line")
        return list(read.sets)
    if not 1 <= len(sets or ()) <= MOST_SETS:
        raise BadInputError(f"Give 1 to {MOST_SETS} sets.", where="sets")
    fields = [_fields(set_, unit) for set_ in sets or ()]
    for number, each in enumerate(fields):
        if not {"reps", "duration_s", "distance"} & each.keys():
            raise BadInputError("A set needs reps, a time or a distance.", where=f"sets[{number}]")
    return fields


def _fields(values: Mapping[str, Any], unit: str) -> dict[str, Any]:
    """A set as a workout's body holds it, without id, order and time."""
    load, distance, depth = values.get("load"), values.get("distance_m"), values.get("depth")
    fields = {name: values.get(name) for name in _AS_THEY_ARE}
    fields["load"] = None if load is None else {"value": load, "unit": values.get("unit") or unit}
    fields["distance"] = None if distance is None else {"value": distance, "unit": "m"}
    fields["depth"] = None if depth is None else {"how": "judged", "class": depth}
    return {name: value for name, value in fields.items() if value is not None}


def _with_name(set_: dict[str, Any], side: str | None, setup: Any) -> dict[str, Any]:
    """A set with what the name of the exercise says, where the line does not say it itself."""
    named = dict(set_)
    if side is not None and "side" not in named:
        named["side"] = side
    if setup:
        named["setup"] = {**setup, **named.get("setup", {})}
    return named


def _unit_of(journal: Journal, exercise: str) -> str:
    """The unit in which the exercise was done last; the lifter's own without a history."""
    chosen = journal.settings.get("unit")
    if chosen in {"kg", "lb"}:
        return str(chosen)
    last = [set_ for set_ in journal.sets_of(exercise) if set_.load_kg > 0]
    return last[-1].unit if last else journal.unit


def local_moment(text: str) -> tuple[str, int | None]:
    """The local time of a report (YYYY-MM-DDTHH:MM:SS) and its offset from UTC [min], None where it has none.

    Raises:
        BadInputError: it is no moment of a year that Iron keeps.
    """
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise BadInputError(
            f"“{text[:32]}” is not a time. Write it like 2026-11-28T18:30:00.", where="start"
        ) from None
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise BadInputError(f"The year {moment.year} is outside {FIRST_YEAR} to {LAST_YEAR}.", where="start")
    offset = moment.utcoffset()
    local = moment.replace(tzinfo=None).isoformat(timespec="seconds")
    return local, None if offset is None else int(offset.total_seconds() // 60)
