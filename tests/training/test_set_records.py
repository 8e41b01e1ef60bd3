"""Records of holds, carries and runs, worked out by hand."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iron.knowledge.messages import render
from iron.training.history.set_records import Record, point_of, record_message, records
from iron.training.history.sets import ExerciseFacts, PerformedSet

RUN = ExerciseFacts("run", load_meaning="none", log=("distance", "duration"))
HANG = ExerciseFacts("hang", load_meaning="added", log=("load", "duration"))
CARRY = ExerciseFacts("carry", load_meaning="dumbbell", log=("load", "distance"))


def measured_set(day: int, number: int = 0, **measured: Any) -> PerformedSet:
    return PerformedSet(
        f"w{day}", f"2026-01-{day:02}T18:00:00", 0, number, f"{day}.{number}", "x", **measured
    )


def run(day: int, metres: float, seconds: float | None = None, number: int = 0) -> PerformedSet:
    return measured_set(day, number, distance_m=metres, duration_s=seconds, distance_unit="km")


def kinds(made: tuple[Record, ...]) -> list[tuple[str, str]]:
    return [(record.set_id, record.kind) for record in made]


def sentence(record: Record, facts: ExerciseFacts, unit: str = "kg") -> str:
    return render(**record_message(record, facts.load_meaning, unit))


def test_the_first_run_sets_the_mark_and_a_faster_one_is_a_record():
    made = records([run(1, 5000, 1600), run(3, 5000, 1500), run(5, 5000, 1550)], RUN)
    assert kinds(made) == [("3.0", "pace")]
    assert sentence(made[0], RUN) == (
        "Fastest over this distance or more: 5 km in 25:00 min, 5:00 min per km."
    )


def test_a_shorter_run_must_be_faster_than_every_longer_one():
    made = records([run(1, 10_000, 3000), run(3, 5000, 1501), run(5, 5000, 1499)], RUN)
    assert kinds(made) == [("5.0", "pace")]


def test_a_farther_run_is_a_record_however_slow_and_two_percent_is_no_farther():
    made = records([run(1, 5000, 1500), run(3, 5090, 1600), run(5, 5200, 1800)], RUN)
    assert kinds(made) == [("5.0", "distance")]
    assert sentence(made[0], RUN) == "Farthest: 5.2 km in 30:00 min."


def test_a_run_without_a_time_can_only_be_farther():
    assert kinds(records([run(1, 5000, 1500), run(3, 600), run(5, 8000)], RUN)) == [("5.0", "distance")]


def test_a_sprint_has_no_pace():
    assert kinds(records([run(1, 400, 90), run(3, 400, 60), run(5, 5000, 1500)], RUN)) == [
        ("5.0", "distance")
    ]


def test_a_longer_hold_is_a_record_and_so_is_a_heavier_one():
    made = records(
        [
            measured_set(1, duration_s=40),
            measured_set(3, duration_s=45),
            measured_set(5, 0, duration_s=30, load_kg=10),
            measured_set(5, 1, duration_s=35, load_kg=5),
            measured_set(7, duration_s=30, load_kg=10),
        ],
        HANG,
    )
    assert kinds(made) == [("3.0", "duration"), ("5.0", "load"), ("5.1", "duration")]
    assert [sentence(record, HANG) for record in made] == [
        "Longest: 45 s.",
        "Heaviest hold: body weight + 10 kg for 30 s.",
        "Longest at this load or harder: body weight + 5 kg for 35 s.",
    ]


def test_less_help_is_the_record_of_an_assisted_hold():
    helped = ExerciseFacts("hang", load_meaning="assistance", log=("load", "duration"))
    made = records(
        [measured_set(1, duration_s=30, load_kg=20), measured_set(3, duration_s=10, load_kg=15)], helped
    )
    assert kinds(made) == [("3.0", "load")]
    assert sentence(made[0], helped) == "Least help in a hold: 15 kg of help for 10 s."


def test_a_carry_counts_load_and_distance_and_reads_in_pounds():
    made = records(
        [
            measured_set(1, load_kg=24, distance_m=40, distance_unit="m"),
            measured_set(3, 0, load_kg=24, distance_m=50, distance_unit="m"),
            measured_set(3, 1, load_kg=27.22, distance_m=20, distance_unit="m"),
        ],
        CARRY,
    )
    assert kinds(made) == [("3.0", "distance"), ("3.1", "load")]
    assert [sentence(record, CARRY, "lb") for record in made] == [
        "Farthest at this load or harder: 53 lb over 50 m.",
        "Heaviest carry: 60 lb over 20 m.",
    ]


@pytest.mark.parametrize(
    "doubtful",
    [{"kind": "warm-up"}, {"depth_class": "cut"}, {"flags": ("load_over_1000",)}, {"duration_s": 0}],
)
def test_a_warm_up_a_cut_a_flagged_and_an_empty_set_hold_no_record(doubtful: dict[str, Any]):
    best = measured_set(3, **{"duration_s": 90, **doubtful})
    assert point_of(best, "added") is None
    assert records([measured_set(1, duration_s=40), best], HANG) == ()


_runs = st.lists(
    st.tuples(st.integers(1, 28), st.integers(100, 20_000), st.none() | st.integers(30, 9000)), max_size=25
)


@given(_runs)
def test_no_record_was_done_before_and_what_is_no_record_was(drawn: list[tuple[int, int, int | None]]):
    sets = [
        run(day, metres, seconds, at)
        for at, (day, metres, seconds) in enumerate(sorted(drawn, key=lambda d: d[0]))
    ]
    made = {record.set_id for record in records(sets, RUN)}
    for at, set_ in enumerate(sets):
        point = point_of(set_, "none")
        assert point is not None
        earlier = [point_of(other, "none") for other in sets[:at]]
        is_beaten = any(other is not None and point.is_beaten_by(other) for other in earlier)
        is_first = set_.workout == sets[0].workout
        assert (set_.id in made) == (not is_beaten and not is_first)
