"""Heavy, volume and finisher days of one line: one belief, three tracks. A deload week is easy and leaves no trace."""

from datetime import date, timedelta

from iron.training.history.sets import ExerciseFacts, PerformedSet, from_workout
from iron.training.prescription.build import case_of, trained
from iron.training.prescription.model import Lift, Prescription, Wanted
from iron.training.prescription.rules import prescribe
from iron.training.prescription.within import next_set

PRESS = ExerciseFacts("press", ("feet",), 45.0, "leg_press", "plates", base_kg=55.0)
LINE = "press|-|both|feet=unknown"
GRID = tuple(2.5 * step for step in range(161))
MONDAY = date(2026, 9, 7)
HEAVY, VOLUME, FINISHER = (8, 10), (12, 15), (20, 30)


def performed(day: int, load: float, reps: float, aim: tuple[int, int] | None, **more) -> list[PerformedSet]:
    """Three sets on a day counted from the first Monday, with one rep in reserve."""
    start = f"{MONDAY + timedelta(days=day)}T18:00:00"
    entry = more.pop("entry", 0)
    return [
        PerformedSet(
            f"w{day:03}", start, entry, place, f"{day}.{entry}.{place}", "press", base_kg=55.0, load_kg=load,
            moved_kg=load + 55, reps=reps, rir=1, aim=aim, **more,
        )
        for place in range(3)
    ]  # fmt: skip


def asked(sets: list[PerformedSet], day: int, aim: tuple[int, int], *, deload: bool = False):
    wanted = Wanted(3, *aim, 1, deload)
    return case_of(
        trained(sets, PRESS), LINE, MONDAY + timedelta(days=day), wanted=wanted, grid=lambda *_: GRID
    )


def answer_for(
    sets: list[PerformedSet], day: int, aim: tuple[int, int], *, deload: bool = False
) -> Prescription:
    return prescribe(asked(sets, day, aim, deload=deload))


def test_the_volume_day_goes_on_from_the_last_volume_day_although_the_heavy_day_was_later():
    sets = performed(0, 160, 13, VOLUME) + performed(3, 200, 9, HEAVY)
    answer = answer_for(sets, 7, VOLUME)
    assert (answer.rule, answer.load_kg) == ("less-more-reps", 160)
    answer = answer_for(sets, 10, HEAVY)
    assert (answer.rule, answer.load_kg) == ("stay-more-reps", 200)


def test_a_better_heavy_day_makes_the_first_volume_day_heavier():
    loads = [
        answer_for(
            [set_ for week in range(3) for set_ in performed(7 * week, load, 9, HEAVY)], 22, VOLUME
        ).load_kg
        for load in (160, 180, 200)
    ]
    assert loads == sorted(set(loads))
    assert loads[-1] < 200


def test_a_better_heavy_day_raises_the_chance_told_on_the_volume_day():
    weak, strong = (
        answer_for(performed(0, 160, 12, VOLUME) + performed(3, load, 9, HEAVY), 7, VOLUME).chance
        for load in (165, 215)
    )
    assert weak < strong


def test_another_rep_range_is_reached_by_the_curve():
    answer = answer_for(
        [set_ for week in range(3) for set_ in performed(7 * week, 200, 9, HEAVY)], 22, FINISHER
    )
    assert answer.rule == "less-other-range"
    assert 100 < answer.load_kg < 180
    assert answer.chance >= 0.6


def test_a_deload_week_is_ten_percent_lighter_with_half_the_sets_and_the_week_after_goes_on_where_it_was():
    sets = performed(0, 200, 10, HEAVY)
    easy = answer_for(sets, 7, HEAVY, deload=True)
    assert (easy.rule, easy.sets) == ("less-deload", 2)
    assert (easy.load_kg + 55) / 255 <= 0.90
    after = answer_for(sets + performed(7, easy.load_kg, 8, HEAVY, deload=True), 14, HEAVY)
    assert after.load_kg >= 200


def test_in_a_deload_week_no_set_gets_heavier_and_the_last_planned_set_is_the_half():
    case = asked(performed(0, 200, 9, HEAVY), 7, HEAVY, deload=True)
    load = prescribe(case).load_kg
    easy = Lift(load, case.moved(load), 10, 5)
    assert next_set(case, (easy,)).rule == "stay-set-same"
    assert next_set(case, (easy, easy)).rule == "stay-set-enough"


def test_a_plan_that_makes_no_sense_is_passed_over():
    case = case_of(
        trained(performed(0, 200, 9, None), PRESS),
        LINE,
        MONDAY + timedelta(days=7),
        wanted=Wanted(0, 12, 8, 1),
    )
    assert case.wanted is None
    assert prescribe(case).load_kg == 200


def test_a_stored_set_tells_what_it_was_meant_for():
    entry = {
        "id": "e", "exercise": "press", "plan": {"sets": 2, "reps_low": 8, "reps_high": 10, "deload": True},
        "sets": [{"id": "s", "reps": 9, "target": {"reps_low": 8, "reps_high": 10}}, {"id": "t", "reps": 9}],
    }  # fmt: skip
    first, other = from_workout(
        {"v": 1, "start": "2026-09-07T18:00:00", "entries": [entry]}, {}, workout_id="w"
    )
    assert (first.aim, first.deload, other.aim) == ((8, 10), True, None)
