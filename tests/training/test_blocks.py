from dataclasses import replace
from datetime import date, timedelta

import pytest
from curl_sets import measured_workouts
from phone_rules.block_edits import change_slot, move_day

from iron.training.history.sets import ExerciseFacts, MuscleCredit, PerformedSet
from iron.training.plan.blocks import (
    block_from,
    check_program,
    planned_sets,
    wanted,
)
from iron.training.plan.next_day import coming_days
from iron.training.strength.stalls import day_effects, deload_offer, exposures, is_down, slow_chance, stall
from iron.values.errors import BadDocumentError

PRESS = ExerciseFacts(
    "press",
    ("feet",),
    45.0,
    "leg_press",
    "plates",
    muscles=(MuscleCredit("quads", 1, 1, 1), MuscleCredit("glutes", 0.5, 0.25, 1)),
)
LINE = "press|-|both|feet=unknown"
PROGRAM = {
    "name": "Press first",
    "weeks": 5,
    "days": [
        {
            "weekday": 0,
            "name": "Heavy",
            "slots": [
                {"exercise": "press", "sets": 4, "reps_low": 8, "reps_high": 10, "rir": 1, "rotate": True}
            ],
        },
        {
            "weekday": 3,
            "name": "Volume",
            "slots": [
                {"exercise": "press", "sets": 3, "reps_low": 12, "reps_high": 15, "rir": 2, "rotate": True},
                {"exercise": "press", "sets": 1, "reps_low": 20, "reps_high": 25, "rir": 0},
            ],
        },
    ],
}


def test_a_block_is_dated_from_its_monday_and_ends_with_a_deload_of_half_the_sets():
    block = block_from("press-first", PROGRAM, date(2026, 11, 25))
    assert block["start"] == "2026-11-23"
    assert len(block["weeks"]) == 6
    assert block["weeks"][0]["days"][1]["date"] == "2026-11-26"
    assert block["weeks"][5]["deload"] is True
    assert [slot["sets"] for day in block["weeks"][5]["days"] for slot in day["slots"]] == [2, 2, 1]


def test_reps_in_reserve_fall_to_the_programs_in_the_last_hard_week():
    block = block_from("p", PROGRAM, date(2026, 11, 23))
    assert [week["days"][0]["slots"][0]["rir"] for week in block["weeks"]] == [2, 2, 2, 1.5, 1, 4]


def test_foot_positions_take_turns_between_blocks():
    feet = [
        block_from("p", PROGRAM, date(2026, 11, 23), number=n)["weeks"][0]["days"][0]["slots"][0]["setup"][
            "foot_height"
        ]
        for n in range(4)
    ]
    assert feet == ["middle", "low", "high", "middle"]
    assert "setup" not in block_from("p", PROGRAM, date(2026, 11, 23))["weeks"][0]["days"][1]["slots"][1]


def test_edits_change_the_block_and_never_the_program():
    block = block_from("p", PROGRAM, date(2026, 11, 23))
    changed = change_slot(block, "w1d0s0", ahead=True, sets=5)
    assert [week["days"][0]["slots"][0]["sets"] for week in changed["weeks"]] == [4, 5, 5, 5, 5, 2]
    assert block["weeks"][1]["days"][0]["slots"][0]["sets"] == 4
    assert PROGRAM["days"][0]["slots"][0]["sets"] == 4


def test_a_moved_day_keeps_its_week_in_order_and_stays_inside_the_block():
    block = block_from("p", PROGRAM, date(2026, 11, 23))
    moved = move_day(block, "w0d0", date(2026, 11, 28))
    assert [day["id"] for day in moved["weeks"][0]["days"]] == ["w0d1", "w0d0"]
    with pytest.raises(BadDocumentError, match="outside the block"):
        move_day(block, "w0d0", date(2027, 11, 28))


def test_unknown_keys_of_a_block_are_kept():
    block = {**block_from("p", PROGRAM, date(2026, 11, 23)), "later": [1]}
    assert change_slot(block, "w0d0s0", rir=0)["later"] == [1]


def test_a_slot_says_what_it_asks_for_and_a_deload_is_halved_once():
    block = block_from("p", PROGRAM, date(2026, 11, 23))
    volume = next(row for row in coming_days(block, (), date(2026, 11, 26)) if row.when == "today")
    assert volume.day["name"] == "Volume"
    assert [wanted(slot, deload=volume.deload).reps_high for slot in volume.day["slots"]] == [15, 25]
    eased = coming_days(block, (), date(2026, 12, 28))[0]
    want = wanted(eased.day["slots"][0], deload=eased.deload)
    assert (want.deload, want.sets) == (True, 4)


@pytest.mark.parametrize(
    ("change", "where"),
    [
        ({"name": ""}, "name"),
        ({"days": []}, "days"),
        ({"days": [{"slots": []}]}, "days[0].slots"),
        (
            {"days": [{"slots": [{"exercise": "a", "sets": 3, "reps_low": 12, "reps_high": 8}]}]},
            "days[0].slots[0].reps_low",
        ),
    ],
)
def test_a_program_that_is_none_says_where(change: dict, where: str):
    with pytest.raises(BadDocumentError) as caught:
        check_program({**PROGRAM, **change})
    assert caught.value.where == where


def test_a_block_has_four_to_six_weeks():
    with pytest.raises(BadDocumentError, match="4 to 6 weeks"):
        block_from("p", PROGRAM, date(2026, 11, 23), weeks=8)


def test_a_planned_week_is_counted_in_fractional_sets_with_bands():
    week = block_from("p", PROGRAM, date(2026, 11, 23))["weeks"][0]
    assert planned_sets(week, {"press": PRESS}) == {"glutes": (4, 2, 8), "quads": (8, 8, 8)}


# Stalls

START = date(2026, 1, 5)


def logged(weeks: int, level, rir: float | None, reps: int = 10) -> list[PerformedSet]:
    return [
        PerformedSet(
            f"w{n:03}",
            f"{START + timedelta(days=7 * n)}T18:00:00",
            0,
            place,
            f"{n}.{place}",
            "press",
            load_kg=level(n),
            moved_kg=level(n),
            reps=reps,
            rir=rir,
        )
        for n in range(weeks)
        for place in range(3)
    ]


def judged(sets: list[PerformedSet], *, tired: bool = False):
    return stall(LINE, exposures(sets, PRESS)[LINE], PRESS, tired=tired, on=sets[-1].date)


def test_steady_growth_is_no_stall():
    assert judged(logged(16, lambda week: 200 + 2.5 * week, 1)) is None


def test_always_stopping_at_the_plan_is_not_a_stall_and_the_sentence_says_so():
    result = judged(logged(14, lambda _: 200, None))
    assert result.cause == "plan"
    assert result.message == {"code": "stall-plan", "values": {"usual": 10, "more": 12}}


def test_feet_are_turned_where_feet_turn_and_nowhere_else():
    flat = logged(20, lambda week: 200 + (week % 2), 1)
    assert judged(flat).message["code"] == "stall-adaptation-feet"
    bench = replace(PRESS, family="bench_press")
    at_bench = stall(LINE, exposures(flat, bench)[LINE], bench, tired=False, on=flat[-1].date)
    assert at_bench.message["code"] == "stall-adaptation"


def test_flat_at_honest_effort_for_months_is_adaptation_and_with_sister_lifts_down_it_is_fatigue():
    flat = logged(20, lambda week: 200 + (week % 2), 1)
    assert judged(flat).cause == "adaptation"
    assert judged(flat, tired=True).cause == "fatigue"


def test_nobody_stalls_over_years_without_training():
    flat = logged(20, lambda week: 200 + (week % 2), 1)
    years_ago = [set_ for set_ in flat if set_.date < START + timedelta(days=7 * 19)]
    back = [replace(set_, start=f"{set_.date + timedelta(days=5 * 365)}T18:00:00") for set_ in flat[-3:]]
    assert judged(years_ago).cause == "adaptation"
    assert judged(years_ago + back) is None


def test_a_few_flat_sessions_are_weather():
    assert judged(logged(6, lambda week: 200 + 5 * min(week, 3), 1)) is None


def test_a_rising_line_has_a_small_chance_of_being_slow():
    assert (
        slow_chance(exposures(logged(12, lambda week: 200 * 1.01**week, 1), PRESS)[LINE], "leg_press") < 0.2
    )


def test_two_bad_days_running_are_down_and_two_usual_ones_are_not():
    usual = logged(12, lambda _: 200, 1)
    bad = [
        set_
        if set_.date < START + timedelta(days=70)
        else PerformedSet(
            set_.workout,
            set_.start,
            0,
            set_.position,
            set_.id,
            "press",
            load_kg=200,
            moved_kg=200,
            reps=7,
            rir=0,
        )
        for set_ in usual
    ]
    assert not is_down(day_effects(measured_workouts(usual, PRESS)))
    assert is_down(day_effects(measured_workouts(bad, PRESS)))


def test_a_deload_is_offered_after_five_weeks_or_two_lifts_down_and_never_with_little_volume():
    assert deload_offer(4, 0, 15) is None
    assert deload_offer(5, 0, 15) == {"code": "deload-weeks", "values": {"weeks": 5}}
    assert deload_offer(2, 2, 15) == {"code": "deload-down", "values": {"lifts": 2}}
    assert deload_offer(6, 3, 8) is None
