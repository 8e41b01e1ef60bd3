"""Heavy, volume and finisher days of one line: one belief, three tracks. A deload week is easy and leaves no trace."""

from dataclasses import replace
from datetime import date, timedelta

from iron.training.advice.advice import advise
from iron.training.advice.next_set import next_set
from iron.training.advice.question import Did, Question, Wanted, ask
from iron.training.history.sets import ExerciseFacts, PerformedSet, from_workout

PRESS = ExerciseFacts("press", ("feet",), 45.0, "leg_press", "plates", base_kg=55.0)
LINE = "press|-|both|feet=unknown"
GRID = tuple(2.5 * step for step in range(161))
MONDAY = date(2026, 9, 7)
HEAVY, VOLUME, FINISHER = (8, 10), (12, 15), (20, 30)


def did(day: int, load: float, reps: float, aim: tuple[int, int] | None, **more) -> list[PerformedSet]:
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


def asked(sets: list[PerformedSet], day: int, aim: tuple[int, int], *, deload: bool = False) -> Question:
    wanted = Wanted(3, *aim, 1, deload)
    return ask(sets, PRESS, LINE, wanted, GRID, MONDAY + timedelta(days=day))


def test_the_volume_day_goes_on_from_the_last_volume_day_although_the_heavy_day_was_later():
    sets = [*did(0, 200, 9, HEAVY), *did(3, 160, 14, VOLUME), *did(7, 205, 9, HEAVY)]
    told = advise(asked(sets, 10, VOLUME))
    assert (told.rule, told.load_kg) == ("reps-first", 160)
    assert advise(asked(sets, 14, HEAVY)).load_kg == 205


def test_the_finisher_goes_on_from_the_last_finisher_of_the_same_workout():
    sets = [*did(3, 160, 13, VOLUME), *did(3, 110, 24, FINISHER, entry=1)]
    assert advise(asked(sets, 10, FINISHER)).load_kg == 110
    assert advise(asked(sets, 10, VOLUME)).load_kg == 160


def test_a_better_heavy_day_makes_the_first_volume_day_heavier():
    def first_volume(heavy_reps: float) -> float:
        told = advise(asked([*did(0, 200, 9, HEAVY), *did(7, 200, heavy_reps, HEAVY)], 10, VOLUME))
        assert told.rule == "from-curve"
        return told.load_kg or 0.0

    assert first_volume(7) < first_volume(10) <= 200


def test_a_better_heavy_day_raises_the_chance_told_on_the_volume_day():
    before = [*did(0, 200, 9, HEAVY), *did(3, 160, 13, VOLUME)]
    weak = advise(asked([*before, *did(7, 200, 7, HEAVY)], 10, VOLUME))
    strong = advise(asked([*before, *did(7, 200, 11, HEAVY)], 10, VOLUME))
    assert (weak.load_kg, strong.load_kg) == (160, 160)
    assert weak.chance < strong.chance


def test_a_load_that_went_up_on_the_heavy_day_does_not_hold_the_volume_day_back():
    sets = [*did(0, 195, 10, HEAVY), *did(3, 160, 15, VOLUME), *did(7, 200, 9, HEAVY)]
    assert advise(asked(sets, 10, VOLUME)).rule == "step-up"


def test_another_rep_range_is_reached_by_the_curve_even_when_nothing_is_believed():
    question = replace(asked(did(0, 200, 9, HEAVY), 3, VOLUME), belief=None)
    told = advise(question)
    # 255 kg moved for 9 + 1 reps; (45 + 9) / (45 + 16 - 1) of it for 15 + 1.
    assert (told.rule, told.load_kg) == ("from-curve", 172.5)


def test_unplanned_history_is_read_by_its_reps():
    assert advise(asked(did(0, 180, 13, None), 7, VOLUME)).rule == "reps-first"


def test_a_deload_week_is_ten_percent_lighter_with_half_the_sets_and_the_week_after_goes_on_where_it_was():
    hard = did(0, 200, 9, HEAVY)
    easy = advise(asked(hard, 7, HEAVY, deload=True))
    assert (easy.rule, easy.load_kg, easy.sets) == ("deload", 172.5, 2)  # 229.5 of 255 kg moved
    assert easy.sentence.startswith("172.5 kg and half the sets: this drops fatigue")
    after = advise(asked([*hard, *did(7, 172.5, 8, HEAVY, deload=True)], 14, HEAVY))
    assert after.load_kg == 200


def test_in_a_deload_week_the_last_planned_set_is_the_half_and_no_set_gets_heavier():
    question = asked(did(0, 200, 9, HEAVY), 7, HEAVY, deload=True)
    easy = Did(172.5, 10, 5)
    assert next_set(question, (easy,)).rule == "same"
    assert next_set(question, (easy, easy)).rule == "planned-done"


def test_a_stored_set_tells_what_it_was_meant_for():
    entry = {
        "id": "e", "exercise": "press", "plan": {"sets": 2, "reps_low": 8, "reps_high": 10, "deload": True},
        "sets": [{"id": "s", "reps": 9, "target": {"reps_low": 8, "reps_high": 10}}, {"id": "t", "reps": 9}],
    }  # fmt: skip
    one, other = from_workout(
        {"v": 1, "start": "2026-09-07T18:00:00", "entries": [entry]}, {}, workout_id="w"
    )
    assert (one.aim, one.deload, other.aim) == ((8, 10), True, None)
