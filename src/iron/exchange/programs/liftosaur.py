"""A Liftosaur program as a program of format 2: its declarative part, with a list of what could not be taken over.

The same as ``web/src/core/rules/programs/files/liftosaur.ts``; cases: ``spec/program-imports/liftosaur.json``.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

from iron.exchange.programs.liftosaur_lifts import LiftRow, lift_of
from iron.exchange.programs.liftosaur_lines import Left, Line, Lines, SetLine, key_of, read_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

_MOST_WEEKS: Final = 52
_A_YEAR: Final = 52
_DEPTH: Final = 8  # a line that reuses a line that reuses a line: deeper is a circle


@dataclass(slots=True)
class Occurrence:
    """An exercise of a day with its sets by week; ``is_uncounted``: ``progress: none`` keeps rules away."""

    line: Line
    day: int
    is_uncounted: bool
    sets: dict[int, list[SetLine]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Taken:
    """The program, and what is not in it."""

    body: dict[str, Any]
    left: list[Left]


def from_liftosaur(
    text: str, exercise_of: Callable[[str], str | None], otherwise: str = "Liftosaur program"
) -> Taken | None:
    """Convert a Liftosaur program.

    Args:
        text: as Liftosaur writes it, or a Markdown file with a block of it.
        exercise_of: the id of an exercise by the name that Liftosaur uses, such as ``Bench Press, Dumbbell``; None
            where there is none.
        otherwise: the name of the program where the text says none.

    Returns:
        None where the text has no exercise that Iron knows.
    """
    lines = read_lines(text)
    left = list(lines.left)
    weeks = min(_MOST_WEEKS, lines.weeks)
    if lines.weeks > weeks:
        left.append(Left(1, f"weeks {weeks + 1} and later", "A round has at most 52 weeks."))
    known: dict[str, str] = {}
    occurrences: list[Occurrence] = []
    for occurrence in _occurrences(lines, weeks, left):
        exercise = exercise_of(occurrence.line.name)
        if exercise is None:
            why = "Iron has no exercise of this name: add one by hand."
            left.append(Left(occurrence.line.line, occurrence.line.name, why))
        else:
            known[occurrence.line.key] = exercise
            occurrences.append(occurrence)
    if not occurrences:
        return None
    lifts: dict[str, LiftRow] = {}
    for key in dict.fromkeys(occurrence.line.key for occurrence in occurrences):
        own = [occurrence for occurrence in occurrences if occurrence.line.key == key]
        lifts[key] = lift_of(own, _progress_of(key, lines, 0), known[key], list(lifts.values()), left)
    unique = {(row.what, row.why): row for row in sorted(left, key=lambda row: -row.line)}
    return Taken(
        _write(lines, weeks, occurrences, lifts, otherwise), sorted(unique.values(), key=lambda row: row.line)
    )


def _occurrences(lines: Lines, weeks: int, left: list[Left]) -> list[Occurrence]:
    """Every exercise of every day with its sets by week; templates left out, repeated lines written out."""
    grouped: dict[tuple[str, int, bool], Occurrence] = {}
    explicit = {(line.key, line.week, line.day) for line in lines.lines}
    templates = {line.key for line in lines.lines if line.is_template}
    for line in lines.lines:
        if line.key in templates:
            continue
        for week in range(line.first, min(line.last, weeks) + 1):
            if week != line.week and (line.key, week, line.day) in explicit:
                continue
            is_uncounted = line.progress == "none"
            at = (line.key, line.day, is_uncounted)
            occurrence = grouped.setdefault(at, Occurrence(line, line.day, is_uncounted))
            sets = _sets_of(line, week, lines, 0)
            if sets:
                occurrence.sets[week] = sets
            else:
                left.append(Left(line.line, line.name, "The line says no sets, so the exercise is left out."))
    rows = [occurrence for occurrence in grouped.values() if occurrence.sets]
    return sorted(rows, key=lambda row: (row.day, row.line.order))


def _sets_of(line: Line, week: int, lines: Lines, depth: int) -> list[SetLine]:
    """The sets of a line in a week, those of the reused line where it has none of its own."""
    if line.sets:
        return [replace(row, extras={**line.extras, **row.extras}) for row in line.sets]
    source = _reused(line, week, lines) if depth < _DEPTH else None
    rows = _sets_of(source, week, lines, depth + 1) if source else []
    return [replace(row, extras={**row.extras, **line.extras}) for row in rows]


def _reused(line: Line, week: int, lines: Lines) -> Line | None:
    if line.reuse is None:
        return None
    key, wanted, day = line.reuse
    at = week if wanted is None else wanted
    same = [
        other
        for other in lines.lines
        if key in {other.key, key_of(other.name)} and (day is None or other.day == day)
    ]
    exact = [other for other in same if other.week == at] or [
        other for other in same if other.first <= at <= other.last
    ]
    return exact[0] if exact else next((other for other in reversed(same) if other.week <= at), None)


def _progress_of(key: str, lines: Lines, depth: int) -> tuple[str, int] | None:
    """The progression of an exercise, its own or that of the line it reuses, with the line that says it."""
    own = [line for line in lines.lines if line.key == key]
    for line in own:
        if line.progress not in {"", "none"}:
            return line.progress, line.line
    for line in own:
        source = _reused(line, line.week, lines)
        if source is not None and source.key != key and depth < _DEPTH:
            return _progress_of(source.key, lines, depth + 1)
    return None


class _Schemes:
    """Lists of sets by name, each written once."""

    def __init__(self) -> None:
        self.rows: dict[str, list[dict[str, Any]]] = {}
        self._names: dict[str, str] = {}

    def name(self, rows: list[dict[str, Any]]) -> str:
        """The name of a list of sets."""
        text = json.dumps(rows)
        if text not in self._names:
            self._names[text] = self._free("_".join(_set_name(row) for row in rows)[:50])
            self.rows[self._names[text]] = rows
        return self._names[text]

    def _free(self, base: str) -> str:
        number = 1
        while True:
            name = base if number == 1 else f"{base}_v{number}"
            if name not in self.rows:
                return name
            number += 1


def _set_name(row: Mapping[str, Any]) -> str:
    """A name such as ``3x5-80``."""
    reps = row.get("reps", row.get("seconds"))
    written = "-".join(map(str, reps)) if isinstance(reps, list) else str(reps)
    share = f"-{row['percent']}".replace(".", "_") if "percent" in row else ""
    return f"{row.get('count', 1)}x{written}{'plus' if row.get('amrap') else ''}{share}"


def _write(
    lines: Lines,
    weeks: int,
    seen: Sequence[Occurrence],
    lifts: Mapping[str, LiftRow],
    otherwise: str,
) -> dict[str, Any]:
    schemes = _Schemes()
    days: list[dict[str, Any]] = []
    for day in dict.fromkeys(occurrence.day for occurrence in seen):
        here = [occurrence for occurrence in seen if occurrence.day == day]
        on = [week for week in range(1, weeks + 1) if any(week in row.sets for row in here)]
        name = lines.days.get((1, day)) or lines.days.get((on[0], day)) or f"Day {day}"
        if any(other["name"] == name for other in days):
            name = f"{name} {len(days) + 1}"
        slots = [_slot(row, lifts[row.line.key], weeks, on, schemes) for row in here]
        days.append({"name": name, **({} if len(on) == weeks else {"weeks": on}), "slots": slots})
    rows = list(lifts.values())
    new_lifts = [row.lift for row in rows if row.lift]
    rules = [rule for row in rows for rule in row.rules]
    source = [{"title": f"{lines.title} in Liftosaur", "address": lines.address}]
    return {
        "format": 2,
        "name": (lines.title or otherwise)[:80],
        **({"weeks": weeks} if weeks > 1 else {}),
        "cycles": math.ceil(_A_YEAR / weeks),
        **({"sources": source} if lines.address else {}),
        **({"schemes": schemes.rows} if schemes.rows else {}),
        **({"lifts": new_lifts} if new_lifts else {}),
        "days": days,
        **({"rules": rules} if rules else {}),
    }


def _slot(
    occurrence: Occurrence, row: LiftRow, weeks: int, on: Sequence[int], schemes: _Schemes
) -> dict[str, Any]:
    by_week = {week: [row.set_row(line) for line in rows] for week, rows in occurrence.sets.items()}
    first = next(iter(by_week.values()))
    is_same = len(by_week) == len(on) and all(rows == first for rows in by_week.values())
    plan: dict[str, Any] = (
        {"sets": first}
        if is_same
        else {
            "weeks": [schemes.name(by_week[week]) if week in by_week else "-" for week in range(1, weeks + 1)]
        }
    )
    is_uncounted = row.lift is not None and bool(row.rules) and occurrence.is_uncounted
    return {
        **({"id": f"{row.lift['id']}-easy"} if row.lift and is_uncounted else {}),
        **({"lift": row.lift["id"]} if row.lift else {"exercise": row.exercise}),
        **plan,
        **({"group": occurrence.line.group} if occurrence.line.group else {}),
        **({"note": occurrence.line.note} if occurrence.line.note else {}),
        **({"counts": False} if is_uncounted else {}),
    }


def names_of(name: str) -> list[str]:
    """Names to look an exercise up by: ``Bench Press, Dumbbell`` is a “Dumbbell Bench Press”."""
    exercise, _, equipment = (part.strip() for part in name.partition(","))
    if not equipment:
        return [exercise, f"Barbell {exercise}"]
    return [f"{equipment} {exercise}", f"{exercise} ({equipment})", f"{exercise} {equipment}"]
