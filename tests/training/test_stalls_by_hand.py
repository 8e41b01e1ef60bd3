"""Stalls and deloads by hand: levels of workouts, slopes, the chance of a stop, and who is told what."""

from __future__ import annotations

import math
from datetime import timedelta
from typing import Any

import numpy as np
import pytest
from curl_sets import CURL, LINE, MONDAY, measured_workouts, performed

from iron.training.history.sets import ExerciseFacts
from iron.training.strength import stalls
from iron.training.strength.belief import absorb
from iron.training.strength.stalls import (
    Exposure,
    day_effects,
    deload_offer,
    exposures,
    is_down,
    slow_chance,
    stall,
)
from iron.training.strength.state import Effort, Strength


def seen(*weekly: float, apart: int = 7, rir: float | None = 1) -> list[Exposure]:
    """A workout every so many days, with these levels."""
    return [
        Exposure(MONDAY + timedelta(days=apart * n), level, rir, (10.0,)) for n, level in enumerate(weekly)
    ]


# Levels


def test_the_level_of_a_workout_is_the_mean_of_its_measured_sets_made_fresh():
    # 40 kg for 10 with one left: 40 × 45 / 44; for 8 with two left: 40. The second set, rested three minutes, gets 0.53 × 6.8 % back.
    first, second = math.log(40 * 45 / 44), math.log(40) + 0.53 * 0.068
    flagged_stall = exposures(
        [performed(0, rir=1), performed(0, 1, reps=8, rir=2, rest_s=180), performed(0, 2, reps=12, rir=5)],
        CURL,
    )[LINE]
    assert [(each.day, each.rir, each.reps) for each in flagged_stall] == [(MONDAY, 1, (10, 8, 12))]
    assert flagged_stall[0].level == pytest.approx((first + second) / 2)


def test_without_a_measured_set_the_best_set_is_the_level_and_said_reps_count():
    silent = exposures([performed(0), performed(0, 1, reps=12), performed(0, 2, reps=9)], CURL)[LINE][0]
    assert silent.level == pytest.approx(math.log(40 * 46 / 44))
    assert silent.rir is None
    much_left = exposures([performed(0, reps=8, rir=6), performed(0, 1, reps=9)], CURL)[LINE][0]
    assert much_left.level == pytest.approx(math.log(40 * 48 / 44))
    assert much_left.rir == 6


def test_other_lines_and_cut_sets_are_no_exposure():
    sets = [
        performed(0, machine="m1"),
        performed(3, depth_class="cut"),
        performed(7),
        performed(7, 1, machine="m1"),
    ]
    assert [(each.day, each.reps) for each in exposures(sets, CURL)[LINE]] == [
        (MONDAY + timedelta(days=7), (10,))
    ]


def test_four_left_are_measured():
    only = exposures([performed(0, reps=8, rir=4), performed(0, 1, reps=20)], CURL)[LINE][0]
    assert only.level == pytest.approx(math.log(40 * 46 / 44))


# The chance that a lifter stopped


def curve(week: float, start: float, end: float) -> float:
    """Gains along 13 ln(1 + weeks / 13) that rest from one week to another."""
    rest = math.log1p(min(week, end) / 13) - math.log1p(start / 13) if week > start else 0.0
    return 13 * (math.log1p(week / 13) - rest)


def summed_out(levels: list[float], noise: float, apart: int = 7) -> float:
    """Bayes' rule over every story and every first gain, one after the other."""
    weeks = [apart * n / 7 for n in range(len(levels))]
    now = weeks[-1]
    begins = [1.5 * n for n in range(math.ceil((max(1.0, now - 1)) / 1.5))]
    stories = [(math.inf, math.inf, 0.7)]
    for begin in begins:
        over = [begin + long for long in (8, 11, 14, 17, 20) if begin + long < now]
        stories += [(begin, end, 0.05 / len(begins)) for end in over]
        stories.append((begin, math.inf, 0.05 * (6 - len(over)) / len(begins)))
    total = slow = 0.0
    for start, end, share in stories:
        shape = [curve(week, start, end) for week in weeks]
        lately = (curve(now, start, end) - curve(now - min(5.0, now), start, end)) / min(5.0, now)
        for gain in np.linspace(0, 0.02, 21):
            rest = [level - gain * each for level, each in zip(levels, shape, strict=True)]
            squares = sum((each - sum(rest) / len(rest)) ** 2 for each in rest)
            prior = share * math.exp(-0.5 * ((gain - 0.006) / 0.004) ** 2)
            weight = prior * math.exp(-0.5 * squares / noise**2)
            total += weight
            slow += weight * (gain * lately < 0.001)
    return slow / total


def gained(weeks: int, rest: int = 10**6, more: int = 0) -> list[float]:
    """Levels of somebody who gained 0.6 % in his first week and rests after a number of weeks, or not."""
    return [5 + 0.006 * curve(week, min(weeks, rest), math.inf) for week in range(weeks + more)]


def test_every_story_is_weighed_by_how_well_it_fits_all_levels():
    for levels in ([5, 5, 5, 5, 5], gained(12), gained(8, more=12), [5, 5.01, 4.99, 5, 5.005, 5.0]):
        noise = min(0.027, max(0.01, 1.4826 * float(np.median(np.abs(np.diff(levels)))) / math.sqrt(2)))
        assert slow_chance(seen(*levels), "curl") == pytest.approx(summed_out([*levels], noise), abs=1e-9)


def test_scatter_makes_the_chance_less_sure_up_to_the_usual_noise():
    wild = [5.1, 4.9, 5, 4.9, 5.1, 5, 4.95]
    assert slow_chance(seen(*wild), "curl") == pytest.approx(summed_out(wild, 0.027))
    assert slow_chance(seen(*wild), "leg_press") == pytest.approx(summed_out(wild, 0.057))
    assert slow_chance(seen(5, 5.002), "curl") == pytest.approx(summed_out([5, 5.002], 0.027))


def test_who_gains_is_not_slow_who_rests_is_and_one_day_says_nothing():
    assert slow_chance(seen(*gained(12)), "curl") < 0.05
    assert slow_chance(seen(*gained(8, more=20)), "curl") > 0.75
    assert slow_chance(seen(5, 5.01, apart=0), "curl") == 0


def test_who_never_gained_is_surely_slow_and_stays_so():
    chances = [slow_chance(seen(*([5.0] * weeks)), "curl") for weeks in (10, 14, 18, 22)]
    assert min(chances) > 0.75


# Who is flagged

FLAT = [5.0, *([5.05] * 8)]
"""A best in the second week, then the same level for seven weeks."""


@pytest.fixture(autouse=True)
def low_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    """Short histories are enough to say who may be flagged; how sure is enough is measured on simulated lifters."""
    monkeypatch.setattr(stalls, "FLAG", 0.4)


def flagged(levels: list[float], **more: Any) -> Any:
    facts, tired, late, apart = (
        more.pop("facts", CURL),
        more.pop("tired", False),
        more.pop("late", 0),
        more.pop("apart", 7),
    )
    exposed = seen(*levels, apart=apart, **more)
    return stall(LINE, exposed, facts, tired=tired, on=exposed[-1].day + timedelta(days=late))


def test_seven_weeks_at_one_level_are_a_stall_since_the_last_best():
    flagged_stall = flagged(FLAT)
    assert flagged_stall is not None
    assert (flagged_stall.line, flagged_stall.cause, flagged_stall.since) == (
        LINE,
        "adaptation",
        MONDAY + timedelta(days=7),
    )
    assert flagged_stall.message == {"code": "stall-adaptation", "values": {"weeks": 7}}
    assert flagged_stall.chance == pytest.approx(slow_chance(seen(*FLAT), "other"))
    assert flagged_stall.chance > 0.4
    press = ExerciseFacts("press", family="leg_press")
    on_press = flagged([5.0, *([5.05] * 14)], facts=press)
    assert on_press is not None
    assert on_press.message["code"] == "stall-adaptation-feet"


def test_when_sister_lifts_are_down_it_is_fatigue():
    flagged_stall = flagged(FLAT, tired=True)
    assert flagged_stall is not None
    assert (flagged_stall.cause, flagged_stall.message) == (
        "fatigue",
        {"code": "stall-fatigue", "values": {}},
    )


def test_sets_that_are_not_hard_stall_by_plan_and_two_reps_more_are_named():
    start = seen(*FLAT)
    easy = [Exposure(each.day, each.level, None, (8.0, 8.0, 12.0)) for each in start]
    flagged_stall = stall(LINE, easy, CURL, tired=True, on=easy[-1].day)
    assert flagged_stall is not None
    assert (flagged_stall.cause, flagged_stall.since) == ("plan", MONDAY + timedelta(days=7))
    assert flagged_stall.message == {"code": "stall-plan", "values": {"usual": 8, "more": 10}}


@pytest.mark.parametrize(("rir", "cause"), [(3, "adaptation"), (3.5, "plan"), (None, "plan")])
def test_three_in_reserve_are_hard_enough(rir: float | None, cause: str):
    flagged_stall = flagged(FLAT, rir=rir)
    assert flagged_stall is not None
    assert flagged_stall.cause == cause


def test_six_workouts_without_a_best_and_at_most_three_weeks_since_the_last():
    assert flagged([5.0, *([5.05] * 6)]) is None  # five after the best
    assert flagged([5.05, *([5.05] * 5)]) is None  # six workouts in all
    assert flagged(FLAT, late=21) is not None
    assert flagged(FLAT, late=22) is None


def test_four_weeks_to_the_day_are_enough():
    falling = [5.0, *(5.05 - 0.002 * n for n in range(15))]
    flagged_stall = flagged(falling, apart=2)  # 28 days since the best
    assert flagged_stall is not None
    assert flagged_stall.since == MONDAY + timedelta(days=2)
    assert flagged(falling[:-1], apart=2) is None  # 26 days


def test_half_a_percent_is_no_new_best_more_is():
    almost = [5.0, 5.05, *([5.05] * 6), 5.0545, 5.05]
    flagged_stall = flagged(almost)
    assert flagged_stall is not None
    assert flagged_stall.since == MONDAY + timedelta(days=7)
    assert flagged([5.0, 5.05, *([5.05] * 6), 5.056, 5.05]) is None


def test_a_line_that_rested_more_than_six_weeks_starts_anew():
    def with_pause(days: int) -> Any:
        early = seen(*FLAT)
        late = [Exposure(early[-1].day + timedelta(days=days + 7 * n), 5.05, 1, (10.0,)) for n in range(2)]
        return stall(LINE, [*early, *late], CURL, tired=False, on=late[-1].day)

    assert with_pause(42) is not None
    assert with_pause(43) is None


def test_only_workouts_after_the_last_pause_count():
    early = seen(5.2, 5.3)
    middle = [Exposure(each.day + timedelta(days=100), 5.2, 1, (10.0,)) for each in seen(5, 5)]
    late = [Exposure(each.day + timedelta(days=200), each.level, 1, (10.0,)) for each in seen(*FLAT)]
    flagged_stall = stall(LINE, [*early, *middle, *late], CURL, tired=False, on=late[-1].day)
    assert flagged_stall is not None
    assert flagged_stall.since == late[1].day


def test_a_level_that_still_rises_is_no_stall_whatever_the_effort(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(stalls, "FLAG", 0.5)
    assert flagged(FLAT) is not None
    rising = [5.0, 5.05, *(5.05 + 0.0006 * n for n in range(1, 8))]
    assert flagged(rising) is None
    assert flagged(rising, rir=None) is None


# Deloads


def test_form_is_the_day_against_the_level_before_the_last_workouts():
    sets = [set_ for day in (0, 7, 14, 21) for set_ in (performed(day, rir=1), performed(day, 1, rir=1))]
    bad = [performed(28, reps=6, rir=0), performed(35, reps=6, rir=0)]
    effects = day_effects(measured_workouts([*sets, *bad], CURL))
    states: list[Strength] = []
    state: Strength | None = None
    for day, reps, rir, count in (
        (0, 10, 1, 2),
        (7, 10, 1, 2),
        (14, 10, 1, 2),
        (21, 10, 1, 2),
        (28, 6, 0, 1),
        (35, 6, 0, 1),
    ):
        efforts = [Effort(LINE, 40.0, float(reps), rir, place) for place in range(count)]
        state = absorb(state, MONDAY + timedelta(days=day), efforts, 35)
        assert state is not None
        states.append(state)

    def summed(belief: Strength, *columns: int) -> tuple[float, float]:
        """Mean and sd of a sum of states over the filters."""
        row = np.zeros(6)
        row[list(columns)] = 1
        weights = np.exp(belief.log_weight)
        variance = sum(w * row @ cov @ row for w, cov in zip(weights, belief.cov, strict=True))
        return float(weights @ (belief.mean @ row)), math.sqrt(variance)

    before, _ = summed(states[3], 0, 5)
    expected = [(summed(each, 0, 2, 5)[0] - before, summed(each, 0, 2, 5)[1]) for each in states[4:]]
    assert np.array(effects) == pytest.approx(np.array(expected))
    assert all(effect < -0.03 for effect, _ in effects)
    assert is_down(effects)
    assert day_effects(measured_workouts([*sets, *bad], CURL, last=1)) == [
        pytest.approx((summed(states[5], 0, 2, 5)[0] - summed(states[4], 0, 5)[0], expected[1][1]))
    ]


def test_workouts_without_a_measured_set_have_no_form():
    assert day_effects(measured_workouts([performed(0), performed(7), performed(14)], CURL)) == []
    assert len(measured_workouts([performed(0, rir=1), performed(7, rir=1), performed(14)], CURL)) == 1


@pytest.mark.parametrize(
    ("effects", "down"),
    [
        # The mean of two sds of 2 % has one of 1.414 %; 0.8416 of it below −3 % is a chance of 0.8.
        ([(-0.0425, 0.02), (-0.0425, 0.02)], True),
        ([(-0.0415, 0.02), (-0.0415, 0.02)], False),
        ([(-0.08, 0.02), (-0.005, 0.02)], True),
        ([(-0.2, 0.001)], False),
        ([], False),
        ([(-0.031, 0.0), (-0.031, 0.0)], True),
        ([(-0.029, 0.0), (-0.029, 0.0)], False),
    ],
)
def test_a_lift_is_down_when_the_mean_form_lies_below_three_percent_with_a_chance_of_eight_in_ten(
    effects: list[tuple[float, float]], down: bool
):
    assert is_down(effects) is down


@pytest.mark.parametrize(
    ("weeks", "down", "sets", "code"),
    [
        (4, 1, 15, None),
        (5, 0, 10, "deload-weeks"),
        (5, 1, 15, "deload-weeks"),
        (5, 2, 15, "deload-down"),
        (0, 2, 10, "deload-down"),
        (9, 3, 9.5, None),
    ],
)
def test_a_deload_is_offered_after_five_weeks_or_two_lifts_down_and_never_below_ten_sets(
    weeks: int, down: int, sets: float, code: str | None
):
    offer = deload_offer(weeks, down, sets)
    assert (offer and offer["code"]) == code
    if offer:
        assert offer["values"] == ({"lifts": down} if code == "deload-down" else {"weeks": weeks})
