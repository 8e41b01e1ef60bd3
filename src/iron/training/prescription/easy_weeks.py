"""Sessions that were easy by choice: an unmarked deload is neither a stall nor a success, and steers nothing.

They are left out of the sessions that the next one goes on from, in the past as at the end.
"""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iron.training.prescription.patterns import Work

LIGHT: Final = 0.10  # log 10RM below the usual: a day that was meant to be easy
FAR_LIGHT: Final = 0.25  # so far below even fewer reps are no bad day: guess
LIGHT_MOST: Final = 2  # such days in a row; more are a new level
EASY_WEEK: Final = 4  # but in a week of fewer sets, or one like an earlier one, as many as this: guess
EASY_DAYS: Final = 9  # how long such a week lasts
LIGHT_DAYS: Final = 21  # how long before the hard session may lie that training goes on from: guess


def without_easy(works: Sequence[Work]) -> tuple[list[Work], int]:
    """The sessions without easy ones, and how many of those stood at the end.

    Args:
        works: sessions of a line with their shapes, oldest first.
    """
    counted, longest = _without_past(works)
    light = _at_end(counted, longest)
    return (counted[: len(counted) - light] if light else counted), light


def _without_past(works: Sequence[Work]) -> tuple[list[Work], int]:
    """Without the easy sessions that the lifter came back from at once, and the longest row of them."""
    counted: list[Work] = []
    longest = at = 0
    while at < len(works):
        row = _row_from(counted, works[at:])
        longest = max(longest, row)
        if row == 0:
            counted.append(works[at])
        at += max(1, row)
    return counted, longest


def _row_from(before: Sequence[Work], works: Sequence[Work]) -> int:
    """How many sessions from here on are easy ones with the old load right after them; 0 for none."""
    if not _is_yardstick(before):
        return 0
    hard = before[-1]
    level = _usual(before)
    for row in range(1, EASY_WEEK + 1):
        if row >= len(works) or not _is_easy(works[row - 1], hard, level):
            return 0
        back = works[row]
        if back.shape.moved_kg >= hard.shape.moved_kg * (1 - LIGHT / 2):
            return row if (back.day - hard.day).days <= LIGHT_DAYS else 0
    return 0


def _at_end(works: Sequence[Work], longest: int) -> int:
    """How many sessions at the end were easy by choice: lighter, not longer, after a hard one that succeeded."""
    for count in range(1, EASY_WEEK + 1):
        before, after = works[:-count], works[-count:]
        if not before:
            return 0
        hard = before[-1]
        if (after[-1].day - hard.day).days > LIGHT_DAYS:
            return 0
        if count > max(LIGHT_MOST, longest) and not _is_short_week(before, after):
            continue
        level = _usual(before)
        if _is_yardstick(before) and all(_is_easy(work, hard, level) for work in after):
            return count
    return 0


def _is_short_week(before: Sequence[Work], after: Sequence[Work]) -> bool:
    usual = median(len(work.shape.tops) for work in before[-3:])
    return (after[-1].day - after[0].day).days <= EASY_DAYS and all(
        len(work.shape.tops) < usual for work in after
    )


def _is_yardstick(before: Sequence[Work]) -> bool:
    """Whether the last of them was a hard session that succeeded."""
    return bool(before) and before[-1].level > _usual(before) - LIGHT / 2 and not _missed(before)


def _usual(before: Sequence[Work]) -> float:
    return median(work.level for work in before[-3:])


def _is_easy(work: Work, hard: Work, level: float) -> bool:
    struggled = any(lift.failed or (lift.rir is not None and lift.rir <= 1) for lift in work.shape.tops)
    below = level - work.level
    return (
        below > LIGHT
        and work.shape.moved_kg < hard.shape.moved_kg * (1 - LIGHT / 2)
        and (below > FAR_LIGHT or work.shape.weakest >= hard.shape.weakest - 2)
        and not struggled
    )


def _missed(before: Sequence[Work]) -> bool:
    work = before[-1]
    earlier = [each for each in before[-4:-1] if each.load_kg <= work.load_kg]
    return bool(earlier) and work.shape.weakest < median(each.shape.weakest for each in earlier) - 1
