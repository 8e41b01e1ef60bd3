from datetime import date
from typing import Any

from phone_rules.bests import reps_at_load
from spec_cases.training import spec_cases

from iron.training.history.bests import rep_bests
from iron.training.history.set_records import records
from iron.training.history.sets import ExerciseFacts, MuscleCredit, PerformedSet
from iron.training.history.volume import muscle_weeks, set_count, volume_load_kg, week_of

PRESS = ExerciseFacts(
    "p", family="leg_press", muscles=(MuscleCredit("quads", 1, 1, 1), MuscleCredit("glutes", 0.5, 0.25, 1))
)
HELPED = ExerciseFacts("p", load_meaning="assistance")


def performed(day: int, load: float, reps: float, number: int = 0, **more: Any) -> PerformedSet:
    return PerformedSet(
        f"w{day}",
        f"2026-01-{day:02}T18:00:00",
        0,
        number,
        f"{day}.{number}",
        "p",
        load_kg=load,
        moved_kg=load,
        reps=reps,
        **more,
    )


def test_the_best_load_of_a_range_prefers_more_reps_then_the_earlier_set():
    sets = [performed(1, 200, 8), performed(2, 200, 9), performed(3, 200, 9), performed(4, 190, 10)]
    (best,) = rep_bests(sets, PRESS)
    assert (best.load_kg, best.reps, best.set_id) == (200, 9, "2.0")


def test_warm_ups_flagged_and_cut_sets_hold_no_best():
    sets = [
        performed(1, 100, 8),
        performed(2, 300, 8, kind="warm-up"),
        performed(3, 2000, 8, flags=("load_over_1000",)),
        performed(4, 260, 8, depth_class="cut"),
    ]
    assert [best.load_kg for best in rep_bests(sets, PRESS)] == [100]
    assert records(sets, PRESS) == ()


def test_a_record_needs_more_load_or_more_reps_than_every_harder_set():
    sets = [performed(1, 200, 10), performed(2, 195, 10), performed(3, 200, 11), performed(4, 205, 10)]
    assert [(record.set_id, record.kind) for record in records(sets, PRESS)] == [
        ("3.0", "load"),
        ("4.0", "load"),
    ]


def test_with_assistance_less_is_the_record():
    assert [
        record.load_kg
        for record in records([performed(1, 40, 8), performed(2, 45, 8), performed(3, 35, 8)], HELPED)
    ] == [35]


def test_most_reps_at_every_load_hardest_first():
    result = reps_at_load([performed(1, 100, 12), performed(2, 120, 8), performed(3, 100, 13)], PRESS)
    assert [(set_.load_kg, set_.reps) for set_ in result] == [(120, 8), (100, 13)]


def test_a_pair_of_one_sided_sets_counts_once():
    assert (
        sum(
            set_count(performed(1, 60, 10, number, side=side))
            for number, side in enumerate(("left", "right"))
        )
        == 1
    )


def test_easy_sets_and_warm_ups_are_not_hard_and_unknown_effort_is():
    assert [
        set_count(performed(1, 60, 10, rir=4)),
        set_count(performed(1, 60, 10, rir=4.5)),
        set_count(performed(1, 60, 10)),
        set_count(performed(1, 60, 10, kind="warm-up")),
    ] == [1, 0, 1, 0]


def test_a_week_is_opened_set_by_set_with_its_band():
    sets = [performed(day, 100, 10, number) for day in (5, 8) for number in range(3)]
    glutes, quads = muscle_weeks(sets, {"p": PRESS})
    assert (quads.sets, quads.standing, len(quads.shares)) == (6, "below", 6)
    assert (glutes.sets, glutes.low, glutes.high, glutes.most_in_session) == (3, 1.5, 6, 1.5)
    assert sum(share.sets for share in glutes.shares) == glutes.sets


def test_the_week_starts_where_the_lifter_says():
    assert week_of(date(2026, 11, 22)) == date(2026, 11, 16)
    assert week_of(date(2026, 11, 22), "sunday") == date(2026, 11, 22)


def test_assistance_lifts_nothing():
    assert volume_load_kg([performed(1, 40, 8)], {"p": HELPED}) == 0
    assert volume_load_kg([performed(1, 40, 8)], {"p": PRESS}) == 320


def test_spec_cases_are_the_same_twice_and_every_case_has_its_three_parts():
    first = spec_cases()
    assert first == spec_cases()
    assert all(set(case) == {"name", "in", "out"} for cases in first.values() for case in cases)
