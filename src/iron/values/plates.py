"""Plates: which loads a machine can make. What goes on each side is a rule of the app alone.

A load is what the lifter counts (`docs/nomenclature.md`): plates without the sled, the mark on the stack. All
numbers of one machine are in its own unit; nothing here converts. Sums are counted in whole thousandths, so
that 1.25 added eight times is 10. The browser's twin is `web/src/core/rules/loads/plates.ts`, the shared cases are
`spec/plates.json`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from iron.values.errors import BadInputError

# A machine whose plates nobody entered is taken to have the usual sizes of gyms, as many as needed: a guess,
# replaced by the lifter's own list.
USUAL_PLATES: Final[dict[str, tuple[float, ...]]] = {
    "kg": (25.0, 20.0, 15.0, 10.0, 5.0, 2.5, 1.25),
    "lb": (45.0, 35.0, 25.0, 10.0, 5.0, 2.5),
}
# The bar where nobody said another one; it is part of the load.
USUAL_BAR: Final[dict[str, float]] = {"kg": 20.0, "lb": 45.0}

_SCALE: Final = 1000

Plates = Sequence[float] | Mapping[str, int]
"""Sizes of which there are enough, or each size with how many there are."""


@dataclass(frozen=True, slots=True)
class Rack:
    """What a machine can be loaded with, in the machine's unit.

    Attributes:
        sizes: plate sizes, heaviest first, each with the number of times it can go on ONE side (None: any).
        sides: 2 when plates go on in pairs, 1 for a single pin.
        base: the part of the counted load that is there without plates: 0 for a sled that the lifter does not
            count, 20 for a bar that he does.
        stack: the marks of a selector stack; when there are any, plates do not matter.
    """

    sizes: tuple[tuple[float, int | None], ...]
    sides: Literal[1, 2] = 2
    base: float = 0.0
    stack: tuple[float, ...] = ()


def rack(
    plates: Plates | None = None,
    *,
    unit: str = "kg",
    sides: Literal[1, 2] = 2,
    base: float = 0.0,
    stack: Sequence[float] = (),
) -> Rack:
    """Read the plates of a machine document.

    Args:
        plates: sizes of which there are enough, or ``{"25": 4}`` as pairs (single plates where ``sides`` is
            1); None or empty: the usual sizes.
        unit: ``kg`` or ``lb``, for the usual sizes.
        sides: 2 or 1.
        base: counted load without plates.
        stack: marks of a selector stack.

    Raises:
        BadInputError: a plate or mark is not a positive number.
    """
    counted: dict[float, int | None]
    if isinstance(plates, Mapping):
        counted = {float(size): int(pairs) for size, pairs in plates.items()}
    else:
        counted = dict.fromkeys((float(size) for size in plates or ()), None)
    if not counted:
        counted = dict.fromkeys(USUAL_PLATES["lb" if unit == "lb" else "kg"], None)
    for value in (*counted, *stack):
        if not value > 0:
            raise BadInputError(f"A plate of {value:g} {unit} cannot be loaded. Enter sizes above zero.")
    sizes = tuple(sorted(counted.items(), key=lambda item: -item[0]))
    return Rack(sizes, sides, base, tuple(sorted({float(mark) for mark in stack})))


def shared(plates: Plates, sides: int | None) -> Plates:
    """Plates of a gym as one machine takes them: a single pin takes both of each pair that lies there.

    >>> shared({"20": 2}, 1)
    {'20': 4}
    """
    if sides == 1 and isinstance(plates, Mapping):
        return {size: 2 * pairs for size, pairs in plates.items()}
    return plates


def loadable(on: Rack, low: float, high: float) -> tuple[float, ...]:
    """All loads from ``low`` to ``high`` that the machine can make, ascending.

    >>> loadable(rack([20, 10], sides=2), 0, 100)
    (0.0, 20.0, 40.0, 60.0, 80.0, 100.0)
    """
    if on.stack:
        return tuple(mark for mark in on.stack if low <= mark <= high)
    room = max(0, _whole((high - on.base) / on.sides))
    sums = {0}
    for size, pairs in on.sizes:
        step = _whole(size)
        most = room // step if pairs is None else min(pairs, room // step)
        sums = {
            base + count * step for base in sums for count in range((min(most, (room - base) // step)) + 1)
        }
    loads = sorted({_load(on, total) for total in sums})
    return tuple(loads[bisect_left(loads, low) : bisect_right(loads, high)])


def nearest(on: Rack, load: float) -> tuple[float | None, float | None]:
    """The nearest load at or below and the nearest at or above; None where the machine has none.

    >>> nearest(rack(), 187)
    (185.0, 187.5)
    """
    # Two of the smallest plates more than the load always reach past it where plates allow it at all.
    reach = load + on.sides * 2 * max((size for size, _ in on.sizes), default=0.0)
    loads = on.stack or loadable(on, 0.0, max(reach, on.base))
    below = [value for value in loads if value <= load]
    above = [value for value in loads if value >= load]
    return (below[-1] if below else None, above[0] if above else None)


def _whole(value: float) -> int:
    return round(value * _SCALE)


def _load(on: Rack, total: int) -> float:
    return (round(on.base * _SCALE) + total * on.sides) / _SCALE
