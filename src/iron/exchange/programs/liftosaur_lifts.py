"""Loads and progressions of Liftosaur as lifts and rules.

The same as ``web/src/core/rules/programs/files/liftosaur-lifts.ts``.
"""

from __future__ import annotations

import math
import re
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from iron.exchange.programs.liftosaur_lines import Left, SetLine, number_of, split

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from iron.exchange.programs.liftosaur import Occurrence

_KG_PER_LB: Final = 0.45359237
_EDGE: Final = 1e-9
_WHOLE: Final = 100.0


@dataclass(frozen=True, slots=True)
class Progress:
    """A built-in progression: its word, its arguments, its line."""

    word: str
    parts: tuple[str, ...]
    line: int

    @property
    def range(self) -> tuple[int, int] | None:
        """The reps of ``dp``."""
        if self.word != "dp" or len(self.parts) < 3 or not all(part.isdigit() for part in self.parts[1:3]):
            return None
        low, high = int(self.parts[1]), int(self.parts[2])
        return (low, high) if 1 <= low <= high else None


@dataclass(frozen=True, slots=True)
class LiftRow:
    """An exercise: its lift where it has one, its rules, and what is needed to write its sets."""

    exercise: str
    lift: dict[str, Any] | None = None
    rules: list[dict[str, Any]] = field(default_factory=list)
    range: tuple[int, int] | None = None
    base: tuple[float, str] | None = None
    by_percent: bool = False

    def set_row(self, row: SetLine) -> dict[str, Any]:
        """A set as format 2 writes it."""
        low, high = self.range or (row.low, row.high)
        named = row.extras
        made: dict[str, Any] = {} if row.count == 1 else {"count": row.count}
        if "seconds" in named:
            made["seconds"] = named["seconds"]
        else:
            made["reps"] = low if low == high else [low, high]
        if row.amrap or named.get("is_open_timer"):
            made["amrap"] = True
        if self.by_percent and "percent" in named:
            made["percent"] = named["percent"]
        made |= _offset(named.get("mass"), self.base)
        return made | {key: named[key] for key in ("rpe", "rest") if key in named}


def lift_of(
    own: Sequence[Occurrence],
    progress: tuple[str, int] | None,
    exercise: str,
    others: Sequence[LiftRow],
    left: list[Left],
) -> LiftRow:
    """The lift of an exercise with its rules, and how its sets are written."""
    first = own[0].line
    named = [row.extras for occurrence in own for rows in occurrence.sets.values() for row in rows]
    name = first.full

    def leave(line: int, what: str, why: str) -> None:
        left.append(Left(line, f"{name}: {what}", why))

    moves = _read_progress(progress, leave)
    span = moves.range if moves else None
    masses = [row["mass"] for row in named if "mass" in row]
    percents = list(dict.fromkeys(row["percent"] for row in named if "percent" in row))
    if masses and percents:
        leave(first.line, "percentages", "The exercise has loads and percentages: the loads are taken.")
    ident = _free_id(name, others)
    label = {"name": name[:80]} if first.label else {}
    warm = {"warm_up": "none"} if first.has_no_warm_up else {}
    head = {"id": ident, **label, "exercise": exercise}
    if masses:
        base = masses[0]
        lift = {**head, "keeps": "load", "start": {base[1]: base[0]}, **warm}
        return LiftRow(exercise, lift, _rules(ident, name, moves, _WHOLE), span, base)
    if len(percents) == 1 and moves:
        lift = {**head, "keeps": "load", "ask": "1rm", "take": percents[0], **warm}
        return LiftRow(exercise, lift, _rules(ident, name, moves, _WHOLE), span)
    if percents:
        top = max(percents)
        if moves:
            why = f"Iron moves the 1RM, so that the sets at {top} % move by the step written."
            leave(moves.line, moves.word, why)
        lift = {**head, "keeps": "1rm", **warm}
        return LiftRow(exercise, lift, _rules(ident, name, moves, top), span, by_percent=True)
    if moves is None:
        return LiftRow(exercise)
    return LiftRow(exercise, {**head, "keeps": "load", **warm}, _rules(ident, name, moves, _WHOLE), span)


def _offset(mass: tuple[float, str] | None, base: tuple[float, str] | None) -> dict[str, Any]:
    """How far the load of a set is from the lift's number."""
    if mass is None or base is None:
        return {}
    factor = 1.0 if mass[1] == base[1] else _KG_PER_LB if base[1] == "kg" else 1.0 / _KG_PER_LB
    far = _half_up((mass[0] * factor - base[0]) * 100.0) / 100.0
    return {} if abs(far) < _EDGE else {"plus": {base[1]: number_of(str(far))}}


def _half_up(value: float) -> int:
    return math.floor(value + 0.5)


def _read_progress(
    progress: tuple[str, int] | None, leave: Callable[[int, str, str], None]
) -> Progress | None:
    """The word and arguments of a progression; None where it is a script or none."""
    if progress is None:
        return None
    text, line = progress
    match = re.match(r"(\w+)\s*\(([^)]*)\)", text)
    word, inner = match.groups() if match else ("", "")
    if word in {"lp", "dp", "sum"}:
        return Progress(word, tuple(part for part in split(inner, ",") if part), line)
    leave(line, "progress", "Scripts are not taken over: write rules for it in the builder.")
    return None


def _change(text: str, share: float, sign: int) -> dict[str, Any] | None:
    """The change of a number by ``5lb``, ``2.5kg`` or ``5%``; ``share`` is the percent of it that the sets lift."""
    match = re.fullmatch(r"(\d+(?:\.\d+)?)(kg|lb|%)", text)
    number = number_of(match.group(1)) if match else 0
    if match is None or number <= 0:
        return None
    if match.group(2) == "%":
        return {"add_percent": number} if sign > 0 else {"deload": number}
    step = sign * (_half_up(number * 10_000 / share) / 100)
    return {"add": {match.group(2): number_of(str(step))}}


def _rules(ident: str, name: str, moves: Progress | None, share: float) -> list[dict[str, Any]]:
    """Rules of ``lp``, ``dp`` and ``sum`` (Liftosaur's documentation, “Progressive overload”)."""
    if moves is None:
        return []
    parts = [*moves.parts, "", "", "", "", ""]

    def rule(what: str, when: Mapping[str, Any], then: Mapping[str, Any] | None) -> list[dict[str, Any]]:
        if not then:
            return []
        return [{"name": f"{name}: {what}"[:200], "lifts": [ident], "when": dict(when), "then": dict(then)}]

    if moves.word == "dp":
        return rule("top of the range", {"topped": True}, _change(parts[0], share, 1))
    if moves.word == "sum":
        return rule("sum of reps", {"sum_at_least": _whole(parts[0])}, _change(parts[1], share, 1))
    tries, misses = _whole(parts[1]), _whole(parts[4])
    made = {"made": True} if tries == 1 else {"made_in_a_row": tries}
    return [
        *rule("made", made, _change(parts[0], share, 1)),
        *rule("missed", {"failed": misses}, _change(parts[3], share, -1)),
    ]


def _whole(text: str) -> int:
    return int(text) if text.isdigit() and int(text) else 1


def _free_id(name: str, others: Sequence[LiftRow]) -> str:
    plain = unicodedata.normalize("NFKD", name.lower())
    bare = re.sub(r"^-|-$", "", re.sub(r"[^a-z0-9]+", "-", plain))[:56]
    taken = {row.lift["id"] for row in others if row.lift}
    number = 1
    while True:
        ident = (bare or "lift") if number == 1 else f"{bare}-{number}"
        if ident not in taken:
            return ident
        number += 1
