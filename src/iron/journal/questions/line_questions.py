"""Questions about one line: how it compares with another, and what would happen at another load."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from iron.journal.questions.set_rows import in_unit, line_words, machine_names
from iron.knowledge import messages
from iron.training.history.lines import parse_key
from iron.training.history.sets import ASSISTANCE
from iron.training.strength.stalls import Message
from iron.values.errors import BadInputError
from iron.values.units import check_mass_unit, mass_kg

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iron.journal.line import Line
    from iron.training.strength.comparing import LineRatio


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two lines of one exercise.

    Attributes:
        line: key of the first.
        other: key of the second.
        ratio: 10RM of the first over the second, moved mass over moved mass (sled and body in it) [-].
        low: 10th percentile of the ratio.
        high: 90th percentile of the ratio.
        chance: probability that the first is stronger [0, 1].
        first: 10RM of the first as the lifter counts, in ``unit``; None when unknown.
        second: the same of the second.
        unit: ``kg`` or ``lb``.
        sentence: the comparison in words.
        message: the same as code and typed values.
    """

    line: str
    other: str
    ratio: float
    low: float
    high: float
    chance: float
    first: float | None
    second: float | None
    unit: str
    sentence: str
    message: Message

    def as_json(self) -> dict[str, object]:
        """The comparison as JSON; shares with three decimals."""
        fields: dict[str, object] = {name: getattr(self, name) for name in self.__slots__}
        return fields | {name: round(getattr(self, name), 3) for name in ("ratio", "low", "high", "chance")}


@dataclass(frozen=True, slots=True)
class WhatIf:
    """What is expected at a load, in the first set of a day.

    Attributes:
        load: load as the lifter counts it, in ``unit``.
        unit: ``kg`` or ``lb``.
        reps: median of the reps to failure; None when nothing is known.
        low: reps that nine of ten such days reach.
        high: reps that one of ten such days reaches.
        target: reps that were asked about, None for none.
        chance: probability of at least ``target`` reps [0.05, 0.95], None without a target.
        sentence: the answer in words.
        message: the same as code and typed values.
    """

    load: float
    unit: str
    reps: int | None
    low: int | None
    high: int | None
    target: float | None
    chance: float | None
    sentence: str
    message: Message

    def as_json(self) -> dict[str, object]:
        """The answer as JSON."""
        return {name: getattr(self, name) for name in self.__slots__}


def compare_lines(line: Line, other: Line, on: date | None = None, unit: str | None = None) -> Comparison:
    """Compare two lines of one exercise on a day, that of the newest set of both when None.

    Raises:
        BadInputError: the lines are of different exercises, or nothing is known about their strength yet.
    """
    from iron.journal.snapshot.snapshot import state_on
    from iron.training.strength.comparing import line_ratio

    check_mass_unit(unit)
    exercise = parse_key(line.key).exercise
    if exercise != parse_key(other.key).exercise:
        raise BadInputError(
            "Only lines of one exercise are compared: their loads mean the same.", where="other"
        )
    day = on or max(line.sets[-1].date, other.sets[-1].date)
    shown_in = unit or line.journal.unit
    state = state_on(line.journal.view, exercise, day)
    if state is None:
        raise BadInputError(line.capacity(day).basis, where="line")
    ratio = line_ratio(state, line.key, other.key)
    tens = [each.capacity(day).kg for each in (line, other)]
    first, second = (None if kg is None else round(in_unit(kg, shown_in), 1) for kg in tens)
    machines = machine_names(line.journal)
    names = [line_words(line.journal, key, machines) for key in (line.key, other.key)]
    sentence, message = _comparison_message(names, ratio, (first, second), shown_in, line.facts.load_meaning)
    return Comparison(
        line.key,
        other.key,
        ratio.ratio,
        ratio.low,
        ratio.high,
        ratio.chance,
        first,
        second,
        shown_in,
        sentence,
        message,
    )


def _comparison_message(
    names: Sequence[str],
    ratio: LineRatio,
    tens: tuple[float | None, float | None],
    unit: str,
    meaning: str,
) -> tuple[str, Message]:
    code = "compare-lines"
    values: dict[str, Any] = {
        "line": names[0],
        "other": names[1],
        "chance": {"type": "chance", "value": ratio.chance},
        "ratio": f"{ratio.ratio:.2f}",
        "low": f"{ratio.low:.2f}",
        "high": f"{ratio.high:.2f}",
    }
    first, second = tens
    if first is not None and second is not None:
        code += "-counted"
        values |= {"first": messages.load(first, unit), "second": messages.load(second, unit)}
    return _answer(f"{code}-help" if meaning == ASSISTANCE else code, values)


def what_if(
    line: Line, load: float, *, reps: float | None = None, unit: str | None = None, on: date | None = None
) -> WhatIf:
    """What is expected at a load on a day: the chances are those that `Journal.next` gives.

    Args:
        line: the line.
        load: load as the lifter counts it, in ``unit``.
        reps: reps whose chance is asked.
        unit: ``kg`` or ``lb``; the lifter's own when None.
        on: the day; the day after the last set when None.
    """
    from iron.journal.snapshot.snapshot import case_on
    from iron.training.prescription.chance import outlook, shown

    check_mass_unit(unit)
    shown_in = unit or line.journal.unit
    day = on or line.sets[-1].date
    case = case_on(line.journal.view, line.facts.id, line.key, day)
    moved = case.moved(mass_kg(load, shown_in))
    today = outlook(case)
    values: dict[str, Any] = {"load": messages.load(load, shown_in)}
    if today.at_least(moved, 1) is None:
        return WhatIf(load, shown_in, None, None, None, reps, None, *_answer("what-if-unknown", values))
    low, middle, high = (today.most_reps(moved, share) for share in (0.9, 0.5, 0.1))
    values |= {"low": low, "middle": middle, "high": high}
    if reps is None:
        return WhatIf(load, shown_in, middle, low, high, None, None, *_answer("what-if", values))
    chance = shown(today.at_least(moved, reps)) or 0.0
    values |= {"reps": reps, "chance": {"type": "chance", "value": chance}}
    return WhatIf(load, shown_in, middle, low, high, reps, chance, *_answer("what-if-reps", values))


def _answer(code: str, values: dict[str, Any]) -> tuple[str, Message]:
    message: Message = {"code": code, "values": values}
    return messages.render(**message), message
