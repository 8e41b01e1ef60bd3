"""Charts in the terminal, drawn by plotext."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

_WIDEST: Final = 100
_ROWS: Final = 14
_TICKS: Final = 4
_EIGHTHS: Final = ("", "▏", "▎", "▍", "▌", "▋", "▊", "▉")


def line_chart(
    days: Sequence[date],
    values: Sequence[float],
    *,
    band: tuple[Sequence[float], Sequence[float]] | None = None,
    width: int,
) -> str:
    """A line over days, with the ends of its interval as dots; without colours, so that it reads on every background.

    Args:
        days: days, oldest first, at least two different ones.
        values: a value for each day.
        band: lower and upper ends, one for each day; None for none.
        width: columns of the terminal.
    """
    import plotext

    figure = plotext.figure
    figure.clear()
    figure.plot_size(min(width, _WIDEST), _ROWS)
    places = [(day - days[0]).days for day in days]
    for ends in band or ():
        figure.draw(figure.signal(places, list(ends), marker="·").lines())
    figure.draw(figure.signal(places, list(values), marker="braille").lines())
    span = places[-1]
    ticks = [span * step // (_TICKS - 1) for step in range(_TICKS)]
    names = [date.fromordinal(days[0].toordinal() + place).isoformat() for place in ticks]
    figure.ruler("x", "lower").ticks(ticks, names)
    return str(plotext.uncolorize(str(figure.build()))).rstrip()


def bar(value: float, most: float, width: int) -> str:
    """A bar of blocks, as long as its share of the largest value."""
    if most <= 0 or value <= 0:
        return ""
    eighths = max(1, round(8 * width * value / most))
    return "█" * (eighths // 8) + _EIGHTHS[eighths % 8]
