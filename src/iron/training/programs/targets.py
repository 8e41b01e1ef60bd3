"""Targets of a session from state: which loads, which reps, and where each load comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iron.training.programs.model import Lift, Place, Program, SetTarget, Slot, Unit
from iron.training.programs.rounding import Grid, round_to, tidy
from iron.training.programs.state import LiftState, LoadSource, Performed, SlotTargets, Target

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

_NUMBERS: Final = {"training max": "training-max", "1rm": "one-rm", "load": "load", "": "number"}
_SET: Final = "set "
# Sets that the log knows as more than a working set, and what it calls those of a program.
LOGGED_AS: Final = {"drop": "drop", "rest-pause": "rest-pause", "myo-rep": "rest-pause"}


def planned_sets(slot: Slot, week: int, state: LiftState) -> tuple[SetTarget, ...] | None:
    """The sets of a slot today: of its week or stage, with the sets that rules added or took; None for no work."""
    sets = slot.sets(week, state.stage)
    if sets is None or not slot.counts:
        return sets
    if state.test:
        return (SetTarget(reps_low=int(state.test[:-2]), reps_high=int(state.test[:-2])),)
    if state.extra > 0:
        return sets + (sets[-1],) * state.extra
    if state.extra < 0:
        return sets[: max(1, len(sets) + state.extra)]
    return sets


def own_sets(
    asked: Sequence[SetTarget] | Sequence[Target],
    alternatives: Sequence[str],
    performed: Sequence[Performed],
) -> Sequence[Performed]:
    """The sets that belong to those asked, in order.

    Left out are sets of an alternative exercise, and drop and rest-pause sets that the lifter put in of his own accord:
    where a plain set is asked they would stand in its place, with fewer reps.
    """
    for each in performed:
        if each.kind != "working" or each.exercise in alternatives:
            break
    else:
        return performed
    special = [target.kind in LOGGED_AS for target in asked]
    own: list[Performed] = []
    for each in performed:
        at = len(own)
        is_asked = at < len(special) and special[at]
        if each.exercise in alternatives or (each.kind != "working" and not is_asked):
            continue
        own.append(each)
    return own


def exercise_of(slot: Slot, lift: Lift, state: LiftState) -> str:
    """The exercise of a slot: the rung where its lift climbs a ladder, else its own."""
    if lift.ladder and not slot.body.get("exercise"):
        return lift.ladder[min(state.rung, len(lift.ladder) - 1)]
    return slot.exercise


def slot_targets(
    program: Program,
    slot: Slot,
    place: Place,
    states: Mapping[str, LiftState],
    unit: Unit,
    grid: Callable[[str], Grid],
    performed: Sequence[Performed] = (),
) -> SlotTargets | None:
    """The targets of a slot in a session; None where the week has no work for it.

    Args:
        program: the program.
        slot: one of its slots.
        place: the session: its round and its week.
        states: state by lift.
        unit: the lifter's unit.
        grid: loads that can be made for an exercise.
        performed: sets of today that are done: a share of an earlier set follows what was lifted.
    """
    lift, state = program.lifts[slot.lift], states[slot.lift]
    sets = planned_sets(slot, place.week, state)
    if sets is None:
        return None
    exercise = exercise_of(slot, lift, state)
    alternatives = tuple([name for name in slot.alternatives if name != exercise])
    if performed and any(wanted.of for wanted in sets):  # only a share of a set asks what was lifted
        plan = [wanted for wanted in sets if wanted.kind != "warm-up"]
        performed = own_sets(plan, alternatives, performed)
    loads = grid(exercise)
    test = state.test if slot.counts else ""
    targets: list[Target] = []
    warm_ups: list[Target] = []
    before: tuple[SetTarget, Target] | None = None
    for wanted in sets:
        into = warm_ups if wanted.kind == "warm-up" else targets
        if before is not None and before[0] is wanted:  # one of several equal sets
            target = tuple.__new__(Target, (len(into) + 1, *before[1][1:]))
        else:
            exact, source = exact_load(wanted, lift, states, unit, targets, performed)
            load = None if exact is None else round_to(loads, exact, lift.rounding)
            target = tuple.__new__(Target, (len(into) + 1, load, exact, source, *wanted.rest_of_target, test))
        before = (wanted, target)
        into.append(target)
    return SlotTargets(
        slot.id,
        slot.lift,
        exercise,
        slot.name or lift.name,
        slot.optional,
        tuple(targets),
        tuple(warm_ups),
        slot.rest,
        slot.setup(place.cycle),
        ramp=lift.body.get("warm_up") != "none",
        alternatives=alternatives,
        nth=slot.nth,
    )


def exact_load(
    wanted: SetTarget,
    lift: Lift,
    states: Mapping[str, LiftState],
    unit: Unit,
    before: Sequence[Target],
    performed: Sequence[Performed],
) -> tuple[float | None, LoadSource]:
    """The load of a set before rounding, and where it comes from; None where the program does not say it."""
    if wanted.engine:
        return None, LoadSource("log")
    value = states[lift.id].value
    if wanted.is_share and value is not None and lift.keeps:
        percent = wanted.percent or 100.0
        return tidy(value * percent / 100.0), LoadSource(_NUMBERS[lift.keeps], "", percent)
    if wanted.fixed is not None:
        return tidy(wanted.fixed.value(unit)), LoadSource("fixed")
    if wanted.of.startswith(_SET):
        kind, of = "set", wanted.of[len(_SET) :]
        base = _load_of_set(int(of), before, performed)
    elif wanted.of:
        kind, of, base = "lift", wanted.of, states[wanted.of].value
    else:
        kind, of, base = _NUMBERS[lift.keeps], "", states[lift.id].value
    if not lift.keeps and not wanted.of:
        return None, LoadSource("choice" if wanted.rir is None else "reserve")
    percent = 100.0 if wanted.percent is None else wanted.percent
    extra = 0.0 if wanted.plus is None else wanted.plus.value(unit)
    source = LoadSource(kind, of, percent, extra)
    return None if base is None else tidy(base * percent / 100.0 + extra), source


def _load_of_set(number: int, before: Sequence[Target], sets_done: Sequence[Performed]) -> float | None:
    performed = sets_done[number - 1].load if number <= len(sets_done) else None
    if performed is not None:
        return performed
    return before[number - 1].load if number <= len(before) else None
