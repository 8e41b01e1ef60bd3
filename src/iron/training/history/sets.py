"""Performed sets: what the training room works on.

The journal hands over raw workout bodies (docs/documents.md) and facts about exercises; this module reads
them into frozen values, once. Everything else in the room is a function on these values.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, Literal

from iron.values.units import length_m, mass_kg, shown

if TYPE_CHECKING:
    from collections.abc import Mapping

Side = Literal["both", "left", "right", "single"]
SetKind = Literal["warm-up", "working", "drop", "rest-pause"]
DepthClass = Literal["full", "cut"]

CUT_FAULT: Final = "cut_range"
OUT_OF_RECORDS: Final = frozenset({"load_over_1000"})
CONFIRMED: Final = "confirmed"
"""Flag of a set that looked like a typing error and that the lifter confirmed."""

_NO_SETUP: Final[Mapping[str, str | float]] = {}  # one for all: most sets have none

# Load meanings that change a formula; every other meaning is external load.
ASSISTANCE: Final = "assistance"
ADDED: Final = "added"
# A bar is counted with its plates: the machine's base says what the bar weighs, and is in the load already.
BARBELL: Final = "barbell"


@dataclass(frozen=True, slots=True)
class MuscleCredit:
    """What one hard set of an exercise counts for a muscle, with its band (docs/mechanics.md#in-the-log).

    Attributes:
        muscle: id of the muscle.
        credit: sets counted for one hard set [0, 1].
        low: lower end of the band.
        high: upper end of the band.
    """

    muscle: str
    credit: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class ExerciseFacts:
    """The facts of an exercise that the engine needs; the journal maps knowledge to it.

    Attributes:
        id: library id, or the UUID of the lifter's own exercise.
        splitting: ids of the technique variables that split lines, in the order of the exercise's file.
        curve_k: constant K of the load-reps curve, or None to take the family's.
        family: movement family of docs/evidence.md#forecast-protocol (``leg_press``, ``bench_press``, …).
        load_meaning: what the number of a set counts (docs/nomenclature.md): ``assistance``, ``added`` and
            ``barbell`` change a formula; anything else is external load.
        implements: how many of the counted load move (2 for a pair of dumbbells).
        body_share: share of the body mass that moves too [0, 1].
        muscles: credits for volume.
        base_kg: moved mass that is not counted where the machine does not say (a sled's prior) [kg].
        base_low: lower end of that prior [kg].
        base_high: upper end of that prior [kg].
        log: what a set records: ``load``, ``reps``, ``duration``, ``distance``.
    """

    id: str
    splitting: tuple[str, ...] = ()
    curve_k: float | None = None
    family: str = "other"
    load_meaning: str = "external"
    implements: int = 1
    body_share: float = 0.0
    muscles: tuple[MuscleCredit, ...] = ()
    base_kg: float = 0.0
    base_low: float = 0.0
    base_high: float = 0.0
    log: tuple[str, ...] = ("load", "reps")


@dataclass(frozen=True, slots=True)
class PerformedSet:
    """One set as it was done. Masses in kg, times in seconds, lengths in metres; None was not recorded.

    Attributes:
        workout: id of the workout.
        start: local start of the workout, ``YYYY-MM-DDTHH:MM:SS``; its first ten characters are the date.
        entry: position of the entry in the workout, from 0.
        position: position of the set in its entry, from 0, warm-ups counted.
        id: id of the set.
        exercise: exercise id.
        machine: machine id, or None.
        base_kg: sled or lever that is not counted in the load [kg]; 0 for a bar, which is.
        base_known: False when ``base_kg`` is a prior of the exercise.
        load_kg: the load as the lifter counts it [kg]; assistance is a positive number.
        moved_kg: load × implements + base (+ body mass) [kg]; None when body mass is needed and unknown.
        depth_class: ``cut`` by fault or by the lifter's word; `lines.classify_depth` adds the measured ones.
        depth_said: True when the lifter said the class.
        flags: import flags, e.g. ``load_over_1000``.
        aim: fewest and most reps that the set was meant to have, None when nothing was planned.
        deload: True in a deload week: the set was meant to be easy.
        planned: working sets that the entry's plan asked for, None without a plan.
        unit: unit of the load as it was lifted, ``kg`` or ``lb``.
        gym: name of the gym, None when not recorded.
        offset: zone of the workout's start in minutes east of UTC, None where unknown.
        distance_unit: unit of the distance as it was logged, None without one.
    """

    workout: str
    start: str
    entry: int
    position: int
    id: str
    exercise: str
    machine: str | None = None
    base_kg: float = 0.0
    base_known: bool = True
    side: Side = "both"
    load_kg: float = 0.0
    moved_kg: float | None = None
    reps: float | None = None
    duration_s: float | None = None
    distance_m: float | None = None
    rir: float | None = None
    failure: bool = False
    kind: SetKind = "working"
    setup: Mapping[str, str | float] = field(default_factory=dict)
    depth_value: float | None = None
    depth_how: str | None = None
    depth_class: DepthClass = "full"
    depth_said: bool = False
    faults: tuple[str, ...] = ()
    rest_s: float | None = None
    flags: tuple[str, ...] = ()
    aim: tuple[float, float] | None = None
    deload: bool = False
    planned: int | None = None
    unit: str = "kg"
    gym: str | None = None
    offset: int | None = None
    distance_unit: str | None = None

    @property
    def date(self) -> date:
        """The local date on which the workout started; the set belongs to it."""
        return _day(self.start[:10])

    @property
    def counts(self) -> bool:
        """Whether the set may speak about strength: a working set with reps, not flagged, date sure."""
        return (
            self.kind != "warm-up"
            and self.reps is not None
            and self.reps > 0
            and OUT_OF_RECORDS.isdisjoint(self.flags)
        )


@lru_cache(maxsize=8192)
def _day(text: str) -> date:
    return date.fromisoformat(text)


def from_workout(
    body: Mapping[str, Any],
    facts: Mapping[str, ExerciseFacts],
    *,
    workout_id: str,
    body_mass_kg: float | None = None,
) -> list[PerformedSet]:
    """Read the sets of one raw workout body, in the order in which they stand.

    Args:
        body: a body of kind ``workout`` as in docs/documents.md; unknown keys are passed over.
        facts: facts by exercise id; an exercise that is missing counts as external load of family ``other``.
        workout_id: id of the document.
        body_mass_kg: body mass at that date [kg], for exercises that move the body.

    Returns:
        One value for each set, entries and sets sorted by their fractional ``order``, then id.

    Raises:
        BadUnitError: a load or a distance has a unit that Iron does not know.
    """
    sets: list[PerformedSet] = []
    workout: dict[str, Any] = {
        "workout": workout_id,
        "start": str(body.get("start", "")),
        "offset": _offset(body),
        "gym": body.get("gym"),
    }
    for number, entry in enumerate(_ordered(body.get("entries"))):
        exercise = str(entry.get("exercise", ""))
        known = facts.get(exercise, ExerciseFacts(exercise))
        machine, plan = entry.get("machine") or {}, entry.get("plan") or {}
        base_kg = uncounted_kg(known, machine.get("base_kg"))
        shared: dict[str, Any] = {
            **workout,
            "entry": number,
            "exercise": known.id,
            "machine": machine.get("id"),
            "base_kg": base_kg,
            "base_known": "base_kg" in machine or base_kg == 0,
            "deload": bool(plan.get("deload", False)),
            "planned": plan.get("sets"),
        }
        rest_s = entry.get("rest_s")
        for position, raw in enumerate(_ordered(entry.get("sets"))):
            load_kg = _load_kg(raw)
            moved = moved_kg(load_kg, known, base_kg, body_mass_kg)
            own = _own_fields(raw, rest_s)
            sets.append(PerformedSet(position=position, load_kg=load_kg, moved_kg=moved, **shared, **own))
    return sets


def _own_fields(raw: Mapping[str, Any], rest_s: float | None) -> dict[str, Any]:
    """What a set itself says, but its load; what it does not say is left out."""
    depth_class = None
    faults = tuple(raw.get("faults", ()))
    fields: dict[str, Any] = {
        "id": str(raw.get("id", "")),
        "reps": raw.get("reps"),
        "rir": raw.get("rir"),
        "rest_s": raw.get("rest_s", rest_s),
        "kind": raw.get("kind", "working"),
        "side": raw.get("side", "both"),
        "unit": str((raw.get("as_lifted") or raw.get("load") or {}).get("unit", "kg")),
        "failure": bool(raw.get("failure", False)),
        "setup": dict(raw["setup"]) if raw.get("setup") else _NO_SETUP,
        "duration_s": raw.get("duration_s"),
    }
    if depth := raw.get("depth"):
        depth_class = depth.get("class")
        fields.update(depth_value=depth.get("value"), depth_how=depth.get("how"))
    if faults or depth_class is not None:
        is_cut = CUT_FAULT in faults or depth_class == "cut"
        fields.update(
            faults=faults,
            depth_class="cut" if is_cut else "full",
            depth_said=depth_class is not None or CUT_FAULT in faults,
        )
    if distance := raw.get("distance"):
        metres = length_m(distance["value"], distance["unit"])
        fields.update(distance_m=metres, distance_unit=distance["unit"])
    if flags := raw.get("flags"):
        fields["flags"] = tuple(flags)
    if target := raw.get("target"):
        fields["aim"] = _aim(target)
    return fields


def _aim(target: Mapping[str, Any]) -> tuple[float, float] | None:
    low, high = target.get("reps_low"), target.get("reps_high")
    return None if low is None or high is None else (float(low), float(high))


def uncounted_kg(facts: ExerciseFacts, base_kg: float | None) -> float:
    """The mass that moves without being counted in the load [kg]: a sled or a lever, never a bar.

    Args:
        facts: the exercise; its prior stands in where the machine does not say.
        base_kg: what the machine says of its sled, lever or bar [kg], or None.

    >>> uncounted_kg(ExerciseFacts("back-squat", load_meaning="barbell"), 20.0)
    0.0
    """
    if facts.load_meaning == BARBELL:
        return 0.0
    return facts.base_kg if base_kg is None else float(base_kg)


def moved_kg(
    load_kg: float, facts: ExerciseFacts, base_kg: float, body_mass_kg: float | None
) -> float | None:
    """The mass that moves: load × implements + base (+ the share of the body) [kg].

    The base is what `uncounted_kg` says. Returns None when the exercise moves the body and the body mass is
    unknown, or when the help exceeds it.

    >>> moved_kg(180.0, ExerciseFacts("leg-press-45"), 55.0, None)
    235.0
    """
    counted = load_kg * facts.implements
    sign = -1.0 if facts.load_meaning == ASSISTANCE else 1.0
    share = facts.body_share or (1.0 if facts.load_meaning in {ADDED, ASSISTANCE} else 0.0)
    if share and body_mass_kg is None:
        return None
    moved = sign * counted + base_kg + share * (body_mass_kg or 0.0)
    return moved if moved > 0 else None


def _load_kg(raw: Mapping[str, Any]) -> float:
    load = raw.get("as_lifted") or raw.get("load")
    return shown(mass_kg(load["value"], load["unit"])) if load else 0.0


def _ordered(items: Any) -> list[Mapping[str, Any]]:
    return sorted(items or (), key=lambda item: (item.get("order", ""), item.get("id", "")))


def _offset(body: Mapping[str, Any]) -> int | None:
    offset = body.get("offset")
    return offset if isinstance(offset, int) else None
