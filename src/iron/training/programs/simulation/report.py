"""What the checker says after a simulation: weeks, loads, reps, chance, sets per muscle, time, warnings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from iron.knowledge import messages
from iron.training.history.volume import BAND_HIGH, BAND_LOW
from iron.training.programs.showing import number
from iron.training.programs.simulation.simulate import (
    USUAL_MAX,
    Facts,
    Week,
    length_of,
    made_up,
    setting_for,
    simulate,
    warnings_of,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from iron.training.programs.model import Program, Unit
    from iron.training.programs.simulation.lifters import Lifter

# Form of every day in sd, and weekly gain in sd of gains between lifters.
LIFTERS: Final = (("average", 0.0, 0.0), ("lucky", 0.5, 1.0), ("unlucky", -0.5, -1.0))
_SHOWN_LIFTS: Final = 4
_LEAST_SETS: Final = 1.0


def report(program: Program, facts: Facts, unit: Unit, meanings: Mapping[str, str]) -> dict[str, Any]:
    """Simulate three lifters.

    Returns:
        ``{"program", "unit", "one_rm", "weeks", "lifters": {name: {"weeks": […], "missed", "set_back", "end"}},
        "muscles", "minutes", "warnings", "warning_messages": [{"code", "values"}]}``; see docs/programs.md.
    """
    setting = setting_for(program, facts, unit, meanings)
    weeks = length_of(program)
    played: dict[str, list[Week]] = {}
    lifters: dict[str, Lifter] = {}
    for name, shift, luck in LIFTERS:
        lifters[name] = made_up(program, facts, unit, name, shift, luck)
        played[name] = simulate(program, lifters[name], setting, facts, weeks)
    average = played["average"]
    warnings = warnings_of(average, facts)
    return {
        "program": program.name,
        "unit": unit,
        "one_rm": USUAL_MAX[unit],
        "weeks": len(average),
        "lifters": {name: _lifter_json(rows) for name, rows in played.items()},
        "muscles": _muscles(average, facts),
        "minutes": _minutes(average),
        "warnings": [messages.render(**warning) for warning in warnings],
        "warning_messages": warnings,
    }


def _minutes(rows: list[Week]) -> dict[str, int]:
    every = [minutes for row in rows for minutes in row.minutes]
    return {
        "shortest": round(min(every)),
        "longest": round(max(every)),
        "mean": round(sum(every) / len(every)),
    }


def _lifter_json(rows: list[Week]) -> dict[str, Any]:
    return {
        "weeks": [
            {
                "week": row.number,
                "program": row.label,
                "top": {
                    lift: {"load": number(load), "reps": reps, "amrap": amrap, "done": made}
                    for lift, (load, reps, amrap, made) in row.top.items()
                },
                **({} if row.chance is None else {"chance": round(row.chance, 2), "hardest": row.hardest}),
                "missed": row.missed,
                "set_back": row.set_back,
            }
            for row in rows
        ],
        "missed": sum(len(row.missed) for row in rows),
        "first_miss": next((row.number for row in rows if row.missed), None),
        "set_back": sum(len(row.set_back) for row in rows),
    }


def _muscles(rows: list[Week], facts: Facts) -> list[dict[str, Any]]:
    """Mean sets a week by muscle, beside the range of the evidence."""
    totals: dict[str, float] = {}
    for row in rows:
        for muscle, sets in row.sets.items():
            totals[muscle] = totals.get(muscle, 0.0) + sets
    made = []
    for muscle, total in sorted(totals.items(), key=lambda pair: -pair[1]):
        mean = total / max(1, len(rows))
        if mean < _LEAST_SETS:
            continue
        place = "below" if mean < BAND_LOW else "above" if mean > BAND_HIGH else "inside"
        made.append(
            {
                "muscle": muscle,
                "name": facts.muscles.get(muscle, muscle),
                "sets": round(mean, 1),
                "range": place,
            }
        )
    return made


def report_lines(answer: Mapping[str, Any]) -> list[str]:
    """A report as text."""
    unit = answer["unit"]
    maximum = messages.load(answer["one_rm"], unit)
    lines = [_say("title", length=answer["weeks"], maximum=maximum)]
    for name, rows in answer["lifters"].items():
        lines += ["", _summary(name, rows)]
        if name == "average":
            lines += ["  " + _week_line(row, unit) for row in rows["weeks"]]
    lines += ["", _say("minutes", **answer["minutes"])]
    sets = [
        {"code": f"simulation-muscle-{row['range']}", "values": {"muscle": row["name"], "sets": row["sets"]}}
        for row in answer["muscles"]
    ]
    band = {"low": BAND_LOW, "high": BAND_HIGH}
    lines.append(
        _say("muscles", **band, sets={"type": "messages", "of": sets}) if sets else _say("no-muscles", **band)
    )
    return lines + [_say("warning", warning=sentence) for sentence in answer["warnings"]]


def _say(code: str, **values: Any) -> str:
    return messages.render(f"simulation-{code}", values)


def _summary(name: str, rows: Mapping[str, Any]) -> str:
    counts = {"lifter": name, "missed": rows["missed"], "back": rows["set_back"]}
    if not rows["first_miss"]:
        return _say("lifter", **counts)
    return _say("lifter-missed", **counts, first=rows["first_miss"])


def _week_line(row: Mapping[str, Any], unit: str) -> str:
    tops = list(row["top"].items())
    parts = [_top_message(lift, top, unit) for lift, top in tops[:_SHOWN_LIFTS]]
    if len(tops) > _SHOWN_LIFTS:
        parts.append({"code": "simulation-more-lifts", "values": {"count": len(tops) - _SHOWN_LIFTS}})
    if not parts:
        parts.append({"code": "simulation-no-load", "values": {}})
    if "chance" in row:
        chance = {"type": "chance", "value": row["chance"]}
        parts.append({"code": "simulation-chance", "values": {"lift": row["hardest"], "chance": chance}})
    if row["missed"]:
        parts.append({"code": "simulation-missed", "values": {"lifts": ", ".join(row["missed"])}})
    return _say("week", week=row["week"], parts={"type": "messages", "of": parts})


def _top_message(lift: str, top: Mapping[str, Any], unit: str) -> dict[str, Any]:
    values = {
        "lift": lift,
        "load": messages.load(top["load"], unit),
        "reps": top["reps"],
        "done": top["done"],
    }
    return {"code": "simulation-top-open" if top["amrap"] else "simulation-top", "values": values}
