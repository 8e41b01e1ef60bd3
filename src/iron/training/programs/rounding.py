"""Loads that can really be made: a grid of loads, and rounding to it."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from iron.values import plates
from iron.values.errors import BadInputError

if TYPE_CHECKING:
    from collections.abc import Mapping

Grid = tuple[float, ...]
Rack = Callable[[str], Grid]
"""The loads that a place can make, by exercise."""

_SAME: Final = 1e-6
MOST: Final[Mapping[str, float]] = {"kg": 500.0, "lb": 1100.0}
"""Heaviest load of a grid."""
# Dumbbells and stacks that nobody entered: steps that are usual in gyms, a guess.
_LEAST_STEP: Final = 0.05
_STEPS: Final[Mapping[str, float]] = {"kg": 2.5, "lb": 5.0}


def tidy(value: float) -> float:
    """A number without the dust of binary fractions: four decimals, halves up."""
    return math.floor(value * 10_000 + 0.5) / 10_000


def round_to(grid: Grid, value: float, rounding: str) -> float:
    """The load of the grid for an exact one; ``nearest`` takes the upper of two equally near, ``down`` never goes up.

    Below the lightest load of the grid it is the lightest, above the heaviest the heaviest. An empty grid leaves the
    number as it is.
    """
    if not grid:
        return tidy(value)
    at = bisect_left(grid, value - _SAME)
    if at == len(grid):
        return grid[-1]
    above = grid[at]
    if at == 0 or above - value <= _SAME:
        return above
    below = grid[at - 1]
    if rounding == "down":
        return below
    return above if above - value <= value - below + _SAME else below


@cache
def usual_grid(meaning: str, unit: str) -> Grid:
    """The loads of a usual gym for what an exercise's load means (`docs/documents.md`), in its unit."""
    if meaning == "barbell":
        return plates.loadable(plates.rack(unit=unit, base=plates.USUAL_BAR[unit]), 0.0, MOST[unit])
    if meaning == "plates":
        return plates.loadable(plates.rack(unit=unit), 0.0, MOST[unit])
    step = _STEPS[unit]
    return tuple(step * count for count in range(int(MOST[unit] / step) + 1))


@cache
def _grid(sizes: tuple[tuple[float, int | None], ...], sides: int, base: float, unit: str) -> Grid:
    on = plates.Rack(sizes, 2 if sides == 2 else 1, base)
    return plates.loadable(on, 0.0, MOST[unit])


def grid_of(given: Mapping[str, Any], unit: str, base: float) -> Grid:
    """The grid of a gym or machine as a document or a results file writes it.

    Args:
        given: ``plates`` (sizes, or sizes with how many pairs), ``bar`` or ``base``, ``sides``; or ``stack`` or
            ``dumbbells`` with the loads that there are; or ``step``; or sizes with pairs directly.
        unit: ``kg`` or ``lb``.
        base: the bar where none is given; 0 where the load counts plates only.

    Raises:
        BadInputError: a plate is not a positive number.
    """
    for key in ("stack", "dumbbells"):
        if given.get(key):
            if not isinstance(given[key], list):
                raise BadInputError(f"{key} is a list of loads, such as [10, 20, 30].", where=f"plates.{key}")
            return tuple(sorted({_positive(mark) for mark in given[key]}))
    if given.get("step"):
        step = _positive(given["step"])
        if step < _LEAST_STEP:
            raise BadInputError(
                f"A step of {step:g} is too small: write {_LEAST_STEP:g} or more.", where="plates"
            )
        low = _bar(given, 0.0)
        return tuple(tidy(low + step * count) for count in range(int((MOST[unit] - low) / step) + 1))
    sizes = given.get("plates")
    if sizes is None:
        sizes = {size: pairs for size, pairs in given.items() if _is_size(size)} or None
    sides = 1 if given.get("sides") == 1 else 2
    rack = plates.rack(sizes, unit=unit)
    return _grid(rack.sizes, sides, _bar(given, base), unit)


def _bar(given: Mapping[str, Any], base: float) -> float:
    bar = given.get("bar", given.get("base", base))
    if isinstance(bar, bool) or not isinstance(bar, int | float) or not 0 <= bar <= MOST["lb"]:
        raise BadInputError(
            f"A bar of {str(bar)[:20]} is not possible: write its mass, such as 20.", where="plates.bar"
        )
    return float(bar)


def _is_size(text: str) -> bool:
    try:
        return float(text) > 0
    except ValueError:
        return False


def _positive(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not value > 0:
        raise BadInputError(
            f"A load of {str(value)[:20]} cannot be made. Enter numbers above zero.", where="plates"
        )
    return float(value)
