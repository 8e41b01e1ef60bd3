"""A lifter who never notes his reserve, and does what is advised: the load neither sinks nor stops without a reason."""

from __future__ import annotations

from datetime import date, timedelta

from iron.training.history.lines import key_of
from iron.training.history.sets import ExerciseFacts, PerformedSet
from iron.training.prescription.build import case_of, trained
from iron.training.prescription.model import Wanted
from iron.training.prescription.rules import prescribe

FACTS = ExerciseFacts("x", (), 35.0, "bench", "barbell")
Session = tuple[float, tuple[int, ...]]


def performed(number: int, session: Session) -> list[PerformedSet]:
    load, reps = session
    start = f"{date(2026, 1, 5) + timedelta(days=3 * number)}T18:00:00"
    return [
        PerformedSet(
            f"w{number:03}", start, 0, at, f"{number}.{at}", "x", load_kg=load, moved_kg=load, reps=count
        )
        for at, count in enumerate(reps)
    ]


def advised(before: list[Session], plan: Wanted, count: int) -> list[float]:
    """The loads of so many sessions, each of them done as it was planned."""
    history = [row for number, session in enumerate(before) for row in performed(number, session)]
    loads = []
    for number in range(len(before), len(before) + count):
        on = date(2026, 1, 5) + timedelta(days=3 * number)
        answer = prescribe(case_of(trained(history, FACTS), key_of(history[-1], FACTS), on, wanted=plan))
        assert answer.load_kg is not None
        loads.append(answer.load_kg)
        history += performed(number, (answer.load_kg, (answer.reps_low,) * plan.sets))
    return loads


BEST: list[Session] = [(80.0, (8, 8, 8)), (82.5, (8, 8, 8)), (85.0, (8, 7, 6))]


def test_his_best_set_is_not_planned_with_three_left_and_the_load_stays_where_it_was_brought():
    # 85 kg eight times are 80 kg ten times: eight with three left, but for a rep.
    assert set(advised(BEST, Wanted(3, 8, 8, 3.0), 10)) == {80.0}


def test_his_best_set_is_planned_again_where_none_is_to_be_left():
    assert advised(BEST, Wanted(3, 6, 8, 0.0), 1) == [85.0]


def test_whoever_steps_up_without_a_miss_goes_on_so():
    steps: list[Session] = [(80.0 + 2.5 * step, (5,) * 5) for step in range(8)]
    assert advised(steps, Wanted(5, 5, 5, 2.0), 4) == [100.0, 102.5, 105.0, 107.5]
