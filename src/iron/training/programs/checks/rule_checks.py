"""Checks of rules: names that are there, conditions that can hold, actions that can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypedDict

from iron.training.programs.checks.shape import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_SPANS: Final = ("reps", "over", "sum", "rir", "sets")
_NUMBER: Final = ("add", "add_percent", "deload", "per_rep", "table", "set_max", "stage_load")
_ACTIONS: Final = (*_NUMBER[:-1], "stage", "sets", "sets_reset", "rung", "test", "hold")
_NEEDS: Final = {"most_reps": "per_rep", "by": "table", "from": "set_max", "stage_load": "stage"}


class Names(TypedDict):
    """What a program names: lifts, slots and questions by id, and its whole body."""

    lifts: Mapping[str, dict[str, Any]]
    slots: Mapping[str, dict[str, Any]]
    questions: Mapping[str, dict[str, Any]]
    body: Mapping[str, Any]


def rule_problems(body: Mapping[str, Any], names: Names) -> Iterator[Problem]:
    """Everything that is wrong with the rules of a program whose shape is right."""
    for at, row in enumerate(body.get("rules", ())):
        where = f"rules[{at}]"
        yield from _who(row, where, names)
        yield from _when(row.get("when", {}), row, where, names)
        yield from _then(row, where, names)


def lifts_of(row: Mapping[str, Any], names: Names) -> list[str]:
    """The ids of the lifts of a rule."""
    return (
        list(names["lifts"])
        if row["lifts"] == ["all"]
        else [name for name in row["lifts"] if name in names["lifts"]]
    )


def _who(row: Mapping[str, Any], where: str, names: Names) -> Iterator[Problem]:
    if row["lifts"] != ["all"]:
        for place, name in enumerate(row["lifts"]):
            if name not in names["lifts"]:
                yield Problem(
                    f"{where}.lifts[{place}]",
                    f"There is no lift “{name}”: add it under [[lifts]], or correct the name.",
                )
    for place, name in enumerate(row.get("slots", ())):
        slot = names["slots"].get(name)
        if slot is None:
            yield Problem(f"{where}.slots[{place}]", f"There is no slot “{name}”: write the id of a slot.")
        elif slot.get("lift") not in lifts_of(row, names):
            yield Problem(f"{where}.slots[{place}]", f"The slot “{name}” is of another lift than this rule.")


def _when(when: Mapping[str, Any], row: Mapping[str, Any], where: str, names: Names) -> Iterator[Problem]:
    for key in _SPANS:
        low, high = when.get(f"{key}_at_least"), when.get(f"{key}_at_most")
        if low is not None and high is not None and low > high:
            yield Problem(
                f"{where}.when.{key}_at_most", f"Nothing is at least {low:g} and at most {high:g}: swap them."
            )
    weeks = names["body"].get("weeks", 1)
    for week in _list(when.get("week", [])):
        if week > weeks:
            yield Problem(f"{where}.when.week", f"The program has {weeks} weeks, so there is no week {week}.")
    stages = max((len(slot.get("stages", [1])) for slot in _slots(row, names)), default=1)
    for stage in _list(when.get("stage", [])):
        if stage > stages:
            yield Problem(
                f"{where}.when.stage", f"These lifts have {stages} stages, so there is no stage {stage}."
            )
    question = names["questions"].get(when.get("question", ""))
    if ("question" in when) != ("answer" in when):
        yield Problem(f"{where}.when.question", "question and answer belong together: write both.")
    elif "question" in when and question is None:
        yield Problem(
            f"{where}.when.question",
            f"There is no question “{when['question']}”: add it under [[questions]].",
        )
    elif question is not None:
        for answer in when["answer"]:
            if answer not in question["answers"]:
                yield Problem(
                    f"{where}.when.answer",
                    f"“{answer}” is not an answer to it: {', '.join(question['answers'])}.",
                )
    if when.get("made") is True and "failed" in when:
        yield Problem(
            f"{where}.when.failed", "A session is made or failed, never both: take one condition out."
        )
    if when.get("made") is False and (when.get("topped") or "made_in_a_row" in when):
        yield Problem(
            f"{where}.when.made", "A session is made or failed, never both: take one condition out."
        )
    yield from _reachable(when, row, where, names)


def _reachable(
    when: Mapping[str, Any], row: Mapping[str, Any], where: str, names: Names
) -> Iterator[Problem]:
    """A set that no slot has, and reps that no set allows, can never hold: the program would never move on."""
    plans = [plan for slot in _slots(row, names) for plan in _plans(slot, names)]
    if not plans:
        return
    number = when.get("set")
    if isinstance(number, int) and all(_count(plan) < number for plan in plans):
        longest = max(_count(plan) for plan in plans)
        yield Problem(
            f"{where}.when.set",
            f"The longest of these slots has {longest} sets, so there is no set {number}.",
        )
    amrap = any(line.get("amrap") for plan in plans for line in plan)
    top = max(_high(line) for plan in plans for line in plan)
    if number == "amrap" and not amrap:
        yield Problem(
            f"{where}.when.set", "None of these slots has an AMRAP set: write amrap = true in a set."
        )
    least = when.get("reps_at_least")
    if least is not None and not amrap and least > top:
        yield Problem(
            f"{where}.when.reps_at_least",
            f"No set of these slots asks for more than {top} reps, so {least} never come: make it an AMRAP set.",
        )


def _then(row: Mapping[str, Any], where: str, names: Names) -> Iterator[Problem]:
    then = row["then"]
    if not any(key in then for key in _ACTIONS):
        yield Problem(f"{where}.then", f"The rule changes nothing: write one of {', '.join(_ACTIONS)}.")
    for key, other in _NEEDS.items():
        if key in then and other not in then:
            yield Problem(f"{where}.then.{key}", f"{key} belongs to {other}: write both or neither.")
    if ("most" in then or "least" in then) and "sets" not in then:
        yield Problem(f"{where}.then.most", "most and least belong to sets: write sets = 1 or sets = -1.")
    if then.get("sets", 0) > 0 and "most" not in then:
        yield Problem(
            f"{where}.then.most", "One set more each time never ends: write most, the most sets there may be."
        )
    for ident in lifts_of(row, names):
        lift = names["lifts"][ident]
        for key in _NUMBER:
            if key in then and "keeps" not in lift:
                yield Problem(
                    f"{where}.then.{key}",
                    f"The lift “{ident}” keeps no number that could change: give it keeps.",
                )
        if "rung" in then and "ladder" not in lift:
            yield Problem(f"{where}.then.rung", f"The lift “{ident}” has no ladder: give it one.")
        if "test" in then and lift.get("ask") != then["test"]:
            yield Problem(
                f"{where}.then.test",
                f"The lift “{ident}” does not ask for a {then['test']}: write ask in it.",
            )
    if "stage" in then and not any("stages" in slot for slot in _slots(row, names)):
        yield Problem(f"{where}.then.stage", "None of these slots has stages.")
    yield from _table(then, where)


def _table(then: Mapping[str, Any], where: str) -> Iterator[Problem]:
    last = None
    for place, line in enumerate(then.get("table", ())):
        low, high = line["reps"][0], line["reps"][-1] if len(line["reps"]) > 1 else 10_000
        if last is not None and low <= last:
            yield Problem(
                f"{where}.then.table[{place}].reps", f"{low} is in two rows: begin this row above {last}."
            )
        last = high


def _slots(row: Mapping[str, Any], names: Names) -> list[dict[str, Any]]:
    wanted = lifts_of(row, names)
    chosen = row.get("slots")
    return [
        slot
        for day in names["body"]["days"]
        for slot in day["slots"]
        if slot.get("lift") in wanted
        and (
            (slot.get("id") or slot.get("lift")) in chosen
            if chosen
            else slot.get("counts", True) and not slot.get("optional")
        )
    ]


def _plans(slot: Mapping[str, Any], names: Names) -> list[list[dict[str, Any]]]:
    schemes = names["body"].get("schemes", {})
    if "sets" in slot:
        return [slot["sets"]]
    listed = [slot["scheme"]] if "scheme" in slot else slot.get("weeks") or slot.get("stages") or []
    return [schemes[name] for name in listed if name in schemes]


def _count(rows: list[dict[str, Any]]) -> int:
    return sum(row.get("count", 1) for row in rows if row.get("kind") != "warm-up")


def _high(row: Mapping[str, Any]) -> int:
    reps = row.get("seconds", row.get("reps", 1))
    return int(reps[-1] if isinstance(reps, list) else reps)


def _list(value: int | list[int]) -> list[int]:
    return value if isinstance(value, list) else [value]
