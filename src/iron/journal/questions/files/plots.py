"""Charts of the library, drawn by matplotlib in the colours of the app: a line with its interval, a calibration."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from iron.values.errors import BadInputError, IronError
from iron.values.units import mass_in

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from iron.journal.journal import Journal
    from iron.journal.line import Line

# As `web/src/ui/theme.css` has them in the light theme.
INK: Final = "#16181a"
SOFT: Final = "#585c5a"
LINE: Final = "#b53a0c"
GRID: Final = "#e3e0db"
_SIZE: Final = (7.0, 3.6)
_BINS: Final = 10


def line_plot(line: Line) -> Figure:
    """The 10RM of a line over time, its 80 % interval as a band.

    Raises:
        BadInputError: no 10RM can be told yet.
        IronError: matplotlib is not installed.
    """
    points = line.trend()
    if not points:
        raise BadInputError(line.capacity().basis, where="line")
    unit = line.journal.unit
    figure, axes = _axes()
    days = [point.day for point in points]
    ends = ([mass_in(point.low, unit) for point in points], [mass_in(point.high, unit) for point in points])
    axes.fill_between(days, *ends, color=LINE, alpha=0.15, linewidth=0, label="80 % interval")
    axes.plot(days, [mass_in(point.kg, unit) for point in points], color=LINE, linewidth=2, label="10RM")
    axes.set_ylabel(f"10RM [{unit}]")
    name = line.journal.name_of(line.facts.id)
    axes.set_title(f"{name}, {line.name}", loc="left", color=INK)
    axes.legend(frameon=False, labelcolor=SOFT)
    figure.autofmt_xdate()
    return figure


def calibration_plot(journal: Journal) -> Figure:
    """How often sets were done, by the chance that was believed before: on the diagonal the chances are right.

    The sets of a log are those that were done, and a lifter chooses loads that he can do: the share of sets whose
    believed chance lies in each tenth is drawn, as `iron evaluate` does.

    Raises:
        BadInputError: no set of the journal has a believed chance yet.
        IronError: matplotlib is not installed.
    """
    values = [row.chance for row in journal.chances()]
    if not values:
        raise BadInputError(
            "No set has a believed chance yet: an exercise needs two workouts.", where="journal"
        )
    figure, axes = _axes()
    shares = _shares(values)
    places = [(number + 0.5) / _BINS for number in range(_BINS)]
    axes.bar(places, shares, width=0.9 / _BINS, color=LINE, alpha=0.8)
    axes.set_xlabel("chance believed before")
    axes.set_ylabel("share of the sets done")
    axes.set_title(f"{len(values)} sets that were done", loc="left", color=INK)
    return figure


def volume_plot(journal: Journal, muscle: str) -> Figure:
    """Hard sets of a muscle week by week, with the band of 10 to 20.

    Raises:
        IronError: matplotlib is not installed.
    """
    rows = list(reversed(journal.volume(muscle)))
    if not rows:
        raise BadInputError(f"No hard set for {muscle} yet.", where="muscle")
    figure, axes = _axes()
    axes.axhspan(10, 20, color=GRID, zorder=0)
    axes.bar([row.week for row in rows], [row.sets for row in rows], width=6, color=LINE)
    axes.set_ylabel("hard sets a week")
    axes.set_title(rows[0].name, loc="left", color=INK)
    figure.autofmt_xdate()
    return figure


def _shares(values: Sequence[float]) -> list[float]:
    counts = [0] * _BINS
    for value in values:
        counts[min(_BINS - 1, int(value * _BINS))] += 1
    return [count / len(values) for count in counts]


def _axes() -> tuple[Figure, Any]:
    try:
        from matplotlib.figure import Figure
    except ModuleNotFoundError:
        raise IronError("Charts need matplotlib: pip install 'iron-log[plots]'.") from None
    figure = Figure(figsize=_SIZE, layout="constrained")
    axes = figure.subplots()
    axes.grid(axis="y", color=GRID)
    axes.set_axisbelow(True)
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    axes.tick_params(colors=SOFT)
    return figure, axes
