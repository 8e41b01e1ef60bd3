"""What the snapshot tells the phone for the next session: the belief it needs without signal, advice, stalls, deload.

Derived, never stored. Without a plan the rep range is the exercise's own range nearest to the last reps.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from typing import Any, Final

from iron.knowledge import Exercise
from iron.training.advice import stalls
from iron.training.advice.advice import advise, document
from iron.training.advice.question import Wanted, ask
from iron.training.history import volume
from iron.training.history.lines import key_of, parse_key
from iron.training.history.sets import ExerciseFacts, PerformedSet
from iron.training.strength import capacity
from iron.training.strength.belief import at_day
from iron.training.strength.state import Strength
from iron.values import plates
from iron.values.units import mass_in, mass_kg, shown

RECENT_DAYS: Final = 21  # as in `stalls`: a line left for longer is not stalled, it is left
_FORM_DAYS: Final = 180  # form of the day is judged on the last half year: older sets hardly move it
# Where the content names no rep range: the usual range of double progression, a guess.
_ANY_RANGE: Final = (8, 12, 2.0)
_ANY_SETS: Final = 3
_STEP_KG: Final = 2.5  # stacks and dumbbells of unknown marks: a guess
_BAR: Final = {"kg": 20.0, "lb": 45.0}
_BELOW, _ABOVE = 0.4, 1.6  # loads around the last one that advice may ever need


@dataclass(frozen=True, slots=True)
class Trained:
    """Everything of one exercise that advice needs.

    Attributes:
        facts: facts of the exercise.
        known: its library entry, None for the lifter's own.
        sets: its sets.
        state: the belief before today, None without a usable earlier set.
        machines: bodies of machine documents by id.
        references: own reference depths by line key.
        body_mass_kg: body mass today.
        own_range: repetitions that the lifter wrote down for an exercise of his own.
    """

    facts: ExerciseFacts
    known: Exercise | None
    sets: Sequence[PerformedSet]
    state: Strength | None
    machines: Mapping[str, Mapping[str, Any]]
    references: Mapping[str, float]
    body_mass_kg: float | None
    own_range: tuple[int, int] | None = None


def told(trained: Trained, line: str, today: date) -> dict[str, Any]:
    """Belief, advice and stall of one line, as the snapshot carries them; absent where there is none."""
    found: dict[str, Any] = {}
    if trained.state is not None:
        found["belief"] = asdict(capacity.belief(at_day(trained.state, today), line))
        found["on"] = today.isoformat()
    here = [one for one in trained.sets if key_of(one, trained.facts) == line and one.date < today]
    working = [one for one in here if one.counts and one.kind == "working"]
    if working:
        # A lighter week is no pattern for the next one.
        hard = [one for one in working if not one.deload] or working
        last = [one for one in hard if one.workout == hard[-1].workout]
        grid = loads(trained, line, max(one.load_kg for one in last))
        question = ask(
            trained.sets,
            trained.facts,
            line,
            wanted(trained.known, last, trained.own_range),
            grid,
            today,
            body_mass_kg=trained.body_mass_kg,
            references=trained.references,
            state=trained.state,
        )
        # The question stays out: it repeats the belief, and the phone asks its own with today's plan.
        body = document(question, advise(question))
        found["advice"] = {name: value for name, value in body.items() if name != "inputs"}
    return found


def fresh(trained: Trained, today: date) -> dict[str, Any]:
    """What is believed about a setup, and about a machine, never used before; empty without a belief."""
    if trained.state is None or not trained.state.lines:
        return {}
    now = at_day(trained.state, today)
    machine = parse_key(now.lines[-1]).machine or "-"
    names = {"new_setup": machine, "new_machine": "never"}
    return {
        name: asdict(capacity.belief(now, f"{trained.facts.id}|{place}|both|setup=never"))
        for name, place in names.items()
    }


def wanted(
    known: Exercise | None, last: Sequence[PerformedSet], own_range: tuple[int, int] | None = None
) -> Wanted:
    """What a session without a plan asks for: the last number of sets in the exercise's nearest rep range."""
    reps = last[0].reps if last and last[0].reps else None
    ranges = [(one.low, one.high, one.rir_high) for one in known.rep_ranges] if known else []
    low, high, rir = _ANY_RANGE if own_range is None else (*own_range, _ANY_RANGE[2])
    if ranges and reps is not None:
        low, high, rir = min(ranges, key=lambda one: max(one[0] - reps, reps - one[1], 0))
    elif ranges:
        low, high, rir = ranges[0]
    return Wanted(len(last) or _ANY_SETS, low, high, float(rir))


def loads(trained: Trained, line: str, around_kg: float) -> tuple[float, ...]:
    """Loads that the line's machine can make near a load [kg], ascending."""
    machine = trained.machines.get(parse_key(line).machine or "", {})
    unit = "lb" if machine.get("unit") == "lb" else "kg"
    low, high = _BELOW * around_kg, _ABOVE * around_kg + 20.0
    rack = _rack(trained, machine, unit)
    if rack is None:
        even = {_STEP_KG * step for step in range(int(low / _STEP_KG), int(high / _STEP_KG) + 1)}
        return tuple(sorted(even | {one.load_kg for one in trained.sets if low <= one.load_kg <= high}))
    found = plates.loadable(rack, mass_in(low, unit), mass_in(high, unit))
    return tuple(shown(mass_kg(load, unit)) for load in found)


def _rack(trained: Trained, machine: Mapping[str, Any], unit: str) -> plates.Rack | None:
    usual = trained.known.machine if trained.known else None
    sizes = machine.get("plates") or (usual.plates if usual else None)
    sides = machine.get("sides") or (usual.sides if usual else 2)
    stack = machine.get("stack") or ()
    meaning = trained.facts.load_meaning
    if not stack and meaning not in {"barbell", "plates"}:
        return None
    base = _bar(machine, unit) if meaning == "barbell" else 0.0
    return plates.rack(sizes, unit=unit, sides=1 if sides == 1 else 2, base=base, stack=stack)


def _bar(machine: Mapping[str, Any], unit: str) -> float:
    """The bar's mass, which is counted with the plates, in the unit of those; the machine knows it best."""
    said = machine.get("base_kg")
    return _BAR[unit] if said is None else shown(mass_in(float(said), unit))


def stalled(everything: Mapping[str, Trained], today: date) -> tuple[dict[str, dict[str, Any]], str | None]:
    """Stalls by line key and the sentence that offers a deload, or None."""
    recent = {name: one for name, one in everything.items() if any(_near(each, today) for each in one.sets)}
    down = Counter(muscle for one in recent.values() if _down(one, today) for muscle in _primes(one.facts))
    found: dict[str, dict[str, Any]] = {}
    for one in recent.values():
        tired = any(down[muscle] >= stalls.DOWN_EXERCISES for muscle in _primes(one.facts))
        for line in {key_of(each, one.facts) for each in one.sets if _near(each, today)}:
            seen = stalls.exposures(one.sets, one.facts, line, one.references)
            flag = stalls.stall(line, seen, one.facts, tired=tired, on=today)
            if flag is not None:
                found[line] = {
                    "cause": flag.cause,
                    "chance": flag.chance,
                    "since": flag.since.isoformat(),
                    "sentence": flag.sentence,
                }
    most_down = max(down.values(), default=0)
    weeks = _hard_weeks(recent.values(), today)
    return found, stalls.deload_offer(weeks, most_down, _busiest(recent.values(), today))


def _hard_weeks(trained: Iterable[Trained], today: date) -> int:
    """Weeks of hard training running, see `volume.hard_weeks`; no more than half a year is looked at."""
    chosen = list(trained)
    sets = [each for one in chosen for each in one.sets if (today - each.date).days <= _FORM_DAYS]
    return volume.hard_weeks(sets, {one.facts.id: one.facts for one in chosen}, today)


def _near(one: PerformedSet, today: date) -> bool:
    return (today - one.date).days <= RECENT_DAYS


def _down(one: Trained, today: date) -> bool:
    young = [each for each in one.sets if (today - each.date).days <= _FORM_DAYS]
    return stalls.is_down(stalls.day_effects(young, one.facts, one.references))


def _primes(facts: ExerciseFacts) -> list[str]:
    return [credit.muscle for credit in facts.muscles if credit.credit >= 1.0]


def _busiest(trained: Iterable[Trained], today: date) -> float:
    """Fractional sets of the busiest muscle in the seven days before today."""
    since = today - timedelta(days=7)
    chosen = list(trained)
    sets = [each for one in chosen for each in one.sets if since <= each.date < today]
    weeks = volume.muscle_weeks(sets, {one.facts.id: one.facts for one in chosen}, "monday")
    totals: dict[str, float] = {}
    for week in weeks:
        totals[week.muscle] = totals.get(week.muscle, 0.0) + week.sets
    return max(totals.values(), default=0.0)
