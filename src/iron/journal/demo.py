"""The demo lifter: 18 months of invented training, to look at Iron with something on the bar.

Everything here is invented: the person, the machines and the numbers. It is made by a seeded generator, so every
build gives the same journal. The app marks it as demo, never syncs it and removes it in one tap.
"""

from __future__ import annotations

import math
import random
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any, Final
from uuid import NAMESPACE_URL, uuid5

from iron.values.ordering import n_keys_between

Body = dict[str, Any]
Row = tuple[str, str, Body]

_NAMESPACE: Final = uuid5(NAMESPACE_URL, "https://iron.invalid/demo")
ANCHOR: Final = date(2026, 11, 20)
"""The last day of the journal; the app moves all dates so that it becomes yesterday."""

WEEKS: Final = 78
_OLD_SLED: Final[Body] = {"name": "Old sled", "gym": "Basement", "base_kg": 47, "angle_deg": 45}
_BLUE_SLED: Final[Body] = {"name": "Blue sled", "gym": "Hall", "base_kg": 62, "angle_deg": 45}
_FEET: Final = (("low", "shoulder"), ("middle", "shoulder"), ("high", "wide"))
_BLOCK_WEEKS: Final = 6


@dataclass(frozen=True)
class _Lift:
    """One lift of the demo: where it starts [kg for ten], how far it grows (share in 18 months), its grid and curve."""

    exercise: str
    ten_kg: float
    growth: float
    step_kg: float
    curve_k: float
    reps: int
    sets: int
    setup: Body = field(default_factory=dict)


_LEGS_HEAVY: Final = (
    _Lift("back-squat", 70, 0.42, 2.5, 31, 6, 3),
    _Lift("leg-press-45", 130, 0.55, 5, 45, 9, 3),
    _Lift("seated-leg-curl", 40, 0.3, 2.5, 40, 10, 3),
    _Lift("calf-press-sled", 110, 0.3, 5, 40, 12, 3),
)
_LEGS_VOLUME: Final = (
    _Lift("leg-press-45", 130, 0.55, 5, 45, 13, 3),
    _Lift("romanian-deadlift", 70, 0.4, 2.5, 31, 9, 3),
    _Lift("leg-extension", 45, 0.35, 2.5, 40, 13, 3),
)
_UPPER: Final = (
    _Lift("bench-press", 55, 0.32, 2.5, 31, 8, 3),
    _Lift("bent-over-row", 55, 0.35, 2.5, 35, 9, 3),
    _Lift("overhead-press", 32, 0.3, 2.5, 31, 8, 3),
    _Lift("lat-pulldown", 50, 0.3, 2.5, 35, 10, 3),
)
_WEEK: Final = ((0, "Legs, heavy", _LEGS_HEAVY), (2, "Upper", _UPPER), (4, "Legs, volume", _LEGS_VOLUME))


def exercises() -> frozenset[str]:
    """The library exercises that the demo lifter trains."""
    return frozenset(lift.exercise for _, _, lifts in _WEEK for lift in lifts)


def documents(seed: int = 45) -> list[Row]:
    """Return the demo journal as (kind, id, body) rows, oldest first.

    Args:
        seed: of the generator; the same seed gives the same journal, byte for byte.
    """
    chance = random.Random(seed)  # noqa: S311 - invented training, not a secret
    rows: list[Row] = [_machine(_OLD_SLED), _machine(_BLUE_SLED), _body_mass()]
    first = ANCHOR - timedelta(days=ANCHOR.weekday()) - timedelta(weeks=WEEKS - 1)
    for week in range(WEEKS):
        if week in (31, 32):  # a holiday: the gap that every real log has
            continue
        for weekday, title, lifts in _WEEK:
            day = first + timedelta(weeks=week, days=weekday)
            if day <= ANCHOR and chance.random() > 0.06:
                rows.append(_workout(day, week, title, lifts, chance))
    return rows


def _id(*parts: object) -> str:
    return str(uuid5(_NAMESPACE, "|".join(map(str, parts))))


def _machine(machine: Body) -> Row:
    body = {
        "v": 1,
        **machine,
        "exercise": "leg-press-45",
        "unit": "kg",
        "base_known": True,
        "plates": [25, 20, 15, 10, 5, 2.5],
        "sides": 2,
    }
    return ("machine", _id("machine", machine["name"]), body)


def _body_mass() -> Row:
    return (
        "measurement",
        _id("measurement"),
        {"v": 1, "at": f"{ANCHOR.isoformat()}T07:00:00", "what": "body_mass", "value": 79.4, "unit": "kg"},
    )


def _workout(day: date, week: int, title: str, lifts: tuple[_Lift, ...], chance: random.Random) -> Row:
    start = datetime.combine(day, time(18, chance.randrange(0, 40)))
    clock = start + timedelta(minutes=4)
    form = chance.gauss(0, 0.02)
    if week in (33, 34):
        form -= 0.05  # back from the holiday
    entries = []
    for order, lift in zip(n_keys_between(None, None, len(lifts)), lifts, strict=True):
        entry, clock = _entry(_id("entry", day, lift.exercise), order, lift, week, form, clock, chance)
        entries.append(entry)
    body = {
        "v": 1,
        "start": start.isoformat(),
        "offset": 60,
        "end": (clock + timedelta(minutes=3)).isoformat(),
        "title": title,
        "entries": entries,
    }
    return ("workout", _id("workout", day), body)


def _ten_rep_load(lift: _Lift, week: int) -> float:
    """Growth is linear in log time, as in the long cohort of Steele 2022 (docs/evidence.md#progress)."""
    return lift.ten_kg * (1 + lift.growth * math.log1p(week / 8) / math.log1p(WEEKS / 8))


def _entry(
    ident: str, order: str, lift: _Lift, week: int, form: float, clock: datetime, chance: random.Random
) -> tuple[Body, datetime]:
    press = lift.exercise == "leg-press-45"
    block = week // _BLOCK_WEEKS
    deload = week % _BLOCK_WEEKS == _BLOCK_WEEKS - 1
    foot_height, stance = _FEET[block % 3]
    capacity = _ten_rep_load(lift, week) * (1 + form) * ((1.0, 0.97, 1.04)[block % 3] if press else 1)
    cut = press and 45 <= week <= 47  # three weeks of ego, drawn hollow
    target = capacity * (lift.curve_k + 9) / (lift.curve_k + lift.reps + 1)
    load = max(lift.step_kg, round((target * (1.22 if cut else 0.97)) / lift.step_kg) * lift.step_kg)
    count = max(2, lift.sets - 1) if deload else lift.sets
    sets: list[Body] = [_warm_up(ident, load, lift)]
    for number in range(count):
        effective = capacity * (1.3 if cut else 1) * (1 - 0.025 * number)
        possible = (lift.curve_k + 9) * effective / load - lift.curve_k + 1
        reps = max(3, min(lift.reps + 2, round(possible - 1.2 + chance.gauss(0, 0.5))))
        rir = max(0, min(4, round(possible - reps)))
        rest = 150 + chance.randrange(-20, 50)
        clock += timedelta(seconds=40 + rest)
        body: Body = {
            "id": _id(ident, number),
            "load": {"value": load, "unit": "kg"},
            "reps": reps,
            "rest_s": rest,
        }
        body |= {"rir": rir, "done_at": clock.isoformat()}
        if press:
            toe = 15 if stance == "shoulder" else 25
            body["setup"] = {"foot_height": foot_height, "stance": stance, "toe_out": toe, "back_pad": 3}
            degrees = chance.randrange(70, 80) if cut else chance.randrange(96, 104)
            body["depth"] = {"value": degrees, "how": "knee_angle"}
            if cut:
                body["faults"] = ["cut_range"]
        sets.append(body)
    for key, item in zip(n_keys_between(None, None, len(sets)), sets, strict=True):
        item["order"] = key
    entry: Body = {"id": ident, "order": order, "exercise": lift.exercise, "sets": sets}
    if press:
        machine = _OLD_SLED if week < 26 else _BLUE_SLED  # a new gym after half a year: a new line begins
        entry["machine"] = {"id": _id("machine", machine["name"]), **machine}
    return entry, clock


def _warm_up(ident: str, load: float, lift: _Lift) -> Body:
    half = max(lift.step_kg, round(load * 0.5 / lift.step_kg) * lift.step_kg)
    body: Body = {
        "id": _id(ident, "warm-up"),
        "kind": "warm-up",
        "load": {"value": half, "unit": "kg"},
        "reps": 10,
    }
    return body


def as_json_object(seed: int = 45) -> Body:
    """Return what ``content/demo.json`` holds: the anchor day and the documents."""
    rows = documents(seed)
    return {"v": 1, "anchor": ANCHOR.isoformat(), "documents": [list(row) for row in rows]}
