"""The actions of the vocabulary: what a rule that holds changes in the state of its lift."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from iron.training.programs.model import Program, Rule, Then, Unit
from iron.training.programs.outcomes import Outcome, reps_for_rule, sum_of
from iron.training.programs.rounding import tidy
from iron.training.programs.state import Change, Evidence, LiftState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iron.training.programs.fold import Fold

# Epley 1985: a load moved r times is load × (1 + r / 30) once.
_EPLEY: Final = 30.0


def apply(rule: Rule, fold: Fold, lift: str, outcomes: Sequence[Outcome], session: str) -> list[Change]:
    """Carry out the actions of a rule; what they changed, with the sets that were the evidence."""
    program, states, unit = fold.program, fold.states, fold.setting.unit
    state, then = states[lift], rule.then
    evidence = tuple(row for outcome in outcomes for row in outcome.evidence())
    changes: list[Change] = []

    def note(what: str, old: Any, new: Any) -> None:
        if old != new:
            changes.append(Change(rule.name, lift, what, old, new, evidence, session))

    old_stage, old_value = state.stage, state.value
    if then.stage:
        _turn_stage(then, state, _stages(program, lift))
        note("stage", old_stage, state.stage)
    new = _new_value(rule, state, outcomes[-1], unit, evidence)
    if new is not None and program.lifts[lift].keeps:
        exact = max(0.0, new)
        # A step is kept exactly, so that steps smaller than a plate add up; a jump to another load is one to make.
        jump = then.deload is not None or then.set_max is not None
        state.value = fold.number(program.lifts[lift], exact) if jump else tidy(exact)
        note(program.lifts[lift].keeps, old_value, state.value)
    if then.deload is not None or then.stage:
        state.failed = dict.fromkeys(state.failed, 0)
        state.made = dict.fromkeys(state.made, 0)
    if then.sets or then.sets_reset:
        old = state.extra
        state.extra = _sets(then, program, states, lift, outcomes[-1])
        note("sets", outcomes[-1].sets, outcomes[-1].sets + state.extra - old)
    if then.rung:
        old = state.rung
        top = max(0, len(program.lifts[lift].ladder) - 1)
        state.rung = {"next": min(top, old + 1), "previous": max(0, old - 1), "first": 0}[then.rung]
        note("rung", old + 1, state.rung + 1)
    if then.test:
        note("test", state.test or None, then.test)
        state.test = then.test
    return changes


def _turn_stage(then: Then, state: LiftState, stages: int) -> None:
    if state.value is not None:
        state.stage_loads[state.stage] = state.value
    state.stage = 1 if then.stage == "first" else min(stages, state.stage + 1)
    if then.stage_load and state.stage in state.stage_loads:
        state.value = state.stage_loads[state.stage]


def _stages(program: Program, lift: str) -> int:
    return max(
        (
            len(slot.plans)
            for day in program.days
            for slot in day.slots
            if slot.lift == lift and slot.by == "stage"
        ),
        default=1,
    )


def _new_value(
    rule: Rule, state: LiftState, outcome: Outcome, unit: Unit, evidence: Sequence[Evidence]
) -> float | None:
    """The lift's number after the rule; None where it does not touch it or the number is not known."""
    then = rule.then
    if then.set_max is not None:
        lifted = _lifted(then, outcome)
        return None if lifted is None else lifted * then.set_max / 100.0
    value = state.value
    if value is None:
        return None
    if then.table or then.per_rep is not None:
        value = _by_reps(rule, value, outcome, unit)
    if then.add is not None:
        value += then.add.value(unit)
    if then.add_percent is not None:
        value *= 1.0 + then.add_percent / 100.0
    if then.deload is not None:
        value *= 1.0 - then.deload / 100.0
    return value if value != state.value or evidence else None


def _by_reps(rule: Rule, value: float, outcome: Outcome, unit: Unit) -> float:
    then = rule.then
    pair = reps_for_rule(outcome, rule.when.set)
    if pair is None:
        return value
    reps, asked = pair
    if then.per_rep is not None:
        more = max(0, reps - asked)
        steps = more if then.most_reps is None else min(more, then.most_reps)
        return value + steps * then.per_rep.value(unit)
    key = {"reps": reps, "over": reps - asked, "sum": sum_of(outcome)}[then.by]
    row = next((row for row in then.table if row.reps.holds(key)), None)
    if row is None:
        return value
    if row.add is not None:
        value += row.add.value(unit)
    if row.add_percent is not None:
        value *= 1.0 + row.add_percent / 100.0
    return value


def _lifted(then: Then, outcome: Outcome) -> float | None:
    """The heaviest load of a made set, or the best 1RM that the sets say (Epley)."""
    loads = []
    for target, performed in outcome.pairs:
        if performed is None or performed.reps < 1:
            continue
        load = performed.load if performed.load is not None else target.load
        if load is None:
            continue
        if then.source == "estimate":
            loads.append(load * (1.0 + performed.reps / _EPLEY) if performed.reps > 1 else load)
        elif performed.reps >= target.reps_low:
            loads.append(load)
    return max(loads, default=None)


def _sets(then: Then, program: Program, states: dict[str, LiftState], lift: str, outcome: Outcome) -> int:
    state = states[lift]
    if then.sets_reset:
        return 0
    base = outcome.sets - state.extra
    count = min(then.most, max(then.least, base + state.extra + then.sets))
    if then.sets > 0 and not _room(program, states, lift, outcome.week):
        return state.extra
    return count - base


def _room(program: Program, states: dict[str, LiftState], lift: str, week: int) -> bool:
    """Whether the muscle of a lift may take one set more in a week."""
    muscle = program.lifts[lift].muscle
    limit = program.muscle_limits.get(muscle)
    if limit is None:
        return True
    total = 0
    for day in program.days:
        for slot in day.slots:
            if week in day.weeks and slot.counts and program.lifts[slot.lift].muscle == muscle:
                sets = slot.sets(week, states[slot.lift].stage) or ()
                total += len(sets) + (states[slot.lift].extra if sets else 0)
    return total < limit
