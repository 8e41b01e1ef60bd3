"""Is the engine's strength true? Checks on simulated lifters, whose 10RM is known (docs/evidence.md#checks-of-strength).

Run: python benchmarks/simulated_checks.py [--lifters 150] [--seed 20000]
"""

from __future__ import annotations

import argparse
import math
from statistics import median
from typing import TYPE_CHECKING

from simulated_lifters import FAMILIES, DoneSet, Series, simulate, true_level

from iron.training.history.sets import ExerciseFacts, PerformedSet
from iron.training.strength.belief import absorb, at_day
from iron.training.strength.capacity import belief, effort_of
from iron.training.strength.curve import family_k
from iron.training.strength.stalls import exposures, stall

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iron.training.strength.state import Strength


def facts_of(series: Series) -> ExerciseFacts:
    return ExerciseFacts("x", ("feet",), FAMILIES[series.family][0], series.family, "plates")


def performed(number: int, place: int, set_: DoneSet) -> PerformedSet:
    return PerformedSet(
        f"w{number:05}",
        f"{set_.day}T18:00:00",
        0,
        place,
        f"{number}.{place}",
        "x",
        machine=set_.machine,
        load_kg=set_.load,
        moved_kg=set_.load,
        reps=set_.reps,
        rir=set_.rir,
        failure=set_.failed,
        setup={"feet": set_.feet},
        depth_class="cut" if set_.cut else "full",
        depth_said=set_.cut,
    )


def line_of(set_: DoneSet) -> str:
    return f"x|{set_.machine}|both|feet={set_.feet}"


def intervals(series: Series) -> list[tuple[float, float, float, float]]:
    """(10 %, 50 %, 90 %, truth) after each workout from the sixth on."""
    results = []
    for number, (_, state, workout) in enumerate(beliefs(series)):
        if state is not None and number >= 5:
            low, middle, high = belief(state, line_of(workout[0])).quantile((0.1, 0.5, 0.9))
            results.append((low, middle, high, series.truth[number]))
    return results


def beliefs(series: Series) -> Iterator[tuple[Strength | None, Strength | None, list[DoneSet]]]:
    """The belief before and after each workout, and the workout."""
    k = family_k(series.family)
    state: Strength | None = None
    for number, workout in enumerate(series.workouts):
        line = line_of(workout[0])
        efforts = [
            effort_of(performed(number, place, set_), line, place) for place, set_ in enumerate(workout)
        ]
        before, state = state, absorb(state, workout[0].day, [effort for effort in efforts if effort], k)
        yield before, state, workout


def coverage(lifters: int, seed: int) -> None:
    print(
        "| RIR logged | workouts | 80 % interval covers | each lifter one vote | below | above | width | error |"
    )
    print("|---|---|---|---|---|---|---|---|")
    for policy in ("all", "last", "none"):
        by_lifter = [
            found_intervals
            for at in range(lifters)
            if (found_intervals := intervals(simulate(seed + at, rir=policy)))
        ]
        every = [interval for lifter in by_lifter for interval in lifter]
        count = len(every)
        held = sum(low <= truth <= high for low, _, high, truth in every) / count
        under = sum(truth < low for low, _, _, truth in every) / count
        width = median(math.log(high / low) for low, _, high, _ in every)
        error = median(abs(middle / truth - 1) for _, middle, _, truth in every)
        each = [
            sum(low <= truth <= high for low, _, high, truth in lifter_intervals) / len(lifter_intervals)
            for lifter_intervals in by_lifter
        ]
        print(
            f"| {policy} | {count} | {held:.1%} | {sum(each) / len(each):.1%} | {under:.1%} "
            f"| {1 - held - under:.1%} | {width:.1%} | {error:.1%} |"
        )


def straight(lifters: int, seed: int) -> None:
    """Width after 5 and after 40 workouts of straight sets without RIR: it must not shrink."""
    ratios = []
    for at in range(lifters):
        series = simulate(seed + at, rir="none", sessions=45)
        if series.habit != "fixed":
            continue
        widths = intervals(series)
        ratios.append(math.log(widths[-1][2] / widths[-1][0]) / math.log(widths[0][2] / widths[0][0]))
    print(
        f"\nStraight sets without RIR, width after 45 workouts over width after 6: median {median(ratios):.2f}, least {min(ratios):.2f} ({len(ratios)} series)"
    )


def cuts(lifters: int, seed: int) -> None:
    """Workouts with cut depth: the level of their line after against what it would be that day without them."""
    raised = episodes = 0
    for at in range(lifters):
        for number, (before, after, workout) in enumerate(beliefs(simulate(seed + at, rir="all"))):
            if before is None or after is None or number < 5 or not workout[0].cut:
                continue
            line = line_of(workout[0])
            without = belief(at_day(before, workout[0].day), line).quantile((0.5,))[0]
            episodes += 1
            raised += belief(after, line).quantile((0.5,))[0] > without * (1 + 1e-9)
    print(f"Workouts with cut depth that raised the 10RM: {raised} of {episodes}")


def stalls(lifters: int, seed: int) -> None:
    """Stall flags (not plan-limited) against the true gain of the five weeks before, and plateaus that were found."""
    gains: list[float] = []
    caught: list[bool] = []
    for at in range(lifters):
        series = simulate(seed + at, rir="all", sessions=100)
        facts, start = facts_of(series), series.workouts[0][0].day
        sets = [
            performed(n, place, set_)
            for n, workout in enumerate(series.workouts)
            for place, set_ in enumerate(workout)
        ]
        seen = {
            line: exposures(sets, facts)[line]
            for line in {line_of(workout[0]) for workout in series.workouts}
        }
        first, last = series.body.plateau
        flagged, reached = False, False
        for workout in series.workouts:
            line, day = line_of(workout[0]), workout[0].day
            weeks = (day - start).days / 7
            result = stall(
                line, [exposure for exposure in seen[line] if exposure.day <= day], facts, tired=False, on=day
            )
            flag = result is not None and result.cause != "plan"
            if flag:
                gains.append(weekly_gain(series, weeks))
            reached = reached or first + 4 <= weeks <= last
            flagged = flagged or (flag and first <= weeks <= last + 4)
        if reached:
            caught.append(flagged)
    shares = [sum(gain < limit for gain in gains) / max(1, len(gains)) for limit in (0.001, 0.002, 0.003)]
    print(
        f"Stall flags: {len(gains)}; true gain of the five weeks before below 0.1 / 0.2 / 0.3 % a week: "
        f"{shares[0]:.0%} / {shares[1]:.0%} / {shares[2]:.0%}; plateaus found: {sum(caught)} of {len(caught)}"
    )


def weekly_gain(series: Series, weeks: float) -> float:
    span = min(5.0, max(weeks, 1e-9))
    return (true_level(series.body, weeks, 0) - true_level(series.body, weeks - span, 0)) / span


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--lifters", type=int, default=150)
    parser.add_argument("--seed", type=int, default=20000)
    given = parser.parse_args()
    coverage(given.lifters, given.seed)
    straight(given.lifters, given.seed)
    cuts(given.lifters, given.seed)
    stalls(given.lifters, given.seed)


if __name__ == "__main__":
    main()
