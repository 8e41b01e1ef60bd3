"""What the checker says after a simulation: weeks, loads, reps, chance, sets per muscle, time, warnings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from iron.knowledge.messages import chance_words
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
        "muscles", "minutes", "warnings"}``; see docs/programs.md.
    """
    setting = setting_for(program, facts, unit, meanings)
    weeks = length_of(program)
    played: dict[str, list[Week]] = {}
    lifters: dict[str, Lifter] = {}
    for name, shift, luck in LIFTERS:
        lifters[name] = made_up(program, facts, unit, name, shift, luck)
        played[name] = simulate(program, lifters[name], setting, facts, weeks)
    average = played["average"]
    return {
        "program": program.name,
        "unit": unit,
        "one_rm": USUAL_MAX[unit],
        "weeks": len(average),
        "lifters": {name: _lifter_json(rows) for name, rows in played.items()},
        "muscles": _muscles(average, facts),
        "minutes": _minutes(average),
        "warnings": warnings_of(average, facts),
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
    lines = [
        f"Simulated for {answer['weeks']} weeks; every lifter has a 1RM of {answer['one_rm']:g} {unit} in every lift."
    ]
    for name, rows in answer["lifters"].items():
        lines += ["", _summary(name, rows)]
        if name == "average":
            lines += [_week_line(row, unit) for row in rows["weeks"]]
    minutes = answer["minutes"]
    lines += [
        "",
        f"A day takes {minutes['shortest']} to {minutes['longest']} minutes, {minutes['mean']} on average.",
    ]
    sets = ", ".join(f"{row['name']} {row['sets']:g}" + _mark(row["range"]) for row in answer["muscles"])
    lines.append(
        f"Hard sets a week (the evidence speaks of {BAND_LOW:g} to {BAND_HIGH:g}): {sets or 'none'}."
    )
    lines += [f"Warning: {sentence}" for sentence in answer["warnings"]]
    return lines


def _mark(place: str) -> str:
    return {"below": " (fewer)", "above": " (more)", "inside": ""}[place]


def _summary(name: str, rows: Mapping[str, Any]) -> str:
    first = f", the first in week {rows['first_miss']}" if rows["first_miss"] else ""
    return (
        f"{name.capitalize()} lifter: {rows['missed']} missed lift-weeks{first}; "
        f"{rows['set_back']} set back by a rule."
    )


def _week_line(row: Mapping[str, Any], unit: str) -> str:
    tops = list(row["top"].items())
    shown = ", ".join(
        f"{lift} {top['load']:g} {unit} × {top['reps']}{'+' if top['amrap'] else ''} (does {top['done']})"
        for lift, top in tops[:_SHOWN_LIFTS]
    )
    more = f" and {len(tops) - _SHOWN_LIFTS} more" if len(tops) > _SHOWN_LIFTS else ""
    chance = f"; chance {chance_words(row['chance'])} ({row['hardest']})" if "chance" in row else ""
    missed = f"; missed {', '.join(row['missed'])}" if row["missed"] else ""
    return f"  Week {row['week']}: {shown or 'no load from the program'}{more}{chance}{missed}"
