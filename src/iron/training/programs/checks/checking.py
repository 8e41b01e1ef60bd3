"""The checker: everything that makes a program impossible to train by, each with its key path and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from iron.training.programs.checks.fights import fights
from iron.training.programs.checks.rule_checks import rule_problems
from iron.training.programs.checks.shape import Problem, problems_of_shape
from iron.training.programs.compiling import count_of, slot_id

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping

    from iron.training.programs.checks.rule_checks import Names

Body = dict[str, Any]

MOST_WEEKS: Final = 520  # ten years: beyond that nobody runs one text
MOST_SETS: Final = 30  # of a slot
MOST_SETS_A_DAY: Final = 80
LEAST_EVERY_S: Final = 10.0  # from the start of one set of an EMOM to the next; less is no set
_PLANS: Final = ("sets", "scheme", "weeks", "stages")
FORMAT: Final = 2
"""The format of programs that this Iron reads and writes."""
_NOTHING: Final = "-"


def problems_of(body: Mapping[str, Any], exercises: Container[str]) -> list[Problem]:
    """Everything that is wrong with a program of format 2, in the order of its parts; empty when nothing is.

    Args:
        body: the program as TOML or JSON gives it.
        exercises: ids that may be named.
    """
    newer = body.get("format")
    if isinstance(newer, int) and newer > FORMAT:
        return [
            Problem("format", f"{newer} is newer than what this Iron reads, which is {FORMAT}: update Iron.")
        ]
    shape = problems_of_shape(body)
    if shape:
        return shape
    lifts = {row["id"]: row for row in body.get("lifts", ())}
    names: Names = {
        "lifts": lifts,
        "slots": {slot_id(slot): slot for day in body["days"] for slot in day["slots"]},
        "questions": {row["id"]: row for row in body.get("questions", ())},
        "body": body,
    }
    problems = [
        *_length(body),
        *_lifts(body, exercises),
        *_limits(body),
        *_schemes(body, lifts),
        *_days(body, lifts, exercises),
    ]
    return problems or [*rule_problems(body, names), *fights(body)]


def _length(body: Mapping[str, Any]) -> Iterator[Problem]:
    weeks = body.get("weeks", 1)
    if weeks * body["cycles"] > MOST_WEEKS:
        yield Problem(
            "cycles",
            f"{body['cycles']} rounds of {weeks} weeks never end for a lifter: "
            f"write at most {MOST_WEEKS // weeks} (ten years).",
        )
    for week in range(1, weeks + 1):
        if not any(week in _list(day.get("weeks", week)) for day in body["days"]):
            yield Problem(
                "weeks", f"Week {week} has no day: add {week} to the weeks of a day, or write fewer weeks."
            )
    seen: dict[tuple[str, int], int] = {}
    for at, day in enumerate(body["days"]):
        for week in _list(day.get("weeks", list(range(1, weeks + 1)))):
            if week > weeks:
                yield Problem(
                    f"days[{at}].weeks", f"The program has {weeks} weeks, so there is no week {week}."
                )
            elif (day["name"], week) in seen:
                yield Problem(
                    f"days[{at}].name", f"Week {week} has two days “{day['name']}”: give each its own name."
                )
            seen[day["name"], week] = at
        yield from _weekday(day, f"days[{at}].weekday", body.get("schedule", "sequence"))


def _weekday(day: Mapping[str, Any], where: str, schedule: str) -> Iterator[Problem]:
    if schedule == "weekdays" and "weekday" not in day:
        yield Problem(where, "A program on weekdays needs weekday, 0 (Monday) to 6, in every day.")
    if schedule != "weekdays" and "weekday" in day:
        yield Problem(
            where, 'A weekday needs schedule = "weekdays" at the top, with a weekday in every day: add it.'
        )


def _lifts(body: Mapping[str, Any], exercises: Container[str]) -> Iterator[Problem]:
    seen: set[str] = set()
    for at, row in enumerate(body.get("lifts", ())):
        where = f"lifts[{at}]"
        if row["id"] in seen:
            yield Problem(f"{where}.id", f"There are two lifts “{row['id']}”: give each its own id.")
        seen.add(row["id"])
        if ("exercise" in row) == ("ladder" in row):
            yield Problem(
                f"{where}.exercise", "A lift needs either exercise or ladder (easiest exercise first)."
            )
        yield from _known(row, where, exercises)
        if "keeps" not in row:
            for key in ("ask", "take", "start"):
                if key in row:
                    yield Problem(
                        f"{where}.{key}",
                        f"{key} needs keeps, the number that the lift remembers: training max, 1rm or load.",
                    )


def _limits(body: Mapping[str, Any]) -> Iterator[Problem]:
    muscles = {row.get("muscle") for row in body.get("lifts", ())}
    for muscle in body.get("muscle_limits", {}):
        if muscle not in muscles:
            yield Problem(
                f"muscle_limits.{muscle}",
                f"No lift has muscle = “{muscle}”, so this limits nothing: write it into a lift, or take it out.",
            )


def _known(row: Mapping[str, Any], where: str, exercises: Container[str]) -> Iterator[Problem]:
    named = [("exercise", row["exercise"])] if "exercise" in row else []
    named += [
        (f"{key}[{at}]", name)
        for key in ("ladder", "alternatives")
        for at, name in enumerate(row.get(key, ()))
    ]
    for key, name in named:
        if key.startswith("alternatives") and name == row.get("exercise"):
            yield Problem(f"{where}.{key}", f"“{name}” is the exercise itself: take it out of alternatives.")
        if name not in exercises:
            yield Problem(
                f"{where}.{key}",
                f"There is no exercise “{name}”: use the id in its address in the library, or of your own exercise.",
            )


def _schemes(body: Mapping[str, Any], lifts: Mapping[str, Body]) -> Iterator[Problem]:
    for name, rows in body.get("schemes", {}).items():
        if name == _NOTHING:
            yield Problem(
                f"schemes.{name}", "“-” means a week without this slot: give the scheme another name."
            )
        yield from _sets(rows, f"schemes.{name}", lifts)


def _days(body: Mapping[str, Any], lifts: Mapping[str, Body], exercises: Container[str]) -> Iterator[Problem]:
    schemes: Mapping[str, Any] = body.get("schemes", {})
    stages: dict[str, int] = {}
    for at, day in enumerate(body["days"]):
        seen: set[str] = set()
        total = 0
        for place, slot in enumerate(day["slots"]):
            where = f"days[{at}].slots[{place}]"
            yield from _slot(slot, where, body, lifts, exercises)
            ident = slot_id(slot)
            if ident in seen:
                yield Problem(f"{where}.id", f"The day has two slots “{ident}”: give one of them its own id.")
            seen.add(ident)
            lists = [rows for rows in _plans(slot, schemes) if rows]
            total += max((_count(rows) for rows in lists), default=0)
            if "stages" in slot:
                lift = slot.get("lift", ident)
                if stages.setdefault(lift, len(slot["stages"])) != len(slot["stages"]):
                    yield Problem(f"{where}.stages", f"All slots of “{lift}” need the same number of stages.")
        if total > MOST_SETS_A_DAY:
            yield Problem(
                f"days[{at}].slots",
                f"The day has {total} sets: nobody does more than {MOST_SETS_A_DAY}. Take some out.",
            )


def _slot(
    slot: Mapping[str, Any],
    where: str,
    body: Mapping[str, Any],
    lifts: Mapping[str, Body],
    exercises: Container[str],
) -> Iterator[Problem]:
    schemes: Mapping[str, Any] = body.get("schemes", {})
    if "lift" in slot and slot["lift"] not in lifts:
        yield Problem(f"{where}.lift", f"There is no lift “{slot['lift']}”: add it under [[lifts]].")
    if "lift" not in slot and "exercise" not in slot:
        yield Problem(f"{where}.lift", "A slot needs lift (one of [[lifts]]) or exercise.")
    yield from _known(slot, where, exercises)
    if "rotate" in slot and "setups" in slot:
        yield Problem(f"{where}.rotate", "rotate turns the feet, setups what you write: write one of them.")
    given = [key for key in _PLANS if key in slot]
    if len(given) != 1:
        yield Problem(f"{where}.sets", "A slot needs exactly one of sets, scheme, weeks and stages.")
        return
    key = given[0]
    if key == "sets":
        yield from _sets(slot["sets"], f"{where}.sets", lifts)
    names = [slot["scheme"]] if key == "scheme" else slot.get("weeks") or slot.get("stages") or []
    for at, name in enumerate(names):
        at_key = f"{where}.{key}" if key == "scheme" else f"{where}.{key}[{at}]"
        if name not in schemes and not (key == "weeks" and name == _NOTHING):
            yield Problem(at_key, f"There is no scheme “{name}”: add it under [schemes].")
    if key == "weeks" and len(names) != body.get("weeks", 1):
        yield Problem(
            f"{where}.weeks",
            f"The program has {body.get('weeks', 1)} weeks, this list has {len(names)}: "
            "name one scheme for each, “-” for none.",
        )
    for rows in _plans(slot, schemes):
        if rows:
            yield from _loads(rows, slot, where, key, lifts)


def _plans(slot: Mapping[str, Any], schemes: Mapping[str, Any]) -> list[list[Body] | None]:
    if "sets" in slot:
        return [slot["sets"]]
    names = [slot["scheme"]] if "scheme" in slot else slot.get("weeks") or slot.get("stages") or []
    return [schemes.get(name) for name in names]


def _count(rows: list[Body]) -> int:
    return sum(map(count_of, rows))


def _sets(rows: list[Body], where: str, lifts: Mapping[str, Body]) -> Iterator[Problem]:
    if _count(rows) > MOST_SETS:
        yield Problem(where, f"There are {_count(rows)} sets: a slot has at most {MOST_SETS}.")
    before = 0
    for at, row in enumerate(rows):
        here = f"{where}[{at}]"
        if ("reps" in row) == ("seconds" in row):
            yield Problem(f"{here}.reps", "A set needs either reps or seconds.")
        sources = [key for key in ("percent", "load", "kg") if key in row or (key == "kg" and "lb" in row)]
        if len(sources) > 1:
            yield Problem(f"{here}.{sources[1]}", "A set has one load: percent, kg and lb, or load.")
        if "rir" in row and "rpe" in row:
            yield Problem(f"{here}.rpe", "RPE 8 and RIR 2 say the same: write one of them.")
        low = row["reps"][0] if isinstance(row.get("reps"), list) else row.get("reps", 1)
        if "cap" in row and (not row.get("amrap") or row["cap"] < low):
            yield Problem(
                f"{here}.cap", "cap ends an AMRAP set: write amrap = true and a cap of at least reps."
            )
        if "of" in row:
            yield from _of(row["of"], here, before, lifts)
        yield from _emom(row, here)
        if row.get("kind") != "warm-up":
            before += count_of(row)


def _emom(row: Body, where: str) -> Iterator[Problem]:
    if row.get("kind") != "emom":
        if "minutes" in row:
            yield Problem(
                f"{where}.minutes", 'minutes are those of an EMOM: add kind = "emom", or take them out.'
            )
        return
    if "rest" in row:
        yield Problem(f"{where}.rest", "An EMOM rests for what is left of the minute: take rest out.")
    each = 60.0 * row.get("minutes", 1) / count_of(row)
    if "minutes" in row and each < LEAST_EVERY_S:
        yield Problem(
            f"{where}.minutes",
            f"{count_of(row)} sets in {row['minutes']:g} minutes begin every {each:.0f} seconds: "
            "write more minutes or fewer sets.",
        )


def _of(name: str, where: str, before: int, lifts: Mapping[str, Body]) -> Iterator[Problem]:
    word, _, number = name.partition(" ")
    if word == "set" and number.isdigit():
        if not 1 <= int(number) <= before:
            yield Problem(
                f"{where}.of", f"A percentage of nothing: {name} is not an earlier set of this slot."
            )
    elif name not in lifts:
        yield Problem(f"{where}.of", f"A percentage of nothing: “{name}” is neither a lift nor “set 1”.")
    elif "keeps" not in lifts[name]:
        yield Problem(
            f"{where}.of", f"A percentage of nothing: the lift “{name}” keeps no number. Give it keeps."
        )


def _loads(
    rows: list[Body], slot: Mapping[str, Any], where: str, key: str, lifts: Mapping[str, Body]
) -> Iterator[Problem]:
    keeps = "keeps" in lifts.get(slot.get("lift", ""), {})
    for at, row in enumerate(rows):
        if keeps or "of" in row:
            continue
        for name in ("percent", "plus"):
            if name in row:
                here = f"{where}.sets[{at}].{name}" if key == "sets" else f"{where}.{key}"
                yield Problem(
                    here,
                    f"A percentage of nothing: “{slot_id(slot)}” has no lift that keeps a training max, 1rm or load.",
                )


def _list(value: int | list[int]) -> list[int]:
    return value if isinstance(value, list) else [value]
