"""A run of a program: its state is computed from the workouts of the journal, in whatever order they arrive."""

from __future__ import annotations

import itertools
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shipped_programs import shipped_program

from iron.journal.journal import Journal
from iron.journal.run_folds import Surroundings, fold_run
from iron.journal.runs import forecast_of, run_of, runs
from iron.records.documents import Document
from iron.records.store import MemoryStore
from iron.training.programs.compiling import read_program
from iron.training.programs.showing import forecast_lines
from iron.values import ids
from iron.values.errors import NotFoundError

RUN = "0198c0de-0000-7000-8000-000000000001"
OTHER = "0198c0de-0000-7000-8000-000000000002"
TEXT = shipped_program("531-classic")
BODY = {
    "v": 1,
    "name": "5/3/1",
    "text": TEXT,
    "start": "2026-01-05",
    "unit": "kg",
    "asked": {"press": 60, "deadlift": 180, "bench": 100, "squat": 140},
}
AROUND = Surroundings({"overhead-press": "barbell", "bench-press": "barbell"}, {}, {}, {})
COUNT = itertools.count()
NO_MASS = "Not known yet: this exercise moves your body. Enter your body weight once to see it."
ORDER = ("press", "deadlift", "bench", "squat")


def workout(
    number: int, top: int, *, unit: str = "kg", load: float | None = None
) -> tuple[str, dict[str, Any]]:
    """The session of that number: two sets as asked, the third with ``top`` reps."""
    cycle, rest = divmod(number, 16)
    week, day = divmod(rest, 4)
    low = [[5, 5], [3, 3], [5, 3], [5, 5]][week]
    sets: list[dict[str, Any]] = [
        {"id": f"{number}-{place}", "order": f"a{place}", "reps": reps}
        for place, reps in enumerate([*low, top])
    ]
    if load is not None:
        sets[2]["load"] = {"value": load, "unit": unit}
    entry = {"id": f"e{number}", "order": "a0", "exercise": "x", "slot": ORDER[day], "sets": sets}
    place = {"id": RUN, "cycle": cycle + 1, "week": week + 1, "day": day}
    start = f"2026-{1 + number // 28:02d}-{1 + number % 28:02d}T18:00:00"
    return f"w{number:03d}", {"v": 1, "start": start, "offset": 60, "run": place, "entries": [entry]}


def documents(rows: list[tuple[str, dict[str, Any]]]) -> list[Document]:
    return [
        Document("workout", ident, 1, 1, deleted=False, body=json.dumps(body).encode())
        for ident, body in rows
    ]


def state(rows: list[tuple[str, dict[str, Any]]], body: dict[str, Any] = BODY) -> dict[str, float | None]:
    return {lift: row.value for lift, row in fold_run(RUN, body, documents(rows), AROUND).states.items()}


def test_a_cycle_of_made_sets_moves_every_training_max():
    rows = [workout(number, 5) for number in range(16)]
    assert state(rows) == {"press": 56.5, "deadlift": 167, "bench": 92.5, "squat": 131}


def test_a_corrected_set_of_the_past_corrects_everything_after_it():
    rows = [workout(number, 5) for number in range(40)]
    wrong = [*rows[:2], workout(2, 4), *rows[3:]]
    assert state(wrong)["bench"] == 92.5
    assert state(rows)["bench"] == 95


@settings(max_examples=30)
@given(tops=st.lists(st.integers(0, 9), min_size=1, max_size=48), data=st.data())
def test_sessions_that_arrive_in_any_order_give_one_state(tops: list[int], data: st.DataObject):
    rows = [workout(number, top) for number, top in enumerate(tops)]
    shuffled = data.draw(st.permutations(rows))
    here, there = (fold_run(RUN, BODY, documents(order), AROUND) for order in (rows, shuffled))
    assert (here.states, here.place, here.changes) == (there.states, there.place, there.changes)


@settings(max_examples=30)
@given(tops=st.lists(st.integers(0, 9), min_size=2, max_size=48), data=st.data())
def test_editing_the_past_equals_having_logged_it_so(tops: list[int], data: st.DataObject):
    at = data.draw(st.integers(0, len(tops) - 1))
    right = data.draw(st.integers(0, 9))
    journal = journal_with(workout(number, top) for number, top in enumerate(tops))
    ident, body = workout(at, right)
    write(journal, [("workout", ident_of(ident), body)])
    logged_so = journal_with(
        workout(number, right if number == at else top) for number, top in enumerate(tops)
    )
    assert runs(journal) == runs(logged_so)


def test_a_text_that_was_changed_half_way_keeps_what_was_done():
    rows = [workout(number, 5) for number in range(32)]
    faster = json.loads(json.dumps(TEXT))
    faster["rules"][0]["then"] = {"add": {"kg": 5}}
    body = {**BODY, "revised": [{"at": "2026-01-20T12:00:00", "text": faster}]}
    assert state(rows)["press"] == 59
    assert state(rows, body)["press"] == 61.5  # the first cycle by the old text, the second by the new one


def test_pounds_in_the_log_are_read_in_the_unit_of_the_run():
    lighter = [
        workout(number, 5, unit="lb", load=45) if number == 0 else workout(number, 5) for number in range(16)
    ]
    assert state(lighter)["press"] == 54  # 45 lb are less than the 45 kg asked, so the cycle was not made


def ident_of(name: str) -> str:
    return f"0198c0de-0000-7000-8000-{name.encode().hex():0>12}"


def journal_with(rows: Any) -> Journal:
    journal = Journal(MemoryStore())
    write(journal, [("run", RUN, BODY), *(("workout", ident_of(ident), body) for ident, body in rows)])
    return journal


def write(journal: Journal, rows: list[tuple[str, str, dict[str, Any]]]) -> None:
    fresh = (ids.uuid7(0, number.to_bytes(10, "big")) for number in COUNT)
    for result in journal.commit(rows, device=RUN, at="2026-03-01T00:00:00Z", op_ids=fresh):
        assert result.error is None, result.error


def test_a_run_tells_its_next_session_and_why_each_number_changed():
    journal = journal_with(workout(number, 5) for number in range(16))
    run = run_of(journal, RUN)
    assert (run["next"]["day"], run["next"]["cycle"], run["next"]["week"]) == ("Press", 2, 1)
    assert [row["load"] for row in run["next"]["targets"][0]["sets"]] == [37.5, 42.5, 47.5]
    change = next(row for row in run["changes"] if row["lift"] == "press")
    assert change["sentence"].startswith(
        "Overhead press: training max 54 → 56.5 kg (Upper-body training max up"
    )
    assert change["message"]["values"]["change"]["of"] == [
        {
            "code": "change-training-max",
            "values": {"old": 54, "new": {"type": "load", "value": 56.5, "unit": "kg", "on": "load"}},
        }
    ]
    assert change["evidence"][0]["session"] == ident_of("w000")
    assert change["evidence"][0]["id"] == "0-0"


def test_a_program_of_a_newer_format_is_told_and_hides_no_other_run():
    journal = journal_with([])
    newer = {**BODY, "name": "Newer", "text": {**TEXT, "format": 3}}
    write(journal, [("run", ident_of("new"), newer)])
    assert {row["name"]: row.get("problem", "") for row in runs(journal)} == {
        "5/3/1": "",
        "Newer": "A newer Iron wrote the program of “Newer”. Update Iron to go on with it.",
    }


def test_an_unknown_run_is_said_so():
    with pytest.raises(NotFoundError, match="There is no run"):
        run_of(journal_with([]), "0198c0de-0000-7000-8000-000000000009")


def test_a_forecast_without_a_log_says_that_it_does_not_know():
    answer = forecast_of(Journal(MemoryStore()), read_program(TEXT), {}, "kg")
    assert answer["chance"] is None
    assert "bench-press" in answer["unknown"]


def test_a_forecast_names_lifts_and_says_why_a_logged_exercise_is_left_out():
    squat = {
        "v": 1,
        "start": "2026-01-05T18:00:00",
        "end": "2026-01-05T19:00:00",
        "entries": [
            {
                "id": f"{RUN[:-1]}7",
                "order": "a",
                "exercise": "back-squat",
                "sets": [
                    {
                        "id": f"{RUN[:-1]}8",
                        "order": "a",
                        "reps": 5,
                        "load": {"value": 100, "unit": "kg"},
                        "rir": 1,
                    }
                ],
            }
        ],
    }
    answer = forecast_of(journal_with([(OTHER, squat)]), read_program(TEXT), {"squat": 120.25}, "kg")
    assert forecast_lines(answer) == [
        "Left out, not in your log yet: Bench press, Deadlift, Overhead press.",
        f"Left out: Back squat. {NO_MASS}",
        "So the chance of finishing is not known yet.",
    ]


@settings(max_examples=40, deadline=None)
@given(
    first=st.lists(st.integers(0, 9), min_size=1, max_size=150),
    edits=st.lists(
        st.tuples(st.sampled_from(["edit", "delete", "add"]), st.integers(0, 149), st.integers(0, 9)),
        max_size=4,
    ),
)
def test_a_fold_that_goes_on_from_memory_is_the_fold_from_nothing(
    first: list[int], edits: list[tuple[str, int, int]]
):
    rows = dict(workout(number, top) for number, top in enumerate(first))
    fold_run(RUN, BODY, documents(list(rows.items())), AROUND)
    for what, number, top in edits:
        ident, body = workout(number % len(first) if what != "add" else len(first) + number % 5, top)
        rows.pop(ident, None)
        if what != "delete":
            rows[ident] = body
        warm = fold_run(RUN, BODY, documents(list(rows.items())), AROUND)
        cold = fold_run(RUN, {**BODY, "name": f"other {next(COUNT)}"}, documents(list(rows.items())), AROUND)
        fold_run(RUN, BODY, documents(list(rows.items())), AROUND)
        assert (warm.states, warm.place, warm.changes, warm.sessions) == (
            cold.states,
            cold.place,
            cold.changes,
            cold.sessions,
        )


def test_what_a_caller_does_with_a_fold_changes_no_later_one():
    rows = documents([workout(number, 5) for number in range(10)])
    fold = fold_run(RUN, BODY, rows, AROUND)
    fold.states["bench"].value = 1.0
    fold.changes.clear()
    again = fold_run(RUN, BODY, rows, AROUND)
    assert again.states["bench"].value != 1.0


GYM = (
    "gym",
    "0198c0de-0000-7000-8000-0000000000a1",
    {"v": 1, "name": "Basement", "unit": "lb", "plates": [45, 25, 10, 5]},
)
LINEAR = {
    "format": 2,
    "name": "Linear",
    "cycles": 20,
    "lifts": [{"id": "press", "exercise": "overhead-press", "keeps": "load"}],
    "days": [{"name": "A", "slots": [{"lift": "press", "sets": [{"count": 3, "reps": 5}]}]}],
}


def test_a_run_in_a_gym_without_small_plates_asks_only_for_loads_that_it_can_make():
    body = {
        "v": 1,
        "name": "Linear",
        "text": LINEAR,
        "start": "2026-01-05",
        "unit": "lb",
        "asked": {"press": 102},
    }
    journal = Journal(MemoryStore())
    rows = [GYM, ("run", RUN, {**body, "gym": "basement "})]
    ids_ = (f"0198c0de-0000-7000-8000-{number:012x}" for number in range(50, 60))
    journal.commit(
        rows, device="0198c0de-0000-7000-8000-0000000000ff", at="2026-01-05T00:00:00Z", op_ids=ids_
    )
    [target] = run_of(journal, RUN)["next"]["targets"]
    assert [row["load"] for row in target["sets"]] == [105, 105, 105]


def test_an_edit_of_an_old_set_gives_what_a_fold_without_memory_gives():
    rows = [workout(number, 7) for number in range(200)]
    fold_run(RUN, BODY, documents(rows), AROUND)
    for top in (8, 1, 7):  # one rep more changes no number, a miss does, and back
        rows[10] = workout(10, top)
        edited = fold_run(RUN, BODY, documents(rows), AROUND)
        other = [(key, {**body, "run": {**body["run"], "id": OTHER}}) for key, body in rows]
        # Another text of the run's document makes the process forget it.
        fresh = fold_run(OTHER, {**BODY, "name": f"5/3/1 with {top}"}, documents(other), AROUND)
        assert edited.states == fresh.states
        assert (edited.place, edited.sessions) == (fresh.place, fresh.sessions)
        assert [change.new for change in edited.changes] == [change.new for change in fresh.changes]
        assert [change.evidence for change in edited.changes] == [change.evidence for change in fresh.changes]
