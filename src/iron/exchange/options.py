"""What the lifter answers about a file before it is read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from iron.exchange.reading.date_order import DateOrder


MOST_ROWS: Final = 200_000
"""Rows that a server reads of one file: four times ten years of five workouts a week. A guess with a wide margin."""
MOST_ROWS_AT_HOME: Final = 1_500_000
"""Rows that the command line reads of one file: what a file of 64 MiB can hold. One million take a minute."""


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """Answers to the questions of a file.

    Attributes:
        date_order: whether the day or the month comes first.
        zone: where the lifter trained; times with an offset are shown on that clock.
        columns: header by role (`iron.exchange.reading.roles`), for a table of no known app; empty = no column.
        remembered: such columns of earlier imports, by `iron.exchange.formats.generic.signature`.
        knows: whether a text is the name of an exercise, to recognise that column by.
        most_rows: rows of one file. A server takes fewer than the lifter's own machine.
        progress: is told now and then how many rows of how many are read.
    """

    date_order: DateOrder | None = None
    zone: ZoneInfo | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    remembered: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    knows: Callable[[str], bool] | None = None
    most_rows: int = MOST_ROWS
    progress: Callable[[int, int], None] | None = None


NO_OPTIONS = ReadOptions()
