"""Cases for the beliefs about strength that the phone goes on from: today's capacity after a set, chances.

Numbers are rounded to nine digits: the twin must agree to 1e-6, its normal distribution and exponentials included.
"""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, timedelta
from typing import Any

from iron.training.strength import capacity
from iron.training.strength.belief import absorb, at_day
from iron.training.strength.curve import bank, load_share, reps_lost
from iron.training.strength.line_belief import LineBelief, after_set, for_today
from iron.training.strength.state import Effort, fatigue_share, noise_reps

Case = dict[str, Any]

LINES = ("bench|-|both|grip=wide", "bench|rack|both|grip=wide", "bench|-|left|grip=wide")
NEW = "bench|smith|both|grip=close"
FITS = (
    ("one line", LINES[0], 0),
    ("one line", NEW, 40),
    ("three lines", LINES[0], 3),
    ("three lines", LINES[1], 3),
    ("three lines", LINES[2], 20),
    ("no reserve told", LINES[0], 4),
    ("a far set", LINES[0], 4),
    ("a long break", LINES[0], 400),
    ("cut depth", LINES[0], 4),
    ("a new level after one workout", LINES[0], 4),
    ("one set of a new level", LINES[0], 4),
)


def strength_cases() -> dict[str, list[Case]]:
    """All cases of beliefs, by the name of their rule."""
    return {
        "curve": _curves(),
        "set_noise": _noise(),
        "after_set": _after(),
        "belief": _chances(),
        "fit": _fits(),
    }


def _belief(sd: float = 0.04, *, low: bool = False) -> LineBelief:
    """A round belief: 10RM of 255 kg moved (200 on a 55 kg sled) at the leg press's curve."""
    k, log_weight = bank(45.0)
    mean = 5.541263545158426
    return LineBelief(
        k=tuple(round(value, 6) for value in k.tolist()),
        weight=tuple(round(2.718281828459045**value, 6) for value in log_weight.tolist()),
        mean=(mean,) * 7,
        sd=(sd,) * 7,
        low=(mean - 0.01,) * 7 if low else None,
        soft=0.03 if low else 0.0,
        fatigue=0.068,
        bias=0.95,
        bias_sd=0.7,
        cut=0.288,
    )


def _fits() -> list[Case]:
    """The belief about a line after the workouts of its exercise, carried on to a day."""
    return [_fit(name, line, days) for name, line, days in FITS]


def _fit(name: str, line: str, days: int) -> Case:
    workouts = _workouts(name)
    state = None
    for day, efforts in workouts:
        state = absorb(state, day, efforts, 31.0)
    on = workouts[-1][0] + timedelta(days=days)
    given = [
        {"day": day.isoformat(), "efforts": [asdict(effort) for effort in efforts]}
        for day, efforts in workouts
    ]
    out = None if state is None else asdict(capacity.belief(at_day(state, on), line))
    return {
        "name": f"{name}, {line}, {days} days later",
        "in": {"k": 31.0, "workouts": given, "line": line, "on": on.isoformat()},
        "out": _rounded(out),
    }


def _new_level(sets: int) -> list[tuple[date, list[Effort]]]:
    """One light workout, and years later some sets of a far heavier one."""
    light = [Effort(LINES[0], 15.0, 12.0, 2.0, place) for place in range(3)]
    heavy = [Effort(LINES[0], 80.0, 15.0, 1.0, place) for place in range(sets)]
    return [(date(2021, 3, 1), light), (date(2026, 1, 5), heavy)]


def _workouts(name: str) -> list[tuple[date, list[Effort]]]:
    """Twelve workouts of two lines with reserve, failures, silence, cut depth and a break."""
    if "new level" in name:
        return _new_level(1 if name.startswith("one set") else 3)
    start, rows = date(2026, 1, 5), []
    for number in range(12):
        day = start + timedelta(days=3 * number + (150 if name == "a long break" and number > 7 else 0))
        line = LINES[number % 3 if name == "three lines" else 0]
        moved = 80.0 + 1.5 * number - (12 if name == "a long break" and number > 7 else 0)
        moved *= 10.0 if name == "a far set" and number == 6 else 0.55 if "left" in line else 1.0
        rows.append((day, [_set(name, line, moved, number, place) for place in range(3)]))
    return rows


def _set(name: str, line: str, moved: float, number: int, place: int) -> Effort:
    rir = None if name == "no reserve told" else (2.0, 1.0, 0.0, 6.0, None)[(number + place) % 5]
    failed = rir == 0.0 and number % 2 == 0
    cut = name == "cut depth" and place == 2
    rest = (None, 90.0, 240.0)[(number + place) % 3]
    return Effort(line, moved * (1.2 if cut else 1.0), float(9 - place), rir, place, rest, cut, failed)


def _curves() -> list[Case]:
    return [
        {
            "name": f"{reps} reps at K {k:g}, {step:g} on {load:g} kg",
            "in": {"reps": reps, "k": k, "load": load, "step": step},
            "out": {"load_share": _round(load_share(reps, k)), "reps_lost": _round(reps_lost(load, step, reps, k))},
        }
        for reps, k, load, step in ((1, 45, 100, 5), (5, 31, 100, 2.5), (10, 45, 130, 5), (10, 45, 136, 5), (12, 35,
        60, 2.5), (25, 45, 190, 10))
    ]  # fmt: skip


def _noise() -> list[Case]:
    return [
        {
            "name": f"{reps} reps, {rir:g} left, set {position + 1}, rest {rest}",
            "in": {"reps": reps, "rir": rir, "position": position, "rest_s": rest},
            "out": {"noise": _round(noise_reps(reps, rir)), "fatigue": _round(fatigue_share(position, rest))},
        }
        for reps, rir, position, rest in (
            (3, 0, 0, None),
            (12, 0, 1, None),
            (10, 2, 2, 60),
            (20, 1, 3, 300),
            (8, 4, 1, 10),
        )
    ]


def _after() -> list[Case]:
    cases = []
    for name, low, moved, reps, rir, position, failed in (
        ("as expected", False, 255.0, 8, 1.0, 0, False),
        ("a strong set", False, 255.0, 12, 2.0, 0, False),
        ("a failed set", False, 255.0, 7, 0.0, 1, True),
        ("nothing left, not failed", False, 255.0, 9, 0.0, 1, False),
        ("no RIR below the level changes nothing", True, 205.0, 8, None, 0, False),
        ("no RIR above the level raises it", True, 265.0, 11, None, 0, False),
        ("more than four left is a bound", True, 255.0, 12, 6.0, 0, False),
        ("a typo changes nothing", False, 2055.0, 10, 2.0, 0, False),
    ):
        before = for_today(_belief(low=low))
        after = after_set(before, moved, reps, rir, position, failed=failed)
        given = {
            "belief": _plain(before),
            "moved_kg": moved,
            "reps": reps,
            "rir": rir,
            "position": position,
            "failed": failed,
        }
        cases.append({"name": name, "in": given, "out": _plain(after)})
    return cases


def _chances() -> list[Case]:
    cases = []
    for name, belief in (("measured", _belief()), ("wide, with a bound", _belief(0.12, low=True))):
        for moved in (155.0, 245.0, 255.0, 300.0):
            out = {
                "quantiles": [_round(quantile) for quantile in belief.quantile((0.1, 0.5, 0.9))],
                "chances": [_round(chance) for chance in belief.chances(moved, (1, 6, 8, 10, 12, 20), 0.5)],
            }
            given = {
                "belief": _plain(belief),
                "moved_kg": moved,
                "reps": [1, 6, 8, 10, 12, 20],
                "tired": 0.5,
            }
            cases.append({"name": f"{name}, {moved:g} kg moved", "in": given, "out": out})
    return cases


def _plain(value: Any) -> Any:
    """A value as JSON, numbers rounded."""
    return _rounded(asdict(value))


def _rounded(value: Any) -> Any:
    if isinstance(value, float):
        return _round(value)
    if isinstance(value, dict):
        return {name: _rounded(item) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [_rounded(item) for item in value]
    return value


def _round(value: float) -> float:
    return float(f"{value:.9g}")
