"""Targets, state and changes as JSON and as sentences, the same for the command line, the API and the assistant."""

from __future__ import annotations

import math
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

from iron.knowledge import messages
from iron.training.programs.rounding import tidy

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from iron.training.programs.model import Place, Program
    from iron.training.programs.state import Change, Evidence, LiftState, SlotTargets, Target

_NUMBERS: Final = {"training max": "training_max", "1rm": "one_rm", "load": "load"}
# Sources of a load that are no share of anything.
_NO_SHARE: Final = ("log", "fixed", "choice", "reserve", "instead")


def number(value: float) -> float | int:
    """A number without a needless .0."""
    return int(value) if value == int(value) else value


def targets_json(row: SlotTargets, unit: str, names: Mapping[str, str]) -> dict[str, Any]:
    """The targets of a slot."""
    made: dict[str, Any] = {
        "slot": row.slot,
        "lift": row.lift,
        "exercise": row.exercise,
        "name": _slot_name(row, names),
        "sets": [_target_json(target, unit) for target in row.sets],
    }
    if row.warm_ups:
        made["warm_ups"] = [_target_json(target, unit) for target in row.warm_ups]
    if row.rest is not None:
        made["rest_s"] = row.rest
    if row.optional:
        made["optional"] = True
    if row.setup:
        made["setup"] = dict(row.setup)
    if not row.ramp:
        made["warm_up"] = "none"
    if row.alternatives:
        made["alternatives"] = list(row.alternatives)
    return made


def _slot_name(row: SlotTargets, names: Mapping[str, str]) -> str:
    """What a slot is called; the second one of a name in a session is ``Bench press (2)``."""
    name = row.name or names.get(row.exercise, row.exercise)
    return name if row.nth == 1 else f"{name} ({row.nth})"


def source_message(target: Target, unit: str) -> dict[str, Any]:
    """Where the load of a set comes from, with what rounding to the plates did, as code and typed values.

    ``65 % of training max = 79 lb, on the plates 80 lb``.
    """
    message = _unrounded(target, unit)
    if target.exact is None or target.load is None or abs(target.exact - target.load) < 1e-6:
        return message
    values = {
        "source": {"type": "messages", "of": [message]},
        "exact": messages.load(_short(target.exact), unit),
        "load": messages.load(target.load, unit),
    }
    return {"code": "target-rounded", "values": values}


def _unrounded(target: Target, unit: str) -> dict[str, Any]:
    kind, of, percent, extra = target.source
    if kind in _NO_SHARE:
        return {"code": f"target-{kind}", "values": {}}
    is_whole = percent == 100.0
    if kind == "load" and is_whole and not extra and target.exact is None:
        return {"code": "target-unset", "values": {}}
    base = {"code": f"target-base-{kind}", "values": {"of": of} if of else {}}
    values: dict[str, Any] = {"base": {"type": "messages", "of": [base]}}
    code = "target-whole" if is_whole else "target-share"
    if not is_whole:
        values["percent"] = number(percent)
    if extra:
        code = f"{code}-{'more' if extra > 0 else 'less'}"
        values["by"] = messages.load(number(abs(tidy(extra))), unit)
    return {"code": code, "values": values}


def _target_json(target: Target, unit: str) -> dict[str, Any]:
    message = source_message(target, unit)
    made: dict[str, Any] = {
        "set": target.number,
        "load": None if target.load is None else number(target.load),
        "unit": unit,
        "from": messages.phrase(**message),
        "message": message,
        "reps": target.reps_low,
        "amrap": target.amrap,
    }
    if target.exact is not None:
        made["exact"] = number(target.exact)
    if target.reps_high != target.reps_low:
        made["reps_high"] = target.reps_high
    more = (
        ("cap", target.cap),
        ("rir", None if target.rir is None else number(target.rir)),
        ("rest_s", target.rest),
        ("minutes", target.minutes),
        ("velocity_loss", target.velocity_loss),
        ("every_s", None if target.every is None else number(target.every)),
        ("test", target.test or None),
        ("seconds", target.timed or None),
        ("optional", target.optional or None),
        ("kind", None if target.kind == "working" else target.kind),
    )
    return made | {key: value for key, value in more if value is not None}


def state_json(program: Program, states: Mapping[str, LiftState], place: Place | None) -> dict[str, Any]:
    """The state: numbers by what they are, stages, counters, rungs and the place in the program."""
    made: dict[str, Any] = {"training_max": {}, "one_rm": {}, "load": {}}
    stages, counters, rungs, sets, tests = {}, {}, {}, {}, {}
    staged = {slot.lift for day in program.days for slot in day.slots if slot.by == "stage"}
    for ident, lift in program.lifts.items():
        state = states[ident]
        if lift.keeps:
            made[_NUMBERS[lift.keeps]][ident] = None if state.value is None else number(state.value)
        if ident in staged:
            stages[ident] = state.stage
        if lift.ladder:
            rungs[ident] = {
                "rung": state.rung + 1,
                "exercise": lift.ladder[min(state.rung, len(lift.ladder) - 1)],
            }
        if state.extra:
            sets[ident] = state.extra
        if state.test:
            tests[ident] = state.test
        counters[ident] = {
            "failed": state.failed["session"],
            "made": state.made["session"],
            "failed_weeks": state.failed["week"],
            "made_weeks": state.made["week"],
        }
    place_now = (
        None
        if place is None
        else {"cycle": place.cycle, "week": place.week, "day": program.days[place.day].name}
    )
    return {
        **{key: value for key, value in made.items() if value},
        "stage": stages,
        "counters": counters,
        **({"rung": rungs} if rungs else {}),
        **({"extra_sets": sets} if sets else {}),
        **({"test": tests} if tests else {}),
        "next": place_now,
    }


def change_json(change: Change) -> dict[str, Any]:
    """A change with its evidence."""
    return {
        "rule": change.rule,
        "lift": change.lift,
        "what": change.what,
        "old": _plain(change.old),
        "new": _plain(change.new),
        "session": change.session,
        "evidence": [
            {
                "session": row.session,
                "slot": row.slot,
                "set": row.set,
                "reps": row.reps,
                "asked": row.asked,
                **({"load": number(row.load)} if row.load is not None else {}),
                **({"id": row.id} if row.id else {}),
            }
            for row in change.evidence
        ],
    }


def _plain(value: Any) -> Any:
    return number(value) if isinstance(value, float) else value


def change_message(change: Change, unit: str) -> dict[str, Any]:
    """Code and typed values of a change (`iron.knowledge.messages`): ``training max 54 → 56.5 kg``."""
    if change.what == "test":
        reps = int(str(change.new).removesuffix("rm"))
        return {"code": "change-test", "values": {"new": {"type": "reps", "low": reps, "high": reps}}}
    code = f"change-{change.what.replace('1rm', 'one-rm').replace(' ', '-')}"
    new: Any = _short(change.new)
    if change.what in _NUMBERS:
        new = messages.load(new, unit)
    if change.old is None:
        return {"code": f"{code}-first", "values": {"new": new}}
    return {"code": code, "values": {"old": _short(change.old), "new": new}}


def why_message(change: Change, unit: str, lift: str) -> dict[str, Any]:
    """The same with the name of its lift, its rule and the last three sets that it rests on."""
    sets = [_evidence_message(change, row, unit) for row in change.evidence[-3:]]
    values = {
        "lift": lift,
        "rule": rule_value(change.rule),
        "change": {"type": "messages", "of": [change_message(change, unit)]},
    }
    if not sets:
        return {"code": "change-why", "values": values}
    return {"code": "change-why-sets", "values": {**values, "sets": {"type": "messages", "of": sets}}}


def rule_value(rule: str) -> Any:
    """A rule as a typed value: its name in the program, or the message of a change that no rule made."""
    if not messages.has(rule):
        return rule
    return {"type": "messages", "of": [{"code": rule, "values": {}}]}


def _evidence_message(change: Change, row: Evidence, unit: str) -> dict[str, Any]:
    values: dict[str, Any] = {"set": row.set, "reps": row.reps, "asked": row.asked}
    code = "change-set"
    if row.slot != change.lift:
        code, values = f"{code}-slot", {**values, "slot": row.slot}
    if row.load is not None:
        code, values = f"{code}-load", {**values, "load": messages.load(row.load, unit)}
    return {"code": code, "values": values}


def _short(value: float) -> float | int:
    """A number of a lift to a tenth: a share of a share has more digits than a lifter reads."""
    return number(math.floor(value * 10.0 + 0.5) / 10.0)


def _phrase(code: str, **values: Any) -> str:
    return messages.phrase(code, values)


def target_words(row: Mapping[str, Any]) -> str:
    """One set with how it is done, on one line: ``85 kg × 5+ up to 10 (may be left out)``."""
    more = [
        _phrase("program-set-test", reps=row["test"][:-2]) if "test" in row else "",
        row.get("kind", "").replace("emom", "EMOM"),
        _phrase("program-set-every", seconds=f"{row['every_s']:g}") if "every_s" in row else "",
        _phrase("program-set-speed", loss=f"{row['velocity_loss']:g}") if "velocity_loss" in row else "",
        _phrase("program-set-optional") if "optional" in row else "",
    ]
    words = ", ".join(filter(None, more))
    return f"{set_words(row)} ({words})" if words else set_words(row)


def set_words(row: Mapping[str, Any]) -> str:
    """One set: ``85 kg × 5+``, ``8–12``, ``30 s``, ``5+ up to 10``, ``8 RIR 2``; as the app says it."""
    load = "" if row["load"] is None else f"{row['load']:g} {row['unit']} × "
    high = f"–{row['reps_high']}" if "reps_high" in row else ""
    words = f"{load}{row['reps']}{high}{' s' if row.get('seconds') else ''}{'+' if row['amrap'] else ''}"
    if "cap" in row:
        words = messages.on_screen("programs", "up-to", {"set": words, "cap": row["cap"]})
    if "rir" in row:
        words = messages.on_screen("programs", "with-reserve", {"set": words, "rir": row["rir"]})
    return words


def sets_words(rows: Iterable[Mapping[str, Any]]) -> str:
    """Sets in words, equal ones together: ``2 × 85 kg × 5, 85 kg × 5+``."""
    groups = [(words, len(list(same))) for words, same in groupby(map(target_words, rows))]
    return ", ".join(words if count == 1 else f"{count} × {words}" for words, count in groups)


def day_lines(day: Mapping[str, Any] | None) -> list[str]:
    """A session with its targets as text."""
    if day is None:
        return [_phrase("program-ended")]
    planned = day.get("planned")
    on = {"planned": f"{date.fromisoformat(planned):%A} {planned}"} if planned else {}
    place = {"cycle": day["cycle"], "week": day["week"], "day": day["day"]}
    lines = [_phrase("program-day-planned" if planned else "program-day", **place, **on)]
    for slot in day["targets"]:
        performed = day.get("results", {}).get(slot["slot"])
        values = {"name": slot["name"], "sets": sets_words(slot["sets"])}
        if performed:
            values["results"] = ", ".join(map(str, performed))
        lines.append("  " + _phrase("program-slot-done" if performed else "program-slot", **values))
        if "alternatives" in slot:
            lines.append("    " + _phrase("program-instead", names=" or ".join(slot["alternatives"])))
    return lines


def replay_lines(answer: Mapping[str, Any]) -> list[str]:
    """A replay as text: each day with its targets and what its results changed."""
    lines = [str(answer["program"])]
    for day in answer["days"]:
        lines += ["", *day_lines(day)]
        lines += [_change_line(change) for change in day["changes"]]
    return [*lines, "", *day_lines(answer["next"])]


def _change_line(change: Mapping[str, Any]) -> str:
    rule = change["rule"]
    words = messages.phrase(rule, {}) if messages.has(rule) else rule
    values = {name: str(change[name]) for name in ("lift", "what", "old", "new")}
    return "  " + _phrase("program-change", **values, rule=words)


def run_lines(run: Mapping[str, Any]) -> list[str]:
    """A run as text: where it stands and the last five changes."""
    if "problem" in run:
        return [f"{run['name']} ({run['id']}): {run['problem']}"]
    lines = [
        _phrase("program-run", name=run["name"], run=run["id"], start=run["start"], sessions=run["sessions"]),
        *day_lines(run["next"]),
    ]
    for key in _NUMBERS.values():
        if key in run["state"]:
            numbers = ", ".join(
                _phrase("program-number-unknown", lift=lift)
                if value is None
                else f"{lift} {round(value, 1):g}"
                for lift, value in run["state"][key].items()
            )
            code = f"program-numbers-{key.replace('_', '-')}"
            lines.append("  " + _phrase(code, unit=run["unit"], numbers=numbers))
    return lines + [f"  → {change['sentence']}" for change in run["changes"][-5:]]


def forecast_lines(answer: Mapping[str, Any]) -> list[str]:
    """A forecast as text."""
    names = answer["names"]
    lines = _unknown_lines(answer)
    if answer["chance"] is None:
        return [*lines, _phrase("forecast-unknown")]
    chance = {"type": "chance", "value": answer["chance"]}
    lines.append(_phrase("forecast-chance", weeks=answer["weeks"], chance=chance))
    for row in answer["breaks"]:
        lifts = ", ".join(names[lift] for lift in row["lifts"][:3])
        share = f"{row['share'] * 100:.0f}"
        lines.append("  " + _phrase("forecast-break", week=row["week"], share=share, lifts=lifts))
    if answer["scale"] is None:
        lines.append(_phrase("forecast-too-much"))
    elif answer["scale"] < 1:
        scaled = {"type": "chance", "value": answer["scaled_chance"]}
        lines.append(_phrase("forecast-scaled", scale=f"{answer['scale'] * 100:g}", chance=scaled))
    asked = ", ".join(f"{names[lift]} {round(value, 1):g}" for lift, value in answer["asked"].items())
    code = "forecast-maxes" if asked else "forecast-maxes-none"
    return [*lines, _phrase(code, unit=answer["unit"], maxes=asked)]


def _unknown_lines(answer: Mapping[str, Any]) -> list[str]:
    """Which exercises are left out, and why."""
    reasons, names = answer["reasons"], answer["names"]
    unlogged = [names[ident] for ident in answer["unknown"] if ident not in reasons]
    lines = [_phrase("forecast-left-out", names=", ".join(unlogged[:6]))] if unlogged else []
    why = [
        _phrase("forecast-left-out-why", name=names[ident], reason=reason)
        for ident, reason in reasons.items()
    ]
    return [*lines, *why]
