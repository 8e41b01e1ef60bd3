"""State of a program is a fold over the log: the same sets give the same state, and a corrected set corrects it."""

from __future__ import annotations

from typing import Any

from iron.training.programs.compiling import read_program
from iron.training.programs.fold import AS_LIFTED, Fold, Setting
from iron.training.programs.model import Place
from iron.training.programs.showing import targets_json
from iron.training.programs.state import Performed, Session, Typed
from iron.training.programs.upcoming import upcoming

FIVES = {
    "format": 2,
    "name": "Fives",
    "cycles": 50,
    "lifts": [{"id": "squat", "exercise": "back-squat", "keeps": "load"}],
    "days": [{"name": "A", "slots": [{"lift": "squat", "sets": [{"count": 3, "reps": 5}]}]}],
    "rules": [
        {"name": "Made", "lifts": ["squat"], "when": {"made": True}, "then": {"add": {"kg": 2.5}}},
        {"name": "Missed", "lifts": ["squat"], "when": {"failed": 3}, "then": {"deload": 10}},
    ],
}


def fold_of(body: dict[str, Any], days: list[list[int | Performed]], start: float | None = 100) -> Fold:
    fold = Fold(read_program(body), Setting("kg", {} if start is None else {"squat": start}))
    for number, sets in enumerate(days):
        assert fold.place is not None
        performed = [set_ if isinstance(set_, Performed) else Performed(set_) for set_ in sets]
        fold.session(Session(f"s{number}", fold.place, {"squat": performed} if performed else {}))
    return fold


def load(fold: Fold) -> float | None:
    assert fold.place is not None
    return fold.targets(fold.place)[0].sets[0].load


def test_made_adds_and_a_third_miss_takes_ten_percent():
    assert load(fold_of(FIVES, [[5, 5, 5]])) == 102.5
    assert load(fold_of(FIVES, [[5, 5, 5], [5, 5, 4], [5, 4, 4]])) == 102.5
    fold = fold_of(FIVES, [[5, 5, 5], [5, 5, 4], [5, 4, 4], [4, 4, 4]])
    assert load(fold) == 92.5  # 102.5 × 0.9 = 92.25, on real plates 92.5
    assert fold.states["squat"].failed["session"] == 0


def test_a_session_in_which_a_slot_was_not_done_is_no_miss():
    fold = fold_of(FIVES, [[5, 5, 4], [], [5, 5, 4], [], []])
    assert fold.states["squat"].failed["session"] == 2
    assert load(fold) == 100


def test_fewer_sets_than_asked_is_a_miss():
    assert fold_of(FIVES, [[5, 5]]).states["squat"].failed["session"] == 1


def test_the_load_lifted_is_what_the_program_goes_on_from():
    fold = fold_of(FIVES, [[Performed(5, 110.0)] * 3])
    assert load(fold) == 112.5
    assert [change.rule for change in fold.changes] == [AS_LIFTED, "Made"]


def test_a_lift_without_a_number_takes_the_first_load_lifted():
    fold = fold_of(FIVES, [], start=None)
    assert load(fold) is None
    assert load(fold_of(FIVES, [[Performed(5, 60.0)] * 3], start=None)) == 62.5


def test_a_number_typed_later_counts_from_then_on():
    fold = fold_of(FIVES, [[5, 5, 5]])
    fold.typed(Typed("typed", "squat", 80))
    assert load(fold) == 80
    assert (fold.changes[-1].old, fold.changes[-1].new) == (102.5, 80)


def test_steps_smaller_than_a_plate_add_up():
    body = {**FIVES, "rules": [{**FIVES["rules"][0], "then": {"add": {"kg": 1}}}]}
    assert [load(fold_of(body, [[5, 5, 5]] * count)) for count in range(4)] == [100, 100, 102.5, 102.5]


def test_every_change_names_its_rule_and_its_sets():
    change = fold_of(FIVES, [[5, 6, 7]]).changes[0]
    assert (change.rule, change.what, change.old, change.new) == ("Made", "load", 100, 102.5)
    assert [(row.set, row.reps, row.asked, row.load) for row in change.evidence] == [
        (1, 5, 5, 100),
        (2, 6, 5, 100),
        (3, 7, 5, 100),
    ]


def test_another_text_keeps_what_was_done():
    fold = fold_of(FIVES, [[5, 5, 5]] * 4)
    fold.revise(read_program({**FIVES, "rules": [{**FIVES["rules"][0], "then": {"add": {"kg": 5}}}]}))
    assert load(fold) == 110
    assert fold.place == Place(5, 1, 0)
    fold.session(Session("next", fold.place, {"squat": [Performed(5)] * 3}))
    assert load(fold) == 115


def test_two_slots_of_one_exercise_are_counted_so_that_screens_tell_them_apart():
    slots = [
        {"lift": "squat", "sets": [{"reps": 5}]},
        {"id": "more", "lift": "squat", "sets": [{"reps": 10}]},
    ]
    fold = fold_of({**FIVES, "days": [{"name": "A", "slots": slots}]}, [])
    assert fold.place is not None
    rows = [targets_json(row, "kg", {"back-squat": "Back squat"}) for row in fold.targets(fold.place)]
    assert [row["name"] for row in rows] == ["Back squat", "Back squat (2)"]


def test_coming_sessions_are_those_after_each_other_and_leave_the_state():
    fold = fold_of(FIVES, [])
    assert [slots[0].sets[0].load for slots in upcoming(fold, 3)] == [100, 102.5, 105]
    assert load(fold) == 100
