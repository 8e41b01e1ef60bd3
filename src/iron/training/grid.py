"""The loads that a machine can really make, as the lifter counts them [kg]."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

_STEP_KG: Final = 0.05  # plates are matched on a lattice of 50 g; 2.5 lb = 1.13398 kg lies within 16 g of it
MOST_KG: Final = 1000.0  # a typed load above is refused (issue 2)


def plate_loads(
    plates: Iterable[float] | Mapping[float, int], sides: int = 2, most_kg: float = MOST_KG
) -> tuple[float, ...]:
    """Every load that plates make, 0 included, ascending.

    Args:
        plates: sizes [kg], any number of each; or size -> pairs owned.
        sides: pegs that are loaded alike, 1 or 2.
        most_kg: heaviest load listed [kg].

    >>> plate_loads([20, 10], 2, 80)
    (0.0, 20.0, 40.0, 60.0, 80.0)
    """
    limit = round(most_kg / sides / _STEP_KG)
    # For every lattice point one exact sum of plates, so that pounds stay exact.
    reached: dict[int, float] = {0: 0.0}
    owned = dict(plates) if isinstance(plates, Mapping) else dict.fromkeys(plates)
    for size in sorted(owned, reverse=True):
        if size <= 0:
            continue
        count = owned[size]
        rounds = count if count is not None else int(most_kg / sides / size)
        frontier = dict(reached)
        for _ in range(rounds):
            grown = {round((value + size) / _STEP_KG): value + size for value in frontier.values()}
            frontier = {at: value for at, value in grown.items() if at <= limit and at not in reached}
            if not frontier:
                break
            reached.update(frontier)
    return tuple(sorted(round(sides * value, 6) for value in reached.values()))


def stack_loads(stack: Iterable[float]) -> tuple[float, ...]:
    """The loads of a selector stack, ascending, each once."""
    return tuple(sorted({float(load) for load in stack if load > 0}))


def at_most(grid: Sequence[float], load: float) -> float | None:
    """The heaviest load of the grid that is not above a load, or None."""
    place = bisect_right(grid, load + 1e-9)
    return grid[place - 1] if place else None


def above(grid: Sequence[float], load: float) -> float | None:
    """The next load of the grid above a load, or None."""
    place = bisect_right(grid, load + 1e-9)
    return grid[place] if place < len(grid) else None


def nearest(grid: Sequence[float], load: float) -> float | None:
    """The load of the grid nearest to a load, the lighter one of two equals; None for an empty grid."""
    if not grid:
        return None
    place = bisect_left(grid, load)
    around = grid[max(0, place - 1) : place + 1]
    return min(around, key=lambda one: (abs(one - load), one))
