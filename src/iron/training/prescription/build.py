"""A case from performed sets: sessions, grid, belief and what the exercise's other lines know."""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, Final

from iron.training.history.lines import classify_depth, in_time, key_of
from iron.training.history.sets import ADDED, ASSISTANCE, CONFIRMED, ExerciseFacts, PerformedSet
from iron.training.prescription.doubt import Seen, sort_doubts
from iron.training.prescription.loads import history_grid
from iron.training.prescription.model import UNKNOWN_RIR, Case, Doubt, Lift, LineSession, Wanted
from iron.training.prescription.shape import implied
from iron.training.strength.belief import at_day
from iron.training.strength.capacity import belief, fit
from iron.training.strength.curve import family_k
from iron.training.strength.state import BIAS_MEAN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from iron.training.strength.state import Strength

NOMINAL_BODY_KG: Final = 75.0
"""Body mass to reckon chances with while none is known. At the same load it cancels; no kilo is ever told from it."""

WEIGHTLESS: Final = frozenset({"none", "band"})
"""Load meanings whose number is no mass that moves."""

SESSIONS: Final = 24  # sessions of a line that a case holds
CAP_DAYS: Final = 42  # how long the exercise's own evidence bounds a new line: guess


@dataclass(frozen=True, slots=True)
class Trained:
    """One exercise as prescriptions read it.

    Attributes:
        facts: facts of the exercise.
        sets: its sets before the day, oldest first, moved masses filled in (see `moving`).
        lines: the same by line key.
        state: the belief after them, None without a usable set.
        ranges: rep ranges of the exercise: (low, high, RIR low, RIR high).
        references: the lifter's own reference depths by line key.
        body_mass_kg: body mass today, None when unknown.
        cause: why a date counts for nothing, or None.
    """

    facts: ExerciseFacts
    sets: tuple[PerformedSet, ...]
    lines: Mapping[str, Sequence[PerformedSet]]
    state: Strength | None
    ranges: tuple[tuple[int, int, float, float], ...] = ()
    references: Mapping[str, float] = field(default_factory=dict)
    body_mass_kg: float | None = None
    cause: Callable[[str], str | None] = lambda _: None

    @property
    def moves_body(self) -> bool:
        """Whether the body is part of the load."""
        return moves_body(self.facts)


def moves_body(facts: ExerciseFacts) -> bool:
    """Whether the body is part of the moved mass."""
    return facts.body_share > 0 or facts.load_meaning in {ADDED, ASSISTANCE}


def has_ten(facts: ExerciseFacts, body_mass_kg: float | None) -> bool:
    """Whether a 10RM says something: a load moves, and the body's part of it is known."""
    return facts.load_meaning not in WEIGHTLESS and (not moves_body(facts) or body_mass_kg is not None)


def moving(set_: PerformedSet, facts: ExerciseFacts) -> PerformedSet:
    """A set with a moved mass to compare with: weightless exercises move the same every time."""
    if facts.load_meaning in WEIGHTLESS:
        return replace(set_, moved_kg=NOMINAL_BODY_KG)
    return set_


def trained(
    sets: Iterable[PerformedSet],
    facts: ExerciseFacts,
    *,
    ranges: tuple[tuple[int, int, float, float], ...] = (),
    references: Mapping[str, float] | None = None,
    body_mass_kg: float | None = None,
    state: Strength | None = None,
    cause: Callable[[str], str | None] | None = None,
) -> Trained:
    """Read the sets of one exercise; the belief is fitted here where it is not at hand."""
    ready = tuple(in_time(moving(set_, facts) for set_ in sets))
    why = cause or (lambda _: None)
    known = state
    if known is None:
        counted = [set_ for set_ in believable(ready, facts) if why(set_.start[:10]) is None]
        known = fit(counted, facts, references)
    lines: dict[str, list[PerformedSet]] = {}
    for set_ in ready:
        lines.setdefault(key_of(set_, facts), []).append(set_)
    return Trained(facts, ready, lines, known, ranges, references or {}, body_mass_kg, why)


def believable(sets: Sequence[PerformedSet], facts: ExerciseFacts) -> list[PerformedSet]:
    """The sets without doubtful ones, line by line: a typing error teaches nothing."""
    return believable_after({}, sets, facts)[0]


def believable_after(
    before: Mapping[str, Seen], sets: Sequence[PerformedSet], facts: ExerciseFacts
) -> tuple[list[PerformedSet], dict[str, Seen]]:
    """The sets without doubtful ones, and what the sets after them are judged by.

    Args:
        before: by line key, what the days before say; a day is judged as a whole.
        sets: the sets of some whole days, oldest first.
        facts: facts of the exercise.
    """
    k = family_k(facts.family, facts.curve_k)
    lines: dict[str, list[PerformedSet]] = {}
    for set_ in sets:
        lines.setdefault(key_of(set_, facts), []).append(set_)
    doubtful: set[tuple[str, float, float | None]] = set()
    after = dict(before)
    for line, group in lines.items():
        seen = after.get(line, Seen())
        judged: list[tuple[str, Sequence[Lift], Sequence[Lift]]] = []
        for session in _sessions(group, lambda _: None):
            seen, good, bad = seen.after(session, k)
            judged.append((session.day, good, bad))
        after[line] = seen
        if days := {day for day, _, bad in judged if bad}:
            trusted = {_name(day, lift) for day, good, _ in judged if day in days for lift in good}
            doubtful |= {_name(day, lift) for day, _, bad in judged for lift in bad} - trusted
    if not doubtful:
        return list(sets), after
    chosen = [set_ for set_ in sets if (set_.start[:10], set_.load_kg, set_.reps) not in doubtful]
    return chosen, after


def _name(day: str, lift: Lift) -> tuple[str, float, float | None]:
    return day, lift.load_kg, lift.reps


def lines_of(exercise: Trained) -> list[str]:
    """The lines that have a working set with reps, a time or a distance, the one used last first."""
    last: dict[str, str] = {}
    for line, sets in exercise.lines.items():
        for set_ in reversed(sets):
            if set_.kind == "working" and (set_.counts or set_.duration_s or set_.distance_m):
                last[line] = set_.start
                break
    return sorted(last, key=lambda key: (last[key], key), reverse=True)


def case_of(
    exercise: Trained,
    line: str,
    on: date,
    *,
    unit: str = "kg",
    wanted: Wanted | None = None,
    grid: Callable[[float, bool], Sequence[float] | None] | None = None,
    days_away: int | None = None,
) -> Case:
    """Put the case of one line together.

    Args:
        exercise: the exercise, see `trained`; only sets before the moment that is asked for.
        line: line key, with history or without.
        on: the day.
        unit: the unit of the loads there are.
        wanted: what the plan asks for.
        grid: the loads that the machine or the gym has near a load [kg], which itself is there or not; None where
            nobody said, then the lifter's own.
        days_away: days since the exercise or a relative was trained; None takes the exercise alone.
    """
    facts = exercise.facts
    k = family_k(facts.family, facts.curve_k)
    here = classify_depth(exercise.lines.get(line, ()), exercise.references.get(line))
    believed, doubt = sort_doubts(_sessions(here, exercise.cause), k)
    sessions = believed[-SESSIONS:]
    top = max((lift.load_kg for session in sessions[-1:] for lift in session.sets), default=None)
    newest = max((set_.date for set_ in exercise.sets if set_.counts), default=None)
    since = None if newest is None else (on - newest).days
    case = Case(
        line=line,
        on=on.isoformat(),
        family=facts.family,
        k=k,
        meaning=facts.load_meaning,
        implements=0 if facts.load_meaning in WEIGHTLESS else facts.implements,
        base_kg=_base(exercise, here),
        unit=unit,
        grid=(),
        belief=None if exercise.state is None else belief(at_day(exercise.state, on), line),
        sessions=sessions,
        wanted=wanted if wanted is not None and wanted.makes_sense else None,
        ranges=exercise.ranges,
        days_away=since if days_away is None or since is None else min(since, days_away),
        exercise_days=since,
        cap_kg=_cap(exercise, line, on, k),
        doubt=doubt,
        mass_known=not exercise.moves_body or exercise.body_mass_kg is not None,
        other_unit=_in_other_unit(here, sessions, doubt, unit),
    )
    around = top if top is not None else _believed_load(case)
    is_there = top is not None and top not in case.other_unit
    offered = grid(around, is_there) if grid is not None else None
    return replace(
        case, grid=tuple(offered) if offered else _own_grid(exercise, here, case, around, is_there=is_there)
    )


def _in_other_unit(
    here: Sequence[PerformedSet], sessions: Sequence[LineSession], doubt: Doubt | None, unit: str
) -> tuple[float, ...]:
    """Loads of the sessions and of the set asked about that nobody lifted in the unit."""
    same = {set_.load_kg for set_ in here if set_.unit == unit}
    lifted = {lift.load_kg for session in sessions for lift in session.sets}
    if doubt is not None:
        lifted |= {doubt.load_kg, doubt.low_kg, doubt.high_kg}
    return tuple(sorted(load for load in lifted - same if load > 0))


def _believed_load(case: Case) -> float:
    """A counted load near what is believed of a line without history [kg]."""
    if case.belief is None or case.implements == 0:
        return 0.0
    moved = case.belief.quantile((0.5,))[0]
    return max(0.0, (moved - case.base_kg) / case.implements * (-1.0 if case.assists else 1.0))


def _own_grid(
    exercise: Trained,
    here: Sequence[PerformedSet],
    case: Case,
    around: float,
    *,
    is_there: bool,
) -> tuple[float, ...]:
    usual = [set_ for set_ in here if set_.kind != "drop" and set_.unit == case.unit][-200:]
    # A typing error is no load that there is.
    most = max((lift.load_kg for session in case.sessions for lift in session.sets), default=math.inf)
    used = [set_.load_kg for set_ in usual if case.doubt is None or set_.load_kg <= most]
    others = [
        set_.load_kg
        for set_ in (exercise.sets[-300:] if exercise.lines.keys() - {case.line} else ())
        if set_.unit == case.unit and key_of(set_, exercise.facts) != case.line
    ]
    tops = [max(lift.load_kg for lift in session.sets) for session in case.sessions[-8:]]
    return history_grid(
        used,
        around,
        exercise.facts.load_meaning,
        case.unit,
        others,
        [top for top in tops if top not in case.other_unit],
        top_is_there=is_there,
    )


def _sessions(here: Iterable[PerformedSet], cause: Callable[[str], str | None]) -> tuple[LineSession, ...]:
    groups: dict[str, list[PerformedSet]] = {}
    for set_ in here:
        if set_.counts and set_.kind == "working" and set_.moved_kg is not None and set_.moved_kg > 0:
            groups.setdefault(set_.workout, []).append(set_)
    sessions = []
    for group in groups.values():
        first = group[0]
        day = first.start[:10]
        lifts = tuple(_lift(set_) for set_ in group)
        sessions.append(LineSession(day, lifts, first.planned, first.aim, first.deload, cause(day)))
    return tuple(sessions)


def _lift(set_: PerformedSet) -> Lift:
    rir = set_.rir if set_.rir is not None and 0 <= set_.rir <= 10 else None
    return Lift(
        set_.load_kg,
        set_.moved_kg or 0.0,
        float(set_.reps or 0.0),
        rir,
        set_.depth_class == "cut",
        set_.failure and rir == 0,
        CONFIRMED in set_.flags,
    )


def _base(exercise: Trained, here: Sequence[PerformedSet]) -> float:
    facts = exercise.facts
    if facts.load_meaning in WEIGHTLESS:
        return NOMINAL_BODY_KG
    base = here[-1].base_kg if here else facts.base_kg
    share = facts.body_share or (1.0 if facts.load_meaning in {ADDED, ASSISTANCE} else 0.0)
    return base + share * (exercise.body_mass_kg or NOMINAL_BODY_KG)


def _cap(exercise: Trained, line: str, on: date, k: float) -> float | None:
    """The moved 10RM that the last weeks of the exercise's other lines speak for [kg], None without any."""
    facts = exercise.facts
    recent = [
        set_
        for set_ in exercise.sets
        if set_.counts
        and set_.kind == "working"
        and set_.moved_kg is not None
        and set_.moved_kg > 0
        and set_.depth_class != "cut"
        and (on - set_.date).days <= CAP_DAYS
        and key_of(set_, facts) != line
    ]
    levels = [
        implied(_lift(set_), k, UNKNOWN_RIR) + math.log(1.0 + BIAS_MEAN / (k + float(set_.reps or 1.0)))
        for set_ in recent
    ]
    return math.exp(max(levels)) if levels else None
