"""What goes on each side of a machine for a load."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from iron.values.plates import Rack

# Sums are counted in whole thousandths, as in iron.values.plates.
_SCALE: Final = 1000


def per_side(on: Rack, load: float) -> tuple[float, ...] | None:
    """The plates on each side for a load, heaviest first, or None when the machine cannot make it.

    The heaviest plate that still allows the load goes on first, as lifters do.
    """
    if on.stack:
        return () if load in on.stack else None
    total = round((load - on.base) * _SCALE)
    if total < 0 or total % on.sides:
        return None

    @cache
    def fill(index: int, left: int) -> tuple[float, ...] | None:
        if left == 0:
            return ()
        if index == len(on.sizes):
            return None
        size, pairs = on.sizes[index]
        step = round(size * _SCALE)
        most = left // step if pairs is None else min(pairs, left // step)
        for count in range(most, -1, -1):
            rest = fill(index + 1, left - count * step)
            if rest is not None:
                return (size,) * count + rest
        return None

    return fill(0, total // on.sides)
