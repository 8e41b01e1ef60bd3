"""The quick entry line: ``180x12 @2 feet low narrow; x10; x9`` is three sets, each carries on what the last one said.

The same grammar as in the app (``web/src/core/logic/quick.ts``); ``spec/quick.json`` holds both to one answer.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from iron.journal.set_logging.setup_words import VariableNames, known_words, setup_at

EXAMPLE: Final = "180x12 @2 feet low narrow; x10; x9"
MOST_SETS: Final = 20
MOST_LOAD: Final = 1000
MOST_REPS: Final = 100

_N: Final = r"\d+(?:[.,]\d+)?"
_UNIT: Final = r"kgs?|kilos?|lbs?|pounds?"
_KINDS: Final[Mapping[str, str]] = {
    "w": "warm-up",
    "warm": "warm-up",
    "warm-up": "warm-up",
    "warmup": "warm-up",
    "drop": "drop",
    "rp": "rest-pause",
    "rest-pause": "rest-pause",
    "working": "working",
}
_SIDES: Final = frozenset({"left", "right", "both"})

# Reps never have decimals, so a comma or slash after them begins the next set: 180x12, 185x10 and 180x12,10,9.
# Between them may stand the effort: 110x8@2, 110x7@1.
_EFFORT: Final = rf"(?:\s*@?\s*(?:rpe|rir)\s*{_N}|\s*@\s*{_N})?"
_NEXT_FULL: Final = re.compile(rf"(x\s*\d+{_EFFORT})\s*[,/]\s*(?={_N}\s*(?:{_UNIT})?\s*x\s*\d)")
_NEXT_REPS: Final = re.compile(r"(x\s*\d+)\s*[,/]\s*(?=\d+\s*(?:[,/;@\n]|$))")
_NEXT_X: Final = re.compile(r",(?=\s*x\s*\d)")
_LOOSE_COMMA: Final = re.compile(r",(?!\d)|(?<!\d),")
_NOTE: Final = re.compile(r'["“”]([^"“”]*)["“”]')
_RPE: Final = (re.compile(rf"\s@?\s*rpe\s*({_N})(?=\s)"), re.compile(rf"\s@?\s*({_N})\s*rpe(?=\s)"))
_RIR: Final = (
    re.compile(rf"\s@?\s*rir\s*({_N})(?=\s)"),
    re.compile(rf"\s@?\s*({_N})\s*rir(?=\s)"),
    re.compile(rf"\s?@\s*({_N})(?=\s)"),
)
_FAILED: Final = re.compile(r"\s(?:failed|fail|failure)(?=\s)")
_BODY: Final = re.compile(r"\s(?:bw|bodyweight|body weight)(?=[\sx+])\s*\+?")
_CLOCK: Final = re.compile(r"\s(\d+):([0-5]\d)(?=\s)")
_TIME: Final = re.compile(rf"\s({_N})\s*(s|secs?|seconds?|mins?|minutes?)(?=\s)")
_FAR: Final = re.compile(rf"\s({_N})\s*(km|mi|ft|yd|m)(?=\s)")
_BOTH: Final = re.compile(rf"\s\+?({_N})?\s*({_UNIT})?\s*x\s*(\d+)(?:\s*x\s*(\d+))?(?:\s*reps?)?(?=\s)")
_REPS: Final = re.compile(r"\s(\d+)\s*reps?(?=\s)")
_SETS: Final = re.compile(r"\s(\d+)\s*sets?(?=\s)")
# A bare number is a load only where no word stands before it: "toes 15" is not 15 kg.
_ALONE: Final = (
    re.compile(rf"\s\+?({_N})\s*({_UNIT})(?=\s)"),
    re.compile(rf"^\s+\+?({_N})()(?=\s)"),
)

SetFields = dict[str, Any]
"""A set as the body of a workout holds it, without id, order and time."""


@dataclass(frozen=True, slots=True)
class Quick:
    """What a line says.

    Attributes:
        sets: the sets that were understood, as a workout's body holds them.
        problem: what is wrong, one sentence; None when all was understood.
    """

    sets: tuple[SetFields, ...]
    problem: str | None


def quick(line: str, unit: str, variables: Sequence[VariableNames]) -> Quick:
    """Read a line.

    Args:
        line: what was typed.
        unit: ``kg`` or ``lb``, of loads without one.
        variables: the exercise's, for words of the setup.
    """
    parts = [part for part in map(str.strip, re.split(r"[;\n]", _parted(line))) if part]
    sets: list[SetFields] = []
    for part in parts:
        read = _read_set(part, sets[-1] if sets else None, unit, variables)
        if isinstance(read, str):
            return Quick(tuple(sets), read)
        fields, times = read
        if len(sets) + times > MOST_SETS:
            return Quick((), f"More than {MOST_SETS} sets in one line is likely a typing error. Write fewer.")
        sets.extend(dict(fields) for _ in range(times))
    return Quick(tuple(sets), None)


def _parted(line: str) -> str:
    """The line with one sign for "times" and a semicolon between all sets; notes keep their letters."""
    pieces = _NOTE.split(line)
    for at in range(0, len(pieces), 2):
        text = re.sub(r"[×✕✖*]", "x", pieces[at].lower())
        text = _NEXT_X.sub(";", _NEXT_FULL.sub(r"\1;", text))
        while _NEXT_REPS.search(text):
            text = _NEXT_REPS.sub(r"\1;x", text, count=1)
        pieces[at] = text
    # A semicolon inside a note is part of the note.
    for at in range(1, len(pieces), 2):
        pieces[at] = '"' + re.sub(r"[;\n]", ",", pieces[at]) + '"'
    return "".join(pieces)


class _Rest:
    """What is left of a part of the line while its pieces are taken out."""

    def __init__(self, text: str) -> None:
        self.text = f" {text} "

    def take(self, *patterns: re.Pattern[str]) -> re.Match[str] | None:
        for pattern in patterns:
            match_ = pattern.search(self.text)
            if match_:
                self.text = f"{self.text[: match_.start()]} {self.text[match_.end() :]}"
                return match_
        return None


def _read_set(
    part: str, before: SetFields | None, unit: str, variables: Sequence[VariableNames]
) -> tuple[SetFields, int] | str:
    # Load, side and setup hold until changed; effort, kind, note and what was counted belong to one set.
    fields: SetFields = {
        name: before[name] for name in ("load", "side", "setup") if before and name in before
    }
    rest = _Rest(part)
    if (note := rest.take(_NOTE)) and note[1].strip():
        fields["note"] = note[1].strip()
    rest.text = _LOOSE_COMMA.sub(" ", rest.text)
    problem = _effort(rest, fields)
    if problem is not None:
        return problem
    _times_and_distances(rest, fields)
    times = _load_and_reps(rest, fields, unit)
    problem = _slip(fields, times) or _words(rest.text.strip(), fields, variables)
    if problem is not None:
        return problem
    if not {"reps", "duration_s", "distance"} & fields.keys():
        return f"“{part}” has no reps, time or distance. Write it like {EXAMPLE}."
    return fields, times


def _effort(rest: _Rest, fields: SetFields) -> str | None:
    if rpe := rest.take(*_RPE):
        value = 10 - _number(rpe[1])
        if not 0 <= value <= 10 or value % 0.5:
            return f"RPE {rpe[1]} does not exist. Write RPE 0 to 10, halves count."
        fields["rir"] = _whole(value)
    elif left := rest.take(*_RIR):
        value = _number(left[1])
        if value > 10 or value % 0.5:
            return f"“@{left[1]}” is not a number of reps left. Write @0 to @10, halves count."
        fields["rir"] = _whole(value)
    if rest.take(_FAILED):
        fields |= {"failure": True, "rir": 0}
    return None


def _times_and_distances(rest: _Rest, fields: SetFields) -> None:
    if clock := rest.take(_CLOCK):
        fields["duration_s"] = int(clock[1]) * 60 + int(clock[2])
    if time := rest.take(_TIME):
        # Half a second up, as JavaScript rounds.
        fields["duration_s"] = int(_number(time[1]) * (60 if time[2].startswith("min") else 1) + 0.5)
    if far := rest.take(_FAR):
        fields["distance"] = {"value": _whole(_number(far[1])), "unit": far[2]}


def _load_and_reps(rest: _Rest, fields: SetFields, unit: str) -> int:
    """Take load and reps; how many sets were meant."""
    if rest.take(_BODY):
        fields.pop("load", None)
        # "bw x 10" and "bw+20 x 8" go on with what follows.
    many = rest.take(_SETS)
    times = int(many[1]) if many else 1
    load = both = rest.take(_BOTH)
    if both:
        fields["reps"] = int(both[3])
        times = int(both[4]) if both[4] else times
    else:
        if counted := rest.take(_REPS):
            fields["reps"] = int(counted[1])
        load = rest.take(*_ALONE)
    if load and load[1] is not None:
        named = load[2]
        named_unit = unit if not named else "kg" if named.startswith("k") else "lb"
        fields["load"] = {"value": _whole(_number(load[1])), "unit": named_unit}
    return times


def _slip(fields: SetFields, times: int) -> str | None:
    load, reps = fields.get("load"), fields.get("reps")
    if load and load["value"] > MOST_LOAD:
        return f"{load['value']} {load['unit']} is more than anybody lifts. Write at most {MOST_LOAD}."
    if reps is not None and not 1 <= reps <= MOST_REPS:
        return f"{reps} reps is likely a typing error. Write 1 to {MOST_REPS}."
    if times < 1:
        return "Zero sets cannot be logged. Write how many sets you did."
    return None


def _words(text: str, fields: SetFields, variables: Sequence[VariableNames]) -> str | None:
    """Kind, side and setup; None when every word was understood."""
    words = text.split()
    at = 0
    while at < len(words):
        word = words[at]
        named = setup_at(words, at, variables)
        if isinstance(named, str):
            return named
        if named is not None:
            fields["setup"] = {**fields.get("setup", {}), named.id: named.value}
            at += named.used
        elif word in _KINDS:
            fields["kind"] = _KINDS[word]
            at += 1
        elif word in _SIDES:
            fields["side"] = word
            at += 1
        else:
            choices = known_words(variables) or "none"
            return f"“{word}” is not known here. Words of this exercise: {choices}."
    return None


def _number(text: str) -> float:
    return float(text.replace(",", "."))


def _whole(value: float) -> float | int:
    return int(value) if value == int(value) else value
