"""The order of day, month and year in the dates of a file, decided by all of them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Literal

DateOrder = Literal["dmy", "mdy"]
ORDERS: Final[tuple[DateOrder, ...]] = ("dmy", "mdy")
# Short dates with the year first must take a quarter of the time that they take with the year last: a guess.
_SHORTER: Final = 4


@dataclass(frozen=True, slots=True)
class DateQuestion:
    """Day and month of a file cannot be told apart.

    Attributes:
        sentence: the question.
        example: a date of the file that can be read in two ways.
        suggested: the order in which more dates follow each other, None = no hint.
        reason: a sentence why.
    """

    sentence: str
    example: str
    suggested: DateOrder | None
    reason: str


def begins_with_year(dates: list[tuple[int, int, int]]) -> bool:
    """Return whether the year stands first.

    So it is where a first number can be nothing else, and where that reading keeps the file more in order of
    time (`25. 1. 13., 25. 1. 15., 25. 2. 3.`) or as much in order and in a far shorter time. In doubt the
    year stands last.
    """
    if not all(1 <= month <= 12 and 1 <= day <= 31 for _, month, day in dates):
        return False
    if any(first > 31 for first, _, _ in dates):
        return True
    year_last = [
        [(third, second, first) for first, second, third in dates],
        [(third, first, second) for first, second, third in dates if first <= 12],
    ]
    possible = [order for order in year_last if len(order) == len(dates)]
    first = _jumps(dates), _SHORTER * _span_days(dates)
    return all(first < (_jumps(order), _span_days(order)) for order in possible)


def _span_days(dates: list[tuple[int, int, int]]) -> int:
    """Return about how many days lie between the first and the last date."""
    days = [year * 372 + month * 31 + day for year, month, day in dates]
    return max(days) - min(days)


def decide(
    seen: list[tuple[int, int, int, str]], order: DateOrder | None
) -> tuple[DateOrder | None, DateQuestion | None]:
    """Return the order of day and month, or the question where the file holds rows that can be read in two ways."""
    if order is not None or not seen:
        return order, None
    day_first = any(first > 12 for first, _, _, _ in seen)
    month_first = any(second > 12 for _, second, _, _ in seen)
    open_rows = [row for row in seen if row[0] <= 12 and row[1] <= 12 and row[0] != row[1]]
    if day_first != month_first or not open_rows:
        return ("dmy" if day_first else "mdy" if month_first else None), None
    jumps = {
        "dmy": _jumps([(year, second, first) for first, second, year, _ in seen]),
        "mdy": _jumps([(year, first, second) for first, second, year, _ in seen]),
    }
    suggested: DateOrder | None = None
    if jumps["dmy"] != jumps["mdy"]:
        suggested = "dmy" if jumps["dmy"] < jumps["mdy"] else "mdy"
    example = open_rows[0][3]
    reason = "Read either way the dates are as much in order."
    if suggested:
        word = "day" if suggested == "dmy" else "month"
        reason = f"With the {word} first the dates of the file are in order more often."
    sentence = (
        f"“{example[:40]}” can be read in two ways. Which comes first in this file, the day or the month?"
    )
    return suggested, DateQuestion(sentence, example, suggested, reason)


def _jumps(dates: list[tuple[int, int, int]]) -> int:
    """Return how often the direction of time breaks, the file running forwards or backwards."""
    forwards = sum(after < before for before, after in pairwise(dates))
    backwards = sum(after > before for before, after in pairwise(dates))
    return min(forwards, backwards)
