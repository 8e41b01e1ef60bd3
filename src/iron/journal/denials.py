"""Scores the capacity belief on a log: what chance it gave, before each workout, to the sets that were then done.

A belief that calls what happens next unlikely is no use; one that calls everything likely says nothing. So the share
of later sets that it had called unlikely stands beside the width of its interval.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from statistics import median
from typing import Final

from iron.journal.view import View
from iron.training.history.lines import key_of
from iron.training.history.sets import PerformedSet
from iron.training.prescription.build import case_of, trained
from iron.training.prescription.chance import outlook

FIRST_SCORED: Final = 5  # workouts of an exercise before the first that is scored, as in the forecasts
LOOK_BACK: Final = 400  # sets before a workout that its belief is fitted from
LEVELS: Final = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)


@dataclass(frozen=True, slots=True)
class Called:
    """One set that was done, and what was believed before its workout.

    Attributes:
        exercise: exercise id.
        day: date of the workout.
        load_kg: load as counted [kg].
        reps: reps done.
        chance: chance of at least these reps that was believed before [0, 1].
        width: width of the line's 80 % capacity interval, as a share of its middle [-].
    """

    exercise: str
    day: date
    load_kg: float
    reps: float
    chance: float
    width: float


@dataclass(frozen=True, slots=True)
class Denials:
    """How often the belief denied what was then done.

    Attributes:
        sets: sets scored.
        under_10: share whose chance had been called under 10 %.
        under_1: share whose chance had been called under 1 %.
        width: median width of the 80 % capacity interval, as a share of its middle.
        bins: (upper end of the chance, share of sets) for each tenth.
    """

    sets: int
    under_10: float
    under_1: float
    width: float
    bins: tuple[tuple[float, float], ...]


def called(view: View, every: int = 1) -> Iterator[Called]:
    """Every working set from the sixth workout of its exercise on, with the chance believed before that workout.

    Args:
        view: the log.
        every: score only each so many-th workout, for a quick look.
    """
    for name, studied in sorted(view.exercises.items()):
        facts = studied.facts
        workouts = [list(group) for _, group in groupby(studied.sets, key=lambda set_: set_.workout)]
        for number in range(FIRST_SCORED, len(workouts), every):
            before = [set_ for workout in workouts[:number] for set_ in workout][-LOOK_BACK:]
            known = {key_of(set_, facts) for set_ in before}
            ready = trained(before, facts, references=view.references)
            lines: dict[str, list[PerformedSet]] = {}
            for set_ in workouts[number]:
                if set_.counts and set_.kind == "working" and set_.moved_kg and key_of(set_, facts) in known:
                    lines.setdefault(key_of(set_, facts), []).append(set_)
            for line, sets in lines.items():
                case = case_of(ready, line, sets[0].date)
                if case.belief is None:
                    continue
                low, middle, high = case.belief.quantile((0.1, 0.5, 0.9))
                today = outlook(case)
                for set_ in sets:
                    chance = today.at_least(set_.moved_kg or 0.0, float(set_.reps or 0.0))
                    if chance is not None and math.isfinite(chance):
                        width = (high - low) / middle
                        yield Called(name, set_.date, set_.load_kg, float(set_.reps or 0), chance, width)


def summarize(rows: Sequence[Called]) -> Denials | None:
    """The shares over all sets; None without any."""
    if not rows:
        return None
    count = len(rows)
    bins = tuple(
        (
            high,
            sum(high - 0.1 <= row.chance < high or (high == 1.0 and row.chance == 1.0) for row in rows)
            / count,
        )
        for high in LEVELS
    )
    return Denials(
        count,
        sum(row.chance < 0.1 for row in rows) / count,
        sum(row.chance < 0.01 for row in rows) / count,
        median(row.width for row in rows),
        bins,
    )


def table(denials: Denials) -> list[str]:
    """The denials as lines of Markdown."""
    return [
        "| sets | called under 10 % | called under 1 % | capacity interval (80 %), median width |",
        "|---|---|---|---|",
        f"| {denials.sets} | {denials.under_10:.1%} | {denials.under_1:.1%} | {denials.width:.0%} |",
    ]
