"""The loads there are: the lifter's own where no machine, stack or gym says them, in his unit.

A barbell lifter who never used an empty bar of 20 kg is not given one; somebody who steps by 2 kg on dumbbells is not
told of 22.5.
"""

from __future__ import annotations

import itertools
import math
from collections import Counter
from typing import TYPE_CHECKING, Final

from iron.training.history.sets import ADDED, ASSISTANCE, BARBELL
from iron.values.plates import USUAL_BAR
from iron.values.units import mass_as_written, mass_in, mass_kg, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# Steps that gyms have, largest first.
STEPS: Final[dict[str, tuple[float, ...]]] = {
    "kg": (10.0, 5.0, 4.0, 2.5, 2.0, 1.25, 1.0, 0.5, 0.25),
    "lb": (10.0, 5.0, 2.5, 2.0, 1.25, 1.0, 0.5, 0.25),
}
# Where the lifter's own loads say nothing yet: pairs of the smallest usual plate, the usual spacing of dumbbells and
# stacks. Guesses.
USUAL: Final[dict[str, dict[str, float]]] = {
    "kg": {
        BARBELL: 2.5,
        "plates": 5.0,
        "dumbbell": 2.5,
        "stack": 5.0,
        "kettlebell": 4.0,
        ADDED: 2.5,
        ASSISTANCE: 5.0,
    },
    "lb": {
        BARBELL: 5.0,
        "plates": 10.0,
        "dumbbell": 5.0,
        "stack": 10.0,
        "kettlebell": 5.0,
        ADDED: 5.0,
        ASSISTANCE: 10.0,
    },
}
# Plates of these sizes are in every gym, so a lifter who only used larger jumps still has them.
FINEST: Final[dict[str, dict[str, float]]] = {
    "kg": {BARBELL: 5.0, "plates": 10.0, "stack": 10.0},
    "lb": {BARBELL: 10.0, "plates": 20.0, "stack": 20.0},
}
ON_GRID: Final = 0.85  # share of the lifter's loads that a step must explain: guess
# Share that the usual step of plates must explain where only a finer one explains all: 82 kg among 80, 82.5 and 85
# do not make half kilos of the rest. Guess.
MOSTLY_ON_GRID: Final = 0.6
FINE: Final = 0.4  # of the usual step: smaller ones are no pair of plates that gyms have: guess
ENOUGH: Final = 3  # different loads before they say a step
QUARTER: Final = 0.25


def as_said(load_kg: float, unit: str, lifted: str) -> float:
    """A load as the lifter would say it in a unit: as written in the one he lifts in, else to the half.

    Kilograms on a stack may be crooked (54.4); pounds that are, were lifted in kilograms.

    >>> as_said(62.5, "lb", "kg"), as_said(62.5, "kg", "kg"), as_said(70.0, "lb", "lb")
    (138.0, 62.5, 154.5)
    """
    if unit == lifted:
        value = mass_as_written(load_kg, unit)
        if unit == "kg" or (value / QUARTER).is_integer():
            return value
    return round(mass_in(load_kg, unit) * 2.0) / 2.0


def history_grid(
    used_kg: Iterable[float],
    top_kg: float,
    meaning: str,
    unit: str,
    others_kg: Sequence[float] = (),
    tops_kg: Sequence[float] = (),
    *,
    top_is_there: bool = True,
) -> tuple[float, ...]:
    """Loads [kg] around the top load, ascending, from the loads that the lifter used in a unit.

    Args:
        used_kg: loads of the line, warm-ups included, as often as they were used.
        top_kg: the newest top load [kg].
        meaning: what the load counts.
        unit: the lifter's unit.
        others_kg: loads of the exercise's other lines, asked where the line itself has too few.
        tops_kg: top loads of the last sessions; a step must reach each of them.
        top_is_there: whether the top load can be put on: not one that is only believed or was lifted in the other
            unit.
    """
    used = Counter(mass_as_written(load, unit) for load in used_kg if load > 0)
    every = used + Counter(mass_as_written(load, unit) for load in others_kg if load > 0)
    top = mass_as_written(top_kg, unit)
    tops = [mass_as_written(load, unit) for load in (*([top_kg] if top_is_there else ()), *tops_kg)]
    step, offset = _step_of(used if len(used) >= ENOUGH else every, meaning, unit, top, tops)
    most = 1.6 * top + 4 * step
    least = _least(every, meaning, unit)
    first = int((least - offset) // step)
    even = [offset + number * step for number in range(first, int((most - offset) / step) + 2)]
    own = [load for load, often in used.items() if often >= 2]
    there = {top} if top_is_there else set()
    values = sorted(
        {round(value, 4) for value in (*even, *own, *there) if least <= value <= most or value in there}
    )
    if meaning in {ADDED, ASSISTANCE}:
        values = sorted({0.0, *values})
    return tuple(shown(mass_kg(value, unit)) for value in values)


def _least(used: Counter[float], meaning: str, unit: str) -> float:
    if meaning == BARBELL:
        # Who never took an empty bar has lighter ones: half of his lightest may stand there too (guess).
        lightest = min(used, default=USUAL_BAR[unit])
        return USUAL_BAR[unit] if lightest >= USUAL_BAR[unit] else lightest / 2
    return 0.0 if meaning in {ADDED, ASSISTANCE} else min([STEPS[unit][0], *used]) / 4


def _step_of(
    used: Counter[float], meaning: str, unit: str, top: float, tops: Sequence[float]
) -> tuple[float, float]:
    """The lifter's own step and where it starts; the usual one of the equipment while he used too few loads."""
    usual = USUAL[unit].get(meaning, STEPS[unit][3])
    if len(used) < ENOUGH:
        for step in (usual, *(size for size in STEPS[unit] if size < usual)):
            if all(_fits(load, step, 0.0) for load in tops):
                return step, 0.0
        return usual, tops[0] % usual
    spacing = _spacing(used, usual, unit) if meaning == "stack" else None
    start = min(used) if spacing is not None and not tops else top
    if spacing is not None and all(_fits(load, spacing, start % spacing) for load in tops):
        return spacing, start % spacing
    total = sum(used.values())
    finest = FINEST[unit].get(meaning, STEPS[unit][0])
    mostly: tuple[float, float] | None = None
    for step in STEPS[unit]:
        if step > finest or step > max(top / 3, usual):
            continue
        offsets = Counter({0.0: 0})
        for load, often in used.items():
            offsets[round(load % step, 2) % step] += often
        offset, often = max(offsets.items(), key=lambda item: (item[1], item[0] == 0.0))
        # Two different loads that the step does not reach are no accident.
        off = sum(1 for load in used if not _fits(load, step, offset) and used[load] >= 2)
        if not all(_fits(load, step, offset) for load in tops):
            continue
        if often >= ON_GRID * total and off <= 1:
            return (step, offset) if mostly is None or step > FINE * usual else mostly
        if step == usual and meaning in {BARBELL, "plates"} and often >= MOSTLY_ON_GRID * total:
            mostly = step, offset
    return mostly or (usual, tops[0] % usual if tops else 0.0)


def _spacing(used: Counter[float], usual: float, unit: str) -> float | None:
    """The plates of a stack, told by loads that all lie as far apart (7 kg, 15 lb); None where they tell none."""
    often = sorted(load for load, count in used.items() if count > 1)
    if len(often) < ENOUGH:
        return None
    gaps = [round(100 * (after - before)) for before, after in itertools.pairwise(often)]
    spacing = math.gcd(*gaps) / 100
    return spacing if usual / 2 <= spacing <= FINEST[unit]["stack"] else None


def _fits(load: float, step: float, offset: float) -> bool:
    rest = (load - offset) % step
    return min(rest, step - rest) <= 0.03
