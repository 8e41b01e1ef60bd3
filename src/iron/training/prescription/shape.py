"""The shape of one session: which sets are a ramp, which are the top sets, which are back-offs, which is open."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from statistics import median
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iron.training.prescription.model import Lift, LineSession

SAME: Final = 0.006  # log moved mass: closer loads are one load (a plate's dust, a pound's rounding)
RAMP_SHARE: Final = 0.12  # log 10RM: a set before the top that is so much easier prepares it: guess
BUILD_SHARE: Final = 0.85  # of the top load: dominated sets from here on are work, below it a ramp: guess
OPEN_REPS: Final = 3.0  # reps more than the sets before, or half as many again, make a last set open (AMRAP)


@dataclass(frozen=True, slots=True)
class Shape:
    """A session taken apart.

    Attributes:
        tops: sets at the top load.
        ramp: easier sets before it that prepare it.
        build: sets before it that are work too: pyramids and ascending sets.
        back: sets after it with less load.
        is_open: whether the last top set was open ("as many as possible").
    """

    tops: tuple[Lift, ...]
    ramp: tuple[Lift, ...]
    build: tuple[Lift, ...]
    back: tuple[Lift, ...]
    is_open: bool

    @property
    def load_kg(self) -> float:
        """The top load as counted [kg]."""
        return self.tops[0].load_kg

    @property
    def moved_kg(self) -> float:
        """The top moved mass [kg]."""
        return self.tops[0].moved_kg

    @property
    def held(self) -> tuple[Lift, ...]:
        """The top sets without the open one."""
        return self.tops[:-1] if self.is_open else self.tops

    @property
    def weakest(self) -> float:
        """Fewest reps of the top sets without the open one."""
        return min(lift.reps for lift in self.held)

    @property
    def usual(self) -> float:
        """Median reps of the top sets without the open one."""
        return median(lift.reps for lift in self.held)

    @property
    def work(self) -> tuple[Lift, ...]:
        """Everything but the ramp."""
        return (*self.build, *self.tops, *self.back)


def implied(lift: Lift, k: float, unknown_rir: float = 0.0) -> float:
    """Log of the moved 10RM that a set stands for, its reserve counted: load × (K + n − 1) / (K + 9)."""
    left = unknown_rir if lift.rir is None else lift.rir
    return math.log(lift.moved_kg) + math.log((k + lift.reps + left - 1.0) / (k + 9.0))


@lru_cache(maxsize=2048)
def shape_of(session: LineSession, k: float) -> Shape | None:
    """Take a session apart; None without a set of full depth."""
    sets = [lift for lift in session.sets if not lift.cut and lift.moved_kg > 0]
    if not sets:
        return None
    at = _top_place(sets, k)
    top = math.log(sets[at].moved_kg)
    tops = [lift for lift in sets if abs(math.log(lift.moved_kg) - top) <= SAME]
    before = [lift for lift in sets[:at] if math.log(lift.moved_kg) < top - SAME]
    ramp = _ramp(before, tops, k)
    back = [lift for lift in sets[at:] if math.log(lift.moved_kg) < top - SAME]
    return Shape(tuple(tops), tuple(ramp), tuple(before[len(ramp) :]), tuple(back), _is_open(tops))


def _top_place(sets: Sequence[Lift], k: float) -> int:
    """Where the top load begins: the heaviest, unless it is one single after more work at a lighter load."""
    top = max(lift.moved_kg for lift in sets)
    first = next(place for place, lift in enumerate(sets) if lift.moved_kg >= top * (1 - SAME))
    heavy = sum(lift.moved_kg >= top * (1 - SAME) for lift in sets)
    main: dict[float, list[Lift]] = {}
    for lift in sets:
        main.setdefault(round(lift.moved_kg, 1), []).append(lift)
    busiest = max(main.values(), key=len)
    lighter = busiest[0].moved_kg < top * (1 - SAME)
    # A test single on top of straight sets: the straight sets are the work.
    if (
        heavy == 1
        and lighter
        and len(busiest) >= 3
        and implied(busiest[0], k) > implied(sets[first], k) + SAME
    ):
        return sets.index(busiest[0])
    return first


def _ramp(before: Sequence[Lift], tops: Sequence[Lift], k: float) -> list[Lift]:
    """The leading sets that only prepare: much easier than the top set, or light, and never heavier than the next."""
    best = max(implied(lift, k) for lift in tops)
    top = tops[0]
    ramp: list[Lift] = []
    for place, lift in enumerate(before):
        follows = before[place + 1] if place + 1 < len(before) else top
        easy = implied(lift, k) < best - RAMP_SHARE
        beaten = any(other.reps >= lift.reps for other in tops) and lift.load_kg < BUILD_SHARE * top.load_kg
        if lift.moved_kg > follows.moved_kg * (1 + SAME) or not (easy or beaten):
            break
        ramp.append(lift)
    return ramp


def _is_open(tops: Sequence[Lift]) -> bool:
    if len(tops) < 2:
        return False
    held = [lift.reps for lift in tops[:-1]]
    most = max(held)
    return max(held) - min(held) <= 1 and tops[-1].reps >= max(most + OPEN_REPS, 1.5 * most)
