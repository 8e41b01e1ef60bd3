"""Targets, state and changes as JSON and as sentences, the same for the command line, the API and the assistant."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from iron.training.programs.model import Place, Program
    from iron.training.programs.state import Change, LiftState, SlotTargets, Target

_NUMBERS: Final = {"training max": "training_max", "1rm": "one_rm", "load": "load"}


def number(value: float) -> float | int:
    """A number without a needless .0."""
    return int(value) if value == int(value) else value


def targets_json(row: SlotTargets, unit: str, names: Mapping[str, str]) -> dict[str, Any]:
    """The targets of a slot."""
    made: dict[str, Any] = {
        "slot": row.slot,
        "lift": row.lift,
        "exercise": row.exercise,
        "name": row.name or names.get(row.exercise, row.exercise),
        "sets": [_target_json(target, unit) for target in row.sets],
    }
    if row.warm_ups:
        made["warm_ups"] = [_target_json(target, unit) for target in row.warm_ups]
    if row.rest is not None:
        made["rest_s"] = row.rest
    if row.optional:
        made["optional"] = True
    return made


def _target_json(target: Target, unit: str) -> dict[str, Any]:
    made: dict[str, Any] = {
        "set": target.number,
        "load": None if target.load is None else number(target.load),
        "unit": unit,
        "from": target.source,
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


def change_sentence(change: Change, unit: str) -> str:
    """One line: rule, what, old → new and the sets it rests on."""
    shown = unit if change.what in {"load", "training max", "1rm"} else ""
    old, new = (
        "unknown"
        if value is None
        else f"{value:g} {shown}".strip()
        if isinstance(value, float | int)
        else str(value)
        for value in (change.old, change.new)
    )
    sets = ", ".join(
        f"set {row.set}: {row.reps} of {row.asked}"
        + (f" at {row.load:g} {unit}" if row.load is not None else "")
        for row in change.evidence[-3:]
    )
    name = {"1rm": "1RM"}.get(change.what, change.what)
    return f"{change.lift}: {name} {old} → {new} ({change.rule}{'; ' + sets if sets else ''})"


def target_words(row: Mapping[str, Any]) -> str:
    """One set in words: ``3. 85 kg × 5+``."""
    load = "" if row["load"] is None else f"{row['load']:g} {row['unit']} × "
    high = f"–{row['reps_high']}" if "reps_high" in row else ""
    unit = " s" if row.get("seconds") else ""
    tail = "+" if row["amrap"] else ""
    rir = f" ({row['rir']:g} in reserve)" if "rir" in row else ""
    return f"{row['set']}. {load}{row['reps']}{high}{unit}{tail}{rir}"


def replay_lines(answer: Mapping[str, Any]) -> list[str]:
    """A replay as text: each day with its targets and what its results changed."""
    lines = [str(answer["program"])]
    days = [*answer["days"], *([{**answer["next"], "changes": []}] if answer["next"] else [])]
    for day in days:
        lines += ["", f"Cycle {day['cycle']}, week {day['week']}: {day['day']}"]
        for slot in day["targets"]:
            done = day.get("results", {}).get(slot["slot"])
            sets = ", ".join(target_words(row) for row in slot["sets"])
            lines.append(
                f"  {slot['name']}: {sets}" + (f"; done {', '.join(map(str, done))}" if done else "")
            )
        for change in day["changes"]:
            lines.append(
                f"  → {change['lift']}: {change['what']} {change['old']} → {change['new']} ({change['rule']})"
            )
    return lines
