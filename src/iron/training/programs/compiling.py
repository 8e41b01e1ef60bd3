"""Makes the values of a program from a body that the checker took."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal

from iron.training.plan.blocks import FOOT_POSITIONS
from iron.training.programs.model import (
    TOP,
    Amount,
    Day,
    Lift,
    Moment,
    Program,
    Row,
    Rule,
    SetTarget,
    Slot,
    Span,
    Then,
    When,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


def read_program(body: Mapping[str, Any]) -> Program:
    """Make a program from a body without problems (`iron.training.programs.checks.checking`)."""
    schemes = {name: read_sets(rows) for name, rows in body.get("schemes", {}).items()}
    rounding = body.get("round", "nearest")
    lifts = {row["id"]: _lift(row, rounding) for row in body.get("lifts", ())}
    days = tuple(_day(row, at, schemes, lifts, rounding) for at, row in enumerate(body["days"]))
    weeks = body.get("weeks", 1)
    order = tuple((week, day.index) for week in range(1, weeks + 1) for day in days if week in day.weeks)
    if any(day.weekday is not None for day in days):
        order = tuple(sorted(order, key=lambda pair: (pair[0], days[pair[1]].weekday or 0)))
    busiest = max(sum(1 for pair in order if pair[0] == week) for week in range(1, weeks + 1))
    rules: dict[tuple[str, Moment], tuple[Rule, ...]] = {}
    for at, row in enumerate(body.get("rules", ())):
        rule = _rule(row, at, tuple(lifts))
        for lift in rule.lifts:
            rules[lift, rule.at] = (*rules.get((lift, rule.at), ()), rule)
    return Program(
        name=body["name"],
        weeks=weeks,
        cycles=body["cycles"],
        days_per_week=body.get("days_per_week", min(7, busiest)),
        weekdays=body.get("schedule") == "weekdays",
        lifts=lifts,
        days=days,
        rules=rules,
        order=order,
        muscle_limits=body.get("muscle_limits", {}),
        body=body,
        watched=frozenset(slot for row in body.get("rules", ()) for slot in row.get("slots", ())),
    )


def amount(row: Mapping[str, Any] | None) -> Amount | None:
    """An amount from its table."""
    return None if row is None else Amount(row.get("kg"), row.get("lb"))


def read_sets(rows: list[Mapping[str, Any]]) -> tuple[SetTarget, ...]:
    """The sets of a list, each as often as it says."""
    return tuple(target for row in rows for target in (_set(row),) * count_of(row))


def count_of(row: Mapping[str, Any]) -> int:
    """How many sets a row is: its count; an EMOM without one has a set each minute."""
    is_emom = row.get("kind") == "emom" and "minutes" in row
    return int(row.get("count") or (math.ceil(row["minutes"]) if is_emom else 1))


def _every(row: Mapping[str, Any]) -> float | None:
    if row.get("kind") != "emom":
        return None
    return 60.0 * row["minutes"] / count_of(row) if "minutes" in row else 60.0


def _set(row: Mapping[str, Any]) -> SetTarget:
    timed = "seconds" in row
    reps: int | list[int] = row["seconds"] if timed else row.get("reps", 1)
    low, high = reps if isinstance(reps, list) else (reps, reps)
    rir = row.get("rir")
    if rir is None and "rpe" in row:
        rir = 10 - row["rpe"]
    fixed = Amount(row.get("kg"), row.get("lb")) if "kg" in row or "lb" in row else None
    return SetTarget(
        reps_low=low,
        reps_high=high,
        amrap=row.get("amrap", False),
        cap=row.get("cap"),
        timed=timed,
        percent=row.get("percent"),
        of=row.get("of", ""),
        plus=amount(row.get("plus")),
        fixed=fixed,
        rir=rir,
        engine=row.get("load") == "engine",
        kind=row.get("kind", "working"),
        rest=row.get("rest"),
        minutes=row.get("minutes"),
        velocity_loss=row.get("velocity_loss"),
        optional=row.get("optional", False),
        every=_every(row),
    )


def _lift(row: Mapping[str, Any], rounding: str) -> Lift:
    ladder = tuple(row.get("ladder", ()))
    keeps = row.get("keeps", "")
    return Lift(
        id=row["id"],
        name=row.get("name", ""),
        exercise=row.get("exercise") or (ladder[0] if ladder else ""),
        ladder=ladder,
        keeps=keeps,
        ask=row.get("ask", "" if not keeps else ("load" if keeps == "load" else "1rm")),
        take=row.get("take", 100.0),
        start=amount(row.get("start")),
        rounding=row.get("round", rounding),
        muscle=row.get("muscle", ""),
        body=row,
    )


def _day(
    row: Mapping[str, Any],
    index: int,
    schemes: Mapping[str, tuple[SetTarget, ...]],
    lifts: dict[str, Lift],
    rounding: str,
) -> Day:
    slots = _numbered([_slot(slot, schemes, lifts, rounding) for slot in row["slots"]], lifts)
    return Day(
        name=row["name"],
        index=index,
        weeks=_wholes(row.get("weeks")) or tuple(range(1, 53)),
        weekday=row.get("weekday"),
        note=row.get("note", ""),
        slots=slots,
    )


def _numbered(slots: Iterable[Slot], lifts: Mapping[str, Lift]) -> tuple[Slot, ...]:
    """The slots of a day; those of one name are counted, so that screens tell them apart."""
    seen: Counter[str] = Counter()
    numbered = []
    for slot in slots:
        name = slot.name or lifts[slot.lift].name or slot.exercise
        seen[name] += 1
        numbered.append(replace(slot, nth=seen[name]))
    return tuple(numbered)


def _slot(
    row: Mapping[str, Any],
    schemes: Mapping[str, tuple[SetTarget, ...]],
    lifts: dict[str, Lift],
    rounding: str,
) -> Slot:
    by: Literal["", "week", "stage"] = "week" if "weeks" in row else ("stage" if "stages" in row else "")
    if "sets" in row:
        plans: tuple[tuple[SetTarget, ...] | None, ...] = (read_sets(row["sets"]),)
    else:
        names = row.get("weeks") or row.get("stages") or [row["scheme"]]
        plans = tuple(schemes.get(name) for name in names)
    ident = slot_id(row)
    lift = row.get("lift") or ident
    if lift not in lifts:  # a slot without a lift keeps its own stage, counters and rung
        lifts[lift] = Lift(lift, row.get("name", ""), row["exercise"], rounding=rounding)
    return Slot(
        id=ident,
        lift=lift,
        exercise=row.get("exercise") or lifts[lift].exercise,
        name=row.get("name", ""),
        plans=plans,
        by=by,
        rest=row.get("rest"),
        counts=row.get("counts", True) and not row.get("optional", False),
        optional=row.get("optional", False),
        setups=_setups(row, lifts[lift].body),
        alternatives=tuple(row.get("alternatives") or lifts[lift].body.get("alternatives") or ()),
        body=row,
    )


def _setups(row: Mapping[str, Any], lift: Mapping[str, Any]) -> tuple[Mapping[str, Any], ...]:
    """The setups that rounds take in turn: those written, or the foot positions; the fixed part is in each."""
    turns = row.get("setups") or (FOOT_POSITIONS if row.get("rotate") else ({},))
    setups = tuple({**lift.get("setup", {}), **turn, **row.get("setup", {})} for turn in turns)
    return setups if any(setups) else ()


def slot_id(row: Mapping[str, Any]) -> str:
    """The id of a slot: its own, else that of its lift, else of its exercise."""
    return str(row.get("id") or row.get("lift") or row.get("exercise"))


def _rule(row: Mapping[str, Any], index: int, lifts: tuple[str, ...]) -> Rule:
    named = tuple(row["lifts"])
    return Rule(
        name=row["name"],
        index=index,
        lifts=lifts if named == ("all",) else named,
        slots=tuple(row.get("slots", ())),
        at=row.get("at", "session"),
        when=read_when(row.get("when", {})),
        then=read_then(row["then"]),
    )


def read_when(row: Mapping[str, Any]) -> When:
    """The conditions of a rule."""
    return When(
        made=row.get("made"),
        topped=row.get("topped"),
        set=row.get("set"),
        reps=_span(row, "reps"),
        over=_span(row, "over"),
        sum=_span(row, "sum"),
        rir_low=row.get("rir_at_least"),
        rir_high=row.get("rir_at_most"),
        failed=row.get("failed"),
        made_in_a_row=row.get("made_in_a_row"),
        stages=_wholes(row.get("stage")),
        weeks=_wholes(row.get("week")),
        sets=_span(row, "sets"),
        velocity_loss=row.get("velocity_loss_at_least"),
        question=row.get("question"),
        answers=tuple(row.get("answer", ())),
    )


def read_then(row: Mapping[str, Any]) -> Then:
    """The changes of a rule."""
    return Then(
        add=amount(row.get("add")),
        add_percent=row.get("add_percent"),
        deload=row.get("deload"),
        per_rep=amount(row.get("per_rep")),
        most_reps=row.get("most_reps"),
        table=tuple(
            Row(
                Span(line["reps"][0], line["reps"][1] if len(line["reps"]) > 1 else TOP),
                amount(line.get("add")),
                line.get("add_percent"),
            )
            for line in row.get("table", ())
        ),
        by=row.get("by", "reps"),
        set_max=row.get("set_max"),
        source=row.get("from", "lifted"),
        stage=row.get("stage", ""),
        stage_load=row.get("stage_load", False),
        sets=row.get("sets", 0),
        sets_reset=row.get("sets_reset", False),
        most=row.get("most", 30),
        least=row.get("least", 1),
        rung=row.get("rung", ""),
        test=row.get("test", ""),
        hold=row.get("hold", False),
    )


def _span(row: Mapping[str, Any], key: str) -> Span | None:
    low, high = row.get(f"{key}_at_least"), row.get(f"{key}_at_most")
    if low is None and high is None:
        return None
    return Span(-TOP if low is None else low, TOP if high is None else high)


def _wholes(value: int | list[int] | None) -> tuple[int, ...]:
    if value is None:
        return ()
    return tuple(value) if isinstance(value, list) else (value,)
