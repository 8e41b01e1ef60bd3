"""The cases of spec/: inputs chosen by hand, answers computed by the Python rules.

One file a room: ``{"generated": …, "rules": {"<rule>": [{"in": [arguments], "out": answer}, …]}}``.
Arguments stand in the order of the function in both languages.
"""

from __future__ import annotations

import json
from dataclasses import asdict, is_dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from phone_rules.plates import per_side

from iron.values import plates, units
from spec_cases.archive import archive_cases
from spec_cases.body import body_cases
from spec_cases.choosing import choosing_cases
from spec_cases.exchange import takeback_cases
from spec_cases.growth import growth_cases
from spec_cases.history import bests_cases, lines_cases, volume_cases
from spec_cases.measured import measured_cases
from spec_cases.mechanics import spec_cases as mechanics_cases
from spec_cases.merged import merged_cases
from spec_cases.needs import needs_cases
from spec_cases.next_loads import next_cases
from spec_cases.plan import blocks_cases, programs_cases
from spec_cases.prescription import prescription_cases
from spec_cases.program_checks import cases as program_checks
from spec_cases.program_days import days_cases
from spec_cases.quick import quick_cases
from spec_cases.records import records_cases
from spec_cases.runs import runs_cases
from spec_cases.strength import strength_cases
from spec_cases.training import spec_cases as training_cases

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

GENERATED = "by scripts/write_spec.py; do not edit"

Cases = dict[str, list[dict[str, Any]]]


@cache
def text_of(name: str) -> str:
    """What a file of spec/ says today."""
    return _text(ROOMS[name]())


def units_cases() -> Cases:
    """Cases of iron.values.units."""
    loads = [
        44.09245243697551,
        45.0,
        0.0,
        20.0,
        22.5,
        15.43235835294143,
        99.2080179831949,
        6.803893642,
        31.75,
        100.25,
    ]
    loads += [185.00000000000003, 2.2046226218, -44.09245243697551, 0.13, 1000.0]
    rounded = [
        185.00000000000003,
        74.99999999999999,
        76.80000305175781,
        0.125,
        0.375,
        2.675,
        1.005,
        -0.001,
        -0.125,
        0,
        1e6,
    ]
    return {
        "mass_kg": _cases(
            units.mass_kg, ((v, u) for v in (0.0, 1.0, 45.0, 185.0, 2.5) for u in ("kg", "lb"))
        ),
        "mass_in": _cases(
            units.mass_in, ((v, u) for v in (0.0, 1.0, 20.0, 180.0, 2.5) for u in ("kg", "lb"))
        ),
        "length_m": _cases(units.length_m, ((3.0, u) for u in ("m", "km", "mi", "ft", "yd", "cm", "in"))),
        "as_lifted": _cases(units.as_lifted, ((v, u) for v in loads for u in ("kg", "lb"))),
        "mass_as_written": _cases(
            units.mass_as_written,
            (
                (v, u)
                for v in (195.04, 62.5, 52.16, 83.91, 83.9, 20.0, 54.43, 102.06, 0.0, 61.24)
                for u in ("kg", "lb")
            ),
        ),
        "load_in": _cases(
            _load_in,
            ((v, u, to) for v in (20.0, 45.0, 44.09) for u in ("kg", "lb") for to in ("kg", "lb")),
        ),
        "shown": _cases(units.shown, ((v,) for v in rounded)),
        "usual_unit": _cases(
            units.usual_unit,
            ((logged,) for logged in ([], ["lb"], ["kg", "lb", "lb"], ["lb", "kg"], ["kg", "lb", "kg"])),
        ),
    }


def _load_in(value: float, unit: str, other: str) -> float:
    return value if unit == other else units.mass_in(units.mass_kg(value, unit), other)


_MACHINES: list[dict[str, Any]] = [
    {},
    {"unit": "lb"},
    {"plates": [25, 20, 15, 10, 5, 2.5, 1.25], "sides": 2},
    {"plates": [25, 20]},
    {"plates": {"25": 2, "20": 1, "10": 1, "2.5": 1}},
    {"plates": [20, 10, 5], "sides": 1},
    {"plates": [20, 15, 10, 5, 2.5, 1.25, 0.5], "base": 20},
    {"stack": [15, 5, 10, 22.5, 30]},
]


def plates_cases() -> Cases:
    """Cases of iron.values.plates."""
    loads = [0, 2.5, 12.5, 40, 80, 85, 101.25, 180, 185, 187, 205]
    windows = [(0, 60), (170, 200), (12.5, 12.5)]
    return {
        "loadable": _cases(
            lambda machine, low, high: plates.loadable(_rack(machine), low, high),
            ((m, low, high) for m in _MACHINES for low, high in windows),
        ),
        "per_side": _cases(
            lambda machine, load: per_side(_rack(machine), load),
            ((m, load) for m in _MACHINES for load in loads),
        ),
        "nearest": _cases(
            lambda machine, load: plates.nearest(_rack(machine), load),
            ((m, load) for m in _MACHINES for load in loads),
        ),
    }


def _rack(machine: dict[str, Any]) -> plates.Rack:
    given = dict(machine)
    return plates.rack(given.pop("plates", None), **given)


def _cases(rule: Callable[..., Any], inputs: Iterable[tuple[Any, ...]]) -> list[dict[str, Any]]:
    return [{"in": list(given), "out": _plain(rule(*given))} for given in inputs]


def _plain(value: object) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return _plain(asdict(value))
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return cast("Any", value)


def _text(rules: Cases) -> str:
    """One case a line: a change of a rule shows as the lines that changed."""
    blocks = []
    for rule, cases in rules.items():
        lines = ",\n".join("   " + json.dumps(_plain(case), ensure_ascii=False) for case in cases)
        blocks.append(f'  "{rule}": [\n{lines}\n  ]')
    return '{\n "generated": "' + GENERATED + '",\n "rules": {\n' + ",\n".join(blocks) + "\n }\n}\n"


ROOMS: dict[str, Callable[[], Cases]] = {
    "units.json": units_cases,
    "plates.json": plates_cases,
    "lines.json": lines_cases,
    "bests.json": bests_cases,
    "growth.json": growth_cases,
    "runs.json": runs_cases,
    "needs.json": needs_cases,
    "next.json": next_cases,
    "measured.json": measured_cases,
    "volume.json": volume_cases,
    "training.json": training_cases,
    "blocks.json": blocks_cases,
    "programs.json": programs_cases,
    "program-days.json": days_cases,
    "program-checks.json": lambda: {"program_problems": program_checks()},
    "strength.json": strength_cases,
    "prescription.json": prescription_cases,
    "takeback.json": takeback_cases,
    "archive.json": archive_cases,
    "choosing.json": choosing_cases,
    "merged.json": merged_cases,
    "body.json": body_cases,
    "mechanics.json": mechanics_cases,
    "records.json": records_cases,
    "quick.json": quick_cases,
}
"""The rules of each file in spec/, by its name."""
