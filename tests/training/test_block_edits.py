"""Larger edits of a block: what changes, from which week on, and what stays as it was."""

from datetime import date

import pytest
from phone_rules.block_edits import (
    add_slot,
    answer_stall,
    change_slot,
    move_day,
    program_of,
    put_deload,
    remove_slot,
    rotate_feet,
)

from iron.knowledge import messages
from iron.training.history.sets import ExerciseFacts, MuscleCredit, PerformedSet
from iron.training.history.volume import hard_weeks
from iron.training.plan.blocks import block_from, check_program, planned_sets
from iron.values.errors import BadDocumentError

MONDAY = date(2026, 11, 23)
PROGRAM = {
    "name": "Press first",
    "weeks": 4,
    "days": [
        {
            "weekday": 0,
            "name": "Heavy",
            "slots": [
                {
                    "exercise": "leg-press-45",
                    "sets": 4,
                    "reps_low": 8,
                    "reps_high": 10,
                    "rir": 1,
                    "rotate": True,
                },
                {
                    "exercise": "leg-curl",
                    "sets": 3,
                    "reps_low": 8,
                    "reps_high": 12,
                    "rir": 2,
                    "note": "Slow.",
                },
            ],
        }
    ],
}
RANGES = [(8, 10), (10, 15)]


def block(**more):
    return {**block_from("p", PROGRAM, MONDAY), **more}


def slots(of, place: int = 0, what: str = "sets"):
    return [week["days"][0]["slots"][place].get(what) for week in of["weeks"]]


def dates(of):
    return [day["date"] for week in of["weeks"] for day in week["days"]]


def test_a_deload_put_in_moves_the_weeks_after_it_and_is_half_as_much():
    changed = put_deload(block(), date(2026, 12, 2))  # in the second week
    assert [bool(week.get("deload")) for week in changed["weeks"]] == [False, False, True, False, False, True]
    assert dates(changed) == [
        "2026-11-23",
        "2026-11-30",
        "2026-12-07",
        "2026-12-14",
        "2026-12-21",
        "2026-12-28",
    ]
    assert slots(changed) == [4, 4, 2, 4, 4, 2]
    assert slots(changed, what="rir")[2] == slots(block(), what="rir")[2] + 3


def test_a_deload_that_comes_anyway_is_not_put_in_twice():
    assert put_deload(block(), date(2026, 12, 16)) == block()


def test_a_plan_stall_ends_sets_nearer_to_failure_and_asks_for_the_reserve_but_not_in_the_deload():
    changed, message = answer_stall(block(), "plan", "leg-press-45", date(2026, 12, 2), RANGES)
    assert slots(changed, what="rir") == [2, 2, 0.5, 0, 4]
    assert slots(changed, what="reminder")[2:] == ["log-rir", "log-rir", None]
    assert message == {"code": "block-effort", "values": {}}


def test_adaptation_turns_the_feet_where_they_turn_and_else_changes_the_range():
    press, _ = answer_stall(block(), "adaptation", "leg-press-45", date(2026, 12, 2), RANGES)
    assert [slot["foot_height"] for slot in slots(press, what="setup")] == [
        "middle",
        "middle",
        "low",
        "low",
        "low",
    ]
    curl, message = answer_stall(block(), "adaptation", "leg-curl", date(2026, 12, 2), RANGES)
    assert slots(curl, 1, "reps_high") == [12, 12, 15, 15, 12]
    assert message is not None
    assert messages.render(**message) == "From the next week on it is done for 10–15 reps."


def test_fatigue_is_answered_with_a_deload_and_an_exercise_that_is_not_there_changes_nothing():
    assert answer_stall(block(), "fatigue", "leg-curl", date(2026, 12, 2), RANGES)[0]["weeks"][2]["deload"]
    assert answer_stall(block(), "plan", "squat", date(2026, 12, 2), RANGES) == (block(), None)
    assert answer_stall(block(), "plan", "leg-curl", date(2027, 5, 1), RANGES) == (block(), None)


def test_a_slot_comes_and_goes_for_one_week_or_from_there_on():
    extra = {"exercise": "squat", "sets": 3, "reps_low": 5, "reps_high": 8, "rir": 1}
    more = add_slot(block(), "w2d0", "k1", extra, ahead=True)
    assert [len(week["days"][0]["slots"]) for week in more["weeks"]] == [2, 2, 3, 3, 3]
    assert more["weeks"][4]["days"][0]["slots"][2] == {**extra, "id": "w4d0sk1", "sets": 2, "rir": 4}
    assert remove_slot(more, "w2d0sk1", ahead=True) == block()
    assert [len(week["days"][0]["slots"]) for week in remove_slot(block(), "w1d0s0")["weeks"]] == [
        2,
        1,
        2,
        2,
        2,
    ]


def test_a_day_without_exercises_goes():
    bare = remove_slot(remove_slot(block(), "w1d0s0"), "w1d0s1")
    assert [len(week["days"]) for week in bare["weeks"]] == [1, 0, 1, 1, 1]


def test_another_exercise_leaves_setup_and_note_of_the_old_one():
    changed = change_slot(block(), "w0d0s1", ahead=True, exercise="squat")
    assert {*slots(changed, 1, "exercise")} == {"squat"}
    assert slots(changed, 1, "note") == [None] * 5


def test_a_day_moves_into_another_week_and_is_still_done_once():
    moved = move_day(block(), "w0d0", date(2026, 12, 3))
    assert [[day["id"] for day in week["days"]] for week in moved["weeks"][:2]] == [[], ["w1d0", "w0d0"]]
    easy = put_deload(moved, date(2026, 11, 30))["weeks"][1]
    assert [day["id"] for day in easy["days"]] == ["e5d0", "e5d0b"]


def test_feet_turn_from_a_week_on_and_come_round_after_three():
    changed = block()
    for _ in range(3):
        changed = rotate_feet(changed, "w1")
    assert changed == block()
    assert slots(rotate_feet(block(), "w1"), what="setup")[0]["stance"] == "shoulder"


def test_a_block_becomes_a_program_that_makes_the_same_block_again():
    program = program_of(block(), "Mine")
    check_program(program)
    again = block_from("p", program, MONDAY)
    assert again["weeks"] == block()["weeks"]


def test_planned_sets_see_where_the_feet_stand():
    facts = {"leg-press-45": ExerciseFacts("leg-press-45", muscles=(MuscleCredit("glutes", 0.5, 0.25, 1),))}
    turned = rotate_feet(rotate_feet(block(), "w0"), "w0")
    assert planned_sets(block()["weeks"][0], facts)["glutes"] == (2, 1, 4)
    assert planned_sets(turned["weeks"][0], facts)["glutes"] == (3, 1, 4)


@pytest.mark.parametrize("edit", [
    lambda: remove_slot(block(), "w9d9s9"),
    lambda: add_slot(block(), "w9d9", "k", {"exercise": "squat"}),
    lambda: rotate_feet(block(), "w9"),
    lambda: program_of({**block(), "weeks": []}, "Empty"),
])  # fmt: skip
def test_what_is_not_there_is_refused_with_its_place(edit):
    with pytest.raises(BadDocumentError) as caught:
        edit()
    assert caught.value.where == "weeks"


def test_hard_weeks_count_back_from_the_last_whole_week_and_stop_at_a_deload():
    facts = {"press": ExerciseFacts("press", muscles=(MuscleCredit("quads", 1, 1, 1),))}

    def week(monday: str, count: int, *, deload: bool = False) -> list[PerformedSet]:
        return [
            PerformedSet(
                monday, f"{monday}T18:00:00", 0, at, f"{monday}{at}", "press", reps=10, deload=deload
            )
            for at in range(count)
        ]

    mondays = ("2026-10-12", "2026-10-19", "2026-10-26", "2026-11-02", "2026-11-09")
    hard = [set_ for monday in mondays for set_ in week(monday, 10)]
    assert hard_weeks(hard, facts, date(2026, 11, 22)) == 5
    assert hard_weeks(hard, facts, date(2026, 11, 30)) == 0
    assert hard_weeks([*hard, *week("2026-10-26", 2, deload=True)], facts, date(2026, 11, 22)) == 2
