"""The question behind an advice: everything that it depends on, as one JSON-able value, and how it is asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from iron.training.history.bests import eligible
from iron.training.history.lines import classify_depth, in_time, key_of
from iron.training.history.sets import ASSISTANCE, ExerciseFacts, PerformedSet, SetKind
from iron.training.strength.belief import at_day
from iron.training.strength.capacity import belief, fit
from iron.training.strength.curve import family_k
from iron.training.strength.line_belief import LineBelief

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from iron.training.strength.state import Strength


MOST_KG: Final = 1000.0  # a typed load above is refused (issue 2)


@dataclass(frozen=True, slots=True)
class Did:
    """One working set of an earlier session: load as counted [kg], reps, RIR or None, whether depth was cut."""

    load_kg: float
    reps: float
    rir: float | None = None
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """Everything that an advice depends on; JSON all the way down.

    Attributes:
        line: line key.
        on: the day, ``YYYY-MM-DD``.
        family: movement family.
        curve_k: the exercise's curve constant, None for the family's.
        implements: how many of the counted load move.
        base_kg: sled or bar that is not counted, plus the share of the body that moves [kg].
        assists: True when the counted load helps.
        sets: working sets wanted.
        reps_low: lower end of the rep range.
        reps_high: upper end of the rep range.
        rir: reps in reserve wanted.
        grid: loads that the machine can make, as counted [kg], ascending; empty when unknown.
        belief: what is believed about the line, None for nothing.
        known: whether the line has history of its own.
        last: working sets of the last session on the line that was near this rep range, or else its last session.
        before: the same, one session earlier.
        days_since: days since the last session on the line, None for never.
        raised_days: days since the load last went up on the line, None for never.
        best_kg: heaviest full-depth load of the line as counted (least help where the load assists), or None.
        deload: whether the day lies in a deload week; ``sets`` are the full number then, half of them are done.
        elsewhere: whether ``last`` was meant for another rep range, because none was for this one.
    """

    line: str
    on: str
    family: str
    curve_k: float | None
    implements: int
    base_kg: float
    assists: bool
    sets: int
    reps_low: int
    reps_high: int
    rir: float
    grid: tuple[float, ...]
    belief: LineBelief | None
    known: bool
    last: tuple[Did, ...] = ()
    before: tuple[Did, ...] = ()
    days_since: int | None = None
    raised_days: int | None = None
    best_kg: float | None = None
    deload: bool = False
    elsewhere: bool = False

    @property
    def to_do(self) -> int:
        """Working sets to do: all of them, in a deload week half."""
        return max(1, -(-self.sets // 2)) if self.deload else self.sets

    @property
    def followed(self) -> bool:
        """Whether the last session was meant for this rep range, so that double progression goes on from it."""
        return bool(self.last) and not self.elsewhere

    @property
    def k(self) -> float:
        """The curve constant of the exercise."""
        return family_k(self.family, self.curve_k)

    def moved(self, load_kg: float) -> float:
        """Moved mass of a counted load [kg]."""
        return self.base_kg + (-load_kg if self.assists else load_kg) * self.implements

    def steps(self) -> list[tuple[float, float]]:
        """(moved, counted) of every load of the grid that moves something, lightest first."""
        usable = [(self.moved(load), load) for load in self.grid if 0 <= load <= MOST_KG]
        return sorted(pair for pair in usable if pair[0] > 0)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a slot of the block asks for: working sets, rep range, reps in reserve, deload or not."""

    sets: int
    reps_low: int
    reps_high: int
    rir: float
    deload: bool = False


def ask(
    sets: Iterable[PerformedSet],
    facts: ExerciseFacts,
    line: str,
    wanted: Wanted,
    grid: Sequence[float],
    on: date,
    *,
    base_kg: float | None = None,
    body_mass_kg: float | None = None,
    references: Mapping[str, float] | None = None,
    state: Strength | None = None,
) -> Question:
    """Put the question for one slot together.

    Args:
        sets: sets of the exercise, any line, any order; only those before ``on`` count.
        facts: facts of the exercise.
        line: line key of the slot.
        wanted: what the slot asks for.
        grid: loads that the machine can make, as counted [kg], ascending.
        on: the day of the session.
        base_kg: moved mass that is not counted on the machine [kg]; None takes the line's last, then the prior.
        body_mass_kg: body mass [kg], for exercises that move it.
        references: the lifter's own reference depths by line key.
        state: the belief about the exercise when it is at hand; else it is fitted here.
    """
    earlier = [one for one in in_time(sets) if one.date < on]
    known = state if state is not None else fit(earlier, facts, references)
    here = classify_depth(
        [one for one in earlier if key_of(one, facts) == line], (references or {}).get(line)
    )
    counted = [one for one in here if one.counts and one.kind == _WORKING]
    sessions = _sessions(counted)
    track, elsewhere = _track(counted, wanted)
    last, before = near_range([did for _, did in track], wanted.reps_low, wanted.reps_high)
    share = facts.body_share or (1.0 if facts.load_meaning in {"added", ASSISTANCE} else 0.0)
    base = base_kg if base_kg is not None else (counted[-1].base_kg if counted else facts.base_kg)
    helps = facts.load_meaning == ASSISTANCE
    bests = [one.load_kg for one in eligible(here)]
    return Question(
        line=line,
        on=on.isoformat(),
        family=facts.family,
        curve_k=facts.curve_k,
        implements=facts.implements,
        base_kg=base + share * (body_mass_kg or 0.0),
        assists=helps,
        sets=wanted.sets,
        reps_low=wanted.reps_low,
        reps_high=wanted.reps_high,
        rir=wanted.rir,
        grid=tuple(grid),
        belief=None if known is None else belief(at_day(known, on), line),
        known=bool(sessions),
        last=last,
        before=before,
        days_since=(on - sessions[-1][0]).days if sessions else None,
        raised_days=_raised(track, on, helps=helps),
        best_kg=(min(bests) if helps else max(bests)) if bests else None,
        deload=wanted.deload,
        elsewhere=elsewhere,
    )


def _track(counted: Sequence[PerformedSet], wanted: Wanted) -> tuple[list[tuple[date, list[Did]]], bool]:
    """The sessions that progression goes on from, and whether they were meant for another rep range.

    A heavy, a volume and a finisher day share the belief, each goes on from its own last session; a deload is none.
    """
    hard = [one for one in counted if not one.deload]
    own = _sessions([one for one in hard if _meant_for(one, wanted)])
    return own or _sessions(hard) or _sessions(counted), not own and bool(hard)


def _meant_for(one: PerformedSet, wanted: Wanted) -> bool:
    """Whether a set was meant for about these reps: the middle of one range lies in the other. Unplanned ones may."""
    if one.aim is None:
        return True
    low, high = one.aim
    return (
        low <= (wanted.reps_low + wanted.reps_high) / 2 <= high
        or wanted.reps_low <= (low + high) / 2 <= wanted.reps_high
    )


_WORKING: SetKind = "working"


def near_range(
    sessions: Sequence[Sequence[Did]], low: int, high: int
) -> tuple[tuple[Did, ...], tuple[Did, ...]]:
    """The last two sessions near a rep range (a set within three reps of it), or the last two at all."""
    near = [one for one in sessions if any(low - 3 <= did.reps <= high + 3 for did in one)]
    chosen = near or list(sessions)
    return tuple(chosen[-1]) if chosen else (), tuple(chosen[-2]) if len(chosen) > 1 else ()


def question_from(inputs: Mapping[str, Any]) -> Question:
    """A question read back from the inputs of an advice document."""
    given: dict[str, Any] = dict(inputs)
    told = given["belief"]
    if told is not None:
        given["belief"] = LineBelief(**{name: _tuple(value) for name, value in told.items()})
    for name in ("last", "before"):
        given[name] = tuple(Did(**one) for one in given[name])
    given["grid"] = tuple(given["grid"])
    return Question(**given)


def _tuple(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _sessions(sets: Iterable[PerformedSet]) -> list[tuple[date, list[Did]]]:
    found: dict[str, tuple[date, list[Did]]] = {}
    for one in sets:
        did = Did(one.load_kg, one.reps or 0.0, one.rir, one.depth_class == "cut")
        found.setdefault(one.workout, (one.date, []))[1].append(did)
    return list(found.values())


def _raised(sessions: Sequence[tuple[date, Sequence[Did]]], on: date, *, helps: bool) -> int | None:
    """Days since a session whose hardest load beat that of the session before."""
    hardest = [max((-did.load_kg if helps else did.load_kg) for did in dids) for _, dids in sessions]
    for place in range(len(sessions) - 1, 0, -1):
        if hardest[place] > hardest[place - 1] + 1e-9:
            return (on - sessions[place][0]).days
    return None
