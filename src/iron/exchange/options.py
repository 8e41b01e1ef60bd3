"""What the lifter answers about a file before it is read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from iron.exchange.reading.dates import DateOrder


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """Answers to the questions of a file.

    Attributes:
        date_order: whether the day or the month comes first.
        zone: where the lifter trained; times with an offset are shown on that clock.
        columns: header by role (`iron.exchange.reading.roles`), for a table of no known app; empty = no column.
        remembered: such columns of earlier imports, by `iron.exchange.formats.generic.signature`.
        knows: whether a text is the name of an exercise, to recognise that column by.
    """

    date_order: DateOrder | None = None
    zone: ZoneInfo | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    remembered: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    knows: Callable[[str], bool] | None = None


NO_OPTIONS = ReadOptions()
