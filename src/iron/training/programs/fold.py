"""State of a program as a fold over what was lifted: nothing is stored, so nothing can drift.

A fold starts with the numbers that the lifter typed and takes sessions and typed numbers in the order of time. The
same events give the same state on every device; a corrected set is another event, and everything after it follows.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from iron.training.programs.changes import apply
from iron.training.programs.model import Lift, Moment, Place, Program, Rule, Slot, Unit
from iron.training.programs.outcomes import Outcome, holds, outcome_of
from iron.training.programs.rounding import Grid, Rack, round_to, tidy, usual_grid
from iron.training.programs.state import Change, LiftState, Performed, Session, SlotTargets, Target, Typed
from iron.training.programs.targets import own_sets, slot_targets

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_SAME: Final = 0.01
AS_LIFTED: Final = "rule-as-lifted"
"""Code that stands for a rule: the load that was lifted counts."""
TYPED: Final = "rule-typed"
"""Code that stands for a rule: the lifter typed the number."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What a run of a program depends on besides its log.

    Attributes:
        unit: the lifter's unit; every number of the fold is in it.
        asked: what the lifter typed for each lift, before ``take``.
        meanings: what the load of an exercise means (`docs/documents.md`), for loads that can be made.
        grids: loads that can be made by exercise; the usual ones of its kind where absent.
    """

    unit: Unit
    asked: Mapping[str, float] = field(default_factory=dict)
    meanings: Mapping[str, str] = field(default_factory=dict)
    grids: Mapping[str, Grid] = field(default_factory=dict)

    def grid(self, exercise: str) -> Grid:
        """The loads that can be made for an exercise."""
        known = self.grids.get(exercise)
        return known if known is not None else usual_grid(self.meanings.get(exercise, "barbell"), self.unit)


class Fold:
    """Takes events in the order of time and answers state, targets and changes."""

    def __init__(self, program: Program, setting: Setting) -> None:
        self.program = program
        self.setting = setting
        self.states = {ident: LiftState() for ident in program.lifts}
        self.place: Place | None = program.next(None)
        self.changes: list[Change] = []
        self.sessions = 0
        self.last_on = ""  # the date of the last session
        self._open: dict[Moment, dict[str, list[Outcome]]] = {"week": {}, "cycle": {}}
        self._last: Place | None = None
        self._closed: set[tuple[int, int]] = set()
        self._gym: Rack | None = None
        self._grids: Mapping[str, Grid] = {}
        for ident, lift in program.lifts.items():
            asked = setting.asked.get(ident)
            if asked is not None and lift.keeps:
                self.states[ident].value = self.number(lift, asked * lift.take / 100.0)
            elif lift.start is not None and lift.keeps:
                self.states[ident].value = tidy(lift.start.value(setting.unit))

    def copy(self) -> Fold:
        """A fold of the same state that can be played on without changing this one."""
        copy = object.__new__(Fold)
        copy.program, copy.setting, copy.place = self.program, self.setting, self.place
        copy.states = {ident: state.copy() for ident, state in self.states.items()}
        copy.changes = list(self.changes)
        copy.sessions = self.sessions
        copy._last, copy.last_on = self._last, self.last_on
        copy._closed = set(self._closed)
        copy._gym, copy._grids = self._gym, self._grids
        copy._open = {
            moment: {lift: list(outcomes) for lift, outcomes in rows.items()}
            for moment, rows in self._open.items()
        }
        return copy

    def goes_on_like(self, other: Fold) -> bool:
        """Whether the same sessions from here on change the same in both."""
        return (
            self.program is other.program
            and (self.states, self.place, self.sessions) == (other.states, other.place, other.sessions)
            and (self._last, self.last_on, self._closed) == (other._last, other.last_on, other._closed)
            and (self._open, self._grids) == (other._open, other._grids)
            and self._gym is other._gym
        )

    def grid(self, exercise: str) -> Grid:
        """The loads that can be made for an exercise where the last session was."""
        own = self._grids.get(exercise)
        if own is not None:
            return own
        return self.setting.grid(exercise) if self._gym is None else self._gym(exercise)

    def arrive(self, session: Session) -> None:
        """Go on with the loads of the gym and the machines of a session."""
        if session.gym is not None and session.gym is not self._gym:
            self._gym, self._grids = session.gym, {}
        if session.grids:
            self._grids = {**self._grids, **session.grids}

    def number(self, lift: Lift, value: float) -> float:
        """A new number of a lift: a working load is one that can be made, a max is exact."""
        if lift.keeps != "load":
            return tidy(value)
        return round_to(self.grid(lift.exercise), value, lift.rounding)

    def revise(self, program: Program) -> None:
        """Go on with another text of the program: lifts of the same id keep their state."""
        for ident, lift in program.lifts.items():
            state = self.states.setdefault(ident, LiftState())
            if state.value is None and lift.start is not None and lift.keeps:
                state.value = tidy(lift.start.value(self.setting.unit))
        self.program = program
        if self._last is None:
            self.place = program.next(None)
        else:
            self.place = program.next(self._last)

    def typed(self, event: Typed) -> None:
        """Take a number that the lifter typed after the start."""
        lift, state = self.program.lifts.get(event.lift), self.states.get(event.lift)
        if lift is None or state is None or not lift.keeps:
            return
        new = self.number(lift, event.value * lift.take / 100.0)
        if new != state.value:
            self.changes.append(Change(TYPED, lift.id, lift.keeps, state.value, new, (), event.id))
        state.value = new
        state.test = ""

    def session(self, session: Session) -> None:
        """Take one training day."""
        self.arrive(session)
        place = session.place
        last = self._last
        if last is not None and (last.cycle, last.week) != (place.cycle, place.week):
            self._close(last, place)
        day = self.program.days[place.day] if place.day < len(self.program.days) else None
        if day is not None:
            for lift, outcomes in self._outcomes(session, day.slots).items():
                self._count("session", lift, outcomes)
                self._run("session", lift, outcomes, session.id)
                for moment in ("week", "cycle"):
                    if (lift, moment) in self.program.rules:
                        self._open[moment].setdefault(lift, []).extend(outcomes)
        self._last = place
        self.last_on = session.on
        self.sessions += 1
        self.place = self.program.next(place)
        upcoming = self.place
        if upcoming is None or (upcoming.cycle, upcoming.week) != (place.cycle, place.week):
            self._close(place, upcoming)

    @property
    def last(self) -> Place | None:
        """The session that was done last."""
        return self._last

    def targets(
        self, place: Place, performed: Mapping[str, Sequence[Performed]] | None = None
    ) -> list[SlotTargets]:
        """The targets of a session in today's state.

        Args:
            place: which session.
            performed: sets that are done already today, by slot.
        """
        if place.day >= len(self.program.days):
            return []
        rows = []
        for slot in self.program.days[place.day].slots:
            row = self._targets(slot, place, (performed or {}).get(slot.id, ()))
            if row is not None:
                rows.append(row)
        return rows

    def _targets(self, slot: Slot, place: Place, performed: Sequence[Performed]) -> SlotTargets | None:
        return slot_targets(self.program, slot, place, self.states, self.setting.unit, self.grid, performed)

    def _outcomes(self, session: Session, slots: Sequence[Slot]) -> dict[str, list[Outcome]]:
        outcomes: dict[str, list[Outcome]] = {}
        before = {ident: state.value for ident, state in self.states.items()}
        for slot in slots:
            performed = session.results.get(slot.id)
            if not performed or not (slot.counts or slot.id in self.program.watched):
                continue
            wanted = self._targets(slot, session.place, performed)
            if wanted is None:
                continue
            own = own_sets(wanted.sets, wanted.alternatives, performed)
            if not own:
                continue
            state = self.states[slot.lift]
            if any(target.test for target in wanted.sets):
                self._tested(slot, own, wanted.sets, session.id)
                continue
            scale = self._as_lifted(slot, wanted.sets, own, before[slot.lift], session.id)
            outcome = outcome_of(
                session.id,
                slot.id,
                session.place.week,
                state,
                wanted.sets,
                own,
                session.answers,
                scale,
                counts=slot.counts,
            )
            outcomes.setdefault(slot.lift, []).append(outcome)
        return outcomes

    def _as_lifted(
        self,
        slot: Slot,
        targets: Sequence[Target],
        performed: Sequence[Performed],
        value: float | None,
        session: str,
    ) -> float:
        """A working load follows the bar: the heaviest counted set moves it when another load was lifted."""
        lift, state = self.program.lifts[slot.lift], self.states[slot.lift]
        if lift.keeps != "load" or not slot.counts:
            return 1.0
        loads = [
            (result.load, target)
            for target, result in zip(targets, performed, strict=False)
            if target.counts and result.load is not None
        ]
        if not loads:
            return 1.0
        lifted, target = max(loads, key=lambda pair: pair[0])
        top = max(
            (target.load for target in targets if target.counts and target.load is not None), default=None
        )
        if top is None:
            new = lifted
        elif abs(lifted - top) <= _SAME or not target.exact:
            return 1.0
        else:
            new = tidy((value or 0.0) * lifted / top)
        self.changes.append(Change(AS_LIFTED, lift.id, lift.keeps, state.value, new, (), session))
        state.value = new
        return 1.0 if not top else lifted / top

    def _tested(
        self, slot: Slot, performed: Sequence[Performed], targets: Sequence[Target], session: str
    ) -> None:
        lift, state = self.program.lifts[slot.lift], self.states[slot.lift]
        target = targets[0]
        good = [
            result.load if result.load is not None else target.load
            for result in performed
            if result.reps >= target.reps_low
        ]
        known = [load for load in good if load is not None]
        if known:
            new = self.number(lift, max(known) * lift.take / 100.0)
            name = f"Test of {target.test[:-2]} rep{'' if target.reps_low == 1 else 's'}"
            self.changes.append(Change(name, lift.id, lift.keeps, state.value, new, (), session))
            state.value = new
        state.test = ""

    def _count(self, moment: Moment, lift: str, outcomes: Sequence[Outcome]) -> None:
        counted = [outcome for outcome in outcomes if outcome.counts]
        if not counted:
            return
        state = self.states[lift]
        if all(outcome.made for outcome in counted):
            state.made[moment] += 1
            state.failed[moment] = 0
        else:
            state.failed[moment] += 1
            state.made[moment] = 0

    def _run(self, moment: Moment, lift: str, outcomes: Sequence[Outcome], session: str) -> None:
        rules = self.program.rules.get((lift, moment))
        if not rules:
            return
        state = self.states[lift]
        fired: list[tuple[Rule, list[Outcome]]] = []
        for rule in rules:
            seen = [
                outcome
                for outcome in outcomes
                if (outcome.slot in rule.slots if rule.slots else outcome.counts)
            ]
            if seen and holds(rule.when, seen, state, moment):
                fired.append((rule, seen))
        for rule, seen in fired:
            self.changes += apply(rule, self, lift, seen, session)
            if rule.when.failed is not None:
                state.failed[moment] = 0
            if rule.when.made_in_a_row is not None:
                state.made[moment] = 0

    def _close(self, place: Place, upcoming: Place | None) -> None:
        """End the week of a place, and its cycle where the next session is in another one; each ends once."""
        session = f"week-{place.week}"
        if (place.cycle, place.week) not in self._closed:
            self._closed.add((place.cycle, place.week))
            self._end("week", session)
        self._open["week"] = {}
        if upcoming is None or upcoming.cycle != place.cycle:
            if (place.cycle, 0) not in self._closed:
                self._closed.add((place.cycle, 0))
                self._end("cycle", f"cycle-{place.cycle}")
            self._open["cycle"] = {}

    def _end(self, moment: Moment, session: str) -> None:
        for lift, outcomes in self._open[moment].items():
            if not outcomes:
                continue
            self._count(moment, lift, outcomes)
            self._run(moment, lift, outcomes, session)
