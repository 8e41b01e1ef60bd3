"""Sessions of one line, written as a lifter writes them: ``session(7, "100x10@2 100x8f")``.

K is 31, so that a load of L kg for n reps with r left stands for a 10RM of L × (30 + n + r) / 40: 100 kg for 6 is 90 kg.
"""

from __future__ import annotations

import math
import re
from datetime import date, timedelta
from typing import Any

from iron.training.prescription.chance import Outlook
from iron.training.prescription.model import Case, Lift, LineSession
from iron.training.prescription.patterns import Work
from iron.training.prescription.shape import implied, shape_of
from iron.training.strength.line_belief import LineBelief

K = 31.0
START = date(2026, 1, 5)
_SET = re.compile(r"(\d+(?:\.\d+)?)x(\d+)(?:@(\d+(?:\.5)?))?([fc]*)")


def on(day: int) -> str:
    """The date so many days after the first one."""
    return (START + timedelta(days=day)).isoformat()


def lift(written: str, base_kg: float = 0.0) -> Lift:
    """``100x8@2`` is 100 kg for eight with two left; ``f`` adds a failed rep, ``c`` cut depth."""
    match = _SET.fullmatch(written)
    assert match, written
    load, reps, rir, marks = match.groups()
    kg = float(load)
    return Lift(
        kg, base_kg + kg, float(reps), None if rir is None else float(rir), "c" in marks, "f" in marks
    )


def session(day: int, sets: str, base_kg: float = 0.0, **more: Any) -> LineSession:
    """A session of a day, its sets with blanks between them."""
    return LineSession(on(day), tuple(lift(each, base_kg) for each in sets.split()), **more)


def work(day: int, sets: str) -> Work:
    """The same with its shape."""
    here = session(day, sets)
    shape = shape_of(here, K)
    assert shape is not None
    return Work(here, shape, max(implied(each, K) for each in shape.tops))


def case_of(*sessions: LineSession, day: int | None = None, **more: Any) -> Case:
    """A line of plates in steps of 2.5 kg up to 200, asked on a day or a week after the last session."""
    last = date.fromisoformat(sessions[-1].day) if sessions else START
    asked = on(day) if day is not None else (last + timedelta(days=7)).isoformat()
    given: dict[str, Any] = {
        "line": "a line",
        "family": "curl",
        "k": K,
        "meaning": "plates",
        "implements": 1,
        "base_kg": 0.0,
        "unit": "kg",
        "grid": tuple(2.5 * number for number in range(1, 81)),
        "belief": None,
        "ranges": ((8, 12, 1.0, 3.0),),
        "days_away": 7,
        "exercise_days": 7,
    }
    return Case(on=asked, sessions=sessions, **{**given, **more})


def proof(ten_rep_max_kg: float | None, record: tuple[float, float, float] | None = None) -> Outlook:
    """Chances that stand on one proved 10RM R: Φ(ln(R / (load × (30 + reps) / 40)) / 0.035); None knows nothing."""
    return Outlook(None, None if ten_rep_max_kg is None else math.log(ten_rep_max_kg), K, record)


def believed(ten_rep_max_kg: float, sd: float = 0.03, **more: Any) -> LineBelief:
    """A belief with one curve constant: a normal distribution of log 10RM around so many kilograms."""
    given: dict[str, Any] = {"fatigue": 0.05, "bias": 0.0, "bias_sd": 1.0, "cut": 0.3}
    mean = (math.log(ten_rep_max_kg),)
    return LineBelief((K,), (1.0,), mean, (sd,), None, 0.05, **{**given, **more})
