"""A program trained before its first week: what it asks of an average, a lucky and an unlucky lifter."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from iron.training.plan.day_minutes import TimedSet, day_minutes
from iron.training.programs.fold import Fold, Setting
from iron.training.programs.model import Lift, Place, Program, Unit
from iron.training.programs.simulation.lifters import GAIN, USUAL_GAIN, Lifter, ten_of
from iron.training.programs.state import Session

if TYPE_CHECKING:
    from collections.abc import Mapping

    from iron.training.programs.state import SlotTargets

LEAST_WEEKS: Final = 12
MOST_WEEKS: Final = 26  # longer programs repeat their cycle: half a year shows it
USUAL_MAX: Final[Mapping[str, float]] = {"kg": 100.0, "lb": 225.0}  # a made-up 1RM in every lift: a guess
IMPOSSIBLE: Final = 0.05
HARD: Final = 0.35
TOO_MUCH: Final = 30.0  # sets for a muscle in a week beyond which a program is warned of (issue 15)


@dataclass(frozen=True, slots=True)
class Facts:
    """What a simulation knows of exercises: curve constants, and credits by muscle for a hard set."""

    curve: Mapping[str, float]
    credits: Mapping[str, Mapping[str, float]]
    muscles: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Week:
    """A week of a simulation.

    Attributes:
        number: week since the start, from 1.
        label: cycle and week of the program.
        top: heaviest counted set of each lift: load, reps asked, whether AMRAP, reps done.
        chance: the lowest chance of making a slot, None where no load is known.
        hardest: the lift of that slot.
        missed: lifts with a missed slot.
        sets: hard sets by muscle.
        minutes: time of each day.
        set_back: lifts whose number a rule took down.
    """

    number: int
    label: str
    top: dict[str, tuple[float, int, bool, int]] = field(default_factory=dict)
    chance: float | None = None
    hardest: str = ""
    missed: list[str] = field(default_factory=list)
    sets: dict[str, float] = field(default_factory=dict)
    minutes: list[float] = field(default_factory=list)
    set_back: list[str] = field(default_factory=list)


def asked_of(lift: Lift, one_rm: float, k: float) -> float | None:
    """What a lifter with a 1RM answers to the question of a lift; None where the program starts by itself."""
    if not lift.keeps or lift.ask == "load" or not lift.ask:
        return None
    if lift.ask == "training max":
        return one_rm * 0.9
    reps = int(lift.ask.removesuffix("rm"))
    return one_rm * k / (k + reps - 1.0)


def made_up(program: Program, facts: Facts, unit: Unit, name: str, shift: float, luck: float) -> Lifter:
    """A lifter whose 1RM is `USUAL_MAX` in every exercise of the program."""
    mean = GAIN.get(str(program.body.get("level", "")), USUAL_GAIN)
    strength: dict[str, float] = {}
    for day in program.days:
        for slot in day.slots:
            exercises = (slot.exercise, *program.lifts[slot.lift].ladder)
            for exercise in exercises:
                strength[exercise] = ten_of(USUAL_MAX[unit], 1, facts.curve.get(exercise, 35.0))
    return Lifter(name, strength, facts.curve, max(0.0, mean + luck * USUAL_GAIN), shift)


def simulate(program: Program, lifter: Lifter, setting: Setting, facts: Facts, weeks: int) -> list[Week]:
    """Let a lifter train the program for some weeks.

    Args:
        program: the program.
        lifter: who trains it; changed by training.
        setting: unit, numbers asked and loads that can be made.
        facts: curves and credits.
        weeks: calendar weeks of ``days_per_week`` sessions.
    """
    fold = Fold(program, setting)
    rows: list[Week] = []
    while fold.place is not None and len(rows) < weeks:
        place = fold.place
        row = Week(len(rows) + 1, f"cycle {place.cycle}, week {place.week}")
        for place in _week_of(fold):
            _session(fold, place, lifter, facts, row)
        lifter.week_passes()
        rows.append(row)
    return rows


def _week_of(fold: Fold) -> list[Place]:
    """The sessions of the coming calendar week: those of the program's week, or as many as it has days a week."""
    program, first = fold.program, fold.place
    if first is None:
        return []
    whole = program.weeks > 1
    places: list[Place] = []
    place: Place | None = first
    while place is not None and (whole or len(places) < program.days_per_week):
        if whole and (place.cycle, place.week) != (first.cycle, first.week):
            break
        places.append(place)
        place = program.next(place)
    return places


def _session(fold: Fold, place: Place, lifter: Lifter, facts: Facts, row: Week) -> None:
    targets = fold.targets(place)
    results = {}
    for slot in targets:
        chance = lifter.chance(slot)
        if chance is not None and not slot.optional and (row.chance is None or chance < row.chance):
            row.chance, row.hardest = chance, slot.lift
        performed = lifter.train(slot, fold.grid(slot.exercise))
        results[slot.slot] = performed
        _note(slot, row, [set_.reps for set_ in performed], facts)
    row.minutes.append(minutes_of(targets))
    before = len(fold.changes)
    fold.session(Session(f"w{row.number}d{place.day}", place, results, _answers(fold.program)))
    lifter.sessions += 1
    for change in fold.changes[before:]:
        lower = (
            isinstance(change.old, float | int)
            and isinstance(change.new, float | int)
            and change.new < change.old
        )
        if lower and change.what in {"load", "training max", "1rm"} and change.lift not in row.set_back:
            row.set_back.append(change.lift)


def _answers(program: Program) -> dict[str, str]:
    """The middle answer to every question."""
    questions = program.body.get("questions", ())
    return {row["id"]: row["answers"][len(row["answers"]) // 2] for row in questions}


def _note(slot: SlotTargets, row: Week, reps: list[int], facts: Facts) -> None:
    counted = [
        (target, reps_done) for target, reps_done in zip(slot.sets, reps, strict=True) if target.counts
    ]
    if (
        any(reps_done < target.reps_low for target, reps_done in counted)
        and slot.lift not in row.missed
        and not slot.optional
    ):
        row.missed.append(slot.lift)
    for target, reps_done in counted:
        if target.load is not None and (slot.lift not in row.top or target.load > row.top[slot.lift][0]):
            row.top[slot.lift] = (target.load, target.reps_low, target.amrap, reps_done)
    for muscle, credit in facts.credits.get(slot.exercise, {}).items():
        row.sets[muscle] = row.sets.get(muscle, 0.0) + credit * len(counted)


def minutes_of(targets: list[SlotTargets]) -> float:
    """Minutes of a day, with the rests that its program writes."""
    return day_minutes(
        [
            TimedSet(
                target.reps_high,
                target.timed,
                slot.rest if target.rest is None else target.rest,
                target.every,
            )
            for target in slot.sets
        ]
        for slot in targets
    )


def length_of(program: Program) -> int:
    """Calendar weeks to simulate: the program's own length, at least 12 and at most 26."""
    per_cycle = max(program.weeks, -(-len(program.order) // program.days_per_week))
    short = len(program.order) / program.days_per_week
    own = round(program.cycles * (short if program.weeks == 1 else per_cycle))
    return max(LEAST_WEEKS, min(MOST_WEEKS, own))


def setting_for(program: Program, facts: Facts, unit: Unit, meanings: Mapping[str, str]) -> Setting:
    """The numbers that a made-up lifter types."""
    asked = {}
    for ident, lift in program.lifts.items():
        value = asked_of(lift, USUAL_MAX[unit], facts.curve.get(lift.exercise, 35.0))
        if value is not None:
            asked[ident] = value
    return Setting(unit, asked, meanings)


def warnings_of(rows: list[Week], facts: Facts) -> list[dict[str, Any]]:
    """Weeks that nobody can do, weeks that are hard, very many sets, very long days: as codes and typed values."""
    warnings: list[dict[str, Any]] = []

    def warn(code: str, **values: Any) -> None:
        warnings.append({"code": f"simulation-{code}", "values": values})

    for row, after in pairwise(rows):
        chances = [week.chance for week in (row, after) if week.chance is not None]
        if len(chances) == 2 and max(chances) < IMPOSSIBLE:
            warn("impossible", week=row.number, after=after.number, lift=row.hardest)
            break
    else:
        if rows and rows[0].chance is not None and rows[0].chance < HARD:
            chance = {"type": "chance", "value": rows[0].chance}
            warn("hard", lift=rows[0].hardest, chance=chance)
    most: dict[str, float] = {}
    for row in rows:
        for muscle, sets in row.sets.items():
            most[muscle] = max(most.get(muscle, 0.0), sets)
    for muscle, sets in sorted(most.items()):
        if sets > TOO_MUCH:
            name = facts.muscles.get(muscle, muscle)
            warn("many-sets", muscle=name, sets=round(sets), most=round(TOO_MUCH))
    longest = max((max(row.minutes, default=0.0) for row in rows), default=0.0)
    if longest > 120:
        warn("long-day", minutes=round(longest))
    return warnings
