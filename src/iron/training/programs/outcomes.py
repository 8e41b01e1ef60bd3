"""What a slot's sets came to: made or missed, and whether the conditions of a rule hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from iron.training.programs.model import When
from iron.training.programs.state import Evidence, LiftState, Performed, Target

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_SAME: Final = 0.01  # loads closer than this are the same load


@dataclass(frozen=True, slots=True)
class Outcome:
    """A slot of one session: its counted targets with the sets done, None where a set was not done."""

    session: str
    slot: str
    week: int
    stage: int
    sets: int
    made: bool
    topped: bool
    pairs: tuple[tuple[Target, Performed | None], ...]
    answers: Mapping[str, str]
    scale: float = 1.0
    counts: bool = True

    def evidence(self) -> tuple[Evidence, ...]:
        """The sets that were done, as evidence of a change."""
        session, slot = self.session, self.slot
        return tuple(
            [
                Evidence(
                    session,
                    slot,
                    target.number,
                    performed.reps,
                    target.reps_low,
                    target.load if performed.load is None else performed.load,
                    performed.id,
                )
                for target, performed in self.pairs
                if performed is not None
            ]
        )

    def chosen(self, which: int | str | None) -> tuple[Target, Performed | None] | None:
        """The set that a rule names: by number, the last AMRAP, the last, the first or the heaviest."""
        if not self.pairs:
            return None
        if isinstance(which, int):
            return next((pair for pair in self.pairs if pair[0].number == which), None)
        amraps = [pair for pair in self.pairs if pair[0].amrap]
        if which == "amrap" or (which is None and amraps):
            return amraps[-1] if amraps else None
        if which == "first":
            return self.pairs[0]
        if which == "top":
            return max(self.pairs, key=lambda pair: pair[0].load or 0.0)
        return self.pairs[-1]


def outcome_of(
    session: str,
    slot: str,
    week: int,
    state: LiftState,
    targets: Sequence[Target],
    performed: Sequence[Performed],
    answers: Mapping[str, str],
    scale: float,
    *,
    counts: bool,
) -> Outcome:
    """Compare what was done with what was asked.

    Args:
        session: id of the workout.
        slot: id of the slot.
        week: week of the cycle.
        state: state of the lift when the session began.
        targets: all targets of the slot.
        performed: sets done, in order.
        answers: answers of the session.
        scale: the working load that was lifted as a share of the one asked; 1 where it was the same.
        counts: whether rules that name no slot look at this one.
    """
    known = len(performed)
    pairs = tuple(
        [
            (target, performed[place] if place < known else None)
            for place, target in enumerate(targets)
            if not target.optional
        ]
    )
    made = topped = True
    for target, result in pairs:
        if result is None or not is_made(target, result, scale):
            made = topped = False
            break
        topped = topped and result.reps >= target.reps_high
    return Outcome(
        session, slot, week, state.stage, len(targets), made, topped, pairs, answers, scale, counts
    )


def is_made(target: Target, result: Performed | None, scale: float) -> bool:
    """Whether a set reached its reps with at least the load asked."""
    if result is None or result.reps < target.reps_low:
        return False
    if result.load is None or target.load is None:
        return True
    return result.load >= target.load * min(1.0, scale) - _SAME


def holds(when: When, outcomes: Sequence[Outcome], state: LiftState, at: str) -> bool:
    """Whether every condition holds for the outcomes of a session, week or cycle (at least one)."""
    last = outcomes[-1]
    if when.made is not None and all(outcome.made for outcome in outcomes) != when.made:
        return False
    if when.topped is not None and all(outcome.topped for outcome in outcomes) != when.topped:
        return False
    if when.weeks and last.week not in when.weeks:
        return False
    if when.stages and last.stage not in when.stages:
        return False
    if when.sets is not None and not when.sets.holds(last.sets):
        return False
    if when.failed is not None and state.failed[at] < when.failed:
        return False
    if when.made_in_a_row is not None and state.made[at] < when.made_in_a_row:
        return False
    if when.sum is not None and not when.sum.holds(sum_of(last)):
        return False
    if when.question is not None and last.answers.get(when.question) not in when.answers:
        return False
    return _set_holds(when, last)


def sum_of(outcome: Outcome) -> int:
    """Reps of all counted sets together."""
    return sum(performed.reps for _, performed in outcome.pairs if performed is not None)


def _set_holds(when: When, outcome: Outcome) -> bool:
    asks = (when.reps, when.over, when.rir_low, when.rir_high, when.velocity_loss)
    if all(ask is None for ask in asks):
        return True
    pair = outcome.chosen(when.set)
    if pair is None:
        return False
    target, performed = pair
    if performed is None:
        # A set that was asked and not done had no reps; what nobody logged of its effort is not known.
        known = when.reps or when.over
        return known is not None and _reps_hold(when, 0, target.reps_low)
    if not _reps_hold(when, _honest(target, performed, outcome.scale), target.reps_low):
        return False
    if when.rir_low is not None and (performed.rir is None or performed.rir < when.rir_low):
        return False
    if when.rir_high is not None and (performed.rir is None or performed.rir > when.rir_high):
        return False
    loss = performed.velocity_loss
    return when.velocity_loss is None or (loss is not None and loss >= when.velocity_loss)


def _honest(target: Target, performed: Performed, scale: float) -> int:
    """Reps that count for a rule: those done, but fewer than asked when the load was lighter than asked."""
    lighter = (
        performed.load is not None
        and target.load is not None
        and performed.load < target.load * min(1.0, scale) - _SAME
    )
    return min(performed.reps, target.reps_low - 1) if lighter else performed.reps


def _reps_hold(when: When, reps: int, asked: int) -> bool:
    if when.reps is not None and not when.reps.holds(reps):
        return False
    return when.over is None or when.over.holds(reps - asked)


def reps_for_rule(outcome: Outcome, which: int | str | None) -> tuple[int, int] | None:
    """Reps done and asked of the set that a rule names; None where there is no such set."""
    pair = outcome.chosen(which)
    if pair is None:
        return None
    target, performed = pair
    return (0 if performed is None else _honest(target, performed, outcome.scale), target.reps_low)
